"""HTML pages → main text, with the page's own title, date and outlet."""

import json
import re
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Any, NamedTuple

from hiwar.corpus.encodings import Decoded, decode
from hiwar.corpus.record import Meta
from hiwar.corpus.streams import Missing

EXTRACTORS = {"page": "trafilatura", "crawled": "resiliparse"}
_DECLARED = re.compile(rb"<meta[^>]{1,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{3,20})", re.I)
_BLANK = re.compile(r"[ \t]*\n\s*")


class Extracted(NamedTuple):
    """The main text of a page, what the page says of itself, and how the text was got."""

    text: str
    meta: Meta
    extractor: str  # package and version
    encoding: str


def extract(page: bytes, declared: str | None, meta: Meta, kind: str) -> Extracted | str:
    """Return the main text of the page, or the reason why there is none; raises Missing where the package is."""
    tool = EXTRACTORS[kind]
    name = tool_version(tool)
    if name is None:
        raise Missing("an HTML page", tool)
    decoded = decoded_page(page, declared)
    if isinstance(decoded, str):
        return decoded
    try:
        found = (_careful if tool == "trafilatura" else _fast)(decoded.text, meta)
    except Exception as error:  # parsers of broken HTML raise what they please
        return f"{tool} failed on the page: {type(error).__name__}: {error}"
    if found is None or not found[0].strip():
        return "holds no main text"
    text, meta = found
    return Extracted(_BLANK.sub("\n", text.strip()), meta, name, decoded.encoding)


@cache
def tool_version(tool: str) -> str | None:
    """Return `tool version`, None where it is not installed."""
    try:
        return f"{tool} {version(tool)}"
    except PackageNotFoundError:
        return None


def decoded_page(page: bytes, declared: str | None) -> Decoded | str:
    """Return the page as text: as UTF-8, else as the server or the page itself declares, else as it reads best."""
    found = _DECLARED.search(page[:4096])
    return decode(page, declared or (found[1].decode() if found else None))


def _careful(html: str, meta: Meta) -> tuple[str, Meta] | None:
    import trafilatura

    document: Any = trafilatura.bare_extraction(
        html,
        url=meta.url,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        include_images=False,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    if document is None:
        return None
    said = Meta(meta.url or document.url, meta.fetched_at, document.title, document.date, document.sitename)
    return document.text or "", said


def _fast(html: str, meta: Meta) -> tuple[str, Meta] | None:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    tree = HTMLTree.parse(html)
    text = extract_plain_text(tree, main_content=True, alt_texts=False, list_bullets=False)
    title = _content(tree, "og:title") or tree.title
    day = _content(tree, "article:published_time") or _published(tree)
    return text, meta._replace(title=title or None, date=day, outlet=_content(tree, "og:site_name"))


def _content(tree: Any, name: str) -> str | None:
    node = tree.document.query_selector(f'meta[property="{name}"], meta[name="{name}"]')
    return (node.getattr("content") or "").strip() or None if node else None


def _published(tree: Any) -> str | None:
    """Return `datePublished` of the page's JSON-LD, or the first <time> of its article."""
    for node in tree.document.query_selector_all('script[type="application/ld+json"]'):
        try:
            data = json.loads(node.text)
        except ValueError:
            continue
        graph = data.get("@graph", [data]) if isinstance(data, dict) else data
        for thing in graph if isinstance(graph, list) else []:
            if isinstance(thing, dict) and isinstance(day := thing.get("datePublished"), str):
                return day
    node = tree.document.query_selector("article time[datetime]")
    return node.getattr("datetime") if node else None
