"""Loading what is to be checked into one in-memory database: typed tables, each row marked whether it keeps its checks."""

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from hiwar.dataset.csvio import cells_sql, header_problem, problems, value_sql
from hiwar.dataset.publish.search import fold_macro
from hiwar.dataset.validate import rows
from hiwar.dataset.validate.findings import Finding, Report, WrongInput
from hiwar.dataset.validate.place import Place
from hiwar.schema import TABLES, Table
from hiwar.schema.base import Column
from hiwar.schema.derive import sql
from hiwar.schema.derive.checks import checks
from hiwar.schema.derive.ddl import INDEXED, TYPES

if TYPE_CHECKING:
    import pyarrow as pa

_KEEPS = sql.name("row keeps its checks")


def connect() -> duckdb.DuckDBPyConnection:
    """Return an in-memory database to check in."""
    connection = duckdb.connect()
    connection.execute("SET preserve_insertion_order = false")
    return connection


def tables(connection: duckdb.DuckDBPyConnection, scans: dict[str, str], report: Report) -> None:
    """Make the tables out of their scans, and add a finding for each check that a row breaks."""
    for name, scan in scans.items():
        table = TABLES[name]
        connection.execute(
            f"CREATE TABLE {sql.name(name)} AS SELECT {sql.names(table.column_names)}, {rows.keeps(table)} AS {_KEEPS} FROM {scan}"
        )
        count = f"SELECT count(*), count(*) FILTER (WHERE NOT {_KEEPS}) FROM {sql.name(name)}"
        total, bad = connection.execute(count).fetchone() or (0, 0)
        report.rows[name] = total
        if bad:
            connection.execute("SET preserve_insertion_order = true")
            rows.find(connection, table, scan, report)
            connection.execute("SET preserve_insertion_order = false")
        connection.execute(f"ALTER TABLE {sql.name(name)} DROP COLUMN {_KEEPS}")


def adopt(connection: duckdb.DuckDBPyConnection, known: "dict[str, pa.Table]", report: Report) -> None:
    """Make the tables out of rows that are known to keep their checks and keys."""
    for name, rows_of_table in known.items():
        connection.register("known", rows_of_table)
        connection.execute(f"CREATE TABLE {sql.name(name)} AS FROM known")
        report.rows[name] = rows_of_table.num_rows


def views(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the views that the checks over several tables use."""
    script = (files("hiwar.dataset.validate") / "views.sql").read_text(encoding="utf-8")
    connection.execute(fold_macro())
    connection.execute(script)


def csv_scans(place: Place, report: Report) -> dict[str, str]:
    """Return the scan of each CSV file; a file that is missing or is no table is a finding and has none."""
    scans = {}
    for table in TABLES.values():
        path = place.tables / f"{table.name}.csv"
        if not path.is_file():
            what = f"{path.name} is missing"
            report.add([Finding(table.name, None, None, None, "file_is_there", what, "build again")])
        elif problem := header_problem(path, table):
            mend = "save the table as `hiwar build` writes it"
            report.add([Finding(table.name, None, None, None, "csv_is_well_formed", problem.what, mend)])
        else:
            scans[table.name] = scan(table, cells_sql(path, table))
    return scans


def broken_csv(place: Place, table: Table, error: duckdb.Error) -> list[Finding]:
    """Return why DuckDB could not read a table's CSV file, each bad row by its number."""
    mend = "quote fields that hold a comma, a quotation mark or a line break, and save as UTF-8"
    found = problems(place.tables / f"{table.name}.csv", table)
    return [
        Finding(
            table.name,
            f"row {p.row}" if p.row else None,
            p.field,
            p.value,
            "csv_is_well_formed",
            p.what,
            mend,
        )
        for p in found
        if p.field is None
    ] or [Finding(table.name, None, None, None, "csv_is_well_formed", str(error).splitlines()[0], mend)]


def database_scans(connection: duckdb.DuckDBPyConnection, path: Path, report: Report) -> dict[str, str]:
    """Return the scan of each table of a DuckDB file, after checking columns, types and declared constraints.

    Raises WrongInput where the file is no DuckDB database.
    """
    try:
        connection.execute(f"ATTACH {sql.literal(path)} AS data (READ_ONLY)")
    except duckdb.Error as error:
        raise WrongInput(
            f"{path} is no DuckDB database that can be read: {str(error).splitlines()[0]}"
        ) from None
    scans = {}
    for table in TABLES.values():
        columns = connection.execute(
            "SELECT column_name, data_type, is_nullable FROM duckdb_columns() "
            "WHERE database_name = 'data' AND schema_name = 'main' AND table_name = ? ORDER BY column_index",
            [table.name],
        ).fetchall()
        if not columns:
            what = "the database has no such table"
            report.add([Finding(table.name, None, None, None, "table_is_there", what, "build again")])
            continue
        report.add(_columns(table, columns))
        report.add(_constraints(connection, table))
        if {name for name, *_ in columns} >= set(table.column_names):
            written = f"(SELECT COLUMNS(*)::VARCHAR FROM data.main.{sql.name(table.name)})"
            scans[table.name] = scan(table, written, printed=True)
    return scans


def scan(table: Table, cells: str, printed: bool = False) -> str:
    """Return a subquery with every column as a value and, where it is not text, as it is written.

    `printed`: the cells are DuckDB's own text of typed values, so there is no spelling to be strict about.
    """

    def value(column: Column) -> str:
        name = sql.name(column.name)
        if column.kind == "string":
            return name
        read = f"TRY_CAST({name} AS {TYPES[column.kind]})" if printed else value_sql(column, name)
        return f"{name} AS {rows.cell(column)}, {read} AS {name}"

    return f"(SELECT {', '.join(map(value, table.columns))} FROM {cells})"


def _columns(table: Table, columns: list[tuple[str, str, bool]]) -> list[Finding]:
    wanted = [(column.name, TYPES[column.kind], column.nullable) for column in table.columns]
    if columns == wanted:
        return []
    odd = [have for have in columns if have not in wanted] or [want for want in wanted if want not in columns]
    name, kind, nullable = (odd or columns)[0]
    what = "the columns are not those of schema/hiwar.sql, in this order, with these types and NOT NULL"
    value = f"{kind}{'' if nullable else ' NOT NULL'}"
    return [Finding(table.name, None, name, value, "columns_are_declared", what, "build again")]


def _constraints(connection: duckdb.DuckDBPyConnection, table: Table) -> list[Finding]:
    """Return a finding for each kind of constraint of which the database has fewer than the models."""
    query = """SELECT constraint_type, count(*) FROM duckdb_constraints()
        WHERE database_name = 'data' AND table_name = ? GROUP BY 1"""
    have = dict(connection.execute(query, [table.name]).fetchall())
    wanted = {"CHECK": len(checks(table))}
    if _indexed(connection):
        wanted |= {"PRIMARY KEY": 1, "UNIQUE": len(table.unique), "FOREIGN KEY": len(table.foreign)}
    return [
        Finding(
            table.name,
            None,
            None,
            kind,
            "constraints_are_declared",
            f"the database has {have.get(kind, 0)} constraints of this kind, the models have {count}",
            "build again",
        )
        for kind, count in wanted.items()
        if have.get(kind, 0) < count
    ]


def _indexed(connection: duckdb.DuckDBPyConnection) -> bool:
    """Return whether the attached database is small enough for indexes."""
    names = ", ".join(map(sql.literal, TABLES))
    query = f"SELECT sum(estimated_size) FROM duckdb_tables() WHERE database_name = 'data' AND table_name IN ({names})"
    (rows,) = connection.execute(query).fetchone() or (0,)
    return (rows or 0) <= INDEXED


def texts(connection: duckdb.DuckDBPyConnection, place: Place | None, report: Report) -> None:
    """Make the table `raw_texts`: from the folder of raw files, else from the database, which holds them as well."""
    connection.execute("CREATE TABLE raw_texts (raw_file VARCHAR, text VARCHAR)")
    if place is None:
        _held_texts(connection, "data", report)
    elif place.raw.is_dir():
        _read_texts(connection, place.raw)
    elif place.database.is_file():
        connection.execute(f"ATTACH {sql.literal(place.database)} AS texts (READ_ONLY)")
        _held_texts(connection, "texts", report)
        connection.execute("DETACH texts")


def _held_texts(connection: duckdb.DuckDBPyConnection, database: str, report: Report) -> None:
    try:
        connection.execute(f"INSERT INTO raw_texts SELECT raw_file, text FROM {database}.main.raw_texts")
    except duckdb.Error:
        what = "the database has no table raw_texts with the raw files, so no span can be checked"
        report.add([Finding("raw_texts", None, None, None, "table_is_there", what, "build again")])


def _read_texts(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    named = connection.execute("SELECT raw_file FROM articles UNION SELECT raw_file FROM passages").fetchall()
    paths = [str(folder / name) for (name,) in named if name and (folder / name).is_file()]
    if paths:
        connection.execute(
            "INSERT INTO raw_texts SELECT substr(filename, length(?) + 2), content FROM read_text(?)",
            [str(folder), paths],
        )
