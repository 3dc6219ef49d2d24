"""Which columns a reviewer judges, which only a reviewer fills, and which follow from others."""

import hashlib
import json
from datetime import date
from typing import Any

JUDGED: dict[str, tuple[str, ...]] = {
    "articles": ("headline", "outlet", "item_number", "published_on", "published_basis", "published_note"),
    "passages": ("article_id", "kind", "start", "end", "repeats"),
    "speakers": ("kind", "name_ar"),
    "statements": ("type", "act", "cue_start", "cue_end", "start", "end"),
    "attributions": ("speaker_id", "role", "form", "mention_start", "mention_end"),
    "figures": (
        "start",
        "end",
        "number_start",
        "number_end",
        "value",
        "low",
        "high",
        "qualifier",
        "unit",
        "counted",
    ),
}
"""By table, what the builder proposes and a reviewer judges; a proposal's digest is over these."""

BY_HAND: dict[str, tuple[str, ...]] = {
    "articles": (),
    "passages": (),
    "speakers": ("name_en", "country", "wikidata", "description_en"),
    "statements": ("gloss_en", "said_on"),
    "attributions": (),
    "figures": ("measure_id", "as_of"),
}
"""By table, what only a reviewer fills; filling it is no correction."""

SHOWN: dict[str, str] = {
    "articles": "headline",
    "passages": "text",
    "speakers": "name_ar",
    "statements": "text",
    "attributions": "mention",
    "figures": "text",
}
"""By table, the column that a decision repeats so that its file can be read."""

KEYS = {table: f"{table[:-1]}_id" for table in JUDGED}


def digest(table: str, row: dict[str, Any]) -> str:
    """Return 12 hexadecimal digits that change when any judged column of the proposal changes."""
    judged = [row[name] for name in JUDGED[table]]
    shown = row.get(SHOWN[table])
    canonical = json.dumps([*judged, shown], ensure_ascii=False, default=_iso)
    return hashlib.sha256(canonical.encode()).hexdigest()[:12]


def _iso(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{value!r} has no canonical form")
