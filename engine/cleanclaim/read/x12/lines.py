"""A service line of an 837 as its segments come: LX, the service, dates, drug, notes and rendering provider."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from cleanclaim.claims import ClaimLine
from cleanclaim.read.x12.elements import (
    DRUG,
    OTHER_SERVICES,
    days,
    element,
    is_identifier,
    line_number,
    provider,
)
from cleanclaim.read.x12.places import Doubt, Place
from cleanclaim.read.x12.services import MOST_WITHIN_CODE, SERVICES, Service, known_service, service

_WITHIN_CODE = ("modifiers", "code_qualifier")


_NOTHING = Service({})
_NUMBER_AND_DAYS = frozenset({"line_number", "date_of_service", "date_of_service_end"})


@dataclass(slots=True)
class BilledLine:
    """What segments told of a line so far."""

    place: Place
    """Of the service; of LX while there is none."""
    number: str | None
    """LX01; None where there is no LX."""
    service: str | None = None
    """The name of the segment that tells the service."""
    told: Service = _NOTHING
    """What the service tells."""
    own: dict[str, object] = field(default_factory=dict)
    """Fields that the service does not tell."""
    texts: tuple[str, ...] = ()
    """Its descriptions."""
    wrong: dict[str, Doubt] = field(default_factory=dict)
    """What cannot be read, by field or, for the whole, `line`."""
    is_by_another: bool = False
    """Whether a rendering provider is named, but not identified."""
    _places: dict[str, tuple[Place, int]] = field(default_factory=dict)
    """Of fields that the service does not tell: their segments and elements."""

    def refuse(self, name: str, reason: str, place: Place, number: int | None = None) -> None:
        """Note why a field cannot be read, the first reason of each."""
        self.wrong.setdefault(name, (reason, place, number))

    @property
    def fields(self) -> dict[str, object]:
        """All fields of the line."""
        return {**self.told.fields, **self.own}

    def known(self) -> ClaimLine | None:
        """The line, where it tells no more than a service that has been met before, a number and days."""
        number = line_number(self.number)
        if self.told.pattern is None or number is None or self.own.keys() != _NUMBER_AND_DAYS:
            return None
        return self.told.pattern.with_valid({**self.own, "line_number": number})

    def place_of(self, name: str) -> tuple[Place, int | None]:
        """The segment and element that told a field."""
        if name in self._places:
            return self._places[name]
        numbers = SERVICES.get(self.service or "", {})
        return self.place, numbers.get("procedure_code" if name in _WITHIN_CODE else name)

    def take_service(self, name: str, elements: Sequence[str], component: str, place: Place) -> None:
        """SV1, SV2, or a service of another kind of claim."""
        self.service, self.place = name, place
        if name in OTHER_SERVICES:
            self.refuse("line", f"{name} tells no service of a professional or institutional claim", place)
            return
        number = SERVICES[name]["procedure_code"]
        has_text = number < len(elements) and elements[number].count(component) > MOST_WITHIN_CODE
        told = self.told = (service if has_text else known_service)(name, component, *elements[1:6])
        if told.description:
            self.texts += (told.description,)
        if told.wrong is not None:
            self.refuse("procedure_code", told.wrong, place, number)

    def take_date(self, elements: Sequence[str], place: Place) -> None:
        """DTP of a date of service."""
        self._check_order("DTP", place)
        try:
            first, last = days(*elements[2:4])
        except ValueError as wrong:
            self.refuse("date_of_service", str(wrong), place, 3)
            return
        self._put("date_of_service", first, place, 3)
        self._put("date_of_service_end", last, place, 3)

    def take_drug(self, elements: Sequence[str], place: Place) -> None:
        """LIN: a national drug code."""
        if element(elements, 2).upper() != "N4":
            return
        self._check_order("LIN", place)
        code = element(elements, 3)
        if is_identifier(code, DRUG):
            self._put("ndc", code, place, 3)
        else:
            self.refuse("ndc", "the digits of a drug code are wanted", place, 3)

    def take_note(self, elements: Sequence[str], place: Place) -> None:
        """NTE: a description."""
        self._check_order("NTE", place)
        if text := element(elements, 2):
            self.texts += (text,)

    def take_rendering_provider(self, elements: Sequence[str], place: Place) -> None:
        """NM1 of a rendering provider."""
        self._check_order("NM1", place)
        found = provider(elements)
        if found is None:
            self.refuse("rendering_provider", "NM109 is no identifier of a provider", place, 9)
        elif found:
            self._put("rendering_provider", found, place, 9)
        else:
            self.is_by_another = True

    def _put(self, name: str, value: object, place: Place, number: int) -> None:
        if name in self._places:
            self.refuse(name, "it is told twice on one line", place, number)
        self.own[name], self._places[name] = value, (place, number)

    def _check_order(self, name: str, place: Place) -> None:
        if self.service is None:
            self.refuse("line", f"{name} stands before its service (SV1 or SV2)", place)
