"""The number words and numerals of a text, one after another, with what stands glued to them."""

from fractions import Fraction
from typing import NamedTuple

from hiwar.builders.figures.digits import Digits, read_digits
from hiwar.builders.knowledge.numbers import NumberWord
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.lex import Hit, Lexed
from hiwar.builders.text.near import text_after, word_after, word_before
from hiwar.builders.text.shapes import Shape, is_plural, shape

AND = fold_word("و")
ARTICLE = fold_word("ال")
_CONTRACTED = fold_word("لل")
_TEN, _NUN = fold_word("عشر"), fold_word("ن")
_FOR = frozenset(map(fold_word, ("ل", "ول", "فل")))


class Token(NamedTuple):
    """A number word or a numeral in digits."""

    start: int  # without clitics
    end: int
    word_start: int
    role: str  # digits, unit, tens, hundred, scale, magnitude, fraction
    value: Fraction
    number: str
    conjoined: bool  # و stands before it
    definite: bool  # ال stands before it
    digits: Digits | None
    fraction: Fraction | None  # what the word is worth where it is read as a fraction


def tokens_of(lexed: Lexed) -> list[Token]:
    """Return number words and digits in order, those on an earlier word first dropped where they overlap."""
    tokens = [_digit_token(lexed, digits) for digits in read_digits(lexed)]
    fractions = {hit.start: hit for hit in lexed.of_kind("fraction")}
    words: dict[int, Hit] = {}
    for hit in lexed.of_kind("number"):
        known = words.get(hit.word_start)
        if _really(lexed, hit) and (known is None or _better(lexed, hit, known)):
            words[hit.word_start] = hit
    taken = {hit.start for hit in words.values()}
    tokens += [_word_token(lexed, hit, fractions.get(hit.start)) for hit in words.values()]
    tokens += [_word_token(lexed, hit, hit) for hit in fractions.values() if hit.start not in taken]
    tokens.sort(key=lambda token: token.start)
    return tokens


def _better(lexed: Lexed, hit: Hit, known: Hit) -> bool:
    """Whether `hit` is the better reading of its word: واحد as a whole, but أحد عشر after و."""
    eleven = text_after(lexed, hit.end).startswith(_TEN)
    return hit.start > known.start if eleven else hit.start < known.start


def _really(lexed: Lexed, hit: Hit) -> bool:
    """Whether the raw text writes the hamza where the word needs it, and لست is not "I am not"."""
    clitic = lexed.shadow[hit.word_start : hit.start]
    if (
        hit.entry.value == 2
        and hit.entry.role == "unit"
        and not lexed.shadow[hit.start : hit.end].endswith(_NUN)
    ):
        return text_after(lexed, hit.end).startswith(_TEN)  # اثنا عشر, and not أثنى على
    if hit.entry.hamza:
        return "ئ" in lexed.raw_text(hit.start, hit.end)
    return not (clitic in _FOR and hit.end - hit.start == 2) or _plural_after(lexed, hit.end)


def _plural_after(lexed: Lexed, position: int) -> bool:
    """Whether a plural stands behind the word (لست سنوات)."""
    number = word_after(lexed, position)
    return number is not None and shape(lexed, number) is Shape.NOUN and is_plural(lexed.word(number))


def _digit_token(lexed: Lexed, digits: Digits) -> Token:
    word_start, clitic = digits.start, b""
    number = lexed.word_at(digits.start - 1)
    if number is not None:
        clitic = lexed.word(number)
        if clitic in _CLITICS:
            word_start = lexed.word_starts[number]
    definite = word_start < digits.start and clitic.endswith((ARTICLE, _CONTRACTED))
    conjoined = word_start < digits.start and clitic.startswith(AND)
    if number is None:
        before = one_space_before(lexed, digits.start)
        conjoined, definite = before == AND, before in _CLITICS and before.endswith((ARTICLE, _CONTRACTED))
        word_start = digits.start - 1 - len(before) if definite else word_start
        if not before and (index := word_before(lexed, digits.start, b" (")) is not None:
            definite = lexed.word(index) in _CLITICS and lexed.word(index).endswith((ARTICLE, _CONTRACTED))
            word_start = lexed.word_starts[index] if definite else word_start
    return Token(
        digits.start, digits.end, word_start, "digits", digits.value, "s", conjoined, definite, digits, None
    )


def _word_token(lexed: Lexed, hit: Hit, fraction: Hit | None) -> Token:
    word: NumberWord = hit.entry
    clitic = lexed.shadow[hit.word_start : hit.start]
    conjoined = clitic.startswith(AND) or one_space_before(lexed, hit.word_start) == AND
    definite = clitic.endswith((ARTICLE, _CONTRACTED))
    worth = fraction.entry.value if fraction else None
    return Token(
        hit.start,
        hit.end,
        hit.word_start,
        word.role,
        word.value,
        word.number,
        conjoined,
        definite,
        None,
        worth,
    )


def one_space_before(lexed: Lexed, position: int) -> bytes:
    """Return the word that ends one space before `position`, b"" if another thing stands there."""
    if position < 2 or lexed.shadow[position - 1] != ord(" "):
        return b""
    number = lexed.word_at(position - 2)
    return b"" if number is None else lexed.word(number)


_CLITICS = {
    fold_word(clitic)
    for clitic in ("ال", "و", "ب", "ل", "ك", "ف", "وال", "بال", "لل", "كال", "ول", "وب", "فال")
}
