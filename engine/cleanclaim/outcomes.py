"""What became of each edit on each line of a claim, and what was compared: plain data, free of patients' names."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from cleanclaim.findings import Disposition

Outcome = Literal["fired", "bypassed", "not_checked", "passed", "did_not_apply"]
OUTCOMES: tuple[Outcome, ...] = ("fired", "bypassed", "not_checked", "passed", "did_not_apply")
"""In the order in which they are told."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison of a condition, or a group of them, with the values compared."""

    text: str
    holds: bool | None
    """None where a value in it is not known."""
    left: str = ""
    """The value on the left; of a word, list or modifier the only one."""
    right: str | None = None
    """The value on the right, where the text itself does not tell it."""
    distance: str | None = None
    """How far the left lies from the right: `1.25 below`, `16 days after`, `equal`."""
    values: tuple[tuple[str, str], ...] = ()
    """The facts and parameters that a side is reckoned from, with their values."""
    parts: tuple["Compared", ...] = ()
    """Of a group."""


@dataclass(frozen=True, slots=True)
class EditOutcome:
    """What became of one edit on one line."""

    edit_id: str
    title: str
    disposition: Disposition
    outcome: Outcome
    about: Literal["line", "claim", "reader", "engine"]
    """What the outcome is about: this line, the claim as a whole, its reading, or the engine's run on it."""
    reasons: tuple[str, ...] = ()
    """Why it did not apply or could not be checked; by which edits it was bypassed."""
    compared: tuple[Compared, ...] = ()
    """All of these must hold for the edit to fire."""


@dataclass(frozen=True, slots=True)
class LineOutcomes:
    """What became of the edits on one line."""

    line_number: int
    procedure_code: str | None
    date_of_service: date
    edits: tuple[EditOutcome, ...]


@dataclass(frozen=True, slots=True)
class ClaimOutcomes:
    """What became of the edits on a claim."""

    claim_id: str | None
    payer_type: str | None
    lines: tuple[LineOutcomes, ...]
    unreadable: tuple[str, ...] = ()
    """What could not be read, and is not among the lines."""


def counted(claims: Iterable[ClaimOutcomes]) -> Counter[Outcome]:
    """How many there are of each outcome."""
    return Counter(one.outcome for claim in claims for line in claim.lines for one in line.edits)
