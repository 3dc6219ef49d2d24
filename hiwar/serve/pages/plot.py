"""Figures drawn as what they are: «about» is no point, «more than» has no end, a range has two. SVG, as text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from .scale import Scale, scale

WIDTH, HEIGHT, MIDDLE = 480, 40, 20
ARROW = 44  # how long an open end is drawn; no width is meant

KEY = {
    "exact": ("exact", "العدد نفسه", "a point"),
    "about": ("about", "نحو", "a point in a haze: near it, on either side"),
    "more_than": ("more than", "أكثر من", "an empty ring: beyond it, without an end"),
    "at_least": ("at least", "ما لا يقل عن", "a point: from it on, without an end"),
    "less_than": ("less than", "أقل من", "an empty ring: below it"),
    "at_most": ("at most", "ما لا يزيد على", "a point: up to it"),
    "range": ("range", "بين … و…", "a bar from end to end"),
    "magnitude": ("magnitude", "عشرات، مئات، آلاف", "a fading bar: tens, hundreds, thousands of"),
}


def numbers(row: dict[str, Any]) -> list[float]:
    """Return the numbers that a figure states."""
    return [row[name] for name in ("value", "low", "high") if row[name] is not None]


def axis_for(rows: Sequence[dict[str, Any]], unit: str) -> Scale:
    """Return the scale that the figures share."""
    stated = [number for row in rows for number in numbers(row)]
    return scale(stated, 14, WIDTH - 28, percent=unit == "percent")


def strip(row: dict[str, Any], axis: Scale, words: str) -> Markup:
    """Return one figure on the axis; `words` say the same to those who don't see it."""
    grid = Markup("").join(
        Markup('<line class="grid" x1="{0}" x2="{0}" y1="0" y2="{1}"/>').format(axis.at(tick), HEIGHT)
        for tick in axis.ticks()
    )
    return _svg(grid + glyph(row, axis), words)


def axis_strip(axis: Scale, labels: Sequence[str]) -> Markup:
    """Return the axis with its marks."""
    marks = Markup("").join(
        Markup(
            '<line class="grid" x1="{0}" x2="{0}" y1="24" y2="40"/><text x="{0}" y="17" text-anchor="middle">{1}</text>'
        ).format(axis.at(tick), label)
        for tick, label in zip(axis.ticks(), labels, strict=True)
    )
    return _svg(marks, None)


def key_strip(qualifier: str) -> Markup:
    """Return the sign of a qualifier for the key."""
    axis = Scale(0, 100, 0, 110)
    row = {"qualifier": qualifier, "value": 50.0, "low": None, "high": None}
    if qualifier == "range":
        row |= {"value": None, "low": 25.0, "high": 75.0}
    if qualifier == "magnitude":
        row |= {"value": None, "low": 15.0}
    return _svg(glyph(row, axis), None, 110)


def glyph(row: dict[str, Any], axis: Scale) -> Markup:
    """Return the sign of a figure at its place."""
    qualifier = row["qualifier"]
    if qualifier == "range":
        return _range(axis.at(row["low"]), axis.at(row["high"]))
    if qualifier == "magnitude":
        return _magnitude(axis.at(row["low"]), axis.at(row["low"] * 10))
    place = axis.at(row["value"])
    found = Markup("")
    if qualifier == "about":
        found += Markup('<ellipse class="haze" cx="{}" cy="{}" rx="19" ry="11"/>').format(place, MIDDLE)
    if qualifier in ("more_than", "at_least"):
        found += _arrow(place, 1)
    if qualifier in ("less_than", "at_most"):
        found += _arrow(place, -1)
    ring = "ring" if qualifier in ("more_than", "less_than") else "point"
    return found + Markup('<circle class="{}" cx="{}" cy="{}" r="5.5"/>').format(ring, place, MIDDLE)


def _arrow(place: float, way: int) -> Markup:
    tip = round(place + way * ARROW, 1)
    head = round(tip - way * 7, 1)
    return Markup('<path class="open" d="M{0} {3}H{1}M{2} {4}L{1} {3}L{2} {5}"/>').format(
        place, tip, head, MIDDLE, MIDDLE - 5, MIDDLE + 5
    )


def _range(low: float, high: float) -> Markup:
    return Markup('<path class="range" d="M{0} {2}H{1}M{0} {3}V{4}M{1} {3}V{4}"/>').format(
        low, high, MIDDLE, MIDDLE - 8, MIDDLE + 8
    )


def _magnitude(low: float, high: float) -> Markup:
    """Return a bar that grows fainter from its beginning to the next order of magnitude."""
    steps = 5
    width = round(max(high - low, ARROW) / steps, 1)
    bars = Markup("").join(
        Markup('<rect class="fading" x="{}" y="{}" width="{}" height="12" opacity="{}"/>').format(
            round(low + index * width, 1), MIDDLE - 6, width, round(0.75 * (1 - index / steps), 2)
        )
        for index in range(steps)
    )
    return bars + Markup('<path class="range" d="M{0} {1}V{2}"/>').format(low, MIDDLE - 8, MIDDLE + 8)


def _svg(content: Markup, words: str | None, width: int = WIDTH) -> Markup:
    named = Markup('role="img" aria-label="{}"').format(words) if words else Markup('aria-hidden="true"')
    return Markup('<svg class="strip" viewBox="0 0 {} {}" {}>{}</svg>').format(width, HEIGHT, named, content)
