"""What a run reads: files of claims as they were named, recognised by their content.

What comes through a pipe is kept for the run: in memory while it is small, else in a scratch file, so that its size
is known before the executor is chosen.
"""

import io
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, nullcontext, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from cleanclaim.claims import ReadClaim
from cleanclaim.read.columns import ColumnMapping
from cleanclaim.read.formats import TOLD_BY_BYTES, InputFormat, is_gzip, is_parquet
from cleanclaim.read.gzipped import Gunzipped
from cleanclaim.read.source import names_json_lines, read_stream, unreadable_file
from cleanclaim.runs.content import Content
from cleanclaim.runs.named import STANDARD_INPUT, NamedFile, is_address, named_files
from cleanclaim.scratch import scratch_folder

_IN_MEMORY = 4_000_000
"""Bytes of a pipe that are kept in memory."""
_COPIED_AT_ONCE = 1 << 20
_PARQUET_OF_GZIP, _AT_LEAST = 20, 100_000_000
"""Bytes of Parquet that a byte of gzip may hold, and what it may hold in any case: Parquet is compressed by itself."""


@dataclass(frozen=True)
class Input:
    """A file of claims, or what came through a pipe."""

    name: str
    """As it was given."""
    shown: str
    """Its name in locations: what the system knows it by need be no text."""
    input_format: InputFormat | None = None
    """The format that was asked for, or that its first bytes tell; None where its text is to tell."""
    is_gzip: bool = False
    size: int = 0
    """In bytes, as it lies there."""
    path: Path | None = None
    """Where it can be opened; None where it is in memory or cannot be."""
    memory: bytes | None = None
    unpacked: Path | None = None
    """Where Parquet lies that it holds compressed."""
    wrong: str | None = None
    """Why it cannot be read."""
    state: tuple[int, ...] | None = None
    """By which a change of a file is known."""
    query: str | None = None
    """Of which it is the rows."""
    content: Content | None = None
    """Of the rows of a query: of their text, as Parquet differs from one version of DuckDB to another."""
    mapping: ColumnMapping | None = None
    """What the columns of a table hold, where they bear other names than a claim's fields."""
    folder: str | None = None
    """The folder that was named, within which it lies."""

    @property
    def parquet(self) -> Path | None:
        """Where the Parquet file is; None where it is none."""
        return (self.unpacked or self.path) if self.input_format == "parquet" else None

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
            yield unreadable_file(self.shown, self.wrong)
            return
        try:
            if self.parquet is not None:
                from cleanclaim.read.table import read_parquet

                yield from read_parquet(self.parquet, self.shown, self.mapping)
                return
            with self.stream(position) as stream:
                reads = read_stream(
                    stream, self.shown, json_lines=names_json_lines(Path(self.name)), input_format=self.input_format,
                    mapping=self.mapping,
                )  # fmt: skip
                none_yet = unreadable_file(self.shown, "it holds no claims")
                yield next(reads, none_yet)
                yield from reads
        except OSError as wrong:
            yield unreadable_file(self.shown, _said(wrong))


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
def opened(
    files: Sequence[NamedFile], input_format: InputFormat | None = None, mapping: ColumnMapping | None = None
) -> Iterator[list[Input]]:
    """The inputs of a run, as long as it goes on; in the format that is asked for, else as each of them tells.

    `mapping` tells what the columns of tables among them hold.
    """
    with ExitStack() as kept:
        yield [replace(_input(file, input_format, kept), mapping=mapping, folder=file.folder) for file in files]


def named_once(names: Sequence[str], told: Callable[[str], None]) -> Sequence[NamedFile]:
    """The files and folders named, each once; one that is named again is `told` of."""
    named = named_files(names)
    for file in named.again:
        told(f"{shown_name(file)}: named again, and read once")
    return named.files


def reads_of(
    names: Sequence[str], input_format: InputFormat | None = None, mapping: ColumnMapping | None = None
) -> Iterator[ReadClaim]:
    """The claims of the files and folders named; what cannot be read is told of."""
    with opened(named_files(names).files, input_format, mapping) as inputs:
        for one in inputs:
            yield from one.reads()


def input_of(file: str, kept: ExitStack, input_format: InputFormat | None = None) -> Input:
    """A regular file as an input, while `kept` is open. Raises OSError."""
    path, shown = Path(file), shown_name(file)
    state = _state(path)
    with path.open("rb") as stream:
        start = stream.read(TOLD_BY_BYTES)
        stream.seek(0)
        found = input_format or ("parquet" if is_parquet(start) else None)
        one = Input(file, shown, found, is_gzip(start), path.stat().st_size, path, state=state)
        return _unpacked(one, stream, kept) if one.is_gzip else one


def _state(path: Path) -> tuple[int, ...] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns, status.st_ino


def shown_name(file: str) -> str:
    """The name of a file as text: what the system knows it by need be none."""
    return file.encode("utf-8", "replace").decode()


def _input(named: NamedFile, input_format: InputFormat | None, kept: ExitStack) -> Input:
    file = named.name
    shown = "standard input" if file == STANDARD_INPUT else shown_name(file)
    if named.wrong is not None:
        return Input(file, shown, wrong=named.wrong)
    if is_address(file):
        return Input(file, shown, "parquet")
    try:
        if file == STANDARD_INPUT:
            return _kept(file, shown, sys.stdin.buffer, input_format, kept)
        if Path(file).is_file():
            return input_of(file, kept, input_format)
        with Path(file).open("rb") as stream:
            return _kept(file, shown, stream, input_format, kept)
    except OSError as wrong:
        return Input(file, shown, wrong=_said(wrong))


def _kept(file: str, shown: str, stream: BinaryIO, input_format: InputFormat | None, kept: ExitStack) -> Input:
    """What a pipe holds; Parquet is read from its end, by another library, and needs a file."""
    first = _first_of(stream)
    found = input_format or ("parquet" if is_parquet(first) else None)
    is_compressed = is_gzip(first)
    if len(first) <= _IN_MEMORY and found != "parquet":
        one = Input(file, shown, found, is_compressed, len(first), memory=first)
        return _unpacked(one, io.BytesIO(first), kept) if is_compressed else one
    path = kept.enter_context(scratch_folder()) / "input"
    with path.open("wb") as copy:
        copy.write(first)
        shutil.copyfileobj(stream, copy)
    one = Input(file, shown, found, is_compressed, path.stat().st_size, path)
    if not is_compressed:
        return one
    with path.open("rb") as compressed:
        return _unpacked(one, compressed, kept)


def _unpacked(one: Input, stream: BinaryIO, kept: ExitStack) -> Input:
    """The same, but Parquet that it holds compressed lies in a scratch file. Raises OSError."""
    gunzipped = Gunzipped(stream)
    plain = io.BufferedReader(gunzipped)
    found = one.input_format or ("parquet" if is_parquet(plain.peek(TOLD_BY_BYTES)) else None)
    if found != "parquet":
        return one
    path = kept.enter_context(scratch_folder()) / "input"
    left = _PARQUET_OF_GZIP * one.size + _AT_LEAST
    with path.open("wb") as copy:
        while left > 0 and (part := plain.read(min(_COPIED_AT_ONCE, left))):
            copy.write(part)
            left -= len(part)
    wrong = gunzipped.wrong
    if not left:
        wrong = "its gzip data hold more than a Parquet file of its size does; unpack it first"
    return replace(one, input_format=found, unpacked=path, wrong=wrong)


def _said(wrong: OSError) -> str:
    return f"the system says: {wrong.strerror}"


def _first_of(stream: BinaryIO) -> bytes:
    """All that a pipe gives or, where that is more than is kept in memory, more than that."""
    first = bytearray()
    while len(first) <= _IN_MEMORY and (part := stream.read(_IN_MEMORY + 1 - len(first))):
        first += part
    return bytes(first)
