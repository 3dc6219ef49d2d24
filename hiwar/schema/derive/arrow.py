"""A rule's Python expression over whole Arrow columns: the same verdicts as `sql.condition`, row by row."""

import ast
from collections.abc import Iterable
from functools import reduce
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

_ORDER = {ast.Lt: pc.less, ast.LtE: pc.less_equal, ast.Gt: pc.greater, ast.GtE: pc.greater_equal}
_SUM = {ast.Add: pc.add, ast.Sub: pc.subtract}


def array(values: Iterable[Any]) -> Any:
    """Return strings or numbers as an Arrow array.

    From Python's own objects pyarrow makes one as well, but imports pandas for it, which takes longer than the checks.
    """
    items = list(values)
    if not isinstance(items[0], str):
        numbers = np.array(items)
        kind = pa.from_numpy_dtype(numbers.dtype)
        return pa.Array.from_buffers(kind, len(items), [None, pa.py_buffer(numbers)])
    texts = [item.encode() for item in items]
    ends = np.cumsum([0, *map(len, texts)], dtype=np.int32)
    buffers = [None, pa.py_buffer(ends), pa.py_buffer(b"".join(texts))]
    return pa.Array.from_buffers(pa.string(), len(items), buffers)


def condition(expression: str, columns: Any) -> Any:
    """Return for each row whether it keeps the rule, true or false and never null; `columns` gives a column by its name.

    Raises ValueError where the expression uses more than `hiwar.schema.base.Rule` allows.
    """
    return _asked(ast.parse(expression, mode="eval").body, columns)


def _asked(node: ast.expr, columns: Any) -> Any:
    match node:
        case ast.BoolOp(op=op, values=values):
            join = pc.and_ if isinstance(op, ast.And) else pc.or_
            return reduce(join, [_asked(value, columns) for value in values])
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return pc.invert(_asked(operand, columns))
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return pc.negate(_asked(operand, columns))
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _SUM:
            return _SUM[type(op)](_asked(left, columns), _asked(right, columns))
        case ast.Compare(left=left, ops=ops, comparators=comparators):
            sides = [left, *comparators]
            return reduce(
                pc.and_, [_compared(sides[at], op, sides[at + 1], columns) for at, op in enumerate(ops)]
            )
        case ast.Name(id=name):
            return columns[name]
        case ast.Constant(value=value):
            return array([value])[0]
    raise ValueError(f"a rule may not contain {ast.unparse(node)!r}")


def _compared(left: ast.expr, op: ast.cmpop, right: ast.expr, columns: Any) -> Any:
    """Return one comparison; Python's two truth values are kept by giving null no say."""
    value = _asked(left, columns)
    match op, right:
        case (ast.Is() | ast.Eq(), ast.Constant(value=None)):
            return pc.is_null(value)
        case (ast.IsNot() | ast.NotEq(), ast.Constant(value=None)):
            return pc.is_valid(value)
        case (ast.In() | ast.NotIn(), ast.Tuple(elts=members)):
            wanted = array(ast.literal_eval(member) for member in members)
            among = pc.is_in(value, value_set=wanted, skip_nulls=True)
            return among if isinstance(op, ast.In) else pc.invert(among)
    other = _asked(right, columns)
    if isinstance(op, ast.Eq | ast.NotEq):
        both = pc.and_(pc.is_null(value), pc.is_null(other))
        same = pc.or_(both, _true(pc.equal(value, other)))
        return same if isinstance(op, ast.Eq) else pc.invert(same)
    if order := _ORDER.get(type(op)):
        return _true(order(value, other))
    raise ValueError(f"a rule may not compare with {type(op).__name__}")


def _true(truth: Any) -> Any:
    """Return false in the place of null."""
    return pc.and_kleene(pc.is_valid(truth), truth)
