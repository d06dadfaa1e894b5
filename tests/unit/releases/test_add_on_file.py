"""The add-on code file, as fixed-width text, workbook and csv."""

from datetime import date
from pathlib import Path

import pytest

from cleanclaim.releases.cells import FileRefused
from cleanclaim.releases.files import Read
from cleanclaim.tables import AddOnPair, AddOnPairs

from .making import Cell, noted, packed, unread, workbook
from .making import read as read_content

HEADER = (
    "AOC_Edit_Type", "Add-On_Code", "AOC_DelDT", "Primary_Code", "Primary_Code_DelDT", "AOC_Edit_EffDT",
    "AOC_Edit_DelDT", "Special_Instruction_Notes",
)  # fmt: skip
ROWS = [
    ("1", "G2212", "", "99205", "", "2021001", "", ""),
    ("2", "0054T", "2023365", "CCCCC", "", "2013091", "", "Contractor Defined Primary Code"),
    ("3", "C5272", "", "C5271", "2025365", "2014001", "2025365", ""),
    ("3", "C5272", "", "C5273", "", "2014001", "", ""),
]
PAIRS = {
    "G2212": (AddOnPair(primary_code="99205", edit_type=1, effective_date=date(2021, 1, 1)),),
    "0054T": (
        AddOnPair(
            primary_code="CCCCC", edit_type=2, effective_date=date(2013, 4, 1), add_on_deletion_date=date(2023, 12, 31)
        ),
    ),
    "C5272": (
        AddOnPair(
            primary_code="C5271", edit_type=3, effective_date=date(2014, 1, 1), deletion_date=date(2025, 12, 31),
            primary_deletion_date=date(2025, 12, 31),
        ),
        AddOnPair(primary_code="C5273", edit_type=3, effective_date=date(2014, 1, 1)),
    ),
}  # fmt: skip
NAME = "AOC_V2026Q1-MCR.txt"


def fixed(one: tuple[str, ...]) -> str:
    return "".join(text.ljust(width) for text, width in zip(one, (1, 5, 7, 5, 7, 7, 7, 40), strict=True)).rstrip()


TEXT = [fixed(one) for one in ROWS]


def read(folder: Path, lines: list[str], name: str = NAME) -> Read:
    return read_content(folder, "".join(f"{line}\r\n" for line in lines), name)


def pairs(found: Read) -> dict[str, set[AddOnPair]]:
    return {code: set(entry.pairs) for code, entry in found.part.entries.items() if isinstance(entry, AddOnPairs)}


EXPECTED = {code: set(own) for code, own in PAIRS.items()}


def test_fixed_width_text_is_read(tmp_path: Path) -> None:
    found = read(tmp_path, TEXT)
    assert (found.part.layer.kind, found.part.layer.quarter, found.part.layer.part) == ("add_on", "2026-01", "dated")
    assert found.notices == ()
    assert pairs(found) == EXPECTED


def test_text_whose_fields_blanks_part_is_read(tmp_path: Path) -> None:
    lines = [
        f"{kind}{add_on}  {deleted:<7} {primary}  {primary_deleted:<7}  {effective:<7}  {deletion:<7}  {note}"
        for kind, add_on, deleted, primary, primary_deleted, effective, deletion, note in ROWS
    ]
    assert pairs(read(tmp_path, lines)) == EXPECTED


def test_a_workbook_is_read_with_its_notice_above(tmp_path: Path) -> None:
    notice: list[list[Cell]] = [["A notice of copyright"]]
    numbers: list[list[Cell]] = [[int(cell) if cell.isdigit() else cell or None for cell in one] for one in ROWS]
    content = workbook([*notice, list(HEADER), *numbers])
    found = read_content(tmp_path, content, "AOC_V2026Q1-MCR.xlsx")
    assert found.notices == ()
    assert pairs(found) == EXPECTED
    zipped = packed({"AOC_V2026Q1-MCR.xlsx": content, "readme.txt": "About"})
    again = read_content(tmp_path, zipped, "medicare-ncci-2026-q1-add-on-codes.zip")
    assert pairs(again) == EXPECTED
    assert noted(again) == [(None, "archive")]


def test_a_csv_without_dates_is_read_as_an_undated_table(tmp_path: Path) -> None:
    found = read(tmp_path, ["primary_code,add_on_code,aoc_edit_type", "CCCCC,0054T,2", "99205,G2212,1"], "2026-01.csv")
    assert found.part.layer.part == "undated"
    assert pairs(found) == {
        "0054T": {AddOnPair(primary_code="CCCCC", edit_type=2)},
        "G2212": {AddOnPair(primary_code="99205", edit_type=1)},
    }


def test_a_file_of_deleted_codes_is_not_taken_for_the_code_set(tmp_path: Path) -> None:
    lines = [fixed(("1", "15272", "2013365", "15271", "", "2013091", "", ""))] * 3
    assert read(tmp_path, lines).part.layer.kind == "add_on"


@pytest.mark.parametrize(
    ("at", "old", "new"),
    [
        (2, "2014001", "2014400"), (2, "2014001", "2015366"), (2, "2014001", "0000000"), (2, "C5271", "C527?"),
        (2, "3C", "4C"), (2, "2014001", "20140O1"),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_read_leaves_its_add_on_code_unread(tmp_path: Path, at: int, old: str, new: str) -> None:
    lines = [*TEXT]
    assert old in lines[at]
    lines[at] = lines[at].replace(old, new)
    found = read(tmp_path, lines)
    assert unread(found) == {"C5272"}
    assert pairs(found) == {code: own for code, own in EXPECTED.items() if code != "C5272"}
    assert {one.line for one in found.notices} == {at + 1}


@pytest.mark.parametrize("place", [14, 20, 30, 36])
def test_a_line_cut_short_leaves_its_add_on_code_unread(tmp_path: Path, place: int) -> None:
    found = read(tmp_path, [*TEXT[:2], TEXT[2][:place], TEXT[3]])
    assert unread(found) == {"C5272"}


def test_of_a_row_without_a_readable_add_on_code_the_codes_around_it_are_unread(tmp_path: Path) -> None:
    found = read(tmp_path, [*TEXT[:2], TEXT[2].replace("C5272", "C5?72"), TEXT[3]])
    assert unread(found) == {"0054T", "C5272"}
    assert pairs(found) == {"G2212": EXPECTED["G2212"]}


def test_two_rows_in_one_line_leave_both_codes_unread(tmp_path: Path) -> None:
    found = read(tmp_path, [TEXT[0] + TEXT[1], *TEXT[2:]])
    assert unread(found) == {"G2212", "0054T"}
    assert pairs(found) == {"C5272": EXPECTED["C5272"]}


def test_a_table_without_a_readable_row_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="holds no row that can be read; line 1: '2014400' is no day of a year"):
        read(tmp_path, [TEXT[3].replace("2014001", "2014400")])
