"""Spans that hold others: one pass finds what looking at every span finds."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from hiwar.builders.text.spans import innermost, innermost_of_each

PLACES = st.lists(st.integers(0, 40), min_size=2, max_size=20, unique=True).map(sorted)
SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 30)), max_size=12)


@given(PLACES, SPANS)
def test_one_pass_finds_the_same(places: list[int], spans: list[tuple[int, int]]) -> None:
    inside = list(pairwise(places))[::2]
    named = [(start, start + size, str(number)) for number, (start, size) in enumerate(spans)]
    assert innermost_of_each(inside, named) == [innermost(*span, named) for span in inside]
