"""Read GOLD and BUILT, whatever of the known forms they have."""

from pathlib import Path
from typing import NamedTuple

from hiwar.evaluate.annotation import EvaluationError, Text, Texts
from hiwar.evaluate.gold import gold_folder, read_gold
from hiwar.evaluate.tables import read_tables, tables_folder


class Pair(NamedTuple):
    """Gold and built annotations by file stem, the raw texts, and what does not fit together."""

    gold: Texts
    built: Texts
    raws: dict[str, str]
    warnings: list[str]


def read_pair(gold: Path, built: Path) -> Pair:
    """Return what two folders hold. Raises EvaluationError for a folder that is missing, empty, broken or of other texts."""
    for folder in (gold, built):
        if not folder.is_dir():
            raise EvaluationError(f"{folder} is no folder")
    expected, raws = read_gold(gold)
    found = _read_built(built)
    missing = sorted(expected.keys() - found.keys())
    if len(missing) == len(expected):
        raise EvaluationError(
            f"{built} holds none of the {len(expected)} texts of {gold}: build from {gold}'s raw texts"
        )
    _check_ends(found, raws, built)
    warnings = [f"{stem} was not built: all of it counts as missed" for stem in missing]
    if more := len(found.keys() - expected.keys()):
        warnings.append(f"{more} built texts have no gold annotation and are left out")
    return Pair(expected, found, raws, warnings)


def _read_built(folder: Path) -> Texts:
    if tables_folder(folder) is not None:
        return read_tables(folder)
    if gold_folder(folder) is not None:
        return read_gold(folder)[0]
    raise EvaluationError(f"{folder} holds neither built tables (tables/*.csv) nor gold annotations (*.json)")


def _check_ends(found: Texts, raws: dict[str, str], folder: Path) -> None:
    """Refuse offsets that point behind the gold text: they count into another text."""
    for stem, raw in raws.items():
        text = found.get(stem)
        if text and max((row[1] for row in _spans(text)), default=0) > len(raw):
            raise EvaluationError(
                f"offsets of {stem} in {folder} lie behind the end of the gold text: another text?"
            )


def _spans(text: Text) -> list[tuple[int, int]]:
    return [(row.start, row.end) for rows in (text.passages, text.statements, text.figures) for row in rows]
