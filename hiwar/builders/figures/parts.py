"""What stands around a number: its unit, the phrase that it counts, the noun before it."""

from typing import NamedTuple

from hiwar.builders.figures import (
    counted,
    named,
    naming,
    ordinals,
    partitives,
    preceding,
    qualifying,
    spans_of_time,
    units,
)
from hiwar.builders.figures.definite_phrases import Phrase, opens_clause
from hiwar.builders.figures.drafts import Context, Draft, wrapped
from hiwar.builders.figures.measured import unit_of
from hiwar.builders.figures.number import Number
from hiwar.builders.knowledge.calendar import words as calendar_words
from hiwar.builders.knowledge.words import words
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.lex import Lexed
from hiwar.builders.text.near import word_after
from hiwar.builders.text.shapes import Shape, is_plural, opens_noun, raw_word, shape

_TANWIN, _AL, _MEEM, _LIL = (fold_word(letters) for letters in ("ا", "ال", "م", "لل"))


class Parts(NamedTuple):
    """What stands around a number; positions are in the folded view."""

    start: int  # with brackets and the noun before
    end: int  # of what is counted
    unit: units.Found | None
    phrase: Phrase | None
    noun: preceding.Before | None
    inner: qualifying.Found | None  # a qualifier between number and phrase


def parts_of(context: Context, draft: Draft) -> Parts | None:
    """Return what stands around the number, None where the number only names."""
    lexed, first = context.lexed, draft.first
    start, end = wrapped(lexed, draft)
    alone = naming.is_one(first) and not draft.rule  # its noun stands before it
    unit = None if alone else unit_of(context, draft, end)
    start = min(start, units.age_start(lexed, unit, start))
    end = _unit_end(context, draft, unit, end)
    phrase, inner = _phrase(context, draft, unit, end), None
    if (
        phrase is None
        and (inner := qualifying.after(lexed, end))
        and (draft.last.percent or units.is_mass(unit))
    ):
        phrase = partitives.partitive(lexed, inner.end, context.blocked)
    noun = preceding.noun(lexed, first, draft.floor, bare=unit is None and _only_others(lexed, phrase))
    if noun is not None and noun.rule == "amounting-to" and phrase is not None:
        noun = None
    if noun is not None and first.definite and phrase is not None and phrase.rule in ("noun", "partitive"):
        phrase = None  # القوى الست | أقر البرلمان, النساء الثلاث | من المدينة
    if unit is None and noun is None and not draft.last.percent and _is_name(lexed, first, phrase):
        return None
    end = max(end, phrase.end if phrase else 0)
    if noun is not None:
        bound = qualifying.before(lexed, first.word_start)
        inner = bound if inner is None and bound and bound.start >= noun.end else inner
        start = min(start, noun.start)
        end = max(end, _agreeing(context, end) if first.definite else end)
        unit = unit or (units.of_hit(lexed, noun.unit, context.countries) if noun.unit else None)
        if phrase is None and not (unit and noun.unit):
            phrase = Phrase(_without_preposition(lexed, noun.start), noun.end, noun.rule, "number")
    return Parts(start, end, unit, phrase, noun, inner)


def _without_preposition(lexed: Lexed, position: int) -> int:
    """Return where the noun at `position` begins behind ب or ل (بأنواعه الثلاثة); لل is no letter of its own."""
    number = lexed.word_from(position)
    glued = shape(lexed, number) is Shape.PREPOSITION and not lexed.word(number).startswith(_LIL)
    return position + glued


def _unit_end(context: Context, draft: Draft, unit: units.Found | None, end: int) -> int:
    """Return where number and unit end, with the adjectives of a time (ثلاثة أيام متتالية)."""
    if unit is None:
        return end
    end = max(end, unit.end)
    if unit.kind != "time":
        return end
    end, whole = spans_of_time.described(context.lexed, end)
    if whole:
        return end
    named = context.lexed.shadow.startswith(_AL, unit.start)  # ثلث الساعة الأخير
    return _agreeing(context, end) if draft.first.definite or named else end


def _only_others(lexed: Lexed, phrase: Phrase | None) -> bool:
    """Whether nothing is counted behind the number, or only آخرين, whose noun stands before it (مسلحين اثنين آخرين)."""
    return phrase is None or lexed.shadow[phrase.start : phrase.end] in words().others


def _is_name(lexed: Lexed, number: Number, phrase: Phrase | None) -> bool:
    """Whether the number only names what stands before it (القناة 12, المادة 5 من القانون)."""
    if phrase is None:
        return naming.reason_without_noun(lexed, number) is not None
    return phrase.rule == "partitive" and (
        named.in_law(lexed, number)
        or named.of_round(lexed, number)
        or (number.definite and ordinals.after_singular(lexed, number))
    )


def _phrase(context: Context, draft: Draft, unit: units.Found | None, end: int) -> Phrase | None:
    """Return what is counted after the number and its unit."""
    lexed, last = context.lexed, draft.last
    if unit is not None and unit.kind == "time":
        return spans_of_time.spent(lexed, end, context.blocked)
    if unit is not None and unit.kind == "mass" and not _definite_after(lexed, end):
        after = counted.after(lexed, end, plural=False, construct=True, blocked=context.blocked)
        return after or partitives.partitive(lexed, end, context.blocked)  # برميل يوميا من الخام
    if unit is not None and unit.kind == "of":
        return partitives.partitive(lexed, end, context.blocked)  # 50 ميغاواط من الكهرباء
    if unit is not None and unit.kind != "percent":
        return None
    if last.percent or unit is not None:
        return partitives.partitive(lexed, end, context.blocked) or partitives.of_them(lexed, end)
    if naming.is_one(draft.first) and last is draft.first:
        return None
    if _closed(lexed, last):
        return partitives.partitive(lexed, end, context.blocked)
    if last.kind == "magnitude" and last.definite and opens_noun(lexed, end):
        return None  # خانة العشرات | مدفوعا
    construct = last.kind in ("magnitude", "fraction")
    plural = last.kind == "value" and 3 <= last.value % 100 <= 10 and last.scale < 100
    return counted.after(lexed, end, plural=plural, construct=construct, blocked=context.blocked)


def _definite_after(lexed: Lexed, position: int) -> bool:
    number = word_after(lexed, position)
    return number is not None and shape(lexed, number) is Shape.DEFINITE


def _closed(lexed: Lexed, number: Number) -> bool:
    """Whether the number ends in a scale word with tanwin (70 ألفا), which no noun can follow as what is counted."""
    words = lexed.shadow[number.start : number.words_end].split(b" ")
    return len(words) > 1 and words[-1].endswith(_TANWIN) and number.scale >= 1000


def _agreeing(context: Context, end: int) -> int:
    """Return the end of the definite adjectives after the number (الأشهر الثلاثة الأولى)."""
    index = word_after(context.lexed, end)
    for _ in range(3):
        if index is None or context.lexed.word_starts[index] in context.blocked:
            break
        if not _agrees(context.lexed, index) or opens_clause(context.lexed, index):
            break
        end = context.lexed.word_ends[index]
        index = word_after(context.lexed, end)
    return end


def _agrees(lexed: Lexed, index: int) -> bool:
    """Whether a definite word has the form of an adjective to a plural (الثلاثة الأولى, not أبناءه الثلاثة | المتحف)."""
    if shape(lexed, index) is not Shape.DEFINITE:
        return False
    word, raw = lexed.word(index), raw_word(lexed, index)
    bare = word.removeprefix(_AL)
    if (
        raw.endswith(("ية", "ى"))
        or is_plural(word)
        or word in calendar_words().direction
        or word in words().last_part
    ):
        return True
    return raw.endswith("ة") and (bare.startswith(_MEEM) or bare in words().plain_adjectives)
