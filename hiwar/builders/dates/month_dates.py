"""Dates with the name of a month: 27 كانون الثاني/ يناير 2024, السابع من يونيو(حزيران), January 27th, 2024."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from hiwar.builders.dates import siblings
from hiwar.builders.dates.calendars import full_date, latest, plausible
from hiwar.builders.knowledge.calendar import words
from hiwar.builders.knowledge.months import Month
from hiwar.builders.steps import DateFound
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.lex import Hit, Lexed
from hiwar.builders.text.near import hit_before, text_after, text_before

_REACH = 40  # characters beside the month that are looked at


def _w(text: str) -> bytes:
    return fold_word(text)


@cache
def _patterns() -> dict[str, re.Pattern[bytes]]:
    of = rb"(?:of |" + _w("من شهر") + rb" |" + _w("من") + rb" |" + _w("شهر") + rb" )?"
    year_noun = (
        rb"(?:(?:"
        + _w("من")
        + rb" )?(?:"
        + b"|".join(map(_w, ("العام", "عام", "لعام", "سنة", "لسنة")))
        + rb") )?"
    )
    return {
        "day": re.compile(rb"(?<![\d.,:/])(\d{1,2})(?:st|nd|rd|th)?[ ,/-]{0,3}" + of + rb"$"),
        "gap": re.compile(rb"^ (?:" + _w("من شهر") + rb" |" + _w("من") + rb" |" + _w("شهر") + rb" )?$"),
        "after": re.compile(rb"^ (\d{1,2})(?:st|nd|rd|th)?(?![\d.:/%])"),
        "year": re.compile(rb"^[ ,]{0,2}" + year_noun + rb"(\d{4})(?!\d)"),
        "double": re.compile(rb"^ ?[(/-]? ?"),
    }


def find(lexed: Lexed, anchor: date | None) -> Iterator[DateFound]:
    """Yield the dates around the names of months, those without a day as well."""
    done = -1
    for hit in lexed.of_kind("month"):
        if hit.word_start < done or (hit.glued and hit.end - hit.start < 3):
            continue
        end = _with_double(lexed, hit)
        doubled = end > hit.end
        start, day = _day(lexed, hit.word_start if hit.glued else hit.start)
        year, end = _year(lexed, hit.entry, end)
        if day is None and (behind := _day_behind(lexed, hit, end)):
            day, end = behind
            year, end = (year, end) if year else _year(lexed, hit.entry, end)
        if hit.entry.careful and not (
            day or year or doubled or text_before(lexed, hit.start) in words().month
        ):
            continue
        done = end
        yield from _found(lexed, hit, start, end, day, year, anchor)


def _with_double(lexed: Lexed, hit: Hit) -> int:
    """Return the end of the month with its second name: كانون الثاني/ يناير, يونيو(حزيران)."""
    gap = _patterns()["double"].match(lexed.shadow[hit.end : hit.end + 3])
    position = hit.end + (gap.end() if gap else 0)
    second = lexed.hit_at("month", position)
    if second is None or position == hit.end or second.entry[:2] != hit.entry[:2]:
        return hit.end
    end = second.end
    if b"(" in lexed.shadow[hit.end : position] and lexed.shadow[end : end + 2].lstrip(b" ").startswith(b")"):
        end = lexed.shadow.index(b")", end) + 1
    return end


def _day_behind(lexed: Lexed, hit: Hit, end: int) -> tuple[int, int] | None:
    """Return the day that follows an English month name (January 27th, 2024) and its end."""
    found = _patterns()["after"].match(lexed.shadow[end : end + 6])
    if found is None or hit.glued or not lexed.shadow[hit.start : hit.start + 1].isascii():
        return None
    return int(found[1]), end + found.end()


def _day(lexed: Lexed, start: int) -> tuple[int, int | None]:
    """Return where the date starts, and its day in digits or words before `start`."""
    window = lexed.shadow[max(0, start - _REACH) : start]
    if (digits := _patterns()["day"].search(window[-16:])) and 1 <= int(digits[1]) <= 31:
        return start - len(digits[0]), int(digits[1])
    for hit in reversed(lexed.of_kind("day", max(0, start - _REACH), start)):
        if _patterns()["gap"].match(lexed.shadow[hit.end : start]):
            longer = [
                other for other in lexed.of_kind("day", hit.start - _REACH, hit.start) if other.end == hit.end
            ]
            hit = longer[0] if longer else hit
            return hit.start, hit.entry
    return start, None


def _year(lexed: Lexed, month: Month, end: int) -> tuple[int | None, int]:
    """Return the year after `end` and where the date then ends, with its era."""
    found = _patterns()["year"].match(lexed.shadow[end : end + _REACH])
    if not found or not plausible(int(found[1]), month.calendar):
        return None, end
    end += found.end()
    after = text_after(lexed, end)
    if after in words().era | words().hijri_era:
        end = lexed.shadow.index(after, end) + len(after)
    return int(found[1]), end


def _found(
    lexed: Lexed, hit: Hit, start: int, end: int, day: int | None, year: int | None, anchor: date | None
) -> Iterator[DateFound]:
    month: Month = hit.entry
    direction = None
    if year is None:
        direction, end = _direction(lexed, end)
    day_start = start
    start = _with_weekday(lexed, start) if day else start
    if (
        b"(" in lexed.shadow[start:end]
        and b")" not in lexed.shadow[start:end]
        and lexed.shadow[end : end + 1] == b")"
    ):
        end += 1
    detail = {"calendar": month.calendar, "day": day, "month": month.number, "year": year}
    value = full_date(month.calendar, year, month.number, day)
    rule = "full-date" if value else "day-month" if day else "month"
    if day and year is None:
        value = latest(month.calendar, month.number, day, anchor, direction)
    yield DateFound(start, end, value, rule, detail)
    if day:
        yield from siblings.before(lexed, DateFound(day_start, end, value, rule, detail))


def _direction(lexed: Lexed, end: int) -> tuple[int | None, int]:
    """Return which of the months is meant (16 يوليو الماضي; من العام الماضي is left out), and the end."""
    after = text_after(lexed, end)
    direction = words().direction.get(after)
    return (None, end) if direction is None else (direction, lexed.shadow.index(after, end) + len(after))


def _with_weekday(lexed: Lexed, start: int) -> int:
    """Return where the date starts with the weekday before it: السبت 27, اليوم السبت (27."""
    position = start
    while position and lexed.shadow[position - 1] in b" ,(-" and start - position < 3:
        position -= 1
    if text_before(lexed, position) in _MATCHING:
        position = lexed.shadow.rindex(text_before(lexed, position), 0, position)
        while position and lexed.shadow[position - 1] in b" ,":
            position -= 1
    weekday = hit_before(lexed, "weekday", position)
    if weekday is None:
        return start
    relative = hit_before(lexed, "relative", weekday.word_start - 1)
    return relative.start if relative else weekday.start


_MATCHING = frozenset(map(fold_word, ("الموافق", "المصادف", "من")))
