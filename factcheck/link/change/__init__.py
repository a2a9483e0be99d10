"""From what, to what, and by how much."""
