"""What a row of a table must keep, as named SQL conditions: for the database's CHECKs and for `hiwar validate`."""

import ast
from dataclasses import dataclass

from hiwar.schema.base import Column, Table
from hiwar.schema.derive import sql


@dataclass(frozen=True)
class Check:
    """A condition over one row. `condition` is SQL and is not false for a row that keeps it."""

    name: str
    column: str | None  # None: over several columns
    condition: str
    meaning: str
    mend: str
    columns: tuple[str, ...] = ()  # of a rule, those that it speaks of


def checks(table: Table) -> list[Check]:
    """Return the checks of a table's rows, NOT NULL apart: those of each column in order, then the row rules."""
    found = [check for column in table.columns for check in column_checks(column)]
    for rule in table.rules:
        columns = tuple(_columns_of(rule.expression, table))
        mend = "correct one of " + ", ".join(columns)
        found.append(Check(rule.name, None, sql.condition(rule.expression), rule.meaning, mend, columns))
    return found


def column_checks(column: Column) -> list[Check]:
    """Return the checks of one column's value; each lets NULL pass."""
    quoted = sql.name(column.name)
    found = []

    def add(kind: str, condition: str, meaning: str, mend: str) -> None:
        found.append(Check(f"{column.name}_{kind}", column.name, condition, meaning, mend))

    if column.meanings:
        values = ", ".join(map(sql.literal, column.meanings))
        add(
            "is_known",
            f"{quoted} IN ({values})",
            "is not in the closed vocabulary",
            "use one of " + ", ".join(column.meanings),
        )
    if (pattern := column.constraint("pattern")) is not None:
        add(
            "has_its_form",
            f"regexp_full_match({quoted}, {sql.literal(pattern)})",
            f"does not match {pattern}",
            f"write it like {column.example}",
        )
    if (least := column.constraint("min_length")) is not None:
        add(
            "has_text",
            f"length({quoted}) >= {least}",
            "is shorter than it may be",
            "fill it, or leave it out where the column may be null",
        )
    if (minimum := column.constraint("ge")) is not None:
        add("is_large_enough", f"{quoted} >= {minimum}", f"is below {minimum}", f"give {minimum} or more")
    if column.kind == "number":
        add("is_finite", f"isfinite({quoted})", "is not a finite number", "give a number, or null")
    return found


def _columns_of(expression: str, table: Table) -> list[str]:
    spoken = {node.id for node in ast.walk(ast.parse(expression)) if isinstance(node, ast.Name)}
    return [column.name for column in table.columns if column.name in spoken]
