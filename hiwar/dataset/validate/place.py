"""Where the files of a dataset are: the repository's own layout, its `dataset` folder, or a built folder."""

from dataclasses import dataclass
from pathlib import Path

from hiwar.dataset.validate.findings import WrongInput


@dataclass(frozen=True)
class Place:
    """A published folder. `package` and `database` may not exist."""

    tables: Path
    raw: Path
    package: Path
    database: Path
    review: Path


def find(folder: Path) -> Place:
    """Return where things are in `folder`; raises WrongInput where it holds no tables."""
    if not folder.exists():
        raise WrongInput(f"{folder} does not exist")
    for base in (folder, folder / "dataset"):
        if (base / "tables").is_dir():
            above = base.parent if base.name == "dataset" else base
            package = base if (base / "datapackage.json").is_file() else above
            return Place(
                base / "tables",
                base / "raw",
                package / "datapackage.json",
                base / "hiwar.duckdb",
                base / "review",
            )
    raise WrongInput(
        f"{folder} holds no folder `tables`: name a folder made by `hiwar build`, or a .duckdb file"
    )
