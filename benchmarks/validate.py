"""`hiwar validate` against frictionless, on the published dataset multiplied to 100,000 rows.

All judge the same package in the same run, in turns; what counts is the ratio of the medians, by the clock and by the
processor time of all threads. Before that, both judge a damaged copy and must name the same rows.
Run: `python -m benchmarks.validate [--rows N] [--rounds N]`.
"""

import argparse
import csv
import random
import re
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any
from unittest.mock import patch

from frictionless import Package

from hiwar.dataset.csvio import printed, read_csv
from hiwar.dataset.publish.package import write_descriptor
from hiwar.dataset.validate import clean, validate, validate_tables
from hiwar.paths import data_root
from hiwar.schema import TABLES, Table

_NAMES_A_ROW = ("raw_file", "row_id", "review_id", "repeats")


def grow(source: Path, folder: Path, rows: int) -> int:
    """Write at least `rows` rows: the dataset again and again, every id led by the number of its copy."""
    tables = {name: read_csv(source / "tables" / f"{name}.csv", table) for name, table in TABLES.items()}
    copies = -(-rows // sum(map(len, tables.values())))
    (folder / "tables").mkdir(parents=True)
    (folder / "raw").mkdir()
    for name, table in TABLES.items():
        with (folder / "tables" / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(table.column_names)
            for number in range(copies):
                writer.writerows(_row(table, row, number) for row in tables[name])
    for path in sorted((source / "raw").glob("*.txt")):
        for number in range(copies):
            (folder / "raw" / f"c{number}-{path.name}").write_bytes(path.read_bytes())
    write_descriptor(folder)
    return copies * sum(map(len, tables.values()))


def _row(table: Table, row: dict[str, Any], number: int) -> list[str]:
    linked = {column for key in table.foreign for column in key.columns} | {*table.key, *_NAMES_A_ROW} - {
        "name"
    }
    return [
        _renamed(str(row[column]), number) if column in linked and row[column] else printed(row[column])
        for column in table.column_names
    ]


def _renamed(name: str, number: int) -> str:
    """Lead a name by its copy's number where its form has room for it."""
    if re.match(r"[posdu]\.", name):
        return f"{name[:2]}c{number}_{name[2:]}"
    return f"{name}_c{number}" if re.fullmatch("[a-z][a-z0-9_]*", name) else f"c{number}-{name}"


def damage(folder: Path, faults: int) -> None:
    """Break cells here and there in a way that a Table Schema can see."""
    chosen = random.Random(1)
    for name, table in TABLES.items():
        columns = [column for column in table.columns if column.name not in table.key]
        path = folder / "tables" / f"{name}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            head, *body = csv.reader(file)
        for row in chosen.sample(body, min(faults, len(body))) if columns else ():
            column = chosen.choice(columns)
            row[head.index(column.name)] = "" if column.meanings or column.kind == "string" else "x"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([head, *body])
    write_descriptor(folder)


def judged_by_frictionless(folder: Path) -> set[tuple[str, str]]:
    """Return table and first key cell of the rows that frictionless refuses."""
    report = Package(str(folder / "datapackage.json")).validate()
    return {
        (task.name, " / ".join(error.cells[: len(TABLES[task.name].key)]))
        for task in report.tasks
        for error in task.errors
    }


def judged_by_hiwar(folder: Path) -> set[tuple[str, str]]:
    """Return table and row of what hiwar refuses, what a Table Schema cannot say left out."""
    rules = {rule.name for table in TABLES.values() for rule in table.rules}
    report = validate_tables(folder)
    assert not report.more, "raise MOST, or damage fewer rows"
    return {
        (finding.table, finding.row or "")
        for finding in report.findings
        if finding.rule not in rules and "_and_" not in finding.rule
    }


def judged_row_by_row(folder: Path) -> None:
    """Judge as where the quick verdict has a doubt."""
    with patch.object(clean, "tables", return_value=None):
        validate_tables(folder)


def measure(run: Callable[[], Any]) -> tuple[float, float]:
    """Return the seconds that one run takes, by the clock and of processor time."""
    clock, processor = time.perf_counter(), time.process_time()
    run()
    return time.perf_counter() - clock, time.process_time() - processor


def main() -> None:
    """Print rows per second of each judge, and the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        whole, damaged = Path(name) / "whole", Path(name) / "damaged"
        rows = grow(data_root() / "dataset", whole, options.rows)
        grow(data_root() / "dataset", damaged, 5_000)
        damage(damaged, 5)
        same = judged_by_frictionless(damaged) == judged_by_hiwar(damaged)
        size = sum(path.stat().st_size for path in (whole / "tables").iterdir()) / 1e6
        print(f"{rows:,} rows, {size:.0f} MB of CSV; same verdicts on a damaged copy: {same}")
        judges: dict[str, Callable[[], Any]] = {
            "frictionless": lambda: Package(str(whole / "datapackage.json")).validate(),
            "hiwar, the same verdicts": lambda: validate_tables(whole),
            "… by the exact checks alone": lambda: judged_row_by_row(whole),
            "hiwar, everything": lambda: validate(whole, thorough=False),
        }
        times: dict[str, list[tuple[float, float]]] = {judge: [] for judge in judges}
        for _ in range(options.rounds):
            for judge, run in judges.items():
                times[judge].append(measure(run))
        medians = {
            judge: [median(of_kind) for of_kind in zip(*taken, strict=True)] for judge, taken in times.items()
        }
        their_clock, their_processor = medians["frictionless"]
        for judge, (clock, processor) in medians.items():
            print(
                f"{judge:28} {clock:8.3f} s {rows / clock:12,.0f} rows/s {their_clock / clock:8.1f} × "
                f"{their_processor / processor:8.1f} × by processor time"
            )


if __name__ == "__main__":
    main()
