"""The tables of medically unlikely edits: rows under a header that names the service."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import get_args

from cleanclaim.releases.cells import FileRefused, Sheet
from cleanclaim.releases.fields import PROCEDURE_SHAPE
from cleanclaim.releases.table_rows import TableRows, enter, headed, values_under
from cleanclaim.tables import MueIndicator, MueService, UnitLimit
from cleanclaim.values import code_text, listed, quantity

_SERVICES: tuple[MueService, ...] = get_args(MueService)


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
    service = _service(sheet, at, columns)
    found = TableRows(sheet.file, "mue", service)
    headed(found, sheet, at)
    for line, values in values_under(found, sheet, at, columns):
        code = code_text(values["code"])
        if not PROCEDURE_SHAPE.fullmatch(code):
            found.unread(line, "HCPCS/CPT Code", f"{code[:20]!r} is no code")
        elif service not in values.get("service", service).lower():
            found.unread(line, "service", f"{values['service'][:40]!r} is another service", [code])
        elif limit := _limit(found, line, code, values):
            enter(found, line, code, limit)
    return found


def _service(sheet: Sheet, at: int, columns: Mapping[str, int]) -> MueService:
    """The service that the heading of the values names, or most rows do. Raises FileRefused when none is named."""
    place = columns.get("service")
    if place is None:
        texts = [sheet.rows[at].cells[columns["units"]]]
    else:
        texts = [row.cells[place] for row in sheet.rows[at + 1 :] if place < len(row.cells)]
    named = Counter(service for text in texts for service in _SERVICES if service in text.lower())
    if len(named) != 1 and (place is None or not named):
        line = sheet.rows[at].line
        raise FileRefused(f"{sheet.file}:{line}: an MUE table of {listed(_SERVICES, 'or')}? {texts[:1]} does not tell")
    return named.most_common(1)[0][0]


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
