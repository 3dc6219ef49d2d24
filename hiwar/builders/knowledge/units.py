"""Units of measure and money, and the countries whose currencies share a name, from `builders/units.toml`."""

from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from hiwar.builders.knowledge.numbers import PREFIXES
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.lexicon import Form, read_table

TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})  # codes of units of time


class Unit(NamedTuple):
    """A unit of measure."""

    code: str
    factor: Fraction
    mass: bool  # what is measured may follow directly
    of: bool  # what is measured may follow with من
    careful: bool  # also another noun
    bare: frozenset[bytes]  # forms that count without a numeral
    near: frozenset[bytes]  # one of these words must stand in the sentence


class Money(NamedTuple):
    """A currency noun; which currency it is may hang on its adjective or on the countries of the text."""

    default: str
    adjectives: tuple[tuple[bytes, str], ...]  # folded adjective (masculine) and its ISO 4217 code
    countries: tuple[str, ...]  # codes between which the text's countries decide


class Rates(NamedTuple):
    """Units that are taken by a power or by a time (م2, كم/ساعة), and the times with their symbols."""

    of: frozenset[str]  # codes
    per: dict[bytes, str]  # folded word without article
    link: frozenset[bytes]


@cache
def rates() -> Rates:
    """Return what makes one unit of two."""
    table = read_table("units")["rates"]
    return Rates(
        frozenset(table["of"]),
        {fold_word(form): symbol for symbol in ("h", "s") for form in table[symbol]},
        frozenset(map(fold_word, table["link"])),
    )


@cache
def signs() -> dict[str, str]:
    """Return the currency signs with their ISO 4217 codes."""
    return dict(read_table("units")["signs"])


@cache
def ages() -> frozenset[bytes]:
    """Return the folded words that make the number after them an age."""
    return frozenset(map(fold_word, read_table("units")["age"]["forms"]))


def forms() -> Iterator[Form]:
    """Yield the forms of kinds `unit`, `currency` and `currency_country` (its entry is an ISO 4217 code)."""
    table = read_table("units")
    for entry in table["unit"]:
        unit = Unit(
            entry["code"],
            Fraction(entry.get("factor", 1)),
            entry.get("mass", False),
            entry.get("of", False),
            entry.get("careful", False),
            frozenset(map(fold_word, entry.get("bare", ()))),
            frozenset(map(fold_word, entry.get("near", ()))),
        )
        for surface in entry["forms"]:
            yield Form(surface, "unit", unit, PREFIXES)
    for entry in table["money"]:
        adjectives = entry.get("adjectives", {}).items()
        money = Money(
            entry["default"],
            tuple((fold_word(form), code) for code, forms in adjectives for form in forms),
            tuple(entry.get("countries", ())),
        )
        for surface in entry["forms"]:
            yield Form(surface, "currency", money, PREFIXES)
    for code, surfaces in table["countries"].items():
        for surface in surfaces:
            yield Form(surface, "currency_country", code, ("", "و", "ب", "ل"))
