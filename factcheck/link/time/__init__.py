"""What happened when, told from which day, by which clock, and how long it lasted."""
