"""A column mapping: what it may say, and what is said of one that cannot be used."""

import re
from pathlib import Path

import pytest
from hypothesis import given

from cleanclaim.claims import Claim, ClaimLine
from cleanclaim.read.columns import ColumnMapping, ColumnsRefused, FieldColumns, read_columns
from cleanclaim.read.header import KNOWN

from ..settings import examples
from .damage import Damage, damages

MAPPING = """\
# What a warehouse calls them.
columns:
  claim_id: Claim No
  line_number: LINE
  procedure_code: hcpcs
  modifiers: [mod 1, mod 2]
  type_of_bill: [FACILITY, CLASS, FREQUENCY]
  date_of_service: FROM
date_format: ["%m/%d/%Y", "%Y%m%d"]
constants:
  payer_type: medicare
  place_of_service: "05"
"""


def refusal(folder: Path, text: str) -> list[str]:
    path = folder / "mapping.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ColumnsRefused) as refused:
        read_columns(path)
    return [reason.removeprefix(f"{path}:") for reason in str(refused.value).splitlines()]


def test_each_field_of_a_claim_or_line_may_be_mapped() -> None:
    assert set(FieldColumns.model_fields) == KNOWN
    assert (Claim.model_fields.keys() | ClaimLine.model_fields.keys()) - {"lines"} == KNOWN


def test_a_mapping_is_read_as_it_is_written(tmp_path: Path) -> None:
    path = tmp_path / "mapping.yaml"
    path.write_text(MAPPING)
    mapping = read_columns(path)
    assert mapping.by_field == {
        "claim_id": ("Claim No",), "line_number": ("LINE",), "procedure_code": ("hcpcs",),
        "modifiers": ("mod 1", "mod 2"), "type_of_bill": ("FACILITY", "CLASS", "FREQUENCY"),
        "date_of_service": ("FROM",),
    }  # fmt: skip
    assert mapping.date_format == ("%m/%d/%Y", "%Y%m%d")
    assert mapping.fixed == {"payer_type": "medicare", "place_of_service": "05"}
    assert ColumnMapping.model_validate(mapping.model_dump(exclude_none=True)) == mapping


@pytest.mark.parametrize(
    ("old", "new", "reasons"),
    [
        ("  line_number: LINE", "  line_numbr: LINE",
         ["4: columns.line_numbr: is no key of the file; nearest: line_number"]),
        ("date_format:", "dateformat:", ["9: dateformat: is no key of the file; nearest: date_format"]),
        ("  line_number: LINE", "  line_number: claim_no",
         ["4: columns.line_number: the column claim_no is named for claim_id already"]),
        ("[mod 1, mod 2]", "[mod 1, MOD_1]",
         ["6: columns.modifiers: the column MOD_1 is named for modifiers already"]),
        ("  line_number: LINE", "  claim_id: LINE", ["4: the key claim_id is repeated"]),
        ("[mod 1, mod 2]", "[a, b, c, d, e]",
         ["6: columns.modifiers: takes at most 4"]),
        ("[mod 1, mod 2]", "[]", ["6: columns.modifiers: needs at least one"]),
        ("  line_number: LINE", "  line_number: [LINE, SEQUENCE]",
         ["4: columns.line_number: takes at most 1"]),
        ("  line_number: LINE", "  line_number: ' '", ["4: columns.line_number: is blank"]),
        ("  line_number: LINE", "  line_number: {a: b}", ["4: columns.line_number: Input should be a valid tuple"]),
        ('["%m/%d/%Y", "%Y%m%d"]', "MM/DD/YYYY",
         ["9: date_format: a date format is made of %Y, %d and %m or %b, each once, as %m/%d/%Y"]),
        ('["%m/%d/%Y", "%Y%m%d"]', '["%m/%d/%Y", "%d/%m/%Y"]',
         ["9: date_format: what is written %d/%m/%Y may be written %m/%d/%Y too, and the day would be guessed"]),
        ("payer_type: medicare", "payer_type: Medicaire",
         ["11: constants.payer_type: Input should be 'medicare', 'medicare_advantage', 'other' or 'unknown'"]),
        ('"05"', "5", ["12: constants.place_of_service: is not written as wanted (^[0-9]{2}$)"]),
        ('"05"', '""', ["12: constants.place_of_service: is blank"]),
        ("payer_type: medicare", "units: '1'", ["11: constants.units: is no key of the file"]),
        ("payer_type: medicare", 'type_of_bill: "131"', ["10: constants: type_of_bill is held by a column already"]),
        (MAPPING, "[]", ["1: the file: Input should be a valid dictionary or instance of ColumnMapping"]),
        (MAPPING, "", ["1: is empty"]),
        (MAPPING, "columns: &a {claim_id: *a}", ["1: aliases (*name) are not used here"]),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_mapping_is_told_with_its_line(
    old: str, new: str, reasons: list[str], tmp_path: Path
) -> None:
    assert old in MAPPING
    assert refusal(tmp_path, MAPPING.replace(old, new)) == reasons


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    text = MAPPING.replace("LINE", "Claim No").replace("medicare", "payer").replace("%Y%m%d", "%y")
    assert [reason.partition(": ")[0] for reason in refusal(tmp_path, text)] == ["4", "9", "11"]


@examples(300)
@given(damages, damages)
def test_a_damaged_mapping_is_read_or_refused_with_its_line(
    tmp_path_factory: pytest.TempPathFactory, first: Damage, second: Damage
) -> None:
    path = tmp_path_factory.mktemp("mapping") / "mapping.yaml"
    path.write_bytes(second(first(MAPPING.encode())))
    said = ""
    try:
        assert read_columns(path).by_field.keys() <= KNOWN
    except ColumnsRefused as refused:
        said = str(refused)
    assert all(re.match(f"{re.escape(str(path))}:[0-9]+: .", reason) for reason in said.splitlines())
