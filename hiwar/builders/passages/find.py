"""The passages of a text: what each non-blank line is, by its own words and by its place."""

import re
from itertools import groupby

from hiwar.builders.passages.datelines import is_date_line
from hiwar.builders.passages.furniture import Known, recognise
from hiwar.builders.passages.layout import Layout, lay_out
from hiwar.builders.passages.lines import Line, split
from hiwar.builders.passages.places import Kind, place
from hiwar.builders.steps import Passage
from hiwar.builders.text.lex import Lexed

_ROW = 40  # words of the shortest line of links set side by side
_GAP = re.compile(r"[^\S\n]{3,}")  # what the page had between two of them
_LINKS = 6
_ENDS = ".،؛:,;"
_LIST = 3  # lines of the shortest list of numbers
_LONG = 5  # digits of the shortest number in one


def find(lexed: Lexed) -> list[Passage]:
    """Return the passages of a text, in order: one for each line that is not blank. Positions as in `Lexed`.

    Together they hold every character of the folded view but white space.
    """
    lines = split(lexed)
    earlier = _repeats(lexed, lines)
    known = _listed(lines, [recognise(line) or _seen(lexed, line) for line in lines])
    free = [number for number in range(len(lines)) if known[number] is None and earlier[number] is None]
    known[: free[0] if free else 0] = map(_above_all, known[: free[0] if free else 0])
    layout = lay_out(lines, known, free)
    signed = any(line is not None and line.rule == "site" for line in known[: free[0] if free else 0])
    placed = _placed(lines, layout, signed, [number for number in free if number not in layout.foreign])
    found = []
    for number, line in enumerate(lines):
        kind, rule = _kind(known[number], earlier[number], layout.foreign.get(number), placed.get(number))
        article = layout.articles[number] or (None if kind == "furniture" else 1)
        found.append(Passage(kind, line.start, line.end, article, earlier[number], rule))
    return found


def _seen(lexed: Lexed, line: Line) -> Known | None:
    """Return what the whole text, not the folded words alone, shows of a line: a date line, links in a row."""
    if is_date_line(lexed, line):
        return Known("meta", "date")
    if line.words >= _ROW and _in_a_row(_GAP.split(lexed.raw_text(line.start, line.end))):
        return Known("furniture", "links in a row")
    return None


def _listed(lines: list[Line], known: list[Known | None]) -> list[Known | None]:
    """Return what is known of each line, where long numbers that stand one a line in a row are a list and no counters."""

    def long_number(number: int) -> bool:
        return lines[number].text.isdigit() and len(lines[number].text) >= _LONG

    told = list(known)
    for long, run in groupby(range(len(lines)), long_number):
        numbers = list(run)
        if long and len(numbers) >= _LIST:
            told[numbers[0] : numbers[-1] + 1] = [Known("body", "list of numbers")] * len(numbers)
    return told


def _in_a_row(parts: list[str]) -> bool:
    """Whether most parts of a line are titles: some words without a mark at their end."""
    titles = sum(part.count(" ") >= 2 and part[-1] not in _ENDS for part in parts)
    return titles >= _LINKS and titles >= 0.8 * len(parts)


def _above_all(known: Known | None) -> Known | None:
    """Return what a line above all text is: there a line in Latin letters is the masthead."""
    return Known("meta", "Latin masthead") if known and known.rule == "no Arabic" else known


def _repeats(lexed: Lexed, lines: list[Line]) -> list[int | None]:
    """Return for each line the first line with the same folded text, if that stands earlier."""
    first: dict[bytes, int] = {}
    seen = (
        first.setdefault(lexed.shadow[line.start : line.end], number) for number, line in enumerate(lines)
    )
    return [earlier if earlier != number else None for number, earlier in enumerate(seen)]


def _placed(lines: list[Line], layout: Layout, signed: bool, free: list[int]) -> dict[int, Kind]:
    """Return what each of the `free` lines is by its place in its article; `signed`: a site's name stands above all."""
    groups: dict[int | None, list[int]] = {}
    for number in free:
        groups.setdefault(layout.articles[number], []).append(number)
    return {
        number: kind
        for group in groups.values()
        for number, kind in zip(
            group, place([lines[number] for number in group], signed and group[0] == free[0]), strict=True
        )
    }


def _kind(known: Known | None, earlier: int | None, foreign: str | None, placed: Kind | None) -> Kind:
    if earlier is not None:
        return "repeat", "same text"
    if known is not None:
        return known.kind, known.rule
    if foreign is not None:
        return "furniture", foreign
    assert placed is not None
    return placed
