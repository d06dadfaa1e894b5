"""A FHIR Claim resource as a claim.

What HL7 leaves open is read so: the claim's id is the placer's identifier (type PLAC), else the official one, else the
first, else the resource's id. Lines of an institutional claim without days of their own have those of its
billablePeriod, which CARIN takes for the statement's, as lines of an 837I have the statement's. A draft is read as an
active claim is: it is what is checked before it is sent. One that is cancelled or entered in error, or asks for a
preauthorization or predetermination, is told of and not checked.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from cleanclaim.claims import Location, PayerType, ReadClaim, Unreadable
from cleanclaim.read.assemble import Part, assemble
from cleanclaim.read.fhir.care_team import Member, members_of, taxonomy_of, who_renders
from cleanclaim.read.fhir.coverage import Payers, payer_of, payers_of
from cleanclaim.read.fhir.elements import (
    IDENTIFIER,
    Refused,
    Taken,
    a_list,
    an_object,
    code_of,
    codings_of,
    only,
    party_of,
    period_of,
    text_of,
    whole_number,
)
from cleanclaim.read.fhir.item import OfClaim, line_of
from cleanclaim.read.fhir.systems import CLAIM_TYPE_SYSTEMS, CLAIM_TYPES, TYPES_OF_BILL
from cleanclaim.values import numbered

_CLAIM = frozenset({
    "resourceType", "id", "meta", "implicitRules", "language", "text", "contained", "extension", "identifier", "status",
    "type", "subType", "use", "patient", "billablePeriod", "created", "enterer", "insurer", "provider", "priority",
    "fundsReserve", "related", "prescription", "originalPrescription", "payee", "referral", "facility", "careTeam",
    "supportingInfo", "diagnosis", "procedure", "insurance", "accident", "item", "total", "traceNumber", "encounter",
    "diagnosisRelatedGroup", "event", "patientPaid", "fundsReserveRequested",
})  # fmt: skip
"""Elements of R4, and those that R5 adds."""
_INFORMATION = frozenset({
    "id", "extension", "sequence", "category", "code", "timingDate", "timingPeriod", "valueBoolean", "valueString",
    "valueQuantity", "valueAttachment", "valueReference", "valueIdentifier", "reason",
})  # fmt: skip
_STATUSES = {
    "active": None, "draft": None, "cancelled": "it is cancelled, and was not checked",
    "entered-in-error": "it was entered in error, and was not checked",
}  # fmt: skip
_USES = {
    "claim": None, "preauthorization": "it asks for a preauthorization, and was not checked",
    "predetermination": "it asks for a predetermination, and was not checked",
}  # fmt: skip
_DIGITS_OF_BILL = 4


def claim_of(claim: Mapping[str, object], location: Location, payers: Payers) -> ReadClaim:
    """The claim that a Claim resource is, as far as it can be read; `payers` are those of coverages beside it."""
    taken = Taken()
    taken.take("claim_id", "identifier", lambda: _claim_id(claim, taken))
    claim_id = taken.fields.get("claim_id")
    shown_id = claim_id if isinstance(claim_id, str) else None
    for name, words in (("status", _STATUSES), ("use", _USES)):
        reason = _not_to_be_paid(claim.get(name), words)
        if reason is not None:
            place = location.model_copy(update={"pointer": f"{location.pointer}/{name}"})
            wrong = Unreadable(claim_id=shown_id, field=name, reason=reason, location=place)
            return ReadClaim(claim=None, unreadable=(wrong,), location=location)
    try:
        an_object(claim, "", _CLAIM)
    except Refused as wrong_element:
        taken.refuse("claim", wrong_element)
    taken.names["lines"] = "item"
    taken.take("claim_type", "type", lambda: _claim_type(claim.get("type")))
    information = _take_information(taken, claim)
    if claim.get("provider") is not None:
        taken.take("billing_provider", "provider", lambda: party_of(claim["provider"], "provider"))
    taken.take("payer_type", "insurance", lambda: _payer(claim, payers))
    members = _take_care_team(taken, claim.get("careTeam"))
    of_claim = OfClaim(shown_id, members, information, _statement(claim, taken))
    parts, wrongs = _lines(claim.get("item"), location, of_claim, taken)
    return assemble(Part(taken.fields, location, taken.refused, pointers=taken.names), parts, wrongs)


def _claim_id(claim: Mapping[str, object], taken: Taken) -> str | None:
    found: list[tuple[int, int, str]] = []
    for index, one in enumerate(a_list(claim.get("identifier"), "identifier")):
        steps = f"identifier/{index}"
        identifier = an_object(one, steps, IDENTIFIER)
        if identifier.get("value") is None:
            continue
        value = text_of(identifier["value"], f"{steps}/value")
        kinds = codings_of(identifier["type"], f"{steps}/type") if identifier.get("type") is not None else ()
        rank = 3 if identifier.get("use") == "old" else 2
        rank = 1 if identifier.get("use") == "official" else rank
        rank = 0 if any(kind.code == "PLAC" for kind in kinds) else rank
        found.append((rank, index, value))
    if found:
        _, index, value = min(found)
        taken.names["claim_id"] = f"identifier/{index}/value"
        return value
    return None if claim.get("id") is None else text_of(claim["id"], "id")


def _not_to_be_paid(value: object, words: Mapping[str, str | None]) -> str | None:
    """Why a claim is not checked that has this status or use; none is missed where it is not given."""
    if value is None:
        return None
    if not isinstance(value, str) or value not in words:
        return f"one of {', '.join(words)} is wanted"
    return words[value]


def _claim_type(value: object) -> str:
    if value is None:
        raise Refused("type", "it is missing")
    codings = [one for one in codings_of(value, "type") if one.system in CLAIM_TYPE_SYSTEMS]
    if not codings:
        raise Refused("type", "none of its codings is of a system of claim types")
    types = {CLAIM_TYPES.get((one.system, one.code)) for one in codings}
    if None in types:
        raise Refused("type", "it is neither a professional nor an institutional claim")
    if types == {"professional", "dme"}:
        return "dme"
    return only({str(one) for one in types}, "type")


def _take_information(taken: Taken, claim: Mapping[str, object]) -> Mapping[int, str]:
    """Take up the type of bill; what stands for each free text among the supporting information, by sequence."""
    texts: dict[int, str] = {}
    bills: set[str] = set()
    try:
        for index, one in enumerate(a_list(claim.get("supportingInfo"), "supportingInfo")):
            steps = f"supportingInfo/{index}"
            information = an_object(one, steps, _INFORMATION)
            text, sequence = information.get("valueString"), whole_number(information.get("sequence"))
            if sequence is not None and isinstance(text, str) and text.strip():
                texts[sequence] = text.strip()
            if information.get("category") is None:
                continue
            if any(kind.code == "typeofbill" for kind in codings_of(information["category"], f"{steps}/category")):
                bills.add(_type_of_bill(information.get("code"), f"{steps}/code"))
                taken.names["type_of_bill"] = f"{steps}/code"
        sub_type = claim.get("subType")
        if sub_type is not None and any(one.system in TYPES_OF_BILL for one in codings_of(sub_type, "subType")):
            bills.add(_type_of_bill(sub_type, "subType"))
            taken.names.setdefault("type_of_bill", "subType")
        if bills:
            taken.fields["type_of_bill"] = only(bills, taken.names["type_of_bill"])
    except Refused as wrong:
        taken.refuse("type_of_bill", wrong)
    return dict(zip(texts, numbered(texts.values()), strict=True))


def _type_of_bill(value: object, steps: str) -> str:
    """Three characters: the leading zero of the paper form stands for nothing."""
    if value is None:
        raise Refused(steps, "it is missing")
    code = code_of(value, steps, TYPES_OF_BILL, "types of bill") or ""
    return code[1:] if len(code) == _DIGITS_OF_BILL and code.startswith("0") else code


def _payer(claim: Mapping[str, object], payers: Payers) -> PayerType | None:
    contained = payers_of(
        (f"#{one['id']}", one)
        for one in a_list(claim.get("contained"), "contained")
        if isinstance(one, dict) and isinstance(one.get("id"), str)
    )
    return payer_of(claim.get("insurance"), {**payers, **contained})


def _take_care_team(taken: Taken, value: object) -> Sequence[Member]:
    """Take up who renders the claim as a whole, and what the billing provider is; the members of the care team."""
    try:
        members = members_of(value)
        billing = taken.fields.get("billing_provider")
        if isinstance(billing, str):
            taken.take("billing_taxonomy", "careTeam", lambda: taxonomy_of(billing, members))
    except Refused as wrong:
        taken.refuse("rendering_provider", wrong)
        return ()
    providers = who_renders(members)
    if len(providers) == 1:
        taken.fields["rendering_provider"] = next(iter(providers))
    return members


def _statement(claim: Mapping[str, object], taken: Taken) -> tuple[date, date] | None:
    """The days that the statement of an institutional claim covers, whose lines need no days of their own."""
    if taken.fields.get("claim_type") != "institutional" or claim.get("billablePeriod") is None:
        return None
    try:
        return period_of(claim["billablePeriod"], "billablePeriod")
    except Refused:
        return None


def _lines(value: object, location: Location, of_claim: OfClaim, taken: Taken) -> tuple[list[Part], list[Unreadable]]:
    parts: list[Part] = []
    wrongs: list[Unreadable] = []
    try:
        items = a_list(value, "item")
    except Refused as wrong:
        taken.refuse("lines", wrong)
        return parts, wrongs
    for index, one in enumerate(items):
        place = location.model_copy(update={"pointer": f"{location.pointer}/item/{index}"})
        if isinstance(one, dict):
            part, in_details = line_of(one, place, of_claim)
            parts.append(part)
            wrongs += in_details
        else:
            wrongs.append(
                Unreadable(
                    claim_id=of_claim.claim_id, of_line=True, field="item", reason="an object is wanted", location=place
                )
            )
    return parts, wrongs
