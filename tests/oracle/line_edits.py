"""Section 4 of the catalogue, read plainly: the edits that look at one line before any other is asked."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from . import library as code_sets
from .claim_lines import Line, asc_biller, asc_group, bears_any, coverage

COVERAGE_CODE_EXCEPTIONS = {"G0235"}
LIABILITY_MODIFIERS = {"GA", "GX", "GY", "GZ"}
NOT_WITH_GX = {"EY", "GA", "GL", "GZ", "KB", "QL", "TQ"}
SUPERSEDING = {"COD005", "COD010", "COD020", "COD030"}

# One function for each edit, in the order of the table.


def cod005_malformed_code(line: Line) -> bool:
    """code_system malformed, or no code and no revenue code."""
    return line.system == "malformed" or (line.code == "" and line.revenue_code == "")


def cod010_unknown_code(line: Line) -> bool:
    """record_status not_in_release and release_lag_quarters = 0."""
    return line.status == "not_in_release" and line.lag == 0


def cod020_not_yet_effective(line: Line) -> bool:
    """in_force or later_snapshot, date_of_service < code_added_date."""
    return line.status in ("in_force", "later_snapshot") and line.start < line.added


def cod030_terminated(line: Line) -> bool:
    """in_force or later_snapshot, a date > termination_date; the end date not on dme claims."""
    if line.status not in ("in_force", "later_snapshot"):
        return False
    if line.start > line.last_valid_day:
        return True
    return line.claim_type != "dme" and line.end > line.last_valid_day


def cod040_dates_reversed(line: Line) -> bool:
    """date_of_service_end < date_of_service."""
    return line.end < line.start


def cod050_code_changes_in_span(line: Line) -> bool:
    """in_force on both dates, whose records differ in add-on wording, unit basis or coverage."""
    before, after = line.record, line.record_on_end
    if before is None or after is None:
        return False
    if code_sets.says_add_on(before) != code_sets.says_add_on(after):
        return True
    if code_sets.unit_basis(before) != code_sets.unit_basis(after):
        return True
    return bool(before["coverage_code"].strip() != after["coverage_code"].strip())


def cod900_no_record_in_force(line: Line) -> bool:
    """no_release, later_snapshot, not_loaded."""
    return line.status in ("no_release", "later_snapshot", "not_loaded")


def cod910_stale_release(line: Line) -> bool:
    """in_force or not_in_release, and release_lag_quarters >= 1."""
    return line.status in ("in_force", "not_in_release") and line.lag >= 1


def uos010_units_missing(line: Line) -> bool:
    """units absent, or <= 0."""
    return line.units_absent or line.units <= 0


def uos020_units_not_whole(line: Line) -> bool:
    """unit_basis sq_cm and units not a whole number; UOS025 is the same for the other payers."""
    return line.basis == "sq_cm" and line.units % 1 != 0


def uos080_unit_of_measure(line: Line) -> bool:
    """unit_basis sq_cm and unit_of_measure not UN."""
    return line.basis == "sq_cm" and line.unit_of_measure != "UN"


def cov010_not_payable_by_medicare(line: Line) -> bool:
    """coverage I, none of GA GX GY GZ."""
    return coverage(line) == "I" and not bears_any(line, LIABILITY_MODIFIERS)


def cov020_non_covered_by_policy(line: Line) -> bool:
    """coverage M, none of them, not in the dated parameter coverage_code_exceptions (G0235)."""
    if line.code in COVERAGE_CODE_EXCEPTIONS:
        return False
    return coverage(line) == "M" and not bears_any(line, LIABILITY_MODIFIERS)


def cov030_excluded_by_statute(line: Line) -> bool:
    """coverage S, none of them."""
    return coverage(line) == "S" and not bears_any(line, LIABILITY_MODIFIERS)


def cov040_billed_as_non_covered(line: Line) -> bool:
    """coverage I, M or S with GY; or GX on an institutional claim."""
    if coverage(line) in ("I", "M", "S") and bears_any(line, {"GY"}):
        return True
    return line.claim_type == "institutional" and bears_any(line, {"GX"})


def cov050_wrong_liability_modifier(line: Line) -> bool:
    """coverage S with GA or GZ."""
    return coverage(line) == "S" and bears_any(line, {"GA", "GZ"})


def cov060_conflicting_liability_modifiers(line: Line) -> bool:
    """GA with GZ; GY with GZ; from 2010-04-01 GX with EY, GA, GL, GZ, KB, QL or TQ."""
    if {"GA", "GZ"} <= line.tested_modifiers or {"GY", "GZ"} <= line.tested_modifiers:
        return True
    return line.start >= date(2010, 4, 1) and bears_any(line, {"GX"}) and bears_any(line, NOT_WITH_GX)


def cov070_special_coverage_instructions(line: Line) -> bool:
    """coverage D."""
    return coverage(line) == "D"


def cov080_carrier_judgment(line: Line) -> bool:
    """coverage C."""
    return coverage(line) == "C"


def cov090_non_covered_modifier_on_payable_code(line: Line) -> bool:
    """coverage C or D with GY."""
    return coverage(line) in ("C", "D") and bears_any(line, {"GY"})


def set015_asc_group_blank(line: Line) -> bool:
    """place_of_service 24, asc_biller not no, asc_listed unknown (no table), asc_payment_group none."""
    return line.place == "24" and asc_biller(line) != "no" and asc_group(line) == "none"


def set020_not_yet_asc_approved(line: Line) -> bool:
    """place_of_service 24, asc_biller not no, group YY, date_of_service < asc_effective_date."""
    if line.record is None or asc_group(line) != "YY" or line.place != "24" or asc_biller(line) == "no":
        return False
    return line.start < code_sets.day_of(line.record["asc_effective_date"], code_sets.FAR_PAST)


@dataclass(frozen=True)
class Edit:
    """A row of the table of section 4. Its payers: "any", "M" (medicare only) or "not M"."""

    edit_id: str
    payers: str
    first_date: date
    disposition: str
    fires: Callable[[Line], bool]


ALWAYS = date.min
ASC_SINCE = date(2008, 1, 1)
ADD_ON_SINCE = date(2013, 4, 1)
LINE_EDITS = (
    Edit("COD005", "any", ALWAYS, "return_to_provider", cod005_malformed_code),
    Edit("COD010", "any", ALWAYS, "return_to_provider", cod010_unknown_code),
    Edit("COD020", "any", ALWAYS, "return_to_provider", cod020_not_yet_effective),
    Edit("COD030", "any", ALWAYS, "return_to_provider", cod030_terminated),
    Edit("COD040", "any", ALWAYS, "return_to_provider", cod040_dates_reversed),
    Edit("COD050", "any", ALWAYS, "advisory", cod050_code_changes_in_span),
    Edit("COD900", "any", ALWAYS, "not_checked", cod900_no_record_in_force),
    Edit("COD910", "any", ALWAYS, "not_checked", cod910_stale_release),
    Edit("UOS010", "any", ALWAYS, "return_to_provider", uos010_units_missing),
    Edit("UOS020", "M", ALWAYS, "return_to_provider", uos020_units_not_whole),
    Edit("UOS025", "not M", ALWAYS, "advisory", uos020_units_not_whole),
    Edit("UOS080", "M", ALWAYS, "return_to_provider", uos080_unit_of_measure),
    Edit("COV010", "M", ALWAYS, "line_item_denial", cov010_not_payable_by_medicare),
    Edit("COV020", "M", ALWAYS, "line_item_denial", cov020_non_covered_by_policy),
    Edit("COV030", "M", ALWAYS, "line_item_denial", cov030_excluded_by_statute),
    Edit("COV040", "M", ALWAYS, "advisory", cov040_billed_as_non_covered),
    Edit("COV050", "M", ALWAYS, "advisory", cov050_wrong_liability_modifier),
    Edit("COV060", "M", ALWAYS, "return_to_provider", cov060_conflicting_liability_modifiers),
    Edit("COV070", "M", ALWAYS, "information", cov070_special_coverage_instructions),
    Edit("COV080", "M", ALWAYS, "information", cov080_carrier_judgment),
    Edit("COV090", "M", ALWAYS, "advisory", cov090_non_covered_modifier_on_payable_code),
    Edit("SET015", "M", ASC_SINCE, "advisory", set015_asc_group_blank),
    Edit("SET020", "M", ASC_SINCE, "advisory", set020_not_yet_asc_approved),
)
# The second stratum, by the word of primary_procedure.
ADD_ON_EDITS = {
    "absent": ("AOC010", "line_item_denial"),
    "not_payable": ("AOC020", "line_item_denial"),
    "other_date": ("AOC030", "line_item_denial"),
    "adjacent_date": ("AOC035", "suspension"),
    "other_provider": ("AOC040", "suspension"),
    "contractor_defined": ("AOC050", "advisory"),
    "to_be_corrected": ("AOC055", "advisory"),
}


def first_stratum(line: Line) -> dict[str, str]:
    """Section 4: the edits of one line that do not read primary_procedure, with their dispositions."""
    fired = {}
    for edit in LINE_EDITS:
        if line.system == "none" and edit.edit_id not in ("COD040", "UOS010"):
            continue
        if edit.payers == "M" and line.payer_type != "medicare":
            continue
        if edit.payers == "not M" and line.payer_type == "medicare":
            continue
        if line.start >= edit.first_date and edit.fires(line):
            fired[edit.edit_id] = edit.disposition
    if is_superseding(fired):
        return {name: word for name, word in fired.items() if name.startswith("COD") or name == "UOS010"}
    return fired


def is_superseding(fired: dict[str, str]) -> bool:
    """Section 4: whether COD005, COD010, COD020 or COD030 fires on the line."""
    return any(edit_id in SUPERSEDING for edit_id in fired)
