"""Numbers that tell a place in an order and no quantity: ordinals, ranks, editions, days of a month, parts of a year."""

from fractions import Fraction

from hiwar.builders.figures import named, units
from hiwar.builders.figures.number import Number
from hiwar.builders.knowledge.calendar import words as calendar_words
from hiwar.builders.knowledge.words import words
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.lex import Lexed
from hiwar.builders.text.near import hit_before, text_after, text_before, word_after, word_before
from hiwar.builders.text.shapes import (
    Shape,
    bare_definite,
    is_definite,
    is_plural,
    is_possessed,
    raw_word,
    shape,
    verbal_shape,
)

_AL, _AND, _FROM = (fold_word(letters) for letters in ("ال", "و", "من"))
_HERS = tuple(map(fold_word, ("ته", "تها", "تهم", "تهما")))
_PLURAL_HERS = tuple(map(fold_word, ("اته", "اتها", "اتهم", "اتهما")))
_PRONOUNS = tuple(map(fold_word, ("ه", "ها", "هم", "هما")))
_SAME = frozenset(map(fold_word, ("ذات", "نفس", "هذا")))
_THIS = frozenset(map(fold_word, ("هذا", "ذلك")))
_TENTH = (10, Fraction(1, 10))  # what عشر stands for behind an ordinal
_IN_A_ROW = b" " + fold_word("على") + b" " + fold_word("التوالي")
_ACT = 4  # letters of a verbal noun
_AFTER, _HUNDRED = fold_word("بعد"), 100
_THOUSAND = 1000
_DAYS = 31
_FURTHEST = 3  # words between an occasion and its number


def always(lexed: Lexed, number: Number) -> bool:
    """Whether the number tells an order whatever follows it."""
    if _in_ordinal(lexed, number) or _minutes_past(lexed, number) or _ranked(lexed, number):
        return True
    if number.spelled == "words" and number.kind == "fraction" and _ordinal_part(lexed, number):
        return True
    if (
        number.definite
        and number.value < 2
        and text_before(lexed, number.word_start) in calendar_words().hour
    ):
        return True  # الساعة الواحدة والنصف
    return number.definite and (_of_occasion(lexed, number) or _day_of_month(lexed, number))


def alone(lexed: Lexed, number: Number) -> bool:
    """Whether a number that counts nothing beside it tells an order: القرن الـ19, الثلاثاء 14, هذا الربع."""
    if number.definite and after_singular(lexed, number):
        return True
    if number.digits is not None and 1 <= number.value <= _DAYS:
        if hit_before(lexed, "weekday", number.word_start - 1) is not None:
            return True
        return lexed.shadow.startswith(_IN_A_ROW, number.end)  # للعام 17 على التوالي
    return number.kind == "fraction" and number.definite and text_before(lexed, number.word_start) in _THIS


def _ranked(lexed: Lexed, number: Number) -> bool:
    """Whether a word for where one ranks follows the digits (المرتبة الـ35 عربيا, و12 عالميا)."""
    if number.digits is None or number.percent:
        return False
    after = text_after(lexed, number.end)
    return after in words().ranked or (number.definite and after in words().ranked_there)


def _of_occasion(lexed: Lexed, number: Number) -> bool:
    """Whether the number says which feast or anniversary is meant (الذكرى السنوية السبعين)."""
    index = word_before(lexed, number.word_start)
    for _ in range(_FURTHEST):
        if index is None or shape(lexed, index) not in (Shape.NOUN, Shape.DEFINITE, Shape.PREPOSITION):
            return False
        if not words().occasion.isdisjoint(_without_pronoun(lexed.word(index))):
            return number.scale < _THOUSAND
        index = word_before(lexed, lexed.word_starts[index])
    return False


def _without_pronoun(word: bytes) -> list[bytes]:
    """Return the word, and what it is without a clitic before it and a pronoun behind it."""
    owned = [word[: -len(end)] for end in _PRONOUNS if word.endswith(end)]
    return [form for noun in (word, *owned) for form in named.stripped(noun)]


def _day_of_month(lexed: Lexed, number: Number) -> bool:
    """Whether من and a month follow a number that may be a day (الـ24 من الشهر الجاري, الست من شوال)."""
    index = word_after(lexed, number.end + lexed.shadow.startswith(b")", number.end))
    if index is None or lexed.word(index) != _FROM or not 1 <= number.value <= _DAYS:
        return False
    noun = bare_definite(text_before(lexed, number.word_start))[0]
    if noun.startswith(_AL) and is_plural(noun):
        return False  # الأشهر الثلاثة من يوليو
    index += 1 + (lexed.word(index + 1) in _SAME)
    if lexed.word(index) in calendar_words().month:
        return True
    return index < len(lexed.word_starts) and lexed.hit_at("month", lexed.word_starts[index]) is not None


def _in_ordinal(lexed: Lexed, number: Number) -> bool:
    """Whether number words go on with the ordinal before them: الثانية عشرة, الخامس والعشرين."""
    if number.definite and number.value == _HUNDRED and text_before(lexed, number.word_start) == _AFTER:
        return True  # الأسبوع الثاني والثلاثين بعد المائة
    if number.spelled != "words" or not hit_before(lexed, "ordinal", number.word_start - 1):
        return False
    clitic = lexed.shadow[number.word_start : number.start]
    return number.value in _TENTH if not clitic else clitic.startswith(_AND) and number.definite


def _minutes_past(lexed: Lexed, number: Number) -> bool:
    """Whether the number tells the minutes of a time of day (الخامسة و10 دقائق, الواحدة و5 دقائق, الثانية عشرة و45 دقيقة)."""
    if lexed.shadow[number.word_start : number.start] != _AND:
        return False
    unit = units.plain_after(lexed, number.end)
    if unit is None or unit.kind != "unit" or unit.entry.code != "minute":
        return False
    end = number.word_start - 1
    ten = hit_before(lexed, "number", end)
    if ten is not None and ten.entry.value == 1:
        return lexed.shadow[ten.word_start : ten.start].endswith(_AL)
    if ten is not None and ten.entry.value == 10:
        end = ten.word_start - 1
    return hit_before(lexed, "ordinal", end) is not None


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
    word = bare_definite(lexed.word(index))[0]
    if word.endswith(_PRONOUNS) and not units.ONCE.isdisjoint(_without_pronoun(word)):
        return True  # عامه الـ17
    if is_plural(word):
        return False
    if word.endswith(_HERS) and not word.endswith(_PLURAL_HERS):
        return True  # دورتها السبعين, نسخته الـ9
    act = next((word.removesuffix(its) for its in _PRONOUNS[::-1] if word.endswith(its)), b"")
    if len(act) > _ACT and verbal_shape(act) and raw_word(lexed, index).lstrip("وفبلك")[:1] in ("ا", "إ"):
        return True  # اجتماعها الـ22
    return is_definite(word, raw_word(lexed, index)) and not is_possessed(word, raw_word(lexed, index))
