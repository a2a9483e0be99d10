"""What studies and polls say of their samples."""
