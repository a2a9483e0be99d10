"""Games, sets and seasons, whose scores must follow from each other."""
