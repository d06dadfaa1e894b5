"""An item of a FHIR claim as a claim line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Context, Decimal

from cleanclaim.claims import Location, Unreadable
from cleanclaim.read.assemble import Part
from cleanclaim.read.fhir.care_team import Member, rendering_of_item
from cleanclaim.read.fhir.elements import (
    Refused,
    Taken,
    a_list,
    an_object,
    code_of,
    codings_of,
    day_of,
    only,
    period_of,
    whole_number,
)
from cleanclaim.read.fhir.systems import CPT, HCPCS, HIPPS, MODIFIERS, NDC, PLACES_OF_SERVICE, REVENUE_CODES, UNITS
from cleanclaim.values import code_text, quantity

_ITEM = frozenset({
    "id", "extension", "sequence", "careTeamSequence", "diagnosisSequence", "procedureSequence", "informationSequence",
    "revenue", "category", "productOrService", "modifier", "programCode", "servicedDate", "servicedPeriod",
    "locationCodeableConcept", "locationAddress", "locationReference", "quantity", "unitPrice", "factor", "net", "udi",
    "bodySite", "subSite", "encounter", "detail", "traceNumber", "request", "patientPaid", "tax",
})  # fmt: skip
"""Elements of R4 and those that R5 adds; but not productOrServiceEnd, which makes of one code a range."""
_QUANTITY = frozenset({"id", "extension", "value", "comparator", "unit", "system", "code"})
_MONEY = frozenset({"id", "extension", "value", "currency"})
_EXACT = Context(prec=80)
_IN_DETAIL = "what stands in an item's detail is a service of its own, and is not checked"


@dataclass(frozen=True)
class OfClaim:
    """What a claim tells of its items."""

    claim_id: str | None
    members: Sequence[Member]
    information: Mapping[int, str]
    """By sequence, what stands for the free text of an additional information."""
    statement: tuple[date, date] | None
    """The days that the statement of an institutional claim covers."""


def line_of(value: Mapping[str, object], location: Location, claim: OfClaim) -> tuple[Part, list[Unreadable]]:
    """An item as a line, and what stands in its details."""
    taken = Taken()
    try:
        an_object(value, "", _ITEM)
    except Refused as wrong:
        taken.refuse("item", wrong)
    taken.fields["line_number"] = value.get("sequence")
    taken.names["line_number"] = "sequence"
    _take_code(taken, value)
    taken.take("modifiers", "modifier", lambda: _modifiers(value.get("modifier")))
    taken.take("revenue_code", "revenue", lambda: _revenue_code(value.get("revenue")))
    _take_days(taken, value, claim.statement)
    taken.take("place_of_service", "locationCodeableConcept", lambda: _place(value.get("locationCodeableConcept")))
    _take_quantity(taken, value.get("quantity"))
    taken.take("charge", "net", lambda: _charge(value))
    taken.take(
        "rendering_provider", "careTeamSequence",
        lambda: rendering_of_item(value.get("careTeamSequence"), claim.members),
    )  # fmt: skip
    taken.take("description", "informationSequence", lambda: _described(value.get("informationSequence"), claim))
    details = list(_details(taken, value.get("detail"), location, claim))
    return Part(taken.fields, location, taken.refused, pointers=taken.names), details


def _take_code(taken: Taken, item: Mapping[str, object]) -> None:
    steps = "productOrService"
    taken.names["procedure_code"] = steps
    try:
        if item.get(steps) is None:
            if item.get("revenue") is None:
                raise Refused(steps, "it is missing")
            return
        codings = codings_of(item[steps], steps)
        ndc = {code_text(one.code) for one in codings if one.system in NDC}
        codes = {
            ("HP" if one.system in HIPPS else "HC", code_text(one.code))
            for one in codings
            if one.system in HCPCS or one.system in CPT or one.system in HIPPS
        }
        if not codes and (codings or item.get("revenue") is None):
            raise Refused(steps, "none of its codings is of a system of HCPCS, CPT or HIPPS codes")
        if len(codes) > 1:
            raise Refused(steps, "its codings contradict each other")
        for qualifier, code in codes:
            taken.fields["code_qualifier"], taken.fields["procedure_code"] = qualifier, code
        if ndc:
            taken.fields["ndc"] = only(ndc, steps)
    except Refused as wrong:
        taken.refuse("procedure_code", wrong)


def _modifiers(value: object) -> list[str]:
    found = []
    for index, one in enumerate(a_list(value, "modifier")):
        steps = f"modifier/{index}"
        if one is None:
            raise Refused(steps, "an object is wanted")
        found.append(code_of(one, steps, MODIFIERS, "HCPCS or CPT modifiers") or "")
    return found


def _revenue_code(value: object) -> str | None:
    return code_of(value, "revenue", REVENUE_CODES, "revenue codes")


def _place(value: object) -> str | None:
    """The place of service; words alone say nothing of it."""
    if value is None or not codings_of(value, "locationCodeableConcept"):
        return None
    return code_of(value, "locationCodeableConcept", PLACES_OF_SERVICE, "places of service")


def _take_days(taken: Taken, item: Mapping[str, object], statement: tuple[date, date] | None) -> None:
    taken.names["date_of_service"] = taken.names["date_of_service_end"] = "servicedDate"
    try:
        first, last = statement or (None, None)
        if item.get("servicedDate") is not None:
            first = last = day_of(item["servicedDate"], "servicedDate")
        if item.get("servicedPeriod") is not None:
            days = period_of(item["servicedPeriod"], "servicedPeriod")
            if item.get("servicedDate") is not None and days != (first, last):
                raise Refused("servicedPeriod", "it contradicts the servicedDate")
            first, last = days
        taken.fields["date_of_service"], taken.fields["date_of_service_end"] = first, last
    except Refused as wrong:
        taken.refuse("date_of_service", wrong)
    if taken.fields.get("date_of_service") is None:
        taken.refused.setdefault("date_of_service", "it is missing")
        taken.fields["date_of_service_end"] = None


def _take_quantity(taken: Taken, value: object) -> None:
    if value is None:
        return
    try:
        given = an_object(value, "quantity", _QUANTITY)
        if given.get("comparator") is not None:
            raise Refused("quantity/comparator", "an exact number is wanted")
        if given.get("value") is None:
            raise Refused("quantity/value", "it is missing")
        taken.fields["units"], taken.names["units"] = given["value"], "quantity/value"
        unit = given.get("code") if given.get("code") is not None else given.get("unit", "")
        measure = UNITS.get(unit.strip().lower()) if isinstance(unit, str) else None
        if measure is None:
            raise Refused("quantity", "its unit is none that a claim line has")
        taken.fields["unit_of_measure"] = measure
    except Refused as wrong:
        taken.refuse("units", wrong)


def _charge(item: Mapping[str, object]) -> Decimal | None:
    """The net amount; where only a price of one unit is given, what FHIR defines it to be: quantity, price, factor."""
    if item.get("net") is not None:
        return _amount(item["net"], "net")
    quantity_given = item.get("quantity")
    if item.get("unitPrice") is None or not isinstance(quantity_given, dict):
        return None
    price = _amount(item["unitPrice"], "unitPrice")
    factor = item.get("factor", 1)
    try:
        units = quantity(quantity_given.get("value"), whole_digits=7, places=3)
        times = quantity(factor, whole_digits=7, places=6)
    except ValueError:
        raise Refused("unitPrice", "without a net amount, a quantity and a factor in numbers are wanted") from None
    return _EXACT.multiply(_EXACT.multiply(price, units), times)


def _amount(value: object, steps: str) -> Decimal:
    money = an_object(value, steps, _MONEY)
    if money.get("currency") not in (None, "USD"):
        raise Refused(f"{steps}/currency", "an amount in US dollars is wanted")
    try:
        return quantity(money.get("value"), whole_digits=15, places=6)
    except ValueError as wrong:
        reason = "it is missing" if money.get("value") is None else str(wrong)
        raise Refused(f"{steps}/value", reason) from None


def _described(value: object, claim: OfClaim) -> str | None:
    sequences = [whole_number(one) for one in a_list(value, "informationSequence")]
    texts = [claim.information[one] for one in sequences if one is not None and one in claim.information]
    return ", ".join(texts) or None


def _details(taken: Taken, value: object, location: Location, claim: OfClaim) -> list[Unreadable]:
    """Why services within an item are not checked; a detail that only names the drug is told with the item."""
    found = []
    try:
        for index, one in enumerate(a_list(value, "detail")):
            ndc = _only_ndc(one)
            if ndc is not None and taken.fields.get("ndc") in (None, ndc):
                taken.fields["ndc"] = ndc
                continue
            place = location.model_copy(update={"pointer": f"{location.pointer}/detail/{index}"})
            number = whole_number(taken.fields["line_number"])
            wrong = Unreadable(
                claim_id=claim.claim_id, line_number=number, of_line=True, field="detail", reason=_IN_DETAIL,
                location=place,
            )  # fmt: skip
            found.append(wrong)
    except Refused as wrong:
        taken.refuse("detail", wrong)
    return found


def _only_ndc(value: object) -> str | None:
    """The drug that a detail names, where it says nothing else that is billed."""
    if not isinstance(value, dict) or value.get("subDetail") or value.get("net") or value.get("modifier"):
        return None
    try:
        codings = codings_of(value.get("productOrService"), "")
    except Refused:
        return None
    codes = {code_text(one.code) for one in codings if one.system in NDC}
    return next(iter(codes)) if len(codes) == 1 and len(codings) == 1 else None
