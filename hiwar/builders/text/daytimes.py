"""Names that are times of day as well: الشيخ صباح الأحمد, where «صباح الأحد» tells when."""

from hiwar.builders.text.fold import fold_word, fold_words
from hiwar.builders.text.lex import Lexed

_TIMES = fold_words(("صباح", "فجر"))
_AL = fold_word("ال")
_WHEN = ("frame", "month", "prepositions", "complementizer", "number")


def named_so(lexed: Lexed, start: int) -> bool:
    """Return whether the time of day that begins at the view position is a name: a rank stands before it, or a given name
    behind; behind a comma any word without the article that tells no time."""
    number = lexed.word_from(start)
    if lexed.word(number) not in _TIMES or not 0 < number < len(lexed.word_starts) - 1:
        return False
    follows = lexed.word_starts[number + 1]
    beside = lexed.shadow[lexed.word_ends[number] : follows].strip() == b""
    if not beside or any(lexed.hit_at(kind, follows) for kind in _WHEN):
        return False
    if lexed.hit_at("given", follows) is not None:
        return True
    between = lexed.shadow[lexed.word_ends[number - 1] : lexed.word_starts[number]].strip()
    title = lexed.hit_at("title", lexed.word_starts[number - 1])
    ranked = not between and title is not None and title.entry.rank == "rank" and title.entry.definite
    return ranked or (between == b"," and not lexed.word(number + 1).startswith(_AL))
