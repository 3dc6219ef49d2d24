"""The lists of speakers and of measures."""

from __future__ import annotations

from typing import Any

from datasette.utils import tilde_decode

from hiwar.serve.duck.catalog import SearchIndex

from .databases import allow, ask_once, named
from .links import Links
from .respond import MEANINGS, PAGE_SIZE, one_page, page, page_number
from .words import hits

_FOUND = "found AS (SELECT speaker_id FROM speaker_names WHERE contains(ar_fold(name), ar_fold($words)))"
_FOUND_BY_INDEX = (
    "{hits}, found AS (SELECT n.speaker_id FROM speaker_names n JOIN hits ON n.rowid = hits.doc)"
)
_SPEAKERS = f"""
SELECT p.*, coalesce(n.sources, 0) AS sources, coalesce(n.relays, 0) AS relays
FROM speakers p LEFT JOIN (
  SELECT speaker_id, count(*) FILTER (role = 'source') AS sources, count(*) FILTER (role = 'relay') AS relays
  FROM attributions GROUP BY speaker_id
) n USING (speaker_id)
WHERE ($kind = '' OR p.kind = $kind) {{named}}
ORDER BY sources DESC, relays DESC, p.speaker_id LIMIT {PAGE_SIZE + 1} OFFSET $skip
"""
_NAMED = "AND (p.speaker_id IN (SELECT speaker_id FROM found) OR contains(lower(p.name_en), lower($words)))"
_MEASURES = f"""
SELECT m.*, count(f.figure_id) AS figures
FROM measures m LEFT JOIN figures f USING (measure_id) GROUP BY ALL
ORDER BY figures DESC, measure_id LIMIT {PAGE_SIZE + 1} OFFSET $skip
"""


async def speakers(request: Any, datasette: Any, send: Any) -> Any:
    """Answer a request for the speakers, those with the most statements first; `?q=` is part of a name, `?kind=` a kind."""
    database = named(datasette, tilde_decode(request.url_vars["database"]))
    await allow(datasette, request, database, ("speakers", "speaker_names", "attributions"))
    words, kind = (request.args.get("q") or "").strip(), request.args.get("kind") or ""
    number = page_number(request)
    given = {"words": words} if words else {}
    sql = speakers_sql(database.catalog.table("speaker_names").search, bool(words))
    rows = await ask_once(database, sql, kind=kind, skip=(number - 1) * PAGE_SIZE, **given)
    shown, following = one_page(rows, number)
    context = {
        "speakers": shown,
        "words": words,
        "kind": kind,
        "kinds": MEANINGS["speakers", "kind"],
        "number": number,
        "following": following,
    }
    return await page(datasette, request, Links(datasette, database), "speakers", context)


def speakers_sql(index: SearchIndex | None, by_name: bool) -> str:
    """Return the query for the speakers; `by_name`: those that have `$words` in a name."""
    if not by_name:
        return _SPEAKERS.format(named="")
    found = _FOUND_BY_INDEX.format(hits=hits(index, "$words", beginnings=True)) if index else _FOUND
    return f"WITH {found} {_SPEAKERS.format(named=_NAMED)}"


async def measures(request: Any, datasette: Any, send: Any) -> Any:
    """Answer a request for the measures, those with the most figures first."""
    database = named(datasette, tilde_decode(request.url_vars["database"]))
    await allow(datasette, request, database, ("measures", "figures"))
    number = page_number(request)
    shown, following = one_page(await ask_once(database, _MEASURES, skip=(number - 1) * PAGE_SIZE), number)
    context = {"measures": shown, "number": number, "following": following}
    return await page(datasette, request, Links(datasette, database), "measures", context)
