"""Calendar arithmetic: dates of the Gregorian and the Hijri (Umm al-Qura) calendar, and the nearest of a kind."""

from datetime import date, timedelta

from hijridate import Hijri

_YEARS = {"gregorian": (1000, 2199), "hijri": (1300, 1500)}


def plausible(year: int, calendar: str) -> bool:
    """Whether a number can be a year of that calendar in the news."""
    low, high = _YEARS[calendar]
    return low <= year <= high


def full_date(calendar: str, year: int | None, month: int, day: int | None) -> date | None:
    """Return the Gregorian date, None where a part is missing or there is no such day."""
    if year is None or day is None:
        return None
    try:
        if calendar == "gregorian":
            return date(year, month, day)
        return date(*Hijri(year, month, day).to_gregorian().datetuple())
    except (ValueError, OverflowError):
        return None


def days_from(day: date, days: int) -> date | None:
    """Return the date that many days later, None past the end of the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def latest(calendar: str, month: int, day: int, anchor: date | None, direction: int | None) -> date | None:
    """Return the last such day on or before the anchor; with `direction` 1 the first one after it."""
    if anchor is None or calendar != "gregorian":
        return None
    years = range(anchor.year, anchor.year + 9) if direction == 1 else range(anchor.year, anchor.year - 9, -1)
    for year in years:
        found = full_date(calendar, year, month, day) if 1 <= year <= 9999 else None
        if found and ((found > anchor) if direction == 1 else (found <= anchor)):
            return found
    return None


def weekday_near(weekday: int, anchor: date | None, direction: int | None) -> date | None:
    """Return the last such weekday on or before the anchor (`direction` -1: before it, 1: after it)."""
    if anchor is None:
        return None
    back = (anchor.isoweekday() - weekday) % 7
    if direction == 1:
        return days_from(anchor, 7 - back)
    if direction == -1 and back == 0:
        back = 7
    return days_from(anchor, -back)
