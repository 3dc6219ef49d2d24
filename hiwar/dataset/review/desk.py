"""What lies on the reviewer's desk: proposals, decisions, and what is published."""

from dataclasses import dataclass
from pathlib import Path

from hiwar.dataset import build
from hiwar.dataset.csvio import read_csv
from hiwar.dataset.review.apply import Rows
from hiwar.dataset.review.columns import JUDGED, KEYS
from hiwar.dataset.review.files import ReviewError
from hiwar.dataset.review.record import stems_of
from hiwar.paths import data_root
from hiwar.schema import TABLES


@dataclass(frozen=True)
class Desk:
    """The builder's proposals for the dataset's own texts, and the rows after review."""

    root: Path
    proposals: build.Built
    built: build.Built

    @classmethod
    def open(cls) -> "Desk":
        """Return the desk of this checkout; raises ReviewError outside one or for a broken review file."""
        root = data_root()
        if not (root / "pyproject.toml").is_file():
            raise ReviewError(
                "reviews are part of a checkout of the repository; an installed package has none"
            )
        proposals = build.propose(build.find_files([root / "dataset" / "raw"]))
        return cls(root, proposals, build.with_reviews(proposals, root / "dataset" / "review"))

    @property
    def folder(self) -> Path:
        """The folder of the decisions."""
        return self.root / "dataset" / "review"

    @property
    def stems(self) -> list[str]:
        """The stems of the raw files."""
        return stems_of(self.proposals.texts)

    def published(self) -> dict[str, Rows]:
        """Return the rows of the reviewed tables as they are published, by table and id.

        Raises ReviewError where a build has since put unreviewed rows in their place: they are nothing to hold on to.
        """
        tables = self.root / "dataset" / "tables"
        found = {}
        for name in JUDGED:
            rows = read_csv(tables / f"{name}.csv", TABLES[name])
            if any(row.get("review") == "machine" for row in rows):
                raise ReviewError(
                    f"{name}.csv holds unreviewed rows: bring back the reviewed tables (git checkout dataset/tables), "
                    "then restate, then build"
                )
            found[name] = {row[KEYS[name]]: row for row in rows}
        return found
