"""What a scenario that fails says, and where it points."""

from collections.abc import Callable
from pathlib import Path

import pytest

Write = Callable[..., Path]
Fails = Callable[..., str]

TWO_LINES = """\
Given the payer is medicare
And the claim lines:
  | procedure_code | modifiers | units | date_of_service | description |
  | Q4257          | LT, KX    | 2.5   | 2026-02-01      |             |
  | 97597          |           | 1     | 2026-02-01      | J. Doe      |
When the claim is checked
"""
CONTEXT = """\
  claim "A": payer_type medicare, claim_type professional
      line_number  procedure_code  modifiers  units  date_of_service
      1            Q4257           LT KX      2.5    2026-02-01
      2            97597                      1      2026-02-01"""


@pytest.fixture
def fails(pytester: pytest.Pytester, feature: Write) -> Fails:
    """What one scenario says when it fails."""

    def run(steps: str) -> str:
        feature(It=steps)
        result = pytester.runpytest("--strict-markers", "-W", "error")
        result.assert_outcomes(failed=1)
        lines = result.outlines
        start = next(number for number, line in enumerate(lines) if line.strip("_") == " test_it ") + 1
        end = next(number for number, line in enumerate(lines) if "short test summary info" in line)
        text = "\n".join(lines[start:end])
        assert ".py" not in text
        assert "Doe" not in result.stdout.str()
        return text

    return run


def test_the_whole_list_of_findings_is_compared_line_by_line(fails: Fails) -> None:
    expected = """Then the findings are exactly:
  | line_number | edit_id | disposition        | fix                             |
  | 1           | COD030  | return_to_provider | Bill another code.              |
  | 1           | COV080  | information        | Check the contractor's rulings. |
  | 1           | UOS020  | line_item_denial   | Bill whole units.               |
"""
    text = fails(TWO_LINES + expected)
    summary, *table = text.split("\n")[:9]
    assert summary == "claims.feature:10: the findings are not those expected: 1 missing, 1 not expected, 2 different"
    assert table == [
        "",
        "     line_number  edit_id  disposition",
        "  -  1            COD030   return_to_provider",
        "  +  1            AOC010   line_item_denial",
        "  ~  1            COV080   information",
        "  ~  1            UOS020   return_to_provider",
        "",
        "  -  expected and missing;  +  found and not expected;  ~  found, and differs",
    ] or pytest.fail(text)
    assert (
        "  ~  line 1, UOS020\n"
        "      disposition  expected  line_item_denial\n"
        "                   found     return_to_provider\n"
        "      fix          expected  Bill whole units.\n"
        "                   found     Bill the whole number of square centimeters, one unit for each.\n"
    ) in text
    assert "  -  line 1, COD030\n      fix  Bill another code.\n" in text
    assert text.endswith(CONTEXT)


def test_a_missing_finding_is_shown_with_what_the_line_has(fails: Fails) -> None:
    assert fails(f"{TWO_LINES}Then line 1 has finding COD030").startswith(
        "claims.feature:10: line 1 has no finding COD030\n"
        "\n"
        "  -  COD030  Procedure code is no longer valid on the date of service\n"
        "\n"
        "  line 1 has:\n"
        "     line 1  AOC010  line_item_denial    Q4257 is an add-on code, and"
    )


def test_a_missing_finding_of_a_line_without_any(fails: Fails) -> None:
    text = fails(f"{TWO_LINES.replace('97597', '15271')}Then line 2 has finding AOC010")
    assert "\n  line 2 has no finding at all\n" in text


def test_a_finding_that_stands_on_another_line_is_named_there(fails: Fails) -> None:
    assert "\n\n  UOS020 was found on line 1\n\n" in fails(f"{TWO_LINES}Then line 2 has finding UOS020")
    assert "\n\n  UOS020 was found on line 1\n\n" in fails(f"{TWO_LINES}Then the claim has finding UOS020")
    assert "\n\n  COD920 was found on the claim\n\n" in fails(
        TWO_LINES.replace("medicare", "unknown") + "Then line 1 has finding COD920"
    )


def test_a_finding_that_differs_is_shown_field_by_field(fails: Fails) -> None:
    table = "  | field | value |\n  | disposition | suspension |\n  | remittance | none |\n  | line_number | 1 |\n"
    assert fails(f"{TWO_LINES}Then line 1 has finding UOS020\n{table}") == (
        "claims.feature:10: line 1: finding UOS020 is not the one expected\n"
        "\n"
        "      disposition  expected  suspension\n"
        "                   found     return_to_provider\n"
        "      remittance   expected  none\n"
        "                   found     CO 16 M53\n"
        f"\n{CONTEXT}"
    )


@pytest.mark.parametrize(
    ("step", "first", "second"),
    [
        ("the claim is clean", "the claim is not clean", "line 1  AOC010  line_item_denial"),
        ("there are no findings", "there are findings", "line 1  AOC010  line_item_denial"),
        ("line 1 has no finding", "line 1 has a finding", "line 1  AOC010  line_item_denial"),
        ("the claim has no finding UOS020", "the claim has finding UOS020", "line 1  UOS020  return_to_provider"),
        ("line 1 has no finding UOS020", "line 1 has finding UOS020", "line 1  UOS020  return_to_provider"),
    ],
)
def test_what_was_not_expected_is_listed(fails: Fails, step: str, first: str, second: str) -> None:
    lines = fails(f"{TWO_LINES}Then {step}").split("\n")
    assert lines[0] == f"claims.feature:10: {first}"
    assert lines[2].startswith(f"  +  {second}")
    assert ("COV080" in "\n".join(lines)) == (step in ("there are no findings", "line 1 has no finding"))


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        ("Then line 3 has no finding", "10: the claim has no line 3"),
        ("Then line 3 has finding AOC010", "10: the claim has no line 3"),
        ("Then line 1 has no finding AOC011", "10: there is no edit AOC011; nearest: AOC010"),
        ("Then line 1 has finding Q4257", "10: there is no edit Q4257; nearest: "),
        ('Then claim "B" line 1 has no finding', '10: no claim "B" was checked; the claims are: A'),
        (
            "Then line 1 has finding UOS020\n | evidense | x |",
            "10: 'evidense' is no field of a finding; nearest: evidence",
        ),
        ("Then line 1 has finding UOS020\n | fix | x |\n | fix | y |", "10: the field fix stands in the table twice"),
        ("Then line 1 has finding UOS020\n | fix |", "10: the table below the step has two columns: field and value"),
        ("Then the findings are exactly:\n | edit |", "10: 'edit' is no column of findings; nearest: edit_id"),
        ("Then the findings are exactly:\n | edit_id |\n | COD011 |", "10: there is no edit COD011; nearest: COD01"),
        ("Then the findings are exactly:\n | fix | fix |", "10: the column fix stands in the table twice"),
        ("Then the findings are exactly:", "10: a table of findings is wanted below the step"),
        ("Then the claim is clean\n | fix |", "10: this step takes no table"),
        ('Then the claim is clean\n  """\n  {}\n  """', "10: this step takes no doc string"),
        ("Then line 1 has a finding UOS020", '10: there is no step: Then "line 1 has a finding UOS020"'),
    ],
)
def test_an_expectation_that_cannot_be_meant_is_refused(fails: Fails, steps: str, told: str) -> None:
    assert fails(TWO_LINES + steps).startswith(f"claims.feature:{told}")


def test_the_nearest_step_is_named(fails: Fails) -> None:
    assert fails(f"{TWO_LINES}Then line 1 has a finding UOS020").endswith("\n  nearest: line {line} has finding {edit}")
    assert "nearest" not in fails(f"{TWO_LINES}Then everybody rejoices")


def test_expectations_before_the_check_are_refused(fails: Fails) -> None:
    assert fails("Given the payer is medicare\nThen the claim is clean") == (
        "claims.feature:5: nothing has been checked yet: the step `When the claim is checked` is missing"
    )


def test_the_step_of_a_background_is_pointed_at(pytester: pytest.Pytester) -> None:
    pytester.path.joinpath("claims.feature").write_text(
        'Feature: Claims\n  Background:\n    Given the payer is "nobody"\n'
        "  Scenario: It\n    When the claim is checked\n    Then the claim is clean\n"
    )
    pytester.runpytest().stdout.fnmatch_lines(
        ["claims.feature:3: payer_type 'nobody': Input should be 'medicare', 'medicare_advantage', *"]
    )


@pytest.mark.parametrize("steps", ["{claim}", "Given the payer is medicare", "{claim}\nAnd the biller is told"])
def test_a_scenario_that_expects_nothing_fails(pytester: pytest.Pytester, feature: Write, steps: str) -> None:
    feature(It=steps)
    result = pytester.runpytest()
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["claims.feature:3: the scenario expects nothing: it has no step with Then"])


def test_a_scenario_of_a_teams_own_steps_may_expect_nothing(pytester: pytest.Pytester, feature: Write) -> None:
    pytester.makeconftest("""
        from pytest_bdd import when

        @when("the biller is told")
        def told(): pass
    """)
    feature(Theirs="When the biller is told", Ours="{claim}\nThen line 1 has finding AOC010")
    pytester.runpytest().assert_outcomes(passed=2)


def test_reports_point_at_the_feature_file(pytester: pytest.Pytester, feature: Write) -> None:
    file = feature("deep/claims.feature", It=f"{TWO_LINES}Then the claim is clean")
    session = pytester.inline_run()
    (report,) = (one for one in session.getreports("pytest_runtest_logreport") if one.when == "call")
    assert report.location == ("deep/claims.feature", 2, "test_it")
    assert (report.longrepr.reprcrash.path, report.longrepr.reprcrash.lineno) == (str(file), 10)
    assert report.longrepr.reprcrash.message.startswith("Failed: deep/claims.feature:10: the claim is not clean")


def test_reports_from_another_process_point_there_too(pytester: pytest.Pytester, feature: Write) -> None:
    file = feature(It=f"{TWO_LINES}Then the claim is clean")
    pytester.runpytest_subprocess("-n", "1", "--tb=line").stdout.fnmatch_lines([f"{file}:10: Failed: *"])


def test_a_failure_of_a_teams_own_step_is_left_as_it_is(pytester: pytest.Pytester, feature: Write) -> None:
    feature(It=f"{TWO_LINES}Then the biller is paid")
    pytester.makeconftest("""
        from pytest_bdd import then

        @then("the biller is paid")
        def paid(cleanclaim_world): assert cleanclaim_world.outcome.findings == []
    """)
    result = pytester.runpytest()
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["conftest.py:4: AssertionError"])


def test_the_notices_of_code_records_are_shown_where_a_scenario_fails(pytester: pytest.Pytester, fails: Fails) -> None:
    document = Path(__file__).parents[2] / "fixtures" / "record_documents" / "Q4257.txt"
    text = document.read_text().replace("<i>Coverage Code</i>\tC", "<i>Coverage Code</i>\t7")
    pytester.path.joinpath("Q4257.txt").write_text(text)
    shown = fails(f'Given the record document "Q4257.txt"\n{TWO_LINES}Then the claim is clean')
    assert "\n  in the files of code records:\n    " in shown
    assert "coverage_code: '7' is no value of this field" in shown


def test_of_several_claims_those_concerned_are_shown(fails: Fails) -> None:
    one = '{"claim_id": "N-%d", "patient_id": "Doe", "payer_type": "other", "lines": [%s]}'
    line = '{"line_number": 1, "procedure_code": "%s", "units": 1, "date_of_service": "2026-01-15"}'
    claims = ",\n  ".join(
        one % (number, line % code) for number, code in enumerate(("15271", "Q4257", "15271", "Q4390"))
    )
    steps = f'Given the claim:\n  """\n  [{claims}]\n  """\nWhen the claims are checked\n'
    lines = fails(f"{steps}Then the claim is clean").split("\n")
    assert [line.split()[:6] for line in lines[2:4]] == [
        ["+", "claim", f'"N-{number}"', "line", "1", "AOC010"] for number in (1, 3)
    ]
    assert [line for line in lines if line.startswith('  claim "')] == [
        '  claim "N-1": payer_type other, claim_type professional',
        '  claim "N-3": payer_type other, claim_type professional',
    ]
    lines = fails(f'{steps}Then claim "N-2" line 1 has finding AOC010').split("\n")
    assert lines[4] == '  claim "N-2" line 1 has no finding at all'
    assert [line for line in lines if line.startswith('  claim "') and ":" in line] == [
        '  claim "N-2": payer_type other, claim_type professional'
    ]
    assert fails(f"{steps}Then line 1 has finding AOC010").startswith(
        'claims.feature:12: 4 claims were checked; say of which one, as claim "N-0" line 1'
    )
