"""A claim of an 837 as its segments come, and what is made of it.

A line without a date of service of its own has that of the claim: a date of service, else the statement dates, else the
day of admission. Free text (SV101-7, SV202-7, NTE) is told apart and not kept: a description is a number within the
claim. A note on the claim stands for a description on each of its lines.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from cleanclaim.claims import ReadClaim, Unreadable
from cleanclaim.read.assemble import Part, assemble
from cleanclaim.read.x12.elements import days, element, is_amount, line_number, provider
from cleanclaim.read.x12.lines import BilledLine
from cleanclaim.read.x12.places import Doubt, Place, Stood
from cleanclaim.read.x12.segments import text_of

MOST_LINES = 9_999
"""Of a claim; the guides allow 50 professional and 999 institutional ones."""
_IN_ORDER = [str(number) for number in range(1, 51)]
"""Numbers of lines, as nearly all claims have them."""
_DATES = ("472", "434", "435")
"""Dates (DTP01) of a claim that stand for those of its lines, the first that is told."""
_CLAIM_TYPES = {"SV1": "professional", "SV2": "institutional"}
_SERVICES = {"A": "SV2", "B": "SV1"}
"""What CLM05-2 says that CLM05-1 is, a type of bill or a place of service, and the services of such claims."""
_ELEMENTS = {"claim_id": 1, "place_of_service": 5, "type_of_bill": 5}
"""The elements of CLM, by field."""
_REASONS = {"payer_type": "no SBR of the subscriber tells the kind of payer (SBR09)"}


@dataclass(slots=True)
class BilledClaim:
    """What segments told of a claim so far."""

    stood: Stood
    place: Place
    """Of CLM or, where that is missing, of the first line."""
    header: Sequence[str] = ()
    """The elements of CLM; none where it is missing."""
    component: str = ":"
    service: str | None = None
    """The segment of services in claims of the transaction's guide, where it is known."""
    around: dict[str, object] = field(default_factory=dict)
    """Fields that the loops around the claim tell."""
    places: dict[str, tuple[Place, int | None]] = field(default_factory=dict)
    """Of these: their segments and elements."""
    doubts: list[Doubt] = field(default_factory=list)
    """What may be missing."""
    lines: list[BilledLine] = field(default_factory=list)
    line: BilledLine | None = None
    """The line that is open."""
    has_other_subscriber: bool = False
    """Whether a loop of another payer is open, whose providers are not the claim's."""
    _provider: str | None = None
    _wrong: dict[str, str] = field(default_factory=dict)
    """Fields that are contradicted, each with the reason."""
    _dates: dict[str, tuple[date, date]] = field(default_factory=dict)
    _texts: list[str] = field(default_factory=list)

    def begin_line(self, number: str | None, place: Place) -> BilledLine:
        """A line that begins; of those beyond the most, the last alone is held."""
        self.line = line = BilledLine(place, number)
        if number is None:
            line.refuse("line", "no LX stands before its service", place)
        if len(self.lines) > MOST_LINES:
            self.lines[-1] = line
            return line
        if len(self.lines) == MOST_LINES:
            self.doubts.append((f"it has more than {MOST_LINES:,} lines; what follows was not read", place, None))
        self.lines.append(line)
        return line

    def take_service(self, name: str, elements: Sequence[str], place: Place) -> None:
        """SV1, SV2, or a service of another kind of claim."""
        line = self.line
        if line is None or line.service is not None:
            line = self.begin_line(None, place)
        line.take_service(name, elements, self.component, place)

    def take_date(self, elements: Sequence[str], place: Place) -> None:
        """DTP: a date of service, of the line that is open or of all; other dates are passed over."""
        qualifier = element(elements, 1)
        if self.line is not None:
            if qualifier == "472":
                self.line.take_date(elements, place)
        elif qualifier in _DATES:
            try:
                found = days(*elements[2:4])
            except ValueError as wrong:
                self.doubts.append((f"date {qualifier}: {wrong}", place, 3))
                return
            if self._dates.setdefault(qualifier, found) != found:
                self.doubts.append((f"date {qualifier} is told twice", place, 3))

    def take_note(self, elements: Sequence[str], place: Place) -> None:
        """NTE: a description of the line that is open, or of all lines."""
        if self.line is not None:
            self.line.take_note(elements, place)
        elif text := element(elements, 2):
            self._texts.append(text)

    def take_rendering_provider(self, elements: Sequence[str], place: Place) -> None:
        """NM1 of a rendering provider: of the line that is open, else of the claim, unless it is another payer's."""
        if self.line is not None:
            self.line.take_rendering_provider(elements, place)
        elif not self.has_other_subscriber:
            found = provider(elements)
            if found is None:
                self.doubts.append(("rendering_provider: NM109 is no identifier of a provider", place, 9))
            elif found and self._provider not in (None, found):
                self.doubts.append(("rendering_provider: it is told twice", place, 9))
            else:
                self._provider = found or self._provider

    def is_balanced(self) -> bool:
        """Whether the charges of the lines add up to that of the claim (CLM02), as the guides want it."""
        charges = [str(line.fields.get("charge", "0")) for line in self.lines]
        whole = element(self.header, 2)
        return all(map(is_amount, (whole, *charges))) and sum(map(Decimal, charges)) == Decimal(whole)

    def read(self) -> ReadClaim:
        """The claim as far as it can be read."""
        fields = self._fields()
        claim_id = fields.get("claim_id")
        name = claim_id if isinstance(claim_id, str) else None
        self._complete_lines(fields)
        self._doubt_numbers()
        wrong = [
            Unreadable(claim_id=name, field="claim", reason=reason, location=self.stood.at(place, number))
            for reason, place, number in self.doubts
        ]
        lines = self.lines[:MOST_LINES]
        wrong.extend(self._refused(line, name) for line in lines if line.wrong)
        read_lines = [line for line in lines if not line.wrong]
        parts = [self._part(line) for line in read_lines]
        read = assemble(Part(fields, self.stood.at(self.place), self._wrong), parts, wrong)
        if len(read.unreadable) > len(wrong):
            read = self._with_places(read, len(wrong), read_lines)
        return read.model_copy(update={"is_whole": False}) if self.doubts else read

    def _part(self, line: BilledLine) -> Part:
        location, known = self.stood.at(line.place), line.known()
        return Part(line.fields if known is None else line.own, location, known=known)

    def _fields(self) -> dict[str, object]:
        """The fields of the claim itself; the services of its lines are those of its type from here on."""
        fields = dict(self.around)
        facility, kind, frequency = (*element(self.header, 5).split(self.component), "", "", "")[:3]
        if self.header:
            self._take_kind(kind.strip().upper())
            if is_amount(element(self.header, 2)):
                fields["claim_id"] = text_of(element(self.header, 1))
        if self.service is None:
            self.service = next((line.service for line in self.lines if line.service in _CLAIM_TYPES), None)
        fields["claim_type"] = _CLAIM_TYPES.get(self.service or "", "professional")
        if self.service == "SV2":
            fields["type_of_bill"] = text_of(facility.strip() + frequency.strip())
        else:
            fields["place_of_service"] = text_of(facility)
        return fields

    def _take_kind(self, kind: str) -> None:
        """CLM05-2, which tells the type of the claim, unless its guide and all of its lines tell another."""
        told = _SERVICES.get(kind, self.service)
        if told != self.service is not None and {line.service for line in self.lines} == {self.service}:
            name = "type_of_bill" if self.service == "SV2" else "place_of_service"
            self._wrong = {name: f"CLM05-2 is {kind}, which no claim of its guide has"}
        else:
            self.service = told

    def _complete_lines(self, fields: dict[str, object]) -> None:
        """Give lines what the claim tells for them, and say of those that are none why."""
        dates = next((self._dates[one] for one in _DATES if one in self._dates), None)
        texts: dict[tuple[str, ...], int] = {}
        is_split = any(line.is_by_another for line in self.lines)
        for line in self.lines:
            if line.service is None:
                line.refuse("line", "no service (SV1 or SV2) follows its LX", line.place)
            elif line.service != self.service:
                line.refuse("line", f"{line.service} tells no service of a claim of this type", line.place)
            line.own["line_number"] = line.number
            if dates and "date_of_service" not in line.own:
                line.own["date_of_service"], line.own["date_of_service_end"] = dates
            if self._provider and is_split and not line.is_by_another:
                line.own.setdefault("rendering_provider", self._provider)
            if line.texts or self._texts:
                told = (*line.texts, *self._texts)
                line.own["description"] = str(texts.setdefault(told, len(texts) + 1))
        if self._provider and not is_split:
            fields["rendering_provider"] = self._provider

    def _doubt_numbers(self) -> None:
        if [line.number for line in self.lines] == _IN_ORDER[: len(self.lines)]:
            return
        numbers = [line_number(line.number) for line in self.lines]
        known = [one for one in numbers if one is not None]
        if len(known) == len(numbers) == len(set(known)) and max(known, default=0) != len(known):
            reason = f"its lines are numbered up to {max(known)}, and are {len(known)}"
            self.doubts.append((reason, self.lines[-1].place, None))

    def _refused(self, line: BilledLine, claim_id: str | None) -> Unreadable:
        name, (reason, place, number) = next(iter(line.wrong.items()))
        if len(line.wrong) > 1:
            reason = "; ".join(f"{one}: {why}" for one, (why, _, _) in line.wrong.items())
            name, number = "line", None
        return Unreadable(
            claim_id=claim_id, line_number=line_number(line.number), of_line=True, field=name, reason=reason,
            location=self.stood.at(place, number),
        )  # fmt: skip

    def _with_places(self, read: ReadClaim, before: int, lines: Iterable[BilledLine]) -> ReadClaim:
        """The same; what was found wrong after the first has the element that told it."""
        by_place = {line.place: line for line in lines}
        placed = list(read.unreadable[:before])
        for one in read.unreadable[before:]:
            place = (one.location.segment or 0, one.location.byte_offset or 0)
            if one.of_line:
                place, number = by_place[place].place_of(one.field)
            else:
                place, number = self.places.get(one.field, (place, _ELEMENTS.get(one.field)))
            reason = _REASONS.get(one.field, one.reason)
            placed.append(one.model_copy(update={"location": self.stood.at(place, number), "reason": reason}))
        return read.model_copy(update={"unreadable": tuple(placed)})
