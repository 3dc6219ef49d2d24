"""Records in chunks: the unit of work, named by what goes into it, so that what is done need not be done again."""

import hashlib
import zlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from hiwar.corpus.record import Record, Reject

MOST = 512  # records
_CUT = 128  # records, on average
_BYTES = 16_000_000


class Chunk(NamedTuple):
    """Some records in a row, with a name made from all that is in them."""

    key: str
    items: list[Record | Reject]


def chunks(items: Iterable[Record | Reject], salt: str) -> Iterator[Chunk]:
    """Yield the items in chunks. `salt` names the builder and its settings: another one gives other keys.

    A chunk ends after a record whose name says so, so that a record more or less leaves all other chunks as they are.
    """
    held: list[Record | Reject] = []
    size = 0
    for item in items:
        held.append(item)
        size += len(item.content) if isinstance(item, Record) else 0
        if zlib.crc32(item.place.name.encode()) % _CUT == 0 or len(held) == MOST or size > _BYTES:
            yield Chunk(_key(held, salt), held)
            held, size = [], 0
    if held:
        yield Chunk(_key(held, salt), held)


def _key(items: list[Record | Reject], salt: str) -> str:
    named = hashlib.sha256(salt.encode())
    for item in items:
        known = item._replace(content=b"") if isinstance(item, Record) else item
        named.update(repr(tuple(known)).encode("utf-8", "backslashreplace"))
    return named.hexdigest()[:32]
