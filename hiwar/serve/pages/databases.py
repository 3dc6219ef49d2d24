"""Which databases hold our tables, and asking them."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Iterable
from typing import Any
from weakref import WeakKeyDictionary

from datasette.utils.asgi import Forbidden, NotFound

from hiwar.schema import TABLES, Table
from hiwar.serve.duck.database import DuckDBDatabase, is_duckdb_file
from hiwar.serve.duck.pool import Interrupted, QueryError

REMEMBERED = 500  # answers a database
PATIENCE = 5.0  # seconds: our own queries are bounded, and a busy machine is no reason to give up
_answers: WeakKeyDictionary[Any, OrderedDict[Any, list[dict[str, Any]]]] = WeakKeyDictionary()

_known: WeakKeyDictionary[Any, bool] = WeakKeyDictionary()

Rows = list[dict[str, Any]]


class TooSlow(Exception):
    """The database did not answer within the time limit."""


def is_ours(database: Any) -> bool:
    """Return whether the database is a DuckDB file with every table and column of the dataset."""
    if not isinstance(database, DuckDBDatabase):
        return False
    if database not in _known:
        _known[database] = all(_holds(database.catalog.table(table.name), table) for table in TABLES.values())
    return _known[database]


def _holds(found: Any, table: Table) -> bool:
    return found is not None and set(table.column_names) <= {column.name for column in found.columns}


def ours(datasette: Any) -> list[Any]:
    """Return the databases that hold our tables."""
    return [database for database in datasette.databases.values() if is_ours(database)]


def may_be_ours(datasette: Any) -> bool:
    """Return whether there may be such a database once Datasette has started: a DuckDB file, or a folder with one."""
    folder = getattr(datasette, "config_dir", None)
    held = any(
        isinstance(database, DuckDBDatabase) or (database.path and is_duckdb_file(database.path))
        for database in datasette.databases.values()
    )
    return held or bool(folder and any(folder.glob("*.duckdb")))


def named(datasette: Any, route: str) -> Any:
    """Return our database of that route; raises NotFound."""
    try:
        database = datasette.get_database(route=route)
    except KeyError as error:
        raise NotFound(f"Database not found: {route}") from error
    if not is_ours(database):
        raise NotFound(f"The database {database.name} does not hold statements and figures")
    return database


async def allow(datasette: Any, request: Any, database: Any, tables: Iterable[str]) -> None:
    """Raise Forbidden unless whoever asks may see all these tables."""
    for table in tables:
        visible, _ = await datasette.check_visibility(
            request.actor,
            permissions=[
                ("view-table", (database.name, table)),
                ("view-database", database.name),
                "view-instance",
            ],
        )
        if not visible:
            raise Forbidden(f"You do not have permission to view {table}")


async def ask(database: Any, sql: str, **params: Any) -> Rows:
    """Return the rows of one SELECT of our own in DuckDB's dialect, with `$name` parameters. Raises TooSlow.

    What a visitor gave goes into the parameters, never into the SQL.
    """
    seconds = max(database.ds.sql_time_limit_ms / 1000, PATIENCE)

    def work() -> Any:
        return database.pool.run(sql, params, seconds=seconds)

    loop = asyncio.get_running_loop()
    try:
        found = await loop.run_in_executor(database.ds.executor, work)
    except Interrupted as error:
        raise TooSlow from error
    except QueryError:  # a worker that ran out of memory has been replaced: a fresh one has room
        found = await loop.run_in_executor(database.ds.executor, work)
    return [dict(zip(found.columns, row, strict=True)) for row in found.rows]


async def ask_once(database: Any, sql: str, **params: Any) -> Rows:
    """Return the same as `ask`, from memory where it was asked before: the file does not change while it is served."""
    answers = _answers.setdefault(database, OrderedDict())
    key = (sql, tuple(sorted(params.items())))
    if key not in answers:
        answers[key] = await ask(database, sql, **params)
        while len(answers) > REMEMBERED:
            answers.popitem(last=False)
    return answers[key]


def among(column: str, ids: Iterable[str]) -> tuple[str, dict[str, str]]:
    """Return the condition that a column is one of the ids (at least one), and its parameters.

    A list, for DuckDB looks that up in the column's index; a subquery over an array it answers by reading the table. Filled
    up to a power of two, so that there are few different statements to remember.
    """
    found = list(ids)
    found += found[-1:] * ((1 << (len(found) - 1).bit_length()) - len(found))
    names = [f"id{number}" for number in range(len(found))]
    return f"{column} IN ({', '.join(f'${name}' for name in names)})", dict(zip(names, found, strict=True))


async def people(database: Any, ids: Iterable[str | None]) -> dict[str, dict[str, Any]]:
    """Return speakers by id. By their key, for a join would read the whole table of speakers."""
    wanted = sorted({one for one in ids if one})
    if not wanted:
        return {}
    condition, given = among("speaker_id", wanted)
    rows = await ask(
        database, f"SELECT speaker_id, name_ar, name_en, kind FROM speakers WHERE {condition}", **given
    )
    return {row["speaker_id"]: row for row in rows}
