"""What ends a process does not end the build, and two builds do not end each other."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from hiwar.corpus import progress
from hiwar.corpus.deadly import MOST
from hiwar.corpus.parts import Counts
from hiwar.dataset import folder
from hiwar.dataset.publish import place
from tests.inputs.containers import OTHER, TEXT, jsonl, rows
from tests.inputs.deadly_build import DEADLY

ROOT = Path(__file__).parents[2]


def _built(news: Path, out: Path, jobs: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.inputs.deadly_build", str(news), str(out), jobs]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)


@pytest.mark.slow
def test_a_record_that_kills_its_process_is_rejected_and_the_others_are_built(tmp_path: Path) -> None:
    texts = [f"{TEXT}\nوبلغ عدد السفن {number} سفينة." for number in range(700)]
    for number in (0, 350, 351, 699):
        texts[number] += f"\n{DEADLY}"
    news = tmp_path / "news.jsonl"
    news.write_bytes(jsonl(*texts))
    for jobs in ("2", "1"):  # the second build tries again: it may have been for want of memory
        done = _built(news, tmp_path / "out", jobs)
        assert (done.returncode, done.stdout) == (
            0,
            "700 records: 696 texts (696 articles), 0 seen again, 4 rejected\n",
        ), done.stderr
        rejects = rows(tmp_path / "out")["rejects"]
        assert [row["file"] for row in rejects] == [f"news.jsonl~{number}" for number in (1, 351, 352, 700)]
        assert {row["reason"].partition(",")[0] for row in rejects} == {"the process that built it died"}


@pytest.mark.slow
def test_where_every_record_kills_the_build_stops(tmp_path: Path) -> None:
    (tmp_path / "news.jsonl").write_bytes(jsonl(*(f"{TEXT} {DEADLY} {number}" for number in range(MOST + 2))))
    done = _built(tmp_path / "news.jsonl", tmp_path / "out", "2")
    assert done.returncode == 1
    assert "BuildError: worker processes die" in done.stderr
    assert not (tmp_path / "out").exists()


def test_two_builds_into_one_folder_do_not_meet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(OTHER, encoding="utf-8")
    begun, go_on = threading.Event(), threading.Event()

    def wait(self: progress.Progress, counts: Counts) -> None:
        begun.set()
        assert go_on.wait(60)

    monkeypatch.setattr(progress.Progress, "add", wait)
    how = folder.How(jobs=0)
    first = threading.Thread(target=folder.make, args=([tmp_path / "a.txt"], tmp_path / "out", how))
    first.start()
    try:
        assert begun.wait(60)
        command = [
            sys.executable,
            "-m",
            "hiwar",
            "build",
            str(tmp_path / "b.txt"),
            "--out",
            str(tmp_path / "out"),
        ]
        second = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    finally:
        go_on.set()
        first.join()
    told = f"Error: another build is writing {tmp_path / 'out'}: wait for its end, or name another folder\n"
    assert (second.returncode, second.stdout, second.stderr) == (2, "", told)
    assert [row["raw_file"] for row in rows(tmp_path / "out")["articles"]] == ["a.txt"]


def test_a_lock_ends_with_its_build_and_leaves_nothing(tmp_path: Path) -> None:
    held, out = tmp_path / "held", tmp_path / "out"
    for _ in range(2):
        with place.alone(held, out), pytest.raises(place.Busy), place.alone(held, out):
            pass
        assert list(tmp_path.iterdir()) == []
