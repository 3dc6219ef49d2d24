"""Published rows and new proposals → decisions that lead from the one to the other.

For a reviewer who has looked at what changed in the builder's output and holds on to what is published.
"""

import re
from typing import Any

from hiwar.dataset.review.apply import Rows
from hiwar.dataset.review.columns import BY_HAND, JUDGED, SHOWN, digest
from hiwar.dataset.review.files import Decision


def restate(
    table: str,
    proposals: Rows,
    published: Rows,
    notes: dict[str, str | None],
    extra: dict[str, dict[str, Any]] | None = None,
) -> list[Decision]:
    """Return one decision for each proposal and each published row of `table`, in order of id.

    `notes` are kept by row id; `extra` are values beyond the table's columns (a speaker's names).
    """
    return [
        _one(
            table,
            row_id,
            proposals.get(row_id),
            published.get(row_id),
            notes.get(row_id),
            (extra or {}).get(row_id, {}),
        )
        for row_id in sorted(proposals.keys() | published.keys(), key=natural)
    ]


def _one(
    table: str,
    row_id: str,
    proposal: dict[str, Any] | None,
    row: dict[str, Any] | None,
    note: str | None,
    extra: dict[str, Any],
) -> Decision:
    judged = digest(table, proposal) if proposal else None
    if row is None:
        assert proposal is not None
        return Decision(table, row_id, "rejected", judged, proposal.get(SHOWN[table]), note)
    by_hand = {name: row[name] for name in BY_HAND[table] if row.get(name) is not None} | extra
    shown = row.get(SHOWN[table])
    if proposal is None:
        return Decision(
            table, row_id, "added", None, shown, note, {n: row[n] for n in JUDGED[table]} | by_hand
        )
    changed = {name: row[name] for name in JUDGED[table] if row[name] != proposal[name]}
    return Decision(
        table, row_id, "corrected" if changed else "accepted", judged, shown, note, changed | by_hand
    )


def natural(row_id: str) -> list[tuple[int, int, str]]:
    """Return a sort key in which the numbers inside an id count as numbers."""
    return [
        (0, int(part), "") if part.isdigit() else (1, 0, part) for part in re.split(r"(\d+)", row_id) if part
    ]
