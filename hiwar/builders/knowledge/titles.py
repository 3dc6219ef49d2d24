"""Titles, offices and trades: the words for what a person is."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from hiwar.builders.knowledge.nouns import cases, definite_cases, dual, dual_oblique, noun, with_pronoun
from hiwar.builders.text.lexicon import Form, read_table


class Title(NamedTuple):
    """A form of a title."""

    word: str  # the title that it stands for: masculine singular, one of those that mean the same
    rank: str  # rank, style, office, role, abbreviation
    gender: str  # m, f
    number: str  # s, d, p
    definite: bool
    owner: str | None = None  # of the pronoun glued to it: نظيره، سموه


class Modifier(NamedTuple):
    """A word that belongs to the rank before it."""

    word: str


@cache
def united_nations() -> frozenset[str]:
    """Return the adjectives that mean the United Nations behind an office."""
    return frozenset(read_table("titles")["united_nations"]["words"])


@cache
def prosecutors() -> frozenset[str]:
    """Return the offices that do not take up whoever spoke last."""
    return frozenset(read_table("titles")["prosecutors"]["words"])


@cache
def nameless() -> frozenset[str]:
    """Return the words that take up whoever spoke last without a name."""
    return frozenset(read_table("titles")["nameless"]["words"])


_ORDER = {"rank": 0, "style": 1, "office": 2, "role": 3}


@cache
def relatives() -> frozenset[str]:
    """Return the words for whose relative somebody is, which is no office: والد، زوج."""
    return frozenset(read_table("titles")["relatives"]["words"])


@cache
def general() -> tuple[str, ...]:
    """Return the words of rank that an office has or lacks in one article: مدير عام، مدير."""
    return tuple(read_table("titles")["general"]["words"])


@cache
def no_pair() -> frozenset[str]:
    """Return the titles whose dual without the article is another word: طالبان."""
    return frozenset(read_table("titles")["no_pair"]["words"])


@cache
def head_of_government() -> frozenset[str]:
    """Return the words after رئيس that mean one office."""
    return frozenset(read_table("titles")["head_of_government"]["words"])


def forms() -> Iterator[Form]:
    """Yield all titles in their genders, numbers and cases."""
    table = read_table("titles")
    same = {word: group[0] for group in table["same"]["words"] for word in group}
    rows = [words.split("/") for group in table["group"] for words in group["words"]]
    sound = {masculine for masculine, _, plural in rows if plural.endswith("ون")}  # المديرين are many as well
    for group in sorted(table["group"], key=lambda group: _ORDER[group["class"]]):
        for words in group["words"]:
            masculine, feminine, plural = words.split("/")
            word = same.get(masculine, masculine)
            for surface, gender, number in ((masculine, "m", "s"), (feminine, "f", "s"), (plural, "m", "p")):
                if surface:
                    yield from _inflected(surface, word, group["class"], gender, number)
            for surface, gender in ((masculine, "m"), (feminine, "f")):
                only_two = gender == "f" or (plural.endswith("اء") and masculine not in sound)
                if surface and " " not in surface and only_two:
                    both = Title(word, group["class"], gender, "d", True)
                    yield Form("ال" + dual_oblique(surface), "title", both, ("", "و"))
    for word in table["abbreviations"]["words"]:
        yield Form(word, "title", Title(word, "abbreviation", "m", "s", True))
    for word in table["modifiers"]["words"]:
        for surface in (word, "ال" + word):
            yield Form(surface, "rank_modifier", Modifier(word), ("",))


def _inflected(surface: str, word: str, rank: str, gender: str, number: str) -> Iterator[Form]:
    for form in sorted(cases(surface, number)):
        yield from noun(form, "title", Title(word, rank, gender, number, False))
    if " ال" not in surface:
        for form in sorted(definite_cases(surface, number)):
            yield from noun(form, "title", Title(word, rank, gender, number, True))
    if number == "s" and " " not in surface and rank in ("office", "role"):
        both = Title(word, rank, gender, "d", True)
        yield Form("ال" + dual(surface), "title", both, ("", "و", "ف"))
        if word not in no_pair():
            yield Form(dual(surface), "title", both._replace(definite=False), ("", "و", "ف"))
    if rank in ("office", "style") and " " not in surface and number == "s":
        for form, owner in with_pronoun(surface):
            yield from noun(form, "title", Title(word, rank, gender, number, True, owner))
