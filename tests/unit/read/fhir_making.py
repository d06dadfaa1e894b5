"""Claims written as FHIR Claim resources, alone and in Bundles."""

import json
from collections.abc import Sequence
from typing import Any

from cleanclaim.claims import Claim, ClaimLine
from cleanclaim.runs.claim_output import canonical

from .making import Fields, as_claims, plain_claims, several_claims

Resource = dict[str, Any]

HCPCS = "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets"
CPT = "http://www.ama-assn.org/go/cpt"
HIPPS = "https://www.cms.gov/Medicare/Medicare-Fee-for-Service-Payment/ProspMedicareFeeSvcPmtGen/HIPPSCodes"
NDC = "http://hl7.org/fhir/sid/ndc"
PLACES = "https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set"
REVENUE = "https://www.nubc.org/CodeSystem/RevenueCodes"
BILLS = "https://www.nubc.org/CodeSystem/TypeOfBill"
TYPES = "http://terminology.hl7.org/CodeSystem/claim-type"
CMS_TYPES = "https://bluebutton.cms.gov/resources/codesystem/eob-type"
ROLES = "http://hl7.org/fhir/us/carin-bb/CodeSystem/C4BBClaimCareTeamRole"
KINDS_OF_INFORMATION = "http://hl7.org/fhir/us/carin-bb/CodeSystem/C4BBSupportingInfoType"
TAXONOMY = "http://nucc.org/provider-taxonomy"
SOURCES = "https://nahdo.org/sopt"
_PAYERS = {"medicare": "121", "medicare_advantage": "111", "other": "512", "unknown": "9999"}
PATIENT: Resource = {
    "resourceType": "Patient", "id": "ZZ-1", "name": [{"family": "ZZNAME", "given": ["ZZFIRST"]}],
    "birthDate": "1944-05-06", "address": [{"line": ["ZZ STREET"]}], "identifier": [{"value": "ZZMEMBER"}],
}  # fmt: skip


def concept(*codings: tuple[str, str]) -> Resource:
    """A concept of codings, each with a text for people."""
    found = [{"system": system, "code": code, "display": "ZZ display"} for system, code in codings]
    return {"coding": found, "text": "ZZ text"}


def as_fhir(claim: Claim) -> Resource:
    """A Claim resource that says what the claim does, and names a patient besides."""
    providers = sorted({line.rendering_provider for line in claim.lines if line.rendering_provider is not None})
    texts = list(dict.fromkeys(line.description for line in claim.lines if line.description is not None))
    team = [
        {"sequence": number, "provider": {"reference": name, "display": "ZZ"}, "role": concept((ROLES, "rendering"))}
        for number, name in enumerate(providers, start=1)
    ]  # fmt: skip
    if claim.billing_provider is not None and claim.billing_taxonomy is not None:
        team.append({
            "sequence": 99, "provider": {"reference": claim.billing_provider}, "role": concept((ROLES, "other")),
            "qualification": concept((TAXONOMY, claim.billing_taxonomy)),
        })  # fmt: skip
    information: list[Resource] = [
        {"sequence": number, "category": concept((KINDS_OF_INFORMATION, "info")), "valueString": text}
        for number, text in enumerate(texts, start=1)
    ]
    if claim.type_of_bill is not None:
        kind = concept((KINDS_OF_INFORMATION, "typeofbill"))
        information.append({"sequence": 99, "category": kind, "code": concept((BILLS, f"0{claim.type_of_bill}"))})
    kinds = [(TYPES, "professional"), (CMS_TYPES, "DME")] if claim.claim_type == "dme" else [(TYPES, claim.claim_type)]
    resource: Resource = {
        "resourceType": "Claim", "id": "1", "text": {"status": "generated", "div": "<div>ZZNAME</div>"},
        "contained": [
            {"resourceType": "Coverage", "id": "cover", "type": concept((SOURCES, _PAYERS[claim.payer_type])),
             "subscriberId": "ZZMEMBER"},
            PATIENT,
        ],
        "identifier": [{"system": "urn:claims", "value": claim.claim_id}],
        "status": "active", "type": concept(*kinds), "use": "claim",
        "patient": {"reference": "#ZZ-1", "display": "ZZNAME"}, "created": "2026-02-01",
        "insurance": [{"sequence": 1, "focal": True, "coverage": {"reference": "#cover", "display": "ZZ plan"}}],
        "careTeam": team, "supportingInfo": information,
        "item": [_item(line, providers, texts) for line in claim.lines],
    }  # fmt: skip
    if claim.billing_provider is not None:
        resource["provider"] = {"reference": claim.billing_provider, "display": "ZZ clinic"}
    return {name: value for name, value in resource.items() if value != []}


def _item(line: ClaimLine, providers: Sequence[str], texts: Sequence[str]) -> Resource:
    codings = [] if line.procedure_code is None else [_coding(line)]
    item: Resource = {"sequence": line.line_number, "bodySite": concept(("http://snomed.info/sct", "1"))}
    if codings and line.ndc is not None:
        codings.append((NDC, line.ndc))
    item["productOrService"] = concept(*codings)
    if line.modifiers:
        item["modifier"] = [concept((HCPCS, code)) for code in line.modifiers]
    if line.revenue_code is not None:
        item["revenue"] = concept((REVENUE, line.revenue_code))
    if line.units is not None:
        item["quantity"] = {"value": float(line.units), "unit": "min" if line.unit_of_measure == "MJ" else "1"}
    if line.charge is not None:
        item["net"] = {"value": float(line.charge), "currency": "USD"}
    first, last = str(line.date_of_service), str(line.date_of_service_end)
    item |= (
        {"servicedDate": first} if first == last else {"servicedPeriod": {"start": first, "end": f"{last}T23:59:00Z"}}
    )
    if line.place_of_service is not None:
        item["locationCodeableConcept"] = concept((PLACES, line.place_of_service))
    if line.rendering_provider is not None:
        item["careTeamSequence"] = [providers.index(line.rendering_provider) + 1]
    if line.description is not None:
        item["informationSequence"] = [texts.index(line.description) + 1]
    return item


def _coding(line: ClaimLine) -> tuple[str, str]:
    assert line.procedure_code is not None
    if line.code_qualifier == "HP":
        return HIPPS, line.procedure_code
    return (CPT if line.procedure_code[:1].isdigit() else HCPCS), line.procedure_code


def _for_fhir(claims: list[Fields]) -> list[Fields]:
    """The claims without what FHIR has no place for."""
    for claim in claims:
        if "billing_provider" not in claim:
            claim.pop("billing_taxonomy", None)
        providers = [line["rendering_provider"] for line in claim["lines"] if "rendering_provider" in line]
        for line in claim["lines"]:
            line.setdefault("procedure_code", "99213")
            if providers:
                line.setdefault("rendering_provider", providers[0])
            if "units" not in line:
                line.pop("unit_of_measure", None)
    return claims


fhir_claims = several_claims().map(_for_fhir).map(as_claims)
plain_fhir_claims = plain_claims.map(_for_fhir).map(as_claims)
"""Claims with ids that no single damage turns into each other."""


def expected(claim: Claim) -> Claim:
    """What must be read of a claim that was written as FHIR."""
    claim = canonical(claim)
    providers = {line.rendering_provider for line in claim.lines}
    return claim.model_copy(update={"rendering_provider": next(iter(providers)) if len(providers) == 1 else None})


def bundle(claims: Sequence[Claim]) -> Resource:
    """A Bundle of the claims among other resources."""
    others: list[Resource] = [PATIENT, {"resourceType": "Encounter", "id": "e", "status": "finished"}]
    resources = [one for claim in claims for one in (*others, as_fhir(claim))]
    entries = [{"fullUrl": f"urn:uuid:{index}", "resource": one} for index, one in enumerate(resources)]
    return {"resourceType": "Bundle", "type": "collection", "entry": entries}


def ndjson(claims: Sequence[Claim]) -> bytes:
    """Resources one a line, a patient first."""
    return b"".join(json.dumps(one).encode() + b"\n" for one in (PATIENT, *map(as_fhir, claims)))
