"""Which is the more, in which order, of one size, under which name."""
