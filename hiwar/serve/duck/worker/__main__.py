"""The worker's loop: messages in on the socket that is its stdin, answers out on the same.

A thread reads the socket, so that a message «stop» or the server's end is seen while a query runs. Messages in are
pickled, from the server alone; answers are marshalled plain values, which cannot carry code.
"""

from __future__ import annotations

import json
import marshal
import os
import pickle
import queue
import resource
import socket
import sys
import threading
from typing import Any

import duckdb

from .. import channel
from .guard import Refused
from .session import Session

# room in address space beyond DuckDB's own memory limit, for Python, threads, and what an allocator keeps between blocks
HEADROOM_MB = 448
MOST_ANSWER_MB = 64  # what the server has to hold in memory for one query


class Worker:
    """Runs one query at a time; `stop` interrupts the query with that number and no other."""

    def __init__(self, sock: socket.socket, session: Session, retire_at: int) -> None:
        self.sock = sock
        self.retire_at = retire_at
        self.session = session
        self.inbox: queue.SimpleQueue[tuple[Any, ...]] = queue.SimpleQueue()
        self.lock = threading.Lock()
        self.running: tuple[int, duckdb.DuckDBPyConnection] | None = None

    def read(self) -> None:
        """Pass messages on until the server is gone, then end the process at once, whatever it is doing."""
        try:
            while True:
                message = pickle.loads(channel.receive(self.sock))
                if message[0] == "stop":
                    self.stop(message[1])
                else:
                    self.inbox.put(message)
        except (EOFError, OSError):
            os._exit(0)

    def stop(self, number: int) -> None:
        """Interrupt query `number` if it is the one running."""
        with self.lock:
            if self.running and self.running[0] == number:
                self.running[1].interrupt()

    def serve(self) -> None:
        """Answer messages for ever."""
        while True:
            message = self.inbox.get()
            channel.send(self.sock, marshal.dumps(channel.BEGUN))
            payload = marshal.dumps(self.answer(message))
            if len(payload) > MOST_ANSWER_MB * 1024 * 1024:
                payload = marshal.dumps(("error", "sql", f"The result is larger than {MOST_ANSWER_MB} MB."))
            channel.send(self.sock, payload)
            if address_space() > self.retire_at:
                # the pool starts another; giving back the memory takes a while, the socket tells it at once
                self.sock.shutdown(socket.SHUT_RDWR)
                os._exit(0)

    def answer(self, message: tuple[Any, ...]) -> tuple[Any, ...]:
        """Return ("rows", columns, rows, truncated) or ("error", kind, words)."""
        kind, number, sql, params, limit = message
        try:
            if kind == "trusted":
                found = self.session.trusted(sql)
            else:
                cursor = self.session.con.cursor()
                with self.lock:
                    self.running = (number, cursor)
                try:
                    found = self.session.run(cursor, sql, params, limit)
                finally:
                    with self.lock:
                        self.running = None
                    cursor.close()
        except Exception as error:
            return ("error", _kind(error), self.session.message(error) or type(error).__name__)
        return ("rows", found.columns, found.rows, found.truncated)


def _kind(error: Exception) -> str:
    if isinstance(error, duckdb.InterruptException):
        return "interrupted"
    if isinstance(error, (MemoryError, duckdb.OutOfMemoryException)):
        return "memory"
    # after these two the connection is not to be used again
    if isinstance(error, (duckdb.FatalException, duckdb.InternalException)):
        return "fatal"
    return "refused" if isinstance(error, Refused) else "sql"


def address_space() -> int:
    """Return how many bytes of address space the process holds; 0 where the system does not tell."""
    if sys.platform != "linux":
        return 0
    with open("/proc/self/statm") as statm:
        return int(statm.read().split()[0]) * resource.getpagesize()


def limit_process(memory_mb: int, retire_share: float) -> int:
    """Bound the address space from here on; no files can be written, no core is dumped.

    Returns the size at which the process has to be replaced: DuckDB 1.4 and 1.5 keep a megabyte of each look-up in an index.
    """
    used, allowed = address_space(), (memory_mb + HEADROOM_MB) * 1024 * 1024
    if used:
        resource.setrlimit(resource.RLIMIT_AS, (used + allowed, used + allowed))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    return used + int(allowed * retire_share)


def main() -> None:
    """Open the file, say hello (or why not), serve."""
    options = json.loads(sys.argv[1])
    retire_share = options.pop("retire_share")
    sock = socket.socket(fileno=os.dup(0))
    try:
        session = Session(**options)
    except (duckdb.Error, OSError) as error:
        channel.send(sock, marshal.dumps(("error", "open", str(error))))
        os._exit(1)
    worker = Worker(sock, session, limit_process(options["memory_mb"], retire_share))
    channel.send(sock, marshal.dumps(("rows", ["version"], [(duckdb.__version__,)], False)))
    threading.Thread(target=worker.read, daemon=True).start()
    try:
        worker.serve()
    except OSError:
        os._exit(0)


main()
