"""Damage of every kind: a file is read or refused, and no code of a complete release is lost in silence."""

import random
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanclaim.releases.cells import FileRefused
from cleanclaim.releases.files import Read, Wanted, read_files
from cleanclaim.tables import Entry

from ..settings import examples
from ..test_records import DOCUMENT
from .making import as_sheet, csv_text, fixed_text, packed, row, workbook, workbook_members
from .test_add_on_file import HEADER as PAIR_HEADER
from .test_add_on_file import ROWS as PAIR_ROWS
from .test_add_on_file import TEXT as PAIR_LINES
from .test_asc_addendum import AA, BB, EE
from .test_mue_table import HEADER as MUE_HEADER
from .test_mue_table import PREAMBLE
from .test_mue_table import ROWS as MUE_ROWS

INCHES = 'Product of 2"'
LONG = 'Product, 2" long, with a text that goes on over the end of its line and over that of the next line as well'
ROWS = [
    row("A1", "Dressing"), row("A2", "Dressing, two"), row("A0001", "First"), row("A0012", LONG, XREF1="A0001"),
    row("B0123", "Second, per square centimeter"), row("B0200", INCHES, INCHES),
    row("C1234", LONG + LONG, TERM_DT="20251231"),
    row("Q4257", "Third, per square centimeter (add-on, list separately in addition to primary procedure)"),
    row("V0004", "Last"),
]  # fmt: skip
CODES = {one["HCPC"].strip() for one in ROWS}
TEXT, CSV = fixed_text(ROWS), csv_text(ROWS)
QUOTED = csv_text(ROWS, end="\r\n", is_quoted=True)
FILES: Mapping[str, bytes] = {
    "fixed_2026-01.txt": TEXT.encode(), "trimmed_2026-01.txt": fixed_text(ROWS, end="\n", pad=0).encode(),
    "csv_2026-01.csv": CSV.encode(), "quoted_2026-01.csv": QUOTED.encode(),
    "book_2026-01.xlsx": workbook(as_sheet(ROWS)), "archive_2026-01.zip": packed({"HCPC2026_JAN_ANWEB.txt": TEXT}),
    "AOC_V2026Q1-MCR.txt": "\r\n".join(PAIR_LINES).encode(),
    "AOC_V2026Q1-MCR.xlsx": workbook([list(PAIR_HEADER), *map(list, PAIR_ROWS)]),
    "MCR_MUE_Eff_01-01-2026.csv": "\n".join((PREAMBLE, MUE_HEADER.format("DME"), *MUE_ROWS)).encode(),
    "asc_2026-01.xlsx": workbook(AA, BB, EE), "document.txt": DOCUMENT.encode(),
}  # fmt: skip
PIECES = (
    b"", b'"', b",", b"\n", b"\r", b"\x00", b"\t", b" ", b"\xff", b"\x92", b"PK\x03\x04", b"<", b"&", b"9" * 30,
    b"A0001", b'""', b"\n\n", b'",', b"<i>", b"\xef\xbb\xbf", b"  ",
)  # fmt: skip


def attempt(name: str, content: bytes) -> list[Read] | None:
    """What a file holds; None where it is refused, each line beginning with the file."""
    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(content)
        try:
            return read_files([path], Wanted())
        except FileRefused as refused:
            lines = str(refused).splitlines()
        if not all(line.startswith(str(path)) for line in lines):
            pytest.fail(f"a line that does not begin with the file: {lines}")
        return None


def spoilt(content: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(content))
        what = chance.randrange(5)
        if what == 0:
            content = content[:at] + bytes([content[at] ^ 1 << chance.randrange(8)]) + content[at + 1 :]
        elif what == 1:
            content = content[:at] + chance.choice(PIECES) + content[at + chance.randint(0, 3) :]
        elif what == 2:
            content = content[: at + 1]
        elif what == 3:
            content = content[:at] + content[chance.randrange(at, min(len(content), at + 400)) :]
        else:
            content = content[:at] + content[max(0, at - 200) : at + 1] + content[at:]
    return content


@pytest.mark.parametrize("name", FILES)
def test_each_file_is_read_whole(name: str) -> None:
    found = attempt(name, FILES[name])
    assert found
    assert all(None not in one.part.entries.values() for one in found)


@examples(200)
@given(st.sampled_from([*FILES]), st.integers(0, 2**32))
def test_a_damaged_file_is_read_or_refused(name: str, seed: int) -> None:
    attempt(name, spoilt(FILES[name], random.Random(seed)))


@examples(150)
@given(st.sampled_from([name for name in FILES if name.endswith("xlsx")]), st.integers(0, 2**32))
def test_a_workbook_whose_members_are_damaged_is_read_or_refused(name: str, seed: int) -> None:
    chance = random.Random(seed)
    sheets = {"book": [as_sheet(ROWS)], "asc_": [AA, BB, EE], "AOC_": [[list(PAIR_HEADER), *map(list, PAIR_ROWS)]]}
    members: dict[str, str | bytes] = {**workbook_members(*sheets[name[:4]])}
    for member in chance.sample(sorted(members), 2):
        members[member] = spoilt(str(members[member]).encode(), chance)
    attempt(name, packed(members))


@examples(60)
@given(st.binary(max_size=400), st.sampled_from([b"", TEXT[:400].encode(), CSV[:700].encode(), b"PK\x03\x04"]))
def test_bytes_of_any_kind_are_read_or_refused(content: bytes, begins: bytes) -> None:
    attempt("2026-01.txt", begins + content)


@cache
def whole(name: str) -> Mapping[str, Entry | None]:
    found = attempt(name, FILES[name])
    assert found
    return found[0].part.entries


def own_rows(text: str, at: int, length: int) -> set[str]:
    """The codes of the lines that a stretch of text touches, its ends' neighbours included."""
    first, last = text.count("\n", 0, max(0, at - 1)), text.count("\n", 0, at + length + 1)
    return {line.lstrip('"')[:5].strip(' ",') for line in text.split("\n")[first : last + 1]} & CODES


def nothing_is_lost(name: str, found: list[Read] | None, damaged: set[str]) -> None:
    """Each code has its record, or none; another record only where the damage fell in its own line."""
    if found is None:
        return
    (one,) = found
    before, after = whole(name), one.part.entries
    for code in CODES:
        if code in after:
            assert after[code] in (None, before[code]) or code in damaged, code
        else:
            assert one.part.layer.part == "partial", code


def is_code_cell(text: str, at: int) -> bool:
    """Whether a place is in the code of its line: there a code can turn into another, which nothing tells."""
    return at - (text.rfind("\n", 0, at) + 1) < 8


@examples(200)
@given(
    st.sampled_from([name for name in FILES if name.endswith(("_2026-01.txt", ".csv")) and "MUE" not in name]),
    st.data(),
)
def test_a_character_put_in_taken_out_or_changed_loses_no_code(name: str, data: st.DataObject) -> None:
    text = FILES[name].decode()
    begins = text.index("\n") + 1 if name.endswith(".csv") else 0
    telling = [at for at in range(begins, len(text)) if text[at] in '"\r\n']
    at = data.draw(st.integers(begins, len(text) - 1) | st.sampled_from(telling))
    taken, put = data.draw(st.sampled_from([(0, 1), (1, 0), (1, 1), (2, 1), (2, 0)]))
    piece = data.draw(st.sampled_from(['"', ",", "\n", "\r", "x", "0", " ", '""', "\t", "\x00", "\x92", ";"]))[:put]
    if not is_code_cell(text, at) and (taken < 2 or not is_code_cell(text, at + 1)):
        damaged = (text[:at] + piece + text[at + taken :]).encode()
        nothing_is_lost(name, attempt(name, damaged), own_rows(text, at, taken))


def test_a_header_that_is_damaged_loses_no_code() -> None:
    for at in range(CSV.index("\n") + 1):
        new = ("", '"', "Z")[at % 3]
        found = attempt("csv_2026-01.csv", (CSV[:at] + new + CSV[at + 1 :]).encode())
        if found is not None and not any(one.field == "header" for one in found[0].notices):
            nothing_is_lost("csv_2026-01.csv", found, set())


@examples(200)
@given(st.integers(0, 2**32))
def test_a_bit_turned_in_a_workbooks_sheet_loses_no_code(seed: int) -> None:
    chance = random.Random(seed)
    members: dict[str, str | bytes] = {**workbook_members(as_sheet(ROWS))}
    member = chance.choice(("xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"))
    text = str(members[member]).encode()
    at = chance.randrange(text.find(b'<row r="2"') if "sheet1" in member else 0, len(text))
    members[member] = text[:at] + bytes([text[at] ^ 1 << chance.randrange(8)]) + text[at + 1 :]
    number = text.count(b"<row ", 0, at) - 1
    column = text[text.rfind(b"<c ", 0, at) :][:8]
    if b'"A' in column and column[5:6].isdigit():
        return
    damaged = {ROWS[number - 1]["HCPC"].strip()} if "sheet1" in member else set()
    nothing_is_lost("book_2026-01.xlsx", attempt("book_2026-01.xlsx", packed(members)), damaged)
