"""Each option of `cleanclaim check`, and what it changes."""

from pathlib import Path

import pytest

from .running import (
    ADVISED,
    CLEAN,
    DEMONSTRATION,
    DENIED,
    FOUND,
    NOT_CHECKED,
    NOTHING_BAD,
    RETURNED,
    ROOT,
    claims_file,
    findings,
    fired,
    line,
    run,
)  # fmt: skip

EDIT = """\
id: PAY010
title: Nine units at once
disposition: suspension
citations:
  - {document: Payer manual, section: sec. 1, url: "https://payer.example/manual", read: 2026-01-01}
versions:
  - when: "units >= 9"
    message: "{units} units are billed."
    fix: "Bill fewer units."
"""


@pytest.fixture
def several(tmp_path: Path) -> Path:
    return claims_file(tmp_path / "several.jsonl", CLEAN, DENIED, RETURNED, NOT_CHECKED, ADVISED)


ALL = [
    ("ADVISED", 2, "SET015"), ("DENIED", 1, "AOC010"), ("RETURNED", 1, "UOS010"), ("UNKNOWN", None, "COD920"),
]  # fmt: skip


def test_text_is_grouped_by_claim_and_ends_in_a_census(several: Path, tmp_path: Path) -> None:
    done = run("check", several, cwd=tmp_path)
    assert done.returncode == FOUND
    assert done.stderr == ""
    heads = [text for text in done.stdout.splitlines() if text and not text.startswith(" ")]
    claims = ["Claim DENIED", "Claim RETURNED", "Claim UNKNOWN"]
    assert heads[:5] == [*claims, "Advisories only: ADVISED", "Clean: CLEAN"]
    assert heads[5].startswith("5 claims, 7 lines, ")
    assert "1 return to provider, 1 line item denial, 1 not checked, 1 advisory (not shown)" in heads[5]
    assert heads[5].endswith("; 0 bypassed; 1 line not fully checked")
    assert run("check", several, "--format", "text", cwd=tmp_path).stdout == done.stdout


def test_a_finding_in_text_has_its_message_with_values_its_fix_and_its_authority(several: Path, tmp_path: Path) -> None:
    text = " ".join(run("check", several, cwd=tmp_path).stdout.split())
    (finding,) = [
        one for one in findings(run("check", several, "--format", "jsonl", cwd=tmp_path)) if one["edit_id"] == "AOC010"
    ]
    assert "Q4257" in finding["message"]
    assert f"line 1, Q4257, 2026-01-15: AOC010 line item denial: {finding['title']} {finding['message']}" in text
    assert f"Fix: {finding['fix']}" in text
    assert f"Authority: {finding['citations'][0]['document']}, {finding['citations'][0]['section']}" in text
    assert "Remittance: CO 107 N122" in text
    assert "several.jsonl, line 2, /lines/0" in text


def test_json_lines_have_every_finding_but_information_in_order(several: Path, tmp_path: Path) -> None:
    done = run("check", several, "--format", "jsonl", cwd=tmp_path)
    assert fired(done) == ALL
    assert done.stderr.startswith("5 claims, 7 lines, ")
    assert "not shown" not in done.stderr


def test_information_is_reported_when_asked_for(several: Path, tmp_path: Path) -> None:
    done = run("check", several, "--format", "jsonl", "--show-information", cwd=tmp_path)
    assert [one for one in fired(done) if one[2][:3] != "COV"] == ALL
    assert {one["disposition"] for one in findings(done)} > {"information"}
    text = run("check", several, "--show-information", cwd=tmp_path).stdout
    assert "Claim CLEAN\n" in text
    assert "COV080 information" in text
    assert "Clean: CLEAN\n" in text, "information is no fault"
    assert "COV080" not in run("check", several, "--ignore", "COD", "--hide-information", cwd=tmp_path).stdout


def test_advisories_are_counted_and_shown_on_request(several: Path, tmp_path: Path) -> None:
    hidden = run("check", several, cwd=tmp_path).stdout
    assert "Claim ADVISED" not in hidden
    assert "1 advisory (not shown)" in hidden
    shown = run("check", several, "--show-advisory", cwd=tmp_path).stdout
    assert "line 2, Q4390, 2026-01-15: SET015 advisory:" in shown
    assert "1 advisory;" in shown


def test_the_payer_of_claims_that_state_none_may_be_given(several: Path, tmp_path: Path) -> None:
    done = run("check", several, "--payer-type", "other", "--format", "jsonl", cwd=tmp_path)
    assert fired(done) == ALL[:3]
    given = claims_file(
        tmp_path / "given.jsonl",
        {"claim_id": "G", "payer_type": "unknown", "lines": [line(1, "15271"), line(2, "Q4257", units=4.5)]},
    )
    assert fired(run("check", given, "--payer-type", "medicare", "--format", "jsonl", cwd=tmp_path)) == [
        ("G", 2, "UOS020")
    ]


@pytest.mark.parametrize(
    ("options", "left"),
    [
        (("--select", "AOC010"), ALL[1:2]),
        (("--select", "aoc010,COD"), [ALL[1], ALL[3]]),
        (("--select", "set, uos010"), [ALL[0], ALL[2]]),
        (("--ignore", "AOC,SET015"), ALL[2:]),
        (("--select", "AOC,UOS", "--ignore", "AOC010"), ALL[2:3]),
        (("--select", "AOC010", "--ignore", "AOC"), []),
        (("--select", ""), ALL),
    ],
)  # fmt: skip
def test_findings_are_selected_and_ignored_by_edit_and_by_family(
    options: tuple[str, ...], left: list[tuple[str, int | None, str]], several: Path, tmp_path: Path
) -> None:
    assert fired(run("check", several, "--format", "jsonl", *options, cwd=tmp_path)) == left


def test_selecting_filters_the_report_and_never_the_evaluation(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "units.yaml").write_text(EDIT)
    early = line(1, "Q4390", date_of_service="2025-09-30", units=9)
    path = claims_file(tmp_path / "early.jsonl", {"claim_id": "E", "lines": [early]})
    done = run("check", path, "--rules", "rules", "--ignore", "COD020", cwd=tmp_path)
    assert "line 1, Q4390, 2025-09-30: COD900 not checked" in done.stdout
    assert "PAY010" not in done.stdout, "COD020 supersedes it, shown or not"
    assert "1 bypassed; 1 line not fully checked" in done.stdout
    assert "Clean" not in run("check", path, "--ignore", "COD", cwd=tmp_path).stdout


def test_a_library_may_be_a_file_or_a_folder(tmp_path: Path) -> None:
    documents = ROOT / "fixtures" / "record_documents"
    path = claims_file(
        tmp_path / "c.jsonl", {"claim_id": "L", "lines": [line(1, "15271"), line(2, "Q4257"), line(3, "Q4390")]}
    )
    assert run("check", path, "--library", documents, cwd=tmp_path).returncode == NOTHING_BAD
    done = run("check", path, "--library", documents / "Q4257.txt", "--format", "jsonl", cwd=tmp_path)
    assert fired(done) == [("L", 3, "COD900")]


def test_a_payers_own_folders_of_edits_stand_beside_ours(tmp_path: Path) -> None:
    for name, edit in (("one", EDIT), ("two", EDIT.replace("PAY010", "PAY020").replace("units >= 9", "units >= 20"))):
        (tmp_path / name).mkdir()
        (tmp_path / name / "units.yaml").write_text(edit)
    path = claims_file(tmp_path / "c.jsonl", {"claim_id": "P", "lines": [line(1, "99213", units=20)]})
    assert fired(run("check", path, "--rules", "one", "--format", "jsonl", cwd=tmp_path)) == [("P", 1, "PAY010")]
    done = run("check", path, "--rules", "one", "--rules", "two", "--format", "jsonl", cwd=tmp_path)
    assert fired(done) == [("P", 1, "PAY010"), ("P", 1, "PAY020")]
    assert findings(done)[0]["message"] == "20 units are billed."
    assert fired(run("check", path, "--rules", "one", "--select", "pay", "--format", "jsonl", cwd=tmp_path)) == [
        ("P", 1, "PAY010")
    ]


def test_the_demonstration_is_checked_from_any_folder(tmp_path: Path) -> None:
    assert run("check", DEMONSTRATION, cwd=tmp_path).returncode == FOUND


def test_a_claim_that_may_lack_a_line_is_not_called_clean(tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_text(
        "claim_id,payer_type,line_number,procedure_code,units,date_of_service\n"
        "A,other,1,99213,1,2026-01-15\n,other,2,15271,1,2026-01-15\nB,other,1,99213,1,2026-01-15\nC,other,1,99213,1,2026-01-15\n"
    )
    assert "\nClean: C\n" in run("check", "rows.csv", cwd=tmp_path).stdout
