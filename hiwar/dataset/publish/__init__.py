"""Rows → what is published: CSV, Parquet, a DuckDB database and the package's descriptor, put in place at once."""
