"""Ranked search over folded text, from index tables in the file."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from datasette.app import Datasette

from hiwar.serve.duck.database import DuckDBDatabase
from hiwar.serve.duck.search_index import build_search_index, build_search_indexes
from tests.serve.limits import PATIENT

FOLD = r"""
CREATE MACRO fold(t) AS regexp_replace(translate(lower(t), 'أإآىة', 'ااايه'), '[\x{064b}-\x{0652}\x{0640}]', '', 'g')
"""
TEXTS = [
    ("a1", "القمّة العربية", "عُقدت القمة في بغداد"),
    ("a2", "خبر قصير", "القمه القمه القمه"),
    ("a3", "The quick fox", "quick brown dogs"),
    ("a4", "Dogs", "a brown fox and a lazy dog, and nothing more to say about them in this long line"),
    ("a5", "fox", "fox fox"),
]


@pytest.fixture(scope="module")
def searched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Datasette]:
    path = tmp_path_factory.mktemp("search") / "texts.duckdb"
    with duckdb.connect(str(path)) as con:
        con.execute(FOLD)
        con.execute("CREATE TABLE texts (id VARCHAR PRIMARY KEY, title VARCHAR, body VARCHAR)")
        con.executemany("INSERT INTO texts VALUES (?, ?, ?)", TEXTS)
        con.execute("CREATE TABLE pages (part VARCHAR, n INTEGER, body VARCHAR, PRIMARY KEY (part, n))")
        con.execute("INSERT INTO pages SELECT 'p' || i % 3, i, 'same words' FROM range(100) t(i)")
        con.execute("CREATE TABLE lines (body VARCHAR)")
        con.execute("INSERT INTO lines SELECT repeat('word ', 1 + i::INT % 4) || i FROM range(60) t(i)")
        con.execute("CREATE VIEW short AS SELECT id, title FROM texts")
        build_search_index(con, "texts", ["title", "body"], "fold")
        build_search_index(con, "texts", ["title", "body"], "fold")  # replaces the first
        build_search_index(con, "pages", ["body"])
        build_search_index(con, "lines", ["body"])
    datasette = Datasette([str(path)], settings=PATIENT)
    asyncio.run(datasette.invoke_startup())
    yield datasette
    datasette.databases["texts"].close()


async def ids(datasette: Datasette, query: str) -> list[str]:
    response = await datasette.client.get(f"/texts/texts.json?_shape=array&{query}")
    assert response.status_code == 200, response.text
    return [row["id"] for row in response.json()]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("_search=القمة", ["a1", "a2"]),  # in both columns, then in one; spelled in three ways
        ("_search=القِمَّه", ["a1", "a2"]),
        ("_search=القمة+بغداد", ["a1"]),
        ("_search=FOX", ["a5", "a3", "a4"]),
        ("_search=fox+dog", ["a4"]),
        ("_search=brown+fox", ["a3", "a4"]),
        ('_search="brown+fox"', ["a4"]),
        ('_search="fox+brown"', []),
        ("_search_title=fox", ["a5", "a3"]),
        ("_search_body=fox", ["a5", "a4"]),
        ("_search=nosuch", []),
        ("_search=", []),
        ('_search="', []),
        ("_search=%27%29--", []),
        ("_search=fo*", []),
        ("_search=fo*+AND+do*&_searchmode=raw", ["a4", "a3"]),
        ("_search=fox&_sort=id", ["a3", "a4", "a5"]),
        ("_search=fox&_sort_desc=id", ["a5", "a4", "a3"]),
        ("_search=fox&title=fox", ["a5"]),
    ],
)
async def test_search(query: str, expected: list[str], searched: Datasette) -> None:
    assert await ids(searched, query) == expected


@pytest.mark.parametrize("table", ["pages", "lines"])
@pytest.mark.parametrize("order", ["", "&_sort_desc=body"])
async def test_pages_of_ranked_rows_hold_each_row_once(table: str, order: str, searched: Datasette) -> None:
    word = "same" if table == "pages" else "word"
    path, seen = f"/texts/{table}.json?_search={word}&_size=7{order}", []
    while path:
        data = (await searched.client.get(path)).json()
        seen += [tuple(row) for row in data["rows"]]
        path = data["next_url"] and data["next_url"].replace("http://localhost", "")
    count = {"pages": 100, "lines": 60}[table]
    assert len(seen) == len(set(seen)) == count == data["filtered_table_rows_count"]


@pytest.mark.parametrize("table", ["texts", "texts_fts"])
async def test_search_of_a_view(table: str, searched: Datasette) -> None:
    response = await searched.client.get(
        f"/texts/short.json?_search=fox&_fts_table={table}&_fts_pk=id&_shape=array"
    )
    assert sorted(row["id"] for row in response.json()) == ["a3", "a4", "a5"]


async def test_facets_and_count_of_found_rows(searched: Datasette) -> None:
    data = (await searched.client.get("/texts/texts.json?_search=fox&_facet=title")).json()
    assert data["filtered_table_rows_count"] == 3
    assert [row["value"] for row in data["facet_results"]["title"]["results"]] == [
        "Dogs",
        "The quick fox",
        "fox",
    ]


async def test_facets_of_a_raw_search_are_suggested(searched: Datasette) -> None:
    response = await searched.client.get("/texts/texts.json?_search=fo*&_searchmode=raw")
    assert [row[0] for row in response.json()["rows"]] == ["a5", "a3", "a4"]


async def test_index_tables_are_hidden_and_box_is_shown(searched: Datasette) -> None:
    tables = (await searched.client.get("/texts.json")).json()["tables"]
    assert {table["name"] for table in tables if not table["hidden"]} == {"texts", "pages", "lines"}
    assert 'name="_search"' in (await searched.client.get("/texts/texts")).text


@pytest.mark.parametrize("query", ["_search_id=fox", "_search=a&_fts_table=nosuch"])
async def test_no_index_is_a_400(query: str, searched: Datasette) -> None:
    assert (await searched.client.get(f"/texts/texts.json?{query}")).status_code == 400


def test_an_outdated_index_is_not_used(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "old.duckdb"
    with duckdb.connect(str(path)) as con:
        con.execute("CREATE TABLE t (a VARCHAR)")
        con.execute("INSERT INTO t VALUES ('one')")
        build_search_index(con, "t", ["a"])
        con.execute("INSERT INTO t VALUES ('two')")
    database = DuckDBDatabase(Datasette([]), str(path))
    table = database.catalog.table("t")
    database.close()
    assert table is not None
    assert table.search is None
    assert "out of date" in capsys.readouterr().err


def _index(path: Path, at_once: int) -> dict[str, list[tuple[object, ...]]]:
    """Return the rows of every index table of three tables, made so many at once."""
    tables = {"texts": ["title", "body"], "pages": ["body"], "lines": ["body"]}
    with duckdb.connect(str(path)) as con:
        con.execute("CREATE TABLE texts (title VARCHAR, body VARCHAR)")
        con.executemany("INSERT INTO texts VALUES (?, ?)", [row[1:] for row in TEXTS])
        for table in ("pages", "lines"):
            con.execute(
                f"CREATE TABLE {table} AS SELECT '{table} word' || i % 50 AS body FROM range(5000) t(i)"
            )
        build_search_indexes(con, tables, at_once=at_once)
        made = con.execute(
            "SELECT table_name FROM duckdb_tables() WHERE starts_with(table_name, '_fts_')"
        ).fetchall()
        return {
            name: con.execute(f"SELECT * FROM {name} ORDER BY ALL").fetchall() for (name,) in sorted(made)
        }


def test_indexes_made_side_by_side_are_those_made_one_by_one(tmp_path: Path) -> None:
    one_by_one = _index(tmp_path / "1.duckdb", 1)
    assert sum(name.endswith("_postings") and len(rows) > 0 for name, rows in one_by_one.items()) == 3
    assert _index(tmp_path / "3.duckdb", 3) == one_by_one


@pytest.mark.parametrize("at_once", [1, 2])
def test_an_unknown_column_cannot_be_indexed(at_once: int, tmp_path: Path) -> None:
    with duckdb.connect(str(tmp_path / "t.duckdb")) as con:
        con.execute("CREATE TABLE t (a VARCHAR)")
        with pytest.raises(duckdb.Error, match="nosuch"):
            build_search_indexes(con, {"t": ["nosuch"]}, at_once=at_once)
