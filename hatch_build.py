"""Build hook: the wheel carries the tables and a database made from them, which is not in git."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

DATABASE = "dataset/hiwar.duckdb"


class TablesAndDatabase(BuildHookInterface):  # type: ignore[type-arg]
    """Adds `dataset/tables/*.csv` and the database to a wheel; an editable install reads the checkout's own."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the database in a temporary folder, and name the files that the wheel takes in."""
        if version == "editable":
            return
        root = Path(self.root)
        self._folder = TemporaryDirectory()
        made = Path(self._folder.name) / Path(DATABASE).name
        self._write(root, made)
        taken = {path: path.relative_to(root) for path in sorted((root / "dataset" / "tables").glob("*.csv"))}
        for path, name in (taken | {made: Path(DATABASE)}).items():
            build_data["force_include"][str(path)] = f"hiwar/_data/{name.as_posix()}"

    def _write(self, root: Path, database: Path) -> None:
        sys.path.insert(0, str(root))  # the package is not installed yet
        try:
            from hiwar.dataset.publish.database import write
        finally:
            sys.path.remove(str(root))
        texts = {
            path.name: path.read_bytes().decode() for path in sorted((root / "dataset" / "raw").glob("*.txt"))
        }
        write(root / "dataset" / "tables", database, texts)

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the temporary folder."""
        if version != "editable":
            self._folder.cleanup()
