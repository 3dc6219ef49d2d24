"""Weekdays, relative days and the words around dates and times, from `builders/calendar.toml`."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from hiwar.builders.text.fold import fold_word, fold_words
from hiwar.builders.text.lexicon import Form, read_table


class Words(NamedTuple):
    """Folded words that decide how a date, year or time is read."""

    direction: dict[bytes, int]  # -1 past, 0 the present one, 1 next
    year_nouns: frozenset[bytes]
    year_before: frozenset[bytes]
    year_named: frozenset[bytes]
    amount: frozenset[bytes]
    era: frozenset[bytes]
    hijri_era: frozenset[bytes]
    hour: frozenset[bytes]
    part: frozenset[bytes]
    zone: frozenset[bytes]
    month: frozenset[bytes]


@cache
def words() -> Words:
    """Return the words around dates, folded."""
    table = read_table("calendar")
    direction = {"past": -1, "now": 0, "next": 1}
    return Words(
        {fold_word(form): days for name, days in direction.items() for form in table["direction"][name]},
        fold_words(table["year"]["nouns"]),
        fold_words(table["year"]["before"]),
        fold_words(table["year"]["named"]),
        fold_words(table["year"]["amount"]),
        fold_words(table["year"]["era"]),
        fold_words(table["year"]["hijri_era"]),
        fold_words(table["time"]["hour"]),
        fold_words([*table["time"]["part"], *table["time"]["zone"]]),
        fold_words(table["time"]["zone"]),
        fold_words(table["period"]["month"]),
    )


def forms() -> Iterator[Form]:
    """Yield the forms of kinds `weekday` (1 is Monday), `relative` (days from the anchor), `day` (of the month)."""
    yield from _day_forms()
    table = read_table("calendar")
    for entry in table["weekday"]:
        for surface in entry["forms"]:
            yield Form(surface, "weekday", entry["number"], ("", "و", "ف", "ب"))
            if surface.startswith("ال"):
                yield Form("لل" + surface[2:], "weekday", entry["number"])
    for entry in table["relative"]:
        for surface in entry["forms"]:
            yield Form(surface, "relative", entry["days"])


def _day_forms() -> Iterator[Form]:
    """Yield the days of the month in words: السابع, الثامن والعشرين, الحادي عشر, العشرين."""
    from hiwar.builders.knowledge.numbers import words as number_words

    ordinals = [(surface, word.value) for surface, word in number_words() if word.role == "ordinal"]
    masculine = [(surface, int(value)) for surface, value in ordinals if not surface.endswith(("ة", "ى"))]
    tens = [
        (surface, int(word.value))
        for surface, word in number_words()
        if word.role == "tens" and word.value < 40
    ]
    for surface, value in masculine:
        if value < 10 and surface != "حادي":
            yield Form(f"ال{surface}", "day", value, _DAY_PREFIXES)
        if value == 10:
            yield Form(f"ال{surface}", "day", value, _DAY_PREFIXES)
        one = 1 if surface == "حادي" else value
        if value < 10 and surface not in ("أول", "ثان"):
            yield Form(f"ال{surface} عشر", "day", one + 10, _DAY_PREFIXES)
            for ten, worth in tens:
                yield Form(f"ال{surface} وال{ten}", "day", one + worth, _DAY_PREFIXES)
    for ten, worth in tens:
        yield Form(f"ال{ten}", "day", worth, _DAY_PREFIXES)
    for surface in read_table("calendar")["first_day"]["forms"]:
        yield Form(surface, "day", 1, _DAY_PREFIXES)


_DAY_PREFIXES = ("", "و", "ب", "وب")
