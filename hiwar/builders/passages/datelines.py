"""Lines that hold nothing but a date, a time, and the city or outlet that they are of."""

import re
from functools import cache

from hiwar.builders.knowledge import outlets, places
from hiwar.builders.passages.lines import Line, entry_tokens
from hiwar.builders.text.lex import Lexed
from hiwar.builders.text.lexicon import read_table

_CLOCK = re.compile(rb"\d{1,2}:\d{2} ")
_MOST = 14  # words of the longest date line
_KINDS = ("month", "weekday", "day", "relative")


@cache
def _beside() -> frozenset[tuple[bytes, ...]]:
    """Return the words that stand beside dates in date lines."""
    return frozenset(map(entry_tokens, read_table("furniture")["date"]["words"]))


def is_date_line(lexed: Lexed, line: Line) -> bool:
    """Whether every word of a short line belongs to a date, and a month or a weekday with a number is among them.

    A time of day needs neither: 10:07 ت م.
    """
    if line.words > _MOST:
        return False
    if line.words and _CLOCK.match(line.text):
        return _all_told(lexed, line, set())
    hits = {kind: lexed.of_kind(kind, line.start, line.end) for kind in _KINDS}
    digits = any(token.isdigit() for token in line.tokens)
    if not (hits["month"] or hits["weekday"]) or not (digits or hits["day"]):
        return False
    dated = {place for found in hits.values() for hit in found for place in range(hit.word_start, hit.end)}
    return _all_told(lexed, line, dated)


def _all_told(lexed: Lexed, line: Line, dated: set[int]) -> bool:
    first = lexed.word_from(line.start)
    words = list(range(first, lexed.word_from(line.end)))
    place = 0
    while place < len(words):
        if lexed.word_starts[words[place]] in dated:
            place += 1
            continue
        for length in range(min(outlets.longest(), len(words) - place), 0, -1):
            part = tuple(lexed.word(number) for number in words[place : place + length])
            if part in _beside() or part in places.cities() or outlets.is_name(part):
                place += length
                break
        else:
            return False
    return True
