"""JSON that is not one object a line: an array of records, a record, or an object with one list of records."""

import codecs
import io
import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from hiwar.corpus.encodings import decode
from hiwar.corpus.formats import jsonl
from hiwar.corpus.formats.fields import record_of_object
from hiwar.corpus.options import LARGEST, Columns, Options
from hiwar.corpus.record import Place, Record, Reject
from hiwar.corpus.streams import Broken

_PIECE = 1 << 16  # bytes
_WHOLE = 4 * LARGEST  # characters of an object that is held in memory whole
_BETWEEN = " \t\r\n"


class _Value(NamedTuple):
    """A value with the characters that it was read from."""

    value: Any
    written: str


def read(place: Place, stream: io.BufferedReader, options: Options) -> Iterator[Record | Reject]:
    """Yield the records in their order, indented or not; JSON lines are read line by line, whatever the file is called.

    Raises Broken where the file is no JSON, or not to its end.
    """
    first = stream.readline(LARGEST)
    if _is_line(first, options.columns):
        yield from jsonl.read(place, stream, options, first)
        return
    text = _Text(first, stream)
    for number, (value, written) in enumerate(_records(text, options.columns), 1):
        here = place._replace(record=number)
        if len(written) > LARGEST:
            yield Reject(here, f"is larger than {LARGEST:,} bytes: no news article")
        else:
            content = written.encode(text.encoding, "surrogatepass")
            yield record_of_object(here, content, value, options.columns, "the record")


def _is_line(line: bytes, columns: Columns) -> bool:
    """Return whether the first line is a record of its own, so that others follow on theirs."""
    decoded = decode(line)
    try:
        value = None if isinstance(decoded, str) else json.loads(decoded.text.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and _list_in(value, columns) is None


def _records(text: "_Text", columns: Columns) -> Iterator[_Value]:
    """Yield the records of all values that stand at the top of the text, one after another."""
    while (mark := text.next()) is not None:
        if mark == "[":
            yield from text.elements()
        else:
            found = text.value(_WHOLE)
            inside = _list_in(found.value, columns)
            if inside is None:
                yield found
            else:
                yield from (_Value(value, json.dumps(value, ensure_ascii=False)) for value in inside)


def _list_in(value: Any, columns: Columns) -> list[Any] | None:
    """Return the records of an object that has no text itself and one list of objects; None for any other value."""
    if not isinstance(value, dict) or any(name in value for name in columns.text):
        return None
    lists = [
        given for given in value.values() if isinstance(given, list) and given and isinstance(given[0], dict)
    ]
    return lists[0] if len(lists) == 1 else None


class _Text:
    """The characters of a stream, of which those of the value at hand are held."""

    def __init__(self, first: bytes, stream: io.BufferedReader) -> None:
        begun = first + stream.read(_PIECE)
        self.encoding = _encoding(begun)
        self._decoder = codecs.getincrementaldecoder(self.encoding)()
        self._stream, self._decode = stream, json.JSONDecoder().raw_decode
        self._held, self._at, self._ended = self._decoded(begun).removeprefix("\ufeff"), 0, False

    def next(self) -> str | None:
        """Return the next character that is no white space, which stays where it is; None at the end."""
        while True:
            while self._at < len(self._held):
                if self._held[self._at] not in _BETWEEN:
                    return self._held[self._at]
                self._at += 1
            if not self._more(_PIECE):
                return None

    def elements(self) -> Iterator[_Value]:
        """Yield the elements of the array that stands next."""
        self._at, opens = self._at + 1, True
        while (mark := self.next()) != "]":
            if mark is None:
                raise Broken("is cut off")
            if not opens:
                if mark != ",":
                    raise Broken(f"is no JSON: «{mark}» stands where a comma is expected")
                self._at += 1
                self.next()
            yield self.value(LARGEST)
            opens = False
        self._at += 1

    def value(self, most: int) -> _Value:
        """Return the value that stands next; raises Broken where there is none in the next `most` characters."""
        piece = _PIECE
        while True:
            try:
                value, end = self._decode(self._held, self._at)
            except RecursionError:
                raise Broken("is nested too deep") from None
            except json.JSONDecodeError as error:
                why, end = error.msg, len(self._held)
            else:
                why = ""
            if end == len(self._held) and self._more(piece):  # it may go on
                if len(self._held) > most + _PIECE:
                    raise Broken(
                        f"holds a value of more than {most:,} characters (save it as JSON lines), or is no JSON: {why}"
                    )
                piece *= 2
            elif why:
                raise Broken(f"is no JSON, or is cut off: {why}")
            else:
                written, self._at = self._held[self._at : end], end
                return _Value(value, written)

    def _more(self, size: int) -> bool:
        """Read on; return whether there was anything. What stands before the value at hand is let go."""
        if self._ended:
            return False
        content = self._stream.read(size)
        self._ended = not content
        self._held = self._held[self._at :] + self._decoded(content, final=not content)
        self._at = 0
        return not self._ended

    def _decoded(self, content: bytes, final: bool = False) -> str:
        try:
            return self._decoder.decode(content, final)
        except UnicodeDecodeError as error:
            raise Broken(f"is not {self.encoding} throughout: {error.reason}") from None


def _encoding(begun: bytes) -> str:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(begun)
    except UnicodeDecodeError:
        decoded = decode(begun[: begun.rfind(b"\n") + 1] or begun)
        if isinstance(decoded, str):
            raise Broken(decoded) from None
        return decoded.encoding
    return "utf-8"
