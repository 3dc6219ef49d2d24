"""Numbers that are no quantity: ordinals, names, scores, list items, telephone numbers, addresses."""

import re

from hiwar.builders.figures.numbers import Number
from hiwar.builders.knowledge.units import TIMES
from hiwar.builders.knowledge.words import words
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.lex import Lexed
from hiwar.builders.text.near import hit_before, text_after, text_before, word_before
from hiwar.builders.text.shapes import Shape, is_definite, is_plural, is_possessed, raw_word, shape

REASONS = frozenset({"address", "telephone", "list-item", "one", "ordinal", "name", "score"})
_CLITICS = tuple(map(fold_word, ("وال", "بال", "لل", "ال", "و", "ب", "ل")))
_AL = fold_word("ال")
_HERS = tuple(map(fold_word, ("ته", "تها", "تهم", "تهما")))
_PLURAL_HERS = tuple(map(fold_word, ("اته", "اتها", "اتهم", "اتهما")))
_CHAIN = re.compile(rb"(?:\d+ ?(?:" + fold_word("و") + rb"|,|-) ?)+$")
_CHAIN_REACH = 24
_CLOSING = (b">", b'"', b")")
_MAKER = 4  # words of the longest name of who decided
_LATIN = frozenset(b"abcdefghijklmnopqrstuvwxyz")


def reason(lexed: Lexed, number: Number) -> str | None:
    """Return why the number is no quantity whatever follows it, or None."""
    if _in_address(lexed, number):
        return "address"
    if number.digits and _telephone(lexed, number):
        return "telephone"
    if number.digits and _list_item(lexed, number):
        return "list-item"
    if is_one(number) and not follows_single(lexed, number):
        return "one"
    if number.spelled == "digits" and not number.definite and _named(_name_before(lexed, number)):
        return "name"
    if number.spelled == "words" and hit_before(lexed, "ordinal", number.word_start - 1):
        return "ordinal"
    if number.spelled == "words" and number.kind == "fraction" and _ordinal_part(lexed, number):
        return "ordinal"
    return None


def is_one(number: Number) -> bool:
    """Whether the number is the word واحد, which mostly does not count (طرف واحد)."""
    return number.value == 1 and number.spelled == "words" and not number.percent and number.unit is None


def follows_single(lexed: Lexed, number: Number) -> bool:
    """Whether واحد counts the noun before it: a time, money, or a victim (لعام واحد, قتيل واحد)."""
    index = word_before(lexed, number.word_start)
    if index is None or number.word_start < number.start:
        return False
    end = lexed.word_ends[index]
    unit = hit_before(lexed, "unit", end) or hit_before(lexed, "currency", end)
    if unit is not None and (unit.kind == "currency" or unit.entry.code in TIMES):
        return unit.word_start == lexed.word_starts[index] and not is_definite(
            lexed.word(index), raw_word(lexed, index)
        )
    return lexed.word(index) in words().single


def reason_without_noun(lexed: Lexed, number: Number) -> str | None:
    """Return why a number that counts nothing beside it is a name, an ordinal or a score, or None."""
    start = number.word_start
    word = _name_before(lexed, number) or _before_list(lexed, number)
    if number.digits and text_after(lexed, number.end) in words().dated:
        return "name"
    hyphen = lexed.shadow[start - 1 : start] == b"-"
    if number.digits and (_sequel(lexed, number) or _of_decision(lexed, number)):
        return "name"
    if any(form in words().naming for form in _stripped(word)):
        return "name"
    if hyphen or lexed.shadow[number.end : number.end + 1] in (b"-", b"/", b":", b"+"):
        return "score"
    if (
        word in words().score
        or _added(lexed, number)
        or lexed.shadow[start - 1 : start] in (b"/", b":", b"+")
    ):
        return "score"
    if number.definite and after_singular(lexed, number):
        return "ordinal"
    if number.value == 0 and number.spelled == "words":
        return "one"
    return None


def _sequel(lexed: Lexed, number: Number) -> bool:
    """Whether a dash ties the number to a name in marks (مؤتمر «جنيف - 3»)."""
    before = lexed.shadow[max(0, number.start - 4) : number.start].rstrip(b" ")
    named = before.endswith(b"-") and word_before(lexed, number.start - 1, b" -") is not None
    return named and lexed.shadow[number.end : number.end + 1] in _CLOSING


def _added(lexed: Lexed, number: Number) -> bool:
    """Whether the number is part of a sum that is a name (مجموعة 5 + 1)."""
    before, after = (
        lexed.shadow[max(0, number.start - 2) : number.start],
        lexed.shadow[number.end : number.end + 2],
    )
    return before == b"+ " or after == b" +"


def _of_decision(lexed: Lexed, number: Number) -> bool:
    """Whether the number names a decision whose maker stands between (قرار مجلس الأمن 2254)."""
    index = word_before(lexed, number.word_start)
    for _ in range(_MAKER):
        if index is None or not number.digits or number.definite:
            return False
        if any(form in words().decision for form in _stripped(lexed.word(index))):
            return True
        if shape(lexed, index) not in (Shape.NOUN, Shape.DEFINITE):
            return False
        index = word_before(lexed, lexed.word_starts[index])
    return False


def of_round(lexed: Lexed, number: Number) -> bool:
    """Whether a definite word whose number is its name stands before (الجولة 14 من الدوري)."""
    word = _name_before(lexed, number)
    return (
        number.digits is not None
        and word.startswith(_AL)
        and not {word, word[len(_AL) :]}.isdisjoint(words().naming)
    )


def in_law(lexed: Lexed, number: Number) -> bool:
    """Whether the number, or the list it belongs to, follows the name of a law's part or the like (المادتين 5 و6 من)."""
    word = _name_before(lexed, number) or _before_list(lexed, number)
    return number.digits is not None and any(form in words().law for form in _stripped(word))


def _name_before(lexed: Lexed, number: Number) -> bytes:
    """Return the word before the number, a hyphen between allowed (كوفيد-19)."""
    start = number.word_start
    return text_before(lexed, start - 1 if lexed.shadow[start - 1 : start] == b"-" else start)


def _before_list(lexed: Lexed, number: Number) -> bytes:
    """Return the word before a list of numbers that this one belongs to (القاعات 3 و4 و8)."""
    chain = _CHAIN.search(lexed.shadow, max(0, number.start - _CHAIN_REACH), number.start)
    return text_before(lexed, chain.start()) if number.digits and chain else b""


def _named(word: bytes) -> bool:
    """Whether the number after the word is part of a name, whatever follows: القرار 1701, بوينغ 737."""
    known = words()
    forms = _stripped(word)
    return any(form in known.brand for form in forms) or any(form in known.law for form in forms[1:])


def _stripped(word: bytes) -> list[bytes]:
    return [word, *(word[len(clitic) :] for clitic in _CLITICS if word.startswith(clitic))]


def _in_address(lexed: Lexed, number: Number) -> bool:
    """Whether Latin letters, @ or an underscore touch the digits, or a Latin word stands before them."""
    if number.spelled != "digits":
        return False
    shadow = lexed.shadow
    before, after = shadow[number.start - 1 : number.start], shadow[number.words_end : number.words_end + 1]
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
    if lexed.shadow[number.start - 1 : number.start] == b"+" or digits.startswith(b"00"):
        return True
    plain = number.digits is not None and number.digits.plain
    return plain and (len(digits) > 9 or (digits.startswith(b"0") and len(digits) > 2))


def _list_item(lexed: Lexed, number: Number) -> bool:
    """Whether the number opens its line with a mark of enumeration behind it: 1- 2. 3)."""
    before = lexed.shadow[max(0, number.start - 2) : number.start].strip(b" (")
    opens = number.start == 0 or (
        before in (b"", b"\n")
        and (number.start < 2 or b"\n" in lexed.shadow[number.start - 2 : number.start])
    )
    after = lexed.shadow[number.end : number.end + 2]
    return (opens and after[:1] in (b"-", b".", b")", b"/", b":") and not after[1:].isdigit()) or (
        opens and after in (b" -", b" )", b" .", b" :")
    )


def _ordinal_part(lexed: Lexed, number: Number) -> bool:
    """Whether a fraction names a part: النصف الأول, الربع الأخير, نصف النهائي, الثامنة والنصف."""
    after = text_after(lexed, number.end)
    if after.removeprefix(_AL) in words().part:
        return True
    hits = lexed.of_kind("ordinal", number.end + 1, number.end + 4)
    return number.definite and (bool(hits) or after in words().last_part)


def after_singular(lexed: Lexed, number: Number) -> bool:
    """Whether a number with article stands after a definite singular, as an ordinal does: القرن الـ19."""
    low = number.value <= 10 and number.spelled == "words"
    index = word_before(lexed, number.word_start)
    if low or index is None:
        return False
    word = lexed.word(index)
    if is_plural(word):
        return False
    if number.spelled == "words" and word.endswith(_HERS) and not word.endswith(_PLURAL_HERS):
        return True  # دورتها السبعين
    return is_definite(word, raw_word(lexed, index)) and not is_possessed(word, raw_word(lexed, index))
