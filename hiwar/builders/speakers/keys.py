"""Keys of speakers: the folded full name, so that no key depends on what else is built."""

from functools import cache

from hiwar.builders.speakers.entities import Entity
from hiwar.builders.speakers.phrase import DOCUMENT, PERSON, STATE, UNNAMED
from hiwar.builders.speakers.terms import bare_word, name_terms
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.lexicon import read_table


def key_of(entity: Entity, article: int | None) -> tuple[str, bool]:
    """Return the key of a speaker, and whether it holds in its article only.

    Nameless speakers and people known by one word alone hold in their article only: another article's الكاظمي may be
    somebody else.
    """
    folded = fold_word(entity.name).split()
    if entity.kind == STATE:
        return f"state:{entity.terms[0].decode()}", False
    terms = name_terms(folded) if entity.kind == PERSON else tuple(_usual(bare_word(word)) for word in folded)
    scoped = entity.kind in (UNNAMED, DOCUMENT) or (entity.kind == PERSON and len(terms) < 2)
    scope = f"{article or 0}:" if scoped else ""
    return f"{entity.kind}:{scope}" + " ".join(spell(term) for term in terms), scoped


@cache
def _spellings() -> dict[bytes, bytes]:
    """Return the usual spelling of each adjective of a nation that has another one: أمريكية is أميركية."""
    usual = {}
    for state in read_table("states")["states"].values():
        first, *others = state["adjectives"] or [""]
        for other in others:
            for ending in ("", "ة", "ون", "ين"):
                usual[fold_word(other + ending)] = fold_word(first + ending)
    return usual


def _usual(word: bytes) -> bytes:
    return _spellings().get(word, word)


def spell(folded: bytes) -> str:
    """Return folded letters as text, one character a byte."""
    return folded.decode("latin-1")
