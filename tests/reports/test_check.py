"""Reports of a check: what stands in them, on both executors, whatever the claims hold."""

import json
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.cli.running import (
    ADVISED,
    CLEAN,
    DEMONSTRATION,
    DENIED,
    FAILED,
    FIXTURES,
    FOUND,
    NOT_CHECKED,
    NOTHING_BAD,
    RETURNED,
    ROOT,
    UNREADABLE,
    WRONG_USE,
    claims_file,
    line,
    run,
    run_here,
)
from tests.cli.test_executors import on_both
from tests.cli.test_exit_status import FAILING_ENGINE

from cleanclaim.claims import Location
from cleanclaim.edit_files import load_catalogue
from cleanclaim.findings import DISPOSITIONS, Finding
from cleanclaim.report.github import github_lines
from cleanclaim.report.junit import junit_lines
from cleanclaim.report.sarif import sarif_lines
from cleanclaim.report.told import RunTold, told_findings

from .reading import github, junit, sarif

FORMATS = ("sarif", "junit", "github")
ALL = (CLEAN, DENIED, RETURNED, NOT_CHECKED, ADVISED, UNREADABLE)


@pytest.fixture
def claims(tmp_path: Path) -> Path:
    (tmp_path / "claims").mkdir()
    return claims_file(tmp_path / "claims" / "all, 50%.jsonl", *ALL)


@pytest.mark.parametrize("written", FORMATS)
def test_both_executors_write_the_same_report(written: str, claims: Path, tmp_path: Path) -> None:
    done = on_both("check", claims, DEMONSTRATION, "--format", written, "--show-information", cwd=tmp_path)
    assert done.returncode == FOUND
    assert "AOC010" in done.stdout


@pytest.mark.parametrize(("name", "written"), [("r.sarif", "sarif"), ("r.xml", "junit")])
def test_the_name_of_the_output_tells_the_format(name: str, written: str, claims: Path, tmp_path: Path) -> None:
    printed = run_here("check", claims, "--format", written, cwd=tmp_path).stdout
    run_here("check", claims, "--output", name, cwd=tmp_path)
    assert (tmp_path / name).read_text(encoding="utf-8") == printed


@pytest.mark.parametrize("written", FORMATS)
def test_a_run_with_such_a_report_can_be_repeated(written: str, claims: Path, tmp_path: Path) -> None:
    options = ("--format", written, "--fail-on", "claim_rejection", "--output", "report", "--manifest", "run.json")
    assert run_here("check", claims, *options, cwd=tmp_path).returncode == NOTHING_BAD
    assert run_here("verify", "run.json", cwd=tmp_path).returncode == NOTHING_BAD
    (tmp_path / "report").write_text("other")
    differs = run_here("verify", "run.json", cwd=tmp_path)
    assert (differs.returncode, differs.stdout) == (FOUND, "differs: output: report is not as the run wrote it\n")


# SARIF


def test_sarif_holds_each_finding_with_its_rule_and_place(claims: Path, tmp_path: Path) -> None:
    told = sarif(run_here("check", claims, "--format", "sarif", cwd=tmp_path).stdout)
    found = {(one["ruleId"], one["level"]) for one in told["results"]}
    assert {("AOC010", "error"), ("UOS010", "error"), ("COD920", "warning"), ("SYS010", "error")} <= found
    assert any(level == "note" for _, level in found), "an advisory is a note"
    denied = next(one for one in told["results"] if one["ruleId"] == "AOC010")
    assert denied["locations"] == [{
        "logicalLocations": [
            {"fullyQualifiedName": "claim DENIED line 1", "kind": "element"},
            {"fullyQualifiedName": "/lines/0", "kind": "object"},
        ],
        "physicalLocation": {
            "artifactLocation": {"uri": "claims/all%2C%2050%25.jsonl"}, "region": {"startLine": 2},
        },
    }]  # fmt: skip
    assert denied["properties"]["remittance"] == "CO 107 N122"
    rule = told["tool"]["driver"]["rules"][denied["ruleIndex"]]
    assert rule["shortDescription"]["text"] == "Add-on code without its primary procedure"
    assert rule["helpUri"].startswith("https://www.cms.gov/")
    assert rule["properties"]["tags"] == ["AOC", "line_item_denial"]
    assert "cleanclaim edits show AOC010" in rule["help"]["text"]


def test_sarif_has_a_rule_for_each_edit_that_is_reported(claims: Path, tmp_path: Path) -> None:
    every = sarif(run_here("check", claims, "--format", "sarif", cwd=tmp_path).stdout)["tool"]["driver"]["rules"]
    assert [one["id"] for one in every] == sorted(load_catalogue().edits)
    few = sarif(run_here("check", claims, "--format", "sarif", "--select", "AOC", cwd=tmp_path).stdout)
    assert {one["id"][:3] for one in few["tool"]["driver"]["rules"]} == {"AOC", "SYS"}


def test_sarif_tells_of_the_run_what_could_not_be_read(claims: Path, tmp_path: Path) -> None:
    (invocation,) = sarif(run_here("check", claims, "--format", "sarif", cwd=tmp_path).stdout)["invocations"]
    assert invocation["executionSuccessful"] is True
    assert invocation["exitCode"] == FOUND
    (unread,) = invocation["toolExecutionNotifications"]
    assert unread["associatedRule"]["id"] == "SYS010"
    (tmp_path / "nothing.txt").write_text("no claims")
    done = run_here("check", "nothing.txt", "--format", "sarif", cwd=tmp_path)
    (invocation,) = sarif(done.stdout)["invocations"]
    assert done.returncode == invocation["exitCode"] == WRONG_USE
    assert invocation["executionSuccessful"] is False


@pytest.fixture
def failed(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "sitecustomize.py").write_text(FAILING_ENGINE)
    claims_file(tmp_path / "fails.jsonl", {**DENIED, "claim_id": "FAILS"}, DENIED)
    return {"PYTHONPATH": str(tmp_path / "broken")}


@pytest.mark.parametrize("fail_on", ["not_checked", "claim_rejection"])
def test_no_report_hides_that_the_engine_failed(fail_on: str, failed: dict[str, str], tmp_path: Path) -> None:
    reports = {}
    for written in FORMATS:
        options = ("--format", written, "--fail-on", fail_on, "--select", "AOC")
        done = run("check", "fails.jsonl", *options, cwd=tmp_path, **failed)
        assert done.returncode == FAILED
        reports[written] = done.stdout
    told = sarif(reports["sarif"])
    assert [one["level"] for one in told["results"] if one["ruleId"] == "SYS020"] == ["error"]
    (invocation,) = told["invocations"]
    assert invocation["executionSuccessful"] is False
    assert [one["associatedRule"]["id"] for one in invocation["toolExecutionNotifications"]] == ["SYS020"]
    assert [became for name, became, _ in junit(reports["junit"])["fails.jsonl"] if "SYS020" in name] == ["error"]
    assert [one["level"] for one in github(reports["github"]) if "SYS020" in one["title"]] == ["error"]
    assert "ZZNAME" not in "".join(reports.values()), "what an exception says may name a patient"


def test_sarif_of_claims_that_share_an_id_tells_them_apart(tmp_path: Path) -> None:
    path = claims_file(tmp_path / "twice.jsonl", DENIED, DENIED, {**DENIED, "claim_id": "OTHER"}, DENIED)
    told = sarif(run_here("check", path, "--format", "sarif", cwd=tmp_path).stdout)
    assert len(told["results"]) == 4
    again = claims_file(tmp_path / "twice.jsonl", CLEAN, DENIED, DENIED, {**DENIED, "claim_id": "OTHER"}, DENIED)
    moved = sarif(run_here("check", again, "--format", "sarif", cwd=tmp_path).stdout)
    assert [one["partialFingerprints"] for one in moved["results"]] == [
        one["partialFingerprints"] for one in told["results"]
    ], "a claim that was put before them changes no fingerprint"


def test_a_finding_on_an_x12_claim_has_its_byte(tmp_path: Path) -> None:
    shutil.copy(FIXTURES / "demonstration.837", tmp_path)
    done = run_here("check", "demonstration.837", "--format", "sarif", cwd=tmp_path)
    content = (tmp_path / "demonstration.837").read_bytes()
    for result in sarif(done.stdout)["results"]:
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "demonstration.837"
        start = content[place["region"]["byteOffset"] :].lstrip()[:4]
        assert start[:3] in (b"CLM", b"LX*", b"SV1", b"SV2"), start


def test_what_came_through_a_pipe_has_no_file(tmp_path: Path) -> None:
    content = json.dumps({**DENIED, "payer_type": "medicare"}).encode()
    (one,) = sarif(run_here("check", "-", "--format", "sarif", cwd=tmp_path, standard_input=content).stdout)["results"]
    assert "physicalLocation" not in one["locations"][0]
    (annotation,) = github(run_here("check", "-", "--format", "github", cwd=tmp_path, standard_input=content).stdout)
    assert "file" not in annotation
    assert annotation["message"].startswith("standard input, line 1, /lines/0: Q4257 is an add-on code")
    assert list(junit(run_here("check", "-", "--format", "junit", cwd=tmp_path, standard_input=content).stdout)) == [
        "standard input"
    ]


@pytest.mark.parametrize("written", FORMATS)
def test_a_path_inside_the_folder_is_relative_however_it_is_named(written: str, claims: Path, tmp_path: Path) -> None:
    reports = {
        run_here("check", name, "--format", written, "--select", "AOC", cwd=tmp_path).stdout
        for name in (claims, "claims/../claims/all, 50%.jsonl", claims.relative_to(tmp_path))
    }
    assert len(reports) == 1
    assert str(tmp_path) not in reports.pop()
    outside = run_here("check", claims, "--format", "sarif", cwd=ROOT)
    assert f'"uri": "file://{tmp_path}/claims/all%2C%2050%25.jsonl"' in outside.stdout


# JUnit


def test_junit_has_a_suite_for_each_input_and_a_test_for_each_finding(claims: Path, tmp_path: Path) -> None:
    clean = claims_file(tmp_path / "clean.jsonl", CLEAN)
    done = run_here("check", claims, clean, "--format", "junit", cwd=tmp_path)
    suites = junit(done.stdout)
    assert list(suites) == ["claims/all, 50%.jsonl", "clean.jsonl"]
    assert suites["clean.jsonl"] == [("no findings", "passed", "")]
    became = {name: word for name, word, _ in suites["claims/all, 50%.jsonl"]}
    assert became["claim DENIED line 1: AOC010 line item denial: Add-on code without its primary procedure"] == "failed"
    assert [word for name, word in became.items() if "ADVISED" in name and "advisory" in name] == ["passed"]
    said = next(text for name, _, text in suites["claims/all, 50%.jsonl"] if "AOC010" in name)
    for part in ("Fix: Bill the primary procedure", "Authority: CMS Transmittal 2636", "Remittance: CO 107 N122"):
        assert part in said


@pytest.mark.parametrize(
    ("fail_on", "became"),
    [
        ("not_checked", {"AOC010": "failed", "UOS010": "failed", "COD920": "failed", "SYS010": "failed"}),
        ("line_item_denial", {"AOC010": "failed", "UOS010": "failed", "COD920": "skipped", "SYS010": "failed"}),
        ("claim_rejection", {"AOC010": "passed", "UOS010": "passed", "COD920": "skipped", "SYS010": "skipped"}),
    ],
)
def test_what_fails_in_junit_is_what_the_run_fails_on_and_unchecked_never_passes(
    fail_on: str, became: dict[str, str], claims: Path, tmp_path: Path
) -> None:
    done = run_here("check", claims, "--format", "junit", "--fail-on", fail_on, cwd=tmp_path)
    tests = [test for suite in junit(done.stdout).values() for test in suite]
    for edit, word in became.items():
        assert {one for name, one, _ in tests if edit in name} == {word}
    assert (done.returncode == FOUND) == any(word == "failed" for _, word, _ in tests)


# GitHub


def test_github_annotates_the_lines_of_the_file(claims: Path, tmp_path: Path) -> None:
    told = github(run_here("check", claims, "--format", "github", cwd=tmp_path).stdout)
    denied = next(one for one in told if "AOC010" in one["title"])
    assert denied["level"] == "error"
    assert (denied["file"], denied["line"]) == ("claims/all, 50%.jsonl", "2")
    assert denied["title"] == "claim DENIED line 1: AOC010 line item denial: Add-on code without its primary procedure"
    assert not any(one["level"] == "notice" for one in told), "advisories are shown only when asked for"
    shown = github(run_here("check", claims, "--format", "github", "--show-advisory", cwd=tmp_path).stdout)
    assert any(one["level"] == "notice" for one in shown)


def test_what_cannot_be_opened_is_named_in_the_text_of_its_annotation(tmp_path: Path) -> None:
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "broken, 1").symlink_to("nowhere")
    os.mkfifo(tmp_path / "claims" / "pipe")
    told = github(run_here("check", "claims", "--format", "github", cwd=tmp_path).stdout)
    assert all("file" not in one for one in told)
    assert [one["message"].partition(": ")[0] for one in told] == ["claims/broken, 1", "claims/pipe"]


def test_what_a_query_gave_is_named_in_the_text_of_its_annotation(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "claims.db")) as database:
        database.execute("create table lines as select 'A' claim_id, 'Q4257' procedure_code, 'many' units")
        database.commit()
    words = ("--from", "sqlite:///claims.db", "--query", "select * from lines", "--format", "github")
    told = github(run_here("check", *words, cwd=tmp_path).stdout)
    assert told
    assert all(one["message"].startswith("sqlite:///claims.db, ") for one in told)


def test_a_clean_run_has_no_annotation(tmp_path: Path) -> None:
    clean = claims_file(tmp_path / "clean.jsonl", CLEAN)
    done = run_here("check", clean, "--format", "github", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (NOTHING_BAD, "")


# Whatever the claims hold

CATALOGUE = load_catalogue()
ANY_TEXT = st.text(st.characters(codec="utf-8"), max_size=30) | st.sampled_from(
    [
        "]]>",
        "::error::",
        "%0A",
        "a\nb",
        "a\r\n::warning::x",
        "\x00\x1b[2J",
        "&lt;<b>",
        "{0} {x}",
        '"',
        "\ufffe",
        "[a](b)",
    ]
)


@st.composite
def any_finding(draw: st.DrawFn) -> Finding:
    edit = CATALOGUE.edits[draw(st.sampled_from(sorted(CATALOGUE.edits)))]
    return Finding(
        edit_id=edit.id, title=edit.title, claim_id=draw(st.none() | ANY_TEXT),
        line_number=draw(st.none() | st.integers(1, 999)), procedure_code=draw(st.none() | ANY_TEXT),
        date_of_service=None, disposition=draw(st.sampled_from(DISPOSITIONS)), message=draw(ANY_TEXT),
        fix=draw(ANY_TEXT), evidence=draw(st.dictionaries(ANY_TEXT, ANY_TEXT, max_size=2)), code_set_release=None,
        citations=edit.citations, remittance=None,
        location=draw(
            st.none()
            | st.builds(
                Location, file=st.none() | st.sampled_from(["a.csv", "b:c, 100%.csv", "other"]),
                line=st.none() | st.integers(1, 9), pointer=st.none() | ANY_TEXT,
            )
        ),
    )  # fmt: skip


@given(findings=st.lists(any_finding(), max_size=5), fail_on=st.sampled_from(DISPOSITIONS))
@settings(deadline=None)
def test_every_report_is_whole_whatever_findings_hold(findings: list[Finding], fail_on: str) -> None:
    findings = sorted(findings, key=lambda one: one.claim_id or "")
    about = RunTold(
        "0.1.0", CATALOGUE.edits, {"a.csv": "a.csv", "b:c, 100%.csv": "b:c, 100%.csv"}, fail_on, 1, True, "none",  # type: ignore[arg-type]
    )  # fmt: skip
    told = list(told_findings(findings, about))
    assert len(sarif("".join(sarif_lines(told, about)))["results"]) == len(findings)
    suites = junit("".join(junit_lines(told, about)))
    tests = [test for suite in suites.values() for test in suite if test[0] != "no findings"]
    assert len(tests) == len(findings)
    assert len(github("".join(github_lines(told, about)))) == len(findings)


def test_a_report_of_many_findings_is_not_held_in_memory_by_suite(tmp_path: Path) -> None:
    many = [{"claim_id": f"C{number}", "lines": [line(1, "Q4257")]} for number in range(1500)]
    path = claims_file(tmp_path / "many.jsonl", *many)
    done = run_here("check", path, "--format", "junit", "--executor", "duckdb", cwd=tmp_path)
    assert len(done.stdout) > 1_000_000
    assert len(junit(done.stdout)["many.jsonl"]) == 1500
