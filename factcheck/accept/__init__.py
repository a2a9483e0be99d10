"""Findings that somebody has seen and does not want told: in the text, in a baseline, outside the changed lines."""
