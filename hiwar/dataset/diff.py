"""Two builds compared: rows added, removed and changed, by table and column."""

import csv
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from hiwar.dataset.connect import DATABASE
from hiwar.schema import TABLES, Table
from hiwar.schema.derive import ddl, sql

Key = tuple[str, ...]


@dataclass(frozen=True)
class Change:
    """One value that differs: the row's key, the column, and both values as text (None for null)."""

    key: Key
    column: str
    old: str | None
    new: str | None


@dataclass
class TableDiff:
    """What differs in one table. `rows` are the row counts, old and new."""

    table: str
    rows: tuple[int, int]
    added: list[Key] = field(default_factory=list)
    removed: list[Key] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)
    columns_added: list[str] = field(default_factory=list)
    columns_removed: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return any((self.added, self.removed, self.changed, self.columns_added, self.columns_removed))

    @property
    def changed_rows(self) -> int:
        """The number of rows with a changed value."""
        return len({change.key for change in self.changed})

    @property
    def changed_columns(self) -> dict[str, int]:
        """The number of changed values by column, most changed first."""
        return dict(Counter(change.column for change in self.changed).most_common())


def diff(old: str | Path, new: str | Path) -> list[TableDiff]:
    """Return what differs from `old` to `new`, one entry a table of the dataset, equal tables included.

    Each side is a `.duckdb` file, a folder with the tables as CSV, or a checkout of the dataset. Rows are matched by primary key; values are compared
    as the types of the schema. Raises OSError where a side cannot be read, ValueError where a table lacks its key.
    """
    with duckdb.connect() as connection:
        for side, path in (("old", Path(old)), ("new", Path(new))):
            try:
                _attach(connection, side, path)
            except duckdb.Error as error:
                raise OSError(f"{path} cannot be read: {error}") from error
            _must_hold_tables(connection, side, path)
        return [_compare(connection, table) for table in TABLES.values()]


def _attach(connection: duckdb.DuckDBPyConnection, side: str, path: Path) -> None:
    """Make the tables of one side readable as `side.main.table`; a folder's CSVs win over its database."""
    folders = [
        folder for folder in (path / "tables", path / "dataset" / "tables", path) if any(folder.glob("*.csv"))
    ]
    file = path / DATABASE if path.is_dir() else path
    if folders:
        connection.execute(f"ATTACH ':memory:' AS {side}")
        for table in sorted(folders[0].glob("*.csv")):
            _read_csv(connection, side, table)
    elif file.is_file():
        connection.execute(f"ATTACH {sql.literal(file)} AS {side} (READ_ONLY)")
    else:
        what = "a folder without CSV tables or a database" if path.is_dir() else "not there"
        raise FileNotFoundError(f"{path} is {what}: name a .duckdb file or a folder that `hiwar build` made")


def _must_hold_tables(connection: duckdb.DuckDBPyConnection, side: str, path: Path) -> None:
    query = "SELECT table_name FROM information_schema.tables WHERE table_catalog = ?"
    present = {name for (name,) in connection.execute(query, [side]).fetchall()}
    if present.isdisjoint(TABLES):
        raise FileNotFoundError(
            f"{path} holds none of the dataset's tables: name one that `hiwar build` made"
        )


def _read_csv(connection: duckdb.DuckDBPyConnection, side: str, path: Path) -> None:
    """Make a CSV file readable, all columns as text. The header is read here, so that nothing is guessed."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        header = next(csv.reader(file), [])
    columns = ", ".join(f"{sql.literal(name)}: 'VARCHAR'" for name in header)
    connection.execute(
        f"CREATE VIEW {side}.main.{sql.name(path.stem)} AS SELECT * FROM read_csv({sql.literal(path)}, header = true, "
        "auto_detect = false, delim = ',', quote = '\"', escape = '\"', nullstr = '', allow_quoted_nulls = true, "
        f"columns = {{{columns}}})"
    )


def _compare(connection: duckdb.DuckDBPyConnection, table: Table) -> TableDiff:
    old, new = (_take(connection, side, table) for side in ("old", "new"))
    outcome = TableDiff(table.name, (_count(connection, "old"), _count(connection, "new")))
    if old and new:
        outcome.columns_added = [name for name in new if name not in old]
        outcome.columns_removed = [name for name in old if name not in new]
        shared = [name for name in new if name in old and name not in table.key]
        outcome.changed = _changes(connection, table, shared)
    outcome.added = _missing(connection, table, here="new", there="old")
    outcome.removed = _missing(connection, table, here="old", there="new")
    return outcome


def _take(connection: duckdb.DuckDBPyConnection, side: str, table: Table) -> list[str]:
    """Copy a side's table to `rows_<side>`, every value as the text of its typed form; return its columns."""
    found = connection.execute(
        "SELECT column_name FROM duckdb_columns() WHERE database_name = ? AND table_name = ? ORDER BY column_index",
        [side, table.name],
    ).fetchall()
    columns = [name for (name,) in found]
    if columns and not set(table.key) <= set(columns):
        raise ValueError(f"{table.name} of the {side} side lacks its key ({', '.join(table.key)})")
    kinds = {column.name: ddl.TYPES[column.kind] for column in table.columns}
    values = ", ".join(_value(name, kinds.get(name, "VARCHAR")) for name in columns)
    rows = f"SELECT {values} FROM {side}.main.{sql.name(table.name)}" if columns else _nothing(table)
    connection.execute(f"CREATE OR REPLACE TEMP TABLE rows_{side} AS {rows}")
    return columns


def _value(name: str, kind: str) -> str:
    """A value that has not the type of its column is compared as it stands."""
    quoted = sql.name(name)
    return f"coalesce(CAST(TRY_CAST({quoted} AS {kind}) AS VARCHAR), CAST({quoted} AS VARCHAR)) AS {quoted}"


def _nothing(table: Table) -> str:
    return "SELECT " + ", ".join(f"'' AS {sql.name(name)}" for name in table.key) + " LIMIT 0"


def _count(connection: duckdb.DuckDBPyConnection, side: str) -> int:
    (rows,) = connection.execute(f"SELECT count(*) FROM rows_{side}").fetchone() or (0,)
    return int(rows)


def _missing(connection: duckdb.DuckDBPyConnection, table: Table, here: str, there: str) -> list[Key]:
    """Return the keys that stand here and not there, in the order of their rows."""
    return connection.execute(
        f"SELECT {sql.names(table.key)} FROM rows_{here} ANTI JOIN rows_{there} USING ({sql.names(table.key)}) "
        f"ORDER BY rows_{here}.rowid"
    ).fetchall()


def _changes(connection: duckdb.DuckDBPyConnection, table: Table, columns: list[str]) -> list[Change]:
    """Return the values that differ in rows of both sides, row by row."""
    keys = sql.names(table.key)
    found: list[tuple[int, Change]] = []
    for name in columns:
        old, new = (f"rows_{side}.{sql.name(name)}" for side in ("old", "new"))
        rows = connection.execute(
            f"SELECT rows_new.rowid, {old}, {new}, {keys} FROM rows_new JOIN rows_old USING ({keys}) "
            f"WHERE {old} IS DISTINCT FROM {new}"
        ).fetchall()
        found += [
            (at, Change(key, name, before, after))
            for at, before, after, *rest in rows
            for key in [tuple(rest)]
        ]
    return [change for _, change in sorted(found, key=lambda item: item[0])]
