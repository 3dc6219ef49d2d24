"""SQL text: identifiers, literals, and the Python expression of a rule as a SQL condition."""

import ast
from typing import Any

_ORDER = {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">="}
_EQUAL = {ast.Eq: "IS NOT DISTINCT FROM", ast.NotEq: "IS DISTINCT FROM"}
_SUM = {ast.Add: "+", ast.Sub: "-"}


def name(identifier: str) -> str:
    """Return the identifier in double quotes (`end` and `position` are words of SQL)."""
    return '"' + identifier.replace('"', '""') + '"'


def names(identifiers: tuple[str, ...] | list[str]) -> str:
    """Return the identifiers quoted, with commas between."""
    return ", ".join(name(identifier) for identifier in identifiers)


def literal(value: Any) -> str:
    """Return a string, number, truth value or None as a SQL literal."""
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    return "'" + str(value).replace("'", "''") + "'"


def condition(expression: str) -> str:
    """Return the rule's Python expression as a SQL condition that is true or false, never NULL.

    Raises ValueError where the expression uses more than `hiwar.schema.base.Rule` allows.
    """
    return _sql(ast.parse(expression, mode="eval").body)


def _sql(node: ast.expr) -> str:
    match node:
        case ast.BoolOp(op=op, values=values):
            return "(" + (" AND " if isinstance(op, ast.And) else " OR ").join(map(_sql, values)) + ")"
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return f"(NOT {_sql(operand)})"
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return f"(-{_sql(operand)})"
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _SUM:
            return f"({_sql(left)} {_SUM[type(op)]} {_sql(right)})"
        case ast.Compare(left=left, ops=ops, comparators=comparators):
            sides = [left, *comparators]
            parts = [_compared(sides[at], op, sides[at + 1]) for at, op in enumerate(ops)]
            return parts[0] if len(parts) == 1 else "(" + " AND ".join(parts) + ")"
        case ast.Name(id=identifier):
            return name(identifier)
        case ast.Constant(value=value):
            return literal(value)
    raise ValueError(f"a rule may not contain {ast.unparse(node)!r}")


def _compared(left: ast.expr, op: ast.cmpop, right: ast.expr) -> str:
    """Return one comparison; Python's two truth values are kept by giving NULL no say."""
    match op, right:
        case (ast.Is() | ast.Eq(), ast.Constant(value=None)):
            return f"({_sql(left)} IS NULL)"
        case (ast.IsNot() | ast.NotEq(), ast.Constant(value=None)):
            return f"({_sql(left)} IS NOT NULL)"
        case (ast.In() | ast.NotIn(), ast.Tuple(elts=members)):
            among = f"coalesce({_sql(left)} IN ({', '.join(map(_sql, members))}), false)"
            return among if isinstance(op, ast.In) else f"(NOT {among})"
    if sign := _EQUAL.get(type(op)):
        return f"({_sql(left)} {sign} {_sql(right)})"
    if sign := _ORDER.get(type(op)):
        return f"coalesce({_sql(left)} {sign} {_sql(right)}, false)"
    raise ValueError(f"a rule may not compare with {type(op).__name__}")
