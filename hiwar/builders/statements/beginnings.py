"""Small words at which the mention of a speaker may begin, or that only look like one: أم سالم، علي، كل من، لنظرائها."""

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.statements.reading import AL, Reading
from hiwar.builders.text.fold import fold_word, fold_words
from hiwar.builders.text.shapes import is_verb

_MOTHER = fold_word("أم")
_L = fold_word("ل")
_POSSESSED = ("ه", "ها", "هم")
_PERSONS = (fold_word("ي"), fold_word("ت"))  # what a verb of the present begins with
_MEANWHILE = fold_words(("وهو", "وهي", "وهم", "وهما"))
_EVERY, _WHO = fold_word("كل"), fold_word("من")
_NISBA = fold_word("ي")
_FEMININE = fold_word("ة")


def addressing(reading: Reading, position: int, word: bytes) -> bool:
    """Whether the word is a noun with its pronoun behind ل, which tells to whom it was said (لنظرائها)."""
    raw = reading.lexed.raw_text(position, position + len(word))
    return word[:1] == _L and len(word) > 5 and raw.endswith(_POSSESSED) and not reading.known(position)


def mother(reading: Reading, number: int, first: bool) -> bool:
    """Whether the word is أم of a woman's name, which أم "or" is spelt like: أوضحت أم سالم، أوضحت المواطنة أم سالم."""
    lexed = reading.lexed
    if lexed.word(number) != _MOTHER or number + 1 >= len(lexed.word_starts):
        return False
    follows = lexed.word_starts[number + 1]
    if not first:
        before, at = reading.word_before(lexed.word_starts[number])
        titled = before.endswith(_FEMININE) and reading.known(at, ("title", "unnamed"))
        return titled and lexed.hit_at("given", follows) is not None
    word = lexed.word(number + 1)
    other = word.startswith(AL) or word in words("negation") or lexed.hit_at("verb", follows) is not None
    return not reading.gap(lexed.word_ends[number], follows) and not other


def past_article(reading: Reading, span: tuple[int, int]) -> tuple[int, int]:
    """Return the name in marks that an article stands before: الـ[«الساحل»]."""
    number = reading.lexed.word_from(span[0])
    if reading.lexed.word(number) != AL:
        return span
    quote = reading.quotes.opening_at(reading.next_token(reading.lexed.word_ends[number], span[1]))
    return (quote.start, quote.end) if quote is not None and quote.close == span[1] else span


def whoever(reading: Reading, number: int) -> bool:
    """Whether «كل من» with a verb stands there, which is nobody's name: تحذر كل من تسول له نفسه."""
    lexed = reading.lexed
    if (lexed.word(number), lexed.word(number + 1)) != (_EVERY, _WHO) or number + 2 >= len(lexed.word_starts):
        return False
    start, end = lexed.word_starts[number + 2], lexed.word_ends[number + 2]
    verb = is_verb(lexed.word(number + 2), lexed.raw_text(start, end))
    return (verb or lexed.word(number + 2).startswith(_PERSONS)) and not reading.known(start)


def acting(reading: Reading, number: int) -> bool:
    """Whether a pronoun with a verb stands there, which tells what somebody does meanwhile: تابع وهو يمسح دموعه: «…»."""
    lexed = reading.lexed
    if lexed.word(number) not in _MEANWHILE or number + 1 >= len(lexed.word_starts):
        return False
    follows = lexed.word_starts[number + 1]
    return lexed.word(number + 1).startswith(_PERSONS) and not reading.known(follows)


def ali(reading: Reading, number: int) -> bool:
    """Whether the word is the name علي, which the preposition على folds to: before another name or a title, or before
    any bare word where the text spells the preposition as it is."""
    lexed = reading.lexed
    if not lexed.raw_text(lexed.word_starts[number], lexed.word_ends[number]).endswith("علي"):
        return False
    follows = lexed.word_starts[number + 1] if number + 1 < len(lexed.word_starts) else len(lexed)
    following = lexed.word(number + 1)
    other = following.startswith(AL) and reading.content_noun(follows, follows + len(following))
    if " على " in lexed.text and not other:
        return True
    named = any(lexed.hit_at(kind, follows) for kind in ("given", "name_joined", "title"))
    return named or lexed.word(number + 1).endswith(_NISBA)
