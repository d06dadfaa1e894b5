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
from cleanclaim.spark.counting import Named, clean_and_advised, counted
from cleanclaim.spark.database import SparkDatabase, failures, kept, settings
from cleanclaim.spark.executor import SparkEvaluation
from cleanclaim.spark.findings import FOUND
from cleanclaim.spark.readers import odd_findings
from cleanclaim.spark.source import SparkTable, StagedTable, placed, spark_table

_MEMORY = "1GB"
"""For the small tables, on the driver."""
_SHOWN = "table"
"""Stands for the file in what is said of a DataFrame."""


@dataclass(frozen=True)
class SparkFindings:
    """What a run came to."""

    found: DataFrame
    """Findings, with the columns of FOUND."""
    census: Census
    clean: Named = (0, [])
    advised: Named = (0, [])
    """Claims with advisories alone."""


def check_frame(checker: Checker, frame: DataFrame, columns: ColumnMapping | None) -> DataFrame:
    """The findings on a DataFrame of claim lines, a row a line, with the columns that findings have in Parquet.

    Raises DatabaseFailed, and ValueError for columns that are none of claim lines and for Spark Connect.
    """
    if type(frame).__module__.startswith("pyspark.sql.connect."):
        raise ValueError("a DataFrame of Spark Connect cannot be checked; one of a session in this process can")
    table = spark_table(placed(frame), _SHOWN, 1, columns)
    if table.table.refused is not None:
        raise ValueError(table.table.refused)
    return checked(checker, [table]).found.select(*COLUMNS)


def checked(
    checker: Checker, tables: Sequence[SparkTable | StagedTable], before: DataFrame | None = None, *,
    with_counts: bool = False, names_shown: int = 0,
) -> SparkFindings:  # fmt: skip
    """The findings on the claims of tables, none of which is refused, and those that were made `before`.

    `with_counts` the census tells how many claims and lines there are, and of clean claims so many names are told as
    are to be shown: each is one more look at all claims. Raises DatabaseFailed.
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
            others = [] if before is None else [before.select(*FOUND)]
            if evaluation.has_odd:
                of_tables = [one for one in tables if isinstance(one, SparkTable)]
                of_readers, read = odd_findings(database, checker, of_tables, is_only=len(tables) == 1)
                others += of_readers
                census = summed((census, read))
            if with_counts:
                claims, lines = counted(database)
                census.claims, census.lines = census.claims + claims, census.lines + lines
            with failures():
                found = kept(reduce(DataFrame.unionByName, others, found.select(*FOUND)), at_once=True)
            database.define("found", found)
            clean, advised = clean_and_advised(database, names_shown) if names_shown else ((0, []), (0, []))
            return SparkFindings(found, census, clean, advised)
        finally:
            database.close()
