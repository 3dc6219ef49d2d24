"""Text in columns, aligned by the width that a terminal gives each character."""

import unicodedata
from collections.abc import Iterable, Sequence

CUT = 60
"""The widest a cell may be, in terminal columns; the formats for programs are never cut."""


def width(text: str) -> int:
    """Return the terminal columns that `text` takes: 0 for harakat and marks, 2 for wide characters, else 1."""
    return sum(map(_width, text))


def _width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def cut(text: str, limit: int = CUT) -> str:
    """Return `text` on one line and at most `limit` columns wide; where something was cut it ends in …"""
    line = " ".join(text.split())
    if width(line) <= limit:
        return line
    room = limit - 1
    for at, character in enumerate(line):
        room -= _width(character)
        if room < 0:
            return line[:at].rstrip() + "…"
    return line


def grid(header: Sequence[str], rows: Iterable[Sequence[str]], right: Sequence[bool] = ()) -> str:
    """Return header and rows as aligned lines; `right` says which columns are numbers."""
    lines = [list(header), *(list(row) for row in rows)]
    widths = [max(width(line[at]) for line in lines) for at in range(len(header))]
    sides = [*right, *[False] * (len(header) - len(right))]
    lines.insert(1, ["-" * wide for wide in widths])
    return "\n".join(
        "  ".join(
            _pad(cell, wide, side) for cell, wide, side in zip(line, widths, sides, strict=True)
        ).rstrip()
        for line in lines
    )


def _pad(cell: str, wide: int, right: bool) -> str:
    space = " " * (wide - width(cell))
    return space + cell if right else cell + space
