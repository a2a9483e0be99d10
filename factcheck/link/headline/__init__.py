"""What stands over a text, and which figure of the text it tells."""
