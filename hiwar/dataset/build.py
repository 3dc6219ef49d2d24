"""Raw files → tables, database and package: the dataset itself with its reviews, or any folder of Arabic news."""

import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hiwar.builders import ids
from hiwar.builders.rows import text_rows
from hiwar.builders.text.read import RawText, Rejection, read
from hiwar.dataset.csvio import write_csv
from hiwar.dataset.publish import database
from hiwar.dataset.review.apply import Open
from hiwar.dataset.review.dataset import Tables, review
from hiwar.dataset.review.restate import natural
from hiwar.schema import TABLES


@dataclass
class Built:
    """What a build made: the rows by table, the raw texts by file, what was rejected, what review leaves open."""

    tables: Tables
    texts: dict[str, str]
    rejections: list[Rejection] = field(default_factory=list)
    open: list[Open] = field(default_factory=list)


def find_files(sources: Iterable[Path]) -> list[tuple[str, Path]]:
    """Return the files of the sources with the names that they get, sorted by name.

    A file is named by its own name, a file in a folder by its path below the folder. Hidden files are left out.
    """
    found: dict[str, Path] = {}
    for source in sources:
        if source.is_dir():
            inside = (
                path for path in source.rglob("*") if path.is_file() and not _hidden(path.relative_to(source))
            )
            found |= {path.relative_to(source).as_posix(): path for path in inside}
        else:
            found[source.name] = source
    return sorted(found.items())


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def propose(files: Iterable[tuple[str, Path]]) -> Built:
    """Return what the builder makes of the files: machine rows of all tables, and the files that hold no text."""
    built = Built({name: [] for name in TABLES}, {})
    speakers: dict[str, list[dict[str, Any]]] = {}
    stems: dict[str, str] = {}
    for name, path in files:
        source = read(path)
        if isinstance(source, RawText):
            source = source._replace(raw_file=name)
            twin = stems.setdefault(ids.file_stem(name), name)
            if twin != name:
                source = Rejection(name, f"would have the same ids as {twin}: rename one of them")
        if isinstance(source, Rejection):
            built.rejections.append(source._replace(file=name))
            continue
        built.texts[name] = source.text
        for table, rows in text_rows(source).items():
            built.tables[table] += rows
    for row in built.tables["speakers"]:
        speakers.setdefault(row["speaker_id"], []).append(row)
    built.tables["speakers"] = [_fullest(rows) for rows in speakers.values()]
    names = {(row["speaker_id"], row["name"]): row for row in built.tables["speaker_names"]}
    built.tables["speaker_names"] = list(names.values())
    return built


def _fullest(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the row with the longest name; between equals the first by code point, whatever the order of files."""
    return min(rows, key=lambda row: (-len(row["name_ar"]), row["name_ar"]))


def with_reviews(built: Built, folder: Path) -> Built:
    """Return the rows as the decisions under `folder` leave them."""
    published = review(built.tables, built.texts, folder)
    return Built(published.tables, built.texts, built.rejections, published.open)


def check_models(tables: Tables) -> None:
    """Raise pydantic's ValidationError for the first row that its model refuses."""
    for name, table in TABLES.items():
        for row in tables[name]:
            table.model.model_validate(row)


def write_tables(tables: Tables, folder: Path) -> None:
    """Write one CSV file a table, sorted by key."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in TABLES.items():
        rows = sorted(tables[name], key=lambda row: [natural(str(row[column])) for column in table.key])
        write_csv(folder / f"{name}.csv", table, rows)


def write_database(built: Built, tables: Path, target: Path) -> dict[str, int]:
    """Write the database from the CSV tables, and Parquet beside them; return the row counts."""
    counts = database.write(tables, target, built.texts)
    database.write_parquet(tables)
    return counts


def stage_beside(target: Path) -> Path:
    """Return a new folder on the same file system as `target`, to build in."""
    target.parent.mkdir(parents=True, exist_ok=True)
    return Path(tempfile.mkdtemp(prefix=f".{target.name}.", suffix=".stage", dir=target.parent))
