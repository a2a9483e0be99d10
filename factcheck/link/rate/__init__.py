"""What is for one of something: a head, an acre, a year; and what a yearly rate makes of a sum."""
