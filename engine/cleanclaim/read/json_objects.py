"""What the objects of a JSON file are taken for: claims of ours, or FHIR resources; by their content, or as asked."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from cleanclaim.claims import Location, ReadClaim
from cleanclaim.read.fhir.resources import ENTRIES, claims_of_entries, claims_of_resource
from cleanclaim.read.json_claims import claim_of
from cleanclaim.read.json_text import Value, nothing


def names_itself(value: Mapping[str, object]) -> bool:
    """Whether an object says that it is a claim, or a FHIR resource."""
    return "claim_id" in value or is_resource(value)


def is_resource(value: Mapping[str, object]) -> bool:
    """Whether an object is a FHIR resource."""
    return "resourceType" in value and "claim_id" not in value


class ClaimObjects:
    """Makes claims of the values of one file."""

    def __init__(self, wanted: Literal["json", "fhir"] | None = None) -> None:
        """Each object is taken for what it says it is, unless claims of ours or resources alone are `wanted`."""
        self.inner_list = None if wanted == "json" else ENTRIES
        self._wanted = wanted
        self._resources = self._claims = 0

    def claims_of(self, value: object, location: Location) -> Iterator[ReadClaim]:
        """The claims that a value of the file holds."""
        if self._wanted == "json" or not (isinstance(value, dict) and (self._wanted == "fhir" or is_resource(value))):
            is_wanted = self._wanted != "fhir"
            yield claim_of(value, location) if is_wanted else nothing(location, "claim", "a FHIR resource is wanted")
            return
        self._resources += 1
        for read in claims_of_resource(value, location):
            self._claims += 1
            yield read

    def claims_of_inner(self, values: Iterable[Value]) -> Iterator[tuple[int, ReadClaim]]:
        """The claims of a Bundle's entries, each with the place of its entry among them."""
        for place, read in claims_of_entries(values):
            self._claims += 1
            yield place, read

    @property
    def has_none(self) -> bool:
        """Whether there were resources, and none of them was a claim or held one."""
        return bool(self._resources) and not self._claims
