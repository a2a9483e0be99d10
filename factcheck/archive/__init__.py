"""What past articles said of people, bodies, places and figures, kept so that a new one can be held to it."""
