"""What a file holds is told by its content; its name counts where one claim a line is meant."""

import json
from pathlib import Path

import pytest

from cleanclaim.read.source import read_claims, unreadable_file

from .making import read, read_whole, unread

HEADER = "claim_id,line_number,procedure_code,units,date_of_service"
ROW = "A,1,99213,1,2026-01-15"
CLAIM = {
    "claim_id": "A",
    "lines": [{"line_number": 1, "procedure_code": "99213", "units": 1, "date_of_service": "2026-01-15"}],
}
TEXT = json.dumps(CLAIM)
OTHER = TEXT.replace('"A"', '"B"')
PRETTY = json.dumps(CLAIM, indent=2)


def ids(content: bytes | str, *, json_lines: bool = False) -> list[str | None]:
    return [one.claim and one.claim.claim_id for one in read(content, json_lines=json_lines)]


@pytest.mark.parametrize(
    "content",
    [
        TEXT, f"\n\n  {TEXT}  \n", f"\ufeff{TEXT}", PRETTY, PRETTY.replace("\n  ", "\n"), PRETTY.replace("\n", "\r"),
        f"[{TEXT}]", f"[\n{TEXT}\n]", f" [ {PRETTY} ] ", f"\ufeff[{TEXT}]",
        TEXT.replace('"lines": [', '"lines": [\n').replace("}]", "}\n]"),
        f"{HEADER}\n{ROW}", f"{HEADER}\r\n{ROW}\r\n", f"{HEADER}\r{ROW}\r", f"\ufeff{HEADER}\n{ROW}\n",
        f"\n \n{HEADER}\n\n{ROW}\n\n", f"{HEADER}\n{ROW}".replace(",", ";"), f"{HEADER}\n{ROW}".replace(",", "\t"),
        f"{HEADER}\n{ROW}".replace(",", "|"), f"{HEADER.upper()}\n{ROW}\n",
        f"{HEADER.replace(',', ' , ').replace('_', ' ').title()}\n{ROW}\n", f"{HEADER}\n,,,,\n{ROW}\n,,,,\n \n",
        '"claim_id","line_number","procedure_code","units","date_of_service"\n"A","1","99213","1","2026-01-15"\n',
        'date_of_service, "claim_id", "procedure_code", "line_number", "units"\n2026-01-15, "A", "99213", "1", "1"\n',
        "date_of_service,claim_id,line_number,procedure_code,units\n2026-01-15,A,1,99213,1",
    ],
)  # fmt: skip
def test_a_claim_is_read_whatever_the_file_looks_like(content: str) -> None:
    (claim,) = read_whole(content)
    assert json.loads(claim.model_dump_json(exclude_defaults=True)) == {
        "claim_id": "A",
        "lines": [
            {"line_number": 1, "procedure_code": "99213", "units": "1", "date_of_service": "2026-01-15",
             "date_of_service_end": "2026-01-15"},
        ],
    }  # fmt: skip


@pytest.mark.parametrize(
    "content",
    [
        f"{TEXT}\n{OTHER}\n", f"{TEXT}\r\n\r\n{OTHER}", f"{TEXT}{OTHER}", f"{TEXT} {OTHER}", f"{PRETTY}\n{OTHER}",
        f"{PRETTY}{PRETTY.replace('A', 'B')}", f"[{TEXT},{OTHER}]", f"[\n{TEXT},\n{OTHER}\n]", f"[{TEXT},\n{OTHER}\n]",
    ],
)  # fmt: skip
def test_several_claims_are_read_in_their_order(content: str) -> None:
    assert ids(content) == ["A", "B"]


@pytest.mark.parametrize("is_named", [True, False])
@pytest.mark.parametrize(
    "first", [TEXT[1:], TEXT[:-5], f"[{TEXT[1:]}", "\x00", '{"claim_id":', "{", "}", "#", f"{TEXT}{TEXT}"]
)
def test_one_claim_a_line_is_recognized_behind_a_broken_first_line(first: str, is_named: bool) -> None:
    assert ids(f"{first}\n{TEXT}\n{OTHER}\n", json_lines=is_named) == [None, "A", "B"]


@pytest.mark.parametrize("broken", [2, 9])
def test_one_claim_a_line_is_recognized_behind_several_broken_lines(broken: int) -> None:
    lines = [TEXT[:40]] * broken
    assert ids("\n".join([*lines, TEXT, OTHER])) == [*[None] * broken, "A", "B"]


def test_the_name_tells_one_claim_a_line_where_no_line_can_be_read(tmp_path: Path) -> None:
    for name, count in (("claims.jsonl", 30), ("claims.NDJSON", 30), ("claims.json", 1)):
        (tmp_path / name).write_text(f"{TEXT[:40]}\n" * 30)
        assert len(list(read_claims(tmp_path / name))) == count


def test_a_list_and_a_csv_file_are_recognized_whatever_the_name_says() -> None:
    assert ids(f"[{TEXT},\n{OTHER}]", json_lines=True) == ["A", "B"]
    assert ids(f"{HEADER}\n{ROW}", json_lines=True) == ["A"]


@pytest.mark.parametrize("content", ["[]", " [ ]\n", f"{HEADER}\n", f"\ufeff{HEADER}", f"{HEADER}\n\n,,,,\n"])
def test_a_file_without_any_claim_is_read_and_holds_none(content: str) -> None:
    assert read(content) == []


@pytest.mark.parametrize("content", ["", " ", "\n\r\n \t\n", "\ufeff", b"\xff\xfe", b"\xfe\xff"])
def test_a_file_with_nothing_in_it_is_named_as_empty(content: bytes | str) -> None:
    assert read(content) == [unreadable_file("claims", "it is empty")]


@pytest.mark.parametrize(
    "content",
    [
        "hello", "claim_id\nA\n", "units,procedure_code\n1,99213\n", "ISABEL", "<claims/>", "null", "1",
        '"claim"', f"header\n{HEADER}\n{ROW}", b"\x89PNG\r\n\x1a\n", b"PK\x03\x04", b"\x00" * 100,
    ],
)  # fmt: skip
def test_a_file_that_is_none_of_the_formats_is_named(content: bytes | str) -> None:
    assert unread(read(content)) == [(None, "file", None, None)]


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        ("claim_id,units,line_number,units", "the column units stands in the header twice"),
        ("claim_id,Units,line_number,units,claim id", "the column claim_id, units stands in the header twice"),
        ("claim_id,unit,line_number", "the header is wrong: unit: no field has this name; units may be meant"),
    ],
)  # fmt: skip
def test_a_header_that_cannot_be_used_is_named(header: str, reason: str) -> None:
    assert [wrong.reason for one in read(f"{header}\nA,1,1,1,1\n") for wrong in one.unreadable] == [reason]


def test_a_column_that_is_none_of_ours_may_stand_in_the_header_twice() -> None:
    assert len(read_whole(f"{HEADER},note,note\n{ROW},x,y\n")) == 1


def test_a_row_of_blank_cells_is_no_row() -> None:
    assert ids(f'{HEADER}\n{ROW}\n,,,,\n"","","","",""\n , ,,,\n') == ["A"]
