"""JSON Lines and CSV with damage in them: a record whose own lines are whole is read exactly, the rest is named."""

import json
from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ..settings import examples
from .damage import NASTY, Damage, damages, numbered_lines, several_damages
from .making import IDS, Fields, as_claims, csv_rows, json_lines, plain_claims, read, read_whole, unread

UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def prove_lines(claims: list[Fields], damaged: bytes, *, is_named: bool) -> None:
    """Every line is a claim or is named; whole lines are the claims they were."""
    whole = {json_lines([claim]).strip(): expected for claim, expected in zip(claims, as_claims(claims), strict=True)}
    lines = numbered_lines(damaged.removeprefix(b"\xef\xbb\xbf"))
    found = read(damaged, json_lines=is_named)
    assert [one.location.line for one in found] == list(lines)
    for one in found:
        line = lines[one.location.line or 0].strip(b" \t\r\n")
        assert all(wrong.location.line == one.location.line for wrong in one.unreadable)
        if line in whole:
            assert one.claim == whole[line]
            assert one.unreadable == ()


@examples(300)
@given(plain_claims, damages, st.booleans())
def test_a_damaged_line_costs_no_other_claim(claims: list[Fields], damage: Damage, is_named: bool) -> None:
    damaged = damage(json_lines(claims))
    first, *others = [*numbered_lines(damaged).values(), b""]
    assume(not damaged.startswith(UTF_16) and not first.lstrip().startswith((b"[{", b"[[", b"[]")))
    assume(first.strip() not in (b"[", b""))
    assume(is_named or any(json_lines([claim]).strip() in (first, *others) for claim in claims))
    prove_lines(claims, damaged, is_named=is_named)


@examples(150)
@given(plain_claims, several_damages)
def test_several_damaged_lines_cost_no_other_claim(claims: list[Fields], several: list[Damage]) -> None:
    first, rest = json_lines(claims[:1]), json_lines(claims[1:])
    for damage in several:
        rest = damage(rest)
    prove_lines(claims, first + rest, is_named=False)


@examples(60)
@given(plain_claims, st.integers(0, 400))
def test_one_claim_a_line_may_be_cut_off_anywhere(claims: list[Fields], left: int) -> None:
    content = json_lines(claims)
    found = read(content[:left], json_lines=True)
    expected = as_claims(claims)[: content[:left].count(b"\n")]
    assert [one.claim for one in found if one.claim][: len(expected)] == expected
    assert len([one for one in found if one.claim]) <= len(claims)


@examples(400)
@given(plain_claims, damages, st.booleans(), st.sampled_from(("\n", "\r\n", "\r")))
def test_a_damaged_row_costs_no_other_claim(claims: list[Fields], damage: Damage, quoted: bool, ending: str) -> None:
    header, *rows = csv_rows(claims, every_cell_quoted=quoted, ending=ending).splitlines(keepends=True)
    content = header + damage(b"".join(rows))
    lines = numbered_lines(content)
    found = read(content)
    by_id = {one.claim.claim_id: one.claim for one in found if one.claim is not None}
    for claim, expected in zip(claims, as_claims(claims), strict=True):
        own = {row.strip(b"\r\n") for row in rows if claim["claim_id"].encode() in row[:8]}
        if own <= set(lines.values()):
            assert by_id[expected.claim_id] == expected
    assert len(by_id.keys() - {claim["claim_id"] for claim in claims}) <= 1
    told = {location.line for one in found for location in one.line_locations.values()}
    told |= {wrong.location.line for one in found for wrong in one.unreadable}
    rows_of_text = {number for number, line in lines.items() if number > 1 and line.strip(b'" \t,')}
    assert len(rows_of_text - told) <= 1, "a line of a description that now runs over two lines"


@examples(150)
@given(plain_claims, several_damages)
def test_rows_damaged_in_several_places_are_read_as_far_as_they_can_be(
    claims: list[Fields], several: list[Damage]
) -> None:
    content = csv_rows(claims)
    for damage in several:
        content = damage(content)
    found = read(content)
    strange = [one for one in found if one.claim is not None and one.claim.claim_id not in IDS]
    assert len(strange) <= len(several)


@examples(80)
@given(plain_claims, st.sampled_from((b'"', b'5" x 3"', b'"a""', b"'", b"\x00", b"\xff\xfe")))
def test_no_mark_within_a_cell_swallows_the_rows_below_it(claims: list[Fields], mark: bytes) -> None:
    header, *rows = csv_rows(claims).splitlines(keepends=True)
    row = b"CLAIM" + mark + b"," * header.count(b",") + b"\n"
    content = b"".join([header, *(part for own in rows for part in (row, own, row))])
    assert [one.claim for one in read(content) if one.claim and one.claim.claim_id in IDS] == as_claims(claims)


def test_a_row_whose_quote_never_closes_is_read_by_itself() -> None:
    rows = [
        f'{claim_id},1,99213,"2026-01-15' if claim_id == "C" else f"{claim_id},1,99213,2026-01-15"
        for claim_id in "ABCDE"
    ]
    found = read("\n".join(["claim_id,line_number,procedure_code,date_of_service", *rows]))
    assert [one.claim.claim_id for one in found if one.claim] == ["A", "B", "D", "E"]
    assert unread(found) == [(4, "line", None, None), (3, "claim", "B", None), (5, "claim", "D", None)]


def test_inches_in_two_descriptions_are_no_quoted_cell() -> None:
    rows = ('A,1,A4100,2026-01-15,6" pad', "B,1,A4100,2026-01-15,pad", 'C,1,A4100,2026-01-15,4" pad')
    found = read_whole("\n".join(["claim_id,line_number,procedure_code,date_of_service,description", *rows]))
    assert [(claim.claim_id, claim.lines[0].description) for claim in found] == [
        ("A", '6" pad'), ("B", "pad"), ("C", '4" pad'),
    ]  # fmt: skip


def claims_with(description: str) -> list[Fields]:
    line = {"line_number": 1, "procedure_code": "99213", "date_of_service": "2026-01-15"}
    return [{"claim_id": "A", "lines": [{**line, "description": description}]}, {"claim_id": "B", "lines": [line]}]


@pytest.mark.parametrize("written", [json_lines, csv_rows])
def test_text_in_latin_1_costs_the_line_that_it_stands_on(written: Callable[[list[Fields]], bytes]) -> None:
    found = read(written(claims_with("Gr\xf6\xdfe")).decode().encode("latin-1"))
    assert [one.claim for one in found] == [None, as_claims(claims_with("none"))[1]]
    assert [(wrong.field, wrong.reason) for one in found for wrong in one.unreadable] == [
        ("description", "it holds characters that are no text")
    ]


def test_text_in_latin_1_costs_nothing_in_a_field_that_is_dropped() -> None:
    named = [{**claim, "patient_name": "Gr\xf6\xdfe"} for claim in claims_with("Graft")]
    for written in (json_lines, csv_rows):
        assert read_whole(written(named).decode().encode("latin-1")) == as_claims(claims_with("Graft"))


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32", "cp037"])
@pytest.mark.parametrize("written", [json_lines, csv_rows])
def test_a_file_in_an_encoding_that_nothing_tells_is_named_as_unreadable(
    written: Callable[[list[Fields]], bytes], encoding: str
) -> None:
    found = read(written(claims_with("Graft")).decode().encode(encoding))
    assert [one.claim for one in found if one.claim] == []
    assert unread(found) != []


@examples(60)
@given(plain_claims, st.integers(1, 40), st.booleans())
def test_utf_16_that_is_cut_off_is_read_up_to_there(claims: list[Fields], lost: int, is_csv: bool) -> None:
    content = (csv_rows(claims) if is_csv else json_lines(claims)).decode()
    found = read(content.encode("utf-16")[:-lost])
    assert [one.claim for one in found if one.claim][: len(claims) - 1] == as_claims(claims)[:-1]


@examples(200)
@given(st.one_of(st.binary(max_size=300), st.lists(st.sampled_from(NASTY), max_size=30).map(b"".join)), st.booleans())
def test_bytes_at_random_are_no_claim(content: bytes, is_named: bool) -> None:
    found = read(content, json_lines=is_named)
    assert all(one.claim is None for one in found)
    assert unread(found) != [] or json.loads(content) == []
