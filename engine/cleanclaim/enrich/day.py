"""The facts of a line that come from the claim's other lines: sums of a day, areas, limits of units, duplicates."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from cleanclaim.claims import Claim
from cleanclaim.enrich.application import APPLICATIONS, Area, Billed, implied_area
from cleanclaim.enrich.enriched import ZERO, EnrichedLine
from cleanclaim.facts import Facts
from cleanclaim.tables import MueService, UnitLimit

_NOTHING = Area()
DISCARDED = "JW"
BILLED_AS_NON_COVERED = frozenset({"GX", "GY", "GZ"})
DISTINCT = frozenset({"59", "76", "77", "91", "XE", "XP", "XS", "XU"})
OUTPATIENT_BILLS = frozenset({"12", "13", "14", "85"})
SERVICES: Mapping[str, MueService] = {"professional": "practitioner", "institutional": "outpatient", "dme": "dme"}
_BY_LINE = 1
WITHOUT_OTHER_LINES: Facts = {
    "billed_units_day": ZERO, "applied_sq_cm_day": ZERO, "graft_product_day": "absent",
    "application_procedure": "absent", "area_lower_day": ZERO, "area_upper_day": ZERO, "mue_units": ZERO,
    "mue_basis": "none", "dme_item": "no", "stale_mue": "none",
    "stale_mue_units": ZERO, "stale_mue_quarter": "none", "duplicate_of": 0,
}  # fmt: skip
"""What these facts are where nothing is to be said."""


def add_day_facts(claim: Claim, lines: Sequence[EnrichedLine]) -> None:
    """Set these facts on the lines of a claim."""
    _add_sums(lines)
    _add_products(lines)
    if claim.payer_type == "medicare":
        for one in lines:
            _add_limits(claim, one)
    if claim.claim_type != "institutional":
        _add_duplicates(lines)


def _add_sums(lines: Sequence[EnrichedLine]) -> None:
    """Units of the same code, date and provider; an absent provider equals only an absent one."""
    sums: dict[tuple[str | None, date, str | None], Decimal] = {}
    for one in lines:
        if one.is_of_one_day:
            key = (one.line.procedure_code, one.line.date_of_service, one.provider)
            sums[key] = sums.get(key, ZERO) + one.counted
    for one in lines:
        key = (one.line.procedure_code, one.line.date_of_service, one.provider)
        one.facts["billed_units_day"] = sums.get(key, ZERO)


def _add_products(lines: Sequence[EnrichedLine]) -> None:
    """What is applied on each date: graft products, application procedures, the area that they imply."""
    grafts = {one.line.date_of_service for one in lines if one.facts["graft_product"] == "yes"}
    billed: dict[date, list[Billed]] = {}
    applied: dict[date, Decimal] = {}
    for one in lines:
        application = APPLICATIONS.get(one.line.procedure_code or "")
        day = one.line.date_of_service
        if application is not None:
            billed.setdefault(day, []).append(Billed(application, one.provider, one.counted))
        is_counted = one.facts["skin_substitute"] == "yes" and one.is_of_one_day
        if is_counted and DISCARDED not in one.facts["modifiers"]:  # type: ignore[operator]
            applied[day] = applied.get(day, ZERO) + one.counted
    if not grafts and not billed:
        return
    areas = {day: implied_area(of_day) for day, of_day in billed.items()}
    for one in lines:
        day = one.line.date_of_service
        area = areas.get(day, _NOTHING)
        one.facts.update(
            graft_product_day="present" if day in grafts else "absent",
            application_procedure="present" if day in billed else "absent",
            applied_sq_cm_day=applied.get(day, ZERO), area_lower_day=area.lower, area_upper_day=area.upper,
        )  # fmt: skip


def _add_limits(claim: Claim, one: EnrichedLine) -> None:
    """The MUE that applies to a line, and what one of another quarter would say where none speaks for the day."""
    own = one.limits.get(SERVICES[claim.claim_type])
    if own is None or own.limit is None:
        return
    of_dme = one.limits["dme"]
    is_dme_item = own.limit.units == ZERO and of_dme.speaks and of_dme.limit is not None and of_dme.limit.units > ZERO
    one.facts["dme_item"] = "yes" if is_dme_item and own.speaks else "no"
    if is_dme_item or not is_limited(claim, one):
        return
    if own.speaks:
        one.facts["mue_units"] = own.limit.units
        one.facts["mue_basis"] = "line" if own.limit.indicator == _BY_LINE else "day"
    else:
        one.facts["stale_mue"] = "exceeds" if _measured(own.limit, one) > own.limit.units else "within"
        one.facts["stale_mue_units"], one.facts["stale_mue_quarter"] = own.limit.units, own.quarter


def is_limited(claim: Claim, one: EnrichedLine) -> bool:
    """Whether an MUE is compared with what the line bills: not where it spans days, for one, or bills for a denial."""
    if not one.is_of_one_day:
        return False
    if claim.claim_type == "institutional" and (claim.type_of_bill or "")[:2] not in OUTPATIENT_BILLS:
        return False
    return BILLED_AS_NON_COVERED.isdisjoint(one.facts["modifiers"])  # type: ignore[arg-type]


def _measured(limit: UnitLimit, one: EnrichedLine) -> Decimal:
    """What a limit is compared with: the line's units, or the sum of the day."""
    measured = one.facts["units" if limit.indicator == _BY_LINE else "billed_units_day"]
    assert isinstance(measured, Decimal)
    return measured


def _add_duplicates(lines: Sequence[EnrichedLine]) -> None:
    """The lowest earlier line that is the same; absent equals absent, and modifiers count as billed."""
    first: dict[object, int] = {}
    for one in sorted(lines, key=lambda one: one.line.line_number):
        line = one.line
        if one.facts["code_system"] == "none":
            continue
        key = (
            line.procedure_code, line.date_of_service, line.date_of_service_end, frozenset(line.modifiers),
            one.provider, line.units, line.charge, line.ndc, line.description,
        )  # fmt: skip
        earlier = first.setdefault(key, line.line_number)
        if earlier != line.line_number and DISTINCT.isdisjoint(one.facts["modifiers"]):  # type: ignore[arg-type]
            one.facts["duplicate_of"] = earlier
