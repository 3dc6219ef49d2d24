"""Debian's Chromium and a server, for the browser tests."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

LIGHT = {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"}
DARK = {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"}
PHONE = {
    "viewport": {"width": 390, "height": 844},
    "color_scheme": "light",
    "has_touch": True,
    "is_mobile": True,
}
MODES: dict[str, dict[str, Any]] = {"light": LIGHT, "dark": DARK, "phone": PHONE}
START_SECONDS = 60


def chromium() -> str:
    """Return the path of Chromium. Where it is missing the test is skipped, but in CI it fails."""
    found = shutil.which("chromium")
    if found is None and os.environ.get("CI") == "true":
        pytest.fail("chromium is missing: apt-get install -y chromium")
    if found is None:
        pytest.skip("chromium is missing: apt-get install -y chromium")
    return found


@contextlib.contextmanager
def served(path: Path) -> Iterator[str]:
    """Serve a file with `hiwar serve`, as a user would; gives the address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "hiwar", "serve", str(path), "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(address, process)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        assert process.poll() is None, "hiwar serve ended"
        with contextlib.suppress(OSError), urllib.request.urlopen(f"{address}/-/versions.json", timeout=5):
            return
        time.sleep(0.1)
    pytest.fail("hiwar serve did not answer")
