"""What a part depends on beside its records: the builder, its knowledge, and the packages that read pages."""

import hashlib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from hiwar.corpus.options import Options
from hiwar.paths import data_root

_ROOMS = ("builders", "corpus", "schema")
_PACKAGES = ("daachorse", "numpy", "duckdb", "trafilatura", "resiliparse", "fastwarc", "zstandard")


def salt(options: Options) -> str:
    """Return a name that changes whenever the same records could give other rows."""
    found = hashlib.sha256(repr(options).encode())
    code = Path(__file__).parents[1]
    files = [path for room in _ROOMS for path in (code / room).rglob("*.py")]
    files += (data_root() / "builders").glob("*.toml")
    for path in sorted(files):
        found.update(path.name.encode() + b"\0" + path.read_bytes())
    for package in _PACKAGES:
        found.update(f"{package} {_version(package)}".encode())
    return found.hexdigest()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "none"
