"""A table of the dataset as a data frame, a DuckDB relation or typed records."""

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, overload

from hiwar.dataset.connect import connect
from hiwar.dataset.tables import names, select, unknown, unknown_table

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow
    from duckdb import DuckDBPyConnection, DuckDBPyRelation

    from hiwar.schema.articles import Article
    from hiwar.schema.attributions import Attribution
    from hiwar.schema.figures import Figure
    from hiwar.schema.measures import Measure
    from hiwar.schema.passages import Passage
    from hiwar.schema.reviews import ReviewRow
    from hiwar.schema.speaker_names import SpeakerName
    from hiwar.schema.speaker_roles import SpeakerRole
    from hiwar.schema.speakers import Speaker
    from hiwar.schema.statements import Statement

Source = str | Path | None


@overload
def load(table: str, backend: Literal["pandas"] = ..., *, database: Source = ...) -> "pandas.DataFrame": ...
@overload
def load(table: str, backend: Literal["polars"], *, database: Source = ...) -> "polars.DataFrame": ...
@overload
def load(table: str, backend: Literal["arrow"], *, database: Source = ...) -> "pyarrow.Table": ...
@overload
def load(table: str, backend: Literal["duckdb"], *, database: Source = ...) -> "DuckDBPyRelation": ...
@overload
def load(
    table: Literal["articles"], backend: Literal["records"], *, database: Source = ...
) -> "list[Article]": ...
@overload
def load(
    table: Literal["passages"], backend: Literal["records"], *, database: Source = ...
) -> "list[Passage]": ...
@overload
def load(
    table: Literal["speakers"], backend: Literal["records"], *, database: Source = ...
) -> "list[Speaker]": ...
@overload
def load(
    table: Literal["speaker_names"], backend: Literal["records"], *, database: Source = ...
) -> "list[SpeakerName]": ...
@overload
def load(
    table: Literal["speaker_roles"], backend: Literal["records"], *, database: Source = ...
) -> "list[SpeakerRole]": ...
@overload
def load(
    table: Literal["statements"], backend: Literal["records"], *, database: Source = ...
) -> "list[Statement]": ...
@overload
def load(
    table: Literal["attributions"], backend: Literal["records"], *, database: Source = ...
) -> "list[Attribution]": ...
@overload
def load(
    table: Literal["measures"], backend: Literal["records"], *, database: Source = ...
) -> "list[Measure]": ...
@overload
def load(
    table: Literal["figures"], backend: Literal["records"], *, database: Source = ...
) -> "list[Figure]": ...
@overload
def load(
    table: Literal["reviews"], backend: Literal["records"], *, database: Source = ...
) -> "list[ReviewRow]": ...
@overload
def load(table: str, backend: str, *, database: Source = ...) -> Any: ...


def load(table: str, backend: str = "pandas", *, database: Source = None) -> Any:
    """Return all rows of a table or view, in the published order.

    `backend` is "pandas" (the default; nullable types), "polars", "arrow", "duckdb" (a lazy relation) or "records" (a list of
    pydantic rows; tables only). `database` names another database: a `.duckdb` file or a folder that `hiwar build` made.
    Raises ValueError for an unknown table or backend, ImportError where the backend is not installed, and OSError where
    there is no database.
    """
    if backend not in BACKENDS:
        raise unknown("backend", backend, BACKENDS)
    connection = connect(database)
    try:
        known = names(connection)
        if table not in known:
            raise unknown_table(table, known)
        return BACKENDS[backend](connection.sql(select(table)), table)
    finally:
        if backend != "duckdb":
            connection.close()
        elif importlib.import_module("duckdb").__version__ < "1.5":
            _KEPT.append(connection)


def _pandas(rows: "DuckDBPyRelation", _: str) -> Any:
    _need("pandas")
    kinds = {"VARCHAR": "string", "BIGINT": "Int64", "DOUBLE": "Float64"}
    types = {
        name: kinds[str(kind)]
        for name, kind in zip(rows.columns, rows.types, strict=True)
        if str(kind) in kinds
    }
    return rows.df().astype(types)


def _polars(rows: "DuckDBPyRelation", _: str) -> Any:
    return _need("polars").DataFrame(rows)  # rows.pl() would need pyarrow as well


def _arrow(rows: "DuckDBPyRelation", _: str) -> Any:
    _need("pyarrow", extra="arrow")
    return rows.to_arrow_table()


def _relation(rows: "DuckDBPyRelation", _: str) -> Any:
    return rows


def _records(rows: "DuckDBPyRelation", table: str) -> Any:
    from hiwar.schema import TABLES

    if table not in TABLES:
        raise ValueError(f"{table!r} is a view, and views have no record type: use another backend")
    model = TABLES[table].model
    return [model(**dict(zip(rows.columns, row, strict=True))) for row in rows.fetchall()]


BACKENDS: dict[str, Callable[["DuckDBPyRelation", str], Any]] = {
    "pandas": _pandas,
    "polars": _polars,
    "arrow": _arrow,
    "duckdb": _relation,
    "records": _records,
}


_KEPT: list["DuckDBPyConnection"] = []
"""The connections of relations handed out under DuckDB 1.4, which closes a connection that has no name any more."""


def _need(module: str, extra: str | None = None) -> Any:
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise ImportError(
            f'the backend {extra or module!r} needs {module}: pip install "hiwar[{extra or module}]" '
            '(the backends "duckdb" and "records" need nothing more)'
        ) from error
