"""Decisions as files: TOML that people can read, edit and diff, under `dataset/review/`."""

import json
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from hiwar.dataset.review.columns import BY_HAND, JUDGED
from hiwar.schema import TABLES

DECISIONS = ("accepted", "corrected", "added", "rejected")
_NAMES = "names"  # of a speaker: every spelling, a list


class ReviewError(ValueError):
    """A review file says something that cannot be: which file, which entry, what to do."""


@dataclass(frozen=True)
class Decision:
    """What a reviewer decided about one row."""

    table: str
    id: str
    decision: str
    judged: str | None = None  # digest of the proposal; None for an added row
    shown: str | None = None  # the row's text, so that the file can be read; checked against the row
    note: str | None = None
    values: dict[str, Any] = field(default_factory=dict)  # columns that the reviewer sets, None for null


def read_decisions(folder: Path) -> list[Decision]:
    """Return the decisions of every TOML file under `folder` whose name is a reviewed table.

    Raises ReviewError for a file that is no TOML, an unknown key or decision, or an id decided twice.
    """
    found: dict[tuple[str, str], Decision] = {}
    for path in sorted(folder.rglob("*.toml")):
        if path.stem not in JUDGED:
            continue
        for entry in read_toml(path).get("decision", []):
            decision = _parse(path, path.stem, entry)
            if (decision.table, decision.id) in found:
                raise ReviewError(f"{path}: {decision.id} is decided twice; keep one of the two entries")
            found[decision.table, decision.id] = decision
    return list(found.values())


def read_toml(path: Path) -> dict[str, Any]:
    """Return a review file's content; raises ReviewError where it is no TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ReviewError(f"{path}: {error}; mend the file by hand") from None


def _parse(path: Path, table: str, entry: dict[str, Any]) -> Decision:
    entry = dict(entry)
    try:
        row_id, decision = entry.pop("id"), entry.pop("decision")
    except KeyError as missing:
        raise ReviewError(f"{path}: an entry has no {missing}") from None
    if decision not in DECISIONS:
        raise ReviewError(f"{path}: {row_id}: «{decision}» is not one of {', '.join(DECISIONS)}")
    judged, note = entry.pop("judged", None), entry.pop("note", None)
    if (judged is None) != (decision == "added"):
        raise ReviewError(f"{path}: {row_id}: `judged` stands on every decision but `added`")
    shown = entry.pop("shows", None)
    values = entry | dict.fromkeys(entry.pop("unset", []))
    values.pop("unset", None)
    allowed = {*TABLES[table].column_names, _NAMES}
    if unknown := sorted(values.keys() - allowed):
        raise ReviewError(f"{path}: {row_id}: no column {', '.join(unknown)} in {table}")
    return Decision(table, row_id, decision, judged, shown, note, values)


def write_decisions(path: Path, decisions: Iterable[Decision]) -> None:
    """Write the decisions of one table to `path`, in the order given."""
    table = path.stem
    lines = [f"# Decisions on {table}; `judged` is the digest of the proposal. See docs/review.md.", ""]
    for decision in decisions:
        lines += ["[[decision]]", *_entry(table, decision), ""]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines), encoding="utf-8")


def _entry(table: str, decision: Decision) -> list[str]:
    order = [*JUDGED[table], *BY_HAND[table], _NAMES]
    values = {name: decision.values[name] for name in order if decision.values.get(name) is not None}
    unset = [name for name in decision.values if decision.values[name] is None and name in JUDGED[table]]
    pairs: dict[str, Any] = {"id": decision.id, "decision": decision.decision}
    if decision.judged:
        pairs["judged"] = decision.judged
    if decision.shown is not None:
        pairs["shows"] = decision.shown
    pairs |= values
    if unset:
        pairs["unset"] = unset
    if decision.note:
        pairs["note"] = decision.note
    return [f"{name} = {toml(value)}" for name, value in pairs.items()]


def toml(value: Any) -> str:
    """Return a string, number, date, boolean or list of strings as TOML."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return f"{int(value)}"
    if isinstance(value, list):
        return f"[{', '.join(toml(item) for item in value)}]"
    return f"{value}"
