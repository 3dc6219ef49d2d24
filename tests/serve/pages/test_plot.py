"""Drawings say what figures say: one sign a qualifier, every number in its place."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiwar.schema import TABLES
from hiwar.serve.pages.measure import amount
from hiwar.serve.pages.plot import KEY, WIDTH, axis_for, glyph, key_strip, strip
from hiwar.serve.pages.timeline import timeline

VALUES = st.floats(min_value=0, max_value=1e12, allow_nan=False)


def figure(
    qualifier: str, value: float | None = None, low: float | None = None, high: float | None = None
) -> dict[str, Any]:
    return {"qualifier": qualifier, "value": value, "low": low, "high": high, "unit": "item"}


@st.composite
def figures(draw: st.DrawFn) -> list[dict[str, Any]]:
    found = []
    for qualifier in draw(st.lists(st.sampled_from(sorted(KEY)), min_size=1, max_size=8)):
        if qualifier == "range":
            low, high = sorted((draw(VALUES), draw(VALUES)))
            found.append(figure(qualifier, low=low, high=high))
        elif qualifier == "magnitude":
            found.append(figure(qualifier, low=draw(st.sampled_from([10.0, 100.0, 1000.0, 1e6]))))
        else:
            found.append(figure(qualifier, draw(VALUES)))
    return found


@given(figures())
@settings(max_examples=150, deadline=None)
def test_every_figure_is_drawn_within_the_axis_in_order(rows: list[dict[str, Any]]) -> None:
    axis = axis_for(rows, "item")
    stated = sorted(
        number for row in rows for number in (row["value"], row["low"], row["high"]) if number is not None
    )
    places = [axis.at(number) for number in stated]
    assert places == sorted(places)
    assert all(0 <= place <= WIDTH for place in places)
    assert 1 <= len(axis.ticks()) <= 12
    for row in rows:
        assert "nan" not in strip(row, axis, "words")


def test_the_signs_are_all_different_and_in_the_key() -> None:
    column = next(column for column in TABLES["figures"].columns if column.name == "qualifier")
    assert set(KEY) == set(column.meanings)
    assert len({str(key_strip(name)) for name in KEY}) == len(KEY)


@pytest.mark.parametrize(
    ("row", "signs", "words"),
    [
        (figure("exact", 2500), ["point"], "2,500"),
        (figure("about", 2500), ["haze", "point"], "about 2,500"),
        (figure("more_than", 150), ["open", "ring"], "more than 150"),
        (figure("at_least", 150), ["open", "point"], "at least 150"),
        (figure("less_than", 1.5), ["open", "ring"], "less than 1.5"),
        (figure("at_most", 150), ["open", "point"], "at most 150"),
        (figure("range", low=3, high=5), ["range"], "3 to 5"),
        (figure("magnitude", low=1000), ["fading"] * 5 + ["range"], "thousands: 1,000 or more"),
    ],
)
def test_a_sign_and_words_for_each_qualifier(row: dict[str, Any], signs: list[str], words: str) -> None:
    axis = axis_for([row], "item")
    assert re.findall(r'class="(\w+)"', glyph(row, axis)) == signs
    assert amount(row) == words


def test_an_open_end_points_the_way_the_words_do() -> None:
    axis = axis_for([figure("exact", 100)], "item")
    for qualifier, way in (("more_than", 1), ("at_least", 1), ("less_than", -1), ("at_most", -1)):
        place, tip = map(
            float, re.findall(r"d=\"M([\d.]+) 20H([-\d.]+)", glyph(figure(qualifier, 50), axis))[0]
        )
        assert (tip - place) * way > 0, qualifier


def test_units_are_said() -> None:
    assert amount({**figure("exact", 60), "unit": "percent"}) == "60 %"
    assert amount({**figure("exact", 1), "unit": "day"}) == "1 day"
    assert amount({**figure("range", low=3, high=5), "unit": "day"}) == "3 to 5 days"
    assert amount({**figure("at_most", 9000), "unit": "SAR"}) == "at most 9,000 SAR"


def test_a_timeline_counts_each_month_and_puts_a_long_time_into_years() -> None:
    months = [{"month": f"2024-{month:02}-01", "statements": month} for month in (1, 2, 4)]
    drawn = timeline([*months, {"month": None, "statements": 9}])
    assert drawn is not None
    assert re.findall(r"<title>([^<]+)", drawn) == ["2024-01: 1", "2024-02: 2", "2024-04: 4"]
    assert timeline(months[:1]) is None
    decades = timeline([{"month": f"{year}-05-01", "statements": 1} for year in range(1950, 2024)])
    assert decades is not None
    assert decades.count("<rect") == 74
