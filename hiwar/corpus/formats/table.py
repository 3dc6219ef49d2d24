"""CSV: a header, and one record a row."""

import csv
import io
from collections.abc import Generator, Iterator
from contextlib import closing

from hiwar.corpus.encodings import decode
from hiwar.corpus.formats.fields import record_of
from hiwar.corpus.options import LARGEST, Options
from hiwar.corpus.record import Place, Record, Reject
from hiwar.corpus.streams import Broken

_SAMPLE = 1 << 16  # bytes that the encoding is told by
_MARKS = ",;\t|"


def read(place: Place, stream: io.BufferedReader, options: Options) -> Iterator[Record | Reject]:
    """Yield the record of each row; raises Broken where the file is no table or cannot be read on."""
    with closing(_lines(stream)) as lines:
        try:
            yield from _rows(place, lines, options)
        except csv.Error as error:
            raise Broken(f"is no CSV: {error}") from None


def _rows(place: Place, lines: Iterator[str], options: Options) -> Iterator[Record | Reject]:
    header = next(lines, "").removeprefix("\ufeff")
    mark = max(_MARKS, key=header.count)
    names = next(csv.reader([header], delimiter=mark), [])
    if not any(name in names for name in options.columns.text):
        wanted = " or ".join(options.columns.text)
        raise Broken(f"has no column {wanted}: name it with --text-column (there are {', '.join(names[:8])})")
    csv.field_size_limit(LARGEST)
    for number, cells in enumerate(csv.reader(lines, delimiter=mark, strict=True), 1):
        if cells:
            yield _record(place._replace(record=number), names, cells, options)


def _lines(stream: io.BufferedReader) -> Generator[str, None, None]:
    """Yield the lines of the stream as text, in the encoding that its beginning is in."""
    sample = stream.peek(_SAMPLE)[:_SAMPLE]
    decoded = decode(sample[: sample.rfind(b"\n") + 1] or sample)
    if isinstance(decoded, str):
        raise Broken(decoded)
    reader = io.TextIOWrapper(stream, encoding=decoded.encoding, newline="")
    try:
        while line := reader.readline(LARGEST):
            yield line
    except UnicodeDecodeError as error:
        raise Broken(f"is not {decoded.encoding} throughout: {error.reason}") from None
    finally:
        reader.detach()  # so that the stream is not closed with it


def _record(place: Place, names: list[str], cells: list[str], options: Options) -> Record | Reject:
    if len(cells) != len(names):
        return Reject(place, f"the row has {len(cells)} fields where the header has {len(names)}")
    content = "\x1f".join(cells).encode("utf-8", "surrogatepass")
    return record_of(place, content, dict(zip(names, cells, strict=True)), options.columns, "column")
