"""Verbs of communication, from `builders/verbs.toml`."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from hiwar.builders.knowledge.conjugate import finite, nouns, participles
from hiwar.builders.text.lexicon import Form, read_table

CONJUNCTIONS = ("", "و", "ف")
PURPOSE = (*CONJUNCTIONS, "ل", "ول")  # ليضيف أن
NOUN_PREFIXES = ("", "و", "ف", "ب", "ل", "ك", "وب")


class Verb(NamedTuple):
    """A verb of communication, and how its content may be joined on."""

    lemma: str
    act: str
    takes: frozenset[str]
    careful: bool
    person: bool
    medium: bool
    strict: bool
    marked: str  # the spelling with marks that leaves no doubt, "" if there is none
    tanwin: bool = False  # its participle counts only with its tanwin
    shows: bool = False  # a thing may be its subject, which reports nothing then


class VerbForm(NamedTuple):
    """A written form of a verb: finite, participle or noun."""

    verb: Verb
    kind: str
    gender: str | None
    number: str | None
    tense: str | None
    surface: str
    pronoun: bool  # an object pronoun (a noun's: its speaker) hangs on it


@cache
def verbs() -> tuple[tuple[Verb, dict[str, object]], ...]:
    """Return each verb with its row of the table."""
    return tuple(
        (
            Verb(
                row["past"],
                row["act"],
                frozenset(row["takes"]),
                row.get("careful", False),
                row.get("person", False),
                row.get("medium", False),
                row.get("strict", False),
                row.get("marked", ""),
                row.get("tanwin", False),
                row.get("shows", False),
            ),
            row,
        )
        for row in read_table("verbs")["verb"]
    )


def forms() -> Iterator[Form]:
    """Yield every form of every verb."""
    for verb, row in verbs():
        for form in () if row.get("chained") else finite(str(row["past"]), str(row.get("present", ""))):
            entry = VerbForm(verb, "finite", form.gender, form.number, form.tense, form.surface, form.pronoun)
            yield Form(form.surface, "verb", entry, PURPOSE if form.tense == "present" else CONJUNCTIONS)
        if participle := row.get("participle"):
            for form in participles(str(participle)):
                entry = VerbForm(verb, "participle", form.gender, form.number, None, form.surface, False)
                yield Form(form.surface, "participle", entry)
        governing = verb._replace(takes=frozenset(row.get("noun_takes", verb.takes)))  # type: ignore[call-overload]
        for noun in row.get("noun", ()):  # type: ignore[attr-defined]
            for surface, pronoun in nouns(noun):
                yield Form(
                    surface,
                    "verbal_noun",
                    VerbForm(governing, "noun", None, None, None, surface, pronoun),
                    NOUN_PREFIXES,
                )
