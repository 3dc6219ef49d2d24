"""Cells of Datasette's own pages: an id leads to its place in the text, or to the page of an article, speaker or measure."""

from __future__ import annotations

import re
from typing import Any

from markupsafe import Markup, escape

from .links import Links
from .measure import number

# on a table's page Datasette shows the key itself, as a link to the row: there a short cell beside it leads to the text
_BESIDE = {
    ("statements", "cue"): "statement_id",
    ("figures", "number"): "figure_id",
    ("attributions", "form"): "attribution_id",
    ("passages", "kind"): "passage_id",
    ("articles", "raw_file"): "article_id",
    ("speakers", "name_ar"): "speaker_id",
    ("measures", "label_en"): "measure_id",
}
_TABLES = {
    "statement_id": "statements",
    "article_id": "articles",
    "passage_id": "passages",
    "repeats": "passages",
    "speaker_id": "speakers",
    "organization_id": "speakers",
    "measure_id": "measures",
}
_LABEL = 60  # characters of a label in a cell: a whole passage would push the row's own text out of sight
_NUMBERS = ("value", "low", "high")
_PLACES = ("statement_id", "figure_id", "attribution_id", "row_id")
_PAGES = {
    "article_id": "article",
    "speaker_id": "speaker",
    "relay_id": "speaker",
    "organization_id": "speaker",
    "measure_id": "measure",
}
_IN_TEXT = re.compile(r"^.+\.[sf][0-9]+(\.(source|relay)[0-9]+)?$")


def render(links: Links, row: Any, value: Any, column: str, table: str | None) -> Markup | None:
    """Return the cell as a link, or None to leave it to Datasette. `table` is None for the result of a query."""
    if isinstance(value, dict):
        return _labelled(links, column, value)
    if isinstance(value, float) and column in _NUMBERS:
        return escape(number(value))
    beside = _BESIDE.get((table or "", column))
    if beside and value is not None:
        address = _address(links, row, beside, _of(row, beside))
    elif isinstance(value, str):
        address = _address(links, row, column, value)
    else:
        return None
    if address is None:
        return None
    return Markup('<a class="in-text" href="{}">{}</a>').format(address, escape(value))


def _labelled(links: Links, column: str, value: dict[str, Any]) -> Markup | None:
    """Return a link to the row that a foreign key names, by its label or, where that is null, by its id."""
    row_id, label, table = value["value"], value["label"], _TABLES.get(column)
    if table is None or not row_id:
        return None
    address = links.row(table, row_id)
    if not label or label == row_id:
        return Markup('<a href="{}">{}</a>').format(address, row_id)
    short = f"{label[:_LABEL].rstrip()}…" if len(label) > _LABEL else label
    return Markup('<a href="{}">{}</a>&nbsp;<em>{}</em>').format(address, short, row_id)


def _address(links: Links, row: Any, column: str, row_id: str | None) -> str | None:
    if not row_id:
        return None
    if column in _PLACES:
        return links.place(row_id) if _IN_TEXT.match(row_id) else None
    if column == "passage_id":
        article_id = _of(row, "article_id")
        return links.place(row_id, article_id) if article_id else None
    kind = _PAGES.get(column)
    return links.page(kind, row_id) if kind else None


def _of(row: Any, column: str) -> str | None:
    """Return the value of another cell of the row; where its label was looked up, that is in a dictionary."""
    try:
        value = row[column]
    except (IndexError, KeyError):
        return None
    value = value["value"] if isinstance(value, dict) else value
    return value if isinstance(value, str) else None
