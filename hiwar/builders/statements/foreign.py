"""Parts of foreign names that are spelt like Arabic particles: فان دورن, لو دريان, آن لوبير, بان كي, إي إم سي."""

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.statements.reading import AL, Reading
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.shapes import is_verb

_VAN, _LE, _ANNE = "فان", fold_word("لو"), "آن"
_BAN, _KI = "بان", fold_word("كي")
_SPELT_OUT = frozenset({"إي", "إم"})  # the letters E and M, which fold to أي and أم


def particle(reading: Reading, number: int) -> bool:
    """Whether the word is فان of a foreign name, which فإن folds to, آن, or لو: with bare words that print sets side by side.

    Letters that are spelt out have their hamza below. Before فان a verb or a given name stands. No verb follows لو, as after the particle; كي, as behind بان, follows no أن.
    """
    lexed = reading.lexed
    if not 0 < number < len(lexed.word_starts) - 1:
        return False
    start, end = lexed.word_starts[number], lexed.word_ends[number]
    if lexed.raw_text(start, end) in _SPELT_OUT:
        return True
    if (
        lexed.word(number) == _KI
        and lexed.raw_text(lexed.word_starts[number - 1], lexed.word_ends[number - 1]) == _BAN
    ):
        return True
    before, follows = lexed.word_starts[number - 1], lexed.word_starts[number + 1]
    if reading.gap(end, follows):
        return False
    after = lexed.word(number + 1)
    if after.startswith(AL) or after in words("preposition"):
        return False
    if lexed.raw_text(start, end) == _ANNE or (lexed.raw_text(start, end) == _BAN and after == _KI):
        return True
    if reading.gap(lexed.word_ends[number - 1], start):
        return False
    if lexed.word(number) == _LE:
        verb = is_verb(after, lexed.raw_text(follows, lexed.word_ends[number + 1]))
        return not (verb or after in words("particle") or lexed.word(number - 1).startswith(AL))
    if lexed.raw_text(start, end) != _VAN:
        return False
    return any(lexed.hit_at(kind, before) or lexed.hit_at(kind, before + 1) for kind in ("verb", "given"))
