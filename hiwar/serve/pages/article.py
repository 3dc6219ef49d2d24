"""The article page: the text as printed, with every statement and figure marked where it stands."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from typing import Any

from datasette.utils import tilde_decode
from datasette.utils.asgi import NotFound

from .databases import Rows, allow, ask, named, people
from .links import Links, anchor
from .marks import Span, cut
from .respond import page

TABLES = ("articles", "passages", "statements", "attributions", "speakers", "figures", "raw_texts")
RIGHT_TO_LEFT = ("ar", "fa", "ur", "ckb", "ps", "he", "ug", "sd")

# Every look-up is by a key or a foreign key, which have indexes; a join with all speakers or attributions has not.
_OWN_PASSAGES = """
SELECT passage_id, article_id, kind, start, "text", position, rowid AS place FROM passages
WHERE article_id = $article_id ORDER BY position
"""
_BETWEEN = """
SELECT passage_id, article_id, kind, start, "text", position FROM passages
WHERE rowid BETWEEN $first AND $last AND article_id IS NULL AND raw_file = $raw_file
"""
_STATEMENTS = "SELECT * FROM statements WHERE article_id = $article_id ORDER BY cue_start"
_ATTRIBUTIONS = """
SELECT * FROM attributions WHERE statement_id IN (SELECT statement_id FROM statements WHERE article_id = $article_id)
ORDER BY role DESC, attribution_id
"""
_FIGURES = """
SELECT f.*, m.label_en, m.label_ar FROM figures f LEFT JOIN measures m USING (measure_id)
WHERE f.article_id = $article_id ORDER BY f.number_start
"""
_OTHERS = """
SELECT article_id, headline FROM articles WHERE raw_file = $raw_file AND article_id <> $article_id ORDER BY position
"""


async def view(request: Any, datasette: Any, send: Any) -> Any:
    """Answer a request for an article."""
    database = named(datasette, tilde_decode(request.url_vars["database"]))
    await allow(datasette, request, database, TABLES)
    article_id = tilde_decode(request.url_vars["id"])
    found = await ask(database, "SELECT * FROM articles WHERE article_id = $id", id=article_id)
    if not found:
        raise NotFound(f"Article not found: {article_id}")
    key, file = {"article_id": article_id}, {"raw_file": found[0]["raw_file"]}
    passages, statements, attributions, figures, others = await asyncio.gather(
        passages_of(database, **key, **file),
        ask(database, _STATEMENTS, **key),
        ask(database, _ATTRIBUTIONS, **key),
        ask(database, _FIGURES, **key),
        ask(database, _OTHERS, **key, **file),
    )
    names = await people(database, (row["speaker_id"] for row in attributions))
    attributions = [{**row, **names[row["speaker_id"]]} for row in attributions]
    context = {
        "article": found[0],
        "direction": "rtl" if found[0]["language"].split("-")[0] in RIGHT_TO_LEFT else "ltr",
        "blocks": blocks(passages, statements, attributions, figures),
        "statement_count": len(statements),
        "figure_count": len(figures),
        "others": others,
    }
    return await page(datasette, request, Links(datasette, database), "article", context)


async def passages_of(database: Any, article_id: str, raw_file: str) -> Rows:
    """Return the passages from the article's first to its last: its own, and the page chrome between them."""
    own = await ask(database, _OWN_PASSAGES, article_id=article_id)
    first, last = (row["place"] for row in (own[0], own[-1])) if own else (0, 0)
    if last - first + 1 == len(own):
        return own
    between = await ask(database, _BETWEEN, first=first, last=last, raw_file=raw_file)
    return sorted([*own, *between], key=lambda row: row["position"])


def blocks(passages: Rows, statements: Rows, attributions: Rows, figures: Rows) -> list[dict[str, Any]]:
    """Return the passages in order, each with its segments and the notes on the statements and figures that begin in it."""
    spans = all_spans(statements, attributions, figures)
    by_statement = grouped(attributions, "statement_id")
    notes = defaultdict(list)
    for row in statements:
        sides = grouped(by_statement.get(row["statement_id"], []), "role")
        note = {**row, "what": "statement", "anchor": anchor(row["statement_id"]), "at": row["cue_start"]}
        notes[row["passage_id"]].append(
            {**note, "sources": sides.get("source", []), "relays": sides.get("relay", [])}
        )
    for row in figures:
        note = {**row, "what": "figure", "anchor": anchor(row["figure_id"]), "at": row["number_start"]}
        notes[row["passage_id"]].append(note)
    return [
        {
            **passage,
            "anchor": anchor(passage["passage_id"]),
            "segments": cut(passage["text"], passage["start"], spans),
            "notes": sorted(notes.get(passage["passage_id"], []), key=lambda note: note["at"]),
        }
        for passage in passages
    ]


def all_spans(statements: Rows, attributions: Rows, figures: Rows) -> list[Span]:
    """Return what is to be marked. Neighbouring statements get different styles, so that one is seen to end."""
    spans = []
    ordered = sorted(statements, key=lambda row: (row["start"], -row["end"]))
    for index, row in enumerate(ordered):
        own = anchor(row["statement_id"])
        style = f"is-{row['type']} hue-{index % 2}"
        spans.append(Span(row["start"], row["end"], "content", own, own, style))
        spans.append(Span(row["cue_start"], row["cue_end"], "cue", own, own))
    for row in attributions:
        if row["mention"] is not None:
            own, note = anchor(row["attribution_id"]), anchor(row["statement_id"])
            spans.append(Span(row["mention_start"], row["mention_end"], "mention", own, note))
    for row in figures:
        own = anchor(row["figure_id"])
        spans.append(Span(row["start"], row["end"], "figure", own, own))
        spans.append(Span(row["number_start"], row["number_end"], "number", own, own))
    return spans


def grouped(rows: Rows, column: str) -> dict[Any, Rows]:
    """Return the rows by their value in a column."""
    found: dict[Any, Rows] = defaultdict(list)
    for row in rows:
        found[row[column]].append(row)
    return found
