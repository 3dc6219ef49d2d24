"""One lexed view of a text, on which every later step works: positions, not token objects."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from functools import cached_property
from operator import itemgetter
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from hiwar.builders.text.fold import DIGIT_BYTES, LETTER_BYTES, fold, folded_offset, raw_offset
from hiwar.builders.text.lexicon import PAD, Lexicon, lexicon

LETTER, DIGIT, SPACE, LINE, STOP, COMMA, COLON, MARK, BRACKET, OTHER = range(10)
_CLASSES: dict[int, bytes] = {
    LETTER: LETTER_BYTES,
    DIGIT: DIGIT_BYTES,
    SPACE: b" ",
    LINE: b"\n",
    STOP: b".?!~",
    COMMA: b",;",
    COLON: b":",
    MARK: b"\"'<>",
    BRACKET: b"()",
}
_TO_SPACE = bytes(c if c in LETTER_BYTES else 0x20 for c in range(256))


def _class_table() -> npt.NDArray[np.uint8]:
    table = np.full(256, OTHER, dtype=np.uint8)
    for number, members in _CLASSES.items():
        table[list(members)] = number
    return table


_CLASS = _class_table()


class Hit(NamedTuple):
    """A lexicon form found as a whole word (or phrase); positions are in the folded view."""

    start: int  # of the form itself, after a glued clitic
    end: int
    kind: str
    entry: Any
    word_start: int  # of the word, with the clitic

    @property
    def glued(self) -> bool:
        """Whether a clitic stands before the form in the same word."""
        return self.word_start < self.start


_STARTS, _ENDS = itemgetter(0), itemgetter(1)


class Lexed:
    """A text with its folded view: words, marks, stops and digits as sorted positions, and all lexicon hits.

    Positions are offsets into `shadow` (one byte a kept character); `raw()` and `raw_span()` lead back to `text`.
    """

    def __init__(self, text: str, known: Lexicon | None = None) -> None:
        self.text = text
        self.shadow, self._map = fold(text)
        self._known = known or lexicon()
        classes = _CLASS[np.frombuffer(self.shadow, dtype=np.uint8)]
        self.classes = classes.tobytes()  # the class (LETTER, DIGIT, …) of each position
        self.word_starts, self.word_ends = _runs(classes, LETTER)
        self.digit_starts, self.digit_ends = _runs(classes, DIGIT)
        self.marks = _where(classes, MARK)
        self.stops = _where(classes, STOP)
        self.commas = _where(classes, COMMA)
        self.colons = _where(classes, COLON)
        self.lines = _where(classes, LINE)
        self.brackets = _where(classes, BRACKET)

    def __len__(self) -> int:
        return len(self.shadow)

    def raw(self, position: int) -> int:
        """Return the raw offset of the character at `position`; the end of the view is the end of the text."""
        return len(self.text) if position >= len(self.shadow) else raw_offset(position, self._map)

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the raw half-open span of view positions `[start, end)`, with the marks on its last letter."""
        first = self.raw(start)
        if end <= start:
            return first, first
        last = self.raw(end - 1) + 1
        following = self.raw(end)
        while last < following and not self.text[last].isspace() and self.text[last] not in _OUTSIDE:
            last += 1
        return first, last

    def whole_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the raw span of view positions `[start, end)` with all that touches it but white space.

        The view drops marks of direction; at the edges of a line they belong to the line.
        """
        first, last = self.raw_span(start, end)
        while first and not self.text[first - 1].isspace():
            first -= 1
        while last < len(self.text) and not self.text[last].isspace():
            last += 1
        return first, last

    def raw_text(self, start: int, end: int) -> str:
        """Return the raw characters of view positions `[start, end)`."""
        first, last = self.raw_span(start, end)
        return self.text[first:last]

    def position(self, offset: int) -> int:
        """Return the view position of the first kept character at or after raw `offset`."""
        return folded_offset(offset, self._map)

    def word_at(self, position: int) -> int | None:
        """Return the number of the word that covers `position`, or None."""
        number = bisect_right(self.word_starts, position) - 1
        return number if number >= 0 and position < self.word_ends[number] else None

    def word_from(self, position: int) -> int:
        """Return the number of the first word that starts at or after `position` (the count of words if none)."""
        return bisect_left(self.word_starts, position)

    def word(self, number: int) -> bytes:
        """Return the folded word of that number, b"" outside the text."""
        words = self.words
        return words[number] if 0 <= number < len(words) else b""

    @cached_property
    def words(self) -> list[bytes]:
        """All folded words, in order."""
        shadow = self.shadow
        return [shadow[start:end] for start, end in zip(self.word_starts, self.word_ends, strict=True)]

    @cached_property
    def hits(self) -> list[Hit]:
        """All lexicon hits, sorted by where they start, longer ones first."""
        padded = PAD + self.shadow.translate(_TO_SPACE) + PAD
        patterns, new = self._known.patterns, tuple.__new__  # twice as fast as the call of the class
        found: list[Hit] = []
        for first, end, number in self._known.automaton.find_overlapping(padded):
            last = end - 2  # without the pads; `padded` is one ahead of the shadow
            for kind, entry, prefix, _, phrase in patterns[number]:
                if phrase and b" " in self.shadow[first:last].translate(_TO_SPACE, b" "):
                    continue  # punctuation stands between the words of the phrase
                found.append(new(Hit, (first + prefix, last, kind, entry, first)))
        found.sort(key=_ENDS, reverse=True)
        found.sort(key=_STARTS)
        return found

    @cached_property
    def _by_kind(self) -> dict[str, tuple[list[Hit], list[int]]]:
        grouped: dict[str, list[Hit]] = defaultdict(list)
        for hit in self.hits:
            grouped[hit.kind].append(hit)
        return {kind: (hits, [hit.start for hit in hits]) for kind, hits in grouped.items()}

    def of_kind(self, kind: str, start: int = 0, end: int | None = None) -> list[Hit]:
        """Return the hits of one kind that start in `[start, end)`, in order."""
        grouped = self._by_kind.get(kind)
        if grouped is None:
            return []
        hits, starts = grouped
        first = bisect_left(starts, start)
        return hits[first : len(hits) if end is None else bisect_left(starts, end, first)]

    def hit_at(self, kind: str, start: int) -> Hit | None:
        """Return the longest hit of that kind which starts exactly at `start`, or None."""
        return self._longest.get(kind, _NOWHERE).get(start)

    @cached_property
    def _longest(self) -> dict[str, dict[int, Hit]]:
        longest: dict[str, dict[int, Hit]] = {}
        for kind, (hits, starts) in self._by_kind.items():
            longest[kind] = dict(
                zip(reversed(starts), reversed(hits), strict=True)
            )  # the first at each place stands
        return longest


_NOWHERE: dict[int, Hit] = {}
_OUTSIDE = "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"


def _where(classes: npt.NDArray[np.uint8], number: int) -> list[int]:
    return np.flatnonzero(classes == number).tolist()


def _runs(classes: npt.NDArray[np.uint8], number: int) -> tuple[list[int], list[int]]:
    """Return the starts and ends of the runs of one class."""
    inside = np.zeros(len(classes) + 2, dtype=np.int8)
    inside[1:-1] = classes == number
    edges = np.diff(inside)
    return np.flatnonzero(edges == 1).tolist(), np.flatnonzero(edges == -1).tolist()
