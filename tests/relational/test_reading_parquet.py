"""Parquet, taken as a set, is read as it is claim by claim, and as the same table would be in CSV.

More by hand: PARQUET_TABLES=200 RELATIONAL_SEED=7 python -m pytest tests/relational/test_reading_parquet.py.
"""

import os
import random
import sys
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.settings import examples

from cleanclaim import Checker
from cleanclaim.read.source import read_claims
from cleanclaim.read.table import read_parquet
from cleanclaim.relational.source import BLANKS

from .comparing import Run, difference, file_at_once, one_by_one
from .showing import SHOWS_ALL, checker_of
from .tables import DAYS_WRITTEN, NUMBERS_WRITTEN, TYPES, DrawnTable, drawn_table

TABLES = int(os.environ.get("PARQUET_TABLES", "6"))
SEED = int(os.environ.get("RELATIONAL_SEED", "2026"))
CLAIMS = 60


def prove(table: DrawnTable, checker: Checker, folder: Path) -> Run:
    """Hold what comes of a table at once equal to what comes of its claims one by one."""
    path = table.write_parquet(folder / "claims.parquet")
    together = file_at_once(checker, path)
    said = difference(together, one_by_one(checker, read_parquet(path, "claims")))
    assert said is None, f"{said}\n{table.types}"
    return together


@pytest.mark.parametrize("number", range(TABLES))
def test_a_table_is_read_alike_at_once_and_claim_by_claim(number: int, tmp_path: Path) -> None:
    rng = random.Random(f"{SEED} {number}")
    as_text = number % 4 == 0
    table, checker = drawn_table(rng.choice, CLAIMS, as_text=as_text), checker_of(shown=rng.choice((False, True)))
    found = prove(table, checker, tmp_path).without_locations()
    if as_text:
        as_csv = one_by_one(checker, read_claims(table.as_csv(tmp_path / "claims.csv"))).without_locations()
        assert difference(found, as_csv) is None


@examples(4, shrink=False)
@given(st.data())
def test_any_small_table_is_read_alike(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    table = drawn_table(lambda options: data.draw(st.sampled_from(options)), 2)
    prove(table, checker_of(shown=True), tmp_path_factory.mktemp("table"))


def of_units(values: tuple[str, ...], kind: str, name: str = "units") -> DrawnTable:
    """A table of claims of one line, each with one of the values."""
    rows = [
        {"claim_id": f"C{number}", "line_number": "1", "procedure_code": "99213", "date_of_service": "2026-01-01",
         "units": "1", "charge": value, name: value}
        for number, value in enumerate(values)
    ]  # fmt: skip
    types = dict.fromkeys(rows[0], "varchar") | {"charge": kind, name: kind}
    return DrawnTable(types, {one: one for one in types}, [{**row} for row in rows])


OFTEN = ("varchar", "float", "double", "decimal(38, 10)")
_NUMBER_TYPES = ("varchar", *dict.fromkeys(TYPES["units"]))
ALL_TYPES = os.environ.get("PARQUET_TABLES") is not None


@pytest.mark.parametrize("kind", _NUMBER_TYPES if ALL_TYPES else OFTEN)
def test_a_number_of_any_type_is_the_number_that_its_text_is(kind: str, tmp_path: Path) -> None:
    prove(of_units(NUMBERS_WRITTEN, kind), checker_of(shown=True), tmp_path)


@pytest.mark.parametrize("kind", ("varchar", *dict.fromkeys(TYPES["date_of_service"])) if ALL_TYPES else ("date",))
@pytest.mark.parametrize("name", ["date_of_service", "date_of_service_end"])
def test_a_day_of_any_type_is_the_day_that_its_text_is(name: str, kind: str, tmp_path: Path) -> None:
    table = of_units(DAYS_WRITTEN, kind, name)
    table.types["charge"] = "varchar"
    for row in table.rows:
        row["charge"] = "1"
    prove(table, checker_of(shown=True), tmp_path)


TAKEN_BY_DUCKDB = (
    "2025-10-01 00:00:00+00",
    "2025-10-01T00:00:00",
    "2025-10-01 12:30:00",
    "2025-1-1",
    "0044-03-15 (BC)",
)
"""Texts that are no day here, and are one to DuckDB."""


@pytest.mark.parametrize("name", ["date_of_service", "date_of_service_end"])
@pytest.mark.parametrize("text", TAKEN_BY_DUCKDB)
def test_a_text_that_duckdb_alone_takes_for_a_day_is_none_beside_a_day_of_its_quarter(
    text: str, name: str, tmp_path: Path
) -> None:
    with duckdb.connect() as connection:
        ((quarter,),) = connection.execute("select date_trunc('quarter', ?::date)", [text]).fetchall()
    table = of_units((text, f"{quarter}"[:10]), "varchar", name)
    for row in table.rows:
        row["charge"] = "1"
    assert prove(table, checker_of(shown=False), tmp_path).edits["SYS010"] == 1


PLAIN = {"procedure_code": "99213", "units": 1, "date_of_service": "2026-01-01", "payer_type": "other"}


def written(path: Path, *rows: dict[str, Any], **kinds: str) -> Path:
    """A Parquet file of rows; columns are text where `kinds` does not tell their type."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    columns = ", ".join(f'c{place}::{kinds.get(name, "varchar")} as "{name}"' for place, name in enumerate(names))
    with duckdb.connect() as connection:
        connection.execute(f"create table made ({', '.join(f'c{place} varchar' for place, _ in enumerate(names))})")
        marks = ", ".join("?" * len(names))
        connection.executemany(
            f"insert into made values ({marks})", [[row.get(name) for name in names] for row in rows]
        )
        connection.execute(f"copy (select {columns} from made) to '{path}' (format parquet)")
    return path


def both(path: Path) -> Run:
    """What comes of a file, on either executor."""
    checker = checker_of(shown=True)
    together = file_at_once(checker, path)
    said = difference(together, one_by_one(checker, read_parquet(path, "claims")))
    assert said is None, said
    return together


def test_an_id_is_the_same_whatever_blanks_stand_around_it(tmp_path: Path) -> None:
    ids = ("C1", " C1", "C1\u00a0", "\u2003C1\t", "\x1fC1")
    rows = [{"claim_id": one, "line_number": number, **PLAIN} for number, one in enumerate(ids, start=1)]
    found = both(written(tmp_path / "claims.parquet", *rows))
    assert (found.census["claims"], found.census["lines"]) == (1, 5)
    assert "SYS010" not in found.edits


def test_blanks_around_an_id_are_all_that_python_strips() -> None:
    assert [*BLANKS] == [one for one in map(chr, range(sys.maxunicode + 1)) if not one.strip()]


def test_a_number_between_other_blanks_than_ascii_has_is_none(tmp_path: Path) -> None:
    rows = [
        {"claim_id": "C1", "line_number": number, **PLAIN, "units": units}
        for number, units in enumerate(("1", " 1\t", "1\u00a0", "\u30001"), start=1)
    ]
    found = both(written(tmp_path / "claims.parquet", *rows))
    assert [one["line_number"] for one in found.findings if one["edit_id"] == "SYS010"] == [3, 4]


@pytest.mark.parametrize("last", [{}, {"date_of_service_end": "2026-01-02"}, {"date_of_service_end": "2 January"}])
@pytest.mark.parametrize("first", ["date", "varchar", "timestamp"])
def test_the_last_day_may_have_another_type_than_the_first_or_no_column(
    first: str, last: dict[str, str], tmp_path: Path
) -> None:
    row = {"claim_id": "C1", "line_number": 1, **PLAIN, **last}
    found = both(written(tmp_path / "claims.parquet", row, date_of_service=first))
    assert ("SYS010" in found.edits) == (last.get("date_of_service_end") == "2 January")
    assert (SHOWS_ALL in found.edits) == ("SYS010" not in found.edits)


def test_claims_beside_a_row_of_no_claim_are_not_whole_and_are_counted_once(tmp_path: Path) -> None:
    ids = ("C1", "C2", None, "C3", "C4")
    rows = [{"claim_id": one, "line_number": 1, **PLAIN} for one in ids]
    found = both(written(tmp_path / "claims.parquet", *rows))
    assert [one["claim_id"] for one in found.findings if one["edit_id"] == "SYS010"] == [None, "C2", "C3"]
    assert (found.census["claims"], found.census["unread"]) == (4, 1)


@pytest.mark.parametrize("blank", ["", " ", "\t", "\u00a0", "\x1f", "\x0b"])
def test_lines_without_a_code_are_of_one_code_however_it_is_left_out(blank: str, tmp_path: Path) -> None:
    line = {**PLAIN, "claim_type": "institutional", "revenue_code": "0510", "units": 2}
    rows = [
        {"claim_id": "C1", "line_number": number, **line, "procedure_code": code}
        for number, code in enumerate((None, blank), start=1)
    ]
    path = written(tmp_path / "claims.parquet", *rows)
    checker = checker_of(shown=False)
    found = file_at_once(checker, path)
    assert difference(found, one_by_one(checker, read_parquet(path, "claims"))) is None
    assert [one["line_number"] for one in found.findings if one["edit_id"] == "HSE002"] == [1, 2]


@pytest.mark.parametrize(
    ("codes", "providers"),
    [
        (("A4649", "a4649"), ("", None)),
        (("A4649", " A4649 "), ("x", "x ")),
        (("A4649", "A4649\t"), ("x", "\u00a0x")),
        (("\uff21", "\uff41"), (" ", None)),  # letters beyond ASCII stay as they are
    ],
)
def test_what_is_billed_on_a_day_is_summed_up_however_code_and_provider_are_written(
    codes: tuple[str, str], providers: tuple[str | None, str | None], tmp_path: Path
) -> None:
    rows = [
        {"claim_id": "C1", "line_number": number, **PLAIN, "procedure_code": code, "rendering_provider": provider}
        for number, (code, provider) in enumerate(zip(codes, providers, strict=True), start=1)
    ]
    path, checker = written(tmp_path / "claims.parquet", *rows), checker_of(shown=False)
    found = file_at_once(checker, path)
    assert difference(found, one_by_one(checker, read_parquet(path, "claims"))) is None
    assert found.edits["HSE001"] == (0 if codes[0] == "\uff21" else 2)
