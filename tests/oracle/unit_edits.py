"""Section 4 of the catalogue, read plainly: the UOS edits and DUP010, one function for each, in the table's order."""

from datetime import date
from decimal import Decimal

from .claim_lines import Line, bears_any
from .day_facts import (
    application_family,
    application_sites,
    application_size,
    applied_sq_cm_day,
    area_day,
    billed_units_day,
    dme_item,
    duplicate_of,
    mue,
    of_the_date,
    stale_mue,
)

OVERLAP_ALLOWANCE = Decimal("1.25")
SEPARATE_SERVICE = {"59", "XE", "XP", "XS", "XU"}


def uos010_units_missing(line: Line) -> bool:
    """units absent, or <= 0."""
    return line.units_absent or line.units <= 0


def uos020_units_not_whole(line: Line) -> bool:
    """unit_basis sq_cm and units not a whole number; UOS025 is the same for the other payers."""
    return line.basis == "sq_cm" and line.units % 1 != 0


def uos030_units_exceed_mue_line(line: Line) -> bool:
    """mue_basis line and units > mue_units."""
    basis, limit = mue(line)
    return basis == "line" and line.units > limit


def uos040_units_exceed_mue_day(line: Line) -> bool:
    """mue_basis day and billed_units_day > mue_units."""
    basis, limit = mue(line)
    return basis == "day" and billed_units_day(line) > limit


def is_applied_product(line: Line) -> bool:
    """UOS050 and UOS060, "the same kind of line": a skin_substitute line without JW."""
    return line.skin_substitute and not bears_any(line, {"JW"})


def uos050_product_exceeds_area(line: Line) -> bool:
    """Such a line, area_upper_day > 0, applied_sq_cm_day > area_upper_day x overlap_allowance.

    "and not an institutional claim before 2026-01-01".
    """
    if line.claim_type == "institutional" and line.start < date(2026, 1, 1):
        return False
    _, upper = area_day(line)
    return is_applied_product(line) and upper > 0 and applied_sq_cm_day(line) > upper * OVERLAP_ALLOWANCE


def uos060_product_below_area(line: Line) -> bool:
    """Such a line, area_lower_day > 0, applied_sq_cm_day <= it, every graft product of the date a skin_substitute."""
    lower, _ = area_day(line)
    if not is_applied_product(line) or lower <= 0 or applied_sq_cm_day(line) > lower:
        return False
    return all(other.skin_substitute for other in of_the_date(line) if other.graft)


def uos070_application_codes_conflict(line: Line) -> bool:
    """An under-100 application code, without 59 XE XP XS XU, beside a 100-and-over one.

    "of the same family, site group, date and rendering provider: the under-100 lines".
    """
    if application_size(line.code) != "under_100" or bears_any(line, SEPARATE_SERVICE):
        return False

    def scheme(one: Line) -> tuple[str, str, str]:
        return application_family(one.code), application_sites(one.code), one.provider

    return any(
        application_size(other.code) == "from_100" and scheme(other) == scheme(line) for other in of_the_date(line)
    )


def uos080_unit_of_measure(line: Line) -> bool:
    """unit_basis sq_cm and unit_of_measure not UN."""
    return line.basis == "sq_cm" and line.unit_of_measure != "UN"


def uos090_dme_item_on_other_claim(line: Line) -> bool:
    """claim_type not dme, MUE of its type 0, DME MUE above 0 (both tables speak for the date)."""
    return line.claim_type != "dme" and dme_item(line) == "yes"


def uos910_units_not_checked(line: Line) -> bool:
    """MUE tables of the claim type are loaded but none speaks for the date; units exceed the stale value."""
    return stale_mue(line) == "exceeds"


def dup010_duplicate_line(line: Line) -> bool:
    """duplicate_of > 0."""
    return duplicate_of(line) > 0
