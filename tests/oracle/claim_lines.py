"""Sections 1 and 3 of the catalogue, read plainly: a claim line as billed, and what is true of it alone."""

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from . import library as code_sets
from .library import clean
from .tables import Table, add_on_rows, asc_listed

APPLICATION_PRIMARIES = {"15271", "15273", "15275", "15277", "15777"}
APPLICATION_PRIMARIES_UNTIL_2025 = {"C5271", "C5273", "C5275", "C5277"}
GRAFTS_BY_NAME = {"Q4100", "A4100", "C1849", "C9349", "C9358", "C9360", "C9363", "Q4431", "Q4432", "Q4433"}
SKIN_SUBSTITUTES_BY_NAME = {"C1849", "C9349", "C9363"}
CONTRACTOR_DEFINED = "CCCCC"
IN_TABLES = ("hcpcs_level_ii", "cpt", "cdt")
"""The code systems of which tables speak: a HIPPS code that reads like one of theirs is none of theirs."""
ASC_TAXONOMY = "261QA1903X"


@dataclass(frozen=True, eq=False)
class Line:
    """A claim line as billed, its claim's fields beside it, and what section 3 says of the line alone."""

    claim_type: str
    payer_type: str
    bill_type: str
    taxonomy: str
    number: int
    code: str
    code_in_tables: str
    """The code as tables are asked for it; empty for a code of another system."""
    revenue_code: str
    modifiers_as_billed: tuple[str, ...]
    modifiers: tuple[str, ...]
    """Those that tests for a modifier look at."""
    units_absent: bool
    units: Decimal
    unit_of_measure: str
    start: date
    end: date
    place: str
    provider: str
    charge: Decimal | None
    ndc: str
    description: str
    system: str
    status: str
    lag: int
    added: date
    last_valid_day: date
    record: dict[str, Any] | None
    record_on_end: dict[str, Any] | None
    basis: str
    graft: bool
    skin_substitute: bool
    add_on_table: str
    add_on: str
    primaries: frozenset[str]
    list_is_open: bool
    asc_listed: str
    modifier_library: list[dict[str, Any]] = field(repr=False)
    tables: list[Table] = field(repr=False)
    claim: list["Line"] = field(repr=False)
    """All lines of the claim, this one among them."""

    @property
    def others(self) -> list["Line"]:
        """The other lines of the claim."""
        return [line for line in self.claim if line is not self]

    @property
    def is_one_day(self) -> bool:
        """Whether the line is of one day; one whose dates are reversed is not."""
        return self.start == self.end


def read_lines(claim: dict[str, Any], releases: list[dict[str, Any]], tables: list[Table]) -> list[Line]:
    """Every line of the claim, defaults filled in as section 1 says."""
    library = code_sets.merged(releases)
    modifier_library = code_sets.merged(releases, "modifiers")
    lines: list[Line] = []
    for billed in claim["lines"]:
        lines.append(read_line(claim, billed, library, modifier_library, tables, lines))
    return lines


def read_line(
    claim: dict[str, Any],
    billed: dict[str, Any],
    library: list[dict[str, Any]],
    modifier_library: list[dict[str, Any]],
    tables: list[Table],
    lines: list[Line],
) -> Line:
    """One line, its record looked up at its own date of service."""
    code = clean(billed.get("procedure_code"))
    revenue_code = clean(billed.get("revenue_code"))
    system = code_sets.code_system(code, clean(billed.get("code_qualifier")) or "HC", revenue_code)
    start = date.fromisoformat(billed["date_of_service"])
    end = date.fromisoformat(billed.get("date_of_service_end") or billed["date_of_service"])
    as_billed = tuple(clean(modifier) for modifier in billed.get("modifiers") or [])
    units, charge = billed.get("units"), billed.get("charge")
    added, last_valid_day = code_sets.known_dates(code, system, start, library)
    record = code_sets.record_in_force(code, system, start, library)
    graft = is_graft_product(code, record)
    code_in_tables = code if system in IN_TABLES else ""
    add_on_table, pairs = add_on_rows(tables, code_in_tables, start)
    primaries, list_is_open = primary_codes(pairs, record, graft, start)
    return Line(
        claim_type=claim.get("claim_type") or "professional",
        payer_type=claim.get("payer_type") or "unknown",
        bill_type=(claim.get("type_of_bill") or "")[:2] or "none",
        taxonomy=claim.get("billing_taxonomy") or "",
        number=billed["line_number"],
        code=code,
        code_in_tables=code_in_tables,
        revenue_code=revenue_code,
        modifiers_as_billed=as_billed,
        modifiers=as_billed[1:] if is_ambulance(code) else as_billed,
        units_absent=units is None,
        units=Decimal(0) if units is None else Decimal(str(units)),
        unit_of_measure=billed.get("unit_of_measure") or "UN",
        start=start,
        end=end,
        place=billed.get("place_of_service") or claim.get("place_of_service") or "",
        provider=billed.get("rendering_provider") or claim.get("rendering_provider") or "",
        charge=None if charge is None else Decimal(str(charge)),
        ndc=clean(billed.get("ndc")),
        description=(billed.get("description") or "").strip(),
        system=system,
        status=code_sets.record_status(code, system, start, library),
        lag=code_sets.release_lag_quarters(code, start, library),
        added=added,
        last_valid_day=last_valid_day,
        record=record,
        record_on_end=code_sets.record_in_force(code, system, end, library),
        basis=code_sets.unit_basis(record),
        graft=graft,
        skin_substitute=is_skin_substitute(code, record),
        add_on_table=add_on_table,
        add_on=add_on_status(add_on_table, record),
        primaries=primaries,
        list_is_open=list_is_open,
        asc_listed=asc_listed(tables, code_in_tables, start),
        modifier_library=modifier_library,
        tables=tables,
        claim=lines,
    )


def is_ambulance(code: str) -> bool:
    """Section 1: ambulance lines are A0021-A0999."""
    return re.fullmatch("A0[0-9]{3}", code) is not None and code >= "A0021"


def is_in_product_ranges(code: str) -> bool:
    """Section 3: Q4100-Q4449 and A2001-A2049."""
    return "Q4100" <= code <= "Q4449" or "A2001" <= code <= "A2049"


def is_graft_product(code: str, record: dict[str, Any] | None) -> bool:
    """Section 3, graft_product: two ranges by unit basis, and the codes listed by name."""
    per_centimeter = code_sets.unit_basis(record) in ("sq_cm", "cubic_cm")
    return (is_in_product_ranges(code) and per_centimeter) or code in GRAFTS_BY_NAME


def is_skin_substitute(code: str, record: dict[str, Any] | None) -> bool:
    """Section 3: "unit_basis sq_cm within Q4100-Q4449, A2001-A2049, C1849, C9349, C9363"."""
    is_candidate = is_in_product_ranges(code) or code in SKIN_SUBSTITUTES_BY_NAME
    return is_candidate and code_sets.unit_basis(record) == "sq_cm"


def add_on_status(add_on_table: str, record: dict[str, Any] | None) -> str:
    """Section 3, add_on_status: by a table that speaks or the record in force; else what is not known."""
    if add_on_table == "speaks_lists" or (record is not None and code_sets.says_add_on(record)):
        return "add_on"
    if add_on_table == "stale_lists":
        return "unknown"
    return "unknown" if record is None and add_on_table != "speaks_silent" else "not_add_on"


def primary_codes(
    pairs: list[dict[str, Any]], record: dict[str, Any] | None, graft: bool, day: date
) -> tuple[frozenset[str], bool]:
    """Section 5 point 3: the codes that would do, and whether the list is open.

    Where the rows are of several types the list is open as soon as one of them is.
    """
    if pairs:
        listed = {pair["primary_code"] for pair in pairs} - {CONTRACTOR_DEFINED}
        return frozenset(listed), any(pair["edit_type"] in (2, 3) for pair in pairs)
    named = code_sets.named_primaries(record) if record else set()
    if named:
        return frozenset(named), False
    if graft and day <= date(2025, 12, 31):
        return frozenset(APPLICATION_PRIMARIES | APPLICATION_PRIMARIES_UNTIL_2025), True
    if graft:
        return frozenset(APPLICATION_PRIMARIES), True
    return frozenset(), True


def of_record(line: Line, name: str) -> str:
    """Section 3: a field of the record in force, `unknown` without one, `none` where it is blank."""
    return "unknown" if line.record is None else line.record[name].strip() or "none"


def asc_biller(line: Line) -> str:
    """Section 3, asc_biller: by taxonomy or SG; `no` with another taxonomy; else `unknown`."""
    if line.taxonomy == ASC_TAXONOMY or "SG" in line.modifiers:
        return "yes"
    return "no" if line.taxonomy else "unknown"


def bears_any(line: Line, modifiers: set[str]) -> bool:
    """Whether a tested modifier is one of these."""
    return not modifiers.isdisjoint(line.modifiers)
