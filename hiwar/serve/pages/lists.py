"""The lists of speakers and of measures."""

from __future__ import annotations

from typing import Any

from datasette.utils import tilde_decode

from .databases import allow, ask_once, named
from .links import Links
from .respond import MEANINGS, PAGE_SIZE, one_page, page, page_number

_SPEAKERS = f"""
SELECT p.*, coalesce(n.sources, 0) AS sources, coalesce(n.relays, 0) AS relays
FROM speakers p LEFT JOIN (
  SELECT speaker_id, count(*) FILTER (role = 'source') AS sources, count(*) FILTER (role = 'relay') AS relays
  FROM attributions GROUP BY speaker_id
) n USING (speaker_id)
WHERE ($kind = '' OR p.kind = $kind) AND ($words = '' OR contains(lower(p.name_en), lower($words)) OR p.speaker_id IN (
  SELECT speaker_id FROM speaker_names WHERE $words <> '' AND contains(ar_fold(name), ar_fold($words))))
ORDER BY sources DESC, relays DESC, p.speaker_id LIMIT {PAGE_SIZE + 1} OFFSET $skip
"""
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
    rows = await ask_once(database, _SPEAKERS, words=words, kind=kind, skip=(number - 1) * PAGE_SIZE)
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


async def measures(request: Any, datasette: Any, send: Any) -> Any:
    """Answer a request for the measures, those with the most figures first."""
    database = named(datasette, tilde_decode(request.url_vars["database"]))
    await allow(datasette, request, database, ("measures", "figures"))
    number = page_number(request)
    shown, following = one_page(await ask_once(database, _MEASURES, skip=(number - 1) * PAGE_SIZE), number)
    context = {"measures": shown, "number": number, "following": following}
    return await page(datasette, request, Links(datasette, database), "measures", context)
