"""Keys over whole tables: unique rows, and references that name a row."""

from collections.abc import Iterator

from hiwar.dataset.validate.findings import Query
from hiwar.dataset.validate.rows import identity
from hiwar.schema import TABLES, Table
from hiwar.schema.base import ForeignKey
from hiwar.schema.derive import sql


def queries() -> Iterator[Query]:
    """Yield the checks of the primary keys, the unique columns and the foreign keys of all tables."""
    for table in TABLES.values():
        yield _unique(table, table.key, "key_is_unique")
        for columns in table.unique:
            yield _unique(table, columns, "_and_".join(columns) + "_is_unique")
        for key in table.foreign:
            yield _reference(table, key)


def _unique(table: Table, columns: tuple[str, ...], rule: str) -> Query:
    given = " AND ".join(f"{sql.name(column)} IS NOT NULL" for column in columns)
    shown = " || ' / ' || ".join(sql.name(column) for column in columns)
    query = f"""SELECT min({identity(table)}) AS row, any_value({shown}) AS value
        FROM {sql.name(table.name)} WHERE {given} GROUP BY {sql.names(columns)} HAVING count(*) > 1"""
    what = f"more than one row has this {' and '.join(columns)}"
    return Query(rule, table.name, columns[0], query, what, "keep one of the rows, or correct the other")


def _reference(table: Table, key: ForeignKey) -> Query:
    (column,), (target,) = key.columns, key.to
    parent = key.table or table.name
    query = f"""SELECT {identity(table)} AS row, {sql.name(column)} AS value FROM {sql.name(table.name)}
        WHERE {sql.name(column)} IS NOT NULL AND {sql.name(column)} NOT IN
        (SELECT {sql.name(target)} FROM {sql.name(parent)} WHERE {sql.name(target)} IS NOT NULL)"""
    what = f"no row of {parent} has this {target}"
    return Query(
        f"{column}_names_a_row", table.name, column, query, what, f"correct it, or add the row to {parent}"
    )
