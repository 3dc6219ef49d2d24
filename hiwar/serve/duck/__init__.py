"""A Datasette plugin that serves DuckDB files. Self-contained: imports nothing of the package around it.

Reading order: `hooks` (what Datasette calls), `database` (a `Database` that answers from DuckDB), `mirror` and `catalog`
(the schema, shown to Datasette as an empty SQLite database), `transpile` (Datasette's SQL in DuckDB's dialect),
`pool` and `worker` (the processes that hold the file open), `search` and `search_index` (full-text search).

This module stays empty: worker processes import it, and they must start fast.
"""
