"""What each element of a FHIR claim is read as, and how what cannot be read is named."""

import json
from typing import Any

import pytest

from cleanclaim.claims import Claim, ReadClaim

from .fhir_making import (
    BILLS,
    CMS_TYPES,
    CPT,
    HCPCS,
    HIPPS,
    NDC,
    PLACES,
    REVENUE,
    ROLES,
    SOURCES,
    TAXONOMY,
    TYPES,
    Resource,
    concept,
)
from .making import MARKER, read, read_whole

ABSENT = "http://terminology.hl7.org/CodeSystem/data-absent-reason"
ITEM: Resource = {
    "sequence": 1, "productOrService": concept((HCPCS, "Q4257")), "servicedDate": "2026-01-15",
    "quantity": {"value": 20},
}  # fmt: skip
CLAIM: Resource = {
    "resourceType": "Claim", "id": "resource-1", "status": "active", "use": "claim",
    "identifier": [{"value": "A-1"}], "type": concept((TYPES, "professional")), "patient": {"reference": "Patient/ZZ"},
    "item": [ITEM],
}  # fmt: skip
KIND = "http://hl7.org/fhir/us/carin-bb/CodeSystem/C4BBSupportingInfoType"


def with_item(**elements: Any) -> Resource:
    """The claim with other elements in its item; None leaves one out."""
    return with_claim(item=[{name: value for name, value in {**ITEM, **elements}.items() if value is not None}])


def with_claim(**elements: Any) -> Resource:
    """The claim with other elements; None leaves one out."""
    return {name: value for name, value in {**CLAIM, **elements}.items() if value is not None}


def whole(resource: Resource) -> Claim:
    (claim,) = read_whole(json.dumps(resource))
    return claim


def only(resource: Resource) -> ReadClaim:
    (found,) = read(json.dumps(resource))
    return found


def wrong(resource: Resource) -> tuple[str | None, str, str]:
    """The pointer, the field and the reason of the one thing that could not be read."""
    (one,) = only(resource).unreadable
    assert one.claim_id == "A-1"
    assert MARKER not in repr(one)
    return one.location.pointer, one.field, one.reason


@pytest.mark.parametrize(
    ("system", "qualifier"),
    [
        (HCPCS, "HC"), (HCPCS.replace("http:", "https:"), "HC"), (HCPCS.upper(), "HC"), (f"{HCPCS}/", "HC"),
        ("urn:oid:2.16.840.1.113883.6.285", "HC"), ("urn:oid:2.16.840.1.113883.6.14", "HC"),
        ("https://bluebutton.cms.gov/resources/codesystem/hcpcs", "HC"), (CPT, "HC"),
        ("https://www.ama-assn.org/go/cpt", "HC"), ("urn:oid:2.16.840.1.113883.6.12", "HC"), (HIPPS, "HP"),
        (HIPPS.replace("https:", "http:"), "HP"),
    ],
)  # fmt: skip
def test_the_systems_of_procedure_codes_are_known_by_each_of_their_names(system: str, qualifier: str) -> None:
    (line,) = whole(with_item(productOrService=concept((system, "q4257")))).lines
    assert (line.code_qualifier, line.procedure_code) == (qualifier, "Q4257")


def test_codings_that_agree_are_one_code_and_others_beside_it_are_passed_over() -> None:
    several = concept(("http://snomed.info/sct", "1"), (HCPCS, "Q4257"), (CPT, "q4257"), (NDC, "00000-0000-00"))
    (line,) = whole(with_item(productOrService=several)).lines
    assert (line.procedure_code, line.ndc) == ("Q4257", "00000-0000-00")


UNKNOWN = "none of its codings is of a system of HCPCS, CPT or HIPPS codes"


@pytest.mark.parametrize(
    ("elements", "pointer", "reason"),
    [
        ({"productOrService": concept(("http://snomed.info/sct", "1"))}, "productOrService", UNKNOWN),
        ({"productOrService": concept((NDC, "00000-0000-00"))}, "productOrService", UNKNOWN),
        ({"productOrService": concept(("", "Q4257"))}, "productOrService", UNKNOWN),
        ({"productOrService": {"text": "ZZ"}}, "productOrService", UNKNOWN),
        ({"productOrService": concept((ABSENT, "unknown"))}, "productOrService", UNKNOWN),
        ({"productOrService": None}, "productOrService", "it is missing"),
        ({"productOrService": "ZZ"}, "productOrService", "an object is wanted"),
        ({"productOrService": concept((HCPCS, "Q4257"), (CPT, "15271"))}, "productOrService",
         "its codings contradict each other"),
        ({"productOrService": concept((HCPCS, "Q4257"), (HIPPS, "Q4257"))}, "productOrService",
         "its codings contradict each other"),
        ({"productOrService": {"coding": [{"system": HCPCS}]}}, "productOrService/coding/0/code",
         "a text is wanted, and not a blank one"),
        ({"productOrService": {"coding": {"system": HCPCS, "code": "Q4257"}}}, "productOrService/coding",
         "a list is wanted"),
        ({"productOrService": {"codinh": []}}, "productOrService",
         "it has an element that FHIR does not define there"),
        ({"modifier": [concept((HCPCS, "59")), concept(("http://x", "JW"))]}, "modifier/1",
         "none of its codings is of a system of HCPCS or CPT modifiers"),
        ({"modifier": concept((HCPCS, "59"))}, "modifier", "a list is wanted"),
        ({"modifier": [concept((HCPCS, "ZZNAME"))]}, "modifier",
         "at most four modifiers of two characters each are wanted"),
        ({"servicedDate": None}, "servicedDate", "it is missing"),
        ({"servicedDate": "2026-01"}, "servicedDate", "a whole day is wanted, as 2026-01-31, with or without a time"),
        ({"servicedDate": "2026"}, "servicedDate", "a whole day is wanted, as 2026-01-31, with or without a time"),
        ({"servicedDate": "2026-02-30"}, "servicedDate", "there is no such day in the calendar"),
        ({"servicedDate": "2026-01-15Tnoon"}, "servicedDate",
         "a whole day is wanted, as 2026-01-31, with or without a time"),
        ({"servicedDate": None, "servicedPeriod": {"start": "2026-01-15"}}, "servicedPeriod/end", "it is missing"),
        ({"servicedDate": None, "servicedPeriod": {"end": "2026-01-15"}}, "servicedPeriod/start", "it is missing"),
        ({"servicedPeriod": {"start": "2026-01-15", "end": "2026-01-16"}}, "servicedPeriod",
         "it contradicts the servicedDate"),
        ({"quantity": {"value": 1, "comparator": ">"}}, "quantity/comparator", "an exact number is wanted"),
        ({"quantity": {"unit": "1"}}, "quantity/value", "it is missing"),
        ({"quantity": {"value": "ZZ"}}, "quantity/value", "a number is written in digits, as 12 or 12.5"),
        ({"quantity": {"value": 1, "unit": "furlong"}}, "quantity", "its unit is none that a claim line has"),
        ({"quantity": {"value": 1, "code": "cm2", "unit": "1"}}, "quantity", "its unit is none that a claim line has"),
        ({"quantity": [20]}, "quantity", "an object is wanted"),
        ({"net": {"value": 1, "currency": "EUR"}}, "net/currency", "an amount in US dollars is wanted"),
        ({"net": {"value": 1.005}}, "net", "the number has more than 2 decimal places"),
        ({"net": {}}, "net/value", "it is missing"),
        ({"locationCodeableConcept": concept(("http://x", "11"))}, "locationCodeableConcept",
         "none of its codings is of a system of places of service"),
        ({"locationCodeableConcept": concept((PLACES, "ZZ1"))}, "locationCodeableConcept", "two digits are wanted"),
        ({"revenue": concept((REVENUE, "450"))}, "revenue", "four digits are wanted"),
        ({"careTeamSequence": [7]}, "careTeamSequence", "the care team has no member of this sequence"),
        ({"sequence": None}, "sequence", "it is missing"),
        ({"sequence": "ZZ"}, "sequence", "a whole number from 1 is wanted"),
        ({"modifierExtension": [{"url": "ZZ"}]}, "", "it has a modifierExtension, which may give it another meaning"),
        ({"productOrServiceEnd": concept((HCPCS, "Q4260"))}, "", "it has an element that FHIR does not define there"),
        ({"quantitz": {"value": 1}}, "", "it has an element that FHIR does not define there"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_of_an_item_is_named_with_its_place(elements: Resource, pointer: str, reason: str) -> None:
    place = f"/item/0/{pointer}" if pointer else "/item/0"
    assert wrong(with_item(**elements)) == (place, pointer or "item", reason)


def test_several_faults_of_an_item_are_told_together_and_the_other_items_are_checked() -> None:
    broken = {**ITEM, "sequence": 2, "productOrService": concept(("http://x", "1")), "servicedDate": "2026"}
    found = only(with_claim(item=[ITEM, broken, 7]))
    assert found.claim is not None
    assert [line.line_number for line in found.claim.lines] == [1]
    assert [(one.location.pointer, one.line_number, one.of_line) for one in found.unreadable] == [
        ("/item/2", None, True), ("/item/1", 2, True),
    ]  # fmt: skip
    assert found.unreadable[1].reason.count(": ") == 2


@pytest.mark.parametrize(
    ("elements", "days"),
    [
        ({"servicedDate": "2026-01-15T23:30:00-05:00"}, ("2026-01-15", "2026-01-15")),
        ({"servicedDate": None, "servicedPeriod": {"start": "2026-01-15", "end": "2026-01-17T08:00:00Z"}},
         ("2026-01-15", "2026-01-17")),
        ({"servicedPeriod": {"start": "2026-01-15", "end": "2026-01-15"}}, ("2026-01-15", "2026-01-15")),
    ],
)  # fmt: skip
def test_days_are_those_written(elements: Resource, days: tuple[str, str]) -> None:
    (line,) = whole(with_item(**elements)).lines
    assert (str(line.date_of_service), str(line.date_of_service_end)) == days


def test_lines_of_an_institutional_claim_have_the_days_of_its_statement() -> None:
    period = {"start": "2026-01-10", "end": "2026-01-17"}
    institutional = concept((TYPES, "institutional"))
    item = {name: value for name, value in ITEM.items() if name != "servicedDate"}
    (line,) = whole(with_claim(type=institutional, billablePeriod=period, item=[item])).lines
    assert (str(line.date_of_service), str(line.date_of_service_end)) == ("2026-01-10", "2026-01-17")
    assert wrong(with_claim(billablePeriod=period, item=[item]))[0] == "/item/0/servicedDate"
    assert (
        wrong(with_claim(type=institutional, billablePeriod={"start": "2026-01-10"}, item=[item]))[2] == "it is missing"
    )


@pytest.mark.parametrize(
    ("quantity", "measure"),
    [({}, "UN"), ({"unit": "1"}, "UN"), ({"code": "{unit}"}, "UN"), ({"unit": "UN"}, "UN"), ({"code": "min"}, "MJ"),
     ({"unit": "people say minutes", "code": "MJ"}, "MJ"), ({"code": "d"}, "DA"), ({"code": "[iU]"}, "F2"),
     ({"code": "mL"}, "ML"), ({"code": "g"}, "GR"), ({"code": "mg"}, "ME")],
)  # fmt: skip
def test_units_of_measure_are_those_of_a_claim(quantity: Resource, measure: str) -> None:
    (line,) = whole(with_item(quantity={"value": 12.5, **quantity})).lines
    assert (str(line.units), line.unit_of_measure) == ("12.500", measure)


@pytest.mark.parametrize(
    ("elements", "charge"),
    [
        ({"net": {"value": 100.1, "currency": "USD"}}, "100.10"),
        ({"unitPrice": {"value": 1.25}}, "25.00"),
        ({"unitPrice": {"value": 1.25}, "factor": 0.5}, "12.50"),
        ({"unitPrice": {"value": 1.25}, "net": {"value": 3}}, "3.00"),
        ({"unitPrice": {"value": 1.25}, "quantity": None}, "None"),
        ({}, "None"),
    ],
)  # fmt: skip
def test_the_charge_is_the_net_amount_or_what_that_is_defined_to_be(elements: Resource, charge: str) -> None:
    assert str(whole(with_item(**elements)).lines[0].charge) == charge


def test_a_line_with_a_revenue_code_may_lack_a_procedure() -> None:
    revenue = concept((REVENUE, "0450"))
    for product in (None, concept((ABSENT, "not-applicable")), {"text": "ZZ"}):
        (line,) = whole(with_item(productOrService=product, revenue=revenue)).lines
        assert (line.procedure_code, line.revenue_code) == (None, "0450")
    assert wrong(with_item(productOrService=concept(("http://x", "1")), revenue=revenue))[2] == UNKNOWN


def test_words_in_place_of_a_place_of_service_are_none() -> None:
    assert whole(with_item(locationCodeableConcept={"text": "ZZ"})).lines[0].place_of_service is None


def test_a_service_within_an_item_is_told_and_a_drug_there_is_the_lines() -> None:
    drug = {"sequence": 1, "productOrService": concept((NDC, "00000-0000-00"))}
    (line,) = whole(with_item(detail=[drug])).lines
    assert line.ndc == "00000-0000-00"
    inner = {"sequence": 2, "productOrService": concept((HCPCS, "15271"))}
    found = only(with_item(detail=[drug, inner, {**drug, "subDetail": [inner]}, 7]))
    assert found.claim is not None
    assert [(one.location.pointer, one.line_number, one.of_line, one.field) for one in found.unreadable] == [
        (f"/item/0/detail/{index}", 1, True, "detail") for index in (1, 2, 3)
    ]


@pytest.mark.parametrize(
    ("elements", "claim_id"),
    [
        ({"identifier": [{"value": "B"}, {"value": "C"}]}, "B"),
        ({"identifier": [{"value": "B"}, {"use": "official", "value": "C"}]}, "C"),
        ({"identifier": [{"use": "old", "value": "B"}, {"value": "C"}]}, "C"),
        ({"identifier": [{"use": "official", "value": "B"}, {"type": concept(("x", "PLAC")), "value": "C"}]}, "C"),
        ({"identifier": [{"system": "urn:x"}]}, "resource-1"),
        ({"identifier": None}, "resource-1"),
    ],
)  # fmt: skip
def test_the_claims_id_is_the_providers_own_number_for_it(elements: Resource, claim_id: str) -> None:
    assert whole(with_claim(**elements)).claim_id == claim_id


def test_a_claim_without_an_id_is_told() -> None:
    (one,) = only(with_claim(identifier=None, id=None)).unreadable
    assert (one.claim_id, one.location.pointer, one.reason) == (None, "/identifier", "it is missing")


@pytest.mark.parametrize(
    ("elements", "pointer", "reason"),
    [
        ({"status": "cancelled"}, "/status", "it is cancelled, and was not checked"),
        ({"status": "entered-in-error"}, "/status", "it was entered in error, and was not checked"),
        ({"status": "ZZ"}, "/status", "one of active, draft, cancelled, entered-in-error is wanted"),
        ({"use": "preauthorization"}, "/use", "it asks for a preauthorization, and was not checked"),
        ({"use": "predetermination"}, "/use", "it asks for a predetermination, and was not checked"),
        ({"type": concept((TYPES, "pharmacy"))}, "/type", "it is neither a professional nor an institutional claim"),
        ({"type": concept(("http://x", "professional"))}, "/type",
         "none of its codings is of a system of claim types"),
        ({"type": None}, "/type", "it is missing"),
        ({"type": concept((TYPES, "professional"), (TYPES, "institutional"))}, "/type",
         "its codings contradict each other"),
        ({"item": []}, "/item", "the claim has none"),
        ({"item": None}, "/item", "the claim has none"),
        ({"itfm": []}, "", "it has an element that FHIR does not define there"),
        ({"modifierExtension": []}, "", "it has a modifierExtension, which may give it another meaning"),
    ],
)  # fmt: skip
def test_a_claim_that_is_not_checked_is_told_with_the_reason(elements: Resource, pointer: str, reason: str) -> None:
    resource = with_claim(**elements)
    assert only(resource).claim is None
    found = wrong(resource)
    assert (found[0], found[2]) == (pointer, reason)


def test_an_item_that_is_no_list_is_told() -> None:
    (one,) = only(with_claim(item={"ZZ": 1})).unreadable
    assert (one.location.pointer, one.reason) == ("/item", "a list is wanted")


def test_a_draft_is_checked_and_a_status_or_use_may_be_left_out() -> None:
    for elements in ({"status": "draft"}, {"status": None, "use": None}):
        assert whole(with_claim(**elements)).claim_id == "A-1"


@pytest.mark.parametrize(
    ("kinds", "claim_type"),
    [(((TYPES, "professional"),), "professional"), (((TYPES, "institutional"),), "institutional"),
     (((TYPES, "professional"), (CMS_TYPES, "DME")), "dme"), (((CMS_TYPES, "CARRIER"),), "professional"),
     (((TYPES, "institutional"), (CMS_TYPES, "OUTPATIENT"), ("http://x", "y")), "institutional")],
)  # fmt: skip
def test_the_type_of_claim(kinds: tuple[tuple[str, str], ...], claim_type: str) -> None:
    assert whole(with_claim(type=concept(*kinds))).claim_type == claim_type


def test_the_type_of_bill_stands_in_the_supporting_information_or_the_subtype() -> None:
    information = {"sequence": 1, "category": concept((KIND, "typeofbill")), "code": concept((BILLS, "0131"))}
    assert whole(with_claim(supportingInfo=[information])).type_of_bill == "131"
    assert whole(with_claim(subType=concept((BILLS, "13X")))).type_of_bill == "13X"
    assert whole(with_claim(subType=concept(("http://x", "emergency")))).type_of_bill is None
    for elements, pointer in (
        ({"supportingInfo": [{**information, "code": concept(("http://x", "131"))}]}, "/supportingInfo/0/code"),
        ({"supportingInfo": [information], "subType": concept((BILLS, "0851"))}, "/supportingInfo/0/code"),
        ({"supportingInfo": [{**information, "code": concept((BILLS, "ZZNAME"))}]}, "/supportingInfo/0/code"),
    ):
        found = only(with_claim(**elements))
        assert found.claim is not None
        assert found.unread_fields == {"type_of_bill"}
        assert wrong(with_claim(**elements))[0] == pointer


def member(sequence: int, provider: str, role: str | None = None, **elements: Any) -> Resource:
    roles = {} if role is None else {"role": concept((ROLES, role))}
    return {"sequence": sequence, "provider": {"reference": provider, "display": "ZZ"}, **roles, **elements}


@pytest.mark.parametrize(
    ("team", "sequences", "of_claim", "of_line"),
    [
        ([member(1, "P/1", "rendering")], [1], "P/1", "P/1"),
        ([member(1, "P/1", "performing"), member(2, "P/2", "referring")], None, "P/1", "P/1"),
        ([member(1, "P/1", "primary"), member(2, "P/2", "rendering")], [1, 2], "P/2", "P/2"),
        ([member(1, "P/1", "primary")], [1], "P/1", "P/1"),
        ([member(1, "P/1")], None, "P/1", "P/1"),
        ([member(1, "P/1", "referring")], [1], None, None),
        ([member(1, "P/1", "rendering"), member(2, "P/2", "rendering")], [2], None, "P/2"),
        ([{"sequence": 1, "provider": {"reference": "P/1", "identifier": {"value": "7"}}}], [1], "7", "7"),
        ([], None, None, None),
    ],
)  # fmt: skip
def test_who_renders_is_told_by_the_care_team(
    team: list[Resource], sequences: list[int] | None, of_claim: str | None, of_line: str | None
) -> None:
    item = {**ITEM, **({} if sequences is None else {"careTeamSequence": sequences})}
    claim = whole(with_claim(careTeam=team, item=[item]))
    assert (claim.rendering_provider, claim.lines[0].rendering_provider) == (of_claim, of_line)


def test_who_renders_must_be_one() -> None:
    team = [member(1, "P/1", "rendering"), member(2, "P/2", "rendering")]
    assert wrong(with_claim(careTeam=team))[::2] == (
        "/item/0/careTeamSequence", "several members of the care team render it"
    )  # fmt: skip


def test_a_care_team_that_cannot_be_read_leaves_the_lines_to_be_checked() -> None:
    for team, pointer in (
        ([{"sequence": 1, "provider": {"display": "ZZ"}}], "/careTeam/0/provider"),
        ({}, "/careTeam"),
    ):
        found = only(with_claim(careTeam=team))
        assert found.claim is not None
        assert found.unread_fields == {"rendering_provider"}
        assert found.unreadable[0].location.pointer == pointer


def test_the_billing_provider_and_its_taxonomy() -> None:
    team = [member(1, "Org/1", "other", qualification=concept((TAXONOMY, "261QA1903X")))]
    claim = whole(with_claim(provider={"reference": "Org/1", "display": "ZZ"}, careTeam=team))
    assert (claim.billing_provider, claim.billing_taxonomy) == ("Org/1", "261QA1903X")
    assert only(with_claim(provider={"display": "ZZ"})).unread_fields == {"billing_provider"}


def test_the_patient_is_not_taken_up() -> None:
    assert whole(CLAIM).patient_id is None


@pytest.mark.parametrize(
    ("code", "payer"),
    [("1", "medicare"), ("121", "medicare"), ("11", "medicare_advantage"), ("112", "medicare_advantage"),
     ("2", "other"), ("512", "other"), ("9999", "unknown"), ("ZZ", "unknown")],
)  # fmt: skip
def test_the_payer_is_the_coverages_source_of_payment(code: str, payer: str) -> None:
    coverage = {"resourceType": "Coverage", "id": "c", "type": concept((SOURCES, code), ("http://x", "y"))}
    insurance = [{"sequence": 1, "focal": True, "coverage": {"reference": "#c"}}]
    assert whole(with_claim(contained=[coverage], insurance=insurance)).payer_type == payer


def test_the_payer_is_that_of_the_focal_insurance() -> None:
    coverages = [{"resourceType": "Coverage", "id": one, "type": concept((SOURCES, one))} for one in ("121", "512")]
    several = [{"sequence": n, "coverage": {"reference": f"#{one}"}} for n, one in enumerate(("121", "512"), start=1)]
    assert whole(with_claim(contained=coverages, insurance=several)).payer_type == "unknown"
    focal = [several[0], {**several[1], "focal": True}]
    assert whole(with_claim(contained=coverages, insurance=focal)).payer_type == "other"
    both = [{**one, "focal": True} for one in several]
    assert wrong(with_claim(contained=coverages, insurance=both))[::2] == (
        "/insurance", "several are the one that the claim is for"
    )  # fmt: skip
    elsewhere = [{"sequence": 1, "focal": True, "coverage": {"reference": "Coverage/1", "display": "Medicare"}}]
    assert whole(with_claim(insurance=elsewhere)).payer_type == "unknown"


def test_free_text_is_there_or_not_and_never_what_it_says() -> None:
    texts = [{"sequence": number, "valueString": text} for number, text in ((1, "ZZ a"), (2, "ZZ b"), (3, "ZZ a"))]
    items = [{**ITEM, "sequence": number, "informationSequence": [number]} for number in (1, 2, 3)]
    claim = whole(with_claim(supportingInfo=texts, item=[*items, {**ITEM, "sequence": 4}]))
    assert [line.description for line in claim.lines] == ["text 1", "text 2", "text 1", None]
