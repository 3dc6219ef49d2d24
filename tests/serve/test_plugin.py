"""What the comparison with SQLite cannot show: DuckDB's types, dialect and words, comments, canned queries, the command."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import duckdb
import pytest
from datasette.app import Datasette

from hiwar.serve.duck.declared_keys import ForeignKey, declare_keys
from tests.serve.limits import PATIENT

TYPES = """
CREATE TABLE types AS SELECT 1::TINYINT AS tiny, 170141183460469231731687303715884105727::HUGEINT AS huge, 1.10::DECIMAL(18,2) AS price,
  12345678901234567890.12345::DECIMAL(38,5) AS precise, 0.1::FLOAT AS single, TRUE AS yes, DATE '2024-02-03' AS day,
  TIME '10:11:12.5' AS hour, TIMESTAMP '2024-02-03 04:05:06.7' AS moment, TIMESTAMPTZ '2024-02-03 04:05:06+02:00' AS zoned,
  TIMESTAMP_NS '2024-02-03 04:05:06.123456789' AS nano, INTERVAL '14 months 3 days' AS took, ['a', NULL] AS tags, {'x': 1, 'y': ['z']} AS point,
  MAP {'k': 1} AS pairs, 'b'::ENUM('b', 'a') AS mood, UUID '00000000-0000-0000-0000-000000000001' AS uid, '\\xAA'::BLOB AS data,
  '{"a": [1]}'::JSON AS doc, 'NaN'::DOUBLE AS nan, 'infinity'::DATE AS never, [1.5::DECIMAL(3,1)] AS numbers, NULL AS nothing
"""
SHOWN = {
    "tiny": 1, "huge": 170141183460469231731687303715884105727, "price": 1.1, "precise": "12345678901234567890.12345",
    "single": 0.10000000149011612, "yes": 1, "day": "2024-02-03", "hour": "10:11:12.5", "moment": "2024-02-03 04:05:06.7",
    "zoned": "2024-02-03 02:05:06+00", "nano": "2024-02-03 04:05:06.123456789", "took": "1 year 2 months 3 days", "tags": '["a", null]',
    "point": '{"x": 1, "y": ["z"]}', "pairs": '{"k": 1}', "mood": "b", "uid": "00000000-0000-0000-0000-000000000001",
    "data": {"$base64": True, "encoded": "qg=="}, "doc": '{"a": [1]}', "nan": None, "never": "infinity", "numbers": "[1.5]", "nothing": None,
}  # fmt: skip
METADATA = {
    "databases": {
        "data": {
            "tables": {"people": {"columns": {"name": "Said elsewhere"}}},
            "queries": {
                "by_id": {"sql": "select name from people where id = :id"},
                "host": {"sql": "select :_header_host as host, list_sum([1, 2]) as total"},
                "write": {"sql": "insert into people values (9, 'x')", "write": True},
            },
        }
    }
}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("plugin") / "data.duckdb"
    with duckdb.connect(str(path)) as con:
        con.execute("SET TimeZone = 'UTC'")
        con.execute(TYPES)
        con.execute("CREATE TABLE people (id INTEGER PRIMARY KEY, name VARCHAR)")
        con.execute("INSERT INTO people VALUES (1, 'Ada'), (2, 'بدر')")
        con.execute(
            'CREATE TABLE "odd/name.csv" ("a ""b"" c" INTEGER PRIMARY KEY, "select" VARCHAR, "/x.csv" INTEGER)'
        )
        con.execute("INSERT INTO \"odd/name.csv\" VALUES (1, 'x', 2)")
        con.execute(
            "COMMENT ON TABLE people IS 'Those <who> speak'; COMMENT ON COLUMN people.id IS 'A number'"
        )
        con.execute("COMMENT ON COLUMN people.name IS 'As printed'")
        con.execute("CREATE VIEW names AS SELECT name FROM people; COMMENT ON VIEW names IS 'Only names'")
    return path


@pytest.fixture(scope="module")
def datasette(path: Path) -> Iterator[Datasette]:
    datasette = Datasette([str(path)], metadata=METADATA, settings=PATIENT)
    asyncio.run(datasette.invoke_startup())
    yield datasette
    datasette.databases["data"].close()


async def test_values_of_every_type(datasette: Datasette) -> None:
    for path in ("/data/types.json?_shape=array", "/data/types/0.json?_shape=array"):
        (row,) = (await datasette.client.get(path)).json()
        assert {name: row[name] for name in SHOWN} == SHOWN


async def test_every_value_can_be_filtered_by_what_is_shown(datasette: Datasette) -> None:
    for name, value in SHOWN.items():
        if value is None or name == "data":
            continue
        response = await datasette.client.get(
            "/data/types.json", params={name: str(value), "_shape": "array"}
        )
        assert len(response.json()) == 1, (name, value, response.text)


async def test_types_are_shown(datasette: Datasette) -> None:
    page = (await datasette.client.get("/data/types")).text
    for type_ in ("decimal(18,2)", "varchar[]", "timestamp with time zone", "struct("):
        assert f'data-column-type="{type_}' in page


async def test_comments_are_descriptions(datasette: Datasette) -> None:
    page = (await datasette.client.get("/data/people")).text
    assert "Those &lt;who&gt; speak" in page
    assert "A number" in page
    assert "Said elsewhere" in page  # metadata of the user's comes first
    assert "As printed" not in page
    assert "Only names" in (await datasette.client.get("/data/names")).text


async def test_odd_names(datasette: Datasette) -> None:
    table = datasette.urls.table("data", "odd/name.csv")
    data = (await datasette.client.get(f"{table}.json?_facet=select")).json()
    assert data["rows"] == [[1, "x", 2]]
    assert data["facet_results"]["select"]["results"][0]["count"] == 1
    assert (await datasette.client.get(f"{table}/1")).status_code == 200


@pytest.mark.parametrize(
    ("sql", "rows"),
    [
        ("select tags[1] as t, [x * 2 for x in [1, 2]] as l from types", [["a", "[2, 4]"]]),
        ("select name from people where id = :id", [["Ada"]]),
        ("select name from people where id = $id", [["Ada"]]),
        ("select name, ':id' as c from people where id = :id -- :nosuch", [["Ada", ":id"]]),
        ("with x as (select 1 as a union all select 2) select sum(a)::int as s from x", [[3]]),
        ("select count(*) over () as n from people qualify row_number() over (order by id) = 1", [[2]]),
        ("select table_name from information_schema.tables where table_name = 'people'", [["people"]]),
        ("select name from sqlite_master where name = 'people'", [["people"]]),
        ("select NULL as a, 1 as a", [[None, 1]]),
        ("select interval '1 day' as i", [["1 day, 0:00:00"]]),
    ],
)
async def test_custom_sql_is_duckdbs(sql: str, rows: list[list[object]], datasette: Datasette) -> None:
    response = await datasette.client.get("/data.json", params={"sql": sql, "id": "1"})
    assert response.json()["rows"] == rows, response.text


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("select nosuch from people", 'Referenced column "nosuch" not found'),
        ("select * from nosuch", "Table with name nosuch does not exist"),
        ("select 'x'::int", "Could not convert string 'x' to INT32"),
        ("select * from people where id = :id", "Could not convert string 'x' to INT32"),
        ("select (", "syntax error"),
    ],
)
async def test_errors_are_400_with_duckdbs_words(sql: str, words: str, datasette: Datasette) -> None:
    for path in ("/data", "/data.json"):
        response = await datasette.client.get(path, params={"sql": sql, "id": "x"})
        assert response.status_code == 400
        assert words in response.text.replace("&#34;", '"').replace("&#39;", "'").replace('\\"', '"')


async def test_canned_queries(datasette: Datasette) -> None:
    rows = (await datasette.client.get("/data/by_id.json?id=2&_shape=array")).json()
    assert rows == [{"name": "بدر"}]
    page = await datasette.client.get("/data/by_id")  # not filled in yet
    assert (page.status_code, "0 results" in page.text) == (200, True)
    rows = (await datasette.client.get("/data/host.json?_shape=array")).json()
    assert rows == [{"host": "localhost", "total": 3}]
    answer = await datasette.client.post("/data/write?_json=1", data={"csrftoken": ""})
    assert answer.status_code in (200, 403)
    assert (await datasette.client.get("/data/people/9.json")).status_code == 404


async def test_html_pages(datasette: Datasette) -> None:
    for path in (
        "/",
        "/data",
        "/data/people",
        "/data/people/1",
        "/data/names",
        "/data/types/0",
        "/data?sql=select+1",
        "/-/databases",
    ):
        assert (await datasette.client.get(path)).status_code == 200


async def test_immutable_files_can_be_downloaded(path: Path) -> None:
    datasette = Datasette(immutables=[str(path)], settings=PATIENT)
    response = await datasette.client.get("/data.db")
    assert response.content == path.read_bytes()
    datasette.databases["data"].close()


async def test_configuration_directory(path: Path, tmp_path: Path) -> None:
    (tmp_path / "found.duckdb").write_bytes(path.read_bytes())
    (tmp_path / "metadata.json").write_text(json.dumps({"plugins": {"datasette-duckdb": {"threads": 1}}}))
    datasette = Datasette(config_dir=tmp_path)
    assert (await datasette.client.get("/found/people.json?_shape=array")).json()[0]["name"] == "Ada"
    assert datasette.databases["found"].pool.options.threads == 1
    datasette.databases["found"].close()


async def test_a_sqlite_file_beside_it_is_left_alone(path: Path, folder: Path) -> None:
    datasette = Datasette([str(folder / "data.db"), str(path.rename(path.with_name("duck.duckdb")))])
    assert (await datasette.client.get("/data/people/1.json")).status_code == 200
    assert (await datasette.client.get("/duck/people/1.json")).status_code == 200
    datasette.databases["duck"].close()
    path.with_name("duck.duckdb").rename(path)


async def test_keys_that_the_file_declares(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "told.duckdb"
    with duckdb.connect(str(path)) as con:
        con.execute(
            "CREATE TABLE people (id INTEGER, name VARCHAR); INSERT INTO people VALUES (1, 'Ada'), (2, 'بدر')"
        )
        con.execute("CREATE TABLE notes (a VARCHAR, b INTEGER, who INTEGER)")
        con.execute("INSERT INTO notes SELECT 'n', i, 1 + i % 2 FROM range(150) t(i)")
        declare_keys(con, "people", ["nosuch"])
        declare_keys(con, "people", ["id"])  # takes the place of the first
        declare_keys(con, "notes", ["a", "b"], [ForeignKey(("who",), "people", ("id",))])
        declare_keys(con, "gone", ["id"])
    datasette = Datasette([str(path)], settings=PATIENT)
    await datasette.invoke_startup()
    assert "A key declared for gone names no column" in capsys.readouterr().err
    row = (await datasette.client.get("/told/notes/n,3.json?_shape=array&_labels=on")).json()[0]
    assert row["b"] == 3
    page = (await datasette.client.get("/told/notes.json?_labels=on&_size=100")).json()
    assert page["primary_keys"] == ["a", "b"]
    assert page["rows"][0]["who"] == {"value": 1, "label": "Ada"}
    rest = (await datasette.client.get(page["next_url"].removeprefix("http://localhost"))).json()
    assert [row["b"] for row in rest["rows"]] == list(range(100, 150))
    keys = (await datasette.client.get("/told/people/1.json?_extras=foreign_key_tables")).json()
    assert [(key["other_table"], key["count"]) for key in keys["foreign_key_tables"]] == [("notes", 75)]
    through = urlencode({"_through": json.dumps({"table": "notes", "column": "b", "value": "3"})})
    found = (await datasette.client.get(f"/told/people.json?{through}&_shape=array")).json()
    assert [row["name"] for row in found] == ["بدر"]
    tables = (await datasette.client.get("/told.json")).json()["tables"]
    assert {table["name"] for table in tables if not table["hidden"]} == {"people", "notes"}
    datasette.databases["told"].close()


@pytest.mark.slow
def test_the_command_serves_and_ends(path: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [
        sys.executable,
        "-c",
        "from hiwar.cli import main; main()",
        "serve",
        str(path),
        "--port",
        str(port),
    ]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        assert server.stderr
        assert f"http://127.0.0.1:{port}/" in server.stderr.readline()
        for attempt in range(100):
            try:
                with urllib.request.urlopen(
                    f"http://127.0.0.1:{port}/data/people.json?_shape=array", timeout=10
                ) as answer:
                    assert json.load(answer)[0]["name"] == "Ada"
                break
            except OSError:
                assert attempt < 99
                time.sleep(0.1)
        workers = [
            int(pid) for pid in Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split()
        ]
        assert workers
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(timeout=20)
    deadline = time.monotonic() + 5
    while any(os.path.exists(f"/proc/{pid}") for pid in workers) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(os.path.exists(f"/proc/{pid}") for pid in workers)
