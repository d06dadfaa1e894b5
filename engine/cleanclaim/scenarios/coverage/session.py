"""The part of the pytest plugin that measures coverage; loaded where it is asked for, and nowhere else."""

from pathlib import Path
from typing import Any

import pytest

from cleanclaim.catalogue import CatalogueRefused
from cleanclaim.edit_files import load_catalogue
from cleanclaim.report.writing import write_file
from cleanclaim.scenarios.coverage.points import Point, points_of
from cleanclaim.scenarios.coverage.report import Covered, covered, json_text, percent, text_lines
from cleanclaim.scenarios.coverage.seen import Seen
from cleanclaim.scenarios.outcome import Outcome
from cleanclaim.scenarios.watching import WATCHER, Checked

_SENT = "cleanclaim_edit_coverage"


class Coverage:
    """Watches the checks of a session, gathers what workers of pytest-xdist saw, and reports."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self._seen = Seen()
        self._folders: set[tuple[str, ...]] = {()}
        self._versions: list[Covered] = []
        self._is_worker = hasattr(config, "workerinput")
        config.stash.setdefault(WATCHER, self)
        self._chosen = self._choice()

    def outcome(self, checked: Checked, outcome: Outcome) -> Outcome:
        """Take up what a check shows; what is expected of it is not looked at."""
        self._seen.take(checked)
        self._folders.add(tuple(map(str, checked.folders)))
        return outcome

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """Take up what a worker saw."""
        sent = getattr(node, "workeroutput", {}).get(_SENT)
        if sent is not None:
            self._seen.points.update(Point(*one) for one in sent["points"])
            self._folders.update(map(tuple, sent["folders"]))

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Add up; a worker hands over. Less than was asked for makes the exit status 1."""
        if self._is_worker:
            sent = {"points": [list(one) for one in self._seen.points], "folders": [list(one) for one in self._folders]}
            self._config.workeroutput[_SENT] = sent  # type: ignore[attr-defined]
            return
        points = dict.fromkeys(point for folders in sorted(self._folders) for point in self._points(folders))
        ordered = sorted(points, key=lambda one: one.edit_id)
        self._versions = covered(ordered, self._seen.points)
        if path := self._config.getoption("edit_coverage_report"):
            write_file([json_text(self._versions)], Path(path))
        if self._is_short and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Print the table."""
        terminalreporter.section("coverage of edits")
        for line in text_lines(self._versions):
            terminalreporter.write_line(line)
        if self._is_short:
            wanted = self._config.getoption("edit_coverage")
            told = f"{percent(self._versions):.1f}% is less than the {wanted:g}% asked for"
            terminalreporter.write_line(f"FAIL coverage of edits: {told}", red=True)

    @property
    def _is_short(self) -> bool:
        return bool(percent(self._versions) < self._config.getoption("edit_coverage"))

    def _points(self, folders: tuple[str, ...]) -> list[Point]:
        try:
            catalogue = load_catalogue(*map(Path, folders))
        except (CatalogueRefused, OSError):  # gone meanwhile, as a folder that a test made for itself
            return []
        return [one for one in points_of(catalogue) if self._chosen is None or _is_chosen(one.edit_id, self._chosen)]

    def _choice(self) -> frozenset[str] | None:
        """What `--edit-coverage-select` names: ids, or families of three letters."""
        named = self._config.getoption("edit_coverage_select")
        return frozenset(name.strip().upper() for name in named.split(",") if name.strip()) if named else None


def _is_chosen(edit_id: str, chosen: frozenset[str]) -> bool:
    return edit_id in chosen or edit_id[:3] in chosen
