"""Which executor a run is for: DuckDB where there is much to check, which pays for its start."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from cleanclaim.runs.inputs import Input, Position
from cleanclaim.runs.results import Executor, Job, Results
from cleanclaim.runs.stages import Stages

_BYTES_FOR_DUCKDB = 5_000_000
"""Of JSON or CSV. Measured on 2 cores: DuckDB takes a second to begin with, in which two workers check 5,000 claims of
3.5 lines, 550 bytes each as JSON Lines; behind that it is faster."""
_TEXT_FOR_PARQUET = 12
"""Bytes that the claims of a byte of Parquet have as JSON Lines, at least."""


_TEXT_FOR_GZIP = 8
"""Bytes of JSON, CSV or FHIR that a byte of gzip holds, at least, where there are many claims."""


def size_of(inputs: Sequence[Input]) -> int:
    """The size of the input in bytes, of Parquet and of what is compressed as though it were text."""
    return sum(one.size * _text_for(one) for one in inputs)


def _text_for(one: Input) -> int:
    if one.input_format == "parquet":
        return _TEXT_FOR_PARQUET
    return _TEXT_FOR_GZIP if one.is_gzip else 1


def chosen(inputs: Sequence[Input]) -> Executor:
    """The executor for inputs of this size."""
    return "duckdb" if size_of(inputs) >= _BYTES_FOR_DUCKDB else "rete"


@contextmanager
def run(executor: Executor, job: Job, inputs: Sequence[Input], stages: Stages) -> Iterator[Results]:
    """Check the claims of the inputs. Raises RunFailed and WorkersNotStarted."""
    if executor == "duckdb":
        from cleanclaim.runs.relational import run_on_duckdb

        with run_on_duckdb(job, inputs, stages) as relational:
            yield relational
        return
    if executor == "spark":
        from cleanclaim.runs.spark import run_on_spark

        with run_on_spark(job, inputs, stages) as of_spark:
            yield of_spark
        return
    from cleanclaim.runs.rete import run_on_rete

    position = Position(inputs)
    stages.begin("checking", share=position.share)
    with run_on_rete(job, position.reads(), stages) as results:
        yield results
