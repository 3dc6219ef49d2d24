"""Loading tables: the same rows by every backend, with the types of the schema, and errors that help."""

import builtins
import gc
import typing
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pandas
import polars
import pyarrow
import pytest
from duckdb import DuckDBPyRelation

import hiwar
from hiwar.dataset.load import BACKENDS
from hiwar.dataset.load import load as implementation
from hiwar.schema import TABLES

PANDAS = {"string": "string", "integer": "Int64", "number": "Float64", "date": "datetime64[us]"}
POLARS = {"string": polars.String, "integer": polars.Int64, "number": polars.Float64, "date": polars.Date}
ARROW = {
    "string": pyarrow.string(),
    "integer": pyarrow.int64(),
    "number": pyarrow.float64(),
    "date": pyarrow.date32(),
}


def test_tables_are_listed_parents_first_with_their_rows(
    built: Path, rows: dict[str, list[dict[str, Any]]]
) -> None:
    found = hiwar.tables(built)
    assert {name: info.rows for name, info in found.items()} == {name: len(rows[name]) for name in TABLES}
    assert list(found) == list(TABLES)
    assert "speakers          2  Whoever" in repr(found)


@pytest.mark.parametrize("name", TABLES)
def test_backends_give_the_same_rows(built: Path, name: str, rows: dict[str, list[dict[str, Any]]]) -> None:
    columns = TABLES[name].column_names
    expected = [tuple(row.get(column) for column in columns) for row in rows[name]]
    frame = hiwar.load(name, database=built)
    plain = frame.astype(object).where(frame.notna(), None)
    found = [
        tuple(v.date() if isinstance(v, pandas.Timestamp) else v for v in row)
        for row in plain.itertuples(index=False)
    ]
    assert found == expected
    assert hiwar.load(name, "polars", database=built).rows() == expected
    assert [tuple(row.values()) for row in hiwar.load(name, "arrow", database=built).to_pylist()] == expected
    assert hiwar.load(name, "duckdb", database=built).fetchall() == expected
    records = implementation(name, "records", database=built)
    assert [tuple(dict(record).values()) for record in records] == expected
    assert all(type(record) is TABLES[name].model for record in records)


@pytest.mark.parametrize("name", TABLES)
def test_columns_have_the_types_of_the_schema(built: Path, name: str) -> None:
    columns = {column.name: column.kind for column in TABLES[name].columns}
    frame = hiwar.load(name, database=built)
    assert {c: str(t) for c, t in frame.dtypes.items()} == {c: PANDAS[kind] for c, kind in columns.items()}
    assert dict(hiwar.load(name, "polars", database=built).schema) == {
        c: POLARS[kind] for c, kind in columns.items()
    }
    schema = hiwar.load(name, "arrow", database=built).schema
    assert dict(zip(schema.names, schema.types, strict=True)) == {
        c: ARROW[kind] for c, kind in columns.items()
    }


def test_a_missing_value_is_missing_and_keeps_the_type(built: Path) -> None:
    article = hiwar.load("articles", database=built).iloc[0]
    assert article.published_on == pandas.Timestamp(2024, 6, 2)
    assert article.outlet is pandas.NA
    assert hiwar.load("articles", "records", database=built)[0].published_on == date(2024, 6, 2)


def test_a_relation_outlives_the_call_and_takes_sql(built: Path) -> None:
    figures = hiwar.load("figures", "duckdb", database=built)
    gc.collect()
    assert figures.filter("value > 100").aggregate("count(*)").fetchall() == [(1,)]


def test_views_load_as_frames_but_have_no_records(built: Path) -> None:
    assert hiwar.load("said", "polars", database=built)["n"].to_list() == [33]
    assert str(hiwar.load("said", database=built).dtypes["n"]) == "Int64"
    with pytest.raises(ValueError, match="'said' is a view"):
        hiwar.load("said", "records", database=built)


@pytest.mark.parametrize(
    ("table", "backend", "message"),
    [
        ("statments", "pandas", "no table 'statments': did you mean 'statements'?"),
        ("Figures", "pandas", "did you mean 'figures'?"),
        ("xyz", "pandas", "no table 'xyz': there are articles, passages, "),
        ("_index", "pandas", "no table '_index'"),
        ("figures", "panda", "no backend 'panda': did you mean 'pandas'?"),
        ("figures", "excel", "there are pandas, polars, arrow, duckdb, records"),
    ],
)
def test_an_unknown_name_is_told_with_the_closest(
    built: Path, table: str, backend: str, message: str
) -> None:
    with pytest.raises(ValueError, match="there is no") as error:
        implementation(table, backend, database=built)
    assert message in str(error.value)


@pytest.mark.parametrize(
    ("backend", "module"), [("pandas", "pandas"), ("polars", "polars"), ("arrow", "pyarrow")]
)
def test_a_missing_backend_says_what_to_install(
    built: Path, monkeypatch: pytest.MonkeyPatch, backend: str, module: str
) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.partition(".")[0] == module:
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr("importlib.import_module", lambda name: without(name))
    with pytest.raises(ImportError, match=rf'pip install "hiwar\[{backend}\]"'):
        implementation("figures", backend, database=built)


def test_every_backend_and_every_record_type_has_an_overload() -> None:
    models = {table.model.__name__: table.model for table in TABLES.values()}
    known = models | {
        "pandas": pandas,
        "polars": polars,
        "pyarrow": pyarrow,
        "DuckDBPyRelation": DuckDBPyRelation,
    }
    *hints, last = [typing.get_type_hints(f, localns=known) for f in typing.get_overloads(implementation)]
    assert last["backend"] is str
    backends = [typing.get_args(hint["backend"])[0] for hint in hints]
    assert set(backends) == set(BACKENDS)
    records = [hint for hint, backend in zip(hints, backends, strict=True) if backend == "records"]
    found = {typing.get_args(hint["table"])[0]: typing.get_args(hint["return"])[0] for hint in records}
    assert found == {name: table.model for name, table in TABLES.items()}


def test_the_connection_is_read_only_and_shares_the_file_with_a_plain_one(built: Path) -> None:
    count = "SELECT count(*) FROM figures"
    with hiwar.connect(built) as first, duckdb.connect(str(built / "hiwar.duckdb"), read_only=True) as second:
        assert first.execute(count).fetchone() == second.execute(count).fetchone() == (1,)
        with pytest.raises(duckdb.InvalidInputException, match="read-only"):
            first.execute("DELETE FROM figures")


def test_no_database_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hiwar.dataset.connect.data_root", lambda: tmp_path)
    with pytest.raises(FileNotFoundError, match="run `hiwar build`"):
        hiwar.load("figures")
    with pytest.raises(FileNotFoundError, match="hiwar build SOURCE --out"):
        hiwar.connect(tmp_path)
    with pytest.raises(FileNotFoundError, match="there is no database"):
        hiwar.connect(tmp_path / "none.duckdb")
    (tmp_path / "text.duckdb").write_text("no database" * 1000)
    with pytest.raises(OSError, match=r"text\.duckdb does not open as a DuckDB database"):
        hiwar.connect(tmp_path / "text.duckdb")
