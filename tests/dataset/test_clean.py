"""The quick verdict: in what it calls clean the exact checks find nothing, and its rows are theirs."""

import csv
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hiwar.dataset.csvio import cells_sql, header_problem, printed
from hiwar.dataset.validate import Report, clean, columns, loading, rows, validate, validate_tables
from hiwar.dataset.validate.place import find
from hiwar.schema import TABLES, Table
from hiwar.schema.derive import sql
from tests.dataset.checked import PORT, Published, tables
from tests.dataset.test_faults import CODEBOOK, FILES, KEYS, ROWS, Fault
from tests.dataset.test_validators_agree import LENIENT, cells

BYTES = [b'"', b'""', b",", b",,", b"\n", b"\r\n", b"\r", b"\0", b" ", b"\\", b"'", b"x", b"0", b"-", b"\n\n"]
UNREADABLE = [b"\xff", b"\xd9", b"\xed\xa0\x80", b"\xc0\x80", b"\xf4\x90\x80\x80", b"\xef\xbb\xbf"]
PLACED_IN_A_FOLDER = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        yield connection


def lay_out(path: Path, table: Table, drawn: list[list[str]], quoting: Any = csv.QUOTE_MINIMAL) -> None:
    """Write cells as CSV; with QUOTE_NOTNULL all but the empty ones stand in quotation marks."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(",".join(table.column_names) + "\n")
        for row in drawn:
            quoted = ['"' + cell.replace('"', '""') + '"' if cell else "" for cell in row]
            if quoting == csv.QUOTE_ALL:
                file.write(",".join(quoted) + "\n")
            else:
                csv.writer(file, lineterminator="\n").writerow(row)


def known_rows(table: Table) -> list[list[str]]:
    """Rows that keep every check, as cells."""
    known = [dict.fromkeys(table.column_names) | row for row in tables()[table.name]]
    return [[printed(row[name]) for name in table.column_names] for row in known]


def kept_rows(table: Table) -> st.SearchStrategy[list[str]]:
    """One of them, to change."""
    return st.sampled_from(known_rows(table)).map(list)


def quick(path: Path, table: Table) -> list[tuple[Any, ...]] | None:
    """The rows of a file that is plainly clean, else None."""
    try:
        found = columns.read(path, table)
    except columns.Doubt:
        return None
    return list(zip(*(found[name].to_pylist() for name in table.column_names), strict=True))


def exact(path: Path, table: Table, connection: duckdb.DuckDBPyConnection) -> list[tuple[Any, ...]] | None:
    """The rows of a file in which the exact checks find nothing, else None."""
    if header_problem(path, table):
        return None
    scan = loading.scan(table, cells_sql(path, table))
    query = f"SELECT {rows.keeps(table)}, {sql.names(table.column_names)} FROM {scan}"
    try:
        found = connection.execute(query).fetchall()
    except duckdb.Error:
        return None
    return [row[1:] for row in found] if all(row[0] for row in found) else None


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
@given(data=st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=PLACED_IN_A_FOLDER)
def test_any_cells_get_the_same_verdict_from_both(
    table: Table, connection: duckdb.DuckDBPyConnection, data: st.DataObject, tmp_path: Path
) -> None:
    drawn = data.draw(st.lists(kept_rows(table), min_size=1, max_size=4))
    for _ in range(data.draw(st.integers(0, 3))):
        at = data.draw(st.integers(0, len(table.columns) - 1))
        data.draw(st.sampled_from(drawn))[at] = data.draw(cells(table.columns[at]) | st.sampled_from(LENIENT))
    lay_out(tmp_path / "t.csv", table, drawn, data.draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])))
    judged = quick(tmp_path / "t.csv", table)
    if judged is None and any(mark in cell for mark in "\r\0" for row in drawn for cell in row):
        return  # left to the exact checks, whatever it is
    assert judged == exact(tmp_path / "t.csv", table, connection)


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
@given(data=st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=PLACED_IN_A_FOLDER)
def test_whatever_bytes_are_called_clean_are_read_the_same_by_both(
    table: Table, connection: duckdb.DuckDBPyConnection, data: st.DataObject, tmp_path: Path
) -> None:
    path = tmp_path / "t.csv"
    drawn = data.draw(st.lists(kept_rows(table), min_size=1, max_size=3))
    lay_out(path, table, drawn, data.draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])))
    content = path.read_bytes()
    for _ in range(data.draw(st.integers(1, 2))):
        at = data.draw(st.integers(0, len(content)))
        gone = data.draw(st.integers(0, 2))
        content = content[:at] + data.draw(st.sampled_from([*BYTES, *UNREADABLE])) + content[at + gone :]
    path.write_bytes(content)
    judged = quick(path, table)
    assert judged is None or judged == exact(path, table, connection)


SPELLINGS = {
    "integer": "1,0,-1,-0,01,1.0,1e3,0x1,1 , 1,999999999999999999,1000000000000000000,9999999999999999999",
    "number": "1,-0,1.50,1.5,1.,.5,1e+20,1e20,1E+20,1e+400,1e-400,5e-324,inf,nan,0x1p3,1_0",
    "date": "0000-01-01,0001-01-01,9999-12-31,10000-01-01,2023-02-29,2024-02-29,20240229,2024-2-1,2024-02-01T00:00"
    ",-001-01-01,0001-01-01 (BC),epoch,infinity",
}


@pytest.mark.parametrize(
    ("kind", "cell"), [(kind, cell) for kind in SPELLINGS for cell in SPELLINGS[kind].split(",")]
)
def test_a_spelling_gets_the_same_verdict_from_both(
    kind: str, cell: str, connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    table = next(table for table in TABLES.values() if any(column.kind == kind for column in table.columns))
    row = known_rows(table)[0]
    row[next(at for at, column in enumerate(table.columns) if column.kind == kind)] = cell
    lay_out(tmp_path / "t.csv", table, [row])
    assert quick(tmp_path / "t.csv", table) == exact(tmp_path / "t.csv", table, connection)


def _judged(folder: Path, *, quickly: bool) -> Report:
    with pytest.MonkeyPatch.context() as patch:
        if not quickly:
            patch.setattr(clean, "tables", lambda place: None)
        return validate_tables(folder)


CHANGES = st.tuples(
    st.sampled_from(list(TABLES)),
    st.sampled_from([0, -1]),
    st.sampled_from(["drop", "copy", "take"]),
)


@pytest.mark.slow
@given(changes=st.lists(CHANGES, max_size=2), data=st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=PLACED_IN_A_FOLDER)
def test_keys_and_references_are_judged_as_before(
    changes: list[tuple[str, int, str]], data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    published = Published(tmp_path_factory.mktemp("keys") / "data")
    for name, row, change in changes:
        with published.csv(name).open(encoding="utf-8", newline="") as file:
            lines = list(csv.DictReader(file))
        if not lines:
            continue  # its only row was dropped before
        if change == "drop":
            published.drop(name, row)
            continue
        table = TABLES[name]
        linked = [*table.key, *(column for key in table.foreign for column in key.columns)]
        taken = data.draw(st.sampled_from(linked))
        known = [line[taken] for line in lines]
        cell = {taken: data.draw(st.sampled_from([*known, "o.Nobody.p1"]))}
        (published.copy if change == "copy" else published.edit)(name, row, **cell)
    before = _judged(published.folder, quickly=False)
    assert _judged(published.folder, quickly=True) == before
    assert (clean.tables(find(published.folder)) is not None) == (before.count == 0)


BROKEN_FILES = [fault for fault in FILES if fault.rule in ("file_is_there", "csv_is_well_formed")]


@pytest.mark.parametrize(
    "fault", [*ROWS, *KEYS, *BROKEN_FILES], ids=lambda fault: f"{fault.table}.{fault.rule}"
)
def test_no_fault_in_rows_or_keys_is_called_clean(fault: Fault, tmp_path: Path) -> None:
    data = Published(tmp_path / "data")
    assert clean.tables(find(data.folder)) is not None
    fault.make(data)
    assert clean.tables(find(data.folder)) is None


@pytest.mark.parametrize("fault", [None, *CODEBOOK[:3]], ids=str)
def test_the_report_is_the_same_without_the_quick_verdict(
    fault: Fault | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = Published(tmp_path / "data")
    if fault:
        fault.make(data)
    report = validate(data.folder, thorough=False)
    assert clean.tables(find(data.folder)) is not None
    monkeypatch.setattr(clean, "find_spec", lambda name: None)  # as where pyarrow is not installed
    assert clean.tables(find(data.folder)) is None
    assert validate(data.folder, thorough=False) == report


def test_more_than_memory_should_hold_is_left_to_duckdb(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = Published(tmp_path / "data")
    monkeypatch.setattr(clean, "MOST", 1000)
    assert clean.tables(find(data.folder)) is None


@pytest.mark.parametrize("length", [900_000, 1_900_000, 2_100_000, 5_000_000])
def test_a_very_long_cell_is_judged_by_both_alike_or_left_to_duckdb(
    length: int, connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    table = TABLES["measures"]
    short = ["ships", "Ships", "السفن", "item", "Ships."]
    lay_out(tmp_path / "t.csv", table, [short, [*short[:4], "x" * length], short])
    judged = quick(tmp_path / "t.csv", table)
    assert (judged is not None) if length < 1_000_000 else (judged is None or length < 2_000_000)
    assert judged is None or judged == exact(tmp_path / "t.csv", table, connection)


def test_dates_are_dates_and_numbers_numbers(tmp_path: Path) -> None:
    data = Published(tmp_path / "data")
    found = clean.tables(find(data.folder))
    assert found is not None
    assert found["articles"]["published_on"].to_pylist() == [date(2024, 1, 27), None]
    assert found["figures"]["value"].to_pylist() == [300.0, 60.0, None, None]
    assert found["figures"]["start"].to_pylist()[0] == PORT.index("نحو 300")


def test_pandas_is_not_imported_for_it(tmp_path: Path) -> None:
    data = Published(tmp_path / "data")
    script = (
        "import sys, pathlib\nfrom hiwar.dataset.validate import clean, place, validate\n"
        "path = pathlib.Path(sys.argv[1])\nassert clean.tables(place.find(path))\n"
        "validate(path, thorough=False)\nassert 'pandas' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script, str(data.folder)], check=True)


def test_a_table_without_rows_is_clean(tmp_path: Path) -> None:
    data = Published(tmp_path / "data")
    for _ in range(4):
        data.drop("figures", -1)
    found = clean.tables(find(data.folder))
    assert found is not None
    assert found["figures"].num_rows == 0
    assert _judged(data.folder, quickly=True) == _judged(data.folder, quickly=False)
