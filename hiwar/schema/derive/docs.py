"""The tables that people read: columns, keys, rules and closed vocabularies of each table, as Markdown."""

import re
from collections.abc import Iterable

from hiwar.schema import TABLES
from hiwar.schema.base import Column, ForeignKey, Table

NOTE = "<!-- Made by `python -m hiwar.schema` from the models in hiwar/schema; do not edit. -->"
_BLOCK = re.compile(r"(<!-- fields:(\w+) -->\n).*?(<!-- /fields -->)", re.DOTALL)


def tables_page() -> str:
    """Return `docs/tables.md`: every table with its columns, keys, rules and vocabularies."""
    overview = _rows(
        ("table", "الجدول", "what a row is"),
        ((f"[`{t.name}`](#{t.name})", t.ar, t.description) for t in TABLES.values()),
    )
    intro = (
        "# Tables\n\nCSV, Parquet and DuckDB hold the same rows and the same columns, in this order. "
        "An empty CSV field is null. Offsets count Unicode code points of the raw file from 0; spans are half-open. "
        "How a value is decided is told in the [codebook](../schema/codebook.md)."
    )
    return "\n\n".join([NOTE, intro, overview, *map(_section, TABLES.values())]) + "\n"


def filled(text: str) -> str:
    """Return the text with what stands between `<!-- fields:TABLE -->` and `<!-- /fields -->` made anew.

    Raises ValueError where a block names no table.
    """

    def block(match: re.Match[str]) -> str:
        if match[2] not in TABLES:
            raise ValueError(f"there is no table {match[2]!r}; tables are {', '.join(TABLES)}")
        return f"{match[1]}{fields(TABLES[match[2]])}\n{match[3]}"

    return _BLOCK.sub(block, text)


def fields(table: Table) -> str:
    """Return the columns of a table as a Markdown table, with the closed vocabularies below."""
    head = ("column", "العمود", "type", "null", "how it is decided", "example")
    parts = [_rows(head, (_field(table, column) for column in table.columns))]
    for column in table.columns:
        if column.meanings:
            meanings = _rows(
                (f"`{column.name}`", "meaning"), ((f"`{v}`", m) for v, m in column.meanings.items())
            )
            parts.append(meanings)
    return "\n\n".join(parts)


def _section(table: Table) -> str:
    parts = [f"## {table.name}", f"{table.en} | {table.ar}. {table.description}", fields(table), _keys(table)]
    if table.rules:
        parts.append(_rows(("rule of a row", "meaning"), ((f"`{r.name}`", r.meaning) for r in table.rules)))
    return "\n\n".join(parts)


def _keys(table: Table) -> str:
    lines = [f"- Primary key: {_listed(table.key)}."]
    lines += [f"- Unique: {_listed(columns)}." for columns in table.unique]
    lines += [f"- {_listed(key.columns)} → {_target(key, table)}." for key in table.foreign]
    return "\n".join(lines)


def _target(key: ForeignKey, table: Table) -> str:
    name = key.table or table.name
    return f"[`{name}`](#{name}) ({_listed(key.to)})"


def _field(table: Table, column: Column) -> tuple[str, ...]:
    unit = f" Unit: {column.extra['unit']}." if "unit" in column.extra else ""
    null = "yes" if column.nullable else ""
    return (
        f"`{column.name}`",
        column.extra["label_ar"],
        column.kind,
        null,
        column.description + unit,
        str(column.example),
    )


def _listed(columns: Iterable[str]) -> str:
    return ", ".join(f"`{column}`" for column in columns)


def _rows(head: tuple[str, ...], body: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *body]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)
