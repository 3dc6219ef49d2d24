"""Tables copied out of the database, as CSV, Parquet or JSON lines."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from hiwar.dataset.connect import connect
from hiwar.dataset.csvio import write_csv
from hiwar.dataset.tables import names, select, unknown, unknown_table
from hiwar.schema import TABLES
from hiwar.schema.derive import sql

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

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
        return {target: _write(connection, name, target) for name, target in targets.items()}


def _write(connection: "DuckDBPyConnection", name: str, target: Path) -> int:
    """Write one table and return its number of rows; a table of the dataset becomes the CSV that is published."""
    if target.suffix == ".csv" and name in TABLES:
        table = TABLES[name]
        rows = connection.execute(select(name)).fetchall()
        write_csv(target, table, (dict(zip(table.column_names, row, strict=True)) for row in rows))
        return len(rows)
    style = FORMATS[target.suffix[1:]]
    (count,) = connection.execute(f"COPY ({select(name)}) TO {sql.literal(target)} ({style})").fetchone() or (
        0,
    )
    return int(count)
