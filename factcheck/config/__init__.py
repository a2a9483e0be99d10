"""What a project asks for: `factcheck.toml`, or `[tool.factcheck]` in `pyproject.toml`."""
