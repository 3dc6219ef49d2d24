"""The home page: what this is, the questions it answers, its tables, articles and licences."""

from __future__ import annotations

from typing import Any

from hiwar.schema import TABLES, about

from .databases import TooSlow, allow, ask_once, ours
from .links import Links
from .questions import addresses

SHOWN = 12  # articles
_ARTICLES = f"""
SELECT article_id, headline, outlet, published_on, raw_file FROM articles
ORDER BY published_on DESC NULLS LAST, article_id LIMIT {SHOWN}
"""


async def context(datasette: Any, request: Any) -> dict[str, Any]:
    """Return what the home page shows; nothing where no database holds our tables, and Datasette's own page stays."""
    found = [await _database(datasette, request, database) for database in ours(datasette)]
    if not found:
        return {}
    return {"hiwar": found, "about": about, "licences": about.licences(source_text=True)}


async def _database(datasette: Any, request: Any, database: Any) -> dict[str, Any]:
    await allow(datasette, request, database, TABLES)
    counts = await database.table_counts()
    links = Links(datasette, database)
    try:
        questions = await addresses(datasette, database)
        articles = await ask_once(database, _ARTICLES)
    except TooSlow:
        questions, articles = [], []
    return {
        "name": database.name,
        "links": links,
        "search": str(datasette.urls.query(database.name, "who_said_what")),
        "questions": questions,
        "tables": [{"table": table, "count": counts.get(name)} for name, table in TABLES.items()],
        "views": await database.view_names(),
        "articles": articles,
        "article_count": counts.get("articles") or 0,
    }
