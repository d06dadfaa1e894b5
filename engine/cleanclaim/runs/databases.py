"""What a run has to do with databases: it asks one for claims, and puts its findings into a table of one."""

from collections.abc import Iterator
from contextlib import contextmanager

from cleanclaim.databases.address import Query, Target
from cleanclaim.databases.findings import put_findings, refuse_target
from cleanclaim.databases.reading import fetch
from cleanclaim.read.columns import ColumnMapping
from cleanclaim.runs.content import content_of
from cleanclaim.runs.failing import told
from cleanclaim.runs.inputs import Input
from cleanclaim.runs.results import Results
from cleanclaim.runs.stages import Stages
from cleanclaim.scratch import scratch_folder


@contextmanager
def asked(query: Query, mapping: ColumnMapping | None, memory_limit: str, stages: Stages) -> Iterator[list[Input]]:
    """The rows of a query as the input of a run, kept as long as it goes on. Raises RunFailed."""
    stages.begin("fetching", "lines")
    with scratch_folder() as folder:
        with told():
            parquet, text = fetch(query, folder, memory_limit, stages.advance)
        content = content_of(text)
        text.unlink()
        name = query.address.shown
        size = parquet.stat().st_size
        yield [Input(name, name, "parquet", size=size, path=parquet, mapping=mapping, content=content, query=query.sql)]


def refuse(target: Target) -> None:
    """Raise RunFailed where findings cannot go to a table."""
    with told():
        refuse_target(target)


def write_into(target: Target, run: str, results: Results, memory_limit: str) -> int:
    """Put the findings that are reported into a table; how many they are. Raises RunFailed."""
    with scratch_folder() as folder, told():
        parquet = folder / "findings.parquet"
        results.write_parquet(parquet)
        return put_findings(target, run, parquet, memory_limit)
