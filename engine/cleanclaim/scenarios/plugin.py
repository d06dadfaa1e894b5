"""The pytest plugin: collects the feature files that use cleanclaim's steps, and makes edit ids markers.

pytest loads it in every project of an environment that has cleanclaim, so it imports none of the engine. Without
pytest-bdd, or with one too old, it does nothing.
"""

from argparse import ArgumentTypeError
from importlib.metadata import PackageNotFoundError, version

import pytest

from cleanclaim.scenarios.markers import register_markers, shipped_edit_ids

_OLDEST = 9
_WHOLE = 100
_COLLECTION, _STEPS, _COVERAGE = "cleanclaim-collection", "cleanclaim-steps", "cleanclaim-coverage"


def pytest_addoption(parser: pytest.Parser) -> None:
    """The options of the coverage of the catalogue."""
    group = parser.getgroup("cleanclaim", "claim scenarios")
    group.addoption(
        "--edit-coverage", nargs="?", const=0.0, default=None, type=_percentage, metavar="FAIL_UNDER",
        help="tell what the scenarios saw of each edit; less than FAIL_UNDER percent makes the exit status 1",
    )  # fmt: skip
    group.addoption("--edit-coverage-report", metavar="PATH", help="write the coverage of edits as JSON")
    group.addoption("--edit-coverage-select", metavar="IDS", help="of these edits or families alone")


def _percentage(text: str) -> float:
    try:
        share = float(text)
    except ValueError:
        share = -1
    if not 0 <= share <= _WHOLE:
        raise ArgumentTypeError(f"{text!r} is no percentage; it is written --edit-coverage=90, and paths stand before")
    return share


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    """Register the steps ahead of every conftest.py: of two steps of one text pytest-bdd takes the later."""
    _register(early_config)


def pytest_configure(config: pytest.Config) -> None:
    """Register the steps, where a conftest.py named this plugin, and a marker for every edit."""
    _register(config)
    if config.pluginmanager.has_plugin(_COLLECTION):
        register_markers(config, {edit: f"scenarios that name edit {edit}" for edit in shipped_edit_ids()})
        if config.getoption("edit_coverage", None) is not None and not config.option.collectonly:
            from cleanclaim.scenarios.coverage.session import Coverage

            config.pluginmanager.register(Coverage(config), _COVERAGE)


def pytest_report_header(config: pytest.Config) -> str | None:
    """Say why scenarios are not collected, where somebody may expect them to be."""
    found = _pytest_bdd(config)
    if found and not _is_enough(found):
        return f"cleanclaim: scenarios need pytest-bdd {_OLDEST} or later; {found} is installed"
    return None


def _register(config: pytest.Config) -> None:
    manager = config.pluginmanager
    found = _pytest_bdd(config)
    if found and _is_enough(found) and not manager.has_plugin(_COLLECTION):
        from cleanclaim.scenarios import collection, steps

        manager.register(collection, _COLLECTION)
        manager.register(steps, _STEPS)


def _pytest_bdd(config: pytest.Config) -> str | None:
    """The version of pytest-bdd; None where it is not installed or was switched off."""
    if not hasattr(config.hook, "pytest_bdd_before_scenario"):
        return None
    try:
        return version("pytest-bdd")
    except PackageNotFoundError:
        return None


def _is_enough(found: str) -> bool:
    major = found.partition(".")[0]
    return major.isdigit() and int(major) >= _OLDEST
