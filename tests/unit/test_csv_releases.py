"""Releases as csv in CMS's columns: what is read, what is passed over with a notice, and what is refused."""

from datetime import date
from pathlib import Path

import pytest
from cleanclaim.releases.code_set_csv import CodeSetRefused, CodeSetRows, read_code_set_csv
from cleanclaim.releases.folder import read_library

from cleanclaim.releases.library import LibraryRefused

from .test_records import DOCUMENT

SHARED = Path(__file__).parents[3] / "shared" / "data" / "hcpcs"
PRODUCTS, OTHERS = (
    "HCPCS_2026_JAN_Q4xxx_reconstructed.csv", "HCPCS_2026_JAN_A2001-A2030_C5271-C5278_reconstructed.csv",
)  # fmt: skip
_needs_shared = pytest.mark.skipif(
    not (SHARED / PRODUCTS).is_file(), reason="the reconstructed csv files are not beside the checkout"
)
HEADER = "HCPC,RECID,LONG DESCRIPTION,SHORT DESCRIPTION,PRICE1,XREF1,XREF2,COV,ASC_GRP,ASC_DT,ADD DT,ACT EFF DT,TERM DT"
ROW = 'A4100,3,"Product, each",Short,51,g0463,,C,YY,20260101,20240101,20240401,20251231'


def read(tmp_path: Path, *rows: str, header: str = HEADER, encoding: str = "utf-8") -> CodeSetRows:
    path = tmp_path / "release.csv"
    path.write_bytes("\n".join((header, *rows, "")).encode(encoding))
    return read_code_set_csv(path)


def noted(rows: CodeSetRows) -> list[tuple[int | None, str]]:
    return [(notice.line, notice.field) for notice in rows.notices]


def test_every_column_fills_its_field(tmp_path: Path) -> None:
    rows = read(tmp_path, ROW)
    assert rows.notices == []
    assert rows.unreadable_codes == set()
    assert rows.records["A4100"].model_dump(exclude_defaults=True) == {
        "code": "A4100", "long_description": "Product, each", "short_description": "Short",
        "pricing_indicators": ({"code": "51", "description": "Drugs"},), "cross_references": ("G0463",),
        "coverage_code": {"code": "C", "description": "Carrier judgment"},
        "asc_payment_group": {"code": "YY", "description": "Approved to be performed in an ambulatory surgical center"},
        "asc_effective_date": date(2026, 1, 1), "code_added_date": date(2024, 1, 1),
        "action_effective_date": date(2024, 4, 1), "termination_date": date(2025, 12, 31),
    }  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_text_of_other_systems_is_read(tmp_path: Path, encoding: str) -> None:
    rows = read(tmp_path, ROW.replace("Product, each", "Product 2\u2019s\r\nlength, each"), encoding=encoding)
    assert rows.records["A4100"].long_description == "Product 2\u2019s\r\nlength, each"


def test_modifier_records_are_passed_over(tmp_path: Path) -> None:
    rows = read(tmp_path, ROW, "   A1,7,Dressing for one wound,Dressing,,,,C,,,20010101,20010101,")
    assert set(rows.records) == {"A4100"}
    assert rows.notices == []


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("20251231", "20250230", "termination_date"), (",C,YY", ",Q,YY", "coverage_code"),
        (",51,", ",77,", "pricing_indicators"),
        (",20240101,", ",2024,", "code_added_date"),
    ],
)  # fmt: skip
def test_a_value_that_does_not_fit_makes_the_record_doubtful(tmp_path: Path, old: str, new: str, field: str) -> None:
    rows = read(tmp_path, ROW.replace(old, new))
    assert noted(rows) == [(2, field)]
    assert rows.records["A4100"].is_doubtful


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
    rows = read(tmp_path, ROW, row)
    assert noted(rows) == [(3, field)]
    assert rows.unreadable_codes == {"A4101"}
    assert set(rows.records) == {"A4100"}


def test_columns_may_stand_in_any_order(tmp_path: Path) -> None:
    columns = HEADER.split(",")
    header = ",".join([*columns[1:], columns[0]])
    moved = ROW.removeprefix("A4100,")
    rows = read(tmp_path, f"{moved},A4100", f"{moved},A4101,one too many", header=header)
    assert set(rows.records) == {"A4100"}
    assert rows.unreadable_codes == {"A4101"}


def test_of_a_code_that_stands_twice_and_differently_the_file_says_nothing(tmp_path: Path) -> None:
    assert noted(read(tmp_path, ROW, ROW)) == []
    another = ROW.replace("A4100", "A4199")
    rows = read(tmp_path, ROW, ROW.replace("Short", "Other"), another)
    assert noted(rows) == [(3, "HCPC")]
    assert set(rows.records) == {"A4199"}
    assert rows.unreadable_codes == {"A4100"}


def test_a_description_goes_on_in_the_rows_that_continue_it(tmp_path: Path) -> None:
    more = ROW.replace(",3,", ",4,", 1)
    rows = read(tmp_path, ROW, more, more)
    described = read(tmp_path, ROW).records["A4100"].long_description
    assert noted(rows) == []
    assert rows.records["A4100"].long_description == " ".join([described] * 3)
    lonely = read(tmp_path, more.replace("A4100", "A4188"), ROW)
    assert noted(lonely) == [(2, "RECID")]
    assert lonely.unreadable_codes == {"A4188"}


def test_a_cell_larger_than_any_is_a_notice(tmp_path: Path) -> None:
    rows = read(tmp_path, ROW, f'A4101,3,"{"x" * 140_000}",,,,,C,,,,,')
    assert [field for _, field in noted(rows)] == ["row"]
    assert set(rows.records) == {"A4100"}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "it has no column HCPC, RECID"),
        ("a,b,c\n1,2,3\n", "it has no column HCPC, RECID"),
        (HEADER.replace("TERM DT", "TERM"), "it has no column TERM DT"),
        (HEADER, "holds no procedure record"),
        (HEADER + "\n   A1,7,Dressing,,,,,C,,,,,\n", "holds no procedure record"),
        ("x" * 200_000, "is no csv file"),
    ],
)
def test_what_is_no_release_is_refused_with_its_file(tmp_path: Path, text: str, why: str) -> None:
    path = tmp_path / "release.csv"
    path.write_text(text)
    with pytest.raises(CodeSetRefused) as refused:
        read_code_set_csv(path)
    assert str(refused.value).startswith(f"{path}: ")
    assert why in str(refused.value)


@pytest.mark.parametrize(
    ("name", "quarter", "scope"),
    [
        ("release_2026-01.csv", "2026-01", "partial"),
        ("HCPCS_2026_JAN_Q4xxx.csv", "2026-01", "partial"),
        ("HCPC2025_OCT_ANWEB.csv", "2025-10", "complete"),
        ("hcpcs-2024-07-complete.csv", "2024-07", "complete"),
        ("2026 apr.csv", "2026-04", "partial"),
    ],
)
def test_a_file_name_tells_quarter_and_scope(tmp_path: Path, name: str, quarter: str, scope: str) -> None:
    (tmp_path / name).write_text(f"{HEADER}\n{ROW}\n")
    library, notices = read_library(tmp_path / name)
    assert [(release.id, release.scope) for release in library.releases] == [(quarter, scope)]
    assert notices == ()


@pytest.mark.parametrize(
    "name", ["release.csv", "release_2026.csv", "release_2026-02.csv", "12026-01.csv", "2026-011.csv"]
)
def test_a_file_name_that_tells_no_quarter_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(f"{HEADER}\n{ROW}\n")
    with pytest.raises(LibraryRefused, match="the file's name tells no quarter"):
        read_library(tmp_path / name)


def test_a_folder_is_read_whole_and_every_refusal_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(DOCUMENT)
    (tmp_path / "two_2024-04.csv").write_text(f"{HEADER}\n{ROW}\n")
    (tmp_path / "README.md").write_text("no release")
    library, _ = read_library(tmp_path)
    assert [(release.id, sorted(release.records)) for release in library.releases] == [("2024-04", ["A4100", "Q9999"])]
    (tmp_path / "bad.txt").write_text("nothing")
    (tmp_path / "bad.csv").write_text("nothing")
    (tmp_path / "undated.txt").write_text(DOCUMENT.replace("<i>Action Effective Date</i>\t20240401\n", ""))
    with pytest.raises(LibraryRefused) as refused:
        read_library(tmp_path)
    lines = str(refused.value).splitlines()
    assert [line.partition(": ")[0] for line in lines] == [
        str(tmp_path / name) for name in ("bad.csv", "bad.txt", "undated.txt")
    ]
    assert "must be named" in lines[2]


def test_a_path_that_is_not_there_or_holds_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LibraryRefused, match="there is no such file or folder"):
        read_library(tmp_path / "nowhere")
    with pytest.raises(LibraryRefused, match="holds no record document"):
        read_library(tmp_path)


@_needs_shared
def test_the_reconstructed_files_are_read_whole() -> None:
    read = {name: read_library(SHARED / name) for name in (PRODUCTS, OTHERS)}
    assert {name: len(library.releases[0].records) for name, (library, _) in read.items()} == {
        PRODUCTS: 315,
        OTHERS: 37,
    }
    for library, notices in read.values():
        assert notices == ()
        assert [(release.id, release.scope) for release in library.releases] == [("2026-01", "partial")]
        assert not library.releases[0].unreadable_codes
        assert not any(record.is_doubtful for record in library.releases[0].records.values())


@_needs_shared
def test_a_terminated_record_was_acted_on_the_day_after_its_last() -> None:
    library, _ = read_library(SHARED / PRODUCTS)
    ended = [one for one in library.releases[0].records.values() if one.termination_date]
    assert {one.code for one in ended} >= {"Q4100", "Q4106"}
    for one in ended:
        assert one.action_effective_date is not None
        assert one.termination_date is not None
        assert (one.action_effective_date - one.termination_date).days == 1
