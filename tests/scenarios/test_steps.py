"""The steps themselves: the feature that documents them names each, and none is too greedy."""

import re
import sys
from pathlib import Path

import pytest
from pytest_bdd.parser import FeatureParser
from tests.cli.running import refusal, run_here

from cleanclaim.scenarios import steps
from cleanclaim.scenarios.step_page import steps_page
from cleanclaim.scenarios.steps import is_step_of_ours

FEATURES = Path(__file__).parents[2] / "features"


def test_the_feature_of_steps_has_every_step() -> None:
    feature = FeatureParser(str(FEATURES), "steps.feature").parse()
    used = [(step.type, step.name) for scenario in feature.scenarios.values() for step in scenario.steps]
    unused = [
        one.parser.name
        for one in steps.our_steps()
        if not any(one.type == kind and one.parser.is_matching(name) for kind, name in used)
    ]
    assert unused == []


def test_the_page_of_steps_is_current() -> None:
    page = "".join(steps_page())
    assert page == (FEATURES / "STEPS.md").read_text(encoding="utf-8"), "run `make catalogue`"
    assert page.count("\n    ") == len(steps.our_steps())


def test_the_command_prints_the_page_and_says_what_it_needs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run_here("steps", cwd=tmp_path).stdout == "".join(steps_page())
    monkeypatch.delitem(sys.modules, "cleanclaim.scenarios.step_page")
    monkeypatch.setitem(sys.modules, "pytest_bdd", None)
    monkeypatch.delitem(sys.modules, "cleanclaim.scenarios.steps")
    refused = run_here("steps", cwd=tmp_path)
    assert refusal(refused) == 'scenarios need pytest and pytest-bdd: pip install "cleanclaim[scenarios]"'


def test_every_step_has_its_docstring() -> None:
    assert all(one.step_func.__doc__ for one in steps.our_steps())
    assert len({one.parser.name for one in steps.our_steps()}) == len(steps.our_steps())


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("given", "the user is logged"), ("given", "the claim is filed"), ("given", "the Payer is medicare"),
        ("given", "the claim is checked"), ("when", "the claim lines:"), ("then", "line one has finding AOC010"),
        ("then", "the claim is clean enough"), ("given", "the yearly release 2026-01 holds the code records:"),
        ("given", "the payer is not known"),
    ],
)  # fmt: skip
def test_a_sentence_that_only_resembles_a_step_is_none(kind: str, text: str) -> None:
    assert not is_step_of_ours(kind, text)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("given", 'the library "a folder/2026-01.csv"'), ("given", "the type of bill is 131"),
        ("given", "the complete release 2026-01 holds the code records:"), ("when", "the claims are checked"),
        ("then", 'claim "A 1" line 12 has finding COD030'), ("then", 'claim "A" has no finding COD920'),
        (None, "the claim is checked"),
    ],
)  # fmt: skip
def test_steps_are_known_by_kind_and_words(kind: str | None, text: str) -> None:
    assert is_step_of_ours(kind, text)


def test_no_sentence_fits_two_steps() -> None:
    feature = FeatureParser(str(FEATURES), "steps.feature").parse()
    for scenario in feature.scenarios.values():
        for step in scenario.steps:
            fitting = [one for one in steps.our_steps() if one.type == step.type and one.parser.is_matching(step.name)]
            assert len(fitting) == 1, step.name


def test_the_engine_is_named_only_where_it_is_needed() -> None:
    folder = Path(steps.__file__).parent
    light = (
        "__init__.py", "plugin.py", "steps.py", "collection.py", "feature_text.py", "markers.py", "failure.py",
        "watching.py",
    )  # fmt: skip
    for name in light:
        text = (folder / name).read_text(encoding="utf-8")
        named = set(re.findall(r"^(?:from|import) (cleanclaim[.\w]*)", text, re.MULTILINE))
        assert named <= {"cleanclaim.places", *(f"cleanclaim.scenarios.{one[:-3]}" for one in light)} | {
            "cleanclaim.scenarios"
        }
