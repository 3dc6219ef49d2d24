"""The axis of a drawing: from values to places, with round marks."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

LOGARITHMIC_FROM = (
    50.0  # the largest value over the smallest: beyond this, small ones would lie on top of each other
)

MOST_POWERS = 15  # of ten on one axis; what is smaller lies at its beginning
LEAST_WIDTH = 1e-6


@dataclass(frozen=True)
class Scale:
    """Values from `low` to `high` along `width`; logarithmic where they differ by orders of magnitude."""

    low: float
    high: float
    left: float
    width: float
    logarithmic: bool = False

    def at(self, value: float) -> float:
        """Return the place of a value; what lies beyond the ends is put at the ends."""
        value = min(max(value, self.low), self.high)
        if self.logarithmic:
            share = math.log(value / self.low) / math.log(self.high / self.low)
        else:
            share = (value - self.low) / (self.high - self.low)
        return round(self.left + share * self.width, 1)

    def ticks(self) -> list[float]:
        """Return round values to be written on the axis."""
        if self.logarithmic:
            first, last = round(math.log10(self.low)), round(math.log10(self.high))
            every = max(1, math.ceil((last - first) / 6))
            return [10.0**power for power in range(first, last + 1, every)]
        step = _round_step((self.high - self.low) / 4)
        within = range(math.ceil(self.low / step), math.floor(self.high / step + 1e-9) + 1)
        return [number * step for number in within]


def scale(values: Iterable[float], left: float, width: float, *, percent: bool = False) -> Scale:
    """Return a scale that holds all values; a linear one begins at 0."""
    found = [value for value in values if math.isfinite(value)]
    positive = [value for value in found if value > 0]
    if positive and min(found) > 0 and max(found) / min(found) >= LOGARITHMIC_FROM:
        last = math.ceil(math.log10(max(found)))
        first = max(math.floor(math.log10(min(found))), last - MOST_POWERS)
        return Scale(10.0**first, 10.0**last, left, width, logarithmic=True)
    low, high = min([0.0, *found]), max([0.0, *found])
    if percent and high <= 100:
        return Scale(low, 100, left, width)
    high += max((high - low) * 0.12, LEAST_WIDTH)
    return Scale(low, high, left, width)


def _round_step(rough: float) -> float:
    """Return the next of 1, 2, 5, 10, 20, 50 …"""
    power = 10.0 ** math.floor(math.log10(rough))
    return next(step * power for step in (1, 2, 5, 10) if step * power >= rough * 0.999)
