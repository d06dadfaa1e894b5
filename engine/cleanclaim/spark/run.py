"""One run on Spark: tables of claim lines in, findings out."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

from pyspark.sql import DataFrame

from cleanclaim.census import Census, summed
from cleanclaim.pipeline import Checker
from cleanclaim.read.columns import ColumnMapping
from cleanclaim.relational.connection import open_database
from cleanclaim.relational.finding_table import COLUMNS
from cleanclaim.spark.database import SparkDatabase, failures, kept, settings
from cleanclaim.spark.executor import SparkEvaluation
from cleanclaim.spark.findings import FOUND
from cleanclaim.spark.readers import odd_findings
from cleanclaim.spark.source import SparkTable, placed, spark_table

_MEMORY = "1GB"
"""For the small tables, on the driver."""


@dataclass(frozen=True)
class SparkFindings:
    """What a run came to."""

    found: DataFrame
    """Findings, with the columns of FOUND."""
    census: Census


def check_frame(checker: Checker, frame: DataFrame, columns: ColumnMapping | None) -> DataFrame:
    """The findings on a DataFrame of claim lines, a row a line, with the columns that findings have in Parquet.

    Raises DatabaseFailed, and ValueError for columns that are none of claim lines.
    """
    table = spark_table(placed(frame), "table", 1, columns)
    if table.table.refused is not None:
        raise ValueError(table.table.refused)
    return checked(checker, [table], counted=False).found.select(*COLUMNS)


def checked(checker: Checker, tables: Sequence[SparkTable], *, counted: bool) -> SparkFindings:
    """The findings on the claims of tables, none of which is refused.

    How many claims and lines there are is asked where they are to be `counted`: it is one more look at the claims.
    Raises DatabaseFailed.
    """
    session = tables[0].frame.sparkSession
    with settings(session), open_database(_MEMORY) as small:
        database = SparkDatabase(session, small)
        try:
            evaluation = SparkEvaluation(
                database, checker.catalogue, checker.enricher, payer_type=checker.payer_type,
                information=checker.information,
            )  # fmt: skip
            found, census = evaluation.evaluate(tables)
            if evaluation.has_odd:
                of_readers, read = odd_findings(database, checker, tables)
                found, census = reduce(DataFrame.unionByName, of_readers, found), summed((census, read))
            if counted:
                evaluation.count(census)
            with failures():
                return SparkFindings(kept(found.select(*FOUND), at_once=True), census)
        finally:
            database.close()
