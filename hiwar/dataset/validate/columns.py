"""One table's file as Arrow columns, and whether each column and row keeps what the models declare."""

from functools import reduce
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

from hiwar.dataset.csvio import LARGEST, NUMBER, header_problem
from hiwar.schema import Column, Table
from hiwar.schema.derive import arrow

_BLOCK = 1_000_000  # bytes read at a time; DuckDB as well refuses a row that two of them do not hold
_EDGE = np.isin(np.arange(256), list(b'",\n'))  # the bytes that may stand outside beside a quotation mark
_MARK = ord('"')
_LARGEST, _FIRST_YEAR = arrow.array([LARGEST])[0], arrow.array([1])[0]


class Doubt(ValueError):
    """Not plainly clean: the exact checks must look, and may find nothing all the same."""


def read(path: Path, table: Table) -> pa.Table:
    """Return the typed values of a file in which every cell and row keeps its checks; raises Doubt for any other."""
    try:
        cells = _cells(path, table)
        values = {column.name: _read(column, cells[column.name]) for column in table.columns}
    except pa.ArrowInvalid as error:
        raise Doubt(str(error)) from None
    for rule in table.rules:
        _must(arrow.condition(rule.expression, values))
    return pa.Table.from_arrays(list(values.values()), names=list(values))


def unique(table: pa.Table, columns: tuple[str, ...]) -> None:
    """Raise Doubt where two rows share all of the columns, those with a null left out."""
    given = table.select(list(columns)).drop_null()
    if len(reduce(_paired, given.columns).unique()) < given.num_rows:
        raise Doubt(f"{', '.join(columns)}: not unique")


def _paired(first: Any, second: Any) -> Any:
    """Return one number for each pair of values, the same only for the same pair."""
    coded, other = (column.combine_chunks().dictionary_encode() for column in (first, second))
    places = pc.multiply(coded.indices.cast(pa.int64()), arrow.array([len(other.dictionary)])[0])
    return pa.chunked_array([pc.add(places, other.indices.cast(pa.int64()))])


def among(values: Any, known: Any) -> None:
    """Raise Doubt where a value that is not null is not among the known ones."""
    _must(pc.is_in(values.drop_null(), value_set=known))


def _must(truth: Any) -> None:
    """Raise Doubt where any is false; null has no say, as in a CHECK."""
    if pc.all(truth).as_py() is False:
        raise Doubt


def _cells(path: Path, table: Table) -> pa.Table:
    """Return the cells as text, empty ones null; raises Doubt for a file that readers of CSV might take differently."""
    if header_problem(path, table):
        raise Doubt("not the header of the table")
    with path.open("rb") as file:
        content = mmap(file.fileno(), 0, access=ACCESS_READ)
    plain = content[-1:] == b"\n" and content.find(b"\r") < 0 and content.find(b"\0") < 0
    if not plain or not _quoted_strictly(np.frombuffer(content, np.uint8)):
        raise Doubt("not written as `hiwar build` writes")
    return csv.read_csv(
        pa.BufferReader(pa.py_buffer(content)),
        csv.ReadOptions(use_threads=False, block_size=_BLOCK),
        csv.ParseOptions(newlines_in_values=True, ignore_empty_lines=False),
        csv.ConvertOptions(
            column_types=dict.fromkeys(table.column_names, pa.string()),
            null_values=[""],
            strings_can_be_null=True,
            quoted_strings_can_be_null=False,
        ),
    )


def _quoted_strictly(content: Any) -> bool:
    """Return whether quotation marks stand only around whole fields that are not empty, and doubled inside them.

    Of the marks in turn one opens and one closes; a doubled one closes and opens again at once. The content ends in LF
    and begins with a header that has none.
    """
    marks = np.flatnonzero(content == _MARK)
    opening, closing = marks[::2], marks[1::2]
    if len(opening) > len(closing):
        return False
    before, after = content[opening - 1], content[closing + 1]
    empty = (closing == opening + 1) & (before != _MARK) & (after != _MARK)
    return bool((_EDGE[before] & _EDGE[after] & ~empty).all())


def _read(column: Column, cells: Any) -> Any:
    """Return the column's values; raises Doubt or ArrowInvalid where one is not readable, missing or not allowed."""
    values = _READ[column.kind](cells)
    if values.null_count and not column.nullable:
        raise Doubt(f"{column.name}: a value is missing")
    if column.meanings:
        among(values, arrow.array(column.meanings))
    if (pattern := column.constraint("pattern")) is not None:
        _must(pc.match_substring_regex(values, f"^(?:{pattern})$"))
    if (least := column.constraint("min_length") or 0) > 1:  # no text is empty
        _must(pc.greater_equal(pc.utf8_length(values), arrow.array([least])[0]))
    if (minimum := column.constraint("ge")) is not None:
        _must(pc.greater_equal(values, arrow.array([minimum])[0]))
    return values


def _integers(cells: Any) -> Any:
    values = _written_back(cells, pa.int64())
    _must(pc.less_equal(pc.abs(values), _LARGEST))
    return values


def _numbers(cells: Any) -> Any:
    _must(pc.match_substring_regex(cells, f"^(?:{NUMBER})$"))
    values = pc.cast(cells, pa.float64())
    _must(pc.is_finite(values))
    return values


def _dates(cells: Any) -> Any:
    values = _written_back(cells, pa.date32())
    _must(pc.greater_equal(pc.year(values), _FIRST_YEAR))
    return values


def _written_back(cells: Any, kind: Any) -> Any:
    """Return the values of cells that are spelt as Arrow itself would write them."""
    values = pc.cast(cells, kind)
    if not pc.cast(values, pa.string()).equals(cells):
        raise Doubt
    return values


_READ = {"string": lambda cells: cells, "integer": _integers, "number": _numbers, "date": _dates}
