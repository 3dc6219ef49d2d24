"""Proposals and decisions → published rows, what review changed, and what still wants a decision."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from hiwar.dataset.review.columns import BY_HAND, JUDGED, KEYS, SHOWN, digest
from hiwar.dataset.review.files import Decision

Rows = dict[str, dict[str, Any]]  # by id


@dataclass(frozen=True)
class Open:
    """A row that no live decision covers."""

    table: str
    id: str
    problem: str  # undecided, stale, gone, text
    what: str  # for people: what happened and what to do


@dataclass
class Reviewed:
    """The outcome for one table."""

    rows: Rows = field(default_factory=dict)
    reviews: list[dict[str, Any]] = field(default_factory=list)
    open: list[Open] = field(default_factory=list)


def apply(
    table: str,
    proposals: Rows,
    decisions: Iterable[Decision],
    complete: Callable[[dict[str, Any]], dict[str, Any]],
) -> Reviewed:
    """Return the rows of `table` after review.

    `complete` fills the columns that follow from others (texts from spans, the passage from the cue). A decision whose
    digest is not its proposal's is stale and has no effect; the proposal stays, as `machine`.
    """
    by_id = {decision.id: decision for decision in decisions if decision.table == table}
    outcome = Reviewed()
    for row_id, proposal in proposals.items():
        decision = by_id.pop(row_id, None)
        if decision is None:
            outcome.open.append(
                Open(table, row_id, "undecided", "no decision yet: decide it with `hiwar review`")
            )
            outcome.rows[row_id] = proposal | {"review": "machine"}
        elif decision.judged != digest(table, proposal):
            outcome.open.append(Open(table, row_id, "stale", _stale(table, decision, proposal)))
            outcome.rows[row_id] = proposal | {"review": "machine"}
        else:
            _decide(outcome, table, proposal, decision, complete)
    for row_id, decision in by_id.items():
        if decision.decision == "added":
            _add(outcome, table, decision, complete)
        else:
            what = "the builder no longer proposes this row: make it `added`, or delete the decision"
            outcome.open.append(Open(table, row_id, "gone", what))
    return outcome


def _stale(table: str, decision: Decision, proposal: dict[str, Any]) -> str:
    return (
        f"the builder's proposal has changed since it was {decision.decision} "
        f"({decision.judged} → {digest(table, proposal)}): look again and decide anew"
    )


def _decide(
    outcome: Reviewed,
    table: str,
    proposal: dict[str, Any],
    decision: Decision,
    complete: Callable[[dict[str, Any]], dict[str, Any]],
) -> None:
    row_id = decision.id
    if decision.decision == "rejected":
        outcome.reviews.append(entry(decision))
        return
    row = complete(proposal | {k: v for k, v in decision.values.items() if k in proposal})
    changed = [name for name in JUDGED[table] if row[name] != proposal[name]]
    if changed and decision.decision == "accepted":
        what = f"it is accepted, yet changes {', '.join(changed)}: make it `corrected`"
        outcome.open.append(Open(table, row_id, "text", what))
    row["review"] = "corrected" if changed else "accepted"
    outcome.rows[row_id] = row
    _check_shown(outcome, table, row, decision)
    if changed:
        outcome.reviews += [entry(decision, name, proposal[name], row[name]) for name in changed]
    else:
        outcome.reviews.append(entry(decision))


def _add(
    outcome: Reviewed, table: str, decision: Decision, complete: Callable[[dict[str, Any]], dict[str, Any]]
) -> None:
    names = (*JUDGED[table], *BY_HAND[table])
    row: dict[str, Any] = {KEYS[table]: decision.id} | {name: decision.values.get(name) for name in names}
    row |= {"rule": "reviewer"} if table in ("statements", "attributions", "figures") else {}
    row = complete(row) | {"review": "added"}
    outcome.rows[decision.id] = row
    _check_shown(outcome, table, row, decision)
    outcome.reviews.append(entry(decision))


def _check_shown(outcome: Reviewed, table: str, row: dict[str, Any], decision: Decision) -> None:
    """A decision shows what it decides; when that is not what the span holds, somebody mistyped one of them."""
    if decision.shown is not None and decision.shown != row.get(SHOWN[table]):
        what = f"it shows «{decision.shown}», but the row reads «{row.get(SHOWN[table])}»: mend one of them"
        outcome.open.append(Open(table, decision.id, "text", what))


def entry(
    decision: Decision, name: str | None = None, proposed: Any = None, published: Any = None
) -> dict[str, Any]:
    """Return a row of the table `reviews`."""
    kind = "corrected" if name else ("accepted" if decision.decision == "corrected" else decision.decision)
    return {
        "review_id": ":".join([decision.table, decision.id, *([name] if name else [])]),
        "table_name": decision.table,
        "row_id": decision.id,
        "decision": kind,
        "field": name,
        "proposed": _text(proposed),
        "published": _text(published),
        "note": decision.note,
    }


def _text(value: Any) -> str | None:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return None if value is None else str(value)
