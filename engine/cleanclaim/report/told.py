"""Findings as the reports for CI systems tell them, whatever the system's form."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from cleanclaim.catalogue import EDIT_FAILED, UNREADABLE
from cleanclaim.claims import Location
from cleanclaim.edits import Edit
from cleanclaim.findings import Disposition, Finding, at_least
from cleanclaim.report.text import finding_text, plain, remittance_text

Level = Literal["error", "warning", "note"]
Outcome = Literal["error", "failed", "skipped", "passed"]
Baseline = Literal["new", "absent", "updated"]

LEVELS: Mapping[Disposition, Level] = {
    "claim_rejection": "error", "claim_denial": "error", "return_to_provider": "error", "line_item_rejection": "error",
    "line_item_denial": "error", "suspension": "warning", "not_checked": "warning", "advisory": "note",
    "information": "note",
}  # fmt: skip
"""How a CI system is to show a disposition. What was not checked is a warning whatever the run fails on."""


@dataclass(frozen=True, slots=True)
class Told:
    """One finding, or one difference from what was expected."""

    edit_id: str
    level: Level
    outcome: Outcome
    """As a test: an engine failure is an error, what is as bad as the run fails on has failed, what is less and says
    that something was not checked was skipped, and all else passed."""
    headline: str
    """On one line: what is wrong with which claim and line."""
    message: str
    """On one line: what is wrong with it in full, and what to do."""
    detail: str
    """On several lines: all that a person wants to know."""
    claim_id: str | None
    line_number: int | None
    location: Location | None
    properties: Mapping[str, object] = field(default_factory=dict)
    baseline: Baseline | None = None
    """What became of a finding that was expected, or was not."""


@dataclass(frozen=True, slots=True)
class RunTold:
    """What a report for a CI system says of the run itself."""

    version: str
    """Of cleanclaim."""
    edits: Mapping[str, Edit]
    """Those that are reported."""
    files: Mapping[str, str | None]
    """The inputs as locations name them, and the path of each as it is shown; None where it is no file."""
    fail_on: Disposition
    status: int
    """The exit status."""
    is_whole: bool
    """Whether the engine failed on no claim, and something could be read."""
    library: str
    """Its name and content hash."""


def told_findings(
    findings: Iterable[Finding], run: RunTold, hidden: frozenset[Disposition] = frozenset()
) -> Iterator[Told]:
    """Findings that are not hidden, in their order."""
    for one in findings:
        if one.disposition not in hidden:
            yield Told(
                one.edit_id, "error" if one.edit_id == EDIT_FAILED else LEVELS[one.disposition],
                _outcome(one, run.fail_on),
                f"{about(one.claim_id, one.line_number)}: {one.edit_id} {words(one.disposition)}: {plain(one.title)}",
                f"{plain(one.message)} {plain(one.fix)}", finding_text(_shown(one, run)), one.claim_id, one.line_number,
                one.location, properties_of(one),
            )  # fmt: skip


def about(claim_id: str | None, line_number: int | None) -> str:
    """A claim or a line of it, in words."""
    claim = "claim (id not known)" if claim_id is None else f"claim {plain(claim_id)}"
    return claim if line_number is None else f"{claim} line {line_number}"


def words(disposition: Disposition) -> str:
    """A disposition in words."""
    return disposition.replace("_", " ")


def properties_of(finding: Finding) -> dict[str, object]:
    """What else a finding holds, as far as it is there."""
    told: dict[str, object] = {
        "disposition": finding.disposition,
        "claimId": finding.claim_id,
        "lineNumber": finding.line_number,
        "procedureCode": finding.procedure_code,
        "dateOfService": finding.date_of_service and str(finding.date_of_service),
        "codeSetRelease": finding.code_set_release,
        "remittance": finding.remittance and remittance_text(finding.remittance),
        "evidence": dict(finding.evidence) or None,
    }
    return {name: value for name, value in told.items() if value is not None}


def input_of(told: Told) -> str:
    """The input that something is told of, as locations name it."""
    return (told.location and told.location.file) or ""


def authorities(edit: Edit) -> Sequence[str]:
    """The documents that an edit rests on, each with its address."""
    return [f"{one.document}, {one.section} <{one.url}>" for one in edit.citations]


def _shown(finding: Finding, run: RunTold) -> Finding:
    """The finding with its file as the run shows it."""
    place = finding.location
    path = run.files.get(place.file) if place and place.file else None
    if place is None or path is None:
        return finding
    return finding.model_copy(update={"location": place.model_copy(update={"file": path})})


def _outcome(finding: Finding, fail_on: Disposition) -> Outcome:
    if finding.edit_id == EDIT_FAILED:
        return "error"
    if at_least(finding.disposition, fail_on):
        return "failed"
    return "skipped" if finding.disposition == "not_checked" or finding.edit_id == UNREADABLE else "passed"
