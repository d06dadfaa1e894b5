"""A finding: one edit that one claim or line fails, why, by whose authority, and what to change."""

from typing import Literal

from pydantic import Field

from cleanclaim.claims import Location
from cleanclaim.values import Day, Model

Disposition = Literal[
    "claim_rejection", "claim_denial", "return_to_provider", "line_item_rejection", "line_item_denial",
    "suspension", "not_checked", "advisory", "information",
]  # fmt: skip
"""What becomes of the claim or line, worst first."""

DISPOSITIONS: tuple[Disposition, ...] = (
    "claim_rejection", "claim_denial", "return_to_provider", "line_item_rejection", "line_item_denial",
    "suspension", "not_checked", "advisory", "information",
)  # fmt: skip
NOT_PAYABLE: frozenset[Disposition] = frozenset({
    "claim_rejection", "claim_denial", "line_item_rejection", "line_item_denial",
})  # fmt: skip


def at_least(disposition: Disposition, threshold: Disposition) -> bool:
    """Whether a disposition is as bad as the threshold, or worse."""
    return DISPOSITIONS.index(disposition) <= DISPOSITIONS.index(threshold)


class Citation(Model):
    """Whose authority an edit rests on."""

    document: str
    section: str
    url: str = Field(pattern=r"^https://[^\s]+$")
    read: Day
    """The day the document was read."""


class Remittance(Model):
    """How a payer would report the outcome: claim adjustment group, reason code and remark codes."""

    group: Literal["CO", "OA", "PI", "PR"]
    carc: str = Field(pattern=r"^[A-Z]?[0-9]{1,3}$")
    rarc: tuple[str, ...] = ()


class Finding(Model):
    """One edit failed by one claim or line. Nothing in it names a patient."""

    edit_id: str
    title: str
    claim_id: str | None
    """Null when what was read does not tell."""
    line_number: int | None
    """Null when the finding is about the whole claim."""
    procedure_code: str | None
    date_of_service: Day | None
    disposition: Disposition
    message: str
    fix: str
    evidence: dict[str, str]
    """Each fact that the condition compared, in its order, with its value."""
    code_set_release: str | None
    """The release whose record of the code was consulted."""
    citations: tuple[Citation, ...]
    remittance: Remittance | None
    location: Location | None
