"""Chunks → parts, in this process or in several; what was done before is not done again."""

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import chain
from pathlib import Path

from hiwar.corpus.chunk import Chunk
from hiwar.corpus.deadly import without_deadly
from hiwar.corpus.parts import Counts, Store, build, build_waiting
from hiwar.corpus.worker import Context, begin_worker, context


class Stopped(Exception):
    """Worker processes die for no single record; what they had finished is kept."""


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run(chunks: Iterable[Chunk], folder: Path, jobs: int, done: Callable[[Counts], None]) -> list[str]:
    """Build all chunks into the store at `folder` with `jobs` processes, and return their keys in order.

    `done` is told the counts of each. No more than a few chunks for each process are held at a time. With none the
    work is done in this process; else a record on which a worker dies becomes a reject. Raises Stopped where workers
    die all the same (as a rule for want of memory).
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
    if jobs == 0:
        for chunk in todo:
            done(build(chunk, folder))
    elif first := next(todo, None):
        for counts in _in_processes(chain([first], todo), folder, jobs):
            done(counts)
    return keys


def _in_processes(chunks: Iterator[Chunk], folder: Path, jobs: int) -> Iterator[Counts]:
    """Yield the counts of the chunks as they are built; where a worker dies, those in work are built again, each alone."""
    begun = context()
    while True:
        in_work: list[Chunk] = []
        try:
            yield from _in_pool(chunks, folder, jobs, begun, in_work)
            return
        except BrokenProcessPool:
            for chunk in in_work:
                yield _alone(chunk, folder, begun)


def _in_pool(
    chunks: Iterator[Chunk], folder: Path, jobs: int, begun: Context, in_work: list[Chunk]
) -> Iterator[Counts]:
    """Yield the counts of the chunks as they are built; raises BrokenProcessPool with the unfinished ones `in_work`.

    Chunks go to the workers by way of the disk: where one dies while more is on its way to it than a pipe holds, the
    pool of Python before 3.11.5 waits for ever (python/cpython#94777).
    """
    store, pool = Store(folder), ProcessPoolExecutor(jobs, mp_context=begun, initializer=begin_worker)
    pending: dict[Future[Counts], Chunk] = {}
    try:
        for chunk in chunks:
            in_work.append(chunk)
            pending[pool.submit(build_waiting, store.put(chunk), folder)] = chunk
            if len(pending) >= 2 * jobs:
                yield from _finished(pending, in_work)
        while pending:
            yield from _finished(pending, in_work)
    finally:
        if pending:  # interrupted: parts are whole or not there at all
            for worker in multiprocessing.active_children():
                worker.terminate()
        pool.shutdown(cancel_futures=True)


def _finished(pending: dict[Future[Counts], Chunk], in_work: list[Chunk]) -> Iterator[Counts]:
    """Wait until some are finished, and yield their counts."""
    for future in wait(pending, return_when=FIRST_COMPLETED).done:
        counts = future.result()
        in_work.remove(pending.pop(future))
        yield counts


def _alone(chunk: Chunk, folder: Path, begun: Context) -> Counts:
    """Build a chunk in a process of its own, without the records on which that dies; the next build tries them again."""
    if counts := _tried(chunk, folder, begun, lasting=True):
        return counts
    rest = without_deadly(chunk, begun)
    if rest and (counts := _tried(rest, folder, begun, lasting=False)):
        return counts
    raise Stopped("worker processes die, as a rule for want of memory")


def _tried(chunk: Chunk, folder: Path, begun: Context, *, lasting: bool) -> Counts | None:
    """Return the counts of the chunk, None where the process dies that builds it."""
    with ProcessPoolExecutor(1, mp_context=begun, initializer=begin_worker) as pool:
        try:
            return pool.submit(build, chunk, folder, lasting=lasting).result()
        except BrokenProcessPool:
            return None
