"""Datasette's SQL and what DuckDB gets, kept side by side in golden.json: a change in sqlglot or here shows as a diff.

`UPDATE_GOLDEN=1 pytest tests/serve/test_transpile.py` writes the file anew.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from hiwar.serve.duck.catalog import Catalog, Column, SearchIndex, Table
from hiwar.serve.duck.transpile import CannotTranspile, Transpiler, named
from hiwar.serve.duck.worker.native import dollar_parameters

GOLDEN = Path(__file__).with_name("golden.json")
ITEMS = Table(
    "items",
    tuple(
        Column(name, type_)
        for name, type_ in (
            ("id", "INTEGER"), ("name", "VARCHAR"), ("day", "DATE"), ("at", "TIMESTAMP"), ("score", "DOUBLE"),
            ("ratio", "FLOAT"), ("price", "DECIMAL(10,2)"), ("ok", "BOOLEAN"), ("tags", "VARCHAR[]"),
            ("mood", "ENUM('calm', 'loud')"), ("uid", "UUID"), ("data", "BLOB"), ("doc", "JSON"), ("took", "INTERVAL"),
        )
    ),
    primary_key=("id",),
    search=SearchIndex(("name",), "fold", "_fts_items_words", "_fts_items_postings"),
)  # fmt: skip
CATALOG = Catalog(
    (
        ITEMS,
        Table("two keys", (Column("a", "VARCHAR"), Column("b", "BIGINT")), primary_key=("a", "b")),
        Table("lines", (Column("value", "VARCHAR"), Column("count", "INTEGER"))),
        Table(
            "joined",
            (Column("a", "VARCHAR"),),
            is_view=True,
            sql="CREATE VIEW joined AS SELECT a FROM x JOIN y USING (a);",
        ),
    )
)


def cases() -> list[dict[str, Any]]:
    return json.loads(GOLDEN.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def translate(case: dict[str, Any]) -> dict[str, Any]:
    values = named(case["values"])
    translated = Transpiler(CATALOG).translate(
        case["sql"], values, case.get("ranked", False), case.get("continued", False)
    )
    parameters = {name: value if isinstance(value, (int, float, str, list)) else str(value)
                  for name, value in translated.parameters(values).items()}  # fmt: skip
    return {**case, "duckdb": translated.sql, "parameters": parameters}


@pytest.mark.skipif("UPDATE_GOLDEN" not in os.environ, reason="set UPDATE_GOLDEN=1 to write golden.json anew")
def test_update_golden() -> None:
    updated = [translate(case) for case in cases()]
    GOLDEN.write_text(json.dumps(updated, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case['sql'][:60]} {case['values']}")
def test_golden(case: dict[str, Any]) -> None:
    assert translate(case) == case


@pytest.mark.parametrize("sql", ["select ((((", "select 'x", "(" * 20000, "select " + "1 + " * 60000 + "1"])
def test_what_cannot_be_read_is_said(sql: str) -> None:
    with pytest.raises(CannotTranspile):
        Transpiler(CATALOG).translate(sql, {})


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("select :a, x::int", "select $a, x::int"),
        ("select ':a', \":b\", $$ :c $$, $q$ :d $q$ -- :e\n, :f /* :g */", "select ':a', \":b\", $$ :c $$, $q$ :d $q$ -- :e\n, $f /* :g */"),
        ("select 'it''s :a' || :b", "select 'it''s :a' || $b"),
        ("select '10:30' where a = :الاسم", "select '10:30' where a = $الاسم"),
    ],
)  # fmt: skip
def test_named_parameters(written: str, expected: str) -> None:
    assert dollar_parameters(written) == expected
