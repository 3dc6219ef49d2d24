"""Datasette's search clause, answered from the index tables that `search_index` builds."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlglot import exp

from . import compare
from .catalog import SearchIndex, Table
from .catalog import quoted as quote
from .generated import Rewrite, parameter, raw, source_of
from .kinds import Kind
from .search_index import folded_words

_NAME = r'(?:\[[^\]]*\]|"(?:""|[^"])*"|\w+)'
_CLAUSE = re.compile(
    rf"(?P<key>{_NAME}) in \(select rowid from (?P<table>{_NAME}) where (?P<what>{_NAME}) "
    r"match (?:escape_fts\((?P<words>:\w+)\)|(?P<raw>:\w+))\)"
)


class NoIndex(Exception):
    """The table or column has no search index; the message is for the user."""


def mark_clauses(sql: str) -> str:
    """Return the SQL with search clauses as calls that a parser understands: __fts__(key, table, what, is raw, :search)."""

    def call(match: re.Match[str]) -> str:
        is_raw = match["words"] is None
        return f"__fts__({match['key']}, {match['table']}, {match['what']}, {int(is_raw)}, {match['words'] or match['raw']})"

    return _CLAUSE.sub(call, sql) if " match " in sql else sql


@dataclass(frozen=True)
class _Clause:
    """One search clause: the index, the columns in it that count, the parameter."""

    table: Table
    index: SearchIndex
    columns: tuple[str, ...]
    is_raw: bool
    source: str

    def ctes(self, rewrite: Rewrite) -> str:
        """Return SQL that defines _fts_terms and _fts_hits(_fts_doc, _fts_score)."""
        if self.is_raw:
            word = f"unnest({rewrite.bind(self.source, 'raw words')})"
            terms = (
                f"SELECT DISTINCT unnest({folded_words('word', self.index.fold_macro)}) AS term, "
                f"ends_with(word, '*') AS prefix FROM (SELECT {word} AS word)"
            )
            matching = "CASE WHEN _fts_terms.prefix THEN starts_with(w.term, _fts_terms.term) ELSE w.term = _fts_terms.term END"
        else:
            text = rewrite.bind(self.source, "text")
            terms = f"SELECT DISTINCT unnest({folded_words(text, self.index.fold_macro)}) AS term"
            matching = "w.term = _fts_terms.term"
        numbers = [self.index.columns.index(column) for column in self.columns]
        where = (
            ""
            if len(numbers) == len(self.index.columns)
            else f"WHERE p.col IN ({', '.join(map(str, numbers))})"
        )
        return (
            f"_fts_terms AS ({terms}), _fts_hits AS MATERIALIZED ("
            f"SELECT p.doc AS _fts_doc, CAST(sum(p.impact) AS BIGINT) AS _fts_score FROM {quote(self.index.postings)} p "
            f"JOIN {quote(self.index.words)} w ON p.word = w.word JOIN _fts_terms ON {matching} {where} "
            f"GROUP BY p.doc HAVING count(DISTINCT _fts_terms.term) = (SELECT count(*) FROM _fts_terms))"
        )

    def phrase_conditions(self, rewrite: Rewrite) -> list[str]:
        """Return SQL conditions that the phrases stand in a column, word by word."""

        def spaced(sql: str) -> str:
            return f"(' ' || array_to_string({folded_words(sql, self.index.fold_macro)}, ' ') || ' ')"

        kind = rewrite.kinds.get(self.source, Kind("text"))
        conditions = []
        for number in range(kind.phrases):
            phrase = spaced(rewrite.bind(self.source, f"phrase {number}"))
            held = (
                f"COALESCE(contains({spaced(quote(column))}, {phrase}), FALSE)" for column in self.columns
            )
            conditions.append(f"({' OR '.join(held)})")
        return conditions


def rewrite_search(tree: exp.Expression, rewrite: Rewrite, ranked: bool, continued: bool) -> str:
    """Replace the marked clauses in the tree; return what has to stand before the SQL (WITH …) when its rows are to be
    ranked, which `join_ranked` completes, or nothing.

    `ranked`: nobody asked for another order, so the best rows come first; `continued`: this is a later page.
    Raises NoIndex.
    """
    calls = [call for call in tree.find_all(exp.Anonymous) if call.name.lower() == "__fts__"]
    if len(calls) == 1 and ranked and isinstance(tree, exp.Select):
        clause = _clause(calls[0], rewrite)
        table = rewrite.table_of(source_of(tree))
        if table == clause.table and not table.is_view and _by_key(tree, table) and _key(calls[0]) == "rowid":
            return _rank(tree, calls[0], clause, rewrite, continued)
    for call in calls:
        call.replace(raw(_membership(_clause(call, rewrite), _key(call), rewrite)))
    return ""


def _clause(call: exp.Expression, rewrite: Rewrite) -> _Clause:
    _, table_name, what, is_raw, placeholder = call.expressions
    table = rewrite.catalog.table(table_name.name)
    if table is None:  # an address or metadata made for SQLite, where the index is a table of its own
        table = rewrite.catalog.table(table_name.name.removesuffix("_fts"))
    if table is None or table.search is None:
        raise NoIndex(f"There is no search index of {table_name.name}.")
    columns = table.search.columns
    if what.name.lower() != table_name.name.lower():
        columns = tuple(column for column in columns if column.lower() == what.name.lower())
        if not columns:
            raise NoIndex(f"The search index of {table.name} does not cover {what.name}.")
    return _Clause(table, table.search, columns, is_raw.name == "1", parameter(placeholder))


def _key(call: exp.Expression) -> str:
    return str(call.expressions[0].name)


def _membership(clause: _Clause, key: str, rewrite: Rewrite) -> str:
    conditions = " AND ".join(clause.phrase_conditions(rewrite))
    hits = f"WITH {clause.ctes(rewrite)} SELECT _fts_doc FROM _fts_hits"
    if key == "rowid" and not conditions:
        return f"rowid IN ({hits})"
    column = (
        key if key == "rowid" or clause.table.column(key) else (clause.table.primary_key or ("rowid",))[0]
    )
    inner = column if column == "rowid" else quote(column)
    outer = key if key == "rowid" else quote(key)
    where = f"rowid IN ({hits})" + (f" AND {conditions}" if conditions else "")
    return f"{outer} IN (SELECT {inner} FROM {quote(clause.table.name)} WHERE {where})"


def _by_key(tree: exp.Select, table: Table) -> bool:
    order = tree.args.get("order")
    keys = [key.lower() for key in table.primary_key or ("rowid",)]
    return (
        bool(order and tree.args.get("limit"))
        and [item.this.name.lower() for item in order.expressions] == keys
    )


def _rank(tree: exp.Select, call: exp.Expression, clause: _Clause, rewrite: Rewrite, continued: bool) -> str:
    """Order by score, then by key; a later page begins after the last row of the one before, in that order."""
    conditions = clause.phrase_conditions(rewrite)
    call.replace(raw(" AND ".join(conditions) or "TRUE"))
    if continued:
        where = tree.args["where"]
        after = where.this.expression if isinstance(where.this, exp.And) else where.this
        last = _last_score(after, clause.table, rewrite)
        same = exp.And(this=raw(f"_fts_score = {last}"), expression=exp.Paren(this=after.copy()))
        after.replace(exp.Paren(this=exp.Or(this=raw(f"_fts_score < {last}"), expression=same)))
    return f"WITH {clause.ctes(rewrite)} "


def join_ranked(tree: exp.Select, table: Table) -> None:
    """Select from the hits as well, the best first. The last step, for it hides the table from everything else."""
    order = tree.args["order"]
    order.set("expressions", [raw("_fts_score DESC"), *order.expressions])
    name = quote(table.name)
    tree.find(exp.From).this.replace(raw(f"{name} JOIN _fts_hits ON _fts_hits._fts_doc = {name}.rowid"))


def _last_score(after: exp.Expression, table: Table, rewrite: Rewrite) -> str:
    """Return SQL for the score of the row whose key the page comes after."""
    keys: dict[str, str] = {}
    for node in after.find_all(exp.GT, exp.EQ):
        if isinstance(node.this, exp.Column) and isinstance(node.expression, exp.Placeholder):
            keys[node.this.name] = parameter(node.expression)
    conditions = []
    for key, source in keys.items():
        column = table.column(key)
        kind = rewrite.kinds.get(source, Kind("text"))
        sql, type_ = (quote(key), column.type) if column else ("rowid", "BIGINT")
        conditions.append(compare.compare(sql, type_, "=", kind, rewrite.binder(source)))
    name = quote(table.name)
    joined = f"_fts_hits JOIN {name} ON _fts_hits._fts_doc = {name}.rowid"
    return f"(SELECT _fts_score FROM {joined} WHERE {' AND '.join(conditions) or 'FALSE'})"
