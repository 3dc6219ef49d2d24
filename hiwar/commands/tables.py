"""`hiwar tables`: what the dataset holds."""

import click

from hiwar.console import database_option, json_option, print_rows


@click.command(name="tables")
@database_option
@json_option
def command(database: str | None, as_json: bool) -> None:
    """List the tables with their row counts and what a row is."""
    from hiwar.dataset.tables import tables

    found = [(info.name, info.rows, info.description) for info in tables(database).values()]
    print_rows(("table", "rows", "description"), found, as_json=as_json, limit=1000)
