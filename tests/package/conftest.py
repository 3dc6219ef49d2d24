"""A small made-up dataset, as CSV tables and as a database."""

from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from hiwar.dataset.csvio import write_csv
from hiwar.schema import TABLES
from hiwar.schema.derive import ddl

RAW = "محصول القمح\n\n   قال الوزير سامي النجار إن المحصول بلغ نحو 300 طن هذا الموسم.\n"
SAID = "المحصول بلغ نحو 300 طن هذا الموسم"
S, A, F = "a_wheat.1.s16", "a_wheat.1.s16.source1", "a_wheat.1.f58"


def span(text: str) -> dict[str, Any]:
    return {"text": text, "start": RAW.index(text), "end": RAW.index(text) + len(text)}


def _rows() -> dict[str, list[dict[str, Any]]]:
    """The rows by table; null where a column is left out."""
    body = RAW.split("\n")[2].strip()
    where = {"article_id": "a_wheat.1", "passage_id": "a_wheat.p16"}
    at = RAW.index
    return {
        "articles": [
            {
                "article_id": "a_wheat.1",
                "raw_file": "a_wheat.txt",
                "position": 1,
                "sha256": "0" * 64,
                "characters": len(RAW),
                "language": "ar",
                "headline": "محصول القمح",
                "published_on": date(2024, 6, 2),
                "published_basis": "stated",
                "review": "accepted",
            }
        ],
        "passages": [
            {"passage_id": f"a_wheat.p{at(text)}", "raw_file": "a_wheat.txt", "article_id": "a_wheat.1"}
            | {"position": place, "kind": kind}
            | span(text)
            for place, kind, text in ((1, "headline", "محصول القمح"), (2, "body", body))
        ],
        "speakers": [
            {"speaker_id": "p.sAmy", "kind": "person", "name_ar": "سامي النجار", "name_en": "Sami al-Najjar"}
            | {"country": "IQ", "review": "accepted"},
            {"speaker_id": "o.wkAlp", "kind": "organization", "name_ar": "وكالة", "review": "machine"},
        ],
        "speaker_names": [{"speaker_id": "p.sAmy", "name": name} for name in ("سامي النجار", "النجار")],
        "speaker_roles": [
            {
                "role_id": "a_wheat.1.r20",
                "speaker_id": "p.sAmy",
                "article_id": "a_wheat.1",
                "role_ar": "الوزير",
            }
        ],
        "statements": [
            {"statement_id": S, "type": "indirect", "act": "say", "cue": "قال", "rule": "verb_that"}
            | {"cue_start": at("قال"), "cue_end": at("قال") + 3, "review": "corrected"}
            | where
            | span(SAID)
        ],
        "attributions": [
            {
                "attribution_id": A,
                "statement_id": S,
                "speaker_id": "p.sAmy",
                "role": "source",
                "form": "named",
            }
            | {"mention": "الوزير سامي النجار", "mention_start": at("الوزير"), "mention_end": at(" إن ")}
            | {"rule": "subject_after_verb", "review": "accepted"}
        ],
        "measures": [
            {
                "measure_id": "wheat_harvest",
                "label_en": "Wheat harvest",
                "label_ar": "محصول القمح",
                "unit": "t",
            }
            | {"description_en": "Tonnes of wheat harvested in a season."}
        ],
        "figures": [
            {
                "figure_id": F,
                "statement_id": S,
                "number": "300",
                "value": 300.0,
                "qualifier": "about",
                "unit": "t",
            }
            | {"number_start": at("300"), "number_end": at("300") + 3, "measure_id": "wheat_harvest"}
            | {"rule": "digits", "review": "accepted"}
            | where
            | span("نحو 300 طن")
        ],
        "reviews": [
            {"review_id": f"statements:{S}:end", "table_name": "statements", "row_id": S, "field": "end"}
            | {
                "decision": "corrected",
                "proposed": "79",
                "published": "78",
                "note": "§4: the full stop stays out",
            }
        ],
    }


def write_tables(folder: Path, rows: dict[str, list[dict[str, Any]]]) -> None:
    """Write one CSV a table."""
    folder.mkdir(parents=True)
    for table in TABLES.values():
        complete = [{name: row.get(name) for name in table.column_names} for row in rows[table.name]]
        write_csv(folder / f"{table.name}.csv", table, complete)


def write_database(path: Path, rows: dict[str, list[dict[str, Any]]]) -> None:
    """Write the rows to a database with the schema's own constraints, and one view and one index table."""
    with duckdb.connect(str(path)) as connection:
        for statement in ddl.statements():
            connection.execute(statement)
        for table in TABLES.values():
            for row in rows[table.name]:
                marks = ", ".join("?" * len(table.columns))
                connection.execute(
                    f"INSERT INTO {table.name} VALUES ({marks})", [row.get(c) for c in table.column_names]
                )
        connection.execute("CREATE VIEW said AS SELECT statement_id, text, length(text) AS n FROM statements")
        connection.execute("CREATE TABLE _index (term VARCHAR)")


@pytest.fixture
def rows() -> dict[str, list[dict[str, Any]]]:
    """The rows of the made-up dataset by table, to be changed at will."""
    return _rows()


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as `hiwar build` makes it."""
    folder = tmp_path_factory.mktemp("built")
    write_tables(folder / "tables", _rows())
    write_database(folder / "hiwar.duckdb", _rows())
    return folder
