"""One compiled catalogue serves all the libraries of a session."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from cleanclaim import Checker, CheckerMisused, Claim, CodeLibrary, CodeRecord, CodeSetRelease
from cleanclaim.evaluate.rete import EngineFailure, ReteRules
from cleanclaim.scenarios.world import Checkers, World

Write = Callable[..., Path]

CLAIM = Claim.model_validate({
    "claim_id": "N", "payer_type": "other",
    "lines": [{"line_number": 1, "procedure_code": "A4649", "units": 1, "date_of_service": "2026-01-15"}],
})  # fmt: skip


def library(ended: date | None) -> CodeLibrary:
    record = CodeRecord(code="A4649", long_description="Item", code_added_date=date(2000, 1, 1), termination_date=ended)
    return CodeLibrary([CodeSetRelease(id="2026-01", scope="complete", records={"A4649": record})])


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The rulesets that were made."""
    names: list[str] = []

    make = ReteRules.__init__

    def counted(rules: ReteRules, name: str, *arguments: object) -> None:
        names.append(name)
        make(rules, name, *arguments)

    monkeypatch.setattr(ReteRules, "__init__", counted)
    return names


def test_a_checker_for_another_library_shares_the_compiled_rules(made: list[str]) -> None:
    checker = Checker(library(None))
    other = checker.with_library(library(date(2025, 12, 31)))
    assert checker.check(CLAIM) == []
    assert [one.edit_id for one in other.check(CLAIM)] == ["COD030"]
    assert checker.check(CLAIM) == []
    assert made == ["claims", "first_stratum", "second_stratum"]
    assert (checker.census.claims, other.census.claims) == (2, 1)
    assert other.library.held("A4649").records["2026-01"].termination_date == date(2025, 12, 31)


def test_compiled_rules_that_broke_are_broken_for_all_who_share_them(monkeypatch: pytest.MonkeyPatch) -> None:
    checker = Checker(library(None))
    other = checker.with_library(library(None))

    def broken(*_: object) -> list[object]:
        raise EngineFailure("out of memory")

    with monkeypatch.context() as while_broken:
        while_broken.setattr(ReteRules, "fired", broken)
        assert [one.edit_id for one in other.check(CLAIM)] == ["SYS020"]
    (finding,) = checker.check(CLAIM)
    assert finding.edit_id == "SYS020"
    assert "had failed before: out of memory" in finding.message
    assert [one.edit_id for one in checker.with_library(library(None)).check(CLAIM)] == ["SYS020"]


def test_a_checker_of_another_process_makes_none(monkeypatch: pytest.MonkeyPatch) -> None:
    checker = Checker(library(None))
    monkeypatch.setattr("os.getpid", lambda: -1)
    with pytest.raises(CheckerMisused):
        checker.with_library(library(None))


def test_scenarios_with_records_of_their_own_compile_once(
    pytester: pytest.Pytester, feature: Write, made: list[str]
) -> None:
    steps = "Given the partial release 2026-01 holds the code records:\n  | code |\n  | A{} |\n{{claim}}\n"
    scenarios = {
        f"Number_{number}": steps.format(4650 + number) + "Then line 1 has finding COD900" for number in range(5)
    }
    feature("one.feature", **scenarios)
    feature("two.feature", Bundled="{claim}\nThen line 1 has finding AOC010")
    pytester.runpytest().assert_outcomes(passed=6)
    assert len(made) == 3
    folder = Path(__file__).parent / "files" / "payer_edits"
    feature("two.feature", Payers=f'Given the edits in "{folder}"\n{{claim}}\nThen line 1 has finding PAY010')
    pytester.runpytest().assert_outcomes(passed=6)
    assert len(made) == 9


def test_a_checker_on_which_the_engine_failed_is_not_used_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checkers = Checkers()

    def broken(*_: object) -> list[object]:
        raise EngineFailure("out of memory")

    def checked() -> list[str]:
        world = World(checkers, tmp_path)
        world.add_lines([["procedure_code", "units", "date_of_service"], ["15271", "1", "2026-01-15"]])
        world.check()
        return [one.edit_id for one in world.outcome.findings]

    with monkeypatch.context() as while_broken:
        while_broken.setattr(ReteRules, "fired", broken)
        assert checked() == ["SYS020"]
    assert checked() == ["COD920"]
