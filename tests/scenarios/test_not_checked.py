"""An edit that could not be checked is expected with its reason, and nothing else counts as that."""

from collections.abc import Callable
from pathlib import Path

import pytest

Write = Callable[..., Path]

NO_RECORD = "no code record is in force: no release loaded starts on or before 2026-01-15"
LINES = """
And the claim lines:
  | procedure_code | units | date_of_service |
  | 15271          | 1     | 2026-01-15      |
  | Q4257          | 2.5   | 2026-01-15      |
When the claim is checked
Then """
JSON_CLAIM = (
    '{"claim_id": "N", "lines": [{"line_number": 1, "procedure_code": "Q4257", "units": 2.5, '
    '"date_of_service": "2026-01-15"}]}'
)


@pytest.mark.parametrize("place", ["", " on line 2", ' on claim "A"', ' on claim "A" line 2'])
def test_the_reason_is_the_one_that_is_told(pytester: pytest.Pytester, feature: Write, place: str) -> None:
    feature(Right=f"Given no code records{LINES}UOS020 is not checked{place} because {NO_RECORD}")
    pytester.runpytest().assert_outcomes(passed=1)


def test_an_outline_may_name_edit_and_reason(pytester: pytest.Pytester) -> None:
    pytester.path.joinpath("claims.feature").write_text(f"""\
Feature: Claims
  Scenario Outline: Not checked
    Given no code records
    {LINES.strip().replace(chr(10), chr(10) + "    ")} <edit> is not checked because <why>

    Examples:
      | edit   | why                                  |
      | UOS020 | {NO_RECORD}                          |
      | SET010 | the claim does not state its payer   |
""")
    pytester.runpytest("-m", "UOS020").assert_outcomes(passed=1, deselected=1)


@pytest.mark.parametrize(
    ("given", "expected", "told"),
    [
        (
            "no code records", f"UOS020 is not checked on line 1 because {NO_RECORD}",
            ["claims.feature:10: UOS020 is not left unchecked", "  line 1: passed"],
        ),
        (
            "the payer is medicare", f"UOS020 is not checked because {NO_RECORD}",
            ["claims.feature:10: UOS020 is not left unchecked", "  line 1: *", "  line 2: fired"],
        ),
        (
            "no code records", "UOS020 is not checked because nobody asked",
            ["claims.feature:10: UOS020 is not checked, for another reason", f"  line 2: not checked: *{NO_RECORD}"],
        ),
        ("no code records", "UOS021 is not checked because of that", ["*: there is no edit UOS021; nearest: UOS02*"]),
        ("no code records", 'UOS020 is not checked on claim "B" because of it', ['*: no claim "B" was checked; *']),
        ("no code records", "UOS020 is not checked on line 3 because of it", ["*: the claim has no line 3"]),
        (
            "no code records", "line 2 has no finding UOS020",
            ["claims.feature:10: line 2 has no finding UOS020, because UOS020 could not be checked",
             f"  line 2: not checked: the claim does not state its payer; {NO_RECORD}"],
        ),
        ("no code records", 'claim "A" line 2 has no finding UOS020', ['*: claim "A" line 2 has no finding UOS020, *']),
        ("no code records", "the claim has no finding UOS020", ["*: the claim has no finding UOS020, because *"]),
    ],
)  # fmt: skip
def test_what_is_otherwise_is_told(
    pytester: pytest.Pytester, feature: Write, given: str, expected: str, told: list[str]
) -> None:
    feature(Wrong=f"Given {given}{LINES}{expected}")
    result = pytester.runpytest()
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(told)


# An edit that has no finding


@pytest.mark.parametrize(
    "expected",
    ["line 1 has no finding UOS020", "line 1 has no finding", "line 2 has no finding SYS010",
     "the claim has no finding SYS020"],
)  # fmt: skip
def test_no_finding_holds_where_it_was_checked_and_where_no_edit_is_named(
    pytester: pytest.Pytester, feature: Write, expected: str
) -> None:
    feature(Right=f"Given no code records\nAnd the payer is other{LINES}{expected}")
    pytester.runpytest().assert_outcomes(passed=1)


def test_no_finding_on_a_line_that_could_not_be_read_fails(pytester: pytest.Pytester, feature: Write) -> None:
    lines = "claim_id,line_number,procedure_code,units,date_of_service\nN,1,Q4257,2.5,\nN,2,15271,1,2026-01-15"
    text = "\n".join(f"  {line}" for line in ['"""', *lines.split("\n"), '"""'])
    steps = f"Given the payer is medicare\nAnd the claims:\n{text}\nWhen the claim is checked\n"
    feature(
        Wrong=steps + 'Then claim "N" line 1 has no finding UOS020',
        Right=steps + 'Then claim "N" line 2 has no finding UOS020',
    )
    result = pytester.runpytest()
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(
        ['*: claim "N" line 1 has no finding UOS020, because *', "  no such line could be read"]
    )


# Claims in any format


@pytest.mark.parametrize(
    "text",
    [
        "claim_id,line_number,procedure_code,units,date_of_service\nN,1,Q4257,2.5,2026-01-15",
        JSON_CLAIM,
        f"[{JSON_CLAIM}]",
    ],
)
def test_claims_of_any_format_stand_in_a_scenario(pytester: pytest.Pytester, feature: Write, text: str) -> None:
    steps = [
        "Given the payer is medicare",
        "And the claims:",
        '  """',
        *(f"  {line}" for line in text.split("\n")),
        '  """',
    ]
    feature(Any="\n".join([*steps, "When the claim is checked", 'Then claim "N" line 1 has finding UOS020']))
    pytester.runpytest().assert_outcomes(passed=1)


def test_claims_of_x12_stand_in_a_scenario(pytester: pytest.Pytester, feature: Write) -> None:
    file = Path(__file__).parents[2] / "fixtures" / "claims" / "demonstration.837"
    lines = ["Given the claims:", '  """', *(f"  {line}" for line in file.read_text().splitlines()), '  """']
    lines += ["When the claims are checked", 'Then claim "1-CLEAN" line 2 has no finding AOC010']
    feature(X12="\n".join(lines))
    pytester.runpytest().assert_outcomes(passed=1)


def test_what_cannot_be_read_of_them_is_a_finding(pytester: pytest.Pytester, feature: Write) -> None:
    steps = 'Given the claims:\n  """\n  {}\n  """\nWhen the claims are checked\nThen {}'
    feature(
        Broken=steps.format("no claims at all", "the claim has finding SYS010"),
        Clean=steps.format("no claims at all", "the claim is clean"),
        None_="Given the claims:\nWhen the claims are checked\nThen the claim is clean",
    )
    result = pytester.runpytest()
    result.assert_outcomes(passed=1, failed=2)
    result.stdout.fnmatch_lines(["*: claims are wanted below the step, between two lines of three quotes"])
