"""Numerals written in digits: where they are and what they are worth, thousands and decimal marks told apart."""

from fractions import Fraction
from typing import NamedTuple

from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.lex import Lexed

_SPACE, _POINT, _COMMA = ord(" "), ord("."), ord(",")
_RA = fold_word("ر")[
    0
]  # stands for the decimal mark in some agencies' copy, the fraction before it: 54ر60 is 60.54
_ARABIC_DECIMAL, _ARABIC_THOUSANDS = "٫", "٬"


class Digits(NamedTuple):
    """A numeral in digits; positions are in the folded view."""

    start: int
    end: int
    value: Fraction
    plain: bool  # one run of digits, no mark in it: may be a year or a name
    reading: (
        str  # how its marks were read: plain, decimal, thousands, mixed; "?" after it where that was a choice
    )
    groups: int  # runs of digits it is made of


def read_digits(lexed: Lexed) -> list[Digits]:
    """Return the numerals in digits, in order; runs joined by other marks (dates, times) stand as numerals apart."""
    found: list[Digits] = []
    run = 0
    while run < len(lexed.digit_starts):
        last = _grouped(lexed, run)
        found.append(_numeral(lexed, run, last))
        run = last + 1
    return found


def _grouped(lexed: Lexed, first: int) -> int:
    """Return the number of the last run of digits that belongs to the numeral which begins with run `first`."""
    last = first
    while last + 1 < len(lexed.digit_starts) and _continues(lexed, first, last):
        last += 1
    return last


def _continues(lexed: Lexed, first: int, last: int) -> bool:
    """Whether the run after run `last` belongs to the same numeral."""
    starts, ends = lexed.digit_starts, lexed.digit_ends
    if starts[last + 1] != ends[last] + 1:
        return False
    mark, length = lexed.shadow[ends[last]], ends[last + 1] - starts[last + 1]
    if mark == _RA:
        return last == first and length <= 4
    spaced = last > first and lexed.shadow[ends[last - 1]] == _SPACE
    if mark == _SPACE:
        led = spaced or last == first
        return led and length == 3 and _may_lead(lexed, first, last) and _ends_here(lexed, last + 1)
    return mark == _COMMA or (mark == _POINT and not (spaced and length == 3))


def _may_lead(lexed: Lexed, first: int, last: int) -> bool:
    """Whether runs `first`…`last` can stand before a group of three after a space (12 500, 1 234 567)."""
    length = lexed.digit_ends[first] - lexed.digit_starts[first]
    return length <= 3 and lexed.shadow[lexed.digit_starts[first]] != ord("0") and last - first < 4


def _ends_here(lexed: Lexed, run: int) -> bool:
    """Whether no letter or mark ties the run of digits to what follows (12 500th, 5 300-400)."""
    after = lexed.shadow[lexed.digit_ends[run] : lexed.digit_ends[run] + 1]
    return after not in (b"-", b"/", b":")


def _numeral(lexed: Lexed, first: int, last: int) -> Digits:
    start, end = lexed.digit_starts[first], lexed.digit_ends[last]
    runs = [
        lexed.shadow[lexed.digit_starts[i] : lexed.digit_ends[i]].decode() for i in range(first, last + 1)
    ]
    if len(runs) == 1:
        return Digits(start, end, _whole(runs), True, "plain", 1)
    marks = [_mark(lexed, lexed.digit_ends[i]) for i in range(first, last)]
    value, reading = _read(runs, marks)
    return Digits(start, end, value, False, reading, len(runs))


def _mark(lexed: Lexed, position: int) -> str:
    """Return the mark between two runs; the Arabic ones, which the folded view loses, as they are."""
    raw = lexed.text[lexed.raw(position)]
    return raw if raw in (_ARABIC_DECIMAL, _ARABIC_THOUSANDS) else chr(lexed.shadow[position])


def _whole(runs: list[str]) -> Fraction:
    digits = "".join(runs)
    return Fraction(int(digits)) if len(digits) <= 30 else Fraction(0)


def _decimal(runs: list[str], part: str) -> Fraction:
    return _whole(runs) + Fraction(int(part[:30]), 10 ** min(len(part), 30))


def _read(runs: list[str], marks: list[str]) -> tuple[Fraction, str]:
    """Return the value and the reading of runs of digits with the marks between them.

    The Arabic marks say what they are. Several marks of one kind group thousands; where two kinds occur the last is
    the decimal mark. One point or comma before exactly three digits groups thousands (1.234 is 1234), unless what
    leads is 0 or longer than three digits; before any other number of digits it is the decimal mark.
    """
    if marks[-1] == chr(_RA):
        return _decimal([runs[-1]], runs[0]), "decimal, fraction first"
    threes = all(len(run) == 3 for run in runs[1:]) and 1 <= len(runs[0]) <= 3 and runs[0] != "0"
    if marks[-1] == _ARABIC_DECIMAL:
        return _decimal(runs[:-1], runs[-1]), "decimal"
    if len(set(marks)) > 1:
        return _decimal(runs[:-1], runs[-1]), "mixed"
    if marks[0] in (" ", _ARABIC_THOUSANDS):
        return _whole(runs), "thousands"
    if len(marks) > 1:
        return _whole(runs), "thousands" if threes else "broken"
    if threes:
        return _whole(runs), "thousands?"
    return _decimal(runs[:-1], runs[-1]), "decimal"


def as_decimal(lexed: Lexed, digits: Digits) -> Fraction:
    """Return the value with its one mark read as the decimal mark (before a scale word: 1.234 مليون)."""
    whole, _, part = lexed.shadow[digits.start : digits.end].replace(b",", b".").partition(b".")
    return _decimal([whole.decode()], part.decode())
