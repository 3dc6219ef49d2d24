"""Tables copied out of the database, as CSV, Parquet or JSON lines."""

from collections.abc import Iterable
from pathlib import Path

from hiwar.dataset.connect import connect
from hiwar.dataset.tables import names, unknown, unknown_table

FORMATS = {
    "csv": "FORMAT csv, HEADER",
    "parquet": "FORMAT parquet, COMPRESSION zstd",
    "jsonl": "FORMAT json",
}


def export(
    folder: str | Path,
    tables: Iterable[str] = (),
    style: str = "csv",
    *,
    database: str | Path | None = None,
    overwrite: bool = False,
) -> dict[Path, int]:
    """Write tables or views (all tables of the dataset when none is named) into `folder`; return files with row counts.

    Raises ValueError for an unknown table or format, FileExistsError where a file is in the way and `overwrite` is off.
    """
    from hiwar.schema import TABLES

    if style not in FORMATS:
        raise unknown("format", style, FORMATS)
    folder = Path(folder)
    with connect(database) as connection:
        known = names(connection)
        chosen = list(tables) or [name for name in TABLES if name in known]
        for name in chosen:
            if name not in known:
                raise unknown_table(name, known)
        targets = {name: folder / f"{name}.{style}" for name in chosen}
        for target in targets.values():
            if target.exists() and not overwrite:
                raise FileExistsError(
                    f"{target} is already there: name another folder, or overwrite it with --force"
                )
        folder.mkdir(parents=True, exist_ok=True)
        written = {}
        for name, target in targets.items():
            quoted = str(target).replace("'", "''")
            (rows,) = connection.execute(
                f"COPY (FROM \"{name}\") TO '{quoted}' ({FORMATS[style]})"
            ).fetchone() or (0,)
            written[target] = int(rows)
        return written
