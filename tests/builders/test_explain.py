"""`hiwar explain`: every row of the dataset can be explained; what it cannot explain it says."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from hiwar.builders.explain import explain, rows_by_id
from hiwar.builders.rows import sourced, take_steps
from hiwar.builders.steps import Statement
from hiwar.commands.explain import command

TEXT = "وصول الوزير\nقال الوزير سالم نصار إن «العمل بدأ»، وأضاف أن 40 عاملا حضروا."


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(command, list(arguments))
    return result.exit_code, result.output


def test_a_statement_is_shown_with_its_marks_rules_and_source(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    code, out = run("a.1.s12", "--raw", str(tmp_path))
    assert code == 0
    assert "    ‹قال› الوزير سالم نصار إن «⟦العمل بدأ⟧»، وأضاف أن 40 عاملا حضروا." in out
    assert "statement: direct, act say, cue قال" in out
    assert "source: سالم نصار (named)" in out
    assert run("a.1.s12.source1", "--raw", str(tmp_path)) == (code, out)


def test_a_figure_is_shown_with_its_number(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    code, out = run(f"a.1.f{TEXT.index('40')}", "--raw", str(tmp_path))
    assert code == 0
    assert "⟦‹40› عاملا⟧" in out
    assert "figure: 40, exact, unit item" in out


@pytest.mark.parametrize(
    ("row_id", "word"),
    [("x", "is no id"), ("b.1.s12", "no text of b.1.s12"), ("a.1.s13", "near it: a.1.s12")],
)
def test_what_cannot_be_explained_is_one_line_and_exit_code_2(tmp_path: Path, row_id: str, word: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    code, out = run(row_id, "--raw", str(tmp_path))
    assert (code, out.count("\n")) == (2, 1)
    assert word in out


def test_every_row_of_the_dataset_can_be_explained(root: Path) -> None:
    for path in sorted((root / "dataset" / "raw").iterdir()):
        steps = take_steps(path.read_bytes().decode("utf-8"))
        rows = rows_by_id(path.name, steps)
        assert len(rows) == len(steps.statements) + len(steps.figures)
        for row_id, row in rows.items():
            lines = explain(row_id, path.name, steps)
            assert lines is not None
            assert all(any(mark in line for line in lines) for mark in "⟦⟧‹›")
            if isinstance(row, Statement) and steps.statements.index(row) in sourced(steps):
                assert any(line.startswith("  source: ") for line in lines), row_id
