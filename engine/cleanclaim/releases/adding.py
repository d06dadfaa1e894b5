"""Add files to a library file: a copy is changed and moved into place, under a lock that only writers take.

A reader has the state before or after, never one between; a writer that is killed leaves the old file.
"""

import os
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from cleanclaim.codes import QUARTER, Notice
from cleanclaim.releases.cells import FileRefused
from cleanclaim.releases.files import Read, Wanted, read_files
from cleanclaim.releases.shelf import LibraryRefused, agree, body_of, digest_of, entry_of, named
from cleanclaim.releases.store import APPLICATION, FORMAT, SCHEMA, UNREADABLE, StoredShelf, content_hash
from cleanclaim.tables import Entry, Kind, Layer, Part

_LONGEST_WAIT = 120
_SHOWN = 5


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
    """Whether it changed what the library says."""
    entries: int
    """That the file holds and that could be read."""
    unread: int
    conflicts: tuple[str, ...]
    """Codes of which the complete and the partial file of the quarter differ: the complete one counts."""


_Bodies = Mapping[str, str | None]
"""What a layer holds: texts by code, None for an entry that could not be read."""


def add_files(
    library: Path, files: Sequence[Path], *, release: str | None = None, partial: bool = False, replace: bool = False
) -> tuple[list[Added], tuple[Notice, ...]]:
    """Read files as CMS publishes them and add them to a library file; what came of each, and what did not fit.

    `release` is their quarter, whatever their names tell; `partial` says that those of the code set hold some codes
    only. Raises LibraryRefused, and then nothing was added; ValueError for a release that is no quarter; OSError.
    """
    if release is not None and not re.fullmatch(QUARTER, release):
        raise ValueError(f"{release!r} is no quarter: one is named by its year and first month, as 2026-01")
    try:
        reads = read_files(files, Wanted(release, partial))
    except FileRefused as wrong:
        raise LibraryRefused(str(wrong)) from None
    added = add_to_library(library, files_of(reads), replace=replace)
    return added, tuple(notice for read in reads for notice in read.notices)


def files_of(reads: Iterable[Read]) -> list[AddedFile]:
    """What was read, to be added under the files' own names."""
    return [AddedFile(Path(read.file).name, read.part, len(read.notices)) for read in reads]


def add_to_library(path: Path, files: Sequence[AddedFile], *, replace: bool = False) -> list[Added]:
    """Add files to a library, which is made when there is none: all of them or, when one is refused, none.

    An entry that would change one already there in the same layer is refused unless `replace` is given; then a
    complete release and a table are replaced whole, and of a partial release the codes that the files hold. Raises
    LibraryRefused and OSError.
    """
    added: list[Added] = []

    def change(connection: sqlite3.Connection) -> bool:
        found, changed = _add_all(connection, path, files, replace=replace)
        added.extend(found)
        return changed

    _rewrite(path, change)
    return added


def remove_from_library(path: Path, layers: Sequence[Layer]) -> None:
    """Remove releases and tables from a library. Raises LibraryRefused and OSError."""
    if not path.exists():
        raise LibraryRefused(f"{path}: there is no such library")

    def change(connection: sqlite3.Connection) -> bool:
        connection.execute("begin")
        for layer in layers:
            number = _number(connection, layer)
            connection.execute("delete from entry where layer = ?", (number,))
            connection.execute("delete from file where layer = ?", (number,))
            connection.execute("delete from layer where id = ?", (number,))
        _finish(connection)
        connection.execute("commit")
        connection.execute("vacuum")
        return True

    _rewrite(path, change)


def _rewrite(path: Path, change: Callable[[sqlite3.Connection], bool]) -> None:
    """Change a copy of a library and, where that says that anything did change, put it in the library's place."""
    import filelock  # slow to import, and only a writer needs it

    path = Path(os.path.realpath(path))
    if path.is_dir():
        raise LibraryRefused(f"{path}: is a folder, and a library is one file")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with filelock.FileLock(f"{path}.lock", timeout=_LONGEST_WAIT), _copy(path) as copy:
            with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
                for setting in ("journal_mode = off", "synchronous = off", "temp_store = memory"):
                    connection.execute(f"pragma {setting}")
                changed = change(connection)
            if changed:
                _put_in_place(copy, path)
    except filelock.Timeout:
        raise LibraryRefused(f"{path}: another process has been adding to it for {_LONGEST_WAIT} seconds") from None
    except UNREADABLE as wrong:
        raise LibraryRefused(f"{path}: cannot be written: {wrong}") from None


@contextmanager
def _copy(path: Path) -> Iterator[Path]:
    """A copy of a library to change, or an empty file; what a killed writer left behind is removed.

    Raises LibraryRefused when the library is damaged: adding to it would make the damage its content.
    """
    of_a_writer = re.compile(rf"\.{re.escape(path.name)}\.[0-9]+\.new")
    for left in path.parent.iterdir():
        if of_a_writer.fullmatch(left.name):
            left.unlink(missing_ok=True)
    copy = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        if path.exists():
            shelf = StoredShelf(path)
            if damage := shelf.damage():
                raise LibraryRefused(f"{path}: is damaged, so nothing was added: {damage}")
            shutil.copyfile(path, copy)
        yield copy
    finally:
        copy.unlink(missing_ok=True)


def _put_in_place(copy: Path, path: Path) -> None:
    if path.exists():
        shutil.copymode(path, copy)
    with copy.open("rb+") as stream:
        os.fsync(stream.fileno())
    copy.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _add_all(
    connection: sqlite3.Connection, path: Path, files: Sequence[AddedFile], *, replace: bool
) -> tuple[list[Added], bool]:
    """Change the copy; what came of it, and whether it differs from the library."""
    if not connection.execute("pragma application_id").fetchone()[0]:
        connection.executescript(SCHEMA)
        connection.execute(f"pragma application_id = {APPLICATION}")
        connection.execute(f"pragma user_version = {FORMAT}")
    connection.execute("begin")
    state = _state(connection)
    layers = dict.fromkeys(file.part.layer for file in files)
    before = {layer: _bodies(connection, layer) for layer in layers}
    for file in files if replace else ():
        _clear(connection, file.part)
    for file in files:
        _add(connection, path, file, {} if replace else before[file.part.layer])
    _finish(connection)
    changed = _state(connection) != state
    connection.execute("commit")
    if changed:
        connection.execute("vacuum")
    after = {layer: _bodies(connection, layer) for layer in layers}
    return [_added(connection, file, before[file.part.layer], after[file.part.layer]) for file in files], changed


def _finish(connection: sqlite3.Connection) -> None:
    """Drop the texts that nothing refers to, and write the content hash anew."""
    connection.execute("delete from body where id not in (select body from entry where body is not null)")
    connection.execute("delete from content")
    connection.execute("insert into content values (?)", (content_hash(connection),))


def _state(connection: sqlite3.Connection) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    """What an add may change: the content, by its hash, and the names of files."""
    return (
        connection.execute("select hash from content").fetchall(),
        connection.execute("select layer, name from file order by layer, name").fetchall(),
    )


def _clear(connection: sqlite3.Connection, part: Part) -> None:
    """Make room for a part that replaces what is there: its whole layer or, of a partial release, its codes."""
    number = _number(connection, part.layer)
    if part.layer.part == "partial":
        gone = ((code, number) for code in part.entries)
        connection.executemany("delete from entry where code = ? and layer = ?", gone)
    else:
        connection.execute("delete from entry where layer = ?", (number,))
        connection.execute("delete from file where layer = ?", (number,))


def _add(connection: sqlite3.Connection, path: Path, file: AddedFile, before: _Bodies) -> None:
    """Add a file. Raises LibraryRefused where it says otherwise than the library, or another of the files."""
    layer = file.part.layer
    held = _bodies(connection, layer)
    changes: dict[str, str | None] = {}
    differing: list[str] = []
    for code, entry in file.part.entries.items():
        body, own = body_of(entry), held.get(code)
        if code not in held or (own is None and body is not None):
            changes[code] = body
        elif own is not None and body is not None and own != body:
            if not _agree(layer.kind, own, entry):
                differing.append(code)
            elif body < own:  # of two that differ in blanks always the same one is held, whichever came first
                changes[code] = body
    if differing:
        shown = ", ".join(sorted(differing)[:_SHOWN])
        more = f" and {len(differing) - _SHOWN:,} more" if len(differing) > _SHOWN else ""
        if before.keys() & set(differing):
            reason = f"{named(layer)} is there already and {file.name} says otherwise of {shown}{more}"
            raise LibraryRefused(f"{path}: {reason}; --replace puts the new file in its place")
        raise LibraryRefused(f"{file.name}: two of the files are {named(layer)}, and differ on {shown}{more}")
    number = _number(connection, layer)
    connection.execute("insert or ignore into file values (?, ?)", (number, file.name))
    bodies = {digest_of(body): body for body in changes.values() if body is not None}
    connection.executemany("insert or ignore into body (digest, text) values (?, ?)", bodies.items())
    connection.executemany(
        "insert or replace into entry select ?, ?, (select id from body where digest = ?)",
        ((code, number, digest_of(body)) for code, body in sorted(changes.items())),
    )


def _agree(kind: Kind, body: str | None, entry: Entry | None) -> bool:
    held = entry_of(kind, body)
    return held is None or entry is None or agree(held, entry)


def _added(connection: sqlite3.Connection, file: AddedFile, before: _Bodies, after: _Bodies) -> Added:
    entries, layer = file.part.entries, file.part.layer
    unread = sum(entry is None for entry in entries.values())
    is_new = any(code not in before or before[code] != after[code] for code in entries)
    is_new = is_new or bool(before.keys() - after.keys())
    conflicts: Iterable[str] = ()
    if layer.kind == "code_set":
        other = _bodies(
            connection, Layer(layer.kind, layer.quarter, "complete" if layer.part == "partial" else "partial")
        )
        conflicts = (
            code for code, entry in entries.items() if code in other and not _agree(layer.kind, other[code], entry)
        )
    return Added(file, is_new, len(entries) - unread, unread, tuple(sorted(conflicts)))


def _bodies(connection: sqlite3.Connection, layer: Layer) -> dict[str, str | None]:
    rows = connection.execute(
        "select code, text from entry join layer on layer.id = entry.layer left join body on body.id = entry.body "
        "where (kind, quarter, part) = (?, ?, ?)",
        (layer.kind, layer.quarter, layer.part),
    )
    return dict(rows)


def _number(connection: sqlite3.Connection, layer: Layer) -> int:
    words = (layer.kind, layer.quarter, layer.part)
    connection.execute("insert or ignore into layer (kind, quarter, part) values (?, ?, ?)", words)
    row = connection.execute("select id from layer where (kind, quarter, part) = (?, ?, ?)", words).fetchone()
    number: int = row[0]
    return number
