"""CSV tables → one DuckDB file that any client since DuckDB 1.2 can open."""

from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

import duckdb

from hiwar.dataset.publish.search import fold_macro
from hiwar.schema import TABLES
from hiwar.schema.derive import ddl

STORAGE = "v1.2.0"  # the default of DuckDB 2.0 is unreadable by every older release
# Chosen and not left to DuckDB: its own choice samples at random, and two builds would differ in their bytes.
_COMPRESSION = "uncompressed"
_BLOCK = "16384"  # bytes; the default of 256 KiB a column makes a small dataset a large file


def write(tables: Path, database: Path, texts: Mapping[str, str] | None = None) -> dict[str, int]:
    """Write `database` from the CSV files in `tables`, and return the number of rows of each table.

    `texts` are the raw texts by file name, kept in `raw_texts` so that offsets can be checked in the database alone.
    Raises duckdb.Error where a row breaks a constraint.
    """
    database.unlink(missing_ok=True)
    config: dict[str, str | bool | int | float | list[str]] = {
        "storage_compatibility_version": STORAGE,
        "threads": "1",
        "default_block_size": _BLOCK,
    }
    with duckdb.connect(str(database), config=config) as connection:
        connection.execute(f"SET force_compression = '{_COMPRESSION}'")
        connection.execute("BEGIN")
        for statement in [*ddl.statements(), ddl.RAW_TEXTS]:
            connection.execute(statement)
        counts = {name: _load(connection, name, tables / f"{name}.csv") for name in TABLES}
        for raw_file, text in sorted((texts or {}).items()):
            connection.execute("INSERT INTO raw_texts VALUES (?, ?)", [raw_file, text])
        for statement in [fold_macro(), *_views()]:
            connection.execute(statement)
        connection.execute("COMMIT")
        connection.execute("CHECKPOINT")
    return counts


def write_parquet(tables: Path) -> None:
    """Write one Parquet file a table beside its CSV, with the same rows in the same order."""
    with duckdb.connect(config={"threads": "1"}) as connection:
        for name in TABLES:
            target = str(tables / f"{name}.parquet").replace("'", "''")
            rows = _csv(name, tables / f"{name}.csv")
            connection.execute(
                f"COPY (SELECT * FROM {rows}) TO '{target}' (FORMAT parquet, COMPRESSION zstd)"
            )


def _load(connection: duckdb.DuckDBPyConnection, name: str, csv: Path) -> int:
    """Insert a table's rows; those that name another row of the same table after the others."""
    pointers = [column for key in TABLES[name].foreign if not key.table for column in key.columns]
    points = " OR ".join(f'"{column}" IS NOT NULL' for column in pointers)
    for condition in [f"NOT ({points})", points] if pointers else ["true"]:
        connection.execute(f"INSERT INTO {name} SELECT * FROM {_csv(name, csv)} WHERE {condition}")
    (count,) = connection.execute(f"SELECT count(*) FROM {name}").fetchone() or (0,)
    return int(count)


def _csv(name: str, csv: Path) -> str:
    """Return the table function that reads a table's CSV with its declared types."""
    columns = ", ".join(f"'{column.name}': '{ddl.TYPES[column.kind]}'" for column in TABLES[name].columns)
    path = str(csv).replace("'", "''")
    return (
        f"read_csv('{path}', header = true, auto_detect = false, delim = ',', quote = '\"', escape = '\"', "
        f"nullstr = '', allow_quoted_nulls = true, columns = {{{columns}}})"
    )


def _views() -> list[str]:
    script = (files("hiwar.dataset.publish") / "views.sql").read_text(encoding="utf-8")
    lines = [line for line in script.splitlines() if not line.startswith("--")]
    return [statement.strip() for statement in "\n".join(lines).split(";\n") if statement.strip()]
