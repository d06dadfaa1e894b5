"""Tables of claim lines that Spark reads: what their columns hold, and the view `billed` of all of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from pyspark.errors import AnalysisException
from pyspark.sql import DataFrame, functions
from pyspark.sql import types as of_spark

from cleanclaim.read.columns import ColumnMapping
from cleanclaim.read.table import OF_DAYS, Column, Table, table_of
from cleanclaim.relational.source import IDENTIFIERS, billed_query, identifier_sql
from cleanclaim.spark.database import SparkDatabase
from cleanclaim.spark.texts import text_as_duckdb_has_it

FILE, ROW = "cleanclaim_file", "cleanclaim_row"
"""The columns that say where a row stood: its file, and its number there from 1; null where Spark cannot tell."""
_TYPES: dict[type[of_spark.DataType], str] = {
    of_spark.StringType: "VARCHAR",
    of_spark.DateType: "DATE",
    of_spark.TimestampNTZType: "TIMESTAMP",
    of_spark.ByteType: "TINYINT",
    of_spark.ShortType: "SMALLINT",
    of_spark.IntegerType: "INTEGER",
    of_spark.LongType: "BIGINT",
    of_spark.FloatType: "FLOAT",
    of_spark.DoubleType: "DOUBLE",
    of_spark.BooleanType: "BOOLEAN",
}


@dataclass(frozen=True)
class SparkTable:
    """A table of claim lines."""

    frame: DataFrame
    """Its rows, with FILE and ROW."""
    table: Table
    place: int
    """Of its claims in the input."""
    view: str


def placed(frame: DataFrame) -> DataFrame:
    """A table's rows with the file and number of each, where Spark reads them from files and can tell."""
    try:
        return frame.select(
            "*", functions.col("_metadata.file_path").alias(FILE), (functions.col("_metadata.row_index") + 1).alias(ROW)
        )
    except AnalysisException:
        unknown = functions.lit(None)
        return frame.select("*", unknown.cast("string").alias(FILE), unknown.cast("bigint").alias(ROW))


def spark_table(frame: DataFrame, shown: str, place: int, mapping: ColumnMapping | None = None) -> SparkTable:
    """A table of rows that have FILE and ROW; `shown` is its name in locations."""
    fields = [one for one in frame.schema.fields if one.name not in (FILE, ROW)]
    view = f"input_{place}"
    # two columns may bear one name, and have numbers then
    names = [f"column_{number}" for number, _ in enumerate(fields)]
    told = {
        name: functions.expr(text).alias(f"{name}_told")
        for name, one in zip(names, fields, strict=True)
        if (text := text_as_duckdb_has_it(name, one.dataType)) is not None
    }
    columns = [
        Column(name, _type(one.dataType), told=f"{name}_told" if name in told else None)
        for name, one in zip(names, fields, strict=True)
    ]
    table = table_of(view, shown, [one.name for one in fields], columns, mapping)
    return SparkTable(frame.toDF(*_renamed(frame, names)).select("*", *told.values()), table, place, view)


def _renamed(frame: DataFrame, names: Sequence[str]) -> list[str]:
    new = iter(names)
    return [one if one in (FILE, ROW) else next(new) for one in frame.columns]


def _type(kind: of_spark.DataType) -> str:
    """The name that DuckDB has for a type."""
    if isinstance(kind, of_spark.DecimalType):
        return f"DECIMAL({kind.precision},{kind.scale})"
    if isinstance(kind, of_spark.ArrayType):
        return f"{_type(kind.elementType)}[]"
    return _TYPES.get(type(kind), str(kind.simpleString()).upper())


def make_billed(database: SparkDatabase, tables: Sequence[SparkTable]) -> None:
    """Make the view `billed` of the lines of tables, of which none is refused. Raises DatabaseFailed.

    Its `claim_key` is one for each claim of a table.
    """
    days = {
        column.type in OF_DAYS or bool(column.formats)
        for one in tables
        for name in ("date_of_service", "date_of_service_end")
        if (column := one.table.columns.get(name)) is not None
    }
    kind = "varchar" if False in days else "date"
    queries = []
    for one in tables:
        database.define(one.view, one.frame)
        padded = [name for name in IDENTIFIERS if name in one.table.columns]
        billed = billed_query(one.table, padded, one.place, FILE, ROW)
        key = "claim_key" if len(tables) == 1 else f"'{one.place}|' || claim_key"
        queries.append(
            f"select * exclude (claim_key, first_day, last_day), {key} as claim_key, "
            f"cast(first_day as {kind}) as first_day, cast(last_day as {kind}) as last_day from ({billed})"
        )
    database.run(f"create or replace temp view billed as {' union all '.join(queries)}")


def text_query(one: SparkTable, *, is_only: bool) -> str:
    """The query of a table's rows as text: the claim of each as `billed` has it, where it stood, what holds a field."""
    key = identifier_sql(one.table, "claim_id")
    if not is_only:
        key = f"'{one.place}|' || {key}"
    columns = "".join(f", {column.text} as text_{place}" for place, column in enumerate(one.table.sources))
    return f"select {key} as claim, {FILE}, {ROW}{columns} from {one.view}"
