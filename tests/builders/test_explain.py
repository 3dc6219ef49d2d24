"""`hiwar explain`: every row of the dataset can be explained; what it cannot explain it says."""

from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner

from hiwar.builders.explain import explain, rows_by_id
from hiwar.builders.rows import sourced, take_steps
from hiwar.builders.steps import Statement
from hiwar.cli import main

TEXT = "وصول الوزير\nقال الوزير سالم نصار إن «العمل بدأ»، وأضاف أن 40 عاملا حضروا."


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of one text."""
    folder = tmp_path_factory.mktemp("explain")
    (folder / "a.txt").write_text(TEXT, "utf-8")
    result = CliRunner().invoke(main, ["build", str(folder / "a.txt"), "--out", str(folder / "out")])
    assert result.exit_code == 0, result.output
    return folder / "out"


def run(built: Path, row_id: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["explain", row_id, "--db", str(built)])
    return result.exit_code, result.stdout, result.stderr


def test_a_statement_is_shown_with_its_marks_rules_and_source(built: Path) -> None:
    code, out, _ = run(built, "a.1.s12")
    assert code == 0
    assert "  ⟪قال⟫ الوزير سالم نصار إن «⟦العمل بدأ⟧»، وأضاف أن 40 عاملا حضروا." in out
    assert "direct statement, act say, cue قال" in out
    assert "source: سالم نصار (named)" in out
    assert run(built, "a.1.s12.source1") == (0, out, "")


def test_a_figure_is_shown_with_its_number(built: Path) -> None:
    code, out, _ = run(built, f"a.1.f{TEXT.index('40')}")
    assert code == 0
    assert "⟦⟨40⟩ عاملا⟧" in out
    assert "figure, exact 40, unit item" in out


def test_what_review_changed_is_said(built: Path, tmp_path: Path) -> None:
    other = tmp_path / "reviewed.duckdb"
    other.write_bytes((built / "hiwar.duckdb").read_bytes())
    number = TEXT.index("40")
    with duckdb.connect(str(other)) as connection:
        connection.execute('UPDATE figures SET "end" = "end" - 6, review = \'corrected\'')
    assert f"published as [{number}, {number + 2}), corrected" in run(other, f"a.1.f{number}")[1]
    with duckdb.connect(str(other)) as connection:
        connection.execute("DELETE FROM figures")
    assert "not published: the hand-check rejected it" in run(other, f"a.1.f{number}")[1]


@pytest.mark.parametrize(
    ("row_id", "word"),
    [("x", "is no id"), ("b.1.s12", "there is no article b.1"), ("a.1.s13", "near it: a.1.s12")],
)
def test_what_cannot_be_explained_is_one_line_and_exit_code_2(built: Path, row_id: str, word: str) -> None:
    code, out, err = run(built, row_id)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert word in err


def test_every_row_of_the_dataset_can_be_explained(root: Path) -> None:
    for path in sorted((root / "dataset" / "raw").iterdir()):
        steps = take_steps(path.read_bytes().decode("utf-8"))
        rows = rows_by_id(path.name, steps)
        assert len(rows) == len(steps.statements) + len(steps.figures)
        for row_id, row in rows.items():
            found = explain(row, steps)
            assert steps.lexed.text[found.start : found.end].strip()
            assert found.passage[0] <= found.start < found.end <= found.passage[1]
            if isinstance(row, Statement) and steps.statements.index(row) in sourced(steps):
                assert any(line.startswith("  source: ") for line in found.told), row_id
