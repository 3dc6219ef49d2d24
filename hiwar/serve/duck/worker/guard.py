"""Refuse SQL that is not one plain SELECT over the file's own tables. The locked connection is the first line, this the second."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import duckdb

ALLOWED_NODES = frozenset({"SELECT_NODE", "SET_OPERATION_NODE", "RECURSIVE_CTE_NODE", "CTE_NODE"})
ALLOWED_TABLE_FUNCTIONS = frozenset(
    {"range", "generate_series", "unnest", "json_each", "json_tree", "repeat", "repeat_row"}
    | {f"duckdb_{name}" for name in ("tables", "columns", "views", "constraints", "indexes", "keywords")}
    | {"pragma_table_info", "icu_calendar_names", "pg_timezone_names"}
)
# scalar functions that read the environment or settings (also by planning SQL in a text), wait, or write
REFUSED_SCALARS = frozenset(
    {
        "json_serialize_plan",
        "current_setting",
        "getenv",
        "getvariable",
        "sleep_ms",
        "pg_sleep",
        "write_log",
        "nextval",
        "set_config",
    }
)
ALLOWED_CATALOG_TABLES = frozenset({"sqlite_master", "sqlite_schema", "sqlite_temp_master"}) | {
    name for name in ALLOWED_TABLE_FUNCTIONS if name.startswith("duckdb_")
}
_SYSTEM_TABLE = re.compile(r"^(duckdb_|pragma_|pg_|sqlite_)", re.IGNORECASE)
_FILE_LIKE = re.compile(
    r"[/\\:*?]|\.(csv|tsv|parquet|json|jsonl|ndjson|db|duckdb|txt|gz|zst|arrow|xlsx)$", re.I
)
_EXPLAIN = re.compile(r"^(\s|--[^\n]*\n|/\*.*?\*/)*explain\s+(analyze\s+)?", re.IGNORECASE | re.DOTALL)


class Refused(Exception):
    """The statement is not allowed; the message says why, in words for the user."""


def statement(con: duckdb.DuckDBPyConnection, sql: str) -> duckdb.Statement:
    """Return the one statement in `sql`. Raises Refused, or duckdb.Error when it does not parse."""
    statements = con.extract_statements(sql)
    if not statements:
        raise Refused("There is no SQL statement here.")
    if len(statements) > 1:
        raise Refused("You can only execute one statement at a time.")
    if statements[0].type not in (duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN):
        raise Refused("Statement must be a SELECT.")
    return statements[0]


def check(con: duckdb.DuckDBPyConnection, parsed: duckdb.Statement, own: frozenset[str]) -> None:
    """Raise Refused unless the tree of the statement holds nothing but allowed parts.

    `own` are the file's own tables, views and table macros, in lower case: they may be read and called.
    """
    sql = parsed.query
    if parsed.type == duckdb.StatementType.EXPLAIN:
        match = _EXPLAIN.match(sql)
        if not match:
            raise Refused("Only EXPLAIN SELECT … is allowed.")
        sql = sql[match.end() :]
    row = con.execute("SELECT json_serialize_sql(CAST($1 AS VARCHAR))", [sql]).fetchone()
    tree = json.loads(row[0]) if row else {"error": True, "error_message": "no tree"}
    if tree.get("error"):
        raise Refused(f"This kind of statement is not allowed here ({tree.get('error_message')}).")
    for node in _dicts(tree):
        _check_node(node, own)


def _check_node(node: dict[str, Any], own: frozenset[str]) -> None:
    kind = node.get("type")
    if not isinstance(kind, str):
        return
    if kind.endswith("_NODE") and kind not in ALLOWED_NODES:
        raise Refused(f"Only SELECT may stand here ({kind}).")
    if kind == "SHOW_REF":
        raise Refused("SHOW, DESCRIBE and SUMMARIZE are not allowed here.")
    if kind == "TABLE_FUNCTION":
        name = _name(node.get("function") or {}, "function_name")
        if name not in ALLOWED_TABLE_FUNCTIONS and name not in own:
            raise Refused(f"The table function {name}() is not allowed.")
    elif kind == "BASE_TABLE":
        _check_table(node, own)
    elif node.get("class") == "FUNCTION":
        name = _name(node, "function_name")
        if name in REFUSED_SCALARS:
            raise Refused(f"The function {name}() is not allowed.")


def _check_table(node: dict[str, Any], own: frozenset[str]) -> None:
    path = [str(part).lower() for part in (node.get("qualified_name") or {}).get("path") or []]
    path = path or [str(node.get(key) or "").lower() for key in ("catalog_name", "schema_name", "table_name")]
    name, schemas = path[-1], set(path[:-1]) - {""}
    if name in ALLOWED_CATALOG_TABLES or (
        "information_schema" in schemas and not schemas & {"system", "temp", "pg_catalog"}
    ):
        return
    if schemas & {"pg_catalog", "system", "temp", "information_schema"} or _SYSTEM_TABLE.match(name):
        raise Refused(f"The system table {name} is not allowed.")
    if name not in own and _FILE_LIKE.search(name):
        raise Refused(f"{name} looks like a file; only the tables of this database can be read.")


def _name(node: dict[str, Any], key: str) -> str:
    path = (node.get("qualified_name") or {}).get("path")
    return str(node.get(key) or (path[-1] if path else "")).lower()


def _dicts(tree: Any) -> Iterator[dict[str, Any]]:
    stack = [tree]
    while stack:
        item = stack.pop()
        if isinstance(item, dict):
            yield item
            stack.extend(item.values())
        elif isinstance(item, list):
            stack.extend(item)
