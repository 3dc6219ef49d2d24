"""Fixtures for building and publishing."""

from pathlib import Path

import pytest

from tests.dataset.samples import BROKEN, TEXTS


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder of three good files and five that cannot be read."""
    folder = tmp_path / "news"
    for name, content in {name: text.encode() for name, text in TEXTS.items()}.items() | BROKEN.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder
