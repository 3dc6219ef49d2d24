"""The same work on an engine: Daft maps groups of files to parts, on this machine or on its Ray cluster.

Daft decides where and when; what is done is `build` of every chunk, as everywhere. On a cluster the sources and the
store stand on a file system that all machines see.
"""

import json
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from hiwar.corpus.chunk import chunks
from hiwar.corpus.formats import read_file
from hiwar.corpus.options import Options
from hiwar.corpus.parts import Counts, Store, build
from hiwar.corpus.record import Reject
from hiwar.corpus.streams import Missing
from hiwar.corpus.walk import Found, walk

_CUT = 256  # files a group, on average
_BYTES = 64_000_000


class Group(NamedTuple):
    """Files that one worker reads one after another."""

    names: list[str]
    paths: list[str]


def groups(files: Iterable[Found]) -> Iterator[Group]:
    """Yield the files in groups, which end where a name says so or much is to be read."""
    group, size = Group([], []), 0
    for found in files:
        group.names.append(found.name)
        group.paths.append(str(found.path.absolute()))
        size += found.size
        if zlib.crc32(found.name.encode()) % _CUT == 0 or size > _BYTES:
            yield group
            group, size = Group([], []), 0
    if group.names:
        yield group


def shard(group: Group, options: Options, salt: str, folder: Path) -> dict[str, Counts]:
    """Write the parts of a group of files, where they are not there yet; return the counts of its chunks by key."""
    store = Store(folder)
    items = (item for name, path in zip(*group, strict=True) for item in read_file(name, Path(path), options))
    return {chunk.key: store.done(chunk.key) or build(chunk, folder) for chunk in chunks(items, salt)}


def run(
    sources: list[Path], options: Options, salt: str, folder: Path, jobs: int, done: Callable[[Counts], None]
) -> list[str]:
    """Build everything in the sources on Daft; return the keys of the chunks. Raises Missing where Daft is."""
    try:
        import daft
    except ImportError:
        raise Missing("--engine daft", "daft") from None

    @daft.cls(max_concurrency=max(jobs, 1), use_process=True)
    class Worker:
        @daft.method.batch(return_dtype=daft.DataType.string(), batch_size=1)  # type: ignore[untyped-decorator]
        def build(self, names: Any, paths: Any) -> list[str]:
            found = map(Group, names.to_pylist(), paths.to_pylist())
            return [json.dumps(shard(group, options, salt, folder)) for group in found]

    rejects: list[Reject] = []
    grouped = list(groups(_files(sources, rejects)))
    frame = daft.from_pydict({"names": [g.names for g in grouped], "paths": [g.paths for g in grouped]})
    made = {chunk.key: build(chunk, folder) for chunk in chunks(rejects, salt)}
    if grouped:
        worker = Worker()
        built = frame.select(worker.build(daft.col("names"), daft.col("paths")).alias("made")).to_pydict()
        for line in built["made"]:
            made |= {key: Counts(*counts) for key, counts in json.loads(line).items()}
    for counts in made.values():
        done(counts)
    return list(made)


def _files(sources: list[Path], rejects: list[Reject]) -> Iterator[Found]:
    """Yield the files; what is none is put among the rejects."""
    for found in walk(sources):
        if isinstance(found, Reject):
            rejects.append(found)
        else:
            yield found
