"""What the subcommands share: naming a database, printing rows, and one clear line for wrong input."""

import csv
import json
import math
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import click

from hiwar.grid import CUT, cut, grid

Rows = Iterable[Sequence[Any]]

database_option = click.option(
    "--db",
    "database",
    metavar="PATH",
    help="Another database: a .duckdb file or a folder that `hiwar build` made.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
csv_option = click.option("--csv", "as_csv", is_flag=True, help="Print CSV.")


@contextmanager
def wrong_input() -> Iterator[None]:
    """Turn the errors that the package raises for wrong input into one message and exit code 2."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise Failure(f"{error.filename}: {error.strerror}" if error.filename else str(error)) from error
    except (ValueError, ImportError) as error:
        raise Failure(str(error)) from error
    except Exception as error:
        if type(error).__module__.partition(".")[0].strip("_") != "duckdb":  # not imported for this alone
            raise
        raise Failure(str(error)) from error


class Failure(click.ClickException):
    """Wrong input: `hiwar` prints the message on stderr and leaves with exit code 2."""

    exit_code = 2


def print_rows(
    header: Sequence[str], rows: Rows, *, as_json: bool = False, as_csv: bool = False, limit: int = CUT
) -> None:
    """Print rows on stdout: as JSON (a list of objects), as CSV, or aligned for people with cells cut at `limit`."""
    if as_json and as_csv:
        raise Failure("name one of --json and --csv")
    if as_json:
        _json(header, rows)
    elif as_csv:
        _csv(header, rows)
    else:
        _grid(header, rows, limit)


def print_json(value: Any) -> None:
    """Print one JSON value on stdout, indented."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=plain))


def plain(value: Any) -> Any:
    """Return a database value as JSON has it: dates as ISO text, NaN and infinities as null."""
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value if isinstance(value, str | int | float | list | tuple | dict | None) else str(value)


def text(value: Any) -> str:
    """Return a value as people read it: nothing for null, whole numbers without a decimal point."""
    value = plain(value)
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _json(header: Sequence[str], rows: Rows) -> None:
    before = "["
    for row in rows:
        fields = dict(zip(header, map(plain, row), strict=True))
        click.echo(before + json.dumps(fields, ensure_ascii=False, default=plain), nl=False)
        before = ",\n "
    click.echo("[]" if before == "[" else "]")


def _csv(header: Sequence[str], rows: Rows) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([text(value) for value in row] for row in rows)


def _grid(header: Sequence[str], rows: Rows, limit: int) -> None:
    kept = list(rows)
    right = [
        any(isinstance(row[at], int | float) for row in kept)
        and all(isinstance(row[at], int | float | None) for row in kept)
        for at in range(len(header))
    ]
    click.echo(grid(header, [[cut(text(value), limit) for value in row] for row in kept], right))
