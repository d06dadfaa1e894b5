"""Claims checked one by one: in this process while they are few, in worker processes when they are many."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from types import TracebackType
from typing import Self

from cleanclaim.census import Census
from cleanclaim.claims import ReadClaim
from cleanclaim.findings import Finding
from cleanclaim.pipeline import Checker
from cleanclaim.report.text import Names
from cleanclaim.workers.pool import Workers

FEW = 300
"""Claims that are checked in this process; so many take a tenth of a second, and workers half a second to start."""


class OneByOne:
    """Checks claims as a Checker does; a crash of the engine costs one claim when they are many."""

    def __init__(self, checker: Checker, rules: Sequence[Path] = ()) -> None:
        """`rules` are the payer's folders that the checker's catalogue was loaded with."""
        self._checker = checker
        self._rules = rules
        self._workers: Workers | None = None

    def __enter__(self) -> Self:
        """Nothing is started before there is something to check."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._workers is not None:
            self._workers.close()

    @property
    def censuses(self) -> tuple[Census, ...]:
        """What the claims came to, here and in the workers."""
        return (self._checker.census, *((self._workers.census,) if self._workers else ()))

    def checked(self, reads: Iterable[ReadClaim]) -> Iterator[tuple[ReadClaim, list[Finding]]]:
        """Each claim of the input, in its order, with what is found on it. Raises WorkersNotStarted."""
        source = iter(reads)
        first = list(islice(source, FEW + 1)) if self._workers is None else []
        if self._workers is None and len(first) <= FEW:
            yield from ((read, self._checker.check_read(read)) for read in first)
            return
        if self._workers is None:
            checker = self._checker
            self._workers = Workers(
                checker.library, checker.catalogue, rules=self._rules, payer_type=checker.payer_type,
                information=checker.information,
            )  # fmt: skip
        yield from self._workers.checked(chain(first, source))


def name_claim(read: ReadClaim, findings: Iterable[Finding], clean: Names, advised: Names) -> None:
    """Count a claim among the clean ones, or among those with advisories alone, where it is one."""
    dispositions = {finding.disposition for finding in findings} - {"information"}
    if read.claim is not None and not dispositions:
        clean.add(read.claim.claim_id)
    elif read.claim is not None and dispositions == {"advisory"}:
        advised.add(read.claim.claim_id)
