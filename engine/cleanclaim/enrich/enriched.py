"""A line of a claim with its facts."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from cleanclaim.claims import ClaimLine
from cleanclaim.enrich.tables import Limits, Primaries
from cleanclaim.facts import Facts
from cleanclaim.tables import MueService

ZERO = Decimal(0)


@dataclass(slots=True)
class EnrichedLine:
    """A line with its facts; primary_procedure and primary_line are set when the first stratum is decided."""

    line: ClaimLine
    provider: str | None
    """Who rendered the service: the line's, else the claim's."""
    facts: Facts
    primaries: Primaries
    limits: Mapping[MueService, Limits]

    @property
    def counted(self) -> Decimal:
        """The units as sums count them: absent and negative ones are none."""
        units = self.line.units
        return units if units is not None and units > ZERO else ZERO

    @property
    def is_of_one_day(self) -> bool:
        """Whether the line begins and ends on one date."""
        return self.line.date_of_service == self.line.date_of_service_end
