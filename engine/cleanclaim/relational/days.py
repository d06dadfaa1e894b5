"""The days of an input, in epochs within which nothing changes that is looked up by date."""

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from cleanclaim.codes import quarter_number
from cleanclaim.enrich.day import SERVICES
from cleanclaim.relational.connection import Database
from cleanclaim.relational.raw_values import day_of, take_up

CLAIM_TYPES = tuple(SERVICES)
KINDS = ((False, False), (False, True), (True, True))
"""Of a line: whether its first modifier is an ambulance's, and whether it bears a code."""


@dataclass(frozen=True, slots=True)
class Days:
    """For each epoch of codes, and of modifiers, a day of it; epochs are numbered from 0."""

    of_codes: Mapping[int, date]
    of_modifiers: Mapping[int, date]
    spans: Mapping[int, tuple[date, date]]
    """For each epoch of codes the first and last day of it that the input holds."""

    def code_key(self, code: int, epoch: int, last_epoch: int, claim_type: int) -> int:
        """One number for the raw values of a code, the epochs of a line's days and the type of claim, a sum."""
        return ((code * len(self.of_codes) + epoch) * len(self.of_codes) + last_epoch) * len(CLAIM_TYPES) + claim_type

    def modifier_key(self, modifiers: int, epoch: int, kind: int) -> int:
        """One number for the raw values of modifiers, the epoch of a line's day and the kind of line."""
        return (modifiers * len(self.of_modifiers) + epoch) * len(KINDS) + kind


def make_days(database: Database, changes: Collection[date], changes_of_modifiers: Collection[date]) -> Days:
    """Make the table `day` of `raw_day`: each day with its epochs. Raises DatabaseFailed.

    `changes` are the days on which something may change for codes, and for modifiers; quarters change it anyway.
    """
    raw = database.rows("select id, cast(raw as varchar) from raw_day")
    days = {number: day for number, text in raw if (day := day_of(text)) is not None}
    of_codes, of_modifiers = (_numbered(list(days.values()), one) for one in (changes, changes_of_modifiers))
    spans: dict[int, tuple[date, date]] = {}
    for day, epoch in of_codes.items():
        first, last = spans.get(epoch, (day, day))
        spans[epoch] = (min(first, day), max(last, day))
    found = Days(
        {epoch: day for day, epoch in of_codes.items()}, {epoch: day for day, epoch in of_modifiers.items()}, spans
    )
    rows = [
        (number, day, epoch, other, found.code_key(0, epoch, 0, 0), found.code_key(0, 0, epoch, 0),
         found.modifier_key(0, other, 0))
        for number, day in days.items()
        for epoch, other in ((of_codes[day], of_modifiers[day]),)
    ]  # fmt: skip
    names = ("epoch", "modifier_epoch", "first_part", "last_part", "modifier_part")
    columns = {"day": "date", **dict.fromkeys(names, "bigint")}
    take_up(database, "day", "raw_day", ("raw",), columns, rows)
    return found


def _numbered(days: Sequence[date], changes: Collection[date]) -> dict[date, int]:
    """The number of the epoch of each day."""
    in_order = sorted(changes)
    numbers: dict[tuple[int, int], int] = {}
    return {
        day: numbers.setdefault((bisect_right(in_order, day), quarter_number(day)), len(numbers))
        for day in sorted(days)
    }
