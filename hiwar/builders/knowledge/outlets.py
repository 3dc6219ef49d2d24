"""Outlets and agencies as bylines, datelines and source lines name them: `builders/outlets.toml`.

Like the words of `builders/furniture.toml` they are looked up at the edges of short lines only.
"""

from functools import cache
from typing import NamedTuple

from hiwar.builders.lexicon import read_table
from hiwar.builders.lines import entry_tokens


class Outlet(NamedTuple):
    """A newspaper, site, broadcaster or agency."""

    name: str
    agency: bool
    domains: tuple[str, ...]


@cache
def _entries() -> list[tuple[Outlet, tuple[str, ...]]]:
    """Return each outlet with the spellings that name it wherever they stand in a byline."""
    found = []
    for entry in read_table("outlets")["outlet"]:
        outlet = Outlet(entry["name"], entry.get("agency", False), tuple(entry.get("domains", ())))
        bare = () if entry.get("common") else (entry["name"],)
        found.append((outlet, (*bare, *entry.get("also", ()))))
    return found


@cache
def outlets() -> dict[tuple[bytes, ...], Outlet]:
    """Return the outlets by the folded words of each spelling."""
    return {entry_tokens(spelling): outlet for outlet, spellings in _entries() for spelling in spellings}


@cache
def domains() -> dict[str, Outlet]:
    """Return the outlets by the domains of their sites and addresses."""
    return {domain: outlet for outlet, _ in _entries() for domain in outlet.domains}


@cache
def longest() -> int:
    """Return the number of words of the longest spelling."""
    return max(map(len, outlets()))
