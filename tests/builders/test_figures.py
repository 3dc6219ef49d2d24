"""Figures as in the corpus of examples; every rule has one; nothing raises; spans are whole; cost is linear."""

import json
import time
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiwar.builders import figures
from hiwar.builders.figures import naming, numbers
from hiwar.builders.steps import Figure, Passage
from hiwar.builders.text.lex import Lexed

CORPUS = Path(__file__).parents[1] / "corpus"
EXAMPLES: list[dict[str, Any]] = tomllib.loads((CORPUS / "figures.toml").read_text())["example"]
NUMBERS: list[dict[str, Any]] = tomllib.loads((CORPUS / "numbers.toml").read_text())["example"]


def found(text: str) -> tuple[Lexed, list[Figure]]:
    lexed = Lexed(text)
    return lexed, figures.find(lexed, [Passage("body", 0, len(lexed), 1, None, "test")])


def fields(lexed: Lexed, figure: Figure) -> dict[str, Any]:
    return figure._asdict() | {
        "text": lexed.raw_text(figure.start, figure.end),
        "number": lexed.raw_text(figure.number_start, figure.number_end),
        "counted": lexed.raw_text(*figure.counted) if figure.counted else None,
    }


@pytest.mark.parametrize(
    "example", EXAMPLES, ids=lambda example: f"{example['rule']}: {example['text'][:30]}"
)
def test_figures_are_as_in_the_corpus(example: dict[str, Any]) -> None:
    lexed, rows = found(example["text"])
    got = [fields(lexed, row) for row in rows]
    assert [
        {key: row[key] for key in want} for row, want in zip(got, example["figures"], strict=False)
    ] == example["figures"]
    assert len(got) == len(example["figures"]), [row["text"] for row in got]


def test_every_rule_has_an_example() -> None:
    seen = {row.rule for example in EXAMPLES for row in found(example["text"])[1]}
    assert seen == figures.RULES
    for example in EXAMPLES:
        if example["rule"] in naming.REASONS:
            lexed = Lexed(example["text"])
            reasons = {
                naming.reason(lexed, n) or naming.reason_without_noun(lexed, n) for n in numbers.find(lexed)
            }
            assert example["rule"] in reasons
    assert {example["rule"] for example in EXAMPLES} == figures.RULES | naming.REASONS


@pytest.mark.parametrize("example", NUMBERS, ids=lambda example: example["rule"])
def test_numbers_are_as_in_the_corpus(example: dict[str, Any]) -> None:
    lexed = Lexed(example["text"])
    got = [{"text": lexed.raw_text(n.start, n.end), "value": float(n.value)} for n in numbers.find(lexed)]
    assert got == example["numbers"]


def test_only_headlines_subheads_and_body_hold_figures() -> None:
    lexed = Lexed("12 كتابا")
    kinds = ["headline", "subhead", "meta", "body", "repeat", "furniture"]
    holding = [kind for kind in kinds if figures.find(lexed, [Passage(kind, 0, len(lexed), 1, None, "")])]
    assert holding == ["headline", "subhead", "body"]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("زار الرباط ثم مراكش ودفع 3000 درهم", "MAD"),
        ("قالت شرطة دبي إنه دفع 3000 درهم", "AED"),
        ("دفعت شركة في بيروت 1000 ليرة تركية", "TRY"),
    ],
)
def test_a_shared_currency_is_settled_by_its_adjective_or_the_country(text: str, unit: str) -> None:
    assert [row.unit for row in found(text)[1]] == [unit]


PIECES = st.sampled_from(
    [
        "نحو",
        "بين",
        "من",
        "إلى",
        "و5",
        "12",
        "2,5",
        "ثلاثة",
        "مئة",
        "ألف",
        "مليون",
        "نصف",
        "وربع",
        "عشرات",
        "الـ",
        "ال24",
        "%",
        "٪",
        "بالمئة",
        "دولار",
        "عاما",
        "سنوات",
        "وثلاث",
        "جنود",
        "جنديا",
        "وشرطيا",
        "منهم",
        "من",
        "المدنيين",
        "على",
        "الأقل",
        "لا",
        "يتجاوز",
        "تقل",
        "أعمارهم",
        "عن",
        "-",
        "(",
        ")",
        "«",
        "»",
        "،",
        ".",
        "\n",
        "2014",
        "يناير",
        "السبت",
        "الأشهر",
        "الثلاثة",
        "عقد",
        "أو",
        "3-1",
        "10:30",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=25).map(" ".join))
def test_spans_are_trimmed_in_order_and_hold_their_number(text: str) -> None:
    lexed, rows = found(text)
    last = 0
    for row in rows:
        got = fields(lexed, row)
        assert last <= row.start <= row.number_start < row.number_end <= row.end
        assert got["text"] == got["text"].strip()
        assert got["number"] in got["text"]
        assert (row.value is None) == (row.low is not None)
        assert row.counted is None or (row.start <= row.counted[0] < row.counted[1] <= row.end)
        last = row.end


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80))
def test_no_text_raises(text: str) -> None:
    found(text)


@pytest.mark.parametrize(
    "piece", ["5 ", "خمسة و", "1,", "بين 3 و", "ثلاثة ", "عام ونصف ", "(5", "2014 و", "لا يتجاوز ", "من الـ"]
)
def test_cost_is_linear_on_pathological_input(piece: str) -> None:
    def cost(times: int) -> float:
        started = time.process_time()
        found(piece * times)
        return time.process_time() - started

    found(piece)
    small = min(cost(500) for _ in range(3))
    large = min(cost(4000) for _ in range(3))
    assert large < 8 * 4 * max(small, 0.005)


def test_the_development_texts_stay_read(dev: Path) -> None:
    """At least 95 % of the figures that the annotation has are found, and what is found is right."""
    gold = hits = right = 0
    for path in sorted((dev / "gold").glob("*.json"))[:16]:
        annotation = json.loads(path.read_text())
        lexed = Lexed((dev / "raw" / f"{path.stem}.txt").read_bytes().decode())
        passages = [
            Passage(row["kind"], lexed.position(row["start"]), lexed.position(row["end"]), 1, None, "gold")
            for row in annotation["passages"]
        ]
        rows = {lexed.raw(row.number_start): row for row in figures.find(lexed, passages)}
        for want in annotation["figures"]:
            gold += 1
            row = rows.get(want["number_start"])
            hits += row is not None
            keys = ("value", "low", "high", "qualifier", "unit")
            right += row is not None and all(getattr(row, key) == want[key] for key in keys)
    assert gold
    assert hits / gold >= 0.95
    assert right / gold >= 0.9
