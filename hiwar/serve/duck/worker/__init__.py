"""The process that holds a DuckDB file open and runs SQL in it: `python -m …worker`, started by `pool`.

Runs with the standard library and duckdb alone, so that it starts in a fraction of a second.
"""
