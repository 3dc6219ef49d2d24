"""When an article was published, as the file itself tells: a date line, or a dated "today" or "yesterday" in the text."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from hiwar.builders.steps import DateFound, Passage
from hiwar.builders.text.lex import Lexed

_LINES = ("date_line", "date digits", "date", "byline", "signature", "author")
_TEXT = ("headline", "subhead", "body")
_BETWEEN = re.compile(rb"[ ,(]{0,3}")


class Published(NamedTuple):
    """A date of publication with how it is known and the words that tell it."""

    on: date | None
    basis: str  # stated, inferred, unknown
    note: str | None


def published(lexed: Lexed, passages: list[Passage], dates: list[DateFound]) -> Published:
    """Return the date of the article that `passages` make up.

    A date line states it, and so does a date beside "today". Another day told from the day of writing and dated
    («أمس الجمعة 26 يناير 2024») gives it by counting, which is an inference.
    """
    full = [found for found in dates if found.value]
    for rule in _LINES:
        for passage in passages:
            if passage.rule == rule and (inside := _within(full, passage)):
                return Published(inside[0].value, "stated", lexed.raw_text(passage.start, passage.end))
    text = [found for passage in passages if passage.kind in _TEXT for found in _within(full, passage)]
    told = [(found, relative) for found in text if (relative := _relative(lexed, found))]
    told.sort(key=lambda pair: abs(pair[1][0]))
    return _counted(lexed, *told[0]) if told else Published(None, "unknown", None)


def _within(dates: list[DateFound], passage: Passage) -> list[DateFound]:
    return [found for found in dates if passage.start <= found.start < passage.end]


def _relative(lexed: Lexed, found: DateFound) -> tuple[int, int] | None:
    """Return how many days from the day of writing the date is said to be, and where that word starts."""
    for hit in lexed.of_kind("relative", max(0, found.start - 20), found.start + 1):
        if hit.start == found.start or _beside(lexed, hit.end, found.start):
            return hit.entry, hit.start
    return None


def _beside(lexed: Lexed, start: int, end: int) -> bool:
    """Whether nothing but a weekday stands between the positions (أمس الاثنين 25/10/1436)."""
    for weekday in lexed.of_kind("weekday", start, end):
        if _BETWEEN.fullmatch(lexed.shadow[start : weekday.word_start]):
            start = weekday.end
    return _BETWEEN.fullmatch(lexed.shadow[start:end]) is not None


def _counted(lexed: Lexed, found: DateFound, relative: tuple[int, int]) -> Published:
    days, start = relative
    words = lexed.raw_text(start, found.end)
    assert found.value is not None
    if not days:
        return Published(found.value, "stated", words)
    count = f"{abs(days)} day{'s' * (abs(days) > 1)}"
    return Published(
        found.value - timedelta(days=days),
        "inferred",
        f"the text dates «{words}», which is {count} {'before' if days < 0 else 'after'} the day of writing",
    )
