"""The pytest plugin: collects the feature files that use cleanclaim's steps, and makes edit ids markers.

pytest loads it in every project of an environment that has cleanclaim, so it imports none of the engine. Without
pytest-bdd, or with one too old, it does nothing.
"""

from importlib.metadata import PackageNotFoundError, version

import pytest

from cleanclaim.scenarios.markers import register_markers, shipped_edit_ids

_OLDEST = 9
_COLLECTION, _STEPS = "cleanclaim-collection", "cleanclaim-steps"


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    """Register the steps ahead of every conftest.py: of two steps of one text pytest-bdd takes the later."""
    _register(early_config)


def pytest_configure(config: pytest.Config) -> None:
    """Register the steps, where a conftest.py named this plugin, and a marker for every edit."""
    _register(config)
    if config.pluginmanager.has_plugin(_COLLECTION):
        register_markers(config, {edit: f"scenarios that name edit {edit}" for edit in shipped_edit_ids()})


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
