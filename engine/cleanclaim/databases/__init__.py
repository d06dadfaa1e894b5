"""Databases that claims come from and findings go to: PostgreSQL, and files of SQLite and DuckDB."""
