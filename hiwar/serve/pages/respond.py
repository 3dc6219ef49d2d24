"""What every page of ours has in common: the template, its links, the labels of the schema, and what to say when it fails."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from datasette.utils import path_with_replaced_args
from datasette.utils.asgi import Response

from hiwar.schema import TABLES

from .databases import TooSlow
from .links import Links

PAGE_SIZE = 50
MAX_PAGE = 2000

LABELS = {
    (name, column.name): (column.extra["label_en"], column.extra["label_ar"], column.description)
    for name, table in TABLES.items()
    for column in table.columns
}
MEANINGS = {
    (name, column.name): column.meanings
    for name, table in TABLES.items()
    for column in table.columns
    if column.meanings
}


async def page(datasette: Any, request: Any, links: Links, name: str, context: dict[str, Any]) -> Response:
    """Return the rendered template `hiwar/<name>.html`."""
    given = {
        **context,
        "links": links,
        "database": links.name,
        "labels": LABELS,
        "meanings": MEANINGS,
        "page_address": lambda number: path_with_replaced_args(request, {"page": number}),
    }
    html = await datasette.render_template(
        f"hiwar/{name}.html", given, request=request, view_name=f"hiwar_{name}"
    )
    return Response.html(html)


def in_time(view: Callable[..., Awaitable[Response]]) -> Callable[..., Awaitable[Response]]:
    """Wrap a view: a database that is too slow is told in one line, with status 503."""

    async def wrapped(request: Any, datasette: Any, send: Any) -> Response:
        try:
            return await view(request, datasette, send)
        except TooSlow:
            return Response.text("The database did not answer in time. Try again.", status=503)

    return wrapped


def page_number(request: Any) -> int:
    """Return the page that the address asks for, from 1."""
    asked = request.args.get("page") or "1"
    return min(max(int(asked), 1), MAX_PAGE) if asked.isascii() and asked.isdigit() else 1


def one_page(rows: list[dict[str, Any]], number: int) -> tuple[list[dict[str, Any]], int | None]:
    """Return the page's rows of PAGE_SIZE + 1 asked for, and the number of the next page if there is one."""
    return rows[:PAGE_SIZE], (number + 1 if len(rows) > PAGE_SIZE else None)
