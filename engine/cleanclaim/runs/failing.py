"""What a database says that cannot go on, as a run says it."""

from collections.abc import Iterator
from contextlib import contextmanager

from cleanclaim.relational.connection import DatabaseFailed
from cleanclaim.runs.results import RunFailed


@contextmanager
def told() -> Iterator[None]:
    """Raise RunFailed for what the database fails with."""
    try:
        yield
    except DatabaseFailed as wrong:
        raise RunFailed(str(wrong)) from wrong
