"""Dates in digits: 27/1/2024, 2024-01-27, 27.1.2024, 1441/5/3 هـ."""

from collections.abc import Iterator

from hiwar.builders.dates import siblings
from hiwar.builders.dates.calendars import full_date, plausible
from hiwar.builders.knowledge.calendar import words
from hiwar.builders.steps import DateFound
from hiwar.builders.text.lex import Lexed
from hiwar.builders.text.near import text_after

_MARKS = frozenset({b"/", b"-", b"."})


def find(lexed: Lexed) -> Iterator[DateFound]:
    """Yield the dates that are three runs of digits joined by one kind of mark."""
    starts, ends = lexed.digit_starts, lexed.digit_ends
    run = 0
    while run + 2 < len(starts):
        joints = {lexed.shadow[ends[i] : min(starts[i + 1], ends[i] + 4)].strip(b" ") for i in (run, run + 1)}
        lengths = [ends[i] - starts[i] for i in (run, run + 1, run + 2)]
        if len(joints) > 1 or not joints <= _MARKS or max(lengths) > 4 or lengths[1] > 2:
            run += 1
            continue
        found = _read(lexed, run, lengths)
        if found:
            yield found
            yield from siblings.before(lexed, found)
        run += 3 if found else 1


def _read(lexed: Lexed, run: int, lengths: list[int]) -> DateFound | None:
    """Return the date of three runs: the year is the run of four digits, first or last."""
    numbers = [int(lexed.shadow[lexed.digit_starts[i] : lexed.digit_ends[i]]) for i in range(run, run + 3)]
    if (lengths[0] == 4) == (lengths[2] == 4):
        return None
    year, month, day = numbers if lengths[0] == 4 else numbers[::-1]
    if month > 12 >= day:
        month, day = day, month
    start, end = lexed.digit_starts[run], lexed.digit_ends[run + 2]
    after = text_after(lexed, end)
    hijri = after in words().hijri_era or (plausible(year, "hijri") and after not in words().era)
    calendar = "hijri" if hijri else "gregorian"
    if not (plausible(year, calendar) and 1 <= month <= 12 and 1 <= day <= 31):
        return None
    if after in words().hijri_era | words().era:
        end = lexed.shadow.index(after, end) + len(after)
    value = full_date(calendar, year, month, day)
    detail = {"calendar": calendar, "day": day, "month": month, "year": year}
    return DateFound(start, end, value, "numeric-date", detail)
