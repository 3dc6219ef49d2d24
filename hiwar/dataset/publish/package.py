"""The descriptors that stand beside published tables."""

import json
from importlib.metadata import version
from pathlib import Path
from typing import Any

from hiwar.schema.derive import croissant, datapackage


def write_descriptor(folder: Path, *, sources: bool = True) -> None:
    """Write `folder/datapackage.json` for the tables in `folder/tables`, with the Table Schemas inside it.

    `sources`: whether it names every text; the texts of a folder build are named in `origins.csv`.
    """
    files = datapackage.described(folder)
    texts = datapackage.texts(folder / "tables" / "articles.csv", "raw") if sources else []
    _write(folder / "datapackage.json", datapackage.descriptor(files, texts, version=version("hiwar")))


def write_dataset_descriptors(root: Path) -> None:
    """Write the descriptors of the dataset's own layout under `root`: Data Package and Croissant."""
    files = datapackage.described(root, "dataset/tables")
    sources = datapackage.texts(root / "dataset" / "tables" / "articles.csv", "dataset/raw")
    found = datapackage.descriptor(
        files, sources, version=version("hiwar"), schemas="schema", tables="dataset/tables"
    )
    _write(root / "datapackage.json", found)
    beside = datapackage.described(root / "dataset")
    _write(root / "dataset" / "croissant.json", croissant.croissant(beside, version=version("hiwar")))


def _write(path: Path, content: dict[str, Any]) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
