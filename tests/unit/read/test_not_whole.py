"""A claim of which a line is unread, or may be: no edit looks at its other lines, every other edit judges them."""

import json
from typing import Any

import pytest

from cleanclaim.findings import Finding
from cleanclaim.pipeline import Census, Checker

from ..claims import shipped_catalogue
from .making import Fields, read

PRODUCT: Fields = {"line_number": 1, "procedure_code": "Q4257", "units": 4.5, "date_of_service": "2026-01-15"}
PROCEDURE: Fields = {"line_number": 2, "procedure_code": "15271", "units": 1, "date_of_service": "2026-01-15"}
ALONE = [(1, "AOC010"), (1, "UOS020")]
HEADER = "claim_id,payer_type,line_number,procedure_code,units,date_of_service\n"
NONE_OF_THEIRS = "Z,other,1,99213,1,2026-01-15\n"


def checked(content: str) -> tuple[list[Finding], Census]:
    checker = Checker(catalogue=shipped_catalogue())
    return [finding for one in read(content) for finding in checker.check_read(one)], checker.census


def fired(findings: list[Finding], claim_id: str | None = "A") -> list[tuple[int | None, str]]:
    return [(one.line_number, one.edit_id) for one in findings if one.claim_id == claim_id]


def of(*lines: Any, **rest: Any) -> str:
    return json.dumps({"claim_id": "A", "payer_type": "medicare", **rest, "lines": lines})


def test_a_product_alone_is_denied_and_one_beside_its_procedure_is_not() -> None:
    findings, census = checked(of(PRODUCT))
    assert fired(findings) == ALONE
    assert (census.claims, census.lines, census.lines_not_fully_checked) == (1, 1, 0)
    assert fired(checked(of(PRODUCT, PROCEDURE))[0]) == [(1, "UOS020")]


@pytest.mark.parametrize("wrong", [{"units": "one"}, {"date_of_service": "2026-02-30"}, {"modifiers": "ABC"}])
def test_beside_an_unread_line_only_edits_on_the_line_itself_are_evaluated(wrong: Fields) -> None:
    findings, census = checked(of(PRODUCT, {**PROCEDURE, **wrong}))
    assert fired(findings) == [(1, "UOS020"), (2, "SYS010")]
    assert (census.claims, census.lines, census.lines_not_fully_checked) == (1, 2, 2)


def test_no_line_is_fully_checked_beside_an_unread_one() -> None:
    findings, census = checked(of({**PROCEDURE, "units": 0}, {**PRODUCT, "units": "many"}))
    assert fired(findings) == [(1, "SYS010"), (2, "UOS010")]
    assert (census.lines, census.lines_not_fully_checked) == (2, 2)


def test_a_second_line_of_a_number_leaves_the_claim_not_whole() -> None:
    findings, _ = checked(of(PRODUCT, {**PROCEDURE, "line_number": 1}))
    assert fired(findings) == [(1, "SYS010"), (1, "UOS020")]


@pytest.mark.parametrize("element", [None, "15271", {**PROCEDURE, "line_number": "two"}])
def test_a_line_that_does_not_tell_its_number_leaves_the_claim_not_whole(element: Any) -> None:
    findings, _ = checked(of(PRODUCT, element))
    assert fired(findings) == [(None, "SYS010"), (1, "UOS020")]


def test_a_claim_whose_type_cannot_be_read_is_not_checked_at_all() -> None:
    findings, census = checked(of(PRODUCT, PROCEDURE, claim_type="some"))
    assert fired(findings) == [(None, "SYS010")]
    assert (census.claims, census.lines, census.lines_not_fully_checked) == (1, 2, 2)


def test_a_claim_whose_payer_cannot_be_read_is_checked_by_the_edits_of_every_payer() -> None:
    checker = Checker(catalogue=shipped_catalogue(), payer_type="medicare")
    (one,) = read(of(PRODUCT, payer_type="somebody"))
    findings = checker.check_read(one)
    assert fired(findings) == [(None, "COD920"), (None, "SYS010"), (1, "UOS025")]
    assert (checker.census.lines, checker.census.lines_not_fully_checked) == (1, 1)


@pytest.mark.parametrize(
    "row", ["A,medicare,2,15271,1\n", "A,medicare,2,15271,1,2026-01-15,\n", 'A,medicare,2,"15271,1\n']
)
@pytest.mark.parametrize("is_first", [True, False])
def test_a_broken_row_that_tells_its_claim_leaves_that_claim_not_whole(row: str, is_first: bool) -> None:
    product = "A,medicare,1,Q4257,4.5,2026-01-15\n"
    rows = [row, product] if is_first else [product, row]
    findings, _ = checked(HEADER + NONE_OF_THEIRS + "".join(rows) + NONE_OF_THEIRS.replace("Z", "Y"))
    assert fired(findings) == [(None, "SYS010"), (1, "UOS020")]


@pytest.mark.parametrize("row", [",medicare,2,15271,1,2026-01-15\n", "15271,1,2026-01-15\n", '"A,medicare,2,15271\n'])
@pytest.mark.parametrize("is_first", [True, False])
def test_a_row_that_does_not_tell_its_claim_leaves_those_beside_it_not_whole(row: str, is_first: bool) -> None:
    product = "A,medicare,1,Q4257,4.5,2026-01-15\n"
    rows = [row, product] if is_first else [product, row]
    beyond = product.replace("A,", "B,")
    findings, _ = checked(
        HEADER + beyond + NONE_OF_THEIRS + "".join(rows) + NONE_OF_THEIRS + beyond.replace("B,", "C,")
    )
    assert fired(findings, None) == [(None, "SYS010")]
    assert fired(findings) == [(None, "SYS010"), (1, "UOS020")]
    assert fired(findings, "Z")[0] == (None, "SYS010")
    assert fired(findings, "B") == fired(findings, "C") == ALONE


def test_a_row_that_lost_its_line_end_may_hold_the_first_line_of_the_claim_below_it() -> None:
    row = "A,medicare,1,99213,1,2026-01-15"
    findings, _ = checked(
        f"{HEADER}A,medicare,3,99213,1,2026-01-15\n{row}B,medicare,2,15271,1,2026-01-15\nB,medicare,1,Q4257,4.5,2026-01-15\n"
    )
    assert fired(findings) == [(None, "SYS010")]
    assert fired(findings, "B") == [(None, "SYS010"), (1, "UOS020")]


def test_a_row_that_contradicts_its_claim_is_named_and_not_checked() -> None:
    findings, _ = checked(f"{HEADER}A,medicare,1,Q4257,4.5,2026-01-15\nA,other,2,15271,1,2026-01-15\n")
    assert fired(findings) == [(None, "SYS010"), (1, "UOS020")]
    assert "payer_type differs from the claim's rows above" in findings[0].message


def test_what_a_claim_is_comes_from_its_first_row_that_can_be_read() -> None:
    findings, _ = checked(f"{HEADER}A,medi\nA,medicare,1,Q4257,4.5,2026-01-15\nA,medicare,2,15271,1,2026-01-15\n")
    assert fired(findings) == [(None, "SYS010"), (1, "UOS020")]


def test_what_a_row_leaves_blank_of_its_claim_is_what_the_others_say_whatever_the_case() -> None:
    rows = "A,,1,Q4257,4.5,2026-01-15\nA,Medicare,2,15271,1,2026-01-15\nA,MEDICARE,3,99213,1,2026-01-15\n"
    findings, census = checked(HEADER + rows)
    assert fired(findings) == [(1, "UOS020")]
    assert census.lines == 3
