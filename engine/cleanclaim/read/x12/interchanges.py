"""The envelopes of X12: interchanges (ISA, IEA), groups (GS, GE) and transactions (ST, SE), and the claims in them.

Each envelope says at its end how many parts it has, by which what is missing is known.
"""

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from cleanclaim.claims import Location, ReadClaim, Unreadable
from cleanclaim.collecting import without_collection
from cleanclaim.read.x12.billed import BilledClaim
from cleanclaim.read.x12.elements import element, names_guide, service_segment
from cleanclaim.read.x12.places import Stood
from cleanclaim.read.x12.segments import CUT_OFF, Scan, Segment
from cleanclaim.read.x12.transaction import Transaction

_ENVELOPES = ("ISA", "IEA", "GS", "GE", "ST", "SE", "TA1")
_BEGINNINGS = frozenset(
    first + second
    for name in _ENVELOPES
    for first in (name[0], name[0].lower())
    for second in (name[1], name[1].lower())
)
"""What envelopes begin with, in any case: of nearly all segments, this tells that they are none."""
_OTHER_KIND = "it is no 837; its segments were not read"
_OTHER_GUIDE = "it is of another guide than 005010X222 and 005010X223; its segments were not read"


def read_x12(stream: BinaryIO, shown: str) -> Iterator[ReadClaim]:
    """The claims of X12 interchanges, each as far as it can be read; `shown` is the file's name in locations."""
    return _Envelopes(Scan(stream), shown).reads()


class _Envelopes:
    """The envelopes that are open."""

    def __init__(self, scan: Scan, shown: str) -> None:
        self._scan, self._shown = scan, shown
        self._interchange = self._transactions = self._groups = self._in_group = 0
        """Numbers of the interchange, and of the transactions and groups in it, and in the group."""
        self._header: Sequence[str] | None = None
        """The elements of ISA, while its interchange is open."""
        self._group: Sequence[str] | None = None
        self._begun: Sequence[str] | None = None
        """The elements of ST, while its transaction is open."""
        self._transaction: Transaction | None = None
        """None for one that is not read."""
        self._segment = 0
        """The number of the latest segment of the transaction, from 1."""
        self._is_astray = False
        """Whether the latest segment stood outside all transactions, which is told once."""

    def reads(self) -> Iterator[ReadClaim]:
        """The claims of all interchanges."""
        latest = 0
        for segments in self._scan.segments():
            rest = iter(segments)
            while (segment := self._next(rest)) is not None:
                if self._transaction is not None and self._transaction.is_full:
                    yield from _read(self._transaction.ended())
                yield from self._take_with_care(segment)
            latest = segments[-1][0]
        yield from self._end(latest)

    def _next(self, rest: Iterator[Segment]) -> Segment | None:
        """The next segment that an open transaction does not take up by itself, where there is one."""
        if self._transaction is None:
            return next(rest, None)
        with without_collection():
            self._segment, segment = self._transaction.take(rest, self._segment)
        return segment

    def _take_with_care(self, segment: Segment) -> Iterator[ReadClaim]:
        """Take up a segment that no transaction does by itself: of an envelope, or where something is wrong."""
        byte_offset, text, wrong = segment
        if text[:2] in _BEGINNINGS and (name := self._name(text, wrong)) in _ENVELOPES:
            yield from self._envelope(name, text.split(self._scan.delimiters.element), byte_offset)
        elif self._begun is not None:
            self._segment += 1
            if self._transaction is not None:
                self._transaction.take_with_care(segment, self._segment)
        elif wrong is not None:
            yield self._wrong("interchange", f"a segment of it cannot be read: {wrong}", byte_offset)
        elif not self._is_astray:
            self._is_astray = True
            yield self._wrong("interchange", "what stands outside its transactions was not read", byte_offset)

    def _name(self, text: str, wrong: str | None) -> str | None:
        """A segment's name; the last one may lack its terminator."""
        name = text.partition(self._scan.delimiters.element)[0].strip().upper()
        return name if wrong is None or (wrong == CUT_OFF and name == "IEA") else None

    def _envelope(self, name: str, elements: Sequence[str], byte_offset: int) -> Iterator[ReadClaim]:
        self._is_astray = False
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
                yield from self._begin(elements, byte_offset)
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

    def _begin(self, elements: Sequence[str], byte_offset: int) -> Iterator[ReadClaim]:
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
            self._transaction = Transaction(stood, service, self._scan.delimiters)

    def _transaction_ended(self, elements: Sequence[str], byte_offset: int) -> Iterator[ReadClaim]:
        if self._begun is None:
            yield self._wrong("interchange", "an end of a transaction (SE) stands outside of one", byte_offset)
            return
        self._segment += 1
        transaction, said = self._transaction, element(elements, 1)
        is_counted = said.isdecimal() and int(said) == self._segment
        if transaction is not None and is_counted and element(elements, 2) == element(self._begun, 2):
            yield from _read(transaction.last())
        elif transaction is not None:
            reason = f"the count of its transaction's segments (SE01) is not {self._segment}, as they are"
            if is_counted:
                reason = "its transaction ends with the number of another one (SE02)"
            yield from _doubted(transaction.last(), f"{reason}; a segment of the claim may be missing")
            yield self._wrong("transaction", f"{reason}; parts of it may be missing", byte_offset, 1)
        self._begun = self._transaction = None

    def _end_transaction(self, byte_offset: int) -> Iterator[ReadClaim]:
        """End one that has no end of its own: of its last claim lines may be missing."""
        transaction = self._transaction
        if transaction is not None:
            reason = "its transaction has no end (SE)"
            yield from _read(transaction.last(f"{reason}; lines of the claim may be missing"))
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


def _read(claims: Sequence[BilledClaim]) -> Iterator[ReadClaim]:
    return (one.read() for one in claims)


def _doubted(claims: Sequence[BilledClaim], reason: str) -> Iterator[ReadClaim]:
    """Claims of a transaction that has not as many segments as it says.

    Where some are damaged, or their charges do not add up, these have lost them; else any may have.
    """
    reads = [one.read() for one in claims]
    are_damaged = [bool(read.unreadable) for read in reads]
    are_suspect = [not damaged and not one.is_balanced() for one, damaged in zip(claims, are_damaged, strict=True)]
    is_any = not any(are_damaged) and not any(are_suspect)
    for read, is_suspect in zip(reads, are_suspect, strict=True):
        if is_suspect or is_any:
            claim_id = read.claim.claim_id if read.claim else None
            wrong = Unreadable(claim_id=claim_id, field="claim", reason=reason, location=read.location)
            yield read.model_copy(update={"unreadable": (*read.unreadable, wrong), "is_whole": False})
        else:
            yield read
