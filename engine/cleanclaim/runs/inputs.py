"""What a run reads: files of claims as they were named, recognised by their content.

What comes through a pipe is kept for the run: in memory while it is small, else in a scratch file, so that its size
is known before the executor is chosen.
"""

import io
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, nullcontext, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from cleanclaim.claims import ReadClaim
from cleanclaim.read.columns import ColumnMapping
from cleanclaim.read.source import JSON_LINES, read_stream, unreadable_file
from cleanclaim.scratch import scratch_folder

STANDARD_INPUT = "-"
_IN_MEMORY = 4_000_000
"""Bytes of a pipe that are kept in memory."""
_PARQUET = b"PAR1"


@dataclass(frozen=True)
class Input:
    """A file of claims, or what came through a pipe."""

    name: str
    """As it was given."""
    shown: str
    """Its name in locations: what the system knows it by need be no text."""
    is_parquet: bool = False
    size: int = 0
    path: Path | None = None
    """Where it can be opened; None where it is in memory or cannot be."""
    memory: bytes | None = None
    wrong: str | None = None
    """Why it cannot be opened, as the system says."""
    state: tuple[int, ...] | None = None
    """By which a change of a file is known."""
    mapping: ColumnMapping | None = None
    """What the columns of a table hold, where they bear other names than a claim's fields."""

    def has_changed(self) -> bool:
        """Whether the file is another than it was when the run began."""
        return self.state is not None and (self.path is None or self.state != _state(self.path))

    @contextmanager
    def stream(self, position: "Position | None" = None) -> Iterator[BinaryIO]:
        """Its bytes. Raises OSError."""
        if self.memory is not None:
            yield io.BytesIO(self.memory)
            return
        assert self.path is not None
        with self.path.open("rb") as stream, position.on(stream) if position else nullcontext():
            yield stream

    def reads(self, position: "Position | None" = None) -> Iterator[ReadClaim]:
        """Its claims, each as far as it can be read; what cannot be opened is told of."""
        if self.wrong is not None:
            yield unreadable_file(self.shown, f"the system says: {self.wrong}")
            return
        try:
            if self.is_parquet:
                from cleanclaim.read.table import read_parquet

                assert self.path is not None
                yield from read_parquet(self.path, self.shown, self.mapping)
                return
            with self.stream(position) as stream:
                json_lines = Path(self.name).suffix.lower() in JSON_LINES
                yield from read_stream(stream, self.shown, json_lines=json_lines, mapping=self.mapping)
        except OSError as wrong:
            yield unreadable_file(self.shown, f"the system says: {wrong.strerror}")


class Position:
    """How far the inputs of a run are read."""

    def __init__(self, inputs: Sequence[Input]) -> None:
        self._inputs = inputs
        self._total = sum(one.size for one in inputs)
        self._read = 0
        self._stream: BinaryIO | None = None

    def reads(self) -> Iterator[ReadClaim]:
        """The claims of all inputs."""
        for one in self._inputs:
            yield from one.reads(self)
            self._read += one.size

    @contextmanager
    def on(self, stream: BinaryIO) -> Iterator[None]:
        """The stream is being read."""
        self._stream = stream
        try:
            yield
        finally:
            self._stream = None

    def share(self) -> float | None:
        """How much of the bytes are read, from any thread; None where all are: of what is left, nothing is known."""
        stream, read = self._stream, self._read
        with suppress(OSError, ValueError):
            read += os.lseek(stream.fileno(), 0, os.SEEK_CUR) if stream is not None else 0
        return read / self._total if read < self._total else None


@contextmanager
def opened(files: Sequence[str], mapping: ColumnMapping | None = None) -> Iterator[list[Input]]:
    """The inputs of a run, as long as it goes on; `mapping` tells what the columns of tables among them hold."""
    with ExitStack() as kept:
        yield [replace(_input(file, kept), mapping=mapping) for file in files]


def input_of(file: str) -> Input:
    """A regular file as an input. Raises OSError."""
    path = Path(file)
    with path.open("rb") as stream:
        is_parquet = stream.read(len(_PARQUET)) == _PARQUET
    return Input(file, shown_name(file), is_parquet, path.stat().st_size, path, state=_state(path))


def _state(path: Path) -> tuple[int, ...] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns, status.st_ino


def shown_name(file: str) -> str:
    """The name of a file as text: what the system knows it by need be none."""
    return file.encode("utf-8", "replace").decode()


def _input(file: str, kept: ExitStack) -> Input:
    shown = "standard input" if file == STANDARD_INPUT else shown_name(file)
    try:
        if file == STANDARD_INPUT:
            return _kept(file, shown, sys.stdin.buffer, kept)
        if Path(file).is_file():
            return input_of(file)
        with Path(file).open("rb") as stream:
            return _kept(file, shown, stream, kept)
    except OSError as wrong:
        return Input(file, shown, wrong=wrong.strerror)


def _kept(file: str, shown: str, stream: BinaryIO, kept: ExitStack) -> Input:
    """What a pipe holds; Parquet is read from its end, by another library, and needs a file."""
    first = _first_of(stream)
    is_parquet = first.startswith(_PARQUET)
    if len(first) <= _IN_MEMORY and not is_parquet:
        return Input(file, shown, False, len(first), memory=first)
    path = kept.enter_context(scratch_folder()) / "input"
    with path.open("wb") as copy:
        copy.write(first)
        shutil.copyfileobj(stream, copy)
    return Input(file, shown, is_parquet, path.stat().st_size, path)


def _first_of(stream: BinaryIO) -> bytes:
    """All that a pipe gives or, where that is more than is kept in memory, more than that."""
    first = bytearray()
    while len(first) <= _IN_MEMORY and (part := stream.read(_IN_MEMORY + 1 - len(first))):
        first += part
    return bytes(first)
