"""Workbooks: rows as text whatever a cell is, and what is no whole workbook refused."""

from datetime import date
from pathlib import Path

import pytest

from cleanclaim.releases.cells import FileRefused
from cleanclaim.releases.workbook import workbook_sheets

from .making import as_sheet, noted, packed, read, record, row, workbook, workbook_members

ROWS = [row("A1", "Dressing"), row("A0001", "First"), row("V0004", "Last, per square centimeter")]


def changed(old: str, new: str, member: str = "xl/worksheets/sheet1.xml") -> bytes:
    members = workbook_members(as_sheet(ROWS))
    assert old in members[member]
    return packed({**members, member: members[member].replace(old, new, 1)})


def cells(content: bytes) -> list[list[str]]:
    return [list(one.cells) for sheet in workbook_sheets(content, "book.xlsx") for one in sheet.rows]


def test_numbers_and_days_become_the_text_that_cms_writes() -> None:
    assert cells(workbook([["A0001", 3, 4.0, 0.5, date(2026, 1, 31), None, None], [None, "x"]])) == [
        ["A0001", "3", "4", "0.5", "20260131"], ["", "x"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('<c r="A1" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c>', "inline"),
        ('<c r="A1" t="str"><f>A2&amp;"x"</f><v>formula</v></c>', "formula"),
        ('<c r="A1"><f>1+1</f><v>2</v></c>', "2"),
        ('<c r="A1" t="b"><v>1</v></c>', "TRUE"),
        ('<c r="A1" t="e"><v>#N/A</v></c>', "#N/A"),
        ('<c r="A1" t="d"><v>2026-01-31T00:00:00</v></c>', "20260131"),
        ('<c t="n"><v>20260131</v></c>', "20260131"),
        ('<c r="A1"><v>2.0260131E7</v></c>', "20260131"),
        ('<x:c r="A1" t="str"><x:v>prefixed</x:v></x:c>', "prefixed"),
        ('<c r="A1" t="str"><v>a_x000D_b</v></c>', "a\rb"),
    ],
)
def test_every_kind_of_cell_is_read(cell: str, text: str) -> None:
    members = workbook_members([[]])
    sheet = f'<worksheet xmlns:x="x"><sheetData><row r="1">{cell}</row></sheetData><note>no cell</note></worksheet>'
    assert cells(packed({**members, "xl/worksheets/sheet1.xml": sheet})) == [[text]]


def test_a_release_may_stand_below_a_disclaimer_and_in_any_sheet(tmp_path: Path) -> None:
    disclaimer = [["*Disclaimers"], [], ["Brand names, for 12 products"]]
    content = workbook([["About this file"]], [*disclaimer, *as_sheet(ROWS)], names=["About", "a"])
    found = read(tmp_path, content, "HCPC2026_JAN_ANWEB.xlsx")
    assert noted(found) == []
    assert set(found.part.entries) == {"A1", "A0001", "V0004"}
    assert found.file.endswith("HCPC2026_JAN_ANWEB.xlsx, sheet a")


def test_cells_that_are_numbers_and_days_are_read_as_texts_are(tmp_path: Path) -> None:
    sheet = as_sheet(ROWS)
    as_numbers = [
        [int(cell) if isinstance(cell, str) and cell.isdigit() and len(cell) < 9 else cell for cell in one]
        for one in sheet
    ]
    as_days = [[date(2024, 1, 1) if cell == "20240101" else cell for cell in one] for one in sheet]
    whole = read(tmp_path, workbook(sheet), "HCPC2026_JAN_ANWEB.xlsx").part
    for other in (as_numbers, as_days):
        assert read(tmp_path, workbook(other), "HCPC2026_JAN_ANWEB.xlsx").part == whole


def test_a_row_without_its_last_cells_is_whole(tmp_path: Path) -> None:
    rows = [row("A0001", "First", TERM_DT="20251231")]
    rows[0]["ACTION CD"] = ""
    found = read(tmp_path, workbook(as_sheet(rows)), "HCPC2026_JAN_ANWEB.xlsx")
    assert record(found, "A0001").termination_date == date(2025, 12, 31)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('r="D3"', 'r="D2"', "row 3: cell D2 is out of place"),
        ('r="D3"', 'r="B3"', "row 3: cell B3 is out of place"),
        ('r="D3"', 'r="XFD3"', "row 3: cell XFD3 is out of place"),
        ('<row r="3">', '<row r="2">', "row 2 stands below row 2"),
        ('<row r="3">', '<row r="7">', "row 7: cell A3 is out of place"),
        ('t="s"><v>3<', 't="s"><v>99999<', "refers to the text '99999'"),
        ('t="s"><v>3<', 't="s"><v>-3<', "refers to the text '-3'"),
        ('t="s"><v>3<', 't="r"><v>3<', "unknown kind 'r'"),
        ('t="s"><v>3<', 't="n"><v>3x<', "could not convert"),
        ("</row>", "</sow>", "mismatched tag"),
        ("<worksheet", '<!DOCTYPE x [<!ENTITY a "b">]><worksheet', "declares a document type"),
    ],
)
def test_a_sheet_that_is_damaged_is_refused(old: str, new: str, why: str) -> None:
    with pytest.raises(FileRefused) as refused:
        workbook_sheets(changed(old, new), "book.xlsx")
    assert str(refused.value).startswith("book.xlsx: ")
    assert why in str(refused.value)


@pytest.mark.parametrize(
    ("member", "old", "new"),
    [
        ("xl/sharedStrings.xml", "<si>", "<sj>"),
        ("xl/sharedStrings.xml", "</sst>", ""),
        ("xl/_rels/workbook.xml.rels", "worksheets/sheet1.xml", "worksheets/sheet9.xml"),
        ("xl/_rels/workbook.xml.rels", 'Id="rId1"', 'Id="rId9"'),
        ("xl/_rels/workbook.xml.rels", "sharedStrings.xml", "shared.xml"),
        ("xl/workbook.xml", "<sheets>", "<sheets"),
    ],
)
def test_a_workbook_whose_parts_are_damaged_is_refused(member: str, old: str, new: str) -> None:
    with pytest.raises(FileRefused, match=r"^book\.xlsx: cannot be read as a workbook"):
        workbook_sheets(changed(old, new, member), "book.xlsx")


@pytest.mark.parametrize(
    "inner",
    [
        '<row r="1">' + "<c>" * 200_000,
        '<row r="1"><c>' + "<v>" * 90_000,
        "<other>" * 1_000_001,
        '<row r="1">' + '<c t="s"><v>0</v></c>' * 256 + "</row>" + '<row><c t="s"><v>1</v></c></row>' * 3_100,
    ],
)
def test_a_sheet_that_would_take_much_memory_is_refused(inner: str) -> None:
    members = workbook_members([["a", "b" * 32_000]])
    sheet = f"<worksheet><sheetData>{inner}</sheetData></worksheet>"
    if "<v>1</v>" in inner:
        sheet = sheet.replace("<v>0</v>", "<v>1</v>")
    with pytest.raises(FileRefused, match=r"elements|too many cells"):
        workbook_sheets(packed({**members, "xl/worksheets/sheet1.xml": sheet}), "book.xlsx")
