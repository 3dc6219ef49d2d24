"""How far a long build has come: one line on stderr, none where stderr is no terminal."""

import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from hiwar.corpus.formats import read_file
from hiwar.corpus.options import Options
from hiwar.corpus.parts import Counts
from hiwar.corpus.record import Record, Reject
from hiwar.corpus.walk import Found, walk

_EVERY = 0.2  # seconds
_WIDTH = 24


class Progress:
    """A bar with rate and time left: `records` reads the inputs and counts bytes, `add` counts what was built."""

    def __init__(self, sources: list[Path], stream: TextIO = sys.stderr) -> None:
        self.shown = stream.isatty()
        self._stream, self._sources = stream, sources
        self._total = (
            sum(found.size for found in walk(sources) if isinstance(found, Found)) if self.shown else 0
        )
        self._before = self._here = self._records = (
            0  # bytes of the files read, bytes of this one, records built
        )
        self._begun = self._last = time.monotonic()

    def records(self, options: Options) -> Iterator[Record | Reject]:
        """Yield everything in the sources."""
        for found in walk(self._sources):
            if isinstance(found, Reject):
                yield found
                continue
            yield from read_file(found.name, found.path, options, self._at)
            self._before, self._here = self._before + found.size, 0

    def _at(self, position: int) -> None:
        self._here = position

    def add(self, counts: Counts) -> None:
        """Count the records of a chunk that is done, and show it."""
        self._records += counts.texts + counts.rejects
        now = time.monotonic()
        if self.shown and now - self._last > _EVERY:
            self._last = now
            self._print(
                line((self._before + self._here) / max(1, self._total), self._records, now - self._begun)
            )

    def say(self, what: str) -> None:
        """Show a step that has no measure."""
        if self.shown:
            self._print(what)

    def end(self) -> None:
        """Clear the line."""
        if self.shown:
            self._print("")

    def _print(self, text: str) -> None:
        self._stream.write(f"\r\x1b[K{text}")
        self._stream.flush()


def line(share: float, records: int, seconds: float) -> str:
    """Return the bar for a share of the bytes, the records so far and the seconds that they took."""
    share = min(share, 1.0)
    full = round(share * _WIDTH)
    rate = records / seconds if seconds else 0.0
    left = _clock(seconds * (1 - share) / share) if share > 0.01 else "…"
    return (
        f"{'█' * full}{'░' * (_WIDTH - full)} {share:4.0%}  {records:,} records  {rate:,.0f}/s  {left} left"
    )


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
