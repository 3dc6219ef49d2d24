"""The one reader and writer of the CSV tables.

UTF-8 without a byte order mark, LF, a header; an empty field is null. Numbers are written in one way only: ASCII
digits, no sign but a minus, whole numbers without a decimal point; dates as YYYY-MM-DD. What is written otherwise is
refused and not repaired.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from datetime import date
from math import isfinite
from pathlib import Path
from typing import Any, NamedTuple

from hiwar.schema import Column, Table
from hiwar.schema.derive import sql
from hiwar.schema.derive.ddl import TYPES

LARGEST = 10**18 - 1  # the largest integer, and negated the least
_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,17}")
NUMBER = r"-?(0|[1-9][0-9]*)(\.[0-9]*[1-9])?(e[+-][0-9]{2,3})?"
_NUMBER = re.compile(NUMBER)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_QUOTED = re.compile('[",\r\n]')
_MEANT = {
    "integer": "a whole number in ASCII digits, at most 18 of them",
    "number": "a number in ASCII digits, written in its shortest form",
    "date": "a date, YYYY-MM-DD",
}
_LONGEST = 2**31 - 1  # characters of one field; the module's own limit is 131072


class Problem(NamedTuple):
    """What is wrong with a CSV file, and where."""

    table: str
    row: int | None  # from 1, the header not counted; None: the file as a whole
    field: str | None
    value: str | None
    what: str

    def __str__(self) -> str:
        place = "".join([f", row {self.row}" if self.row else "", f", {self.field}" if self.field else ""])
        value = f" «{self.value}»" if self.value is not None else ""
        return f"{self.table}{place}:{value} {self.what}"


class CsvError(ValueError):
    """A CSV file does not hold its table; `problem` says where and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def write_csv(path: Path, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    """Write the rows with the table's columns in their order; raises ValueError for an empty string."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(",".join(table.column_names) + "\n")
        for row in rows:
            file.write(",".join(_quoted(printed(row[name])) for name in table.column_names) + "\n")


def printed(value: Any) -> str:
    """Return a value as a cell: "" for None, whole floats without `.0`; raises ValueError for an empty string."""
    if value is None:
        return ""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e16 else repr(value)
    if value == "":
        raise ValueError("an empty string cannot be told from null in CSV")
    return str(value)


def printed_sql(column: Column) -> str:
    """Return the SQL expression of a value as a cell, the same as `printed` gives."""
    name = sql.name(column.name)
    if column.kind != "number":
        return name
    whole = f"{name} = trunc({name}) AND abs({name}) < 1e16"
    return f"CASE WHEN {whole} THEN CAST(CAST({name} AS BIGINT) AS VARCHAR) ELSE CAST({name} AS VARCHAR) END"


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if _QUOTED.search(cell) else cell


def parsed(cell: str, column: Column) -> Any:
    """Return the value of a cell, None for an empty one; raises ValueError where it is not written as `printed` does."""
    if cell == "" or column.kind == "string":
        return cell or None
    if column.kind == "integer" and _INTEGER.fullmatch(cell):
        return int(cell)
    if column.kind == "number" and _NUMBER.fullmatch(cell) and isfinite(float(cell)):
        return float(cell)
    if column.kind == "date" and _DATE.fullmatch(cell):
        try:
            return date.fromisoformat(cell)
        except ValueError:
            raise ValueError(f"is no day of the calendar; write {_MEANT['date']}") from None
    raise ValueError(f"is not {_MEANT[column.kind]}")


def read_csv(path: Path, table: Table) -> list[dict[str, Any]]:
    """Return the rows with typed values; raises CsvError at the first thing that is wrong."""
    rows = []
    for row in _rows(path, table):
        if isinstance(row, Problem):
            raise CsvError(row)
        rows.append(row)
    return rows


def problems(path: Path, table: Table) -> list[Problem]:
    """Return everything that keeps the file from being read."""
    return [row for row in _rows(path, table) if isinstance(row, Problem)]


def _rows(path: Path, table: Table) -> Iterator[dict[str, Any] | Problem]:
    """Yield each row, or each problem that it has."""
    if problem := header_problem(path, table):
        yield problem
        return
    csv.field_size_limit(_LONGEST)
    number = 0
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.reader(file, strict=True)
            next(reader)
            for number, cells in enumerate(reader, 1):
                if len(cells) == len(table.columns):
                    yield from _values(table, number, cells)
                else:
                    what = f"has {len(cells)} fields where the header has {len(table.columns)}"
                    yield Problem(table.name, number, None, None, what)
    except UnicodeDecodeError:
        yield Problem(table.name, None, None, None, "the file is not UTF-8; save it as UTF-8")
    except csv.Error as error:
        yield Problem(table.name, number + 1, None, None, f"is no CSV: {error}")


def _values(table: Table, number: int, cells: list[str]) -> Iterator[dict[str, Any] | Problem]:
    values: dict[str, Any] = {}
    for column, cell in zip(table.columns, cells, strict=True):
        try:
            values[column.name] = parsed(cell, column)
        except ValueError as error:
            yield Problem(table.name, number, column.name, cell, str(error))
    if len(values) == len(cells):
        yield values


def header_problem(path: Path, table: Table) -> Problem | None:
    """Return what is wrong with the file's first line, or None."""
    with path.open("rb") as file:
        header = file.readline()
    wanted = ",".join(table.column_names)
    if header == f"{wanted}\n".encode():
        return None
    if header.startswith(b"\xef\xbb\xbf"):
        what = "the file begins with a byte order mark; save it without"
    elif header.endswith(b"\r\n"):
        what = "lines end in CR LF; save the file with LF alone"
    else:
        what = f"the header is not {wanted}"
    return Problem(table.name, None, None, None, what)


def cells_sql(path: Path, table: Table) -> str:
    """Return the DuckDB table function that reads the file, every column as VARCHAR under its own name."""
    columns = ", ".join(f"{sql.literal(name)}: 'VARCHAR'" for name in table.column_names)
    return (
        f"read_csv({sql.literal(path)}, columns = {{{columns}}}, auto_detect = false, header = true, delim = ',', "
        "quote = '\"', escape = '\"', new_line = '\\n', nullstr = '', buffer_size = 4000000)"
    )


def value_sql(column: Column, cell: str) -> str:
    """Return the SQL expression of a cell's value: NULL where `parsed` raises, else the same value."""
    if column.kind == "string":
        return cell
    value = f"TRY_CAST({cell} AS {TYPES[column.kind]})"
    if column.kind == "number":
        canonical = f"regexp_full_match({cell}, '{NUMBER}') AND isfinite({value})"
    elif column.kind == "date":
        canonical = f"CAST({value} AS VARCHAR) = {cell} AND length({cell}) = 10"
    else:
        canonical = f"CAST({value} AS VARCHAR) = {cell} AND abs({value}) <= {LARGEST}"
    return f"CASE WHEN {canonical} THEN {value} END"
