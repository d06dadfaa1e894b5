"""What each kind of database does for a run; a library that one needs is imported when it is asked for."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from cleanclaim.databases.address import Kind, Query, Target

if TYPE_CHECKING:
    from cleanclaim.databases.findings import Findings
    from cleanclaim.databases.reading import Copy, ResultColumn


class Store(Protocol):
    """A kind of database. All raise DatabaseFailed."""

    def copy_rows(self, query: Query, copy: "Copy") -> "Sequence[ResultColumn]":
        """Write the rows of a query as they come; its columns. Nothing is changed in the database."""

    def refuse_target(self, target: Target) -> None:
        """Raise DatabaseFailed where findings cannot go to a table."""

    def write_findings(self, target: Target, findings: "Findings") -> None:
        """Put the findings of a run into a table, in the place of those it has of that run, in one transaction."""


def store_of(kind: Kind) -> Store:
    """The module for a kind of database. Raises DatabaseFailed where what it needs is not installed."""
    if kind == "postgresql":
        from cleanclaim.databases import postgresql

        return postgresql
    if kind == "sqlite":
        from cleanclaim.databases import sqlite_file

        return sqlite_file
    from cleanclaim.databases import duckdb_file

    return duckdb_file
