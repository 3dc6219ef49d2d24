"""Tell keys and references in a table of the file: for one too large for DuckDB's indexes, which are held in memory."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

import duckdb

from .catalog import KEY_REGISTRY, ForeignKey

__all__ = ["ForeignKey", "declare_keys"]


def declare_keys(
    con: duckdb.DuckDBPyConnection,
    table: str,
    primary_key: Sequence[str] = (),
    foreign_keys: Iterable[ForeignKey] = (),
) -> None:
    """Keep the keys of `table` in the hidden table `_keys`; what it told of that table before is replaced.

    The plugin then shows row pages, labels and links as it does for keys that DuckDB enforces. That the keys hold is up to
    the writer: nothing checks them.
    """
    con.execute(
        f"CREATE TABLE IF NOT EXISTS {KEY_REGISTRY} "
        "(table_name VARCHAR, kind VARCHAR, columns VARCHAR, other_table VARCHAR, other_columns VARCHAR)"
    )
    con.execute(f"DELETE FROM {KEY_REGISTRY} WHERE table_name = ?", [table])
    insert = f"INSERT INTO {KEY_REGISTRY} VALUES (?, ?, ?, ?, ?)"
    if primary_key:
        con.execute(insert, [table, "PRIMARY KEY", _text(primary_key), None, None])
    for key in foreign_keys:
        others = [key.other_table, _text(key.other_columns)]
        con.execute(insert, [table, "FOREIGN KEY", _text(key.columns), *others])


def _text(names: Sequence[str]) -> str:
    return json.dumps(list(names), ensure_ascii=False)
