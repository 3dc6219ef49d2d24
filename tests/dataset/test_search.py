"""Search over folded Arabic: by macro in any client, and ranked in Datasette from index tables in the file."""

from pathlib import Path

import duckdb
import pytest
from datasette.app import Datasette

from hiwar.dataset.publish.database import write

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
    datasette = Datasette([str(database)])
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
