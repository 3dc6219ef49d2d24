"""Scores of hand-made differences, the two forms of input, intervals, and what the command says."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from hiwar.cli import main
from hiwar.evaluate.annotation import Article, EvaluationError, Figure, Passage, Source, Statement, Text
from hiwar.evaluate.export import export
from hiwar.evaluate.gold import read_gold
from hiwar.evaluate.match import match, same_span
from hiwar.evaluate.run import read_pair
from hiwar.evaluate.score import METRICS, Score, evaluate
from hiwar.evaluate.tables import read_tables

RAW = "زيارة الوزير\nقال الوزير سالم إن العمل بدأ. وأضاف: «سنصل قريبا». وتوقع الخبير نمو 5 بالمئة، بحسب الوكالة.\n"


def span(text: str) -> tuple[int, int]:
    return RAW.index(text), RAW.index(text) + len(text)


def statement(
    text: str, cue: str, kind: str = "indirect", source: str = "سالم", relay: str | None = None
) -> Statement:
    relays = (Source((relay,), "organization", "named", None, None),) if relay else ()
    sources = (Source((source,), "person", "named", None, None),)
    return Statement(*span(text), kind, "say", *span(cue), sources, relays)


def gold() -> Text:
    """Three statements, a figure, two passages."""
    return Text(
        "a.txt",
        (),
        (Passage(*span("زيارة الوزير"), "headline"), Passage(13, len(RAW) - 1, "body")),
        (
            statement("العمل بدأ", "قال"),
            statement("سنصل قريبا", "أضاف", "direct"),
            statement("نمو 5 بالمئة", "توقع", source="الخبير", relay="الوكالة"),
        ),
        (Figure(*span("5 بالمئة"), *span("5 بالمئة"), 5, None, None, "exact", "percent", None),),
    )


def scores(built: Text) -> dict[str, Score]:
    return {row.metric: row for row in evaluate({"a": gold()}, {"a": built}, {"a": RAW})}


def test_outlets_agree_in_any_spelling_and_dates_to_the_day() -> None:
    told = gold()._replace(articles=(Article("زيارة", "إيلاف", "2024-01-27", "stated"),))
    built = gold()._replace(articles=(Article("زيارة", "ايلاف", "2024-01-26", "stated"),))
    found = {row.metric: row.f1 for row in evaluate({"a": told}, {"a": built}, {"a": RAW})}
    assert (found["headline"], found["outlet"], found["published on"]) == (1, 1, 0)


def test_a_perfect_answer_scores_one_everywhere() -> None:
    found = scores(gold())
    assert list(found) == list(METRICS)
    assert {row.f1 for row in found.values()} == {1.0, None}
    assert {name for name, row in found.items() if row.f1 is None} == {
        "statements mixed",
        "headline",
        "outlet",
        "published on",
    }


def test_each_difference_is_counted_where_it_belongs() -> None:
    first, second, _ = gold().statements
    built = gold()._replace(
        statements=(
            first._replace(end=first.end + 1, act="affirm"),  # the full stop: still exact
            second._replace(
                start=second.start + 4, type="mixed", sources=(Source(("خالد",), "person", "named", 0, 1),)
            ),
            statement("زيارة الوزير", "زيارة"),  # an extra one; the third is missed
        ),
        figures=(gold().figures[0]._replace(qualifier="about"),),
        passages=(Passage(*span("زيارة الوزير"), "subhead"), gold().passages[1]),
    )
    found = scores(built)
    assert (found["statements"].hits, found["statements"].gold, found["statements"].built) == (2, 3, 3)
    assert found["statements"].f1 == pytest.approx(2 / 3)
    assert found["statements exact"].hits == 1
    assert (found["statements direct"].recall, found["statements direct"].precision) == (1, None)
    assert (found["type"].f1, found["act"].f1, found["source"].f1, found["cue"].f1) == (0.5, 0.5, 0.5, 1)
    assert (found["relays"].recall, found["relays"].f1) == (0, 0)
    assert (found["figures"].f1, found["figures all right"].f1, found["figure text"].f1) == (1, 0, 1)
    assert found["passage kind"].f1 == 0.5


def test_speakers_agree_by_words_whatever_the_spelling() -> None:
    def right(name: str) -> float | None:
        first = gold().statements[0]
        sources = (Source((name,), "person", "named", None, None),)
        return scores(gold()._replace(statements=(first._replace(sources=sources),)))["source"].f1

    assert right("سالم") == right("الوزیر سالم") == right("سَالِم") == 1
    assert right("سليم") == right("سالمي") == 0


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=8), st.data())
def test_pairs_are_one_to_one_and_nothing_beats_a_perfect_match(
    starts: list[tuple[int, int]], data: st.DataObject
) -> None:
    def text(spans: list[tuple[int, int]]) -> Text:
        rows = tuple(gold().statements[0]._replace(start=start, end=start + size) for start, size in spans)
        return gold()._replace(statements=rows)

    other = data.draw(st.lists(st.sampled_from(starts or [(0, 1)]), max_size=8))
    pairs = match(text(starts), text(other)).statements
    assert len(set(pairs.values())) == len(pairs)
    assert len(match(text(starts), text(starts)).statements) == len(starts)


def test_intervals_hold_the_score_and_are_the_same_each_time() -> None:
    texts = {str(number): gold() for number in range(8)}
    built = texts | {
        "3": gold()._replace(statements=()),
        "5": gold()._replace(statements=gold().statements[:1]),
    }
    raws = dict.fromkeys(texts, RAW)
    row = evaluate(texts, built, raws)[0]
    assert row.low is not None
    assert row.high is not None
    assert row.f1 is not None
    assert row.low < row.f1 < row.high < 1.0001
    assert evaluate(texts, built, raws)[0] == row


def test_edge_punctuation_is_no_difference_but_a_word_is() -> None:
    a, b = span("سنصل قريبا")
    assert same_span(RAW, (a, b), (a - 1, b + 2))
    assert not same_span(RAW, (a, b), (a + 5, b))


def write_tables(folder: Path) -> None:
    """Write the tables of `gold()` as `hiwar build` does, with a second spelling of a speaker."""
    text = gold()
    tables: dict[str, list[dict[str, Any]]] = {
        "articles": [
            {
                "article_id": "a.1",
                "raw_file": "a.txt",
                "headline": "زيارة الوزير",
                "outlet": "",
                "published_on": "",
                "published_basis": "unknown",
            }
        ],
        "passages": [{"raw_file": "a.txt", **row._asdict()} for row in text.passages],
        "statements": [],
        "attributions": [],
        "speakers": [],
        "speaker_names": [{"speaker_id": "سالم", "name": "الوزير سالم"}],
        "figures": [{"article_id": "a.1", **row._asdict()} for row in text.figures],
    }
    for number, row in enumerate(text.statements):
        plain = {key: value for key, value in row._asdict().items() if key not in ("sources", "relays")}
        tables["statements"].append({"article_id": "a.1", "statement_id": f"s{number}", **plain})
        for role, people in (("source", row.sources), ("relay", row.relays)):
            for person in people:
                speaker = {"speaker_id": person.names[0], "name_ar": person.names[0], "kind": person.kind}
                tables["speakers"] += [speaker] if speaker not in tables["speakers"] else []
                tables["attributions"].append(
                    {
                        "statement_id": f"s{number}",
                        "speaker_id": person.names[0],
                        "role": role,
                        "form": person.form,
                        "mention_start": "",
                        "mention_end": "",
                    }
                )
    folder.mkdir()
    for name, rows in tables.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)


@pytest.fixture
def build(tmp_path: Path) -> Path:
    """A built folder, and beside it the gold folder exported from it."""
    (tmp_path / "build").mkdir()
    write_tables(tmp_path / "build/tables")
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts/a.txt").write_bytes(RAW.encode())
    assert export(tmp_path / "build", tmp_path / "texts", tmp_path / "exported") == 1
    return tmp_path


def test_tables_and_their_export_hold_the_same(build: Path) -> None:
    texts, raws = read_gold(build / "exported")
    assert raws == {"a": RAW}
    assert texts == read_tables(build / "build")
    assert texts["a"].statements[0].sources[0].names == ("سالم", "الوزير سالم")
    found = {row.metric: row.f1 for row in evaluate({"a": gold()}, texts, raws)}
    assert found["statements exact"] == found["source"] == found["relays"] == found["figures all right"] == 1


def run(*arguments: str | Path) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["evaluate", *map(str, arguments)])
    return result.exit_code, result.stdout, result.stderr


def test_the_command_prints_scores_json_and_errors(build: Path) -> None:
    code, out, _ = run(build / "exported", build / "build")
    assert code == 0
    assert "statements exact      1.000  1.000  1.000" in out
    rows = (build / "build/tables/statements.csv").read_text("utf-8").splitlines(keepends=True)
    (build / "build/tables/statements.csv").write_text("".join(rows[:2]), "utf-8")
    attributions = (build / "build/tables/attributions.csv").read_text("utf-8").splitlines(keepends=True)
    (build / "build/tables/attributions.csv").write_text("".join(attributions[:2]), "utf-8")
    code, out, _ = run(build / "exported", build / "build", "--json")
    assert json.loads(out)["metrics"]["statements"]["recall"] == pytest.approx(1 / 3)
    _, out, _ = run(build / "exported", build / "build", "--errors")
    start = span("سنصل")[0]
    assert f"a.txt:{start}  statement missed (cue أضاف, direct)\n    وأضاف: «⟦سنصل قريبا⟧»" in out


def test_wrong_input_is_one_line_and_exit_code_2(build: Path) -> None:
    (build / "empty").mkdir()
    (build / "broken").mkdir()
    (build / "broken/a.json").write_text("{")
    for pair, word in (
        (("none", "build"), "no folder"),
        (("empty", "build"), "no gold annotations"),
        (("broken", "build"), "is no JSON"),
        (("exported", "empty"), "neither built tables"),
        (("build", "build"), "no gold annotations"),
    ):
        code, out, err = run(*(build / name for name in pair))
        assert (code, out, err.count("\n")) == (2, "", 1), pair
        assert word in err


def test_another_text_under_the_same_name_is_refused(build: Path) -> None:
    (build / "exported/raw/a.txt").write_text("نص آخر", "utf-8")
    with pytest.raises(EvaluationError, match="raw text at"):
        read_pair(build / "exported", build / "build")
