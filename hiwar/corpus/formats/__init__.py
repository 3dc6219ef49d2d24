"""Reading a file: which format it has, by its first bytes and its name, and its records one by one."""

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from hiwar.corpus import streams
from hiwar.corpus.formats import archive, documents, jsonl, plain, table, warc
from hiwar.corpus.options import Options
from hiwar.corpus.record import Place, Record, Reject
from hiwar.corpus.streams import Broken

Items = Iterator[Record | Reject]
_HEAD = 1024  # bytes that the format is told by
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head)\b", re.I | re.S
)
_JSON = re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\{\s*"|\[\s*\{)')


def read_file(name: str, path: Path, options: Options, at: Callable[[int], None] | None = None) -> Items:
    """Yield what the file holds, record by record, each as it stands or with the reason why not; never raises.

    `at` is told before each how many bytes of the file are read.
    """
    count = 0
    try:
        with path.open("rb") as file:
            for item in read_stream(Place(name), name, file, options):
                count += 1
                if at:
                    at(file.tell())
                yield item
    except Broken as error:
        yield Reject(Place(name), _after(count, str(error)))
    except OSError as error:
        yield Reject(Place(name), _after(count, f"cannot be read: {error.strerror or error}"))


def _after(count: int, reason: str) -> str:
    return f"{reason}; {count} records stood before" if count else reason


def read_stream(place: Place, name: str, source: Any, options: Options, depth: int = 0) -> Items:
    """Yield the records of a stream; `name` without the suffix of its compression tells what its bytes do not.

    Raises Broken or OSError where the stream ends too early.
    """
    stream: io.BufferedReader = source if isinstance(source, io.BufferedReader) else io.BufferedReader(source)
    head = stream.peek(_HEAD)[:_HEAD]
    lower = name.lower()
    for compression in (streams.GZIP, streams.ZSTD):
        if head.startswith(compression.magic):
            inner = lower.removesuffix(compression.suffix)
            if depth:
                raise Broken("is compressed within an archive: unpack the archive first")
            if inner.endswith(".warc"):
                yield from warc.read(place, stream, options)
            else:
                opened = streams.decompressed(compression, stream)
                yield from read_stream(place, inner, opened, options, depth + 1)
            return
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        if depth:
            raise Broken("is an archive within an archive: unpack it first")
        yield from _some(place, archive.read(place, stream, options, read_stream))
        return
    for magic, what in streams.FOREIGN.items():
        if head.startswith(magic):
            raise Broken(f"{what}, which is not read: turn it into text first")
    yield from _some(place, _reader(head, lower)(place, stream, options))


def _some(place: Place, items: Items) -> Items:
    """Yield the items; where there are none, a reject that says so."""
    empty = True
    for item in items:
        empty = False
        yield item
    if empty:
        yield Reject(place, "holds no records")


def _reader(head: bytes, name: str) -> Callable[[Place, io.BufferedReader, Options], Items]:
    """Return the reader for a stream that is not compressed."""
    if head.startswith(b"WARC/"):
        return warc.read
    if head[257:262] == b"ustar":
        raise Broken("is a tar archive, which is not read: unpack it first")
    if _PAGE.match(head) or name.endswith((".html", ".htm", ".xhtml")):
        return plain.page
    if name.endswith((".jsonl", ".ndjson")):
        return jsonl.read
    if name.endswith(".json") or (_JSON.match(head) and not name.endswith((".txt", ".csv", ".tsv"))):
        return documents.read
    if name.endswith((".csv", ".tsv")):
        return table.read
    return plain.text
