"""Brackets in who speaks: a short name, or what only dates or places."""

from bisect import bisect_right

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.statements.reading import Reading
from hiwar.builders.text.lex import DIGIT

_BRACKETED = 4  # words of a name in brackets


def bracket(reading: Reading, position: int, limit: int) -> tuple[int, bool]:
    """Return where a pair of brackets ends, and whether it names rather than dates."""
    lexed = reading.lexed
    number = bisect_right(lexed.brackets, position)
    if number >= len(lexed.brackets) or lexed.brackets[number] >= limit:
        return position + 1, False
    shut = lexed.brackets[number] + 1
    inner = reading.words_in(position, shut)
    dated = bool(inner) and any(lexed.hit_at(kind, inner[0][0]) for kind in ("frame", "month"))
    return shut, not dated


def bracketed_name(reading: Reading, opening: int, shut: int) -> bool:
    """Whether a short name stands in brackets: كتبت (الساحل الأسبوعية)، المجلة …"""
    inside = reading.words_in(opening, shut)
    lexed = reading.lexed
    whole = lexed.shadow[opening] == ord("(") and lexed.shadow[shut - 1] == ord(")")
    if not whole or DIGIT in lexed.classes[opening:shut] or not 0 < len(inside) <= _BRACKETED:
        return False
    return lexed.shadow[slice(*inside[0])] not in words("preposition")
