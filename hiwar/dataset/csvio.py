"""The one reader and writer of the CSV tables: UTF-8 without BOM, LF, a header; an empty field is null."""

import csv
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

from hiwar.schema import Table


def write_csv(path: Path, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    """Write the rows with the table's columns in their order."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(table.column_names)
        writer.writerows([[_field(row[name]) for name in table.column_names] for row in rows])


def _field(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def read_csv(path: Path, table: Table) -> list[dict[str, Any]]:
    """Return the rows with typed values."""
    kinds: dict[str, Callable[[str], Any]] = {
        "string": str,
        "integer": int,
        "number": float,
        "date": date.fromisoformat,
    }
    with path.open(encoding="utf-8", newline="") as file:
        return [
            {c.name: kinds[c.kind](row[c.name]) if row[c.name] else None for c in table.columns}
            for row in csv.DictReader(file)
        ]
