"""Who pays a FHIR claim, where a Coverage beside it says so in codes."""

from collections.abc import Iterable, Mapping

from cleanclaim.claims import PayerType
from cleanclaim.read.fhir.elements import REFERENCE, Refused, a_list, an_object, codings_of, only
from cleanclaim.read.fhir.systems import SOURCES_OF_PAYMENT

Payers = Mapping[str, PayerType]
"""By what a reference to a Coverage says."""
_INSURANCE = frozenset({
    "id", "extension", "sequence", "focal", "identifier", "coverage", "businessArrangement", "preAuthRef",
    "claimResponse",
})  # fmt: skip
_MANAGED_MEDICARE, _MEDICARE, _UNKNOWN = "11", "1", "9"
"""How codes of the Source of Payment Typology begin."""


def payers_of(coverages: Iterable[tuple[str, object]]) -> dict[str, PayerType]:
    """The payers that Coverage resources name, by reference; what else there is is passed over."""
    found: dict[str, PayerType] = {}
    for reference, resource in coverages:
        if isinstance(resource, dict) and resource.get("resourceType") == "Coverage":
            found[reference] = _payer_type(resource.get("type"))
    return found


def payer_of(insurance: object, payers: Payers) -> PayerType | None:
    """The payer that a claim is for: of the focal insurance, or of the only one; None where it cannot be told.

    Raises Refused.
    """
    several = []
    for index, one in enumerate(a_list(insurance, "insurance")):
        several.append((f"insurance/{index}", an_object(one, f"insurance/{index}", _INSURANCE)))
    focal = [one for one in several if one[1].get("focal") is True] or (several if len(several) == 1 else [])
    found: set[PayerType] = set()
    for steps, one in focal:
        if one.get("coverage") is not None:
            reference = an_object(one["coverage"], f"{steps}/coverage", REFERENCE).get("reference")
            found.add(payers.get(reference, "unknown") if isinstance(reference, str) else "unknown")
    if len(found) > 1:
        raise Refused("insurance", "several are the one that the claim is for")
    return next(iter(found), None)


def _payer_type(concept: object) -> PayerType:
    """The payer by a code of the Source of Payment Typology; what cannot be told is unknown."""
    try:
        codes = {one.code for one in codings_of(concept, "type") if one.system in SOURCES_OF_PAYMENT}
        code = only(codes, "type") if codes else _UNKNOWN
    except Refused:
        return "unknown"
    if code.startswith(_MANAGED_MEDICARE):
        return "medicare_advantage"
    if code.startswith(_MEDICARE):
        return "medicare"
    return "unknown" if code.startswith(_UNKNOWN) or not code[:1].isdigit() else "other"
