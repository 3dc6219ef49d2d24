"""Quantities: numbers, qualifiers, units, and what is counted."""

from hiwar.builders.figures.find import RULES, find

__all__ = ["RULES", "find"]
