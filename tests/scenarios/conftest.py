"""Feature files for the tests of the plugin."""

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent, indent

import pytest

import cleanclaim.scenarios.world  # noqa: F401  once: C extensions cannot be imported anew by every session within this

Write = Callable[..., Path]

CLAIM = """\
Given the payer is medicare
And the claim lines:
  | procedure_code | units | date_of_service |
  | Q4257          | 4     | 2026-01-15      |
When the claim is checked
"""
"""Steps that find AOC010, and for information COV080, on line 1."""


@pytest.fixture(autouse=True)
def without_hypothesis(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep sessions within a test from importing hypothesis anew, a second each."""
    if "pytester" in request.fixturenames:
        request.getfixturevalue("pytester")
        monkeypatch.setenv("PYTEST_ADDOPTS", "-p no:hypothesispytest")


@pytest.fixture
def feature(pytester: pytest.Pytester) -> Write:
    """Write a feature file of scenarios by title; `{claim}` in one stands for the steps above."""

    def write(path: str = "claims.feature", /, **scenarios: str) -> Path:
        text = "Feature: Claims\n"
        for title, steps in scenarios.items():
            steps = dedent(steps).strip().replace("{claim}", CLAIM.rstrip())
            text += f"\n  Scenario: {title.replace('_', ' ')}\n{indent(steps, '    ')}\n"
        file = pytester.path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    return write
