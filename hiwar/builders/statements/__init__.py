"""Reported speech: cues, contents, and the mentions of who says it."""

from hiwar.builders.statements.find import RULES, find

__all__ = ["RULES", "find"]
