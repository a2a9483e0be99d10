"""Series: figures of one kind that stand side by side, what marks their total, and lists of named things."""
