"""Every other code block of the pages runs; sessions with output are in test_sessions.py.

Python blocks of a page run as one script; shell blocks line by line in a folder that holds some news of ours (`my-news/`),
a finished build of it (`my-build/`, `old-build/`) and the same as gold annotations (`gold/`).
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from hiwar.dataset import folder as built_folder
from hiwar.evaluate.export import export
from tests.dataset.samples import TEXTS

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    str(page.relative_to(ROOT))
    for pattern in ("*.md", "docs/*.md", "schema/*.md", "builders/*.md", "dataset/**/*.md")
    for page in ROOT.glob(pattern)
)
_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SHOWN = {"text", "toml", "json", "csv"}
_IN_SESSIONS = {"pycon", "console", "sql"}


def _blocks(page: str, language: str) -> list[str]:
    return [
        code for found, code in _BLOCK.findall((ROOT / page).read_text(encoding="utf-8")) if found == language
    ]


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as the pages have it."""
    folder = tmp_path_factory.mktemp("workplace")
    for name, text in TEXTS.items():
        path = folder / "my-news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    built_folder.make([folder / "my-news"], folder / "my-build")
    shutil.copytree(folder / "my-build", folder / "old-build")
    export(folder / "my-build" / "tables", folder / "my-news", folder / "gold")
    (folder / "dataset").symlink_to(ROOT / "dataset")
    return folder


@pytest.mark.parametrize("page", PAGES)
def test_every_block_says_what_it_is(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    assert {language for language, _ in _BLOCK.findall(text)} <= _SHOWN | _IN_SESSIONS | {"python", "bash"}
    assert not re.findall(
        r"^    (?:hiwar|python3?|pip|git|from|import) .*$", _BLOCK.sub("", text), re.MULTILINE
    )


@pytest.mark.parametrize("page", [page for page in PAGES if _blocks(page, "python")])
def test_python_blocks_run(page: str, workplace: Path) -> None:
    _run([sys.executable, "-c", "\n".join(_blocks(page, "python"))], workplace)


@pytest.mark.slow
@pytest.mark.parametrize("page", [page for page in PAGES if _blocks(page, "bash")])
def test_shell_blocks_run(page: str, workplace: Path) -> None:
    for block in _blocks(page, "bash"):
        for line in block.replace("\\\n", " ").splitlines():
            command = line.partition(" #")[0].strip()
            if command and not _runs_elsewhere(command):
                _run(["bash", "-c", command], workplace)


def _runs_elsewhere(command: str) -> bool:
    """Setting up is run by .ci/run as the README has it; servers are started by the tests of `serve`."""
    elsewhere = (
        "hiwar serve",
        "datasette ",
        "git ",
        "pip ",
        "python -m pytest",
        "apt-get ",
        "python benchmarks/",
    )
    return "python3 -m venv" in command or command.startswith(elsewhere)


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
