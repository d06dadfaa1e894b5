"""Section 4 of the catalogue, read plainly: the COV and SET edits, one function for each, in the table's order."""

from datetime import date

from .claim_lines import Line, asc_biller, bears_any, of_record
from .library import FAR_PAST, day_of

COVERAGE_CODE_EXCEPTIONS = {"G0235"}
LIABILITY_MODIFIERS = {"GA", "GX", "GY", "GZ"}
NOT_WITH_GX = {"EY", "GA", "GL", "GZ", "KB", "QL", "TQ"}


def cov010_not_payable_by_medicare(line: Line) -> bool:
    """coverage I, none of GA GX GY GZ."""
    return of_record(line, "coverage_code") == "I" and not bears_any(line, LIABILITY_MODIFIERS)


def cov020_non_covered_by_policy(line: Line) -> bool:
    """coverage M, none of them, not in the dated parameter coverage_code_exceptions (G0235)."""
    if line.code in COVERAGE_CODE_EXCEPTIONS:
        return False
    return of_record(line, "coverage_code") == "M" and not bears_any(line, LIABILITY_MODIFIERS)


def cov030_excluded_by_statute(line: Line) -> bool:
    """coverage S, none of them."""
    return of_record(line, "coverage_code") == "S" and not bears_any(line, LIABILITY_MODIFIERS)


def cov040_billed_as_non_covered(line: Line) -> bool:
    """coverage I, M or S with GY; or GX on an institutional claim."""
    if of_record(line, "coverage_code") in ("I", "M", "S") and bears_any(line, {"GY"}):
        return True
    return line.claim_type == "institutional" and bears_any(line, {"GX"})


def cov050_wrong_liability_modifier(line: Line) -> bool:
    """coverage S with GA or GZ."""
    return of_record(line, "coverage_code") == "S" and bears_any(line, {"GA", "GZ"})


def cov060_conflicting_liability_modifiers(line: Line) -> bool:
    """GA with GZ; GY with GZ; from 2010-04-01 GX with EY, GA, GL, GZ, KB, QL or TQ."""
    if {"GA", "GZ"} <= set(line.modifiers) or {"GY", "GZ"} <= set(line.modifiers):
        return True
    return line.start >= date(2010, 4, 1) and bears_any(line, {"GX"}) and bears_any(line, NOT_WITH_GX)


def cov070_special_coverage_instructions(line: Line) -> bool:
    """coverage D."""
    return of_record(line, "coverage_code") == "D"


def cov080_carrier_judgment(line: Line) -> bool:
    """coverage C."""
    return of_record(line, "coverage_code") == "C"


def cov090_non_covered_modifier_on_payable_code(line: Line) -> bool:
    """coverage C or D with GY."""
    return of_record(line, "coverage_code") in ("C", "D") and bears_any(line, {"GY"})


def set010_not_on_asc_list(line: Line) -> bool:
    """place_of_service 24, asc_biller yes, asc_listed no."""
    return line.place == "24" and asc_biller(line) == "yes" and line.asc_listed == "no"


def set015_asc_group_blank(line: Line) -> bool:
    """place_of_service 24, asc_biller not no, asc_listed unknown, record in force with asc_payment_group none."""
    if line.place != "24" or asc_biller(line) == "no" or line.asc_listed != "unknown":
        return False
    return of_record(line, "asc_payment_group") == "none"


def set020_not_yet_asc_approved(line: Line) -> bool:
    """place_of_service 24, asc_biller not no, group YY, date_of_service < asc_effective_date."""
    if line.place != "24" or asc_biller(line) == "no" or line.record is None:
        return False
    starts = day_of(line.record["asc_effective_date"], FAR_PAST)
    return of_record(line, "asc_payment_group") == "YY" and line.start < starts


def set040_product_in_facility(line: Line) -> bool:
    """professional, asc_biller no, place_of_service 19, 21, 22 or 23, graft_product yes."""
    if line.claim_type != "professional" or asc_biller(line) != "no":
        return False
    return line.place in ("19", "21", "22", "23") and line.graft
