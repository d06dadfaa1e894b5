"""The tables of medically unlikely edits, of each service."""

from decimal import Decimal
from pathlib import Path

import pytest

from cleanclaim.releases.cells import FileRefused
from cleanclaim.releases.files import Read
from cleanclaim.tables import UnitLimit

from .making import Cell, packed, unread, workbook
from .making import read as read_content

PREAMBLE = '"A notice,\nof several lines"\n\nAnd ""another"",,,\n'
HEADER = '"HCPCS/\nCPT Code",{} Services MUE Values,MUE Adjudication Indicator,MUE Rationale'
ROWS = ["0001U,1,2 Date of Service Edit: Policy,Code Descriptor", "A4206,0,1 Line Edit,CMS Policy", "J0001,300,3 Date,"]
NAME = "MCR_MUE_PractitionerServices_Eff_01-01-2026.csv"
LIMITS = {
    "0001U": UnitLimit(units=Decimal(1), indicator=2, rationale="Code Descriptor"),
    "A4206": UnitLimit(units=Decimal(0), indicator=1, rationale="CMS Policy"),
    "J0001": UnitLimit(units=Decimal(300), indicator=3),
}


def read(folder: Path, *rows: str, service: str = "Practitioner", name: str = NAME) -> Read:
    return read_content(folder, PREAMBLE + "\n".join((HEADER.format(service), *rows, "")), name)


@pytest.mark.parametrize(
    ("service", "part"),
    [("Practitioner", "practitioner"), ("Outpatient Hospital", "outpatient"), ("DME Supplier", "dme")],
)
def test_the_heading_tells_the_service(tmp_path: Path, service: str, part: str) -> None:
    found = read(tmp_path, *ROWS, service=service)
    assert (found.part.layer.kind, found.part.layer.part, found.part.layer.quarter) == ("mue", part, "2026-01")
    assert found.notices == ()
    assert found.part.entries == LIMITS


def test_a_workbook_in_an_archive_is_read(tmp_path: Path) -> None:
    sheet: list[list[Cell]] = [
        ["A notice"],
        ["HCPCS/CPT Code", "Practitioner Services MUE Values", "MUE Adjudication Indicator", "MUE Rationale"],
        *([one.split(",")[0], float(one.split(",")[1]), *one.split(",")[2:]] for one in ROWS),
    ]
    content = packed({"MCR_MUE_Practitioner.xlsx": workbook(sheet)})
    name = "medicare-ncci-2025-q4-practitioner-services-mue-table.zip"
    found = read_content(tmp_path, content, name)
    assert (found.part.layer.quarter, found.part.entries) == ("2025-10", LIMITS)


@pytest.mark.parametrize(
    "row",
    [
        "J0002,1.5,3 Date,", "J0002,many,3 Date,", "J0002,1,9 Date,", "J0002,1,,x", "J0002,-1,3 Date,", "J0002,1",
        "J0002,1,3 Date,a,b", "J0001,4,3 Date,",
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_read_leaves_its_code_unread(tmp_path: Path, row: str) -> None:
    found = read(tmp_path, *ROWS, row)
    assert unread(found) == {row[:5]}
    assert len(found.notices) == 1
    assert {code: one for code, one in found.part.entries.items() if one} == {
        code: one for code, one in LIMITS.items() if code != row[:5]
    }


def test_a_row_of_another_service_leaves_its_code_unread(tmp_path: Path) -> None:
    text = "hcpcs_code,mue_units,mue_mai,mue_rationale,mue_service\n" + "".join(
        f"A420{n},1,3,x,{'Pr?ctitioner' if n == 0 else 'Practitioner'}\n" for n in range(5)
    )
    assert unread(read_content(tmp_path, text, NAME)) == {"A4200"}


def test_a_table_of_no_known_service_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="an MUE table of practitioner, outpatient or dme"):
        read(tmp_path, *ROWS, service="Other")


def test_a_name_and_a_heading_that_disagree_on_the_quarter_are_refused(tmp_path: Path) -> None:
    content = PREAMBLE + f"Effective 10-01-2025\n{HEADER.format('DME')}\n" + "\n".join(ROWS)
    with pytest.raises(FileRefused, match=r"its name and its heading tell 2025-10 and 2026-01"):
        read_content(tmp_path, content, NAME)
