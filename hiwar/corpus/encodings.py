"""Bytes → text: UTF-8, or one of the two single-byte encodings that Arabic was written in, told apart by what they say."""

import codecs
import re
from typing import NamedTuple

LEGACY = ("windows-1256", "iso-8859-6")
_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_WORD = re.compile(r"[\u0621-\u064a]{2,}")
_DEFINITE = re.compile(r"[وفبك]?ال[\u0621-\u064a]{2,}")
_LEAST = 0.05  # share of words with the article; in Arabic prose about a quarter, in anything else read as Arabic none
_HIGH = re.compile(rb"[\x80-\xff]")
_UTF8_ARABIC = re.compile(rb"[\xd8-\xdb][\x80-\xbf]")


class Decoded(NamedTuple):
    """A text and the encoding that it was read from."""

    text: str
    encoding: str


def decode(content: bytes, declared: str | None = None) -> Decoded | str:
    """Return the text of the bytes, or the reason why they are none.

    `declared` is tried where the bytes are not UTF-8. A UTF-8 byte order mark stays in the text.
    """
    try:
        return Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        reason = f"is not UTF-8: byte 0x{content[error.start]:02X} at offset {error.start}"
    for mark, encoding in _UTF16.items():
        if content.startswith(mark):
            return _strict(content[len(mark) :], encoding) or f"is not {encoding}, though it begins so"
    if named := _known(declared):
        return _strict(content, named) or f"is not {named}, though declared so"
    if 2 * len(_UTF8_ARABIC.findall(content)) > len(_HIGH.findall(content)) / 2:
        return f"{reason} (damaged, or two encodings in one file)"
    return _legacy(content) or f"{reason}, and reads as Arabic in no other encoding"


def _known(declared: str | None) -> str | None:
    """Return the canonical name of a declared encoding other than UTF-8, None for one that is unknown."""
    try:
        name = codecs.lookup((declared or "").strip().strip("\"'")).name
    except (LookupError, ValueError):
        return None
    return (
        None if name in ("utf-8", "ascii") else {"cp1256": LEGACY[0], "iso8859-6": LEGACY[1]}.get(name, name)
    )


def _strict(content: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(content.decode(encoding), encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _legacy(content: bytes) -> Decoded | None:
    """Return the reading in which most words begin with the article, if enough do."""
    readings = [reading for name in LEGACY if (reading := _strict(content, name))]
    share, best = max(((_definite(reading.text), reading) for reading in readings), key=lambda pair: pair[0])
    return best if share >= _LEAST else None


def _definite(text: str) -> float:
    words = _WORD.findall(text)
    return sum(_DEFINITE.fullmatch(word) is not None for word in words) / len(words) if words else 0.0
