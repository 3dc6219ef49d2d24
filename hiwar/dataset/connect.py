"""Where the database is, and a connection to it."""

from pathlib import Path
from typing import TYPE_CHECKING

from hiwar.paths import data_root

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

DATABASE = "hiwar.duckdb"


def locate(database: str | Path | None = None) -> Path:
    """Return the path of a database: the dataset's own, a `.duckdb` file, or the one in a folder that `hiwar build` made.

    Raises FileNotFoundError, which says what to do, where there is none.
    """
    if database is None:
        path = data_root() / "dataset" / DATABASE
        if not path.is_file():
            raise FileNotFoundError(f"{path} is not built yet: run `hiwar build`")
        return path
    path = Path(database)
    if path.is_dir():
        if not (path / DATABASE).is_file():
            raise FileNotFoundError(
                f"{path} holds no {DATABASE}: make it with `hiwar build SOURCE --out {path}`"
            )
        return path / DATABASE
    if not path.is_file():
        raise FileNotFoundError(f"there is no database {path}")
    return path


def connect(database: str | Path | None = None) -> "DuckDBPyConnection":
    """Return a new read-only DuckDB connection to the dataset, or to a `.duckdb` file or folder that `hiwar build` made.

    It is opened with `read_only=True` and no other setting: DuckDB refuses a second connection of one process to the
    same file unless all settings are the same. Raises OSError where there is no database, it cannot be opened, or no
    `hiwar build` made it.
    """
    import duckdb

    path = locate(database)
    try:
        connection = duckdb.connect(str(path), read_only=True)
    except duckdb.Error as error:
        raise OSError(f"{path} does not open as a DuckDB database: {error}") from error
    if not connection.execute("FROM duckdb_tables() WHERE table_name = 'articles'").fetchone():
        connection.close()
        raise OSError(f"{path} has no table `articles`: name a database that `hiwar build` made")
    return connection
