"""The checks of single rows, as SQL: each value readable, given where it must be, allowed; and the row's rules."""

import duckdb

from hiwar.dataset.validate.findings import Query, Report, run
from hiwar.schema import Table
from hiwar.schema.base import Column
from hiwar.schema.derive import sql
from hiwar.schema.derive.checks import Check, checks, column_checks


def written(column: Column) -> str:
    """Return the name under which a scan gives the column as it is written, before it is read as a value."""
    return column.name if column.kind == "string" else f"{column.name} cell"


def cell(column: Column) -> str:
    """Return that name quoted for SQL."""
    return sql.name(written(column))


def field_checks(table: Table) -> list[Check]:
    """Return the checks of each column: readable, given, allowed."""
    return [
        check
        for column in table.columns
        for check in [*_readable(column), *_given(column), *column_checks(column)]
    ]


def _readable(column: Column) -> list[Check]:
    if column.kind == "string":
        return []
    condition = f"{cell(column)} IS NULL OR {sql.name(column.name)} IS NOT NULL"
    article = "an integer" if column.kind == "integer" else f"a {column.kind}"
    mend = "write it in ASCII digits, as `2500`, `1.5` or `2024-01-27`"
    return [Check(f"{column.name}_is_readable", column.name, condition, f"is not {article}", mend)]


def _given(column: Column) -> list[Check]:
    if column.nullable:
        return []
    condition = f"{cell(column)} IS NOT NULL"
    return [
        Check(f"{column.name}_is_given", column.name, condition, "is empty", "fill it; it may not be null")
    ]


def keeps(table: Table) -> str:
    """Return the SQL condition that a row of a scan keeps all its checks; true or false, never NULL."""
    return _all(row_checks(table))


def row_checks(table: Table) -> list[Check]:
    """Return all checks of a row: those of its fields, then its rules."""
    return [*field_checks(table), *_rules(table)]


def _rules(table: Table) -> list[Check]:
    return [check for check in checks(table) if check.column is None]


def _all(found: list[Check]) -> str:
    """Return that none of the checks is false: of truth values joined by AND, NULL has no say against a false one."""
    return "((" + ") AND (".join(check.condition for check in found) + ")) IS DISTINCT FROM false"


def find(connection: duckdb.DuckDBPyConnection, table: Table, scan: str, report: Report) -> None:
    """Add a finding for each check that a row of the scan breaks; rules are asked only where every field is in order."""
    fields = field_checks(table)
    rules = _rules(table)
    broken = [f"NOT coalesce({check.condition}, true)" for check in fields]
    broken += [f"({_all(fields)}) AND NOT {check.condition}" for check in rules]
    counts = connection.execute(
        f"SELECT {', '.join(f'count(*) FILTER (WHERE {condition})' for condition in broken)} FROM {scan}"
    ).fetchone()
    for check, condition, count in zip([*fields, *rules], broken, counts or (), strict=True):
        if count:
            run(connection, _query(table, scan, check, condition), report)


def _query(table: Table, scan: str, check: Check, condition: str) -> Query:
    names = (check.column,) if check.column else check.columns
    cells = [cell(column) for column in table.columns if column.name in names]
    value = cells[0] if check.column else " || ', ' || ".join(f"coalesce({given}, 'null')" for given in cells)
    numbered = f"(SELECT *, row_number() OVER () AS {sql.name('row number')} FROM {scan})"
    row = f"coalesce({identity(table)}, 'row ' || {sql.name('row number')})"
    query = f"SELECT {row} AS row, {value} AS value FROM {numbered} WHERE {condition}"
    return Query(check.name, table.name, ", ".join(names), query, check.meaning, check.mend)


def identity(table: Table) -> str:
    """Return the SQL expression of a row's id as findings name it: its key, ` / ` between the parts."""
    return "(" + " || ' / ' || ".join(sql.name(column) for column in table.key) + ")"
