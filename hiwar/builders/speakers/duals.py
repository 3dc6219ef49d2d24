"""Two under one noun in the dual: two bodies that it names together, or two who were named before it."""

from hiwar.builders.speakers.entities import Entity
from hiwar.builders.speakers.phrase import Phrase
from hiwar.builders.speakers.registry import Registry
from hiwar.builders.speakers.words import Words
from hiwar.builders.text.fold import fold_word


def points_back(phrase: Phrase) -> bool:
    """Return whether a dual with the article and no name behind it means two named before: الباحثان, الوزارتان."""
    if phrase.number != "d" or not getattr(phrase.entry, "definite", False):
        return False
    return phrase.titles is None or phrase.after <= phrase.titles.after


def two_bodies(words: Words, registry: Registry, phrase: Phrase) -> list[Entity]:
    """Return the bodies that a dual noun names together, or the one of a part of them: وزارتا | الداخلية | والدفاع."""
    entry = phrase.entry
    if not getattr(entry, "pair", False) or entry.definite or phrase.name is None:
        return []
    first, after = phrase.name[0] + 1, phrase.after
    told = [number for number in range(first, after) if words.word(number).endswith(_BOTH)]
    while told and told[-1] == after - 1:  # محطتا الساحل والنهر | المحليتان
        after = told.pop()
    first = told[-1] + 1 if told else first  # شركتا النفط المحليتان | الساحل والنهر
    inner = range(first + 1, after)
    joined = next((number for number in inner if _joins(words, number)), None)
    joined = joined or next((number for number in inner if words.word(number).startswith(_AND)), after)
    lone = joined < after and words.word(joined) == _AND
    parts = ((first, joined, 0), (joined + lone, after, int(not lone)))
    names = [words.raw(start, end, skip=skip).strip(_MARKS) for start, end, skip in parts if end > start]
    return [registry.called(f"{entry.word} {name}", entry.word, phrase.first) for name in names if name]


def _joins(words: Words, number: int) -> bool:
    word = words.word(number)
    return word == _AND or words.coordinated(number) or word.startswith(_AND_THE)


_AND, _AND_THE = fold_word("و"), fold_word("وال")
_BOTH = (fold_word("تان"), fold_word("تين"))
_MARKS = '()«»" '
