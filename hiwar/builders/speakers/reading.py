"""Noun phrases read: by the first word that is known, the longest first."""

from collections.abc import Callable

from hiwar.builders.speakers.bodies import (
    organization_phrase,
    quantity_phrase,
    so_called_phrase,
    state_phrase,
    unnamed_phrase,
)
from hiwar.builders.speakers.papers import document_phrase
from hiwar.builders.speakers.people import name_phrase, person_phrase
from hiwar.builders.speakers.phrase import PERSON, TITLED, Phrase
from hiwar.builders.speakers.titled import governs
from hiwar.builders.speakers.words import Words

Reader = Callable[[Words, int, int, bool], Phrase | None]


def read_phrase(words: Words, first: int, limit: int, bounded: bool = True) -> Phrase | None:
    """Return what the words `[first, limit)` stand for; with `bounded` false they may run on past the phrase."""
    asked = (first, limit, bounded)
    if asked not in words.phrases:
        words.phrases[asked] = _read(words, first, limit, bounded)
    found: Phrase | None = words.phrases[asked]
    return found


def _read(words: Words, first: int, limit: int, bounded: bool) -> Phrase | None:
    if first >= limit:
        return None
    if bounded:
        for number in range(first, limit):
            called = words.known("so_called", number, limit)
            if called and called.after < limit:
                return so_called_phrase(words, first, called.after, limit)
        if limit == first + 1 and words.is_any(first, "last_mentioned"):
            return Phrase(PERSON, TITLED, "last_mentioned", first, limit)
    for reader in _by_length(words, first, limit):
        phrase = reader(words, first, limit, bounded)
        if phrase is not None:
            return phrase
    return name_phrase(words, first, limit, bounded)


def _by_length(words: Words, first: int, limit: int) -> list[Reader]:
    """Return the readers whose first word is known, the longest known phrase first."""
    length: dict[Reader, int] = {}
    present = words.kinds(first)
    for kind, reader in _READERS if present else ():
        if kind in present and (known := words.known(kind, first, limit)) is not None:
            length[reader] = max(length.get(reader, 0), known.after - first)
    if length.get(document_phrase) == length.get(person_phrase) and _of_somebody(words, first, limit):
        length.pop(person_phrase, None)
    given = words.known("given", first)
    if given and not given.glue and not words.definite(first) and not governs(words, first, limit):
        length = {reader: long for reader, long in length.items() if long > given.after - first}
    return sorted(length, key=lambda reader: -length[reader])


def _of_somebody(words: Words, first: int, limit: int) -> bool:
    """Return whether a word for a trade and for a text (مراسلة) is the text, as its owner follows."""
    known = words.known("document", first, limit)
    return known is not None and known.after < limit and words.is_any(known.after, "title", "head")


_READERS: tuple[tuple[str, Reader], ...] = (
    ("many", quantity_phrase),
    ("title", person_phrase),
    ("organization", organization_phrase),
    ("head", organization_phrase),
    ("ministry", organization_phrase),
    ("state", state_phrase),
    ("document", document_phrase),
    ("unnamed", unnamed_phrase),
)
