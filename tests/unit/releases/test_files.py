"""Any file that CMS publishes, recognised by what it holds."""

from pathlib import Path

import pytest

from cleanclaim.releases import files
from cleanclaim.releases.cells import FileRefused
from cleanclaim.releases.files import Wanted, read_files

from ..test_records import DOCUMENT
from .making import as_sheet, csv_text, fixed_text, packed, read, row, workbook

ROWS = [row("A1", "Dressing"), row("A0001", "First, the one"), row("V0004", "Last, per square centimeter")]


def test_text_workbook_and_csv_of_the_same_records_are_read_alike(tmp_path: Path) -> None:
    as_text = read(tmp_path, fixed_text(ROWS), "2026-01.txt").part
    tabbed = csv_text([{**one, "LONG DESCRIPTION": one["LONG DESCRIPTION"]} for one in ROWS], is_quoted=True)
    others = (csv_text(ROWS), tabbed.replace('","', '"\t"'), tabbed.replace('","', '";"'), workbook(as_sheet(ROWS)))
    for content in others:
        assert read(tmp_path, content, "2026-01.dat").part == as_text


def test_what_the_user_says_counts_more_than_the_name(tmp_path: Path) -> None:
    found = read(tmp_path, fixed_text(ROWS), "HCPC2026_JAN_ANWEB.txt", Wanted(release="2025-10", partial=True))
    assert (found.part.layer.quarter, found.part.layer.part) == ("2025-10", "partial")


def test_a_file_without_a_quarter_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match=r"neither its name nor a heading tells its quarter; .* --release 2026-01"):
        read(tmp_path, workbook(as_sheet(ROWS)), "HCPC2020_ANWEB_w_disclaimer.xlsx")


def test_a_record_document_is_of_the_quarter_of_its_action(tmp_path: Path) -> None:
    found = read(tmp_path, DOCUMENT, "document.txt")
    assert (found.part.layer.quarter, found.part.layer.part, set(found.part.entries)) == (
        "2024-04",
        "partial",
        {"Q9999"},
    )


def test_every_file_that_cannot_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST_FILE", 1_000)
    contents = {
        "large.txt": b"x" * 1_001,
        "nothing.txt": b"",
        "binary.txt": bytes(range(32)) * 9,
        "book.xlsx": b"PK\3\4",
    }
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    paths = [tmp_path / name for name in (*contents, "absent.txt")]
    with pytest.raises(FileRefused) as refused:
        read_files([*paths, tmp_path], Wanted())
    lines = str(refused.value).splitlines()
    assert [line.partition(": ")[0] for line in lines] == [*map(str, paths), str(tmp_path)]
    assert "larger than 1,000 bytes" in lines[0]


def test_blanks_without_end_take_no_time(tmp_path: Path) -> None:
    for content in ("<i>" + " " * 900_000, "1ABCDE" + " " * 900_000, "A0001" + " " * 900_000, '"' * 900_000):
        with pytest.raises(FileRefused, match=r"is none of the files that are read|there is no|holds no"):
            read(tmp_path, f"{content}\nx,y;z\t\n", "2026-01.txt")


def test_the_name_of_a_file_in_an_archive_goes_before_the_name_of_the_archive(tmp_path: Path) -> None:
    content = csv_text([row("A4100", "Product, each")])
    found = read(tmp_path, packed({"HCPC2025_OCT_ANWEB.csv": content}), "backup_2026-01.zip")
    assert found.part.layer.quarter == "2025-10"
    assert read(tmp_path, packed({"codes.csv": content}), "backup_2026-01.zip").part.layer.quarter == "2026-01"


def test_a_name_that_tells_two_quarters_is_refused_with_both(tmp_path: Path) -> None:
    content = csv_text([row("A4100", "Product, each")])
    with pytest.raises(FileRefused, match="its name tells 2025-10 and 2026-01; name its quarter: --release"):
        read(tmp_path, content, "HCPC2025_OCT_ANWEB of 2026-01.csv")


def test_a_file_whose_codes_were_added_long_after_its_quarter_is_refused(tmp_path: Path) -> None:
    rows = [row(f"A4{n:03d}", "Product, each", ADD_DT="20251001") for n in range(100, 121)]
    with pytest.raises(FileRefused, match="its name tells 2019-01, but 21 of its codes were added later, up to 2025"):
        read(tmp_path, csv_text(rows), "HCPC2019_JAN_ANWEB.csv")
    assert read(tmp_path, csv_text(rows[1:]), "HCPC2019_JAN_ANWEB.csv").part.layer.quarter == "2019-01"
    named = Wanted(release="2019-01")
    assert read(tmp_path, csv_text(rows), "HCPC2019_JAN_ANWEB.csv", named).part.layer.quarter == "2019-01"


def test_a_text_that_ends_within_a_record_is_refused(tmp_path: Path) -> None:
    text = fixed_text([row("A4100", "Product, each"), row("A4101", "Product, each")])
    with pytest.raises(FileRefused, match=r"HCPC2026_JAN_ANWEB\.txt:2: the file ends within a record"):
        read(tmp_path, text.rstrip()[:-100])


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="is a folder; name the files in it"):
        read_files([tmp_path], Wanted())
