"""`hiwar validate`: the published dataset keeps every rule, and the command tells the user what it found."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from hiwar.cli import main
from hiwar.dataset.validate import loading, spans, validate
from hiwar.schema.derive import ddl
from tests.dataset.checked import Published
from tests.dataset.test_faults import CODEBOOK, KEYS, PASSAGES, ROWS, SPANS


@pytest.fixture(scope="module")
def cutter() -> Iterator[duckdb.DuckDBPyConnection]:
    with loading.connect() as connection:
        for statement in [*ddl.statements(), ddl.RAW_TEXTS]:
            connection.execute(statement)
        loading.views(connection)
        yield connection


def test_the_published_dataset_keeps_every_rule(root: Path) -> None:
    let_be = (
        "review_is_",
        "parquet_",
        "database_",
    )  # the next test; and copies of an older build, which git ignores
    assert [str(found) for found in validate(root).findings if not found.rule.startswith(let_be)] == []


@pytest.mark.slow
def test_every_published_row_is_covered_by_a_live_decision(root: Path) -> None:
    """Fails when the builder proposes something else than what was judged: decide anew, and `hiwar build`."""
    assert [
        str(finding) for finding in validate(root).findings if finding.rule.startswith("review_is_")
    ] == []


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["validate", *arguments])


def test_the_command_prints_place_rule_and_remedy_and_leaves_with_1(tmp_path: Path) -> None:
    data = Published(tmp_path / "data")
    data.edit("figures", 2, low="5", high="3")
    outcome = _run(str(data.folder), "--quick")
    assert outcome.exit_code == 1
    assert outcome.stdout.splitlines() == [
        "figures town.1.f62 · value, low, high, qualifier = null, 5, 3, range",
        "    range_has_both_ends: a range has low and high, in that order, and no value",
        "    mend: correct one of value, low, high, qualifier",
        "1 findings in 52 rows of 10 tables",
    ]


def test_the_command_prints_json(tmp_path: Path) -> None:
    data = Published(tmp_path / "data")
    data.edit("figures", 0, unit="")
    outcome = _run(str(data.folder), "--json")
    assert outcome.exit_code == 1
    found = json.loads(outcome.stdout)
    assert found["count"] == 1
    assert found["findings"][0] | {"broken": "", "mend": ""} == {
        "table": "figures",
        "row": "port.1.f72",
        "field": "unit",
        "value": None,
        "rule": "unit_is_given",
        "broken": "",
        "mend": "",
    }


def test_the_rules_that_a_fault_breaks_are_listed() -> None:
    outcome = _run("--rules")
    listed = [line.partition(": ")[0] for line in outcome.stdout.splitlines()]
    assert outcome.exit_code == 0
    assert len(listed) == len(set(listed))
    assert {f"{fault.table}.{fault.rule}" for fault in [*ROWS, *KEYS, *SPANS, *PASSAGES, *CODEBOOK]} <= set(
        listed
    )


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("nowhere", "nowhere does not exist"),
        ("empty", "holds no folder `tables`"),
        ("text.duckdb", "is no DuckDB database"),
    ],
)
def test_the_command_leaves_with_2_where_there_is_no_dataset(name: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "text.duckdb").write_text("no database")
    outcome = _run(str(tmp_path / name))
    assert outcome.exit_code == 2
    assert outcome.stdout == ""
    assert message in outcome.stderr


def test_of_many_findings_some_are_listed_and_all_counted(tmp_path: Path) -> None:
    data = Published(tmp_path / "data")
    for number in range(30):
        data.copy("measures", 0, measure_id=f"Bad{number}")
    report = validate(data.folder)
    assert report.more == {"measures.measure_id_has_its_form": 10, "measures.measure_is_used": 10}
    assert report.count == 60


def test_a_decision_on_another_proposal_is_stale(tmp_path: Path) -> None:
    data = Published(tmp_path / "data")
    (data.folder / "review").mkdir()
    decision = '[[decision]]\nid = "port.1"\ndecision = "accepted"\njudged = "000000000000"\n'
    (data.folder / "review" / "articles.toml").write_text(decision)
    found = {(finding.table, finding.row): finding.rule for finding in validate(data.folder).findings}
    assert found["articles", "port.1"] == "review_is_stale"
    assert found["articles", "town.1"] == "review_is_undecided"


@given(text=st.text(st.characters(codec="utf-8"), max_size=30), data=st.data())
@settings(max_examples=150, deadline=None)
def test_a_span_cut_in_sql_is_the_slice_of_python(text: str, data: st.DataObject, cutter: Any) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert cutter.execute("SELECT slice(?, ?, ?)", [text, start, end]).fetchone() == (text[start:end],)


def test_white_space_is_what_python_takes_for_it(cutter: Any) -> None:
    spaces = [chr(point) for point in range(sys.maxunicode + 1) if chr(point).isspace()]
    matched = cutter.execute(
        f"SELECT count(*), bool_and(shows_nothing(c)) FROM (SELECT unnest(?) AS c) WHERE regexp_full_match(c, '{spans.BLANK}')",
        [spaces],
    ).fetchone()
    assert matched == (len(spaces), True)
