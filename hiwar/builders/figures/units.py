"""The unit that stands beside a number: measures, time, money."""

import unicodedata
from collections import Counter
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from hiwar.builders.knowledge.calendar import words as calendar_words
from hiwar.builders.knowledge.units import TIMES, Money, Unit, ages, rates, signs
from hiwar.builders.knowledge.words import words
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.lex import Hit, Lexed
from hiwar.builders.text.near import text_after, text_before, word_after, word_before
from hiwar.builders.text.shapes import Shape, shape

_AL, _BY, _AND = (fold_word(letters) for letters in ("ال", "ب", "و"))
_ENDINGS = tuple(map(fold_word, ("", "ا", "ة")))


class Found(NamedTuple):
    """A unit beside a number."""

    code: str
    factor: Fraction
    start: int
    end: int  # with the adjective of a currency
    kind: str  # time, mass, of, money, measure, percent
    note: str  # how a currency was settled, "" where nothing was to settle


_OF = fold_word("من") + b" " + fold_word("ال")
PERCENT = Found("percent", Fraction(1), 0, 0, "percent", "")
_AGE = fold_word("سن")
YEARS = Found("year", Fraction(1), 0, 0, "time", "age")
_PART = fold_word("من")
_POINTING = frozenset(map(fold_word, ("هذا", "هذه", "ذلك", "تلك", "كل", "أي", "عدة", "بعض", "جميع")))
ONCE = frozenset(map(fold_word, ("عام", "سنة", "شهر", "أسبوع", "يوم", "قرن", "عقد")))
_YEAR = frozenset(map(fold_word, ("عام", "سنة")))
_HEAT = 7  # words before a bare number that may speak of a temperature
_NEAR = 60  # words before


def after(lexed: Lexed, position: int, countries: Counter[str]) -> Found | None:
    """Return the unit that stands right after `position` (a space between, or nothing), with or without article.

    `countries` counts the currencies whose countries the text names, as `countries_of` returns it.
    """
    sign = _sign(lexed, position)
    if sign is not None:
        return sign
    start = position + (lexed.shadow[position : position + 1] == b" ")
    hit = _hit(lexed, "currency", start)
    if hit is not None:
        return _money(lexed, hit, countries)
    if lexed.shadow.startswith(_OF, start):
        hit = lexed.hit_at("currency", start + len(_OF))  # مئات الملايين من الدولارات
        return _money(lexed, hit, countries)._replace(start=start) if hit is not None else None
    hit = _hit(lexed, "unit", start)
    if hit is not None and hit.entry.near:
        same = (other for other in lexed.of_kind("unit", hit.start, hit.start + 1) if other.end == hit.end)
        hit = next((other for other in same if _near(lexed, other)), None)
    if hit is None or _tells_when(lexed, hit):
        return None
    if hit.entry.careful and _contracts(lexed, hit):
        return None
    return _raised(lexed, _measure(hit))


def _tells_when(lexed: Lexed, hit: Hit) -> bool:
    """Whether a unit with the article says when and measures nothing (23 مليونا العام الماضي, not عشرات السنين الماضية)."""
    if _dates(lexed, hit):
        return True
    singular = lexed.shadow[hit.start : hit.end] in ONCE and lexed.shadow[hit.word_start : hit.start] == _AL
    return singular and text_after(lexed, hit.end) in calendar_words().direction


def _dates(lexed: Lexed, hit: Hit) -> bool:
    """Whether the year itself follows the word for it (ارتفع إلى 300 سنة 2011)."""
    year = lexed.shadow[hit.end + 1 : hit.end + 5]
    plain = year.isdigit() and not lexed.shadow[hit.end + 5 : hit.end + 6].isdigit()
    return lexed.shadow[hit.start : hit.end] in _YEAR and plain and year[:2] in (b"19", b"20")


def _near(lexed: Lexed, hit: Hit) -> bool:
    """Whether the words before and behind a unit that needs it speak of what it measures."""
    here = lexed.word_from(hit.word_start)
    near = (lexed.word(number).removeprefix(_AND) for number in range(here - _NEAR, here + _NEAR // 4))
    return not hit.entry.near.isdisjoint(near)


def _contracts(lexed: Lexed, hit: Hit) -> bool:
    """Whether عقود after a numeral are contracts: with what was signed before, or what is bought behind."""
    here = lexed.word_from(hit.word_start)
    before = {lexed.word(number) for number in range(here - 5, here)}
    near = before | {word.removeprefix(fold_word("و")) for word in before}
    return bool(near & words().contract) or lexed.word(here + 1) in words().contract


def is_mass(unit: Found | None) -> bool:
    """Whether what is measured may stand behind the unit."""
    return unit is not None and unit.kind == "mass"


def countries_of(lexed: Lexed) -> Counter[str]:
    """Return how often the text names the country of each currency that shares its noun with others."""
    return Counter(hit.entry for hit in lexed.of_kind("currency_country"))


def of_hit(lexed: Lexed, hit: Hit, countries: Counter[str]) -> Found:
    """Return what a hit of kind `unit` or `currency` stands for."""
    return _money(lexed, hit, countries) if hit.kind == "currency" else _measure(hit)


def _measure(hit: Hit) -> Found:
    unit: Unit = hit.entry
    kind = (
        "time"
        if unit.code in TIMES
        else "mass"
        if unit.mass
        else "of"
        if unit.of
        else "percent"
        if unit.code == "percent"
        else "measure"
    )
    return Found(unit.code, unit.factor, hit.word_start, hit.end, kind, "")


def _raised(lexed: Lexed, found: Found) -> Found:
    """Return the unit with the power or the time that it is taken by: م2, كم/ساعة, مترا في الثانية."""
    if found.code not in rates().of:
        return found
    end = found.end
    power = unicodedata.digit(lexed.text[lexed.raw(end)], 0) if end < len(lexed) else 0
    if power in (2, 3) and not lexed.shadow[end + 1 : end + 2].isdigit():
        return found._replace(code=f"{found.code}{power}", end=end + 1)
    if lexed.shadow[end : end + 1] == b"/":
        number = lexed.word_at(end + 1)
        code = rates().per.get(lexed.word(number).removeprefix(_AL)) if number is not None else None
        return (
            found._replace(code=f"{found.code}/{code}", end=lexed.word_ends[number or 0]) if code else found
        )
    return _by_time(lexed, found)


def _by_time(lexed: Lexed, found: Found) -> Found:
    """Return the unit with the time behind في or ب, unless that is a time of day (في الساعة الخامسة)."""
    number = word_after(lexed, found.end)
    word = b"" if number is None else lexed.word(number)
    if number is None or word not in rates().link:
        last, name = number, word.removeprefix(_BY)
    else:
        last, name = number + 1, lexed.word(number + 1)
    code = rates().per.get(name.removeprefix(_AL)) if name.startswith(_AL) else None
    if last is None or code is None:
        return found
    end = lexed.word_ends[last]
    following = word_after(lexed, end)
    clock = following is not None and bool(lexed.hit_at("ordinal", lexed.word_starts[following] + len(_AL)))
    if clock or lexed.shadow[end + 1 : end + 2].isdigit():
        return found
    return found._replace(code=f"{found.code}/{code}", end=end)


def before(lexed: Lexed, position: int) -> Found | None:
    """Return the currency sign that stands right before `position`."""
    for gap in (1, 2):
        code = signs().get(lexed.text[lexed.raw(position - gap)]) if position >= gap else None
        if code:
            return Found(code, Fraction(1), position - gap, position, "money", "")
        if lexed.shadow[position - gap : position - gap + 1] != b" ":
            break
    return None


def heat(lexed: Lexed, position: int) -> Found | None:
    """Return degrees where the words before `position` speak of a temperature (درجة الحرارة إلى 45, العظمى 38)."""
    known, here = words(), lexed.word_from(position) - 1
    first = max(0, here - _HEAT)
    near = [lexed.word(number) for number in range(first, here + 1)]
    gap = lexed.shadow[lexed.word_starts[first] : position] if near else b""
    named = any(word in known.degrees and after in known.heat for word, after in pairwise(near))
    if b". " in gap or b"\n" in gap or not (named or (near and near[-1] in known.extremes)):
        return None
    return Found("degC", Fraction(1), position, position, "measure", "temperature")


def share(lexed: Lexed, position: int) -> Found | None:
    """Return percent where the words before `position` in its clause speak of a percentage (هذه النسبة إلى 16)."""
    here = lexed.word_from(position) - 1
    for number in range(here, max(-1, here - _HEAT), -1):
        end = lexed.word_starts[number + 1] if number < here else position
        if lexed.shadow[lexed.word_ends[number] : end] not in (b" ", b""):
            return None
        if lexed.word(number).removeprefix(_AND) in words().percentage:
            return PERCENT._replace(start=position, end=position)
    return None


def speaks_of_age(lexed: Lexed, start: int, end: int) -> bool:
    """Whether a word for age stands between the positions."""
    return any(lexed.word(number) in ages() for number in range(lexed.word_from(start), lexed.word_from(end)))


def age(lexed: Lexed, position: int) -> Found | None:
    """Return years where the word before `position` speaks of age and no unit follows the number."""
    word = text_before(lexed, position)
    if word in ages() or word.removeprefix(_AND) in ages():
        return Found("year", Fraction(1), position, position, "time", "age")
    return None


def age_start(lexed: Lexed, unit: Found | None, position: int) -> int:
    """Return where سن before an age starts, which is part of the figure (سن الخمسين); else `position`."""
    number = word_before(lexed, position) if unit is not None and unit.note == "age" else None
    return lexed.word_starts[number] if number is not None and lexed.word(number) == _AGE else position


def age_after(lexed: Lexed, position: int) -> Found | None:
    """Return years where the number is told as a part of a life (في الـ45 من عمره)."""
    of = word_after(lexed, position)
    if of is not None and lexed.word(of) == _PART and lexed.word(of + 1) in ages():
        return Found("year", Fraction(1), position, lexed.word_ends[of + 1], "time", "age")
    return None


def _sign(lexed: Lexed, position: int) -> Found | None:
    for gap in (0, 1):
        if position + gap < len(lexed):
            code = signs().get(lexed.text[lexed.raw(position + gap)])
            if code:
                return Found(code, Fraction(1), position + gap, position + gap + 1, "money", "")
            if lexed.shadow[position + gap : position + gap + 1] != b" ":
                break
    return None


def _hit(lexed: Lexed, kind: str, start: int) -> Hit | None:
    """Return the longest hit whose word starts at `start`, bare or with the article."""
    for offset in (0, len(_AL)):
        hit = lexed.hit_at(kind, start + offset)
        if hit and hit.word_start == start and lexed.shadow[start : hit.start] in (b"", _AL):
            return hit
    return None


def _money(lexed: Lexed, hit: Hit, countries: Counter[str]) -> Found:
    money: Money = hit.entry
    adjective = text_after(lexed, hit.end)
    bare = adjective[2:] if adjective.startswith(_AL) else adjective
    for stem, code in money.adjectives:
        if bare in [stem + ending for ending in _ENDINGS]:
            end = lexed.shadow.index(adjective, hit.end) + len(adjective)
            return Found(code, Fraction(1), hit.word_start, end, "money", "currency: its adjective")
    code, note = _of_country(money, countries)
    return Found(code, Fraction(1), hit.word_start, hit.end, "money", note)


def _of_country(money: Money, countries: Counter[str]) -> tuple[str, str]:
    """Return the currency of the country that the text names most often, of those that share the noun."""
    if not money.countries:
        return money.default, ""
    most = max(countries[code] for code in money.countries)
    if not most:
        return money.default, "currency: by default"
    return next(
        code for code in money.countries if countries[code] == most
    ), "currency: the country the text names most"


def speaks_of_time(lexed: Lexed, before_word: bytes, end: int) -> bool:
    """Whether the words around a bare عقد say that it is ten years: بعد عقد من, not عقد مباحثات or بعد عقد الاجتماع."""
    number = word_after(lexed, end)
    if number is not None and {lexed.word(number), lexed.word(number + 1)} <= words().time_after:
        return True
    noun = number is not None and shape(lexed, number) in (Shape.NOUN, Shape.DEFINITE)
    if number is not None and lexed.word(number) in _POINTING:
        return False  # لعقد هذا الاجتماع
    return before_word in words().time_before and (
        not noun or lexed.word(number or 0) in words().time_adjectives
    )


def plain_after(lexed: Lexed, position: int) -> Hit | None:
    """Return the hit of a unit right after `position`, without settling what it is, or None."""
    start = position + (lexed.shadow[position : position + 1] == b" ")
    return _hit(lexed, "currency", start) or _hit(lexed, "unit", start)
