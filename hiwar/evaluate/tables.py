"""Read built rows, from the CSV files of a build or from memory, into annotations."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from hiwar.evaluate.annotation import (
    Article,
    EvaluationError,
    Figure,
    Passage,
    Source,
    Statement,
    Text,
    Texts,
)

Row = Mapping[str, Any]
Tables = Mapping[str, Iterable[Row]]
_NEEDED = ("articles", "passages", "speakers", "speaker_names", "statements", "attributions", "figures")


def tables_folder(folder: Path) -> Path | None:
    """Return the folder of the CSV files: `folder` itself or its `tables`; None where neither holds any."""
    return next((place for place in (folder / "tables", folder) if (place / "articles.csv").is_file()), None)


def read_tables(folder: Path) -> Texts:
    """Return the annotations that the tables of a build hold, by file stem.

    Raises EvaluationError for a folder without tables, or a table that lacks a column.
    """
    place = tables_folder(folder)
    if place is None:
        raise EvaluationError(
            f"{folder} holds no built tables (tables/articles.csv …); make them with hiwar build"
        )
    try:
        return to_texts({name: _read(place / f"{name}.csv") for name in _NEEDED})
    except KeyError as error:
        raise EvaluationError(f"a table in {place} lacks the column {error}; build it again") from None
    except EvaluationError:
        raise
    except ValueError as error:
        raise EvaluationError(f"a table in {place} holds a broken number ({error}); build it again") from None


def _read(path: Path) -> list[Row]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return [{key: value or None for key, value in row.items()} for row in csv.DictReader(file)]
    except (OSError, UnicodeDecodeError) as error:
        raise EvaluationError(f"{path} cannot be read: {error}") from None


def to_texts(tables: Tables) -> Texts:
    """Return the annotations that rows of all tables hold, by the raw file's stem; values may be strings or typed."""
    files = {row["article_id"]: row["raw_file"] for row in tables["articles"]}
    articles, passages, statements, figures = (_by_file(tables, name, files) for name in _PER_TEXT)
    sources = _sources(tables)
    return {
        PurePosixPath(file).stem: Text(
            file,
            tuple(Article(*(_text(row[field]) for field in Article._fields)) for row in articles[file]),
            tuple(Passage(int(row["start"]), int(row["end"]), row["kind"]) for row in passages[file]),
            tuple(_statement(row, sources) for row in statements[file]),
            tuple(map(_figure, figures[file])),
        )
        for file in dict.fromkeys(files.values())
    }


_PER_TEXT = ("articles", "passages", "statements", "figures")


def _by_file(tables: Tables, name: str, files: dict[str, str]) -> dict[str, list[Row]]:
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in tables[name]:
        grouped[row["raw_file"] if "raw_file" in row else files[row["article_id"]]].append(row)
    return grouped


def _sources(tables: Tables) -> dict[tuple[str, str], list[Source]]:
    """Return the sources by statement and role."""
    speakers = {row["speaker_id"]: row for row in tables["speakers"]}
    spellings: dict[str, list[str]] = defaultdict(list)
    for row in tables["speaker_names"]:
        spellings[row["speaker_id"]].append(row["name"])
    found: dict[tuple[str, str], list[Source]] = defaultdict(list)
    for row in tables["attributions"]:
        speaker = speakers[row["speaker_id"]]
        names = dict.fromkeys((speaker["name_ar"], *spellings[row["speaker_id"]]))
        start, end = _int(row["mention_start"]), _int(row["mention_end"])
        found[row["statement_id"], row["role"]].append(
            Source(tuple(names), speaker["kind"], row["form"], start, end)
        )
    return found


def _statement(row: Row, sources: dict[tuple[str, str], list[Source]]) -> Statement:
    return Statement(
        int(row["start"]),
        int(row["end"]),
        row["type"],
        row["act"],
        int(row["cue_start"]),
        int(row["cue_end"]),
        tuple(sources.get((row["statement_id"], "source"), ())),
        tuple(sources.get((row["statement_id"], "relay"), ())),
    )


def _figure(row: Row) -> Figure:
    return Figure(
        int(row["start"]),
        int(row["end"]),
        int(row["number_start"]),
        int(row["number_end"]),
        _float(row["value"]),
        _float(row["low"]),
        _float(row["high"]),
        row["qualifier"],
        row["unit"],
        row["counted"],
    )


def _int(value: Any) -> int | None:
    return None if value is None else int(value)


def _float(value: Any) -> float | None:
    return None if value is None else float(value)


def _text(value: Any) -> Any:
    return None if value is None else str(value)
