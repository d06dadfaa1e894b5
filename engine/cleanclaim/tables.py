"""The tables that CMS publishes beside the code set: add-on codes, medically unlikely edits, ASC payment."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple, get_args

from cleanclaim.codes import CodeRecord, CodeSetRelease, ReleaseId, first_day_of, last_day_of
from cleanclaim.values import FIRST_DAY, Day, Model, Units

CONTRACTOR_DEFINED = "CCCCC"
"""Stands for the primary code of an add-on code whose primaries the contractor defines."""

AddOnType = Literal[1, 2, 3]
MueService = Literal["practitioner", "outpatient", "dme"]
MueIndicator = Literal[1, 2, 3]
Addendum = Literal["AA", "BB"]


class AddOnPair(Model):
    """One row of the add-on code file: a primary procedure that may carry an add-on code."""

    primary_code: str
    edit_type: AddOnType
    """1 a closed list of primaries, 2 none (the contractor defines them), 3 a list that the contractor may add to."""
    effective_date: Day | None = None
    """The first day of the pair."""
    deletion_date: Day | None = None
    """The last day of the pair, and so for the two codes."""
    add_on_deletion_date: Day | None = None
    primary_deletion_date: Day | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the pair is in force on a day; a pair without dates always is."""
        return (self.effective_date is None or self.effective_date <= day) and (
            self.last_day is None or day <= self.last_day
        )

    @property
    def last_day(self) -> date | None:
        """The last day on which the pair is in force; None when it has not ended."""
        ends = (self.deletion_date, self.add_on_deletion_date, self.primary_deletion_date)
        return min((end for end in ends if end is not None), default=None)


class AddOnPairs(Model):
    """The rows of one add-on code."""

    pairs: tuple[AddOnPair, ...]


class UnitLimit(Model):
    """One row of an MUE table: the most units of a code."""

    units: Units
    indicator: MueIndicator
    """Adjudication indicator: 1 by line, 2 by date of service (policy), 3 by date of service (clinical)."""
    rationale: str | None = None


class AscListing(Model):
    """One row of Addendum AA or BB."""

    payment_indicator: str | None = None


Kind = Literal["code_set", "add_on", "mue", "asc"]
Entry = CodeRecord | AddOnPairs | UnitLimit | AscListing
PARTS: Mapping[Kind, tuple[str, ...]] = {
    "code_set": ("complete", "partial"),
    "add_on": ("dated", "undated"),
    "mue": get_args(MueService),
    "asc": get_args(Addendum),
}
"""What tells the layers of a kind and a quarter apart."""


class Layer(NamedTuple):
    """What one kind of file says for one quarter: a library is made of layers, and each code has an entry in some.

    `part` is one of PARTS: of the code set complete and partial, of add-on codes dated and undated, of MUE tables the
    service, of ASC payment the addendum.
    """

    kind: Kind
    quarter: ReleaseId
    part: str

    def speaks_for(self, day: date) -> bool:
        """Whether what a table says, or does not say, is true on a day.

        An add-on code table whose rows bear dates speaks for every day up to the end of its quarter, every other table
        for its quarter alone.
        """
        starts = FIRST_DAY if self.part == "dated" else first_day_of(self.quarter)
        return starts <= day <= last_day_of(self.quarter)


@dataclass(frozen=True, slots=True)
class Part:
    """The entries of a layer by code; None where the file holds the code and its entry could not be read."""

    layer: Layer
    entries: Mapping[str, Entry | None]


def part_of(release: CodeSetRelease) -> Part:
    """A release of the code set as a part of a library."""
    unreadable: dict[str, Entry | None] = dict.fromkeys(release.unreadable_codes)
    return Part(Layer("code_set", release.id, release.scope), {**unreadable, **release.records, **release.modifiers})
