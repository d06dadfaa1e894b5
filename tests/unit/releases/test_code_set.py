"""The HCPCS file in CMS's columns: what is read, what is passed over with a notice, and what is refused."""

from datetime import date
from pathlib import Path

import pytest

from cleanclaim.releases.cells import FileRefused
from cleanclaim.releases.files import Read, Wanted, read_files
from cleanclaim.releases.library import LibraryRefused
from cleanclaim.releases.opening import read_library

from ..test_records import DOCUMENT
from .making import JANUARY, csv_text, noted, record, row, unread
from .making import read as read_content
from .shared import OTHERS, PRODUCTS, needs_shared

HEADER = "HCPC,RECID,LONG DESCRIPTION,SHORT DESCRIPTION,PRICE1,XREF1,XREF2,COV,ASC_GRP,ASC_DT,ADD DT,ACT EFF DT,TERM DT"
ROW = 'A4100,3,"Product, each",Short,51,g0463,,C,YY,20260101,20240101,20240401,20251231'


def read(tmp_path: Path, *rows: str, header: str = HEADER, encoding: str = "utf-8") -> Read:
    return read_content(tmp_path, "\n".join((header, *rows, "")).encode(encoding), "release.csv", JANUARY)


def read_codes(found: Read) -> set[str]:
    return {code for code, entry in found.part.entries.items() if entry is not None}


def test_every_column_fills_its_field(tmp_path: Path) -> None:
    found = read(tmp_path, ROW)
    assert noted(found) == []
    assert unread(found) == set()
    assert record(found, "A4100").model_dump(exclude_defaults=True) == {
        "code": "A4100", "long_description": "Product, each", "short_description": "Short",
        "pricing_indicators": ({"code": "51", "description": "Drugs"},), "cross_references": ("G0463",),
        "coverage_code": {"code": "C", "description": "Carrier judgment"},
        "asc_payment_group": {"code": "YY", "description": "Approved to be performed in an ambulatory surgical center"},
        "asc_effective_date": date(2026, 1, 1), "code_added_date": date(2024, 1, 1),
        "action_effective_date": date(2024, 4, 1), "termination_date": date(2025, 12, 31),
    }  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_text_of_other_systems_is_read(tmp_path: Path, encoding: str) -> None:
    found = read(tmp_path, ROW.replace("Product, each", "Product 2\u2019s length, each"), encoding=encoding)
    assert record(found, "A4100").long_description == "Product 2\u2019s length, each"


def test_a_description_may_stand_on_several_lines_of_its_cell(tmp_path: Path) -> None:
    found = read(tmp_path, ROW.replace("Product, each", "Product\r\nlength,\neach"))
    assert record(found, "A4100").long_description.split() == ["Product", "length,", "each"]
    assert noted(found) == []


def test_modifier_records_are_read_beside_procedures(tmp_path: Path) -> None:
    found = read(tmp_path, ROW, "   A1,7,Dressing for one wound,Dressing,,,,C,,,20010101,20010101,")
    assert read_codes(found) == {"A4100", "A1"}
    assert noted(found) == []


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("20251231", "20250230", "termination_date"), ("20251231", "02511231", "termination_date"),
        (",C,YY", ",7,YY", "coverage_code"), (",51,", ",5X,", "pricing_indicators"),
        (",YY,", ",Y7,", "asc_payment_group"), (",20240101,", ",2024,", "code_added_date"),
    ],
)  # fmt: skip
def test_a_value_that_does_not_fit_makes_the_record_doubtful(tmp_path: Path, old: str, new: str, field: str) -> None:
    found = read(tmp_path, ROW.replace(old, new))
    assert noted(found) == [(2, field)]
    assert record(found, "A4100").is_doubtful


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        (",51,", ",77,", "pricing_indicators"),
        (",YY,", ",02,", "asc_payment_group"),
        (",C,YY", ",Q,YY", "coverage_code"),
    ],
)
def test_a_value_of_another_year_is_noted_and_leaves_no_doubt(tmp_path: Path, old: str, new: str, field: str) -> None:
    found = read(tmp_path, ROW.replace(old, new))
    assert noted(found) == [(2, field)]
    assert not record(found, "A4100").is_doubtful


def test_a_value_unknown_in_many_records_is_one_notice(tmp_path: Path) -> None:
    found = read(tmp_path, *(ROW.replace("A4100", f"A4{n:03d}").replace(",51,", ",77,") for n in range(30)))
    assert noted(found) == [(2, "pricing_indicators")]
    assert found.notices[-1].reason == "'77' is no value of this field; so in 30 records"


@pytest.mark.parametrize(
    ("row", "field"),
    [
        ("A4101,3,too few", "row"),
        (ROW.replace("A4100", "A4101") + ",and one more", "row"),
        (ROW.replace("A4100,3", "A4101,4"), "RECID"),
        (ROW.replace("A4100,3", "A4101,"), "RECID"),
        (ROW.replace("A4100", "A4101").replace("Product, each", " "), "row"),
    ],
)
def test_a_row_that_cannot_be_read_is_a_notice_and_nothing_is_said_of_its_code(
    tmp_path: Path, row: str, field: str
) -> None:
    found = read(tmp_path, ROW.replace("A4100", "A4199"), ROW, row)
    assert noted(found) == [(4, field)]
    assert "A4101" in unread(found)
    assert unread(found) <= {"A4101", "A4100"}
    assert "A4199" in read_codes(found)
    assert found.part.layer.part == "complete"


def test_columns_may_stand_in_any_order(tmp_path: Path) -> None:
    columns = HEADER.split(",")
    header = ",".join([*columns[1:], columns[0]])
    moved = ROW.removeprefix("A4100,")
    found = read(tmp_path, f"{moved},A4100", f"{moved},A4101,one too many", header=header)
    assert read_codes(found) == {"A4100"}
    assert "A4101" in unread(found)


def test_columns_may_be_named_with_underscores(tmp_path: Path) -> None:
    found = read(tmp_path, ROW, header=HEADER.replace(" ", "_").lower())
    assert record(found, "A4100").termination_date == date(2025, 12, 31)
    assert record(found, "A4100").long_description == "Product, each"


def test_of_a_code_that_stands_twice_and_differently_the_file_says_nothing(tmp_path: Path) -> None:
    assert noted(read(tmp_path, ROW, ROW)) == []
    found = read(tmp_path, ROW, ROW.replace("Short", "Other"), ROW.replace("A4100", "A4199"))
    assert noted(found) == [(3, "HCPC")]
    assert read_codes(found) == {"A4199"}
    assert unread(found) == {"A4100"}


def test_a_description_goes_on_in_the_rows_that_continue_it(tmp_path: Path) -> None:
    more = ROW.replace(",3,", ",4,", 1)
    found = read(tmp_path, ROW, more, more)
    assert noted(found) == []
    assert record(found, "A4100").long_description == "Product, each Product, each Product, each"
    lonely = read(tmp_path, more.replace("A4100", "A4188"), ROW)
    assert noted(lonely) == [(2, "RECID")]
    assert unread(lonely) == {"A4188"}


@pytest.mark.parametrize("code", ["A41O0", "A41", "", "?4100", "A4100X", "AAAAA"])
def test_a_file_with_a_code_that_cannot_be_told_is_no_complete_release(tmp_path: Path, code: str) -> None:
    found = read(tmp_path, ROW.replace("A4100", "A4199"), ROW.replace("A4100", code))
    assert found.part.layer.part == "partial"
    assert "kept as a partial release" in found.notices[0].reason
    assert "(3)" in found.notices[0].reason


def test_a_note_below_the_rows_leaves_the_release_complete(tmp_path: Path) -> None:
    found = read(tmp_path, ROW, "End of file", ",,,,,,,,,,,,")
    assert found.part.layer.part == "complete"
    assert noted(found) == [(3, "row")]


def test_a_quote_that_opens_by_mistake_costs_the_lines_it_takes_in_and_no_more(tmp_path: Path) -> None:
    rows = [ROW.replace("A4100", code) for code in ("A4101", "A4102", "A4103", "A4104")]
    for broken in (rows[1].replace('each"', "each"), rows[1].replace("Short", '"Short'), f'"{rows[1]}'):
        found = read(tmp_path, rows[0], broken, *rows[2:])
        assert {"A4102"} <= unread(found) <= {"A4102", "A4103", "A4104"}
        assert read_codes(found) | unread(found) == {"A4101", "A4102", "A4103", "A4104"}
        assert found.part.layer.part == "complete"


def test_a_quote_that_is_never_closed_is_refused(tmp_path: Path) -> None:
    rows = [ROW.replace('"Product, each"', "Product").replace("A4100", f"A4{n:03d}") for n in range(200)]
    with pytest.raises(FileRefused, match=r"release\.csv:7: a quote that opens here is not closed"):
        read(tmp_path, *rows[:5], f'"{rows[5]}', *rows[6:])


def test_two_rows_in_one_line_leave_both_codes_unread(tmp_path: Path) -> None:
    found = read(tmp_path, ROW, ROW.replace("A4100", "A4101") + ROW.replace("A4100", "A4102"))
    assert unread(found) >= {"A4101", "A4102"}
    assert read_codes(found) == {"A4100"}


def test_a_row_in_two_lines_leaves_its_code_unread_and_the_release_complete(tmp_path: Path) -> None:
    found = read(tmp_path, ROW, ROW.replace("A4100", "A4101").replace(",Short,", ",Sh\nort,"))
    assert unread(found) == {"A4101"}
    assert found.part.layer.part == "complete"


@pytest.mark.parametrize(
    ("header", "why"),
    [
        (HEADER.replace("PRICE1", "PRJCE1"), "there is no column 'PRJCE1'; is it PRICE1?"),
        (HEADER.replace("PRICE1", ""), "a column without a name, 5, holds something"),
        (HEADER.replace("XREF1", "XREF2"), "two columns are named XREF2"),
    ],
)
def test_a_header_that_is_damaged_is_refused(tmp_path: Path, header: str, why: str) -> None:
    with pytest.raises(FileRefused) as refused:
        read(tmp_path, ROW, header=header)
    assert why in str(refused.value)


def test_a_column_that_is_none_of_cms_is_noted(tmp_path: Path) -> None:
    found = read(tmp_path, f"{ROW},ours", header=f"{HEADER},REMARK")
    assert noted(found) == [(1, "header")]
    assert read_codes(found) == {"A4100"}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "is none of the files that are read"),
        ("a,b,c\n1,2,3\n", "is none of the files that are read"),
        (HEADER.replace("TERM DT", "TERM"), "is none of the files that are read"),
        (HEADER, "holds no record that can be read"),
        (f"{HEADER}\n{ROW.replace(',3,', ',9,')}", "holds no record that can be read; line 2: '9' is neither"),
        ("x" * 200_000, "is none of the files that are read"),
        ("x" * 2_000_000, "the line is longer than 1,000,000 characters"),
        ("x\n" * 700_000, "has more than 300,000 lines"),
    ],
)
def test_what_is_no_release_is_refused_with_its_file(tmp_path: Path, text: str, why: str) -> None:
    path = tmp_path / "release.csv"
    path.write_text(text)
    with pytest.raises(FileRefused) as refused:
        read_files([path], JANUARY)
    assert str(refused.value).startswith(f"{path}:")
    assert why in str(refused.value)


@pytest.mark.parametrize(
    ("name", "quarter", "scope"),
    [
        ("release_2026-01.csv", "2026-01", "complete"),
        ("release_2026-01-partial.csv", "2026-01", "partial"),
        ("HCPC2025_OCT_ANWEB.csv", "2025-10", "complete"),
        ("2026 apr.csv", "2026-04", "complete"),
    ],
)
def test_a_file_name_tells_quarter_and_scope(tmp_path: Path, name: str, quarter: str, scope: str) -> None:
    (tmp_path / name).write_text(f"{HEADER}\n{ROW}\n")
    library, notices = read_library(tmp_path / name)
    assert library.scopes == {quarter: scope}
    assert [notice.field for notice in notices] == (["release"] if scope == "complete" else [])


@pytest.mark.parametrize(
    "name", ["release.csv", "release_2026.csv", "release_2026-02.csv", "12026-01.csv", "2026-011.csv"]
)
def test_a_file_name_that_tells_no_quarter_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(f"{HEADER}\n{ROW}\n")
    with pytest.raises(LibraryRefused, match=r"neither its name nor a heading tells its quarter.*--release"):
        read_library(tmp_path / name)


def test_a_release_without_its_last_codes_is_noted(tmp_path: Path) -> None:
    rows = [row(f"A{n:04d}", "Product") for n in range(5_001)]
    found = read_content(tmp_path, csv_text(rows), "HCPC2026_JAN_ANWEB.csv")
    assert "without codes that begin with V: perhaps the file was cut" in found.notices[0].reason
    whole = read_content(tmp_path, csv_text([*rows, row("V5364", "Product")]), "HCPC2026_JAN_ANWEB.csv")
    assert whole.notices == ()


def test_a_folder_is_read_whole_and_every_refusal_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(DOCUMENT)
    (tmp_path / "two_2024-04.csv").write_text(f"{HEADER}\n{ROW}\n")
    library, _ = read_library(tmp_path, partial=True)
    assert {code for layer in library.layers for code in library.codes(layer)} == {"A4100", "Q9999"}
    assert library.scopes == {"2024-04": "partial"}
    (tmp_path / "bad.txt").write_text("nothing")
    (tmp_path / "bad.csv").write_text("nothing")
    (tmp_path / "undated.txt").write_text(DOCUMENT.replace("<i>Action Effective Date</i>\t20240401\n", ""))
    with pytest.raises(LibraryRefused) as refused:
        read_library(tmp_path)
    lines = str(refused.value).splitlines()
    assert [line.partition(": ")[0] for line in lines] == [
        str(tmp_path / name) for name in ("bad.csv", "bad.txt", "undated.txt")
    ]
    assert "--release" in lines[2]


def test_a_path_that_is_not_there_or_holds_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LibraryRefused, match="there is no such file or folder"):
        read_library(tmp_path / "nowhere")
    with pytest.raises(LibraryRefused, match="holds no file"):
        read_library(tmp_path)


@needs_shared
def test_the_reconstructed_files_are_read_whole() -> None:
    for path, count in ((PRODUCTS, 315), (OTHERS, 37)):
        library, notices = read_library(path, partial=True)
        assert notices == ()
        assert library.scopes == {"2026-01": "partial"}
        (layer,) = library.layers
        assert len(library.codes(layer)) == count
        held = [library.held(code) for code in library.codes(layer)]
        assert all(set(one.records) == {"2026-01"} and not one.unreadable for one in held)


@needs_shared
def test_a_terminated_record_was_acted_on_the_day_after_its_last() -> None:
    (found,) = read_files([PRODUCTS], Wanted(partial=True))
    ended = [one for code in found.part.entries if (one := record(found, code)).termination_date]
    assert {one.code for one in ended} >= {"Q4100", "Q4106"}
    for one in ended:
        assert one.action_effective_date is not None
        assert one.termination_date is not None
        assert (one.action_effective_date - one.termination_date).days == 1
