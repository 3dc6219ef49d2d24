"""The DuckDB schema: tables with keys and named checks, and a comment on each table and column."""

from hiwar.schema import TABLES
from hiwar.schema.base import Column, ForeignKey, Table
from hiwar.schema.derive import sql
from hiwar.schema.derive.checks import checks

TYPES = {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "date": "DATE"}

INDEXED = 2_000_000
"""Rows of all tables together up to which a database has indexes, those of keys (held in memory whole) and of search."""

RAW_TEXTS = """CREATE TABLE raw_texts (
  raw_file VARCHAR PRIMARY KEY,
  text VARCHAR NOT NULL
);
COMMENT ON TABLE raw_texts IS 'The raw files that all offsets count into, as text. Not a table of the dataset.';"""
"""The raw texts beside the tables, so that a database can be checked and read on its own."""


def statements(keys: bool = True) -> list[str]:
    """Return the SQL statements that create all tables, parents first, and their comments."""
    return [statement for table in TABLES.values() for statement in [create(table, keys), *comments(table)]]


def create(table: Table, keys: bool = True) -> str:
    """Return the CREATE TABLE statement of one table; without `keys` its rows are checked, but kept unindexed."""
    lines = [
        f"{sql.name(column.name)} {TYPES[column.kind]}{'' if column.nullable else ' NOT NULL'}"
        for column in table.columns
    ]
    if keys:
        lines.append(f"PRIMARY KEY ({sql.names(table.key)})")
        lines += [f"UNIQUE ({sql.names(columns)})" for columns in table.unique]
        lines += [_reference(key, table) for key in table.foreign]
    lines += [f"CONSTRAINT {sql.name(check.name)} CHECK ({check.condition})" for check in checks(table)]
    return f"CREATE TABLE {sql.name(table.name)} (\n  " + ",\n  ".join(lines) + "\n);"


def comments(table: Table) -> list[str]:
    """Return the COMMENT statements of one table and of its columns."""
    about = f"{table.en} | {table.ar}. {table.description}"
    return [
        f"COMMENT ON TABLE {sql.name(table.name)} IS {sql.literal(about)};",
        *(
            f"COMMENT ON COLUMN {sql.name(table.name)}.{sql.name(column.name)} IS {sql.literal(comment(column))};"
            for column in table.columns
        ),
    ]


def comment(column: Column) -> str:
    """Return what a column's comment says: both labels, how to decide the value, unit, and the closed vocabulary."""
    parts = [f"{column.extra['label_en']} | {column.extra['label_ar']}. {column.description}"]
    if unit := column.extra.get("unit"):
        parts.append(f"Unit: {unit}.")
    if column.meanings:
        parts.append("; ".join(f"{value}: {meaning}" for value, meaning in column.meanings.items()) + ".")
    return " ".join(parts)


def script() -> str:
    """Return `schema/hiwar.sql`: all statements, with a note of where they come from."""
    note = "-- Made by `python -m hiwar.schema` from the models in hiwar/schema; do not edit.\n"
    return note + "\n" + "\n".join(statements()) + "\n"


def _reference(key: ForeignKey, table: Table) -> str:
    target = sql.name(key.table or table.name)
    return f"FOREIGN KEY ({sql.names(key.columns)}) REFERENCES {target} ({sql.names(key.to)})"
