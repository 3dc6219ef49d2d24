"""Quantities that a text states: number, qualifier, unit, what is counted, and how far the words of each reach."""

from bisect import bisect_left
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from hiwar.builders import dates
from hiwar.builders.figures import (
    counted,
    named,
    naming,
    numbers,
    periods,
    preceding,
    qualifying,
    ranges,
    units,
)
from hiwar.builders.figures.definite_phrases import Phrase, opens_clause
from hiwar.builders.figures.drafts import Context, Draft, draft_of, wrapped
from hiwar.builders.figures.measured import unit_of
from hiwar.builders.figures.numbers import Number
from hiwar.builders.knowledge.calendar import words as calendar_words
from hiwar.builders.knowledge.words import words
from hiwar.builders.steps import DateFound, Figure, Passage
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.lex import Lexed
from hiwar.builders.text.near import word_after
from hiwar.builders.text.shapes import Shape, is_plural, raw_word, shape

_KINDS = frozenset({"headline", "subhead", "body"})
_TANWIN, _AL, _MEEM = (fold_word(letters) for letters in ("ا", "ال", "م"))


_SHAPES = "noun partitive construct of-them time-spent noun-before amounting-to unit percent bare"
RULES = frozenset(_SHAPES.split()) | ranges.RULES


class Parts(NamedTuple):
    """What stands around a number; positions are in the folded view."""

    start: int  # with brackets and the noun before
    end: int  # of what is counted
    unit: units.Found | None
    phrase: Phrase | None
    noun: preceding.Before | None
    inner: qualifying.Found | None  # a qualifier between number and phrase


def find(lexed: Lexed, passages: Sequence[Passage], told: Sequence[DateFound] | None = None) -> list[Figure]:
    """Return the figures of headlines, subheads and body text, in order. `told`: the text's dates, where they are known."""
    context = _context(lexed, dates.find(lexed) if told is None else told)
    figures: list[Figure] = []
    for index, passage in enumerate(passages):
        if passage.kind in _KINDS:
            figures += _in_passage(context, index, passage)
    return figures


def _context(lexed: Lexed, told: Sequence[DateFound]) -> Context:
    found = periods.merge(lexed, _outside(numbers.find(lexed), [(date.start, date.end) for date in told]))
    blocked = {number.word_start for number in found} | {number.start for number in found}
    blocked |= {date.start for date in told}
    blocked |= {hit.word_start for kind in ("weekday", "relative") for hit in lexed.of_kind(kind)}
    return Context(lexed, found, [number.start for number in found], blocked, units.countries_of(lexed))


def _outside(found: list[Number], spans: list[tuple[int, int]]) -> list[Number]:
    """Return the numbers that touch none of the spans, which are in order."""
    starts = [start for start, _ in spans]
    return [
        number
        for number in found
        if (last := bisect_left(starts, number.end) - 1) < 0 or spans[last][1] <= number.start
    ]


def _in_passage(context: Context, index: int, passage: Passage) -> list[Figure]:
    position = bisect_left(context.starts, passage.start)
    stop = bisect_left(context.starts, passage.end)
    figures: list[Figure] = []
    floor = passage.start
    previous: Number | None = None
    while position < stop:
        following = context.numbers[position + 1] if position + 1 < stop else None
        draft, used = draft_of(context, context.numbers[position], following, floor, passage.end)
        figure = _figure(context, draft, index)
        position += used
        if figure is not None:
            if previous and figure.rule == "bare" and ranges.changes_to(context.lexed, previous, draft.first):
                figure = figure._replace(unit=figures[-1].unit)
            figures.append(figure)
            floor = figure.end
            while position < stop and context.starts[position] < floor:
                position += 1
        previous = draft.last if figure else None
    return figures


def _figure(context: Context, draft: Draft, passage: int) -> Figure | None:
    """Return the finished figure, None where the number is no quantity."""
    lexed = context.lexed
    nothing = naming.reason(lexed, draft.first) or (not draft.rule and _only_unit(lexed, draft.first))
    parts = None if nothing else _parts(context, draft)
    if parts is None:
        return None
    qualifier, start, end = _qualified(lexed, draft, parts)
    value, low, high = _values(draft, parts.unit)
    phrase = parts.phrase
    return Figure(
        passage,
        max(start, draft.floor),
        min(end, draft.limit),
        draft.first.start,
        draft.last.end,
        value,
        low,
        high,
        "range" if low is not None and high is not None else "magnitude" if low is not None else qualifier,
        _code(draft, parts.unit),
        (phrase.start, phrase.end) if phrase else None,
        draft.rule or _shape_rule(draft, parts),
        _trace(draft, parts, qualifier),
    )


def _only_unit(lexed: Lexed, number: Number) -> bool:
    """Whether the number is a unit that counts nothing outside of a range (عامين, not عقدين)."""
    if number.unit is None or not ranges.is_bare_unit(number):
        return False
    return lexed.shadow[number.start : number.end] not in number.unit.entry.bare


def _parts(context: Context, draft: Draft) -> Parts | None:
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
        phrase = counted.partitive(lexed, inner.end, context.blocked)
    noun = preceding.noun(lexed, first, draft.floor, bare=phrase is None and unit is None)
    if noun is not None and noun.rule == "amounting-to" and phrase is not None:
        noun = None
    if noun is not None and first.definite and phrase is not None and phrase.rule in ("noun", "partitive"):
        phrase = None  # القوى الست | أقر البرلمان, النساء الثلاث | من المدينة
    if unit is None and noun is None and not draft.last.percent and _is_name(lexed, first, phrase):
        return None
    end = max(end, phrase.end if phrase else 0)
    if noun is not None:
        start = min(start, noun.start)
        end = max(end, _agreeing(context, end) if first.definite else end)
        unit = unit or (units.of_hit(lexed, noun.unit, context.countries) if noun.unit else None)
        if phrase is None and not (unit and noun.unit):
            phrase = Phrase(noun.start, noun.end, noun.rule, "number")
    return Parts(start, end, unit, phrase, noun, inner)


def _unit_end(context: Context, draft: Draft, unit: units.Found | None, end: int) -> int:
    """Return where number and unit end, with the adjectives of a time (ثلاثة أيام متتالية)."""
    if unit is None:
        return end
    end = max(end, unit.end)
    if unit.kind != "time":
        return end
    end = counted.time_adjectives(context.lexed, end)
    return _agreeing(context, end) if draft.first.definite else end


def _is_name(lexed: Lexed, number: Number, phrase: Phrase | None) -> bool:
    """Whether the number only names what stands before it (القناة 12, المادة 5 من القانون)."""
    if phrase is None:
        return naming.reason_without_noun(lexed, number) is not None
    return phrase.rule == "partitive" and (
        named.in_law(lexed, number)
        or named.of_round(lexed, number)
        or (number.definite and naming.after_singular(lexed, number))
    )


def _phrase(context: Context, draft: Draft, unit: units.Found | None, end: int) -> Phrase | None:
    """Return what is counted after the number and its unit."""
    lexed, last = context.lexed, draft.last
    if unit is not None and unit.kind == "time":
        return counted.time_spent(lexed, end, context.blocked)
    if unit is not None and unit.kind == "mass" and not _definite_after(lexed, end):
        return counted.after(lexed, end, plural=False, construct=True, blocked=context.blocked)
    if unit is not None and unit.kind != "percent":
        return None
    if last.percent or unit is not None:
        return counted.partitive(lexed, end, context.blocked)
    if naming.is_one(draft.first) and last is draft.first:
        return None
    if _closed(lexed, last):
        return counted.partitive(lexed, end, context.blocked)
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
    if raw.endswith(("ية", "ى")) or is_plural(word) or word in calendar_words().direction:
        return True
    return raw.endswith("ة") and (bare.startswith(_MEEM) or bare in words().plain_adjectives)


def _qualified(lexed: Lexed, draft: Draft, parts: Parts) -> tuple[str, int, int]:
    """Return the qualifier's name, and the span with its words."""
    start, end = parts.start, parts.end
    before = qualifying.before(lexed, min(start, draft.first.word_start))
    if before is None or before.start < draft.floor:
        before = qualifying.away(lexed, min(start, draft.first.word_start), draft.floor)
    elif before.name == "about" and (bound := qualifying.away(lexed, before.start, draft.floor)):
        before = bound
    after = qualifying.after(lexed, end)
    if before is not None:
        start = min(start, before.start)
    if after is not None and after.end <= draft.limit:
        end = after.end
    found = before or after or parts.inner
    return found.name if found else "exact", start, end


def _values(draft: Draft, unit: units.Found | None) -> tuple[float | None, float | None, float | None]:
    """Return value, low and high in the figure's unit."""
    factor = unit.factor if unit else Fraction(1)
    if draft.low is not None and draft.high is not None:
        low, high = sorted((float(draft.low * factor), float(draft.high * factor)))
        return None, low, high
    number = draft.first
    if number.kind == "magnitude":
        return None, float(number.value * factor), None
    if number.kind == "fraction" and unit is None:
        return round(float(number.value * 100), 2), None, None
    return float(number.value * factor), None, None


def _code(draft: Draft, unit: units.Found | None) -> str:
    if draft.last.percent:
        return "percent"
    if unit is not None:
        return unit.code
    return "percent" if draft.first.kind == "fraction" else "item"


def _shape_rule(draft: Draft, parts: Parts) -> str:
    if parts.noun is not None:
        return parts.noun.rule
    if parts.phrase is not None:
        return parts.phrase.rule
    return "unit" if parts.unit else "percent" if draft.last.percent else "bare"


def _trace(draft: Draft, parts: Parts, qualifier: str) -> tuple[str, ...]:
    """Return what was read and why, for `hiwar explain`."""
    notes = [f"number {draft.first.spelled} {draft.first.kind}"]
    if draft.first.reading:
        notes.append(f"marks read as {draft.first.reading}")
    if (unit := parts.unit) is not None:
        notes.append(f"unit {unit.code}" + (f" ({unit.note})" if unit.note else ""))
    if (phrase := parts.phrase) is not None:
        notes.append(f"counted by {phrase.rule}, ends at {phrase.stop}")
    return (*notes, f"qualifier {qualifier}")
