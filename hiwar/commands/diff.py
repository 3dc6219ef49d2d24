"""`hiwar diff`: what changed from one build to another."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from hiwar.console import json_option, print_json
from hiwar.grid import cut

if TYPE_CHECKING:
    from hiwar.dataset.diff import Key, TableDiff


@click.command(name="diff")
@click.argument("old")
@click.argument("new")
@click.option("--markdown", is_flag=True, help="Print the data section of a changelog.")
@json_option
@click.pass_context
def command(context: click.Context, old: str, new: str, markdown: bool, as_json: bool) -> None:
    """Tell which rows were added, removed and changed from OLD to NEW, by table and column.

    Each is a .duckdb file or a folder with the tables as CSV. Exit code 0: no difference; 1: differences; 2: trouble.
    """
    from hiwar.dataset.diff import diff

    if markdown and as_json:
        raise ValueError("name one of --json and --markdown")
    found = diff(old, new)
    if as_json:
        print_json([_as_dict(table) for table in found])
    elif markdown:
        click.echo(_markdown(found))
    else:
        for table in filter(None, found):
            click.echo(_page(table))
    context.exit(1 if any(found) else 0)


def _as_dict(table: "TableDiff") -> dict[str, Any]:
    return asdict(table) | {"changed_rows": table.changed_rows, "changed_columns": table.changed_columns}


def _page(table: "TableDiff") -> str:
    """Return the differences of one table, a line each: + added, - removed, ~ changed."""
    return "\n".join(
        [
            f"{table.table}: {_summary(table)}",
            *(f"  + column {name}" for name in table.columns_added),
            *(f"  - column {name}" for name in table.columns_removed),
            *(f"  + {_key(key)}" for key in table.added),
            *(f"  - {_key(key)}" for key in table.removed),
            *(
                f"  ~ {_key(change.key)}  {change.column}: {_value(change.old)} → {_value(change.new)}"
                for change in table.changed
            ),
        ]
    )


def _summary(table: "TableDiff") -> str:
    columns = ", ".join(f"{name} {count}" for name, count in table.changed_columns.items())
    return (
        f"{table.rows[0]} → {table.rows[1]} rows, {len(table.added)} added, {len(table.removed)} removed, "
        f"{table.changed_rows} changed{f' ({columns})' if columns else ''}"
    )


def _key(key: "Key") -> str:
    return " · ".join(key)


def _value(value: str | None) -> str:
    return "–" if value is None else f"«{cut(value)}»"


def _markdown(found: "list[TableDiff]") -> str:
    differing = [table for table in found if table]
    if not differing:
        return "No change in the data."
    lines = ["| table | rows | added | removed | changed |", "| --- | ---: | ---: | ---: | --- |"]
    for table in differing:
        columns = ", ".join(f"`{name}` {count}" for name, count in table.changed_columns.items())
        changed = f"{table.changed_rows} ({columns})" if columns else "0"
        cells = (f"`{table.table}`", table.rows[1], len(table.added), len(table.removed), changed)
        lines.append(f"| {' | '.join(map(str, cells))} |")
    for what, names in (("New", "columns_added"), ("Dropped", "columns_removed")):
        found_columns = [f"`{table.table}.{name}`" for table in differing for name in getattr(table, names)]
        lines += [f"\n{what} columns: {', '.join(found_columns)}."] if found_columns else []
    return "\n".join(lines)
