"""Findings and claims as text: how a scenario names their fields, and how a failure shows them."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from cleanclaim.claims import Claim, ClaimLine, Location, ReadClaim
from cleanclaim.findings import Finding
from cleanclaim.report.text import where
from cleanclaim.values import shortest

_LINES_SHOWN = 20
_OF_CLAIM = (
    "payer_type", "claim_type", "type_of_bill", "place_of_service", "billing_taxonomy", "billing_provider",
    "rendering_provider",
)  # fmt: skip
_OF_LINE = (
    "line_number", "procedure_code", "code_qualifier", "revenue_code", "modifiers", "units", "unit_of_measure",
    "date_of_service", "date_of_service_end", "place_of_service", "rendering_provider", "charge", "ndc",
)  # fmt: skip
_ALWAYS_SHOWN = ("line_number", "procedure_code", "units", "date_of_service")


def _location(location: Location | None) -> str:
    if location is None:
        return ""
    if location.line is not None:
        return f"{location.file or ''}:{location.line}"
    if location.byte_offset is not None:
        return where(location)
    return location.pointer or location.file or ""


def _remittance(finding: Finding) -> str:
    one = finding.remittance
    return " ".join((one.group, one.carc, *one.rarc)) if one else ""


FIELDS: Mapping[str, Callable[[Finding], str]] = {
    "edit_id": lambda one: one.edit_id,
    "title": lambda one: one.title,
    "claim_id": lambda one: one.claim_id or "",
    "line_number": lambda one: "" if one.line_number is None else str(one.line_number),
    "procedure_code": lambda one: one.procedure_code or "",
    "date_of_service": lambda one: str(one.date_of_service or ""),
    "disposition": lambda one: one.disposition,
    "message": lambda one: one.message,
    "fix": lambda one: one.fix,
    "code_set_release": lambda one: one.code_set_release or "",
    "remittance": _remittance,
    "evidence": lambda one: ", ".join(f"{name}={value}" for name, value in one.evidence.items()),
    "authority": lambda one: "; ".join(f"{citation.document}, {citation.section}" for citation in one.citations),
    "location": lambda one: _location(one.location),
}
"""The fields of a finding that a scenario may assert, each with its text; what a finding has not is the empty text."""

_MAY_BE_NONE = frozenset({
    "claim_id", "line_number", "procedure_code", "date_of_service", "code_set_release", "remittance", "location",
})  # fmt: skip


def expected_text(field: str, cell: str) -> str:
    """The text that a cell asserts: blanks folded, and `none` for a field that a finding need not have."""
    text = " ".join(cell.split())
    return "" if text == "none" and field in _MAY_BE_NONE else text


def shown(field: str, text: str) -> str:
    """The text of a field as a failure shows it."""
    return text or ("(claim)" if field == "line_number" else "none")


def about(claim_id: str | None, line: int | str | None) -> str:
    """A line or a claim as a sentence names it."""
    of_line = "" if line in (None, "") else f"line {line}"
    if claim_id is None:
        return of_line or "the claim"
    return f'claim "{claim_id}" {of_line}'.strip()


def aligned(rows: Sequence[Sequence[str]], indent: str = "  ") -> Iterator[str]:
    """Rows as text, in columns as wide as their widest cell."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield (indent + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))).rstrip()


def claim_text(read: ReadClaim) -> Iterator[str]:
    """A claim as a failure shows it: its own fields, and the lines as billed, without what can name a patient."""
    claim = read.claim
    if claim is not None:
        stated = [f"{name} {value}" for name in _OF_CLAIM if (value := getattr(claim, name)) is not None]
        yield f'claim "{claim.claim_id}": {", ".join(stated)}'
        yield from _lines_text(claim)
    for one in read.unreadable:
        name = f'claim "{one.claim_id}"' if one.claim_id else "a claim"
        yield f"{name}: the {one.field} could not be read: {one.reason}"


def _lines_text(claim: Claim) -> Iterator[str]:
    lines = claim.lines[:_LINES_SHOWN]
    cells = {name: [_cell(line, name) for line in lines] for name in _OF_LINE}
    shown_columns = [name for name in _OF_LINE if name in _ALWAYS_SHOWN or any(cells[name])]
    yield from aligned([shown_columns, *zip(*(cells[name] for name in shown_columns), strict=True)], "    ")
    if len(claim.lines) > _LINES_SHOWN:
        yield f"    and {len(claim.lines) - _LINES_SHOWN} more"


def _cell(line: ClaimLine, name: str) -> str:
    """A field of a line; nothing where it is what it would be had it not been billed."""
    value = getattr(line, name)
    if value is None or value == ClaimLine.model_fields[name].default:
        return ""
    if name == "date_of_service_end" and value == line.date_of_service:
        return ""
    return (
        " ".join(value) if isinstance(value, tuple) else shortest(value) if not isinstance(value, int) else str(value)
    )
