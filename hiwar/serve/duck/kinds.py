"""What a parameter's value looks like. Datasette binds nearly every value as text; the SQL depends on what the text could be."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any, NamedTuple

_FORMS = (
    ("year", re.compile(r"\d{4}")),
    ("int", re.compile(r"\s*[+-]?\d{1,38}\s*")),
    ("real", re.compile(r"\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?\s*")),
    ("month", re.compile(r"\d{4}-\d{2}-?")),
    ("date", re.compile(r"\d{4}-\d{2}-\d{2}")),
    ("moment", re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}(:\d{2})?(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}(:?\d{2})?)?")),
)


class Kind(NamedTuple):
    """The form of a value (null, blank, year, int, real, month, date, moment, bytes, text) and two things about its letters."""

    form: str
    cased: bool = False
    quoted: bool = False

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
    return Kind(form, text.lower() != text.upper(), '"' in text)


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


def as_glob(value: Any) -> str | None:
    """Return a SQLite GLOB pattern as DuckDB writes it."""
    return None if value is None else str(value).replace("[^", "[!")


CONVERTERS: dict[str, Callable[[Any], Any]] = {
    "as is": lambda value: value,
    "number": as_number,
    "float": float,
    "decimal": as_decimal,
    "text": as_text,
    "glob": as_glob,
}
