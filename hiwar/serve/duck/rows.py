"""Genuine `sqlite3.Row`s, which Datasette and its plugins expect."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from .catalog import quoted as quote

Description = tuple[tuple[Any, ...], ...]


@lru_cache(maxsize=500)
def _cursor(columns: tuple[str, ...]) -> sqlite3.Cursor:
    # a Row takes its column names from the cursor it is made with
    names = ", ".join(f"NULL AS {quote(column)}" for column in columns)
    return sqlite3.connect(":memory:", check_same_thread=False).execute(f"SELECT {names}")


def description(columns: Sequence[str]) -> Description:
    """Return the columns as a cursor's description."""
    return tuple((column, None, None, None, None, None, None) for column in columns)


def make_rows(columns: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> list[sqlite3.Row]:
    """Return the tuples as rows that know their column names."""
    if not columns:
        return []
    if len(columns) > 1500:  # SQLite refuses a longer list; the rows then go by number
        columns = columns[:1500]
    cursor = _cursor(tuple(columns))
    return [sqlite3.Row(cursor, row) for row in rows]
