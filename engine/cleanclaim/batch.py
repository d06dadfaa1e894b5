"""Many claims at once: sets of them on the relational executor, and one by one what must be read with care."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

import duckdb

from cleanclaim.claims import Location, ReadClaim
from cleanclaim.pipeline import Census, Checker
from cleanclaim.read.rows import nothing
from cleanclaim.read.table import ROW, Table, parquet_table, read_rows, text_query
from cleanclaim.relational.connection import Database
from cleanclaim.relational.executor import Counted, Relational
from cleanclaim.relational.finding_table import FindingTable
from cleanclaim.relational.source import Staging, make_billed

_STAGED_AT_ONCE = 20_000


class Batch:
    """A run over many claims: each file's claims are evaluated as a set, their findings gathered in one table."""

    def __init__(self, checker: Checker, database: Database) -> None:
        """`checker` says by which catalogue, library and settings. Raises DatabaseFailed."""
        self.checker = checker
        self.database = database
        self.findings = FindingTable(database, checker.catalogue)
        self._relational = Relational(
            self.findings, checker.catalogue, checker.enricher, payer_type=checker.payer_type,
            information=checker.information,
        )  # fmt: skip
        self._place = 0
        self.census = Census()

    def add_parquet(self, path: Path, shown: str) -> None:
        """Check the claims of a Parquet file. Raises DatabaseFailed."""
        try:
            table = parquet_table(self.database.connection, path, shown)
        except duckdb.Error:
            self._one_by_one([nothing(Location(file=shown), "file", "it is no whole Parquet file")])
            return
        if table.refused is not None:
            self._one_by_one([nothing(Location(file=shown), "file", table.refused)])
            return
        self._place += 1  # of all its claims: their ids tell them apart
        make_billed(self.database, table, self._place)
        counted = self._relational.evaluate()
        self._count(counted)
        if counted.odd_rows:
            rows = self.database.stream(
                f"{text_query(table)} where {ROW} in (select row_number from billed "
                f"where {self._relational.odd_rows_sql()}) order by {ROW}"
            )
            self._one_by_one(list(read_rows(table, rows)))

    def add_reads(self, reads: Iterable[ReadClaim]) -> None:
        """Check claims that were read already. Raises DatabaseFailed."""
        staging = Staging(self.database)
        staging.begin()
        places = self._placed(reads)
        while some := list(islice(places, _STAGED_AT_ONCE)):
            staging.add((place, read) for place, read in some if _is_plain(read))
            self._check_one_by_one((place, read) for place, read in some if not _is_plain(read))
        counted = self._relational.evaluate()
        assert not counted.odd_rows, "what a reader took is taken again"
        self._count(counted)

    def _placed(self, reads: Iterable[ReadClaim]) -> Iterator[tuple[int, ReadClaim]]:
        for read in reads:
            self._place += 1
            yield self._place, read

    def _one_by_one(self, reads: Iterable[ReadClaim]) -> None:
        self._check_one_by_one(self._placed(reads))

    def _check_one_by_one(self, placed: Iterable[tuple[int, ReadClaim]]) -> None:
        self.findings.add((place, finding) for place, read in placed for finding in self.checker.check_read(read))

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
