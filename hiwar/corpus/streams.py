"""Files opened through their compression, as streams that end with a reason and never fill the memory."""

import gzip
import io
import zlib
from typing import Any, BinaryIO, NamedTuple

from hiwar.corpus.options import GROWN, RATIO


class Broken(Exception):
    """A stream cannot be read on; the message is the reason."""


class Missing(Broken):
    """A package that this format needs is not installed."""

    def __init__(self, what: str, package: str) -> None:
        super().__init__(f"{what} needs {package}: pip install 'hiwar[corpus]'")


class Compression(NamedTuple):
    """A way to compress: the bytes that it begins with, and the suffix of the file's name."""

    magic: bytes
    suffix: str


GZIP, ZSTD = Compression(b"\x1f\x8b", ".gz"), Compression(b"\x28\xb5\x2f\xfd", ".zst")
FOREIGN = {
    b"BZh": "is compressed with bzip2",
    b"\xfd7zXZ": "is compressed with xz",
    b"7z\xbc\xaf": "is a 7z archive",
    b"Rar!": "is a RAR archive",
    b"%PDF": "is a PDF",
    b"\xd0\xcf\x11\xe0": "is a Word document",
    b"{\\rtf": "is an RTF document",
    b"PAR1": "is a Parquet file",
    b"SQLite format 3": "is an SQLite database",
    b"\x89PNG": "is an image",
    b"\xff\xd8\xff": "is an image",
    b"GIF8": "is an image",
}
"""How other files begin, and what they are."""


def decompressed(compression: Compression, source: BinaryIO) -> "io.BufferedReader":
    """Return the stream of what `source` holds; reading it raises Broken where it is cut off, damaged or a bomb."""
    inner: Any = gzip.GzipFile(fileobj=source) if compression is GZIP else _Zstd(source)
    return io.BufferedReader(_Watched(inner, source), 1 << 16)


class _Watched(io.RawIOBase):
    """A decompressing stream that says why it ends, and ends before it has grown too much."""

    def __init__(self, inner: Any, source: BinaryIO) -> None:
        self._inner, self._source, self._grown = inner, source, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            content = self._inner.read1(len(buffer))  # read() would lose what stands before the damage
        except EOFError:
            raise Broken("is cut off") from None
        except (OSError, zlib.error) as error:
            raise Broken(f"is damaged: {error}") from None
        self._grown += len(content)
        if self._grown > GROWN and self._grown > RATIO * max(1, self._source.tell()):
            raise Broken(f"grows more than {RATIO}-fold when decompressed: not read on")
        buffer[: len(content)] = content
        return len(content)


class _Zstd:
    """Zstandard frames; unlike the package's own stream reader it tells a frame that is cut off."""

    _SLICE = 1024  # bytes taken at once: no more than 32 MB of text can come out of them

    def __init__(self, source: BinaryIO) -> None:
        try:
            import zstandard
        except ImportError:
            raise Missing("a .zst file", "zstandard") from None
        self._error = zstandard.ZstdError
        self._new = zstandard.ZstdDecompressor(max_window_size=1 << 27).decompressobj
        self._source, self._frame, self._rest = source, self._new(), b""
        self._ready, self._taken = b"", 0
        self._begun = False

    def read1(self, size: int) -> bytes:
        """Return at most `size` bytes, none at the end; raises EOFError inside a frame, OSError for a damaged one."""
        while self._taken == len(self._ready):
            content = self._rest or self._source.read(self._SLICE)
            if not content:
                if self._begun:
                    raise EOFError
                return b""
            self._decompress(content)
        taken = self._ready[self._taken : self._taken + size]
        self._taken += len(taken)
        return taken

    def _decompress(self, content: bytes) -> None:
        try:
            self._ready, self._taken, self._rest = self._frame.decompress(content), 0, b""
        except self._error as error:
            raise OSError(str(error)) from None
        self._begun = not self._frame.eof
        if self._frame.eof:
            self._rest, self._frame = self._frame.unused_data, self._new()
