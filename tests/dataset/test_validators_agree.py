"""The three validators agree: the models, the Table Schemas (by frictionless) and DuckDB judge any row alike."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest
from frictionless import Package
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from hiwar.dataset.csvio import cells_sql, parsed, printed
from hiwar.dataset.validate import loading, models, rows, validate
from hiwar.schema import TABLES, Column, Table
from hiwar.schema.derive import ddl
from hiwar.schema.derive.table_schema import table_schema
from tests.dataset.checked import Published
from tests.schema.rows import values

ODD = [
    "",
    " ",
    "x",
    "-1",
    "0",
    "7",
    "1.5",
    "-0.5",
    "1e+20",
    "true",
    "null",
    "قال",
    "2024-01-27",
    "2024-13-01",
    "A\nb",
    'a"b,c',
]
LENIENT = [
    "٢٥",
    "+5",
    " 5",
    "1_000",
    "007",
    "5.0",
    "1.50",
    "NaN",
    "inf",
    "1" * 19,
    "1e400",
    "1E5",
    "2024-01-27 ",
]
WORDS = sorted({value for table in TABLES.values() for column in table.columns for value in column.meanings})


def cells(column: Column) -> st.SearchStrategy[str]:
    """Cells of a CSV file: mostly what the column allows, sometimes something else."""
    return st.one_of(
        values(column).map(printed),
        values(column).map(printed),
        st.sampled_from(ODD + WORDS),
        st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=6),
    )


def model_verdict(table: Table, row: list[str]) -> tuple[bool, bool]:
    """Whether every field of the row is in order on its own, and whether its rules hold as well."""
    try:
        read = {column.name: parsed(cell, column) for column, cell in zip(table.columns, row, strict=True)}
        table.model.model_validate(read)
    except ValidationError as error:
        return all(not fault["loc"] for fault in error.errors()), False
    except ValueError:
        return False, False
    return True, True


def frictionless_verdicts(table: Table, drawn: list[list[str]], folder: Path) -> list[bool]:
    """Whether frictionless accepts each row; keys are left to the tests of whole packages."""
    write(folder / "t.csv", table, drawn)
    schema = table_schema(replace(table, foreign=()))
    del schema["primaryKey"]
    resource = {"name": "t", "type": "table", "path": "t.csv", "encoding": "utf-8", "schema": schema}
    report = Package.from_descriptor({"name": "p", "resources": [resource]}, basepath=str(folder)).validate()
    bad = {error.row_number - 1 for task in report.tasks for error in task.errors}
    return [number not in bad for number in range(1, len(drawn) + 1)]


def write(path: Path, table: Table, drawn: list[list[str]]) -> None:
    """Write cells as they are."""
    quoted = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in drawn]
    path.write_text("\n".join([",".join(table.column_names), *quoted, ""]), encoding="utf-8", newline="")


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        yield connection


def duckdb_verdicts(
    connection: duckdb.DuckDBPyConnection, table: Table, drawn: list[list[str]], folder: Path
) -> list[bool]:
    """Whether `hiwar validate` in SQL and the table's own constraints accept each row; the two must not differ."""
    path = folder / "t.csv"
    write(path, table, drawn)
    scan = loading.scan(table, cells_sql(path, table))
    connection.execute("SET threads = 1")
    marked = connection.execute(f"SELECT {rows.keeps(table)}, * FROM {scan}").fetchall()
    names = [description[0] for description in connection.description]
    alone = replace(table, name="alone", foreign=(), unique=())
    places = ", ".join("?" * len(table.columns))
    found = []
    for keeps, row in ((line[0], dict(zip(names, line, strict=True))) for line in marked):
        connection.execute("DROP TABLE IF EXISTS alone")
        connection.execute(ddl.create(alone))
        unread = any(
            row[column.name] is None and row[rows.written(column)] is not None for column in table.columns
        )
        try:
            connection.execute(
                f"INSERT INTO alone VALUES ({places})", [row[column] for column in table.column_names]
            )
            accepted = not unread
        except duckdb.ConstraintException:
            accepted = False
        assert accepted == keeps, row
        found.append(accepted)
    return found


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
@given(data=st.data())
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_three_validators_agree_on_any_row(
    table: Table, connection: duckdb.DuckDBPyConnection, data: st.DataObject, tmp_path: Path
) -> None:
    row = st.tuples(*(cells(column) for column in table.columns)).map(list)
    damaged = st.tuples(*(values(column).map(printed) for column in table.columns)).map(list)
    at = st.integers(0, len(table.columns) - 1)
    one_odd = st.builds(
        lambda whole, place, cell: [*whole[:place], cell, *whole[place + 1 :]],
        damaged,
        at,
        st.sampled_from(ODD + WORDS),
    )
    drawn = data.draw(st.lists(st.one_of(row, damaged, one_odd), min_size=1, max_size=8))
    judged = [model_verdict(table, row) for row in drawn]
    schemas = frictionless_verdicts(table, drawn, tmp_path)
    databases = duckdb_verdicts(connection, table, drawn, tmp_path)
    assert databases == [whole for _, whole in judged]
    for row, (fields, _), accepted in zip(drawn, judged, schemas, strict=True):
        assert accepted == fields or (accepted and _reads_leniently(table, row)), row


def _reads_leniently(table: Table, row: list[str]) -> bool:
    """Whether the row has a cell of the kinds that frictionless reads and we refuse (next test)."""
    for column, cell in zip(table.columns, row, strict=True):
        try:
            parsed(cell, column)
        except ValueError:
            if column.kind == "integer" and re.fullmatch(r"\s*[+-]?\d+(_\d+)*\s*", cell):
                return True
            if column.kind == "number":
                return True
        if cell.endswith("\n") and column.constraint("pattern"):
            return True
    return False


@pytest.mark.parametrize("cell", LENIENT)
def test_what_frictionless_reads_and_we_refuse_is_known(
    cell: str, connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    column = {"-": "date", ".": "number", "N": "number", "i": "number", "e": "number", "E": "number"}
    kind = next((kind for mark, kind in column.items() if mark in cell), "integer")
    table = next(table for table in TABLES.values() if any(c.kind == kind for c in table.columns))
    row = [printed(c.example) if c.kind != "date" else str(c.example) for c in table.columns]
    assert model_verdict(table, row)[0]
    row[next(at for at, c in enumerate(table.columns) if c.kind == kind)] = cell
    assert model_verdict(table, row) == (False, False)
    assert duckdb_verdicts(connection, table, [row], tmp_path) == [False]


def test_a_package_gets_the_same_verdict_row_by_row(tmp_path: Path) -> None:
    data = Published(tmp_path / "data")
    data.edit("statements", 0, type="quoted")
    data.edit("figures", 0, unit="kilogrammes of wheat")
    data.edit("attributions", 0, speaker_id="p.nobody")
    data.copy("speakers", 0)
    report = Package(str(data.folder / "datapackage.json")).validate()
    theirs = {(task.name, error.cells[0]) for task in report.tasks for error in task.errors}
    found = validate(data.folder, thorough=False).findings
    rules = {"type_is_known", "unit_has_its_form", "speaker_id_names_a_row", "key_is_unique"}
    assert {(finding.table, finding.row) for finding in found if finding.rule in rules} == theirs


def test_the_second_and_the_third_opinion_are_heard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = Published(tmp_path / "data")
    data.edit("statements", 0, type="quoted")
    monkeypatch.setattr(rows, "keeps", lambda table: "true")  # the first opinion is silenced

    def rules() -> set[str]:
        return {finding.rule for finding in validate(data.folder, thorough=True).findings}

    assert rules() == {"model_accepts_the_row"}
    monkeypatch.setattr(models, "judge", lambda connection, report: None)
    assert rules() == {"frictionless_constraint_error"}
