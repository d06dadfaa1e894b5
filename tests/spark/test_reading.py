"""What a row says is the same on Spark as in DuckDB, column by column, before any edit looks at it.

More by hand: PARQUET_TABLES=200 RELATIONAL_SEED=7 python -m pytest tests/spark/test_reading.py.
"""

import os
import random
import re
from pathlib import Path
from typing import Any

import duckdb
import pytest
from tests.relational.mapped import FORMATS, mapped_table
from tests.relational.tables import DAYS_WRITTEN, NUMBERS_WRITTEN, TYPES, DrawnTable, Row, drawn_table

from cleanclaim.read.columns import ColumnMapping
from cleanclaim.read.table import parquet_table
from cleanclaim.read.table import text_query as duckdb_text_query
from cleanclaim.relational.connection import open_database, quoted
from cleanclaim.relational.source import IDENTIFIERS, billed_query

from .running import File, as_spark_reads

TABLES = int(os.environ.get("PARQUET_TABLES", "6"))
SEED = int(os.environ.get("RELATIONAL_SEED", "2026"))
WRITTEN = ("01/02/2026", "1/2/2026", "13/02/2026", "02/30/2026", "2026-01-02", "1/2/26", "02-JAN-2026", "2-jan-2026",
           "02-\u017fEP-2026", "31-SEP-2026", "20260102", "2026012", "20260102\x00", "2.1.2026",
           "02.01.2026", "2026-01-02 00:00:00", " 20260102 ", "\u00a020260102", "", " ", None)  # fmt: skip

_VALUES = ("units", "charge", "line_number", "first_day", "last_day")

Rows = list[tuple[str, ...]]


def told(rows: Any) -> Rows:
    """Rows as text, in order."""
    return sorted(tuple(map(str, row)) for row in rows)


def in_duckdb(file: File) -> tuple[list[str], Rows, Rows]:
    """The columns of the view of a file, its rows, and the rows as a reader has them."""
    with open_database() as database:
        table = parquet_table(database.connection, file.path, file.shown, file.mapping)
        padded = [name for name in IDENTIFIERS if name in table.columns]
        query = billed_query(table, padded, 1, quoted(table.shown))
        names = database.connection.sql(query).columns
        rows = told(database.rows(query))
        return names, rows, told(database.rows(duckdb_text_query(table)))


def in_spark(spark: Any, file: File, names: list[str]) -> tuple[Rows, Rows]:
    """The same of Spark."""
    from cleanclaim.spark.database import SparkDatabase, settings
    from cleanclaim.spark.source import FILE, ROW, make_billed, placed, spark_table, text_query

    with settings(spark), open_database() as small:
        database = SparkDatabase(spark, small)
        try:
            table = spark_table(placed(spark.read.parquet(str(file.path))), "table", 1, file.mapping)
            make_billed(database, [table])
            rows = told(database.rows(f"select {', '.join(names)} from billed"))
            texts = database.rows(f"select * exclude (claim, {FILE}) from ({text_query(table, is_only=True)})")
            assert ROW
            return rows, told(texts)
        finally:
            database.close()


def prove(spark: Any, file: File) -> Rows:
    """Hold Spark equal to DuckDB on what the rows of a file say; what they say."""
    names, wanted, wanted_texts = in_duckdb(file)
    had, texts = in_spark(spark, file, names)
    # where a value is wrong, a reader looks at the row
    is_wrong = names.index("is_wrong")
    differing = [
        f"{name}: {one!r} where {other!r} is right, in row {row[0]}"
        for row, right in zip(had, wanted, strict=True)
        for name, one, other in zip(names, row, right, strict=True)
        if one != other and (row[is_wrong] == "False" or name not in _VALUES)
    ]
    assert differing == []
    assert texts == wanted_texts
    return had


@pytest.mark.parametrize("number", range(TABLES))
def test_the_rows_of_a_table_say_the_same(number: int, spark: Any, tmp_path: Path) -> None:
    rng = random.Random(f"spark rows {SEED} {number}")
    table, mapping = as_spark_reads(drawn_table(rng.choice, 60)), None
    if number % 2:
        mapped = mapped_table(rng.choice, table)
        table, mapping = mapped.mapped, mapped.mapping
    assert prove(spark, File(table.write_parquet(tmp_path / "claims.parquet"), mapping))


def of_columns(values: tuple[str | None, ...], *kinds: str) -> DrawnTable:
    """A table of lines, each value in a column of each type, under names of fields in turn."""
    rows: list[Row] = [{"claim_id": f"C{place}", **dict.fromkeys(kinds, value)} for place, value in enumerate(values)]
    types = {"claim_id": "varchar"} | {kind: kind for kind in kinds}
    return DrawnTable(types, {one: one for one in types}, rows)


def test_a_number_of_any_type_is_the_number_that_it_is_in_duckdb(spark: Any, tmp_path: Path) -> None:
    kinds = ("varchar", *dict.fromkeys(TYPES["units"]))
    # Java before 19 tells some numbers with a digit more than they need: FLOAT from 1e7, DOUBLE from 1e16
    numbers = tuple(one for one in NUMBERS_WRITTEN if len(one) < 14)
    path = of_columns(numbers, *kinds).write_parquet(tmp_path / "claims.parquet")
    fields = ("line_number", "units", "charge")
    for start in range(0, len(kinds), len(fields)):
        named = dict(zip(fields, kinds[start:], strict=False))
        prove(spark, File(path, ColumnMapping.model_validate({"columns": {"claim_id": "claim_id", **named}})))


@pytest.mark.parametrize("formats", [one for one in FORMATS if one])
def test_a_day_written_in_a_format_is_the_day_that_it_is_in_duckdb(
    formats: str | tuple[str, ...], spark: Any, tmp_path: Path
) -> None:
    table = of_columns((*WRITTEN, *DAYS_WRITTEN), "varchar")
    columns = {"claim_id": "claim_id", "date_of_service": "varchar"}
    several = [formats] if isinstance(formats, str) else formats
    mapping = ColumnMapping.model_validate({"columns": columns, "date_format": several})
    prove(spark, File(table.write_parquet(tmp_path / "claims.parquet"), mapping))


def test_days_of_any_type_are_the_days_that_they_are_in_duckdb(spark: Any, tmp_path: Path) -> None:
    kinds = ("date", "timestamp", "timestamp_ms")
    days = tuple(one for one in DAYS_WRITTEN if re.fullmatch(r"[0-9]{4}-[^(]*", one))  # those that Python has
    path = of_columns(days, *kinds).write_parquet(tmp_path / "claims.parquet")
    for one, other in (("date", "timestamp"), ("timestamp_ms", "date")):
        columns = {"claim_id": "claim_id", "date_of_service": one, "date_of_service_end": other}
        prove(spark, File(path, ColumnMapping.model_validate({"columns": columns})))


def test_floating_numbers_and_bytes_are_told_as_duckdb_tells_them(spark: Any) -> None:
    from pyspark.sql.types import BinaryType, DataType, DoubleType, FloatType, StructField, StructType

    from cleanclaim.spark.texts import text_as_duckdb_has_it

    rng = random.Random(SEED)
    numbers = [float(one) for one in ("1", "1e7", "1e16", "1e-4", "1e-5", "-0.0", "0.5", "nan", "inf", "-inf", "1e22")]
    numbers += [round(rng.uniform(-10, 10), rng.choice((1, 3, 6))) * 10.0 ** rng.randint(-3, 10) for _ in range(500)]
    texts = [bytes(rng.randrange(256) for _ in range(rng.randrange(6))) for _ in range(300)]
    cases: tuple[tuple[DataType, str, list[Any]], ...] = (
        (DoubleType(), "double", [round(one, 6) for one in numbers]),
        (BinaryType(), "blob", [b"", b"A'\"\\ c", *texts]),
        (FloatType(), "float", [0.1, 0.5, 1e7, 12.25, 0.0001, -3.0]),
    )  # fmt: skip
    for kind, name, values in cases:
        frame = spark.createDataFrame([(one,) for one in (*values, None)], StructType([StructField("one", kind)]))
        had = [row[0] for row in frame.selectExpr(text_as_duckdb_has_it("one", kind)).collect()]
        wanted = [duckdb.execute(f"select ?::{name}::varchar", [one]).fetchall()[0][0] for one in (*values, None)]
        assert had == wanted
