"""Checks the numbers in an article before it is published."""
