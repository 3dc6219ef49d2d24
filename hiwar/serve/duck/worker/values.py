"""DuckDB values as the plain values that SQLite would give: None, int, float, str, bytes."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

Plain = None | int | float | str | bytes
# types whose values pass as they are; everything else is looked at value by value
_AS_IS = frozenset({"VARCHAR", "NUMBER", "STRING"}) | {
    f"{sign}{size}" for sign in ("", "U") for size in ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT")
}


def plain_rows(rows: list[tuple[Any, ...]], types: Sequence[str]) -> list[tuple[Plain, ...]]:
    """Return the rows with plain values. `types` are the columns' DuckDB types, as the cursor describes them."""
    odd = [index for index, type_ in enumerate(types) if type_.upper() not in _AS_IS]
    if not odd:
        return rows
    result = []
    for row in rows:
        cells = list(row)
        for index in odd:
            cells[index] = plain(cells[index])
        result.append(tuple(cells))
    return result


def plain(value: Any) -> Plain:
    """Return one value as None, int, float, str or bytes; NaN becomes None, lists and structs JSON text."""
    if value is None or type(value) in (int, str, bytes):
        return value  # type: ignore[no-any-return]
    converter = _CONVERTERS.get(type(value))
    return converter(value) if converter else _other(value)


def _other(value: Any) -> Plain:
    if isinstance(value, (list, tuple, dict)):
        return json.dumps(_jsonable(value), ensure_ascii=False)
    if isinstance(value, (bytearray, memoryview)):
        return bytes(value)
    return str(value)


def _jsonable(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _jsonable(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_jsonable(item) for item in value]
    if isinstance(value, bool):
        return value
    if isinstance(value, bytes):
        return value.decode("utf-8", "backslashreplace")
    return plain(value)


def _decimal(value: Decimal) -> Plain:
    if value.is_nan():
        return None
    if value == value.to_integral_value():
        return int(value)
    number = float(value)
    return number if Decimal(repr(number)) == value else str(value)


def _float(value: float) -> Plain:
    return None if value != value else value


def _seconds(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text


def _datetime(value: datetime.datetime) -> str:
    """As DuckDB prints it: a space, no trailing zeros, the zone as +00."""
    naive = value.replace(tzinfo=None)
    if naive == datetime.datetime.max:
        return "infinity"
    if naive == datetime.datetime.min:
        return "-infinity"
    text = _seconds(str(naive))
    if value.tzinfo is None:
        return text
    offset = value.strftime("%z")
    return text + (offset[:3] if offset[3:] == "00" else f"{offset[:3]}:{offset[3:]}")


def _date(value: datetime.date) -> str:
    if value == datetime.date.max:
        return "infinity"
    return "-infinity" if value == datetime.date.min else value.isoformat()


_CONVERTERS: dict[type, Callable[[Any], Plain]] = {
    bool: int,
    float: _float,
    Decimal: _decimal,
    datetime.datetime: _datetime,
    datetime.date: _date,
    datetime.time: lambda value: _seconds(str(value)),
}
