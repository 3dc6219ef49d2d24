"""The passages of a text: what each non-blank line is, by its own words and by its place."""

from hiwar.builders.furniture import Known, recognise
from hiwar.builders.layout import Layout, lay_out
from hiwar.builders.lex import Lexed
from hiwar.builders.lines import Line, split
from hiwar.builders.places import Kind, place
from hiwar.builders.steps import Passage


def find(lexed: Lexed) -> list[Passage]:
    """Return the passages of a text, in order: one for each line that is not blank. Positions as in `Lexed`.

    Together they hold every character of the folded view but white space.
    """
    lines = split(lexed)
    earlier = _repeats(lexed, lines)
    known = [recognise(line) for line in lines]
    free = [number for number in range(len(lines)) if known[number] is None and earlier[number] is None]
    known[: free[0] if free else 0] = map(_above_all, known[: free[0] if free else 0])
    layout = lay_out(lines, known, free)
    placed = _placed(lines, layout, [number for number in free if number not in layout.foreign])
    found = []
    for number, line in enumerate(lines):
        kind, rule = _kind(known[number], earlier[number], layout.foreign.get(number), placed.get(number))
        article = layout.articles[number] or (None if kind == "furniture" else 1)
        found.append(Passage(kind, line.start, line.end, article, earlier[number], rule))
    return found


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


def _placed(lines: list[Line], layout: Layout, free: list[int]) -> dict[int, Kind]:
    """Return what each of the `free` lines is by its place in its article."""
    groups: dict[int | None, list[int]] = {}
    for number in free:
        groups.setdefault(layout.articles[number], []).append(number)
    return {
        number: kind
        for group in groups.values()
        for number, kind in zip(group, place([lines[number] for number in group]), strict=True)
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
