"""The build of any folders and files: records → parts → tables, database and package; it can be stopped and resumed."""

import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import duckdb

from hiwar.corpus import engine
from hiwar.corpus import run as local
from hiwar.corpus.chunk import chunks
from hiwar.corpus.options import Options
from hiwar.corpus.parts import Store
from hiwar.corpus.progress import Progress
from hiwar.corpus.salt import salt
from hiwar.corpus.streams import Missing
from hiwar.corpus.walk import walk
from hiwar.dataset import build
from hiwar.dataset.make import BuildError, Report, must_be_ours
from hiwar.dataset.publish import database, package, place
from hiwar.dataset.publish.collect import Collected, collect
from hiwar.schema import TABLES
from hiwar.schema.origins import REJECTS

_LISTED = 20  # rejects that are named on stderr; all stand in rejects.csv


class How(NamedTuple):
    """How a build is to run. `jobs`: processes; None: one for each processor; 0: only the one that reads. `engine`: local or daft."""

    options: Options = Options()
    jobs: int | None = None
    engine: str = "local"

    @property
    def processes(self) -> int:
        """How many processes build beside the one that reads."""
        return local.processors() if self.jobs is None else self.jobs


def make(sources: Sequence[Path], out: Path, how: How | None = None) -> Report:
    """Build the tables from `sources` into the folder `out`, and return the report.

    Until the last step the result stands beside `out`; a build that is interrupted leaves `out` as it was, and what it
    had done in `.OUT.parts` beside it, from where the next one goes on. Raises BuildError where nothing can be built.
    """
    how = how or How()
    out = out.absolute()
    if next(walk(sources), None) is None:
        raise BuildError(f"{', '.join(map(str, sources))}: there is no file to read")
    _must_be_apart(sources, out)
    must_be_ours(out)
    store = Store(place.parts_of(out))
    with place.alone(store.folder, out):
        place.restore_folder(out)
        progress = Progress(list(sources))
        try:
            keys = _parts(store, how, list(sources), progress)
            progress.say("writing tables and database …")
            report = _publish(store, keys, out, max(1, how.processes))
        finally:
            progress.end()
        store.prune(set(keys))
    return report


def _must_be_apart(sources: Sequence[Path], out: Path) -> None:
    """Refuse a result inside a source, which the next build would read as news, and a source that `out` would replace."""
    target = out.resolve()
    for source in (source.resolve() for source in sources):
        if target.is_relative_to(source) or source.is_relative_to(target):
            raise BuildError(f"{out} and {source} lie one inside the other: name a folder beside the texts")


def _parts(store: Store, how: How, sources: list[Path], progress: Progress) -> list[str]:
    jobs, salted = how.processes, salt(how.options)
    try:
        if how.engine == "daft":
            progress.say("building on Daft …")
            return engine.run(sources, how.options, salted, store.folder, jobs, progress.add)
        found = chunks(progress.records(how.options), salted)
        return local.run(found, store.folder, jobs, progress.add)
    except Missing as error:
        raise BuildError(str(error)) from None
    except local.Stopped as error:
        raise BuildError(
            f"{error}; what is done is kept: run the same command again, with fewer --jobs"
        ) from None
    except OSError as error:
        raise BuildError(f"{error.filename or store.folder}: {error.strerror or error}") from None


def _publish(store: Store, keys: list[str], out: Path, jobs: int) -> Report:
    """Write everything beside `out` on `jobs` processors, and put it in place."""
    stage = build.stage_beside(out)
    try:
        collected = collect(store, keys, stage)
        counts = database.write_folder(stage, stage / "hiwar.duckdb", jobs)
        package.write_descriptor(stage, sources=False)
        report = _report(collected, counts, stage)
        for name in ("origins", "rejects", "raw_texts"):
            (stage / f"{name}.parquet").unlink()
        place.put_folder(stage, out)
    except duckdb.Error as error:
        raise BuildError(f"the tables could not be written, and nothing was published: {error}") from None
    finally:
        shutil.rmtree(stage, ignore_errors=True)
    return report


def _report(collected: Collected, counts: dict[str, int], stage: Path) -> Report:
    again = collected.places - collected.texts
    report = Report()
    report.lines.append(
        f"{collected.records:,} records: {collected.texts:,} texts ({counts['articles']:,} articles), "
        f"{again:,} seen again, {collected.rejects:,} rejected"
    )
    report.lines += [f"{name:15} {counts[name]:>9,}" for name in TABLES]
    query = f"SELECT file, reason, records FROM read_parquet(?) ORDER BY file, reason LIMIT {_LISTED}"
    listed = duckdb.execute(query, [os.fspath(stage / "rejects.parquet")]).fetchall()
    for file, reason, records in listed:
        report.warnings.append(
            f"rejected: {file}: {reason}" + (f" ({records:,} records)" if records > 1 else "")
        )
    if (more := collected.rejects - sum(records for *_, records in listed)) > 0:
        report.warnings.append(f"rejected: {more:,} more, all in {REJECTS.name}.csv")
    return report
