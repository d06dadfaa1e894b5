"""A service line of an 837 as its segments come: LX, the service, dates, drug, notes and rendering provider."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from cleanclaim.read.x12.elements import (
    DRUG,
    OTHER_SERVICES,
    days,
    element,
    is_identifier,
    procedure,
    provider,
    revenue_code,
)
from cleanclaim.read.x12.places import Doubt, Place
from cleanclaim.read.x12.segments import text_of

_ELEMENTS = {
    "SV1": {"procedure_code": 1, "charge": 2, "unit_of_measure": 3, "units": 4, "place_of_service": 5},
    "SV2": {"revenue_code": 1, "procedure_code": 2, "charge": 3, "unit_of_measure": 4, "units": 5},
}
"""The elements of services, by field."""
_UNITS = "UN"
"""The unit of measure where none is told."""
_WITHIN_CODE = ("modifiers", "code_qualifier")


@dataclass(slots=True)
class BilledLine:
    """What segments told of a line so far."""

    place: Place
    """Of the service; of LX while there is none."""
    number: str | None
    """LX01; None where there is no LX."""
    service: str | None = None
    """The name of the segment that tells the service."""
    fields: dict[str, object] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)
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

    def place_of(self, name: str) -> tuple[Place, int | None]:
        """The segment and element that told a field."""
        if name in self._places:
            return self._places[name]
        numbers = _ELEMENTS.get(self.service or "", {})
        return self.place, numbers.get("procedure_code" if name in _WITHIN_CODE else name)

    def take_service(self, name: str, elements: Sequence[str], component: str, place: Place) -> None:
        """SV1, SV2, or a service of another kind of claim."""
        self.service, self.place = name, place
        if name in OTHER_SERVICES:
            self.refuse("line", f"{name} tells no service of a professional or institutional claim", place)
            return
        told = len(elements)
        for one, number in _ELEMENTS[name].items():
            if number < told and (text := elements[number].strip()):
                if one == "procedure_code":
                    self._take_code(text, component, place, number)
                elif text != _UNITS:
                    self.fields[one] = revenue_code(text) if one == "revenue_code" else text_of(text)

    def _take_code(self, text: str, component: str, place: Place, number: int) -> None:
        """A procedure: the qualifier of its code, the code, up to four modifiers and a description."""
        fields, description, wrong = procedure(text, component)
        if wrong is not None:
            self.refuse("procedure_code", wrong, place, number)
        self.fields.update(fields)
        if description:
            self.texts.append(description)

    def take_date(self, elements: Sequence[str], place: Place) -> None:
        """DTP of a date of service."""
        self._check_order("DTP", place)
        try:
            first, last = days(element(elements, 2), element(elements, 3))
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
            self.texts.append(text)

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
        self.fields[name], self._places[name] = value, (place, number)

    def _check_order(self, name: str, place: Place) -> None:
        if self.service is None:
            self.refuse("line", f"{name} stands before its service (SV1 or SV2)", place)
