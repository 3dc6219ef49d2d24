"""`hiwar describe`: what a table and its columns mean."""

import click

from hiwar.console import json_option, print_json


@click.command(name="describe")
@click.argument("table")
@json_option
def command(table: str, as_json: bool) -> None:
    """Tell what TABLE and its columns mean: type, unit, vocabulary, example."""
    from hiwar.dataset.describe import describe

    found = describe(table)
    if as_json:
        print_json(found.to_dict())
    else:
        click.echo(str(found))
