"""Read a folder of gold annotations: one JSON file a text, the raw texts beside (docs/evaluation.md)."""

import json
from pathlib import Path
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


def gold_folder(folder: Path) -> Path | None:
    """Return the folder of the JSON files: `folder` itself or its `gold`; None where neither holds any."""
    return next((place for place in (folder / "gold", folder) if any(place.glob("*.json"))), None)


def read_gold(folder: Path) -> tuple[Texts, dict[str, str]]:
    """Return the annotations under `folder` and the raw texts, both by file stem.

    Raises EvaluationError for a folder without annotations, a broken one, or one whose text is missing or another.
    """
    place = gold_folder(folder)
    if place is None or (place / "datapackage.json").exists():
        raise EvaluationError(
            f"{folder} holds no gold annotations (*.json, or gold/*.json); see docs/evaluation.md"
        )
    texts: Texts = {}
    raws: dict[str, str] = {}
    for path in sorted(place.glob("*.json")):
        texts[path.stem], raws[path.stem] = _read(path, place)
    return texts, raws


def _read(path: Path, place: Path) -> tuple[Text, str]:
    try:
        found = json.loads(path.read_text("utf-8"))
        raw = _raw(found["file"], place)
        text = to_text(found)
        _check_spans(found, raw)
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise EvaluationError(f"{path} is no JSON: {error}") from None
    except KeyError as error:
        raise EvaluationError(f"{path} lacks the key {error}; see docs/evaluation.md") from None
    except (TypeError, AttributeError) as error:
        raise EvaluationError(f"{path} is not in the gold format ({error}); see docs/evaluation.md") from None
    except EvaluationError as error:
        raise EvaluationError(f"{path}: {error}") from None
    return text, raw


def _raw(file: str, place: Path) -> str:
    for path in (place.parent / "raw" / file, place / "raw" / file, place / file):
        if path.is_file():
            return path.read_bytes().decode("utf-8")
    raise EvaluationError(f"its raw text {file} is not in {place.parent / 'raw'}")


def _check_spans(found: dict[str, Any], raw: str) -> None:
    for row in [*found["statements"], *found["figures"]]:
        if "text" in row and raw[row["start"] : row["end"]] != row["text"]:
            raise EvaluationError(f"the raw text at {row['start']}-{row['end']} is not {row['text'][:40]!r}")


def to_text(found: dict[str, Any]) -> Text:
    """Return a gold JSON object as a Text. Raises KeyError for a key that is not there."""
    articles = found.get("articles") or ([found["article"]] if found.get("article") else [])
    return Text(
        found["file"],
        tuple(Article(*(row.get(field) for field in Article._fields)) for row in articles),
        tuple(Passage(row["start"], row["end"], row["kind"]) for row in found["passages"]),
        tuple(map(_statement, found["statements"])),
        tuple(Figure(*(row[field] for field in Figure._fields)) for row in found["figures"]),
    )


def _statement(row: dict[str, Any]) -> Statement:
    plain = [row[field] for field in Statement._fields[:6]]
    return Statement(*plain, *(tuple(map(_source, row[field])) for field in Statement._fields[6:]))


def _source(row: dict[str, Any]) -> Source:
    names = (row["name"], *row.get("names", ()))
    return Source(names, row["kind"], row["form"], row.get("start"), row.get("end"))
