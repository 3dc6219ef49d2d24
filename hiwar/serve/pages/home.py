"""The home page: what this is, the questions it answers, its tables, articles and licences."""

from __future__ import annotations

from typing import Any

from datasette.utils.asgi import Response
from datasette.views.index import IndexView

from hiwar.schema import TABLES, about

from .databases import TooSlow, allow, ask_once, ours
from .links import Links
from .questions import addresses

SHOWN = 12  # articles
_ARTICLES = f"""
SELECT article_id, headline, outlet, published_on, raw_file FROM articles
ORDER BY published_on DESC NULLS LAST, article_id LIMIT {SHOWN}
"""


async def view(request: Any, datasette: Any, send: Any) -> Any:
    """Answer a request for the home page; Datasette's own where no database holds our tables, and for its JSON.

    A route and not a template: Datasette's page reads a whole file for its digest first, gigabytes for a large dataset.
    """
    found = ours(datasette)
    if not found or request.url_vars["format"]:
        return await IndexView.as_view(datasette)(request, send)
    await datasette.ensure_permissions(request.actor, ["view-instance"])
    context = {
        "hiwar": [await _database(datasette, request, database) for database in found],
        "others": await _others(datasette, request, {database.name for database in found}),
        "about": about,
        "licences": about.licences(source_text=True),
        "metadata": datasette.metadata(),
    }
    html = await datasette.render_template("hiwar/home.html", context, request=request, view_name="index")
    return Response.html(html)


async def _others(datasette: Any, request: Any, own: set[str]) -> list[str]:
    """Return the names of the other databases that whoever asks may see."""
    found = []
    for name in datasette.databases:
        visible, _ = await datasette.check_visibility(request.actor, "view-database", name)
        if visible and name not in own:
            found.append(name)
    return found


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
