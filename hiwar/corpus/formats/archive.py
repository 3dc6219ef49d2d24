"""Zip archives: each member is read as a file of its own."""

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator

from hiwar.corpus.options import GROWN, RATIO, Options
from hiwar.corpus.record import Place, Record, Reject
from hiwar.corpus.streams import Broken

Reader = Callable[..., Iterator[Record | Reject]]


def read(
    place: Place, stream: io.BufferedReader, options: Options, inside: Reader
) -> Iterator[Record | Reject]:
    """Yield the records of each member in the order of their names; a member that cannot be read is rejected.

    `inside` reads a member. Raises Broken where the archive itself cannot be read.
    """
    try:
        archive = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise Broken(f"is no whole zip archive: {error}") from None
    with archive:
        for member in sorted(archive.infolist(), key=lambda member: member.filename):
            hidden = any(part.startswith(".") for part in member.filename.split("/"))
            if not member.is_dir() and not hidden:
                yield from _member(place._replace(member=member.filename), archive, member, options, inside)


def _member(
    place: Place, archive: zipfile.ZipFile, member: zipfile.ZipInfo, options: Options, inside: Reader
) -> Iterator[Record | Reject]:
    if member.flag_bits & 1:
        yield Reject(place, "is encrypted: unpack the archive first")
    elif member.file_size > max(GROWN, RATIO * member.compress_size):
        yield Reject(place, f"grows more than {RATIO}-fold when unpacked: not read")
    else:
        try:
            with archive.open(member) as opened:
                yield from inside(place, member.filename, io.BufferedReader(opened), options, 1)
        except Broken as error:
            yield Reject(place, str(error))
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            NotImplementedError,
            RuntimeError,
        ) as error:
            yield Reject(place, f"cannot be unpacked: {error or 'is cut off'}")
