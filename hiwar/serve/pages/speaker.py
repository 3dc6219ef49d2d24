"""The speaker page: names, roles, statements in time, figures given, who passes them on and whom they pass on."""

from __future__ import annotations

import asyncio
from typing import Any

from datasette.utils import tilde_decode
from datasette.utils.asgi import NotFound

from .databases import Rows, allow, among, ask, ask_once, named, people
from .links import Links
from .respond import PAGE_SIZE, one_page, page, page_number
from .timeline import timeline

ACROSS = 12  # who passes on and is passed on: the statements should not be pushed out of sight
TABLES = ("speakers", "speaker_names", "speaker_roles", "statements", "attributions", "figures", "articles")

# A statement's id begins with that of its article: taking it from there saves reading the table of statements.
_SAID = """
WITH said AS (
  SELECT statement_id, left(statement_id, length(rtrim(statement_id, '0123456789')) - 2) AS article_id
  FROM attributions WHERE speaker_id = $id AND role = 'source'
)
"""
_NAMES = "SELECT name FROM speaker_names WHERE speaker_id = $id ORDER BY length(name) DESC, name LIMIT 100"
_ROLES = """
SELECT role_ar, role_en, organization_id, count(DISTINCT article_id) AS articles, min(article_id) AS article_id
FROM speaker_roles WHERE speaker_id = $id GROUP BY ALL ORDER BY articles DESC, role_ar, role_en, organization_id LIMIT 50
"""
_MONTHS = f"""{_SAID}
SELECT CAST(date_trunc('month', published_on) AS DATE) AS month, count(*) AS statements,
  count(DISTINCT article_id) AS articles
FROM said JOIN articles USING (article_id) GROUP BY ALL ORDER BY month
"""
_WHICH = f"""{_SAID}
SELECT said.statement_id, a.published_on, a.outlet FROM said JOIN articles a USING (article_id)
ORDER BY a.published_on DESC NULLS LAST, said.statement_id LIMIT {PAGE_SIZE + 1} OFFSET $skip
"""
_STATEMENTS = 'SELECT statement_id, article_id, act, type, "text", gloss_en, review FROM statements WHERE '
_FIGURES = f"""{_SAID}
SELECT f.*, m.label_en, m.label_ar, a.published_on, a.outlet
FROM figures f JOIN said ON said.statement_id = f.statement_id JOIN articles a ON a.article_id = f.article_id
LEFT JOIN measures m USING (measure_id)
ORDER BY a.published_on DESC NULLS LAST, f.figure_id LIMIT {PAGE_SIZE + 1} OFFSET $skip
"""


def _across(own: str, other: str) -> str:
    """Return the query for the speakers of the other role in the speaker's statements, with how many."""
    return f"""
    SELECT speaker_id, count(*) AS statements FROM attributions
    WHERE role = '{other}' AND statement_id IN (
      SELECT statement_id FROM attributions WHERE speaker_id = $id AND role = '{own}')
    GROUP BY speaker_id ORDER BY statements DESC, speaker_id LIMIT {ACROSS}
    """


async def view(request: Any, datasette: Any, send: Any) -> Any:
    """Answer a request for a speaker; `?page=` for older statements and figures."""
    database = named(datasette, tilde_decode(request.url_vars["database"]))
    await allow(datasette, request, database, TABLES)
    speaker_id = tilde_decode(request.url_vars["id"])
    found = await ask(database, "SELECT * FROM speakers WHERE speaker_id = $id", id=speaker_id)
    if not found:
        raise NotFound(f"Speaker not found: {speaker_id}")
    number = page_number(request)
    skip = (number - 1) * PAGE_SIZE
    names, roles, months, statements, figures, relayed_by, relays = await asyncio.gather(
        ask_once(database, _NAMES, id=speaker_id),
        ask_once(database, _ROLES, id=speaker_id),
        ask_once(database, _MONTHS, id=speaker_id),
        statements_of(database, speaker_id, skip),
        ask_once(database, _FIGURES, id=speaker_id, skip=skip),
        ask_once(database, _across("source", "relay"), id=speaker_id),
        ask_once(database, _across("relay", "source"), id=speaker_id),
    )
    others = await people(
        database,
        [row["speaker_id"] for row in (*relayed_by, *relays)] + [role["organization_id"] for role in roles],
    )
    said, later = one_page(statements, number)
    given, later_figures = one_page(figures, number)
    context = {
        "speaker": found[0],
        "names": [row["name"] for row in names],
        "roles": [{**role, **others.get(role["organization_id"], {})} for role in roles],
        "drawing": timeline(months),
        "statement_count": sum(row["statements"] for row in months),
        "article_count": sum(row["articles"] for row in months),
        "statements": said,
        "figures": given,
        "relayed_by": [{**row, **others[row["speaker_id"]]} for row in relayed_by],
        "relays": [{**row, **others[row["speaker_id"]]} for row in relays],
        "number": number,
        "following": later or later_figures,
    }
    return await page(datasette, request, Links(datasette, database), "speaker", context)


async def statements_of(database: Any, speaker_id: str, skip: int) -> Rows:
    """Return a page of what the speaker said, the latest first, and one row more where there is a next page."""
    which = await ask_once(database, _WHICH, id=speaker_id, skip=skip)
    if not which:
        return []
    condition, given = among("statement_id", (row["statement_id"] for row in which))
    by_id = {row["statement_id"]: row for row in await ask(database, _STATEMENTS + condition, **given)}
    return [{**row, **by_id[row["statement_id"]]} for row in which]
