"""Showing a row: found by id in whatever table, with its spans marked where they stand."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import hiwar
from hiwar.dataset.show import BRACKETS, RELATED, Span, mark, show
from hiwar.schema import TABLES

SENTENCE = "⟪قال⟫ ⦅الوزير سامي النجار⦆ إن ⟦المحصول بلغ ⟨نحو 300 طن⟩ هذا الموسم⟧."


@pytest.mark.parametrize(
    ("row_id", "table", "text", "related"),
    [
        (
            "a_wheat.1",
            "articles",
            ["محصول القمح", SENTENCE.replace("⦅", "").replace("⦆", "")],
            {"statements": 1, "figures": 1},
        ),
        (
            "a_wheat.p16",
            "passages",
            [SENTENCE.replace("⦅", "").replace("⦆", "")],
            {"statements": 1, "figures": 1},
        ),
        ("a_wheat.1.s16", "statements", [SENTENCE], {"speakers": 1, "figures": 1}),
        (
            "a_wheat.1.s16.source1",
            "attributions",
            [SENTENCE.replace("⟨", "").replace("⟩", "")],
            {"statement": 1, "speaker": 1},
        ),
        (
            "a_wheat.1.f58",
            "figures",
            ["قال الوزير سامي النجار إن المحصول بلغ ⟨نحو 300 طن⟩ هذا الموسم."],
            {"statement": 1, "measure": 1},
        ),
        ("p.sAmy", "speakers", [], {"names": 2, "roles": 1, "statements": 1, "relayed": 0}),
        ("a_wheat.1.r20", "speaker_roles", [], {"speaker": 1}),
        ("wheat_harvest", "measures", [], {"figures": 1}),
        ("statements:a_wheat.1.s16:end", "reviews", [], {}),
    ],
)
def test_any_id_is_found_with_what_belongs_to_it(
    built: Path, row_id: str, table: str, text: list[str], related: dict[str, int]
) -> None:
    with hiwar.connect(built) as connection:
        shown = show(connection, row_id)
    assert (shown.table, shown.row[TABLES[table].key[0]], shown.text) == (table, row_id, text)
    assert {name: len(rows) for name, rows in shown.related.items()} == related


def test_every_table_with_a_single_key_says_what_is_shown_beside_it() -> None:
    assert set(RELATED) == {table.name for table in TABLES.values() if len(table.key) == 1}


def test_a_reviewed_row_shows_what_review_changed(built: Path) -> None:
    with hiwar.connect(built) as connection:
        (review,) = show(connection, "a_wheat.1.s16").reviews
    assert (review["field"], review["proposed"], review["published"]) == ("end", "79", "78")


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("s16", "did you mean a_wheat.1.s16"),
        ("a_wheat.1.s17", "did you mean a_wheat.1.s16"),
        ("؟", "no row has the id '؟'$"),
    ],
)
def test_an_unknown_id_is_told_with_those_that_come_close(built: Path, typed: str, message: str) -> None:
    with hiwar.connect(built) as connection, pytest.raises(ValueError, match=message):
        show(connection, typed)


@st.composite
def _nested(draw: st.DrawFn) -> tuple[str, int, list[Span]]:
    """A text at some offset, and spans of which each lies within the one before it, also beyond the text's edges."""
    text, offset = draw(st.text(max_size=30)), draw(st.integers(0, 50))
    edges = draw(
        st.lists(st.integers(offset - 5, offset + len(text) + 5), max_size=6, unique=True).map(sorted)
    )
    pairs = [(edges[at], edges[-1 - at]) for at in range(len(edges) // 2)]
    return text, offset, [Span("content", max(0, start), end) for start, end in pairs if end > 0]


@given(_nested())
def test_marks_come_in_pairs_and_taking_them_out_gives_the_text_back(
    case: tuple[str, int, list[Span]],
) -> None:
    text, offset, spans = case
    opening, closing = BRACKETS["content"]
    if opening in text or closing in text:
        return
    marked = mark(text, offset, spans)
    assert marked.replace(opening, "").replace(closing, "") == text
    inside = [span for span in spans if max(span.start, offset) < min(span.end, offset + len(text))]
    assert marked.count(opening) == marked.count(closing) == len(inside)
    depth = 0
    for character in marked:
        depth += (character == opening) - (character == closing)
        assert depth >= 0
    for span in inside:
        content = text[max(span.start - offset, 0) : span.end - offset]
        assert content in marked.replace(opening, "").replace(closing, "")


def test_a_content_over_two_passages_is_marked_in_both() -> None:
    span = [Span("content", 4, 14)]
    assert [mark("قال: كم", 0, span), mark("هو كثير.", 8, span)] == ["قال:⟦ كم⟧", "⟦هو كثي⟧ر."]
