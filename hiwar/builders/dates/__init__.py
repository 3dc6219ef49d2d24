"""Dates and times in running text, in every month system that Arabic news uses."""

from hiwar.builders.dates.find import RULES, find

__all__ = ["RULES", "find"]
