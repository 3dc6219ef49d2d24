"""The commands: results on stdout, errors on stderr, exit 0, 1 or 2, and never a traceback for wrong input."""

import csv
import json
from io import StringIO
from pathlib import Path

import duckdb
import pytest
import yaml
from click.testing import CliRunner, Result

import hiwar
from hiwar.cli import COMMANDS, main
from hiwar.grid import cut, grid, width
from hiwar.schema import TABLES
from tests.package.conftest import SAID, F, S


def run(*arguments: object, text: str | None = None) -> Result:
    """Run `hiwar` with the arguments; an exception that is not the command's own is raised."""
    result = CliRunner().invoke(main, [str(argument) for argument in arguments], input=text)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def test_tables_as_text_and_as_json(built: Path) -> None:
    assert "speakers          2  Whoever is made to say" in run("tables", "--db", built).stdout
    listed = json.loads(run("tables", "--db", built, "--json").stdout)
    assert [row["table"] for row in listed] == list(TABLES)
    assert {row["table"]: row["rows"] for row in listed}["speakers"] == 2


@pytest.mark.parametrize("name", TABLES)
def test_describe_tells_every_column_with_its_vocabulary(name: str) -> None:
    page = run("describe", name).stdout
    for column in TABLES[name].columns:
        assert f"\n{column.name}  ({column.kind}, {'may be' if column.nullable else 'never'} null" in page
        assert column.description in page
        assert all(f"{value} " in page and meaning in page for value, meaning in column.meanings.items())
    described = json.loads(run("describe", name, "--json").stdout)
    assert [column["name"] for column in described["columns"]] == TABLES[name].column_names
    assert hiwar.describe("passages").columns[-1].references == "passages.passage_id"


def test_show_prints_the_row_its_place_and_its_reviews(built: Path) -> None:
    page = run("show", S, "--db", built).stdout
    assert f"⦅الوزير سامي النجار⦆ إن ⟦{SAID[:12]}⟨نحو 300 طن⟩{SAID[22:]}⟧." in page
    assert "corrected  end    79        78         §4: the full stop stays out" in page
    shown = json.loads(run("show", S, "--db", built, "--json").stdout)
    assert (shown["table"], shown["row"]["text"], shown["related"]["figures"][0]["value"]) == (
        "statements",
        SAID,
        300,
    )


def test_sql_prints_the_same_rows_in_every_format(built: Path) -> None:
    query = "SELECT name_ar, name_en, 1.5 AS x, DATE '2024-06-02' AS day, 'nan'::DOUBLE AS n FROM speakers"
    expected = [
        ["سامي النجار", "Sami al-Najjar", 1.5, "2024-06-02", None],
        ["وكالة", None, 1.5, "2024-06-02", None],
    ]
    assert [
        list(row.values()) for row in json.loads(run("sql", query, "--db", built, "--json").stdout)
    ] == expected
    header, *rows = csv.reader(StringIO(run("sql", query, "--db", built, "--csv").stdout))
    assert header == ["name_ar", "name_en", "x", "day", "n"]
    assert rows == [["" if value is None else str(value) for value in row] for row in expected]
    lines = run("sql", "-", "--db", built, text=query).stdout.splitlines()
    assert lines[2].split("  ")[0] == "سامي النجار"
    assert len({width(line[: line.index("2024")]) for line in lines[2:]}) == 1
    assert run("sql", "SELECT 1 AS a WHERE false", "--db", built, "--json").stdout == "[]\n"


@pytest.mark.parametrize("style", ["csv", "parquet", "jsonl"])
def test_export_writes_what_can_be_read_again(built: Path, tmp_path: Path, style: str) -> None:
    result = run("export", "--out", tmp_path / "out", "--format", style, "--db", built, "--json")
    assert [Path(row["file"]).name for row in json.loads(result.stdout)] == [
        f"{name}.{style}" for name in TABLES
    ]
    reader = {"csv": "read_csv", "parquet": "read_parquet", "jsonl": "read_json"}[style]
    found = duckdb.execute(
        f"SELECT figure_id, text, value FROM {reader}('{tmp_path}/out/figures.{style}')"
    ).fetchall()
    assert found == [(F, "نحو 300 طن", 300)]
    again = run("export", "said", "figures", "--out", tmp_path / "out", "--format", style, "--db", built)
    assert (again.exit_code, (tmp_path / "out" / f"said.{style}").exists()) == (2, False)
    assert "--force" in again.stderr
    assert (
        run(
            "export", "said", "--out", tmp_path / "out", "--format", style, "--db", built, "--force"
        ).exit_code
        == 0
    )


def test_exported_csv_is_the_published_csv(built: Path, tmp_path: Path) -> None:
    run("export", "--out", tmp_path, "--db", built)
    published = {path.name: path.read_bytes() for path in (built / "tables").glob("*.csv")}
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == published


def test_diff_exits_like_diff(built: Path, tmp_path: Path) -> None:
    assert (run("diff", built, built).exit_code, run("diff", built, built).stdout) == (0, "")
    run("export", "--out", tmp_path / "new", "--db", built)
    names = (tmp_path / "new" / "speaker_names.csv").read_text().replace("p.sAmy,النجار\n", "")
    (tmp_path / "new" / "speaker_names.csv").write_text(names)
    statements = (tmp_path / "new" / "statements.csv").read_text().replace("verb_that", "verb_colon")
    (tmp_path / "new" / "statements.csv").write_text(statements)
    result = run("diff", built, tmp_path / "new")
    assert result.exit_code == 1
    assert result.stdout == (
        "speaker_names: 2 → 1 rows, 0 added, 1 removed, 0 changed\n  - p.sAmy · النجار\n"
        "statements: 1 → 1 rows, 0 added, 0 removed, 1 changed (rule 1)\n"
        f"  ~ {S}  rule: «verb_that» → «verb_colon»\n"
    )
    as_json = json.loads(run("diff", built, tmp_path / "new", "--json").stdout)
    assert {t["table"]: t["changed_columns"] for t in as_json if t["changed"]} == {"statements": {"rule": 1}}
    assert (
        "| `statements` | 1 | 0 | 0 | 1 (`rule` 1) |"
        in run("diff", built, tmp_path / "new", "--markdown").stdout
    )


def test_citations_name_the_version(root: Path) -> None:
    assert f"(version {hiwar.__version__}) [data set]." in run("cite").stdout
    assert f"version = {{{hiwar.__version__}}}" in run("cite", "--format", "bibtex").stdout
    fields = yaml.safe_load(hiwar.citation("cff"))
    assert {"cff-version", "message", "title", "authors"} <= fields.keys()
    assert fields["version"] == hiwar.__version__
    assert (root / "CITATION.cff").read_text() == run("cite", "--format", "cff").stdout, (
        "repair with: hiwar cite --format cff > CITATION.cff"
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["describe", "figure"], "did you mean 'figures'?"),
        (["show", "nobody"], "no row has the id 'nobody'"),
        (["sql", "SELECT cont FROM figures"], "Binder Error"),
        (["sql", "SELEC"], "Parser Error"),
        (["sql", " "], "there is no query"),
        (["sql", "DELETE FROM figures"], "read-only"),
        (["sql", "SELECT 1", "--json", "--csv"], "one of --json and --csv"),
        (["export", "figure", "--out", "x"], "did you mean 'figures'?"),
        (["export", "--out", "/dev/null/x"], "Error: /dev/null/x: Not a directory"),
        (["export", "--out", "x", "--format", "xls"], "there is no format 'xls'"),
        (["cite", "--format", "apa"], "there are text, bibtex, cff"),
        (["diff", "a", "b"], "a is not there"),
        (["diff", "a", "b", "--json", "--markdown"], "one of --json and --markdown"),
        (["tables", "--db", "none.duckdb"], "there is no database none.duckdb"),
        (["build", "none", "--out", "x"], "Error: none does not exist"),
        (["build", "tests", "--out", "tests/out"], "lie one inside the other"),
        (["validate", "none"], "Error: none does not exist"),
        (["evaluate", "none", "none"], "Error: none is no folder"),
        (["review", "--table", "figure"], "did you mean 'figures'?"),
        (["serve", "none"], "Error: none does not exist"),
        (["tabels"], "did you mean 'tables'?"),
        (["show"], "Missing argument 'ID'"),
    ],
)
def test_wrong_input_is_one_message_on_stderr_and_exit_2(
    built: Path, arguments: list[str], message: str
) -> None:
    takes_database = arguments[0] in ("show", "sql", "export", "tables") and "--db" not in arguments
    database = ["--db", str(built)] if takes_database else []
    result = run(*arguments, *database)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert "Traceback" not in result.stderr


def test_a_database_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE planets (name VARCHAR)")
    for arguments in (
        ["tables", "--db", path],
        ["export", "--db", path, "--out", tmp_path],
        ["diff", path, path],
    ):
        result = run(*arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "that `hiwar build` made" in result.stderr


def test_every_command_has_help() -> None:
    for name in COMMANDS:
        assert "--help" in run(name, "--help").stdout


def test_columns_are_aligned_by_what_a_terminal_shows() -> None:
    assert (width("الاتّفاق"), width("الاتفاق"), width("会议"), cut("a b\n c", 5)) == (7, 7, 4, "a b c")
    assert cut("الاتّفاق على الخطة", 8) == "الاتّفاق…"
    lines = grid(("a", "n"), [("الاتّفاق", "1"), ("x", "10")], (False, True)).splitlines()
    assert [width(line) for line in lines] == [11, 11, 11, 11]
