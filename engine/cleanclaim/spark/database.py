"""Spark as the engine that runs the statements of an evaluation, with a DuckDB beside it for small tables."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import count
from typing import Any

from py4j.protocol import Py4JError, Py4JNetworkError
from pyspark.errors import PySparkException
from pyspark.sql import DataFrame, SparkSession, functions
from pyspark.sql.pandas.types import from_arrow_schema
from pyspark.storagelevel import StorageLevel
from sqlglot import exp

from cleanclaim.relational.connection import Database, DatabaseFailed
from cleanclaim.spark.dialect import spark_sql, statement_of

_SETTINGS = {
    "spark.sql.ansi.enabled": "true",
    "spark.sql.session.timeZone": "UTC",
    # tables stay parted as they are planned, so that lines are parted by claim once
    "spark.sql.adaptive.enabled": "false",
    # what is parted by claim need not be parted anew to be joined by claim and line
    "spark.sql.requireAllClusterKeysForCoPartition": "false",
    # what follows for each column from all conditions would fill the driver's memory where a payer has edits of its own
    "spark.sql.constraintPropagation.enabled": "false",
}
"""In force while our statements are planned; the session has its own again afterwards."""
_KEYS = 5
"""So many columns of a table come first by which it is joined; it is kept sorted by them, so that no join need sort."""
_NUMBERS = count()
_ON_EXECUTORS = (
    "Python failed on an executor; there, too, the same cleanclaim must be installed in the Python that "
    "PYSPARK_PYTHON names"
)
_ENDED = "its Java has ended; did it run out of memory?"
_NO_MEMORY = (
    "memory ran out; give it more (--memory-limit, or spark.executor.memory of a session of your own), or set "
    "spark.buffer.pageSize=4m where the session does not"
)


class SparkDatabase:
    """A session, in which our tables are views of names of their own, kept until `close`."""

    def __init__(self, session: SparkSession, small: Database) -> None:
        """`small` is where small tables are made."""
        self.session, self.small = session, small
        self._names: dict[str, str] = {}
        self._kept: list[DataFrame] = []
        self._run = next(_NUMBERS)

    def run(self, sql: str) -> None:
        """Make the temporary table or view that a statement makes. Raises DatabaseFailed.

        A table is computed when it is first read, and once.
        """
        statement = statement_of(sql)
        assert isinstance(statement, exp.Create)
        assert statement.expression is not None
        frame = self._frame(statement.expression)
        self.define(statement.this.name, frame, is_kept=statement.kind == "TABLE")

    def define(self, name: str, frame: DataFrame, *, is_kept: bool = False) -> None:
        """Let a table be known by a name; what is kept is computed once. Raises DatabaseFailed."""
        with failures():
            known_as = f"cleanclaim_{self._run}_{name}"
            if is_kept:
                # in columns of other names: Spark forgets how a table is parted where a column is renamed to itself
                columns = {f"{known_as}_{column}": column for column in frame.columns}
                frame = kept(frame.sortWithinPartitions(*frame.columns[:_KEYS]).toDF(*columns))
                self._kept.append(frame)
                frame = frame.select(*(functions.col(own).alias(columns[own]) for own in columns))
            frame.createOrReplaceTempView(known_as)
            self._names[name] = known_as

    def frame(self, sql: str) -> DataFrame:
        """The rows of a query. Raises DatabaseFailed."""
        return self._frame(statement_of(sql))

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """The rows of a query. Raises DatabaseFailed."""
        with failures():
            return [tuple(row) for row in self.frame(sql).collect()]

    def arrow(self, sql: str, most: int) -> Any:
        """The first rows of a query as a pyarrow.Table, so many at most. Raises DatabaseFailed."""
        with failures():
            return self.frame(sql).limit(most).toArrow()

    def one(self, sql: str) -> tuple[Any, ...]:
        """The one row of a query. Raises DatabaseFailed."""
        (row,) = self.rows(sql)
        return row

    def number(self, sql: str) -> int:
        """The one number that a query gives, 0 for none. Raises DatabaseFailed."""
        return int(self.one(sql)[0] or 0)

    def load(self, table: str, columns: Mapping[str, str], rows: Iterable[Sequence[object]]) -> None:
        """Make a small table with these columns and SQL types of rows without nulls. Raises DatabaseFailed."""
        self.small.load(table, columns, rows)
        self.broadcast(table)

    def broadcast(self, table: str) -> None:
        """Let Spark have a small table, without how many lines bear each of its values. Raises DatabaseFailed."""
        arrow = self.small.connection.sql(f"select columns(lambda name: name <> 'lines') from {table}").to_arrow_table()
        with failures():
            # of no rows Spark cannot tell the types
            frame = self.session.createDataFrame(arrow if arrow.num_rows else [], from_arrow_schema(arrow.schema))
            self.define(table, functions.broadcast(frame))

    def close(self) -> None:
        """Forget our tables, and free what is kept of them: Spark itself would once Java collects its garbage."""
        with failures():
            for name in self._names.values():
                self.session.catalog.dropTempView(name)
            for frame in self._kept:
                frame._jdf.queryExecution().logical().rdd().unpersist(False)  # noqa: SLF001  there is no other way
        self._names, self._kept = {}, []

    def _frame(self, query: exp.Expr) -> DataFrame:
        with failures():
            return self.session.sql(spark_sql(query, self._names))


def kept(frame: DataFrame, *, at_once: bool = False) -> DataFrame:
    """The same rows, computed once: where the session checkpoints, else on the executors' memory and disks.

    Not `persist`: plans would hold each other, and grow beyond what the driver can print.
    """
    if frame.sparkSession.sparkContext.getCheckpointDir() is not None:
        return frame.checkpoint(eager=at_once)
    return frame.localCheckpoint(eager=at_once, storageLevel=StorageLevel.MEMORY_AND_DISK)


@contextmanager
def settings(session: SparkSession) -> Iterator[None]:
    """Our settings are in force in a session. Raises DatabaseFailed."""
    with failures():
        before = {name: session.conf.get(name, None) for name in _SETTINGS}
        for name, value in _SETTINGS.items():
            session.conf.set(name, value)
    try:
        yield
    finally:
        with failures():
            for name, old in before.items():
                if old is None:
                    session.conf.unset(name)
                else:
                    session.conf.set(name, old)


@contextmanager
def failures() -> Iterator[None]:
    """What Spark says of a failure, without the values of rows: they may name a patient. Raises DatabaseFailed."""
    try:
        yield
    except (PySparkException, Py4JError, ConnectionError) as wrong:
        raise DatabaseFailed(f"Spark: {_told(wrong)}") from wrong


def _told(wrong: Exception) -> str:
    try:
        if isinstance(wrong, Py4JNetworkError | ConnectionError):
            return _ENDED
        if "OutOfMemoryError" in str(wrong):
            return _NO_MEMORY
        if isinstance(wrong, PySparkException):
            condition = wrong.getCondition() or type(wrong).__name__
            return _ON_EXECUTORS if condition == "PYTHON_EXCEPTION" else condition
        thrown = getattr(wrong, "java_exception", None)
        return type(wrong).__name__ if thrown is None else str(thrown.getClass().getName())
    except (Py4JNetworkError, ConnectionError):
        return _ENDED
