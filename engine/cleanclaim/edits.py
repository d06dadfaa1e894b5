"""An edit, its versions and the dated parameters it may name, as their files hold them."""

import re
from datetime import date
from decimal import Decimal
from functools import cache, cached_property
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from cleanclaim.claims import PayerType
from cleanclaim.findings import Citation, Disposition, Remittance
from cleanclaim.values import FIRST_DAY, LAST_DAY, Day, Model, quantity

_CODES_REMEMBERED = 32_768
EditId = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}[0-9]{3}$")]
Sentence = Annotated[str, StringConstraints(min_length=3, strip_whitespace=True)]


class Period(Model):
    """Days from the first to the last, both inclusive; an end not given is open."""

    first: Day | None = None
    last: Day | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.starts > self.ends:
            raise ValueError("the period ends before it starts")
        return self

    @property
    def starts(self) -> date:
        """The first day, 0001-01-01 when open."""
        return self.first or FIRST_DAY

    @property
    def ends(self) -> date:
        """The last day, 9999-12-31 when open."""
        return self.last or LAST_DAY

    def __contains__(self, day: date) -> bool:
        """Whether the day lies in the period."""
        return self.starts <= day <= self.ends

    @property
    def words(self) -> str:
        """The period in words."""
        match self.first, self.last:
            case None, None:
                return "always"
            case None, last:
                return f"until {last}"
            case first, None:
                return f"from {first}"
            case first, last:
                return f"{first} to {last}"


class EditVersion(Model):
    """What an edit means for the dates of service of one period."""

    effective: Period = Period()
    when: Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
    """The condition over the facts under which the edit fires."""
    message: Sentence
    """What is wrong: {name} is a fact's value; a part in [brackets] is left out where a value in it is none."""
    fix: Sentence
    """What to change; like the message."""


class ConditionalRemittance(Remittance):
    """A remittance that applies when its condition holds; without one, always."""

    when: str | None = None


class Question(Model):
    """What an edit asks about the other lines of the claim: whether there is one of which a condition holds."""

    where: Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
    """The condition over the other line's facts."""
    same: tuple[str, ...] = ()
    """Facts that the other line shares with this one."""


QuestionName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]


class Edit(Model):
    """One edit: what it is called, what becomes of a line that fails it, by whose authority, and since when."""

    id: EditId
    title: Sentence
    disposition: Disposition
    level: Literal["line", "claim"] = "line"
    payer_types: Annotated[tuple[PayerType, ...], Field(min_length=1)] | None = None
    """The payers it applies to; all when not given."""
    superseded_by: tuple[EditId, ...] | None = None
    """The edits that, firing on the same line, leave this one out; see the catalogue for the default."""
    other_lines: dict[QuestionName, Question] = Field(default={})
    """Each name is a word in this edit's conditions and texts: present or absent."""
    remittance: tuple[ConditionalRemittance, ...] = ()
    """The first whose condition holds counts."""
    citations: Annotated[tuple[Citation, ...], Field(min_length=1)]
    raised_by: Literal["reader", "engine"] | None = None
    """Who reports the edit when no condition does."""
    versions: tuple[EditVersion, ...] = ()
    message: Sentence | None = None
    """Only with `raised_by`; otherwise each version has its own."""
    fix: Sentence | None = None
    known_gaps: tuple[Sentence, ...] = ()

    @model_validator(mode="after")
    def _versions_or_raised_by(self) -> Self:
        raised = self.raised_by is not None
        if raised == bool(self.versions):
            raise ValueError("an edit has either versions or raised_by")
        if raised != (self.message is not None) or raised != (self.fix is not None):
            raise ValueError("message and fix stand in each version, or beside raised_by")
        for one, other in zip(self.versions, self.versions[1:], strict=False):
            if one.effective.ends >= other.effective.starts:
                raise ValueError("versions stand in the order of their periods and share no day")
        if len({*(self.payer_types or ())}) < len(self.payer_types or ()):
            raise ValueError("a payer type is named twice")
        return self

    @property
    def family(self) -> str:
        """The three letters of the edit's family."""
        return self.id[:3]


def _codes(value: object) -> object:
    if not isinstance(value, str):
        raise ValueError("a code or a range of codes (Q4100-Q4449) is wanted")
    return value.strip()


CodeOrRange = Annotated[str, BeforeValidator(_codes), StringConstraints(pattern=r"^[0-9A-Z]{5}(-[0-9A-Z]{5})?$")]


class CodeListVersion(Model):
    """The codes of a list in one period."""

    effective: Period = Period()
    codes: Annotated[tuple[CodeOrRange, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _ranges_ascend(self) -> Self:
        for code in self.codes:
            first, _, last = code.partition("-")
            if last and (last < first or range_pattern(first) != range_pattern(last)):
                raise ValueError(f"the range {code} does not ascend from one code to another of its shape")
        return self


class NumberVersion(Model):
    """The value of a number in one period."""

    effective: Period = Period()
    value: Annotated[Decimal, BeforeValidator(lambda value: quantity(value, whole_digits=7, places=3))]


class SuccessorVersion(Model):
    """For codes and ranges of codes, in one period, the codes billed in their place."""

    effective: Period = Period()
    successors: Annotated[dict[CodeOrRange, tuple[CodeOrRange, ...]], Field(min_length=1)]


class Parameter(Model):
    """A dated parameter that edits or facts name: a list of codes, a number, or successors of codes."""

    name: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
    title: Sentence
    citations: Annotated[tuple[Citation, ...], Field(min_length=1)]
    lists: tuple[CodeListVersion, ...] = ()
    numbers: tuple[NumberVersion, ...] = ()
    replacements: tuple[SuccessorVersion, ...] = ()
    known_gaps: tuple[Sentence, ...] = ()

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        kinds = [kind for kind in (self.lists, self.numbers, self.replacements) if kind]
        if len(kinds) != 1:
            raise ValueError("a parameter has lists, numbers or replacements, and one kind alone")
        periods = [version.effective for version in kinds[0]]
        if self.numbers:
            _whole_time(periods)
        return self

    def covers(self, code: str, day: date) -> bool:
        """Whether a list holds the code on the day. A range holds the codes of its shape."""
        return any(day in period for period in self.periods_of(code))

    def periods_of(self, code: str) -> tuple[Period, ...]:
        """The periods in which a list holds the code."""
        remembered = self.remembered
        known = remembered.get(code)
        if known is None:
            if len(remembered) >= _CODES_REMEMBERED:
                remembered.clear()
            known = remembered[code] = self._looked_up(code)
        return known

    @cached_property
    def remembered(self) -> dict[str, tuple[Period, ...]]:
        """The periods of codes that were looked up."""
        return {}

    def _looked_up(self, code: str) -> tuple[Period, ...]:
        singles, ranges = self._listed
        return (*singles.get(code, ()), *(period for one, period in ranges if code_in(code, one)))

    @cached_property
    def _listed(self) -> tuple[dict[str, list[Period]], list[tuple[str, Period]]]:
        """The periods of each code that lists name, and each range with its period."""
        singles: dict[str, list[Period]] = {}
        ranges = []
        for version in self.lists:
            for one in version.codes:
                if "-" in one:
                    ranges.append((one, version.effective))
                else:
                    singles.setdefault(one, []).append(version.effective)
        return singles, ranges

    def codes_on(self, day: date) -> tuple[str, ...]:
        """The codes and ranges of a list on the day."""
        return tuple(code for version in self.lists if day in version.effective for code in version.codes)

    def number_on(self, day: date) -> Decimal:
        """The number on the day; number parameters have one for every day."""
        return next(version.value for version in self.numbers if day in version.effective)

    def successors_of(self, code: str, day: date) -> tuple[str, ...]:
        """The codes billed in place of the code on the day."""
        return tuple(
            successor
            for version in self.replacements
            if day in version.effective
            for old, successors in version.successors.items()
            if code_in(code, old)
            for successor in successors
        )

    def changes(self) -> set[date]:
        """The days on which the parameter may begin to say something else."""
        periods = [version.effective for kind in (self.lists, self.numbers, self.replacements) for version in kind]
        return {period.starts for period in periods} | {
            date.fromordinal(period.ends.toordinal() + 1) for period in periods if period.ends < LAST_DAY
        }


def _whole_time(periods: list[Period]) -> None:
    if periods[0].first is not None or periods[-1].last is not None:
        raise ValueError("a number has a value for every day: the first period has no first day, the last no last day")
    for one, other in zip(periods, periods[1:], strict=False):
        if other.starts.toordinal() != one.ends.toordinal() + 1:
            raise ValueError("the periods of a number follow each other without a gap")


def range_pattern(code_or_range: str) -> str:
    """The shape of a range's codes as a regular expression: its letters, and digits elsewhere."""
    first = code_or_range.partition("-")[0]
    return "^" + "".join("[0-9]" if character.isdigit() else character for character in first) + "$"


@cache
def _shape(code_or_range: str) -> re.Pattern[str]:
    return re.compile(range_pattern(code_or_range))


def code_in(code: str, code_or_range: str) -> bool:
    """Whether a code is the one named, or lies in the range named and is of its shape."""
    first, _, last = code_or_range.partition("-")
    if not last:
        return code == first
    return first <= code <= last and _shape(code_or_range).fullmatch(code) is not None
