"""Where a report goes: a stream that may break off, or a file that is there whole or not at all."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from cleanclaim.scratch import scratch_folder


def write_stream(lines: Iterable[str], stream: TextIO) -> bool:
    """Write to a stream; where its reader has gone away (| head), the rest is dropped. Whether all was written."""
    try:
        stream.writelines(lines)
        stream.flush()
    except BrokenPipeError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
        return False
    return True


@contextmanager
def placed(path: Path) -> Iterator[Path]:
    """A place beside a file to write it in; where that ends well, it is moved into the file's place, whole.

    Otherwise the file is as it was. What a killed run left beside it goes. Raises OSError.
    """
    target = Path(os.path.realpath(path))
    with scratch_folder(target.parent, ".cleanclaim.") as folder:
        beside = folder / target.name
        yield beside
        with beside.open("rb") as stream:
            os.fsync(stream.fileno())
        beside.replace(target)


def write_file(lines: Iterable[str], path: Path) -> None:
    """Write beside the file, then move it into place whole. Raises OSError, and then the file is as it was."""
    with placed(path) as beside:
        write_text(lines, beside)


def write_text(lines: Iterable[str], path: Path) -> None:
    """Write a file as it is read everywhere. Raises OSError."""
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        stream.writelines(lines)


def refusal(path: Path) -> str | None:
    """Why a file cannot be written there; None when nothing speaks against it."""
    target = Path(os.path.realpath(path))
    if not target.parent.is_dir():
        return "there is no such folder"
    if not os.access(target.parent, os.W_OK | os.X_OK):
        return "its folder cannot be written to"
    if target.is_dir():
        return "it is a folder"
    if target.exists() and not target.is_file():
        return "it is no regular file; leave --output out to write to standard output"
    return None
