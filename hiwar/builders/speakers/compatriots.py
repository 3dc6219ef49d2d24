"""Somebody told by his nation alone, whom the article names with it: البرازيلي ماتيوس سانتوس … وقال اللاعب البرازيلي."""

from bisect import bisect_left

from hiwar.builders.speakers.entities import Entity
from hiwar.builders.speakers.phrase import Phrase
from hiwar.builders.speakers.registry import Registry
from hiwar.builders.speakers.words import Words

_BACK = 8  # people of a nation who are looked back at
_TRADE = "role"


class Compatriots:
    """The people of an article by the nation that stands right before their names."""

    def __init__(self, words: Words, registry: Registry) -> None:
        self.words = words
        self.registry = registry
        self._by_nation: dict[str, list[tuple[int, int]]] | None = None  # the word, and who of the people

    def meant(self, phrase: Phrase) -> Entity | None:
        """Return whom an adjective of a nation means, alone or behind a trade: the last one named with it before."""
        number = self._nation(phrase)
        known = None if number is None else self.words.known("nation", number)
        if known is None:
            return None
        found = self._named().get(known.entry.code, [])
        place = bisect_left(found, (phrase.first, 0))
        gender = "f" if self.words.feminine(phrase.first) else "m"
        for _, person in found[max(place - _BACK, 0) : place][::-1]:
            one = self.registry.people[person]
            if one.gender in (None, gender) and self._may_be(one, phrase):
                return one
        return None

    def _nation(self, phrase: Phrase) -> int | None:
        """Return the word for the nation, if nothing else is told: البرازيلي، اللاعب البرازيلي."""
        last = phrase.first if phrase.title is None else phrase.first + 1
        definite = self.words.definite(phrase.first) and self.words.definite(last)
        behind = last == phrase.first or not self.words.gap(last)
        return last if definite and behind and phrase.after == last + 1 else None

    def _may_be(self, person: Entity, phrase: Phrase) -> bool:
        """Return whether a trade can be that of somebody of whom the article tells no office."""
        trade = phrase.title is None or getattr(phrase.entry, "rank", None) == _TRADE
        return trade and (phrase.title is None or all(held.title.rank == _TRADE for held in person.titles))

    def _named(self) -> dict[str, list[tuple[int, int]]]:
        if self._by_nation is None:
            self._by_nation = {}
            for number, person in enumerate(self.registry.people):
                for position in person.positions:
                    if code := self._before(position):
                        self._by_nation.setdefault(code, []).append((position, number))
            for found in self._by_nation.values():
                found.sort()
        return self._by_nation

    def _before(self, position: int) -> str | None:
        """Return the code of the nation whose adjective stands right before a name."""
        known = self.words.known("nation", position - 1) if position else None
        beside = known is not None and known.after == position and not self.words.gap(position)
        return str(known.entry.code) if known and beside and self.words.definite(position - 1) else None
