"""The descriptor of a published folder: a Data Package (v2) of CSV tables."""

import csv
import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from hiwar.schema import TABLES, about
from hiwar.schema.base import Table
from hiwar.schema.derive.table_schema import table_schema

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"


class File(NamedTuple):
    """A file as a descriptor names it."""

    path: str  # relative to the descriptor
    bytes: int
    sha256: str  # in hexadecimal


def descriptor(
    files: Mapping[str, File],
    sources: Iterable[Mapping[str, str]] = (),
    *,
    version: str,
    schemas: str | None = None,
    tables: str = "tables",
) -> dict[str, Any]:
    """Return `datapackage.json` as a dict.

    `files` gives the CSV of each table; one that is not there yet is named by where it will be, under `tables`.
    `sources` are the texts (title, path). `schemas` is the folder of the Table Schemas beside the descriptor; None puts them inside it.
    """
    texts = [dict(source) for source in sources]
    return {
        "$schema": PROFILE,
        "name": about.NAME,
        "title": about.TITLE_EN,
        "title_ar": about.TITLE_AR,
        "description": about.DESCRIPTION,
        "version": version,
        "keywords": list(about.KEYWORDS),
        "contributors": [{"title": about.AUTHORS, "roles": ["author"]}],
        "licenses": about.licences(source_text=True),
        **({"sources": texts} if texts else {}),
        "resources": [
            _resource(table, files.get(table.name) or f"{tables}/{table.name}.csv", texts, schemas)
            for table in TABLES.values()
        ],
    }


def _resource(
    table: Table, file: File | str, texts: list[dict[str, str]], schemas: str | None
) -> dict[str, Any]:
    held = {} if isinstance(file, str) else {"bytes": file.bytes, "hash": f"sha256:{file.sha256}"}
    return {
        "name": table.name,
        "type": "table",
        "title": table.en,
        "title_ar": table.ar,
        "description": table.description,
        "path": file if isinstance(file, str) else file.path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        **held,
        "licenses": about.licences(table.source_text),
        **({"sources": texts} if texts and table.source_text else {}),
        "schema": f"{schemas}/{table.name}.json" if schemas else table_schema(table),
    }


def described(folder: Path, tables: str = "tables") -> dict[str, File]:
    """Return the CSV files that stand in `folder/tables`, by table."""
    found = {}
    for name in TABLES:
        path = folder / tables / f"{name}.csv"
        if path.is_file():
            with path.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
            found[name] = File(f"{tables}/{name}.csv", path.stat().st_size, digest)
    return found


def texts(articles: Path, raw: str) -> list[dict[str, str]]:
    """Return the source texts that an `articles.csv` names: headline and outlet as title, and the path under `raw`."""
    if not articles.is_file():
        return []
    with articles.open(encoding="utf-8", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: row["article_id"])
    return [
        {
            "title": " | ".join(filter(None, (row["headline"], row["outlet"]))) or row["article_id"],
            "path": f"{raw}/{row['raw_file']}",
        }
        for row in rows
    ]
