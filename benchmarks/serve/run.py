"""Datasette on SQLite and on DuckDB, the same rows, the same requests: medians and ratios.

    python -m benchmarks.serve.run [--rows 200000] [--folder FOLDER] [--repeat 7]

Each of a request's times is taken on both sides in turn, in one process, after one warm-up that is reported on its own
(«first»). Exit code 1 when a bar is missed.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import subprocess
import sys
import time
from pathlib import Path

from datasette.app import Datasette

from .data import build

WORD, WORDS = "ميرانو", "ميرا+ميساهم"
SETTINGS = {"sql_time_limit_ms": 60_000, "facet_time_limit_ms": 60_000}
# name, path, the most that DuckDB's time may be of SQLite's
REQUESTS: tuple[tuple[str, str, float | None], ...] = (
    ("table page", "/bench/articles", 1.0),
    ("table page, no facets or suggestions", "/bench/articles?_nofacet=1&_nosuggest=1", None),
    ("three facets", "/bench/articles?_facet=topic&_facet=country&_facet=outlet_id", 0.2),
    ("three facets, no suggestions", "/bench/articles?_facet=topic&_facet=country&_facet=outlet_id&_nosuggest=1", None),
    ("facet by date", "/bench/articles?_facet_date=published&_nosuggest=1", None),
    ("filter and sort", "/bench/articles.json?words__gt=2500&topic=topic+7&_sort_desc=words&_nosuggest=1", 0.5),
    ("text contains", "/bench/articles.json?title__contains=ميرا&_nosuggest=1&_nofacet=1", None),
    ("sort without index", "/bench/articles.json?_sort_desc=words&_nosuggest=1", None),
    ("aggregate SQL", "/bench.json?sql=select+topic,+country,+count(*),+avg(score)+from+articles+group+by+topic,+country", 0.1),
    ("aggregate SQL with join", "/bench.json?sql=select+o.name,+sum(a.words)+from+articles+a+join+outlets+o+on+o.id+=+a.outlet_id+group+by+o.name", 0.1),
    ("row page", "/bench/articles/77777", 3.0),
    ("row page with incoming keys", "/bench/outlets/7", 3.0),
    ("small JSON: one row", "/bench/articles/77777.json", 3.0),
    ("small JSON: one page", "/bench/articles.json?_shape=array&_size=20", 3.0),
    ("search, a rare word", f"/bench/articles.json?_search={WORD}&_nosuggest=1", 8.0),
    ("search, two words", f"/bench/articles.json?_search={WORDS}&_nosuggest=1", 8.0),
)  # fmt: skip
FIRST = """
import asyncio, sys, time
from datasette.app import Datasette
datasette = Datasette([sys.argv[1]], settings={"sql_time_limit_ms": 60000, "facet_time_limit_ms": 60000})
async def main():
    await datasette.invoke_startup()
    await datasette.client.get("/-/versions.json")
    started = time.perf_counter()
    response = await datasette.client.get("/bench/articles")
    assert response.status_code == 200, response.text
    print(time.perf_counter() - started)
    for database in datasette.databases.values():
        database.close()
asyncio.run(main())
"""


async def measure(datasette: Datasette, path: str) -> tuple[float, int]:
    """Return the seconds that a request takes, and the length of the answer."""
    started = time.perf_counter()
    response = await datasette.client.get(path)
    taken = time.perf_counter() - started
    assert response.status_code == 200, (path, response.text[:300])
    return taken, len(response.text)


def first_request(path: Path, repeat: int) -> float:
    """Return the median of a table page's seconds, each right after the start of a new process."""
    command = [sys.executable, "-c", FIRST, str(path)]
    runs = [subprocess.run(command, capture_output=True, text=True, check=True).stdout for _ in range(repeat)]
    return statistics.median(float(run) for run in runs)


def report(name: str, lite: float, duck: float, bar: float | None, note: str = "") -> bool:
    """Print one line; return whether the bar is kept."""
    ratio = duck / lite
    kept = bar is None or ratio <= bar
    limit = "" if bar is None else f"≤ {bar:g}"
    print(
        f"| {name} | {lite * 1000:.1f} | {duck * 1000:.1f} | {ratio:.2f} | {limit} {'' if kept else 'MISSED'} | {note} |"
    )
    return kept


async def run(lite: Path, duck: Path, repeat: int) -> bool:
    """Print the table; return whether every bar is kept."""
    servers = [Datasette([str(path)], settings=SETTINGS) for path in (lite, duck)]
    for server in servers:
        await server.invoke_startup()
        await server.client.get("/bench.json")
    kept = True
    for name, path, bar in REQUESTS:
        first = [(await measure(server, path))[0] for server in servers]
        times: tuple[list[float], list[float]] = ([], [])
        for _ in range(repeat):
            for server, taken in zip(servers, times, strict=True):
                taken.append((await measure(server, path))[0])
        medians = [statistics.median(taken) for taken in times]
        kept &= report(
            name, medians[0], medians[1], bar, f"first: {first[0] * 1000:.0f} / {first[1] * 1000:.0f}"
        )
    for server in servers:
        for database in server.databases.values():
            database.close()
    return kept


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rows", type=int, default=200_000)
    parser.add_argument("--folder", type=Path, default=Path("benchmarks/serve/.data"))
    parser.add_argument("--repeat", type=int, default=7)
    options = parser.parse_args()
    lite, duck = build(options.folder, options.rows)
    print(
        f"{options.rows} rows; SQLite {lite.stat().st_size >> 20} MB, DuckDB {duck.stat().st_size >> 20} MB"
    )
    print("\n| request | SQLite ms | DuckDB ms | ratio | bar | |\n| --- | --- | --- | --- | --- | --- |")
    kept = asyncio.run(run(lite, duck, options.repeat))
    kept &= report("first request after the start", first_request(lite, 3), first_request(duck, 3), 2.0)
    sys.exit(0 if kept else 1)


if __name__ == "__main__":
    main()
