"""Addenda AA and BB of the ASC payment rates: which codes Medicare pays to an ambulatory surgical center."""

import re
from collections.abc import Mapping, Sequence

from cleanclaim.releases.cells import FileRefused, Sheet
from cleanclaim.releases.fields import PROCEDURE_SHAPE
from cleanclaim.releases.table_rows import TableRows, enter, headed, values_under
from cleanclaim.tables import AscListing
from cleanclaim.values import code_text

_ADDENDUM = re.compile(r"addendum\s+([A-Z]{1,2}[0-9]?)\b", re.IGNORECASE)
_ADDENDUM_IN_NAME = re.compile(r"(?<![A-Za-z])(AA|BB)(?![A-Za-z])")


def asc_columns(names: Sequence[str]) -> Mapping[str, int] | None:
    """The places of an addendum's columns in a header; None when it is another file's."""
    places: dict[str, int] = {}
    for place, name in enumerate(names):
        if name in ("hcpcs_code", "hcpcs", "hcpcs_cpt_code"):
            places["code"] = place
        elif name.endswith("payment_indicator"):
            places.setdefault("indicator", place)
        elif "multiple_procedure_discount" in name:
            places["AA"] = place
        elif "pass_through" in name or "passthru" in name:
            places["BB"] = place
    return places if {"code", "indicator"} <= places.keys() else None


def read_asc_rows(sheet: Sheet, at: int, columns: Mapping[str, int]) -> TableRows | None:
    """The rows of Addendum AA or BB; None for another addendum, which lists what is not paid."""
    addendum = _addendum(sheet, at, columns)
    if addendum is None:
        return None
    found = TableRows(sheet.file, "asc", addendum)
    headed(found, sheet, at)
    for line, values in values_under(found, sheet, at, columns):
        code = code_text(values["code"])
        if PROCEDURE_SHAPE.fullmatch(code):
            enter(found, line, code, AscListing(payment_indicator=code_text(values["indicator"]) or None))
        else:
            found.unread(line, "HCPCS Code", f"{code[:20]!r} is no code")
    return found


def _addendum(sheet: Sheet, at: int, columns: Mapping[str, int]) -> str | None:
    """AA or BB, by the title above the header, the columns, or the sheet's and the file's name."""
    above = " ".join(cell for row in sheet.rows[:at] for cell in row.cells)
    titled: set[str] = {name.upper() for name in _ADDENDUM.findall(above)}
    if titled:
        return titled.pop() if titled in ({"AA"}, {"BB"}) else None
    of_columns = [name for name in ("AA", "BB") if name in columns]
    if len(of_columns) == 1:
        return of_columns[0]
    named: set[str] = {*_ADDENDUM_IN_NAME.findall(sheet.file)}
    if len(named) == 1:
        return named.pop()
    line = sheet.rows[at].line
    raise FileRefused(f"{sheet.file}:{line}: an ASC payment table, but neither title nor name says Addendum AA or BB")
