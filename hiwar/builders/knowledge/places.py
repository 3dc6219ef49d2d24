"""Cities from which reports are dated: `builders/places.toml`, looked up at the edges of short lines."""

from functools import cache

from hiwar.builders.lexicon import read_table
from hiwar.builders.lines import entry_tokens


@cache
def cities() -> frozenset[tuple[bytes, ...]]:
    """Return the folded words of each city's spellings."""
    return frozenset(
        entry_tokens(name) for names in read_table("places")["cities"].values() for name in names
    )
