"""The library file: one SQLite file that holds releases and tables. `adding` writes it, whole and never in place.

So a reader locks nothing and is never kept waiting, and no journal ever lies beside the file: it can be committed,
cached, or read from where nothing may be written. Every text is held once, with its digest.
"""

import json
import re
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from types import UnionType
from typing import Any

from cleanclaim.codes import QUARTER
from cleanclaim.releases.library import CodeLibrary
from cleanclaim.releases.shelf import HeldLayer, LibraryRefused, content_hash_of, digest_of, entry_of
from cleanclaim.tables import PARTS, Entry, Kind, Layer

APPLICATION = 0x636C636C
FORMAT = 1
SCHEMA = """
create table content (hash text not null) strict;
create table layer (
    id integer primary key, kind text not null, quarter text not null, part text not null,
    unique (kind, quarter, part)
) strict;
create table body (id integer primary key, digest blob not null unique, text text not null) strict;
create table entry (
    code text not null, layer integer not null references layer, body integer references body,
    primary key (code, layer)
) strict, without rowid;
create table file (
    layer integer not null references layer, name text not null, primary key (layer, name)
) strict, without rowid;
"""
UNREADABLE = (sqlite3.Error, UnicodeError)
"""What reading a damaged file raises: SQLite's message may quote what is no text."""
_ENTRIES_REMEMBERED = 16_384
_MAGIC = b"SQLite format 3\x00"
_HOW_TO_MAKE_ONE = "`cleanclaim codes add FILE --library PATH` makes one"


class StoredShelf:
    """The entries of a library file, as it was when it was opened. It may be read from several threads.

    Every method raises LibraryRefused where the file turns out to be damaged.
    """

    def __init__(self, path: Path) -> None:
        """Raise LibraryRefused when there is none, or it is no library of this format."""
        self.path = path
        self._connection = opened(path)
        self._entries: dict[tuple[Kind, bytes | None, str | None], Entry | None] = {}
        self._layers: dict[int, Layer] = {}
        for number, *words in self._rows((int, str, str, str), "select id, kind, quarter, part from layer"):
            kind, quarter, part = words
            if kind not in PARTS or part not in PARTS[kind] or not re.fullmatch(QUARTER, quarter):
                raise self._damaged("it names a release or table that there is none of")
            self._layers[number] = Layer(kind, quarter, part)
        self._numbers = {layer: number for number, layer in self._layers.items()}
        self.layers = tuple(sorted(self._numbers))
        hashes = self._rows((str,), "select hash from content")
        if len(hashes) != 1:
            raise self._damaged("it lacks its content hash")
        self.content_hash: str = hashes[0][0]

    def __reduce__(self) -> tuple[Callable[[Path, str], "StoredShelf"], tuple[Path, str]]:
        """For another process it is the file, which is opened there."""
        return _opened_elsewhere, (self.path.resolve(), self.content_hash)

    def of_code(self, code: str) -> list[tuple[Layer, Entry | None]]:
        """The entries of a code or modifier by layer, in order."""
        rows = self._rows(
            (int, int | None, bytes | None, str | None),
            "select layer, body, digest, text from entry left join body on body.id = body where code = ?",
            code,
        )
        return self._entries_of(code, rows)

    def of_codes(self, codes: Collection[str]) -> Iterator[tuple[str, list[tuple[Layer, Entry | None]]]]:
        """Each code with its entries by layer, in order."""
        rows: dict[str, list[tuple[int, int | None, bytes | None, str | None]]] = {code: [] for code in codes}
        for code, *row in self._rows(
            (str, int, int | None, bytes | None, str | None),
            "select code, layer, body, digest, text from entry left join body on body.id = body "
            "where code in (select value from json_each(?))",
            json.dumps(list(codes)),
        ):
            rows[code].append(tuple(row))
        return ((code, self._entries_of(code, of_code)) for code, of_code in rows.items())

    def _entries_of(
        self, code: str, rows: Iterable[tuple[int, int | None, bytes | None, str | None]]
    ) -> list[tuple[Layer, Entry | None]]:
        """The entries that rows of one code hold, by layer, in order."""
        found: list[tuple[Layer, Entry | None]] = []
        for number, body, digest, text in rows:
            layer = self._layers.get(number)
            if layer is None or (body is None) != (text is None):
                raise self._as_not_written(code)
            found.append((layer, self._entry(layer.kind, code, digest, text)))
        return sorted(found, key=lambda one: one[0])

    def _entry(self, kind: Kind, code: str, digest: bytes | None, text: str | None) -> Entry | None:
        """The entry that a text of this digest holds; many codes and quarters share one."""
        known = self._entries.get((kind, digest, text))
        if known is None and text is not None:
            if digest_of(text) != digest:
                raise self._as_not_written(code)
            if len(self._entries) >= _ENTRIES_REMEMBERED:
                self._entries.clear()
            try:
                known = self._entries[kind, digest, text] = entry_of(kind, text)
            except ValueError:
                raise self._damaged(f"what it holds of {code} cannot be read") from None
        return known

    def codes(self, layer: Layer) -> Iterator[str]:
        """All codes of a layer, in order."""
        rows = self._rows((str,), "select code from entry where layer = ? order by code", self._numbers[layer])
        return (code for (code,) in rows)

    def held_layers(self) -> list[HeldLayer]:
        """The layers with what each holds."""
        counted = "select layer, count(body), count(*) - count(body) from entry group by layer"
        counts = {number: (entries, unread) for number, entries, unread in self._rows((int, int, int), counted)}
        files: dict[int, list[str]] = {}
        for number, name in self._rows((int, str), "select layer, name from file order by name"):
            files.setdefault(number, []).append(name)
        return [
            HeldLayer(layer, *counts.get(self._numbers[layer], (0, 0)), tuple(files.get(self._numbers[layer], ())))
            for layer in self.layers
        ]

    def damage(self) -> str | None:
        """What is wrong with the file, read in full; None when it is as it was written."""
        try:
            said = self._rows((str,), "pragma integrity_check(1)")[0][0]
            if said != "ok":
                return f"SQLite says: {said}"
            for digest, text in self._rows((bytes, str), "select digest, text from body"):
                if digest_of(text) != digest:
                    return "a text in it is not as it was written"
            if content_hash(self._connection) != self.content_hash:
                return "its content is not as it was written"
        except LibraryRefused as wrong:
            return str(wrong).removeprefix(f"{self.path}: ")
        except (*UNREADABLE, LookupError, TypeError, AttributeError):
            return "its content is not as it was written"
        return None

    def _rows(self, types: tuple[type | UnionType, ...], query: str, *values: object) -> list[tuple[Any, ...]]:
        """The rows of a query, whose columns are of these types: in a damaged file they may be of any."""
        try:
            rows = self._connection.execute(query, values).fetchall()
        except UNREADABLE as wrong:
            raise self._damaged(_reason(wrong)) from None
        held = [set(map(type, column)) for column in zip(*rows, strict=True)]
        if not all(issubclass(one, kind) for kind, own in zip(types, held, strict=False) for one in own):
            raise self._damaged("a value is of another type than was written")
        return rows

    def _as_not_written(self, code: str) -> LibraryRefused:
        return self._damaged(f"what it holds of {code} is not as it was written")

    def _damaged(self, reason: str) -> LibraryRefused:
        return LibraryRefused(f"{self.path}: is damaged: {reason}; restore it, or delete it and add its files again")


def _opened_elsewhere(path: Path, content_hash: str) -> StoredShelf:
    """The shelf of a file that another process has open. Raises LibraryRefused where it is not that file any more."""
    shelf = StoredShelf(path)
    if shelf.content_hash != content_hash:
        raise LibraryRefused(f"{path}: was changed since the run began; begin it again")
    return shelf


def content_hash(connection: sqlite3.Connection) -> str:
    """The hash of the content of a library file, read in full."""
    layers = {
        number: Layer(*words) for number, *words in connection.execute("select id, kind, quarter, part from layer")
    }
    entries = connection.execute(
        "select layer, code, body, digest from entry left join body on body.id = body order by code, layer"
    )
    return content_hash_of(
        layers.values(), ((layers[number], code, digest if body else None) for number, code, body, digest in entries)
    )


def is_library_file(path: Path) -> bool:
    """Whether a file is one of SQLite's, as a library is."""
    try:
        with path.open("rb") as stream:
            return stream.read(len(_MAGIC)) == _MAGIC
    except (OSError, ValueError):
        return False


def open_library(path: Path) -> CodeLibrary:
    """The library of a file. Raises LibraryRefused."""
    return CodeLibrary(shelf=StoredShelf(path))


def _reason(wrong: Exception) -> str:
    return str(wrong) if isinstance(wrong, sqlite3.Error) else "what should be text is none"


def opened(path: Path) -> sqlite3.Connection:
    """A connection that reads: the file is never changed in place, so nothing is locked. Raises LibraryRefused."""
    if path.is_dir():
        raise LibraryRefused(f"{path}: is a folder, and a library is one file")
    if not path.is_file():
        raise LibraryRefused(f"{path}: there is no such library; {_HOW_TO_MAKE_ONE}")
    if not is_library_file(path):
        raise LibraryRefused(f"{path}: is no library; {_HOW_TO_MAKE_ONE}")
    connection: sqlite3.Connection | None = None
    try:
        connection = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        application = connection.execute("pragma application_id").fetchone()[0]
        written = connection.execute("pragma user_version").fetchone()[0]
        reason = "" if application == APPLICATION else f"is no library; {_HOW_TO_MAKE_ONE}"
        if not reason and written != FORMAT:
            reason = f"is a library of format {written}, and this cleanclaim reads format {FORMAT}"
    except UNREADABLE as wrong:
        reason = f"is damaged, or no library ({_reason(wrong)})"
    if reason or connection is None:
        if connection is not None:
            connection.close()
        raise LibraryRefused(f"{path}: {reason}")
    return connection
