"""Datasette's SQL in DuckDB's dialect. SQL that a person wrote never comes here: it goes to DuckDB as it is."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from . import facets
from .catalog import Catalog, Table
from .catalog import quoted as quote
from .generated import Rewrite, complete_order, nan_as_null, show_as_text, source_of, sql_of
from .kinds import CONVERTERS, Kind, kind
from .search import NoIndex, join_ranked, mark_clauses, rewrite_search

REMEMBERED_STATEMENTS = 2000
LONGEST_SQL = 200_000


class CannotTranspile(Exception):
    """sqlglot cannot read the statement as SQLite's."""


@dataclass(frozen=True)
class Translated:
    """DuckDB's SQL, and its parameters: name in it, name in the original, conversion."""

    sql: str
    binds: tuple[tuple[str, str, str], ...]
    is_probe: bool = False

    def parameters(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return the values to bind."""
        return {name: CONVERTERS[how](values.get(source)) for name, source, how in self.binds}


class Transpiler:
    """Translates statements over one catalogue and remembers them. Safe to share between threads."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self._known: OrderedDict[tuple[Any, ...], Translated] = OrderedDict()

    def translate(
        self, sql: str, values: Mapping[str, Any], ranked: bool = False, continued: bool = False
    ) -> Translated:
        """Return the statement for DuckDB. Raises CannotTranspile.

        `ranked`: nobody asked for an order, so found rows come best first; `continued`: a page after the first.
        """
        kinds = {name: kind(value) for name, value in values.items()}
        key = (sql, tuple(kinds.items()), ranked, continued)
        found = self._known.get(key)
        if found is None:
            found = self._translate(sql, kinds, ranked, continued)
            self._known[key] = found
            while len(self._known) > REMEMBERED_STATEMENTS:
                self._known.popitem(last=False)
        return found

    def _translate(self, sql: str, kinds: Mapping[str, Kind], ranked: bool, continued: bool) -> Translated:
        rewrite = Rewrite(self.catalog, kinds)
        wrapped = facets.unwrap(sql)
        tree = _parse(wrapped.inner if wrapped else sql)
        table = rewrite.table_of(source_of(tree)) if isinstance(tree, exp.Select) else None
        try:
            before = rewrite_search(tree, rewrite, ranked and not wrapped, continued)
        except NoIndex as error:
            raise CannotTranspile(str(error)) from error
        rewrite.select(tree)
        if table is not None and isinstance(tree, exp.Select) and not wrapped:
            complete_order(tree, table)
            show_as_text(tree, table)
            if before:
                join_ranked(tree, table)
        nan_as_null(tree, self.catalog)
        text = before + sql_of(tree)
        if wrapped:
            column = table.column(wrapped.column) if table else None
            type_ = column.type if column else "BIGINT" if wrapped.column == "rowid" else None
            text = wrapped.sql(quote(wrapped.column), type_, text)
        binds = tuple((name, source, how) for (source, how), name in rewrite.binds.items())
        return Translated(text, binds, wrapped is not None and wrapped.is_probe)


def named(params: Mapping[str, Any] | Sequence[Any] | None) -> dict[str, Any]:
    """Return parameters as named ones; those given by position get the names that `_parse` gives them."""
    if not params:
        return {}
    if isinstance(params, Mapping):
        return dict(params)
    return {f"at{index}": value for index, value in enumerate(params)}


def _parse(sql: str) -> exp.Expression:
    if len(sql) > LONGEST_SQL:
        raise CannotTranspile("The statement is too long.")
    try:
        tree = sqlglot.parse_one(mark_clauses(sql), read="sqlite")
    except (SqlglotError, RecursionError) as error:
        raise CannotTranspile(str(error)) from error
    # `?` has no name yet; find_all goes by level, the text from left to right
    anonymous = [node for node in tree.dfs() if isinstance(node, exp.Placeholder) and not node.this]
    for index, node in enumerate(anonymous):
        node.set("this", f"at{index}")
    return tree


__all__ = ["CannotTranspile", "Table", "Translated", "Transpiler", "named"]
