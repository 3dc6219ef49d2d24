"""Search over folded Arabic: by macro in any client, and ranked in Datasette from index tables in the file."""

from pathlib import Path

import duckdb
import pytest
from datasette.app import Datasette

from hiwar.dataset.publish.database import write
from hiwar.schema.derive import ddl
from tests.serve.limits import PATIENT

ROOT = Path(__file__).parents[2]
SPELLINGS = ["الاتفاق", "الإتفاق", "الاتّفاق", "اتفاق", "بالاتفاق", "وبالإتفاق", "الاتفـــاق"]


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("search") / "hiwar.duckdb"
    write(ROOT / "dataset" / "tables", path)
    return path


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_the_macro_finds_every_spelling_and_clitic(spelling: str, database: Path) -> None:
    with duckdb.connect(str(database), read_only=True) as connection:
        texts = connection.execute("SELECT text FROM search_statements(?)", [spelling]).fetchall()
        every = connection.execute(
            "SELECT count(*) FROM statements WHERE contains(ar_fold(text), 'اتفاق') AND act = 'praise'"
        ).fetchone()
    assert every is not None
    assert len([text for (text,) in texts if "فاق" in text]) == len(texts) >= every[0] > 0


@pytest.mark.parametrize("spelling", SPELLINGS)
async def test_datasette_finds_every_spelling_and_clitic(spelling: str, database: Path) -> None:
    datasette = Datasette([str(database)], settings=PATIENT)
    await datasette.invoke_startup()
    answer = await datasette.client.get(
        "/hiwar/statements.json", params={"_search": spelling, "_shape": "array"}
    )
    acts = [row["act"] for row in answer.json()]
    assert acts.count("praise") == 2
    tables = (await datasette.client.get("/hiwar.json")).json()["tables"]
    assert all(table["hidden"] for table in tables if table["name"].startswith("_fts"))
    datasette.databases["hiwar"].close()


def test_an_empty_query_finds_nothing(database: Path) -> None:
    with duckdb.connect(str(database), read_only=True) as connection:
        assert connection.execute("SELECT count(*) FROM search_statements(' ، ')").fetchone() == (0,)


def test_what_is_found_has_the_columns_of_the_view(database: Path) -> None:
    with duckdb.connect(str(database), read_only=True) as connection:
        view = connection.execute("SELECT * FROM statements_with_speakers").description
        found = connection.execute("SELECT * FROM search_statements('الاتفاق')")
        assert [column[0] for column in found.description] == [*(column[0] for column in view), "score"]
        names = "SELECT source_ar, source_en, relay_ar FROM {} WHERE statement_id = ?"
        for row in found.fetchall():
            given = [
                connection.execute(names.format(source), [row[0]]).fetchall()
                for source in ("statements_with_speakers", "search_statements('الاتفاق')")
            ]
            assert given[0] == given[1]


@pytest.mark.parametrize(
    ("query", "column", "part"),
    [("واشنطن", "source_ar", "المتحدة"), ("Sudani", "source_en", "Sudani"), ("انسحاب", "text", "انسحاب")],
)
def test_names_of_sources_and_parts_of_words_are_found(
    query: str, column: str, part: str, database: Path
) -> None:
    with duckdb.connect(str(database), read_only=True) as connection:
        found = connection.execute(f"SELECT {column} FROM search_statements(?)", [query]).fetchall()
    assert any(part in (value or "") for (value,) in found)


async def test_a_large_database_has_its_keys_and_search_without_indexes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ddl, "INDEXED", 0)
    write(ROOT / "dataset" / "tables", tmp_path / "large.duckdb")
    with duckdb.connect(str(tmp_path / "large.duckdb"), read_only=True) as connection:
        assert connection.execute(
            "SELECT count(*) FROM duckdb_constraints() WHERE constraint_type IN ('PRIMARY KEY', 'FOREIGN KEY') "
            "AND table_name IN ('statements', 'attributions')"
        ).fetchone() == (0,)
        row = connection.execute("SELECT statement_id FROM statements LIMIT 1").fetchone()
    assert row is not None
    datasette = Datasette([str(tmp_path / "large.duckdb")], settings=PATIENT)
    await datasette.invoke_startup()
    page = await datasette.client.get(datasette.urls.row("large", "statements", row[0].replace(".", "~2E")))
    assert page.status_code == 200
    assert "attributions" in page.text  # whose foreign key leads here
    found = await datasette.client.get("/large/statements.json?_search=الاتفاق&_labels=on&_shape=array")
    assert found.json()[0]["article_id"]["label"]
    asked = await datasette.client.get("/large/who_said_what.json?about=الاتفاق&_shape=array")
    assert len(asked.json()) >= 5
    tables = (await datasette.client.get("/large.json")).json()["tables"]
    assert [table["hidden"] for table in tables if table["name"] == "_keys"] == [True]
    datasette.databases["large"].close()
