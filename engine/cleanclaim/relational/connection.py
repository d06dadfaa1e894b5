"""A DuckDB database in memory that spills to a scratch folder, reads no extension and leaves nothing elsewhere."""

import csv
import errno
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any, Protocol

import duckdb

from cleanclaim.interruption import stopped_by
from cleanclaim.relational import SHARE_OF_MEMORY
from cleanclaim.scratch import scratch_folder

DEFAULT_MEMORY = f"{int(4_000 * SHARE_OF_MEMORY)}MB"
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS)


class Engine(Protocol):
    """What runs the statements of an evaluation: temporary tables and views are made, and small answers fetched."""

    def run(self, sql: str) -> None:
        """Execute a statement. Raises DatabaseFailed."""

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """The rows of a query. Raises DatabaseFailed."""

    def one(self, sql: str) -> tuple[Any, ...]:
        """The one row of a query. Raises DatabaseFailed."""

    def number(self, sql: str) -> int:
        """The one number that a query gives, 0 for none. Raises DatabaseFailed."""

    def load(self, table: str, columns: Mapping[str, str], rows: Iterable[Sequence[object]]) -> None:
        """Make a table with these columns and SQL types of rows without nulls. Raises DatabaseFailed."""


class DatabaseFailed(RuntimeError):
    """The database could not go on: memory or disk ran out, or an input broke off; the message says which."""


@dataclass
class Database:
    """A connection, and the scratch folder in which it spills."""

    connection: duckdb.DuckDBPyConnection
    scratch: Path
    is_open: bool = True
    _numbers: Iterator[int] = field(default_factory=count)

    def run(self, sql: str, parameters: Sequence[object] = ()) -> None:
        """Execute a statement. Raises DatabaseFailed."""
        try:
            self.connection.execute(sql, parameters or None)
        except duckdb.Error as wrong:
            raise failure(wrong) from wrong

    @contextmanager
    def beside(self, action: "Callable[[Database], None]") -> Iterator[None]:
        """Do something on a connection of its own while the block runs. Raises DatabaseFailed.

        Only what is no temporary table or view is shared.
        """
        own = Database(self.connection.cursor(), self.scratch)
        with ThreadPoolExecutor(1) as pool:
            running = pool.submit(action, own)
            try:
                yield
            except BaseException:
                own.connection.interrupt()
                raise
            running.result()
        own.connection.close()

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """The rows of a query. Raises DatabaseFailed."""
        return list(self.stream(sql, parameters))

    def stream(self, sql: str, parameters: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of a query, a batch at a time; no other may run meanwhile. Raises DatabaseFailed."""
        try:
            cursor = self.connection.execute(sql, parameters or None)
            while batch := cursor.fetchmany(10_000):
                yield from batch
        except duckdb.Error as wrong:
            raise failure(wrong) from wrong

    def one(self, sql: str, parameters: Sequence[object] = ()) -> tuple[Any, ...]:
        """The one row of a query. Raises DatabaseFailed."""
        (row,) = self.rows(sql, parameters)
        return row

    def number(self, sql: str, parameters: Sequence[object] = ()) -> int:
        """The one number that a query gives, 0 for none. Raises DatabaseFailed."""
        (value,) = self.one(sql, parameters)
        return int(str(value or 0))

    def load(self, table: str, columns: Mapping[str, str], rows: Iterable[Sequence[object]]) -> None:
        """Make a table with these columns and SQL types of rows without nulls; all goes as its text."""
        self.run(
            f"create or replace temp table {table} ({', '.join(f'{name} {kind}' for name, kind in columns.items())})"
        )
        path = self._scratch_file(table)
        with self.room(), path.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)
        self._take_up(table, columns, path)

    def append(self, table: str, columns: Mapping[str, str], rows: Iterable[Sequence[object]]) -> None:
        """Add rows to a table; None is null, all else goes as its text."""
        path = self._scratch_file(table)
        with self.room(), path.open("w", encoding="utf-8", newline="") as stream:
            stream.writelines(",".join(map(_cell, row)) + "\n" for row in rows)
        self._take_up(table, columns, path)

    @contextmanager
    def kept_in_order(self) -> Iterator[None]:
        """DuckDB keeps the order in which rows come while this holds.

        Nor does it look at what it knows of columns: one of a single value would be encoded as another way of storing
        it tells or does not tell. This may end after the database was closed: findings need not be read to the end.
        """
        self.run("set global preserve_insertion_order = true")
        self.run("set global disabled_optimizers = 'statistics_propagation'")
        try:
            yield
        finally:
            if self.is_open:
                self.run("set global disabled_optimizers = ''")
                self.run("set global preserve_insertion_order = false")

    @contextmanager
    def room(self) -> Iterator[None]:
        """What is done here writes to the scratch folder. Raises DatabaseFailed where that has no room for it."""
        try:
            yield
        except OSError as wrong:
            if wrong.errno not in _NO_ROOM:
                raise
            raise DatabaseFailed(f"the scratch folder {self.scratch}: {wrong.strerror}") from wrong

    def _scratch_file(self, table: str) -> Path:
        return self.scratch / f"{table}_{next(self._numbers)}.csv"

    def _take_up(self, table: str, columns: Mapping[str, str], path: Path) -> None:
        kinds = ", ".join(f"{quoted(name)}: {quoted(kind)}" for name, kind in columns.items())
        self.run(
            f"insert into {table} select * from read_csv(?, header = false, auto_detect = false, delim = ',', "
            "quote = '\"', escape = '\"', nullstr = '', allow_quoted_nulls = false, new_line = '\\n', "
            "max_line_size = 20000000, "
            f"columns = {{{kinds}}})",
            [str(path)],
        )
        path.unlink()


@contextmanager
def open_database(memory_limit: str = DEFAULT_MEMORY, threads: int | None = None) -> Iterator[Database]:
    """A database of its own. Raises DatabaseFailed for a memory limit that DuckDB does not understand."""
    with scratch_folder() as scratch:
        settings: dict[str, str | bool | int | float | list[str]] = {
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "allow_persistent_secrets": "false",
            "home_directory": str(scratch),
            "secret_directory": str(scratch / "secrets"),
            "temp_directory": str(scratch / "spilled"),
            "threads": str(threads or _cores()),
        }
        try:
            connection = duckdb.connect(":memory:", config=settings)
            connection.execute("set memory_limit = ?", [memory_limit])
            connection.execute("set TimeZone = 'UTC'")
            connection.execute("set enable_progress_bar_print = false")  # a notebook's output, and that of python -c
            connection.execute("set global preserve_insertion_order = false")
        except duckdb.Error as wrong:
            raise failure(wrong) from wrong
        database = Database(connection, scratch)
        try:
            with stopped_by(connection.interrupt):
                yield database
        finally:
            database.is_open = False
            connection.close()


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _cell(value: object) -> str:
    """A value in CSV: quoted, and nothing at all for null."""
    return "" if value is None else '"' + str(value).replace('"', '""') + '"'


def quoted(text: str) -> str:
    """A text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"


def quoted_name(name: str) -> str:
    """A name of a table or column in SQL."""
    return '"' + name.replace('"', '""') + '"'


_TOLD = (
    duckdb.BinderException, duckdb.CatalogException, duckdb.InterruptException, duckdb.IOException,
    duckdb.OutOfMemoryException, duckdb.ParserException,
)  # fmt: skip
"""Errors whose message tells of statements, files and memory, and holds no value of a row."""


def failure(wrong: duckdb.Error) -> DatabaseFailed:
    """What went wrong, without the values of rows: they may name a patient."""
    kind = type(wrong).__name__.removesuffix("Exception")
    told = str(wrong).splitlines()[:1] if isinstance(wrong, _TOLD) else []
    return DatabaseFailed(f"DuckDB: {told[0] if told else kind}")
