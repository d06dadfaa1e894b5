"""Zip archives: what CMS publishes in them is read, and what would do harm is refused."""

import io
import resource
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from cleanclaim.releases.cells import FileRefused
from cleanclaim.releases.files import Wanted, read_files

from .making import (
    as_sheet,
    csv_text,
    fixed_text,
    noted,
    packed,
    read,
    row,
    workbook,
    workbook_members,
)

ROWS = [row("A1", "Dressing"), row("A0001", "First"), row("V0004", "Last, per square centimeter")]
TEXT = fixed_text(ROWS)
NAME = "january-2026-alpha-numeric-hcpcs-file.zip"


def test_the_files_of_an_archive_are_read_and_the_others_told(tmp_path: Path) -> None:
    path = tmp_path / NAME
    members: dict[str, str | bytes] = {
        "folder/HCPC2026_JAN_ANWEB_01122026.txt": TEXT,
        "HCPC2026_JAN_ANWEB_01122026.xlsx": workbook(as_sheet(ROWS)),
        "proc_notes.txt": 'A "note", and\n"another',
        "layout.docx": packed({"[Content_Types].xml": "<Types/>", "word/document.xml": "<x/>"}),
        "older.zip": packed({"HCPC2025_OCT_ANWEB.txt": TEXT}),
        "picture.png": bytes(range(256)) * 9,
    }
    path.write_bytes(packed(members))
    one, other = read_files([path], Wanted())
    assert one.part == other.part
    assert noted(one) == [(None, "archive")]
    assert "layout.docx, older.zip, picture.png, proc_notes.txt" in one.notices[0].reason


@pytest.mark.parametrize(
    "name",
    [
        "../HCPC2026_JAN.txt", "a/../../HCPC2026_JAN.txt", "/etc/HCPC2026_JAN.txt", "C:/HCPC2026_JAN.txt",
        "..\\HCPC2026_JAN.txt", "C:\\HCPC2026_JAN.txt", "\\\\host\\HCPC2026_JAN.txt",
    ],
)  # fmt: skip
def test_a_name_that_leads_out_of_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileRefused, match="name leads out of its folder"):
        read(tmp_path, packed({"HCPC2026_JAN_ANWEB.txt": TEXT, name: TEXT}), NAME)
    assert [one.name for one in tmp_path.iterdir()] == [NAME]


def test_an_encrypted_archive_is_refused(tmp_path: Path) -> None:
    content = bytearray(packed({"HCPC2026_JAN_ANWEB.txt": TEXT}))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(FileRefused, match="is encrypted"):
        read(tmp_path, bytes(content), NAME)


def test_an_archive_of_nothing_known_is_refused(tmp_path: Path) -> None:
    for members in ({}, {"a.txt": "nothing"}, {"older.zip": packed({"HCPC2026_JAN_ANWEB.txt": TEXT})}):
        with pytest.raises(FileRefused, match="no file in it is one of the files that are read"):
            read(tmp_path, packed(members), NAME)


def test_an_archive_of_very_many_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="holds 1,001 files"):
        read(tmp_path, packed({f"{n}.txt": "x" for n in range(1_001)}), NAME)


def test_any_broken_archive_is_refused(tmp_path: Path) -> None:
    whole = packed({"HCPC2026_JAN_ANWEB.txt": TEXT})
    for content in (whole[:-30], whole[: len(whole) // 2], whole[:4], whole[:60] + b"\xff\xff\xff" + whole[63:]):
        with pytest.raises(FileRefused, match="cannot be read as a zip archive"):
            read(tmp_path, content, NAME)


def bomb(name: str, begins: str, repeated: bytes, times: int) -> bytes:
    """An archive, a workbook's where `name` is its sheet, whose member is gigabytes of the same."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        if name.startswith("xl/"):
            for other, text in workbook_members([["a"]]).items():
                if other != name:
                    archive.writestr(other, text)
        with archive.open(name, "w", force_zip64=True) as stream:
            stream.write(begins.encode())
            for _ in range(times):
                stream.write(repeated)
    return buffer.getvalue()


MEBIBYTE = 1 << 20
SHEET = "xl/worksheets/sheet1.xml"
BOMBS = {
    "blanks.zip": lambda: bomb("HCPC2026_JAN_ANWEB.txt", "", bytes(MEBIBYTE), 100),
    "lines.zip": lambda: bomb("HCPC2026_JAN_ANWEB.txt", TEXT, b"\n" * MEBIBYTE, 30),
    "rows.zip": lambda: bomb("HCPC2026_JAN_ANWEB.csv", csv_text(ROWS), b"a,b\n" * (MEBIBYTE // 4), 30),
    "cells.zip": lambda: bomb("HCPC2026_JAN_ANWEB.csv", csv_text(ROWS), b"," * MEBIBYTE, 30),
    "cells.xlsx": lambda: bomb(SHEET, "<worksheet><sheetData><row>", b'<c t="s"><v>0</v></c>' * 50_000, 200),
    "nested.xlsx": lambda: bomb(SHEET, "<worksheet><sheetData><row>", b"<c><v>" * 150_000, 100),
    "text.xlsx": lambda: bomb("xl/sharedStrings.xml", "<sst><si><t>", b"x" * MEBIBYTE, 120),
    "corner.xlsx": lambda: packed({
        **workbook_members([["a"]]),
        SHEET: '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>',
    }),
}  # fmt: skip


def test_bombs_are_refused_in_bounded_memory_and_time(tmp_path: Path) -> None:
    for name, made in BOMBS.items():
        (tmp_path / f"2026-01-{name}").write_bytes(made())
    reads = (
        "import sys\nfrom pathlib import Path\nfrom cleanclaim.releases.files import *\n"
        "for path in sys.argv[1:]:\n"
        "    try:\n        read_files([Path(path)], Wanted())\n"
        "    except FileRefused as refused:\n        print(refused)\n"
    )
    paths = sorted(map(str, tmp_path.iterdir()))

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (1_500 * MEBIBYTE,) * 2)
        resource.setrlimit(resource.RLIMIT_CPU, (60, 60))

    done = subprocess.run(
        [sys.executable, "-c", reads, *paths], capture_output=True, text=True, check=False, preexec_fn=limit
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert [line.partition(": ")[0].partition("/20")[0] for line in done.stdout.splitlines()] == [str(tmp_path)] * 8
