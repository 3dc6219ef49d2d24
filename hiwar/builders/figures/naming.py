"""Numbers that are no quantity: ordinals, names, scores, list items, telephone numbers, addresses."""

import re

from hiwar.builders.figures import named, ordinals
from hiwar.builders.figures.number import Number
from hiwar.builders.knowledge.words import words
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.lex import Lexed
from hiwar.builders.text.near import hit_before, text_after, text_before, word_before
from hiwar.builders.text.shapes import is_definite, raw_word

REASONS = frozenset({"address", "telephone", "list-item", "one", "ordinal", "name", "score"})
_ANYONE = (fold_word("أحد"), fold_word("إحد"))  # one of, anyone
_FATHER = frozenset(map(fold_word, ("أبو", "أبا", "بو")))  # سالم أبو خمسين
_ARTICLE = fold_word("ال")
_SINGLE = 6  # letters of a word with the article that is no درجة الصفر
_DAYS = frozenset(map(fold_word, ("أيام", "يومي", "ليالي", "الأيام", "اليومين")))
_AND_DAY = re.compile(rb" ?" + fold_word("و") + rb" ?\d{1,2}(?!\d)")
_LAST_DAY = 31
_NOR = fold_word("ولا")
_LATIN = frozenset(b"abcdefghijklmnopqrstuvwxyz")
_CALLED = 6  # words before a number that may speak of a call
_DIALLED = 3  # digits of the shortest number that is dialled
_AGAINST = re.compile(rb" ?[-/:] ?\d|[/:+]|-(?! )")
_ITEM = re.compile(rb"(?<!\d)\d{1,2}- ")  # of a list inside a paragraph  # behind the first of two scores
_AGAINST_BEFORE = re.compile(rb"(?:\d ?[-/:] ?|[-/:+])$")
_GROUPS, _GROUPS_REACH = re.compile(rb"(?<!\d)\d{2}(?:[ .-]\d{2}){3,}(?!\d)"), 20
_MODEL = 2  # letters of an abbreviation that a model's number is glued to


def reason(lexed: Lexed, number: Number) -> str | None:
    """Return why the number is no quantity whatever follows it, or None."""
    if _in_address(lexed, number):
        return "address"
    if number.digits and _telephone(lexed, number):
        return "telephone"
    if number.digits and _ends_pair(lexed, number):
        return "score"
    if number.digits and not number.percent and _list_item(lexed, number):
        return "list-item"
    if is_one(number) and (
        lexed.shadow.startswith(_ANYONE, number.start) or not follows_single(lexed, number)
    ):
        return "one"
    if number.spelled == "words" and text_before(lexed, number.word_start) in _FATHER:
        return "name"
    if number.value == 0 and number.definite and is_definite_before(lexed, number):
        return "name"  # القمصان الصفر: yellow
    if named.always(lexed, number) or _glued_to_model(lexed, number):
        return "name"
    if ordinals.always(lexed, number):
        return "ordinal"
    return None


def is_one(number: Number) -> bool:
    """Whether the number is the word واحد, which mostly does not count (طرف واحد)."""
    return number.value == 1 and number.spelled == "words" and not number.percent and number.unit is None


def is_definite_before(lexed: Lexed, number: Number) -> bool:
    """Whether a plural with the article stands right before the number."""
    word = text_before(lexed, number.word_start)
    return word.startswith(_ARTICLE) and len(word) > _SINGLE


def follows_single(lexed: Lexed, number: Number) -> bool:
    """Whether واحد counts the noun before it: a time, money, a victim, or what فقط follows (لعام واحد, جهاز واحد فقط)."""
    index = word_before(lexed, number.word_start)
    if index is None or number.word_start < number.start or lexed.word(index - 1) == _NOR:
        return False
    if text_after(lexed, number.end) in words().only or lexed.hit_at("qualifier_after", number.end + 1):
        return lexed.word(index) not in words().once
    end = lexed.word_ends[index]
    unit = hit_before(lexed, "unit", end) or hit_before(lexed, "currency", end)
    if unit is not None and (unit.kind == "currency" or unit.entry.code != "percent"):
        return unit.word_start == lexed.word_starts[index] and not is_definite(
            lexed.word(index), raw_word(lexed, index)
        )
    return lexed.word(index) in words().single or lexed.word(index)[1:] in words().single


def reason_without_noun(lexed: Lexed, number: Number) -> str | None:
    """Return why a number that counts nothing beside it is a name, an ordinal or a score, or None."""
    if ordinals.alone(lexed, number):
        return "ordinal"
    if number.digits and text_after(lexed, number.end) in words().dated:
        return "name"
    if named.alone(lexed, number):
        return "name"
    if number.digits and _called(lexed, number):
        return "telephone"
    day = number.digits is not None and number.value is not None and number.value <= _LAST_DAY
    if day and text_before(lexed, number.word_start) in _DAYS and _AND_DAY.match(lexed.shadow, number.end):
        return "name"  # أيام 15 و16 و17 نونبر
    if _added(lexed, number) or _scored(lexed, number):
        return "score"
    if number.digits and lexed.shadow[number.start : number.end].endswith(b".0"):
        return "name"  # الجيل 2.0
    if number.value == 0 and number.spelled == "words":
        return "one"
    if number.value == 2 and number.spelled == "words" and number.definite:
        return "one"  # الجمع بين الاثنين
    return None


def _ends_pair(lexed: Lexed, number: Number) -> bool:
    """Whether a dash or slash ties the number to a higher or unlike one before it (القانون 20-16), which is no range."""
    start = number.word_start
    return lexed.shadow[start - 1 : start] in (b"-", b"/") and lexed.shadow[start - 2 : start - 1].isdigit()


def _scored(lexed: Lexed, number: Number) -> bool:
    """Whether the number stands against another, or behind a word for a result (فاز 3 - 1, بنتيجة 2)."""
    start, shadow = number.word_start, lexed.shadow
    return (
        text_before(lexed, start - (shadow[start - 1 : start] == b"-")) in words().score
        or _AGAINST.match(shadow, number.end) is not None
        or _ITEM.match(shadow, number.start) is not None
        or _AGAINST_BEFORE.search(shadow, max(0, start - 4), start) is not None
    )


def _added(lexed: Lexed, number: Number) -> bool:
    """Whether the number is part of a sum that is a name (مجموعة 5 + 1)."""
    before, after = (
        lexed.shadow[max(0, number.start - 2) : number.start],
        lexed.shadow[number.end : number.end + 2],
    )
    return before == b"+ " or after == b" +"


def _glued_to_model(lexed: Lexed, number: Number) -> bool:
    """Whether an abbreviation in Arabic letters is glued to the digits (إس6), and no clitic or preposition."""
    if number.spelled != "digits" or number.word_start < number.start:
        return False
    index = lexed.word_at(number.start - 1)
    if index is None:
        return False
    word = lexed.word(index)
    return len(word) == _MODEL and word not in words().function and number.digits is not None


def _called(lexed: Lexed, number: Number) -> bool:
    """Whether the words before a plain number speak of a call (الاتصال بمركز البلاغات (937))."""
    if number.digits is None or not number.digits.plain or number.end - number.start < _DIALLED:
        return False
    here = lexed.word_from(number.word_start)
    first = max(0, here - _CALLED)
    if first == here or b"\n" in lexed.shadow[lexed.word_starts[first] : number.start]:
        return False
    forms = (form for index in range(first, here) for form in named.stripped(lexed.word(index)))
    return not words().call.isdisjoint(forms)


def _in_address(lexed: Lexed, number: Number) -> bool:
    """Whether Latin letters, @ or an underscore touch the digits, or a Latin word stands before them."""
    shadow = lexed.shadow
    before, after = shadow[number.start - 1 : number.start], shadow[number.words_end : number.words_end + 1]
    if b"_" in (before, after) or shadow[number.word_start - 1 : number.word_start] in (b"_", b"#"):
        return True
    if number.spelled != "digits":
        return False
    if before in (b"@", b"_", b"#", b"=", b"&") or after in (b"@", b"_", b"=", b"&"):
        return True
    touching = {*before, *after} & _LATIN
    if touching:
        return True
    word = text_before(lexed, number.start) or (
        text_before(lexed, number.start - 1) if before == b"-" else b""
    )
    return (
        bool(word) and set(word) <= _LATIN and not lexed.of_kind("currency", number.start - 4, number.start)
    )


def _telephone(lexed: Lexed, number: Number) -> bool:
    digits = lexed.shadow[number.digits.start : number.digits.end] if number.digits else b""
    if _in_groups(lexed, number):
        return True
    if digits.startswith(b"00") or (
        lexed.shadow[number.start - 1 : number.start] == b"+" and len(digits) > 4
    ):
        return True
    plain = number.digits is not None and number.digits.plain
    return plain and (len(digits) > 9 or (digits.startswith(b"0") and len(digits) > 2))


def _in_groups(lexed: Lexed, number: Number) -> bool:
    """Whether the number is one of four or more pairs of digits in a row (17 71 37 05)."""
    first = max(0, number.start - _GROUPS_REACH)
    rows = _GROUPS.finditer(lexed.shadow, first, number.end + _GROUPS_REACH)
    return any(row.start() <= number.start < row.end() for row in rows)


def _list_item(lexed: Lexed, number: Number) -> bool:
    """Whether the number opens its line with a mark of enumeration behind it: 1- 2. 3)."""
    before = lexed.shadow[max(0, number.start - 2) : number.start]
    opens = not before.rpartition(b"\n")[2].strip(b" (") and (number.start < 2 or b"\n" in before)
    after = lexed.shadow[number.end : number.end + 2]
    return (opens and after[:1] in (b"-", b".", b")", b"/", b":") and not after[1:].isdigit()) or (
        opens and after in (b" -", b" )", b" .", b" :")
    )
