"""Write reviewed tables as gold annotations, so that they can be scored against, and read by others."""

import json
import shutil
import sys
from pathlib import Path
from typing import Any

from hiwar.evaluate.annotation import EvaluationError, Figure, Passage, Source, Statement, Text
from hiwar.evaluate.tables import read_tables


def export(tables: Path, raws: Path, target: Path) -> int:
    """Write `target/gold/*.json` and `target/raw/*.txt` from the tables of a build and its raw texts; return how many.

    Raises EvaluationError where a raw text is missing.
    """
    texts = read_tables(tables)
    for folder in ("gold", "raw"):
        (target / folder).mkdir(parents=True, exist_ok=True)
    for stem, text in texts.items():
        source = raws / text.file
        if not source.is_file():
            raise EvaluationError(f"{source} is missing; name the folder that the tables were built from")
        shutil.copyfile(source, target / "raw" / source.name)
        found = to_json(text._replace(file=source.name), source.read_bytes().decode("utf-8"))
        content = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
        (target / "gold" / f"{stem}.json").write_text(content, "utf-8")
    return len(texts)


def to_json(text: Text, raw: str) -> dict[str, Any]:
    """Return an annotation as the gold format has it."""
    return {
        "file": text.file,
        "articles": [row._asdict() for row in text.articles],
        "passages": [_passage(row, raw) for row in text.passages],
        "statements": [_statement(row, raw) for row in text.statements],
        "figures": [_figure(row, raw) for row in text.figures],
    }


def _passage(row: Passage, raw: str) -> dict[str, Any]:
    return row._asdict() | {"text": raw[row.start : row.end][:60]}


def _statement(row: Statement, raw: str) -> dict[str, Any]:
    people = {"sources": list(map(_source, row.sources)), "relays": list(map(_source, row.relays))}
    printed = {"text": raw[row.start : row.end], "cue": raw[row.cue_start : row.cue_end]}
    return row._asdict() | people | printed


def _source(row: Source) -> dict[str, Any]:
    found: dict[str, Any] = {"name": row.names[0], "kind": row.kind, "form": row.form}
    if row.names[1:]:
        found["names"] = list(row.names[1:])
    return found if row.start is None else found | {"start": row.start, "end": row.end}


def _figure(row: Figure, raw: str) -> dict[str, Any]:
    return row._asdict() | {
        "text": raw[row.start : row.end],
        "number": raw[row.number_start : row.number_end],
    }


if __name__ == "__main__":
    try:
        print(export(*map(Path, sys.argv[1:4])), "texts written")
    except (EvaluationError, TypeError) as error:
        sys.exit(f"usage: python -m hiwar.evaluate.export TABLES RAWS TARGET ({error})")
