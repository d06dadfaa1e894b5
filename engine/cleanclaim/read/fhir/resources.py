"""The claims in a FHIR resource: a Claim, or the entries of a Bundle. Resources of other types are passed over."""

from collections.abc import Iterable, Iterator

from cleanclaim.claims import Location, ReadClaim, Unreadable
from cleanclaim.read.fhir.claim import claim_of
from cleanclaim.read.fhir.coverage import Payers, payers_of
from cleanclaim.read.fhir.elements import Refused, a_list, an_object
from cleanclaim.read.fhir.resource_types import RESOURCE_TYPES
from cleanclaim.read.json_text import Value, nothing

ENTRIES = "entry"
_BUNDLE = frozenset({
    "resourceType", "id", "meta", "implicitRules", "language", "identifier", "type", "timestamp", "total", "link",
    "entry", "signature", "issues",
})  # fmt: skip
_DEEPEST = 10
"""Bundles within Bundles."""
_ENTRY = frozenset({"id", "extension", "link", "fullUrl", "resource", "search", "request", "response"})


def claims_of_resource(
    value: object, location: Location, payers: Payers | None = None, depth: int = 0
) -> Iterator[ReadClaim]:
    """The claims of a resource, each as far as it can be read."""
    kind = value.get("resourceType") if isinstance(value, dict) else None
    if not isinstance(value, dict) or not isinstance(kind, str) or kind not in RESOURCE_TYPES:
        yield nothing(location, "claim", "a FHIR resource is wanted, and its resourceType is none that FHIR defines")
    elif kind == "Claim":
        yield claim_of(value, location, payers or {})
    elif kind == "Bundle" and depth > _DEEPEST:
        yield nothing(location, "claim", "it is too deeply nested")
    elif kind == "Bundle":
        try:
            a_list(an_object(value, "", _BUNDLE).get(ENTRIES), ENTRIES)
        except Refused as wrong:
            yield _not_whole(location, wrong)
        if isinstance(entries := value.get(ENTRIES), list):
            pointers = (f"{location.pointer}/{ENTRIES}/{index}" for index in range(len(entries)))
            places = (location.model_copy(update={"pointer": pointer}) for pointer in pointers)
            for _, read in claims_of_entries(zip(entries, places, strict=True), payers, depth):
                yield read


def claims_of_entries(
    values: Iterable[Value], payers: Payers | None = None, depth: int = 0
) -> Iterator[tuple[int, ReadClaim]]:
    """The claims of a Bundle's entries, each with the place of its entry among them."""
    entries = list(values)
    payers = {**(payers or {}), **payers_of(_coverages(entry for entry, _ in entries))}
    for place, (entry, location) in enumerate(entries):
        try:
            known = an_object(entry, "", _ENTRY)
        except Refused as wrong:
            yield place, _not_whole(location, wrong)
            known = entry if isinstance(entry, dict) else {}
        if "resource" in known:
            inner = location.model_copy(update={"pointer": f"{location.pointer}/resource"})
            for read in claims_of_resource(known["resource"], inner, payers, depth + 1):
                yield place, read


def _coverages(entries: Iterable[object]) -> Iterator[tuple[str, object]]:
    """Each Coverage of a Bundle's entries, under all that a reference to it may say."""
    for entry in entries:
        resource = entry.get("resource") if isinstance(entry, dict) else None
        if isinstance(entry, dict) and isinstance(resource, dict):
            if isinstance(entry.get("fullUrl"), str):
                yield entry["fullUrl"], resource
            if isinstance(resource.get("id"), str):
                yield f"Coverage/{resource['id']}", resource


def _not_whole(location: Location, wrong: Refused) -> ReadClaim:
    """What is said of a Bundle or an entry that may hold more than could be read of it."""
    if wrong.steps:
        location = location.model_copy(update={"pointer": f"{location.pointer}/{wrong.steps}"})
    one = Unreadable(claim_id=None, field="claim", reason=wrong.reason, location=location)
    return ReadClaim(claim=None, unreadable=(one,), location=location)
