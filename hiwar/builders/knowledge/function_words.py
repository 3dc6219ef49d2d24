"""Word classes that the reading of a sentence leans on, from `builders/function_words.toml`."""

from collections.abc import Iterator
from functools import cache

from hiwar.builders.text.fold import fold_words
from hiwar.builders.text.lexicon import Form, read_table

_PRONOUNS = ("", "ه", "ها", "هم", "هما", "هن", "نا", "ني", "ك", "كم", "ي")
_KINDS = ("conjunction", "reporter", "background", "np_end", "opening")


@cache
def words(section: str, key: str = "words") -> frozenset[bytes]:
    """Return one class of words, folded."""
    table = (
        read_table("content_nouns") if section == "content_nouns" else read_table("function_words")[section]
    )
    return fold_words(table[key])


def forms() -> Iterator[Form]:
    """Yield complementizers with their pronouns, framing phrases, and the classes that may be phrases."""
    table = read_table("function_words")
    for bare in table["complementizer"]["bare"]:
        for pronoun in _PRONOUNS:
            yield Form(bare + pronoun, "complementizer", bool(pronoun))
    frame = table["frame"]
    for key in ("word", "preposition", "addressee", "named"):
        for phrase in frame[key]:
            yield Form(phrase, "frame", key)
    for medium in frame["medium"]:
        for surface in (medium, "ال" + medium):
            yield Form("في " + surface, "frame", "medium")
            yield Form("ب" + surface, "frame", "medium")
    for kind in _KINDS:
        for word in table[kind]["words"]:
            yield Form(word, kind, word)
