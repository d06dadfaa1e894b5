"""The files that a run is to read: those named, and those within the folders named, each of them once.

A folder's files come in the order of their names, its folders among them; what is hidden is passed over. What cannot
be opened there, or is no file, is named all the same, with the reason: it may hold claims.
"""

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

STANDARD_INPUT = "-"


@dataclass(frozen=True)
class NamedFile:
    """A file to read."""

    name: str
    wrong: str | None = None
    """Why it cannot be read, where that is known."""
    folder: str | None = None
    """The folder that was named, within which it lies."""


@dataclass(frozen=True)
class NamedFiles:
    """The files to read, and those that are named again and not read again."""

    files: tuple[NamedFile, ...]
    again: tuple[str, ...]


def is_address(name: str) -> bool:
    """Whether a name is an address, as s3a://claims/2026, and none of a file here."""
    return "://" in name


def named_files(names: Sequence[str]) -> NamedFiles:
    """The files that names of files and folders come to."""
    files: list[NamedFile] = []
    again: list[str] = []
    known: set[str] = set()
    folders: set[tuple[int, int]] = set()
    for name in names:
        is_folder = name != STANDARD_INPUT and Path(name).is_dir()
        if is_folder and _key(Path(name).stat()) in folders:
            again.append(name)
            continue
        found = [replace(one, folder=name) for one in _within(name, folders)] if is_folder else [NamedFile(name)]
        for one in found or [NamedFile(name, "it is a folder with no file in it that is not hidden")]:
            is_here = one.name != STANDARD_INPUT and not is_address(one.name)
            place = os.path.realpath(one.name) if is_here else one.name
            if place in known:
                again.append(one.name)
            else:
                known.add(place)
                files.append(one)
    return NamedFiles(tuple(files), tuple(again))


def _within(folder: str, folders: set[tuple[int, int]]) -> Iterator[NamedFile]:
    """The files within a folder; one of the `folders` that were gone through, to which a link leads, is passed over."""
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        try:
            status = Path(path).stat()
            if not stat.S_ISDIR(status.st_mode):
                yield NamedFile(path, None if stat.S_ISREG(status.st_mode) else "it is no regular file")
            elif _key(status) not in folders:
                folders.add(_key(status))
                shown = [str(one) for one in Path(path).iterdir() if not one.name.startswith(".")]
                waiting.extend(sorted(shown, key=os.fsencode, reverse=True))
        except OSError as wrong:
            yield NamedFile(path, f"the system says: {wrong.strerror}")


def _key(status: os.stat_result) -> tuple[int, int]:
    """By which a folder is known, whatever link leads to it."""
    return status.st_dev, status.st_ino
