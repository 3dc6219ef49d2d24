"""Marked text is the text: nothing added, nothing lost, every span found again."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from hiwar.serve.pages.marks import Span, cut

LETTERS = "قال إن «x» 25\u00a0و"


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, int, list[Span]]:
    """A text at an offset, and spans that nest, cross, touch and reach beyond it."""
    text = draw(st.text(LETTERS, min_size=1, max_size=30))
    offset = draw(st.integers(0, 5))
    spans = []
    for number in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, offset + len(text)))
        end = draw(st.integers(start + 1, offset + len(text) + 5))
        kind = draw(st.sampled_from(["content", "cue", "mention", "figure", "number"]))
        spans.append(Span(start, end, kind, f"r{number}", f"n{number}", "is-direct"))
    return text, offset, spans


@given(texts_with_spans())
@settings(max_examples=200, deadline=None)
def test_segments_are_the_text_and_hold_the_spans(case: tuple[str, int, list[Span]]) -> None:
    text, offset, spans = case
    segments = cut(text, offset, spans)
    assert "".join(segment.text for segment in segments) == text
    assert all(segment.text for segment in segments)
    for span in spans:
        marked = "".join(segment.text for segment in segments if span in segment.spans)
        assert marked == text[max(span.start - offset, 0) : max(span.end - offset, 0)]
        begun = [segment for segment in segments if span in segment.begins]
        assert len(begun) == int(offset <= span.start < offset + len(text))


def test_a_segment_leads_to_the_narrowest_of_what_covers_it() -> None:
    outer = Span(0, 10, "content", "s1", "s1", "is-direct")
    inner = Span(4, 10, "content", "s2", "s2", "is-indirect")
    figure, number = Span(6, 9, "figure", "f6", "f6"), Span(6, 7, "number", "f6", "f6")
    cue = Span(2, 4, "cue", "s2", "s2")
    segments = cut("0123456789", 0, [number, figure, cue, inner, outer])
    leads = [(segment.text, segment.main.kind, segment.main.row) for segment in segments if segment.main]
    assert leads == [
        ("01", "content", "s1"),
        ("23", "cue", "s2"),
        ("45", "content", "s2"),
        ("6", "number", "f6"),
        ("78", "figure", "f6"),
        ("9", "content", "s2"),
    ]
    assert [segment.depth for segment in segments] == [1, 1, 2, 2, 2, 2]
    assert [segment.text for segment in segments if segment.is_stop] == ["23", "6"]
    assert [segment.anchors for segment in segments if segment.anchors] == [["s2"], ["f6"]]
