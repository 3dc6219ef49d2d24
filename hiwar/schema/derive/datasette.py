"""Datasette metadata: titles, descriptions and labels of the tables and columns."""

from typing import Any

from hiwar.schema import TABLES, about
from hiwar.schema.base import Column, Table

HIDDEN = ("raw_texts",)
"""Tables of the database that are not tables of the dataset."""


def metadata(database: str = about.NAME) -> dict[str, Any]:
    """Return the metadata of a Datasette instance that serves the dataset as `database`."""
    tables = {table.name: _table(table) for table in TABLES.values()}
    return {
        "title": about.TITLE_EN,
        "description": f"{about.DESCRIPTION} {about.SOURCE_TEXT['title']}.",
        "license": about.ANNOTATIONS["title"],
        "license_url": about.ANNOTATIONS["path"],
        "databases": {
            database: {
                "title": f"{about.TITLE_EN} | {about.TITLE_AR}",
                "description": about.DESCRIPTION,
                "tables": {**tables, **{name: {"hidden": True} for name in HIDDEN}},
            }
        },
    }


def _table(table: Table) -> dict[str, Any]:
    found: dict[str, Any] = {
        "title": f"{table.en} | {table.ar}",
        "description": table.description,
        "columns": {column.name: _column(column) for column in table.columns},
    }
    if table.label:
        found["label_column"] = table.label
    return found


def _column(column: Column) -> str:
    unit = f" Unit: {column.extra['unit']}." if "unit" in column.extra else ""
    return f"{column.extra['label_en']} | {column.extra['label_ar']}. {column.description}{unit}"
