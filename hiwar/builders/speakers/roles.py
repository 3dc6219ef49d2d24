"""The offices that an article gives its speakers."""

from collections.abc import Mapping

from hiwar.builders.speakers.entities import Entity
from hiwar.builders.speakers.words import Words
from hiwar.builders.steps import Role


def offices(words: Words, article: int, speakers: Mapping[str, Entity]) -> list[Role]:
    """Return each office of each person among the speakers (by key), where it stands first."""
    organizations = {frozenset(one.terms): key for key, one in speakers.items() if one.terms}
    found = []
    for key, person in speakers.items():
        known: set[frozenset[bytes]] = set()
        for held in sorted(person.titles, key=lambda held: held.first):
            if held.title.rank not in ("office", "role") or held.terms in known:
                continue
            known.add(held.terms)
            start = words.starts[held.first] + words.glue(held.first, "title")
            belongs = organizations.get(held.terms - held.own)
            found.append(Role(article, key, start, words.ends[held.after - 1], belongs))
    return sorted(found, key=lambda role: (role.start, role.speaker))
