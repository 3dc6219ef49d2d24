"""One record a file: a text, or a page."""

import io
from collections.abc import Iterator

from hiwar.corpus.options import LARGEST, Options
from hiwar.corpus.record import Place, Record, Reject, digest


def text(place: Place, stream: io.BufferedReader, options: Options) -> Iterator[Record | Reject]:
    """Yield the text that the stream is."""
    yield _whole(place, stream, "text")


def page(place: Place, stream: io.BufferedReader, options: Options) -> Iterator[Record | Reject]:
    """Yield the HTML page that the stream is."""
    yield _whole(place, stream, "page")


def _whole(place: Place, stream: io.BufferedReader, kind: str) -> Record | Reject:
    content = stream.read(LARGEST + 1)
    if len(content) > LARGEST:
        return Reject(place, f"is larger than {LARGEST:,} bytes: no news article; split it")
    return Record(place, content, digest(content), kind)
