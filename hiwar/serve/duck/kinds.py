"""What a parameter's value looks like. Datasette binds nearly every value as text; the SQL depends on what the text could be."""

from __future__ import annotations

import ast
import contextlib
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any, NamedTuple

_FORMS = tuple(
    (name, re.compile(pattern, re.ASCII))
    for name, pattern in (
        ("year", r"\d{4}"),
        ("int", r"\s*[+-]?\d{1,38}\s*"),
        ("real", r"\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?\s*"),
        ("inf", r"[+-]?inf"),
        ("month", r"\d{4}-\d{2}-?"),
        ("date", r"\d{4}-\d{2}-\d{2}"),
        ("moment", r"\d{4}-\d{2}-\d{2}[T ]\d{2}(:\d{2})?(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}(:?\d{2})?)?"),
    )
)
_BYTES = re.compile(r"""b'(\\.|[^'\\])*'|b"(\\.|[^"\\])*\"""", re.ASCII)
_PIECE = re.compile(r'"([^"]*)"?|([^\s"]+)')
MOST_PHRASES = 8


class Kind(NamedTuple):
    """The form of a value (null, blank, year, int, real, inf, month, date, moment, bytes, text); whether a letter in it has
    case; how many quoted phrases it holds."""

    form: str
    cased: bool = False
    phrases: int = 0

    @property
    def numeric(self) -> bool:
        """Whether the value is a number."""
        return self.form in ("year", "int", "real")


def kind(value: Any) -> Kind:
    """Return the kind of a parameter's value."""
    if value is None:
        return Kind("null")
    if isinstance(value, (bool, int)):
        return Kind("int")
    if isinstance(value, float):
        return Kind("real")
    if isinstance(value, bytes):
        return Kind("bytes")
    text = str(value)
    form = next((name for name, pattern in _FORMS if pattern.fullmatch(text)), "text" if text else "blank")
    return Kind(form, text.lower() != text.upper(), len(phrases(text)))


def as_number(value: Any) -> int | float:
    """Return the value as an int where it is a whole number, else as a float."""
    if isinstance(value, (int, float)):
        return value
    try:
        return int(value)
    except ValueError:
        number = float(value)
        return int(number) if number.is_integer() and abs(number) < 2**53 else number


def as_decimal(value: Any) -> Decimal | float:
    """Return the value as a Decimal, or as a float where it has more digits than DuckDB's 38."""
    number = Decimal(str(value).strip())
    exponent = number.as_tuple().exponent
    fits = isinstance(exponent, int) and -30 < exponent <= 0 and len(number.as_tuple().digits) <= 38
    return number if fits else float(value)


def as_text(value: Any) -> str | None:
    """Return the value as text, as Datasette shows it."""
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return None if value is None else str(value)


def as_blob(value: Any) -> bytes | None:
    """Return the value as bytes. Datasette writes those of a key or of the last row of a page as Python does: b'…'."""
    if value is None or isinstance(value, bytes):
        return value
    text = str(value)
    if _BYTES.fullmatch(text):
        with contextlib.suppress(ValueError, SyntaxError):
            return ast.literal_eval(text)  # type: ignore[no-any-return]
    return text.encode("utf-8", "replace")


def as_glob(value: Any) -> str | None:
    """Return a SQLite GLOB pattern as DuckDB writes it."""
    return None if value is None else str(value).replace("[^", "[!")


def phrases(value: Any) -> list[str]:
    """Return the quoted parts of a search that hold more than one word."""
    found = [quoted for quoted, _ in _PIECE.findall(str(value)) if len(quoted.split()) > 1]
    return found[:MOST_PHRASES]


def raw_words(value: Any) -> list[str]:
    """Return the words of a search in raw mode; AND between them is what it means anyway, `*` at the end stays."""
    pieces = _PIECE.findall(str(value))
    return [word for quoted, bare in pieces for word in (quoted or bare).split() if word != "AND"]


def _phrase(number: int) -> Callable[[Any], str]:
    return lambda value: phrases(value)[number]


CONVERTERS: dict[str, Callable[[Any], Any]] = {
    "as is": lambda value: value,
    "number": as_number,
    "float": float,
    "decimal": as_decimal,
    "text": as_text,
    "blob": as_blob,
    "glob": as_glob,
    "raw words": raw_words,
    **{f"phrase {number}": _phrase(number) for number in range(MOST_PHRASES)},
}
