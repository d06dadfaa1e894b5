"""Notices on standard error: what was not read, not loaded or not selected is said, and never with a value in it."""

import json
from pathlib import Path

import pytest

from .running import CLEAN, DENIED, FOUND, NOT_CHECKED, NOTHING_BAD, UNREADABLE, WRONG_USE, claims_file, line, run_here

PATIENT = {"patient_name": "ZZNAME", "birth_date": "ZZ1944", "Address": "ZZSTREET"}


def notices(said: str) -> list[str]:
    return [text.removeprefix("notice: ") for text in said.splitlines() if text.startswith("notice: ")]


def test_fields_that_are_none_of_a_claims_are_named_once_a_file_without_their_values(tmp_path: Path) -> None:
    lines = [{**line(1, "15271"), **PATIENT, "note": "ZZNOTE"}, line(2, "Q4257")]
    for name in ("one.jsonl", "two.jsonl"):
        claims_file(tmp_path / name, {**CLEAN, **PATIENT, "lines": lines}, {**CLEAN, **PATIENT})
    done = run_here("check", "one.jsonl", "two.jsonl", cwd=tmp_path)
    assert done.returncode == NOTHING_BAD
    told = "not read, as they are no fields of a claim: Address, birth_date, note, patient_name"
    assert notices(done.stderr) == [f"one.jsonl: {told}", f"two.jsonl: {told}"]
    assert "ZZ" not in done.stdout + done.stderr


def test_columns_that_are_none_of_a_claims_are_named(tmp_path: Path) -> None:
    (tmp_path / "c.csv").write_text(
        "claim_id,payer_type,line_number,procedure_code,units,date_of_service,Patient Name\n"
        "A,other,1,99213,1,2026-01-15,ZZNAME\n"
    )
    done = run_here("check", "c.csv", cwd=tmp_path)
    assert notices(done.stderr) == ["c.csv: not read, as they are no fields of a claim: patient_name"]


def test_of_many_such_fields_some_are_named_and_all_are_counted(tmp_path: Path) -> None:
    path = claims_file(tmp_path / "c.jsonl", {**CLEAN, **{f"field_of_theirs_{number:02}": 1 for number in range(20)}})
    (said,) = notices(run_here("check", path, cwd=tmp_path).stderr)
    assert said.endswith("field_of_theirs_11 and 8 more")


def test_no_notice_steers_a_terminal(tmp_path: Path) -> None:
    path = claims_file(tmp_path / "c\x1b[31m.jsonl", {**CLEAN, "note\x1b[2J\x07\n": 1, "\x9bnote": 2, "\u202enote": 3})
    done = run_here("check", path, cwd=tmp_path)
    assert len(notices(done.stderr)) == 1
    assert all(character == "\n" or character.isprintable() for character in done.stderr + done.stdout)


@pytest.mark.parametrize("options", [("--select", "AOC", "--ignore", "SYS"), ("--ignore", "COD,SYS")])
def test_what_was_not_checked_or_not_read_is_said_where_it_is_not_reported(
    options: tuple[str, ...], tmp_path: Path
) -> None:
    path = claims_file(tmp_path / "c.jsonl", DENIED, NOT_CHECKED, UNREADABLE)
    done = run_here("check", path, "--format", "jsonl", *options, cwd=tmp_path)
    assert notices(done.stderr) == [
        "not selected, so not reported: 2 finding(s) that something was not checked, or could not be read"
    ]
    assert [json.loads(text)["edit_id"] for text in done.stdout.splitlines()] == ["AOC010"]
    assert notices(run_here("check", path, cwd=tmp_path).stderr) == []


def test_a_report_is_never_written_over_the_claims(tmp_path: Path) -> None:
    path = claims_file(tmp_path / "c.jsonl", DENIED)
    (tmp_path / "same.jsonl").symlink_to("c.jsonl")
    before = path.read_bytes()
    for output in ("c.jsonl", "same.jsonl"):
        done = run_here("check", path, "--output", output, cwd=tmp_path)
        assert done.returncode == WRONG_USE
        assert done.stderr == f"cleanclaim: --output {output}: it is one of the files to read\n"
    assert path.read_bytes() == before


def test_information_that_is_to_fail_a_run_is_shown(tmp_path: Path) -> None:
    done = run_here("check", claims_file(tmp_path / "c.jsonl", CLEAN), "--fail-on", "information", cwd=tmp_path)
    assert done.returncode == FOUND
    assert "COV080 information" in done.stdout
