"""The titles that a phrase gives somebody, each with the words of its complement."""

from hiwar.builders.speakers.entities import HeldTitle
from hiwar.builders.speakers.phrase import Phrase
from hiwar.builders.speakers.terms import office_terms, phrase_terms
from hiwar.builders.speakers.words import Words


def held_titles(words: Words, phrase: Phrase) -> list[HeldTitle]:
    """Return the titles of a phrase one by one; a form of address is none."""
    if phrase.titles is None:
        return []
    held: list[HeldTitle] = []
    shared: frozenset[bytes] = frozenset()  # the complement of a title that the one before is joined to
    for title, (first, after) in reversed(list(zip(phrase.titles.entries, phrase.titles.spans, strict=True))):
        after = min(after, phrase.name[0]) if phrase.name and first < phrase.name[0] else after
        if title.rank == "style" or after <= first:
            continue
        known = words.known("title", first, after)
        own = phrase_terms(words, first, known.after if known else first + 1)
        terms = office_terms(words, first, after) - _of_clubs(words, first, after)
        held.insert(0, HeldTitle(title, own, terms if terms != own else terms | shared, first, after))
        shared = held[0].terms - own if words.coordinated(first) else frozenset()
    return held


def _of_clubs(words: Words, first: int, after: int) -> frozenset[bytes]:
    """Return the nations that are of a body known by its proper name, and not of who works there: مدرب برشلونة | الإسباني."""
    behind = (
        number
        for number in range(first + 1, after)
        if words.is_any(number - 1, "organization", "places") and words.is_any(number, "nation")
    )
    return frozenset(term for number in behind for term in phrase_terms(words, number, number + 1))
