"""Dates, years and times of day in the text: for when things were said, and for what is no figure.

Every step yields candidates; where they overlap, the longer one stands. Relative and partial dates are worked out
from an anchor, the date of the article, as past speech: الخميس is the last Thursday on or before it.
"""

from collections.abc import Iterable
from datetime import date

from hiwar.builders.dates import clock, month_dates, numeric_dates, relative_dates, years
from hiwar.builders.steps import DateFound
from hiwar.builders.text.lex import Lexed

RULES = frozenset(
    {
        *("full-date", "day-month", "month", "numeric-date", "time", "day-of-month"),
        *("weekday", "relative-weekday", "relative"),
        *("year-era", "year-noun", "year-linked", "year-season", "year-preposition", "year-bare"),
    }
)


def find(lexed: Lexed, anchor: date | None = None) -> list[DateFound]:
    """Return dates, years and times in order, without overlap; `value` is None unless the day is known."""
    fixed = longest([*month_dates.find(lexed, anchor), *numeric_dates.find(lexed), *clock.find(lexed)])
    others = [*relative_dates.find(lexed, anchor), *years.find(lexed, fixed)]
    return longest([*fixed, *others])


def longest(candidates: Iterable[DateFound]) -> list[DateFound]:
    """Return the candidates in order, the shorter of two that overlap left out."""
    kept: list[DateFound] = []
    for found in sorted(candidates, key=lambda found: (found.start, -found.end)):
        if kept and found.start < kept[-1].end:
            if found.end - found.start > kept[-1].end - kept[-1].start:
                kept[-1] = found
            continue
        kept.append(found)
    return kept
