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
    only: frozenset[str]  # the light verbs that it reports with, if not with all

    def goes_with(self, lemma: str) -> bool:
        """Whether the noun reports with a light verb."""
        return lemma in self.only if self.only else lemma not in named_verbs()


@cache
def light_nouns() -> dict[bytes, tuple[LightNoun, ...]]:
    """Return the nouns by their folded forms."""
    found: dict[bytes, tuple[LightNoun, ...]] = {}
    for row in read_table("light_verbs")["noun"]:
        noun = LightNoun(row["act"], frozenset(row["takes"]), frozenset(row.get("only", ())))
        for word in row["words"]:
            key = fold_word(word)
            found[key] = (*found.get(key, ()), noun)
    return found


@cache
def named_verbs() -> frozenset[str]:
    """Return the light verbs that report only with nouns which name them (ألقى اللوم على)."""
    rows = read_table("light_verbs")["light"]
    return frozenset(verbs[0] for row in rows if row.get("named") for verbs in row["verbs"])


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
