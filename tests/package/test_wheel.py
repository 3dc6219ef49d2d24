"""The wheel, built from a clean export of HEAD and installed in a new environment that has no network."""

import csv
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

TRY = """
import json, sys, hiwar
tables = {name: info.rows for name, info in hiwar.tables().items()}
loaded = {backend: {name: len(hiwar.load(name, backend)) for name in tables} for backend in ("pandas", "polars", "records")}
loaded["arrow"] = {name: hiwar.load(name, "arrow").num_rows for name in tables}
loaded["duckdb"] = {name: len(hiwar.load(name, "duckdb").fetchall()) for name in tables}
with hiwar.connect() as connection:
    found = connection.execute("SELECT count(*) FROM search_statements('الاتفاق')").fetchone()[0]
    raw = connection.execute(
        'SELECT count(*) FROM statements s JOIN articles a USING (article_id) JOIN raw_texts r USING (raw_file) '
        'WHERE substring(r.text, s.start + 1, s."end" - s.start) = s.text'
    ).fetchone()[0]
print(json.dumps({"file": hiwar.__file__, "version": hiwar.__version__, "tables": tables, "loaded": loaded, "found": found,
                  "raw": raw, "columns": len(hiwar.describe("statements").columns), "cite": hiwar.citation()}))
"""


@pytest.fixture(scope="module")
def checkout(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of HEAD and nothing else."""
    folder = tmp_path_factory.mktemp("checkout")
    archive = subprocess.run(["git", "archive", "HEAD"], cwd=root, capture_output=True, check=True).stdout
    with tarfile.open(fileobj=BytesIO(archive)) as files:
        files.extractall(folder, filter="data")
    return folder


@pytest.fixture(scope="module")
def wheel(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The one wheel that the checkout gives, built in an environment with no more than the build requires."""
    folder = tmp_path_factory.mktemp("dist")
    if shutil.which("uv"):
        command = ["uv", "build", "--quiet", "--wheel", "--out-dir", str(folder), str(checkout)]
    else:
        command = [
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "--quiet",
            "--no-deps",
            "-w",
            str(folder),
            str(checkout),
        ]
    subprocess.run(command, check=True, timeout=600)
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new environment with the wheel; what the wheel depends on is lent by the environment of the tests."""
    folder = tmp_path_factory.mktemp("new") / "venv"
    venv.create(folder, with_pip=True)
    install = ["-m", "pip", "install", "--quiet", "--no-index", "--no-deps", str(wheel)]
    subprocess.run([folder / "bin" / "python", *install], check=True, timeout=300)
    (site,) = folder.glob("lib/python*/site-packages")
    (site / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return folder


def _offline(command: list[str | Path], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command outside the checkout, without a network where the system lets us take it away."""
    away = ["unshare", "--net", "--map-root-user"]
    possible = (
        shutil.which("unshare") and subprocess.run([*away, "true"], capture_output=True).returncode == 0
    )
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(
        [*(away if possible else []), *command],
        cwd=folder,
        env=clean,
        capture_output=True,
        text=True,
        timeout=300,
    )


def test_every_backend_works_from_the_wheel(installed: Path, checkout: Path, tmp_path: Path) -> None:
    result = _offline([installed / "bin" / "python", "-c", TRY], tmp_path)
    assert (result.returncode, result.stderr) == (0, "")
    found = json.loads(result.stdout)
    assert Path(found["file"]).is_relative_to(installed)
    rows = {}
    for name in found["tables"]:
        with (checkout / "dataset" / "tables" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            rows[name] = len(list(csv.reader(file))) - 1
    assert found["tables"] == rows
    assert found["loaded"] == dict.fromkeys(("pandas", "polars", "records", "arrow", "duckdb"), rows)
    assert found["found"] > 0
    assert found["raw"] == rows["statements"]


@pytest.mark.parametrize(
    ("arguments", "start"),
    [
        (["tables"], "table"),
        (["describe", "figures"], "figures: Figures"),
        (["sql", "SELECT count(*) AS n FROM statements", "--csv"], "n\n"),
        (["cite"], "The hiwar maintainers"),
        (["--version"], "hiwar, version"),
    ],
)
def test_the_commands_work_from_the_wheel(
    installed: Path, tmp_path: Path, arguments: list[str], start: str
) -> None:
    result = _offline([installed / "bin" / "hiwar", *arguments], tmp_path)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith(start)


def test_exported_from_the_wheel_the_tables_are_the_published_files(
    installed: Path, checkout: Path, tmp_path: Path
) -> None:
    result = _offline([installed / "bin" / "hiwar", "export", "--out", tmp_path / "out"], tmp_path)
    assert (result.returncode, result.stderr) == (0, "")
    published = {path.name: path.read_bytes() for path in (checkout / "dataset" / "tables").glob("*.csv")}
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == published


def test_only_hiwar_reaches_site_packages(installed: Path) -> None:
    (site,) = installed.glob("lib/python*/site-packages")
    names = {path.name for path in site.iterdir()} - {"lent.pth"}
    assert {
        name
        for name in names
        if not name.startswith(("pip", "setuptools", "_distutils", "distutils", "pkg_"))
    } == {
        "hiwar",
        next(name for name in names if name.startswith("hiwar-")),
    }


def test_the_wheel_carries_the_tree_and_the_database(wheel: Path, checkout: Path) -> None:
    files = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    there = [path.relative_to(checkout) for path in checkout.rglob("*") if path.is_file()]
    tree = {
        path.as_posix() for path in there if "__pycache__" not in path.parts
    }  # the build imports the code
    code = {name for name in tree if name.startswith("hiwar/")}
    rooms = ("schema/", "builders/", "dataset/raw/", "dataset/review/")
    data = {
        name
        for name in tree
        if name.startswith(rooms) or (name.startswith("dataset/tables/") and name.endswith(".csv"))
    }
    assert files == code | {
        f"hiwar/_data/{name}" for name in data | {"datapackage.json", "dataset/hiwar.duckdb"}
    }
