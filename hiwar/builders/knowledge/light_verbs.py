"""Verbs that report together with a noun, from `builders/light_verbs.toml`."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from hiwar.builders.knowledge.conjugate import finite, participles
from hiwar.builders.knowledge.verbs import Verb, VerbForm
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.lexicon import Form, read_table


class LightNoun(NamedTuple):
    """A noun that reports when a light verb governs it."""

    act: str
    takes: frozenset[str]


@cache
def light_nouns() -> dict[bytes, LightNoun]:
    """Return the nouns by their folded forms."""
    return {
        fold_word(word): LightNoun(row["act"], frozenset(row["takes"]))
        for row in read_table("light_verbs")["noun"]
        for word in row["words"]
    }


def forms() -> Iterator[Form]:
    """Yield every form of the light verbs."""
    for row in read_table("light_verbs")["light"]:
        for past, present, participle in row["verbs"]:
            verb = Verb(past, "", frozenset(), True, False, False, False, "")
            for form in finite(past, present):
                if not form.pronoun:
                    yield Form(
                        form.surface,
                        "light",
                        VerbForm(verb, "finite", form.gender, form.number, form.tense, form.surface, False),
                    )
            for form in participles(participle):
                entry = VerbForm(verb, "participle", form.gender, form.number, None, form.surface, False)
                yield Form(form.surface, "light", entry)
