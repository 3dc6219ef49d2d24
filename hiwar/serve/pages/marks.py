"""Spans → marked text. Spans may nest and cross, so a text is cut wherever one of them begins or ends."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

Kind = Literal["content", "cue", "mention", "figure", "number"]
_FIRST = ("cue", "number", "figure", "mention", "content")  # which of several spans a segment is a link for


@dataclass(frozen=True)
class Span:
    """A run of the raw file that belongs to a row; `note` is the row whose note tells about it."""

    start: int
    end: int
    kind: Kind
    row: str
    note: str
    style: str = ""


@dataclass(frozen=True)
class Segment:
    """A run of text that the same spans cover: `begins` are those of them that begin here, `spans` the innermost last."""

    text: str
    spans: tuple[Span, ...]
    begins: tuple[Span, ...]

    @property
    def main(self) -> Span | None:
        """The span that the segment is a link for."""
        by_kind = sorted(self.spans, key=lambda span: (_FIRST.index(span.kind), span.end - span.start))
        return by_kind[0] if by_kind else None

    @property
    def anchors(self) -> list[str]:
        """The rows that are found here: those whose cue, number or mention begins here."""
        return [span.row for span in self.begins if span.kind in ("cue", "figure", "mention")]

    @property
    def is_stop(self) -> bool:
        """Whether the Tab key stops here: where a cue or a number begins."""
        main = self.main
        return main is not None and main.kind in ("cue", "number") and main in self.begins

    @property
    def depth(self) -> int:
        """How many statements say this."""
        return sum(span.kind == "content" for span in self.spans)

    def rows(self, kind: Kind) -> str:
        """Return the rows of one kind that cover the segment, the outermost first."""
        return " ".join(span.row for span in self.spans if span.kind == kind)

    @property
    def classes(self) -> str:
        """The classes that the style sheet draws."""
        kinds = {span.kind for span in self.spans}
        contents = [span for span in self.spans if span.kind == "content"]
        found = [f"is-{kind}" for kind in _FIRST if kind in kinds]
        if contents:
            found += [f"depth-{min(len(contents), 3)}", contents[-1].style]
        return " ".join(found)


def cut(text: str, offset: int, spans: Iterable[Span]) -> list[Segment]:
    """Return `text`, which begins at `offset`, as segments; joined they are the text. Spans outside of it are left out."""
    end = offset + len(text)
    inside = [span for span in spans if span.start < end and span.end > offset]
    inside.sort(key=lambda span: (span.start, -span.end))
    edges = {offset, end}
    for span in inside:
        edges |= {max(span.start, offset), min(span.end, end)}
    segments: list[Segment] = []
    over: list[Span] = []
    waiting = iter([*inside, None])
    coming = next(waiting)
    for start, stop in pairwise(sorted(edges)):
        over = [span for span in over if span.end > start]
        while coming is not None and coming.start <= start:
            over.append(coming)
            coming = next(waiting)
        begins = tuple(span for span in over if span.start == start)
        segments.append(Segment(text[start - offset : stop - offset], tuple(over), begins))
    return segments
