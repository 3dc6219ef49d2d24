"""A record → the text that is stored and built from, or the reason why there is none."""

from typing import NamedTuple

from hiwar.builders.text.read import RawText, Rejection, read_bytes
from hiwar.corpus.encodings import decode
from hiwar.corpus.language import is_arabic
from hiwar.corpus.options import LONGEST
from hiwar.corpus.pages import extract
from hiwar.corpus.record import Meta, Record, Reject
from hiwar.corpus.streams import Missing


class Stored(NamedTuple):
    """A text as it is stored, with what is known of its making."""

    raw: RawText
    meta: Meta
    encoding: str  # of the record
    extractor: str | None  # None: the record is the text itself


def text_of(record: Record) -> Stored | Reject:
    """Return the text of a record; never raises for what the record holds."""
    if "\n" in record.place.name:
        return Reject(record.place, "its name holds a line break: rename it")
    try:
        made = _read(record) if record.kind == "text" else _extracted(record)
    except Missing as error:
        made = str(error)
    if isinstance(made, str):
        return Reject(record.place, made)
    text, meta, encoding, extractor = made
    if len(text) > LONGEST:
        return Reject(record.place, f"is longer than {LONGEST:,} characters: no news article; split it")
    raw = read_bytes(record.place.name, _headed(text, meta.title).encode())
    if isinstance(raw, Rejection):
        return Reject(record.place, raw.reason)
    return Stored(raw, meta, encoding, extractor)


def _read(record: Record) -> tuple[str, Meta, str, None] | str:
    if not record.content:
        return "is empty"
    decoded = decode(record.content, record.encoding)
    return decoded if isinstance(decoded, str) else (decoded.text, record.meta, decoded.encoding, None)


def _extracted(record: Record) -> tuple[str, Meta, str, str] | str:
    found = extract(record.content, record.encoding, record.meta, record.kind)
    if isinstance(found, str):
        return found
    if not is_arabic(found.text):
        return "is no Arabic page"
    return found.text, found.meta, found.encoding, found.extractor


def _headed(text: str, title: str | None) -> str:
    """Return the text with the title that stands beside it as its first line, unless the text begins with it."""
    title = " ".join((title or "").split())
    beginning = " ".join(text[: 4 * len(title) + 200].removeprefix("\ufeff").split())
    return text if not title or title in beginning else f"{title}\n{text}"
