"""Every session in the docs prints what the page says: `>>>` in pycon blocks, `$ hiwar …` in console blocks; SQL finds rows.

`REFRESH=1 python -m pytest tests/docs/test_sessions.py` writes what commands print today into the pages.
"""

import doctest
import os
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

import hiwar
from hiwar.cli import main
from hiwar.dataset.publish.database import write

ROOT = Path(__file__).parents[2]
PAGES = [*sorted(ROOT.glob("README*.md")), *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
REFRESH = bool(os.environ.get("REFRESH"))


@pytest.fixture(scope="module", autouse=True)
def _published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The dataset's own database, made from today's tables, and the repository as the working directory."""
    root = tmp_path_factory.mktemp("published")
    (root / "dataset").mkdir()
    texts = {path.name: path.read_bytes().decode() for path in (ROOT / "dataset" / "raw").glob("*.txt")}
    write(ROOT / "dataset" / "tables", root / "dataset" / "hiwar.duckdb", texts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("hiwar.dataset.connect.data_root", lambda: root)
        patch.chdir(ROOT)
        yield


def _blocks(page: Path, *languages: str) -> list[re.Match[str]]:
    return [block for block in BLOCK.finditer(page.read_text(encoding="utf-8")) if block[1] in languages]


def _with(*languages: str) -> pytest.MarkDecorator:
    """The pages with a block in one of the languages."""
    pages = [page for page in PAGES if _blocks(page, *languages)]
    return pytest.mark.parametrize("page", pages, ids=lambda path: path.name)


@_with("pycon")
def test_python(page: Path) -> None:
    examples = "\n".join(block[2] for block in _blocks(page, "pycon"))
    test = doctest.DocTestParser().get_doctest(examples, {}, page.name, str(page), 0)
    assert doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test).failed == 0


@_with("sql")
def test_sql_gives_rows(page: Path) -> None:
    with hiwar.connect() as connection:
        empty = [block[2] for block in _blocks(page, "sql") if not connection.execute(block[2]).fetchall()]
    assert empty == []


@_with("console")
def test_commands_print_what_the_page_says(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    today = BLOCK.sub(
        lambda block: f"```console\n{_ran(block[2])}```" if block[1] == "console" else block[0], text
    )
    if REFRESH:
        page.write_text(today, encoding="utf-8")
        return
    assert today == text, "repair with: REFRESH=1 python -m pytest tests/docs/test_sessions.py"


def test_every_view_is_documented() -> None:
    page = (ROOT / "docs" / "sql.md").read_text(encoding="utf-8")
    with hiwar.connect() as connection:
        views = connection.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal").fetchall()
    assert [name for (name,) in views if f"| `{name}` |" not in page] == []


def _ran(block: str) -> str:
    """Return a block with each command followed by what it prints."""
    printed = ""
    for line in re.findall(r"^\$ .*$", block, re.MULTILINE):
        result = CliRunner().invoke(main, shlex.split(line[2:])[1:], catch_exceptions=False)
        assert result.exit_code == 0, f"{line}\n{result.stderr}"
        printed += f"{line}\n{result.stdout}"
    return printed
