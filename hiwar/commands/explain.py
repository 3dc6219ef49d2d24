"""`hiwar explain`: which rules made a row, on what, and why its span ends where it does."""

import difflib
import re
from pathlib import Path

import click

from hiwar.commands.errors import fail

_ROW = re.compile(r"(?P<stem>.+)\.[1-9][0-9]*\.[sf][0-9]+")
_PART = re.compile(r"\.(?:source|relay)[0-9]+$")


@click.command("explain")
@click.argument("row_id", metavar="ID")
@click.option(
    "--raw",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder that the texts were built from; without it the dataset's own.",
)
def command(row_id: str, raw: Path | None) -> None:
    """Run the builder on the text of statement or figure ID again, and print what each step did.

    The id of an attribution explains its statement.
    """
    from hiwar.builders.explain import explain, rows_by_id
    from hiwar.builders.read import Rejection, read
    from hiwar.builders.rows import take_steps
    from hiwar.paths import data_root

    wanted = _PART.sub("", row_id)
    parts = _ROW.fullmatch(wanted)
    if parts is None:
        fail(f"{row_id} is no id of a statement or figure; they look like NAME.1.s120 and NAME.1.f120")
    folder = raw or data_root() / "dataset" / "raw"
    path = _find(folder, parts["stem"])
    if path is None:
        fail(f"no text of {row_id} in {folder}; name the folder that was built from with --raw")
    source = read(path)
    if isinstance(source, Rejection):
        fail(f"{path} {source.reason}")
    name = path.relative_to(folder).as_posix()
    steps = take_steps(source.text)
    lines = explain(wanted, name, steps)
    if lines is None:
        near = difflib.get_close_matches(wanted, rows_by_id(name, steps), 3)
        hint = f"; near it: {', '.join(near)}" if near else ""
        fail(f"the builder makes no row {wanted} (a row that review added has no rule to explain){hint}")
    click.echo("\n".join(lines))


def _find(folder: Path, stem: str) -> Path | None:
    """Return the file that `stem` was made from."""
    from hiwar.builders.ids import file_stem

    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return next((path for path in files if file_stem(path.relative_to(folder).as_posix()) == stem), None)
