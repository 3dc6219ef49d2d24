"""Whoever holds such a title in an article, though it is told otherwise there: مدير صحة المنطقة."""

from collections.abc import Mapping, Sequence

from hiwar.builders.knowledge.titles import general
from hiwar.builders.speakers.entities import Entity, HeldTitle, nearest
from hiwar.builders.text.fold import fold_words

_NATION = b"~"  # terms of nations begin with it
_MOST = 200  # people with one title: a longer list is no news
_VOICES = fold_words(("باسم", "اسم", "بلسان", "لسان"))


def sharing(wanted: HeldTitle, holders: Sequence[tuple[Entity, HeldTitle]]) -> Entity | None:
    """Return the only holder of such a title, if a word of its complement recurs: مدير صحة المنطقة.

    One with nothing but a nation (المدرب الهولندي) is his as well, unless the article gives him another. المتحدث باسم الوزارة
    is not المتحدث باسم الرئاسة.
    """
    held_by = [(person, held) for person, held in holders if held.title.gender == wanted.title.gender]
    if len({id(person) for person, _ in held_by}) != 1:
        return None
    rest = wanted.terms - wanted.own - _VOICES
    shared = next((person for person, held in held_by if rest & (held.terms - held.own)), None)
    if shared or not rest or not all(term.startswith(_NATION) for term in rest):
        return shared
    complements = [held.terms - held.own for _, held in held_by]
    told = any(term.startswith(_NATION) for one in complements for term in one)
    person = held_by[0][0]
    nation = any(rest <= other.terms for other in person.titles)  # السفير سالم نصار، الممثل الدائم للمغرب
    return person if nation or (not told and all(complements)) else None


def generally(
    wanted: HeldTitle, titles: Mapping[str, Sequence[tuple[Entity, HeldTitle]]], position: int
) -> Entity | None:
    """Return who holds the title with a word for its rank, or without it: مدير عام التعليم is مدير التعليم."""
    word, rest = wanted.title.word, wanted.terms - wanted.own
    others = [word + " " + rank for rank in general()]
    others += [word.removesuffix(" " + rank) for rank in general() if word.endswith(" " + rank)]
    found = [
        person
        for other in others
        for person, held in titles.get(other, ())[:_MOST]
        if rest and rest <= held.terms - held.own and held.title.gender == wanted.title.gender
    ]
    return nearest(found, position)
