"""HCPCS code records and code set releases: what a code means, and for which quarter."""

from calendar import monthrange
from datetime import date
from functools import cache
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from cleanclaim.values import Day, Model

Scope = Literal["complete", "partial"]
QUARTER = r"[1-9][0-9]{3}-(01|04|07|10)"
ReleaseId = Annotated[str, StringConstraints(pattern=f"^{QUARTER}$")]


class Notice(Model):
    """Something in a file that did not fit, and was passed over or kept with doubt."""

    file: str
    line: int | None
    field: str
    reason: str

    def __str__(self) -> str:
        """The notice as one line of text."""
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{place}: {self.field}: {self.reason}"


class CodedValue(Model):
    """The value of a coded field, with its description."""

    code: str
    description: str | None = None


class CodeRecord(Model):
    """What one release says of a procedure code or a modifier: every field of a row of the CMS file, or a document."""

    code: str
    long_description: str
    short_description: str | None = None
    pricing_indicators: tuple[CodedValue, ...] = ()
    multiple_pricing_indicator: CodedValue | None = None
    coverage_code: CodedValue | None = None
    asc_payment_group: CodedValue | None = None
    asc_effective_date: Day | None = None
    betos: CodedValue | None = None
    """Berenson-Eggers type of service."""
    types_of_service: tuple[CodedValue, ...] = ()
    anesthesia_base_units: int | None = None
    code_added_date: Day | None = None
    action_effective_date: Day | None = None
    """The day of the latest maintenance action; not the start of the code's validity."""
    termination_date: Day | None = None
    """The last day on which the code may be used."""
    action_code: CodedValue | None = None
    status: str | None = None
    last_update: str | None = None
    coverage_issues_references: tuple[str, ...] = ()
    """Sections of the Coverage Issues Manual (CIM)."""
    carriers_manual_references: tuple[str, ...] = ()
    """Sections of the Medicare Carriers Manual (MCM)."""
    statute: str | None = None
    laboratory_certifications: tuple[CodedValue, ...] = ()
    cross_references: tuple[str, ...] = ()
    """Codes to be used instead."""
    outpatient_payment_group: str | None = None
    outpatient_policy_indicator: str | None = None
    outpatient_effective_date: Day | None = None
    processing_note: str | None = None
    unread_fields: frozenset[str] = Field(default=frozenset())
    """Fields that bore a value which could not be read; each has a notice."""

    @property
    def is_doubtful(self) -> bool:
        """Whether a field that edits rest on could not be read, so that the record must not be put in force."""
        return bool(self.unread_fields & _RESTED_ON)


_RESTED_ON = frozenset({
    "long_description", "short_description", "coverage_code", "pricing_indicators", "asc_payment_group",
    "asc_effective_date", "code_added_date", "termination_date",
})  # fmt: skip


class CodeSetRelease(Model):
    """The code records that are true for one quarter.

    `scope` is complete when the release holds every code in force (a CMS file), partial when it holds some.
    """

    id: ReleaseId
    """Year and first month of its quarter: 2026-01."""
    scope: Scope
    records: dict[str, CodeRecord]
    """Of procedure codes."""
    modifiers: dict[str, CodeRecord] = Field(default={})
    unreadable_codes: frozenset[str] = frozenset()
    """Codes that the file holds but whose record could not be read: of these the release says nothing."""

    @model_validator(mode="after")
    def _keys_are_codes(self) -> Self:
        everything = (*self.records.items(), *self.modifiers.items())
        wrong = [code for code, record in everything if record.code != code]
        if wrong:
            raise ValueError(f"records stand under another code: {', '.join(sorted(wrong))}")
        return self

    @property
    def first_day(self) -> date:
        """The first day of the quarter."""
        return first_day_of(self.id)


def quarter_number(day: date) -> int:
    """The number of the day's quarter, counted from year 0; differences are whole quarters."""
    return day.year * 4 + (day.month - 1) // 3


def release_id(day: date) -> str:
    """The id of the release whose quarter holds the day."""
    return f"{day.year:04d}-{(day.month - 1) // 3 * 3 + 1:02d}"


@cache
def first_day_of(release: str) -> date:
    """The first day of a release's quarter."""
    return date(int(release[:4]), int(release[5:]), 1)


@cache
def last_day_of(release: str) -> date:
    """The last day of a release's quarter."""
    year, month = int(release[:4]), int(release[5:]) + 2
    return date(year, month, monthrange(year, month)[1])
