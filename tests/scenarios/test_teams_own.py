"""A team's own steps win over ours, and scenarios that it binds itself run once."""

from collections.abc import Callable
from pathlib import Path

import pytest

Write = Callable[..., Path]

# Whose step runs

TEAMS_STEPS = """
    import pytest
    from pytest_bdd import parsers, then

    @then("the claim is clean")
    def theirs_of_the_same_words(): print("THEIR STEP")

    @then("line 1 has finding COD010")
    def theirs_where_ours_has_parts(): print("THEIR STEP")

    @then(parsers.re("there are (no|many) findings"))
    def theirs_where_ours_has_no_parts(): print("THEIR STEP")
"""


@pytest.fixture
def three_steps(feature: Write) -> Write:
    def write(path: str = "claims.feature") -> Path:
        return feature(
            path, One="{claim}\nThen the claim is clean", Two="{claim}\nThen line 1 has finding COD010",
            Three="{claim}\nThen there are no findings",
        )  # fmt: skip

    return write


def test_our_steps_run_where_nobody_redefines_them(pytester: pytest.Pytester, three_steps: Write) -> None:
    three_steps()
    pytester.runpytest().assert_outcomes(failed=3)


def test_steps_of_the_teams_conftest_win(pytester: pytest.Pytester, three_steps: Write) -> None:
    three_steps()
    pytester.makeconftest(TEAMS_STEPS)
    result = pytester.runpytest("-rP")
    result.assert_outcomes(passed=3)
    assert result.stdout.str().count("THEIR STEP") == 3


def test_steps_of_a_conftest_beside_the_feature_win_there_alone(pytester: pytest.Pytester, three_steps: Write) -> None:
    three_steps("theirs/claims.feature")
    three_steps("ours/claims.feature")
    pytester.path.joinpath("theirs", "conftest.py").write_text(TEAMS_STEPS.replace("\n    ", "\n"))
    result = pytester.runpytest("-v")
    result.assert_outcomes(passed=3, failed=3)
    result.stdout.fnmatch_lines(["ours/*::test_one FAILED*", "theirs/*::test_one PASSED*"])


def test_steps_of_a_module_that_the_teams_conftest_names_win(pytester: pytest.Pytester, three_steps: Write) -> None:
    three_steps()
    pytester.makepyfile(team_steps=TEAMS_STEPS)
    pytester.makeconftest("pytest_plugins = ['team_steps']")
    pytester.syspathinsert()
    pytester.runpytest().assert_outcomes(passed=3)


def test_steps_of_the_test_module_that_binds_the_feature_win(pytester: pytest.Pytester, three_steps: Write) -> None:
    three_steps()
    pytester.makepyfile(test_bound=f"{TEAMS_STEPS}\n    from pytest_bdd import scenarios\n    scenarios('.')\n")
    pytester.runpytest().assert_outcomes(passed=3, deselected=3)


# Scenarios that a team binds itself


def test_a_bound_scenario_runs_once_in_the_module_that_binds_it(pytester: pytest.Pytester, feature: Write) -> None:
    feature(One="{claim}\nThen line 1 has finding AOC010", Two="{claim}\nThen line 1 has finding AOC010")
    pytester.makepyfile(
        test_bound="""
        from functools import wraps
        from pytest_bdd import scenario

        def around(test):
            @wraps(test)
            def inner(*args, **kwargs): return test(*args, **kwargs)
            return inner

        @around
        @scenario("claims.feature", "One")
        def test_of_the_team(): pass
    """
    )
    result = pytester.runpytest("-v")
    result.assert_outcomes(passed=2, deselected=1)
    result.stdout.fnmatch_lines(["claims.feature::test_two PASSED*", "test_bound.py::test_of_the_team PASSED*"])
    pytester.runpytest("claims.feature").assert_outcomes(passed=2)


def test_all_scenarios_bound_at_once_run_once(pytester: pytest.Pytester, feature: Write) -> None:
    feature("features/claims.feature", One="{claim}\nThen line 1 has finding AOC010", Two="{claim}\nThen no such step")
    pytester.makepyfile(test_bound="from pytest_bdd import scenarios\nscenarios('features')")
    result = pytester.runpytest("-v", "--strict-markers")
    result.assert_outcomes(passed=1, failed=1, deselected=2)
    result.stdout.no_fnmatch_line("*claims.feature::*")
    bound = pytester.runpytest("-n", "2", "test_bound.py", "features")
    bound.assert_outcomes(passed=1, failed=1)


# All at once


@pytest.mark.parametrize(
    "arguments", [(), ("-n", "2"), ("--import-mode=importlib", "-n", "2"), ("-k", "ours or their")]
)
def test_scenarios_run_beside_all_that_a_team_has(
    pytester: pytest.Pytester, feature: Write, arguments: tuple[str, ...]
) -> None:
    pytester.makeconftest("""
        import pytest
        from pytest_bdd import given, then

        @pytest.fixture
        def their_place(): return "1"

        @given("their claim is checked in their place", target_fixture="place")
        def their_claim(their_place): return their_place

        @then("their place is known")
        def known(place): assert place == "1"
    """)
    pytester.path.joinpath("theirs").mkdir()
    pytester.path.joinpath("theirs", "theirs.feature").write_text(
        "Feature: Theirs\n  Scenario: Their own\n    Given their claim is checked in their place\n"
        "    Then their place is known\n"
    )
    pytester.path.joinpath("theirs", "test_theirs.py").write_text(
        "from pytest_bdd import scenarios\nscenarios('theirs.feature')\ndef test_their_plain(): pass\n"
    )
    feature(
        "ours/ours.feature",
        Ours="{claim}\nThen line 1 has finding AOC010",
        Ours_with_their_steps=(
            "Given their claim is checked in their place\nAnd the payer is medicare\n{claim}\n"
            "Then line 1 has finding AOC010\nAnd their place is known"
        ),
    )
    feature("ours/broken.feature", Broken="{claim}\nThen line 1 has finding AOC010")
    broken = pytester.path / "ours" / "broken.feature"
    broken.write_text(broken.read_text().replace("When the", "Whenever the"))
    result = pytester.runpytest_subprocess(
        "--strict-markers", "-W", "error", "--continue-on-collection-errors", *arguments
    )
    result.assert_outcomes(passed=4, errors=1)
    result.stdout.fnmatch_lines(["*ours/broken.feature:8: *Whenever the claim is checked*"])
    pytester.runpytest_subprocess("-m", "AOC010", "ours/ours.feature").assert_outcomes(passed=2)
