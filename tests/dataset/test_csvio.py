"""CSV files: what is written is read back, also through DuckDB, and everything else is refused with its place."""

from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hiwar.dataset.csvio import CsvError, cells_sql, parsed, printed, problems, read_csv, value_sql, write_csv
from hiwar.schema import TABLES, Column
from hiwar.schema.derive import sql
from tests.schema.rows import rows

QUIET = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
FIGURES = TABLES["figures"]
_STRINGS = [
    "",
    "0",
    "-0",
    "5",
    "+5",
    " 5",
    "05",
    "5.0",
    "1.50",
    "1e3",
    "1e+16",
    "1e+999",
    "1_000",
    "٢٥٠٠",
    "۱۲",
    "NaN",
    "inf",
]
_STRINGS += [
    "2024-01-27",
    "2024-1-27",
    "2024-02-30",
    "10000-01-01",
    "0000-01-01",
    "infinity",
    "1" * 18,
    "1" * 19,
    "x",
    "true",
]
CELLS = st.sampled_from(_STRINGS) | st.text("0123456789.-+e٢ ", max_size=8)


@pytest.fixture(scope="module")
def connection() -> Any:
    with duckdb.connect() as connection:
        yield connection


@given(data=st.data())
@QUIET
def test_csv_to_duckdb_to_csv_is_the_same_file(data: st.DataObject, connection: Any, tmp_path: Path) -> None:
    table = data.draw(st.sampled_from(list(TABLES.values())))
    drawn = data.draw(st.lists(rows(table), max_size=4))
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    write_csv(first, table, drawn)
    assert read_csv(first, table) == drawn
    values = ", ".join(f"{value_sql(c, sql.name(c.name))} AS {sql.name(c.name)}" for c in table.columns)
    connection.execute(f"CREATE OR REPLACE TABLE t AS SELECT {values} FROM {cells_sql(first, table)}")
    loaded = connection.execute("FROM t ORDER BY rowid").fetchall()
    write_csv(second, table, [dict(zip(table.column_names, row, strict=True)) for row in loaded])
    assert second.read_bytes() == first.read_bytes()


@pytest.mark.parametrize("value", [999_999_999_999_999.0, 1e15, -1e15, 9_999_999_999_999_998.0, 1e16, 1e22])
def test_a_large_whole_number_is_read_as_it_was_written(value: float) -> None:
    high = next(column for column in FIGURES.columns if column.name == "high")
    assert parsed(printed(value), high) == value


@given(cell=CELLS, column=st.sampled_from(FIGURES.columns + TABLES["articles"].columns))
@settings(max_examples=300, deadline=None)
def test_python_and_duckdb_read_a_cell_alike(cell: str, column: Column, connection: Any) -> None:
    try:
        value = parsed(cell, column)
    except ValueError:
        value = None
    query = f"SELECT {value_sql(column, 'c')} FROM (SELECT nullif(?, '') AS c)"
    assert connection.execute(query, [cell]).fetchone() == (value,)
    assert value is None or parsed(printed(value), column) == value


def test_numbers_are_printed_in_one_way() -> None:
    assert [printed(value) for value in (2500.0, 1.5, None, 7, -0.0)] == ["2500", "1.5", "", "7", "0"]
    with pytest.raises(ValueError, match="empty string"):
        printed("")


MEASURES = "measure_id,label_en,label_ar,unit,description_en\n"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("\ufeff" + MEASURES, "measures: the file begins with a byte order mark; save it without"),
        (MEASURES.replace("\n", "\r\n"), "measures: lines end in CR LF; save the file with LF alone"),
        ("measure_id,unit\n", "measures: the header is not measure_id,label_en,label_ar,unit,description_en"),
        (MEASURES + "a,b,c,item,d\na,b\n", "measures, row 2: has 2 fields where the header has 5"),
        (MEASURES + 'a,b,c,item,"d"x\n', "measures, row 1: is no CSV: ',' expected after '\"'"),
    ],
)
def test_a_file_that_is_not_the_table_is_refused(content: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "measures.csv"
    path.write_text(content, encoding="utf-8", newline="")
    assert [str(problem) for problem in problems(path, TABLES["measures"])] == [message]
    with pytest.raises(CsvError):
        read_csv(path, TABLES["measures"])


def test_a_cell_is_refused_with_row_and_field(tmp_path: Path) -> None:
    path = tmp_path / "passages.csv"
    path.write_text(
        ",".join(TABLES["passages"].column_names) + "\na.p0,a.txt,a.1,1,body,0,٢٥,نص,\n", encoding="utf-8"
    )
    assert [str(problem) for problem in problems(path, TABLES["passages"])] == [
        "passages, row 1, end: «٢٥» is not a whole number in ASCII digits, at most 18 of them"
    ]
