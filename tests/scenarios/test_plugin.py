"""Which feature files the plugin collects, and what it does where it is not wanted."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cleanclaim.scenarios import collection, plugin, steps

Write = Callable[..., Path]

FOREIGN = """\
Feature: Something else
  Scenario: A step of somebody else
    Given a claim about the world
    Then the user is logged
"""


# Collection


def test_a_feature_file_in_an_empty_folder_runs(pytester: pytest.Pytester, feature: Write) -> None:
    feature(An_add_on_alone="{claim}\nThen line 1 has finding AOC010")
    assert [path.name for path in pytester.path.iterdir()] == ["claims.feature"]
    result = pytester.runpytest("-v")
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["claims.feature::test_an_add_on_alone PASSED*"])


@pytest.mark.parametrize("arguments", [["claims.feature"], ["claims.feature::test_an_add_on_alone"], ["-k", "alone"]])
def test_a_scenario_can_be_chosen(pytester: pytest.Pytester, feature: Write, arguments: list[str]) -> None:
    feature(An_add_on_alone="{claim}\nThen line 1 has finding AOC010")
    pytester.runpytest(*arguments).assert_outcomes(passed=1)


def test_a_wrong_expectation_fails(pytester: pytest.Pytester, feature: Write) -> None:
    feature(Wrong="{claim}\nThen the claim is clean", Right="{claim}\nThen line 1 has finding AOC010")
    pytester.runpytest().assert_outcomes(passed=1, failed=1)


@pytest.mark.parametrize("mode", ["prepend", "append", "importlib"])
def test_features_of_one_name_in_two_folders_run_in_every_import_mode(
    pytester: pytest.Pytester, feature: Write, mode: str
) -> None:
    for folder in ("one", "two"):
        feature(f"{folder}/claims.feature", Alone="{claim}\nThen line 1 has finding AOC010")
    pytester.runpytest(f"--import-mode={mode}").assert_outcomes(passed=2)


def test_features_run_in_several_processes(pytester: pytest.Pytester, feature: Write) -> None:
    feature(**{f"Right_{number}": "{claim}\nThen line 1 has finding AOC010" for number in range(6)})
    feature("other.feature", Wrong="{claim}\nThen the claim is clean")
    result = pytester.runpytest_subprocess("-n", "2", "--strict-markers", "-W", "error")
    result.assert_outcomes(passed=6, failed=1)
    result.stdout.fnmatch_lines(["other.feature:9: the claim is not clean", "  +  line 1  AOC010  line_item_denial*"])


def test_features_run_where_warnings_are_errors(pytester: pytest.Pytester, feature: Write) -> None:
    feature(Alone="{claim}\nThen line 1 has finding AOC010")
    pytester.makeini("[pytest]\nfilterwarnings = error")
    pytester.runpytest_subprocess("--strict-markers").assert_outcomes(passed=1, warnings=0)


def test_outlines_backgrounds_rules_and_tags_work(pytester: pytest.Pytester) -> None:
    pytester.path.joinpath("claims.feature").write_text("""\
@add_on
Feature: Add-on codes
  Background:
    Given the payer is medicare

  @graft
  Rule: An add-on code needs its primary procedure
    Background:
      Given the rendering provider is A

    @slow
    Scenario Outline: <code> beside <primary>
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 4     | 2026-01-15      |
        | <primary>      | 1     | 2026-01-15      |
      When the claim is checked
      Then line 1 has <what> AOC010

      @with_primary
      Examples: a primary procedure is there
        | code  | primary | what       |
        | Q4257 | 15271   | no finding |
        | Q4390 | 15275   | no finding |

      Examples: none is there
        | code  | primary | what    |
        | Q4257 | 97597   | finding |
""")
    pytester.runpytest("--strict-markers", "-W", "error").assert_outcomes(passed=3)
    for expression, passed in (("add_on", 3), ("graft and slow", 3), ("with_primary", 2), ("not with_primary", 1)):
        chosen = pytester.runpytest("--strict-markers", "-m", expression)
        chosen.assert_outcomes(passed=passed, deselected=3 - passed)


def test_a_byte_order_mark_does_no_harm(pytester: pytest.Pytester, feature: Write) -> None:
    file = feature(Alone="{claim}\nThen line 1 has finding AOC010")
    file.write_text(file.read_text(), encoding="utf-8-sig")
    pytester.runpytest().assert_outcomes(passed=1)


def test_two_scenarios_whose_names_differ_in_signs_alone_both_run(pytester: pytest.Pytester) -> None:
    steps_ = "\n    Given no code records\n    And the claim lines:\n      | date_of_service |\n      | 2026-01-15 |\n"
    steps_ += "    When the claim is checked\n    Then the claim has finding COD920\n"
    text = f"Feature: Claims\n  Scenario: a line!{steps_}\n  Scenario: a line?{steps_}\n"
    pytester.path.joinpath("claims.feature").write_text(text)
    pytester.runpytest().assert_outcomes(passed=2)


def test_scenarios_are_tests_whatever_a_project_calls_its_own(pytester: pytest.Pytester, feature: Write) -> None:
    feature(Alone="{claim}\nThen line 1 has finding AOC010")
    pytester.makeini("[pytest]\npython_functions = check_*")
    pytester.runpytest().assert_outcomes(passed=1)


# What keeps a file from running


def test_two_scenarios_of_one_name_are_refused_with_both_lines(pytester: pytest.Pytester, feature: Write) -> None:
    file = feature(One="{claim}\nThen the claim is clean", Two="{claim}\nThen line 1 has finding AOC010")
    file.write_text(file.read_text().replace("Scenario: Two", "Scenario: One"))
    result = pytester.runpytest()
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(['claims.feature:11: two scenarios are named "One", on lines 3 and 11'])
    result.stdout.no_fnmatch_line("*Traceback*")
    result.stdout.no_fnmatch_line("*.py:*")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("    When ", "    Whenever ", "claims.feature:8: *: 'Whenever the claim is checked'"),
        ("| Q4257 ", "| Q4257 | ", "claims.feature:7: inconsistent cell count within the table: *"),
        ("Given the payer", "And the payer", "claims.feature:4: First step in a scenario or background must start *"),
        ("Feature: Claims", "Claims", "claims.feature:1: *: 'Claims'"),
        ("| 2026-01-15      |\n", '| 2026-01-15 |\n"""\n', "claims.feature:*: the file ends inside a doc string"),
        ("Feature: Claims", "@a b\nFeature: Claims", "claims.feature:1: A tag may not contain whitespace: '@a b'"),
        ("Feature: Claims", "# language: xx\nFeature: Claims", "claims.feature:1: Language not supported: xx*"),
        ("2026-01-15      |\n", "2026-01-15      |\n   Feature: Second\n", "claims.feature:8: Multiple features *"),
    ],
)
def test_a_broken_file_is_refused_with_its_line(
    pytester: pytest.Pytester, feature: Write, old: str, new: str, told: str
) -> None:
    file = feature(Alone="{claim}\nThen line 1 has finding AOC010")
    assert old in file.read_text()
    file.write_text(file.read_text().replace(old, new, 1))
    result = pytester.runpytest()
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines([told])
    for word in ("*Traceback*", "*.py:*", "*Unknown parsing error*"):
        result.stdout.no_fnmatch_line(word)


OURS = """\
  Scenario: A claim
    Given no code records
    And the claim lines:
      | date_of_service |
      | 2026-01-15      |
    When the claim is checked
    Then the claim has finding COD920
"""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Feature: Claims\n" + OURS.replace("Scenario:", "Scenario"),
         "claims.feature:3: a step that stands in no scenario, which begins with *: 'Given no code records'"),
        ("Feature: Claims\n" + OURS.replace("Scenario:", "Scenario") + OURS,
         "claims.feature:3: a step that stands in *"),
        ("Feature: Claims\n" + OURS + "  Rule: One\n" + OURS.replace("Scenario:", "Scenario"),
         "claims.feature:11: a step that stands in no *"),
        (OURS, "claims.feature:1: *: 'Scenario: A claim'"),
    ],
)  # fmt: skip
def test_a_scenario_that_gherkin_takes_for_a_description_is_refused(
    pytester: pytest.Pytester, text: str, told: str
) -> None:
    pytester.path.joinpath("claims.feature").write_text(text)
    result = pytester.runpytest()
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines([told])


@pytest.mark.parametrize(
    ("text", "line"), [("", 1), ("# a comment\n", 1), ("\nFeature: One\n", 2), ("Feature: One\n  Rule: Two\n", 1)]
)
def test_a_file_without_a_scenario_is_refused_beside_one_of_ours_and_where_it_is_named(
    pytester: pytest.Pytester, text: str, line: int
) -> None:
    empty = pytester.path / "empty.feature"
    empty.write_text(text)
    named = pytester.runpytest("empty.feature")
    named.assert_outcomes(errors=1)
    named.stdout.fnmatch_lines([f"empty.feature:{line}: holds no scenario"])
    assert pytester.runpytest().ret == pytest.ExitCode.NO_TESTS_COLLECTED
    pytester.path.joinpath("claims.feature").write_text("Feature: Claims\n" + OURS)
    beside = pytester.runpytest("--continue-on-collection-errors")
    beside.assert_outcomes(passed=1, errors=1)
    beside.stdout.fnmatch_lines([f"empty.feature:{line}: holds no scenario"])


def test_a_file_that_was_named_runs_though_none_of_its_steps_is_ours(pytester: pytest.Pytester) -> None:
    pytester.path.joinpath("claims.feature").write_text("Feature: Claims\n  Scenario: One\n    Given claim lines\n")
    result = pytester.runpytest("claims.feature")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(['*: Step definition is not found: Given "claim lines". Line 3 in scenario "One" *'])
    pytester.makepyfile(
        test_bound="""
        from pytest_bdd import given, scenarios

        @given("claim lines")
        def lines(): pass

        scenarios("claims.feature")
    """
    )
    pytester.runpytest("claims.feature", "test_bound.py").assert_outcomes(passed=1, deselected=1)


@pytest.mark.parametrize(
    ("examples", "told"),
    [
        ("", 'claims.feature:2: "One of <day>": the outline has no examples'),
        ("    Examples:\n", 'claims.feature:2: "One of <day>": the outline has no examples'),
        ("    Examples:\n      | day |\n",
         'claims.feature:9: "One of <day>": a table of examples has no row below its first'),
        ("    Examples:\n      | day |\n      | 2026-01-15 |\n    Examples:\n      | day |\n", "claims.feature:12: *"),
    ],
)  # fmt: skip
def test_an_outline_without_examples_is_refused(pytester: pytest.Pytester, examples: str, told: str) -> None:
    text = OURS.replace("Scenario: A claim", "Scenario Outline: One of <day>").replace("2026-01-15 ", "<day>")
    pytester.path.joinpath("claims.feature").write_text(f"Feature: Claims\n{text}{examples}")
    result = pytester.runpytest()
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines([told])


def test_a_file_in_another_encoding_is_refused_with_its_line(pytester: pytest.Pytester, feature: Write) -> None:
    file = feature(Alone="{claim}\nThen line 1 has finding AOC010")
    file.write_bytes(file.read_bytes().replace(b"Scenario: Alone", b"Scenario: Allein f\xfcr sich"))
    result = pytester.runpytest()
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["claims.feature:3: is no UTF-8 text"])


# Feature files of others


@pytest.mark.parametrize(
    "text",
    [FOREIGN, FOREIGN.replace("    Then", "    Whatever"), FOREIGN.replace("    Given", "    And"), "", "# a comment\n",
     "Feature: Without scenarios\n", "Feature: \xfc\n"],
)  # fmt: skip
def test_a_feature_file_without_a_step_of_ours_is_left_alone(pytester: pytest.Pytester, text: str) -> None:
    pytester.path.joinpath("foreign.feature").write_bytes(text.encode("latin-1"))
    pytester.makepyfile(test_of_their_own="def test_something(): pass")
    result = pytester.runpytest("--strict-markers", "-W", "error")
    result.assert_outcomes(passed=1)
    assert "error" not in result.stdout.str()


def test_a_feature_file_of_ours_may_use_a_teams_steps_too(pytester: pytest.Pytester, feature: Write) -> None:
    pytester.makeconftest("""
        from pytest_bdd import given

        @given("the biller is new")
        def new_biller(): pass
    """)
    feature(Mixed="Given the biller is new\n{claim}\nThen line 1 has finding AOC010")
    pytester.runpytest().assert_outcomes(passed=1)


# Where the plugin is not wanted, or cannot work


def test_the_plugin_can_be_switched_off(pytester: pytest.Pytester, feature: Write) -> None:
    feature(Alone="{claim}\nThen line 1 has finding AOC010")
    assert pytester.runpytest("-p", "no:cleanclaim").ret == pytest.ExitCode.NO_TESTS_COLLECTED


def test_a_project_without_features_of_ours_imports_none_of_the_engine(pytester: pytest.Pytester) -> None:
    pytester.path.joinpath("foreign.feature").write_text(FOREIGN)
    pytester.makepyfile(
        test_of_their_own="""
        import sys

        def test_imports():
            assert "cleanclaim.scenarios.plugin" in sys.modules
            heavy = {"pydantic", "sqlglot", "durable", "yaml", "cleanclaim.pipeline", "cleanclaim.values"}
            assert not heavy & sys.modules.keys()
    """
    )
    pytester.runpytest_subprocess().assert_outcomes(passed=1)


def test_collecting_a_feature_imports_none_of_the_engine(pytester: pytest.Pytester, feature: Write) -> None:
    feature(Alone="{claim}\nThen line 1 has finding AOC010")
    pytester.makeconftest("""
        import sys

        def pytest_collection_finish(session):
            print("COLLECTED", len(session.items), "ENGINE" if "pydantic" in sys.modules else "NO ENGINE")
    """)
    result = pytester.runpytest_subprocess("--collect-only", "-s")
    result.stdout.fnmatch_lines(["COLLECTED 1 NO ENGINE"])


@pytest.mark.parametrize("switched_off", [True, False])
def test_without_pytest_bdd_the_plugin_does_nothing(
    pytester: pytest.Pytester, feature: Write, monkeypatch: pytest.MonkeyPatch, switched_off: bool
) -> None:
    feature(Alone="{claim}\nThen line 1 has finding AOC010")
    pytester.makepyfile(test_of_their_own="def test_something(): pass")
    if switched_off:
        result = pytester.runpytest_subprocess("-p", "no:pytest-bdd")
    else:
        monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
        missing = "import sys, pytest; sys.modules['pytest_bdd'] = None; sys.exit(pytest.main(sys.argv[1:]))"
        result = pytester.run(sys.executable, "-c", missing, "-p", "cleanclaim.scenarios.plugin")
    result.assert_outcomes(passed=1)
    assert result.ret == pytest.ExitCode.OK


def test_an_old_pytest_bdd_is_named_in_the_header(
    pytester: pytest.Pytester, feature: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    feature(Alone="{claim}\nThen line 1 has finding AOC010")
    monkeypatch.setattr(plugin, "version", lambda _: "8.1.0")
    result = pytester.runpytest()
    assert result.ret == pytest.ExitCode.NO_TESTS_COLLECTED
    result.stdout.fnmatch_lines(["cleanclaim: scenarios need pytest-bdd 9 or later; 8.1.0 is installed"])


def test_the_plugin_may_be_named_by_a_conftest(
    pytester: pytest.Pytester, feature: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    feature(Alone="{claim}\nThen line 1 has finding AOC010")
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    pytester.makeconftest("pytest_plugins = ['pytest_bdd.plugin', 'cleanclaim.scenarios.plugin']")
    pytester.runpytest_subprocess().assert_outcomes(passed=1)


def test_hooks_of_pytest_bdd_stand_only_where_it_is_known_to_be_loaded() -> None:
    assert not [name for name in vars(plugin) if name.startswith("pytest_bdd")]
    assert {name for module in (steps, collection) for name in vars(module) if name.startswith("pytest_bdd_")} == {
        "pytest_bdd_before_scenario", "pytest_bdd_before_step", "pytest_bdd_step_error",
        "pytest_bdd_step_func_lookup_error",
    }  # fmt: skip
