"""Numbers that are part of a name: القرار 1701, القناة 12, كوفيد-19, «جنيف - 3», مهرجان المدينة 36."""

import re

from hiwar.builders.figures.number import Number
from hiwar.builders.knowledge.calendar import words as calendar_words
from hiwar.builders.knowledge.words import words
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.lex import Lexed
from hiwar.builders.text.near import word_before
from hiwar.builders.text.shapes import Shape, shape

_CLITICS = tuple(map(fold_word, ("وال", "بال", "لل", "ال", "و", "ب", "ل")))
_CONSTRUCT = tuple(map(fold_word, ("", "و", "ب", "ل", "وب", "ول")))  # glued to a noun in construct
_W = fold_word("و")
_AL, _TA_MARBUTA, _STATES = fold_word("ال"), fold_word("ة"), fold_word("الدول")
_THEIRS = tuple(map(fold_word, ("ته", "تها", "تهم")))
_PRONOUNS = tuple(map(fold_word, ("ها", "هم")))
_CHAIN = re.compile(rb"(?:\d+(?:-\d+)? ?(?:" + fold_word("و") + rb"|,|-) ?)+$")
_CHAIN_REACH = 60
_CLOSING = (b">", b'"', b")")
_AROUND = b' (<"'
_IN_ALL = fold_word("ما مجموعه") + b" "
_THOUSAND = 1000
_LETTER = 2  # letters of a letter's name, after which number words count (الأم لخمسة)
_OPENED = 3  # characters of an opening bracket and the spaces around it
_FURTHEST = 4  # words between the head of a name and its number
_NOMINAL = (Shape.NOUN, Shape.DEFINITE, Shape.PREPOSITION)


def always(lexed: Lexed, number: Number) -> bool:
    """Whether the number is part of a name whatever follows it: القرار 1701, بوينغ 737, مجموعة العشرين."""
    if number.definite and _of_group(lexed, number):
        return True
    if number.spelled != "digits" or number.definite:
        return False
    known, forms = words(), stripped(_before(lexed, number))
    return any(form in known.brand for form in forms) or any(form in known.law for form in forms[1:])


def alone(lexed: Lexed, number: Number) -> bool:
    """Whether a number that counts nothing beside it is part of a name."""
    if number.spelled == "mixed" or number.scale >= _THOUSAND:
        return False  # سكان المدينة 21 ألفا
    if lexed.shadow.endswith(_IN_ALL, 0, number.word_start):
        return False  # ما مجموعه 300
    word = _before_or_list(lexed, number)
    forms = [form for form in stripped(word) + _owned(word) if number.digits or len(form) > _LETTER]
    if any(form in words().naming for form in forms):
        return True
    return number.digits is not None and (
        _sequel(lexed, number) or _in_title(lexed, number) or _of_head(lexed, number)
    )


def of_round(lexed: Lexed, number: Number) -> bool:
    """Whether the number with its noun before names a round (الجولة 14 من الدوري, دور الـ32 من الكأس)."""
    word = _before(lexed, number)
    return (
        number.digits is not None
        and (word.startswith(_AL) or number.definite)
        and not {word, word.removeprefix(_AL)}.isdisjoint(words().naming)
    )


def in_law(lexed: Lexed, number: Number) -> bool:
    """Whether the number, or the list it belongs to, follows the name of a law's part or the like (المادتين 5 و6 من)."""
    word = _before_or_list(lexed, number)
    return number.digits is not None and any(form in words().law for form in stripped(word))


def _of_group(lexed: Lexed, number: Number) -> bool:
    """Whether a noun in construct before the number names states by it.

    So in دول العشرين and مجموعة الدول الصناعية السبع; but الدول العشرون counts.
    """
    index = word_before(lexed, number.word_start)
    word = _before(lexed, number)
    if index is not None and word.startswith(_AL):
        word = _before_states(lexed, index)
    return any(word.removeprefix(clitic) in words().group for clitic in _CONSTRUCT)


def _before_states(lexed: Lexed, index: int) -> bytes:
    """Return the word before الدول, which ends at word `index` or is followed by its adjectives up to there; else b""."""
    for here in range(index, max(0, index - _FURTHEST), -1):
        before = lexed.word(here - 1)
        if lexed.word(here) == _STATES:
            return before
        if (
            not before.startswith(_AL)
            or lexed.shadow[lexed.word_ends[here - 1] : lexed.word_starts[here]] != b" "
        ):
            break
    return b""


def stripped(word: bytes) -> list[bytes]:
    """Return the word, and what it is without the article or a clitic."""
    return [word, *(word[len(clitic) :] for clitic in _CLITICS if word.startswith(clitic))]


def _owned(word: bytes) -> list[bytes]:
    """Return the noun without the pronoun behind it (نسختها → نسخة, أسبوعها → أسبوع)."""
    nouns = [word[: -len(end)] + _TA_MARBUTA for end in _THEIRS if word.endswith(end)]
    nouns += [word[: -len(end)] for end in _PRONOUNS if word.endswith(end)]
    return [form for noun in nouns for form in stripped(noun)]


def _before(lexed: Lexed, number: Number) -> bytes:
    """Return the word before the number, a hyphen or an opening bracket allowed between (كوفيد-19, الرمز (100))."""
    start = number.word_start
    if lexed.shadow[start - 2 : start] == b"/ " and lexed.shadow[number.end : number.end + 2] == b" /":
        start -= 2  # المادة / 17 /
    while start and number.word_start - start < _OPENED and lexed.shadow[start - 1] in _AROUND:
        start -= 1
    if lexed.shadow[start - 1 : start] == b"-":
        start -= 1
    elif lexed.shadow[start - 2 : start] == b"- ":
        start -= 2  # إف- 16
    index = word_before(lexed, start, _AROUND)
    return b"" if index is None else lexed.word(index)


def _before_or_list(lexed: Lexed, number: Number) -> bytes:
    """Return the word before the number, or before the list whose last و it follows (القاعات 3 و 4)."""
    before = _before(lexed, number)
    return before if before not in (b"", _W) else _before_list(lexed, number)


def _before_list(lexed: Lexed, number: Number) -> bytes:
    """Return the word before a list of numbers that this one belongs to (القاعات 3 و4 و8)."""
    chain = _CHAIN.search(lexed.shadow, max(0, number.start - _CHAIN_REACH), number.start)
    index = word_before(lexed, chain.start()) if number.digits and chain else None
    return b"" if index is None else lexed.word(index)


def _sequel(lexed: Lexed, number: Number) -> bool:
    """Whether a dash ties the number to a name in marks (مؤتمر «جنيف - 3»)."""
    before = lexed.shadow[max(0, number.start - 4) : number.start].rstrip(b" ")
    named = before.endswith(b"-") and word_before(lexed, number.start - 1, b" -") is not None
    return named and lexed.shadow[number.end : number.end + 1] in _CLOSING


def _in_title(lexed: Lexed, number: Number) -> bool:
    """Whether the number ends a title of a few nouns in marks or brackets (حملة «شتاء دافئ 11»)."""
    if lexed.shadow[number.end : number.end + 1] not in _CLOSING or number.word_start < number.start:
        return False
    index = word_before(lexed, number.start)
    for _ in range(_FURTHEST):
        if index is None or shape(lexed, index) not in _NOMINAL:
            return False
        start = lexed.word_starts[index]
        if not calendar_words().amount.isdisjoint(stripped(lexed.word(index))):
            return False
        if lexed.shadow[start - 1 : start] in (b"<", b'"'):
            return True
        if lexed.shadow[start - 1 : start] == b"(":
            return lexed.word_ends[index] + 1 < number.start
        index = word_before(lexed, start)
    return False


def _of_head(lexed: Lexed, number: Number) -> bool:
    """Whether the number names a decision, an event or an index whose other words stand between (قرار مجلس الأمن 2254)."""
    if number.digits is None:
        return False
    index = word_before(lexed, number.word_start, _AROUND)
    found = False
    for distance in range(_FURTHEST + 1):
        if index is None or number.definite:
            break
        forms = stripped(lexed.word(index))
        if not calendar_words().amount.isdisjoint(forms):
            return False  # عدد زوار المهرجان 36
        found = found or not words().decision.isdisjoint(forms)
        found = found or (distance > 0 and number.digits.plain and not words().indexes.isdisjoint(forms))
        if shape(lexed, index) not in _NOMINAL:
            break
        index = word_before(lexed, lexed.word_starts[index])
    return found
