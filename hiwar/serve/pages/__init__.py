"""Arabic pages on top of `duck`: a Datasette plugin that shows itself only where a database holds this dataset's tables.

Reading order: `hooks` (what Datasette calls), `databases` (which ones are ours, and asking them), `marks` (spans → marked
text), `article`, `speaker`, `measure`, `lists`, `home` (one module a page), `plot` and `timeline` (drawings), `links`.
"""

from .hooks import (
    asgi_wrapper,
    canned_queries,
    extra_css_urls,
    extra_js_urls,
    get_metadata,
    menu_links,
    prepare_jinja2_environment,
    register_routes,
    render_cell,
)

__all__ = [
    "asgi_wrapper",
    "canned_queries",
    "extra_css_urls",
    "extra_js_urls",
    "get_metadata",
    "menu_links",
    "prepare_jinja2_environment",
    "register_routes",
    "render_cell",
]
