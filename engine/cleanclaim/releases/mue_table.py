"""The tables of medically unlikely edits: rows under a header that names the service."""

from collections.abc import Mapping, Sequence
from typing import get_args

from cleanclaim.releases.cells import FileRefused, Sheet
from cleanclaim.releases.fields import PROCEDURE_SHAPE
from cleanclaim.releases.table_rows import TableRows, cells_of, enter, headed
from cleanclaim.tables import MueIndicator, MueService, UnitLimit
from cleanclaim.values import code_text, quantity


def mue_columns(names: Sequence[str]) -> Mapping[str, int] | None:
    """The places of an MUE table's columns in a header; None when it is another file's."""
    places: dict[str, int] = {}
    for place, name in enumerate(names):
        if name in ("hcpcs_cpt_code", "hcpcs_code", "cpt_hcpcs_code", "hcpcs"):
            places["code"] = place
        elif name.endswith(("mue_values", "mue_value", "mue_units")):
            places["units"] = place
        elif name.endswith(("mue_adjudication_indicator", "mue_mai", "mue_adjudication_indicator_mai")):
            places["indicator"] = place
        elif name == "mue_rationale":
            places["rationale"] = place
        elif name == "mue_service":
            places["service"] = place
    return places if {"code", "units", "indicator"} <= places.keys() else None


def read_mue_rows(sheet: Sheet, at: int, columns: Mapping[str, int]) -> TableRows:
    """The limits of rows under a header. Raises FileRefused when it cannot be told of which service they are."""
    heading = sheet.rows[at].cells[columns["units"]]
    body = sheet.rows[at + 1 :]
    named = heading if "service" not in columns else body[0].cells[columns["service"]] if body else ""
    services = [service for service in get_args(MueService) if service in named.lower()]
    if len(services) != 1:
        line = sheet.rows[at].line
        raise FileRefused(
            f"{sheet.file}:{line}: an MUE table of {', '.join(get_args(MueService))}? {named!r} does not tell"
        )
    found = TableRows(sheet.file, "mue", services[0])
    headed(found, sheet, at)
    for row in body:
        values = cells_of(row, columns)
        code = code_text(values["code"])
        if not PROCEDURE_SHAPE.fullmatch(code):
            if len(list(filter(None, row.cells))) > 1:
                found.unread(row.line, "HCPCS/CPT Code", f"{code[:20]!r} is no code")
            continue
        if "service" in values and services[0] not in values["service"].lower():
            raise FileRefused(f"{sheet.file}:{row.line}: a row of another service: {values['service']!r}")
        limit = _limit(found, row.line, code, values)
        if limit is not None:
            enter(found, row.line, code, limit)
    return found


def _limit(found: TableRows, line: int, code: str, values: Mapping[str, str]) -> UnitLimit | None:
    try:
        units = quantity(values["units"], whole_digits=7, places=0)
    except ValueError as wrong:
        found.unread(line, "MUE Values", f"{values['units'][:20]!r}: {wrong}", [code])
        return None
    indicator = values["indicator"].strip()
    digit = indicator[:1]
    if digit not in map(str, get_args(MueIndicator)) or indicator[1:2].isdigit() or units < 0:
        found.unread(line, "MUE Adjudication Indicator", f"{indicator[:40]!r} does not begin with 1, 2 or 3", [code])
        return None
    return UnitLimit.model_validate(
        {"units": units, "indicator": int(digit), "rationale": values.get("rationale", "").strip() or None}
    )
