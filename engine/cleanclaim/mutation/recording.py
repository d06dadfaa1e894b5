"""What a team's scenarios check, taken down from one run of pytest: claims, facts, findings, expectations."""

import io
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from pytest_bdd.parser import Step

from cleanclaim.catalogue import EDIT_FAILED
from cleanclaim.claims import Claim, ReadClaim
from cleanclaim.codes import Notice
from cleanclaim.enrich.enriched import EnrichedLine
from cleanclaim.facts import Facts
from cleanclaim.findings import Finding
from cleanclaim.pipeline import Checker
from cleanclaim.scenarios.collection import template_of
from cleanclaim.scenarios.feature_text import is_ours
from cleanclaim.scenarios.outcome import Outcome
from cleanclaim.scenarios.steps import is_step_of_ours
from cleanclaim.scenarios.watching import WATCHER, Checked

Expectation = tuple[str, tuple[Any, ...]]
"""The name of a method of Outcome, and what it was called with."""
_SHOWN = 2000


class ScenariosRefused(ValueError):
    """Scenarios by which nothing can be judged: there are none, or they fail before anything is altered."""


@dataclass(frozen=True)
class KnownClaim:
    """A claim of a scenario with its facts, as they are before any edit is evaluated."""

    read: ReadClaim
    claim: Claim | None
    lines: Sequence[EnrichedLine]
    of_claim: Facts
    failure: str | None
    """Why the engine failed on it, where the scenario made it fail."""

    @property
    def whole(self) -> bool:
        """Whether all of its lines are here."""
        return self.read.is_whole and not self.read.unreadable


@dataclass(frozen=True)
class Case:
    """One check of one scenario, and what the scenario expects of it."""

    scenario: str
    """File and line, as pytest names it."""
    checker: Checker
    claims: Sequence[KnownClaim]
    findings: Sequence[Finding]
    notices: Sequence[Notice]
    expectations: list[Expectation] = field(default_factory=list)


@dataclass
class Recording:
    """All checks of a run, and what of it cannot be put to a mutant."""

    cases: list[Case] = field(default_factory=list)
    own: set[str] = field(default_factory=set)
    """Scenarios with an expectation in a step of the team's own, which is not put to mutants."""
    failed: list[str] = field(default_factory=list)
    """What failed before anything was altered."""
    scenarios: int = 0


def recorded(features: Sequence[Path]) -> Recording:
    """What the scenarios under some folders check. Runs them by pytest, in this process. Raises ScenariosRefused."""
    recorder = _Recorder()
    told = io.StringIO()
    arguments = [*map(str, features), "-p", "no:cacheprovider", "-p", "no:randomly", "--assert=plain", *_one_process()]
    with redirect_stdout(told), redirect_stderr(told):
        status = pytest.main(arguments, plugins=[recorder])
    recording = recorder.recording
    if recording.failed:
        listed = "\n".join(recording.failed[:20])
        raise ScenariosRefused(f"scenarios fail before anything is altered:\n{listed}")
    if not recording.cases:
        is_empty = status in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED)
        why = "" if is_empty else f":\n{told.getvalue()[-_SHOWN:]}"
        raise ScenariosRefused(f"{', '.join(map(str, features))}: no scenario was run{why}")
    return recording


def _one_process() -> list[str]:
    """What keeps pytest-xdist, where it is there, from running scenarios out of sight."""
    return ["-n0"] if find_spec("xdist") else []


class _Recorder:
    """Watches the scenarios of a session; tests that are none are left out."""

    def __init__(self) -> None:
        self.recording = Recording()
        self._scenario = ""

    def pytest_configure(self, config: pytest.Config) -> None:
        config.stash[WATCHER] = self

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = [item for item in items if (template := template_of(item)) is not None and is_ours(template)]
        self.recording.scenarios = len(items)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        self._scenario = item.nodeid

    def pytest_bdd_before_step(self, step: Step) -> None:
        if step.type == "then" and not is_step_of_ours(step.type, step.name):
            self.recording.own.add(self._scenario)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self._fail(report.nodeid, report.longreprtext)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self._fail(report.nodeid, report.longreprtext)

    def _fail(self, node: str, text: str) -> None:
        self.recording.failed.append(next((line for line in text.splitlines() if line.strip()), node))

    def outcome(self, checked: Checked, outcome: Outcome) -> Outcome:
        """An outcome that notes what is expected of it."""
        failures = {(one.claim_id, one.evidence["reason"]) for one in checked.findings if one.edit_id == EDIT_FAILED}
        claims = [_known(checked.checker, read, dict(failures)) for read in checked.claims]
        case = Case(self._scenario, checked.checker, claims, checked.findings, checked.notices)
        self.recording.cases.append(case)
        return _Noting(outcome, case.expectations.append)


def _known(checker: Checker, read: ReadClaim, failures: dict[str | None, str]) -> KnownClaim:
    if read.claim is None:
        return KnownClaim(read, None, (), {}, None)
    claim = checker.with_payer(read)
    lines, of_claim = checker.enricher.lines(claim), checker.enricher.claim_facts(claim)
    return KnownClaim(read, claim, lines, of_claim, failures.get(claim.claim_id))


class _Noting(Outcome):
    """An outcome that notes each expectation."""

    def __init__(self, outcome: Outcome, note: Callable[[Expectation], None]) -> None:
        vars(self).update(vars(outcome))
        self._note = note

    def __getattribute__(self, name: str) -> Any:
        found = super().__getattribute__(name)
        if not name.startswith("expect_"):
            return found

        def noted(*arguments: Any) -> None:
            super(_Noting, self).__getattribute__("_note")((name, arguments))
            found(*arguments)

        return noted
