"""Data tables that an article cites: read by DuckDB, asked by SQL, shown beside the finding."""
