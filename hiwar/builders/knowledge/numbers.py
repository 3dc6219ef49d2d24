"""Number words, percent words and ordinals, from `builders/numbers.toml`."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from typing import Any, NamedTuple

from hiwar.builders.text.lexicon import Form, read_table

# Clitics that stand before a numeral: conjunction, preposition, article, in this order.
PREFIXES = (
    *("".join(parts) for parts in product(("", "و", "ف"), ("", "ب", "ل", "ك"), ("", "ال"))),
    *("لل", "ولل", "فلل"),
)


class NumberWord(NamedTuple):
    """A number word: what it is worth and how it joins with its neighbours."""

    role: str  # unit, tens, hundred, scale, magnitude, fraction, ordinal
    value: Fraction
    number: str = "s"  # s: singular, d: dual, p: plural, e: accusative singular or dual before a noun
    hamza: bool = False  # only where the raw text writes the hamza
    ambiguous: bool = False  # a fraction that is also a number


def words() -> Iterator[tuple[str, NumberWord]]:
    """Yield each surface form with its number word."""
    table = read_table("numbers")
    for role in ("unit", "tens", "hundred", "scale", "magnitude", "fraction", "ordinal"):
        for entry in table[role]:
            yield from _surfaces(role, entry)
    for stem, hundred in product(table["hundred_stem"], table["hundred"]):
        if hundred["value"] == 100:
            word = NumberWord("hundred", Fraction(stem["value"]))
            for first, second in product(stem["forms"], [*hundred["forms"], *hundred["hamza"]]):
                yield first + second, word


def _surfaces(role: str, entry: dict[str, Any]) -> Iterator[tuple[str, NumberWord]]:
    value = Fraction(entry["value"])
    for surface in entry.get("forms", ()):
        yield surface, NumberWord(role, value)
    for surface in entry.get("hamza", ()):
        yield surface, NumberWord(role, value, hamza=True)
    for surface in entry.get("ambiguous", ()):
        yield surface, NumberWord(role, value, ambiguous=True)
    for surface in entry.get("either", ()):
        yield surface, NumberWord(role, value, "e")
    for surface in entry.get("dual", ()):
        yield surface, NumberWord(role, value * 2 if role == "fraction" else value, "d")
    for surface in entry.get("plural", ()):
        yield surface, NumberWord(role, value, "p")


def forms() -> Iterator[Form]:
    """Yield the forms of kinds `number`, `fraction`, `ordinal` and `percent`."""
    for surface, word in words():
        kind = word.role if word.role in ("fraction", "ordinal") else "number"
        yield Form(surface, kind, word, PREFIXES)
    for surface in read_table("numbers")["percent"]["forms"]:
        yield Form(surface, "percent", None, ("",))
