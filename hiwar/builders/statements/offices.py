"""The office of a speaker with its prepositions, and the name behind it: السفير لدى الاتحاد، وليد نصار."""

from bisect import bisect_right
from typing import TYPE_CHECKING

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.text.fold import fold_word

if TYPE_CHECKING:
    from hiwar.builders.statements.reading import Reading

_AT, _WITH = fold_word("لدى"), fold_word("مع")
_BODIES = ("title", "head", "organization", "state", "ministry")
_W, _AL = fold_word("و"), fold_word("ال")
_PRONOUNS = tuple(fold_word(ending) for ending in ("ه", "ها", "هم"))
_NAME = 2  # words of a name behind its first
_GIVEN = ("given",)
_GLUED = (b"", fold_word("ال"), fold_word("بال"), fold_word("لل"))


def accredited(reading: "Reading", start: int, end: int) -> bool:
    """Whether the word is لدى before the body at which the office before it is held, and not a time: المندوب لدى المنظمة, not
    لدى وصوله."""
    lexed = reading.lexed
    if lexed.shadow[start:end] != _AT or not any(lexed.hit_at(kind, end + 1) for kind in _BODIES):
        return False
    return lexed.hit_at("verb", reading.word_before(start)[1]) is None


def formerly(reading: "Reading", start: int, end: int) -> bool:
    """Whether an adverb tells that an office is a former or a provisional one, as its holder's name follows: عضو المجلس
    سابقا | سالم نصار."""
    lexed = reading.lexed
    following = lexed.word_from(end)
    if lexed.shadow[start:end] not in words("formerly") or following >= len(lexed.word_starts):
        return False
    name = lexed.word_starts[following]
    title = lexed.hit_at("title", name)
    personal = title is not None and title.entry.rank in ("rank", "style", "abbreviation")
    return not reading.gap(end, name) and (personal or lexed.hit_at("given", name) is not None)


def related(reading: "Reading", number: int) -> bool:
    """Whether the word is مع behind a noun for a relation that an office is about: بالعلاقات مع البرلمان."""
    lexed = reading.lexed
    if lexed.word(number) != _WITH:
        return False
    before = lexed.word(number - 1)
    return any(before == glued + word for glued in _GLUED for word in words("relating"))


def named_with_w(reading: "Reading", number: int) -> bool:
    """Whether the word after a comma is a name that begins with و, with one or two more before the next comma: وليد نصار،"""
    lexed = reading.lexed
    start, end = lexed.word_starts[number], lexed.word_ends[number]
    word = lexed.word(number)
    if word[:1] != _W or not reading.after_comma(start):
        return False
    comma = bisect_right(lexed.commas, end)
    stop = lexed.commas[comma] if comma < len(lexed.commas) else len(lexed)
    if not 0 < reading.count_words(end, stop) <= _NAME:
        return False
    if lexed.hit_at("given", start) is not None:
        return True
    joined = reading.known(start) or lexed.hit_at("verb", start + 1) is not None or word[1:].startswith(_AL)
    return not (joined or word[1:] in words("preposition") or word.endswith(_PRONOUNS))


def name_joined(reading: "Reading", begin: int, comma: int) -> bool:
    """Whether another name is joined with و behind the comma to the one that begins at `begin` (سالم نصار، وماجد حسن)."""
    number = reading.lexed.word_from(comma)
    start = reading.lexed.word_starts[number] if number < len(reading.lexed.word_starts) else comma
    joined = reading.lexed.word(number)[:1] == _W and reading.lexed.hit_at("given", start) is None
    names = reading.known(begin, _GIVEN) and reading.known(start, _GIVEN)
    return joined and names and not reading.gap(comma + 1, start)
