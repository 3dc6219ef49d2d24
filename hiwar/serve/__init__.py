"""Browse a DuckDB file: `duck` is a Datasette plugin for any DuckDB file, `pages` (on top of it) knows this project's tables."""
