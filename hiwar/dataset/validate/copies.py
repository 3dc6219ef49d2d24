"""CSV, Parquet and DuckDB hold the same rows."""

from pathlib import Path

import duckdb

from hiwar.dataset.validate.findings import Finding, Query, Report, run
from hiwar.dataset.validate.place import Place
from hiwar.dataset.validate.rows import identity
from hiwar.schema import TABLES, Table
from hiwar.schema.derive import sql
from hiwar.schema.derive.ddl import TYPES


def compare(connection: duckdb.DuckDBPyConnection, place: Place, report: Report) -> None:
    """Add findings where a Parquet file or the database beside the CSV files differs from them."""
    found = {
        path.stem: path for folder in (place.tables, place.tables.parent) for path in folder.glob("*.parquet")
    }
    if found:
        for table in TABLES.values():
            _parquet(connection, table, found.get(table.name), report)
    else:
        report.notes.append("Parquet was not compared: there is none beside the CSV files")
    if place.database.is_file():
        connection.execute(f"ATTACH {sql.literal(place.database)} AS beside (READ_ONLY)")
        for table in TABLES.values():
            _same(connection, table, f"beside.main.{table.name}", "database", report)
        connection.execute("DETACH beside")
    else:
        report.notes.append(f"the database was not compared: there is no {place.database.name}")


def _parquet(connection: duckdb.DuckDBPyConnection, table: Table, path: Path | None, report: Report) -> None:
    if path is None:
        what = f"there is no {table.name}.parquet beside the others"
        report.add([Finding(table.name, None, None, None, "parquet_is_there", what, "build again")])
    else:
        _same(connection, table, f"read_parquet({sql.literal(path)})", "parquet", report)


def _same(connection: duckdb.DuckDBPyConnection, table: Table, other: str, kind: str, report: Report) -> None:
    """Compare counts and a sum of row hashes, and only where they differ the rows themselves."""
    names = sql.names(table.column_names)
    wanted = [(column.name, TYPES[column.kind]) for column in table.columns]
    try:
        described = connection.execute(f"DESCRIBE SELECT * FROM {other}").fetchall()
    except duckdb.Error as error:
        what = f"cannot be read: {str(error).splitlines()[0]}"
        report.add([Finding(table.name, None, None, None, f"{kind}_has_the_table", what, "build again")])
        return
    if [(name, kind_of) for name, kind_of, *_ in described] != wanted:
        shown = ", ".join(f"{name} {kind_of}" for name, kind_of, *_ in described)
        what = "its columns are not those of the table, in this order and with these types"
        report.add([Finding(table.name, None, None, shown, f"{kind}_has_the_columns", what, "build again")])
        return
    summed = f"SELECT count(*), sum(CAST(hash({names}) AS HUGEINT)) FROM"
    ours, theirs = (connection.execute(f"{summed} {source}").fetchone() for source in (table.name, other))
    if ours == theirs or ours is None or theirs is None:
        return
    if ours[0] != theirs[0]:
        what = f"it has {theirs[0]} rows, the CSV has {ours[0]}"
        report.add(
            [Finding(table.name, None, None, str(theirs[0]), f"{kind}_has_the_rows", what, "build again")]
        )
    rows = f"""SELECT DISTINCT {identity(table)} AS row, NULL AS value FROM
        ((SELECT {names} FROM {table.name} EXCEPT ALL SELECT {names} FROM {other}) UNION ALL
         (SELECT {names} FROM {other} EXCEPT ALL SELECT {names} FROM {table.name}))"""
    what = f"the row is not the same in the CSV and in the {kind}"
    run(connection, Query(f"{kind}_equals_csv", table.name, None, rows, what, "build again"), report)
