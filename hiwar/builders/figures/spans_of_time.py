"""What belongs to a span of time besides its unit: adjectives (ثلاثة أيام متتالية), what it is spent on (3 سنوات سجنا)."""

from hiwar.builders.figures.definite_phrases import Phrase, annexed, next_word
from hiwar.builders.knowledge.calendar import words as calendar_words
from hiwar.builders.knowledge.words import words
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.lex import Lexed
from hiwar.builders.text.near import word_after
from hiwar.builders.text.shapes import Shape, raw_word, shape

_NISBA = "ية"
_AL = fold_word("ال")


def spent(lexed: Lexed, position: int, blocked: set[int]) -> Phrase | None:
    """Return what a time is spent on (3 سنوات حبسا نافذا), or None."""
    first = word_after(lexed, position)
    if first is None or lexed.word(first) not in words().time_spent:
        return None
    following = next_word(lexed, first, blocked)
    last = following if following is not None and lexed.word(following) in words().time_spent else first
    return Phrase(lexed.word_starts[first], lexed.word_ends[last], "time-spent", "length")


def described(lexed: Lexed, position: int) -> tuple[int, bool]:
    """Return the end of the adjectives that stay with a unit of time (ثلاثة أيام متتالية), and whether no more can follow."""
    index = word_after(lexed, position)
    while index is not None and (lexed.word(index) in words().time_adjectives or _is_nisba(lexed, index)):
        position = lexed.word_ends[index]
        index = word_after(lexed, position)
    if (
        index is not None
        and lexed.word(index).startswith(_AL)
        and lexed.word(index) in calendar_words().direction
    ):
        return lexed.word_ends[index], True  # خلال 12 ساعة المقبلة
    for of_time in words().of_time:
        if lexed.shadow.startswith(b" " + of_time, position):
            return position + 1 + len(of_time), True  # عقدين من الزمن
    return position, False


def _is_nisba(lexed: Lexed, number: int) -> bool:
    """Whether a feminine adjective in ية stands there that is not in construct (ساعات تدريبية)."""
    adjective = shape(lexed, number) is Shape.NOUN and raw_word(lexed, number).endswith(_NISBA)
    return adjective and not annexed(lexed, number, set())
