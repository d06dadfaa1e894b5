"""SQLite files: rows of a query, and findings into a table."""

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import partial

from cleanclaim.databases.address import Address, Query, Target
from cleanclaim.databases.findings import Findings, Kinds, columns_of, refusal_of
from cleanclaim.databases.reading import Copy, ResultColumn
from cleanclaim.interruption import exit_status
from cleanclaim.relational.connection import DatabaseFailed, quoted_name

_LONGEST_WAIT = 60
"""Seconds for which another program may hold the file."""
_STEPS_BETWEEN = 10_000
"""Of SQLite's machine, after which it is asked whether the run goes on."""
_READING = (
    sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE,
)  # fmt: skip
_OF_THE_STATEMENT = re.compile(
    r"no such |near |ambiguous |incomplete |unrecognized |not authorized|wrong number of |no tables |misuse |"
    r"[A-Za-z ]+ by term out of range|table .* (has no column|already exists)|object name reserved|.* is locked"
)
"""What SQLite says of a statement; its other errors may hold a value of a row."""
_KINDS = Kinds(text="TEXT", integer="INTEGER", day="TEXT", document=lambda _: "TEXT")


def copy_rows(query: Query, copy: Copy) -> list[ResultColumn]:
    """Write the rows of a query as CSV; its columns. Nothing else than to read is allowed. Raises DatabaseFailed."""
    with _opened(query.address, "ro") as connection:
        connection.execute("pragma trusted_schema = off")
        connection.set_authorizer(lambda action, *_: sqlite3.SQLITE_OK if action in _READING else sqlite3.SQLITE_DENY)
        cursor = connection.execute(query.sql)
        copy.write(_texts(cursor))
        return [ResultColumn(str(name)) for name, *_ in cursor.description or ()]


def _texts(rows: Iterable[Sequence[object]]) -> Iterator[Sequence[object]]:
    r"""Rows in which bytes are text; those that are none are written as \xff."""
    for row in rows:
        if bytes in map(type, row):
            yield [value.decode("utf-8", "backslashreplace") if isinstance(value, bytes) else value for value in row]
        else:
            yield row


def refuse_target(target: Target) -> None:
    """Raise DatabaseFailed where findings cannot go to a table."""
    path = target.address.path
    if path is not None and path.exists():
        with _opened(target.address, "rw") as connection:
            _refuse_table(connection, target)


def write_findings(target: Target, findings: Findings) -> None:
    """Put the findings of a run into a table, in the place of those that it has of that run. Raises DatabaseFailed."""
    columns = columns_of(_KINDS)
    table, index = quoted_name(target.table), quoted_name(f"{target.table}_run")
    with _opened(target.address, "rwc") as connection:
        connection.execute("begin immediate")
        if not _refuse_table(connection, target):
            described = ", ".join(f"{quoted_name(name)} {kind}" for name, kind in columns.items())
            connection.execute(f"create table {table} ({described})")
            connection.execute(f"create index {index} on {table} (run)")
        connection.execute(f"delete from {table} where run = ?", [findings.run])
        connection.executemany(
            f"insert into {table} ({', '.join(map(quoted_name, columns))}) values ({', '.join('?' * len(columns))})",
            findings.rows,
        )
        connection.execute("commit")


def _refuse_table(connection: sqlite3.Connection, target: Target) -> bool:
    """Whether the table is there. Raises DatabaseFailed where it is another's."""
    kind = connection.execute("select type from sqlite_master where lower(name) = lower(?)", [target.table]).fetchone()
    if kind is None:
        return False
    found = connection.execute("select name, type from pragma_table_info(?)", [target.table]).fetchall()
    if why := refusal_of(dict(found) if kind[0] == "table" else {}, columns_of(_KINDS)):
        raise DatabaseFailed(f"{target.shown}: {why}")
    return True


@contextmanager
def _opened(address: Address, mode: str) -> Iterator[sqlite3.Connection]:
    """A connection to the file. Raises DatabaseFailed."""
    assert address.path is not None
    uri = f"{address.path.absolute().as_uri()}?mode={mode}"
    try:
        with closing(sqlite3.connect(uri, uri=True, timeout=_LONGEST_WAIT, isolation_level=None)) as connection:
            connection.text_factory = partial(str, encoding="utf-8", errors="backslashreplace")
            connection.set_progress_handler(lambda: exit_status() is not None, _STEPS_BETWEEN)
            yield connection
    except sqlite3.Error as wrong:
        raise DatabaseFailed(f"{address.shown}: SQLite: {_said(wrong)}") from wrong


def _said(wrong: sqlite3.Error) -> str:
    """What SQLite says, without the values of rows."""
    said, name = str(wrong), getattr(wrong, "sqlite_errorname", "SQLITE_ERROR")
    if isinstance(wrong, sqlite3.ProgrammingError) or name != "SQLITE_ERROR" or _OF_THE_STATEMENT.match(said):
        return said
    return str(name)
