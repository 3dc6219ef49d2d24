"""Rewrite a SELECT that Datasette generated, in SQLite's dialect, for DuckDB: with types, and with an order that is total."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from datasette.utils import reserved_words
from sqlglot import exp

from . import compare
from .catalog import Catalog, Table
from .catalog import quoted as quote
from .kinds import Kind
from .sqltypes import array_of, date_of, family, shown_as_text

_PLAIN_NAME = re.compile(r"[A-Za-z_]\w*", re.ASCII)
_COMPARISONS: dict[type[exp.Expression], str] = {
    exp.EQ: "=", exp.NEQ: "<>", exp.GT: ">", exp.GTE: ">=", exp.LT: "<", exp.LTE: "<=",
}  # fmt: skip


def raw(sql: str) -> exp.Var:
    """Return an expression that is printed as it stands."""
    return exp.Var(this=sql)


@dataclass
class Rewrite:
    """One rewriting: the schema and the parameters' kinds go in, the used parameters come out in `binds`."""

    catalog: Catalog
    kinds: Mapping[str, Kind]
    binds: dict[tuple[str, str], str] = field(default_factory=dict)

    def bind(self, source: str, converter: str) -> str:
        """Return «$name» for a parameter in one conversion, remembering it."""
        name = source if converter == "as is" else f"{source}_{converter.replace(' ', '_')}"
        return "$" + self.binds.setdefault((source, converter), name)

    def select(self, tree: exp.Expression) -> exp.Expression:
        """Rewrite the tree in place and return it."""
        self._strings(tree)
        self._values_alias(tree)
        for node in reversed(list(tree.find_all(*_COMPARISONS, exp.In, exp.Like, exp.Glob))):
            self._condition(node)
        for call in list(tree.find_all(exp.Date)):
            call.replace(raw(self._date(call)))
        for placeholder in list(tree.find_all(exp.Placeholder)):
            placeholder.replace(raw(self.bind(parameter(placeholder), "as is")))
        return tree

    # names

    def type_of(self, column: exp.Column) -> str | None:
        """Return the DuckDB type of a column where it stands, or None when it is not known."""
        found = self._found(column, column.find_ancestor(exp.Select))
        return found if isinstance(found, str) else None

    def _found(self, column: exp.Column, select: exp.Expression | None) -> str | bool:
        """Its type; False when there is surely no such column; True when nobody knows."""
        source = source_of(select) if isinstance(select, exp.Select) else None
        if isinstance(source, exp.Subquery) and isinstance(source.this, exp.Select):
            return self._projected(column, source.this)
        table = self.table_of(source)
        if table is None:
            return True
        known = table.column(column.name)
        if known:
            return known.type
        return "BIGINT" if column.name.lower() == "rowid" and not table.is_view else False

    def _projected(self, column: exp.Column, select: exp.Select) -> str | bool:
        for projection in select.expressions:
            if isinstance(projection, exp.Star):
                return self._found(column, select)
            if projection.alias_or_name.lower() == column.name.lower():
                inner = projection.unalias()
                return self._found(inner, select) if isinstance(inner, exp.Column) else True
        return False

    def table_of(self, source: exp.Expression | None) -> Table | None:
        """Return the table that a FROM names, or None."""
        return self.catalog.table(source.name) if isinstance(source, exp.Table) else None

    def _strings(self, tree: exp.Expression) -> None:
        """A quoted name that is no column is a string in SQLite."""
        for column in list(tree.find_all(exp.Column)):
            identifier = column.this
            if (
                column.table
                or not isinstance(identifier, exp.Identifier)
                or not identifier.args.get("quoted")
            ):
                continue
            name = identifier.name
            if not _PLAIN_NAME.fullmatch(name) or name.lower() in reserved_words:
                continue
            select = column.find_ancestor(exp.Select)
            aliases = {item.alias.lower() for item in select.expressions if item.alias} if select else set()
            if name.lower() not in aliases and self._found(column, select) is False:
                column.replace(exp.Literal.string(name))

    def _values_alias(self, tree: exp.Expression) -> None:
        """GROUP BY an alias: in DuckDB a column of that name would come first."""
        for select in list(tree.find_all(exp.Select)):
            aliases = {item.alias: item.this for item in select.expressions if isinstance(item, exp.Alias)}
            group = select.args.get("group")
            for key in list(group.expressions) if group else []:
                if isinstance(key, exp.Column) and not key.table and key.name in aliases:
                    key.replace(aliases[key.name].copy())

    # conditions

    def _condition(self, node: exp.Expression) -> None:
        if isinstance(node, exp.In):
            replaced = self._in(node)
        elif isinstance(node, (exp.Like, exp.Glob)):
            replaced = self._pattern(node)
        else:
            replaced = self._comparison(node, _COMPARISONS[type(node)])
        if replaced is not None:
            node.replace(raw(replaced))

    def _comparison(self, node: exp.Expression, operator: str) -> str | None:
        left, right = node.this, node.expression
        if isinstance(right, exp.Placeholder):
            name = parameter(right)
            if isinstance(left, exp.Date):
                return f"{self._date(left)} {operator} CAST({self.bind(name, 'text')} AS VARCHAR)"
            if isinstance(left, exp.Column):
                kind = self.kinds.get(name, Kind("text"))
                type_ = self.type_of(left)
                return compare.compare(sql_of(left), type_, operator, kind, self.binder(name))
            if isinstance(left, exp.Literal) and left.is_string:
                return f"{sql_of(left)} {operator} CAST({self.bind(name, 'text')} AS VARCHAR)"
        if (
            isinstance(left, exp.Column)
            and isinstance(right, exp.Literal)
            and right.is_string
            and not right.this
        ):
            return compare.blank(sql_of(left), self.type_of(left), operator)
        return None

    def _pattern(self, node: exp.Expression) -> str | None:
        left, right = node.this, node.expression
        operator = "like" if isinstance(node, exp.Like) else "glob"
        negate = bool(node.args.get("negate"))
        type_ = self.type_of(left) if isinstance(left, exp.Column) else "VARCHAR"
        if isinstance(right, exp.Placeholder):
            name = parameter(right)
            kind = self.kinds.get(name, Kind("text", cased=True))
            return compare.matches(sql_of(left), type_, operator, negate, kind, self.binder(name))
        if isinstance(left, exp.Column) and isinstance(right, exp.Literal):
            return compare.matches(
                sql_of(left), type_, operator, negate, Kind("text", cased=True), lambda _: sql_of(right)
            )
        return None

    def _in(self, node: exp.In) -> str | None:
        left, query = node.this, node.args.get("query")
        negate = bool(node.args.get("negate"))
        if (
            query is None and not node.expressions
        ):  # labels of no rows; DuckDB before 2.0 does not know an empty list
            return "TRUE" if negate else "FALSE"
        if isinstance(left, exp.Placeholder) and query is not None:
            return self._array_contains(left, query, negate)
        placeholders = [item for item in node.expressions if isinstance(item, exp.Placeholder)]
        if isinstance(left, exp.Column) and placeholders and len(placeholders) == len(node.expressions):
            outer = node.parent
            if isinstance(outer, exp.Not):
                negate = not negate
            names = [parameter(item) for item in placeholders]
            kinds = [self.kinds.get(name, Kind("text")) for name in names]
            binds = [self.binder(name) for name in names]
            replaced = compare.among(sql_of(left), self.type_of(left), negate, kinds, binds)
            if isinstance(outer, exp.Not):
                outer.replace(raw(replaced))
                return None
            return replaced
        return None

    def _array_contains(self, left: exp.Placeholder, query: exp.Expression, negate: bool) -> str | None:
        call = query.find(exp.Anonymous)
        column = call.find(exp.Column) if call is not None and call.name.lower() == "json_each" else None
        if column is None:
            return None
        outer = query.find_ancestor(exp.In)
        select = outer.find_ancestor(exp.Select) if outer else None
        found = self._found(column, select)
        array = array_of(sql_of(column), found if isinstance(found, str) else None)
        value = f"CAST({self.bind(parameter(left), 'text')} AS VARCHAR)"
        contains = f"COALESCE(list_contains({array}, {value}), FALSE)"
        return f"NOT {contains}" if negate else contains

    def _date(self, call: exp.Expression) -> str:
        inner = call.this
        type_ = self.type_of(inner) if isinstance(inner, exp.Column) else None
        return date_of(sql_of(inner), type_)

    def binder(self, name: str) -> compare.Bind:
        """Return a function that binds this parameter in a given conversion."""
        return lambda converter: self.bind(name, converter)


def parameter(placeholder: exp.Placeholder) -> str:
    """Return the name of a placeholder."""
    return str(placeholder.this)


def source_of(select: exp.Select) -> exp.Expression | None:
    """Return what the SELECT selects from (sqlglot has changed the name of that argument), None when it joins."""
    if select.args.get("joins"):
        return None
    found = next((value for value in select.args.values() if isinstance(value, exp.From)), None)
    return found.this if found else None


def sql_of(node: exp.Expression) -> str:
    """Return the node as DuckDB's SQL."""
    return str(node.sql(dialect="duckdb"))


def complete_order(select: exp.Select, table: Table) -> None:
    """Make the order of a page total, so that pages neither share nor skip rows: the key comes last, or every column of a view."""
    if not select.args.get("limit"):
        return
    order = select.args.get("order")
    keys = (
        tuple(column.name for column in table.columns) if table.is_view else table.primary_key or ("rowid",)
    )
    if table.is_view and not order and not needs_order(table):
        return
    if not order and not table.is_view:
        return
    used = {item.this.name.lower() for item in order.expressions} if order else set()
    items = list(order.expressions) if order else []
    items += [raw(quote(key) if key != "rowid" else key) for key in keys if key.lower() not in used]
    select.set("order", exp.Order(expressions=items))


def needs_order(view: Table) -> bool:
    """Whether two runs of the view may give its rows in different orders: it is more than one table, filtered."""
    body = re.sub(r"'(?:''|[^'])*'", "''", view.sql)
    if re.search(r"\border\s+by\b", body, re.IGNORECASE):
        return False
    return bool(
        re.search(
            r"\b(join|group\s+by|distinct|union|intersect|except|over|unnest)\b|,\s*\w+\s+(where|$)",
            body,
            re.I,
        )
    )


def nan_as_null(tree: exp.Expression, catalog: Catalog) -> None:
    """Read NULL for every NaN."""
    for source in list(tree.find_all(exp.Table)):
        table = catalog.table(source.name)
        names = [quote(column.name) for column in table.columns if column.has_nan] if table else []
        if table is None or not names:
            continue
        replaced = ", ".join(f"CASE WHEN isnan({name}) THEN NULL ELSE {name} END AS {name}" for name in names)
        own = quote(table.name)
        source.replace(raw(f"(SELECT rowid, * REPLACE ({replaced}) FROM {own}) AS {own}"))


def show_as_text(select: exp.Select, table: Table) -> None:
    """Select what Python cannot hold as DuckDB's text."""
    odd = {column.name.lower(): quote(column.name) for column in table.columns if shown_as_text(column.type)}
    if not odd and not any(column.has_nan for column in table.columns):
        return

    def shown(name: str) -> str:
        return f"CAST({quote(name)} AS VARCHAR) AS {quote(name)}" if name.lower() in odd else quote(name)

    for item in list(select.expressions):
        if isinstance(item, exp.Star):
            item.replace(raw(", ".join(shown(column.name) for column in table.columns)))
        elif isinstance(item, exp.Column) and item.name.lower() in odd:
            item.replace(raw(shown(item.name)))
    # the order is that of the values: the bare name would now be the text's
    order = select.args.get("order")
    for item in order.expressions if order else ():
        column = table.column(item.this.name) if isinstance(item, exp.Ordered) else None
        if column and column.name.lower() in odd and family(column.type) != "unknown":
            item.set("this", raw(f"{quote(table.name)}.{quote(column.name)}"))
