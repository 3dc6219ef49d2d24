"""Read one file: its text as it stands, or the reason why it is rejected."""

import hashlib
import re
from pathlib import Path
from typing import NamedTuple

_ARABIC_LETTER = re.compile(
    "[\u0620-\u063f\u0641-\u064a\u066e-\u06d3\u0750-\u077f\u08a0-\u08c9\ufb50-\ufdff\ufe70-\ufefc]"
)


class RawText(NamedTuple):
    """A text with the file that it was read from. `characters` counts Unicode code points."""

    raw_file: str
    text: str
    sha256: str  # of the file's bytes
    characters: int


class Rejection(NamedTuple):
    """An input that holds no text to build from, and why."""

    file: str
    reason: str


def read(path: Path) -> RawText | Rejection:
    """Return the text of `path`, or a `Rejection`; never raises for what it finds on the disk."""
    if path.is_dir():
        return Rejection(path.name, "is a directory")
    try:
        content = path.read_bytes()
    except OSError as error:
        return Rejection(path.name, f"cannot be read: {error.strerror or error}")
    return read_bytes(path.name, content)


def read_bytes(name: str, content: bytes) -> RawText | Rejection:
    """Return the text of a file's bytes, or a `Rejection`.

    Line ends are not translated and nothing is normalised. A byte order mark stays the text's first character, so
    that offsets count into the file as it is; the folded view drops it like every character without a shape.
    """
    if not content:
        return Rejection(name, "is empty")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return Rejection(name, f"is not UTF-8: byte 0x{content[error.start]:02X} at offset {error.start}")
    if "\0" in text:
        return Rejection(name, f"holds a NUL character at offset {text.index(chr(0))}")
    if not text.removeprefix("\ufeff").strip():
        return Rejection(name, "holds only white space")
    if not _ARABIC_LETTER.search(text):
        return Rejection(name, "holds no Arabic letters")
    return RawText(name, text, hashlib.sha256(content).hexdigest(), len(text))
