"""What is told of each claim that was read and what is counted of a run, wherever the engine sat that judged it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from cleanclaim.catalogue import EDIT_FAILED, UNREADABLE, Catalogue
from cleanclaim.claims import Location, ReadClaim, Unreadable
from cleanclaim.findings import Disposition, Finding
from cleanclaim.template import template


@dataclass
class Census:
    """What a run was: how much was checked and what came of it."""

    claims: int = 0
    lines: int = 0
    findings: Counter[Disposition] = field(default_factory=Counter)
    bypassed: int = 0
    """Findings left out because another on the same line makes them moot."""
    lines_not_fully_checked: int = 0
    failures: int = 0
    """Claims on which the engine failed."""
    unread: int = 0
    """Parts of the input of which nothing could be read, not even which claim they are of."""


def summed(censuses: Iterable[Census]) -> Census:
    """One census of several."""
    total = Census()
    for one in censuses:
        total.claims += one.claims
        total.lines += one.lines
        total.findings.update(one.findings)
        total.bypassed += one.bypassed
        total.lines_not_fully_checked += one.lines_not_fully_checked
        total.failures += one.failures
        total.unread += one.unread
    return total


class Verdict(NamedTuple):
    """What the engine made of one claim; plain values, cheap to hand from process to process."""

    findings: Sequence[Finding] = ()
    bypassed: int = 0
    """Findings left out because another on the same line makes them moot."""
    not_fully_checked: frozenset[int] = frozenset()
    """Numbers of the lines that an edit could not judge."""
    failure: str | None = None
    """Why the engine failed, a clause for people; then nothing else is known of the claim."""


def reported(read: ReadClaim, verdict: Verdict | None, catalogue: Catalogue, census: Census) -> list[Finding]:
    """The findings on what a reader made of one claim, what it could not read included; and count them.

    By line and edit. `verdict` is what the engine made of the claim, None where there is none to judge.
    """
    findings = [_unreadable(one, catalogue) for one in read.unreadable]
    unread_lines = sum(one.of_line or one.line_number is not None for one in read.unreadable)
    read_lines = set(read.line_locations) if read.claim is None else {one.line_number for one in read.claim.lines}
    not_fully_checked = read_lines if read.claim is None or read.unread_fields else set()
    if read.claim is None and all(one.claim_id is None and one.line_number is None for one in read.unreadable):
        census.unread += 1
    else:
        census.claims += 1
    if verdict is not None and verdict.failure is not None:
        findings.append(_failed(read, verdict.failure, catalogue))
        not_fully_checked = read_lines
        census.failures += 1
    elif verdict is not None:
        findings.extend(verdict.findings)
        not_fully_checked = not_fully_checked | verdict.not_fully_checked
        census.bypassed += verdict.bypassed
    findings.sort(key=lambda one: (one.line_number or 0, one.edit_id))
    census.lines += len(read_lines) + unread_lines
    census.lines_not_fully_checked += len(not_fully_checked) + unread_lines
    census.findings.update(finding.disposition for finding in findings)
    return findings


def place_of(read: ReadClaim, line_number: int | None) -> Location | None:
    """Where a finding's line, or its claim, stood in what was read; None where nothing is known of it."""
    place = read.location if line_number is None else read.line_locations.get(line_number, read.location)
    return _shown(place)


def _unreadable(one: Unreadable, catalogue: Catalogue) -> Finding:
    values = {"field": one.field, "reason": one.reason}
    return _raised(UNREADABLE, values, one.claim_id, one.line_number, one.location, catalogue)


def _failed(read: ReadClaim, reason: str, catalogue: Catalogue) -> Finding:
    assert read.claim is not None
    values = {"field": "claim", "reason": reason}
    return _raised(EDIT_FAILED, values, read.claim.claim_id, None, read.location, catalogue)


def _raised(
    edit_id: str,
    values: dict[str, str],
    claim_id: str | None,
    line: int | None,
    location: Location,
    catalogue: Catalogue,
) -> Finding:
    """A finding that no condition decides."""
    edit = catalogue.edits[edit_id]
    assert edit.message is not None
    assert edit.fix is not None
    return Finding(
        edit_id=edit.id,
        title=edit.title,
        claim_id=claim_id,
        line_number=line,
        procedure_code=None,
        date_of_service=None,
        disposition=edit.disposition,
        message=template(edit.message, values.keys()).written(values),
        fix=template(edit.fix, values.keys()).written(values),
        evidence=values,
        code_set_release=None,
        citations=edit.citations,
        remittance=None,
        location=_shown(location),
    )


def _shown(location: Location) -> Location | None:
    return None if location == Location() else location
