"""Snapshots: the findings on one file of claims, kept in a folder, as JSON that a diff shows field by field.

They hold no path of a machine, no moment and, as findings do, no patient.
"""

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from cleanclaim.claims import Location, PayerType
from cleanclaim.findings import Disposition, Finding
from cleanclaim.report.text import remittance_text
from cleanclaim.values import Day, Model

SUFFIX = ".findings.json"
"""Of a snapshot, behind the name of the file of claims."""


class SnapshotRefused(ValueError):
    """A snapshot that cannot be read, or a file of claims that none can be kept of; the message begins with it."""


class Kept(Model):
    """A finding as it is kept. Its title and citations are its edit's."""

    claim_id: str | None
    line_number: int | None
    edit_id: str
    disposition: Disposition
    procedure_code: str | None
    date_of_service: Day | None
    message: str
    fix: str
    evidence: dict[str, str]
    code_set_release: str | None
    remittance: str | None
    place: dict[str, int | str]
    """Where its line or claim stands in the file."""

    @classmethod
    def of(cls, finding: Finding) -> "Kept":
        """What is kept of a finding."""
        shared = {name: getattr(finding, name) for name in cls.model_fields if name not in ("remittance", "place")}
        place = (finding.location or Location()).model_dump(exclude={"file"}, exclude_none=True)
        remittance = remittance_text(finding.remittance) if finding.remittance else None
        return cls.model_validate({**shared, "remittance": remittance, "place": place})

    @property
    def elsewhere(self) -> "Kept":
        """The finding wherever it stands in its file."""
        return self.model_copy(update={"place": {}})

    @property
    def key(self) -> tuple[str, int, str]:
        """By which findings are told apart and put in order: claim id, line, edit."""
        return self.claim_id or "", self.line_number or 0, self.edit_id


class KeptLibrary(Model):
    """The library that a snapshot was made with."""

    content: str
    loaded: tuple[str, ...]


class KeptOptions(Model):
    """The options that bear on findings."""

    payer_type: PayerType
    information: bool
    select: tuple[str, ...]
    ignore: tuple[str, ...]


class MadeWith(Model):
    """By what the claims were judged when a snapshot was made."""

    cleanclaim: str
    catalogue: str
    """A hash of what all edits mean."""
    library: KeptLibrary
    options: KeptOptions


class Snapshot(Model):
    """The findings on one file of claims."""

    snapshot: Literal[1] = 1
    """The version of this form."""
    claims: str
    """The file, as it lies beside the folder of snapshots."""
    made_with: MadeWith
    edits: dict[str, Annotated[str, Field(min_length=1)]]
    """For each edit that fired, a hash of what it means."""
    findings: tuple[Kept, ...]

    @property
    def text(self) -> str:
        """The snapshot as it is written."""
        return json.dumps(self.model_dump(mode="json"), indent=2) + "\n"


def name_beside(folder: Path, file: str) -> str:
    """The name of a file of claims as a snapshot bears it: from the folder's own place, wherever that is.

    A file that does not lie there is known by its last name. Raises SnapshotRefused for what is no regular file.
    """
    path = Path(file)
    if not path.is_file():
        raise SnapshotRefused(f"{file}: it is no regular file, so there is no name to keep its findings under")
    base, place = Path(os.path.abspath(folder)).parent, Path(os.path.abspath(path))  # noqa: PTH100  links are kept
    return place.relative_to(base).as_posix() if place.is_relative_to(base) else place.name


def names_beside(folder: Path, files: Iterable[str]) -> dict[str, str]:
    """The name of each file of claims as snapshots bear it. Raises SnapshotRefused."""
    files_by_name: dict[str, str] = {}
    for file in files:
        name = name_beside(folder, file)
        if name in files_by_name:
            raise SnapshotRefused(f"{file}: its findings would be kept under the name of {files_by_name[name]}")
        files_by_name[name] = file
    return {file: name for name, file in files_by_name.items()}


def path_of(folder: Path, name: str) -> Path:
    """Where the snapshot of a file of claims lies."""
    return folder / f"{name}{SUFFIX}"


def paths_in(folder: Path) -> Sequence[Path]:
    """All snapshots of a folder, by name."""
    return sorted(path for path in folder.rglob(f"*{SUFFIX}") if path.is_file())


def read_snapshot(path: Path) -> Snapshot:
    """The snapshot of a file. Raises SnapshotRefused and OSError."""
    try:
        return Snapshot.model_validate(json.loads(path.read_text(encoding="utf-8")))
    except json.JSONDecodeError as wrong:
        raise SnapshotRefused(f"{path}:{wrong.lineno}: it is no JSON: {wrong.msg}") from None
    except ValidationError as wrong:
        raise SnapshotRefused(f"{path}: it is no snapshot: {'; '.join(_told(wrong))}") from None
    except (UnicodeDecodeError, RecursionError):
        raise SnapshotRefused(f"{path}: it is no snapshot: it is no JSON text") from None


def _told(wrong: ValidationError) -> Iterator[str]:
    """The first faults; what stands there is not shown."""
    for one in wrong.errors(include_url=False, include_context=False, include_input=False)[:3]:
        yield f"{'.'.join(map(str, one['loc'])) or 'the file'}: {one['msg']}"
