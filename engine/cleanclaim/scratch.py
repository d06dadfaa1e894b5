"""Folders for what is not to stay: gone with the run or, where the run was killed, with the next one there.

Each holds a locked file for as long as its run goes on, so that nothing asks whether a process is still there: its
number may be another's by now, and its machine another one.
"""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_LOCK, _INNER = ".cleanclaim.lock", "scratch"


@contextmanager
def scratch_folder(parent: Path | None = None, prefix: str = "cleanclaim.") -> Iterator[Path]:
    """A folder of one's own in `parent`, else in the system's folder for such; first, what killed runs left goes.

    Raises OSError where none can be made.
    """
    where = Path(tempfile.gettempdir()) if parent is None else parent
    _clear(where, prefix)
    folder, lock = _locked(where, prefix)
    try:
        inner = folder / _INNER
        inner.mkdir()
        yield inner
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(lock)


def _locked(where: Path, prefix: str) -> tuple[Path, int]:
    """A new folder with its lock held; another run may clear it away before it is locked, then it is made anew."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix=prefix, dir=where))
        with suppress(FileNotFoundError):
            lock = os.open(folder / _LOCK, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                if os.path.samestat((folder / _LOCK).stat(), os.fstat(lock)):
                    return folder, lock
            except BlockingIOError:
                pass
            os.close(lock)


def _clear(where: Path, prefix: str) -> None:
    """Remove what killed runs left: folders of this user whose lock nobody holds."""
    with suppress(OSError), os.scandir(where) as entries:
        for entry in entries:
            if entry.name.startswith(prefix) and entry.is_dir(follow_symlinks=False):
                with suppress(OSError):
                    _remove_unlocked(Path(entry.path))


def _remove_unlocked(folder: Path) -> None:
    try:
        lock = os.open(folder / _LOCK, os.O_RDWR | os.O_NOFOLLOW)
    except FileNotFoundError:
        folder.rmdir()  # only where it is empty: it may be none of ours
        return
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        shutil.rmtree(folder, ignore_errors=True)
    finally:
        os.close(lock)
