"""Words by which a line shows that it is publication data or page chrome: `builders/furniture.toml`.

They count only where a short line begins or ends, so they are looked up there by their words, and are no part of the
lexicon that is searched in running text.
"""

from functools import cache
from typing import NamedTuple

from hiwar.builders.passages.lines import entry_tokens
from hiwar.builders.text.lexicon import read_table


class LineWords(NamedTuple):
    """One entry of the table."""

    name: str
    kind: str  # meta, furniture
    where: str  # alone, label, start, end
    max_words: int
    after: str | None  # end, comments, links: what follows the line


@cache
def line_words() -> dict[tuple[bytes, ...], tuple[LineWords, ...]]:
    """Return the entries by the folded words of each form."""
    found: dict[tuple[bytes, ...], tuple[LineWords, ...]] = {}
    for entry in read_table("furniture")["line"]:
        words = LineWords(
            entry["name"], entry["kind"], entry["where"], entry["max_words"], entry.get("after")
        )
        for form in entry["forms"]:
            key = entry_tokens(form)
            known = found.get(key, ())
            if words not in known:
                found[key] = (*known, words)
    return found


@cache
def forms_of(name: str) -> tuple[bytes, ...]:
    """Return the folded forms of the entry of that name, as they stand in running text."""
    return tuple(
        b" ".join(form)
        for form, entries in line_words().items()
        if any(entry.name == name for entry in entries)
    )


@cache
def longest() -> int:
    """Return the number of words of the longest form."""
    return max(map(len, line_words()))
