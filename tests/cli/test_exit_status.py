"""Exit statuses: 0 nothing bad, 1 findings, 2 wrong use or nothing readable, 3 the engine failed, and 3 before 1."""

from pathlib import Path

import pytest

from .running import (
    ADVISED,
    CLEAN,
    DENIED,
    FAILED,
    FOUND,
    NOT_CHECKED,
    NOTHING_BAD,
    RETURNED,
    UNREADABLE,
    WRONG_USE,
    claims_file,
    fired,
    run,
    run_here,
)

FAILING_ENGINE = """\
import cleanclaim.enrich.lines as lines

own = lines.Enricher.lines


def failing(self, claim):
    if claim.claim_id == "FAILS":
        raise ZeroDivisionError("ZZNAME")
    return own(self, claim)


lines.Enricher.lines = failing
"""
HEADER = "claim_id,line_number,procedure_code,date_of_service"


@pytest.mark.parametrize(
    ("claims", "status"),
    [
        ([CLEAN], NOTHING_BAD), ([ADVISED], NOTHING_BAD), ([NOT_CHECKED], FOUND), ([DENIED], FOUND),
        ([RETURNED], FOUND), ([UNREADABLE], FOUND), ([CLEAN, ADVISED, DENIED], FOUND),
    ],
)  # fmt: skip
def test_anything_worse_than_an_advisory_is_a_finding(
    claims: list[dict[str, object]], status: int, tmp_path: Path
) -> None:
    assert run("check", claims_file(tmp_path / "c.jsonl", *claims), cwd=tmp_path).returncode == status


@pytest.mark.parametrize(
    ("threshold", "statuses"),
    [
        ("information", {"ADVISED": 1, "UNKNOWN": 1, "DENIED": 1, "RETURNED": 1}),
        ("advisory", {"ADVISED": 1, "UNKNOWN": 1, "DENIED": 1, "RETURNED": 1}),
        ("not_checked", {"ADVISED": 0, "UNKNOWN": 1, "DENIED": 1, "RETURNED": 1}),
        ("suspension", {"ADVISED": 0, "UNKNOWN": 0, "DENIED": 1, "RETURNED": 1}),
        ("line_item_denial", {"ADVISED": 0, "UNKNOWN": 0, "DENIED": 1, "RETURNED": 1}),
        ("return_to_provider", {"ADVISED": 0, "UNKNOWN": 0, "DENIED": 0, "RETURNED": 1}),
        ("claim_rejection", {"ADVISED": 0, "UNKNOWN": 0, "DENIED": 0, "RETURNED": 0}),
    ],
)  # fmt: skip
def test_fail_on_says_from_which_disposition_on_findings_count(
    threshold: str, statuses: dict[str, int], tmp_path: Path
) -> None:
    for claim in (ADVISED, NOT_CHECKED, DENIED, RETURNED):
        path = claims_file(tmp_path / "c.jsonl", claim)
        done = run_here("check", path, "--fail-on", threshold, cwd=tmp_path)
        assert done.returncode == statuses[str(claim["claim_id"])]


def test_findings_that_are_not_reported_do_not_count(tmp_path: Path) -> None:
    path = claims_file(tmp_path / "c.jsonl", DENIED)
    assert run("check", path, "--ignore", "AOC", cwd=tmp_path).returncode == NOTHING_BAD
    assert run("check", path, "--fail-on", "advisory", "--select", "COV", cwd=tmp_path).returncode == NOTHING_BAD


def test_to_fail_on_information_is_to_look_for_it(tmp_path: Path) -> None:
    path = claims_file(tmp_path / "c.jsonl", DENIED)
    assert run("check", path, "--fail-on", "information", "--select", "COV", cwd=tmp_path).returncode == FOUND


def test_what_was_not_checked_is_told_of_even_where_it_is_not_selected(tmp_path: Path) -> None:
    path = claims_file(tmp_path / "c.jsonl", {**DENIED, "payer_type": "unknown"})
    done = run("check", path, "--select", "AOC", cwd=tmp_path)
    assert "COD920" not in done.stdout
    told = "notice: not selected, so not reported: 1 finding(s) that something was not checked, or could not be read\n"
    assert done.stderr == told


@pytest.mark.parametrize("report", ["jsonl", "junit", "github"])
def test_what_could_not_be_read_is_reported_whatever_is_selected(report: str, tmp_path: Path) -> None:
    path = claims_file(tmp_path / "c.jsonl", {**DENIED, "lines": "none"}, {**DENIED, "claim_id": "2"})
    done = run("check", path, "--select", "COV", "--format", report, cwd=tmp_path)
    assert done.returncode == FOUND
    assert "SYS010" in done.stdout
    assert run("check", path, "--select", "COV", "--ignore", "SYS010", cwd=tmp_path).returncode == NOTHING_BAD


def test_fields_that_are_none_of_a_claims_are_named_once_for_each_file(tmp_path: Path) -> None:
    path = claims_file(tmp_path / "c.jsonl", {**DENIED, "member": "x"}, {**DENIED, "member": "y", "note": "z"})
    done = run("check", path, cwd=tmp_path)
    assert done.stderr == f"notice: {path}: not read, as they are no fields of a claim: member, note\n"


def test_a_report_does_not_take_the_place_of_the_claims(tmp_path: Path) -> None:
    path = claims_file(tmp_path / "c.jsonl", DENIED)
    before = path.read_text()
    assert run("check", path, "--output", path, cwd=tmp_path).returncode == WRONG_USE
    assert path.read_text() == before


@pytest.mark.parametrize(
    "content", ["", "\n", "no claims", "\x00\x01", "{", '{"claim_id"', "[1]", "[", f"{HEADER},unit\nA,1,1,1,1\n"]
)
def test_a_file_of_which_nothing_can_be_read_is_wrong_use_and_says_why(content: str, tmp_path: Path) -> None:
    (tmp_path / "c").write_text(content)
    done = run("check", "c", cwd=tmp_path)
    assert done.returncode == WRONG_USE
    assert "SYS010 return to provider: Claim or line could not be read" in done.stdout
    assert "At: c" in done.stdout
    assert "\n0 claims, 0 lines, " in done.stdout


def test_one_file_that_can_be_read_makes_the_run_a_checked_one(tmp_path: Path) -> None:
    (tmp_path / "empty").write_text("")
    done = run("check", "empty", claims_file(tmp_path / "c.jsonl", CLEAN), cwd=tmp_path)
    assert done.returncode == FOUND
    assert "The file could not be read: it is empty." in done.stdout
    assert "Clean: CLEAN" in done.stdout
    assert run("check", "empty", "empty", cwd=tmp_path).returncode == WRONG_USE


@pytest.mark.parametrize("content", ["[]", f"{HEADER}\n"])
def test_an_input_without_a_claim_does_not_pass_for_checked(content: str, tmp_path: Path) -> None:
    (tmp_path / "c").write_text(content)
    done = run("check", "c", cwd=tmp_path)
    assert done.returncode == WRONG_USE
    assert "The file could not be read: it holds no claims." in done.stdout
    assert "\n0 claims, 0 lines, " in done.stdout
    assert done.stderr == "cleanclaim: there is no claim in the input that could be read\n"


@pytest.fixture
def failing_engine(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "sitecustomize.py").write_text(FAILING_ENGINE)
    return {"PYTHONPATH": str(tmp_path / "broken")}


@pytest.mark.parametrize("options", [(), ("--fail-on", "claim_rejection"), ("--select", "AOC"), ("--ignore", "SYS")])
@pytest.mark.parametrize("others", [[], [DENIED, CLEAN]])
def test_a_failing_engine_goes_before_findings(
    options: tuple[str, ...], others: list[dict[str, object]], failing_engine: dict[str, str], tmp_path: Path
) -> None:
    path = claims_file(tmp_path / "c.jsonl", {**DENIED, "claim_id": "FAILS"}, *others)
    assert run("check", path, *options, cwd=tmp_path, **failing_engine).returncode == FAILED


def test_the_claim_on_which_the_engine_failed_is_a_finding_and_the_others_are_checked(
    failing_engine: dict[str, str], tmp_path: Path
) -> None:
    path = claims_file(tmp_path / "c.jsonl", DENIED, {**DENIED, "claim_id": "FAILS"}, RETURNED)
    done = run("check", path, "--format", "jsonl", cwd=tmp_path, **failing_engine)
    assert done.returncode == FAILED
    assert fired(done) == [("DENIED", 1, "AOC010"), ("FAILS", None, "SYS020"), ("RETURNED", 1, "UOS010")]
    assert "ZeroDivisionError" in done.stdout
    assert "ZZNAME" not in done.stdout + done.stderr, "what an exception says may name a patient"
    assert "3 claims, 3 lines, " in done.stderr
    assert "1 line not fully checked" in done.stderr


def test_a_failing_engine_goes_before_what_cannot_be_read(failing_engine: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "empty").write_text("")
    path = claims_file(tmp_path / "c.jsonl", {**DENIED, "claim_id": "FAILS"})
    assert run("check", "empty", path, cwd=tmp_path, **failing_engine).returncode == FAILED
