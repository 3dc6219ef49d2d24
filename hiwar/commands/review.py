"""`hiwar review`: see what the hand-check has not decided, and decide it."""

from dataclasses import asdict

import click

from hiwar.console import json_option, print_json


@click.group("review", invoke_without_command=True)
@click.option("--table", help="Only rows of this table.")
@json_option
@click.pass_context
def command(context: click.Context, table: str | None, as_json: bool) -> None:
    """List the rows that no live decision covers, or decide one.

    Decisions are kept in TOML files under dataset/review, which can be edited by hand as well.
    """
    if context.invoked_subcommand is None:
        _list(table, as_json)


def _list(table: str | None, as_json: bool) -> None:
    from hiwar.dataset.review.columns import JUDGED
    from hiwar.dataset.review.desk import Desk
    from hiwar.dataset.review.show import lines
    from hiwar.dataset.tables import unknown

    if table is not None and table not in JUDGED:
        raise unknown("reviewed table", table, JUDGED)
    desk = Desk.open()
    waiting = [row for row in desk.built.open if table in (None, row.table)]
    if as_json:
        print_json([asdict(row) for row in waiting])
        return
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
    from hiwar.dataset.review.desk import Desk
    from hiwar.dataset.review.files import Decision
    from hiwar.dataset.tables import unknown

    if table not in JUDGED:
        raise unknown("reviewed table", table, JUDGED)
    desk = Desk.open()
    new = Decision(table, row_id, "added", note=note, values=record.values(table, columns))
    (path,) = record.store(desk.folder, desk.stems, [new])
    click.echo(f"added {row_id} in {path}")


@command.command("restate")
def restate() -> None:
    """Hold on to what is published: make every decision judge today's proposals."""
    from hiwar.dataset.review import record
    from hiwar.dataset.review.desk import Desk

    desk = Desk.open()
    changed = record.restate_all(desk.folder, desk.stems, desk.proposals.tables, desk.published())
    for decision in changed:
        click.echo(f"{decision.table} {decision.id}: {decision.decision}")
    click.echo(f"{len(changed)} decisions restated; read them in the diff before you commit")


def _decide(row_id: str, decision: str, changes: tuple[str, ...], note: str | None) -> None:
    from hiwar.dataset.review import record
    from hiwar.dataset.review.desk import Desk
    from hiwar.dataset.review.files import read_decisions

    desk = Desk.open()
    tables = desk.proposals.tables
    table = record.table_of(row_id, tables, read_decisions(desk.folder))
    columns = record.values(table, changes)
    path = record.decide(desk.folder, desk.stems, tables, row_id, decision, columns, note)
    click.echo(f"{decision} {row_id} in {path}")
