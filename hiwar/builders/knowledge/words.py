"""Closed-class words and word beginnings, from `builders/words.toml`: where a noun phrase ends."""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.lexicon import read_table

# Endings of gender, number and case that a noun or adjective may take.
ENDINGS = (
    "",
    "ا",
    "ة",
    "ات",
    "ان",
    "ين",
    "ون",
    "ي",
    "ية",
    "يا",
    "يات",
    "يين",
    "يون",
    "تين",
    "تان",
    "يتين",
    "اء",
    "ه",
    "ها",
    "هم",
)

_OWNED = ("ه", "ها", "هم")


class Words(NamedTuple):
    """Folded words that cannot be inside a counted noun phrase, and beginnings that look like a clitic but are none."""

    function: frozenset[bytes]
    hamza: dict[bytes, str]  # the alifs with which those that begin with alif are written
    past: frozenset[bytes]  # verbs wherever they stand
    past_after_and: frozenset[bytes]  # verbs only after و
    not_verb: frozenset[bytes]
    begins: dict[bytes, tuple[bytes, ...]]  # by their first letter
    endings: frozenset[bytes]
    not_article: frozenset[bytes]
    event: frozenset[bytes]
    governs: tuple[bytes, ...]  # beginnings
    fixed_after: frozenset[bytes]
    fixed: tuple[bytes, ...]
    time_adjectives: frozenset[bytes]
    time_spent: frozenset[bytes]
    time_before: frozenset[bytes]
    time_after: frozenset[bytes]
    contract: frozenset[bytes]
    naming: frozenset[bytes]
    incomplete: frozenset[bytes]
    not_possessed: frozenset[bytes]
    strikes: frozenset[bytes]
    means: frozenset[bytes]
    opens_clause: frozenset[bytes]
    dated: frozenset[bytes]
    brand: frozenset[bytes]
    decision: frozenset[bytes]
    group: frozenset[bytes]
    occasion: frozenset[bytes]
    ranked: frozenset[bytes]  # behind any number
    ranked_there: frozenset[bytes]  # behind one with the article
    indexes: frozenset[bytes]
    call: frozenset[bytes]
    single: frozenset[bytes]
    only: frozenset[bytes]
    once: frozenset[bytes]
    percentage: frozenset[bytes]
    sums: frozenset[bytes]
    degrees: frozenset[bytes]
    heat: frozenset[bytes]
    extremes: frozenset[bytes]
    law: frozenset[bytes]
    of_them: frozenset[bytes]
    others: frozenset[bytes]
    part: frozenset[bytes]
    last_part: frozenset[bytes]
    score: frozenset[bytes]
    reaching: frozenset[bytes]
    amounts: frozenset[bytes]
    number_of: frozenset[bytes]
    annexing: frozenset[bytes]
    plain_adjectives: frozenset[bytes]
    classifiers: frozenset[bytes]
    of_time: tuple[bytes, ...]  # longest first
    places: frozenset[bytes]  # prepositions of place, which may open the complement of a participle
    adverb_or_adjective: frozenset[bytes]
    ending_in_alif: frozenset[bytes]
    not_plural: frozenset[bytes]
    short_plurals: frozenset[bytes]


@cache
def words() -> Words:
    """Return the table, folded."""
    table = read_table("words")
    lists = (value for value in table["function"].values() if isinstance(value, list))
    function = [form for forms in lists for form in forms]
    nouns = set(table["past"]["also_nouns"])
    letters = {"b": "ب", "l": "ل", "k": "ك", "w": "و", "f": "ف", "y": "ي", "t": "ت", "s": "س"}
    return Words(
        _folded(function),
        _hamza(function),
        _folded(form for verb in table["past"]["forms"] for form in _persons(verb) if form not in nouns),
        _folded(form for verb in [*table["past"]["forms"], *nouns] for form in _persons(verb)),
        _folded(table["not_verb"]["forms"]),
        {fold_word(letter): tuple(map(fold_word, table["begins"][key])) for key, letter in letters.items()},
        _folded(ENDINGS),
        _folded(form + ending for form in table["not_article"]["forms"] for ending in ENDINGS),
        _folded(form + ending for form in table["event"]["forms"] for ending in ("", "ا")),
        tuple(map(fold_word, table["governs"]["forms"])),
        _folded(table["fixed"]["after"]),
        tuple(map(fold_word, table["fixed"]["phrases"])),
        _folded(table["with_time"]["adjectives"]),
        _folded(table["with_time"]["spent"]),
        _folded(table["with_time"]["before"]),
        _folded(table["with_time"]["after"]),
        _folded(table["contract"]["forms"]),
        _folded(table["naming"]["forms"]),
        _folded(table["incomplete"]["forms"]),
        _folded(table["not_possessed"]["forms"]),
        _folded(table["strike"]["forms"]),
        _folded(table["strike"]["means"]),
        _folded(form + ending for form in table["opens_clause"]["forms"] for ending in ENDINGS),
        _folded(table["dated"]["forms"]),
        _folded(table["brand"]["forms"]),
        _folded(table["decision"]["forms"]),
        _folded(table["group"]["forms"]),
        _folded(table["occasion"]["forms"]),
        _folded(table["rank"]["forms"]),
        _folded(table["rank"]["definite"]),
        _folded(table["index"]["forms"]),
        _folded(table["call"]["forms"]),
        _folded(form + ending for form in table["single"]["forms"] for ending in ("", "ا")),
        _folded(table["single"]["only"]),
        _folded(table["single"]["once"]),
        _folded(table["percentage"]["forms"]),
        _folded(form + end for form in table["sum"]["forms"] for end in ("", *_OWNED)),
        _folded(table["temperature"]["degrees"]),
        _folded(table["temperature"]["heat"]),
        _folded(table["temperature"]["extremes"]),
        _folded(table["law"]["forms"]),
        _folded(table["of_them"]["forms"]),
        _folded(table["others"]["forms"]),
        _folded(table["part"]["forms"]),
        _folded(table["part"]["last"]),
        _folded(table["score"]["forms"]),
        _folded(table["reaching"]["forms"]),
        _folded(table["reaching"]["count"]),
        _folded(table["number_of"]["forms"]),
        _folded(form + ending for form in table["annexing"]["forms"] for ending in ENDINGS),
        _folded(table["plain_adjectives"]["forms"]),
        _folded(table["classifiers"]["forms"]),
        tuple(sorted(map(fold_word, table["of_time"]["forms"]), key=len, reverse=True)),
        _folded(table["opens_clause"]["places"]),
        _folded(table["adverb_or_adjective"]["forms"]),
        _folded(table["ending_in_alif"]["forms"]),
        _folded(table["not_plural"]["forms"]),
        _folded(table["short_plurals"]["forms"]),
    )


def _hamza(forms: Iterable[str]) -> dict[bytes, str]:
    """Return for each folded form that begins with alif the letters with which it is written there."""
    found: dict[bytes, str] = {}
    for form in forms:
        if form[0] in "اأإآ":
            found[fold_word(form)] = found.get(fold_word(form), "") + form[0]
    return found


def _persons(verb: str) -> tuple[str, ...]:
    """Return the forms of he, she and they, men and women."""
    if verb.endswith(("ى", "ا")):
        return verb, verb[:-1] + "ت", verb[:-1] + "وا"
    plural = (verb + "ن",) if len(verb) > 2 and verb[-1] not in "أت" else ()  # سجلن; not فرن, لجان
    return verb, verb + "ت", verb + "وا", *plural


def _folded(forms: Iterable[str]) -> frozenset[bytes]:
    return frozenset(fold_word(form) for form in forms)
