"""Numbers that lean on a unit: عام ونصف, ثلاث سنوات ونصف السنة, and the bare عقد and قرن."""

from fractions import Fraction

from hiwar.builders.figures import units
from hiwar.builders.figures.number import Number
from hiwar.builders.knowledge.calendar import words as calendar_words
from hiwar.builders.knowledge.qualifiers import words
from hiwar.builders.knowledge.words import words as shape_words
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.lex import Hit, Lexed
from hiwar.builders.text.near import hit_before, text_after, text_before, word_before
from hiwar.builders.text.shapes import opens_noun

_DUAL = tuple(map(fold_word, ("ين", "ان")))
_PLURALS = frozenset(map(fold_word, ("سنين", "ثوان", "فدان", "تومان")))
_AL, _AND = fold_word("ال"), fold_word("و")
_WITHIN = frozenset(map(fold_word, ("في", "بحر", "نهاية", "بنهاية", "بداية", "منتصف", "مطلع")))
_DECADE = 10
_LATEST = frozenset(map(fold_word, ("الأخير", "الفارط")))
_BETWEEN = frozenset(map(fold_word, ("بين", "مابين")))


def merge(lexed: Lexed, found: list[Number]) -> list[Number]:
    """Return the numbers in order, halves joined to their unit and number, and bare decades and centuries added."""
    merged: list[Number] = []
    for number in found:
        unit = _halved(lexed, number)
        if unit is None:
            merged.append(number)
        elif merged and merged[-1].end + 1 == unit.word_start and not merged[-1].percent:
            merged.append(_joined(lexed, merged.pop(), unit, number))
        else:
            merged.append(_joined(lexed, _bare(lexed, unit), unit, number))
    merged += _opened(lexed, merged) + _both_bare(lexed)
    counted = {number.end + 1 for number in merged}
    inside = {number.start for number in merged}
    for hit in lexed.of_kind("unit"):
        if hit.word_start in counted or hit.start in inside:
            continue
        if lexed.shadow[hit.start : hit.end] not in hit.entry.bare:
            continue
        if _definite(lexed, hit):
            told = _decade_told(lexed, hit)
        else:
            told = units.speaks_of_time(lexed, _preposition(lexed, hit), hit.end)
        if told:
            merged.append(_bare(lexed, hit)._replace(definite=_definite(lexed, hit)))
    return sorted(merged, key=lambda number: number.start)


def _decade_told(lexed: Lexed, hit: Hit) -> bool:
    """Whether a preposition of time and an adjective say which ten years العقد are: خلال العقد الماضي, not العقد الحالي للاعب."""
    if hit.entry.factor != _DECADE:
        return False
    before, after = text_before(lexed, hit.word_start).removeprefix(_AND), text_after(lexed, hit.end)
    spoken = before in shape_words().time_before or before in _WITHIN
    return spoken and (after in calendar_words().direction or after in _LATEST)


def _opened(lexed: Lexed, found: list[Number]) -> list[Number]:
    """Return the units without numeral that open a range (عامين أو ثلاثة, من سنة إلى ثلاث سنوات), as numbers."""
    opening = []
    for number in found:
        if between := _opens_between(lexed, number):
            opening.append(_bare(lexed, between))
        joint = word_before(lexed, number.word_start)
        if joint is None or number.kind != "value" or number.value < 2 or number.unit is not None:
            continue
        link = lexed.word(joint)
        if (
            link not in words().to | words().either
            or lexed.shadow[lexed.word_starts[joint] - 1 : lexed.word_starts[joint]] != b" "
        ):
            continue
        hit = hit_before(lexed, "unit", lexed.word_starts[joint] - 1)
        if hit is not None and not _definite(lexed, hit) and _goes_on(lexed, hit, number, link):
            opening.append(_bare(lexed, hit))
    return opening


def _opens_between(lexed: Lexed, number: Number) -> Hit | None:
    """Return the bare unit behind بين that و and the same unit with a numeral follow (بين سنة وعشر سنوات)."""
    if lexed.shadow[number.word_start : number.start] != _AND or number.kind != "value":
        return None
    hit = hit_before(lexed, "unit", number.word_start - 1)
    unit = units.plain_after(lexed, number.end)
    if hit is None or hit.glued or unit is None or unit.entry != hit.entry:
        return None
    before = word_before(lexed, hit.start)
    return hit if before is not None and lexed.word(before) in _BETWEEN else None


def _both_bare(lexed: Lexed) -> list[Number]:
    """Return the numbers of ranges whose ends are a unit and its dual (بين أسبوع وأسبوعين, من شهر إلى شهرين)."""
    found = []
    for hit in lexed.of_kind("unit"):
        if not _is_dual(lexed, hit):
            continue
        joined = lexed.shadow[hit.word_start : hit.start] == _AND
        link = word_before(lexed, hit.word_start)
        if not joined and (link is None or hit.glued or lexed.word(link) not in words().to):
            continue
        end = hit.word_start - 1 if joined or link is None else lexed.word_starts[link] - 1
        first = hit_before(lexed, "unit", end)
        before = None if first is None or first.glued else word_before(lexed, first.start)
        opens = _BETWEEN if joined else words().start
        if (
            first is not None
            and first.entry == hit.entry
            and before is not None
            and lexed.word(before) in opens
        ):
            found += [_bare(lexed, first), _bare(lexed, hit)]
    return found


def _goes_on(lexed: Lexed, hit: Hit, number: Number, link: bytes) -> bool:
    """Whether the number behind the link counts the same unit: named again, or left out after a dual."""
    unit = units.plain_after(lexed, number.end)
    if unit is not None:
        return bool(unit.entry == hit.entry) and (link in words().to or _is_dual(lexed, hit))
    return _is_dual(lexed, hit) and not opens_noun(lexed, number.end)


def _is_dual(lexed: Lexed, hit: Hit) -> bool:
    word = lexed.shadow[hit.start : hit.end]
    return word.endswith(_DUAL) and word not in _PLURALS


def _halved(lexed: Lexed, number: Number) -> Hit | None:
    """Return the unit that و and a fraction follow (عام ونصف), or None."""
    clitic = lexed.shadow[number.word_start : number.start]
    if number.kind != "fraction" or not clitic.startswith(fold_word("و")) or number.value >= 1:
        return None
    hit = hit_before(lexed, "unit", number.word_start - 1) or hit_before(
        lexed, "currency", number.word_start - 1
    )
    return None if hit is None or _definite(lexed, hit) else hit


def _definite(lexed: Lexed, hit: Hit) -> bool:
    return lexed.shadow[hit.word_start : hit.start].endswith((_AL, fold_word("لل")))


def _preposition(lexed: Lexed, hit: Hit) -> bytes:
    clitic = lexed.shadow[hit.word_start : hit.start]
    if clitic.endswith(fold_word("ل")):
        return fold_word("لمدة")
    return text_before(lexed, hit.word_start).removeprefix(fold_word("و"))


def _bare(lexed: Lexed, unit: Hit) -> Number:
    """Return the number that a unit without numeral stands for: one, or two for a dual."""
    dual = _is_dual(lexed, unit)
    return Number(
        start=unit.start,
        end=unit.end,
        word_start=unit.word_start,
        value=Fraction(2 if dual else 1),
        kind="value",
        percent=False,
        definite=False,
        spelled="words",
        digits=None,
        reading="",
        words_end=unit.end,
        scale=Fraction(1),
        unit=unit,
    )


def _joined(lexed: Lexed, whole: Number, unit: Hit, half: Number) -> Number:
    """Return `whole` with its unit and the half of it that follows, the unit named again or not."""
    end = half.end
    for hit in lexed.of_kind(unit.kind, end + 1, end + 4):
        if hit.entry == unit.entry and hit.word_start == end + 1:
            end = hit.end
            break
    return whole._replace(end=end, words_end=end, value=whole.value + half.value, unit=unit, kind="value")
