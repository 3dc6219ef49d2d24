"""The DuckDB schema says what the models say."""

import duckdb
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiwar.schema import TABLES, Table
from hiwar.schema.derive import arrow, ddl, sql
from tests.schema.rows import values

ARROW = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "date": pa.date32()}
RULED = [table for table in TABLES.values() if table.rules]


@pytest.fixture(scope="module")
def database() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    for statement in ddl.statements():
        connection.execute(statement)
    return connection


def test_columns_keys_and_types_are_those_of_the_models(database: duckdb.DuckDBPyConnection) -> None:
    found = database.execute(
        "SELECT table_name, list(column_name ORDER BY column_index), list(is_nullable ORDER BY column_index) "
        "FROM duckdb_columns() WHERE NOT internal GROUP BY 1"
    ).fetchall()
    assert {name: list(zip(columns, nullable, strict=True)) for name, columns, nullable in found} == {
        table.name: [(column.name, column.nullable) for column in table.columns] for table in TABLES.values()
    }
    keys = database.execute(
        "SELECT table_name, constraint_column_names FROM duckdb_constraints() WHERE constraint_type = 'PRIMARY KEY'"
    ).fetchall()
    assert {name: tuple(columns) for name, columns in keys} == {
        table.name: table.key for table in TABLES.values()
    }
    links = database.execute(
        "SELECT count(*) FROM duckdb_constraints() WHERE constraint_type = 'FOREIGN KEY'"
    )
    assert links.fetchone() == (sum(len(table.foreign) for table in TABLES.values()),)


def test_every_table_and_column_has_a_comment_in_both_languages(database: duckdb.DuckDBPyConnection) -> None:
    comments = database.execute(
        "SELECT comment FROM duckdb_columns() WHERE NOT internal UNION ALL SELECT comment FROM duckdb_tables()"
    ).fetchall()
    assert len(comments) == len(TABLES) + sum(len(table.columns) for table in TABLES.values())
    assert all(any("\u0621" <= letter <= "\u064a" for letter in comment or "") for (comment,) in comments)


@pytest.mark.parametrize("table", RULED, ids=lambda table: table.name)
@given(data=st.data())
@settings(max_examples=20, deadline=None)
def test_a_rule_gives_the_same_verdict_in_python_in_sql_and_on_arrow_columns(
    table: Table, database: duckdb.DuckDBPyConnection, data: st.DataObject
) -> None:
    ruled = [
        column for column in table.columns if any(column.name in rule.expression for rule in table.rules)
    ]
    drawn = data.draw(
        st.lists(
            st.fixed_dictionaries({column.name: values(column) for column in ruled}), min_size=1, max_size=20
        )
    )
    cells = ", ".join(f"CAST(? AS {ddl.TYPES[column.kind]})" for column in ruled)
    given_rows = ", ".join(f"({number}, {cells})" for number in range(len(drawn)))
    names = sql.names(["row number", *(column.name for column in ruled)])
    whole = {
        column.name: pa.array([row[column.name] for row in drawn], ARROW[column.kind]) for column in ruled
    }
    for rule in table.rules:
        verdicts = database.execute(
            f"SELECT {sql.condition(rule.expression)} FROM (VALUES {given_rows}) t({names}) ORDER BY {sql.name('row number')}",
            [row[column.name] for row in drawn for column in ruled],
        ).fetchall()
        assert [verdict for (verdict,) in verdicts] == [rule.holds(row) for row in drawn], rule.name
        assert arrow.condition(rule.expression, whole).to_pylist() == [rule.holds(row) for row in drawn], (
            rule.name
        )


@pytest.mark.parametrize("expression", ["len(text) > 2", "text.strip() == text", "a if b else c", "a is b"])
def test_a_rule_that_sql_cannot_say_is_refused(expression: str) -> None:
    with pytest.raises(ValueError, match="a rule may not"):
        sql.condition(expression)
    with pytest.raises(ValueError, match="a rule may not"):
        arrow.condition(expression, dict.fromkeys(["text", "a", "b", "c"], pa.array(["x"])))
