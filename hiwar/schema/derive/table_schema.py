"""Table Schema (Data Package v2) of each table."""

from typing import Any

from hiwar.schema.base import Column, ForeignKey, Table

PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json"


def table_schema(table: Table) -> dict[str, Any]:
    """Return the Table Schema of a table. Row rules and UNIQUE have no place in it; the database keeps those."""
    schema: dict[str, Any] = {
        "$schema": PROFILE,
        "name": table.name,
        "title": table.en,
        "title_ar": table.ar,
        "description": table.description,
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    if table.foreign:
        schema["foreignKeys"] = [_reference(key) for key in table.foreign]
    return schema


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": column.kind,
        "title": column.extra["label_en"],
        "title_ar": column.extra["label_ar"],
        "description": column.description,
        "example": column.example,
    }
    if unit := column.extra.get("unit"):
        field["unit"] = unit
    if column.meanings:
        field["meanings"] = column.meanings
    if constraints := _constraints(column):
        field["constraints"] = constraints
    return field


def _constraints(column: Column) -> dict[str, Any]:
    given = {
        "required": None if column.nullable else True,
        "enum": list(column.meanings) or None,
        "pattern": column.constraint("pattern"),
        "minLength": column.constraint("min_length"),
        "minimum": column.constraint("ge"),
    }
    return {name: value for name, value in given.items() if value is not None}


def _reference(key: ForeignKey) -> dict[str, Any]:
    return {"fields": list(key.columns), "reference": {"resource": key.table, "fields": list(key.to)}}
