"""Who is meant, born when, and how old."""
