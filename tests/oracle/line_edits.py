"""Section 4 of the catalogue, read plainly: the table of edits, and which of them fire on a line by itself."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date

from . import code_edits as cod
from . import coverage_edits as cov
from . import procedure_edits as par
from . import unit_edits as uos
from .claim_lines import Line

SUPERSEDING = {"COD005", "COD010", "COD020", "COD030"}
SUPERSEDED_FAMILIES = {"AOC", "PAR", "COV", "SET", "MOD"}


@dataclass(frozen=True)
class Edit:
    """A row of the table of section 4. Its payers: "any", "M" (medicare only) or "not M"; both dates inclusive."""

    edit_id: str
    payers: str
    first_date: str
    last_date: str
    disposition: str
    fires: Callable[[Line], bool]


FIRST, LAST = "0001-01-01", "9999-12-31"
RETURN, DENIAL, STALE = "return_to_provider", "line_item_denial", "not_checked"
LINE_EDITS = (
    Edit("COD005", "any", FIRST, LAST, RETURN, cod.cod005_malformed_code),
    Edit("COD010", "any", FIRST, LAST, RETURN, cod.cod010_unknown_code),
    Edit("COD020", "any", FIRST, LAST, RETURN, cod.cod020_not_yet_effective),
    Edit("COD030", "any", FIRST, LAST, RETURN, cod.cod030_terminated),
    Edit("COD040", "any", FIRST, LAST, RETURN, cod.cod040_dates_reversed),
    Edit("COD050", "any", FIRST, LAST, "advisory", cod.cod050_code_changes_in_span),
    Edit("COD900", "any", FIRST, LAST, STALE, cod.cod900_no_record_in_force),
    Edit("COD910", "any", FIRST, LAST, STALE, cod.cod910_stale_release),
    Edit("AOC070", "any", FIRST, LAST, "advisory", par.aoc070_multiple_procedure_modifier),
    Edit("AOC900", "any", FIRST, LAST, STALE, par.aoc900_add_on_table_stale),
    Edit("UOS010", "any", FIRST, LAST, RETURN, uos.uos010_units_missing),
    Edit("UOS020", "M", FIRST, LAST, RETURN, uos.uos020_units_not_whole),
    Edit("UOS025", "not M", FIRST, LAST, "advisory", uos.uos020_units_not_whole),
    Edit("UOS030", "M", "2007-01-01", LAST, DENIAL, uos.uos030_units_exceed_mue_line),
    Edit("UOS040", "M", "2013-04-01", LAST, DENIAL, uos.uos040_units_exceed_mue_day),
    Edit("UOS050", "M", "2012-01-01", LAST, "suspension", uos.uos050_product_exceeds_area),
    Edit("UOS060", "M", "2012-01-01", LAST, "advisory", uos.uos060_product_below_area),
    Edit("UOS070", "any", "2012-01-01", LAST, RETURN, uos.uos070_application_codes_conflict),
    Edit("UOS080", "M", FIRST, LAST, RETURN, uos.uos080_unit_of_measure),
    Edit("UOS090", "M", FIRST, LAST, "advisory", uos.uos090_dme_item_on_other_claim),
    Edit("UOS910", "M", FIRST, LAST, STALE, uos.uos910_units_not_checked),
    Edit("PAR010", "M", "2014-01-01", "2025-12-31", RETURN, par.par010_application_without_product),
    Edit("PAR020", "M", "2026-01-01", LAST, "advisory", par.par020_application_without_product_2026),
    Edit("PAR040", "M", FIRST, LAST, "advisory", par.par040_application_with_non_graft),
    Edit("PAR050", "M", FIRST, LAST, DENIAL, par.par050_dressing_with_application),
    Edit("PAR060", "M", FIRST, LAST, RETURN, par.par060_unlisted_product_undescribed),
    Edit("COV010", "M", FIRST, LAST, DENIAL, cov.cov010_not_payable_by_medicare),
    Edit("COV020", "M", FIRST, LAST, DENIAL, cov.cov020_non_covered_by_policy),
    Edit("COV030", "M", FIRST, LAST, DENIAL, cov.cov030_excluded_by_statute),
    Edit("COV040", "M", FIRST, LAST, "advisory", cov.cov040_billed_as_non_covered),
    Edit("COV050", "M", FIRST, LAST, "advisory", cov.cov050_wrong_liability_modifier),
    Edit("COV060", "M", FIRST, LAST, RETURN, cov.cov060_conflicting_liability_modifiers),
    Edit("COV070", "M", FIRST, LAST, "information", cov.cov070_special_coverage_instructions),
    Edit("COV080", "M", FIRST, LAST, "information", cov.cov080_carrier_judgment),
    Edit("COV090", "M", FIRST, LAST, "advisory", cov.cov090_non_covered_modifier_on_payable_code),
    Edit("SET010", "M", "2008-01-01", LAST, DENIAL, cov.set010_not_on_asc_list),
    Edit("SET015", "M", "2008-01-01", LAST, "advisory", cov.set015_asc_group_blank),
    Edit("SET020", "M", "2008-01-01", LAST, "advisory", cov.set020_not_yet_asc_approved),
    Edit("SET040", "M", "2026-01-01", LAST, "advisory", cov.set040_product_in_facility),
    Edit("MOD010", "M", "2026-01-01", LAST, RETURN, par.mod010_discard_modifier_on_supply),
    Edit("MOD020", "M", "2023-07-01", "2025-12-31", "advisory", par.mod020_discard_modifier_missing),
    Edit("MOD030", "any", "2023-01-01", LAST, RETURN, par.mod030_discard_modifiers_together),
    Edit("MOD040", "any", FIRST, LAST, RETURN, par.mod040_unknown_modifier),
    Edit("MOD050", "any", FIRST, LAST, RETURN, par.mod050_ended_modifier),
    Edit("MOD060", "M", "2017-01-01", "2025-12-31", RETURN, par.mod060_discarded_without_administered),
    Edit("DUP010", "any", FIRST, LAST, "suspension", uos.dup010_duplicate_line),
)
# The second stratum, by the word of primary_procedure.
ADD_ON_SINCE = "2013-04-01"
ADD_ON_EDITS = {
    "absent": ("AOC010", "line_item_denial"),
    "not_payable": ("AOC020", "line_item_denial"),
    "other_date": ("AOC030", "line_item_denial"),
    "adjacent_date": ("AOC035", "suspension"),
    "other_provider": ("AOC040", "suspension"),
    "contractor_defined": ("AOC050", "advisory"),
    "to_be_corrected": ("AOC055", "advisory"),
}
EVERY_EDIT = frozenset(
    {"COD920", *(edit.edit_id for edit in LINE_EDITS), *(edit_id for edit_id, _ in ADD_ON_EDITS.values())}
)


def applies(edit: Edit, line: Line) -> bool:
    """Whether the payer, the date of service and the kind of line are the edit's."""
    if line.system == "none" and edit.edit_id not in ("COD040", "UOS010"):
        return False
    if edit.payers != "any" and (edit.payers == "M") != (line.payer_type == "medicare"):
        return False
    return date.fromisoformat(edit.first_date) <= line.start <= date.fromisoformat(edit.last_date)


def first_stratum(line: Line, edits: Collection[str]) -> dict[str, str]:
    """Section 4: the edits of one line that do not read primary_procedure, with their dispositions."""
    fired = {}
    for edit in LINE_EDITS:
        if edit.edit_id in edits and applies(edit, line) and edit.fires(line):
            fired[edit.edit_id] = edit.disposition
    if is_superseding(fired):
        return {edit_id: word for edit_id, word in fired.items() if not is_superseded(edit_id)}
    return fired


def is_superseding(fired: Collection[str]) -> bool:
    """Section 4: whether COD005, COD010, COD020 or COD030 fires on the line."""
    return any(edit_id in SUPERSEDING for edit_id in fired)


def is_superseded(edit_id: str) -> bool:
    """Section 4: "AOC, PAR, COV, SET, MOD and UOS020 and on" are."""
    return edit_id[:3] in SUPERSEDED_FAMILIES or (edit_id[:3] == "UOS" and edit_id != "UOS010")
