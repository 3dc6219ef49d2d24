"""Every code block of the README and the docs runs.

Python blocks of one page share their names, as a reader would type them; shell blocks run line by line in a folder that
holds some news of ours (`my-news/`) and a finished build of it (`my-build/`).
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from hiwar.dataset import make
from tests.dataset.samples import TEXTS

ROOT = Path(__file__).parents[2]
PAGES = ["README.md", "README.ar.md", "CONTRIBUTING.md", *sorted(f"docs/{page.name}" for page in (ROOT / "docs").glob("*.md"))]
_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SHOWN = {"text", "toml", "sql", "json", "csv", "yaml", "html", "bibtex"}  # shown, not run (SQL is run below)


def _blocks(page: str, language: str) -> list[str]:
    return [code for found, code in _BLOCK.findall((ROOT / page).read_text(encoding="utf-8")) if found == language]


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as the docs have it: my-news/, my-build/, old-build/ and gold/."""
    folder = tmp_path_factory.mktemp("workplace")
    for name, text in TEXTS.items():
        path = folder / "my-news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    make.folder([folder / "my-news"], folder / "my-build")
    shutil.copytree(folder / "my-build", folder / "old-build")
    return folder


@pytest.mark.parametrize("page", PAGES)
def test_every_block_says_what_it_is(page: str) -> None:
    languages = {language for language, _ in _BLOCK.findall((ROOT / page).read_text(encoding="utf-8"))}
    assert languages <= _SHOWN | {"python", "bash"}


@pytest.mark.parametrize("page", [page for page in PAGES if _blocks(page, "python")])
def test_python_blocks_run(page: str, workplace: Path) -> None:
    script = "\n".join(_blocks(page, "python"))
    _run([sys.executable, "-c", script], workplace)


@pytest.mark.slow
@pytest.mark.parametrize("page", [page for page in PAGES if _blocks(page, "bash")])
def test_shell_blocks_run(page: str, workplace: Path) -> None:
    for block in _blocks(page, "bash"):
        for line in block.replace("\\\n", " ").splitlines():
            command = line.partition("#")[0].strip()
            if command and not _runs_elsewhere(command):
                _run(["bash", "-c", command], workplace)


@pytest.mark.parametrize("page", [page for page in PAGES if _blocks(page, "sql")])
def test_sql_blocks_run(page: str) -> None:
    import hiwar

    with hiwar.connect() as connection:
        for block in _blocks(page, "sql"):
            connection.execute(block).fetchall()


def _runs_elsewhere(command: str) -> bool:
    """Setting up is run by .ci/run as the README has it; a server is started by the tests of `serve`."""
    return "python3 -m venv" in command or command.startswith(("hiwar serve", "datasette ", "git ", "pip ", "python -m pytest"))


def test_ci_runs_the_test_command_of_the_readme() -> None:
    (command,) = [block.strip() for block in _blocks("README.md", "bash") if "pytest" in block]
    assert "\n" not in command
    assert "README.md" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def _run(command: list[str], folder: Path) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        command,
        cwd=folder,
        env=os.environ | {"PATH": path, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, f"{command[-1]}\n{done.stdout}\n{done.stderr}"
