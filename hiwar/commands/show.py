"""`hiwar show`: one row of any table, with what belongs to it."""

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from hiwar.console import database_option, json_option, print_json, print_rows, text
from hiwar.grid import width

if TYPE_CHECKING:
    from hiwar.dataset.show import Fields, Shown


@click.command(name="show")
@click.argument("row_id", metavar="ID")
@database_option
@json_option
def command(row_id: str, database: str | None, as_json: bool) -> None:
    """Print the row with that ID, of whatever table: its columns, its place in the text, and what belongs to it.

    In the text ⟦…⟧ is what is said, ⟪…⟫ the word that reports it, ⦅…⦆ the mention of who says it, ⟨…⟩ a figure.
    """
    from hiwar.dataset.connect import connect
    from hiwar.dataset.show import show

    with connect(database) as connection:
        shown = show(connection, row_id)
    if as_json:
        print_json(asdict(shown))
    else:
        _print(shown)


def _print(shown: "Shown") -> None:
    click.echo(f"{shown.table}  {shown.id}\n")
    _fields(shown.row)
    if shown.text:
        click.echo("\ntext")
        for line in shown.text:
            click.echo(f"  {line}")
    for name, rows in [*shown.related.items(), ("reviews", shown.reviews)]:
        if rows:
            click.echo(f"\n{name}")
            print_rows(list(rows[0]), [list(row.values()) for row in rows])


def _fields(row: "Fields") -> None:
    wide = max(map(width, row))
    for name, value in row.items():
        click.echo(f"  {name:<{wide}}  {'–' if value is None else text(value)}")
