"""Given names, what names are put together with, and the words at which a noun phrase ends."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from hiwar.builders.knowledge.nouns import CLITICS
from hiwar.builders.text.fold import fold_words
from hiwar.builders.text.lexicon import Form, read_table

_CLITICS = ("", "و", "ف", "ل", "ب")


class Given(NamedTuple):
    """A given name."""

    gender: str  # m, f


@cache
def with_own_letter() -> frozenset[bytes]:
    """Return the given names of one word that begin with و or ف, which is no conjunction there (فيليب، وائل), folded."""
    table = read_table("given_names")
    names = (name for gender in ("masculine", "feminine") for name in table[gender]["words"])
    return fold_words(name for name in names if name[0] in "وف" and " " not in name)


def forms() -> Iterator[Form]:
    """Yield given names, the parts of compound names, and the bounds of phrases."""
    table = read_table("given_names")
    for gender in ("masculine", "feminine"):
        for name in table[gender]["words"]:
            yield Form(name, "given", Given(gender[0]), _CLITICS)
    for kind in ("joined", "second", "common"):
        for word in table[kind]["words"]:
            yield Form(
                word,
                kind if kind == "common" else "name_" + kind,
                word,
                _CLITICS if kind == "joined" else ("",),
            )
    for role, entry in read_table("phrase_bounds").items():
        for word in entry["words"]:
            yield Form(word, role, word, CLITICS if role in ("places", "regions") else ("", "و", "ف"))
