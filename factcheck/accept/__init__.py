"""Findings that are seen and not to be told again: known in a baseline, or outside the lines that changed."""
