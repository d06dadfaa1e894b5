"""Sections 3 and 6 of the catalogue, read plainly: what the lines of a day say together, and units beside MUE."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from . import library as code_sets
from .claim_lines import Line, bears_any
from .tables import mue_row, stale_mue_row

NOT_A_DUPLICATE = {"59", "76", "77", "91", "XE", "XP", "XS", "XU"}
MUE_PARTS = {"professional": "practitioner", "institutional": "outpatient", "dme": "dme"}
MUE_BILL_TYPES = {"12", "13", "14", "85"}
NOTHING = Decimal(0)


def summed(lines: Iterable[Line]) -> Decimal:
    """Section 3: "in every sum, absent or negative units count as 0"."""
    return sum((max(line.units, NOTHING) for line in lines), NOTHING)


def of_the_date(line: Line) -> list[Line]:
    """The claim's lines with the same date of service, the line itself among them."""
    return [other for other in line.claim if other.start == line.start]


def alike(line: Line) -> list[Line]:
    """The lines "with the same code, date of service and rendering provider", the line itself among them.

    "an absent provider equals only an absent one".
    """
    return [other for other in of_the_date(line) if (other.code, other.provider) == (line.code, line.provider)]


def alike_but_it(line: Line) -> list[Line]:
    """The other lines of the same code, date and rendering provider."""
    return [other for other in alike(line) if other is not line]


def billed_units_day(line: Line) -> Decimal:
    """Section 3: over the claim's one-day lines of the same code, date of service and rendering provider."""
    return summed(other for other in alike(line) if other.is_one_day)


def applied_sq_cm_day(line: Line) -> Decimal:
    """Section 3: over the claim's one-day skin_substitute lines of the date without modifier JW."""
    return summed(
        other
        for other in of_the_date(line)
        if other.is_one_day and other.skin_substitute and not bears_any(other, {"JW"})
    )


def graft_product_day(line: Line) -> str:
    """Section 3: `present` "when a line of the date is a graft product", else `absent`."""
    return "present" if any(other.graft for other in of_the_date(line)) else "absent"


def application_procedure(line: Line) -> str:
    """Section 3: `present` when a line of the date bears an application code, else `absent`."""
    return "present" if any(is_application(other.code) for other in of_the_date(line)) else "absent"


# Section 6


def is_application(code: str) -> bool:
    """The eight codes of either family: 15271-15278, C5271-C5278."""
    return re.fullmatch("(1|C)527[1-8]", code) is not None


def application_family(code: str) -> str:
    """15271-15278 or C5271-C5278."""
    return code[:4] if is_application(code) else "none"


def application_sites(code: str) -> str:
    """The site group: 1-4 trunk, arms, legs; 5-8 face, hands, feet and so on."""
    if not is_application(code):
        return "none"
    return "trunk" if code[4] in "1234" else "face"


def application_size(code: str) -> str:
    """Under 100: codes ending 1, 2 and 5, 6; 100 and over: 3, 4 and 7, 8."""
    if not is_application(code):
        return "none"
    return "under_100" if code[4] in "1256" else "from_100"


def application_step(code: str) -> str:
    """The first code of a scheme, or its additional code."""
    if not is_application(code):
        return "none"
    return "first" if code[4] in "1357" else "additional"


def area_day(line: Line) -> tuple[Decimal, Decimal]:
    """Lower and upper bound of the area that the lines of the date imply; "Schemes add up"."""
    schemes: dict[tuple[str, str, str, str], list[Line]] = {}
    for other in of_the_date(line):
        if is_application(other.code):
            code = other.code
            key = (application_family(code), application_sites(code), application_size(code), other.provider)
            schemes.setdefault(key, []).append(other)
    lower, upper = NOTHING, NOTHING
    for (_, _, size, _), members in schemes.items():
        first = [other for other in members if application_step(other.code) == "first"]
        if not first:
            continue  # "An additional code without its first implies nothing."
        u = summed(first)
        a = summed(other for other in members if application_step(other.code) == "additional")
        if size == "under_100":
            lower += 25 * a
            upper += min(25 * u + 25 * a, Decimal(100))
        else:
            lower += 100 * a
            upper += 100 * u + 100 * a
    return lower, upper


# Modifiers and duplicates


def letter_modifiers(line: Line) -> list[str]:
    """The modifiers "that begin with a letter"; none on a line without a procedure code."""
    return [modifier for modifier in line.modifiers if modifier[:1].isalpha()] if line.code else []


def unknown_modifier(line: Line) -> str:
    """Section 3: the first "that the complete release in force lacks", whatever its lag.

    Where a later release holds it, its dates are known (section 2): within them it is not unknown.
    """
    for modifier in letter_modifiers(line):
        release = code_sets.release_in_force(modifier, line.start, line.modifier_library)
        later = code_sets.later_records(modifier, line.start, line.modifier_library)
        added, last = code_sets.known_dates(modifier, "hcpcs_level_ii", line.start, line.modifier_library)
        known = bool(later) and added <= line.start <= last
        lacks = release is not None and release["scope"] == "complete" and modifier not in release["records"]
        if lacks and not known:
            return modifier
    return "none"


def ended_modifier(line: Line) -> str:
    """Section 3: the first "whose record in the release in force excludes the date of service".

    "Modifiers follow the same rules": where that record has no termination date, a later release may give it.
    """
    for modifier in letter_modifiers(line):
        in_force = code_sets.record_in_force(modifier, "hcpcs_level_ii", line.start, line.modifier_library)
        added, last = code_sets.known_dates(modifier, "hcpcs_level_ii", line.start, line.modifier_library)
        if in_force is not None and not added <= line.start <= last:
            return modifier
    return "none"


def duplicate_of(line: Line) -> int:
    """Section 3, duplicate_of; modifiers are compared as billed, none on a line of a revenue code alone."""
    if line.claim_type not in ("professional", "dme") or line.system == "none" or bears_any(line, NOT_A_DUPLICATE):
        return 0

    def compared(one: Line) -> tuple[Any, ...]:
        units = None if one.units_absent else one.units
        modifiers = frozenset(one.modifiers_as_billed)
        return one.code, one.start, one.end, modifiers, one.provider, units, one.charge, one.ndc, one.description

    earlier = [other.number for other in line.claim if other.number < line.number and compared(other) == compared(line)]
    return min(earlier, default=0)


# MUE


def is_outside_mue(line: Line) -> bool:
    """Section 3, mue_basis: "medicare only", and the exclusions that no table is needed for."""
    if line.payer_type != "medicare" or not line.is_one_day or bears_any(line, {"GX", "GY", "GZ"}):
        return True
    return line.claim_type == "institutional" and line.bill_type not in MUE_BILL_TYPES


def is_left_to_dme(line: Line, row: dict[str, Any] | None) -> bool:
    """Section 3: "the value is 0 and a DME table that speaks for the date has more"."""
    dme = mue_row(line.tables, "dme", line.code_in_tables, line.start)
    return row is not None and Decimal(row["units"]) == 0 and dme is not None and Decimal(dme["units"]) > 0


def mue(line: Line) -> tuple[str, Decimal]:
    """mue_basis and mue_units: the row of the claim type's table that speaks for the date."""
    row = mue_row(line.tables, MUE_PARTS[line.claim_type], line.code_in_tables, line.start)
    if row is None or is_outside_mue(line) or is_left_to_dme(line, row):
        return "none", NOTHING
    return ("line" if row["indicator"] == 1 else "day"), Decimal(row["units"])


def dme_item(line: Line) -> str:
    """Section 3, dme_item: whatever the line's span, modifiers and type of bill are."""
    row = mue_row(line.tables, MUE_PARTS[line.claim_type], line.code_in_tables, line.start)
    return "yes" if line.payer_type == "medicare" and is_left_to_dme(line, row) else "no"


def stale_mue(line: Line) -> str:
    """Section 3, stale_mue, compared as the row's indicator says: a line's units, or those of the day."""
    row = stale_mue_row(line.tables, MUE_PARTS[line.claim_type], line.code_in_tables, line.start)
    if row is None or is_outside_mue(line) or is_left_to_dme(line, row):
        return "none"
    units = line.units if row["indicator"] == 1 else billed_units_day(line)
    return "exceeds" if units > Decimal(row["units"]) else "within"
