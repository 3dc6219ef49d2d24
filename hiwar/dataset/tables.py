"""Which tables a database holds, with what each is about."""

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from hiwar.dataset.connect import connect
from hiwar.grid import grid

if TYPE_CHECKING:
    from collections.abc import Iterable

    from duckdb import DuckDBPyConnection


@dataclass(frozen=True)
class TableInfo:
    """One table: its name, its number of rows, and what a row is."""

    name: str
    rows: int
    description: str


class Tables(dict[str, TableInfo]):
    """Tables by name, parents before children; printed as a list with row counts."""

    def __repr__(self) -> str:
        rows = [(info.name, str(info.rows), info.description) for info in self.values()]
        return grid(("table", "rows", "one row is"), rows, right=(False, True, False))


def tables(database: str | Path | None = None) -> Tables:
    """Return the tables of the dataset (or of another database that `hiwar build` made) by name, with their row counts.

    Raises OSError where there is no database or it cannot be opened.
    """
    from hiwar.schema import TABLES

    with connect(database) as connection:
        present = names(connection)
        found = Tables()
        for table in TABLES.values():
            if table.name in present:
                (rows,) = connection.execute(f'SELECT count(*) FROM "{table.name}"').fetchone() or (0,)
                found[table.name] = TableInfo(table.name, rows, table.description)
        return found


def names(connection: "DuckDBPyConnection") -> list[str]:
    """Return the names of all tables and views that are open to users, hidden index tables (`_…`) left out."""
    rows = connection.execute(
        "SELECT table_name FROM duckdb_tables() WHERE NOT internal UNION ALL "
        "SELECT view_name FROM duckdb_views() WHERE NOT internal"
    ).fetchall()
    return [name for (name,) in rows if not name.startswith("_")]


def select(name: str) -> str:
    """Return the SQL that reads a table or view in the published order.

    The database keeps that order but for one table: passages that repeat another can only be inserted after it.
    """
    order = " ORDER BY raw_file, position" if name == "passages" else ""
    return f'FROM "{name}"{order}'


def unknown_table(name: str, present: "Iterable[str]") -> ValueError:
    """Return the error for a table that is not among `present`; the dataset's tables are named before the views."""
    from hiwar.schema import TABLES

    order = list(TABLES)
    return unknown(
        "table", name, sorted(present, key=lambda n: (order.index(n) if n in order else len(order), n))
    )


def unknown(what: str, name: object, known: "Iterable[str]") -> ValueError:
    """Return the error for a name that is not among `known`, with the closest one that is."""
    known = list(known)
    close = get_close_matches(str(name).lower(), known, n=1)
    hint = f"did you mean {close[0]!r}?" if close else f"there are {', '.join(known)}"
    return ValueError(f"there is no {what} {name!r}: {hint}")
