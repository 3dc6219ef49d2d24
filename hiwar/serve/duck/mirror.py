"""The schema as an empty SQLite database: Datasette reads tables, keys and types from it with its own SQL."""

from __future__ import annotations

import sqlite3

from .catalog import Catalog, Table
from .catalog import quoted as quote


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(quote(name) for name in names)


def mirror_sql(table: Table) -> str:
    """Return the CREATE statement for SQLite: same names, keys and references, and DuckDB's type names."""
    if table.is_view:
        columns = ", ".join(f"CAST(NULL AS {quote(c.type)}) AS {quote(c.name)}" for c in table.columns)
        return f"CREATE VIEW {quote(table.name)} AS SELECT {columns}"
    parts = [
        f"{quote(column.name)} {quote(column.type)}{'' if column.nullable else ' NOT NULL'}"
        for column in table.columns
    ]
    if table.primary_key:
        parts.append(f"PRIMARY KEY ({_names(table.primary_key)})")
    parts += [f"UNIQUE ({_names(columns)})" for columns in table.unique]
    parts += [
        f"FOREIGN KEY ({_names(key.columns)}) REFERENCES {quote(key.other_table)} ({_names(key.other_columns)})"
        for key in table.foreign_keys
    ]
    return f"CREATE TABLE {quote(table.name)} ({', '.join(parts)})"


def connect_mirror(catalog: Catalog) -> sqlite3.Connection:
    """Return a private in-memory SQLite database with the catalogue's tables and no rows.

    Reading a table of it raises sqlite3.DatabaseError: an empty answer would be a wrong one.
    """
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    for table in catalog.tables:
        connection.execute(mirror_sql(table))
    connection.execute("PRAGMA query_only = 1")
    served = {table.name for table in catalog.tables}

    def authorize(action: int, first: str | None, *_: str | None) -> int:
        denied = action == sqlite3.SQLITE_READ and first in served
        return sqlite3.SQLITE_DENY if denied else sqlite3.SQLITE_OK

    connection.set_authorizer(authorize)
    return connection
