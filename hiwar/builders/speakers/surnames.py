"""Full names that are told by the family name alone: هيكارو ماتوري, where قال ماتوري stands elsewhere."""

from hiwar.builders.speakers.phrase import NAMED, PERSON, Phrase
from hiwar.builders.speakers.second_names import with_pronoun
from hiwar.builders.speakers.unknown import adverb, verb
from hiwar.builders.speakers.words import Words
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.shapes import verbal_shape

_AND = (b"", fold_word("و"))


def full_names(words: Words, first: int, after: int) -> list[Phrase]:
    """Return the names of two words whose second stands alone behind a reporting verb somewhere in the text."""
    return [
        _named(words, number - 1)
        for number in range(first + 1, after)
        if not words.gap(number)
        and (words.families.alone(number) or _trade(words, number))
        and _forename(words, number - 1)
    ]


def _trade(words: Words, number: int) -> bool:
    """Return whether a word for a trade is a family name that stands elsewhere too: سالم نجم، وزير النقل … وقال نجم إن."""
    title = words.known("title", number)
    if (
        title is None
        or title.glue
        or title.entry.definite
        or title.entry.rank != "role"
        or title.entry.number != "s"
    ):
        return False
    given = words.bare("given", number - 1) and words.count(words.word(number)) > 1
    return given and (bool(words.gap(number + 1)) or words.is_any(number + 1, "title"))


def _named(words: Words, first: int) -> Phrase:
    given = words.known("given", first)
    gender = given.entry.gender if given else None
    name = (first, first + 2)
    return Phrase(PERSON, NAMED, "name", first, first + 2, gender, "s", name, definite=True)


def _forename(words: Words, number: int) -> bool:
    """Return whether a word before a family name is a first name: a given one, or an unknown one behind a nation or a
    trade (المهاجم كيرو), or before an office."""
    given = words.known("given", number)
    if words.is_any(number, "verb", "participle"):
        return False  # طالب مكاوي
    if given is not None:
        return given.glue in _AND and not words.definite(number)
    if words.known_any(number) or words.definite(number) or words.count(words.word(number)) > 1:
        return False
    placed = (
        words.is_any(number - 1, "nation", "title") and words.definite(number - 1) and not words.gap(number)
    )
    placed = placed or (words.is_any(number + 2, "title") and words.definite(number + 2))
    if not placed or words.prepositional(number) or words.coordinated(number) or with_pronoun(words, number):
        return False
    act = verb(words, number) or verbal_shape(words.word(number)) or words.feminine(number)
    return not (act or adverb(words, number) or words.no_name(number))
