"""Parameters that a scenario sets: what they change, and what is no value of them."""

from collections.abc import Callable
from pathlib import Path

import pytest

Write = Callable[..., Path]

PRODUCT = """
Given the payer is medicare
And the claim lines:
  | procedure_code | units | date_of_service |
  | 15271          | 1     | 2026-01-31      |
  | Q4257          | 40    | 2026-01-31      |
  | 15271          | 1     | 2026-02-01      |
  | Q4257          | 40    | 2026-02-01      |
When the claim is checked
Then line 2 has {} UOS050
And line 4 has {} UOS050
"""


def test_a_number_holds_for_one_scenario_alone(pytester: pytest.Pytester, feature: Write) -> None:
    feature(
        Ours=PRODUCT.format("finding", "finding"),
        Wide="Given the parameter overlap_allowance is 1.6" + PRODUCT.format("no finding", "no finding"),
        Ours_again=PRODUCT.format("finding", "finding"),
    )
    pytester.runpytest().assert_outcomes(passed=3)


def test_a_value_has_its_dates(pytester: pytest.Pytester, feature: Write) -> None:
    table = "  | last       | first      | value |\n  |            | 2026-02-01 | 1.6   |"
    first = "  | 2026-01-31 |            | 1.25  |"
    head, later = table.splitlines()
    dated = f"Given the parameter overlap_allowance is:\n{head}\n{first}\n{later}"
    feature(Dated=dated + PRODUCT.format("finding", "no finding"))
    pytester.runpytest().assert_outcomes(passed=1)


def test_a_list_of_codes_and_its_dates(pytester: pytest.Pytester, feature: Write) -> None:
    lines = """
Given the payer is medicare
And the partial release 2025-10 holds the code records:
  | code  |
  | A4649 |
And the claim lines:
  | procedure_code | units | date_of_service |
  | A4649          | 1     | 2026-01-31      |
  | A4649          | 1     | 2026-02-01      |
When the claim is checked
Then line 1 has {} UOS910
And line 2 has {} UOS910
"""
    dated = "Given the parameter unlisted_products is:\n  | first | codes |\n  | 2026-02-01 | A4649, Q4100-Q4101 |"
    feature(Plain=lines.format("no finding", "no finding"), Dated=dated + lines.format("no finding", "no finding"))
    pytester.runpytest().assert_outcomes(passed=2)


def test_successors_of_codes(pytester: pytest.Pytester, feature: Write) -> None:
    ended = """
And the partial release 2025-10 holds the code records:
  | code  | termination_date |
  | A4649 | 2025-12-31       |
And the payer is medicare
And the claim lines:
  | procedure_code | units | date_of_service |
  | A4649          | 1     | 2026-01-31      |
When the claim is checked
Then line 1 has finding COD030
  | fix | {} |
"""
    table = "Given the parameter successor_codes is:\n  | codes | successors |\n  | A4649 A4650 | Q4431, Q4432 |"
    feature(
        Named=table
        + ended.format(
            "Bill the code that is valid on the date of service, such as Q4431 or Q4432; if the line begins on or "
            "before 2025-12-31, split it there."
        )
    )
    pytester.runpytest().assert_outcomes(passed=1)


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ("the parameter overlap_allowanc is 1", "claims.feature:4: 'overlap_allowanc' is no parameter; nearest: over*"),
        ("the parameter overlap_allowance is much", "claims.feature:4: the parameter overlap_allowance: row 1: *"),
        ("the parameter overlap_allowance is 1,25", "claims.feature:4: the parameter overlap_allowance: row 1: *"),
        ("the parameter skin_substitutes is Q41", "claims.feature:4: the parameter skin_substitutes: row 1: *"),
        ("the parameter skin_substitutes is Q4300-Q4100", "claims.feature:4: *row 1: the range Q4300-Q4100 does not *"),
        ("the parameter successor_codes is Q4100", "claims.feature:4: row 1 *: successors of successor_codes is *"),
        ("the parameter overlap_allowance is:", "claims.feature:4: a table of values of overlap_allowance is wanted *"),
        (
            "the parameter overlap_allowance is:\n  | amount |\n  | 1 |",
            "claims.feature:4: 'amount' is no column of values of overlap_allowance; nearest: *",
        ),
        ("the parameter overlap_allowance is:\n  | value |\n  | |", "claims.feature:4: row 1 of the table: value of *"),
        (
            "the parameter overlap_allowance is:\n  | first | value |\n  | 2026-01-01 | 1 |",
            "claims.feature:4: the parameter overlap_allowance: a number has a value for every day: *",
        ),
        (
            "the parameter overlap_allowance is:\n  | first | value |\n  | 2026-02-30 | 1 |",
            "claims.feature:4: the parameter overlap_allowance: row 1: *",
        ),
    ],
)
def test_what_is_no_value_is_told_with_its_line(
    pytester: pytest.Pytester, feature: Write, step: str, told: str
) -> None:
    feature(Wrong=f"Given {step}\n{{claim}}\nThen the claim is clean")
    result = pytester.runpytest()
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines([told])
    result.stdout.no_fnmatch_line("*Traceback*")
    result.stdout.no_fnmatch_line("*pydantic*")


def test_a_parameter_of_a_payers_own_folder_can_be_set(pytester: pytest.Pytester, feature: Write) -> None:
    folder = Path(__file__).parents[2] / "fixtures" / "payer_rules"
    steps = """
Given the edits in "{}"
And the parameter most_wound_care_sets is {}
And the payer is other
And the claim lines:
  | procedure_code | units | date_of_service |
  | A6550          | 4     | 2026-01-31      |
When the claim is checked
Then line 1 has {} HSE030
"""
    feature(
        Few=steps.format(folder, 3, "finding"), Many=steps.format(folder, 4, "no finding"),
    )  # fmt: skip
    pytester.runpytest().assert_outcomes(passed=2)
