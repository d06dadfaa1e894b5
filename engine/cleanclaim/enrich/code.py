"""The facts that depend on a procedure code and a date alone: one function, the same for one claim and for millions."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cleanclaim.codes import CodeRecord
from cleanclaim.edits import Parameter
from cleanclaim.enrich.application import APPLICATIONS, NO_APPLICATION
from cleanclaim.enrich.tables import (
    NO_PRIMARIES,
    AddOnListing,
    Limits,
    Primaries,
    add_on_listing,
    asc_listed,
    unit_limits,
)
from cleanclaim.facts import LINE_FACTS, AddOnStatus, CodeSystem, Facts, UnitBasis
from cleanclaim.releases.library import CodeLibrary, RecordLookup
from cleanclaim.tables import MueService
from cleanclaim.values import FIRST_DAY, LAST_DAY, folded, listed

_HCPCS = re.compile(r"[A-CE-V][0-9]{4}", re.ASCII)
_CPT = re.compile(r"[0-9]{4}[0-9AFMTU]", re.ASCII)
_CDT = re.compile(r"D[0-9]{4}", re.ASCII)
_CODE_MISTYPED = re.compile(r"(?=.*[0-9])[0-9A-Z]{1,7}", re.ASCII)
_HIPPS_REVENUE = frozenset({"0022", "0023", "0024"})
_OTHER_QUALIFIERS = frozenset({"ER", "IV", "WK"})
_LISTED = ("hcpcs_level_ii", "cpt", "cdt")
"""Systems whose codes the tables list."""

_PER_AREA_OF_ANOTHER_SIZE = re.compile(r"per [0-9][0-9.,]* ?sq|per \.[0-9]+ ?sq", re.ASCII)
_PER_SQUARE_CENTIMETER = re.compile("per square cen(tim|itm)eter")
_ADD_ON = re.compile(r"list (separately )?in addition to")
_CODE_IN_TEXT = re.compile(r"(?<![a-z0-9])([a-z][0-9]{4}|[0-9]{4}[0-9a-z])(?![a-z0-9])", re.ASCII)
_COVERAGE_CODES = frozenset(LINE_FACTS["coverage_code"].words or ()) - {"none", "unknown"}
_ASC_GROUPS = frozenset(LINE_FACTS["asc_payment_group"].words or ()) - {"none", "unknown"}

GRAFT_PRODUCTS_BY_UNIT = "graft_products_by_unit"
GRAFT_PRODUCTS_BY_NAME = "graft_products"
SKIN_SUBSTITUTES = "skin_substitutes"
EXPECTED_PRIMARIES = "expected_primaries"
SUCCESSORS = "successor_codes"
AMBULANCE_SERVICES = "ambulance_services"
CODE_FACTS = (
    "code_system", "record_status", "code_set_release", "release_lag_quarters", "code_added_date", "termination_date",
    "coverage_code", "pricing_indicator", "asc_payment_group", "asc_effective_date", "statute", "cross_references",
    "manual_references", "coverage_issues_references", "successors", "unit_basis", "graft_product", "skin_substitute",
    "add_on_status", "add_on_table", "primary_codes", "asc_listed", "application_family", "application_sites",
    "application_size", "application_step",
)  # fmt: skip
"""The facts that a code and a day alone settle."""
PARAMETERS_NEEDED = (
    GRAFT_PRODUCTS_BY_UNIT, GRAFT_PRODUCTS_BY_NAME, SKIN_SUBSTITUTES, EXPECTED_PRIMARIES, SUCCESSORS,
    AMBULANCE_SERVICES,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CodeFacts:
    """What is known of a code on a day: its facts, what an add-on code needs beside it, its MUEs."""

    facts: Facts
    primaries: Primaries
    limits: Mapping[MueService, Limits]
    says_add_on: bool
    """Whether the record in force itself says that the code is an add-on."""
    is_ambulance: bool
    """Whether the first modifier beside the code is origin and destination of an ambulance."""


def code_system(code: str | None, qualifier: str, revenue_code: str | None) -> CodeSystem:
    """The system that a line's code belongs to, by its shape, its qualifier and the line's revenue code."""
    if code is None:
        return "none" if revenue_code else "malformed"
    if qualifier == "HP" or revenue_code in _HIPPS_REVENUE:
        return "hipps"
    if qualifier in _OTHER_QUALIFIERS:
        return "other"
    if _CPT.fullmatch(code):
        return "cpt"
    if _CDT.fullmatch(code):
        return "cdt"
    return "hcpcs_level_ii" if _HCPCS.fullmatch(code) else "malformed"


def code_facts(
    code: str | None, system: CodeSystem, day: date, library: CodeLibrary, parameters: Mapping[str, Parameter]
) -> CodeFacts:
    """The facts of a code on a day. The same for all days between two changes of quarter, library and parameters."""
    if system == "hcpcs_level_ii" and code is not None:
        found = library.look_up(code, day)
    else:
        found = RecordLookup("out_of_scope")
    record = found.record if found.status == "in_force" else None
    basis = unit_basis(record)
    by_unit = basis in ("sq_cm", "cubic_cm") and _covers(parameters, GRAFT_PRODUCTS_BY_UNIT, code, day)
    is_graft = by_unit or _covers(parameters, GRAFT_PRODUCTS_BY_NAME, code, day)
    is_skin_substitute = basis == "sq_cm" and _covers(parameters, SKIN_SUBSTITUTES, code, day)
    listing = add_on_listing(library, code, day) if code and system in _LISTED else AddOnListing("none")
    status = _add_on_status(record, listing)
    primaries = NO_PRIMARIES
    if status == "add_on":
        primaries = listing.primaries or _primaries(record, code, day, parameters, is_graft=is_graft)
    application = APPLICATIONS.get(code or "", NO_APPLICATION)
    facts: Facts = {
        "code_system": system,
        "record_status": found.status,
        "code_set_release": found.release_id or "none",
        "release_lag_quarters": found.release_lag_quarters,
        **_dates(found),
        **_attributes(record),
        "successors": _successors(code, found.record, day, parameters),
        "unit_basis": basis,
        "graft_product": "yes" if is_graft else "no",
        "skin_substitute": "yes" if is_skin_substitute else "no",
        "add_on_status": status,
        "add_on_table": listing.table,
        "primary_codes": listed(sorted(primaries.codes), last="or") or "none",
        "asc_listed": asc_listed(library, code, day) if code and system in _LISTED else "unknown",
        "application_family": application.family,
        "application_sites": application.sites,
        "application_size": application.size,
        "application_step": application.step,
    }
    limits = unit_limits(library, code, day) if code and system in _LISTED else {}
    says_add_on = record is not None and has_add_on_wording(record)
    is_ambulance = _covers(parameters, AMBULANCE_SERVICES, code, day)
    return CodeFacts(facts, primaries, limits, says_add_on, is_ambulance)


def _add_on_status(record: CodeRecord | None, listing: AddOnListing) -> AddOnStatus:
    if listing.table == "speaks_lists" or (record is not None and has_add_on_wording(record)):
        return "add_on"
    if listing.table == "stale_lists" or (record is None and listing.table != "speaks_silent"):
        return "unknown"
    return "not_add_on"


def unit_basis(record: CodeRecord | None) -> UnitBasis:
    """The unit that a code is billed by, from the descriptions of its record."""
    if record is None:
        return "unknown"
    long, short = folded(record.long_description), folded(record.short_description or "")
    if _PER_AREA_OF_ANOTHER_SIZE.search(long) or _PER_AREA_OF_ANOTHER_SIZE.search(short):
        return "other"
    if _PER_SQUARE_CENTIMETER.search(long) or "per sq cm" in short:
        return "sq_cm"
    return "cubic_cm" if "per cubic centimeter" in long else "other"


def has_add_on_wording(record: CodeRecord) -> bool:
    """Whether the record says that the code is listed in addition to another; the word add-on alone does not."""
    return _ADD_ON.search(folded(record.long_description)) is not None


def codes_named(record: CodeRecord) -> frozenset[str]:
    """The codes that the record's own text names as primary, up to the next closing parenthesis."""
    text = folded(record.long_description)
    phrase = _ADD_ON.search(text)
    if phrase is None:
        return frozenset()
    passage = text[phrase.end() :].partition(")")[0]
    return frozenset(code.upper() for code in _CODE_IN_TEXT.findall(passage)) - {record.code}


def shown_code(code: str, system: CodeSystem) -> str:
    """A code as it may be shown: what stands in its place and is none may be a name, from a shifted column."""
    if system in ("malformed", "hipps", "other") and not _CODE_MISTYPED.fullmatch(code):
        return "none"
    return code


def change_between(first: CodeFacts, last: CodeFacts) -> str:
    """The fact `changed_in_span`: what first differs between the records in force on two days, else none."""
    one, other = first.facts, last.facts
    if first is last:
        return "none"
    if one["record_status"] != "in_force" or other["record_status"] != "in_force":
        return "none"
    if first.says_add_on != last.says_add_on:
        return "add_on"
    for fact, word in (("unit_basis", "unit_basis"), ("coverage_code", "coverage")):
        if one[fact] != other[fact]:
            return word
    return "none"


def successors_over(first: CodeFacts, last: CodeFacts) -> str:
    """The fact `successors` of a line: what is told of its last day, or, where that is nothing, of its first."""
    told = last.facts["successors"]
    return str(first.facts["successors"] if told == "none" else told)


def _dates(found: RecordLookup) -> Facts:
    record = found.record
    ends = (record.termination_date or found.later_termination_date) if record else None
    return {
        "code_added_date": (record.code_added_date if record else None) or FIRST_DAY,
        "termination_date": ends or LAST_DAY,
    }


def _attributes(record: CodeRecord | None) -> Facts:
    if record is None:
        return dict(_NO_ATTRIBUTES)
    coverage = record.coverage_code.code if record.coverage_code else "none"
    group = record.asc_payment_group.code if record.asc_payment_group else "none"
    coverage_issues = ", ".join(record.coverage_issues_references)
    carriers_manual = ", ".join(record.carriers_manual_references)
    manuals = [
        f"{manual} {sections}"
        for manual, sections in (("Coverage Issues Manual", coverage_issues), ("Carriers Manual", carriers_manual))
        if sections
    ]
    return {
        "coverage_code": coverage if coverage in _COVERAGE_CODES or coverage == "none" else "unknown",
        "pricing_indicator": record.pricing_indicators[0].code if record.pricing_indicators else "none",
        "asc_payment_group": group if group in _ASC_GROUPS or group == "none" else "unknown",
        "asc_effective_date": record.asc_effective_date or FIRST_DAY,
        "statute": record.statute or "none",
        "cross_references": listed(record.cross_references, last="or") or "none",
        "manual_references": "; ".join(manuals) or "none",
        "coverage_issues_references": coverage_issues or "none",
    }


_NO_ATTRIBUTES: Facts = {
    "coverage_code": "unknown",
    "pricing_indicator": "unknown",
    "asc_payment_group": "unknown",
    "asc_effective_date": FIRST_DAY,
    "statute": "unknown",
    "cross_references": "unknown",
    "manual_references": "unknown",
    "coverage_issues_references": "unknown",
}


def _primaries(
    record: CodeRecord | None, code: str | None, day: date, parameters: Mapping[str, Parameter], *, is_graft: bool
) -> Primaries:
    """The primaries of an add-on code that no table lists."""
    if record is not None and (named := codes_named(record)):
        return Primaries(named, is_open=False)
    if is_graft:
        return Primaries(frozenset(parameters[EXPECTED_PRIMARIES].codes_on(day)) - {code or ""}, is_open=True)
    return Primaries(frozenset(), is_open=True)


def _successors(code: str | None, record: CodeRecord | None, day: date, parameters: Mapping[str, Parameter]) -> str:
    if code is None:
        return "none"
    own = record.cross_references if record else ()
    known = parameters[SUCCESSORS].successors_of(code, day)
    return listed(dict.fromkeys((*own, *known)), last="or") or "none"


def _covers(parameters: Mapping[str, Parameter], name: str, code: str | None, day: date) -> bool:
    return code is not None and parameters[name].covers(code, day)
