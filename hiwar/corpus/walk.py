"""The files of the sources, one after another, whatever their number."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from hiwar.corpus.record import Place, Reject


class Found(NamedTuple):
    """A file with the name that it gets: its own, or its path below the folder that was named."""

    name: str
    path: Path
    size: int  # bytes


def walk(sources: Iterable[Path]) -> Iterator[Found | Reject]:
    """Yield the files of the sources in the order of their names; what is no file that can be read is rejected.

    Hidden files and folders (`.name`) are left out. Links to files are followed, links to folders are not.
    """
    ordered = sorted(set(sources))
    for number, source in enumerate(ordered):
        for found in _inside(source, "") if source.is_dir() else [_file(source.name, source)]:
            if isinstance(found, Found) and any(_holds(other, found.name) for other in ordered[:number]):
                yield Reject(
                    Place(found.name), "another SOURCE has a file of this name: name the folder above both"
                )
            else:
                yield found


def _holds(source: Path, name: str) -> bool:
    return (source / name).is_file() if source.is_dir() else source.name == name


def _inside(folder: Path, prefix: str) -> Iterator[Found | Reject]:
    try:
        names = sorted(name for name in os.listdir(folder) if not name.startswith("."))
    except OSError as error:
        yield Reject(Place(prefix or folder.name), f"cannot be read: {error.strerror or error}")
        return
    for name in names:
        path = folder / name
        if not path.is_dir():
            yield _file(prefix + name, path)
        elif path.is_symlink():
            yield Reject(Place(prefix + name), "is a link to a folder: name that folder as a SOURCE")
        else:
            yield from _inside(path, f"{prefix}{name}/")


def _file(name: str, path: Path) -> Found | Reject:
    try:
        name.encode()
    except UnicodeEncodeError:
        return Reject(
            Place(name.encode("utf-8", "backslashreplace").decode()), "its name is not UTF-8: rename it"
        )
    try:
        if path.is_file():
            return Found(name, path, path.stat().st_size)
    except OSError as error:
        return Reject(Place(name), f"cannot be read: {error.strerror or error}")
    there = path.exists()
    return Reject(Place(name), "is no regular file" if there else "cannot be read: the link leads nowhere")
