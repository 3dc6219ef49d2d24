"""Putting a finished result in place so that whoever looks sees the old one or the new one, never half of each."""

import ctypes
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows has no locks that end with their process whatever ends it
    fcntl = None  # type: ignore[assignment]

_JOURNAL = ".hiwar-commit.json"
_AT_FDCWD, _EXCHANGE = -100, 2  # Linux: renameat2(…, RENAME_EXCHANGE) swaps two paths in one step


def parts_of(out: Path) -> Path:
    """Return the folder beside `out` that keeps what a build of it has done."""
    return out.with_name(f".{out.name}.parts")


class Busy(ValueError):
    """Another build is writing the same result."""


@contextmanager
def alone(folder: Path, result: Path) -> Iterator[None]:
    """Hold `folder`, made if absent, so that no second build works on `result`; raises Busy where one does.

    The lock ends with the process, also where that is killed. File systems without locks hold nobody back.
    """
    held = _held(folder, result)
    try:
        yield
    finally:
        with suppress(OSError):
            folder.rmdir()  # where it is still empty
        if held is not None:
            os.close(held)


def _held(folder: Path, result: Path) -> int | None:
    """Return the locked folder as the system names it, None where there are no locks."""
    while True:
        folder.mkdir(parents=True, exist_ok=True)
        if fcntl is None:
            return None
        held = os.open(folder, os.O_RDONLY)
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(held)
            raise Busy(
                f"another build is writing {result}: wait for its end, or name another folder"
            ) from None
        except OSError:
            return held
        if folder.exists() and os.path.samestat(os.fstat(held), folder.stat()):
            return held
        os.close(held)  # the build before has just taken its folder away


def put_folder(stage: Path, target: Path) -> None:
    """Make `stage` the folder `target`, in one step where the system can swap two folders."""
    if not target.exists():
        os.rename(stage, target)
        return
    if not _swap(stage, target):
        old = target.with_name(f".{target.name}.old")
        shutil.rmtree(old, ignore_errors=True)
        os.rename(target, old)
        os.rename(stage, target)
        stage = old
    shutil.rmtree(stage, ignore_errors=True)


def restore_folder(target: Path) -> None:
    """Bring back the previous `target` if a build was killed between the two renames of `put_folder`."""
    old = target.with_name(f".{target.name}.old")
    if old.exists() and not target.exists():
        os.rename(old, target)


def put_files(stage: Path, root: Path) -> None:
    """Move every file under `stage` to the same place under `root`, as one commit.

    The list of files is written to a journal first: a process killed half-way leaves the journal, and
    `finish_files` completes the move.
    """
    names = sorted(str(path.relative_to(stage)) for path in stage.rglob("*") if path.is_file())
    journal = root / _JOURNAL
    draft = journal.with_suffix(".tmp")
    draft.write_text(json.dumps({"stage": str(stage), "files": names}), encoding="utf-8")
    os.replace(draft, journal)
    finish_files(root)


def finish_files(root: Path) -> None:
    """Complete a commit that was interrupted; does nothing where there is none."""
    journal = root / _JOURNAL
    if not journal.exists():
        return
    commit = json.loads(journal.read_text(encoding="utf-8"))
    stage = Path(commit["stage"])
    for name in commit["files"]:
        if (stage / name).exists():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            os.replace(stage / name, root / name)
    journal.unlink()
    shutil.rmtree(stage, ignore_errors=True)


def _swap(first: Path, second: Path) -> bool:
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    result = renameat2(_AT_FDCWD, os.fsencode(first), _AT_FDCWD, os.fsencode(second), _EXCHANGE)
    return bool(result == 0)
