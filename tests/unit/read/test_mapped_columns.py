"""Tables with columns of other names: by a mapping they are read as the same claims in our own names."""

import re
from collections.abc import Sequence
from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanclaim.claims import ReadClaim
from cleanclaim.read.columns import ColumnMapping
from cleanclaim.read.header import KNOWN

from ..settings import examples
from .damage import Damage, damages
from .making import (
    PATIENT,
    Fields,
    as_claims,
    csv_rows,
    csv_table,
    plain_claims,
    read,
    read_whole,
    several_claims,
    table_rows,
)  # fmt: skip

FORMATS = {"%m/%d/%Y": "%m/%d/%Y", "%d-%b-%Y": "%d-%b-%Y", "%Y%m%d": "%Y%m%d", "%d.%m.%Y": "%d.%m.%Y"}
_DAYS = ("date_of_service", "date_of_service_end")
Cells = dict[str, str]


@st.composite
def mapped(draw: st.DrawFn, claims: Sequence[Fields]) -> tuple[ColumnMapping, list[Cells]]:
    """A mapping, and the rows of the claims in a table that it fits."""
    rows = table_rows(claims)
    columns = list(dict.fromkeys(name for row in rows for name in row))
    renamed = draw(st.lists(st.sampled_from(columns), unique=True))
    named: dict[str, Any] = {name: f"{draw(st.sampled_from(('Src ', 'SRC_', 'src_')))}{name}" for name in renamed}
    written = draw(st.sampled_from((None, *FORMATS)))
    found = []
    for row in rows:
        cells = dict(row)
        for name in _DAYS:
            if written and cells.get(name):
                cells[name] = date.fromisoformat(cells[name]).strftime(FORMATS[written])
        found.append({named.get(name, name): cell for name, cell in cells.items()})
    if "modifiers" in renamed and draw(st.booleans()):
        apart = [f"MOD{number}" for number in range(1, 5)]
        for row in found:
            modifiers = row.pop(named["modifiers"], "").split()
            row.update({name: modifiers[place] if place < len(modifiers) else "" for place, name in enumerate(apart)})
        named["modifiers"] = apart
    return ColumnMapping.model_validate({"columns": named, **({"date_format": written} if written else {})}), found


@examples(200)
@given(several_claims(), st.data(), st.sampled_from((",", "|", "\t")), st.booleans())
def test_rows_are_read_as_the_claims_that_they_are_in_whatever_order_and_columns(
    claims: list[Fields], data: st.DataObject, delimiter: str, has_more: bool
) -> None:
    mapping, rows = data.draw(mapped(claims))
    rows = data.draw(st.permutations(rows))
    if has_more:
        rows = [{**PATIENT, **row, "procedure_cod": "ZZ", "modifier_9": "ZZ"} for row in rows]
    found = read_whole(csv_table(rows, delimiter), mapping=mapping)
    wanted = {claim.claim_id: claim for claim in as_claims(claims)}
    assert {one.claim_id for one in found} == wanted.keys()
    for one in found:
        lines = sorted(one.lines, key=lambda line: line.line_number)
        right = sorted(wanted[one.claim_id].lines, key=lambda line: line.line_number)
        assert (one.model_copy(update={"lines": ()}), lines) == (
            wanted[one.claim_id].model_copy(update={"lines": ()}), right,
        )  # fmt: skip


LINE = {"ID": "A", "LN": "1", "CODE": "99213", "QTY": "1", "FROM": "01/15/2026", "M1": "25", "M2": ""}
MAPPING: dict[str, Any] = {
    "columns": {
        "claim_id": "ID", "line_number": "LN", "procedure_code": "CODE", "units": "QTY", "date_of_service": "FROM",
        "modifiers": ["M1", "M2"],
    },
    "date_format": "%m/%d/%Y",
    "constants": {"payer_type": "medicare", "claim_type": "dme", "place_of_service": "11"},
}  # fmt: skip


SEVERAL = (
    "units: a number is written in digits, as 12 or 12.5 (column QTY); "
    "date_of_service: a day is written %m/%d/%Y (column FROM)"
)
LACKING = "M1 (modifiers), M2 (modifiers), QTY (units) or FROM (date_of_service)"


def reads(*rows: Cells, **changes: Any) -> list[ReadClaim]:
    return read(csv_table(rows, ","), mapping=ColumnMapping.model_validate({**MAPPING, **changes}))


def told(found: Sequence[ReadClaim]) -> list[tuple[str | None, int | None, str, str]]:
    return [(wrong.claim_id, wrong.line_number, wrong.field, wrong.reason) for one in found for wrong in one.unreadable]


def test_a_constant_holds_for_every_line_and_a_column_of_its_name_is_passed_over() -> None:
    (one,) = reads({**LINE, "payer_type": "other", "X": "?"}, {**LINE, "LN": "2", "M2": "59"})
    assert one.claim is not None
    assert (one.claim.payer_type, one.claim.claim_type) == ("medicare", "dme")
    assert [line.place_of_service for line in one.claim.lines] == ["11", "11"]
    assert [line.modifiers for line in one.claim.lines] == [("25",), ("25", "59")]
    assert one.passed_over == {"payer_type", "x"}


def test_the_parts_of_a_type_of_bill_are_put_together() -> None:
    columns = {**MAPPING["columns"], "type_of_bill": ["FAC", "CLS", "FRQ"]}
    (one,) = reads({**LINE, "FAC": "1", "CLS": "3 ", "FRQ": "1"}, columns=columns)
    assert one.claim is not None
    assert one.claim.type_of_bill == "131"
    assert told(reads({**LINE, "FAC": "1", "CLS": "", "FRQ": "1"}, columns=columns)) == [
        ("A", None, "type_of_bill", "three digits or capital letters are wanted (column FAC, CLS, FRQ)")
    ]


@pytest.mark.parametrize(
    ("cells", "field", "reason"),
    [
        ({"FROM": "2026-01-15"}, "date_of_service", "a day is written %m/%d/%Y (column FROM)"),
        ({"FROM": "02/30/2026"}, "date_of_service", "there is no such day in the calendar (column FROM)"),
        ({"FROM": " "}, "date_of_service", "it is missing (column FROM)"),
        ({"QTY": "1,000"}, "units", "a number is written in digits, as 12 or 12.5 (column QTY)"),
        ({"LN": "0"}, "line_number", "a whole number from 1 is wanted (column LN)"),
        ({"LN": "2"}, "line_number", "it is the number of an earlier line too (column LN)"),
        ({"M2": "595"}, "modifiers", "at most four modifiers of two characters each are wanted (column M1, M2)"),
        ({"FROM": "x", "QTY": "y"}, "line", SEVERAL),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_told_with_the_column_that_holds_it(cells: Cells, field: str, reason: str) -> None:
    found = reads({**LINE, "LN": "2"}, {**LINE, **cells})
    ((claim_id, _, name, why),) = told(found)
    assert (claim_id, name, why) == ("A", field, reason)
    assert found[0].claim is not None
    assert [line.line_number for line in found[0].claim.lines] == [2]


def test_a_last_day_that_is_none_is_not_taken_for_one_left_out() -> None:
    columns = {**MAPPING["columns"], "date_of_service_end": "THRU"}
    found = reads({**LINE, "THRU": "tomorrow"}, {**LINE, "LN": "2", "THRU": ""}, columns=columns)
    assert told(found) == [("A", 1, "date_of_service_end", "a day is written %m/%d/%Y (column THRU)")]
    assert found[0].claim is not None
    assert [line.date_of_service_end for line in found[0].claim.lines] == [date(2026, 1, 15)]


def test_a_row_without_the_column_of_the_claim_id_is_told_by_that_name() -> None:
    assert (None, None, "line", "it has no claim_id (column ID)") in told(reads(LINE, {**LINE, "ID": ""}))


@pytest.mark.parametrize(
    ("columns", "reason"),
    [
        (("ID", "LN", "CODE"), f"it has no column {LACKING}, which the column mapping names"),
        (("LN", "CODE", "QTY", "FROM", "M1", "M2"), "it has no column ID (claim_id), which the column mapping names"),
        (("ID", "LN", "CODE", "QTY", "FROM", "M1", "M2", "qty"), "the column qty stands in the header twice"),
        (("ID", "LN", "CODE", "QTY", "FROM", "M1", "M2", "ndc", "NDC"), "the column ndc stands in the header twice"),
    ],
)  # fmt: skip
def test_a_table_that_lacks_a_column_of_the_mapping_is_none(columns: Sequence[str], reason: str) -> None:
    content = f"{','.join(columns)}\n{','.join('1' for _ in columns)}\n"
    assert told(read(content, mapping=ColumnMapping.model_validate(MAPPING))) == [(None, None, "file", reason)]


def test_columns_that_are_not_taken_may_bear_one_name() -> None:
    content = b"ID,LN,CODE,QTY,FROM,M1,M2,units,Units,x,X\nA,1,99213,2,01/15/2026,,,7,8,9,9\n"
    (claim,) = read_whole(content, mapping=ColumnMapping.model_validate(MAPPING))
    assert claim.lines[0].units == 2


def test_a_table_of_other_columns_is_told_to_be_none_of_the_mapping() -> None:
    ((_, _, field, reason),) = told(reads({"a": "1", "b": "2"}))
    assert (field, "none that the column mapping names" in reason) == ("file", True)


def test_claims_in_our_own_names_are_read_beside_a_mapping_that_names_nothing_of_them() -> None:
    rows = table_rows([{"claim_id": "A", "lines": [{"line_number": 1, "date_of_service": "2026-01-15"}]}])
    constants = ColumnMapping.model_validate({"constants": {"payer_type": "other"}})
    (claim,) = read_whole(csv_table(rows, ","), mapping=constants)
    assert claim.payer_type == "other"
    assert read_whole(b'{"claim_id": "A", "lines": [{"line_number": 1, "date_of_service": "2026-01-15"}]}',
                      mapping=ColumnMapping.model_validate(MAPPING))[0].payer_type == "unknown"  # fmt: skip


_cells = st.text(st.characters(exclude_characters='\n\r"', exclude_categories=("Cs",)), max_size=6)


@examples(300)
@given(
    st.lists(
        st.fixed_dictionaries({name: st.one_of(st.just(LINE[name]), _cells) for name in LINE if name != "ID"}),
        min_size=1, max_size=5,
    ),
)  # fmt: skip
def test_whatever_stands_in_the_columns_no_row_is_lost_or_made_up(rows: list[Cells]) -> None:
    found = reads(*({"ID": f"C{number}", **row} for number, row in enumerate(rows)))
    for number, _ in enumerate(rows):
        of_row = [one for one in found if one.location.line == number + 2]
        lines = sum(len(one.claim.lines) for one in of_row if one.claim is not None)
        assert lines + sum(wrong.of_line for one in of_row for wrong in one.unreadable) == 1
    assert {one.claim.claim_id for one in found if one.claim} <= {f"C{number}" for number, _ in enumerate(rows)}


def test_each_field_is_taken_from_its_column_alone() -> None:
    names = sorted(KNOWN)
    turned = dict(zip(names, [*names[1:], names[0]], strict=True))
    mapping = ColumnMapping.model_validate({"columns": turned})
    assert mapping.by_field == {name: (other,) for name, other in turned.items()}
    row = {"claim_id": "A", "line_number": "1", "date_of_service": "2026-01-15", "units": "3", "patient_id": "P"}
    (claim,) = read_whole(csv_table([{turned[name]: cell for name, cell in row.items()} | {
        other: "" for name, other in turned.items() if name not in row}], ","), mapping=mapping)  # fmt: skip
    assert (claim.claim_id, claim.patient_id, claim.lines[0].units) == ("A", "P", 3)


_TOLD = re.compile(r" \(column [^)]*\)")


@examples(300)
@given(plain_claims, damages, st.booleans(), st.sampled_from(("\n", "\r\n", "\r")), st.randoms())
def test_damage_costs_a_mapped_table_what_it_costs_one_in_our_own_names(
    claims: list[Fields], damage: Damage, quoted: bool, ending: str, rng: Random
) -> None:
    header, *rows = csv_rows(claims, every_cell_quoted=quoted, ending=ending).splitlines(keepends=True)
    damaged = damage(b"".join(rows))
    names = header.decode().strip().replace('"', "").split(",")
    columns = {name: f"src {name}" for name in names if rng.random() < 0.6}
    ours = read(header + damaged)
    renamed = ",".join(columns.get(name, name) for name in names) + ending
    theirs = read(renamed.encode() + damaged, mapping=ColumnMapping.model_validate({"columns": columns}))
    assert [bare(one) for one in theirs] == [bare(one) for one in ours]


def bare(one: ReadClaim) -> ReadClaim:
    """The same, by whichever name a column is told."""
    unreadable = tuple(
        wrong.model_copy(update={"reason": _TOLD.sub("", wrong.reason)}) for wrong in one.unreadable
    )  # fmt: skip
    return one.model_copy(update={"unreadable": unreadable})
