"""The fields of one code record, gathered as text and read into a CodeRecord; what does not fit becomes a notice."""

import json
import re
from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from cleanclaim.codes import CodedValue, CodeRecord, Notice
from cleanclaim.values import LAST_DAY, code_text, folded

ONE_CODED = {
    "multiple_pricing_indicator", "coverage_code", "asc_payment_group", "betos", "action_code",
}  # fmt: skip
MANY_CODED = {"pricing_indicators", "types_of_service", "laboratory_certifications"}
MANY = {"coverage_issues_references", "carriers_manual_references", "cross_references"}
DAYS = {
    "asc_effective_date", "code_added_date", "action_effective_date", "termination_date", "outpatient_effective_date",
}  # fmt: skip
PROCEDURE_SHAPE = re.compile(r"[A-Z][0-9]{4}|[0-9]{4}[0-9A-Z]", re.ASCII)
MODIFIER_SHAPE = re.compile(r"[0-9A-Z]{2}", re.ASCII)

_NO_DAY = ("", "0", "00000000")
_YEARS = range(1960, 2101)
"""Of any day in a record; a line of the fixed-width file that is shifted by a place shows days of other years."""
_PLAUSIBLE = {
    "coverage_code": re.compile(r"[A-Z]", re.ASCII),
    "pricing_indicators": re.compile(r"[0-9]{2}", re.ASCII),
    "asc_payment_group": re.compile(r"[0-9]{2}", re.ASCII),
}
"""Values that CMS may have used in another year: of the field it is then known that it has a value, not which."""


class RecordRefused(ValueError):
    """A record that lacks its code or its description, so that it is none."""


@cache
def coded_values() -> Mapping[str, Mapping[str, str]]:
    """The values of each coded field with CMS's description, from the HCPCS contractor record layout of 2026."""
    tables: dict[str, dict[str, str]] = json.loads(
        files(__package__).joinpath("coded_values.json").read_text(encoding="utf-8")
    )
    return tables


@lru_cache(8192)
def compact_day(text: str) -> date:
    """The day that text names: YYYYMMDD, or in ISO form. Raises ValueError."""
    digits = text.replace("-", "") if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII) else text
    if not re.fullmatch(r"\d{8}", digits, re.ASCII):
        raise ValueError("a day is written in eight digits, as 20260131")
    try:
        day = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        raise ValueError("there is no such day in the calendar") from None
    if day.year not in _YEARS and day != LAST_DAY:
        raise ValueError(f"the year is not one from {_YEARS.start} to {_YEARS.stop - 1}")
    return day


@lru_cache(4096)
def _coded_value(field: str, code: str) -> CodedValue:
    return CodedValue(code=code, description=coded_values().get(field, {}).get(code))


class RecordFields:
    """Collects one record's fields in the order read; `record()` makes the CodeRecord."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.notices: list[Notice] = []
        self._values: dict[str, Any] = {}
        self._unread: set[str] = set()
        self._seen: dict[tuple[str, int], str] = {}

    def notice(self, line: int | None, field: str, reason: str) -> None:
        """Note something that did not fit."""
        self.notices.append(Notice(file=self.file, line=line, field=field, reason=reason))

    def text(self, field: str) -> str:
        """The text of a field read so far, else empty."""
        value = self._values.get(field, "")
        return value if isinstance(value, str) else ""

    def add(self, field: str, text: str, line: int, *, number: int) -> None:
        """Add the value of a field, of those that may stand several times the one of a number; a blank one is none."""
        text = text.strip()
        if field in DAYS:
            self._add_day(field, text, line)
        elif not text:
            return
        elif (field, number) in self._seen:
            self._repeat(field, text, line, self._seen[field, number])
        elif field in MANY_CODED:
            self._values.setdefault(field, []).append(self._coded(field, code_text(text), line))
        elif field in MANY:
            self._values.setdefault(field, []).append(code_text(text) if field == "cross_references" else text)
        elif field == "anesthesia_base_units":
            self._add_count(field, text, line)
        elif field in ONE_CODED:
            self._values[field] = self._coded(field, code_text(text), line)
        else:
            self._values[field] = code_text(text) if field == "code" else text
        if text:
            self._seen.setdefault((field, number), text)

    def doubt(self, field: str | None) -> None:
        """Hold the value of a field for unread."""
        if field is not None:
            self._unread.add(field)

    def describe(self, field: str, index: int, text: str) -> None:
        """Replace the description of the coded value last added, or of the one at an index, by the file's own."""
        value = self._values.get(field)
        if isinstance(value, CodedValue):
            self._values[field] = CodedValue(code=value.code, description=text.strip() or None)
        elif isinstance(value, list) and index < len(value):
            value[index] = CodedValue(code=value[index].code, description=text.strip() or None)

    def record(self, shape: re.Pattern[str] = PROCEDURE_SHAPE) -> CodeRecord:
        """The record of a code of a shape. Raises RecordRefused when code or description are missing."""
        code = self.text("code")
        if not shape.fullmatch(code):
            length = "five" if shape is PROCEDURE_SHAPE else "two"
            raise RecordRefused(
                f"the code {code[:20]!r} is not of {length} digits and letters" if code else "there is no code"
            )
        if not self.text("long_description"):
            raise RecordRefused(f"{code} has no description")
        if "code_added_date" not in self._values and "code_added_date" not in self._unread:
            self.notice(None, "code_added_date", f"{code} has none, so it is not known from when the code is valid")
            self.doubt("code_added_date")
        values = {field: tuple(value) if isinstance(value, list) else value for field, value in self._values.items()}
        return CodeRecord.model_validate({**values, "unread_fields": frozenset(self._unread)})

    def _repeat(self, field: str, text: str, line: int, first: str) -> None:
        if folded(text) == folded(first):
            self.notice(line, field, "is given a second time")
        else:
            self.notice(line, field, "is given a second time, and differently")
            self.doubt(field)

    def _add_day(self, field: str, text: str, line: int) -> None:
        if text in _NO_DAY:
            return
        try:
            day = compact_day(text)
        except ValueError as wrong:
            self.notice(line, field, f"{text!r}: {wrong}")
            self._unread.add(field)
            return
        if self._values.setdefault(field, day) != day:
            self.notice(line, field, f"{text} disagrees with {self._values[field]}, given before")
            self._unread.add(field)

    def _add_count(self, field: str, text: str, line: int) -> None:
        if re.fullmatch(r"\d{1,3}", text, re.ASCII):
            self._values[field] = int(text)
        else:
            self.notice(line, field, f"{text!r} is no count")
            self._unread.add(field)

    def _coded(self, field: str, code: str, line: int) -> CodedValue:
        if field == "pricing_indicators" and code == "0":
            code = "00"  # as spreadsheet programs write it
        table = coded_values().get(field)
        if table is not None and code not in table:
            self.notice(line, field, f"{code!r} is no value of this field")
            plausible = _PLAUSIBLE.get(field)
            if plausible is None or not plausible.fullmatch(code):
                self._unread.add(field)
        return _coded_value(field, code)
