"""What a sum was worth in another currency."""
