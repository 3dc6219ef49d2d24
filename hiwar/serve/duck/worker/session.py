"""One locked, read-only connection to a DuckDB file, and what is run on it."""

from __future__ import annotations

import datetime
import os
import sys
import types
from collections import OrderedDict
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

import duckdb

from . import guard
from .native import dollar_parameters
from .values import Plain, plain_rows

REMEMBERED_STATEMENTS = 1000
SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "allow_community_extensions": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "python_enable_replacements": "false",
    "temp_directory": "",
}
OWN_NAMES = """
    SELECT lower(table_name) FROM duckdb_tables() WHERE NOT internal
    UNION ALL SELECT lower(view_name) FROM duckdb_views() WHERE NOT internal
    UNION ALL SELECT lower(function_name) FROM duckdb_functions()
    WHERE NOT internal AND function_type = 'table_macro'
"""


@dataclass(frozen=True)
class Answer:
    """Rows of plain values; `truncated` when there were more than asked for."""

    columns: list[str]
    rows: list[tuple[Plain, ...]]
    truncated: bool


class Session:
    """The connection of this process. Raises duckdb.Error when the file cannot be opened."""

    def __init__(self, path: str, memory_mb: int, threads: int, first_rows: int) -> None:
        _stand_in_for_pytz()
        self.path = path
        config = {
            **SETTINGS,
            "memory_limit": f"{memory_mb}MB",
            "threads": str(threads),
            "late_materialization_max_rows": str(first_rows),
        }
        self.con = duckdb.connect(path, read_only=True, config=config)
        self.con.execute("SET TimeZone = 'UTC'")
        self.own = frozenset(name for (name,) in self.con.execute(OWN_NAMES).fetchall())
        self.con.execute("SET lock_configuration = true")
        self._checked: OrderedDict[str, duckdb.Statement] = OrderedDict()

    def run(
        self, cursor: duckdb.DuckDBPyConnection, sql: str, params: dict[str, Any], limit: int | None
    ) -> Answer:
        """Run one guarded SELECT and return at most `limit` rows. Raises guard.Refused or duckdb.Error."""
        parsed = self._parse(cursor, sql)
        known = {name: params[name] for name in parsed.named_parameters if name in params}
        try:
            result = self._execute(cursor, parsed, known)
        except duckdb.ConversionException:
            # a form that is not filled in yet: a blank that cannot be cast matches nothing
            blanks = {name: None if value == "" else value for name, value in known.items()}
            if blanks == known:
                raise
            result = self._execute(cursor, parsed, blanks)
        rows = result.fetchall() if limit is None else result.fetchmany(limit + 1)
        truncated = limit is not None and len(rows) > limit
        described = result.description or []
        types_ = [str(column[1]) for column in described]
        return Answer([column[0] for column in described], plain_rows(rows[:limit], types_), truncated)

    def trusted(self, sql: str) -> Answer:
        """Run SQL of the server itself, about the catalogue, unguarded."""
        result = self.con.execute(sql)
        return Answer([column[0] for column in result.description or []], result.fetchall(), False)

    def message(self, error: BaseException) -> str:
        """Return the error's text without the folder of the file."""
        return str(error).replace(os.path.dirname(self.path) + os.sep, "")

    def _execute(self, cursor: Any, parsed: duckdb.Statement, params: dict[str, Any]) -> Any:
        return cursor.execute(parsed, params) if params else cursor.execute(parsed)

    def _parse(self, cursor: duckdb.DuckDBPyConnection, sql: str) -> duckdb.Statement:
        parsed = self._checked.get(sql)
        if parsed is None:
            try:
                parsed = guard.statement(cursor, sql)
            except duckdb.Error:
                rewritten = dollar_parameters(sql)
                if rewritten == sql:
                    raise
                parsed = guard.statement(cursor, rewritten)
            guard.check(cursor, parsed, self.own)
            self._checked[sql] = parsed
            if len(self._checked) > REMEMBERED_STATEMENTS:
                self._checked.popitem(last=False)
        else:
            self._checked.move_to_end(sql)
        return parsed


class _Zone(ZoneInfo):
    def localize(self, naive: datetime.datetime) -> datetime.datetime:
        return naive.replace(tzinfo=self)


def _stand_in_for_pytz() -> None:
    """DuckDB asks pytz for the zone of a TIMESTAMPTZ; the standard library has the same zones."""
    if "pytz" not in sys.modules:
        module = types.ModuleType("pytz")
        module.timezone = _Zone  # type: ignore[attr-defined]
        module.utc = _Zone("UTC")  # type: ignore[attr-defined]
        sys.modules["pytz"] = module
