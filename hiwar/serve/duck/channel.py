"""Length-prefixed messages on a socket between the server and a worker process."""

from __future__ import annotations

import socket
import struct

_LENGTH = struct.Struct("!Q")
BEGUN = ("begun",)  # what a worker says first: it has the query, and dies of it if it dies


def send(sock: socket.socket, payload: bytes) -> None:
    """Send one message. Raises OSError when the other side is gone."""
    sock.sendall(_LENGTH.pack(len(payload)) + payload)


def receive(sock: socket.socket) -> bytes:
    """Return the next message. Raises EOFError when the other side is gone, TimeoutError by the socket's timeout."""
    (length,) = _LENGTH.unpack(_exactly(sock, _LENGTH.size))
    return bytes(_exactly(sock, length))


def _exactly(sock: socket.socket, size: int) -> bytearray:
    data = bytearray(size)
    view = memoryview(data)
    while view:
        try:
            read = sock.recv_into(view)
        except ConnectionError as error:
            raise EOFError from error
        if not read:
            raise EOFError
        view = view[read:]
    return data
