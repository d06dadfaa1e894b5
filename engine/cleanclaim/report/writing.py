"""Where a report goes: a stream that may break off, or a file that is there whole or not at all."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO


def write_stream(lines: Iterable[str], stream: TextIO) -> None:
    """Write to a stream; where its reader has gone away (| head), the rest is dropped."""
    try:
        stream.writelines(lines)
        stream.flush()
    except BrokenPipeError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def write_file(lines: Iterable[str], path: Path) -> None:
    """Write beside the file, then move it into place whole. Raises OSError, and then the file is as it was."""
    target = Path(os.path.realpath(path))
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".cleanclaim.") as folder:
        beside = Path(folder) / target.name
        with beside.open("w", encoding="utf-8", newline="\n") as stream:
            stream.writelines(lines)
        beside.replace(target)


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
