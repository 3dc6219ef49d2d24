"""On Daft the tables are those of the local build, to the byte."""

import gzip
import hashlib
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from hiwar.corpus import engine
from hiwar.corpus.walk import Found
from tests.inputs.containers import OTHER, TEXT, THIRD, jsonl, zipped


def _build(news: Path, out: Path, *more: str) -> str:
    command = [sys.executable, "-m", "hiwar", "build", str(news), "--out", str(out), *more]
    done = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[2], timeout=180)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_daft_gives_the_tables_of_the_local_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    news = tmp_path / "news"
    news.mkdir()
    for number in range(40):
        (news / f"{number}.txt").write_text(f"{TEXT}\nوبلغ عدد السفن {number} سفينة.", encoding="utf-8")
    (news / "lines.jsonl.gz").write_bytes(gzip.compress(jsonl(OTHER, THIRD, TEXT, "no Arabic")))
    (news / "a.zip").write_bytes(zipped(x__txt=THIRD.encode(), y__txt=OTHER.encode()))
    (news / "gone.txt").symlink_to(tmp_path / "nowhere")
    local = _build(news, tmp_path / "local", "--jobs", "0")
    assert _build(news, tmp_path / "daft", "--jobs", "2", "--engine", "daft") == local
    digests = [
        {
            path.relative_to(tmp_path / built): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted((tmp_path / built).rglob("*"))
            if path.is_file()
        }
        for built in ("local", "daft")
    ]
    assert digests[0] == digests[1]
    (rows,) = duckdb.execute(
        "SELECT count(*) FROM read_parquet(?)", [str(tmp_path / ".daft.parts" / "statements" / "*.parquet")]
    ).fetchone() or (0,)
    assert rows >= 40


def test_groups_hold_every_file_once() -> None:
    files = [
        Found(f"{n}.txt", Path(f"/news/{n}.txt"), 2_000_000 if n % 7 else 90_000_000) for n in range(2000)
    ]
    grouped = list(engine.groups(files))
    assert [name for group in grouped for name in group.names] == [file.name for file in files]
    assert max(len(group.names) for group in grouped) <= 40
