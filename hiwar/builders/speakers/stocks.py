"""Whose share is traded before «the company»: هبط سهم الساحل للأسمدة 2 في المئة بعدما أعلنت الشركة."""

from typing import TYPE_CHECKING

from hiwar.builders.speakers.phrase import Phrase
from hiwar.builders.speakers.unknown import verb
from hiwar.builders.speakers.words import Words
from hiwar.builders.text.fold import fold_words

if TYPE_CHECKING:
    from hiwar.builders.speakers.memory import Memory

_COMPANY = "شركة"
_SHARE = fold_words(("سهم", "وسهم", "لسهم", "بسهم"))
_BACK = 30  # words between a share and «the company»
_NAME = 6  # words of a company's name


def traded(words: Words, phrase: Phrase, memory: "Memory | None") -> tuple[int, int] | None:
    """Return the words of the company that «the company» means as its share is named last, and no company spoke since."""
    if memory is None or phrase.rule != "head_alone" or phrase.entry.word != _COMPANY:
        return None
    share = _share(words, phrase.first)
    return None if share is None or memory.spoke_since(words.starts[share[0]], _COMPANY) else share


def _share(words: Words, number: int) -> tuple[int, int] | None:
    """Return the words of the company whose share is named last before the word in its passage, or None."""
    for share in range(number - 1, max(number - _BACK, 0), -1):
        if b"\n" in words.gap(share + 1):
            return None
        if words.word(share) in _SHARE and not words.gap(share + 1):
            after = share + 2
            while after < min(number, share + 1 + _NAME) and _goes_on(words, after):
                after += 1
            return (share + 1, after)
    return None


def _goes_on(words: Words, number: int) -> bool:
    ends = words.bare("ends", number) or words.bare("prepositions", number)
    return not words.gap(number) and not ends and not verb(words, number)
