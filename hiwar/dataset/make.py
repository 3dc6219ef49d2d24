"""One build from start to end: read, propose, review, check, write beside the target, put in place."""

import shutil
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
from pydantic import ValidationError

from hiwar.builders.text.read import Rejection
from hiwar.dataset import build
from hiwar.dataset.csvio import write_csv
from hiwar.dataset.publish import package, place
from hiwar.schema import TABLES
from hiwar.schema.origins import REJECTS


class BuildError(ValueError):
    """The build cannot be made: what was wrong, where, and what to do."""


@dataclass
class Report:
    """What a build says of itself: results for stdout, warnings for stderr."""

    lines: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def to_folder(built: build.Built, out: Path) -> Report:
    """Write a finished build into the folder `out`, and return the report."""
    place.restore_folder(out)
    must_be_ours(out)
    stage = build.stage_beside(out)
    try:
        report = write(built, stage, stage / "tables", stage / "hiwar.duckdb")
        place.put_folder(stage, out)
    finally:
        shutil.rmtree(stage, ignore_errors=True)
    return report


def must_be_ours(out: Path) -> None:
    """Refuse to replace a folder that no build has made."""
    if out.is_dir() and any(out.iterdir()) and not (out / "datapackage.json").exists():
        raise BuildError(
            f"{out} holds something else: name an empty or new folder, or one that hiwar has built"
        )


def write(built: build.Built, stage: Path, tables: Path, database: Path) -> Report:
    """Write all files of a build under `stage`; raises BuildError for a row that breaks the schema."""
    try:
        build.check_models(built.tables)
        build.write_tables(built.tables, tables)
        counts = build.write_database(built, tables, database)
    except (ValidationError, duckdb.Error) as error:
        raise BuildError(f"a row breaks the schema, and nothing was published: {error}") from None
    if tables.parent == stage:
        package.write_descriptor(stage)
    else:
        package.write_dataset_descriptors(stage)
    write_rejects(built.rejections, database.parent / "rejects.csv")
    return _report(built, counts)


def write_rejects(rejections: list[Rejection], path: Path) -> None:
    """Write the inputs that became no article, with the reason."""
    rows = [{"file": file, "reason": reason, "records": 1} for file, reason in sorted(rejections)]
    write_csv(path, REJECTS, rows)


def _report(built: build.Built, counts: dict[str, int]) -> Report:
    read = len(built.texts) + len(built.rejections)
    report = Report()
    report.lines.append(
        f"{read} inputs: {len(built.texts)} read ({counts['articles']} articles), {len(built.rejections)} rejected"
    )
    report.lines += [f"{name:15} {counts[name]:>6}" for name in TABLES]
    report.warnings += [f"rejected: {rejection.file}: {rejection.reason}" for rejection in built.rejections]
    report.warnings += [f"review: {row.table} {row.id}: {row.problem}: {row.what}" for row in built.open]
    return report
