"""The SQL that a table's page offers for editing is DuckDB's, and gives the rows of that page."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from urllib.parse import urlencode

import duckdb
import pytest
from datasette.app import Datasette

from hiwar.serve.duck.search_index import build_search_index
from tests.serve.limits import PATIENT

_LINK = re.compile(r'href="([^"]+)">&#x270e; <span class="underlined">View and edit SQL')
_SQL_BOX = re.compile(r'<textarea id="sql-editor"[^>]*>(.*?)</textarea>', re.DOTALL)


async def offered(datasette: Datasette, path: str) -> str:
    """Return the address behind «View and edit SQL»."""
    found = _LINK.search((await datasette.client.get(path)).text)
    assert found, path
    return unescape(found[1])


@pytest.mark.parametrize(
    "query",
    ["", "title__contains=a", "title__contains=كتاب", "title__in=birch,it's", "author=2&_sort=score", "author=abc", "score__gt=0.5",
     "score__lt=inf", "price=3.25", "flag=1", "day__gt=2024-02", "moment=2024-03-01+12:30:00", "tags__arraycontains=red", "mood__not=calm",
     "title__glob=[^A]*", "data__isnull=1", "data=x", "big=1099511627777", "_next=100", "_next=0.5,2&_sort=score", "_sort_desc=day",
     "_where=id+%3C+5", "title=1:2", "title__exact=$x"],
)  # fmt: skip
async def test_it_gives_the_rows_of_the_page(query: str, duckdb_datasette: Datasette) -> None:
    page = (await duckdb_datasette.client.get(f"/data/notes.json?{query}")).json()
    address = await offered(duckdb_datasette, f"/data/notes?{query}")
    edited = await duckdb_datasette.client.get(address.replace("?", ".json?", 1))
    assert edited.status_code == 200, edited.text
    shown = edited.json()["rows"]
    assert shown[: len(page["rows"])] == page["rows"]
    assert (
        len(shown) <= len(page["rows"]) + 1
    )  # Datasette asks for one more, to know whether there is a next page
    assert (await duckdb_datasette.client.get(address)).status_code == 200


@pytest.mark.parametrize("search", ["القمة", '"القمة العربية"', "القم*"])
async def test_a_search(search: str, tmp_path: Path) -> None:
    with duckdb.connect(str(tmp_path / "texts.duckdb")) as con:
        con.execute('CREATE TABLE "the texts" (id INTEGER PRIMARY KEY, "end" VARCHAR)')
        con.execute("INSERT INTO \"the texts\" VALUES (1, 'القمة العربية'), (2, 'القمة'), (3, 'لا شيء')")
        build_search_index(con, "the texts", ["end"])
    datasette = Datasette([str(tmp_path / "texts.duckdb")], settings=PATIENT)
    table = datasette.urls.table("texts", "the texts")
    query = urlencode({"_search": search, **({"_searchmode": "raw"} if "*" in search else {})})
    page = (await datasette.client.get(f"{table}.json?{query}")).json()
    address = await offered(datasette, f"{table}?{query}")
    edited = await datasette.client.get(address.replace("?", ".json?", 1))
    assert edited.json()["rows"] == page["rows"] != []
    # the box on the database's page holds SQL that runs, too
    box = _SQL_BOX.search((await datasette.client.get("/texts")).text)
    assert box
    sql = unescape(box[1])
    assert (await datasette.client.get("/texts.json", params={"sql": sql})).status_code == 200, sql
    datasette.databases["texts"].close()


async def test_what_can_be_downloaded_is_called_by_its_name(folder: Path) -> None:
    datasette = Datasette(immutables=[str(folder / "data.duckdb"), str(folder / "data.db")], settings=PATIENT)
    assert "Download DuckDB file" in (await datasette.client.get("/data")).text
    assert "Download SQLite DB" in (await datasette.client.get("/data_2")).text
    for database in datasette.databases.values():
        database.close()
