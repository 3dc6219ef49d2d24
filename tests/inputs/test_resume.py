"""A build that was stopped goes on, does only what is new or changed, and ends in the bytes of one from scratch."""

import hashlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hiwar.corpus import chunk, progress, run
from hiwar.corpus.parts import Counts, Store
from hiwar.dataset import folder
from tests.inputs.containers import OTHER, TEXT, jsonl

COUNT = 60


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of many small files, in chunks of about eight."""
    monkeypatch.setattr(chunk, "_CUT", 8)
    place = tmp_path / "news"
    place.mkdir()
    for number in range(COUNT):
        (place / f"{number}.txt").write_text(f"{TEXT}\nوبلغ عدد السفن {number} سفينة.", encoding="utf-8")
    (place / "lines.jsonl").write_bytes(jsonl(*(f"{OTHER} وقال إن العدد {n}." for n in range(COUNT))))
    return place


def _bytes(built: Path) -> dict[str, str]:
    return {
        path.relative_to(built).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in built.rglob("*")
        if path.is_file()
    }


def _built(news: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Build, and return the keys of the chunks that were not there before."""
    made: list[str] = []
    real = run.build

    def counted(one: chunk.Chunk, store: Path) -> Counts:
        made.append(one.key)
        return real(one, store)

    monkeypatch.setattr(run, "build", counted)
    folder.make([news], out, folder.How(jobs=0))
    monkeypatch.setattr(run, "build", real)
    assert len(made) == len(set(made))
    return set(made)


def test_a_stopped_build_goes_on_and_ends_in_the_same_bytes(
    news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    everything = _built(news, tmp_path / "scratch", monkeypatch)
    done: list[Counts] = []

    def stop(self: progress.Progress, counts: Counts) -> None:
        done.append(counts)
        if len(done) == 5:
            raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(progress.Progress, "add", stop)
        with pytest.raises(KeyboardInterrupt):
            folder.make([news], tmp_path / "built", folder.How(jobs=0))
    assert not (tmp_path / "built").exists()
    rest = _built(news, tmp_path / "built", monkeypatch)
    assert len(rest) == len(everything) - 5
    assert _bytes(tmp_path / "built") == _bytes(tmp_path / "scratch")


def test_only_what_is_new_or_changed_is_built_again(
    news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    everything = _built(news, tmp_path / "built", monkeypatch)
    assert _built(news, tmp_path / "built", monkeypatch) == set()
    (news / "17.txt").write_text(OTHER + "\nقال الوزير إن العمل تغيّر.", encoding="utf-8")
    (news / "20.txt").unlink()
    (news / "new.txt").write_text(OTHER, encoding="utf-8")
    assert 1 <= len(_built(news, tmp_path / "built", monkeypatch)) <= 3 < len(everything)
    _built(news, tmp_path / "scratch", monkeypatch)
    assert _bytes(tmp_path / "built") == _bytes(tmp_path / "scratch")
    kept = {path.stem for path in (tmp_path / ".built.parts").glob("*/*")}
    assert kept == {path.stem for path in (tmp_path / ".scratch.parts").glob("*/*")}


def test_a_part_without_its_note_is_not_trusted(
    news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _built(news, tmp_path / "built", monkeypatch)
    whole = _bytes(tmp_path / "built")
    store = Store(tmp_path / ".built.parts")
    key = sorted((store.folder / "done").iterdir())[0].stem
    (store.folder / "done" / f"{key}.json").unlink()
    store.path("statements", key).write_bytes(b"half a fi")
    assert _built(news, tmp_path / "built", monkeypatch) == {key}
    assert _bytes(tmp_path / "built") == whole


def _start(news: Path, out: Path, *more: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "hiwar", "build", str(news), "--out", str(out), *more],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.slow
def test_two_processes_stopped_and_killed_end_in_the_bytes_of_one(tmp_path: Path) -> None:
    news = tmp_path / "news"
    news.mkdir()
    lines = [f"{TEXT}\nوبلغ عدد السفن {n} سفينة، وقال الوزير إن الرقم {n} صحيح." for n in range(1500)]
    (news / "lines.jsonl").write_bytes(jsonl(*lines))
    folder.make([news], tmp_path / "scratch", folder.How(jobs=0))
    out = tmp_path / "built"
    done = tmp_path / ".built.parts" / "done"
    for seen, how in enumerate((signal.SIGINT, signal.SIGKILL, signal.SIGINT), 1):
        process = _start(news, out, "--jobs", "2")
        until = time.monotonic() + 60
        while time.monotonic() < until and process.poll() is None:
            if done.exists() and len(list(done.iterdir())) >= 2 * seen:
                break
            time.sleep(0.02)
        os.kill(process.pid, how)
        _, errors = process.communicate(timeout=30)
        assert not out.exists()
        if how == signal.SIGINT:
            assert process.returncode == 130
            assert errors == "Stopped; run the same command again to go on from here\n"
    process = _start(news, out, "--jobs", "2")
    output, errors = process.communicate(timeout=120)
    assert (process.returncode, errors) == (0, ""), output
    assert _bytes(out) == _bytes(tmp_path / "scratch")


def test_the_bar_tells_share_rate_and_time_left() -> None:
    assert progress.line(0.5, 1200, 60.0) == f"{'█' * 12}{'░' * 12}  50%  1,200 records  20/s  1:00 left"
    assert progress.line(0.001, 0, 0.0).endswith("0 records  0/s  … left")
    assert "2:46:40 left" in progress.line(0.25, 1, 10_000 / 3)
