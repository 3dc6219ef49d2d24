"""`hiwar explain`: which rules made a row, on what, and why its span ends where it does."""

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

import click

from hiwar.console import database_option

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from hiwar.builders.explain import Explained

_ROW = re.compile(r"(?P<article>.+\.[1-9][0-9]*)\.(?P<kind>[sf])[0-9]+")
_PART = re.compile(r"\.(?:source|relay)[0-9]+$")
_TABLES = {"s": "statement", "f": "figure"}


@click.command("explain")
@click.argument("row_id", metavar="ID")
@database_option
def command(row_id: str, database: str | None) -> None:
    """Run the builder on the text of statement or figure ID again, and print what each step did.

    The id of an attribution explains its statement. In the text ⟦…⟧ is the content or the whole figure, ⟪…⟫ the cue,
    ⟨…⟩ the number.
    """
    from hiwar.builders.explain import explain, rows_by_id
    from hiwar.builders.rows import take_steps
    from hiwar.dataset.connect import connect

    wanted = _PART.sub("", row_id)
    parts = _ROW.fullmatch(wanted)
    if parts is None:
        raise ValueError(
            f"{row_id} is no id of a statement or figure; they look like NAME.1.s120 and NAME.1.f120"
        )
    with connect(database) as connection:
        raw_file, text = _text(connection, parts["article"])
        published = _published(connection, _TABLES[parts["kind"]], wanted)
    steps = take_steps(text)
    rows = rows_by_id(raw_file, steps)
    if wanted not in rows:
        raise ValueError(_nothing(wanted, published, list(rows)))
    _print(wanted, raw_file, text, explain(rows[wanted], steps), published)


def _text(connection: "DuckDBPyConnection", article: str) -> tuple[str, str]:
    """Return the raw file of an article and its text. Raises ValueError for an article that is not there."""
    query = "SELECT raw_file, text FROM articles JOIN raw_texts USING (raw_file) WHERE article_id = ?"
    found = connection.execute(query, [article]).fetchone()
    if found is None:
        raise ValueError(f"there is no article {article}")
    return found[0], found[1]


def _published(connection: "DuckDBPyConnection", table: str, row_id: str) -> dict[str, Any] | None:
    query = f'SELECT start, "end", review FROM {table}s WHERE {table}_id = ?'
    found = connection.execute(query, [row_id]).fetchone()
    return dict(zip(("start", "end", "review"), found, strict=True)) if found else None


def _nothing(row_id: str, published: dict[str, Any] | None, made: list[str]) -> str:
    if published:
        return f"no rule of this builder makes {row_id}; its review state is «{published['review']}»"
    near = get_close_matches(row_id, made, 3)
    return f"there is no row {row_id}" + (f"; near it: {', '.join(near)}" if near else "")


def _print(
    row_id: str, raw_file: str, text: str, found: "Explained", published: dict[str, Any] | None
) -> None:
    from hiwar.dataset.show import Span, mark

    first, last = found.passage
    shown = mark(text[first:last], first, [Span(*span) for span in found.marks])
    click.echo(f"{row_id}  {raw_file} [{found.start}, {found.end})")
    click.echo(found.what)
    click.echo(f"in {found.passage_rule}\n")
    click.echo("\n".join(f"  {line}" for line in shown.splitlines()) + "\n")
    click.echo("\n".join(found.told))
    if published is None:
        click.echo("not published: the hand-check rejected it, or nobody is made to say it")
    elif (published["start"], published["end"]) != (found.start, found.end):
        click.echo(f"published as [{published['start']}, {published['end']}), {published['review']}")
