"""Records on which the process dies that builds them: found one by one, and rejected, so that the others are built."""

from collections.abc import Iterator
from multiprocessing.connection import Connection

from hiwar.corpus.chunk import Chunk
from hiwar.corpus.record import Record, Reject
from hiwar.corpus.rows import rows_of
from hiwar.corpus.worker import Context, begin_worker

MOST = 8  # of one chunk; where more die, it is not the records

_REASON = "the process that built it died, as a rule for want of memory: split it, or please report"


def without_deadly(chunk: Chunk, context: Context) -> Chunk | None:
    """Return the chunk with a reject for each record that kills a process; None where there are more than `MOST`."""
    items, dead = list(chunk.items), 0
    for number in _deadly(chunk.items, context):
        items[number], dead = Reject(items[number].place, _REASON), dead + 1
        if dead > MOST:
            return None
    return Chunk(chunk.key, items)


def _deadly(items: list[Record | Reject], context: Context) -> Iterator[int]:
    """Yield the numbers of the records that kill: each process goes on behind the one on which the last one died."""
    at = 0
    while at < len(items):
        told, tell = context.Pipe(duplex=False)
        process = context.Process(target=_build_each, args=(items, at, tell))
        process.start()
        tell.close()
        try:
            while True:
                at = told.recv()
        except EOFError:
            process.join()
        if at < len(items):
            yield at
            at += 1


def _build_each(items: list[Record | Reject], at: int, tell: Connection) -> None:
    """Build the records from number `at` on, and tell after each which one is next."""
    begin_worker()
    for number in range(at, len(items)):
        rows_of([items[number]])
        tell.send(number + 1)
