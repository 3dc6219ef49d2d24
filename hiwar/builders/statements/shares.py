"""Shares and amounts of people who say something: 60 في المائة من السكان، نحو 20% منهم."""

from bisect import bisect_right

from hiwar.builders.statements.reading import Reading
from hiwar.builders.text.lex import DIGIT


def end(reading: Reading, position: int) -> int | None:
    """Return where the percent sign or word behind a number ends, or None."""
    lexed = reading.lexed
    sign = reading.next_token(position, len(lexed))
    hit = lexed.hit_at("percent", sign)
    return sign + 1 if lexed.shadow[sign : sign + 1] == b"%" else hit.end if hit else None


def about(reading: Reading, position: int) -> int | None:
    """Return where the number behind a word like نحو ends, with its percent, or None."""
    lexed = reading.lexed
    about = lexed.hit_at("qualifier", position)
    if (
        about is None
        or about.start != position
        or lexed.classes[about.end + 1 : about.end + 2] != bytes([DIGIT])
    ):
        return None
    last = lexed.digit_ends[bisect_right(lexed.digit_starts, about.end + 1) - 1]
    return end(reading, last) or last
