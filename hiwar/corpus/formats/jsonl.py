"""JSON lines: one record a line, an object with the text in one of its fields."""

import io
import json
from collections.abc import Iterator
from typing import Any

from hiwar.corpus.encodings import decode
from hiwar.corpus.formats.fields import record_of
from hiwar.corpus.options import LARGEST, Options
from hiwar.corpus.record import Place, Record, Reject


def read(place: Place, stream: io.BufferedReader, options: Options) -> Iterator[Record | Reject]:
    """Yield the record of each line that is not blank; a line that is no object with a text is rejected."""
    number = 0
    while line := stream.readline(LARGEST):
        number += 1
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
    if not isinstance(value, dict):
        return Reject(place, "the line is no JSON object")
    fields = {key: _printed(given) for key, given in value.items()}
    return record_of(place, line, fields, options.columns, "field")


def _printed(value: Any) -> str | None:
    """Return a field as text: a string as it is, a number as written, None for anything else."""
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
