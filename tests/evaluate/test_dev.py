"""The development loop: its split, and that it holds back the errors of the unseen part."""

from pathlib import Path

import pytest

from hiwar.evaluate.dev import main, parts


def test_the_split_is_two_thirds_in_order() -> None:
    assert parts([f"d{number:03}" for number in range(24)])["unseen"] == [
        f"d{number:03}" for number in range(16, 24)
    ]


def test_errors_are_printed_for_the_development_part_only(
    dev: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main([str(dev), "--errors"])
    out = capsys.readouterr().out
    assert "\nunseen: d016 to d023\n" in out
    assert "d016.txt:" not in out
    assert "d023.txt:" not in out


def test_a_folder_without_annotations_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="no gold annotations"):
        main([str(tmp_path)])
