"""A run on the Rete engine: claim by claim, findings in memory while they are few, else in a table on disk."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from cleanclaim.census import summed
from cleanclaim.claims import ReadClaim
from cleanclaim.findings import Finding
from cleanclaim.one_by_one import OneByOne, name_claim
from cleanclaim.pipeline import Checker, sort_key
from cleanclaim.runs.results import Counts, Job
from cleanclaim.runs.stages import Stages

if TYPE_CHECKING:
    from cleanclaim.relational.finding_table import FindingTable

_MOST_IN_MEMORY = 20_000
"""Findings; a finding takes some two thousand bytes."""


@contextmanager
def run_on_rete(job: Job, reads: Iterable[ReadClaim], stages: Stages) -> Iterator["ReteResults"]:
    """Check claims one by one. Raises RunFailed and WorkersNotStarted."""
    checker = Checker(job.library, job.catalogue, payer_type=job.payer_type, information=job.information)
    with ExitStack() as kept:
        one_by_one = kept.enter_context(OneByOne(checker, job.rules))
        results = ReteResults(job, kept)
        for place, (read, findings) in enumerate(one_by_one.checked(reads)):
            results.take(place, read, findings)
            stages.advance(1)
        results.counts.census = summed(one_by_one.censuses)
        yield results


class ReteResults:
    """Findings as they come, put in order when they are read."""

    def __init__(self, job: Job, kept: ExitStack) -> None:
        self.counts = Counts()
        self._job, self._kept = job, kept
        self._found: list[tuple[int, Finding]] = []
        self._table: FindingTable | None = None

    def take(self, place: int, read: ReadClaim, findings: Sequence[Finding]) -> None:
        """Take up what was found on the claim at a place of the input."""
        counts, reported = self.counts, self._job.reported
        counts.passed_over.setdefault(read.location.file or "", set()).update(read.passed_over)
        for finding in findings:
            counts.count(finding.edit_id, finding.disposition, 1, reported)
            if finding.edit_id in reported:
                self._found.append((place, finding))
        name_claim(read, findings, counts.clean, counts.advised)
        if len(self._found) > _MOST_IN_MEMORY:
            self._put_on_disk()

    def in_order(self) -> Iterator[tuple[int, Finding]]:
        """The findings that are reported, each with its claim's place in the input. Raises RunFailed."""
        if self._table is None:
            yield from sorted(self._found, key=lambda one: sort_key(one[1], one[0]))
            return
        from cleanclaim.runs.failing import told

        table = self._put_on_disk()
        with told():
            yield from table.in_order()

    def write_parquet(self, path: Path) -> None:
        """Write the findings that are reported in order. Raises RunFailed."""
        from cleanclaim.runs.failing import told

        table = self._put_on_disk()
        with told():
            table.write_parquet(path)

    def _put_on_disk(self) -> "FindingTable":
        from cleanclaim.relational.connection import open_database
        from cleanclaim.relational.finding_table import FindingTable
        from cleanclaim.runs.failing import told

        with told():
            if self._table is None:
                self._table = FindingTable(
                    self._kept.enter_context(open_database(self._job.memory_limit)), self._job.catalogue
                )
            self._table.add(self._found)
        self._found.clear()
        return self._table
