"""What a house lays down for itself: its facts, the spelling of names, relations between figures, and its checks."""
