"""Strategies for the values of columns and for rows, drawn from the models themselves."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from hiwar.schema import Column, Table

_PLAIN = st.characters(codec="utf-8", exclude_characters="\n\r\x00")


def values(column: Column) -> st.SearchStrategy[Any]:
    """Values that the column's own constraints allow, null included where it may be."""
    found = _not_null(column)
    return st.none() | found if column.nullable else found


def _not_null(column: Column) -> st.SearchStrategy[Any]:
    if column.meanings:
        return st.sampled_from(sorted(column.meanings))
    if pattern := column.constraint("pattern"):
        return st.from_regex(pattern, fullmatch=True, alphabet=_PLAIN).filter(lambda text: text[-1] != "\n")
    if column.kind == "string":
        return st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)
    if column.kind == "integer":
        return st.integers(column.constraint("ge") or 0, 20) | st.integers(1, 10**15)
    if column.kind == "number":
        return st.floats(allow_nan=False, allow_infinity=False) | st.integers(-3, 3).map(float)
    return st.dates(min_value=date(1, 1, 1))


def rows(table: Table) -> st.SearchStrategy[dict[str, Any]]:
    """Rows whose every value is allowed on its own; the rules over several columns may be broken."""
    return st.fixed_dictionaries({column.name: values(column) for column in table.columns})
