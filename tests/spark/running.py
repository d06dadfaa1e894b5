"""Runs on Spark, and what DuckDB and the executor for a claim at a time make of the same tables."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tests.relational.comparing import COUNTED, Run, at_once, difference
from tests.relational.tables import DrawnTable, Row

from cleanclaim import Checker, Claim
from cleanclaim.batch import Batch
from cleanclaim.claims import ClaimLine
from cleanclaim.findings import Finding
from cleanclaim.read.columns import ColumnMapping
from cleanclaim.relational.finding_table import COLUMNS

_UNKNOWN_TO_SPARK = ("time", "timestamp_ns")
"""Types of columns in Parquet that Spark refuses."""
_PYTHON = ("MapInArrow", "MapInPandas", "BatchEvalPython", "ArrowEvalPython", "PythonRDD")
_TYPES = {
    "line_number": "integer", "units": "decimal(10, 3)", "charge": "decimal(17, 2)", "date_of_service": "date",
    "date_of_service_end": "date",
}  # fmt: skip


@dataclass(frozen=True)
class Cluster:
    """A session of Spark's."""

    working: Path
    """The folder that Java works in."""
    events: Path
    session: Any

    def events_so_far(self) -> int:
        """How much the log of events holds."""
        return len(self._log())

    def python_since(self, so_far: int) -> set[str]:
        """What ran in Python on executors since the log held so much."""
        said = self._log()[so_far:]
        assert "SparkListenerJobEnd" in said
        return {one for one in _PYTHON if one in said}

    def _log(self) -> str:
        self.session.sparkContext._jsc.sc().listenerBus().waitUntilEmpty()
        return "".join(path.read_text() for path in sorted(self.events.rglob("*")) if path.is_file())


@dataclass(frozen=True)
class File:
    """A Parquet file of claim lines."""

    path: Path
    mapping: ColumnMapping | None = None
    is_placed: bool = True
    """Whether Spark reads it as a file; else it has the rows alone."""

    @property
    def shown(self) -> str:
        """Its name, as Spark has it."""
        return f"file:{self.path}"


def findings_of(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows of findings as whole findings."""
    return [Finding.model_validate({**one, "evidence": dict(one["evidence"])}).model_dump() for one in rows]


def on_spark(spark: Any, checker: Checker, files: Sequence[File]) -> Run:
    """The claims of files, checked by Spark in one run."""
    from cleanclaim.spark.findings import in_order
    from cleanclaim.spark.run import checked
    from cleanclaim.spark.source import placed, spark_table

    tables = []
    for place, one in enumerate(files, start=1):
        frame = spark.read.parquet(str(one.path))
        if not one.is_placed:
            frame = spark.createDataFrame(frame.toArrow())
        tables.append(spark_table(placed(frame), "table", place, one.mapping))
    came_to = checked(checker.with_library(checker.library), tables, with_counts=True)
    found = in_order(came_to.found).select(*COLUMNS).toArrow().to_pylist()
    return Run(findings_of(found), {name: getattr(came_to.census, name) for name in COUNTED})


def on_duckdb(checker: Checker, files: Sequence[File]) -> Run:
    """The claims of files, checked by DuckDB; those of tables that are no files without their places."""

    def fill(batch: Batch) -> None:
        for one in files:
            batch.add_parquet(one.path, one.shown, one.mapping)

    found = at_once(checker, fill)
    unplaced = {one.shown for one in files if not one.is_placed}
    findings = [
        {**one, "location": None} if (one["location"] or {}).get("file") in unplaced else one for one in found.findings
    ]
    return Run(findings, found.census)


def prove(spark: Any, checker: Checker, *files: File) -> Run:
    """Hold Spark equal to DuckDB on the claims of files; what they come to."""
    together, wanted = on_spark(spark, checker, files), on_duckdb(checker, files)
    said = difference(together, wanted)
    assert said is None, said
    return together


def as_spark_reads(table: DrawnTable) -> DrawnTable:
    """A table of which Spark reads all columns: text stands for those of other types."""
    types = {name: "varchar" if kind in _UNKNOWN_TO_SPARK else kind for name, kind in table.types.items()}
    return replace(table, types=types)


def table_of_claims(claims: Iterable[Claim]) -> DrawnTable:
    """The lines of claims, in columns of types that hold them."""
    rows = [_row(claim, line) for claim in claims for line in claim.lines]
    names = list(dict.fromkeys(name for row in rows for name in row))
    return DrawnTable({name: _TYPES.get(name, "varchar") for name in names}, {name: name for name in names}, rows)


def _row(claim: Claim, line: ClaimLine) -> Row:
    of_line = {name: value for name, value in line if value is not None}
    of_claim = {name: value for name, value in claim if value is not None and name != "lines"}
    row = {**of_claim, **of_line, "modifiers": " ".join(line.modifiers)}
    return {name: f"{value}" for name, value in row.items()}
