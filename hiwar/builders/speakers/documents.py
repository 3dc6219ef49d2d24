"""The documents that an article speaks of, and whose they are."""

from bisect import bisect_left

from hiwar.builders.speakers.producers import producer
from hiwar.builders.speakers.reading import read_phrase
from hiwar.builders.speakers.words import Words

_NEAR = 3  # earlier mentions of a document that are asked for its issuer
_LONGEST = 30  # words of a document with its issuer


class Documents:
    """Where documents stand in an article, by their noun."""

    def __init__(self, words: Words, spans: list[tuple[int, int]]) -> None:
        self._places: dict[str, list[int]] = {}
        self._issuers: dict[str, list[tuple[int, int, int]]] = {}
        places = words.holding("document")
        for first, after in spans:
            for number in places[bisect_left(places, first) : bisect_left(places, after)]:
                known = words.known("document", number, after)
                if known is None:
                    continue
                if not known.entry.definite:
                    for word in {known.entry.word, known.entry.word.split()[0]}:  # مقطع فيديو … المقطع
                        self._places.setdefault(word, []).append(number)
                phrase = read_phrase(words, number, min(after, number + _LONGEST), bounded=False)
                if phrase and phrase.issuer is not None:
                    issuer = (number, phrase.issuer, min(after, number + _LONGEST))
                    self._issuers.setdefault(known.entry.word, []).append(issuer)
                elif not known.entry.definite and (issuing := producer(words, number)) is not None:
                    self._issuers.setdefault(known.entry.word, []).append((number, issuing.first, number))

    def issuer(self, word: str, position: int) -> tuple[int, int] | None:
        """Return where the issuer of a document of that noun stands: of the last one before, else the first after."""
        found = self._issuers.get(word, [])
        place = bisect_left(found, (position, 0, 0))
        chosen = found[place - 1] if place else found[place] if place < len(found) else None
        return chosen[1:] if chosen else None

    def issued_at(self, word: str, number: int) -> bool:
        """Return whether the document of that noun at the word is told of with its issuer."""
        found = self._issuers.get(word, [])
        place = bisect_left(found, (number, 0, 0))
        return place < len(found) and found[place][0] == number

    def before(self, word: str, position: int) -> list[int]:
        """Return the words at which such a document stood before, indefinite, the nearest first."""
        found = self._places.get(word, [])
        place = bisect_left(found, position)
        return found[max(place - _NEAR, 0) : place][::-1]
