"""CSV tables → one DuckDB file that any client since DuckDB 1.2 can open."""

from collections.abc import Callable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import duckdb

from hiwar.dataset.publish.search import SEARCHED, fold_macro, index_macro
from hiwar.schema import TABLES, Table
from hiwar.schema.derive import ddl, sql
from hiwar.schema.origins import ORIGINS, REJECTS
from hiwar.serve.duck.declared_keys import ForeignKey, declare_keys
from hiwar.serve.duck.search_index import build_search_indexes

STORAGE = "v1.2.0"  # the default of DuckDB 2.0 is unreadable by every older release
MEMORY = "300MB"  # with what DuckDB does not count, and the indexes of the keys, well below 1 GiB
SMALL = 100_000  # rows


class _Layout(NamedTuple):
    """How a file is laid out."""

    compression: str
    block: str  # bytes

    @classmethod
    def of(cls, rows: int) -> "_Layout":
        """Return the layout for a number of rows.

        A small file is the same to the byte whenever it is made: its compression is chosen and not left to DuckDB,
        whose own choice samples at random, and its blocks are small. In a large one DuckDB leaves some bytes unset
        whatever one chooses, so that one is made small instead.
        """
        return cls("uncompressed", "16384") if rows <= SMALL else cls("zstd", "262144")


def write(tables: Path, database: Path, texts: Mapping[str, str] | None = None) -> dict[str, int]:
    """Write `database` from the CSV files in `tables`, and return the number of rows of each table.

    `texts` are the raw texts by file name, kept in `raw_texts` so that offsets can be checked in the database alone.
    Raises duckdb.Error where a row breaks a constraint.
    """
    scans = {name: _csv(name, tables / f"{name}.csv") for name in TABLES}
    return _write(database, scans, lambda connection: _insert_texts(connection, texts or {}))


def write_folder(folder: Path, database: Path, jobs: int = 1) -> dict[str, int]:
    """Write `database` from the Parquet files of a folder build, with its raw texts, origins and rejects.

    `jobs`: how many processors to use. Returns the number of rows of each table; raises duckdb.Error where a row breaks
    a constraint.
    """
    scans = {name: _parquet(folder / "tables" / f"{name}.parquet") for name in TABLES}

    def load(connection: duckdb.DuckDBPyConnection) -> None:
        connection.execute(f"INSERT INTO raw_texts FROM {_parquet(folder / 'raw_texts.parquet')}")
        for table in (ORIGINS, REJECTS):
            for statement in [ddl.create(table), *ddl.comments(table)]:
                connection.execute(statement)
            connection.execute(f"INSERT INTO {table.name} FROM {_parquet(folder / f'{table.name}.parquet')}")

    return _write(database, scans, load, jobs)


def _write(
    database: Path,
    scans: Mapping[str, str],
    further: Callable[[duckdb.DuckDBPyConnection], None],
    jobs: int = 1,
) -> dict[str, int]:
    """Make the database out of the scan of each table; `further` loads what stands beside the tables."""
    database.unlink(missing_ok=True)
    rows = _count(scans)
    layout = _Layout.of(rows)
    config: dict[str, str | bool | int | float | list[str]] = {
        "storage_compatibility_version": STORAGE,
        "threads": "1",
        "default_block_size": layout.block,
        "memory_limit": MEMORY,
        "temp_directory": str(database.with_suffix(".spill")),
    }
    with duckdb.connect(str(database), config=config) as connection:
        connection.execute(f"SET force_compression = '{layout.compression}'")
        connection.execute("BEGIN")
        for statement in [*ddl.statements(keys=rows <= ddl.INDEXED), ddl.RAW_TEXTS]:
            connection.execute(statement)
        counts = {}
        for name, scan in scans.items():
            counts[name] = _load(connection, name, scan)
            if rows > SMALL:  # what is not yet committed is held in memory, or spilt and read again
                connection.execute("COMMIT")
                connection.execute("CHECKPOINT")
                connection.execute("BEGIN")
        further(connection)
        if rows > ddl.INDEXED:
            for table in TABLES.values():
                declare_keys(connection, table.name, table.key, _references(table))
        connection.execute("COMMIT")
        finish(connection, jobs if SMALL < rows <= ddl.INDEXED else 1)
        connection.execute("CHECKPOINT")
    return counts


def finish(connection: duckdb.DuckDBPyConnection, at_once: int = 1) -> None:
    """Add what is made of the rows: the folding of Arabic, the search indexes (`at_once` of them side by side), the views."""
    connection.execute(fold_macro())
    connection.execute(index_macro())
    build_search_indexes(connection, SEARCHED, "ar_index", at_once)
    for statement in _views():
        connection.execute(statement)


def _count(scans: Mapping[str, str]) -> int:
    counted = " + ".join(f"(SELECT count(*) FROM {scan})" for scan in scans.values())
    (rows,) = duckdb.execute(f"SELECT {counted}").fetchone() or (0,)
    return int(rows)


def write_parquet(tables: Path) -> None:
    """Write one Parquet file a table beside its CSV, with the same rows in the same order."""
    with duckdb.connect(config={"threads": "1"}) as connection:
        for name in TABLES:
            target = str(tables / f"{name}.parquet").replace("'", "''")
            rows = _csv(name, tables / f"{name}.csv")
            connection.execute(
                f"COPY (SELECT * FROM {rows}) TO '{target}' (FORMAT parquet, COMPRESSION zstd)"
            )


def _insert_texts(connection: duckdb.DuckDBPyConnection, texts: Mapping[str, str]) -> None:
    for raw_file, text in sorted(texts.items()):
        connection.execute("INSERT INTO raw_texts VALUES (?, ?)", [raw_file, text])


def _load(connection: duckdb.DuckDBPyConnection, name: str, scan: str) -> int:
    """Insert a table's rows; those that name another row of the same table after the others."""
    pointers = [column for key in TABLES[name].foreign if not key.table for column in key.columns]
    points = " OR ".join(f'"{column}" IS NOT NULL' for column in pointers)
    for condition in [f"NOT ({points})", points] if pointers else ["true"]:
        connection.execute(f"INSERT INTO {name} SELECT * FROM {scan} WHERE {condition}")
    (count,) = connection.execute(f"SELECT count(*) FROM {name}").fetchone() or (0,)
    return int(count)


def _parquet(path: Path) -> str:
    return f"read_parquet({sql.literal(path)})"


def _csv(name: str, csv: Path) -> str:
    """Return the table function that reads a table's CSV with its declared types."""
    columns = ", ".join(f"'{column.name}': '{ddl.TYPES[column.kind]}'" for column in TABLES[name].columns)
    path = str(csv).replace("'", "''")
    return (
        f"read_csv('{path}', header = true, auto_detect = false, delim = ',', quote = '\"', escape = '\"', "
        f"nullstr = '', allow_quoted_nulls = true, columns = {{{columns}}})"
    )


def _references(table: Table) -> list[ForeignKey]:
    return [ForeignKey(key.columns, key.table or table.name, key.to) for key in table.foreign]


def _views() -> list[str]:
    script = (files("hiwar.dataset.publish") / "views.sql").read_text(encoding="utf-8")
    lines = [line for line in script.splitlines() if not line.startswith("--")]
    return [statement.strip() for statement in "\n".join(lines).split(";\n") if statement.strip()]
