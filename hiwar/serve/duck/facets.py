"""The SQL around a table's SQL: Datasette's facets and its probes for facets to suggest, recognised by their wording."""

from __future__ import annotations

import re
from collections.abc import Callable

from .sqltypes import array_of, date_of, family

# a function that gives a column's type (or None), and one that rewrites the SQL inside
TypeOf = Callable[[str], str | None]

_C = r'(?P<c>\[[^\]]*\]|"(?:""|[^"])*"|\w+)'
_SAME = r"(?P=c)"


def _pattern(template: str) -> re.Pattern[str]:
    """Compile a template: spaces match any white space, {c} the column, {sql} what is inside, {n} a number."""
    escaped = re.escape(re.sub(r"\s+", " ", template.strip())).replace(r"\ ", r"\s+")
    escaped = escaped.replace(r"\{c\}", _C, 1).replace(r"\{c\}", _SAME)
    escaped = escaped.replace(r"\{sql\}", r"(?P<sql>.*)").replace(r"\{n\}", r"(?P<n>\d+)")
    return re.compile(rf"\s*{escaped}\s*;?\s*", re.DOTALL)


def name_of(identifier: str) -> str:
    """Return the name in a SQLite identifier, quoted or not."""
    if identifier.startswith("["):
        return identifier[1:-1]
    return identifier[1:-1].replace('""', '"') if identifier.startswith('"') else identifier


def _counted(value: str, sql: str, where: str, n: str, order: str = "1 NULLS FIRST") -> str:
    return (
        f"SELECT {value} AS value, count(*) AS count FROM ({sql}) WHERE {where} "
        f"GROUP BY 1 ORDER BY 2 DESC, {order} LIMIT {n}"
    )


def _column_facet(column: str, type_: str | None, sql: str, n: str) -> str:
    # lists and structs go by the text that is shown
    order = f"CAST(to_json({column}) AS VARCHAR)" if family(type_) == "nested" else "1 NULLS FIRST"
    return _counted(column, sql, f"{column} IS NOT NULL", n, order)


def _date_facet(column: str, type_: str | None, sql: str, n: str) -> str:
    if family(type_) not in ("date", "moment"):
        day = date_of(column, type_)
        return _counted(day, sql, f"{day} IS NOT NULL", n)
    # days are counted as days, and written out when only the most frequent are left
    counted = _counted(f"CAST({column} AS DATE)", sql, f"{column} IS NOT NULL", n)
    return f"SELECT CAST(value AS VARCHAR) AS value, count FROM ({counted}) ORDER BY 2 DESC, 1"


def _array_facet(column: str, type_: str | None, sql: str, n: str) -> str:
    items = f"SELECT unnest(list_distinct({array_of(column, type_)})) AS value FROM ({sql})"
    return f"SELECT value, count(*) AS count FROM ({items}) GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {n}"


def _column_probe(column: str, type_: str | None, sql: str, n: str) -> str:
    return f"SELECT {column} AS value, count(*) AS n FROM ({sql}) WHERE {column} IS NOT NULL GROUP BY 1 LIMIT {n}"


def _array_probe(column: str, type_: str | None, sql: str, n: str) -> str:
    """Whether there is an array, and whether there is anything else: two searches that end at the first row found."""
    group = family(type_)
    if group == "nested" and type_ and type_.endswith("]"):
        return f"SELECT 'array' FROM ({sql}) WHERE {column} IS NOT NULL LIMIT 1"
    if group not in ("text", "json"):
        return "SELECT 'other' WHERE FALSE"
    text = f"CAST({column} AS VARCHAR)"
    filled = f"FROM ({sql}) WHERE {column} IS NOT NULL AND {text} <> ''"
    array = f"starts_with(ltrim({text}), '[') AND json_valid({text})"
    return (
        f"SELECT * FROM (SELECT 'array' AS kind {filled} AND {array} LIMIT 1) UNION ALL "
        f"SELECT * FROM (SELECT 'other' AS kind {filled} AND NOT ({array}) LIMIT 1)"
    )


def _array_sample(column: str, type_: str | None, sql: str, n: str) -> str:
    return f"SELECT {column} FROM ({sql}) WHERE {column} IS NOT NULL AND len({array_of(column, type_)}) > 0 LIMIT {n}"


def _date_probe(column: str, type_: str | None, sql: str, n: str) -> str:
    where = f"{column} GLOB '????-??-*'" if family(type_) == "text" else f"{column} IS NOT NULL"
    if family(type_) not in ("text", "date", "moment"):
        where = "FALSE"
    return f"SELECT {date_of(column, type_)} FROM ({sql}) WHERE {where} LIMIT {n}"


_TEMPLATES: tuple[tuple[re.Pattern[str], Callable[[str, str | None, str, str], str]], ...] = (
    (
        _pattern("select {c} as value, count(*) as count from ( {sql} ) where {c} is not null "
                 "group by {c} order by count desc, value limit {n}"),
        _column_facet,
    ),
    (
        _pattern("select date({c}) as value, count(*) as count from ( {sql} ) where date({c}) is not null "
                 "group by date({c}) order by count desc, value limit {n}"),
        _date_facet,
    ),
    (
        _pattern("select {c} as value, count(*) as n from ( {sql} ) where value is not null group by value limit {n}"),
        _column_probe,
    ),
    (
        _pattern("select distinct json_type({c}) from ({sql}) where {c} is not null and {c} != ''"),
        _array_probe,
    ),
    (
        _pattern("select {c} from ({sql}) where {c} is not null and {c} != '' "
                 "and json_array_length({c}) > 0 limit {n}"),
        _array_sample,
    ),
    (_pattern('select date({c}) from ( {sql} ) where {c} glob "????-??-*" limit {n}'), _date_probe),
)  # fmt: skip
_ARRAY_FACET = re.compile(
    r"\s*with\s+inner\s+as\s+\((?P<sql>.*)\),\s*deduped_array_items\s+as\s+\(\s*select\s+distinct\s+j\.value,"
    rf"\s*inner\.\*\s+from\s+json_each\(\[inner\]\.{_C}\)\s+j\s+join\s+inner\s*\).*limit\s+(?P<n>\d+)\s*;?\s*",
    re.DOTALL,
)
PROBES = frozenset({_column_probe, _array_probe, _array_sample, _date_probe})


class Wrapped:
    """A statement that is a facet or a probe around a table's SQL."""

    def __init__(self, match: re.Match[str], build: Callable[[str, str | None, str, str], str]) -> None:
        self.column = name_of(match["c"])
        self.inner = match["sql"]
        self.is_probe = build in PROBES
        self._limit = match["n"] if "n" in match.re.groupindex else ""
        self._build = build

    def sql(self, quoted_column: str, type_: str | None, inner: str) -> str:
        """Return DuckDB's SQL around `inner`, which has been rewritten."""
        return self._build(quoted_column, type_, inner, self._limit)


def unwrap(sql: str) -> Wrapped | None:
    """Return what facet or probe the statement is, or None."""
    match = _ARRAY_FACET.fullmatch(sql)
    if match:
        return Wrapped(match, _array_facet)
    for pattern, build in _TEMPLATES:
        match = pattern.fullmatch(sql)
        if match:
            return Wrapped(match, build)
    return None
