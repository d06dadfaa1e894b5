"""The manifest of a run: what it read, by what it judged and what it wrote, so that it can be repeated and compared.

It holds no moment and no name of a machine: the same run gives the same manifest.
"""

import hashlib
import json
import platform
from collections import Counter
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Literal

from cleanclaim.catalogue import Catalogue
from cleanclaim.claims import PayerType
from cleanclaim.findings import DISPOSITIONS, Disposition
from cleanclaim.lock import digest_of_meanings
from cleanclaim.read.formats import InputFormat
from cleanclaim.releases.library import CodeLibrary
from cleanclaim.runs.content import Content, content_of, content_of_stream
from cleanclaim.runs.inputs import Input
from cleanclaim.runs.output import Format
from cleanclaim.runs.results import Counts, Executor, Job
from cleanclaim.values import Model
from cleanclaim.workers.messages import digest_of

_PACKAGES = ("cleanclaim", "duckdb", "durable_rules", "pydantic", "sqlglot")


class InputChanged(RuntimeError):
    """A file of claims was changed while it was checked."""


class FileContent(Model):
    """A file, and what it held."""

    name: str | None
    """As it was given; `-` is standard input, null standard output."""
    size: int
    """In bytes."""
    sha256: str


class InputContent(FileContent):
    """A file of claims, or the rows of a query: their size and hash are those of their text, row by row."""

    query: str | None = None
    """What was asked of the database of that name, which holds nothing of who asked."""


class Output(FileContent):
    """What the run wrote."""

    format: Format


class Into(Model):
    """The table into which the findings went."""

    name: str
    """The address of its database, without who asked."""
    table: str
    run: str
    """What stands in the column `run`: the same for the same run."""


class RunOptions(Model):
    """The options that bear on findings, or on how they are written."""

    files: tuple[str, ...] = ()
    """The files and folders of claims, as they were given."""
    input_format: InputFormat | None = None
    """The format that was asked for; null where each input told its own."""
    payer_type: PayerType
    information: bool
    """Whether findings of disposition `information` were made."""
    show_advisory: bool
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    rules: tuple[str, ...]
    """The payer's own folders of edits, as they were given."""
    fail_on: Disposition = "not_checked"
    """From which disposition on the run fails, which reports for CI systems tell."""


class CatalogueHashes(Model):
    """SHA-256 of the edits and parameters of the run."""

    meaning: str
    """Of what they mean: what decides whether an edit fires."""
    content: str
    """Of all that they say, titles, texts and citations included."""


class LayerName(Model):
    """A release or table of the library."""

    quarter: str
    kind: str
    part: str

    def __str__(self) -> str:
        return f"{self.quarter} {self.kind} {self.part}".strip()


class LibraryContent(Model):
    """The library of the run."""

    name: str
    """As reports show it."""
    content: str
    """SHA-256 of what it holds."""
    loaded: tuple[LayerName, ...]
    not_loaded: tuple[str, ...]
    """What it held nothing of, so that claims were not checked against it."""


class RunCounts(Model):
    """What the run came to."""

    claims: int
    lines: int
    lines_not_fully_checked: int
    bypassed: int
    """Findings left out because another on the same line makes them moot."""
    failures: int
    """Claims on which the engine failed."""
    unreadable: int
    """Parts of the input of which nothing could be read."""
    not_reported: int
    """Findings that say something was not checked or not read, and were not selected."""
    findings_by_edit: dict[str, int]
    findings_by_disposition: dict[str, int]


class Manifest(Model):
    """What a run read, by what it judged, what it came to and what it wrote."""

    manifest: Literal[1] = 1
    """The version of this form."""
    versions: dict[str, str]
    """Of cleanclaim, of Python, and of what findings rest on."""
    executor: Executor
    options: RunOptions
    inputs: tuple[InputContent, ...]
    catalogue: CatalogueHashes
    library: LibraryContent
    counts: RunCounts
    output: Output
    into: Into | None = None
    columns: FileContent | None = None
    """The column mapping by which tables were read; null where they were read by the names of our fields."""

    @property
    def text(self) -> str:
        """The manifest as it is written."""
        return self.model_dump_json(indent=2) + "\n"


def versions() -> dict[str, str]:
    """The versions of what findings rest on."""
    found = {"python": platform.python_version()}
    for package in _PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = "unknown"
    return found


def contents_of(inputs: Sequence[Input]) -> tuple[InputContent, ...]:
    """Size and hash of each input; of one that cannot be opened, of nothing. Raises OSError."""
    found = []
    for one in inputs:
        content = one.content or Content.of_nothing()
        if one.content is None and (one.path is not None or one.memory is not None):
            with one.stream() as stream:
                content = content_of_stream(stream)
        name = one.shown if one.name != "-" else "-"
        found.append(InputContent(name=name, size=content.size, sha256=content.sha256, query=one.query))
    return tuple(found)


def run_of(inputs: Sequence[InputContent], columns: FileContent | None, job: Job) -> str:
    """What stands for a run: of the same input, catalogue, library and options, a SHA-256 in hexadecimal digits.

    How findings are written, and by which executor they are made, are no part of it.
    """
    told = {
        "cleanclaim": versions()["cleanclaim"],
        "inputs": [one.model_dump(exclude={"query"}) for one in inputs],
        "columns": columns.sha256 if columns else None,
        "catalogue": hashes_of(job.catalogue).model_dump(),
        "library": job.library.content_hash,
        "payer_type": job.payer_type,
        "information": job.information,
        "reported": sorted(job.reported),
    }
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def content_of_file(name: str, path: Path) -> FileContent:
    """Size and hash of a file that was given by a name. Raises OSError."""
    content = content_of(path)
    return FileContent(name=name, size=content.size, sha256=content.sha256)


def hashes_of(catalogue: Catalogue) -> CatalogueHashes:
    """The hashes of a catalogue."""
    return CatalogueHashes(meaning=digest_of_meanings(catalogue), content=digest_of(catalogue))


def library_content(library: CodeLibrary, shown: str, not_loaded: Sequence[str]) -> LibraryContent:
    """What stands for a library."""
    return LibraryContent(
        name=shown, content=library.content_hash, loaded=layer_names(library), not_loaded=tuple(not_loaded)
    )


def layer_names(library: CodeLibrary) -> tuple[LayerName, ...]:
    """The releases and tables that a library holds, in order."""
    return tuple(LayerName(quarter=one.quarter, kind=one.kind, part=one.part) for one in library.layers)


def run_counts(counts: Counts) -> RunCounts:
    """What a run came to."""
    census = counts.census
    by_edit: Counter[str] = Counter()
    by_disposition: Counter[str] = Counter()
    for (edit_id, disposition), number in counts.reported.items():
        by_edit[edit_id] += number
        by_disposition[disposition] += number
    return RunCounts(
        claims=census.claims, lines=census.lines, lines_not_fully_checked=census.lines_not_fully_checked,
        bypassed=census.bypassed, failures=census.failures, unreadable=census.unread, not_reported=counts.hidden,
        findings_by_edit=dict(sorted(by_edit.items())),
        findings_by_disposition={one: by_disposition[one] for one in DISPOSITIONS if by_disposition[one]},
    )  # fmt: skip
