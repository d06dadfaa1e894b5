"""Sections 1 and 3 of the catalogue, read plainly: a claim line as billed, and what is true of it alone."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from . import library as code_sets
from .library import clean

APPLICATION_PRIMARIES = {"15271", "15273", "15275", "15277", "15777"}
APPLICATION_PRIMARIES_UNTIL_2025 = {"C5271", "C5273", "C5275", "C5277"}
GRAFTS_BY_NAME = {"Q4100", "A4100", "C1849", "C9349", "C9358", "C9360", "C9363", "Q4431", "Q4432", "Q4433"}
ASC_TAXONOMY = "261QA1903X"


@dataclass(frozen=True)
class Line:
    """A claim line as billed, its claim's fields beside it, and what section 3 says of the line alone."""

    claim_type: str
    payer_type: str
    taxonomy: str
    number: int
    code: str
    revenue_code: str
    tested_modifiers: frozenset[str]
    units_absent: bool
    units: Decimal
    unit_of_measure: str
    start: date
    end: date
    place: str
    provider: str
    system: str
    status: str
    lag: int
    added: date
    last_valid_day: date
    record: dict[str, Any] | None
    record_on_end: dict[str, Any] | None
    basis: str
    add_on: str
    graft: bool
    primaries: frozenset[str]
    list_is_open: bool


def read_lines(claim: dict[str, Any], releases: list[dict[str, Any]]) -> list[Line]:
    """Every line of the claim, defaults filled in as section 1 says."""
    library = code_sets.merged(releases)
    return [read_line(claim, billed, library) for billed in claim["lines"]]


def read_line(claim: dict[str, Any], billed: dict[str, Any], library: list[dict[str, Any]]) -> Line:
    """One line, its record looked up at its own date of service."""
    code = clean(billed.get("procedure_code"))
    revenue_code = clean(billed.get("revenue_code"))
    system = code_sets.code_system(code, clean(billed.get("code_qualifier")) or "HC", revenue_code)
    start = date.fromisoformat(billed["date_of_service"])
    end = date.fromisoformat(billed.get("date_of_service_end") or billed["date_of_service"])
    units = billed.get("units")
    added, last_valid_day = code_sets.known_dates(code, system, start, library)
    record = code_sets.record_in_force(code, system, start, library)
    graft = is_graft_product(code, record)
    primaries, list_is_open = primary_codes(record, graft, start)
    return Line(
        claim_type=claim.get("claim_type") or "professional",
        payer_type=claim.get("payer_type") or "unknown",
        taxonomy=claim.get("billing_taxonomy") or "",
        number=billed["line_number"],
        code=code,
        revenue_code=revenue_code,
        tested_modifiers=tested_modifiers(code, billed.get("modifiers") or []),
        units_absent=units is None,
        units=Decimal(0) if units is None else Decimal(str(units)),
        unit_of_measure=billed.get("unit_of_measure") or "UN",
        start=start,
        end=end,
        place=billed.get("place_of_service") or claim.get("place_of_service") or "",
        provider=billed.get("rendering_provider") or claim.get("rendering_provider") or "",
        system=system,
        status=code_sets.record_status(code, system, start, library),
        lag=code_sets.release_lag_quarters(code, start, library),
        added=added,
        last_valid_day=last_valid_day,
        record=record,
        record_on_end=code_sets.record_in_force(code, system, end, library),
        basis=code_sets.unit_basis(record),
        add_on=add_on_status(record),
        graft=graft,
        primaries=primaries,
        list_is_open=list_is_open,
    )


def tested_modifiers(code: str, modifiers: list[str]) -> frozenset[str]:
    """Section 1: on A0021-A0999 "every test for a modifier looks from the second on"."""
    is_ambulance = re.fullmatch("A0[0-9]{3}", code) is not None and code >= "A0021"
    return frozenset(clean(modifier) for modifier in (modifiers[1:] if is_ambulance else modifiers))


def is_graft_product(code: str, record: dict[str, Any] | None) -> bool:
    """Section 3, graft_product: two ranges by unit basis, and the codes listed by name."""
    in_ranges = "Q4100" <= code <= "Q4449" or "A2001" <= code <= "A2049"
    per_centimeter = code_sets.unit_basis(record) in ("sq_cm", "cubic_cm")
    return (in_ranges and per_centimeter) or code in GRAFTS_BY_NAME


def add_on_status(record: dict[str, Any] | None) -> str:
    """Section 3, add_on_status, where no AOC table is loaded."""
    if record is None:
        return "unknown"
    return "add_on" if code_sets.says_add_on(record) else "not_add_on"


def primary_codes(record: dict[str, Any] | None, graft: bool, day: date) -> tuple[frozenset[str], bool]:
    """Section 5 point 3: the codes that would do, and whether the list is open. No AOC table is loaded."""
    named = code_sets.named_primaries(record) if record else set()
    if named:
        return frozenset(named), False
    if graft and day <= date(2025, 12, 31):
        return frozenset(APPLICATION_PRIMARIES | APPLICATION_PRIMARIES_UNTIL_2025), True
    if graft:
        return frozenset(APPLICATION_PRIMARIES), True
    return frozenset(), True


def coverage(line: Line) -> str:
    """Section 3, coverage_code: `unknown` without a record in force, `none` where its field is blank."""
    return "unknown" if line.record is None else line.record["coverage_code"].strip() or "none"


def asc_group(line: Line) -> str:
    """Section 3, asc_payment_group: `unknown` without a record in force, `none` where its field is blank."""
    return "unknown" if line.record is None else line.record["asc_payment_group"].strip() or "none"


def asc_biller(line: Line) -> str:
    """Section 3, asc_biller: by taxonomy or SG; `no` with another taxonomy; else `unknown`."""
    if line.taxonomy == ASC_TAXONOMY or "SG" in line.tested_modifiers:
        return "yes"
    return "no" if line.taxonomy else "unknown"


def bears_any(line: Line, modifiers: set[str]) -> bool:
    """Whether a tested modifier is one of these."""
    return bool(line.tested_modifiers & modifiers)
