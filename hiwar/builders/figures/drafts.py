"""A figure in the making: one number, or the two of a range, with the brackets around it."""

from collections import Counter
from fractions import Fraction
from typing import NamedTuple

from hiwar.builders.figures import partitives, ranges, units
from hiwar.builders.figures.number import Number
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.lex import Lexed
from hiwar.builders.text.near import word_after
from hiwar.builders.text.shapes import Shape, shape

_AL = fold_word("ال")
_OPENING, _CLOSING, _SLASH = b'(<"', b')>"', ord("/")


class Context(NamedTuple):
    """What is known of the whole text while its figures are read."""

    lexed: Lexed
    numbers: list[Number]
    starts: list[int]  # where each number starts
    blocked: set[int]  # starts of words that are numbers or dates
    countries: Counter[str]


class Draft(NamedTuple):
    """A figure in the making; positions are in the folded view."""

    first: Number
    last: Number  # the same, but in a range
    sharing: Number | None  # the next number, where its unit holds for this one
    start: int
    end: int
    low: Fraction | None
    high: Fraction | None
    rule: str  # of a range, else ""
    floor: int  # where the figure before, or the passage, ends or begins
    limit: int  # where the passage ends


def draft_of(
    context: Context, number: Number, following: Number | None, floor: int, limit: int
) -> tuple[Draft, int]:
    """Return the number, or the range that it opens, and how many numbers that takes."""
    found = ranges.read(context.lexed, number, following) if following else None
    if found and following and not (found.rule == "range-dash" and _no_noun(context, following)):
        start = max(floor, found.start)
        low, high = found.low, found.high
        return Draft(number, following, None, start, following.end, low, high, found.rule, floor, limit), 2
    start = number.start - _article(context.lexed, number)
    sharing = following if following and ranges.share_unit(context.lexed, number, following) else None
    return Draft(number, number, sharing, max(floor, start), number.end, None, None, "", floor, limit), 1


def _no_noun(context: Context, number: Number) -> bool:
    """Whether neither unit nor percent nor noun follows the number, so that 3-5 is no range."""
    end = number.end + context.lexed.shadow.startswith(b")", number.end)  # (200-400) كلمة
    if number.percent or units.plain_after(context.lexed, end) or partitives.of_them(context.lexed, end):
        return False
    index = word_after(context.lexed, end)
    return index is None or shape(context.lexed, index) is not Shape.NOUN


def _article(lexed: Lexed, number: Number) -> int:
    """Return how many characters the article before the number takes."""
    if not number.definite:
        return 0
    before = lexed.shadow[max(0, number.start - 3) : number.start]
    return 2 if before.endswith(_AL) else 3 if before == _AL + b" " else 0


def wrapped(lexed: Lexed, draft: Draft) -> tuple[int, int]:
    """Return the span with the brackets or quotation marks that stand around the number alone: (50)."""
    shadow, start, end = lexed.shadow, draft.start, draft.end
    left = start - 1 if shadow[start - 1 : start] != b" " else start - 2
    right = end if shadow[end : end + 1] != b" " else end + 1
    if left >= draft.floor and shadow[left : left + 1] and shadow[right : right + 1]:
        opening, closing = shadow[left], shadow[right]
        if opening in _OPENING and (closing in _CLOSING) and (opening == ord("(")) == (closing == ord(")")):
            return left, right + 1
        if opening == closing == _SLASH:
            return left, right + 1  # لمدة / 14 / يوما
    return _balanced(lexed, start, end)


def _balanced(lexed: Lexed, start: int, end: int) -> tuple[int, int]:
    """Return the span with the brackets that stand around one of its parts: (13) مليون, بين (50) و(100)."""
    inside = lexed.shadow[start:end]
    for opening, closing in ((b"(", b")"), (b"<", b">")):
        more = inside.count(opening) - inside.count(closing)
        if more < 0 and lexed.shadow[start - 1 : start] == opening:
            start -= 1
        elif more < 0 and lexed.shadow[start - 2 : start] == opening + b" ":
            start -= 2
        if more > 0 and lexed.shadow[end : end + 1] == closing:
            end += 1
    return start, end
