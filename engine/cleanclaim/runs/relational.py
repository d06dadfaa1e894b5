"""A run on DuckDB: claims as sets, findings in a table."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from cleanclaim.batch import Batch
from cleanclaim.census import summed
from cleanclaim.findings import DISPOSITIONS, Disposition, Finding
from cleanclaim.one_by_one import OneByOne
from cleanclaim.pipeline import Checker
from cleanclaim.relational.connection import Database, open_database
from cleanclaim.relational.finding_table import FindingTable
from cleanclaim.runs.failing import told
from cleanclaim.runs.inputs import Input, Position
from cleanclaim.runs.results import Counts, Job
from cleanclaim.runs.stages import Stages


@contextmanager
def run_on_duckdb(job: Job, inputs: Sequence[Input], stages: Stages) -> Iterator["RelationalResults"]:
    """Check the claims of each input as a set. Raises RunFailed and WorkersNotStarted."""
    checker = Checker(job.library, job.catalogue, payer_type=job.payer_type, information=job.information)
    with ExitStack() as kept:
        with told():
            database = kept.enter_context(open_database(job.memory_limit))
            one_by_one = kept.enter_context(OneByOne(checker, job.rules))

            def evaluating() -> None:
                stages.begin("evaluating", "lines", lambda: _share(database))

            batch = Batch(
                checker, database, one_by_one=one_by_one, names_wanted=job.names_wanted, on_evaluation=evaluating
            )
            for one in inputs:
                lines = batch.census.lines
                if one.parquet is not None and one.wrong is None:
                    batch.add_parquet(one.parquet, one.shown, one.mapping)
                else:
                    position = Position([one])
                    stages.begin("reading", share=position.share)
                    batch.add_reads(stages.each(position.reads()))
                stages.advance(batch.census.lines - lines)
            counts = Counts(
                census=summed((batch.census, *one_by_one.censuses)), clean=batch.clean, advised=batch.advised,
                passed_over=batch.passed_over,
            )  # fmt: skip
            results = RelationalResults(database, batch.findings, counts, job.reported)
        yield results


class RelationalResults:
    """The findings of a table."""

    def __init__(self, database: Database, table: FindingTable, counts: Counts, reported: frozenset[str]) -> None:
        """Count them. Raises DatabaseFailed."""
        self.counts = counts
        self._table = table
        rows = database.rows("select edit_id, disposition, count(*) from finding group by all order by all")
        for edit_id, disposition, number in rows:
            counts.count(str(edit_id), _disposition(disposition), int(str(number)), reported)
        self._reported = reported

    def in_order(self) -> Iterator[tuple[int, Finding]]:
        """The findings that are reported, each with its claim's place in the input. Raises RunFailed."""
        with told():
            yield from self._table.in_order(self._reported)

    def write_parquet(self, path: Path) -> None:
        """Write the findings that are reported in order. Raises RunFailed."""
        with told():
            self._table.write_parquet(path, self._reported)


def _share(database: Database) -> float | None:
    """How much of the statement under way is done, as DuckDB guesses; from any thread."""
    percent = float(database.connection.query_progress())
    return percent / 100 if percent > 0 else None


def _disposition(value: object) -> Disposition:
    return next(one for one in DISPOSITIONS if one == value)
