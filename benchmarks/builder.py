"""The builder beside its floors, in one run: extraction, the whole build, row checks, two processes, loading.

    python -m benchmarks.builder [FOLDER] [--articles 1500] [--measured 200] [--rounds 5]

FOLDER is any folder of .txt files; without it, a corpus is made (benchmarks/corpus.py). What counts are the ratios: both
sides of each are measured in turns in processor time, and the medians are divided. Nothing fails here; docs/speed.md says what was reached.
"""

import argparse
import hashlib
import os
import re
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import duckdb

from benchmarks import corpus
from hiwar.builders.knowledge import all_forms
from hiwar.builders.rows import text_rows
from hiwar.builders.text.fold import fold, fold_all
from hiwar.builders.text.lex import Lexed
from hiwar.builders.text.read import RawText, read
from hiwar.corpus import parts, run, warm  # noqa: F401 - what is measured runs as workers do
from hiwar.corpus.chunk import Chunk, chunks
from hiwar.corpus.formats import read_file
from hiwar.corpus.options import Options
from hiwar.corpus.record import Record, Reject
from hiwar.corpus.rows import rows_of
from hiwar.dataset import folder
from hiwar.schema.derive import ddl

CUES = ("verb", "participle", "verbal_noun", "attribution")  # the kinds of forms that carry reporting


def trie(words: list[str]) -> str:
    """Return a regular expression for the words that shares their beginnings."""
    root: dict[str, dict] = {}  # type: ignore[type-arg]
    for word in words:
        node = root
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return rf"\b{_alternatives(root)}\b"


def _alternatives(node: dict) -> str:  # type: ignore[type-arg]
    ends = "" in node
    branches = [re.escape(char) + _alternatives(below) for char, below in sorted(node.items()) if char]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 and not ends else f"(?:{'|'.join(branches)})"
    return joined + "?" * ends


def cue_pattern() -> re.Pattern[str]:
    """Return the forms of the cues, in folded letters, as one compiled expression."""
    cues = [form for form in all_forms() if form.kind in CUES]
    views = fold_all([prefix + form.surface for form in cues for prefix in form.prefixes])
    return re.compile(trie(sorted({view.decode("latin-1") for view in views})))


def turns(
    rounds: int, clock: Callable[[], float] = time.process_time, **jobs: Callable[[], object]
) -> dict[str, float]:
    """Return the median seconds of each job; they take turns, so that whatever else runs slows all of them.

    Counted is the processor time of this process: by the clock, a machine that others use as well favours short jobs.
    """
    taken: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(rounds):
        for name, job in jobs.items():
            begun = clock()
            job()
            taken[name].append(clock() - begun)
    return {name: median(seconds) for name, seconds in taken.items()}


def floor(paths: list[Path]) -> None:
    """Read, hash and decode the files."""
    for path in paths:
        content = path.read_bytes()
        hashlib.sha256(content)
        content.decode("utf-8")


def records(paths: list[Path]) -> list[Record | Reject]:
    """Return the records of the files."""
    return [item for path in paths for item in read_file(path.name, path, Options())]


def built(paths: list[Path], place: Path, jobs: int) -> float:
    """Write the parts of all files; return the processor time that all processes took, their start included."""
    begun = time.process_time()
    with tempfile.TemporaryDirectory(dir=place) as store:
        run.run(chunks(records(paths), "benchmark"), Path(store), jobs, lambda counts: None)
        workers = sum(float(path.read_text()) for path in Path(store).glob("*.seconds"))
    return time.process_time() - begun + (workers if jobs else 0.0)


def timed(chunk: Chunk, folder: Path) -> parts.Counts:
    """Build a chunk, and note the processor time that this process has taken so far."""
    counts = parts.build(chunk, folder)
    (folder / f"{os.getpid()}.seconds").write_text(str(time.process_time()))
    return counts


def report(texts: list[RawText], paths: list[Path], place: Path, rounds: int) -> None:
    """Measure and print."""
    size = sum(len(text.text.encode()) for text in texts) / 1e6
    pattern = cue_pattern()
    views = [fold(text.text)[0].decode("latin-1") for text in texts]
    items = records(paths)
    made = rows_of(items)
    connection = duckdb.connect(config={"threads": "1"})
    parts.load(connection, made)
    rows = sum(len(found) for _, tables in made.texts for found in tables.values())
    print(f"{len(texts):,} articles, {size:.1f} MB, {rows:,} rows; {os.cpu_count()} processors")

    def rate(name: str, seconds: float) -> None:
        print(
            f"{name:<44} {seconds / len(texts) * 1000:8.3f} ms/article {size / seconds:8.2f} MB/s {len(texts) / seconds:8.0f} articles/s"
        )

    took = turns(
        rounds,
        floor=lambda: floor(paths),
        cues=lambda: [pattern.findall(view) for view in views],
        lex=lambda: [Lexed(text.text).hits for text in texts],
        extract=lambda: [text_rows(text) for text in texts],
        rows=lambda: rows_of(records(paths)),
        check=lambda: parts.broken(connection),
        part=lambda: built(paths, place, 0),
    )
    rate("floor: read, hash, decode", took["floor"])
    rate("one pass of `re`, cue forms as a trie", took["cues"])
    rate("lexicon, offsets, classes", took["lex"])
    rate("text → rows", took["extract"])
    rate("files → rows", took["rows"])
    rate("every row checked", took["check"])
    rate("files → checked rows in Parquet parts", took["part"])
    print(f"text → rows / cue pass              {took['extract'] / took['cues']:8.1f} × (bar 3)")
    print(f"files → checked rows / floor        {took['part'] / took['floor']:8.1f} × (bar 12)")
    print(f"row checks / extraction             {took['check'] / took['extract']:8.1%} (bar 10 %)")


def scaling(paths: list[Path], place: Path) -> None:
    """Measure one process against two: by the clock, and by what two could do on processors of their own."""
    run.build = timed
    spent: dict[int, list[float]] = {1: [], 2: []}
    took = turns(
        3,
        time.perf_counter,
        one=lambda: spent[1].append(built(paths, place, 1)),
        two=lambda: spent[2].append(built(paths, place, 2)),
    )
    one, two = median(spent[1]), median(spent[2])
    print(f"two processes / one, by the clock   {took['one'] / took['two']:8.2f} × (bar 1.8)")
    print(
        f"two processes / one, by their work  {2 * one / two:8.2f} × ({one:.1f} s and {two:.1f} s of processor time)"
    )


def loading(items: list[Record | Reject], place: Path, rows: int = 2000) -> None:
    """Measure the load of Parquet parts against `executemany` of the same rows."""
    store = parts.Store(place / "store")
    parts.build(Chunk("one", items), store.folder)
    source = f"read_parquet('{store.path('statements', 'one')}')"
    columns = ", ".join(f'"{name}"' for name in ddl.TABLES["statements"].column_names)
    few = duckdb.execute(f"SELECT {columns} FROM {source} LIMIT {rows}").fetchall()
    copies = max(1, 100_000 // len(few))
    many = f"(SELECT {columns} FROM {source} LIMIT {rows}), range({copies})"
    table = ", ".join(f'"{c.name}" {ddl.TYPES[c.kind]}' for c in ddl.TABLES["statements"].columns)
    target = place / "many.parquet"
    duckdb.execute(f"COPY (SELECT {columns} FROM {many}) TO '{target}' (FORMAT parquet, COMPRESSION zstd)")

    def fresh() -> duckdb.DuckDBPyConnection:
        connection = duckdb.connect(config={"threads": "1"})
        connection.execute(f"CREATE TABLE t ({table})")
        return connection

    marks = ", ".join("?" * len(few[0]))
    took = turns(
        3,
        each=lambda: fresh().executemany(f"INSERT INTO t VALUES ({marks})", few),
        parts=lambda: fresh().execute(f"INSERT INTO t FROM read_parquet('{target}')"),
    )
    each, loaded = len(few) / took["each"], len(few) * copies / took["parts"]
    print(f"load of parts / executemany         {loaded / each:8.0f} × ({loaded:,.0f} rows/s) (bar 200)")


def whole(source: Path, place: Path, texts: int, size: float) -> None:
    """Measure the whole build, publishing included, from scratch and again."""
    for name in ("from scratch", "again, nothing new"):
        begun = time.perf_counter()
        folder.make([source], place / "built")
        seconds = time.perf_counter() - begun
        print(
            f"hiwar build, {name:<22} {seconds:8.1f} s {size / seconds:8.2f} MB/s {texts / seconds:8.0f} articles/s"
        )


def main() -> None:
    """Measure everything."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--articles", type=int, default=1500)
    parser.add_argument(
        "--measured", type=int, default=200, help="articles that the single steps are measured on"
    )
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(temporary)
        source = given.folder or place / "news"
        if given.folder is None:
            corpus.write(source, given.articles)
        paths = sorted(source.glob("*.txt"))
        texts = [text for path in paths if isinstance(text := read(path), RawText)]
        report(texts[: given.measured], paths[: given.measured], place, given.rounds)
        scaling(paths, place)
        loading(records(paths[: given.measured]), place)
        whole(source, place, len(texts), sum(len(text.text.encode()) for text in texts) / 1e6)


if __name__ == "__main__":
    main()
