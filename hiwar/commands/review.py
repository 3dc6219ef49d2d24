"""`hiwar review`: see what the hand-check has not decided, and decide it."""

from pathlib import Path
from typing import Any

import click

from hiwar.commands.errors import fail


@click.group("review", invoke_without_command=True)
@click.option("--table", help="Only rows of this table.")
@click.pass_context
def command(context: click.Context, table: str | None) -> None:
    """List the rows that no live decision covers, or decide one.

    Decisions are kept in TOML files under dataset/review, which can be edited by hand as well.
    """
    if context.invoked_subcommand is None:
        _list(table)


def _list(table: str | None) -> None:
    from hiwar.dataset.review.show import lines

    desk = _desk()
    waiting = [row for row in desk.built.open if table in (None, row.table)]
    for row in waiting:
        click.echo(f"\n{row.table} {row.id} — {row.problem}: {row.what}")
        for line in lines(desk.proposals.tables, desk.built.texts, row.table, row.id):
            click.echo(f"    {line}")
    click.echo(
        f"{len(waiting)} rows to decide" if waiting else "every published row is covered by a live decision"
    )


@command.command("accept")
@click.argument("row_id")
@click.option("--note", help="Why, in a sentence.")
def accept(row_id: str, note: str | None) -> None:
    """Accept the builder's proposal ROW_ID as it is."""
    _decide(row_id, "accepted", (), note)


@command.command("reject")
@click.argument("row_id")
@click.option("--note", help="Why, in a sentence.")
def reject(row_id: str, note: str | None) -> None:
    """Reject the proposal ROW_ID: it is not published."""
    _decide(row_id, "rejected", (), note)


@command.command("correct")
@click.argument("row_id")
@click.argument("changes", nargs=-1, required=True, metavar="FIELD=VALUE...")
@click.option("--note", help="Why, in a sentence.")
def correct(row_id: str, changes: tuple[str, ...], note: str | None) -> None:
    """Publish the proposal ROW_ID with changed columns; `null` empties one."""
    _decide(row_id, "corrected", changes, note)


@command.command("add")
@click.argument("table")
@click.argument("row_id")
@click.argument("columns", nargs=-1, required=True, metavar="FIELD=VALUE...")
@click.option("--note", help="Why, in a sentence.")
def add(table: str, row_id: str, columns: tuple[str, ...], note: str | None) -> None:
    """Publish a row of TABLE that the builder missed."""
    from hiwar.dataset.review import record
    from hiwar.dataset.review.columns import JUDGED
    from hiwar.dataset.review.files import Decision, ReviewError

    desk = _desk()
    try:
        if table not in JUDGED:
            raise ReviewError(f"«{table}» is not one of {', '.join(JUDGED)}")
        new = Decision(table, row_id, "added", note=note, values=record.values(table, columns))
        (path,) = record.store(desk.folder, desk.stems, [new])
    except ReviewError as error:
        fail(str(error))
    click.echo(f"added {row_id} in {path}")


@command.command("restate")
def restate() -> None:
    """Hold on to what is published: make every decision judge today's proposals."""
    from hiwar.dataset.review import record
    from hiwar.dataset.review.files import ReviewError

    desk = _desk()
    try:
        changed = record.restate_all(desk.folder, desk.stems, desk.proposals.tables, desk.published())
    except ReviewError as error:
        fail(str(error))
    for decision in changed:
        click.echo(f"{decision.table} {decision.id}: {decision.decision}")
    click.echo(f"{len(changed)} decisions restated; read them in the diff before you commit")


def _decide(row_id: str, decision: str, changes: tuple[str, ...], note: str | None) -> None:
    from hiwar.dataset.review import record
    from hiwar.dataset.review.files import ReviewError, read_decisions

    desk = _desk()
    tables = desk.proposals.tables
    try:
        table = record.table_of(row_id, tables, read_decisions(desk.folder))
        columns: dict[str, Any] = record.values(table, changes)
        path: Path = record.decide(desk.folder, desk.stems, tables, row_id, decision, columns, note)
    except ReviewError as error:
        fail(str(error))
    click.echo(f"{decision} {row_id} in {path}")


def _desk() -> Any:
    from hiwar.dataset.review.desk import Desk
    from hiwar.dataset.review.files import ReviewError

    try:
        return Desk.open()
    except ReviewError as error:
        fail(str(error))
