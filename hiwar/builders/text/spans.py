"""Spans and what lies in them."""

from heapq import heappop, heappush

Span = tuple[int, int]


def innermost(start: int, end: int, spans: list[tuple[int, int, str]]) -> str | None:
    """Return the name of the shortest of `spans` (start, end, name) that holds `[start, end)`, or None."""
    holding = [(last - first, first, name) for first, last, name in spans if first <= start and end <= last]
    return min(holding)[2] if holding else None


def innermost_of_each(inside: list[Span], spans: list[tuple[int, int, str]]) -> list[str | None]:
    """Return for each of the spans `inside`, which are in order and do not overlap, what `innermost` returns for it.

    One pass: a span that ends before the one at hand is of no use for any later one.
    """
    waiting = sorted(spans, reverse=True)
    alive: list[tuple[int, int, int, str]] = []  # length, start, end, name
    found: list[str | None] = []
    for start, end in inside:
        while waiting and waiting[-1][0] <= start:
            first, last, name = waiting.pop()
            heappush(alive, (last - first, first, last, name))
        while alive and alive[0][2] < end:
            heappop(alive)
        found.append(alive[0][3] if alive else None)
    return found
