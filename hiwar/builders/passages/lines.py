"""The non-blank lines of a text, with what tells a title from a paragraph."""

import re
from typing import NamedTuple

from hiwar.builders.text.fold import DIGIT_BYTES, LETTER_BYTES, fold_word
from hiwar.builders.text.lex import Lexed
from hiwar.builders.text.shapes import Shape, shape_of

_TOKEN = re.compile(b"[" + re.escape(LETTER_BYTES) + b"]+|[" + DIGIT_BYTES + b"]+")
_INITIAL = re.compile(rb"[\x80-\xff]\. ?[\x80-\xff]{3,}(?: [\x80-\xff]{3,})?")
_CLOSERS = b" \"'<>()"
_LONG = 60  # words; of a longer line only the beginning is looked at
_NAME = 4  # words of the longest name
_PRESENT = {fold_word("ي"), fold_word("ت")}  # how verbs of the present begin
_SMALL = {
    fold_word(word)
    for word in ("في", "من", "إلى", "على", "عن", "مع", "لن", "لم", "لا", "ما", "قد", "أو", "ضد", "أمام")
}
_HEAD = 600  # folded characters that hold them


class Line(NamedTuple):
    """A trimmed line; positions are in the folded view."""

    start: int
    end: int
    text: bytes  # folded; of a long line the beginning
    tokens: tuple[bytes, ...]  # words and numbers of `text`
    words: int  # how many words; `_LONG` or more for a long line
    last: bytes  # the last character, closing marks aside
    person: bool  # whether it begins with a given name and goes on like one

    @property
    def stop(self) -> bool:
        """Whether the line ends as a sentence does: with a single full stop."""
        return self.last == b"." and not self.text.rstrip(_CLOSERS).endswith(b"..")


def tokens(text: bytes) -> tuple[bytes, ...]:
    """Return the words and numbers of folded text."""
    return tuple(_TOKEN.findall(text))


def token_spans(text: bytes, start: int, end: int) -> list[tuple[int, int]]:
    """Return where the words and numbers of `text[start:end]` are."""
    return [found.span() for found in _TOKEN.finditer(text, start, end)]


def entry_tokens(text: str) -> tuple[bytes, ...]:
    """Return the words and numbers of an entry of a knowledge table."""
    return tokens(fold_word(text))


def split(lexed: Lexed) -> list[Line]:
    """Return the non-blank lines of a text, in order."""
    shadow = lexed.shadow
    found = []
    for start, end in zip([0, *(line + 1 for line in lexed.lines)], [*lexed.lines, len(shadow)], strict=True):
        if start < end and shadow[start] == 0x20:
            start += 1  # the folded view holds no two spaces in a row
        if start < end and shadow[end - 1] == 0x20:
            end -= 1
        if start < end:
            found.append(_line(lexed, start, end))
    return found


def _line(lexed: Lexed, start: int, end: int) -> Line:
    shadow = lexed.shadow
    text = shadow[start : min(end, start + _HEAD)]
    last = shadow[max(start, end - 40) : end].rstrip(_CLOSERS)[-1:]
    if end - start > _HEAD:
        return Line(start, end, text, tokens(text), _LONG, last, False)
    words = tokens(text)
    return Line(
        start,
        end,
        text,
        words,
        sum(not word.isdigit() for word in words),
        last,
        _person(lexed, start, len(text), words),
    )


def _person(lexed: Lexed, start: int, length: int, words: tuple[bytes, ...]) -> bool:
    """Whether the words are a person's name: a given name, and nothing after it that looks like a verb or small word.

    An initial stands for the given name: ع. الراوي.
    """
    if _INITIAL.fullmatch(lexed.shadow, start, start + length):
        return True
    size = sum(map(len, words)) + len(words) - 1
    if not 2 <= len(words) <= _NAME or size != length or not lexed.hit_at("given", start):
        return False
    return not any(
        word[:1] in _PRESENT or len(word) < 2 or word in _SMALL or word.isdigit() or _joined(word)
        for word in words[1:]
    )


def _joined(word: bytes) -> bool:
    """Whether و joins the word on, so that a title names two (نصر وهلال)."""
    return shape_of(word, "") is Shape.AND
