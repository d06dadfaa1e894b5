"""A table under a column mapping, taken as a set, is read as claim by claim, as CSV, and as the same in our own names.

More by hand: PARQUET_TABLES=200 RELATIONAL_SEED=7 python -m pytest tests/relational/test_mapped_tables.py.
"""

import json
import os
import random
import re
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.settings import examples

from cleanclaim import Checker
from cleanclaim.read.columns import ColumnMapping
from cleanclaim.read.source import read_claims
from cleanclaim.read.table import read_parquet
from cleanclaim.values import listed

from .comparing import Run, at_once, difference, one_by_one
from .mapped import FORMATS, MappedTable, mapped_table
from .showing import SHOWS_ALL, checker_of
from .tables import drawn_table

TABLES = int(os.environ.get("PARQUET_TABLES", "8"))
SEED = int(os.environ.get("RELATIONAL_SEED", "2026"))
CLAIMS = 60
_OF_A_COLUMN = re.compile(r" \(column [^)]*\)")
_HOW = [listed((one,) if isinstance(one, str) else one, last="or") for one in FORMATS if one]
_OF_A_DAY = re.compile(
    f"a day is written ({'|'.join(map(re.escape, ('year-month-day, as 2026-01-31', *_HOW)))})"
    "|there is no such day in the calendar"
)


def mapped_at_once(checker: Checker, path: Path, mapping: ColumnMapping) -> Run:
    return at_once(checker, lambda batch: batch.add_parquet(path, "claims", mapping))


def both(checker: Checker, path: Path, mapping: ColumnMapping) -> Run:
    """What comes of a file, on either executor."""
    together = mapped_at_once(checker, path, mapping)
    said = difference(together, one_by_one(checker, read_parquet(path, "claims", mapping)))
    assert said is None, f"{said}\n{mapping!r}"
    return together


def without_columns(run: Run) -> Run:
    """The same, by whichever name a column is told, and however days are said to be written."""
    bare = run.without_locations()
    said = [_OF_A_DAY.sub("no day", _OF_A_COLUMN.sub("", json.dumps(one))) for one in bare.findings]
    return Run(sorted((json.loads(one) for one in said), key=str), bare.census)


def prove(table: MappedTable, checker: Checker, folder: Path, *, as_text: bool = False) -> None:
    path = table.mapped.write_parquet(folder / "mapped.parquet")
    together = both(checker, path, table.mapping)
    own = one_by_one(checker, read_parquet(table.own.write_parquet(folder / "own.parquet"), "claims"))
    said = difference(without_columns(together), without_columns(own))
    assert said is None, f"{said}\n{table.mapping!r}\n{table.mapped.types}"
    if as_text:
        as_csv = one_by_one(checker, read_claims(table.mapped.as_csv(folder / "mapped.csv"), mapping=table.mapping))
        assert difference(together.without_locations(), as_csv.without_locations()) is None


@pytest.mark.parametrize("number", range(TABLES))
def test_a_table_under_a_mapping_is_read_alike_everywhere(number: int, tmp_path: Path) -> None:
    rng = random.Random(f"mapped {SEED} {number}")
    as_text = number % 2 == 0
    table = mapped_table(rng.choice, drawn_table(rng.choice, CLAIMS, as_text=as_text))
    prove(table, checker_of(shown=rng.choice((False, True))), tmp_path, as_text=as_text)


@examples(6, shrink=False)
@given(st.data())
def test_any_small_table_under_a_mapping_is_read_alike(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    def pick(options: Any) -> Any:
        return data.draw(st.sampled_from(options))

    prove(mapped_table(pick, drawn_table(pick, 2)), checker_of(shown=True), tmp_path_factory.mktemp("table"))


PLAIN = {"ID": "A", "LN": "1", "CODE": "99213", "FROM": "01/02/2026", "M1": "25", "M2": None, "PAYER": "other"}
COLUMNS = {
    "claim_id": "id", "line_number": "ln", "procedure_code": "code", "date_of_service": "from",
    "modifiers": ["m1", "m2"], "payer_type": "payer",
}  # fmt: skip


def written(path: Path, *rows: dict[str, Any], **kinds: str) -> Path:
    """A Parquet file of rows; columns are text where `kinds` does not tell their type."""
    columns = ", ".join(f'c{place}::{kinds.get(name, "varchar")} as "{name}"' for place, name in enumerate(rows[0]))
    with duckdb.connect() as connection:
        connection.execute(f"create table made ({', '.join(f'c{place} varchar' for place, _ in enumerate(rows[0]))})")
        marks = ", ".join("?" * len(rows[0]))
        connection.executemany(f"insert into made values ({marks})", [list(row.values()) for row in rows])
        connection.execute(f"copy (select {columns} from made) to '{path}' (format parquet)")
    return path


def mapping_of(*formats: str, **more: Any) -> ColumnMapping:
    return ColumnMapping.model_validate({"columns": COLUMNS, "date_format": formats, **more})


@pytest.mark.parametrize(
    ("formats", "values"),
    [
        (("%m/%d/%Y",), ("01/02/2026", "1/2/2026", " 01/02/2026 ", "13/02/2026", "02/30/2026", "2026-01-02", "1/2/26")),
        (
            ("%d-%b-%Y",),
            ("02-JAN-2026", "2-jan-2026", "02-Jan-2026", "02-JANUARY-2026", "02-\u017fEP-2026", "31-SEP-2026"),
        ),
        (("%Y%m%d",), ("20260102", "2026012", "00000101", "99991231", "10000101", "2026-1-02", "20260102\x00")),
        (("%m/%d/%Y", "%Y%m%d", "%d.%m.%Y"), ("01/02/2026", "20260102", "2.1.2026", "2/1.2026", "", " ", "\u00a0")),
        (("it's %Y on %m, %d [^\\]",), ("it's 2026 on 1, 2 [^\\]", "it's 2026 on 01, 02 [^\\]", "it's 2026 on 1, 2")),
    ],
)  # fmt: skip
def test_a_day_is_one_on_one_executor_where_it_is_one_on_the_other(
    formats: tuple[str, ...], values: tuple[str, ...], tmp_path: Path
) -> None:
    rows = [{**PLAIN, "ID": f"C{number}", "FROM": value} for number, value in enumerate(values)]
    checker, path = checker_of(shown=True), written(tmp_path / "claims.parquet", *rows)
    found = both(checker, path, mapping_of(*formats))
    good = [one for one in found.findings if one["edit_id"] == SHOWS_ALL]
    assert good
    assert {one["claim_id"] for one in found.findings if one["edit_id"] == "SYS010"} == {
        f"C{number}" for number, _ in enumerate(values)
    } - {one["claim_id"] for one in good}


@pytest.mark.parametrize("kind", ["date", "timestamp", "timestamp_ns"])
def test_a_column_of_days_is_taken_for_its_days_whatever_the_format(kind: str, tmp_path: Path) -> None:
    rows = [{**PLAIN, "FROM": "2026-01-02", "THRU": "01/05/2026"}]
    path = written(tmp_path / "claims.parquet", *rows, FROM=kind)
    mapping = mapping_of("%m/%d/%Y", columns={**COLUMNS, "date_of_service_end": "THRU"})
    found = both(checker_of(shown=True), path, mapping)
    (one,) = (one for one in found.findings if one["edit_id"] == SHOWS_ALL)
    assert "date_of_service: 2026-01-02; " in one["message"]
    assert "date_of_service_end: 2026-01-05; " in one["message"]


def test_a_number_is_read_as_a_day_where_the_format_has_digits_alone(tmp_path: Path) -> None:
    path = written(tmp_path / "claims.parquet", {**PLAIN, "FROM": "20260102"}, FROM="integer")
    found = both(checker_of(shown=True), path, mapping_of("%Y%m%d"))
    assert "SYS010" not in found.edits


def test_what_is_plain_is_not_left_to_a_reader(tmp_path: Path) -> None:
    rows = [{**PLAIN, "ID": f"C{number}"} for number in range(50)]
    path = written(tmp_path / "claims.parquet", *rows)
    checker = checker_of(shown=False)
    own = checker.with_library(checker.library)
    mapped_at_once(own, path, mapping_of("%m/%d/%Y", constants={"claim_type": "professional"}))
    assert own.census.claims == 0


def test_a_table_that_lacks_a_column_of_the_mapping_is_none_and_the_next_is_checked(tmp_path: Path) -> None:
    lacking = written(tmp_path / "lacking.parquet", {name: value for name, value in PLAIN.items() if name != "M2"})
    whole = written(tmp_path / "whole.parquet", PLAIN)
    checker, mapping = checker_of(shown=True), mapping_of("%m/%d/%Y")

    def fill(batch: Any) -> None:
        batch.add_parquet(lacking, "lacking", mapping)
        batch.add_parquet(whole, "whole", mapping)

    found = at_once(checker, fill)
    alone = [*read_parquet(lacking, "lacking", mapping), *read_parquet(whole, "whole", mapping)]
    assert difference(found, one_by_one(checker, alone)) is None
    (unread,) = (one for one in found.findings if one["edit_id"] == "SYS010")
    assert unread["evidence"]["reason"] == "it has no column m2 (modifiers), which the column mapping names"
    assert found.census["claims"] == 1
