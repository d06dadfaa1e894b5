"""Who rendered an item: what a claim's care team tells."""

from collections.abc import Collection
from dataclasses import dataclass

from cleanclaim.read.fhir.elements import (
    Refused,
    a_list,
    an_object,
    code_of,
    codings_of,
    only,
    party_of,
    whole_number,
)
from cleanclaim.read.fhir.systems import TAXONOMY

_MEMBER = frozenset({
    "id", "extension", "sequence", "provider", "responsible", "role", "qualification", "specialty",
})  # fmt: skip
_RANKS = {"performing": 1, "rendering": 1, "primary": 2}
"""Roles of who renders, of CARIN's and HL7's code systems; a primary provider where nobody bears the others."""
_NO_ROLE, _ANOTHER_ROLE = 3, 9


@dataclass(frozen=True)
class Member:
    """A member of a care team."""

    sequence: int | None
    provider: str
    rank: int
    """The lower, the more it says that this provider renders."""
    taxonomy: str | None


def members_of(value: object) -> list[Member]:
    """The members of a claim's care team. Raises Refused."""
    return [_member(one, f"careTeam/{index}") for index, one in enumerate(a_list(value, "careTeam"))]


def _member(value: object, steps: str) -> Member:
    member = an_object(value, steps, _MEMBER)
    rank = _NO_ROLE
    if member.get("role") is not None:
        roles = {coding.code.lower() for coding in codings_of(member["role"], f"{steps}/role")}
        rank = min((_RANKS.get(role, _ANOTHER_ROLE) for role in roles), default=_ANOTHER_ROLE)
    return Member(
        whole_number(member.get("sequence")), party_of(member.get("provider"), f"{steps}/provider"), rank,
        _taxonomy(member.get("qualification"), f"{steps}/qualification"),
    )  # fmt: skip


def _taxonomy(value: object, steps: str) -> str | None:
    if value is None or not any(coding.system in TAXONOMY for coding in codings_of(value, steps)):
        return None
    return code_of(value, steps, TAXONOMY, "provider taxonomy codes")


def who_renders(members: Collection[Member]) -> set[str]:
    """The providers who render, of those in the foremost role that anybody bears; none where all bear others."""
    foremost = min((member.rank for member in members), default=_ANOTHER_ROLE)
    return {member.provider for member in members if member.rank == foremost < _ANOTHER_ROLE}


def rendering_of_item(value: object, members: Collection[Member]) -> str | None:
    """The provider who renders an item, of the members that its careTeamSequence names. Raises Refused.

    Without one, the whole care team stands for it. None where nobody renders.
    """
    steps = "careTeamSequence"
    named = list(members)
    if value is not None:
        sequences = [whole_number(one) for one in a_list(value, steps)]
        known = {member.sequence for member in members}
        if any(one is None or one not in known for one in sequences):
            raise Refused(steps, "the care team has no member of this sequence")
        named = [member for member in members if member.sequence in sequences]
    providers = who_renders(named)
    if len(providers) > 1:
        raise Refused(steps, "several members of the care team render it")
    return next(iter(providers), None)


def taxonomy_of(provider: str | None, members: Collection[Member]) -> str | None:
    """The taxonomy code of a provider who is in the care team, too. Raises Refused."""
    codes = {member.taxonomy for member in members if member.provider == provider and member.taxonomy}
    return only(codes, "careTeam") if codes else None
