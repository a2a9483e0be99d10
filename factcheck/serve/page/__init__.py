"""The page: what a browser loads."""
