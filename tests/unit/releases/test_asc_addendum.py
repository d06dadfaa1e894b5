"""Addenda AA and BB of the ASC payment rates, and the others beside them."""

from pathlib import Path

import pytest

from cleanclaim.releases.cells import FileRefused
from cleanclaim.releases.files import Wanted, read_files
from cleanclaim.tables import AscListing

from .making import JANUARY, Cell, read, unread, workbook


def addendum(letters: str, what: str, *columns: str) -> list[list[Cell]]:
    return [
        [f"Addendum {letters}.--{what} for CY 2026 (January 2026)"],
        ["A notice of copyright"],
        ["HCPCS Code", "Short Descriptor", *columns],
    ]


AA = [
    *addendum("AA", "Covered Surgical Procedures", "Subject to Multiple Procedure Discounting", "Payment Indicator"),
    ["C5271", "Procedure", "Y", "G2"], ["G0105", "Procedure", "N", "A2"],
]  # fmt: skip
BB = [
    *addendum("BB", "Covered Ancillary Services", "January 2026 Payment Indicator", "Payment Weight"),
    ["Q4257", "Product", "S2", 2.25], ["A4100", "Product", "N1"], ["Note: nothing"],
]  # fmt: skip
EE = [
    *addendum("EE", "Surgical Procedures Excluded", "Payment Indicator", "x"),
    ["G9999", "Procedure", "C5", "x"],
]  # fmt: skip


def test_both_addenda_of_a_workbook_are_read_and_the_list_of_excluded_ones_is_not(tmp_path: Path) -> None:
    path = tmp_path / "asc.xlsx"
    path.write_bytes(workbook([["Contents"]], AA, BB, EE, names=["Contents", "ASC AA", "ASC BB", "ASC EE"]))
    one, other = read_files([path], Wanted())
    assert [(found.part.layer.part, found.part.layer.quarter) for found in (one, other)] == [
        ("AA", "2026-01"), ("BB", "2026-01"),
    ]  # fmt: skip
    assert one.part.entries == {
        "C5271": AscListing(payment_indicator="G2"), "G0105": AscListing(payment_indicator="A2"),
    }  # fmt: skip
    assert other.part.entries == {
        "Q4257": AscListing(payment_indicator="S2"), "A4100": AscListing(payment_indicator="N1"),
    }  # fmt: skip


def test_a_workbook_of_the_excluded_ones_alone_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="is none of the files that are read"):
        read(tmp_path, workbook(EE), "2026-01.xlsx")


def test_the_columns_or_the_name_tell_the_addendum_where_no_title_does(tmp_path: Path) -> None:
    body = "A2001,,,S2\nA2002,,,N1\n"
    told = read(tmp_path, f"hcpcs,short_desc,passthru_exp,payment_indicator\n{body}", "2026-01.csv")
    assert told.part.layer.part == "BB"
    header = "HCPCS Code,a,b,Payment Indicator\n"
    assert read(tmp_path, header + body, "ASC_AA_2026-01.csv").part.layer.part == "AA"
    with pytest.raises(FileRefused, match="neither title nor name says Addendum AA or BB"):
        read(tmp_path, header + body, "2026-01.csv")


def test_a_row_that_cannot_be_read_is_a_notice(tmp_path: Path) -> None:
    rows = "A2001,,,S2\nA2?02,,,N1\nA2003,N1\nA2001,,,N1\nA2004,,,S2\n"
    found = read(tmp_path, f"hcpcs,short_desc,passthru_exp,payment_indicator\n{rows}", "x.csv", JANUARY)
    assert unread(found) == {"A2001", "A2003"}
    assert sorted(one.line for one in found.notices if one.line) == [3, 4, 5]
