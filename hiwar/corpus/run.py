"""Chunks → parts, in this process or in several; what was done before is not done again."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from pathlib import Path

from hiwar.corpus.chunk import Chunk
from hiwar.corpus.parts import Counts, Store, build


class Stopped(Exception):
    """A worker process died; what it had finished is kept."""


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run(chunks: Iterable[Chunk], folder: Path, jobs: int, done: Callable[[Counts], None]) -> list[str]:
    """Build all chunks into the store at `folder` with `jobs` processes, and return their keys in order.

    `done` is told the counts of each. No more than a few chunks for each process are held at a time. Raises Stopped
    where a worker dies (as a rule for want of memory).
    """
    store, keys = Store(folder), []

    def waiting() -> Iterator[Chunk]:
        for chunk in chunks:
            keys.append(chunk.key)
            if counts := store.done(chunk.key):
                done(counts)
            else:
                yield chunk

    todo = waiting()
    first = list(islice(todo, 2))
    if jobs < 2 or len(first) < 2:
        for chunk in chain(first, todo):
            done(build(chunk, folder))
    else:
        for counts in _in_processes(chain(first, todo), folder, jobs):
            done(counts)
    return keys


def _in_processes(chunks: Iterator[Chunk], folder: Path, jobs: int) -> Iterator[Counts]:
    method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(method)
    context.set_forkserver_preload(["hiwar.corpus.warm"])
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin_worker)
    pending: set[Future[Counts]] = set()
    try:
        for chunk in chunks:
            pending.add(pool.submit(build, chunk, folder))
            if len(pending) >= 2 * jobs:
                finished, pending = wait(pending, return_when=FIRST_COMPLETED)
                yield from (future.result() for future in finished)
        for future in pending:
            yield future.result()
    except BrokenProcessPool:
        raise Stopped("a worker process died, as a rule for want of memory") from None
    finally:
        if any(not future.done() for future in pending):  # interrupted: parts are whole or not there at all
            for worker in multiprocessing.active_children():
                worker.terminate()
        pool.shutdown(cancel_futures=True)


def _begin_worker() -> None:
    """Leave Ctrl-C to the parent, which ends the workers; end with it where it is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_parent, daemon=True).start()


def _end_with_the_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)
