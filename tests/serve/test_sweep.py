"""Filters, types and values at random: never a crash, and the rows that SQLite gives."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import duckdb
import pytest
from datasette.app import Datasette
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.serve.limits import PATIENT

COLUMNS = (
    "id",
    "title",
    "author",
    "day",
    "moment",
    "score",
    "price",
    "flag",
    "big",
    "tags",
    "labels",
    "mood",
    "data",
)
EVERY_FILTER = (
    "exact", "not", "contains", "endswith", "startswith", "gt", "gte", "lt", "lte", "like", "notlike", "glob",
    "notin", "in", "arraycontains", "arraynotcontains", "date", "isnull", "notnull", "isblank", "notblank",
)  # fmt: skip
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=("Cs",)), max_size=12),
    st.text("0123456789-+.: eE", max_size=12),
    st.sampled_from(["", "'", '"', "%", "_", "\\", "[", "null", "infinity", "nan", "٥", "2024-13-45", "24:00", "{}", "[]", '["a"]']),
)  # fmt: skip
# what a column may hold: here both must agree on every filter
DOMAINS: dict[str, st.SearchStrategy[str]] = {
    "id": st.integers(-5, 260).map(str) | st.sampled_from(["1.5", " 7 ", "+8", "1e2", "007"]),
    "title": st.sampled_from(["birch", "Ash", "ash tree", "كتاب", "%", "_", "", "2024", "it's", "z"]),
    "author": st.integers(-1, 5).map(str),
    "day": st.dates().map(str) | st.sampled_from(["2024-01-12", "2024-02-13", "2024-03-16"]),
    "score": st.sampled_from(["0", "0.25", "0.5", "1", "1.75", ".5", "2e0", "-1"]),
    "price": st.sampled_from(["0.25", "3.25", "3.250", "7.25", "4", "-1"]),
    "flag": st.sampled_from(["0", "1", "2", "-1"]),
    "big": st.integers(2**40 - 2, 2**40 + 6).map(str) | st.just("5"),
    "mood": st.sampled_from(["calm", "loud"]),
}
ORDERED = (
    "exact",
    "not",
    "gt",
    "gte",
    "lt",
    "lte",
    "in",
    "notin",
    "isnull",
    "notnull",
    "isblank",
    "notblank",
)
QUIET = settings(
    max_examples=80,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)


def rows(datasette: Datasette, arguments: list[tuple[str, str]]) -> tuple[int, Any]:
    path = "/data/notes.json?" + urlencode(
        [*arguments, ("_shape", "array"), ("_size", "max"), ("_col", "id")]
    )
    response = asyncio.run(datasette.client.get(path))
    return response.status_code, [
        row["id"] for row in response.json()
    ] if response.status_code == 200 else None


@QUIET
@given(column=st.sampled_from(COLUMNS), operator=st.sampled_from(EVERY_FILTER), value=TEXTS)
def test_never_a_crash(column: str, operator: str, value: str, duckdb_datasette: Datasette) -> None:
    if operator in ("in", "notin") and value.startswith("["):
        value = "x"  # Datasette itself reads JSON there
    status, _ = rows(duckdb_datasette, [(f"{column}__{operator}", value)])
    assert status == 200


@QUIET
@given(data=st.data(), column=st.sampled_from(sorted(DOMAINS)), operator=st.sampled_from(ORDERED))
def test_same_rows_for_values_that_fit(
    data: st.DataObject, column: str, operator: str, sqlite_datasette: Datasette, duckdb_datasette: Datasette
) -> None:
    value = data.draw(DOMAINS[column])
    if operator in ("in", "notin"):
        value = ",".join([value.replace(",", ""), data.draw(DOMAINS[column])])
    arguments = [(f"{column}__{operator}", value)]
    assert rows(duckdb_datasette, arguments) == rows(sqlite_datasette, arguments)


@QUIET
@given(
    column=st.sampled_from(["title", "author", "day", "mood", "flag", "labels", "score"]),
    operator=st.sampled_from(["contains", "startswith", "endswith", "like", "notlike"]),
    value=st.text("aAsShl%_ 0124-.كتاب'\\", max_size=5),
)
def test_same_rows_for_patterns(
    column: str, operator: str, value: str, sqlite_datasette: Datasette, duckdb_datasette: Datasette
) -> None:
    arguments = [(f"{column}__{operator}", value)]
    assert rows(duckdb_datasette, arguments) == rows(sqlite_datasette, arguments)


@QUIET
@given(
    column=st.sampled_from(["id", "author", "score", "price", "flag", "big", "day"]),
    value=st.text("xyz!كab", min_size=1, max_size=4),
)
def test_a_value_that_cannot_be_cast_gives_no_rows(
    column: str, value: str, duckdb_datasette: Datasette
) -> None:
    for operator in ("exact", "gt", "gte", "lt", "lte", "in"):
        assert rows(duckdb_datasette, [(f"{column}__{operator}", value)]) == (200, [])


@settings(QUIET, max_examples=25)
@given(
    column=st.sampled_from([name for name in COLUMNS if name != "data"]),
    way=st.sampled_from(["_sort", "_sort_desc"]),
    size=st.integers(17, 90),
    narrowed=st.booleans(),
)
def test_pages_hold_each_row_once(
    column: str, way: str, size: int, narrowed: bool, duckdb_datasette: Datasette
) -> None:
    query = {
        way: column,
        "_size": str(size),
        "_nofacet": "1",
        "_nosuggest": "1",
        **({"author": "2"} if narrowed else {}),
    }
    path: str | None = "/data/notes.json?" + urlencode(query)
    seen: list[int] = []
    while path:
        page = asyncio.run(duckdb_datasette.client.get(path)).json()
        seen += [row[0] for row in page["rows"]]
        path = page["next_url"] and page["next_url"].removeprefix("http://localhost")
        total = page["filtered_table_rows_count"]
    assert len(seen) == len(set(seen)) == total


@pytest.mark.parametrize("key", ["id INTEGER PRIMARY KEY", "id INTEGER"])
def test_pages_over_nan_and_infinity(key: str, tmp_path: Path) -> None:
    with duckdb.connect(str(tmp_path / "odd.duckdb")) as con:
        con.execute(f"CREATE TABLE t ({key}, a DOUBLE, b FLOAT, took INTERVAL)")
        con.execute("INSERT INTO t SELECT i, ['nan', 'inf', '-inf', NULL, '1.1', '0'][1 + i % 6]::DOUBLE, "
                    "['nan', '0.1', 'inf'][1 + i % 3]::FLOAT, to_days(i::INTEGER % 4) FROM range(60) r(i)")  # fmt: skip
    datasette = Datasette([str(tmp_path / "odd.duckdb")], settings=PATIENT)
    for order in ("", "_sort=a", "_sort_desc=a", "_sort=b", "_sort_desc=b", "_sort=took", "_sort_desc=took"):
        path: str | None = f"/odd/t.json?_size=7&{order}"
        seen: list[int] = []
        while path:
            page = asyncio.run(datasette.client.get(path)).json()
            seen += [row[page["columns"].index("id")] for row in page["rows"]]
            path = page["next_url"] and page["next_url"].removeprefix("http://localhost")
        assert sorted(seen) == list(range(60)), order
    nulls = asyncio.run(datasette.client.get("/odd/t.json?a__isnull=1&_size=0")).json()
    assert nulls["filtered_table_rows_count"] == 20
    row = asyncio.run(datasette.client.get("/odd/t/1.json?_shape=array")).json()[0]
    assert row == {
        **({"rowid": 1} if "PRIMARY" not in key else {}),
        "id": 1,
        "a": None,
        "b": row["b"],
        "took": "1 day",
    }
    datasette.databases["odd"].close()


async def test_pages_and_rows_of_types_that_text_stands_for(tmp_path: Path) -> None:
    """Bytes, unions and intervals are written as text in addresses, and go by their values."""
    with duckdb.connect(str(tmp_path / "odd.duckdb")) as con:
        con.execute(r"CREATE TABLE t AS SELECT i AS id, ('\xFF\xAA'::BLOB || encode((i % 5)::VARCHAR)) AS data, to_days(i::INTEGER) AS took, "
                    "CASE WHEN i % 2 = 0 THEN i::INTEGER::UNION(n INTEGER, s VARCHAR) ELSE ('s' || i)::UNION(n INTEGER, s VARCHAR) END "
                    "AS either, ('1' || repeat('0', i::INTEGER))::BIT AS bits FROM range(40) r(i)")  # fmt: skip
        con.execute(r"CREATE TABLE keyed (data BLOB PRIMARY KEY, n INTEGER)")
        con.execute(
            r"INSERT INTO keyed VALUES ('\xAA'::BLOB, 1), ('it''s \x22'::BLOB, 2), ('plain'::BLOB, 3)"
        )
    datasette = Datasette([str(tmp_path / "odd.duckdb")], settings=PATIENT)
    for column in ("data", "took", "either", "bits"):
        for way in ("_sort", "_sort_desc"):
            path: str | None = f"/odd/t.json?_size=7&{way}={column}"
            seen: list[int] = []
            while path:
                page = (await datasette.client.get(path)).json()
                seen += [row[page["columns"].index("id")] for row in page["rows"]]
                path = page["next_url"] and page["next_url"].removeprefix("http://localhost")
            assert sorted(seen) == list(range(40)), (column, way)
            if column == "took":
                assert seen == sorted(seen, reverse=way == "_sort_desc")
    answer = await datasette.client.get("/odd/t.json?either=4&_shape=array")
    assert [row["id"] for row in answer.json()] == [4]
    page = await datasette.client.get("/odd/keyed")
    rows = set(re.findall(r'class="col-data type-pk"><a href="([^"]+)"', page.text))
    assert len(rows) == 3
    for row in rows:
        assert (await datasette.client.get(row)).status_code == 200, row
    datasette.databases["odd"].close()


@pytest.mark.parametrize("view", ["calm_notes", "by_author"])
def test_pages_of_views_hold_each_row_once(view: str, duckdb_datasette: Datasette) -> None:
    for order in ("", "&_sort=title", "&_sort_desc=title"):
        path: str | None = f"/data/{view}.json?_size=13{order}"
        seen: list[tuple[Any, ...]] = []
        while path:
            page = asyncio.run(duckdb_datasette.client.get(path)).json()
            seen += [tuple(row) for row in page["rows"]]
            path = page["next_url"] and page["next_url"].removeprefix("http://localhost")
        assert len(seen) == len(set(seen)) == page["filtered_table_rows_count"]
