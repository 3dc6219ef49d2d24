"""Dates as in the corpus of examples; in every month system they parse back; babel's month names are known."""

import tomllib
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from babel.dates import get_month_names
from hypothesis import given, settings
from hypothesis import strategies as st

from hiwar.builders import dates, figures
from hiwar.builders.steps import Passage
from hiwar.builders.text.lex import Lexed

ANCHOR = date(2024, 1, 27)
CORPUS = Path(__file__).parents[1] / "corpus"
EXAMPLES: list[dict[str, Any]] = tomllib.loads((CORPUS / "dates.toml").read_text())["example"]
LOCALES = [
    "ar",
    "ar_LB",
    "ar_SY",
    "ar_JO",
    "ar_IQ",
    "ar_PS",
    "ar_DZ",
    "ar_TN",
    "ar_MA",
    "ar_MR",
    "ar_SA",
    "en",
]
MONTHS = [
    (month, name) for locale in LOCALES for month, name in get_month_names("wide", locale=locale).items()
]
INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


def read(text: str, anchor: date | None = ANCHOR) -> list[dict[str, Any]]:
    lexed = Lexed(text)
    return [
        {"text": lexed.raw_text(row.start, row.end), "value": row.value, "rule": row.rule}
        for row in dates.find(lexed, anchor)
    ]


@pytest.mark.parametrize(
    "example", EXAMPLES, ids=lambda example: f"{example['rule']}: {example['text'][:30]}"
)
def test_dates_are_as_in_the_corpus(example: dict[str, Any]) -> None:
    got = read(example["text"])
    want = example["dates"]
    assert [{key: row[key] for key in keys} for row, keys in zip(got, want, strict=False)] == want
    assert len(got) == len(want), got
    assert not want or example["rule"] in {row["rule"] for row in got}


def test_every_rule_has_an_example() -> None:
    assert {row["rule"] for example in EXAMPLES for row in read(example["text"])} == dates.RULES


@settings(max_examples=300, deadline=None)
@given(DAYS, st.sampled_from(LOCALES), st.sampled_from([" ", " من ", " من شهر "]), st.booleans())
def test_dates_with_any_month_name_parse_back(day: date, locale: str, joint: str, indic: bool) -> None:
    name = get_month_names("wide", locale=locale)[day.month]
    text = f"{day.day}{' ' if locale == 'en' else joint}{name} {day.year}"
    text = text.translate(INDIC) if indic else text
    assert read(f"وذلك في {text} بالعاصمة") == [{"text": text, "value": day, "rule": "full-date"}]


@settings(deadline=None)
@given(
    DAYS,
    st.sampled_from(LOCALES[:-1]),
    st.sampled_from(LOCALES[:-1]),
    st.sampled_from(["{}/{}", "{}/ {}", "{} ({})", "{}({})"]),
)
def test_double_names_are_one_date(day: date, one: str, two: str, form: str) -> None:
    first, second = (get_month_names("wide", locale=locale)[day.month] for locale in (one, two))
    text = f"{day.day} {form.format(first, second)} {day.year}"
    assert read(f"في {text}.") == [{"text": text, "value": day, "rule": "full-date"}]


@settings(deadline=None)
@given(
    DAYS,
    st.sampled_from(
        ["{0.day}/{0.month}/{0.year}", "{0:%Y-%m-%d}", "{0:%d-%m-%Y}", "{0:%d.%m.%Y}", "{0:%Y/%m/%d}"]
    ),
)
def test_dates_in_digits_parse_back(day: date, form: str) -> None:
    text = form.format(day)
    assert read(f"بتاريخ {text} في") == [{"text": text, "value": day, "rule": "numeric-date"}]


WEEKDAYS = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]


@given(DAYS, st.integers(0, 6))
def test_a_weekday_is_the_last_one_on_or_before_the_anchor(anchor: date, weekday: int) -> None:
    [row] = read(f"وأعلن {WEEKDAYS[weekday]} أن", anchor)
    assert row["value"].weekday() == weekday
    assert 0 <= (anchor - row["value"]).days < 7


@settings(max_examples=200, deadline=None)
@given(DAYS, st.sampled_from(MONTHS))
def test_no_part_of_a_date_is_a_figure(day: date, month: tuple[int, str]) -> None:
    lexed = Lexed(
        f"وصل في {day.day} {month[1]} {day.year}، وعاد عام {day.year}، ثم في {day.day}/{day.month}/{day.year}."
    )
    assert figures.find(lexed, [Passage("body", 0, len(lexed), 1, None, "")]) == []


PIECES = st.sampled_from(
    "27 2024 1436هـ كانون الثاني يناير / ( ) - : . ، السبت اليوم أمس السابع والعشرين من الشهر الماضي عام 10 30 الساعة و 9999 99 \n january th".split(  # noqa: SIM905
        " "
    )
)


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(
        st.lists(PIECES, max_size=20).map(" ".join),
        st.lists(PIECES, max_size=20).map("".join),
        st.text(max_size=60),
    )
)
def test_dates_lie_in_order_inside_the_text(text: str) -> None:
    lexed = Lexed(text)
    rows = dates.find(lexed, ANCHOR)
    assert all(one.end <= two.start for one, two in pairwise(rows))
    for row in rows:
        span = lexed.raw_text(row.start, row.end)
        assert span
        assert span == span.strip()
