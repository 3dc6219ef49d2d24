"""Quotations: which marks belong together, in a text where marks are nested, forgotten, doubled or turned round."""

from bisect import bisect_right
from typing import NamedTuple

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.steps import Passage
from hiwar.builders.text.fold import fold_words
from hiwar.builders.text.lex import COLON, COMMA, DIGIT, LETTER, SPACE, STOP, Lexed

_FAMILY = {ord("<"): "guillemet", ord(">"): "guillemet", ord('"'): "double", ord("'"): "single"}
PROCLITICS = fold_words(("و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "لل", "ول", "وب", "فال", "كال"))
_CLOSING = "”»"
_PRIME = "″"
_READABLE = frozenset({"body", "headline", "subhead"})
_CARRIED = 12  # passages that one quotation may run on over
_DEPTH = 4
_LEAD = 8  # spaces between a colon and a bracket
_SAYING = frozenset({"قال", "أضاف", "ردد", "أجاب", "هتف"})
_SPOKEN = 3  # words in brackets after a colon that are a quotation


class Quote(NamedTuple):
    """A quotation; `start` and `end` are what stands between the marks, positions in the folded view."""

    open: int
    start: int
    end: int
    close: int  # after the closing mark; equal to `end` when it is never closed
    closed: bool
    depth: int  # 0: in no other quotation


class _Mark(NamedTuple):
    start: int
    end: int
    family: str
    role: str  # open, close, either


class _Read(NamedTuple):
    """A passage with the marks found in it."""

    passage: Passage
    quotes: list[Quote]
    stray: int | None  # a closing mark without partner before any other mark

    @property
    def dangling(self) -> Quote | None:
        return next((quote for quote in self.quotes if not quote.closed), None)


def pair(lexed: Lexed, passages: list[Passage]) -> list[Quote]:
    """Return all quotations of the passages that may hold statements, in order of their opening marks."""
    reads = [_Read(p, *_pair_passage(lexed, p)) for p in passages if p.kind in _READABLE]
    return sorted(_carry(lexed, reads))


def _marks(lexed: Lexed, passage: Passage) -> list[_Mark]:
    """Return the marks of a passage with the role that their neighbours suggest; doubled marks are one."""
    shadow, classes = lexed.shadow, lexed.classes
    first, last = bisect_right(lexed.marks, passage.start - 1), bisect_right(lexed.marks, passage.end - 1)
    marks = _bracketed(lexed, passage)
    position = first
    while position < last:
        start = lexed.marks[position]
        while position + 1 < last and lexed.marks[position + 1] == lexed.marks[position] + 1:
            if shadow[lexed.marks[position + 1]] != shadow[start]:
                break
            position += 1
        end = lexed.marks[position] + 1
        position += 1
        before = classes[start - 1] if start > passage.start else SPACE
        after = classes[end] if end < passage.end else SPACE
        family = _FAMILY[shadow[start]]
        if family == "single" and end - start == 2:
            family = "double"
        if family == "single" and before == LETTER and after == LETTER:
            continue  # an apostrophe
        marks.append(_Mark(start, end, family, _role(lexed, start, before, after)))
    return sorted(marks)


def _bracketed(lexed: Lexed, passage: Passage) -> list[_Mark]:
    """Return as marks the brackets around several words right after a colon or God's name (قال: (…), قال تعالى ((…)))."""
    marks: list[_Mark] = []
    first, last = (bisect_right(lexed.brackets, at - 1) for at in (passage.start, passage.end))
    shut = -1
    for number in range(first, last):
        start = lexed.brackets[number]
        if (
            start < shut
            or lexed.shadow[start : start + 1] != b"("
            or not _spoken(lexed, start, passage.start)
        ):
            continue
        while number + 1 < last and lexed.brackets[number + 1] == lexed.brackets[number] + 1:
            number += 1
        if number + 1 == last or lexed.shadow[lexed.brackets[number] : lexed.brackets[number] + 1] != b"(":
            continue
        end, close = lexed.brackets[number] + 1, lexed.brackets[number + 1]
        several = lexed.word_from(close) - lexed.word_from(start) >= _SPOKEN
        if lexed.shadow[close : close + 1] == b")" and several:
            shut = close + (
                end - start if lexed.shadow[close : close + end - start] == b")" * (end - start) else 1
            )
            marks += [_Mark(start, end, "bracket", "open"), _Mark(close, shut, "bracket", "close")]
    return marks


def _spoken(lexed: Lexed, opening: int, floor: int) -> bool:
    """Whether a colon, a verb of saying, or a word for God who says it, stands before a bracket."""
    before = lexed.shadow[max(opening - _LEAD, floor) : opening].rstrip(b" ")
    if before.endswith(b":"):
        return True
    number = bisect_right(lexed.word_starts, opening - 1) - 1
    gap = lexed.shadow[lexed.word_ends[number] : opening] if number >= 0 else b"."
    verb = number - (lexed.word(number) in words("to_him"))  # قال له (…)
    if verb >= 0 and not gap.strip() and _says(lexed, lexed.word_starts[verb]):
        return True
    return lexed.word(number) in words("divine") and not gap.strip(b" -")


def _says(lexed: Lexed, start: int) -> bool:
    """Whether a form of قال or the like starts there, with or without a glued conjunction."""
    hits = (lexed.hit_at(kind, at) for kind in ("verb", "participle") for at in (start, start + 1))
    return any(hit is not None and hit.entry.verb.lemma in _SAYING for hit in hits)


def _role(lexed: Lexed, start: int, before: int, after: int) -> str:
    raw = lexed.text[lexed.raw(start)]
    word_after = after in (LETTER, DIGIT)
    word_before = before in (LETTER, DIGIT) and not _proclitic(lexed, start)
    if word_after and not word_before:
        return "leans close" if before == STOP and raw in _CLOSING else "open"
    if word_before and not word_after:
        return "close"
    if before == COLON:
        return "open"
    if after in (STOP, COMMA):
        return "leans close"
    shape = lexed.shadow[start : start + 1]
    if word_before and word_after:
        return "either"
    if shape == b"<" and raw == "«":
        return "leans open"
    if shape == b">" and raw == "»":
        return "leans close"
    return "either"


def _proclitic(lexed: Lexed, position: int) -> bool:
    """Whether the letters before a mark are only glued particles (و"…", بـ"…", الـ«…»)."""
    number = lexed.word_at(position - 1)
    return number is not None and lexed.word(number) in PROCLITICS


def _pair_passage(lexed: Lexed, passage: Passage) -> tuple[list[Quote], int | None]:
    quotes: list[Quote] = []
    stack: list[_Mark] = []
    stray: int | None = None
    for mark in _marks(lexed, passage):
        top = next((i for i in range(len(stack) - 1, -1, -1) if stack[i].family == mark.family), None)
        role = mark.role
        if top is None and stack and lexed.text[lexed.raw(mark.start)] == _PRIME:
            top = len(stack) - 1  # «مرحبا 2019″: what typesetting makes of a mark behind a digit
        raw = lexed.text[lexed.raw(mark.start)]
        if role == "open" and raw in _CLOSING and top is not None and stack[top].role == "open":
            role = "close"  # لـ »الساحل »على أن
        if role == "either":
            role = "open" if top is None else "close"
        elif role == "leans open":
            role = "close" if top is not None and stack[top].role != "open" else "open"
        elif role == "leans close":
            role = "open" if top is None else "close"
        if role == "close" and top is not None:
            opened = stack[top]
            quotes.append(_quote(lexed, opened, mark, top))
            del stack[top:]
        elif role == "close":
            if stray is None and not quotes and not stack:
                stray = mark.start
            if mark.family != "single":
                stack.append(mark._replace(role="weak"))  # perhaps an opening mark that hugs the wrong word
        else:
            if stack and stack[-1].role == "weak":
                stack.pop()
            if len(stack) < _DEPTH:
                stack.append(mark)
    if quotes and stray is not None and quotes[0].open <= stray:
        stray = None
    for depth, mark in enumerate(stack):
        if mark.role == "weak" or mark.family == "single":
            continue
        start = _skip_spaces(lexed, mark.end, passage.end)
        if start < passage.end:
            quotes.append(Quote(mark.start, start, passage.end, passage.end, False, depth))
    return sorted(quotes), stray


def _quote(lexed: Lexed, opened: _Mark, closed: _Mark, depth: int) -> Quote:
    start = _skip_spaces(lexed, opened.end, closed.start)
    end = closed.start
    while end > start and lexed.classes[end - 1] == SPACE:
        end -= 1
    return Quote(opened.start, start, end, closed.end, True, depth)


def _skip_spaces(lexed: Lexed, position: int, limit: int) -> int:
    while position < limit and lexed.classes[position] == SPACE:
        position += 1
    return position


def _carry(lexed: Lexed, reads: list[_Read]) -> list[Quote]:
    """Join an unclosed quotation with the closing mark of a later passage."""
    found = {quote.open: quote for read in reads for quote in read.quotes}
    number = 0
    while number < len(reads):
        quote, after = reads[number].dangling, number + 1
        if quote is not None:
            closed, after = _later_close(reads, number)
            if closed is not None:
                end, close = closed
                while end > quote.start and lexed.classes[end - 1] == SPACE:
                    end -= 1
                found[quote.open] = quote._replace(end=end, close=close, closed=True)
        number = after
    return list(found.values())


def _later_close(reads: list[_Read], number: int) -> tuple[tuple[int, int] | None, int]:
    """Return the end of the quotation that passage `number` leaves open, and the passage to go on with."""
    for later in range(number + 1, min(number + 1 + _CARRIED, len(reads))):
        read = reads[later]
        if read.stray is not None:
            return (read.stray, read.stray + 1), later + 1
        if not read.quotes:
            continue
        first = read.quotes[0]
        if first.open > read.passage.start + 1:
            break
        if first.closed:
            return (first.end, first.close), later
    return None, number + 1


class QuoteIndex:
    """The quotations of a text, by position."""

    def __init__(self, quotes: list[Quote]) -> None:
        self.quotes = quotes
        self._opens = [quote.open for quote in quotes]
        self._closes = {quote.close: quote.open for quote in quotes if quote.closed}
        self.outer = [quote for quote in quotes if quote.depth == 0 and quote.closed]
        self._outer_opens = [quote.open for quote in self.outer]

    def opening_at(self, position: int) -> Quote | None:
        """Return the quotation whose opening mark stands at `position`, or None."""
        number = bisect_right(self._opens, position) - 1
        return self.quotes[number] if number >= 0 and self._opens[number] == position else None

    def within(self, start: int, end: int, most: int) -> list[Quote]:
        """Return the first `most` quotations that open in `[start, end)`."""
        first = bisect_right(self._opens, start - 1)
        return self.quotes[first : min(bisect_right(self._opens, end - 1), first + most)]

    def closing_at(self, position: int) -> Quote | None:
        """Return the quotation whose closing mark ends at `position`, or None."""
        opened = self._closes.get(position)
        return None if opened is None else self.opening_at(opened)

    def closes_at(self, position: int, floor: int) -> bool:
        """Whether a quotation that opened at `floor` or later closes at `position`."""
        return self._closes.get(position, -1) >= floor

    def outermost(self, position: int) -> Quote | None:
        """Return the outermost closed quotation around `position`, or None."""
        number = bisect_right(self._outer_opens, position) - 1
        if number >= 0 and self.outer[number].start <= position < self.outer[number].end:
            return self.outer[number]
        return None

    def around(self, position: int) -> Quote | None:
        """Return the innermost closed quotation around `position`, at most a few levels up, or None."""
        number = bisect_right(self._opens, position) - 1
        for back in range(number, max(number - 2 * _DEPTH, -1), -1):
            quote = self.quotes[back]
            if quote.closed and quote.start <= position < quote.end:
                return quote
        return self.outermost(position)
