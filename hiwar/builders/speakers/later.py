"""Whom a title at the beginning of an article means, where he is named further on: باحث سعودي … الدكتور سالم نصار."""

from collections.abc import Iterable, Sequence

from hiwar.builders.speakers.entities import Entity
from hiwar.builders.speakers.phrase import PERSON, Phrase
from hiwar.builders.speakers.registry import Registry
from hiwar.builders.speakers.terms import phrase_terms
from hiwar.builders.speakers.words import Words

NAMELESS = frozenset({"مسؤول", "مسئول", "دبلوماسي", "ضابط", "قيادي"})  # who say that are not to be named
_PERSONAL = frozenset({"rank", "style", "abbreviation"})  # titles that tell no trade
_NEAR = 150  # words between an office and whoever is then named as its holder
_NATION = b"~"  # terms of nations begin with it


def named_later(
    words: Words, registry: Registry, phrase: Phrase, sources: Sequence[Phrase], lead: bool
) -> Entity | None:
    """Return the first source after a title, `sources` being all in order, if the two can be one person.

    He holds a title of the same word, and of no other nation; or he is the only one who speaks by name, and the article
    gives him no office or trade. Whoever holds a definite title is the next who speaks with nothing but a rank.
    """
    people = {id(person): person for one in sources if (person := _person(registry, one)) is not None}
    after = [one for one in sources if one.first > phrase.first and _other(one, phrase)]
    introduced = _introduced(words, registry, phrase, after) if phrase.definite else None
    if introduced:
        return introduced
    person = _person(registry, after[0]) if lead and after else None
    if person is None or person.gender not in (None, phrase.gender):
        return None
    if person.positions[0] < phrase.first:
        before = [one for one in sources if one.first < phrase.first]
        alone = len(before) == 1 and _person(registry, before[0]) is person and not person.titles
        return (
            person if alone and phrase.definite else None
        )  # الحداد: … أكد المتحدث باسم الجيش … وأضاف الحداد
    head = phrase.entry.word
    if registry.holds(person, head):
        nations = _nations(phrase_terms(words, phrase.first, phrase.after))
        own = _nations(term for held in person.titles for term in held.terms)
        return person if not nations or not own or nations & own else None
    untitled = all(held.title.rank in _PERSONAL for held in person.titles)
    if phrase.definite:
        return person if untitled and person.titles else None
    trade = phrase.entry.rank == "role" and head not in NAMELESS
    return person if trade and untitled and len(people) == 1 else None


def _introduced(words: Words, registry: Registry, phrase: Phrase, after: Sequence[Phrase]) -> Entity | None:
    """Return who speaks next after an office, named in full for the first time, if the article tells nothing but a word of
    it of his (المتحدث).

    قال وزير الزراعة المجري … وأضاف رامي بوني
    """
    source = next((one for one in after if words.is_any(one.first - 1, "verb")), None)
    person = _person(registry, source) if source else None
    if source is None or person is None or phrase.after == phrase.first + 1:
        return None
    own = phrase_terms(words, phrase.first, phrase.after)
    if any(held.terms != held.own or not held.own & own for held in person.titles):
        return None
    first = len(person.terms) > 1 and person.positions[0] == source.first
    near = range(phrase.after, min(source.first, phrase.after + _NEAR + 1))
    if not first or len(near) > _NEAR or any(words.is_any(number, "turns") for number in near):
        return None
    return person if person.gender in (None, phrase.gender) else None


def _other(source: Phrase, phrase: Phrase) -> bool:
    """Return whether a source is more than the same title once again."""
    return source.kind == PERSON or getattr(source.entry, "word", "") != phrase.entry.word


def _person(registry: Registry, source: Phrase) -> Entity | None:
    named = source.kind == PERSON and source.name is not None
    return registry.find_person(registry.terms(source), source.first, source.gender) if named else None


def _nations(terms: Iterable[bytes]) -> set[bytes]:
    return {term for term in terms if term.startswith(_NATION)}
