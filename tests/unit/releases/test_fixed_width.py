"""The fixed-width HCPCS file of any year, whole and damaged."""

from datetime import date
from pathlib import Path

import pytest

from cleanclaim.codes import CodeRecord
from cleanclaim.releases.cells import FileRefused
from cleanclaim.releases.files import Read

from .making import fixed_lines, fixed_text, noted, read, record, row, unread

LONG = "Product, a longer text that goes on over the end of its line and then over that of the next line as well, " * 2
ROWS = [
    row("A1", "Dressing for one wound"),
    row("A0001", "First product"),
    row("A0002", LONG, XREF1="A0001"),
    row("A0003", "Third product, per square centimeter", TERM_DT="20251231"),
    row("V0004", "Last product"),
]
LINES = [line for one in ROWS for line in fixed_lines(one)]
CODES = {"A1", "A0001", "A0002", "A0003", "V0004"}


def of_lines(folder: Path, lines: list[str], end: str = "\r\n") -> Read:
    return read(folder, "".join(line + end for line in lines))


def kept(found: Read) -> dict[str, CodeRecord]:
    return {code: record(found, code) for code, entry in found.part.entries.items() if entry is not None}


def test_every_line_is_read_into_its_record(tmp_path: Path) -> None:
    found = of_lines(tmp_path, LINES)
    assert noted(found) == []
    assert set(kept(found)) == CODES
    assert record(found, "A0002").long_description == LONG.strip()
    assert record(found, "A0003").model_dump(exclude_defaults=True) == {
        "code": "A0003", "long_description": "Third product, per square centimeter", "short_description": "Short",
        "pricing_indicators": ({"code": "51", "description": "Drugs"},),
        "multiple_pricing_indicator": {
            "code": "A", "description": "Not applicable: priced under one methodology"
        },
        "coverage_code": {"code": "C", "description": "Carrier judgment"},
        "betos": {"code": "O1E", "description": "Other drugs"},
        "types_of_service": ({"code": "1", "description": "Medical care"},), "anesthesia_base_units": 0,
        "code_added_date": date(2024, 1, 1), "action_effective_date": date(2024, 4, 1),
        "termination_date": date(2025, 12, 31),
        "action_code": {"code": "N", "description": "No maintenance for this code"},
    }  # fmt: skip


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
@pytest.mark.parametrize("pad", [320, 91, 0])
def test_line_ends_and_padding_of_any_year_are_read(tmp_path: Path, end: str, pad: int) -> None:
    text = fixed_text(ROWS, end=end, pad=pad)
    assert kept(read(tmp_path, text)) == kept(of_lines(tmp_path, LINES))


def test_lines_may_end_where_nothing_but_blanks_follows(tmp_path: Path) -> None:
    assert kept(of_lines(tmp_path, [line.rstrip() for line in LINES])) == kept(of_lines(tmp_path, LINES))


def test_a_disclaimer_and_the_marks_of_old_systems_are_passed_over(tmp_path: Path) -> None:
    text = "***Disclaimers\t\t\t\r\n*Brand names\x92 use; 2 of 12,345 products.\xa0\t\t\r\n\r\n" + fixed_text(ROWS)
    found = read(tmp_path, (text + "\x0c\x1a").encode("cp1252", errors="ignore"))
    assert noted(found) == []
    assert set(kept(found)) == CODES


def test_bytes_of_the_code_page_shift_nothing(tmp_path: Path) -> None:
    odd = fixed_text([row("A0001", "Product 2\u2019s size\u00a0one"), *ROWS[2:]]).encode("cp1252")
    assert b"\x92" in odd
    assert b"\xa0" in odd
    found = read(tmp_path, odd)
    assert record(found, "A0001").long_description == "Product 2\u2019s size\u00a0one"
    assert noted(found) == []


def test_zeros_for_a_day_are_none(tmp_path: Path) -> None:
    rows = [row("A0001", "Product", TERM_DT="0" * 8, ASC_DT="0" * 8), *ROWS[2:]]
    rows[0]["ASC_DT"] = "0" * 8
    found = read(tmp_path, fixed_text(rows))
    assert record(found, "A0001").termination_date is None
    assert noted(found) == []


def place_of(code: str) -> int:
    return next(at for at, line in enumerate(LINES) if line.startswith(code))


@pytest.mark.parametrize("length", [12, 91, 150, 269, 276, 284, 292])
def test_a_line_cut_short_leaves_its_code_unread(tmp_path: Path, length: int) -> None:
    at = place_of("A0003")
    found = of_lines(tmp_path, [*LINES[:at], LINES[at][:length], *LINES[at + 1 :]])
    assert unread(found) == {"A0003"}
    assert found.part.layer.part == "complete"


@pytest.mark.parametrize("shift", [-9, -8, -2, -1, 1, 2, 8])
@pytest.mark.parametrize("begins", [20, 100, 200, 260])
def test_a_shifted_line_leaves_its_code_unread(tmp_path: Path, shift: int, begins: int) -> None:
    at = place_of("A0003")
    line = LINES[at]
    shifted = line[:begins] + " " * shift + line[begins:] if shift > 0 else line[:begins] + line[begins - shift :]
    found = of_lines(tmp_path, [*LINES[:at], shifted, *LINES[at + 1 :]])
    assert unread(found) == {"A0003"}


@pytest.mark.parametrize("is_trimmed", [True, False])
def test_a_lost_line_end_leaves_both_codes_unread(tmp_path: Path, is_trimmed: bool) -> None:
    lines = [line.rstrip() for line in LINES] if is_trimmed else LINES
    whole = kept(of_lines(tmp_path, LINES))
    for at in range(len(lines) - 1):
        found = of_lines(tmp_path, [*lines[:at], lines[at] + lines[at + 1], *lines[at + 2 :]])
        both = {line[:5].strip() for line in lines[at : at + 2]}
        assert unread(found) == both
        assert kept(found) == {code: one for code, one in whole.items() if code not in both}


@pytest.mark.parametrize("at", [*range(len(LINES))])
@pytest.mark.parametrize("place", [6, 12, 40, 91, 270, 292])
def test_a_line_broken_in_two_leaves_its_code_unread(tmp_path: Path, at: int, place: int) -> None:
    whole = kept(of_lines(tmp_path, LINES))
    found = of_lines(tmp_path, [*LINES[:at], LINES[at][:place], LINES[at][place:], *LINES[at + 1 :]])
    code = LINES[at][:5].strip()
    if code not in found.part.entries:
        assert found.part.layer.part == "partial"
    assert {other: one for other, one in whole.items() if other in kept(found)} == kept(found)
    assert code in unread(found) or found.part.layer.part == "partial" or kept(found) == whole


@pytest.mark.parametrize("at", [place_of("A0002") + more for more in (0, 1, 2)])
def test_a_lost_line_of_a_description_is_found_by_its_number(tmp_path: Path, at: int) -> None:
    found = of_lines(tmp_path, [*LINES[:at], *LINES[at + 1 :]])
    is_last = at + 1 == place_of("A0003")
    assert ("A0002" in unread(found)) != is_last


def test_a_file_that_ends_within_a_record_is_refused(tmp_path: Path) -> None:
    text = fixed_text(ROWS)
    assert unread(read(tmp_path, text[:-3])) == set()
    for lost in (40, 200, 300):
        with pytest.raises(FileRefused, match="the file ends within a record; it was not copied whole"):
            read(tmp_path, text[:-lost])


@pytest.mark.parametrize("code", ["A00O3", "A00?3", "\x00\x00003"])
def test_a_line_whose_code_cannot_be_told_makes_the_release_partial(tmp_path: Path, code: str) -> None:
    at = place_of("A0003")
    found = of_lines(tmp_path, [*LINES[:at], code + LINES[at][5:], *LINES[at + 1 :]])
    assert found.part.layer.part == "partial"
    assert set(kept(found)) >= {"A1", "A0001", "V0004"}


def test_a_first_line_that_is_damaged_is_no_disclaimer(tmp_path: Path) -> None:
    at = place_of("A0001")
    found = of_lines(tmp_path, ["A0001x0100" + LINES[at][10:], *LINES[at + 1 :]])
    assert unread(found) == {"A0001"}


def test_a_file_without_a_readable_record_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="holds no record that can be read; line 1: is cut short"):
        read(tmp_path, LINES[0][:200])
