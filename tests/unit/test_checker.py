"""A Checker: who may use it, what it reports when something fails, and what never shows in a finding."""

import os
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import durable_rules_engine
import pytest

from cleanclaim import check
from cleanclaim.claims import Claim, Location, ReadClaim, Unreadable
from cleanclaim.edit_files import load_catalogue
from cleanclaim.edits import Parameter
from cleanclaim.pipeline import Checker, CheckerMisused
from cleanclaim.releases.library import CodeLibrary

from .claims import checker, claim, fired, library, line, record, shipped_catalogue
from .payer_folder import EDIT, NUMBER, PayerFolder, changed

TESTS = Path(__file__).parents[1]
A4450, I1111 = record("A4450"), record("A1111", coverage_code={"code": "I"})


def run(program: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A program of its own that may import these modules."""
    return subprocess.run(
        [sys.executable, "-c", f"from unit.claims import checker, claim, line, record\n{program}", *arguments],
        cwd=TESTS, env={**os.environ, **environment}, check=False, capture_output=True, text=True,
    )  # fmt: skip


def test_a_second_thread_is_refused() -> None:
    own, refused = checker(A4450), []

    def use() -> None:
        try:
            own.check(claim(line(1, "A4450")))
        except CheckerMisused as wrong:
            refused.append(str(wrong))

    other = threading.Thread(target=use)
    other.start()
    other.join()
    assert refused == ["this Checker was made in another thread; make one in each"]
    assert own.census.claims == 0
    assert own.check(claim(line(1, "A4450"))) == []


def test_a_process_forked_off_is_refused() -> None:
    done = run(
        "import os, sys\n"
        "own = checker(record('A4450'))\n"
        "assert own.check(claim(line(1, 'A4450'))) == []\n"
        "child = os.fork()\n"
        "if child == 0:\n"
        "    try:\n"
        "        own.check(claim(line(1, 'A4450')))\n"
        "    except Exception as wrong:\n"
        "        sys.stdout.write(f'{type(wrong).__name__}: {wrong}')\n"
        "        sys.stdout.flush()\n"
        "    os._exit(0)\n"
        "os.waitpid(child, 0)\n"
        "assert own.check(claim(line(1, 'A4450'))) == []\n"
    )
    assert (done.returncode, done.stdout) == (
        0,
        "CheckerMisused: this Checker was made in another process; make one in each",
    ), done.stderr


def _out_of_memory(*_: object) -> None:
    raise MemoryError


def _observed_before(*_: object) -> tuple[int, int]:
    return 2, 0


def _engine_error(*_: object) -> None:
    raise durable_rules_engine.error("Could not assert fact, error code: 303")


@pytest.mark.parametrize("failing", [_out_of_memory, _observed_before, _engine_error])
def test_an_engine_that_failed_is_not_used_again(failing: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    own = checker(A4450, I1111)
    with monkeypatch.context() as broken:
        broken.setattr(durable_rules_engine, "assert_fact", failing)
        (first,) = own.check(claim(line(1, "A1111"), line(2, "A4450")))
    (second,) = own.check(claim(line(1, "A1111"), line(2, "A4450")))
    for finding in (first, second):
        assert (finding.edit_id, finding.disposition, finding.line_number) == ("SYS020", "not_checked", None)
        assert finding.message.startswith("The claim was not checked: the engine failed (")
    assert "durable_rules" in first.message
    assert "the engine had failed before" in second.message
    assert own.census.failures == 2
    assert own.census.lines_not_fully_checked == 4
    assert fired(checker(A4450, I1111).check(claim(line(1, "A1111")))) == [(1, "COV010")]


def test_a_checker_that_shares_compiled_rules_shares_their_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    one = checker(A4450)
    other = one.with_library(library(I1111))
    assert fired(other.check(claim(line(1, "A1111")))) == [(1, "COV010")]
    assert fired(one.check(claim(line(1, "A1111")))) == [(1, "COD010")]
    assert (one.census.claims, other.census.claims) == (1, 1)
    with monkeypatch.context() as broken:
        broken.setattr(durable_rules_engine, "assert_fact", _out_of_memory)
        one.check(claim(line(1, "A4450")))
    assert fired(other.check(claim(line(1, "A4450")))) == [(None, "SYS020")]


def test_an_edit_that_fails_is_a_finding_on_that_claim_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    payer = PayerFolder(tmp_path)
    payer.write(NUMBER, "parameters/limit.yaml")
    payer.write(changed(EDIT, "units > 5", "units > our_limit"))
    number_on = Parameter.number_on

    def failing(parameter: Parameter, day: Any) -> Any:
        if day.month == 2:
            raise ZeroDivisionError("patient Doe")
        return number_on(parameter, day)

    monkeypatch.setattr(Parameter, "number_on", failing)
    own = Checker(library(A4450), load_catalogue(tmp_path))
    lines = [line(1, "A4450", units=9), line(2, "A4450", "2026-02-01", units=9)]
    assert fired(own.check(claim(lines[0]))) == [(1, "XYZ001")]
    (failed,) = own.check(claim(*lines))
    assert failed.edit_id == "SYS020"
    assert failed.message == "The claim was not checked: the engine failed (ZeroDivisionError)."
    assert fired(own.check(claim(lines[0]))) == [(1, "XYZ001")]
    assert (own.census.claims, own.census.failures) == (3, 1)


def test_information_is_reported_only_when_asked_for() -> None:
    (of_d, of_c) = record("A1111", coverage_code={"code": "D"}), A4450
    made = claim(line(1, "A1111"), line(2, "A4450"))
    assert checker(of_d, of_c).check(made) == []
    findings = checker(of_d, of_c, information=True).check(made)
    assert [(one.line_number, one.edit_id, one.disposition) for one in findings] == [
        (1, "COV070", "information"), (2, "COV080", "information"),
    ]  # fmt: skip


@pytest.mark.parametrize("stated", ["medicare", "medicare_advantage", "other"])
def test_the_payer_of_the_run_stands_for_claims_that_state_none(stated: str) -> None:
    own = checker(I1111, payer_type="medicare")
    unstated = Claim.model_validate({"claim_id": "1", "lines": [line(1, "A1111")]})
    assert fired(own.check(unstated)) == [(1, "COV010")]
    expected = [(1, "COV010")] if stated == "medicare" else []
    assert fired(own.check(claim(line(1, "A1111"), payer_type=stated))) == expected
    assert fired(checker(I1111).check(unstated)) == [(None, "COD920")]


@pytest.mark.parametrize("wrong", ["medicar", "Medicare", "", 'x"y', None])
def test_a_payer_of_the_run_that_is_none_is_refused(wrong: Any) -> None:
    with pytest.raises(ValueError, match="medicare_advantage"):
        checker(I1111, payer_type=wrong)


def test_a_checker_without_the_parameters_it_needs_is_refused() -> None:
    catalogue = shipped_catalogue()
    without = {name: one for name, one in catalogue.parameters.items() if name != "expected_primaries"}
    with pytest.raises(ValueError, match="the catalogue lacks parameters: expected_primaries"):
        Checker(CodeLibrary([]), replace(catalogue, parameters=without))


def test_what_could_not_be_read_is_a_finding_and_counted() -> None:
    own = checker(A4450)
    where = Location(file="claims.json", pointer="/3/lines/1/units")
    unread = Unreadable(claim_id="7", line_number=2, field="units", reason="is no number", location=where)
    (finding,) = own.check_read(ReadClaim(claim=None, unreadable=(unread,)))
    assert (finding.edit_id, finding.claim_id, finding.line_number, finding.location) == ("SYS010", "7", 2, where)
    assert finding.message == "The units could not be read: is no number."
    assert finding.evidence == {"field": "units", "reason": "is no number"}
    own.check_read(ReadClaim(claim=claim(line(1, "A4450"), line(3, "A4450")), unreadable=(unread,)))
    assert (own.census.claims, own.census.lines, own.census.lines_not_fully_checked) == (2, 4, 4)


def test_findings_of_several_claims_are_sorted_by_claim_place_line_and_edit() -> None:
    claims = [
        claim(line(2, "A1111"), line(1, "A1111", units=0), claim_id="b"), claim(line(1, "A1111"), claim_id="B"),
        claim(line(1, "A1111"), claim_id="é"), claim(line(7, "A1111"), claim_id="b"),
        claim(line(1, "A1111"), claim_id="10"),
    ]  # fmt: skip
    findings = check(claims, library(I1111), shipped_catalogue())
    assert [(one.claim_id, one.line_number, one.edit_id) for one in findings] == [
        ("10", 1, "COV010"), ("B", 1, "COV010"), ("b", 1, "COV010"), ("b", 1, "UOS010"), ("b", 2, "COV010"),
        ("b", 7, "COV010"), ("é", 1, "COV010"),
    ]  # fmt: skip
    assert check(claims[0], library(I1111), shipped_catalogue()) == findings[2:5]


def test_the_same_claims_give_the_same_bytes_in_every_run() -> None:
    program = (
        "import sys\n"
        "from unit.test_payability import RECORDS\n"
        "own = checker(*RECORDS, information=True)\n"
        "codes = [one.code for one in RECORDS] + ['15271', '99213', 'Q9999', 'XX']\n"
        "for place, code in enumerate(codes):\n"
        "    lines = [line(n + 1, one, modifiers=['GA', 'GZ']) for n, one in enumerate(codes[place:])]\n"
        "    for finding in own.check(claim(*lines)):\n"
        "        sys.stdout.write(finding.model_dump_json() + '\\n')\n"
    )
    runs = [run(program, PYTHONHASHSEED=seed) for seed in ("0", "1", "4242")]
    assert [one.returncode for one in runs] == [0, 0, 0], runs[0].stderr
    assert len(runs[0].stdout.splitlines()) > 200
    assert runs[0].stdout == runs[1].stdout == runs[2].stdout
