"""What a table of the text is, and what its sentences say of it."""
