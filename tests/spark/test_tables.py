"""Tables as they come, of columns of many types and values from plain to damaged, are read on Spark as by DuckDB.

More by hand: SPARK_TABLES=60 RELATIONAL_SEED=7 python -m pytest tests/spark/test_tables.py.
"""

import os
import random
from pathlib import Path
from typing import Any

import pytest
from tests.relational.comparing import Run
from tests.relational.mapped import mapped_table
from tests.relational.showing import checker_of
from tests.relational.tables import DAYS_WRITTEN, DrawnTable, Row, drawn_table

from cleanclaim.read.columns import ColumnMapping

from .running import Cluster, File, as_spark_reads, prove

TABLES = int(os.environ.get("SPARK_TABLES", "4"))
SEED = int(os.environ.get("RELATIONAL_SEED", "2026"))
CLAIMS = 40
PLAIN = {
    "claim_id": "C1", "line_number": "1", "procedure_code": "99213", "units": "1", "charge": "10",
    "date_of_service": "2026-01-01", "payer_type": "other",
}  # fmt: skip


def table_of(*rows: Row, **types: str) -> DrawnTable:
    """A table of rows that bear plain values where they tell no other; columns are text where no type is told."""
    names = list(dict.fromkeys([*PLAIN, *(name for row in rows for name in row)]))
    whole = [{**PLAIN, **row} for row in rows]
    return DrawnTable({name: types.get(name, "varchar") for name in names}, {name: name for name in names}, whole)


def lost_rows() -> DrawnTable:
    """Rows of no claim: at the beginning and the end, alone, in runs, and between the lines of one claim."""
    ids = (None, "", "C1", "C1", None, "C1", "C2", None, "\u00a0", " ", "C3", "C4", None, "C4", "C5", "C1", None, None)
    return table_of(*({"claim_id": one, "line_number": str(place)} for place, one in enumerate(ids, start=1)))


def torn_claims() -> DrawnTable:
    """Claims whose rows tell different things of the claim, and those that repeat a number or name blanks otherwise."""
    rows: list[Row] = [
        {"claim_id": "A", "line_number": "1"}, {"claim_id": "A", "line_number": "2", "payer_type": "medicare"},
        {"claim_id": "B", "line_number": "1"}, {"claim_id": "B", "line_number": "2", "payer_type": " OTHER "},
        {"claim_id": "C", "line_number": "1"}, {"claim_id": "C", "line_number": "2", "payer_type": None},
        {"claim_id": "D", "line_number": "1"}, {"claim_id": "D", "line_number": "1"},
        {"claim_id": "E", "line_number": "0"}, {"claim_id": "F", "line_number": "1000000"},
        {"claim_id": "G"}, {"claim_id": " G", "line_number": "2"}, {"claim_id": "\u2003G\x1f", "line_number": "3"},
        {"claim_id": "H", "patient_id": "1"}, {"claim_id": "H", "line_number": "2", "patient_id": "2"},
    ]  # fmt: skip
    return table_of(*rows)


def written_days() -> DrawnTable:
    """Days as they should be written and otherwise, of two columns."""
    rows = [{"claim_id": f"D{number}", "date_of_service": text} for number, text in enumerate(DAYS_WRITTEN)]
    rows += [{"claim_id": f"E{number}", "date_of_service_end": text} for number, text in enumerate(DAYS_WRITTEN)]
    return table_of(*rows)


def of_doubles() -> DrawnTable:
    """Identifiers that a program turned into floating numbers, bytes, and moments that no calendar has."""
    numbers = ("1234567893", "12345678930", "0.0001", "0.00001", "1e16", "-7", "nan", None)
    days = ("infinity", "-infinity", "10000-01-01", "0044-03-15 (BC)", "2026-01-01", "2026-01-01 12:30:00", None, None)
    rows: list[Row] = [
        {"claim_id": number, "rendering_provider": number, "units": number, "charge": "1.5",
         "description": f"é {place}", "date_of_service_end": day}
        for place, (number, day) in enumerate(zip(numbers, days, strict=True))
    ]  # fmt: skip
    kinds = dict.fromkeys(("claim_id", "rendering_provider", "units"), "double")
    return table_of(*rows, **kinds, charge="float", description="blob", date_of_service_end="timestamp")


def without_places() -> DrawnTable:
    """Claims of which some cannot be read, none by what stands beside it."""
    rows = [
        {"claim_id": f"W{place // 2}", "line_number": str(place % 2 + 1), "units": units, "procedure_code": code}
        for place, (units, code) in enumerate(
            zip(("1", "x", "2", "2", "1", "1e3"), ("15271", "Q4257") * 3, strict=True)
        )
    ]
    return table_of(*rows)


def drawn(folder: Path) -> list[File]:
    """Random tables, every other in columns of other names."""
    files = []
    for number in range(TABLES):
        rng = random.Random(f"spark tables {SEED} {number}")
        table, mapping = as_spark_reads(drawn_table(rng.choice, CLAIMS)), None
        if number % 2:
            mapped = mapped_table(rng.choice, table)
            table, mapping = mapped.mapped, mapped.mapping
        files.append(File(table.write_parquet(folder / f"{number}.parquet"), mapping))
    return files


def test_several_tables_are_read_in_one_run_each_as_by_itself(spark: Any, tmp_path: Path) -> None:
    made = [lost_rows(), torn_claims(), written_days(), of_doubles()]
    files = [File(table.write_parquet(tmp_path / f"made_{place}.parquet")) for place, table in enumerate(made)]
    days = table_of(*({"claim_id": one, "date_of_service": one} for one in ("00000101", "20260102", "20261302")))
    mapping = ColumnMapping.model_validate({"date_format": ["%Y%m%d"]})
    files.append(File(days.write_parquet(tmp_path / "days.parquet"), mapping))
    files.insert(1, File(without_places().write_parquet(tmp_path / "rows_alone.parquet"), is_placed=False))
    found = prove(spark, checker_of(shown=True), *files, *drawn(tmp_path))
    assert {"SYS010", "DUP010", "HSE900"} <= found.edits.keys()
    assert len({one["location"]["file"] for one in found.findings if one["claim_id"] == "C1"}) > 1


@pytest.mark.parametrize("number", range(TABLES, TABLES + max(1, TABLES // 8)))
def test_whatever_a_session_is_set_to_the_findings_are_the_same(number: int, spark: Any, tmp_path: Path) -> None:
    rng = random.Random(f"spark tables {SEED} {number}")
    table = as_spark_reads(drawn_table(rng.choice, CLAIMS))
    days = {name: "timestamp" for name in ("date_of_service", "date_of_service_end") if name in table.types}
    table.types.update(days)
    file = File(table.write_parquet(tmp_path / "claims.parquet"))
    own = spark.newSession()
    settings = {
        "spark.sql.ansi.enabled": "false", "spark.sql.session.timeZone": "Pacific/Apia",
        "spark.sql.caseSensitive": "true",
    }  # fmt: skip
    for name, value in settings.items():
        own.conf.set(name, value)
    views = [one.name for one in own.catalog.listTables()]
    found: Run = prove(own, checker_of(shown=False), file)
    assert found.findings
    assert {name: own.conf.get(name) for name in settings} == settings
    assert [one.name for one in own.catalog.listTables()] == views


def test_without_files_nothing_is_told_of_places_and_what_is_odd_is_left_to_a_reader(
    cluster: Cluster, tmp_path: Path
) -> None:
    file = File(without_places().write_parquet(tmp_path / "claims.parquet"), is_placed=False)
    before = cluster.events_so_far()
    found = prove(cluster.session, checker_of(shown=False), file)
    assert {str(one["location"]) for one in found.findings} == {"None"}
    assert "MapInArrow" in cluster.python_since(before)
