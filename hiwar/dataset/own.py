"""The dataset itself: its five texts with their reviews, published in the repository's own layout."""

import shutil
from pathlib import Path

from hiwar.dataset import build
from hiwar.dataset.make import BuildError, Report, to_folder, write
from hiwar.dataset.publish import facts, place
from hiwar.dataset.review.files import ReviewError
from hiwar.evaluate import report as scores
from hiwar.evaluate.score import Score, evaluate
from hiwar.evaluate.tables import to_texts
from hiwar.paths import data_root


def make(out: Path | None = None) -> Report:
    """Build the dataset with its reviews: in place, or into the folder `out`; return the report with the builder's score.

    Raises BuildError outside a checkout (an installed package cannot be rebuilt), or for a broken review file.
    """
    root = data_root()
    if not (root / "pyproject.toml").is_file():
        raise BuildError(
            "the dataset is built from a checkout of the repository; to build from texts, name a SOURCE"
        )
    target = out.absolute() if out else root
    with place.alone(place.parts_of(target) if out else root / "dataset", target):
        return _made(root, target)


def _made(root: Path, target: Path) -> Report:
    place.finish_files(root)
    try:
        proposed = build.propose(build.find_files([root / "dataset" / "raw"]))
        built = build.with_reviews(proposed, root / "dataset" / "review")
    except ReviewError as error:
        raise BuildError(str(error)) from None
    told = scores.table(score(proposed, built), len(built.texts))
    report = _in_place(built, root, told) if target == root else to_folder(built, target)
    report.lines += ["", "the builder's own proposals against the reviewed rows:", *told]
    return report


def score(proposed: build.Built, built: build.Built) -> list[Score]:
    """Return how the builder's proposals agree with the rows after review."""
    raws = {Path(name).stem: text for name, text in built.texts.items()}
    return evaluate(to_texts(built.tables), to_texts(proposed.tables), raws)


def _in_place(built: build.Built, root: Path, told: list[str]) -> Report:
    stage = build.stage_beside(root / "dataset")
    try:
        report = write(built, stage, stage / "dataset" / "tables", stage / "dataset" / "hiwar.duckdb")
        block = "\n".join(["```text", *told, "```"])
        facts.fill_pages(root, stage, facts.facts(built.tables, block))
        place.put_files(stage, root)
    finally:
        shutil.rmtree(stage, ignore_errors=True)
    return report
