"""A day before another date that shares its month and year: 4 إلى 15/9/1436, من الـ17 وحتى الـ20 من آب, الأحد 4 والخميس 8 مايو."""

import re
from collections.abc import Iterator
from functools import cache

from hiwar.builders.dates.calendars import days_from
from hiwar.builders.steps import DateFound
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.lex import Lexed
from hiwar.builders.text.near import hit_before

_REACH = 24  # characters before the date that are looked at


@cache
def _pattern() -> re.Pattern[bytes]:
    links = b"|".join(map(fold_word, ("وحتى", "و", "إلى", "حتى", "أو")))
    return re.compile(rb"(?<![\d.,:/-])(\d{1,2}) ?(?:" + links + rb"|-|/)(?: ?" + fold_word("ال") + rb")? ?$")


def before(lexed: Lexed, date: DateFound) -> Iterator[DateFound]:
    """Yield the earlier day that stands before a date with day and month."""
    day, start = date.detail["day"], date.start
    weekday = hit_before(lexed, "weekday", start - 1)
    if weekday is not None:
        start = weekday.start
    found = _pattern().search(lexed.shadow, max(0, start - _REACH), start)
    if found is None or not 0 < (first := int(found[1])) < day:
        return
    value = date.value and days_from(date.value, first - day)
    yield DateFound(found.start(1), found.end(1), value, date.rule, date.detail | {"day": first})
