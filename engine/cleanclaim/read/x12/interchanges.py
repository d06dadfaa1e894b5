"""The envelopes of X12: interchanges (ISA, IEA), groups (GS, GE) and transactions (ST, SE), and the claims in them.

Each envelope says at its end how many parts it has, by which what is missing is known.
"""

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from cleanclaim.claims import Location, ReadClaim, Unreadable
from cleanclaim.read.x12.elements import PASSED_OVER, element, names_guide, service_segment
from cleanclaim.read.x12.places import Stood
from cleanclaim.read.x12.segments import CUT_OFF, Segment, segments
from cleanclaim.read.x12.transaction import Transaction

_ENVELOPES = ("ISA", "IEA", "GS", "GE", "ST", "SE", "TA1")
_OTHER_KIND = "it is no 837; its segments were not read"
_OTHER_GUIDE = "it is of another guide than 005010X222 and 005010X223; its segments were not read"


def read_x12(stream: BinaryIO, shown: str) -> Iterator[ReadClaim]:
    """The claims of X12 interchanges, each as far as it can be read; `shown` is the file's name in locations."""
    return _Envelopes(shown).reads(segments(stream))


class _Envelopes:
    """The envelopes that are open."""

    def __init__(self, shown: str) -> None:
        self._shown = shown
        self._interchange = self._transactions = self._groups = self._in_group = 0
        """Numbers of the interchange, and of the transactions and groups in it, and in the group."""
        self._header: Sequence[str] | None = None
        """The elements of ISA, while its interchange is open."""
        self._group: Sequence[str] | None = None
        self._begun: Sequence[str] | None = None
        """The elements of ST, while its transaction is open."""
        self._segment = 0
        self._transaction: Transaction | None = None
        """None for one that is not read."""
        self._is_astray = False
        """Whether the latest segment stood outside all transactions, which is told once."""

    def reads(self, found: Iterator[Segment]) -> Iterator[ReadClaim]:
        """The claims of segments."""
        byte_offset = 0
        for byte_offset, text, delimiters, wrong in found:
            name = text.partition(delimiters.element)[0]
            if self._begun is not None:
                self._segment += 1
                if wrong is None and name in PASSED_OVER:
                    continue
                transaction = self._transaction
                if transaction is not None and wrong is None and (take := transaction.takes.get(name)):
                    take(text.split(delimiters.element), (self._segment, byte_offset))
                    if name == "CLM":
                        yield from transaction.ready()
                    continue
            name = name.strip().upper()
            elements = text.split(delimiters.element)
            if wrong is not None and not (name == "IEA" and wrong == CUT_OFF):
                yield from self._none(wrong, byte_offset)
            elif name in _ENVELOPES:
                self._is_astray = False
                yield from self._envelope(name, elements, delimiters.component, byte_offset)
            elif self._transaction is not None:
                self._unlike(name, elements, byte_offset)
                yield from self._transaction.ready()
            elif self._begun is None:
                yield from self._astray(byte_offset)
        yield from self._end(byte_offset)

    def _unlike(self, name: str, elements: Sequence[str], byte_offset: int) -> None:
        """A segment of a transaction whose name is in lower case, or is none of an 837's."""
        assert self._transaction is not None
        place = (self._segment, byte_offset)
        if take := self._transaction.takes.get(name):
            take(elements, place)
        elif name not in PASSED_OVER:
            self._transaction.doubt("a segment whose name is none of an 837's stands in it", place)

    def _none(self, reason: str, byte_offset: int) -> Iterator[ReadClaim]:
        """What stands in the place of a segment."""
        if self._transaction is not None:
            self._transaction.doubt(f"a segment of it cannot be read: {reason}", (self._segment, byte_offset))
        elif self._begun is None:
            yield self._wrong("interchange", f"a segment of it cannot be read: {reason}", byte_offset)

    def _astray(self, byte_offset: int) -> Iterator[ReadClaim]:
        if not self._is_astray:
            yield self._wrong("interchange", "what stands outside its transactions was not read", byte_offset)
        self._is_astray = True

    def _envelope(self, name: str, elements: Sequence[str], component: str, byte_offset: int) -> Iterator[ReadClaim]:
        match name:
            case "ISA":
                yield from self._end(byte_offset)
                self._interchange += 1
                self._header, self._transactions, self._groups = elements, 0, 0
            case "GS":
                yield from self._end_group(byte_offset)
                self._group, self._in_group = elements, 0
                self._groups += 1
            case "ST":
                yield from self._end_transaction(byte_offset)
                yield from self._begin(elements, component, byte_offset)
            case "SE":
                yield from self._transaction_ended(elements, byte_offset)
            case "GE":
                yield from self._end_transaction(byte_offset)
                yield from self._counted("GE", elements, self._in_group, element(self._group or (), 6), byte_offset)
                self._group = None
            case "IEA":
                yield from self._end_group(byte_offset)
                yield from self._counted("IEA", elements, self._groups, element(self._header or (), 13), byte_offset)
                self._header = None

    def _begin(self, elements: Sequence[str], component: str, byte_offset: int) -> Iterator[ReadClaim]:
        self._transactions += 1
        self._in_group += 1
        self._begun, self._segment = elements, 1
        if self._group is None:
            yield self._wrong("interchange", "no header of a group (GS) stands before a transaction", byte_offset)
        guides = [element(elements, 3), element(self._group or (), 8)]
        guide = next((one for one in guides if names_guide(one)), "")
        service = service_segment(guide)
        if element(elements, 1) != "837":
            yield self._wrong("transaction", _OTHER_KIND, byte_offset, 1)
        elif service is None:
            yield self._wrong("transaction", _OTHER_GUIDE, byte_offset, 3)
        else:
            stood = Stood(self._shown, self._interchange, self._transactions)
            self._transaction = Transaction(stood, service, component)

    def _transaction_ended(self, elements: Sequence[str], byte_offset: int) -> Iterator[ReadClaim]:
        if self._begun is None:
            yield from self._astray(byte_offset)
            return
        transaction, begun = self._transaction, self._begun
        said, number = element(elements, 1), element(elements, 2)
        if transaction is not None and said.isdecimal() and int(said) == self._segment and number == element(begun, 2):
            yield from transaction.ended()
        elif transaction is not None:
            reason = f"the count of its transaction's segments (SE01) is not {self._segment}, as they are"
            if said.isdecimal() and int(said) == self._segment:
                reason = "its transaction ends with the number of another one (SE02)"
            yield from transaction.miscounted(reason)
            yield self._wrong("transaction", f"{reason}; parts of it may be missing", byte_offset, 1)
        self._begun = self._transaction = None

    def _end_transaction(self, byte_offset: int) -> Iterator[ReadClaim]:
        """End one that has no end of its own."""
        if self._begun is None:
            return
        transaction, place = self._transaction, (self._segment, byte_offset)
        if transaction is not None:
            reason = "its transaction has no end (SE)"
            yield from transaction.cut_off(f"{reason}; lines of the claim may be missing", place)
            yield self._wrong("transaction", f"{reason}; claims of it may be missing", byte_offset)
        self._begun = self._transaction = None

    def _end_group(self, byte_offset: int) -> Iterator[ReadClaim]:
        yield from self._end_transaction(byte_offset)
        if self._group is not None:
            yield self._wrong("interchange", "a group of it has no end (GE); transactions may be missing", byte_offset)
        self._group = None

    def _end(self, byte_offset: int) -> Iterator[ReadClaim]:
        """End an interchange that has no end of its own."""
        yield from self._end_group(byte_offset)
        if self._header is not None:
            yield self._wrong("interchange", "it has no end (IEA); groups may be missing", byte_offset)
        self._header = None

    def _counted(
        self, name: str, elements: Sequence[str], number: int, control: str, byte_offset: int
    ) -> Iterator[ReadClaim]:
        """Compare what an envelope's end says with what there was."""
        said = element(elements, 1)
        if not said.isdecimal() or int(said) != number:
            parts = "groups" if name == "IEA" else "transactions"
            reason = f"the count of its {parts} ({name}01) is not {number}, as they are; some may be missing"
            yield self._wrong("interchange", reason, byte_offset, 1)
        elif control != element(elements, 2):
            yield self._wrong("interchange", f"{name}02 ends another one than is open", byte_offset, 2)

    def _wrong(self, part: str, reason: str, byte_offset: int, number: int | None = None) -> ReadClaim:
        """What is said of a part of the file of which no claim is known."""
        within = self._begun is not None or part == "transaction"
        location = Location(
            file=self._shown, interchange=self._interchange or None,
            transaction=self._transactions if within else None, segment=self._segment if within else None,
            element=number, byte_offset=byte_offset,
        )  # fmt: skip
        wrong = Unreadable(claim_id=None, field=part, reason=reason, location=location)
        return ReadClaim(claim=None, unreadable=(wrong,), location=location)
