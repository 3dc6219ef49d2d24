"""Plain numbers that are years: عام 2014, في 2011, منذ غزو 2003, عامي 2014 و2015, موسم 2019/2020."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from hiwar.builders.dates.calendars import plausible
from hiwar.builders.knowledge.calendar import words
from hiwar.builders.steps import DateFound
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.lex import Lexed
from hiwar.builders.text.near import hit_before, text_after, text_before
from hiwar.builders.text.shapes import opens_noun

_LINKS = frozenset(
    first + fold_word(link) + last
    for link in (
        "و",
        "أو",
        "إلى",
        "حتى",
        "وحتى",
        "-",
        "/",
        "،",
        "إلى نحو",
        "حتى نحو",
        "إلى عام",
        "وعام",
        "حتى عام",
    )
    for first in (b" ", b"")
    for last in (b" ", b"")
)

_GREATER = re.compile(rb" ?(?:-|" + fold_word("إلى") + rb"|" + fold_word("أو") + rb") ?(\d{4,5})(?!\d)")
_REACH = 20  # characters in which a greater number is looked for
_BETWEEN = fold_word("بين")


class _Run(NamedTuple):
    """A plain run of digits with its neighbours."""

    start: int
    end: int
    value: int
    before: bytes
    after: bytes


def find(lexed: Lexed, dates: list[DateFound]) -> Iterator[DateFound]:
    """Yield the years that stand outside the dates found already."""
    previous: tuple[int, int] | None = None  # end and value of the year before
    later = iter(dates)
    date = next(later, None)
    for start, end in zip(lexed.digit_starts, lexed.digit_ends, strict=True):
        while date and date.end <= start:
            date = next(later, None)
        if date and date.start <= start:
            if date.detail.get("year"):
                previous = date.end, date.detail["year"]
            continue
        run = _run(lexed, start, end)
        if run is None:
            continue
        rule = _rule(lexed, run, previous)
        if rule:
            previous = end, run.value
            stop = lexed.shadow.index(run.after, end) + len(run.after) if rule == "year-era" else end
            yield DateFound(start, stop, None, rule, {"year": run.value})


def _run(lexed: Lexed, start: int, end: int) -> _Run | None:
    """Return the run of digits if it stands alone and is long enough to be a year."""
    shadow = lexed.shadow
    if not 2 <= end - start <= 4 or shadow[end : end + 1] in (b"%", b":"):
        return None
    for mark, digit in ((start - 1, start - 2), (end, end + 1)):
        if (
            mark >= 0
            and shadow[mark : mark + 1] in (b".", b",", b":")
            and shadow[digit : digit + 1].isdigit()
        ):
            return None
    return _Run(start, end, int(shadow[start:end]), text_before(lexed, start), text_after(lexed, end))


def _rule(lexed: Lexed, run: _Run, previous: tuple[int, int] | None) -> str | None:
    """Return the rule by which the number is a year, or None."""
    linked = previous is not None and lexed.shadow[previous[0] : run.start] in _LINKS
    if run.end - run.start == 2:
        season = previous is not None and lexed.shadow[previous[0] : run.start] in (b"/", b"-")
        return "year-season" if season and previous and run.value == (previous[1] + 1) % 100 else None
    if run.end - run.start == 3:
        return (
            "year-era"
            if run.after in words().hijri_era or (run.after in words().era and len(run.after) > 1)
            else None
        )
    if not (plausible(run.value, "gregorian") or plausible(run.value, "hijri")):
        return None
    if run.after in words().hijri_era or (run.after in words().era and run.value > 1000):
        return "year-era"
    if _bare(run.before) in words().year_nouns or _of_named_year(lexed, run) or _of_part(lexed, run):
        return "year-noun"
    if not 1900 <= run.value <= 2099 or _measured(lexed, run):
        return None
    if linked:
        return "year-linked"
    if run.end - run.start == 4 and _bare(run.before) in words().year_named:
        return "year-noun"
    if run.before in words().year_before and run.value != 2000 and not _counts_between(lexed, run):
        return "year-preposition"
    if (
        hit_before(lexed, "qualifier", run.start - 1)
        or _bare(run.before) in words().amount
        or opens_noun(lexed, run.end)
    ):
        return None
    return "year-bare"


def _of_named_year(lexed: Lexed, run: _Run) -> bool:
    """Whether the number says which year العام الماضي, العام الجاري or the like is."""
    if run.before not in words().direction:
        return False
    position = lexed.shadow.rindex(run.before, 0, run.start)
    return _bare(text_before(lexed, position)) in words().year_nouns


def _counts_between(lexed: Lexed, run: _Run) -> bool:
    """Whether a noun is counted behind بين, which no second year follows (بين 2027 مريضا, not بين 2010 و2014)."""
    return run.before == _BETWEEN and opens_noun(lexed, run.end)


def _of_part(lexed: Lexed, run: _Run) -> bool:
    """Whether the number says which year's half or quarter is meant (النصف الأول 2015)."""
    ordinal = hit_before(lexed, "ordinal", run.start - 1)
    return ordinal is not None and hit_before(lexed, "fraction", ordinal.word_start - 1) is not None


def _bare(word: bytes) -> bytes:
    """Return the word without a conjunction before it."""
    return word[1:] if word[:1] == fold_word("و") else word


def _measured(lexed: Lexed, run: _Run) -> bool:
    """Whether a unit, a scale word or a percent word follows, also a greater number (2000 إلى 2400 ريال): it is an amount."""
    greater = _GREATER.match(lexed.shadow[run.end : run.end + _REACH])
    end = run.end + greater.end() if greater and int(greater[1]) > run.value else run.end
    after = end + 1 if lexed.shadow[end : end + 1] == b" " else end
    return any(lexed.hit_at(kind, after) for kind in ("unit", "currency", "percent")) or any(
        hit.entry.role == "scale" for hit in lexed.of_kind("number", after, after + 1)
    )
