"""SQL that compares a typed column with a parameter, as SQLite would, without ever failing on a value that does not fit."""

from __future__ import annotations

from collections.abc import Callable

from .kinds import Kind
from .sqltypes import family, text_of

Bind = Callable[[str], str]  # converter's name -> «$name» of the parameter
_NUMBERS = {"int": "number", "float": "float", "decimal": "decimal"}
_PATTERNS = {"like": ("ILIKE", "text"), "glob": ("GLOB", "glob")}


def value_for(type_: str | None, kind: Kind, bind: Bind) -> str | None:
    """Return SQL for the parameter as a value of the column's type, or None when it can be none."""
    group = family(type_)
    if kind.form == "null":
        return None
    if group in ("text", "json", "unknown"):
        return f"CAST({bind('text')} AS VARCHAR)"
    if group in _NUMBERS:
        fits = kind.numeric or (group == "float" and kind.form == "inf")
        return bind(_NUMBERS[group]) if fits else None
    if group == "single":
        return f"CAST({bind('float')} AS FLOAT)" if kind.numeric or kind.form == "inf" else None
    if group == "bool":
        return bind("number") if kind.numeric else None
    if group in ("date", "moment"):
        # a day is no moment: 2024-05-01 10:00 is not cut to its date
        fits = kind.form == "date" or (group == "moment" and kind.form == "moment")
        fits = fits or kind.form in ("text", "inf")  # infinity, years beyond 9999
        return f"TRY_CAST(CAST({bind('text')} AS VARCHAR) AS {type_})" if fits else None
    if group == "blob":
        return f"CAST({bind('blob')} AS BLOB)"
    if group == "nested":
        return f"TRY_CAST(TRY_CAST(CAST({bind('text')} AS VARCHAR) AS JSON) AS {type_})"
    return f"TRY_CAST(CAST({bind('text')} AS VARCHAR) AS {type_})"


def _left(sql: str, type_: str | None) -> str:
    group = family(type_)
    if group == "bool":
        return f"CAST({sql} AS INTEGER)"
    return f"CAST({sql} AS VARCHAR)" if group in ("json", "unknown") else sql


def compare(sql: str, type_: str | None, operator: str, kind: Kind, bind: Bind) -> str:
    """Return SQL for `column operator parameter`; a value that cannot be cast matches nothing, and differs from all."""
    if family(type_) in ("date", "moment") and kind.form in ("year", "month") and operator not in ("=", "<>"):
        # a part of a date compares as text, as it does in SQLite: 2024-05 lies before every day of that month
        return f"CAST({sql} AS VARCHAR) {operator} CAST({bind('text')} AS VARCHAR)"
    value = value_for(type_, kind, bind)
    if value is None:
        return f"{sql} IS NOT NULL" if operator == "<>" and kind.form != "null" else "FALSE"
    left = _left(sql, type_)
    if operator == "<>" and "TRY_CAST" in value:
        return f"COALESCE({left} <> {value}, {sql} IS NOT NULL)"
    return f"{left} {operator} {value}"


def among(sql: str, type_: str | None, negate: bool, kinds: list[Kind], binds: list[Bind]) -> str:
    """Return SQL for `column [NOT] IN (parameters)`, leaving out values that the column cannot hold."""
    values = [value_for(type_, kind, bind) for kind, bind in zip(kinds, binds, strict=True)]
    fitting = [value for value in values if value is not None]
    left = _left(sql, type_)
    if not fitting:
        return f"{sql} IS NOT NULL" if negate else "FALSE"
    if not negate:
        return f"{left} IN ({', '.join(fitting)})"
    parts = [
        f"COALESCE({left} <> {value}, TRUE)" if "TRY_CAST" in value else f"{left} <> {value}"
        for value in fitting
    ]
    return f"({sql} IS NOT NULL AND {' AND '.join(parts)})"


def matches(sql: str, type_: str | None, operator: str, negate: bool, kind: Kind, bind: Bind) -> str:
    """Return SQL for LIKE or GLOB on the column's text. Without a cased letter LIKE is the same as ILIKE, and much faster."""
    word, converter = _PATTERNS[operator]
    if word == "ILIKE" and not kind.cased:
        word = "LIKE"
    text = text_of(sql, type_)
    word = f"NOT {word}" if negate else word
    if word == "NOT GLOB":
        return f"NOT ({text} GLOB CAST({bind(converter)} AS VARCHAR))"
    return f"{text} {word} CAST({bind(converter)} AS VARCHAR)"


def blank(sql: str, type_: str | None, operator: str) -> str:
    """Return SQL for `column = ''` or `column <> ''`."""
    if family(type_) in ("text", "unknown", "json"):
        return f"{text_of(sql, type_)} {operator} ''"
    return "FALSE" if operator == "=" else f"{sql} IS NOT NULL"
