"""Things and bodies that are named after somebody: جامعة الملك سعد، جائزة الأمير سعد بن راشد."""

from hiwar.builders.knowledge.function_words import words as function_words
from hiwar.builders.speakers.names import name_end
from hiwar.builders.speakers.titled import title_at
from hiwar.builders.speakers.words import Words
from hiwar.builders.text.fold import fold_words

_SONS = fold_words(("بن", "ابن", "بنت", "آل"))
_NAMESAKES = function_words("namesake")


def namesake(words: Words, number: int) -> bool:
    """Return whether a thing or a body is named after whoever has his name at the word, behind his rank: مطار الملك | سعد."""
    title = words.known("title", number - 1)
    ranked = title is not None and title.entry.rank == "rank" and title.entry.definite
    return ranked and not words.gap(number) and not words.gap(number - 1) and may_be_named(words, number - 2)


def may_be_named(words: Words, number: int) -> bool:
    """Return whether the word is an indefinite noun that somebody's name may follow: جامعة | الملك سعد، جائزة | الأمير سعد."""
    head = words.known("head", number)
    if head:
        return not head.entry.definite and not words.is_any(number, "title")
    word = words.word(number)
    return word in _NAMESAKES or (words.prepositional(number) and word[1:] in _NAMESAKES)


def named_after(words: Words, after: int, limit: int) -> tuple[int, bool]:
    """Return the word after whom a body is named after, and whether it is: جامعة | الملك سعد."""
    if after >= limit or words.gap(after) or not words.is_any(after, "title", "given"):
        return after, False
    title = title_at(words, after, limit)
    name = title[1] if title and title[0].rank == "rank" else after
    joined = words.bare("name_joined", name)
    if not (words.bare("given", name) or joined) or (title and name == after):
        return after, False
    last = name + 1 + joined  # the word that may be a family name, or tell the kind of body: الدولي
    while words.is_any(last, "name_joined") and not (title and _another(words, last)):
        last += 2
    if title and _another(words, last):
        return min(last, limit), True  # مطار الملك سعد | رامي نصار
    return min(name_end(words, name, min(limit, last + 1)), limit), True


def _another(words: Words, number: int) -> bool:
    """Return whether a name of its own begins at the word behind a given name: سعد | رامي نصار، سعد | عبد الله نصار."""
    joined = words.is_any(number, "name_joined") and words.word(number) not in _SONS
    return words.bare("given", number) or joined
