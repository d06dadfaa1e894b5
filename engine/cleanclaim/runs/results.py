"""What a run is about, and what came of it: the same for all executors."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, Protocol

from cleanclaim.catalogue import UNREADABLE, Catalogue
from cleanclaim.census import Census
from cleanclaim.claims import PayerType
from cleanclaim.findings import Disposition, Finding
from cleanclaim.releases.library import CodeLibrary
from cleanclaim.report.text import Names

Executor = Literal["rete", "duckdb", "spark"]
DEFAULT_MEMORY = "4GB"


class RunFailed(RuntimeError):
    """A run that cannot go on; the message says why, and holds no value of a claim."""


@dataclass(frozen=True)
class Job:
    """By what a run judges, and what of it is reported."""

    library: CodeLibrary
    catalogue: Catalogue
    rules: Sequence[Path]
    """The payer's folders that the catalogue was loaded with."""
    payer_type: PayerType
    information: bool
    """Whether findings of disposition `information` are made."""
    reported: frozenset[str]
    """Ids of the edits that are reported."""
    memory_limit: str = DEFAULT_MEMORY
    names_wanted: bool = True
    """Whether clean claims are to be named."""
    master: str | None = None
    """The Spark that a run on it is to use, where it starts one."""


@dataclass
class Counts:
    """What a run came to."""

    census: Census = field(default_factory=Census)
    reported: Counter[tuple[str, Disposition]] = field(default_factory=Counter)
    """Findings that are reported, by edit and disposition."""
    hidden: int = 0
    """Findings that say something was not checked or not read, and are not reported."""
    clean: Names = field(default_factory=Names)
    advised: Names = field(default_factory=Names)
    """Claims with advisories alone."""
    passed_over: dict[str, set[str]] = field(default_factory=dict)
    """By file, the names of fields that are none of a claim's."""

    def count(self, edit_id: str, disposition: Disposition, number: int, reported: frozenset[str]) -> None:
        """Count findings of an edit."""
        if edit_id in reported:
            self.reported[edit_id, disposition] += number
        elif disposition == "not_checked" or edit_id == UNREADABLE:
            self.hidden += number


class Results(Protocol):
    """The findings of a run that are reported, and what it came to."""

    counts: Counts

    def in_order(self) -> Iterator[tuple[int, Finding]]:
        """The findings, each with its claim's place in the input. Raises RunFailed."""

    def write_parquet(self, path: Path) -> None:
        """Write the findings in order as Parquet. Raises RunFailed."""


Opened = AbstractContextManager[Results]
"""The results of a run, as long as they are needed."""
