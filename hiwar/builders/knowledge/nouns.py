"""The surface forms of nouns, for every table whose entries are nouns without the article."""

from collections.abc import Iterator
from typing import Any

from hiwar.builders.text.lexicon import Form

CLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فل")
_WITH_ARTICLE = ("ال", "بال", "بأعمال")
_BEFORE_ARTICLE = ("ل", "ول", "فل")  # ل + ال is written لل


def noun(surface: str, kind: str, entry: Any) -> Iterator[Form]:
    """Yield the forms of one inflected noun with every clitic that may be glued to it."""
    yield Form(surface, kind, entry, CLITICS)
    if surface.startswith("ال"):
        merged = (
            surface[2:] if surface[2:3] == "ل" else surface[1:]
        )  # ل with اللجنة is للجنة, with الوزارة للوزارة
        yield Form(merged, kind, entry, _BEFORE_ARTICLE)


def definite(phrase: str) -> str:
    """Return the phrase with the article on each word that has none, and that no preposition begins (القائم بالأعمال)."""
    return " ".join(word if word.startswith(_WITH_ARTICLE) else "ال" + word for word in phrase.split())


def cases(word: str, number: str) -> set[str]:
    """Return the written cases of an indefinite noun: accusative, and the sound plural's oblique and construct."""
    if number == "p" and word.endswith("ون"):
        return {word, word[:-2] + "ين", word[:-2] + "و", word[:-2] + "ي"}
    if number == "s" and " " not in word and word[-1] not in "ةاىءي":
        return {word, word + "ا"}
    return {word}


def definite_cases(word: str, number: str) -> set[str]:
    """Return the written cases of a noun with the article."""
    if number == "p" and word.endswith("ون"):
        return {definite(word), definite(word[:-2] + "ين")}
    return {definite(word)}


def dual(word: str) -> str:
    """Return the dual of an indefinite noun as a subject: باحثان، باحثتان."""
    return (word[:-1] + "ت" if word.endswith("ة") else word) + "ان"


def dual_oblique(word: str) -> str:
    """Return the dual of an indefinite noun behind إن or a preposition: وزيرين، باحثتين."""
    return dual(word)[:-2] + "ين"


def with_pronoun(word: str) -> Iterator[tuple[str, str]]:
    """Yield the noun with each pronoun of a third person, and that person's gender and number (ms, fs, mp)."""
    stem = word[:-1] + "ت" if word.endswith("ة") else word
    for suffix, person in (("ه", "ms"), ("ها", "fs"), ("هم", "mp")):
        yield stem + suffix, person
