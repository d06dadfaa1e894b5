"""A transaction of an 837 as its segments come: the loops around claims, and the claims within them.

A loop begins with HL: a billing provider (20), a subscriber (22), a patient (23); what it tells holds for the claims in
it and in the loops below. What cannot be told to belong anywhere is doubted where it stands: a line, a claim, or all
claims of a loop.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from cleanclaim.read.x12.billed import BilledClaim
from cleanclaim.read.x12.elements import (
    MOST_ELEMENTS,
    OTHER_SERVICES,
    PASSED_OVER,
    TAXONOMY,
    element,
    is_identifier,
    line_number,
    payer_type,
    provider,
)
from cleanclaim.read.x12.places import Doubt, Place, Stood
from cleanclaim.read.x12.segments import Delimiters, Segment

_Take = Callable[[Sequence[str], Place], None]
MOST_HELD = 150_000
"""Segments whose claims wait for the end of their transaction: some 5,000 claims, and the guides advise no more."""
_START = len("REF*")
_LEVELS = ("20", "22", "23")
_BILLING, _SUBSCRIBER, _PATIENT = _LEVELS


@dataclass(slots=True)
class _Loop:
    """What is told of the claims under an HL."""

    level: str
    number: str = ""
    """HL01."""
    fields: dict[str, object] = field(default_factory=dict)
    places: dict[str, tuple[Place, int | None]] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)

    def put(self, name: str, value: object, place: Place, number: int) -> None:
        """Take up a field that is told once."""
        if name in self.places:
            self.doubts.append((f"{name}: its loop tells it twice", place, number))
        else:
            self.fields[name], self.places[name] = value, (place, number)


class Transaction:
    """The claims of a transaction, as its segments come."""

    def __init__(self, stood: Stood, service: str | None, delimiters: Delimiters) -> None:
        """`service` is the segment of services in claims of the transaction's guide."""
        self._stood, self._service = stood, service
        self._separator, self._component = delimiters.element, delimiters.component
        self._around = _Loop("")
        self._loops: list[_Loop] = []
        self._claim: BilledClaim | None = None
        self._ended: list[BilledClaim] = []
        self._taken = 0
        """Segments taken up since the claims that had ended were last asked for."""
        self._takes: dict[str, _Take] = {
            "HL": self._hl, "PRV": self._prv, "NM1": self._nm1, "SBR": self._sbr, "CLM": self._clm, "LX": self._lx,
            "DTP": self._dtp, "LIN": self._lin, "NTE": self._nte,
            "SV1": partial(self._sv, "SV1"), "SV2": partial(self._sv, "SV2"),
            **dict.fromkeys(OTHER_SERVICES, partial(self._sv, "SV3")),
        }  # fmt: skip
        """What takes up each segment that tells something of a claim, by its name."""
        self._passed_over = frozenset(f"{name}{self._separator}" for name in PASSED_OVER)
        """What most segments that say nothing begin with."""

    @property
    def is_full(self) -> bool:
        """Whether its claims should be asked for: they are held, and no more should be."""
        return self._taken >= MOST_HELD

    def take(self, segments: Iterator[Segment], number: int) -> tuple[int, Segment | None]:
        """Take up segments behind one of a number, from 1 at ST; the number of the last, and the next, which was not.

        That is one that wants care, and may be none of the transaction, or any when the transaction is full.
        """
        takes, passed_over, separator, room = self._takes, self._passed_over, self._separator, MOST_HELD - self._taken
        segment = None
        for segment in segments:
            byte_offset, text, wrong = segment
            number += 1
            if text[:_START] not in passed_over or wrong is not None:
                elements = text.split(separator)
                name = elements[0]
                if name in takes and len(elements) <= MOST_ELEMENTS[name] and room and wrong is None:
                    takes[name](elements, (number, byte_offset))
                    room -= 1
                elif name not in PASSED_OVER or wrong is not None:
                    number -= 1
                    break
        else:
            segment = None
        self._taken = MOST_HELD - room
        return number, segment

    def take_with_care(self, segment: Segment, number: int) -> None:
        """Take up a segment that may be none, may have run into another, or whose name may need a second look."""
        byte_offset, text, wrong = segment
        elements = text.split(self._separator)
        name = elements[0].strip().upper()
        self._taken += 1
        if wrong is not None:
            self._doubt(f"a segment of it cannot be read: {wrong}", (number, byte_offset))
        elif name not in self._takes:
            if name not in PASSED_OVER:
                self._doubt("a segment whose name is none of an 837's stands in it", (number, byte_offset))
        elif any(elements[MOST_ELEMENTS[name] :]):
            self._doubt(f"another segment has run into its {name}", (number, byte_offset))
        else:
            self._takes[name](elements, (number, byte_offset))

    def ended(self) -> list[BilledClaim]:
        """The claims that have ended since they were last asked for."""
        ended, self._ended, self._taken = self._ended, [], 0
        return ended

    def last(self, cut_off: str | None = None) -> list[BilledClaim]:
        """The claims that have ended, and the one that is open at the end, which may have been `cut_off`."""
        if self._claim is not None and cut_off is not None:
            self._claim.doubts.append((cut_off, self._claim.place, None))
        self._end_claim()
        return self.ended()

    def _doubt(self, reason: str, place: Place) -> None:
        """Note that something may be missing where the latest segment stands."""
        claim = self._claim
        if claim is None:
            loop = self._loops[-1] if self._loops else self._around
            loop.doubts.append((reason, place, None))
        elif claim.line is not None:
            claim.line.refuse("line", reason, place)
        else:
            claim.doubts.append((reason, place, None))

    def _end_claim(self) -> None:
        if self._claim is not None:
            self._ended.append(self._claim)
            self._claim = None

    def _loop(self, level: str) -> _Loop | None:
        for one in self._loops:
            if one.level == level:
                return one
        return None

    def _hl(self, elements: Sequence[str], place: Place) -> None:
        self._end_claim()
        number, parent, level = element(elements, 1), element(elements, 2), element(elements, 3)
        if level not in _LEVELS:
            self._loops.append(_Loop(level, number, doubts=[("HL03 is none of 20, 22 and 23", place, 3)]))
            return
        above = [one for one in self._loops if one.level < level and one.level in _LEVELS]
        loop = _Loop(level, number)
        if level != _BILLING and (not above or above[-1].number != parent):
            loop.doubts.append(("HL02 names another loop than the one above it", place, 2))
        self._loops = [*above, loop]

    def _prv(self, elements: Sequence[str], place: Place) -> None:
        billing = self._loop(_BILLING)
        if self._claim is None and billing and element(elements, 1).upper() == "BI":
            taxonomy = element(elements, 3)
            if not taxonomy:
                return
            if is_identifier(taxonomy, TAXONOMY):
                billing.put("billing_taxonomy", taxonomy, place, 3)
            else:
                billing.doubts.append(("billing_taxonomy: PRV03 is no code of a taxonomy", place, 3))

    def _nm1(self, elements: Sequence[str], place: Place) -> None:
        entity = elements[1] if len(elements) > 1 else ""
        if entity == "82":
            if self._claim is not None:
                self._claim.take_rendering_provider(elements, place)
        elif entity == "85" and self._claim is None and (billing := self._loop(_BILLING)):
            found = provider(elements)
            if found is None:
                billing.doubts.append(("billing_provider: NM109 is no identifier of a provider", place, 9))
            else:
                billing.put("billing_provider", found or None, place, 9)

    def _sbr(self, elements: Sequence[str], place: Place) -> None:
        claim = self._claim
        if claim is not None:
            claim.has_other_subscriber = True
            if claim.lines:
                self._doubt("an SBR stands behind it, as though the beginning of a claim were missing", place)
        elif subscriber := self._loop(_SUBSCRIBER):
            subscriber.put("payer_type", payer_type(element(elements, 9)) or "not known", place, 9)

    def _clm(self, elements: Sequence[str], place: Place) -> None:
        self._end_claim()
        claim = self._claim = BilledClaim(self._stood, place, elements, self._component, self._service)
        billing, subscriber = self._loop(_BILLING), self._loop(_SUBSCRIBER)
        claim.doubts.extend(self._around.doubts)
        for loop in self._loops:
            claim.around |= loop.fields
            claim.places |= loop.places
            claim.doubts.extend(loop.doubts)
        if billing is None or "billing_provider" not in billing.places:
            claim.doubts.append(("no billing provider (HL 20, NM1 85) stands before it", place, None))
        if subscriber is None or "payer_type" not in subscriber.places:
            claim.around["payer_type"] = "not known"

    def _lx(self, elements: Sequence[str], place: Place) -> None:
        number, claim = element(elements, 1), self._claim
        line = claim.line if claim is not None else None
        if claim and line and line.service is not None and number[-1:] == "1" and line_number(number) == 1:
            claim.doubts.append(("another claim follows whose beginning (CLM) is missing", place, None))
            self._end_claim()
            claim = None
        self._claim_of_line(claim, place).begin_line(number, place)

    def _sv(self, name: str, elements: Sequence[str], place: Place) -> None:
        self._claim_of_line(self._claim, place).take_service(name, elements, place)

    def _claim_of_line(self, claim: BilledClaim | None, place: Place) -> BilledClaim:
        """The claim that is open, else one whose CLM is missing."""
        if claim is None:
            claim = self._claim = BilledClaim(self._stood, place, (), self._component, self._service)
            claim.doubts.append(("its beginning (CLM) is missing", place, None))
        return claim

    def _dtp(self, elements: Sequence[str], place: Place) -> None:
        if self._claim is not None:
            self._claim.take_date(elements, place)

    def _lin(self, elements: Sequence[str], place: Place) -> None:
        if self._claim is not None and self._claim.line is not None:
            self._claim.line.take_drug(elements, place)

    def _nte(self, elements: Sequence[str], place: Place) -> None:
        if self._claim is not None:
            self._claim.take_note(elements, place)
