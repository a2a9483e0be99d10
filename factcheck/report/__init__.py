"""What users see of a run: the report as text for people and as JSON for programs."""

VERSION = "0.1.0"
