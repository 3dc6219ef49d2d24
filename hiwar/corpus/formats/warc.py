"""WARC files of web crawls: the Arabic pages; everything else is counted by reason."""

import io
from collections import Counter
from collections.abc import Iterator
from typing import Any

from hiwar.corpus.language import may_be_arabic
from hiwar.corpus.options import LARGEST, Options
from hiwar.corpus.record import Meta, Place, Record, Reject, digest
from hiwar.corpus.streams import Broken, Missing


def read(place: Place, stream: io.BufferedReader, options: Options) -> Iterator[Record | Reject]:
    """Yield the pages with Arabic text, numbered by their place among all responses, then what else the file held.

    Raises Broken where the file cannot be read on.
    """
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError:
        raise Missing("a WARC file", "fastwarc") from None
    kind = "page" if options.quality else "crawled"
    left_out: Counter[str] = Counter()
    number = 0
    try:
        for number, response in enumerate(ArchiveIterator(stream, record_types=WarcRecordType.response), 1):
            found = _page(place._replace(record=number), response, kind)
            if isinstance(found, str):
                left_out[found] += 1
            else:
                yield found
    except Broken:
        raise
    except Exception as error:  # what the parser raises for broken records is not documented
        yield from _counted(place, left_out)
        raise Broken(f"is damaged after {number} responses: {error}") from None
    yield from _counted(place, left_out)
    if not number:
        raise Broken("holds no responses of a crawl")


def _counted(place: Place, left_out: Counter[str]) -> Iterator[Reject]:
    for reason, count in sorted(left_out.items()):
        yield Reject(place, reason, count)


def _page(place: Place, response: Any, kind: str) -> Record | str:
    """Return the page of a response, or the reason why it is left out."""
    http = response.http_headers
    if http is not None and http.status_code not in (200, None):
        return "the server did not answer with a page (status other than 200)"
    media = (response.http_content_type or "").lower()
    if media and "html" not in media:
        return "is no HTML page"
    content = response.reader.read(LARGEST + 1)
    if len(content) > LARGEST:
        return f"is a page of more than {LARGEST:,} bytes"
    if not may_be_arabic(content):
        return "is no Arabic page"
    headers = response.headers
    meta = Meta(url=headers.get("WARC-Target-URI"), fetched_at=headers.get("WARC-Date"))
    return Record(place, content, digest(content), kind, response.http_charset, meta)
