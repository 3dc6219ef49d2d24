"""Closed-class words and word beginnings, from `builders/words.toml`: where a noun phrase ends."""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from hiwar.builders.text.fold import fold_word, fold_words
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
        fold_words(function),
        _hamza(function),
        fold_words(form for verb in table["past"]["forms"] for form in _persons(verb) if form not in nouns),
        fold_words(form for verb in [*table["past"]["forms"], *nouns] for form in _persons(verb)),
        fold_words(table["not_verb"]["forms"]),
        {fold_word(letter): tuple(map(fold_word, table["begins"][key])) for key, letter in letters.items()},
        fold_words(ENDINGS),
        fold_words(form + ending for form in table["not_article"]["forms"] for ending in ENDINGS),
        fold_words(form + ending for form in table["event"]["forms"] for ending in ("", "ا")),
        tuple(map(fold_word, table["governs"]["forms"])),
        fold_words(table["fixed"]["after"]),
        tuple(map(fold_word, table["fixed"]["phrases"])),
        fold_words(table["with_time"]["adjectives"]),
        fold_words(table["with_time"]["spent"]),
        fold_words(table["with_time"]["before"]),
        fold_words(table["with_time"]["after"]),
        fold_words(table["contract"]["forms"]),
        fold_words(table["naming"]["forms"]),
        fold_words(table["incomplete"]["forms"]),
        fold_words(table["not_possessed"]["forms"]),
        fold_words(table["strike"]["forms"]),
        fold_words(table["strike"]["means"]),
        fold_words(form + ending for form in table["opens_clause"]["forms"] for ending in ENDINGS),
        fold_words(table["dated"]["forms"]),
        fold_words(table["brand"]["forms"]),
        fold_words(table["decision"]["forms"]),
        fold_words(table["group"]["forms"]),
        fold_words(table["occasion"]["forms"]),
        fold_words(table["rank"]["forms"]),
        fold_words(table["rank"]["definite"]),
        fold_words(table["index"]["forms"]),
        fold_words(table["call"]["forms"]),
        fold_words(form + ending for form in table["single"]["forms"] for ending in ("", "ا")),
        fold_words(table["single"]["only"]),
        fold_words(table["single"]["once"]),
        fold_words(table["percentage"]["forms"]),
        fold_words(form + end for form in table["sum"]["forms"] for end in ("", *_OWNED)),
        fold_words(table["temperature"]["degrees"]),
        fold_words(table["temperature"]["heat"]),
        fold_words(table["temperature"]["extremes"]),
        fold_words(table["law"]["forms"]),
        fold_words(table["of_them"]["forms"]),
        fold_words(table["others"]["forms"]),
        fold_words(table["part"]["forms"]),
        fold_words(table["part"]["last"]),
        fold_words(table["score"]["forms"]),
        fold_words(table["reaching"]["forms"]),
        fold_words(table["reaching"]["count"]),
        fold_words(table["number_of"]["forms"]),
        fold_words(form + ending for form in table["annexing"]["forms"] for ending in ENDINGS),
        fold_words(table["plain_adjectives"]["forms"]),
        fold_words(table["classifiers"]["forms"]),
        tuple(sorted(map(fold_word, table["of_time"]["forms"]), key=len, reverse=True)),
        fold_words(table["opens_clause"]["places"]),
        fold_words(table["adverb_or_adjective"]["forms"]),
        fold_words(table["ending_in_alif"]["forms"]),
        fold_words(table["not_plural"]["forms"]),
        fold_words(table["short_plurals"]["forms"]),
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
