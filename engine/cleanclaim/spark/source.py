"""Tables of claim lines that Spark reads: what their columns hold, and the view `billed` of all of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from pyspark.errors import AnalysisException
from pyspark.sql import DataFrame, functions, types

from cleanclaim.read.columns import ColumnMapping
from cleanclaim.read.table import OF_DAYS, Column, Table, table_of
from cleanclaim.relational.facts import selected
from cleanclaim.relational.source import IDENTIFIERS, STAGED, billed_query, identifier_sql
from cleanclaim.spark.database import SparkDatabase
from cleanclaim.spark.texts import text_as_duckdb_has_it

FILE, ROW = "cleanclaim_file", "cleanclaim_row"
"""The columns that say where a row stood: its file, and its number there from 1; null where Spark cannot tell."""
_TYPES: dict[type[types.DataType], str] = {
    types.StringType: "VARCHAR", types.DateType: "DATE", types.TimestampNTZType: "TIMESTAMP",
    types.TimestampType: "TIMESTAMP WITH TIME ZONE", types.ByteType: "TINYINT",
    types.ShortType: "SMALLINT", types.IntegerType: "INTEGER", types.LongType: "BIGINT", types.FloatType: "FLOAT",
    types.DoubleType: "DOUBLE", types.BooleanType: "BOOLEAN",
}  # fmt: skip


@dataclass(frozen=True)
class SparkTable:
    """A table of claim lines."""

    frame: DataFrame
    """Its rows, with FILE and ROW."""
    table: Table
    place: int
    """Of its claims in the input."""

    @property
    def view(self) -> str:
        """The name of its rows in SQL."""
        return f"input_{self.place}"


@dataclass(frozen=True)
class StagedTable:
    """Lines of claims that were read already, with the columns of `billed`; each claim has a place of its own."""

    frame: DataFrame

    view = "input_staged"


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
    table = table_of(f"input_{place}", shown, [one.name for one in fields], columns, mapping)
    return SparkTable(frame.toDF(*_renamed(frame, names)).select("*", *told.values()), table, place)


def _renamed(frame: DataFrame, names: Sequence[str]) -> list[str]:
    new = iter(names)
    return [one if one in (FILE, ROW) else next(new) for one in frame.columns]


def _type(kind: types.DataType) -> str:
    """The name that DuckDB has for a type."""
    if isinstance(kind, types.DecimalType):
        return f"DECIMAL({kind.precision},{kind.scale})"
    if isinstance(kind, types.ArrayType):
        return f"{_type(kind.elementType)}[]"
    return _TYPES.get(type(kind), str(kind.simpleString()).upper())


def make_billed(database: SparkDatabase, tables: Sequence[SparkTable | StagedTable]) -> None:
    """Make the view `billed` of the lines of tables, of which none is refused. Raises DatabaseFailed.

    Its `claim_key` is one for each claim of a table.
    """
    days = {
        column.type in OF_DAYS or bool(column.formats)
        for one in tables
        if isinstance(one, SparkTable)
        for name in ("date_of_service", "date_of_service_end")
        if (column := one.table.columns.get(name)) is not None
    }
    kind = "varchar" if False in days else "date"
    queries = []
    for one in tables:
        database.define(one.view, one.frame)
        billed, key = one.view, "cast(claim_key as varchar)"
        if isinstance(one, SparkTable):
            padded = [name for name in IDENTIFIERS if name in one.table.columns]
            billed = f"({billed_query(one.table, padded, one.place, FILE, ROW)})"
            key = "claim_key" if len(tables) == 1 else f"'{one.place}|' || claim_key"
        columns = {name: name for name in STAGED} | {"claim_key": key}
        columns |= {name: f"cast({name} as {kind})" for name in ("first_day", "last_day")}
        queries.append(f"select {selected(columns)} from {billed}")
    database.run(f"create or replace temp view billed as {' union all '.join(queries)}")


def text_query(one: SparkTable, *, is_only: bool) -> str:
    """The query of a table's rows as text: the claim of each as `billed` has it, where it stood, what holds a field."""
    key = identifier_sql(one.table, "claim_id")
    if not is_only:
        key = f"'{one.place}|' || {key}"
    columns = "".join(f", {column.text} as text_{place}" for place, column in enumerate(one.table.sources))
    return f"select {key} as claim, {FILE}, {ROW}{columns} from {one.view}"
