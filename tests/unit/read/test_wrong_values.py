"""Values of a wrong kind, fields missing, repeated or misspelt: each is named, and nothing else is lost by it."""

import json
from typing import Any

import pytest

from cleanclaim.claims import Claim, ClaimLine

from .making import Fields, csv_rows, json_array, json_lines, read, read_whole, unread

LINE: Fields = {"line_number": 1, "procedure_code": "99213", "units": 1, "date_of_service": "2026-01-15"}
OTHER: Fields = {**LINE, "line_number": 2, "procedure_code": "15271"}
CLAIM: Fields = {"claim_id": "A", "payer_type": "medicare"}
AFTER: Fields = {"claim_id": "B", "lines": [LINE]}

NO_CODE = (True, 1.5, [1], {"a": "b"}, "\ud800", 10**20)
NO_TEXT = (*NO_CODE, [], {})
NO_WORD = ("hospital", True, 7, 1.5, [], {})
NO_NUMBER = (
    "twelve", "1e3", "1,5", "12 units", "NaN", "Infinity", "0x10", "1_000", "\u0661\u0662", True, [], {}, "9" * 400,
)  # fmt: skip
NO_DAY = (
    "2026-02-30", "2026-13-01", "0000-01-01", "01/15/2026", "20260115", "2026-1-5", "2026-01-15T00:00:00", "tomorrow",
    20260115, 1.5, True, [], {}, "\u0662026-01-15",
)  # fmt: skip
NO_LINE_NUMBER = (0, -1, 1.5, 1_000_000, "one", "1_0", "0x1", "\u0663", True, [], {}, 10**400)
NO_PLACE = ("1", "111", "AB", 1, 1.5, True, [11], {"a": 11}, "\u0661\u0661")
NO_MODIFIERS = ("JWX", "A", ["J"], ["JWX"], ["JW"] * 5, "JW JZ 25 59 GY", [1], [True], [[]], {"1": "JW"}, True, 1.5)

OF_LINE = {
    "line_number": NO_LINE_NUMBER, "procedure_code": NO_CODE, "code_qualifier": (True, 1.5, [1], {"a": "HC"}),
    "revenue_code": ("510", "05100", "AB10", 510, 1.5, True, ["0510"]), "modifiers": NO_MODIFIERS,
    "units": (*NO_NUMBER, 10**7, "10000000"), "unit_of_measure": (True, 1.5, [1], {"a": "UN"}),
    "date_of_service": NO_DAY, "date_of_service_end": NO_DAY, "place_of_service": NO_PLACE,
    "rendering_provider": NO_TEXT, "charge": (*NO_NUMBER, 10**15, 0.001), "ndc": NO_CODE, "description": NO_TEXT,
}  # fmt: skip
OF_CLAIM = {
    "claim_id": (True, 1.5, [], {}, "\ud800", 10**400), "claim_type": NO_WORD,
    "type_of_bill": ("13", "1311", "13-", 13, 1.5, True, ["131"]), "payer_type": NO_WORD,
    "billing_taxonomy": NO_CODE, "patient_id": NO_TEXT, "billing_provider": NO_TEXT, "rendering_provider": NO_TEXT,
    "place_of_service": NO_PLACE, "lines": (True, 1, "none", {}, {"1": LINE}),
}  # fmt: skip


def expected(fields: Fields, *lines: Fields) -> Claim:
    return Claim.model_validate({**fields, "lines": lines})


def named(values: dict[str, tuple[Any, ...]]) -> list[Any]:
    return [
        pytest.param(name, value, id=f"{name}-{index}")
        for name, some in values.items()
        for index, value in enumerate(some)
    ]


@pytest.mark.parametrize(("name", "value"), named(OF_LINE))
def test_a_wrong_value_on_a_line_costs_that_line_alone(name: str, value: Any) -> None:
    found = read("\n".join(json.dumps(claim) for claim in ({**CLAIM, "lines": [{**LINE, name: value}, OTHER]}, AFTER)))
    assert [one.claim for one in found] == [expected(CLAIM, OTHER), Claim.model_validate(AFTER)]
    assert unread(found) == [(1, name, "A", None if name == "line_number" else 1)]
    assert found[0].unreadable[0].location.pointer == f"/lines/0/{name}"


@pytest.mark.parametrize(("name", "value"), named(OF_CLAIM))
def test_a_wrong_value_of_a_claim_costs_that_claim_alone(name: str, value: Any) -> None:
    found = read("\n".join(json.dumps(claim) for claim in ({**CLAIM, "lines": [LINE], name: value}, AFTER)))
    essential = name in ("claim_id", "claim_type", "lines")
    without = {field: one for field, one in CLAIM.items() if field != name}
    assert [one.claim for one in found] == [None if essential else expected(without, LINE), Claim.model_validate(AFTER)]
    assert found[0].unread_fields == (frozenset() if essential else {name})
    ((line, field, claim_id, number),) = unread(found)
    assert (line, field, number) == (1, name, None)
    assert claim_id in ("A", None)
    assert found[0].unreadable[0].location.pointer == f"/{name}"


def test_every_field_is_tried_with_wrong_values() -> None:
    assert OF_LINE.keys() == ClaimLine.model_fields.keys()
    assert OF_CLAIM.keys() == Claim.model_fields.keys()


TEXTS = {name: tuple(value for value in some if isinstance(value, str)) for name, some in OF_LINE.items()}


@pytest.mark.parametrize(("name", "value"), [one for one in named(TEXTS) if one.values[1].isprintable()])
def test_a_wrong_text_in_a_row_costs_that_row_alone(name: str, value: str) -> None:
    found = read(csv_rows([{**CLAIM, "lines": [{**LINE, name: value}, OTHER]}, AFTER]))
    assert [one.claim for one in found] == [expected(CLAIM, OTHER), Claim.model_validate(AFTER)]
    assert unread(found) == [(2, name, "A", None if name == "line_number" else 1)]


@pytest.mark.parametrize("value", [[], {}, False])
def test_an_empty_structure_in_place_of_a_code_is_no_code_left_out(value: Any) -> None:
    found = read(json_lines([{**CLAIM, "lines": [{**LINE, "procedure_code": value}, OTHER]}]))
    assert unread(found) == [(1, "procedure_code", "A", 1)]


@pytest.mark.parametrize("element", [None, 1, "15271", [], [LINE], True])
def test_an_element_that_is_no_line_is_named_and_the_lines_beside_it_are_read(element: Any) -> None:
    found = read(json.dumps({**CLAIM, "lines": [LINE, element, OTHER]}))
    assert [one.claim for one in found] == [expected(CLAIM, LINE, OTHER)]
    assert unread(found) == [(1, "line", "A", None)]
    assert found[0].unreadable[0].location.pointer == "/lines/1"


@pytest.mark.parametrize("element", [None, 1, 1.5, "A", [], [AFTER], True])
def test_an_element_that_is_no_claim_is_named_and_the_claims_beside_it_are_read(element: Any) -> None:
    found = read(json.dumps([AFTER, element, {**AFTER, "claim_id": "C"}]))
    assert [one.claim and one.claim.claim_id for one in found] == ["B", None, "C"]
    assert found[1].unreadable[0].location.pointer == "/1"


def test_the_second_line_of_a_number_is_named_and_the_first_is_read() -> None:
    again = {**OTHER, "line_number": 1}
    for content, line in (
        (json_array([{**CLAIM, "lines": [LINE, again]}]), 1),
        (csv_rows([{**CLAIM, "lines": [LINE, again]}]), 3),
    ):
        found = read(content)
        assert [one.claim for one in found] == [expected(CLAIM, LINE)]
        assert unread(found) == [(line, "line_number", "A", 1)]


@pytest.mark.parametrize("name", ["line_number", "date_of_service"])
def test_a_line_without_what_it_needs_is_named(name: str) -> None:
    short = {key: value for key, value in LINE.items() if key != name}
    found = read(json_array([{**CLAIM, "lines": [short, OTHER]}, AFTER]))
    assert [one.claim for one in found] == [expected(CLAIM, OTHER), Claim.model_validate(AFTER)]
    assert [(wrong.field, wrong.reason) for wrong in found[0].unreadable] == [(name, "it is missing")]


@pytest.mark.parametrize("claim", [{"lines": [LINE]}, {**CLAIM}, {**CLAIM, "lines": []}, {**CLAIM, "lines": None}, {}])
def test_a_claim_without_an_id_or_without_lines_is_named(claim: Fields) -> None:
    found = read(json_lines([AFTER, claim, AFTER]))
    assert [one.claim for one in found] == [Claim.model_validate(AFTER), None, Claim.model_validate(AFTER)]
    assert {wrong.location.line for wrong in found[1].unreadable} == {2}


def test_several_wrong_fields_of_a_line_are_named_together() -> None:
    found = read(
        json_array([{**CLAIM, "lines": [{**LINE, "units": "x", "date_of_service": "2026-02-30", "modifiers": "ABC"}]}])
    )
    (wrong,) = found[0].unreadable
    assert wrong.field == "line"
    assert wrong.location.pointer == "/0/lines/0"
    assert [part.partition(":")[0] for part in wrong.reason.split("; ")] == ["modifiers", "units", "date_of_service"]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("unit", "units"), ("untis", "units"), ("Units", "units"), ("procedurecode", "procedure_code"),
        ("procedureCode", "procedure_code"), ("procedure_cod", "procedure_code"), ("modifers", "modifiers"),
        ("date_of_servise", "date_of_service"), ("chagre", "charge"), ("NDC", "ndc"),
        ("rendering_provder", "rendering_provider"), ("line_numbre", "line_number"),
    ],
)  # fmt: skip
def test_a_misspelt_field_is_named_and_not_passed_over(name: str, meant: str) -> None:
    line = {key: value for key, value in LINE.items() if key != meant}
    found = read(json_array([{**CLAIM, "lines": [{**line, name: "1"}, OTHER]}]))
    assert [one.claim for one in found] == [expected(CLAIM, OTHER)]
    (wrong,) = found[0].unreadable
    assert f"no field has this name; {meant} may be meant" in wrong.reason


@pytest.mark.parametrize("name", ["modifier_1", "modifier1", "MOD2", "mod_4", "procedure_modifier_3"])
def test_modifiers_in_fields_of_their_own_are_named_even_beside_those_in_theirs(name: str) -> None:
    found = read(json_array([{**CLAIM, "lines": [{**LINE, "modifiers": ["GA"], name: "GZ"}, OTHER]}]))
    assert [one.claim for one in found] == [expected(CLAIM, OTHER)]
    (wrong,) = found[0].unreadable
    assert wrong.reason == "all modifiers of a line stand in one field, modifiers"


@pytest.mark.parametrize(
    ("name", "meant"), [("claimid", "claim_id"), ("payer_typ", "payer_type"), ("lnies", "lines"), ("line", "lines")]
)
def test_a_misspelt_field_of_a_claim_is_named(name: str, meant: str) -> None:
    claim = {**CLAIM, "lines": [LINE]}
    claim[name] = claim.pop(meant)
    found = read(json_array([claim, AFTER]))
    assert [one.claim for one in found] == [None, Claim.model_validate(AFTER)]
    assert f"no field has this name; {meant} may be meant" in "; ".join(wrong.reason for wrong in found[0].unreadable)


@pytest.mark.parametrize(
    "header", ["claim_id,line_number,unit,date_of_service", "claim_id,line_number,date_of_servise"]
)
def test_a_misspelt_column_is_named_before_any_row_is_read(header: str) -> None:
    found = read(f"{header}\nA,1,2026-01-15,2026-01-15\n")
    assert [one.claim for one in found] == [None]
    assert unread(found) == [(1, "file", None, None)]


@pytest.mark.parametrize(
    "name",
    [
        "patient_name", "patient_dob", "patient_zip", "patientId", "birth_date", "address", "referring_provider",
        "ordering_provider", "supervising_provider", "type_of_service", "date_of_birth", "diagnosis_code", "payer_name",
        "billing_provider_npi", "place_of_service_name", "claim_status", "line_note", "unit_price", "",
    ],
)  # fmt: skip
def test_a_field_that_is_none_of_ours_is_no_misspelt_one(name: str) -> None:
    strange = [{**CLAIM, name: "x", "lines": [{**LINE, name: "x"}]}]
    assert read_whole(json_array(strange)) == [expected(CLAIM, LINE)]
    assert read_whole(csv_rows(strange)) == [expected(CLAIM, LINE)]
