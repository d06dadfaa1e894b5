"""Section 4 of the catalogue, read plainly: the COD edits, one function for each, in the order of the table."""

from . import library as code_sets
from .claim_lines import Line


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
