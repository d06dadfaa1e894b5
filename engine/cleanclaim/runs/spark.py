"""A run on Spark: Parquet is read where it lies, a folder of it as one table; all else is read here first."""

import re
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import groupby
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from pyspark.sql import Column, DataFrame, SparkSession, functions
from pyspark.sql.pandas.types import to_arrow_schema

from cleanclaim.batch import Batch
from cleanclaim.census import Census, summed
from cleanclaim.claims import Location
from cleanclaim.findings import DISPOSITIONS, Finding
from cleanclaim.one_by_one import OneByOne
from cleanclaim.pipeline import Checker
from cleanclaim.read.rows import nothing
from cleanclaim.relational.connection import Database, DatabaseFailed, open_database, quoted
from cleanclaim.relational.finding_table import COLUMNS
from cleanclaim.relational.source import Staging
from cleanclaim.report.text import NAMES_SHOWN
from cleanclaim.runs.failing import told
from cleanclaim.runs.inputs import Input, Position, shown_name
from cleanclaim.runs.named import is_address
from cleanclaim.runs.results import Counts, Job
from cleanclaim.runs.stages import Stages
from cleanclaim.spark.database import failures
from cleanclaim.spark.findings import FOUND, in_order
from cleanclaim.spark.run import SparkFindings, checked
from cleanclaim.spark.session import is_local, session_of
from cleanclaim.spark.source import FILE, SparkTable, StagedTable, placed, spark_table

_WRITTEN_AT_ONCE = 10_000
_OF_PATTERNS = re.compile(r"[\\*?\[\]{}]")


@contextmanager
def run_on_spark(job: Job, inputs: Sequence[Input], stages: Stages) -> Iterator["SparkResults"]:
    """Check the claims of the inputs. Raises RunFailed and WorkersNotStarted."""
    checker = Checker(job.library, job.catalogue, payer_type=job.payer_type, information=job.information)
    with ExitStack() as kept:
        with told():
            stages.begin("starting Spark")
            session = kept.enter_context(session_of(job.master, job.memory_limit))
            database = kept.enter_context(open_database(job.memory_limit))
            one_by_one = kept.enter_context(OneByOne(checker, job.rules))
            gathered = _Gathered(session, database, Batch(checker, database, one_by_one=one_by_one), job, stages)
            gathered.take(inputs)
            stages.begin("evaluating", "lines")
            results = SparkResults(gathered.checked(checker), gathered.batch, one_by_one.censuses, job)
        yield results


class _Gathered:
    """The tables of a run, and what was found while what is no Parquet was read."""

    def __init__(self, session: SparkSession, database: Database, batch: Batch, job: Job, stages: Stages) -> None:
        self._session, self._database, self.batch = session, database, batch
        self._job, self._stages = job, stages
        self._tables: list[SparkTable | StagedTable] = []
        self._staging = Staging(database)
        self._staging.begin()

    def take(self, inputs: Sequence[Input]) -> None:
        """Take up the inputs, in their order. Raises DatabaseFailed and WorkersNotStarted."""
        for (folder, is_parquet), group in groupby(inputs, key=lambda one: (one.folder, _is_plain_parquet(one))):
            some = [one for one in group if not _is_mark(one)]
            if is_parquet and folder is not None:
                self._take_parquet(folder, some)
                continue
            for one in some:
                if is_parquet:
                    self._take_parquet(one.name, [one])
                else:
                    self._read(one)

    def checked(self, checker: Checker) -> SparkFindings:
        """What is found on all of them. Raises DatabaseFailed."""
        if self._database.number("select count(*) from staged") or not self._tables:
            self._tables.append(StagedTable(self._copied("select * from staged", "staged")))
        columns = ", ".join(FOUND)
        before = self._copied(f"select {columns} from finding", "read")
        return checked(
            checker, self._tables, before, with_counts=True, names_shown=NAMES_SHOWN if self._job.names_wanted else 0
        )

    def _take_parquet(self, name: str, inputs: Sequence[Input]) -> None:
        """Parquet of one table: a file, a folder, or what lies at an address."""
        shown, mapping = shown_name(name), inputs[0].mapping
        try:
            with failures():
                frame = placed(self._session.read.parquet(*([name] if is_address(name) else map(_address, inputs))))
                if not is_address(name):
                    frame = frame.withColumn(FILE, _shown_file(name, is_folder=inputs[0].folder is not None))
                table = spark_table(frame, shown, self.batch.next_place(), mapping)
                refused = table.table.refused
        except DatabaseFailed:
            if is_address(name):
                raise
            refused = "it is no whole Parquet file"
        if refused is not None:
            self.batch.stage([nothing(Location(file=shown), "file", refused)], self._staging)
            return
        self.batch.passed_over.setdefault(shown, set()).update(table.table.header.passed_over)
        self._tables.append(table)

    def _read(self, one: Input) -> None:
        if not is_local(self._session):
            raise DatabaseFailed(
                f"{one.shown}: a cluster reads Parquet; cleanclaim convert --to parquet makes it of any other format"
            )
        position = Position([one])
        self._stages.begin("reading", share=position.share)
        self.batch.stage(self._stages.each(position.reads()), self._staging)

    def _copied(self, query: str, name: str) -> DataFrame:
        """The rows of a query, as Spark has them."""
        path = self._database.scratch / f"{name}.parquet"
        self._database.run(f"copy ({query}) to {quoted(str(path))} (format parquet)")
        with failures():
            return self._session.read.parquet(f"file://{path}")


def _is_plain_parquet(one: Input) -> bool:
    """Whether Spark reads the input itself."""
    return one.wrong is None and one.input_format == "parquet" and not one.is_gzip and one.memory is None


def _is_mark(one: Input) -> bool:
    """Whether a file within a folder only says that what wrote it had ended well."""
    return one.folder is not None and Path(one.name).name.startswith("_") and one.size == 0


def _address(one: Input) -> str:
    """A file as Spark is told of it, which takes an address for a pattern."""
    return "file://" + _OF_PATTERNS.sub(r"\\\g<0>", str(Path(one.name).absolute()))


def _shown_file(name: str, *, is_folder: bool) -> Column:
    """The file of a row as it is shown, of a file or a folder as it was named."""
    if not is_folder:
        return functions.lit(shown_name(name))
    # of an address as Spark has it, file:/a%20folder/a+file
    path = functions.url_decode(functions.regexp_replace(functions.regexp_replace(FILE, "^file:/+", "/"), r"\+", "%2B"))
    within = functions.substr(path, functions.lit(len(str(Path(name).absolute())) + 1))
    return functions.concat(functions.lit(shown_name(str(Path(name)))), within)


class SparkResults:
    """The findings of a run on Spark."""

    def __init__(self, checked: SparkFindings, batch: Batch, censuses: Sequence[Census], job: Job) -> None:
        """Count them. Raises DatabaseFailed."""
        self._found = checked.found.where(functions.col("edit_id").isin(*sorted(job.reported)))
        self.counts = Counts(census=summed((checked.census, batch.census, *censuses)), passed_over=batch.passed_over)
        self.counts.clean.add_all(*checked.clean)
        self.counts.advised.add_all(*checked.advised)
        with failures():
            rows = checked.found.groupBy("edit_id", "disposition").count().orderBy("edit_id").collect()
        for edit_id, disposition, number in rows:
            self.counts.count(edit_id, next(one for one in DISPOSITIONS if one == disposition), number, job.reported)

    def in_order(self) -> Iterator[tuple[int, Finding]]:
        """The findings that are reported, each with its claim's place in the input. Raises RunFailed."""
        for row in self._rows():
            yield int(row.pop("place")), Finding.model_validate(row)

    def write_parquet(self, path: Path) -> None:
        """Write the findings that are reported in order. Raises RunFailed."""
        schema = to_arrow_schema(self._found.select(*COLUMNS).schema)
        rows = self._rows()
        with pq.ParquetWriter(path, schema, compression="zstd") as writer:
            batch: list[dict[str, Any]] = []
            for row in rows:
                row["evidence"] = list(row["evidence"].items())
                batch.append(row)
                if len(batch) == _WRITTEN_AT_ONCE:
                    writer.write_batch(pa.RecordBatch.from_pylist(batch, schema))
                    batch = []
            writer.write_batch(pa.RecordBatch.from_pylist(batch, schema))

    def _rows(self) -> Iterator[dict[str, Any]]:
        with told(), failures():
            # a map comes to the driver in whatever order Java has it, its entries in theirs
            found = self._found.withColumn("evidence", functions.map_entries("evidence"))
            for one in in_order(found).select("place", *COLUMNS).toLocalIterator():
                row = one.asDict(recursive=True)
                row["evidence"] = {entry["key"]: entry["value"] for entry in row["evidence"]}
                yield row
