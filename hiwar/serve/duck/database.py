"""A Datasette `Database` whose schema is a SQLite mirror and whose data is a DuckDB file."""

from __future__ import annotations

import asyncio
import contextlib
import re
import sqlite3
import sys
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from datasette.database import Database, QueryInterrupted, Results
from datasette.tracer import trace
from datasette.utils import sqlite3 as datasette_sqlite3

from .asgi import current_request
from .catalog import KEY_REGISTRY, SEARCH_REGISTRY, read_catalog
from .catalog import quoted as quote
from .mirror import connect_mirror
from .pool import Broken, CannotOpen, Interrupted, Options, Pool, QueryError, Rows
from .rows import description, make_rows
from .shown import editable
from .transpile import CannotTranspile, Transpiler, named

_SCHEMA_SQL = re.compile(r"\bsqlite_(master|schema)\b|^\s*pragma\b|\bpragma_\w+\s*\(", re.IGNORECASE)
_PARAMETER = re.compile(r"[:$](\w+)")
REMEMBERED_PROBES = 5000
READ_ONLY = "DuckDB files are served read-only."


class Native(str):
    """SQL in DuckDB's own dialect: `execute()` passes it on untouched, through the guard."""


class DuckDBDatabase(Database):  # type: ignore[misc]
    """Serves one DuckDB file. Raises CannotOpen when it cannot be opened."""

    def __init__(self, ds: Any, path: str, is_mutable: bool = True, options: Options | None = None) -> None:
        super().__init__(ds, path=path, is_mutable=is_mutable)
        self.pool = Pool(path, ds.setting("num_sql_threads") or 1, options)
        self.catalog = read_catalog(self.pool)
        self.transpiler = Transpiler(self.catalog)
        self._careful: Pool | None = None
        self._careful_lock = threading.Lock()
        self._counts: dict[str, int | None] | None = None
        self._mirrors = threading.local()
        self._probes: OrderedDict[Any, Results | None] = OrderedDict()

    # the schema: answered by the mirror, on the spot, for it is small and in memory

    def connect(self, write: bool = False) -> sqlite3.Connection:
        """Return a connection to a mirror: the schema without a row."""
        if write:
            raise sqlite3.OperationalError(READ_ONLY)
        return connect_mirror(self.catalog)

    async def execute_fn(self, fn: Callable[[sqlite3.Connection], Any]) -> Any:
        """Return `fn(connection)` for a connection to the mirror."""
        connection = getattr(self._mirrors, "connection", None)
        if connection is None:
            connection = self.connect()
            self.ds._prepare_connection(connection, self.name)
            self._mirrors.connection = connection
        return fn(connection)

    async def execute_write_fn(self, fn: Any, block: bool = True) -> Any:
        """Refuse: raises sqlite3.OperationalError."""
        raise sqlite3.OperationalError(READ_ONLY)

    # the data: answered by DuckDB

    async def execute(
        self,
        sql: str,
        params: Any = None,
        truncate: bool = False,
        custom_time_limit: int | None = None,
        page_size: int | None = None,
        log_sql_errors: bool = True,
    ) -> Results:
        """Run a SELECT. SQL of Datasette itself is translated, SQL that a person wrote is DuckDB's own.

        Raises QueryInterrupted at the time limit, sqlite3.OperationalError with DuckDB's words for any other failure.
        """
        native = _is_native(sql, params)
        if not native and _SCHEMA_SQL.search(sql):
            return await super().execute(sql, params, truncate, custom_time_limit, page_size, log_sql_errors)
        milliseconds = min(filter(None, (custom_time_limit, self.ds.sql_time_limit_ms)))
        limit = None
        if truncate and self.ds.max_returned_rows:
            limit = self.ds.max_returned_rows
            limit += limit == (page_size or self.ds.page_size)
        with trace("sql", database=self.name, sql=sql.strip(), params=params):
            try:
                return await self._answer(sql, params, native, limit, milliseconds)
            except Interrupted as error:
                raise QueryInterrupted(
                    datasette_sqlite3.OperationalError("interrupted"), sql, params
                ) from error
            except (QueryError, CannotTranspile, CannotOpen) as error:
                if log_sql_errors:
                    sys.stderr.write(f"ERROR: database={self.name}, sql={sql!r}, params={params}: {error}\n")
                    sys.stderr.flush()
                raise datasette_sqlite3.OperationalError(str(error)) from error

    async def _answer(
        self, sql: str, params: Any, native: bool, limit: int | None, milliseconds: int
    ) -> Results:
        if native:
            self.pool.prepare_spare()
            return await self._run(sql, _asked_for(sql, params), limit, milliseconds)
        values = named(params)
        request = current_request.get()
        if request.has_where:
            self.pool.prepare_spare()
        translated = self.transpiler.translate(sql, values, not request.has_sort, request.has_next)
        bound = translated.parameters(values)
        if limit is not None:  # of a page's statements, the one whose rows are cut to a page
            request.page_query.update(editable(translated, values))
        if not translated.is_probe:
            return await self._run(translated.sql, bound, limit, milliseconds)
        return await self._probe(translated.sql, bound, limit, milliseconds)

    async def _probe(self, sql: str, bound: dict[str, Any], limit: int | None, milliseconds: int) -> Results:
        """Answer a probe for facets to suggest from memory: the file does not change, the probes are slow and on every page."""
        key = (sql, repr(bound), milliseconds)
        if key not in self._probes:
            try:
                self._probes[key] = await self._run(sql, bound, limit, milliseconds)
            except Interrupted:
                self._probes[key] = None
            while len(self._probes) > REMEMBERED_PROBES:
                self._probes.popitem(last=False)
        found = self._probes[key]
        if found is None:
            raise Interrupted("interrupted")
        return found

    async def _run(self, sql: str, bound: dict[str, Any], limit: int | None, milliseconds: int) -> Results:
        def work() -> Rows:
            try:
                return self.pool.run(sql, bound, limit, milliseconds / 1000)
            except Broken:
                # DuckDB 2.0's fast path for the first rows fails on some expressions
                return self._careful_pool().run(sql, bound, limit, milliseconds / 1000)

        if self.ds.executor is None:
            found = work()
        else:
            found = await asyncio.get_running_loop().run_in_executor(self.ds.executor, work)
        rows = make_rows(found.columns, found.rows)
        return Results(rows, found.truncated, description(found.columns))

    def _careful_pool(self) -> Pool:
        with self._careful_lock:
            if self._careful is None:
                options = replace(self.pool.options, first_rows=0)
                self._careful = Pool(self.pool.path, 1, options)
            return self._careful

    # what a SQLite file would say of itself, and DuckDB says otherwise

    async def table_counts(self, limit: int = 10) -> dict[str, int | None]:
        """Return the number of rows of every table; DuckDB knows them without counting."""
        if self._counts is None:
            names = await self.table_names()
            counts = " UNION ALL ".join(
                f"SELECT {index}, count(*) FROM {quote(name)}" for index, name in enumerate(names)
            )
            rows = self.pool.run(counts, trusted=True).rows if names else []
            self._counts = {names[index]: count for index, count in sorted(rows)}
        return dict(self._counts)

    async def fts_table(self, table: str) -> str | None:
        """Return the table itself when it has a search index."""
        found = self.catalog.table(table)
        return found.name if found and found.search else None

    async def hidden_table_names(self) -> list[str]:
        """Return the tables that metadata hides, and those of search indexes."""
        hidden = {*await super().hidden_table_names(), KEY_REGISTRY}
        for table in self.catalog.tables:
            if table.search:
                hidden |= {SEARCH_REGISTRY, table.search.words, table.search.postings}
        return [table.name for table in self.catalog.tables if table.name in hidden]

    async def get_table_definition(self, table: str, type_: str = "table") -> str | None:
        """Return DuckDB's own CREATE statement."""
        found = self.catalog.table(table)
        return found.sql if found and found.is_view == (type_ == "view") else None

    def close(self) -> None:
        """End the worker processes."""
        self.pool.close()
        if self._careful is not None:
            self._careful.close()
        super().close()


def _asked_for(sql: str, params: Any) -> dict[str, Any]:
    """Return the parameters that the SQL may name. Datasette makes its magic ones when they are asked for by name."""
    if not isinstance(params, dict):
        return named(params)
    found = {}
    for name in set(_PARAMETER.findall(sql)):
        with contextlib.suppress(KeyError):
            found[name] = params[name]
    return found


def _is_native(sql: str, params: Any) -> bool:
    """Whether a person wrote the SQL: in the address, or as a canned query."""
    return (
        isinstance(sql, Native)
        or type(params).__name__ == "MagicParameters"
        or sql in current_request.get().written_sql
    )


def is_duckdb_file(path: str | Path) -> bool:
    """Whether the file says that it is DuckDB's."""
    try:
        with open(path, "rb") as file:
            return file.read(12)[8:] == b"DUCK"
    except OSError:
        return False
