"""Many articles in one run: what is checked in which process, and what is remembered from the last run."""
