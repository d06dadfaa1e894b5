"""Golden suites: what differs from the findings that were kept, and when they change."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
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
    Run,
    claims_file,
    line,
    refusal,
    run,
    run_here,
)
from tests.cli.test_executors import EXECUTORS, on_both
from tests.cli.test_exit_status import FAILING_ENGINE

from cleanclaim.golden.comparing import differences, moved
from cleanclaim.golden.snapshots import Kept, SnapshotRefused, read_snapshot

from .reading import github, junit, sarif

ALL = (CLEAN, DENIED, RETURNED, NOT_CHECKED, ADVISED, UNREADABLE)


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    """A folder with claims and their snapshots."""
    (tmp_path / "claims").mkdir()
    claims_file(tmp_path / "claims" / "all.jsonl", *ALL)
    shutil.copy(DEMONSTRATION, tmp_path / "claims" / "demonstration.json")
    assert snapshot(tmp_path).returncode == NOTHING_BAD
    return tmp_path


def snapshot(folder: Path, *options: str) -> Run:
    return run_here(
        "snapshot", "claims/all.jsonl", "claims/demonstration.json", "--to", "expected", *options, cwd=folder
    )


def against(folder: Path, *options: str) -> Run:
    files = ("claims/all.jsonl", "claims/demonstration.json")
    return run_here("check", *files, "--against", "expected", *options, cwd=folder)


def change(suite: Path) -> None:
    """Let one finding go, one come and one be another."""
    changed = {**RETURNED, "lines": [line(1, "99213", units=0, date_of_service="2026-02-15")]}
    others = (NOT_CHECKED, ADVISED, UNREADABLE, {**DENIED, "claim_id": "NEW"})
    claims_file(suite / "claims" / "all.jsonl", CLEAN, {**CLEAN, "claim_id": "DENIED"}, changed, *others)


# What is kept


def test_a_snapshot_holds_findings_and_nothing_of_the_machine_or_of_a_patient(tmp_path: Path) -> None:
    secret = {**DENIED, "patient_id": "ZZPATIENT", "lines": [line(1, "Q4257", description="ZZNAME")]}
    path = claims_file(tmp_path / "claims.jsonl", secret)
    done = run_here("snapshot", path, "--to", tmp_path / "expected", cwd=ROOT)
    assert done.stdout == f"{tmp_path}/expected/claims.jsonl.findings.json: 1 finding(s) kept\n"
    text = (tmp_path / "expected" / "claims.jsonl.findings.json").read_text(encoding="utf-8")
    assert str(tmp_path) not in text
    assert "ZZ" not in text
    kept = json.loads(text)
    assert list(kept) == ["snapshot", "claims", "made_with", "edits", "findings"]
    assert kept["claims"] == "claims.jsonl"
    (finding,) = kept["findings"]
    assert finding["place"] == {"line": 1, "pointer": "/lines/0"}
    assert finding["remittance"] == "CO 107 N122"


@pytest.mark.parametrize("executor", EXECUTORS)
def test_both_executors_keep_the_same_bytes_however_files_are_named(executor: str, suite: Path) -> None:
    kept = {path.name: path.read_bytes() for path in (suite / "expected").rglob("*.json")}
    assert len(kept) == 2
    files = [suite / "claims" / "demonstration.json", "../claims/all.jsonl"]
    shutil.rmtree(suite / "expected")
    run_here("snapshot", *files, "--to", "../expected", "--executor", executor, cwd=suite / "claims")
    assert {path.name: path.read_bytes() for path in (suite / "expected").rglob("*.json")} == kept


def test_what_is_kept_is_as_expected_on_both_executors(suite: Path) -> None:
    done = on_both("check", "claims/all.jsonl", "claims/demonstration.json", "--against", "expected", cwd=suite)
    assert done.returncode == NOTHING_BAD
    assert done.stdout == "12 findings expected: 12 as expected, 0 added, 0 removed, 0 changed\n"


@pytest.mark.parametrize(
    "name", ["demonstration.csv", "unreadable/dates.csv", "unreadable/no_claims.txt", "samples.json"]
)
def test_files_of_any_format_and_of_no_claims_are_kept(name: str, tmp_path: Path) -> None:
    path = shutil.copy(FIXTURES / name, tmp_path)
    assert run_here("snapshot", path, "--to", "kept", cwd=tmp_path).returncode == NOTHING_BAD
    assert run_here("check", path, "--against", "kept", cwd=tmp_path).returncode == NOTHING_BAD


def test_a_folder_is_kept_file_by_file(suite: Path) -> None:
    kept = {path.name: path.read_bytes() for path in (suite / "expected").rglob("*.json")}
    shutil.rmtree(suite / "expected")
    assert run_here("snapshot", "claims", "--to", "expected", cwd=suite).returncode == NOTHING_BAD
    assert {path.name: path.read_bytes() for path in (suite / "expected").rglob("*.json")} == kept
    assert run_here("check", "claims", "--against", "expected", cwd=suite).returncode == NOTHING_BAD


# What differs


def test_findings_are_told_as_added_removed_and_changed(suite: Path) -> None:
    change(suite)
    done = on_both("check", "claims/all.jsonl", "claims/demonstration.json", "--against", "expected", cwd=suite)
    assert done.returncode == FOUND
    assert (
        done.stdout
        == """\
claims/all.jsonl
  removed  claim DENIED line 1, Q4257: AOC010 line item denial
           Q4257 is an add-on code, and no primary procedure that could carry it is on the claim.
             Expected beside it: 15271, 15273, 15275, 15277 or 15777.
  added    claim NEW line 1, Q4257: AOC010 line item denial
           Q4257 is an add-on code, and no primary procedure that could carry it is on the claim.
             Expected beside it: 15271, 15273, 15275, 15277 or 15777.
  changed  claim RETURNED line 1, 99213: UOS010 return to provider
           date_of_service
             was 2026-01-15
             is  2026-02-15

12 findings expected: 10 as expected, 1 added, 1 removed, 1 changed
"""
    )
    assert "AOC" not in done.stderr


def test_differences_as_json_lines(suite: Path) -> None:
    change(suite)
    told = [json.loads(text) for text in against(suite, "--format", "jsonl").stdout.splitlines()]
    assert [one["kind"] for one in told] == ["removed", "added", "changed"]
    assert [one["file"] for one in told] == ["claims/all.jsonl"] * 3
    assert told[2]["changes"] == {"date_of_service": {"expected": "2026-01-15", "found": "2026-02-15"}}
    assert told[0]["found"] is None
    assert told[0]["expected"]["edit_id"] == "AOC010"


def test_differences_in_the_reports_of_ci_systems(suite: Path) -> None:
    change(suite)
    told = sarif(against(suite, "--format", "sarif").stdout)
    states = {one["baselineState"]: one for one in told["results"]}
    assert sorted(states) == ["absent", "new", "updated"]
    assert states["updated"]["message"]["text"] == "Changed: date_of_service was 2026-01-15, and is 2026-02-15"
    assert states["new"]["locations"][0]["physicalLocation"]["region"] == {"startLine": 7}
    assert told["invocations"][0]["exitCode"] == FOUND
    suites = junit(against(suite, "--format", "junit").stdout)
    assert [became for _, became, _ in suites["claims/all.jsonl"]] == ["failed"] * 3
    assert suites["claims/demonstration.json"] == [("findings are as expected", "passed", "")]
    annotations = github(against(suite, "--format", "github").stdout)
    assert [(one["level"], one["file"], one["line"]) for one in annotations] == [
        ("error", "claims/all.jsonl", "2"), ("error", "claims/all.jsonl", "7"), ("error", "claims/all.jsonl", "3")
    ]  # fmt: skip


@pytest.mark.parametrize("form", ["text", "jsonl", "junit", "sarif", "github"])
def test_claims_without_a_snapshot_and_snapshots_without_claims_are_told(form: str, suite: Path) -> None:
    (suite / "claims" / "demonstration.json").rename(suite / "claims" / "renamed.json")
    files = ("claims/all.jsonl", "claims/renamed.json")
    done = run_here("check", *files, "--against", "expected", "--format", form, cwd=suite)
    assert done.returncode == FOUND
    for part in ("there is no snapshot of its 7 finding(s)", "(claims/demonstration.json) were not checked"):
        assert part in done.stdout
    read = {"sarif": lambda text: sarif(text)["results"], "junit": junit, "github": github}.get(form)
    assert read is None or len(read(done.stdout)) >= 2
    updated = run_here("check", *files, "--against", "expected", "--update", cwd=suite)
    assert updated.returncode == FOUND, "what was not checked is never a pass"
    (suite / "expected" / "claims" / "demonstration.json.findings.json").unlink()
    assert run_here("check", *files, "--against", "expected", cwd=suite).returncode == NOTHING_BAD


def test_a_finding_that_stands_elsewhere_in_its_file_is_no_difference(suite: Path) -> None:
    claims_file(suite / "claims" / "all.jsonl", {**CLEAN, "claim_id": "FIRST"}, *ALL)
    done = against(suite)
    assert done.returncode == NOTHING_BAD
    told = (
        "expected/claims/all.jsonl.findings.json: since it was made 5 finding(s) have moved within the file of claims"
    )
    assert told in done.stderr
    assert against(suite, "--update").returncode == NOTHING_BAD
    assert "moved" not in against(suite).stderr


# What is judged by otherwise is a notice


def test_a_change_of_the_library_alone_is_a_notice(suite: Path) -> None:
    shutil.copy(ROOT / "fixtures" / "releases" / "asc_addendum_BB_2026-01.csv", suite)
    shutil.copytree(ROOT / "fixtures" / "record_documents", suite / "library")
    shutil.copy(ROOT / "fixtures" / "releases" / "mue_practitioner_2026-01.csv", suite / "library")
    done = against(suite, "--library", "library", "--select", "AOC")
    assert "the library changed from content " in done.stderr
    assert ": it has 2026-01 mue practitioner besides" in done.stderr
    assert "select was all, and is aoc" in done.stderr
    assert "and 1 more: since it was made" in done.stderr
    same = against(suite, "--library", str(ROOT / "fixtures" / "record_documents"))
    assert (same.returncode, same.stderr.count("the library changed")) == (NOTHING_BAD, 0)


def test_options_that_bear_on_findings_are_named(suite: Path) -> None:
    done = against(suite, "--payer-type", "medicare")
    assert done.returncode == FOUND
    assert "payer-type was unknown, and is medicare" in done.stderr


def test_an_edit_that_means_something_else_is_named(suite: Path) -> None:
    path = suite / "expected" / "claims" / "all.jsonl.findings.json"
    kept = json.loads(path.read_text())
    kept["edits"]["AOC010"] = "0" * 64
    kept["made_with"]["catalogue"] = "0" * 64
    path.write_text(json.dumps(kept))
    done = against(suite)
    assert done.returncode == NOTHING_BAD
    assert "of the edits kept, these mean something else now: AOC010" in done.stderr


# Update, on purpose only


def test_nothing_kept_changes_without_update(suite: Path) -> None:
    before = {path: path.read_bytes() for path in (suite / "expected").rglob("*.json")}
    change(suite)
    assert against(suite).returncode == FOUND
    refused = snapshot(suite)
    assert refusal(refused) == ("claims/all.jsonl: other findings are kept already; --update puts these in their place")
    assert {path: path.read_bytes() for path in (suite / "expected").rglob("*.json")} == before


@pytest.mark.parametrize("update", [against, snapshot])
def test_update_puts_what_is_found_in_their_place(update: object, suite: Path) -> None:
    other = (suite / "expected" / "claims" / "demonstration.json.findings.json").read_bytes()
    change(suite)
    done = update(suite, "--update")  # type: ignore[operator]
    assert done.returncode == NOTHING_BAD
    assert "  removed  claim DENIED" in done.stdout
    assert "expected/claims/all.jsonl.findings.json: 5 finding(s) kept\n" in done.stdout
    assert against(suite).returncode == NOTHING_BAD
    assert (suite / "expected" / "claims" / "demonstration.json.findings.json").read_bytes() == other


def test_a_snapshot_made_again_is_the_same(suite: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in (suite / "expected").rglob("*.json")}
    assert snapshot(suite).returncode == NOTHING_BAD
    assert {path: path.stat().st_mtime_ns for path in (suite / "expected").rglob("*.json")} == before


def test_where_the_engine_failed_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "sitecustomize.py").write_text(FAILING_ENGINE)
    broken = {"PYTHONPATH": str(tmp_path / "broken")}
    claims_file(tmp_path / "fails.jsonl", {**DENIED, "claim_id": "FAILS"})
    done = run("snapshot", "fails.jsonl", "--to", "expected", cwd=tmp_path, **broken)
    assert done.returncode == FAILED
    assert "the engine failed on a claim, so no snapshot was written" in done.stderr
    assert not (tmp_path / "expected").exists()
    run("snapshot", "fails.jsonl", "--to", "expected", cwd=tmp_path)
    report = run("check", "fails.jsonl", "--against", "expected", "--format", "junit", cwd=tmp_path, **broken)
    assert report.returncode == FAILED
    assert any("SYS020 added" in name for name, _, _ in junit(report.stdout)["fails.jsonl"])


# Wrong use


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("check", "a.jsonl", "--update"), "--update: it puts what is found in the place of snapshots; name *"),
        (("check", "a.jsonl", "--against", "nowhere"), "nowhere: there is no such folder; `cleanclaim snapshot` *"),
        (("check", "a.jsonl", "--against", "a.jsonl"), "a.jsonl: it is no folder"),
        (("check", "-", "--against", "kept"), "-: it is no regular file, so there is no name to keep its findings *"),
        (
            ("snapshot", "a.jsonl", "./a.jsonl", "--to", "kept"),
            "./a.jsonl: its findings would be kept under the name *",
        ),
        (
            ("check", "a.jsonl", "--against", "kept", "--format", "csv"),
            "--format csv: differences from snapshots are *",
        ),
        (("check", "a.jsonl", "--against", "kept", "--output", "x.parquet"), "--format parquet: differences from *"),
        (("check", "a.jsonl", "--against", "kept", "--manifest", "m.json"), "--manifest m.json: a run against *"),
        (("check", "a.jsonl", "--against", "kept", "--into", "sqlite:///x.db"), "--from and --into: snapshots are *"),
        (("snapshot", "nowhere.csv", "--to", "kept"), "nowhere.csv: there is no such file"),
    ],
)
def test_what_cannot_be_is_said(arguments: tuple[str, ...], told: str, tmp_path: Path) -> None:
    claims_file(tmp_path / "a.jsonl", DENIED)
    (tmp_path / "kept").mkdir()
    assert refusal(run_here(*arguments, cwd=tmp_path)).startswith(told.rstrip("*"))
    assert not list((tmp_path / "kept").iterdir())


DAMAGES = st.sampled_from([
    lambda whole, at: whole[:at], lambda whole, at: whole[:at] + b"\xff" + whole[at + 1 :],
    lambda whole, at: whole[:at] + b'"' + whole[at:], lambda whole, at: whole[:at] + whole[at + 7 :],
    lambda whole, at: whole[:at] + b"[" * 100_000, lambda whole, at: b"null" + whole[:at][:0],
])  # fmt: skip


@given(damage=DAMAGES, at=st.integers(0, 2000))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_snapshot_is_read_or_refused_by_its_name(
    damage: Callable[[bytes, int], bytes], at: int, suite: Path
) -> None:
    path = suite / "damaged.findings.json"
    path.write_bytes(damage((suite / "expected" / "claims" / "demonstration.json.findings.json").read_bytes(), at))
    assert (refused_with(path) or str(path)).startswith(str(path))


def refused_with(path: Path) -> str | None:
    try:
        read_snapshot(path)
    except SnapshotRefused as refused:
        return str(refused)
    return None


def test_a_damaged_snapshot_is_wrong_use_and_says_its_line(suite: Path) -> None:
    path = suite / "expected" / "claims" / "all.jsonl.findings.json"
    text = path.read_text()
    path.write_text(text.replace('"payer_type"', '"payer_type'))
    assert refusal(against(suite)).startswith("expected/claims/all.jsonl.findings.json:14: it is no JSON: ")
    path.write_text(text.replace('"payer_type": "unknown"', '"payer_type": "ZZNAME"'))
    said = refusal(against(suite))
    assert said.startswith("expected/claims/all.jsonl.findings.json: it is no snapshot: made_with.options.payer_type: ")
    assert "ZZ" not in said


# Differences of any findings

KEPT = Kept(
    claim_id="A", line_number=1, edit_id="AOC010", disposition="line_item_denial", procedure_code=None,
    date_of_service=None, message="What is wrong", fix="What to do", evidence={}, code_set_release=None,
    remittance=None, place={},
)  # fmt: skip
FINDINGS = st.lists(
    st.builds(
        lambda claim, number, edit, fix, place: KEPT.model_copy(
            update={"claim_id": claim, "line_number": number, "edit_id": edit, "fix": fix, "place": place}
        ),
        st.sampled_from([None, "A", "B"]), st.sampled_from([None, 1, 2]), st.sampled_from(["AOC010", "UOS020"]),
        st.sampled_from(["one", "two", "three"]), st.sampled_from([{}, {"line": 1}, {"line": 2}]),
    ),
    max_size=8,
)  # fmt: skip


@given(before=FINDINGS, after=FINDINGS)
def test_differences_lead_from_what_was_kept_to_what_was_found(before: list[Kept], after: list[Kept]) -> None:
    found = list(differences("f", before, after))
    rest = [one.elsewhere for one in before]
    for one in found:
        if one.expected is not None:
            rest.remove(one.expected.elsewhere)
        if one.found is not None:
            rest.append(one.found.elsewhere)
        assert (one.kind == "changed") == bool(one.changes)
    assert sorted(map(repr, rest)) == sorted(repr(one.elsewhere) for one in after)
    assert list(differences("f", before, [one.elsewhere for one in before])) == []
    assert moved(before, [one.elsewhere for one in before]) == sum(bool(one.place) for one in before)
    assert [one.finding and one.finding.key for one in found] == sorted(one.finding.key for one in found if one.finding)
