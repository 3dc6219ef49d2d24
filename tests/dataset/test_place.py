"""Putting results in place: whoever looks sees the old result or the new one, whenever the process dies."""

import os
from pathlib import Path

import pytest

from hiwar.dataset.publish import place


def _folder(path: Path, content: str) -> Path:
    path.mkdir()
    for name in ("a", "b", "c"):
        (path / name).write_text(content)
    return path


def _state(path: Path) -> set[str]:
    return {file.read_text() for file in path.iterdir() if not file.name.startswith(".")}


def test_a_folder_is_replaced_whole(tmp_path: Path) -> None:
    target = _folder(tmp_path / "out", "old")
    place.put_folder(_folder(tmp_path / "stage", "new"), target)
    assert _state(target) == {"new"}
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_without_an_exchange_a_crash_between_the_renames_is_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, stage = _folder(tmp_path / "out", "old"), _folder(tmp_path / "stage", "new")
    monkeypatch.setattr(place, "_swap", lambda first, second: False)
    rename = os.rename
    monkeypatch.setattr(os, "rename", lambda a, b: rename(a, b) if a == target else _die())
    with pytest.raises(KeyboardInterrupt):
        place.put_folder(stage, target)
    monkeypatch.undo()
    place.restore_folder(target)
    assert _state(target) == {"old"}


@pytest.mark.parametrize("deaths_after", range(4))
def test_a_commit_of_files_is_completed_after_a_crash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, deaths_after: int
) -> None:
    root, stage = _folder(tmp_path / "root", "old"), _folder(tmp_path / "stage", "new")
    replace, calls = os.replace, []

    def dying(source: object, target: object) -> None:
        if len(calls) == deaths_after:
            _die()
        calls.append(source)
        replace(source, target)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "replace", dying)
    with pytest.raises(KeyboardInterrupt):
        place.put_files(stage, root)
    monkeypatch.undo()
    place.finish_files(root)
    assert _state(root) == ({"old"} if deaths_after == 0 else {"new"})


def _die() -> None:
    raise KeyboardInterrupt
