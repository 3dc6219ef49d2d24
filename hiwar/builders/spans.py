"""Spans and what lies in them."""


def innermost(start: int, end: int, spans: list[tuple[int, int, str]]) -> str | None:
    """Return the name of the shortest of `spans` (start, end, name) that holds `[start, end)`, or None."""
    holding = [(last - first, first, name) for first, last, name in spans if first <= start and end <= last]
    return min(holding)[2] if holding else None
