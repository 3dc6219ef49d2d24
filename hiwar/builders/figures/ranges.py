"""Ranges: two numbers that are one figure (بين 3 و5, من 3 إلى 5, 3-5), and changes that are two (ارتفع من 13 إلى 16)."""

from fractions import Fraction
from typing import NamedTuple

from hiwar.builders.figures import naming, units
from hiwar.builders.figures.number import Number
from hiwar.builders.knowledge.qualifiers import words
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.lex import Lexed
from hiwar.builders.text.near import word_after, word_before

_AND, _AL = fold_word("و"), fold_word("ال")
RULES = frozenset({"range-between", "range-from", "range-to", "range-dash", "range-or"})
_LONGEST_JOINT = 40
_CHANGE_REACH = 30  # words before من that may speak of a change
_AROUND, _OPENING = b' ()<>"', b' (<"'
_THOUSAND = 1000
_STEM = 3  # letters in which the cases of a noun agree


class Range(NamedTuple):
    """Two numbers read as one."""

    start: int  # of بين or من, or of the first number
    low: Fraction
    high: Fraction
    rule: str


def read(lexed: Lexed, first: Number, second: Number) -> Range | None:
    """Return the range that two neighbouring numbers make, or None."""
    if second.start - first.end > _LONGEST_JOINT or "magnitude" in (first.kind, second.kind):
        return None
    if (
        (first.unit and not is_bare_unit(first))
        or (second.unit and not is_bare_unit(second))
        or (first.percent and not second.percent)
        or b"\n" in lexed.shadow[first.end : second.start]
    ):
        return None
    joint = _joint(lexed, first, second)
    low, high = _scaled(first, second), second.value
    if joint is None or low == high:
        return None
    start, rule = _kind(lexed, first, joint)
    if low > high and rule == "range-between":
        low, high = high, low  # ما بين 32 و30 مليارا
    if not low < high:
        return None
    if rule in ("range-dash", "range-or", "range-to") and not _close(low, high, rule):
        return None
    return None if rule is None else Range(start, low, high, rule)


def is_bare_unit(number: Number) -> bool:
    """Whether the number is a unit without numeral (عقد, and عامين in عامين أو ثلاثة)."""
    return number.unit is not None and (number.unit.start, number.unit.end) == (number.start, number.end)


def share_unit(lexed: Lexed, first: Number, second: Number) -> bool:
    """Whether the unit of the second number is that of the first as well (20 و25 سنة, رفع من 10 إلى 12 درهما)."""
    if (first.spelled == "words") != (second.spelled == "words"):
        return False  # حكم على خمسة و15 عاما على ستة
    joint = _joint(lexed, first, second) if second.start - first.end <= _LONGEST_JOINT else None
    return joint is not None and (joint == _AND or joint in words().either or joint in words().to)


def changes_to(lexed: Lexed, first: Number, second: Number) -> bool:
    """Whether the second number is what the first became, in the same unit (خفض من 20 في المئة إلى 15)."""
    if second.start - first.end > _LONGEST_JOINT:
        return False
    return _joint(lexed, first, second) in words().to


def _joint(lexed: Lexed, first: Number, second: Number) -> bytes | None:
    """Return the word or dash between two numbers, the unit of the first left out."""
    end = first.end
    unit = units.plain_after(lexed, end)
    if unit is not None and unit.end <= second.word_start:
        end = unit.end
        other = units.plain_after(lexed, second.end)
        if other is not None and other.entry != unit.entry:
            return None
    joint = lexed.shadow[end : second.start].strip(_AROUND)
    joint = joint.removesuffix(_AL).strip(_AROUND)
    if _links(joint):
        return joint
    middle, _, link = joint.rpartition(b" ")
    return link if _links(link) and middle and _same_noun(lexed, middle, second.end) else None


def _links(joint: bytes) -> bool:
    known = words()
    return joint in (_AND, b"-") or joint in known.to or joint in known.either


def _same_noun(lexed: Lexed, middle: bytes, position: int) -> bool:
    """Whether the noun after the first number stands after the second again (ما بين 20 شخصا و30 شخصا)."""
    number = word_after(lexed, position)
    if number is None or b" " in middle:
        return False
    return lexed.word(number)[:_STEM] == middle[:_STEM]


def _scaled(first: Number, second: Number) -> Fraction:
    """Return the first value in the scale of the second where it has none of its own (بين 3 و5 ملايين)."""
    if (
        second.scale >= _THOUSAND
        and first.value < _THOUSAND
        and first.value * second.scale < 2 * second.value
    ):
        return first.value * second.scale
    return first.value


def _kind(lexed: Lexed, first: Number, joint: bytes) -> tuple[int, str | None]:
    """Return where the range starts, and its rule, None where it is none."""
    known = words()
    start = first.word_start
    noun = word_before(lexed, start) if naming.is_one(first) else None
    if noun is not None and lexed.word(noun) not in known.between:
        start = lexed.word_starts[noun]  # سنة واحدة إلى ثلاث
    opened = start
    while start and lexed.shadow[start - 1] in _OPENING and opened - start < 3:
        start -= 1
    before = lexed.word_at(start - 1)
    phrase = next((p for p in known.between if lexed.shadow.endswith(p, max(0, start - 20), start)), None)
    if phrase is not None and _stands(lexed, start - len(phrase)):
        return start - len(phrase), "range-between"
    if joint == b"-":
        return first.start, "range-dash"
    if joint in known.either:
        return first.start, "range-or"
    if joint not in known.to:
        return first.start, None
    if before is None or lexed.word(before).removeprefix(_AND) not in known.start:
        return opened if naming.is_one(first) else first.start, None if before is not None and _changes(
            lexed, before + 1
        ) else "range-to"
    if _changes(lexed, before):
        return first.start, None
    glued = lexed.word(before).startswith(_AND)
    return lexed.word_starts[before] + glued, "range-from"


def _stands(lexed: Lexed, position: int) -> bool:
    """Whether a word begins at `position`, or stands there behind a glued letter (بما بين 3 و5)."""
    number = lexed.word_at(position)
    if number is None:
        return False
    return lexed.shadow[lexed.word_starts[number] : position] in _PROCLITICS


def _close(low: Fraction, high: Fraction, rule: str) -> bool:
    """Whether two bare numbers are near enough to be one estimate."""
    return high <= low * (2 if rule == "range-or" else 20) and low > 0


def _changes(lexed: Lexed, number: int) -> bool:
    """Whether a word of change stands in the sentence before word `number`."""
    for here in range(number - 1, max(-1, number - _CHANGE_REACH), -1):
        gap = lexed.shadow[lexed.word_ends[here] : lexed.word_starts[here + 1]]
        if b"\n" in gap or b". " in gap or len(gap) > 20:
            return False
        forms = _bare_forms(lexed.word(here))
        if forms & words().steady:
            return False
        if forms & words().change:
            return True
    return False


def _bare_forms(word: bytes) -> set[bytes]:
    """Return the word, and what it is without a clitic before it and a pronoun behind it (بانتقاله → انتقال)."""
    word = word.removeprefix(_AND).removeprefix(_AL)
    forms = {word, word[1:]} if word[:1] in _CLITICS else {word}
    return forms | {form.removesuffix(suffix) for form in forms for suffix in _SUFFIXES}


_PROCLITICS = (b"", *map(fold_word, ("و", "ف", "ب", "ل")))
_CLITICS = tuple(map(fold_word, ("و", "ف", "ب", "ل")))
_SUFFIXES = tuple(map(fold_word, ("ه", "ها", "هم")))
