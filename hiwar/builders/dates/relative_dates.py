"""Weekdays and days told from the day of writing: اليوم السبت, أمس, الخميس المقبل, 18 من الشهر الماضي."""

from collections.abc import Iterator
from datetime import date

from hiwar.builders.dates.calendars import days_from, full_date, weekday_near
from hiwar.builders.knowledge.calendar import words
from hiwar.builders.steps import DateFound
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.lex import Lexed
from hiwar.builders.text.near import hit_before, text_after, text_before

_FROM = fold_word("من")
_MONTH = fold_word("الشهر")
_DAY = frozenset(map(fold_word, ("يوم", "اليوم")))


def find(lexed: Lexed, anchor: date | None) -> Iterator[DateFound]:
    """Yield weekdays, relative days and days of this or the last month."""
    yield from _weekdays(lexed, anchor)
    yield from _relatives(lexed, anchor)
    yield from _days_of_month(lexed, anchor)


def _weekdays(lexed: Lexed, anchor: date | None) -> Iterator[DateFound]:
    for hit in lexed.of_kind("weekday"):
        position = hit.word_start
        while position and lexed.shadow[position - 1] in b" ,(" and hit.word_start - position < 3:
            position -= 1
        relative = hit_before(lexed, "relative", position)
        if relative is not None:
            value = anchor and days_from(anchor, relative.entry)
            end = hit.end + (
                b"(" in lexed.shadow[position : hit.start] and lexed.shadow[hit.end : hit.end + 1] == b")"
            )
            yield DateFound(relative.start, end, value, "relative-weekday", {"weekday": hit.entry})
            continue
        after = text_after(lexed, hit.end)
        direction = words().direction.get(after)
        end = hit.end if direction is None else lexed.shadow.index(after, hit.end) + len(after)
        yield DateFound(
            hit.start, end, weekday_near(hit.entry, anchor, direction), "weekday", {"weekday": hit.entry}
        )


def _relatives(lexed: Lexed, anchor: date | None) -> Iterator[DateFound]:
    for hit in lexed.of_kind("relative"):
        value = anchor and days_from(anchor, hit.entry)
        yield DateFound(hit.start, hit.end, value, "relative", {"days": hit.entry})


def _days_of_month(lexed: Lexed, anchor: date | None) -> Iterator[DateFound]:
    """Yield 18 من الشهر الماضي, السابع من الشهر الجاري, 5 الجاري."""
    days = [(hit.start, hit.end, hit.entry) for hit in lexed.of_kind("day")]
    for start, end in zip(lexed.digit_starts, lexed.digit_ends, strict=True):
        if end - start <= 2 and 1 <= int(lexed.shadow[start:end]) <= 31:
            days.append((start, end, int(lexed.shadow[start:end])))
    for start, end, day in days:
        position, word = end, text_after(lexed, end)
        if word == _FROM:
            position = lexed.shadow.index(word, position) + len(word)
            word = text_after(lexed, position)
        if word in _SAME:
            position = lexed.shadow.index(word, position) + len(word)
            if text_after(lexed, position) == _MONTH:
                yield DateFound(start, position + 1 + len(_MONTH), None, "day-of-month", {"day": day})
            continue
        if word == _OF_IT and text_before(lexed, start) in _UP_TO:
            yield DateFound(
                start, lexed.shadow.index(word, position) + len(word), None, "day-of-month", {"day": day}
            )
            continue
        if word == _MONTH:
            position = lexed.shadow.index(word, position) + len(word)
            word = text_after(lexed, position)
        elif position > end or text_before(lexed, start) not in _DAY | {_IN}:
            continue
        direction = words().direction.get(word)
        if direction is None:
            continue
        last = lexed.shadow.index(word, position) + len(word)
        yield DateFound(start, last, _in_month(anchor, direction, day), "day-of-month", {"day": day})


_IN = fold_word("في")
_SAME = frozenset(map(fold_word, ("ذات", "نفس")))
_OF_IT = fold_word("منه")
_UP_TO = frozenset(map(fold_word, ("حتى", "وحتى", "إلى", "في", "وفي")))  # حتى 19 منه


def _in_month(anchor: date | None, direction: int, day: int) -> date | None:
    if anchor is None:
        return None
    month = anchor.year * 12 + anchor.month - 1 + direction
    return full_date("gregorian", month // 12, month % 12 + 1, day)
