"""Cities from which reports are dated: `builders/places.toml`, looked up at the edges of short lines."""

from functools import cache

from hiwar.builders.passages.lines import entry_tokens
from hiwar.builders.text.lexicon import read_table


@cache
def cities() -> frozenset[tuple[bytes, ...]]:
    """Return the folded words of each city's spellings."""
    return frozenset(
        entry_tokens(name) for names in read_table("places")["cities"].values() for name in names
    )
