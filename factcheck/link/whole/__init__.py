"""Which figures are parts, and of what."""
