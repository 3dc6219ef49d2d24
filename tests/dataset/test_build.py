"""The build: deterministic to the byte, independent of the order of files, whole whenever it dies, nothing lost."""

import csv
import hashlib
import os
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from hiwar.builders import ids
from hiwar.builders.text.fold import fold_word
from hiwar.cli import main
from hiwar.dataset import build, folder
from tests.dataset.samples import BROKEN, TEXTS


def _bytes(built: Path) -> dict[str, str]:
    return {
        path.relative_to(built).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(built.rglob("*"))
        if path.is_file()
    }


def test_two_builds_are_the_same_bytes(news: Path, tmp_path: Path) -> None:
    folder.make([news], tmp_path / "a" / "built")
    folder.make([news], tmp_path / "b" / "built")
    first = _bytes(tmp_path / "a" / "built")
    assert first == _bytes(tmp_path / "b" / "built")
    assert {"datapackage.json", "hiwar.duckdb", "rejects.csv", "tables/statements.csv"} <= first.keys()
    assert "tables/statements.parquet" in first


def test_every_input_is_an_article_or_a_reject(news: Path, tmp_path: Path) -> None:
    out = tmp_path / "built"
    folder.make([news], out)
    with (out / "rejects.csv").open(encoding="utf-8") as file:
        rejects = {row["file"]: row["reason"] for row in csv.DictReader(file)}
    with (out / "tables" / "articles.csv").open(encoding="utf-8") as file:
        articles = {row["raw_file"] for row in csv.DictReader(file)}
    assert rejects.keys() == BROKEN.keys()
    assert articles == TEXTS.keys()
    assert "UTF-8" in rejects["broken/damaged.txt"]
    assert all(rejects.values())


NAMES = sorted(TEXTS)


@settings(max_examples=15, deadline=None)
@given(
    order=st.permutations(NAMES),
    extra=st.text(alphabet="قال الوزير إن «نعم» 25 رجلاً.\n", min_size=1, max_size=80),
)
def test_order_does_not_matter_and_a_new_file_changes_no_other_rows(
    order: list[str], extra: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = tmp_path_factory.mktemp("order")
    for name in NAMES:
        (place / Path(name).name).write_text(TEXTS[name], encoding="utf-8")
    files = [(Path(name).name, place / Path(name).name) for name in order]
    plain = build.propose(files).tables
    assert _by_id(plain) == _by_id(build.propose(sorted(files)).tables)
    (place / "zz.txt").write_text(extra, encoding="utf-8")
    more = _by_id(build.propose([("zz.txt", place / "zz.txt"), *files]).tables)
    for table, rows in _by_id(plain).items():
        if table != "speakers":
            assert rows.items() <= more[table].items()


def _by_id(tables: build.Tables) -> dict[str, dict[str, str]]:
    keys = {name: table.key for name, table in build.TABLES.items()}
    return {
        name: {":".join(str(row[column]) for column in keys[name]): str(row) for row in rows}
        for name, rows in tables.items()
    }


def test_ids_hold_a_letter_and_stay_when_a_boundary_moves() -> None:
    assert ids.article_id("12345.txt", 1) == "text-12345.1"
    assert ids.article_id("a/b.txt", 2) == "a/b.2"
    assert ids.statement_id("a.1", 20) == "a.1.s20"
    name = fold_word("مُحمَّد شیاع")
    assert ids.speaker_id("person", name) == ids.speaker_id("person", fold_word("محمد شياع")) == "p.mHmd_cyAE"
    assert ids.speaker_id("person", name, "a.1") == "p.a.1.mHmd_cyAE"


@given(st.text(min_size=1, max_size=30))
def test_a_speaker_id_is_ascii_and_holds_a_letter_whatever_the_name(name: str) -> None:
    found = ids.speaker_id("person", fold_word(name))
    assert found.isascii()
    assert re.fullmatch(r"[posdu]\..*[A-Za-z].*", found)


@pytest.mark.slow
def test_a_killed_build_leaves_the_previous_result_whole(news: Path, tmp_path: Path) -> None:
    out = tmp_path / "built"
    folder.make([news], out)
    old = _bytes(out)
    (news / "one.txt").write_text(TEXTS["one.txt"] + "\nوقال الوزير إن العمل انتهى.", encoding="utf-8")
    started = time.monotonic()
    folder.make([news], tmp_path / "reference" / "built")
    new, lasts = _bytes(tmp_path / "reference" / "built"), time.monotonic() - started
    chance = random.Random(7)
    command = [sys.executable, "-m", "hiwar", "build", str(news), "--out", str(out)]
    for _ in range(8):
        process = subprocess.Popen(
            command, cwd=Path(__file__).parents[2], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(chance.uniform(0.1, lasts + 1))
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        assert _bytes(out) in (old, new)


def test_wrong_input_is_one_line_and_exit_code_2(news: Path, tmp_path: Path) -> None:
    other = tmp_path / "thesis"
    other.mkdir()
    (other / "chapter.tex").write_text("mine")
    for arguments in (
        ["build", str(tmp_path / "absent"), "--out", str(tmp_path / "x")],
        ["build", str(news)],
        ["build", str(news), "--out", str(other)],
    ):
        result = CliRunner().invoke(main, arguments)
        assert result.exit_code == 2, result.output
        assert result.output.startswith("Error: ")
        assert "Traceback" not in result.output
    assert (other / "chapter.tex").read_text() == "mine"
