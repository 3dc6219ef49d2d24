"""Nouns that say that something was disclosed or explained, without telling it (أوضح طريقة العمل)."""

from functools import cache

from hiwar.builders.knowledge.function_words import words

EXPLAINING = frozenset({"أوضح", "بين", "شرح", "ذكر", "كشف", "وضح"})


@cache
def disclosed(word: bytes) -> bool:
    """Whether a noun says that something was disclosed, without telling it."""
    return word in words("disclosed")


def only_named(word: bytes, lemma: str) -> bool:
    """Whether a noun after a verb names what is disclosed or explained, without telling it (أوضح طريقة العمل)."""
    explained = lemma in EXPLAINING and word in words("disclosed", "how")
    return explained or (disclosed(word) and lemma != "أعلن")
