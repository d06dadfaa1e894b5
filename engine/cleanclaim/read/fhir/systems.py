"""The code systems that FHIR claims name, by the addresses under which HL7 Terminology, CMS and CARIN know them.

Read 2026-11-21: terminology.hl7.org (external terminologies; hcpcs-Level-II, HIPPS, SOPT), CARIN Blue Button 2.2.0 and
the code systems of CMS's Blue Button API. An address counts with http as with https, and whatever its case.
"""

from collections.abc import Mapping
from functools import lru_cache

_CMS = "https://www.cms.gov/medicare/"
_BLUE_BUTTON = "https://bluebutton.cms.gov/resources/"
_HL7 = "https://terminology.hl7.org/codesystem/"

HCPCS = frozenset({
    _CMS + "coding/hcpcsreleasecodesets", _CMS + "coding/medhcpcsgeninfo", _HL7 + "hcpcs", _HL7 + "hcpcs-level-ii",
    _BLUE_BUTTON + "codesystem/hcpcs", "urn:oid:2.16.840.1.113883.6.285", "urn:oid:2.16.840.1.113883.6.14",
})  # fmt: skip
CPT = frozenset({
    "https://www.ama-assn.org/go/cpt", "https://ama-assn.org/go/cpt", "urn:oid:2.16.840.1.113883.6.12",
})  # fmt: skip
HIPPS = frozenset({
    _CMS + "medicare-fee-for-service-payment/prospmedicarefeesvcpmtgen/hippscodes",
})  # fmt: skip
NDC = frozenset({"https://hl7.org/fhir/sid/ndc", "urn:oid:2.16.840.1.113883.6.69"})
ABSENT = frozenset({_HL7 + "data-absent-reason", "https://hl7.org/fhir/data-absent-reason"})
"""Why there is no code."""
MODIFIERS = HCPCS | CPT
PLACES_OF_SERVICE = frozenset({
    _CMS + "coding/place-of-service-codes/place_of_service_code_set",
    _CMS + "coding/place-of-service-codes/place_of_service_code_set.html",
    _CMS + "coding-billing/place-of-service-codes/code-sets", _HL7 + "ex-serviceplace",
    _BLUE_BUTTON + "variables/line_place_of_srvc_cd",
})  # fmt: skip
REVENUE_CODES = frozenset({
    "https://www.nubc.org/codesystem/revenuecodes", _HL7 + "ahanubcrevenuecodes", _HL7 + "ex-revenue-center",
    _BLUE_BUTTON + "variables/rev_cntr", "urn:oid:2.16.840.1.113883.6.301.3",
})  # fmt: skip
TYPES_OF_BILL = frozenset({
    "https://www.nubc.org/codesystem/typeofbill", _HL7 + "ahanubctypeofbill", "urn:oid:2.16.840.1.113883.6.301.1",
})  # fmt: skip
TAXONOMY = frozenset({"https://nucc.org/provider-taxonomy", "urn:oid:2.16.840.1.113883.6.101"})
SOURCES_OF_PAYMENT = frozenset({"https://nahdo.org/sopt", "urn:oid:2.16.840.1.113883.3.221.5"})
CLAIM_TYPES: Mapping[tuple[str, str], str] = {
    (_HL7 + "claim-type", "professional"): "professional",
    (_HL7 + "claim-type", "institutional"): "institutional",
    (_BLUE_BUTTON + "codesystem/eob-type", "CARRIER"): "professional",
    (_BLUE_BUTTON + "codesystem/eob-type", "DME"): "dme",
    (_BLUE_BUTTON + "codesystem/eob-type", "HHA"): "institutional",
    (_BLUE_BUTTON + "codesystem/eob-type", "HOSPICE"): "institutional",
    (_BLUE_BUTTON + "codesystem/eob-type", "INPATIENT"): "institutional",
    (_BLUE_BUTTON + "codesystem/eob-type", "OUTPATIENT"): "institutional",
    (_BLUE_BUTTON + "codesystem/eob-type", "SNF"): "institutional",
}
"""The claim's type, by system and code. HL7 has no type for equipment: DME makes a professional claim one."""
CLAIM_TYPE_SYSTEMS = frozenset(system for system, _ in CLAIM_TYPES)
UNITS: Mapping[str, str] = {
    "": "UN", "1": "UN", "un": "UN", "unit": "UN", "units": "UN", "{unit}": "UN", "{units}": "UN", "each": "UN",
    "{each}": "UN", "ea": "UN", "min": "MJ", "mj": "MJ", "minute": "MJ", "minutes": "MJ", "d": "DA", "da": "DA",
    "day": "DA", "days": "DA", "ml": "ML", "g": "GR", "gr": "GR", "mg": "ME", "me": "ME", "[iu]": "F2", "f2": "F2",
}  # fmt: skip
"""The unit of measure of a claim line, by the code or unit of a quantity, in UCUM or in X12's own words."""


@lru_cache(maxsize=1024)
def known_as(system: str) -> str:
    """The address of a code system as it is compared."""
    address = system.strip().rstrip("/").lower()
    return "https://" + address.removeprefix("http://") if address.startswith("http://") else address
