"""A number, with the percent sign or word and the sign below zero that stand beside its numeral."""

from fractions import Fraction
from typing import NamedTuple

from hiwar.builders.figures.digits import Digits, as_decimal
from hiwar.builders.figures.number_tokens import one_space_before
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.lex import Hit, Lexed

_MINUS, _DEGREES = fold_word("ناقص"), fold_word("درج")
_DEGREES_REACH = 30
_IN_PERCENT = b" " + fold_word("في") + b" %"


class Number(NamedTuple):
    """A number; positions are in the folded view, without article and prepositions."""

    start: int
    end: int  # with the percent sign or word
    word_start: int  # with clitics
    value: Fraction  # of a magnitude: its lower bound
    kind: str  # value, fraction, magnitude
    percent: bool
    definite: bool
    spelled: str  # digits, words, mixed
    digits: Digits | None  # of a number that is digits only
    reading: str  # how marks between digits were read, "" where there are none
    words_end: int  # end without the percent sign
    scale: Fraction  # of its last term
    unit: Hit | None = None  # a unit inside it (عام ونصف)


def with_signs(lexed: Lexed, number: Number) -> Number:
    """Return the number with the signs beside it."""
    return _signed(lexed, _with_percent(lexed, number))


def _with_percent(lexed: Lexed, number: Number) -> Number:
    """Return the number with the percent sign or word beside it."""
    shadow, end = lexed.shadow, number.end
    if shadow.startswith(b") ", end) and shadow[max(0, number.start - 2) : number.start].rstrip().endswith(
        b"("
    ):
        end += 1  # (9.1) في المئة
    for sign in (end, end + 1):
        if shadow[sign : sign + 1] == b"%" and shadow[end:sign] in (b"", b" "):
            again = lexed.hit_at("percent", sign + 2)  # 20% في المئة
            return _percent(lexed, number, number.start, again.end if again else sign + 1)
    if shadow.startswith(_IN_PERCENT, end):
        return _percent(lexed, number, number.start, end + len(_IN_PERCENT))
    behind = lexed.hit_at("percent", end + (shadow[end : end + 1] == b" "))  # also glued on: 15في المائة
    if behind is not None:
        return _percent(lexed, number, number.start, behind.end)
    for sign in (number.start - 1, number.start - 2):
        if shadow[sign : sign + 1] == b"%" and not shadow[max(0, sign - 2) : sign].rstrip()[-1:].isdigit():
            return _percent(lexed, number, sign, number.end)
        if shadow[sign : sign + 1] != b" ":
            break
    return number


def _percent(lexed: Lexed, number: Number, start: int, end: int) -> Number:
    value = number.value
    if number.digits and number.digits.reading == "thousands?":
        value = as_decimal(lexed, number.digits)
    word_start = min(start, number.word_start)
    return number._replace(start=start, end=end, word_start=word_start, value=value, percent=True)


def _signed(lexed: Lexed, number: Number) -> Number:
    """Return the number below zero where ناقص, or a minus sign before degrees, stands before it."""
    if number.spelled != "digits" or number.word_start < number.start:
        return number
    start = number.start
    if one_space_before(lexed, start) == _MINUS:
        return number._replace(
            start=start - 1 - len(_MINUS), word_start=start - 1 - len(_MINUS), value=-number.value
        )
    signed = lexed.shadow[start - 1 : start] == b"-" and lexed.shadow[max(0, start - 2) : start - 1] in (
        b"",
        b" ",
        b"(",
    )
    if signed and _DEGREES in lexed.shadow[number.end : number.end + _DEGREES_REACH]:
        return number._replace(start=start - 1, word_start=start - 1, value=-number.value)
    return number
