"""The language server: what an editor shows of a check while an article is being written."""
