"""The hand-check: decisions in files, each bound to the proposal that it judged."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiwar.dataset.review.apply import Reviewed, apply
from hiwar.dataset.review.columns import JUDGED, digest
from hiwar.dataset.review.files import Decision, ReviewError, read_decisions, write_decisions
from hiwar.dataset.review.restate import restate

TEXT = "قال الوزير إن العمل انتهى."
PROPOSAL: dict[str, Any] = {
    "statement_id": "a.1.s0",
    "article_id": "a.1",
    "passage_id": "a.p0",
    "type": "indirect",
    "act": "say",
    "cue": "قال",
    "cue_start": 0,
    "cue_end": 3,
    "start": 14,
    "end": 26,
    "text": TEXT[14:26],
    "gloss_en": None,
    "said_on": None,
    "rule": "verb_that",
    "review": "machine",
}


def _complete(row: dict[str, Any]) -> dict[str, Any]:
    return row | {"text": TEXT[row["start"] : row["end"]]}


def _apply(*decisions: Decision, proposals: dict[str, dict[str, Any]] | None = None) -> Reviewed:
    rows = {PROPOSAL["statement_id"]: PROPOSAL} if proposals is None else proposals
    return apply("statements", rows, decisions, _complete)


def _decision(kind: str, **values: Any) -> Decision:
    return Decision("statements", "a.1.s0", kind, digest("statements", PROPOSAL), values=values)


def test_a_correction_is_published_and_told() -> None:
    outcome = _apply(_decision("corrected", end=25, gloss_en="the work is over"))
    (row,) = outcome.rows.values()
    assert (row["end"], row["text"], row["review"]) == (25, TEXT[14:25], "corrected")
    assert row["gloss_en"] == "the work is over"
    (told,) = outcome.reviews
    assert (told["field"], told["proposed"], told["published"]) == ("end", "26", "25")
    assert not outcome.open


def test_what_only_people_fill_is_no_correction() -> None:
    outcome = _apply(_decision("accepted", gloss_en="the work is over"))
    assert [row["review"] for row in outcome.rows.values()] == ["accepted"]


@pytest.mark.parametrize(
    ("problem", "decisions", "proposals"),
    [
        ("undecided", [], None),
        ("stale", [_decision("accepted")], {"a.1.s0": PROPOSAL | {"end": 25, "text": TEXT[14:25]}}),
        ("gone", [_decision("accepted")], {}),
        (
            "text",
            [Decision("statements", "a.1.s0", "accepted", digest("statements", PROPOSAL), shown="العمل")],
            None,
        ),
        ("text", [_decision("accepted", end=25)], None),
    ],
)
def test_what_no_live_decision_covers_is_named(
    problem: str, decisions: list[Decision], proposals: dict[str, dict[str, Any]] | None
) -> None:
    outcome = _apply(*decisions, proposals=proposals)
    assert [(row.problem, row.id) for row in outcome.open] == [(problem, "a.1.s0")]


def test_a_rejected_proposal_is_not_published_but_told() -> None:
    outcome = _apply(_decision("rejected"))
    assert not outcome.rows
    assert [row["decision"] for row in outcome.reviews] == ["rejected"]


@given(st.data())
def test_restated_decisions_lead_to_what_is_published(data: st.DataObject) -> None:
    spans = st.tuples(st.integers(0, 12), st.integers(13, 26))
    rows = {}
    for side in ("proposed", "published"):
        drawn = data.draw(st.dictionaries(st.sampled_from(["a.1.s0", "a.1.s5", "a.1.s9"]), spans), label=side)
        rows[side] = {
            key: _complete(PROPOSAL | {"statement_id": key, "start": start, "end": end})
            for key, (start, end) in drawn.items()
        }
    decisions = restate("statements", rows["proposed"], rows["published"], {})
    outcome = apply("statements", rows["proposed"], decisions, _complete)
    assert not outcome.open
    found = {key: [row[name] for name in JUDGED["statements"]] for key, row in outcome.rows.items()}
    assert found == {
        key: [row[name] for name in JUDGED["statements"]] for key, row in rows["published"].items()
    }


def test_files_keep_every_decision(tmp_path: Path) -> None:
    decisions = [
        Decision(
            "statements",
            "a.1.s0",
            "accepted",
            "f" * 12,
            values={"gloss_en": 'it is "over"\nnow', "said_on": date(2024, 1, 27)},
        ),
        Decision("statements", "a.1.s5", "corrected", "0" * 12, "نص", "لماذا", {"act": "deny", "end": 7}),
        Decision("statements", "a.1.s9", "rejected", "1" * 12),
    ]
    write_decisions(tmp_path / "a" / "statements.toml", decisions)
    assert read_decisions(tmp_path) == decisions


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ('id = "a"\ndecision = "maybe"', "«maybe»"),
        ('id = "a"\ndecision = "accepted"', "judged"),
        ('decision = "rejected"', "id"),
        ('id = "a"\ndecision = "added"\nstart_at = 3', "start_at"),
        ("id = ", "Invalid"),
    ],
)
def test_a_broken_file_is_told_by_name(tmp_path: Path, entry: str, words: str) -> None:
    (tmp_path / "statements.toml").write_text(f"[[decision]]\n{entry}\n", encoding="utf-8")
    with pytest.raises(ReviewError, match=words) as caught:
        read_decisions(tmp_path)
    assert "statements.toml" in str(caught.value)


def test_a_row_is_decided_once(tmp_path: Path) -> None:
    for name in ("x", "y"):
        write_decisions(tmp_path / name / "statements.toml", [_decision("accepted")])
    with pytest.raises(ReviewError, match="twice"):
        read_decisions(tmp_path)
