"""Where claims stand in FHIR: alone, in a list, in a Bundle, one resource a line; and what else stands there."""

import json

import pytest

from cleanclaim.claims import Location
from cleanclaim.read.source import unreadable_file

from .fhir_making import PATIENT, SOURCES, Resource, concept
from .making import FILE, read, read_whole, unread
from .test_fhir_claims import CLAIM, ITEM, with_claim

BUNDLE: Resource = {
    "resourceType": "Bundle", "type": "searchset", "total": 2,
    "entry": [
        {"fullUrl": "https://x/Patient/1", "resource": PATIENT},
        {"fullUrl": "https://x/Claim/1", "resource": CLAIM, "search": {"mode": "match"}},
        {"resource": with_claim(identifier=[{"value": "A-2"}])},
    ],
}  # fmt: skip
NONE = unreadable_file(FILE, "it holds FHIR resources, and no Claim among them")


def ids(content: object) -> list[str]:
    return [claim.claim_id for claim in read_whole(content if isinstance(content, str) else json.dumps(content))]


def test_claims_are_found_wherever_they_stand() -> None:
    line = json.dumps(CLAIM)
    assert ids(line) == ids(json.dumps(CLAIM, indent=2)) == ids([CLAIM]) == ["A-1"]
    assert ids(f"{json.dumps(PATIENT)}\n{line}\n\n{line}") == ["A-1", "A-1"]
    assert ids(BUNDLE) == ids([PATIENT, BUNDLE]) == ["A-1", "A-2"]
    assert ids({"resourceType": "Bundle", "entry": [{"resource": BUNDLE}]}) == ["A-1", "A-2"]
    assert ids("\ufeff" + json.dumps(BUNDLE, indent=1)) == ["A-1", "A-2"]


def test_each_line_and_fault_has_its_pointer_and_its_line_of_the_file() -> None:
    broken = {**ITEM, "sequence": 2, "servicedDate": "2026-01"}
    bundle = {"resourceType": "Bundle", "entry": [{"resource": PATIENT}, {"resource": with_claim(item=[ITEM, broken])}]}
    text = json.dumps(bundle, indent=1)
    lines = text.splitlines()
    (found,) = read(text)
    at = next(number for number, line in enumerate(lines, start=1) if '"2026-01"' in line)
    claim = next(number for number, line in enumerate(lines, start=1) if '"Claim"' in line) - 1
    item = next(number for number, line in enumerate(lines, start=1) if '"item"' in line) + 1
    assert found.location == Location(file=FILE, line=claim, pointer="/entry/1/resource")
    assert found.line_locations == {1: Location(file=FILE, line=item, pointer="/entry/1/resource/item/0")}
    assert found.unreadable[0].location == Location(file=FILE, line=at, pointer="/entry/1/resource/item/1/servicedDate")
    of_line = read(f"{json.dumps(PATIENT)}\n{json.dumps(with_claim(item=[ITEM, broken]))}")[0]
    assert of_line.unreadable[0].location == Location(file=FILE, line=2, pointer="/item/1/servicedDate")


def test_a_coverage_beside_the_claim_tells_the_payer() -> None:
    coverage = {"resourceType": "Coverage", "id": "c", "type": concept((SOURCES, "121"))}
    for reference, entry in (("Coverage/c", {}), ("urn:uuid:7", {"fullUrl": "urn:uuid:7"})):
        claim = with_claim(insurance=[{"sequence": 1, "focal": True, "coverage": {"reference": reference}}])
        bundle = {"resourceType": "Bundle", "entry": [{"resource": claim}, {**entry, "resource": coverage}]}
        assert [one.payer_type for one in read_whole(json.dumps(bundle))] == ["medicare"]


@pytest.mark.parametrize("content", [[PATIENT], PATIENT, {"resourceType": "Bundle", "entry": [{"resource": PATIENT}]}])
def test_a_file_of_resources_without_a_claim_is_told(content: object) -> None:
    assert read(json.dumps(content)) == read(json.dumps(content, indent=1)) == [NONE]


@pytest.mark.parametrize(
    "entry",
    [
        {"resource": {"resourceType": "Clajm"}}, {"resource": {"resourcfType": "Claim"}}, {"resource": 7},
        {"resourcf": CLAIM}, 7, {"resource": None},
    ],
)  # fmt: skip
def test_an_entry_that_may_be_a_claim_is_told(entry: object) -> None:
    found = read(json.dumps({"resourceType": "Bundle", "entry": [{"resource": CLAIM}, entry]}))
    assert [one.claim and one.claim.claim_id for one in found] == ["A-1", None]
    assert found[1].location.pointer is not None
    assert found[1].location.pointer.startswith("/entry/1")


def test_entries_without_a_resource_are_none() -> None:
    bundle = {**BUNDLE, "entry": [{"request": {"method": "DELETE", "url": "x"}}, *BUNDLE["entry"]]}
    assert ids(bundle) == ["A-1", "A-2"]


@pytest.mark.parametrize("name", ["entrz", "entry "])
def test_a_bundle_with_an_element_of_another_name_is_told(name: str) -> None:
    (found,) = read(json.dumps({"resourceType": "Bundle", name: BUNDLE["entry"]}))
    assert found.unreadable[0].reason == "it has an element that FHIR does not define there"


def test_claims_of_ours_and_resources_may_stand_side_by_side() -> None:
    ours = {"claim_id": "B", "lines": [{"line_number": 1, "procedure_code": "99213", "date_of_service": "2026-01-15"}]}
    assert ids(f"{json.dumps(ours)}\n{json.dumps(CLAIM)}") == ids([ours, CLAIM]) == ["B", "A-1"]


def test_what_is_asked_for_is_what_is_read() -> None:
    ours = '{"claim_id": "B", "lines": []}'
    assert unread(read(ours, input_format="fhir")) == [(1, "claim", None, None)]
    assert unread(read(json.dumps(CLAIM), input_format="json")) != []
    assert [one.claim and one.claim.claim_id for one in read(json.dumps(CLAIM), input_format="fhir")] == ["A-1"]
    assert unread(read("claim_id,units\nA,1", input_format="jsonl")) == [
        (1, "claim", None, None),
        (2, "claim", None, None),
    ]
    assert unread(read("hello,you\n1,2", input_format="csv")) == [(None, "file", None, None)]
