"""The codes that apply a skin substitute, and the wound area that billing them implies.

A scheme is one family, one group of sites, one size and one rendering provider on one date. Of wounds under 100 square
centimeters the first code stands for up to 25 and the additional one for each further 25 or part; from 100 on, for the
first 100 and each further 100 or part. The texts of C5271-C5278 (HCPCS) say so; 15271-15278 have the same structure.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from cleanclaim.facts import ApplicationFamily, ApplicationSites, ApplicationSize, ApplicationStep

_STEP_UNDER_100 = Decimal(25)
_LARGE = Decimal(100)
_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Application:
    """What an application code says of itself."""

    family: ApplicationFamily
    sites: ApplicationSites
    size: ApplicationSize
    step: ApplicationStep


NO_APPLICATION = Application("none", "none", "none", "none")
_FAMILIES: tuple[tuple[str, ApplicationFamily], ...] = (("1527", "CPT"), ("C527", "C_code"))
_STEPS: tuple[tuple[ApplicationSize, ApplicationStep], ...] = (
    ("under_100", "first"), ("under_100", "additional"), ("from_100", "first"), ("from_100", "additional"),
)  # fmt: skip
_SITES: tuple[tuple[int, ApplicationSites], ...] = ((1, "trunk_arms_legs"), (5, "face_hands_feet"))
APPLICATIONS: Mapping[str, Application] = {
    f"{prefix}{place + offset}": Application(family, sites, size, step)
    for prefix, family in _FAMILIES
    for offset, sites in _SITES
    for place, (size, step) in enumerate(_STEPS)
}


@dataclass(frozen=True, slots=True)
class Billed:
    """An application code billed on a line."""

    application: Application
    provider: str | None
    units: Decimal


@dataclass(frozen=True, slots=True)
class Area:
    """An area of more than `lower` and at most `upper` square centimeters; nothing is implied where both are 0."""

    lower: Decimal = _ZERO
    upper: Decimal = _ZERO


def implied_area(billed: Iterable[Billed]) -> Area:
    """The area that the application codes of one date imply: that of each scheme, added up.

    An additional code without its first implies nothing.
    """
    schemes: dict[tuple[object, ...], dict[ApplicationStep, Decimal]] = {}
    for one in billed:
        kind = one.application
        units = schemes.setdefault((kind.family, kind.sites, kind.size, one.provider), {})
        units[kind.step] = units.get(kind.step, _ZERO) + one.units
    lower = upper = _ZERO
    for (_, _, size, _), units in schemes.items():
        if "first" not in units:
            continue
        first, additional = units["first"], units.get("additional", _ZERO)
        if size == "under_100":
            lower += _STEP_UNDER_100 * additional
            upper += min(_STEP_UNDER_100 * (first + additional), _LARGE)
        else:
            lower += _LARGE * additional
            upper += _LARGE * (first + additional)
    return Area(lower, upper)
