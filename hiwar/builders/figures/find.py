"""Quantities that a text states: number, qualifier, unit, what is counted, and how far the words of each reach."""

from bisect import bisect_left
from collections.abc import Sequence
from fractions import Fraction

from hiwar.builders import dates
from hiwar.builders.figures import (
    left_out,
    naming,
    numbers,
    periods,
    qualifying,
    ranges,
    units,
)
from hiwar.builders.figures.drafts import Context, Draft, draft_of
from hiwar.builders.figures.number import Number
from hiwar.builders.figures.parts import Parts, parts_of
from hiwar.builders.knowledge.units import TIMES, rates
from hiwar.builders.steps import DateFound, Figure, Passage
from hiwar.builders.text.lex import Lexed
from hiwar.builders.text.near import hit_before, word_after

_KINDS = frozenset({"headline", "subhead", "body"})


_SHAPES = "noun partitive construct of-them time-spent noun-before amounting-to unit percent bare"
RULES = frozenset(_SHAPES.split()) | ranges.RULES


def find(lexed: Lexed, passages: Sequence[Passage], told: Sequence[DateFound] | None = None) -> list[Figure]:
    """Return the figures of headlines, subheads and body text, in order. `told`: the text's dates, where they are known."""
    context = _context(lexed, dates.find(lexed) if told is None else told)
    figures: list[Figure] = []
    money = ""
    for index, passage in enumerate(passages):
        if passage.kind in _KINDS:
            found = _in_passage(context, index, passage, money)
            money = next((row.unit for row in reversed(found) if left_out.is_money(row.unit)), money)
            figures += found
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


def _in_passage(context: Context, index: int, passage: Passage, money: str) -> list[Figure]:
    """Return the figures of the passage. `money` is the last currency before it."""
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
            before = figures[-1] if previous else None
            unit = left_out.unit(context.lexed, draft, figure, before, previous, money)
            figures.append(figure._replace(unit=unit))
            money = unit if left_out.is_money(unit) else money
            floor = figure.end
            while position < stop and context.starts[position] < floor:
                position += 1
        previous = draft.last if figure else None
    return figures


def _figure(context: Context, draft: Draft, passage: int) -> Figure | None:
    """Return the finished figure, None where the number is no quantity."""
    lexed = context.lexed
    nothing = naming.reason(lexed, draft.first) or (not draft.rule and _only_unit(lexed, draft.first))
    parts = None if nothing else parts_of(context, draft)
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


def _qualified(lexed: Lexed, draft: Draft, parts: Parts) -> tuple[str, int, int]:
    """Return the qualifier's name, and the span with its words."""
    start, end = parts.start, parts.end
    before = qualifying.before(lexed, min(start, draft.first.word_start))
    if before is None or before.start < draft.floor:
        before = qualifying.away(lexed, min(start, draft.first.word_start), draft.floor)
    elif before.name == "about" and (bound := qualifying.away(lexed, before.start, draft.floor)):
        before = bound
    after = qualifying.after(lexed, end) or qualifying.after(lexed, _each_time(lexed, end))
    if before is not None:
        start = min(start, before.start)
    if after is not None and after.end <= draft.limit:
        end = after.end
    found = before or after or parts.inner
    return found.name if found else "exact", start, end


def _each_time(lexed: Lexed, end: int) -> int:
    """Return the end of the time that a quantity is taken by (60 دينارا في اليوم), or `end`."""
    link = word_after(lexed, end)
    if link is None or lexed.word(link) not in rates().link:
        return end
    time = word_after(lexed, lexed.word_ends[link])
    unit = None if time is None else hit_before(lexed, "unit", lexed.word_ends[time])
    return unit.end if unit is not None and unit.entry.code in TIMES else end


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
