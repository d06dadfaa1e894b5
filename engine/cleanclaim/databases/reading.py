"""The rows of a query, kept for a run as a Parquet file: each value as the text that it would have in a CSV file.

A result is read once, as it comes: it goes to a scratch file, and both executors take it from there as they do a file.
"""

import csv
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import duckdb

from cleanclaim.databases.address import Query
from cleanclaim.databases.stores import store_of
from cleanclaim.read.table import OF_DAYS
from cleanclaim.relational.connection import Database, DatabaseFailed, open_database, quoted, quoted_name

_AT_ONCE = 5_000
_LONGEST_ROW = 8_000_000
"""Bytes that a row may have."""


@dataclass(frozen=True)
class ResultColumn:
    """A column of the rows of a query."""

    name: str
    kind: str = "VARCHAR"
    """DuckDB's type where it is one of days, which no column mapping need say how to read; else text."""


@dataclass(frozen=True)
class Copy:
    """Where the rows of a query go: a file of CSV without a header."""

    path: Path
    scratch: Path
    memory_limit: str
    """What DuckDB may take to read them."""
    told: Callable[[int], None]
    """Is told how many more rows there are."""

    def write(self, rows: Iterable[Sequence[object]]) -> None:
        """Write rows as CSV, whatever they hold within quotes; what is null is blank. Raises OSError."""
        source: Iterator[Sequence[object]] = iter(rows)
        with self.path.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream, quoting=csv.QUOTE_ALL, lineterminator="\n")
            while some := list(islice(source, _AT_ONCE)):
                writer.writerows(some)
                self.told(len(some))


def fetch(query: Query, folder: Path, memory_limit: str, told: Callable[[int], None]) -> tuple[Path, Path]:
    """The rows of a query in a folder, as a Parquet file and as text: CSV without a header. Raises DatabaseFailed."""
    text, parquet = folder / "rows.csv", folder / "rows.parquet"
    store = store_of(query.address.kind)
    with open_database(memory_limit) as database:
        database.run("set global preserve_insertion_order = true")
        with database.room():
            columns = store.copy_rows(query, Copy(text, database.scratch, memory_limit, told))
        if why := _refused([column.name for column in columns]):
            raise DatabaseFailed(f"{query.address.shown}: {why}")
        try:
            _write_parquet(database, text, parquet, columns)
        except DatabaseFailed as wrong:
            if isinstance(wrong.__cause__, duckdb.InvalidInputException):
                raise DatabaseFailed(
                    f"{query.address.shown}: a row of the query has more than {_LONGEST_ROW:,} bytes"
                ) from wrong
            raise
    return parquet, text


def _write_parquet(database: Database, text: Path, parquet: Path, columns: Sequence[ResultColumn]) -> None:
    kinds = ", ".join(f"column_{number}: 'varchar'" for number, _ in enumerate(columns))
    source = (
        f"read_csv({quoted(str(text))}, header = false, auto_detect = false, delim = ',', quote = '\"', escape = '\"', "
        "nullstr = '', new_line = '\\n', "
        f"max_line_size = {_LONGEST_ROW}, buffer_size = {2 * _LONGEST_ROW}, columns = {{{kinds}}})"
    )
    selected = {column.name: f"column_{number}" for number, column in enumerate(columns)}
    if days := {column.name: column.kind for column in columns if column.kind in OF_DAYS}:
        # a day that DuckDB does not know stays the text that it is
        tests = (f"bool_and({selected[name]} is null or try_cast({selected[name]} as {kind}) is not null)"
                 for name, kind in days.items())  # fmt: skip
        known = database.one(f"select {', '.join(tests)} from {source}")
        selected |= {
            name: f"cast({selected[name]} as {kind})"
            for (name, kind), is_known in zip(days.items(), known, strict=True) if is_known is not False
        }  # fmt: skip
    columns_sql = ", ".join(f"{sql} as {quoted_name(name)}" for name, sql in selected.items())
    database.run(f"copy (select {columns_sql} from {source}) to {quoted(str(parquet))} (format parquet)")


def _refused(columns: Sequence[str]) -> str | None:
    """Why the columns of a result cannot be told apart."""
    if not columns or not all(name.strip() for name in columns):
        return "a column of the query has no name; give it one with `as`"
    twice = sorted(name for name, number in Counter(name.lower() for name in columns).items() if number > 1)
    return f"the query gives {len(twice)} name(s) to more than one column: {', '.join(twice)}" if twice else None
