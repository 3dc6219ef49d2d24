"""The subjects of clauses that report nothing, to whom a verb without a subject may go back."""

import re

from hiwar.builders.speakers.entities import Entity
from hiwar.builders.speakers.mention import Reader
from hiwar.builders.speakers.phrase import DOCUMENT
from hiwar.builders.speakers.reading import read_phrase
from hiwar.builders.speakers.scanning import before_comma
from hiwar.builders.speakers.unknown import verb
from hiwar.builders.speakers.words import Words
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.shapes import is_verb as verb_shape

_KINDS = ("title", "given", "head", "organization", "ministry", "state", "document", "unnamed", "many")


def subjects(
    words: Words, spans: list[tuple[int, int]], reader: Reader, contents: list[tuple[int, int]]
) -> list[tuple[int, Entity]]:
    """Return the view position and the entity of each subject outside reported speech, in order."""
    inside = _Inside(contents)
    found = []
    for first, after in spans:
        done = late = False  # in this sentence: a subject was found; an adverbial phrase stands first
        for number in range(first, after):
            gap = words.gap(number)
            if not gap and number > first:
                continue
            if number == first or _STOP.search(gap) or (b":" in gap and number < first + _DATELINE):
                done, late = False, _adverbial(words, number)
            elif done or not late or b"," not in gap:
                continue
            if inside.at(words.starts[number]):
                continue
            turn = words.known("turns", number, after)
            place = _subject(words, turn.after if turn else number, after, reader)
            if place is None or inside.at(words.starts[place]):
                continue
            phrase = read_phrase(words, place, min(after, place + 40), bounded=False)
            if phrase is None and _family(words, reader, place):
                phrase = read_phrase(words, place, min(after, place + 1))
            if phrase is not None and phrase.rule == "title" and not words.gap(phrase.after):
                if _family(words, reader, phrase.after):
                    phrase = read_phrase(words, place, phrase.after + 1)  # السيد نصار
                elif getattr(phrase.entry, "rank", None) == "rank":
                    continue  # السيد with a name that is not known
            if phrase is not None and phrase.rule in ("title", "title_of_nobody"):
                phrase = before_comma(words, phrase, first)
            if phrase is None or words.gap(phrase.after) == b"-":  # a byline: سالم نصار - الميناء
                continue
            done, entity = True, reader.meant(phrase, None).entity
            if entity.kind != DOCUMENT:  # a report speaks in its issuer's place, a decision for nobody
                found.append((words.starts[phrase.first], entity))
    return sorted(found, key=lambda item: item[0])


_DATELINE = 8  # words of a byline with its place before the colon
_PREDICATE = frozenset(fold_word(word) for word in ("هو", "هي", "وهو", "وهي", "وهم"))  # وهو صاحب المحل
_STOP = re.compile(rb"[.?!](?![0-9])|\n")


def _adverbial(words: Words, number: int) -> bool:
    return words.is_any(number, "prepositions", "turns") or words.prepositional(number)


def _family(words: Words, reader: Reader, number: int) -> bool:
    """Return whether the word is the family name of somebody whom the article names in full, or one by its place."""
    if words.families.alone(number):
        return True
    if words.known_any(number):
        return False
    person = reader.registry.find_person((words.word(number),), number)
    return person is not None and len(person.terms) > 1 and person.terms[-1] == words.word(number)


def _subject(words: Words, number: int, after: int, reader: Reader) -> int | None:
    """Return the word at which the subject of a clause begins: the first, or the one after its verb."""
    for place in range(number, min(number + 3, after)):
        if place > number and words.gap(place):
            return None
        if (
            words.prepositional(place)
            or words.is_any(place, "prepositions")
            or words.word(place) in _PREDICATE
        ):
            return None
        if words.is_any(place, *_KINDS) and not words.is_any(place, "verb") and not _verb_here(words, place):
            return place
        if place == number and _bearer(words, reader, place):
            return place
        if place == number and words.is_any(place, "ends") and words.is_any(place + 1, "ends"):
            return _subject(words, place + 2, after, reader)  # أمس الثلاثاء
        if place > number and verb(words, place - 1) and _family(words, reader, place):
            return place
        if words.definite(place):
            return place + 1 if words.is_any(place, "nation") and words.bare("given", place + 1) else None
    return None


def _bearer(words: Words, reader: Reader, number: int) -> bool:
    """Return whether the word begins a clause as the family name of somebody whom the article names in full: نصار غائب."""
    if words.known_any(number) or words.gap(number + 1):
        return False
    person = reader.registry.find_person((words.word(number),), number)
    return person is not None and len(person.terms) > 1 and person.terms[-1] == words.word(number)


def _verb_here(words: Words, number: int) -> bool:
    """Return whether a given name is a verb, as whoever acts stands behind it: رفعت المؤسسة."""
    names = words.bare("given", number) and verb_shape(words.word(number), words.raw_word(number))
    return names and words.is_any(number + 1, "title", "head", "organization", "ministry", "unnamed")


class _Inside:
    """Whether a position lies in reported speech."""

    def __init__(self, contents: list[tuple[int, int]]) -> None:
        self._edges = sorted(contents)
        self._next = 0
        self._end = -1

    def at(self, position: int) -> bool:
        """Return the answer for positions that are asked for in order."""
        while self._next < len(self._edges) and self._edges[self._next][0] <= position:
            self._end = max(self._end, self._edges[self._next][1])
            self._next += 1
        return position < self._end
