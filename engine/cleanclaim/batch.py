"""Many claims at once: sets of them on the relational executor, and one by one what must be read with care."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

import duckdb

from cleanclaim.census import Census
from cleanclaim.claims import Location, ReadClaim
from cleanclaim.findings import Finding
from cleanclaim.one_by_one import OneByOne, name_claim
from cleanclaim.pipeline import Checker
from cleanclaim.read.columns import ColumnMapping
from cleanclaim.read.rows import nothing
from cleanclaim.read.table import NOT_WHOLE, ROW, Table, is_damaged, parquet_table, read_rows, text_query
from cleanclaim.relational.connection import Database, DatabaseFailed
from cleanclaim.relational.executor import Counted, Relational
from cleanclaim.relational.finding_table import FindingTable
from cleanclaim.relational.raw_values import GIVEN
from cleanclaim.relational.source import Billed, Staging, make_billed
from cleanclaim.report.text import NAMES_SHOWN, Names

_STAGED_AT_ONCE = 20_000


class Batch:
    """A run over many claims: each file's claims are evaluated as a set, their findings gathered in one table."""

    def __init__(
        self,
        checker: Checker,
        database: Database,
        *,
        one_by_one: OneByOne | None = None,
        names_wanted: bool = False,
        on_evaluation: Callable[[], None] | None = None,
    ) -> None:
        """`checker` says by which catalogue, library and settings. Raises DatabaseFailed.

        `one_by_one` checks what must be read with care, else `checker` does, and each has a census of its own for that.
        Clean claims, and those with advisories alone, are looked up where `names_wanted`. `on_evaluation` is called as
        the evaluation of a set begins.
        """
        self.checker = checker
        self.database = database
        self.findings = FindingTable(database, checker.catalogue)
        self._one_by_one = one_by_one or OneByOne(checker)
        self._relational = Relational(
            self.findings, checker.catalogue, checker.enricher, payer_type=checker.payer_type,
            information=checker.information,
        )  # fmt: skip
        self._on_evaluation = on_evaluation or (lambda: None)
        self._place = 0
        self._names_wanted = names_wanted
        self.census = Census()
        """Of the claims that were evaluated as sets."""
        self.clean = Names()
        self.advised = Names()
        """Claims with advisories alone."""
        self.passed_over: dict[str, set[str]] = {}
        """By file, the names of fields that are none of a claim's."""

    def add_parquet(self, path: Path, shown: str, mapping: ColumnMapping | None = None) -> None:
        """Check the claims of a Parquet file. Raises DatabaseFailed and WorkersNotStarted."""
        try:
            table = parquet_table(self.database.connection, path, shown, mapping)
            refused = table.refused
        except duckdb.Error:
            refused = NOT_WHOLE
        if refused is None and not self._is_evaluated(table):
            refused = NOT_WHOLE
        if refused is not None:
            self._check_one_by_one([nothing(Location(file=shown), "file", refused)])

    def _is_evaluated(self, table: Table) -> bool:
        """Check the claims of a table; of one that is damaged nothing is, whichever of its lines can be read."""
        place = self.next_place()
        self._on_evaluation()
        try:
            counted = self._relational.evaluate(make_billed(self.database, table, place))
            if counted.odd_rows:
                self._check_one_by_one(self._odd(table))  # all are read before one is checked
        except DatabaseFailed as failed:
            if isinstance(failed.__cause__, duckdb.InterruptException) or not is_damaged(table):
                raise
            self.database.run(f"delete from found where place = {place}")
            return False
        self._count(counted)
        self._look_up_names(counted, f"place = {place}")
        if counted.claims:
            self.passed_over.setdefault(table.shown, set()).update(table.header.passed_over)
        return True

    def add_reads(self, reads: Iterable[ReadClaim]) -> None:
        """Check claims that were read already. Raises DatabaseFailed and WorkersNotStarted."""
        staging = Staging(self.database)
        staging.begin()
        self.stage(reads, staging)
        self._on_evaluation()
        counted = self._relational.evaluate(Billed(GIVEN))
        assert not counted.odd_rows, "what a reader took is taken again"
        self._count(counted)
        self._look_up_names(counted, "place in (select place from staged)")

    def stage(self, reads: Iterable[ReadClaim], staging: Staging) -> None:
        """Lay plain claims among the lines of `staging`, to be evaluated as a set; check the others one by one.

        Raises DatabaseFailed and WorkersNotStarted.
        """
        places = self._placed(reads)
        while some := list(islice(places, _STAGED_AT_ONCE)):
            staging.add((place, self._passed(read)) for place, read in some if _is_plain(read))
            self._check_placed((place, read) for place, read in some if not _is_plain(read))

    def next_place(self) -> int:
        """The place in the input of what comes next."""
        self._place += 1
        return self._place

    def _odd(self, table: Table) -> Iterator[ReadClaim]:
        """The claims of a table that the relational executor leaves to a reader."""
        rows = self.database.stream(
            f"{text_query(table)} where {ROW} in (select row_number from billed "
            f"where {self._relational.odd_rows_sql()}) order by {ROW}"
        )
        return read_rows(table, rows)

    def _placed(self, reads: Iterable[ReadClaim]) -> Iterator[tuple[int, ReadClaim]]:
        for read in reads:
            yield self.next_place(), read

    def _check_one_by_one(self, reads: Iterable[ReadClaim]) -> None:
        self._check_placed(self._placed(reads))

    def _check_placed(self, placed: Iterable[tuple[int, ReadClaim]]) -> None:
        places: deque[int] = deque()

        def reads() -> Iterator[ReadClaim]:
            for place, read in placed:
                places.append(place)
                yield self._passed(read)

        def findings() -> Iterator[tuple[int, Finding]]:
            for read, found in self._one_by_one.checked(reads()):
                place = places.popleft()
                name_claim(read, found, self.clean, self.advised)
                yield from ((place, finding) for finding in found)

        self.findings.add(findings())

    def _passed(self, read: ReadClaim) -> ReadClaim:
        """The claim, once the fields of it that were passed over are noted."""
        self.passed_over.setdefault(read.location.file or "", set()).update(read.passed_over)
        return read

    def _look_up_names(self, counted: Counted, of_set: str) -> None:
        """Find the clean claims of a set, and those with advisories alone; `of_set` picks its findings."""
        if not self._names_wanted:
            return
        database = self.database
        findings = f"finding where {of_set} and disposition <> 'information'"
        database.run(
            "create or replace temp table claim_with_findings as "
            f"select place, claim_id, bool_and(disposition = 'advisory') as is_advised from {findings} group by all"
        )
        with_findings, advised = (
            database.number(f"select count(*) from claim_with_findings where {one}") for one in ("true", "is_advised")
        )
        of_readers = self._relational.odd_rows_sql()
        clean = f"billed anti join claim_with_findings using (place, claim_id) where not ({of_readers})"
        clean = f"(select any_value(claim_id) as claim_id from {clean} group by claim_key)"
        self.clean.add_all(counted.claims - with_findings, self._first(clean))
        self.advised.add_all(advised, self._first("claim_with_findings where is_advised"))

    def _first(self, source: str) -> list[str]:
        query = f"select claim_id from {source} order by claim_id limit {NAMES_SHOWN}"
        return [str(name) for (name,) in self.database.rows(query)]

    def _count(self, counted: Counted) -> None:
        self.census.claims += counted.claims
        self.census.lines += counted.lines
        self.census.bypassed += counted.bypassed
        self.census.lines_not_fully_checked += counted.lines_not_fully_checked


def _is_plain(read: ReadClaim) -> bool:
    """Whether nothing of the claim was left unread, and its texts, staged side by side, are told as they are."""
    claim = read.claim
    if claim is None or not read.is_whole or read.unreadable or read.unread_fields:
        return False
    return _is_stripped(claim.billing_taxonomy) and all(
        _is_stripped(line.procedure_code)
        and _is_stripped(line.code_qualifier)
        and (not line.modifiers or "".join(line.modifiers).isalnum())
        for line in claim.lines
    )


def _is_stripped(text: str | None) -> bool:
    return text is None or text == text.strip()
