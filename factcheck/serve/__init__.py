"""The page in a browser, and the same checks for other programs over HTTP."""
