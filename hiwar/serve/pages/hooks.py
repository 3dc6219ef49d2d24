"""What Datasette calls. Every hook is silent where no database holds our tables."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from datasette import hookimpl

from . import article, cells, databases, home, lists, measure, questions, robots, speaker
from .links import Links
from .metadata import metadata
from .respond import in_time

PLUGIN = "hiwar"
STATIC = Path(__file__).parent / "static"
STYLES = ("datasette.css", "pages.css")
_NEVER_OURS = ("plugins", "permissions", "allow", "allow_sql", "queries")  # asked for many times a page
_ID = r"(?P<id>[^/]+)$"


@hookimpl  # type: ignore[untyped-decorator]
def register_routes(datasette: Any) -> list[Any]:
    """Return the home page, our pages under `/<database>/-/`, and robots.txt."""
    under = r"^/(?P<database>[^/]+)/-/"
    home_page = (r"^/(\.(?P<format>jsono?))?$", in_time(home.view))
    return [
        *([home_page] if databases.may_be_ours(datasette) else []),
        (f"{under}article/{_ID}", in_time(article.view)),
        (f"{under}speaker/{_ID}", in_time(speaker.view)),
        (f"{under}measure/{_ID}", in_time(measure.view)),
        (f"{under}speakers$", in_time(lists.speakers)),
        (f"{under}measures$", in_time(lists.measures)),
        (r"^/robots\.txt$", robots.view),
    ]


@hookimpl(trylast=True)  # type: ignore[untyped-decorator]
def get_metadata(datasette: Any, key: str | None, database: str | None, table: str | None) -> dict[str, Any]:
    """Return titles, descriptions and labels; after the comments of the file, which say the same without the labels."""
    if key in _NEVER_OURS:
        return {}
    return metadata([found.name for found in databases.ours(datasette)])


@hookimpl  # type: ignore[untyped-decorator]
def canned_queries(datasette: Any, database: str) -> dict[str, Any]:
    """Return the questions that the home page asks."""
    found = datasette.databases.get(database)
    return questions.canned(found) if databases.is_ours(found) else {}


@hookimpl  # type: ignore[untyped-decorator]
def render_cell(row: Any, value: Any, column: str, table: str | None, database: str, datasette: Any) -> Any:
    """Return a cell with a link to its place in the text, or to the page of a speaker or measure."""
    found = datasette.databases.get(database)
    if not databases.is_ours(found):
        return None
    return cells.render(Links(datasette, found), row, value, column, table)


@hookimpl  # type: ignore[untyped-decorator]
def extra_css_urls(datasette: Any) -> list[str]:
    """Return the style sheet: Arabic, light and dark, in Datasette's pages and in ours."""
    return _assets(datasette, *STYLES)


@hookimpl  # type: ignore[untyped-decorator]
def extra_js_urls(datasette: Any) -> list[dict[str, Any]]:
    """Return the scripts: names for form fields; cards for the marks. Pages can be read without them."""
    return [{"url": url, "module": True} for url in _assets(datasette, "datasette.js", "article.js")]


@hookimpl  # type: ignore[untyped-decorator]
def prepare_jinja2_environment(env: Any, datasette: Any) -> None:
    """Add the filters of our templates, and for the page of an error, which Datasette gives no style sheets, ours."""
    env.globals["hiwar_styles"] = lambda: _assets(datasette, *STYLES)
    env.filters["hiwar_number"] = measure.number
    env.filters["hiwar_amount"] = measure.amount


@hookimpl  # type: ignore[untyped-decorator]
def menu_links(datasette: Any) -> list[dict[str, str]]:
    """Return the lists of speakers and measures."""
    found = databases.ours(datasette)
    return [
        {
            "href": Links(datasette, database).list(kind),
            "label": label + (f" ({database.name})" if len(found) > 1 else ""),
        }
        for database in found
        for kind, label in (("speakers", "Speakers · المتحدثون"), ("measures", "Measures · المقاييس"))
    ]


@hookimpl  # type: ignore[untyped-decorator]
def asgi_wrapper(datasette: Any) -> Any:
    """Keep robots out, and say in which language Datasette's pages are."""
    return robots.wrapper(datasette)


def _assets(datasette: Any, *names: str) -> list[str]:
    if not databases.ours(datasette):
        return []
    return [f"{datasette.urls.static_plugins(PLUGIN, name)}?{_digest(name)}" for name in names]


@cache
def _digest(name: str) -> str:
    return hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:8]
