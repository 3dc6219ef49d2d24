"""Nouns for people and groups without a name."""

from collections.abc import Iterator
from typing import NamedTuple

from hiwar.builders.knowledge.nouns import cases, definite_cases, dual, noun, with_pronoun
from hiwar.builders.text.lexicon import Form, read_table


class Unnamed(NamedTuple):
    """A form of a noun for somebody without a name."""

    word: str
    gender: str
    number: str  # of a verb that follows its subject
    definite: bool


def forms() -> Iterator[Form]:
    """Yield the nouns (kind `unnamed`) and the words of quantity before a plural (kind `many`)."""
    table = read_table("unnamed")
    for group in table["group"]:
        for word in group["words"]:
            entry = Unnamed(word, group["gender"], group["number"], word.startswith("ال"))
            for surface in sorted(cases(word, group["number"])):
                yield from noun(surface, "unnamed", entry)
            if entry.number == "s" and entry.gender == "m" and " " not in word:
                both = entry._replace(number="d")
                yield Form(dual(word), "unnamed", both, ("", "و", "ف"))
                yield Form("ال" + dual(word), "unnamed", both._replace(definite=True), ("", "و", "ف"))
            if not entry.definite and " ال" not in word:
                for surface in sorted(definite_cases(word, group["number"])):
                    yield from noun(surface, "unnamed", entry._replace(definite=True))
    for word in table["owned"]["words"]:
        entry = Unnamed(word, "f", "s", True)
        for surface in (*(owned for owned, _ in with_pronoun(word)), word + "نا"):
            yield from noun(surface, "unnamed", entry)
    for word in table["many"]["words"]:
        yield from noun(word, "many", word)
