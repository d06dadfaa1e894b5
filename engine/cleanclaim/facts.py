"""LineFact: all that an edit may look at, about one line; ClaimFact: about a whole claim.

Flat and total: every fact always has a value. `none`, `unknown`, 0, 0001-01-01 and 9999-12-31 are the fillers. The
names and words are a public interface: payers write conditions over them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Annotated, Any, Literal, get_args, get_origin

from cleanclaim.claims import ClaimType, PayerType
from cleanclaim.values import Model

FactValue = str | int | Decimal | date | tuple[str, ...]
Facts = dict[str, FactValue]
"""Facts by name: words as str, counts as int, quantities as Decimal, days as date; `modifiers` is a tuple."""

FROM_RECORD = "record"
"""Marks a fact that is unknown without a code record in force."""
FROM_RECORDS_BESIDE = "records beside"
"""Marks a fact that rests on the code records of the claim's other lines."""
FROM_OTHER_LINES = "other lines"
"""Marks a fact that looks at the claim's other lines."""
FROM_PAYABILITY = "payability"
"""Marks a fact that depends on what the first stratum of edits makes of the claim's lines."""

YesNo = Literal["yes", "no"]
YesNoUnknown = Literal["yes", "no", "unknown"]
CodeSystem = Literal["hcpcs_level_ii", "cpt", "cdt", "hipps", "other", "none", "malformed"]
RecordStatus = Literal["out_of_scope", "in_force", "later_snapshot", "not_in_release", "not_loaded", "no_release"]
UnitBasis = Literal["sq_cm", "cubic_cm", "other", "unknown"]
AddOnStatus = Literal["add_on", "not_add_on", "unknown"]
AddOnTable = Literal["speaks_lists", "speaks_silent", "stale_lists", "stale_silent", "none"]
ApplicationFamily = Literal["CPT", "C_code", "none"]
ApplicationSites = Literal["trunk_arms_legs", "face_hands_feet", "none"]
ApplicationSize = Literal["under_100", "from_100", "none"]
ApplicationStep = Literal["first", "additional", "none"]
MueBasis = Literal["line", "day", "none"]
StaleMue = Literal["exceeds", "within", "none"]
Presence = Literal["present", "absent"]
PrimaryProcedure = Literal[
    "present", "to_be_corrected", "contractor_defined", "not_payable", "other_provider", "adjacent_date",
    "other_date", "absent", "not_required",
]  # fmt: skip

_Record = FROM_RECORD


class ClaimFact(Model):
    """What an edit of level `claim` may look at."""

    claim_type: ClaimType
    payer_type: PayerType
    bill_type: str
    """The first two characters of the type of bill, else none."""
    billing_taxonomy: str
    billing_provider: str


class LineFact(ClaimFact):
    """What an edit of level `line` may look at: the line as billed, its code record, the claim's other lines."""

    line_number: int
    procedure_code: str
    code_qualifier: str
    revenue_code: str
    modifiers: tuple[str, ...]
    """Tested with has_modifier('GY'). On ambulance lines (A0021-A0999) without the first, origin and destination."""
    units: Decimal
    """0 when none were billed."""
    units_stated: YesNo
    """Whether units were billed."""
    unit_of_measure: str
    date_of_service: date
    date_of_service_end: date
    place_of_service: str
    rendering_provider: str
    charge: Decimal
    """0 when none was billed."""
    ndc: str
    described: YesNo
    """Whether the line has a description; its text is never a fact."""

    code_system: CodeSystem
    record_status: RecordStatus
    """Whether the code's record is in force on the date of service, and if not, why."""
    code_set_release: str
    """The release whose record was consulted."""
    release_lag_quarters: int
    """Whole quarters from the release in force for the code to the quarter of the date of service."""
    code_added_date: date
    """0001-01-01 when the record tells none."""
    termination_date: date
    """The last valid day; 9999-12-31 when the record tells none."""
    coverage_code: Annotated[Literal["C", "D", "I", "M", "S", "none", "unknown"], _Record]
    pricing_indicator: Annotated[str, _Record]
    """The record's first."""
    asc_payment_group: Annotated[Literal["YY", "none", "unknown"], _Record]
    asc_effective_date: Annotated[date, _Record]
    """0001-01-01 when the record tells none."""
    statute: Annotated[str, _Record]
    cross_references: Annotated[str, _Record]
    manual_references: Annotated[str, _Record]
    """Sections of the Coverage Issues Manual and of the Medicare Carriers Manual, for messages."""
    coverage_issues_references: Annotated[str, _Record]
    """Sections of the Coverage Issues Manual alone."""
    changed_in_span: Annotated[Literal["add_on", "unit_basis", "coverage", "none"], _Record]
    """The first that differs between the records in force on the line's first and last day."""
    successors: str
    """Codes to be billed instead: of the record's cross-references and of the parameter successor_codes, as of
    the line's last day; for messages."""
    unit_basis: Annotated[UnitBasis, _Record]
    graft_product: Annotated[YesNo, _Record]
    skin_substitute: Annotated[YesNo, _Record]
    add_on_status: Annotated[AddOnStatus, _Record]
    add_on_table: AddOnTable
    """Whether an add-on code table that speaks for the day lists the code, else whether another does."""
    primary_codes: Annotated[str, _Record]
    """The codes that would do as primary procedure; for messages."""
    asc_listed: YesNoUnknown
    """Whether Addendum AA or BB of the ASC payment rates that speaks for the day lists the code."""
    asc_biller: YesNoUnknown
    """Whether the biller is an ambulatory surgical center."""

    application_family: ApplicationFamily
    """Of a code that applies a skin substitute: 15271-15278 (CPT) or C5271-C5278 (C_code)."""
    application_sites: ApplicationSites
    application_size: ApplicationSize
    """Whether for wounds under 100 square centimeters, or from there on."""
    application_step: ApplicationStep
    """Whether for the first area of its size or for each additional one."""
    mue_units: Decimal
    """The most units by the MUE table of the claim's type that speaks for the day; 0 without one."""
    mue_basis: MueBasis
    """What they are compared with: the line, or the day's sum; none where no limit applies. Medicare alone."""
    dme_item: YesNo
    """Whether the limit is 0 because the item belongs on a claim for durable medical equipment."""
    unknown_modifier: str
    """The first modifier that the complete release in force lacks, else none."""
    ended_modifier: str
    """The first modifier whose record in force excludes the date of service, else none."""
    billed_units_day: Annotated[Decimal, FROM_OTHER_LINES]
    """Units of the claim's one-day lines with the same code, date of service and rendering provider."""
    applied_sq_cm_day: Annotated[Decimal, FROM_RECORDS_BESIDE, FROM_OTHER_LINES]
    """Units of the claim's one-day lines of skin substitutes on the date, without discarded ones (JW)."""
    graft_product_day: Annotated[Presence, FROM_RECORDS_BESIDE, FROM_OTHER_LINES]
    """Whether a line of the date is a graft product."""
    application_procedure: Annotated[Presence, FROM_OTHER_LINES]
    """Whether a line of the date bears a code that applies a skin substitute."""
    area_lower_day: Annotated[Decimal, FROM_OTHER_LINES]
    """More square centimeters than these are implied by the date's application codes; 0 where nothing is."""
    area_upper_day: Annotated[Decimal, FROM_OTHER_LINES]
    """At most so many square centimeters are implied; 0 where nothing is."""
    stale_mue: Annotated[StaleMue, FROM_OTHER_LINES]
    """What an MUE table that does not speak for the day would say, where none does."""
    stale_mue_units: Decimal
    """The most units by that table, and 0 where there is none; for messages."""
    stale_mue_quarter: str
    """The quarter of that table; for messages."""
    duplicate_of: Annotated[int, FROM_OTHER_LINES]
    """The lowest earlier line that this one repeats, 0 when it repeats none."""

    primary_procedure: Annotated[PrimaryProcedure, _Record, FROM_OTHER_LINES, FROM_PAYABILITY]
    """What the claim's other lines offer an add-on code as its primary procedure."""
    primary_line: Annotated[int, _Record, FROM_OTHER_LINES, FROM_PAYABILITY]
    """The line that decided, 0 when none did."""


@dataclass(frozen=True, slots=True)
class FactKind:
    """What a condition may do with a fact."""

    type: Literal["word", "quantity", "count", "date", "modifiers"]
    words: tuple[str, ...] | None = None
    """The closed list of values, None when any word can stand there."""
    sources: frozenset[str] = frozenset()
    """FROM_RECORD, FROM_RECORDS_BESIDE, FROM_OTHER_LINES, FROM_PAYABILITY, as far as they apply."""


_TYPES: Mapping[Any, Literal["word", "quantity", "count", "date", "modifiers"]] = {
    str: "word", Decimal: "quantity", int: "count", date: "date", tuple[str, ...]: "modifiers",
}  # fmt: skip


def _kinds(model: type[ClaimFact]) -> Mapping[str, FactKind]:
    kinds = {}
    for name, field in model.model_fields.items():
        words = get_args(field.annotation) if get_origin(field.annotation) is Literal else None
        sources = frozenset(mark for mark in field.metadata if isinstance(mark, str))
        kinds[name] = FactKind("word" if words else _TYPES[field.annotation], words, sources)
    return MappingProxyType(kinds)


CLAIM_FACTS = _kinds(ClaimFact)
LINE_FACTS = _kinds(LineFact)
