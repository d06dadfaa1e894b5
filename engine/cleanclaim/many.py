"""For programs that check many claims: a Checker that takes lists and tables of them, and the findings on a table."""

import weakref
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from itertools import chain, islice
from os import PathLike, fspath
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self, overload, runtime_checkable

from cleanclaim import pipeline
from cleanclaim.catalogue import Catalogue
from cleanclaim.census import Census, summed
from cleanclaim.claims import Claim, PayerType
from cleanclaim.findings import Finding
from cleanclaim.pipeline import checked_in_turn
from cleanclaim.read.columns import ColumnMapping
from cleanclaim.releases.library import CodeLibrary
from cleanclaim.runs.inputs import input_of
from cleanclaim.runs.results import DEFAULT_MEMORY

if TYPE_CHECKING:
    import duckdb
    from pyspark.sql import DataFrame

    from cleanclaim.batch import Batch

_MANY = 5_000
"""Claims: so many take a Checker the second that DuckDB takes to begin with, and more than that."""
_SHOWN = "table"
"""Stands for the file in the locations of findings on a table that is none."""


@runtime_checkable
class ArrowStream(Protocol):
    """A table or a reader of record batches of Arrow, of whatever library."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """Its rows, as Arrow hands them from library to library."""


Table = str | PathLike[str] | ArrowStream
"""Claim lines: a file of claims, an Arrow table or stream, or a DuckDB relation."""


class Checker(pipeline.Checker):
    """Checks claims against one catalogue and one library: one at a time, a list of them or a table.

    Hold one open for many claims: making it compiles the catalogue. It belongs to the thread and the process that
    made it, and raises CheckerMisused anywhere else. Findings of disposition `information` are made only when asked
    for.
    """

    def check_many(self, claims: Iterable[Claim], *, memory_limit: str = DEFAULT_MEMORY) -> list[Finding]:
        """The findings on claims, sorted by claim id, place in the input, line and edit.

        Thousands of claims are evaluated as a set, by DuckDB. Raises CheckerMisused and DatabaseFailed.
        """
        self._refuse_strangers()
        source = iter(claims)
        first = list(islice(source, _MANY + 1))
        if len(first) <= _MANY:
            return checked_in_turn(self, first)
        from cleanclaim.batch import Batch
        from cleanclaim.relational.connection import open_database

        with open_database(memory_limit) as database:
            batch = Batch(self, database)
            batch.add_reads(map(pipeline.as_read, chain(first, source)))
            findings = list(batch.findings)
        self._count(batch, findings)
        return findings

    @overload
    def check_table(
        self, table: Table, *, columns: ColumnMapping | None = None, memory_limit: str = DEFAULT_MEMORY
    ) -> "TableFindings": ...

    @overload
    def check_table(self, table: "DataFrame", *, columns: ColumnMapping | None = None) -> "DataFrame": ...

    def check_table(
        self, table: "Table | DataFrame", *, columns: ColumnMapping | None = None, memory_limit: str = DEFAULT_MEMORY
    ) -> "TableFindings | DataFrame":
        """The findings on a table of claim lines, a row a line, with the columns of a CSV file of claims.

        `table` is a file of claims, an Arrow table or stream or a DuckDB relation, which is read once; of a Spark
        DataFrame the findings are one, too, made by its session. `columns` says what its columns hold where they bear
        other names. Raises CheckerMisused, DatabaseFailed, OSError, and ValueError for a DataFrame that has no columns
        of claim lines or is of Spark Connect.
        """
        self._refuse_strangers()
        if _is_spark(table):
            from cleanclaim.spark.run import check_frame

            return check_frame(self, table, columns)
        return TableFindings(self, table, columns, memory_limit)

    def _count(self, batch: "Batch", findings: Iterable[Finding]) -> None:
        self.census = summed((self.census, batch.census))
        self.census.findings.update(finding.disposition for finding in findings)


class TableFindings:
    """The findings on a table, sorted by claim id, place in the table, line and edit.

    They lie in a DuckDB database of their own, on disk where memory is short, until this is closed or dropped. Only
    one thing may read them at a time.
    """

    def __init__(
        self, checker: pipeline.Checker, table: Table, columns: ColumnMapping | None, memory_limit: str
    ) -> None:
        from cleanclaim.batch import Batch
        from cleanclaim.relational.connection import open_database

        kept = ExitStack()
        self._close = weakref.finalize(self, kept.close)
        try:
            database = kept.enter_context(open_database(memory_limit))
            own = checker.with_library(checker.library)
            self._batch = Batch(own, database)
            _add(self._batch, table, columns, database.scratch)
            self.census: Census = summed((self._batch.census, own.census))
            """What the table came to."""
            counted = database.rows("select disposition, count(*) from finding group by all")
            self.census.findings.clear()
            self.census.findings.update(dict(counted))
        except BaseException:
            self.close()
            raise

    def __iter__(self) -> Iterator[Finding]:
        """Each finding. Raises DatabaseFailed."""
        yield from self._kept().findings  # as long as it goes on, it holds what it goes through

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The findings as a stream of Arrow, with the columns that they have in Parquet."""
        return self.relation().__arrow_c_stream__(requested_schema)

    def relation(self) -> "duckdb.DuckDBPyRelation":
        """The findings as a DuckDB relation, with the columns that they have in Parquet; of use while this is held.

        Raises DatabaseFailed.
        """
        return self._kept().findings.relation()

    def arrow(self) -> object:
        """The findings as a pyarrow.Table. Raises ModuleNotFoundError where pyarrow is not installed."""
        return self.relation().to_arrow_table()

    def write_parquet(self, path: str | PathLike[str]) -> None:
        """Write the findings as Parquet, whole or not at all. Raises DatabaseFailed and OSError."""
        from cleanclaim.report.writing import placed

        with placed(Path(path)) as beside:
            self._kept().findings.write_parquet(beside)

    def _kept(self) -> "Batch":
        from cleanclaim.relational.connection import DatabaseFailed

        if not self._close.alive:
            raise DatabaseFailed("the findings on the table were closed")
        return self._batch

    def close(self) -> None:
        """Drop the findings. May be called again."""
        self._close()

    def __enter__(self) -> Self:
        """Closed at the end."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _is_spark(table: object) -> bool:
    """Whether a table is a DataFrame of Spark's, which need not be installed."""
    return type(table).__module__.startswith("pyspark.sql.") and type(table).__name__ == "DataFrame"


def _add(batch: "Batch", table: Table, columns: ColumnMapping | None, scratch: Path) -> None:
    if isinstance(table, str | PathLike):
        with ExitStack() as kept:
            file = replace(input_of(fspath(table), kept), mapping=columns)
            if file.parquet is not None and file.wrong is None:
                batch.add_parquet(file.parquet, file.shown, columns)
            else:
                batch.add_reads(file.reads())
        return
    copy = scratch / "table.parquet"  # what is read may give other rows, or none, a second time
    _relation(batch.database.connection, table).write_parquet(str(copy))
    batch.add_parquet(copy, _SHOWN, columns)


def _relation(connection: "duckdb.DuckDBPyConnection", table: ArrowStream) -> "duckdb.DuckDBPyRelation":
    import duckdb

    if isinstance(table, duckdb.DuckDBPyRelation):
        return table
    try:
        return connection.from_arrow(table)
    except duckdb.InvalidInputException:
        return connection.from_arrow(_Rows(table))


class _Rows:
    """An Arrow stream and nothing else: for what it knows to be of another library, DuckDB wants pyarrow."""

    def __init__(self, stream: ArrowStream) -> None:
        self._stream = stream

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        return self._stream.__arrow_c_stream__(requested_schema)


@overload
def check_table(
    table: Table, library: CodeLibrary | None = None, catalogue: Catalogue | None = None, *,
    payer_type: PayerType = "unknown", information: bool = False, columns: ColumnMapping | None = None,
    memory_limit: str = DEFAULT_MEMORY,
) -> TableFindings: ...  # fmt: skip


@overload
def check_table(
    table: "DataFrame", library: CodeLibrary | None = None, catalogue: Catalogue | None = None, *,
    payer_type: PayerType = "unknown", information: bool = False, columns: ColumnMapping | None = None,
) -> "DataFrame": ...  # fmt: skip


def check_table(
    table: "Table | DataFrame",
    library: CodeLibrary | None = None,
    catalogue: Catalogue | None = None,
    *,
    payer_type: PayerType = "unknown",
    information: bool = False,
    columns: ColumnMapping | None = None,
    memory_limit: str = DEFAULT_MEMORY,
) -> "TableFindings | DataFrame":
    """The findings on a table of claim lines: a file of claims, an Arrow table or stream, or a DuckDB relation.

    Of a Spark DataFrame the findings are a DataFrame. `columns` says what its columns hold where they bear other names
    than a claim's fields.
    Raises CatalogueRefused and LibraryRefused when the shipped files are not whole, DatabaseFailed and OSError.
    """
    checker = Checker(library, catalogue, payer_type=payer_type, information=information)
    return checker.check_table(table, columns=columns, memory_limit=memory_limit)
