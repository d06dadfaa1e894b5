"""The elements of a FHIR resource, each read or refused with where it stands and why."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from cleanclaim.read.fhir.systems import ABSENT, known_as
from cleanclaim.values import code_text, is_text, iso_day

_OF_ANY = ("id", "extension")
CONCEPT = frozenset({*_OF_ANY, "coding", "text"})
CODING = frozenset({*_OF_ANY, "system", "version", "code", "display", "userSelected"})
PERIOD = frozenset({*_OF_ANY, "start", "end"})
REFERENCE = frozenset({*_OF_ANY, "reference", "type", "identifier", "display"})
IDENTIFIER = frozenset({*_OF_ANY, "use", "type", "system", "value", "period", "assigner"})
_DATE_TIME = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2})?)?"
)


class Refused(ValueError):
    """An element that cannot be read: where it stands in its claim or item, as the rest of a JSON pointer, and why."""

    def __init__(self, steps: str, reason: str) -> None:
        super().__init__(reason)
        self.steps, self.reason = steps, reason


@dataclass
class Taken:
    """The fields of a claim or line, as a resource tells them."""

    fields: dict[str, object] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    """By field, the rest of the JSON pointer of what tells it."""
    refused: dict[str, str] = field(default_factory=dict)
    """By field, why what tells it cannot be read."""

    def take(self, name: str, steps: str, read: Callable[[], object]) -> None:
        """Take a field up, or why it cannot be."""
        self.names[name] = steps
        try:
            self.fields[name] = read()
        except Refused as wrong:
            self.refuse(name, wrong)

    def refuse(self, name: str, wrong: Refused) -> None:
        """Note why a field cannot be taken up."""
        self.names[name], self.refused[name] = wrong.steps, wrong.reason


class Coding(NamedTuple):
    """A code of a concept."""

    system: str
    """As `known_as` has it; blank where none is given."""
    code: str


def an_object(value: object, steps: str, known: frozenset[str]) -> Mapping[str, object]:
    """An object with no element but the known ones. Raises Refused."""
    if not isinstance(value, dict):
        raise Refused(steps, "an object is wanted")
    if "modifierExtension" in value:
        raise Refused(steps, "it has a modifierExtension, which may give it another meaning")
    if not known.issuperset(value) and any(name not in known and name[:1] != "_" for name in value):
        raise Refused(steps, "it has an element that FHIR does not define there")
    return value


def a_list(value: object, steps: str) -> list[object]:
    """A list; none where it is missing. Raises Refused."""
    if value is None:
        return []
    if not isinstance(value, list):
        raise Refused(steps, "a list is wanted")
    return value


def text_of(value: object, steps: str) -> str:
    """A text that is not blank. Raises Refused."""
    if not isinstance(value, str) or not value.strip() or not is_text(value):
        raise Refused(steps, "a text is wanted, and not a blank one")
    return value.strip()


def codings_of(value: object, steps: str) -> list[Coding]:
    """The codes of a concept, without those that only say why there is none. Raises Refused."""
    found = []
    for index, one in enumerate(a_list(an_object(value, steps, CONCEPT).get("coding"), f"{steps}/coding")):
        place = f"{steps}/coding/{index}"
        coding = an_object(one, place, CODING)
        system = coding.get("system", "")
        if not isinstance(system, str):
            raise Refused(f"{place}/system", "a text is wanted")
        system = known_as(system)
        if "code" not in coding and not system:
            continue
        code = text_of(coding.get("code"), f"{place}/code")
        if system not in ABSENT:
            found.append(Coding(system, code))
    return found


def code_of(value: object, steps: str, systems: Collection[str], wanted: str) -> str | None:
    """The one code that a concept has in these systems; None without a concept. Raises Refused."""
    if value is None:
        return None
    codings = codings_of(value, steps)
    codes = {code_text(coding.code) for coding in codings if coding.system in systems}
    if not codes:
        raise Refused(steps, f"none of its codings is of a system of {wanted}")
    return only(codes, steps)


def only(codes: Collection[str], steps: str) -> str:
    """The one code that all codings give. Raises Refused."""
    if len(codes) > 1:
        raise Refused(steps, "its codings contradict each other")
    return next(iter(codes))


def day_of(value: object, steps: str) -> date:
    """The day of a date or of a moment, as written, whatever its zone. Raises Refused."""
    if value is None:
        raise Refused(steps, "it is missing")
    match = _DATE_TIME.fullmatch(value.strip()) if isinstance(value, str) else None
    if match is None:
        raise Refused(steps, "a whole day is wanted, as 2026-01-31, with or without a time")
    try:
        return iso_day(match[1])
    except ValueError as wrong:
        raise Refused(steps, str(wrong)) from None


def period_of(value: object, steps: str) -> tuple[date, date]:
    """The first and last day of a period that has both. Raises Refused."""
    period = an_object(value, steps, PERIOD)
    return day_of(period.get("start"), f"{steps}/start"), day_of(period.get("end"), f"{steps}/end")


def party_of(value: object, steps: str) -> str:
    """An opaque id of whom a reference leads to; what it displays is no id. Raises Refused."""
    reference = an_object(value, steps, REFERENCE)
    if reference.get("identifier") is not None:
        identifier = an_object(reference["identifier"], f"{steps}/identifier", IDENTIFIER)
        if identifier.get("value") is not None:
            return text_of(identifier["value"], f"{steps}/identifier/value")
    if reference.get("reference") is None:
        raise Refused(steps, "it has neither a reference nor an identifier")
    return text_of(reference["reference"], f"{steps}/reference")


def whole_number(value: object) -> int | None:
    """A sequence number; None where it is none."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None
