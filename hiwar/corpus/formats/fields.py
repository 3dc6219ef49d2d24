"""A record out of named fields: which of them holds the text, the title, the date, the outlet, the address."""

from collections.abc import Mapping
from typing import Any

from hiwar.corpus.options import Columns
from hiwar.corpus.record import Meta, Place, Record, Reject, digest


def record_of(
    place: Place, content: bytes, fields: Mapping[str, str | None], columns: Columns, what: str
) -> Record | Reject:
    """Return the record of the fields; `content` are the bytes that they were read from."""
    name = next((name for name in columns.text if name in fields), None)
    if name is None:
        wanted = " or ".join(columns.text)
        return Reject(place, f"has no {what} {wanted}: name it with --text-column (there are {_few(fields)})")
    text = fields[name]
    if text is None:
        return Reject(place, f"its {what} {name} holds no text")
    try:
        encoded = text.encode()
    except UnicodeEncodeError:
        return Reject(place, f"its {what} {name} holds half a character (a lone surrogate)")
    meta = Meta(
        url=_first(fields, columns.url),
        title=_first(fields, columns.title),
        date=_first(fields, columns.date),
        outlet=_first(fields, columns.outlet),
    )
    return Record(place, encoded, digest(content), "text", "utf-8", meta)


def record_of_object(
    place: Place, content: bytes, value: Any, columns: Columns, what: str
) -> Record | Reject:
    """Return the record of a JSON value, which `what` names where it is none; `content` are the bytes of it."""
    if not isinstance(value, dict):
        return Reject(place, f"{what} is no JSON object")
    return record_of(place, content, {key: _printed(given) for key, given in value.items()}, columns, "field")


def _printed(value: Any) -> str | None:
    """Return a field as text: a string as it is, a number as written, None for anything else."""
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _first(fields: Mapping[str, str | None], names: tuple[str, ...]) -> str | None:
    """Return the first of the named fields that says something, on one line."""
    for name in names:
        if said := " ".join((fields.get(name) or "").encode("utf-8", "ignore").decode().split()):
            return said
    return None


def _few(fields: Mapping[str, str | None]) -> str:
    names = list(fields)
    return ", ".join(names[:8]) + (" …" if len(names) > 8 else "") if names else "none"
