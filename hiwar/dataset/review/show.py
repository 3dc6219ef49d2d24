"""A row as a reviewer wants to see it: its columns, and its span marked in its passage."""

from typing import Any

from hiwar.dataset.review.columns import JUDGED, KEYS
from hiwar.dataset.review.dataset import Tables

_SPANS = {
    "statements": ("start", "end"),
    "figures": ("start", "end"),
    "attributions": ("mention_start", "mention_end"),
}
_ABOUT = 60  # characters of the passage kept on either side of the span


def lines(tables: Tables, texts: dict[str, str], table: str, row_id: str) -> list[str]:
    """Return the judged columns of a proposed row, and where it has a span the passage with the span in ⟦ ⟧."""
    row = next((row for row in tables[table] if row[KEYS[table]] == row_id), None)
    if row is None:
        return []
    shown = [f"{name} = {row[name]}" for name in JUDGED[table] if row[name] is not None]
    return [", ".join(shown), *marked(tables, texts, table, row)]


def marked(tables: Tables, texts: dict[str, str], table: str, row: dict[str, Any]) -> list[str]:
    """Return the passage around a row's span, the span marked; nothing for a row without a span."""
    if table not in _SPANS or row[_SPANS[table][0]] is None:
        return [row["text"]] if table == "passages" else []
    start, end = (row[name] for name in _SPANS[table])
    raw_file = next(
        a["raw_file"] for a in tables["articles"] if row_id_of(row).startswith(f"{a['article_id']}.")
    )
    text = texts[raw_file]
    before = text[max(0, start - _ABOUT) : start].rpartition("\n")[2]
    after = text[end : end + _ABOUT].partition("\n")[0]
    return [f"{before}⟦{text[start:end]}⟧{after}"]


def row_id_of(row: dict[str, Any]) -> str:
    """Return the id of a row that lies in an article."""
    return str(
        row.get("statement_id")
        if "attribution_id" in row
        else row.get("figure_id") or row.get("statement_id")
    )
