"""What the words around a figure say of it: its role, its subject, its time, who says it."""
