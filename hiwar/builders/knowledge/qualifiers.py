"""Words that qualify a number, from `builders/qualifiers.toml`."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from hiwar.builders.text.fold import fold_word, fold_words
from hiwar.builders.text.lexicon import Form, read_table


class Qualifier(NamedTuple):
    """A qualifier that stands beside its number."""

    name: str  # as in the codebook
    place: str  # before, after, ceiling


class Away(NamedTuple):
    """A verb that qualifies a number behind its subject."""

    name: str
    negated: str
    prepositions: frozenset[bytes]  # one of them stands before the number; empty: none does


class Words(NamedTuple):
    """Folded words of negation, ranges and change."""

    negations: frozenset[bytes]
    between: tuple[bytes, ...]  # longest first
    start: frozenset[bytes]
    to: frozenset[bytes]
    either: frozenset[bytes]
    change: frozenset[bytes]
    steady: frozenset[bytes]


@cache
def words() -> Words:
    """Return the words of ranges and change, folded."""
    table = read_table("qualifiers")
    ranges = table["range"]
    return Words(
        fold_words(table["negations"]["forms"]),
        tuple(sorted(map(fold_word, ranges["between"]), key=len, reverse=True)),
        fold_words(ranges["from"]),
        fold_words(ranges["to"]),
        fold_words(ranges["or"]),
        fold_words(table["change"]["forms"]),
        fold_words(table["steady"]["forms"]),
    )


def forms() -> Iterator[Form]:
    """Yield the forms of kinds `qualifier`, `qualifier_after` and `qualifier_away`."""
    table = read_table("qualifiers")
    for entry in table["qualifier"]:
        qualifier = Qualifier(entry["name"], entry["place"])
        kind = "qualifier_after" if qualifier.place == "after" else "qualifier"
        for surface in entry["forms"]:
            yield Form(surface, kind, qualifier, ("", "و", "ف", "ب", "ل", "ول", "وب", "فب"))
    for entry in table["away"]:
        away = Away(entry["name"], entry["negated"], fold_words(entry["prepositions"]))
        for surface in entry["verbs"]:
            yield Form(surface, "qualifier_away", away)
