"""The schema of a DuckDB file, as plain data."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from .pool import Pool, QueryError

SEARCH_REGISTRY = "_fts_index"
KEY_REGISTRY = "_keys"
NAN_SECONDS = 1.0
_HERE = "database_name = current_database() AND schema_name = 'main' AND NOT internal"


@dataclass(frozen=True)
class Column:
    """A column; `type` is DuckDB's, as it prints it."""

    name: str
    type: str
    nullable: bool = True
    comment: str | None = None
    has_nan: bool = False


@dataclass(frozen=True)
class ForeignKey:
    """Columns here that refer to columns of another table."""

    columns: tuple[str, ...]
    other_table: str
    other_columns: tuple[str, ...]


@dataclass(frozen=True)
class SearchIndex:
    """The full-text index of a table: which columns it covers, and the SQL macro that folds text."""

    columns: tuple[str, ...]
    fold_macro: str
    words: str
    postings: str


@dataclass(frozen=True)
class Table:
    """A table or a view. `primary_key` and `foreign_keys` are empty for a view; `sql` is DuckDB's own definition."""

    name: str
    columns: tuple[Column, ...]
    is_view: bool = False
    primary_key: tuple[str, ...] = ()
    unique: tuple[tuple[str, ...], ...] = ()
    foreign_keys: tuple[ForeignKey, ...] = ()
    comment: str | None = None
    sql: str = ""
    search: SearchIndex | None = None

    def column(self, name: str) -> Column | None:
        """Return the column of that name, whatever its case, or None."""
        folded = name.lower()
        return next((column for column in self.columns if column.name.lower() == folded), None)


@dataclass(frozen=True)
class Catalog:
    """The tables and views of schema `main`, in the order in which the file holds them."""

    tables: tuple[Table, ...]
    _by_name: dict[str, Table] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        self._by_name.update({table.name.lower(): table for table in self.tables})

    def table(self, name: str) -> Table | None:
        """Return the table or view of that name, whatever its case, or None."""
        return self._by_name.get(name.lower())


def read_catalog(pool: Pool) -> Catalog:
    """Read the schema. Raises CannotOpen when the file is not a DuckDB database that this DuckDB can read."""
    columns: dict[str, list[Column]] = {}
    for row in _rows(
        pool,
        "table_name, column_name, data_type, is_nullable, comment",
        "duckdb_columns()",
        "table_oid, column_index",
    ):
        columns.setdefault(row[0], []).append(Column(*row[1:]))
    keys: dict[str, list[tuple[Any, ...]]] = {}
    constraint = (
        "table_name, constraint_type, constraint_column_names, referenced_table, referenced_column_names"
    )
    for row in _rows(pool, constraint, "duckdb_constraints()", "table_oid, constraint_index", hidden=False):
        keys.setdefault(row[0], []).append(row[1:])
    for table, *key in _declared_keys(pool, columns) if KEY_REGISTRY in columns else ():
        keys.setdefault(table, []).append(tuple(key))
    indexes = _search_indexes(pool) if SEARCH_REGISTRY in columns else {}
    tables = [
        Table(
            name,
            tuple(columns.get(name, ())),
            comment=comment,
            sql=sql,
            search=indexes.get(name),
            **_constraints(keys.get(name, ())),
        )
        for name, comment, sql in _rows(pool, "table_name, comment, sql", "duckdb_tables()", "table_oid")
    ]
    tables = [_with_nan(pool, table) for table in tables]
    views = [
        Table(name, tuple(columns.get(name, ())), True, comment=comment, sql=sql)
        for name, comment, sql in _rows(pool, "view_name, comment, sql", "duckdb_views()", "view_oid")
    ]
    return Catalog(tuple(table for table in (*tables, *views) if _can_be_shown(table)))


def _can_be_shown(table: Table) -> bool:
    """Datasette fails on every page of a database with such a name in it."""
    if "]" in table.name:
        sys.stderr.write(f"The table {table.name} is not shown: Datasette cannot have ] in a name.\n")
        return False
    return True


def _rows(pool: Pool, what: str, source: str, order: str, hidden: bool = True) -> list[tuple[Any, ...]]:
    where = _HERE if hidden else _HERE.replace(" AND NOT internal", "")
    sql = f"SELECT {what} FROM {source} WHERE {where} ORDER BY {order}"
    return pool.run(sql, trusted=True).rows


def _with_nan(pool: Pool, table: Table) -> Table:
    """Mark the columns that hold NaN: a page shows it as null, so it has to be found and sorted as null, too."""
    floats = [column.name for column in table.columns if column.type in ("DOUBLE", "FLOAT")]
    if not floats:
        return table
    checks = ", ".join(f"bool_or(isnan({quoted(name)}))" for name in floats)
    try:
        row = pool.run(f"SELECT {checks} FROM {quoted(table.name)}", trusted=True, seconds=NAN_SECONDS).rows[
            0
        ]
    except QueryError:  # too large a table to look at: a NaN in it sorts as the largest number
        return table
    found = {name for name, has in zip(floats, row, strict=True) if has}
    columns = tuple(replace(column, has_nan=column.name in found) for column in table.columns)
    return replace(table, columns=columns)


def quoted(name: str) -> str:
    """Return the name as a quoted SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def _constraints(found: Iterable[tuple[Any, ...]]) -> dict[str, Any]:
    primary: tuple[str, ...] = ()
    unique, foreign = [], []
    for kind, columns, other_table, other_columns in found:
        if kind == "PRIMARY KEY":
            primary = tuple(columns)
        elif kind == "UNIQUE":
            unique.append(tuple(columns))
        elif kind == "FOREIGN KEY":
            foreign.append(ForeignKey(tuple(columns), other_table, tuple(other_columns)))
    return {"primary_key": primary, "unique": tuple(unique), "foreign_keys": tuple(foreign)}


def _declared_keys(pool: Pool, columns: dict[str, list[Column]]) -> Iterable[tuple[Any, ...]]:
    """Yield the keys that `declared_keys` has written, as DuckDB tells those that it enforces."""
    names = {table: {column.name for column in found} for table, found in columns.items()}
    sql = f"SELECT table_name, kind, columns, other_table, other_columns FROM {KEY_REGISTRY}"
    for table, kind, own, other_table, others in pool.run(sql, trusted=True).rows:
        own, others = json.loads(own), json.loads(others or "[]")
        if set(own) <= names.get(table, set()) and set(others) <= names.get(other_table, set()):
            yield table, kind, own, other_table, others
        else:
            sys.stderr.write(f"A key declared for {table} names no column of the file: it is left out.\n")


def _search_indexes(pool: Pool) -> dict[str, SearchIndex]:
    sql = f"SELECT table_name, columns, fold_macro, words, postings, row_count FROM {SEARCH_REGISTRY}"
    found = {}
    for table, columns, macro, words, postings, row_count in pool.run(sql, trusted=True).rows:
        rows = pool.run(f"SELECT count(*) FROM {quoted(table)}", trusted=True).rows
        if rows == [(row_count,)]:
            found[table] = SearchIndex(tuple(json.loads(columns)), macro, words, postings)
        else:
            sys.stderr.write(f"The search index of {table} is out of date: it is not used.\n")
    return found
