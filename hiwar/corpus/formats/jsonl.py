"""JSON lines: one record a line, an object with the text in one of its fields."""

import io
import json
from collections.abc import Iterator
from itertools import chain

from hiwar.corpus.encodings import decode
from hiwar.corpus.formats.fields import record_of_object
from hiwar.corpus.options import LARGEST, Options
from hiwar.corpus.record import Place, Record, Reject


def read(
    place: Place, stream: io.BufferedReader, options: Options, first: bytes = b""
) -> Iterator[Record | Reject]:
    """Yield the record of each line that is not blank; a line that is no object with a text is rejected.

    `first` is the first line, where it was read before.
    """
    lines = chain([first] * bool(first), iter(lambda: stream.readline(LARGEST), b""))
    for number, line in enumerate(lines, 1):
        here = place._replace(record=number)
        if not line.endswith(b"\n") and len(line) == LARGEST:
            _skip(stream)
            yield Reject(here, f"the line is longer than {LARGEST:,} bytes")
        elif line.strip():
            yield _record(here, line.rstrip(b"\r\n"), options)


def _skip(stream: io.BufferedReader) -> None:
    while (rest := stream.readline(LARGEST)) and not rest.endswith(b"\n"):
        pass


def _record(place: Place, line: bytes, options: Options) -> Record | Reject:
    decoded = decode(line)
    if isinstance(decoded, str):
        return Reject(place, f"the line {decoded}")
    try:
        value = json.loads(decoded.text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        return Reject(place, f"the line is no JSON: {error}")
    return record_of_object(place, line, value, options.columns, "the line")
