"""The noun that stands before its number: الأشهر الثلاثة الأولى, أعضاء المجلس الـ15, النواب البالغ عددهم 550."""

from typing import NamedTuple

from hiwar.builders.figures import qualifying
from hiwar.builders.figures.naming import is_one
from hiwar.builders.figures.number import Number
from hiwar.builders.figures.ordinals import after_singular
from hiwar.builders.knowledge.words import words
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.lex import Hit, Lexed
from hiwar.builders.text.near import hit_before, word_before
from hiwar.builders.text.shapes import (
    Shape,
    bare_definite,
    is_definite,
    is_plural,
    is_possessed,
    raw_word,
    shape,
)

_LONGEST = 5
_ADJECTIVE = tuple(map(fold_word, ("ات", "ين", "ون", "ية")))  # endings of adjectives to a plural
_SOUND, _TA_MARBUTA, _MEMBERS = fold_word("ات"), fold_word("ة"), fold_word("أعضاء")
_TENS = 20
_AND = fold_word("و")
_NOMINAL = (Shape.NOUN, Shape.DEFINITE, Shape.PREPOSITION)
_WITHIN = frozenset(map(fold_word, ("في", "من", "على", "عن")))
_TANWIN = fold_word("ا")
_DUAL = tuple(map(fold_word, ("ين", "ان")))


class Before(NamedTuple):
    """The noun before a number."""

    start: int
    end: int
    unit: Hit | None  # where the noun is a unit
    rule: str


def noun(lexed: Lexed, number: Number, floor: int, *, bare: bool) -> Before | None:
    """Return the noun that the number follows and counts, not looking past `floor`; `bare`: none comes after it."""
    index = word_before(lexed, _left(number))
    if index is None or lexed.word_starts[index] < floor:
        return None
    if lexed.word(index) in words().amounts:
        return _reaching(lexed, index, floor)
    if number.percent or number.kind != "value" or number.unit is not None:
        return None
    if number.definite:
        return _definite(lexed, number, index, floor)
    if bare and (found := _number_of(lexed, number, floor)):
        return found
    if bare and is_one(number):
        counts = lexed.word(index) in words().single or _unit(lexed, index) is not None
        if shape(lexed, index) in (Shape.FUNCTION, Shape.VERB) and not counts:
            return None  # إن كان واحد فقط
        return Before(_bare_start(lexed, index), lexed.word_ends[index], _unit(lexed, index), "noun-before")
    if bare and number.spelled == "words" and 2 <= number.value <= 10:
        word = lexed.word(index)
        agrees = word.endswith(_DUAL) if number.value == 2 else is_plural(word)
        if number.word_start == number.start and shape(lexed, index) is Shape.NOUN and agrees:
            return Before(
                lexed.word_starts[index], lexed.word_ends[index], _unit(lexed, index), "noun-before"
            )
    return None


def _bare_start(lexed: Lexed, index: int) -> int:
    """Return where the word starts, without a preposition glued to a unit or the like (لعام واحد, لموسم واحد)."""
    unit, word, start = _unit(lexed, index), lexed.word(index), lexed.word_starts[index]
    if unit:
        return unit.start
    if word not in words().single and word[1:] in words().single:
        return start + 1
    before = index - 1
    described = word.endswith(_TANWIN) and lexed.word(before).endswith(_TANWIN)
    if described and shape(lexed, before) is Shape.NOUN and lexed.word_ends[before] + 1 == start:
        return lexed.word_starts[before]  # سطرا جديدا واحدا
    return start


def _left(number: Number) -> int:
    return number.word_start


def _unit(lexed: Lexed, index: int) -> Hit | None:
    end = lexed.word_ends[index]
    hit = hit_before(lexed, "unit", end) or hit_before(lexed, "currency", end)
    if hit is None or hit.word_start != lexed.word_starts[index]:
        return None
    whole = hit.start > hit.word_start and lexed.word(index) in words().function  # بين is no ين behind ب
    return None if whole else hit


def _definite(lexed: Lexed, number: Number, index: int, floor: int) -> Before | None:
    if shape(lexed, index) is Shape.FUNCTION:
        return None
    word, glued = bare_definite(lexed.word(index))
    raw = raw_word(lexed, index)[glued:]
    if after_singular(lexed, number) or not (is_definite(word, raw) or is_possessed(word, raw)):
        return _construct(lexed, index, floor)
    if number.spelled == "words" and number.value >= _TENS and not is_definite(word, raw):
        return None  # بلوغهم | الثمانين
    if not is_plural(word) or (raw.endswith("ة") and _governs(lexed, index - 1, number)):
        found = _construct(lexed, index, floor)
        if found:
            return found
    head = _head(lexed, index, floor)
    start = lexed.word_starts[head] + (glued if head == index else 0)
    start += shape(lexed, head) is Shape.AND and not (glued and head == index)
    return Before(start, lexed.word_ends[index], _unit(lexed, index), "noun-before")


def _governs(lexed: Lexed, index: int, number: Number) -> bool:
    """Whether a plural is counted that the noun behind it belongs to (مؤسسات الطوافة الست, أعضاء الجماعة الأربعة).

    A feminine plural has its numeral without ة; so the three of رغبات الأندية الثلاثة are the clubs.
    """
    spelled = number.spelled == "words" and not lexed.shadow[number.start : number.end].endswith(_TA_MARBUTA)
    return (spelled and lexed.word(index).endswith(_SOUND)) or lexed.word(index).endswith(_MEMBERS)


def _head(lexed: Lexed, index: int, floor: int) -> int:
    """Return the definite plural before word `index` where that is its adjective (النساء الشابات الثلاث)."""
    head = index - 1
    if head < 0 or lexed.word_starts[head] < floor or not lexed.word(index).endswith(_ADJECTIVE):
        return index
    near = lexed.shadow[lexed.word_ends[head] : lexed.word_starts[index]] == b" "
    word, joined = bare_definite(lexed.word(head))
    plural = is_definite(word, raw_word(lexed, head)[joined:]) and is_plural(word)
    return head if near and plural else index


def _construct(lexed: Lexed, index: int, floor: int) -> Before | None:
    """Return the plural before word `index` that the number counts: أعضاء المجلس الـ15, القوى العالمية الست."""
    last = lexed.word_ends[index]
    for here in range(index - 1, max(-1, index - 4), -1):
        if (
            lexed.word_starts[here] < floor
            or lexed.shadow[lexed.word_ends[here] : lexed.word_starts[here + 1]] != b" "
        ):
            return None
        kind = shape(lexed, here)
        joined = kind in (Shape.AND, Shape.PREPOSITION)
        word, raw = lexed.word(here)[joined:], raw_word(lexed, here)[joined:]
        definite = is_definite(word, raw)
        if (joined or kind in (Shape.NOUN, Shape.DEFINITE)) and is_plural(word):
            if not definite or raw_word(lexed, here + 1).endswith(_OF_PLURAL):
                return Before(
                    lexed.word_starts[here] + (kind is Shape.AND), last, _unit(lexed, here), "noun-before"
                )
            return None
        if kind not in (Shape.NOUN, Shape.DEFINITE):
            return None
    return None


_OF_PLURAL = ("ة", "ين", "ون", "ات")  # endings of an adjective to a plural


def _number_of(lexed: Lexed, number: Number, floor: int) -> Before | None:
    """Return the noun phrase between عدد and its number (عدد سكان المدينة نحو 21 ألفا)."""
    if number.word_start < number.start:
        return None
    bound = qualifying.before(lexed, number.word_start)
    if bound and shape(lexed, lexed.word_from(bound.start)) is Shape.VERB:
        return None  # عدد المصابين | يتجاوز 50
    index = word_before(lexed, bound.start if bound else number.word_start, b" (")
    last = index
    for _ in range(_LONGEST + 2):
        if index is None or last is None or lexed.word_starts[index] < floor:
            break
        if lexed.word(index).removeprefix(_AND) in words().number_of:
            if index == last:
                break
            return Before(lexed.word_starts[index + 1], lexed.word_ends[last], None, "noun-before")
        word = lexed.word(index)
        if shape(lexed, index) not in _NOMINAL and (word not in _WITHIN or index == last):
            break
        index = word_before(lexed, lexed.word_starts[index])
    return None


def _reaching(lexed: Lexed, index: int, floor: int) -> Before | None:
    """Return the phrase before البالغ عددهم."""
    if index < 2 or lexed.word(index - 1) not in words().reaching:
        return None
    last = first = index - 2
    while first > 0 and last - first < _LONGEST and lexed.word_starts[first - 1] >= floor:
        gap = lexed.shadow[lexed.word_ends[first - 1] : lexed.word_starts[first]]
        kind = shape(lexed, first - 1)
        if gap != b" " or shape(lexed, first) is not Shape.DEFINITE:
            break
        if kind is not Shape.DEFINITE and not (kind is Shape.NOUN and is_plural(lexed.word(first - 1))):
            break
        first -= 1
    start = lexed.word_starts[first]
    return Before(start, lexed.word_ends[last], None, "amounting-to")
