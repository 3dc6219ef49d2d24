"""Worker processes that run SQL for the server: borrowed for one query, killed when they overrun, replaced when they die."""

from __future__ import annotations

import json
import marshal
import os
import pickle
import socket
import subprocess
import sys
import threading
import time
import weakref
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from . import channel

START_SECONDS = 60.0
KILL_AFTER_SECONDS = 0.15  # how long a query may go on after it was asked to stop


class QueryError(Exception):
    """DuckDB or the guard refused the SQL; the message is for the user."""


class Broken(QueryError):
    """DuckDB found a fault of its own in the way it ran the query."""


class Interrupted(QueryError):
    """The query reached its time limit."""


class CannotOpen(Exception):
    """The file cannot be opened as a DuckDB database; the message says why."""


@dataclass(frozen=True)
class Options:
    """What a worker may use: megabytes of memory for DuckDB, threads; up to how many rows «the first n» come on a fast path.

    Datasette asks for 101 rows, DuckDB's own bound is 50. A worker that holds more than `retire_share` of what it may is
    replaced after its answer.
    """

    memory_mb: int = 320
    threads: int = 2
    first_rows: int = 1100
    retire_share: float = 0.8


@dataclass(frozen=True)
class Rows:
    """What a query gave, as plain values."""

    columns: list[str]
    rows: list[tuple[Any, ...]]
    truncated: bool


class _Died(Exception):
    """The process ended by itself."""


class _Process:
    """One worker process and the socket to it."""

    def __init__(self, path: str, options: Options) -> None:
        ours, theirs = socket.socketpair()
        settings = {"path": path, **asdict(options)}
        # no variable of the server's environment goes along, and no folder of it
        environment = {
            "PATH": os.defpath,
            "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
            "LC_ALL": "C.UTF-8",
        }
        with theirs:
            self.popen = subprocess.Popen(
                [sys.executable, "-m", f"{__package__}.worker", json.dumps(settings)],
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=environment,
                cwd="/",
            )
        self.sock = ours
        self.number = 0
        self.ready = False
        self.killed = False
        self.begun = False

    def wait_ready(self) -> None:
        """Return once the file is open. Raises CannotOpen."""
        if self.ready:
            return
        self.sock.settimeout(START_SECONDS)
        try:
            answer = marshal.loads(channel.receive(self.sock))
        except (EOFError, OSError) as error:
            self.kill()
            raise CannotOpen("the worker process did not start") from error
        if answer[0] == "error":
            self.kill()
            raise CannotOpen(answer[2])
        self.ready = True

    def run(
        self, kind: str, sql: str, params: dict[str, Any], limit: int | None, seconds: float
    ) -> tuple[Any, ...]:
        """Return the worker's answer. Raises Interrupted (the process may be dead then) or _Died; `begun` says whether the
        worker had the query by then."""
        self.number += 1
        self.begun = False
        message = (kind, self.number, sql, params, limit)
        try:
            channel.send(self.sock, pickle.dumps(message))
            return self._receive(seconds)
        except (EOFError, OSError) as error:
            self.kill()
            raise _Died from error

    def _receive(self, seconds: float) -> tuple[Any, ...]:
        deadline = time.monotonic() + seconds
        try:
            return self._answer(deadline)
        except TimeoutError:
            channel.send(self.sock, pickle.dumps(("stop", self.number)))
        try:
            # an answer cut in two by the time-out cannot be read on: then, too, the process has to go
            return self._answer(time.monotonic() + KILL_AFTER_SECONDS)
        except (TimeoutError, EOFError, ValueError, TypeError) as error:
            self.kill()
            raise Interrupted("interrupted") from error

    def _answer(self, deadline: float) -> tuple[Any, ...]:
        while True:
            self.sock.settimeout(max(deadline - time.monotonic(), 0.001))
            answer: tuple[Any, ...] = marshal.loads(channel.receive(self.sock))
            if answer != channel.BEGUN:
                return answer
            self.begun = True

    @property
    def alive(self) -> bool:
        return not self.killed and self.popen.poll() is None

    def kill(self) -> None:
        """End the process, leaving no zombie and no socket; giving back much memory takes it a while, nobody waits."""
        self.killed = True
        self.sock.close()
        if self.popen.poll() is None:
            self.popen.kill()
            threading.Thread(target=self.popen.wait, daemon=True).start()


def _kill_all(processes: set[_Process]) -> None:
    ended = list(processes)
    processes.clear()
    for process in ended:
        process.kill()
    for process in ended:
        process.popen.wait()


class Pool:
    """Up to `size` workers at work at once. Threads may share a pool; nothing in it outlives it."""

    def __init__(self, path: str | Path, size: int = 3, options: Options | None = None) -> None:
        self.path = str(Path(path).resolve())
        self.size = max(size, 1)
        self.options = options or Options()
        self.file = self._file()
        self._changed = threading.Condition()
        self._idle: list[_Process] = []
        self._all: set[_Process] = set()
        self._closed = False
        self._finalizer = weakref.finalize(self, _kill_all, self._all)

    def run(
        self, sql: str, params: dict[str, Any] | None = None, limit: int | None = None, seconds: float = 60.0,
        trusted: bool = False,
    ) -> Rows:  # fmt: skip
        """Run one SELECT and return its rows, at most `limit`.

        `trusted` SQL passes no guard: it must not hold anything a user wrote. Raises QueryError, Interrupted, CannotOpen.
        """
        kind = "trusted" if trusted else "run"
        process = self._take()
        answer: tuple[Any, ...] | None
        try:
            answer = process.run(kind, sql, params or {}, limit, seconds)
        except _Died as error:
            # it was dead already when the query was sent: then another one answers
            if process.begun:
                raise QueryError("The query was ended: it needed more memory than it is allowed.") from error
            answer = None
        finally:
            self._give_back(process)
        if answer is None:
            return self.run(sql, params, limit, seconds, trusted)
        return self._rows(process, answer)

    def prepare_spare(self) -> None:
        """Have one worker more than needed, so that a killed one is replaced without a wait."""
        with self._changed:
            # one is for the query that is about to come
            if self._closed or len(self._idle) > 1 or len(self._all) > self.size:
                return
        threading.Thread(target=self._add_idle, daemon=True).start()

    def processes(self) -> list[int]:
        """Return the ids of the live worker processes."""
        with self._changed:
            return [process.popen.pid for process in self._all if process.alive]

    def close(self) -> None:
        """End every worker."""
        with self._changed:
            self._closed = True
            self._idle.clear()
        self._finalizer()

    def _rows(self, process: _Process, answer: tuple[Any, ...]) -> Rows:
        if answer[0] == "rows":
            return Rows(*answer[1:])
        _, kind, words = answer
        if kind == "interrupted":
            raise Interrupted("interrupted")
        if kind == "memory":
            words = f"The query needs more memory than it is allowed. {words.splitlines()[0]}"
        if kind in ("fatal", "memory"):
            self._discard(process)
        raise Broken(words) if kind == "fatal" else QueryError(words)

    def _take(self) -> _Process:
        process = None
        with self._changed:
            while process is None:
                if self._closed:
                    raise CannotOpen("the database is closed")
                if self._idle:
                    process = self._idle.pop()
                    if not process.alive:
                        self._drop(process)
                        process = None
                elif len(self._all) < self.size:
                    process = self._start()
                else:
                    self._changed.wait()
        try:
            process.wait_ready()
        except CannotOpen:
            with self._changed:
                self._drop(process)
                self._changed.notify()
            raise
        return process

    def _start(self) -> _Process:
        if self._file() != self.file:
            raise CannotOpen(f"{Path(self.path).name} was replaced on disk: start the server again")
        process = _Process(self.path, self.options)
        self._all.add(process)
        return process

    def _give_back(self, process: _Process) -> None:
        alive = process.alive
        with self._changed:
            if alive and not self._closed:
                self._idle.append(process)
            else:
                self._drop(process)
            self._changed.notify()
        if not alive:
            self.prepare_spare()

    def _discard(self, process: _Process) -> None:
        with self._changed:
            if process in self._idle:
                self._idle.remove(process)
                self._drop(process)
        self.prepare_spare()

    def _drop(self, process: _Process) -> None:
        process.kill()
        self._all.discard(process)

    def _add_idle(self) -> None:
        with self._changed:
            if self._closed:
                return
            try:
                process = self._start()
            except CannotOpen:
                return
        try:
            process.wait_ready()
        except (CannotOpen, OSError):  # its socket is closed where the pool is meanwhile
            with self._changed:
                self._drop(process)
            return
        self._give_back(process)

    def _file(self) -> tuple[int, int, int]:
        try:
            found = os.stat(self.path)
        except OSError as error:
            raise CannotOpen(f"{Path(self.path).name}: {error.strerror}") from error
        return (found.st_ino, found.st_mtime_ns, found.st_size)
