"""What is no table of claim lines is refused before Spark begins, and no failure names a patient."""

from typing import Any

import pytest

from cleanclaim import check_table
from cleanclaim.read.columns import ColumnMapping
from cleanclaim.relational.connection import DatabaseFailed

LINE = "'A' as claim_id, 1 as line_number, '99213' as procedure_code, date '2026-01-15' as date_of_service"
PATIENT = "DOE, JANE"


@pytest.mark.parametrize(
    ("columns", "reason"),
    [
        ("1 as id", "its columns are not those of claim lines, claim_id first of all"),
        ("'A' as claim_id", "its columns are not those of claim lines, claim_id first of all"),
        (f"{LINE}, 1 as units, 2 as units", "the column units stands in the header twice"),
        (f"{LINE}, 1 as modifier", "the header is wrong: modifier"),
    ],
)
def test_a_frame_of_other_columns_is_refused(columns: str, reason: str, spark: Any) -> None:
    with pytest.raises(ValueError, match=reason):
        check_table(spark.sql(f"select {columns}"))


def test_a_frame_that_lacks_a_column_of_the_mapping_is_refused(spark: Any) -> None:
    mapping = ColumnMapping.model_validate({"columns": {"claim_id": "ID", "units": "QTY"}})
    with pytest.raises(ValueError, match="it has no column QTY"):
        check_table(spark.sql(f"select {LINE}, 'A' as ID"), columns=mapping)


def test_what_fails_in_the_frame_itself_is_told_without_its_values(spark: Any) -> None:
    frame = spark.sql(f"select {LINE}, cast(name as int) as units from values ('{PATIENT}') as t(name)")
    with pytest.raises(DatabaseFailed) as failed:
        check_table(frame)
    assert str(failed.value) == "Spark: CAST_INVALID_INPUT"


def test_what_fails_in_a_function_of_the_frame_is_told_without_its_values(spark: Any) -> None:
    from pyspark.sql.functions import udf

    def fails(name):
        raise ValueError(name)

    frame = spark.sql(f"select {LINE}, '{PATIENT}' as name").withColumn("units", udf(fails, "int")("name"))
    with pytest.raises(DatabaseFailed, match="Spark: ") as failed:
        check_table(frame)
    assert PATIENT not in str(failed.value)


def test_memory_that_ran_out_is_told_with_what_helps(spark: Any) -> None:
    from cleanclaim.spark.database import failures

    java = spark.sparkContext._jvm.java
    failed = java.util.concurrent.CompletableFuture()
    failed.completeExceptionally(java.lang.OutOfMemoryError(PATIENT))
    with pytest.raises(DatabaseFailed, match="Spark: memory ran out; give it more") as told, failures():
        failed.join()
    assert PATIENT not in str(told.value)
