"""No patient in sight: what names one is dropped, and shows in no finding and no reason, whatever is wrong."""

import json
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanclaim.claims import ReadClaim
from cleanclaim.pipeline import Checker

from ..claims import shipped_catalogue
from ..settings import examples
from .damage import Damage, damages
from .making import MARKER, PATIENT, Fields, csv_rows, json_array, json_lines, plain_claims, read

NAME = "ZZNAME"
LINE: Fields = {"line_number": 1, "procedure_code": "Q4257", "units": 1, "date_of_service": "2026-01-15"}
OF_PATIENT = {**PATIENT, "patient_id": "ZZ-ID"}


def with_patient(claims: Sequence[Fields], *, nested: bool = False) -> list[Fields]:
    """The claims with the patient in every field that is none of theirs, in patient_id and in descriptions."""
    more: Fields = {**OF_PATIENT, **({"patient": OF_PATIENT, "subscribers": [OF_PATIENT]} if nested else {})}
    lines = {**more, "description": "ZZDESCRIBED"}
    return [{**claim, **more, "lines": [{**line, **lines} for line in claim["lines"]]} for claim in claims]


def shown(found: Sequence[ReadClaim]) -> str:
    """All that a run could show of what was read: reasons, places and findings."""
    checker = Checker(catalogue=shipped_catalogue(), information=True)
    texts = [
        repr(one.unreadable) + repr(one.location) + repr(one.line_locations) + repr(one.passed_over) for one in found
    ]
    texts += [finding.model_dump_json() + repr(finding) for one in found for finding in checker.check_read(one)]
    return "\n".join(texts)


@examples(30)
@given(plain_claims)
def test_no_field_of_a_patient_shows_in_any_format(claims: list[Fields]) -> None:
    for content in (
        json_array(with_patient(claims, nested=True)), json_lines(with_patient(claims, nested=True)),
        csv_rows(with_patient(claims)),
    ):  # fmt: skip
        found = read(content)
        assert MARKER not in shown(found)
        taken_up = [one.model_copy(update={"passed_over": frozenset()}) for one in found]
        assert all("patient_name" not in repr(one) for one in taken_up)


@examples(120)
@given(plain_claims, damages)
def test_no_field_of_a_patient_shows_when_a_file_is_damaged(claims: list[Fields], damage: Damage) -> None:
    for content in (
        json_array(with_patient(claims), 1), json_lines(with_patient(claims)), csv_rows(with_patient(claims)),
    ):  # fmt: skip
        assert MARKER not in shown(read(damage(content)))


@examples(120)
@given(plain_claims, damages, st.booleans())
def test_no_field_of_a_patient_shows_in_the_place_of_a_claim_id(
    claims: list[Fields], damage: Damage, is_first: bool
) -> None:
    header, *rows = csv_rows(with_patient(claims)).decode().splitlines()
    if not is_first:
        header, rows = f"patient_name,{header}", [f'"{NAME}",{row}' for row in rows]
    damaged = damage("\n".join(rows).encode())
    assert MARKER not in shown(read(f"{header}\n".encode() + damaged))


@pytest.mark.parametrize(
    "name",
    [
        "units", "charge", "line_number", "date_of_service", "date_of_service_end", "place_of_service", "revenue_code",
        "modifiers",
    ],
)  # fmt: skip
@pytest.mark.parametrize("value", [f"{NAME}, ZZFIRST", [NAME], {NAME: NAME}, {"name": NAME}])
def test_a_name_in_the_place_of_a_value_does_not_show(name: str, value: Any) -> None:
    found = read(json.dumps([{"claim_id": "A", "lines": [{**LINE, name: value}]}]))
    assert found[0].unreadable[0].field == name
    assert MARKER not in shown(found)
    if isinstance(value, str):
        found = read(csv_rows([{"claim_id": "A", "lines": [{**LINE, name: value}]}]))
        assert found[0].unreadable[0].field == name
        assert MARKER not in shown(found)


@pytest.mark.parametrize("name", ["claim_type", "payer_type", "type_of_bill", "place_of_service", "lines"])
def test_a_name_in_the_place_of_a_value_of_the_claim_does_not_show(name: str) -> None:
    assert MARKER not in shown(read(json.dumps({"claim_id": "A", "lines": [LINE], name: NAME})))


@pytest.mark.parametrize(
    "name", ["claim_id", "patient_id", "rendering_provider", "procedure_code", "ndc", "description"]
)
def test_a_name_within_a_structure_does_not_show(name: str) -> None:
    for value in ([NAME], {"last": NAME}, {NAME: 1}):
        found = read(json.dumps([{"claim_id": "A", name: value, "lines": [{**LINE, name: value}]}]))
        assert MARKER not in shown(found)


def test_a_name_that_an_unquoted_comma_moves_into_the_claim_id_does_not_show() -> None:
    found = read(
        "patient_name,claim_id,line_number,procedure_code,units,date_of_service\n"
        f"{NAME}, ZZFIRST,A,1,Q4257,1,2026-01-15\n"
        "none,B,1,Q4257,1,2026-01-15\n"
    )
    assert [one.claim and one.claim.claim_id for one in found] == [None, "B"]
    assert MARKER not in shown(found)


@pytest.mark.parametrize(
    "row", [f'A-"{NAME}, ZZFIRST",1,Q4257,1,2026-01-15', f'A"{NAME}",ZZFIRST,1,Q4257,1,2026-01-15']
)
def test_a_name_that_a_lost_comma_joins_to_the_claim_id_does_not_show(row: str) -> None:
    header = "claim_id,patient_name,line_number,procedure_code,units,date_of_service"
    found = read(f"{header}\n{row}\nB,none,1,Q4257,1,2026-01-15\n")
    assert [one.claim and one.claim.claim_id for one in found] == [None, "B"]
    assert MARKER not in shown(found)


def test_a_name_that_a_line_end_moves_into_the_claim_id_does_not_show() -> None:
    found = read(
        "claim_id,line_number,procedure_code,units,date_of_service,patient_name\n"
        f"A,1,Q4257,1,2026-01-15,\n{NAME}\n"
        f"{NAME},1\n"
        "B,1,Q4257,1,2026-01-15,none\n"
    )
    assert [one.claim.claim_id for one in found if one.claim] == ["A", "B"]
    assert MARKER not in shown(found)


def test_a_name_in_the_place_of_the_header_does_not_show() -> None:
    for content in (
        f"{NAME},claim\nA,1\n",
        f"claim_id,{NAME}\nA,1\n",
        f"{NAME}\n",
        f'"{NAME}\n',
        f"{{{NAME}",
        f"[{NAME}",
    ):
        assert MARKER not in shown(read(content))
