"""Recording decisions: from the command line into the file that a person would edit."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from hiwar.builders import ids
from hiwar.dataset.review.apply import Rows
from hiwar.dataset.review.columns import BY_HAND, JUDGED, KEYS, SHOWN, digest
from hiwar.dataset.review.dataset import Tables
from hiwar.dataset.review.files import Decision, ReviewError, read_decisions, write_decisions
from hiwar.dataset.review.restate import natural, restate
from hiwar.schema import TABLES


def file_of(table: str, row_id: str, stems: Iterable[str]) -> Path:
    """Return where under `dataset/review/` the decision on a row stands; raises ReviewError for an unknown file."""
    if table == "speakers":
        return Path("speakers.toml")
    for stem in stems:
        if row_id.startswith(f"{stem}."):
            return Path(stem) / f"{table}.toml"
    raise ReviewError(f"{row_id} belongs to no raw file of the dataset")


def table_of(row_id: str, proposals: Tables, decisions: Iterable[Decision]) -> str:
    """Return the table that a proposed or decided row belongs to; raises ReviewError for an unknown id."""
    for table, key in KEYS.items():
        if any(row[key] == row_id for row in proposals[table]):
            return table
    for decision in decisions:
        if decision.id == row_id:
            return decision.table
    raise ReviewError(f"no row has the id {row_id!r}: `hiwar review` lists the ids")


def values(table: str, pairs: Iterable[str]) -> dict[str, Any]:
    """Return FIELD=VALUE pairs as typed values (`null` for null); raises ReviewError for a wrong field or value."""
    columns = {column.name: column for column in TABLES[table].columns}
    open_to_review = {*JUDGED[table], *BY_HAND[table]}
    found: dict[str, Any] = {}
    for pair in pairs:
        name, equals, written = pair.partition("=")
        if not equals or name not in open_to_review:
            raise ReviewError(
                f"«{pair}»: write FIELD=VALUE with a field of {', '.join(sorted(open_to_review))}"
            )
        found[name] = _typed(columns[name].kind, name, written)
    return found


def _typed(kind: str, name: str, written: str) -> Any:
    try:
        if written == "null":
            return None
        if kind == "integer":
            return int(written)
        if kind == "number":
            return float(written)
        return date.fromisoformat(written) if kind == "date" else written
    except ValueError:
        raise ReviewError(f"{name}: «{written}» is no {kind}") from None


def decide(
    folder: Path,
    stems: Iterable[str],
    proposals: Tables,
    row_id: str,
    decision: str,
    changes: dict[str, Any],
    note: str | None,
) -> Path:
    """Record one decision, replacing an earlier one on the same row, and return the file that now holds it."""
    decisions = read_decisions(folder)
    table = table_of(row_id, proposals, decisions)
    proposal = next((row for row in proposals[table] if row[KEYS[table]] == row_id), None)
    if proposal is None:
        raise ReviewError(f"{row_id} is not proposed by the builder: only `add` can publish it")
    earlier = next((d for d in decisions if d.table == table and d.id == row_id), None)
    by_hand = {k: v for k, v in (earlier.values if earlier else {}).items() if k not in JUDGED[table]}
    shown = None if decision == "corrected" else proposal.get(SHOWN[table])
    new = Decision(table, row_id, decision, digest(table, proposal), shown, note, by_hand | changes)
    return store(folder, stems, [new])[0]


def store(folder: Path, stems: Iterable[str], new: Iterable[Decision]) -> list[Path]:
    """Write the new decisions into their files, keeping the others, and return the files."""
    stems = list(stems)
    by_file: dict[Path, dict[str, Decision]] = {}
    for decision in read_decisions(folder):
        by_file.setdefault(file_of(decision.table, decision.id, stems), {})[decision.id] = decision
    touched = []
    for decision in new:
        path = file_of(decision.table, decision.id, stems)
        by_file.setdefault(path, {})[decision.id] = decision
        touched.append(path)
    for path in dict.fromkeys(touched):
        held = sorted(by_file[path].values(), key=lambda decision: natural(decision.id))
        write_decisions(folder / path, held)
    return [folder / path for path in touched]


def restate_all(
    folder: Path, stems: Iterable[str], proposals: Tables, published: dict[str, Rows]
) -> list[Decision]:
    """Make every decision hold again: what is published stays, told as changes to today's proposals.

    Returns the decisions that differ from those recorded so far, after writing all of them.
    """
    stems = list(stems)
    earlier = {(d.table, d.id): d for d in read_decisions(folder)}
    changed = []
    by_file: dict[Path, list[Decision]] = {}
    for table in JUDGED:
        rows = {row[KEYS[table]]: row for row in proposals[table] if _is_asked(table, row, published)}
        notes = {d.id: d.note for d in earlier.values() if d.table == table}
        names = {d.id: {"names": d.values["names"]} for d in earlier.values() if "names" in d.values}
        for decision in restate(table, rows, published[table], notes, names if table == "speakers" else None):
            by_file.setdefault(file_of(table, decision.id, stems), []).append(decision)
            if earlier.get((table, decision.id)) != decision:
                changed.append(replace(decision))
    for path, decisions in by_file.items():
        write_decisions(folder / path, decisions)
    return changed


def _is_asked(table: str, row: dict[str, Any], published: dict[str, Rows]) -> bool:
    """Whether a proposal wants a decision: not a speaker nobody names, nor an attribution of a rejected statement."""
    if table == "speakers":
        return row["speaker_id"] in published["speakers"]
    return table != "attributions" or row["statement_id"] in published["statements"]


def stems_of(texts: Iterable[str]) -> list[str]:
    """Return the stems of the raw files, which lead every id of their rows."""
    return [ids.file_stem(name) for name in texts]
