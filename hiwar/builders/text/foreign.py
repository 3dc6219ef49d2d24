"""Parts of foreign names that are spelt like Arabic particles, told by the words around them."""

from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.lex import Lexed
from hiwar.builders.text.shapes import is_verb

_AL = fold_word("ال")
_SHORT = 3  # letters of a verb of the past, or of a particle


def foreign_le(lexed: Lexed, start: int) -> bool:
    """Return whether لو at the view position is of a foreign name, as لو دريان: no verb and no particle follows."""
    number = lexed.word_from(start)
    if number + 1 >= len(lexed.word_starts) or lexed.word_starts[number] != start:
        return False
    follows, end = lexed.word_starts[number + 1], lexed.word_ends[number + 1]
    word = lexed.word(number + 1)
    beside = lexed.shadow[lexed.word_ends[number] : follows].strip() == b""
    plain = word.startswith(_AL) or len(word) <= _SHORT or is_verb(word, lexed.raw_text(follows, end))
    return beside and not plain
