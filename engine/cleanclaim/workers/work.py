"""Claims that are checked together, and what came of each: the part of a run that one worker has in hand."""

from collections.abc import Sequence

from cleanclaim.census import Verdict
from cleanclaim.claims import ReadClaim
from cleanclaim.workers.messages import NO_CLAIM, Answer, Asked, Batch, seconds_allowed, written

_CLEAN = Verdict()
_ENDINGS_TO_SEND_SINGLY = 2
_ENDINGS_TO_BLAME = 3


class Work:
    """Some claims of a run, in order. It is done when each has its verdict."""

    def __init__(self, number: int, reads: Sequence[ReadClaim]) -> None:
        self.number = number
        self.reads = tuple(reads)
        self.verdicts: list[Verdict | None] = [None] * len(self.reads)
        """Of each claim; None where it has none yet, or where there is no claim to judge."""
        self._open = [place for place, read in enumerate(self.reads) if read.claim is not None]
        self._sent: list[int] = []
        self._endings = 0

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to check."""
        return not self._open

    def message(self) -> bytes:
        """The claims left to check, as they go to a worker; only one where workers ended and none was to blame."""
        self._sent = self._open[:1] if self._endings >= _ENDINGS_TO_SEND_SINGLY else self._open[:]
        return written(Batch(self.number, [_asked(self.reads[place]) for place in self._sent]))

    def take(self, answer: Answer) -> None:
        """Enter what a worker answers to the message."""
        for place, verdict in zip(self._sent, answer.verdicts, strict=False):  # a spent worker answers in part
            self._judge(place, verdict or _CLEAN)

    def seconds_allowed(self, place: int) -> float:
        """How long a worker may be on the claim at a place of the message, in seconds; or on none of them."""
        return seconds_allowed(None if place == NO_CLAIM else self.reads[self._sent[place]].claim)

    def ended(self, place: int, reason: str) -> None:
        """Enter that the worker ended on the claim at a place of the message, which costs that claim.

        Where it was on none, no claim is to blame and all are sent again. Should that go on, they are sent one by one,
        and a claim with which workers end alone is to blame.
        """
        if place != NO_CLAIM:
            self._judge(self._sent[place], Verdict(failure=reason))
            return
        self._endings += 1
        if len(self._sent) == 1 and self._endings >= _ENDINGS_TO_BLAME:
            self._endings = _ENDINGS_TO_SEND_SINGLY
            self._judge(self._sent[0], Verdict(failure=reason))

    def _judge(self, place: int, verdict: Verdict) -> None:
        self.verdicts[place] = verdict
        self._open.remove(place)


def _asked(read: ReadClaim) -> Asked:
    assert read.claim is not None
    return Asked(read.claim, read.unread_fields, read.is_whole and not read.unreadable)
