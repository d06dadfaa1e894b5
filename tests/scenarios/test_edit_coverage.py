"""`pytest --edit-coverage`: what scenarios saw of each edit."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Write = Callable[..., Path]
FIRES = "{claim}\nThen line 1 has finding AOC010"
PASSES = """
Given the payer is other
And the claim lines:
  | procedure_code | units | date_of_service |
  | 15271          | 1     | 2013-03-31      |
  | 15271          | 1     | 2013-04-01      |
When the claim is checked
Then the claim is clean
"""
SELECT = "--edit-coverage-select=AOC010"


def test_the_table_tells_what_was_seen_and_what_was_not(pytester: pytest.Pytester, feature: Write) -> None:
    feature(Fires=FIRES)
    result = pytester.runpytest("--edit-coverage", SELECT)
    assert result.ret == 0
    result.stdout.fnmatch_lines([
        "*coverage of edits*", "edit*", "AOC010  from 2013-04-01       6     2",
        "        not seen: passes; first day 2013-04-01; day before 2013-04-01; primary_procedure = 'absent', fails",
        "all *33.3%",
    ])  # fmt: skip


def test_more_scenarios_see_more(pytester: pytest.Pytester, feature: Write) -> None:
    feature(Fires=FIRES, Passes=PASSES)
    result = pytester.runpytest("--edit-coverage=100", SELECT, "--edit-coverage-report=told.json")
    assert result.ret == 0
    told = json.loads((pytester.path / "told.json").read_text())
    assert (told["points"], told["seen"], told["percent"]) == (6, 6, 100.0)
    assert told["versions"][0]["not_seen"] == []


def test_less_than_asked_for_makes_the_run_fail(pytester: pytest.Pytester, feature: Write) -> None:
    feature(Fires=FIRES)
    result = pytester.runpytest("--edit-coverage=34", SELECT)
    result.assert_outcomes(passed=1)
    assert result.ret == 1
    result.stdout.fnmatch_lines(["FAIL coverage of edits: 33.3% is less than the 34% asked for"])
    assert pytester.runpytest("--edit-coverage=33", SELECT).ret == 0


def test_what_workers_saw_is_added_up(pytester: pytest.Pytester, feature: Write) -> None:
    feature("one.feature", Fires=FIRES)
    feature("two.feature", Passes=PASSES)
    result = pytester.runpytest_subprocess("-n2", "--dist=loadfile", "--edit-coverage=100", SELECT)
    assert result.ret == 0, result.stdout.str()
    alone = pytester.runpytest("-k", "fires", "--edit-coverage=100", SELECT)
    assert alone.ret == 1


def test_the_boundary_of_a_comparison_and_both_sides_of_a_modifier_are_points(
    pytester: pytest.Pytester, feature: Write
) -> None:
    feature(Fires=FIRES)
    result = pytester.runpytest("--edit-coverage", "--edit-coverage-select=UOS010,AOC070,SYS,UOS020")
    text = " ".join(result.stdout.str().split())
    assert "units <= 0, holds; units <= 0, at the boundary" in text
    assert "has_modifier('51'), holds" in text
    assert "SYS010 2 1 not seen: fires" in text


@pytest.mark.parametrize("share", ["much", "101", "-1", "nan"])
def test_what_is_no_percentage_is_refused(pytester: pytest.Pytester, feature: Write, share: str) -> None:
    feature(Fires=FIRES)
    result = pytester.runpytest(f"--edit-coverage={share}")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["*is no percentage; it is written --edit-coverage=90*"])


def test_without_the_option_none_of_it_is_loaded(pytester: pytest.Pytester, feature: Write) -> None:
    feature(Fires=FIRES)
    pytester.makeconftest("""
        import sys

        def pytest_sessionfinish():
            print("LOADED" if "cleanclaim.scenarios.coverage.session" in sys.modules else "NOT LOADED")
    """)
    result = pytester.runpytest_subprocess("-s")
    result.stdout.fnmatch_lines(["*NOT LOADED*"])
