"""`hiwar sql`: one query, read-only."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from hiwar.console import csv_option, database_option, json_option, print_rows

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@click.command(name="sql")
@click.argument("query")
@database_option
@json_option
@csv_option
def command(query: str, database: str | None, as_json: bool, as_csv: bool) -> None:
    """Run QUERY (DuckDB's SQL; `-` reads it from stdin) on the dataset, which is opened read-only.

    For people, long cells are cut; --json and --csv give every value in full.
    """
    query = sys.stdin.read() if query == "-" else query
    from hiwar.dataset.connect import connect

    with connect(database) as connection:
        result = connection.execute(query)
        if not query.strip() or result.description is None:
            raise ValueError("there is no query")
        header = [column[0] for column in result.description]
        print_rows(header, _rows(result), as_json=as_json, as_csv=as_csv)


def _rows(result: "DuckDBPyConnection") -> Iterator[tuple[Any, ...]]:
    while chunk := result.fetchmany(10_000):
        yield from chunk
