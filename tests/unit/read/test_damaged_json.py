"""A JSON document with damage in it: all before the damage is read exactly, and where reading stops is said."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanclaim.claims import Claim

from ..settings import examples
from .damage import Damage, damages, first_difference, several_damages
from .making import IDS, Fields, as_claims, json_array, plain_claims, read, unread

LINE = '{"line_number": 1, "procedure_code": "99213", "units": 1, "date_of_service": "2026-01-15"}'


def text(claim_id: str) -> str:
    return f'{{"claim_id": "{claim_id}", "lines": [{LINE}]}}'


def ids(content: str) -> list[str]:
    return [one.claim.claim_id for one in read(content) if one.claim is not None]


def ends_of_claims(content: bytes, claims: list[Fields]) -> list[int]:
    """Where each claim of a list ends."""
    decoder, ends, place, whole = json.JSONDecoder(), [], 1, content.decode()
    for _ in claims:
        place += len(whole[place:]) - len(whole[place:].lstrip(" \n,"))
        place = decoder.raw_decode(whole, place)[1]
        ends.append(len(whole[:place].encode()))
    return ends


@examples(300)
@given(plain_claims, damages, st.sampled_from((None, 0, 2)))
def test_claims_before_the_damage_are_read_exactly(claims: list[Fields], damage: Damage, indent: int | None) -> None:
    content = json_array(claims, indent)
    damaged, expected = damage(content), as_claims(claims)
    intact = sum(end <= first_difference(content, damaged) for end in ends_of_claims(content, claims))
    found = read(damaged)
    if intact:
        assert [one.claim for one in found[:intact]] == expected[:intact]
        assert [one.location for one in found[:intact]] == [one.location for one in read(content)[:intact]]
    strange = [one.claim for one in found if one.claim is not None and one.claim not in expected]
    assert len(strange) <= 1
    lost = [claim for claim in expected if claim not in [one.claim for one in found]]
    assert not lost or unread(found) or strange


@examples(100)
@given(plain_claims, several_damages, st.sampled_from((None, 2)))
def test_a_list_damaged_in_several_places_never_breaks_the_reader(
    claims: list[Fields], several: list[Damage], indent: int | None
) -> None:
    content = json_array(claims, indent)
    for damage in several:
        content = damage(content)
    strange = [one.claim for one in read(content) if one.claim and one.claim.claim_id not in IDS]
    assert len(strange) <= len(several)


@examples(60)
@given(plain_claims, st.floats(0, 1, exclude_max=True))
def test_a_list_that_is_cut_off_anywhere_invents_no_claim(claims: list[Fields], share: float) -> None:
    content = json_array(claims)
    left = content[: 1 + int(share * (len(content) - 1))]
    found = [one.claim for one in read(left) if one.claim is not None]
    assert found == as_claims(claims)[: len(found)]
    assert unread(read(left)) != []


@examples(60)
@given(plain_claims, damages, st.sampled_from(("", " ", "\n", "\r\n\r\n")))
def test_claims_one_after_another_are_read_up_to_the_damage(claims: list[Fields], damage: Damage, between: str) -> None:
    content = between.join(json.dumps(claim, indent=1) for claim in claims)
    expected = as_claims(claims)
    assert [one.claim for one in read(content)] == expected
    damaged = content.encode() + damage(content.encode())
    assert [one.claim for one in read(damaged)][: len(claims)] == expected


def test_a_broken_claim_in_the_middle_is_passed_over() -> None:
    broken = text("B").replace('"units": 1', '"units" 1')
    assert ids(f"[{text('A')}, {broken}, {text('C')}]") == ["A", "C"]
    assert ids(f"{text('A')}\n {broken}\n {text('C')}") == ["A", "C"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (f"[{text('A')}", "the file ends before its list of claims does"),
        (f"[{text('A')},", "the file ends before its list of claims does"),
        (f"[{text('A')} {text('B')}]", "after a claim a comma is missing; the rest of the file was not read"),
        (f"[{text('A')}] {text('B')}", "what follows the list of claims was not read"),
    ],
)  # fmt: skip
def test_where_a_list_stops_being_one_is_said(content: str, reason: str) -> None:
    found = read(content)
    assert [one.claim.claim_id for one in found if one.claim] == ["A"]
    assert [wrong.reason for one in found for wrong in one.unreadable] == [reason]


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("NaN", "NaN is no number of a claim"),
        ("Infinity", "Infinity is no number of a claim"),
        ("-Infinity", "-Infinity is no number of a claim"),
        ('1, "units": 2', "a field is given twice"),
        ("[" * 20_000 + "]" * 20_000, "it is too deeply nested"),
        ('{"a":' * 20_000 + "1" + "}" * 20_000, "it is too deeply nested"),
        ("01", "it is no JSON: Expecting ',' delimiter"),
        ("'1'", "it is no JSON: Expecting value"),
        ('"\x01"', "it is no JSON: Invalid control character at"),
    ],
)  # fmt: skip
def test_what_no_claim_may_hold_costs_that_claim_alone(value: str, reason: str) -> None:
    broken = text("B").replace('"units": 1', f'"units": {value}')
    for content in (f"[{text('A')},{broken},{text('C')}]", f"{text('A')}\n{broken}\n{text('C')}"):
        found = read(content)
        assert [one.claim and one.claim.claim_id for one in found] == ["A", None, "C"]
        assert found[1].unreadable[0].reason.startswith(reason)


@pytest.mark.parametrize(
    "value", ["1e400", "-1e400", "1e999999", "1e1000000", "1e99999999999999999999", "9" * 400, "9" * 5000]
)
def test_a_number_beyond_all_bounds_costs_that_line_alone(value: str) -> None:
    other = LINE.replace('"line_number": 1', '"line_number": 2')
    large = LINE.replace('"units": 1', f'"units": {value}')
    found = read(f'{{"claim_id": "A", "lines": [{large}, {other}]}}')
    assert [one.claim for one in found] == [Claim.model_validate_json(f'{{"claim_id": "A", "lines": [{other}]}}')]
    assert unread(found) == [(1, "units", "A", 1)]


@pytest.mark.parametrize("value", ["1e-400", "1e-99999999999", "0." + "0" * 5000 + "1", "1.0005"])
def test_a_number_finer_than_thousandths_costs_that_line_alone(value: str) -> None:
    found = read(text("A").replace('"units": 1', f'"units": {value}'))
    assert [wrong.reason for one in found for wrong in one.unreadable] == ["the number has more than 3 decimal places"]


@pytest.mark.parametrize(("value", "units"), [("1e1", "10"), ("1250e-2", "12.5"), ("1E+3", "1000"), ("-0.0", "0")])
def test_exponents_are_read_exactly_where_json_has_them(value: str, units: str) -> None:
    (found,) = read(text("A").replace('"units": 1', f'"units": {value}'))
    assert found.claim is not None
    assert str(found.claim.lines[0].model_dump(mode="json")["units"]) == units
