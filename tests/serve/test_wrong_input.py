"""Wrong input ends with one clear line and exit code 2."""

from __future__ import annotations

import socket
import struct
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

SERVERS = {
    "hiwar": [sys.executable, "-c", "from hiwar.cli import main; main()", "serve"],
    "datasette": [sys.executable, "-m", "datasette", "--get", "/"],
}


def run(server: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*SERVERS[server], *arguments], capture_output=True, text=True, timeout=60, check=False
    )


def assert_one_line(result: subprocess.CompletedProcess[str], words: str) -> None:
    assert result.returncode == 2, result.stderr
    assert words in result.stderr
    assert "Traceback" not in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


def checksum(header: bytes) -> int:
    """Return the checksum that DuckDB keeps before its header."""
    result = 5381
    for (word,) in struct.iter_unpack("<Q", header):
        result ^= (word * 0xBF58476D1CE4E5B9) & (2**64 - 1)
    return result


def test_missing_file(tmp_path: Path) -> None:
    assert_one_line(run("hiwar", str(tmp_path / "none.duckdb")), "does not exist")


def test_not_a_database(tmp_path: Path) -> None:
    path = tmp_path / "text.duckdb"
    path.write_text("just a text file, long enough to have a header")
    assert_one_line(run("hiwar", str(path)), "is not a DuckDB database")


def test_folder_without_database(tmp_path: Path) -> None:
    assert_one_line(run("hiwar", str(tmp_path)), "holds no .duckdb files")


def test_port_taken(folder: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        assert_one_line(run("hiwar", str(folder / "data.duckdb"), "--port", port), f"port {port} is taken")


@pytest.mark.parametrize("server", SERVERS)
def test_locked_by_a_writer(server: str, tmp_path: Path) -> None:
    path = tmp_path / "busy.duckdb"
    with duckdb.connect(str(path)) as writer:
        writer.execute("CREATE TABLE t (a INTEGER)")
        writer.execute("CHECKPOINT")
        assert_one_line(run(server, str(path)), "another process is writing to it")


@pytest.mark.parametrize("server", SERVERS)
def test_newer_storage_version(server: str, tmp_path: Path) -> None:
    path = tmp_path / "future.duckdb"
    duckdb.connect(str(path)).close()
    content = bytearray(path.read_bytes())
    content[12:20] = (250).to_bytes(8, "little")
    content[:8] = struct.pack("<Q", checksum(bytes(content[8:4096])))
    path.write_bytes(content)
    assert_one_line(run(server, str(path)), "newer DuckDB")


@pytest.mark.parametrize("server", SERVERS)
def test_damaged_file(server: str, tmp_path: Path) -> None:
    path = tmp_path / "damaged.duckdb"
    duckdb.connect(str(path)).close()
    path.write_bytes(path.read_bytes()[:3000])
    assert_one_line(run(server, str(path)), "Cannot serve")
