"""What the tables of a scenario say: claim lines, code records, and the fields of findings."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel, ValidationError

from cleanclaim.claims import Claim, ClaimLine
from cleanclaim.codes import QUARTER, CodeRecord
from cleanclaim.releases.fields import MODIFIER_SHAPE, PROCEDURE_SHAPE, RecordFields, RecordRefused
from cleanclaim.scenarios.failure import StepFailed, unknown
from cleanclaim.tables import AddOnPair, AddOnPairs, AscListing, Kind, Layer, Part, UnitLimit
from cleanclaim.values import code_text

Table = Sequence[Sequence[str]]

NEVER_SHOWN = frozenset({"description", "patient_id"})
"""Fields that can name a patient."""

RECORD_COLUMNS = {
    "code": "code", "long_description": "long_description", "short_description": "short_description",
    "coverage_code": "coverage_code", "code_added_date": "code_added_date", "termination_date": "termination_date",
    "asc_payment_group": "asc_payment_group", "asc_effective_date": "asc_effective_date",
    "pricing_indicator": "pricing_indicators", "statute": "statute", "cross_references": "cross_references",
    "coverage_issues_references": "coverage_issues_references",
    "carriers_manual_references": "carriers_manual_references",
}  # fmt: skip
"""The columns of a table of code records, and the fields of a record they fill."""
_MANY = ("pricing_indicator", "cross_references", "coverage_issues_references", "carriers_manual_references")
_ADDED_BY_DEFAULT = "2000-01-01"


def rows_of(table: Table | None, what: str, columns: Sequence[str]) -> list[dict[str, str]]:
    """The rows of a table by column; a cell that is blank stays so.

    Raises StepFailed for a step without a table, and for a column that is not known or stands there twice.
    """
    if not table:
        raise StepFailed(f"a table of {what} is wanted below the step")
    head, *rows = table
    for place, name in enumerate(head):
        if name not in columns:
            raise unknown(name, f"column of {what}", columns)
        if name in head[:place]:
            raise StepFailed(f"the column {name} stands in the table twice")
    return [dict(zip(head, row, strict=True)) for row in rows]


def claim_lines(table: Table | None, lines_before: int) -> list[ClaimLine]:
    """The claim lines of a table; where a row has no line number, it has that of its place on the claim, from 1."""
    lines = []
    for number, row in enumerate(rows_of(table, "claim lines", list(ClaimLine.model_fields)), start=1):
        given = {name: text for name, text in row.items() if text.strip()}
        try:
            lines.append(ClaimLine.model_validate({"line_number": lines_before + number, **given}))
        except ValidationError as wrong:
            raise StepFailed(
                "\n".join(f"claim line {number} of the table, {one}" for one in reasons(wrong, given))
            ) from None
    return lines


TABLES: Mapping[Kind, tuple[str, tuple[str, ...]]] = {
    "add_on": (
        "pairs of codes", (
            "add_on_code", "primary_code", "edit_type", "effective_date", "deletion_date", "add_on_deletion_date",
            "primary_deletion_date",
        ),
    ),
    "mue": ("limits", ("procedure_code", "units", "indicator")),
    "asc": ("codes", ("procedure_code", "payment_indicator")),
}  # fmt: skip
"""What a table beside the code set lists, and the columns it may have."""


def table_part(kind: Kind, quarter: str, part: str | None, table: Table | None) -> Part:
    """A table beside the code set, from rows that name its fields; edit_type is 1 where it is not given."""
    what, columns = TABLES[kind]
    rows = rows_of(table, what, columns)
    if not re.fullmatch(QUARTER, quarter):
        raise StepFailed(f"{quarter} is no quarter: one is named by its year and first month, as 2026-01")
    if kind == "add_on":
        part = "dated" if table and "effective_date" in table[0] else "undated"
    entries: dict[str, Any] = {}
    for number, row in enumerate(rows, start=1):
        given = {name: text.strip() for name, text in row.items() if text.strip()}
        code = given.pop("add_on_code" if kind == "add_on" else "procedure_code", "")
        try:
            if kind == "add_on":
                pair = AddOnPair.model_validate({**given, "edit_type": int(given.get("edit_type", "1"))})
                entries[code] = AddOnPairs(pairs=(*(entries[code].pairs if code in entries else ()), pair))
            elif kind == "mue":
                entries[code] = UnitLimit.model_validate({**given, "indicator": int(given.get("indicator", "0"))})
            else:
                entries[code] = AscListing.model_validate(given)
        except ValidationError as wrong:
            raise StepFailed("\n".join(f"row {number} of the table, {one}" for one in reasons(wrong, given))) from None
        except ValueError:
            raise StepFailed(f"row {number} of the table: edit_type and indicator are whole numbers") from None
    return Part(Layer(kind, quarter, part or ""), entries)


def code_records(table: Table | None) -> dict[str, CodeRecord]:
    """The code records of a table, by code; a code of two characters is a modifier's."""
    records: dict[str, CodeRecord] = {}
    for number, row in enumerate(rows_of(table, "code records", list(RECORD_COLUMNS)), start=1):
        record = _record(row, number)
        if record.code in records:
            raise StepFailed(f"the table holds two code records of {record.code}")
        records[record.code] = record
    return records


def asserted_fields(table: Table | None, columns: Sequence[str]) -> dict[str, str]:
    """The values of a table of one field a row, with or without the head `field`, `value`; no table asserts nothing."""
    asserted: dict[str, str] = {}
    for place, row in enumerate(table or ()):
        if len(row) != 2:
            raise StepFailed("the table below the step has two columns: field and value")
        name, value = row
        if place == 0 and (name, value) == ("field", "value"):
            continue
        if name not in columns:
            raise unknown(name, "field of a finding", columns)
        if name in asserted:
            raise StepFailed(f"the field {name} stands in the table twice")
        asserted[name] = value
    return asserted


def reasons(wrong: ValidationError, given: Mapping[str, Any]) -> list[str]:
    """What pydantic refused, each as its place and the reason; a value is shown where it can name no patient."""
    told = []
    for one in wrong.errors(include_url=False, include_context=False, include_input=False):
        place = ", ".join(f"{step + 1}" if isinstance(step, int) else step for step in one["loc"]) or "claim"
        name = str(one["loc"][-1]) if one["loc"] else ""
        if one["type"] == "extra_forbidden":
            model: type[BaseModel] = ClaimLine if "lines" in one["loc"] else Claim
            told.append(str(unknown(name, f"field of a {_noun(model)}", model.model_fields)))
        else:
            value = f" {given[name]!r}" if name in given and name not in NEVER_SHOWN else ""
            told.append(f"{place}{value}: {one['msg'].removeprefix('Value error, ')}")
    return told


def _noun(model: type[BaseModel]) -> str:
    return "claim" if model is Claim else "claim line"


def _record(row: Mapping[str, str], number: int) -> CodeRecord:
    fields = RecordFields("the table")
    code = row.get("code", "").strip()
    given = {
        **row,
        "code_added_date": row.get("code_added_date") or _ADDED_BY_DEFAULT,
        "long_description": row.get("long_description") or f"Item {code}",
    }
    for column, text in given.items():
        values = text.replace(",", " ").split() if column in _MANY else [text]
        for place, value in enumerate(values, start=1):
            fields.add(RECORD_COLUMNS[column], value, number, number=place)
    try:
        record = fields.record(MODIFIER_SHAPE if MODIFIER_SHAPE.fullmatch(code_text(code)) else PROCEDURE_SHAPE)
    except RecordRefused as wrong:
        raise StepFailed(f"code record {number} of the table: {wrong}") from None
    told = [f"code record {number} of the table, {one.field}: {one.reason}" for one in fields.notices if one.line]
    if told:
        raise StepFailed("\n".join(told))
    return record
