"""Shared by all tests: where things are."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository root."""
    return ROOT


@pytest.fixture(scope="session")
def dev() -> Path:
    """The development texts with their annotations, which are not part of the project."""
    folder = ROOT.parent / "shared" / "dev"
    if not folder.is_dir():
        pytest.skip("the development texts are third-party and not part of the project")
    return folder
