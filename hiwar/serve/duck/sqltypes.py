"""DuckDB types, grouped by how a value is compared with them, and SQL that turns a column into what SQLite would see."""

from __future__ import annotations

_INTEGERS = frozenset(
    f"{sign}{size}" for sign in ("", "U") for size in ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT")
)
_SIMPLE = {
    "VARCHAR": "text", "JSON": "json", "BOOLEAN": "bool", "DOUBLE": "float", "FLOAT": "single", "DATE": "date",
    "TIMESTAMP": "moment", "TIMESTAMP_S": "moment", "TIMESTAMP_MS": "moment", "TIMESTAMP_NS": "moment",
    "TIMESTAMP WITH TIME ZONE": "moment", "BLOB": "blob",
}  # fmt: skip
_MIXED = ("UNION", "VARIANT", "GEOMETRY")
# Python has no value that keeps what these hold
_AS_TEXT = (
    "INTERVAL",
    "TIME WITH TIME ZONE",
    "TIMESTAMP_NS",
    "BIT",
    "BIGNUM",
    "VARINT",
    *_MIXED,
)


def family(type_: str | None) -> str:
    """Return text, json, int, float, single, decimal, bool, date, moment, blob, nested, other; unknown for None and for
    types that have no one value to compare with."""
    if type_ is None:
        return "unknown"
    upper = type_.upper()
    if upper.startswith(_MIXED) and not upper.endswith("]"):
        return "unknown"
    if upper in _SIMPLE:
        return _SIMPLE[upper]
    if upper in _INTEGERS:
        return "int"
    if upper.endswith("]") or upper.startswith(("STRUCT(", "MAP(")):
        return "nested"
    return "decimal" if upper.startswith("DECIMAL(") else "other"


def shown_as_text(type_: str | None) -> bool:
    """Whether a column of this type is selected as DuckDB's own text."""
    return type_ is not None and type_.upper().startswith(_AS_TEXT) and family(type_) != "nested"


def text_of(sql: str, type_: str | None) -> str:
    """Return SQL for the text that a page shows for the column."""
    group = family(type_)
    if group == "text":
        return sql
    if group == "bool":
        return f"CAST(CAST({sql} AS INTEGER) AS VARCHAR)"
    if group == "blob":
        return f"TRY(decode({sql}))"
    if group == "nested":
        return f"CAST(to_json({sql}) AS VARCHAR)"
    return f"CAST({sql} AS VARCHAR)"


def array_of(sql: str, type_: str | None) -> str:
    """Return SQL for the column as a list of texts; NULL where it is none."""
    group = family(type_)
    if group == "nested" and type_ and type_.endswith("]"):
        return f"CAST({sql} AS VARCHAR[])"
    if group in ("text", "json"):
        return f"TRY_CAST(TRY_CAST({sql} AS JSON) AS VARCHAR[])"
    return "CAST(NULL AS VARCHAR[])"


def date_of(sql: str, type_: str | None) -> str:
    """Return SQL for SQLite's date(): the day as YYYY-MM-DD; NULL where there is none."""
    group = family(type_)
    if group in ("date", "moment", "text"):
        return f"CAST(TRY_CAST({sql} AS DATE) AS VARCHAR)"
    if group == "unknown":
        return f"CAST(TRY_CAST(CAST({sql} AS VARCHAR) AS DATE) AS VARCHAR)"
    return "CAST(NULL AS VARCHAR)"
