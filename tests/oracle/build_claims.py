"""Random claims, of any type and payer. All are well-formed: none would be refused on reading."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from . import claim_vocabulary as words
from .case_vocabulary import ODD_CODES
from .picking import YES_OR_NO, YES_RARELY, YES_SOMETIMES, Pick


def as_typed(pick: Pick, code: str) -> str:
    """The code as a clerk may have typed it: now and then in lower case, or padded."""
    if not pick(YES_RARELY):
        return code
    padding = pick((" ", "\t", "\r\n", ""))
    return pick(("", " ")) + pick((code, "".join(c.lower() if c.isascii() else c for c in code))) + padding


def build_modifiers(pick: Pick, code: str) -> list[str]:
    """None to four modifiers; on an ambulance line origin and destination often stand first."""
    if code.startswith(("Q4", "A2", "C18")) and pick(YES_OR_NO):
        modifiers = [pick(words.PRODUCT_MODIFIERS) for _ in range(pick(words.FEW_MODIFIERS))]
    elif code[1:4] == "527" or pick(YES_SOMETIMES):
        modifiers = [pick(words.PROCEDURE_MODIFIERS) for _ in range(pick(words.FEW_MODIFIERS))]
    else:
        modifiers = [pick(words.MODIFIERS) for _ in range(pick(words.MODIFIER_COUNTS))]
    if code.startswith("A0") and modifiers and pick(YES_OR_NO):
        modifiers[0] = pick(("RH", "HH", "GY", "SG"))
    return modifiers


def build_units(pick: Pick, code: str) -> str | Decimal | None:
    """Units: of an application few, of a product often about the area that applications imply."""
    units = words.UNITS
    if code[1:4] == "527" and not pick(YES_RARELY):
        units = words.APPLICATION_UNITS
    elif code.startswith(("Q4", "A2", "C18")) and pick(YES_OR_NO):
        units = words.AREA_UNITS
    chosen = pick(units)
    return Decimal(chosen) if chosen is not None and pick(YES_OR_NO) else chosen


def build_line(
    pick: Pick, number: int, codes: Sequence[str], days: Sequence[str], ends: Sequence[str], is_institutional: bool
) -> dict[str, Any]:
    """One claim line. A field that it leaves out takes the default of the contract."""
    code: str | None = pick(codes)
    if is_institutional and pick(YES_RARELY):
        code = None
    elif pick(YES_RARELY):
        code = pick((*ODD_CODES, ""))
    line: dict[str, Any] = {"line_number": number, "date_of_service": pick(days)}
    if code is not None:
        line["procedure_code"] = as_typed(pick, code)
    if is_institutional and (code is None or pick(YES_SOMETIMES)):
        line["revenue_code"] = pick(words.REVENUE_CODES)
    if pick(YES_SOMETIMES):
        line["date_of_service_end"] = pick(ends if pick(YES_OR_NO) else days)
    if modifiers := build_modifiers(pick, code or ""):
        line["modifiers"] = modifiers
    optional = {
        "units": build_units(pick, code or ""),
        "unit_of_measure": pick(words.UNIT_OF_MEASURE),
        "code_qualifier": pick(words.QUALIFIERS),
        "rendering_provider": pick(words.LINE_PROVIDERS),
        "place_of_service": None if is_institutional else pick((None, None, "24", "11")),
        "charge": pick(words.CHARGES),
        "ndc": pick(words.NDCS),
        "description": pick(words.DESCRIPTIONS),
    }
    line.update({field: value for field, value in optional.items() if value is not None})
    return line


def build_copy(pick: Pick, number: int, line: dict[str, Any]) -> dict[str, Any]:
    """The same line again, or nearly so."""
    copy = {**line, "line_number": number}
    if pick(YES_OR_NO):
        return copy
    if pick(YES_OR_NO):
        billed = line.get("modifiers", [])
        copy["modifiers"] = pick((billed[::-1], billed[1:], ["HR", *billed[1:]], ["JW"], ["59"]))
        return copy
    name, values = pick(words.CHANGED_IN_A_COPY)
    copy[name] = pick(values)
    return {name: value for name, value in copy.items() if value is not None}


def build_wound_claim(pick: Pick, codes: Sequence[str], days: Sequence[str], ends: Sequence[str]) -> dict[str, Any]:
    """A claim most often to Medicare, of one provider at one place."""
    claim = build_claim(pick, codes, days, ends)
    claim["payer_type"] = pick(words.WOUND_PAYERS)
    if "place_of_service" in claim:
        claim["place_of_service"] = pick(words.WOUND_PLACES)
        claim["billing_taxonomy"] = pick(words.WOUND_TAXONOMIES)
    for line in claim["lines"]:
        if not pick(YES_SOMETIMES):
            for name in ("rendering_provider", "place_of_service", "date_of_service_end"):
                line.pop(name, None)
    return claim


def build_claim(pick: Pick, codes: Sequence[str], days: Sequence[str], ends: Sequence[str]) -> dict[str, Any]:
    """One well-formed claim, of any type and payer."""
    claim_type = pick(words.CLAIM_TYPES)
    is_institutional = claim_type == "institutional"
    numbers = list(range(1, pick(words.LINE_COUNTS) + 1))
    if pick(YES_SOMETIMES):
        numbers = [number * 2 for number in reversed(numbers)]
    optional = {
        "claim_type": claim_type,
        "type_of_bill": pick(words.BILL_TYPES) if is_institutional else None,
        "payer_type": pick(words.PAYERS),
        "billing_taxonomy": pick(words.TAXONOMIES),
        "rendering_provider": pick(words.PROVIDERS),
        "place_of_service": None if is_institutional else pick(words.PLACES),
    }
    claim: dict[str, Any] = {"claim_id": "C1"}
    claim.update({field: value for field, value in optional.items() if value is not None})
    lines: list[dict[str, Any]] = []
    for number in numbers:
        if lines and pick(YES_SOMETIMES):
            lines.append(build_copy(pick, number, pick(lines)))
        else:
            lines.append(build_line(pick, number, codes, days, ends, is_institutional))
    claim["lines"] = lines
    return claim
