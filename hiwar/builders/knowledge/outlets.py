"""Outlets and agencies as bylines, datelines and source lines name them: `builders/outlets.toml`.

Like the words of `builders/furniture.toml` they are looked up at the edges of short lines only.
"""

from functools import cache
from typing import NamedTuple

from hiwar.builders.passages.lines import entry_tokens
from hiwar.builders.text.lexicon import read_table

_SHAPED = 4  # words of the longest name that is known by its shape


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
def _shape() -> tuple[frozenset[tuple[bytes, ...]], frozenset[tuple[bytes, ...]]]:
    shape = read_table("outlets")["shape"]
    return frozenset(map(entry_tokens, shape["heads"])), frozenset(map(entry_tokens, shape["tails"]))


def is_name(words: tuple[bytes, ...]) -> bool:
    """Whether the words are an outlet's name, known or by how such names begin or end; meant for words that stand apart."""
    if words in outlets():
        return True
    if len(words) > _SHAPED:
        return False
    heads, tails = _shape()
    return any(words[:part] in heads or words[part:] in tails for part in range(1, len(words)))


@cache
def domains() -> dict[str, Outlet]:
    """Return the outlets by the domains of their sites and addresses."""
    return {domain: outlet for outlet, _ in _entries() for domain in outlet.domains}


@cache
def longest() -> int:
    """Return the number of words of the longest spelling."""
    return max(map(len, outlets()))
