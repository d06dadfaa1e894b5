"""The library file: one SQLite file that holds releases and tables, read by many and replaced whole by one writer.

A writer copies the file, changes the copy and moves it into place: a reader has the state before or after, never one
between, and is never kept waiting; a writer that is killed leaves the old file. So no journal ever lies beside it: the
file can be committed, cached, or read from where nothing may be written.
"""

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cleanclaim.codes import CodeRecord
from cleanclaim.releases.library import CodeLibrary
from cleanclaim.releases.shelf import (
    HeldLayer,
    LibraryRefused,
    agree,
    body_of,
    entry_of,
    hash_of_entries,
    hash_of_layers,
    named,
)
from cleanclaim.tables import Entry, Kind, Layer, Part

_APPLICATION = 0x636C636C
_FORMAT = 1
_MAGIC = b"SQLite format 3\x00"
_LONGEST_WAIT = 120
_COUNTS = "select layer, count(body), count(*) - count(body) from entry group by layer"
_SHOWN = 5
_SCHEMA = """
create table layer (
    id integer primary key, kind text not null, quarter text not null, part text not null, hash text not null,
    unique (kind, quarter, part)
) strict;
create table body (id integer primary key, digest blob not null unique, text text not null) strict;
create table entry (
    code text not null, layer integer not null references layer, body integer references body,
    primary key (code, layer)
) strict, without rowid;
create table file (
    layer integer not null references layer, name text not null, entries integer not null, unread integer not null,
    notices integer not null, primary key (layer, name)
) strict, without rowid;
"""


@dataclass(frozen=True, slots=True)
class AddedFile:
    """A file to add: what it is called, what it holds, and how many notices it gave."""

    name: str
    part: Part
    notices: int = 0


@dataclass(frozen=True, slots=True)
class Added:
    """What adding a file came to."""

    file: AddedFile
    is_new: bool
    """Whether anything in the library changed."""
    entries: int
    """That the file holds and that could be read."""
    unread: int
    conflicts: int
    """Entries of a partial file that the complete one of the quarter contradicts: the complete one counts."""


class StoredShelf:
    """The entries of a library file. It may be read from several threads."""

    def __init__(self, path: Path) -> None:
        """Raise LibraryRefused when there is none, or it is no library of this format."""
        self.path = path
        self._connection = _opened(path)
        try:
            found = self._connection.execute("select id, kind, quarter, part, hash from layer").fetchall()
        except sqlite3.Error as wrong:
            raise LibraryRefused(f"{path}: cannot be read: {wrong}") from None
        self._layers = {number: Layer(*words) for number, *words, _ in found}
        self._hashes = {Layer(*words): own for _, *words, own in found}
        self._kinds = {layer: number for number, layer in self._layers.items()}
        self.layers = tuple(sorted(self._kinds))

    @property
    def content_hash(self) -> str:
        """SHA-256 of all that is held, as written with the file."""
        return hash_of_layers((layer, self._hashes[layer]) for layer in self.layers)

    def of_code(self, kind: Kind, code: str) -> list[tuple[Layer, Entry | None]]:
        """The entries of a code or modifier by layer."""
        rows = self._rows(
            "select entry.layer, text from entry left join body on body.id = entry.body where code = ?", code
        )
        held = [(self._layers[number], text) for number, text in rows if self._layers[number].kind == kind]
        return [(layer, entry_of(kind, text)) for layer, text in sorted(held, key=lambda one: one[0])]

    def codes(self, layer: Layer) -> Iterator[str]:
        """All codes of a layer, in order."""
        rows = self._rows("select code from entry where layer = ? order by code", self._kinds[layer])
        return (code for (code,) in rows)

    def held_layers(self) -> list[HeldLayer]:
        """The layers with what each holds."""
        counts = {
            number: (entries, unread)
            for number, entries, unread in self._rows(
                "select layer, count(body), count(*) - count(body) from entry group by layer"
            )
        }
        files: dict[int, list[str]] = {}
        for number, name in self._rows("select layer, name from file order by name"):
            files.setdefault(number, []).append(name)
        return [
            HeldLayer(layer, *counts.get(self._kinds[layer], (0, 0)), tuple(files.get(self._kinds[layer], ())))
            for layer in self.layers
        ]

    def damage(self) -> str | None:
        """What is wrong with the file: its content against the hashes written with it; None when it is whole."""
        try:
            for number, layer in self._layers.items():
                if _hash_of(self._connection, number) != self._hashes[layer]:
                    return f"{named(layer)} is not as it was written"
        except (sqlite3.Error, LibraryRefused) as wrong:
            return str(wrong)
        return None

    def _rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.Error as wrong:
            raise LibraryRefused(f"{self.path}: cannot be read: {wrong}") from None


def is_library_file(path: Path) -> bool:
    """Whether a file is one of SQLite's, as a library is."""
    try:
        with path.open("rb") as stream:
            return stream.read(len(_MAGIC)) == _MAGIC
    except OSError:
        return False


def open_library(path: Path) -> CodeLibrary:
    """The library of a file. Raises LibraryRefused."""
    return CodeLibrary(shelf=StoredShelf(path))


def add_to_library(path: Path, files: Sequence[AddedFile], *, replace: bool = False) -> list[Added]:
    """Add files to a library, which is made when there is none: all of them or, when one is refused, none.

    An entry that would change one already there in the same layer is refused unless `replace` is given; then a
    complete release and a table are replaced whole, and of a partial release the codes that the file holds. Raises
    LibraryRefused and OSError.
    """
    import filelock  # slow to import, and only a writer needs it

    path = Path(os.path.realpath(path))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with filelock.FileLock(f"{path}.lock", timeout=_LONGEST_WAIT), _copy(path) as copy:
            added = _add_all(path, copy, files, replace=replace)
            if any(one.is_new for one in added):
                _put_in_place(copy, path)
    except filelock.Timeout:
        raise LibraryRefused(f"{path}: another process has been adding to it for {_LONGEST_WAIT} seconds") from None
    except sqlite3.Error as wrong:
        raise LibraryRefused(f"{path}: cannot be written: {wrong}") from None
    return added


@contextmanager
def _copy(path: Path) -> Iterator[Path]:
    """A copy of a library to change, or a new one; what a killed writer left behind is removed."""
    for left in path.parent.glob(f".{path.name}.*.new"):
        left.unlink(missing_ok=True)
    copy = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        if path.exists():
            _opened(path).close()
            shutil.copyfile(path, copy)
        yield copy
    finally:
        copy.unlink(missing_ok=True)
        with suppress(OSError):
            Path(f"{copy}-journal").unlink()


def _put_in_place(copy: Path, path: Path) -> None:
    with copy.open("rb+") as stream:
        os.fsync(stream.fileno())
    copy.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _opened(path: Path) -> sqlite3.Connection:
    """A connection that reads: the file is never changed in place, so nothing is locked."""
    if not path.is_file():
        raise LibraryRefused(f"{path}: there is no such library")
    connection: sqlite3.Connection | None = None
    try:
        connection = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        application = connection.execute("pragma application_id").fetchone()[0]
        written = connection.execute("pragma user_version").fetchone()[0]
    except sqlite3.Error as wrong:
        if connection is not None:
            connection.close()
        raise LibraryRefused(f"{path}: is no library ({wrong}); `cleanclaim codes add FILE` makes one") from None
    if application != _APPLICATION:
        connection.close()
        raise LibraryRefused(f"{path}: is no library; `cleanclaim codes add FILE` makes one")
    if written != _FORMAT:
        connection.close()
        raise LibraryRefused(f"{path}: is a library of format {written}, this cleanclaim reads {_FORMAT}")
    return connection


def _add_all(path: Path, copy: Path, files: Sequence[AddedFile], *, replace: bool) -> list[Added]:
    is_new = not copy.exists()
    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        for setting in ("journal_mode = off", "synchronous = off", "page_size = 4096"):
            connection.execute(f"pragma {setting}")
        if is_new:
            connection.executescript(_SCHEMA)
            connection.execute(f"pragma application_id = {_APPLICATION}")
            connection.execute(f"pragma user_version = {_FORMAT}")
        connection.execute("begin")
        added = [_add(connection, path, file, replace=replace) for file in files]
        for number in {_layer_number(connection, one.file.part.layer) for one in added if one.is_new}:
            connection.execute("update layer set hash = ? where id = ?", (_hash_of(connection, number), number))
        connection.execute("delete from body where id not in (select body from entry where body is not null)")
        connection.execute("commit")
        connection.execute("vacuum")
    return added


def _add(connection: sqlite3.Connection, path: Path, file: AddedFile, *, replace: bool) -> Added:
    layer, entries = file.part.layer, file.part.entries
    number = _layer_number(connection, layer)
    held = _bodies(connection, number)
    if replace and layer.part != "partial":
        changes = {code: body_of(entry) for code, entry in entries.items()}
        gone: Iterable[str] = held.keys() - changes.keys()
        changes = {code: body for code, body in changes.items() if code not in held or held[code] != body}
    else:
        changes, gone = _changes(path, layer, held, entries, replace=replace), ()
    gone = sorted(gone)
    _write(connection, number, changes, gone)
    unread = sum(entry is None for entry in entries.values())
    row = (number, file.name, len(entries) - unread, unread, file.notices)
    known = connection.execute("select * from file where layer = ? and name = ?", row[:2]).fetchone()
    if known != row:
        connection.execute("insert or replace into file values (?, ?, ?, ?, ?)", row)
    is_new = bool(changes or gone or known != row)
    return Added(file, is_new, len(entries) - unread, unread, _conflicts(connection, layer, entries))


def _changes(
    path: Path, layer: Layer, held: Mapping[str, str | None], entries: Mapping[str, Entry | None], *, replace: bool
) -> dict[str, str | None]:
    """What a file changes in a layer. Raises LibraryRefused where it would change what is there."""
    changes: dict[str, str | None] = {}
    differing: list[str] = []
    for code, entry in entries.items():
        body = body_of(entry)
        own = held.get(code)
        if code not in held or (own is None and body is not None) or (replace and own != body):
            changes[code] = body
        elif own is not None and body is not None and own != body:
            before = entry_of(layer.kind, own)
            assert before is not None
            assert entry is not None
            if not agree(before, entry):
                differing.append(code)
            elif body < own:
                changes[code] = body
    if differing:
        shown = ", ".join(sorted(differing)[:_SHOWN])
        more = f" and {len(differing) - _SHOWN:,} more" if len(differing) > _SHOWN else ""
        raise LibraryRefused(
            f"{path}: {named(layer)} is there already and says otherwise of {shown}{more}; "
            "--replace puts the new file in its place"
        )
    return changes


def _write(connection: sqlite3.Connection, number: int, changes: Mapping[str, str | None], gone: Iterable[str]) -> None:
    bodies = sorted({body for body in changes.values() if body is not None})
    connection.executemany(
        "insert or ignore into body (digest, text) values (?, ?)", ((_digest(body), body) for body in bodies)
    )
    connection.executemany(
        "insert or replace into entry select ?, ?, (select id from body where digest = ?)",
        ((code, number, None if body is None else _digest(body)) for code, body in sorted(changes.items())),
    )
    connection.executemany("delete from entry where code = ? and layer = ?", ((code, number) for code in gone))


def _conflicts(connection: sqlite3.Connection, layer: Layer, entries: Mapping[str, Entry | None]) -> int:
    """How many codes the complete and the partial file of a quarter tell differently."""
    if layer.kind != "code_set":
        return 0
    other = Layer(layer.kind, layer.quarter, "complete" if layer.part == "partial" else "partial")
    row = connection.execute("select id from layer where (kind, quarter, part) = (?, ?, ?)", _words(other)).fetchone()
    if row is None:
        return 0
    held = _bodies(connection, row[0])
    count = 0
    for code, entry in entries.items():
        body = held.get(code)
        if entry is not None and body is not None and not agree(entry, CodeRecord.model_validate_json(body)):
            count += 1
    return count


def _digest(body: str) -> bytes:
    return hashlib.sha256(body.encode()).digest()[:16]


def _bodies(connection: sqlite3.Connection, number: int) -> dict[str, str | None]:
    query = "select code, text from entry left join body on body.id = entry.body where layer = ? order by code"
    return dict(connection.execute(query, (number,)))


def _hash_of(connection: sqlite3.Connection, number: int) -> str:
    return hash_of_entries(_bodies(connection, number).items())


def _words(layer: Layer) -> tuple[str, str, str]:
    return layer.kind, layer.quarter, layer.part


def _layer_number(connection: sqlite3.Connection, layer: Layer) -> int:
    connection.execute(
        "insert or ignore into layer (kind, quarter, part, hash) values (?, ?, ?, ?)",
        (*_words(layer), hash_of_entries(())),
    )
    row = connection.execute("select id from layer where (kind, quarter, part) = (?, ?, ?)", _words(layer)).fetchone()
    number: int = row[0]
    return number
