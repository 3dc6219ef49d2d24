"""The descriptor beside the tables: it names the files as they are, follows the models, and frictionless accepts it."""

import hashlib
import json
from pathlib import Path
from typing import Any

from hiwar.dataset.validate.findings import Finding, Report
from hiwar.dataset.validate.place import Place
from hiwar.schema import TABLES
from hiwar.schema.derive.table_schema import table_schema


def describe(place: Place, report: Report) -> bool:
    """Check the descriptor against the files and the models; return whether it can be used."""
    try:
        package = json.loads(place.package.read_text(encoding="utf-8"))
        resources = {resource["name"]: resource for resource in package["resources"]}
    except FileNotFoundError:
        _add(report, None, "package_is_there", "there is no datapackage.json", None)
        return False
    except (ValueError, KeyError, TypeError) as error:
        _add(report, None, "package_is_there", f"datapackage.json cannot be read: {error}", None)
        return False
    for name, table in TABLES.items():
        resource = resources.get(name)
        if resource is None:
            _add(report, name, "package_has_the_table", "datapackage.json does not name the table", None)
            continue
        if _schema(resource.get("schema"), place.package.parent) != table_schema(table):
            _add(
                report, name, "package_follows_the_models", "its Table Schema is not that of the models", None
            )
        _file(report, name, resource, place.package.parent)
    return True


def _file(report: Report, name: str, resource: dict[str, Any], folder: Path) -> None:
    path = folder / resource.get("path", "")
    if not path.is_file():
        _add(report, name, "package_names_the_file", "there is no such file", resource.get("path"))
        return
    content = path.read_bytes()
    digest = f"sha256:{hashlib.sha256(content).hexdigest()}"
    if (resource.get("hash"), resource.get("bytes")) != (digest, len(content)):
        what = "hash or bytes are not those of the file, so the file was changed after the build"
        _add(report, name, "package_hash_is_of_the_file", what, resource.get("hash"))


def _schema(given: Any, folder: Path) -> Any:
    if isinstance(given, str):
        try:
            given = json.loads((folder / given).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
    return (
        {name: value for name, value in given.items() if name != "$comment"}
        if isinstance(given, dict)
        else None
    )


def judge(place: Place, report: Report) -> None:
    """Add what frictionless finds in the package and no other check has named; a note where it is not installed."""
    try:
        from frictionless import Package
    except ImportError:
        report.notes.append("frictionless was left out: install it with `pip install 'hiwar[validate]'`")
        return
    outcome = Package(str(place.package)).validate()
    named = report.named()
    for message in outcome.errors:
        _add(
            report,
            None,
            f"frictionless_{message.type.replace('-', '_')}",
            message.note or message.message,
            None,
        )
    for task in outcome.tasks:
        for error in task.errors:
            cells = getattr(error, "cells", None) or []
            table = TABLES.get(task.name)
            row = " / ".join(cells[: len(table.key)]) if table and cells else None
            if not named(task.name, row):
                rule = f"frictionless_{error.type.replace('-', '_')}"
                field, cell = getattr(error, "field_name", None), getattr(error, "cell", None)
                report.add([Finding(task.name, row, field, cell, rule, error.note, "correct the value")])


def _add(report: Report, table: str | None, rule: str, what: str, value: str | None) -> None:
    report.add([Finding(table or "datapackage.json", None, None, value, rule, what, "build again")])
