"""`cleanclaim explain`: what it says, what its options narrow, and what it refuses."""

import json
import re
from pathlib import Path

import pytest

from .running import (
    CLEAN,
    DEMONSTRATION,
    DENIED,
    NOTHING_BAD,
    UNREADABLE,
    WRONG_USE,
    claims_file,
    line,
    refusal,
    run_here,
)
from .test_options import EDIT

APPLIED = {"claim_id": "A-1", "lines": [line(1, "15271"), line(2, "Q4257", units=30)]}


@pytest.fixture
def applied(tmp_path: Path) -> Path:
    return claims_file(tmp_path / "applied.jsonl", APPLIED)


def test_one_edit_on_one_line_is_told_with_the_values_compared_and_how_near_they_came(
    applied: Path, tmp_path: Path
) -> None:
    done = run_here("explain", applied, "--line", 2, "--edit", "uos050", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (NOTHING_BAD, "")
    title = re.search(r"UOS050: (.*)", done.stdout)
    assert title is not None
    assert (
        done.stdout
        == f"""\
Claim A-1, payer medicare
  line 2, Q4257, 2026-01-15
    Passed (1):
      UOS050: {title[1]}
        holds   skin_substitute = 'yes': yes
        holds   not has_modifier('JW'): no modifier
        holds   area_upper_day > 0: 25, 25 above
        fails   applied_sq_cm_day > (area_upper_day * overlap_allowance): 30 against 31.25, 1.25 below
            (area_upper_day: 25; overlap_allowance: 1.25)

1 line x 1 edit = 1: 0 fired, 0 bypassed, 0 could not be checked, 1 passed, 0 did not apply
"""
    )


def test_each_outcome_is_told_in_its_place_with_its_reason(tmp_path: Path) -> None:
    own = [line(1, "Q4390", units=2.5, date_of_service="2025-09-30")]
    path = claims_file(tmp_path / "c.jsonl", {"claim_id": "E", "payer_type": "unknown", "lines": own})
    done = run_here("explain", path, "--edit", "COD020,UOS020,UOS025,UOS080,UOS010,COD920", cwd=tmp_path)
    assert (
        done.stdout
        == """\
Claim E, payer unknown
  line 1, Q4390, 2025-09-30
    Fired (2):
      COD020 return to provider: Procedure code is not yet valid on the date of service
        holds   record_status in ('in_force', 'later_snapshot'): later_snapshot
        holds   date_of_service < code_added_date: 2025-09-30 against 2025-10-01, 1 day before
      COD920 not checked: Payer of the claim is not stated (of the claim as a whole, so on each
        line)
        holds   payer_type = 'unknown': unknown
    Could not be checked (2):
      UOS020: Units of a per-square-centimeter product are not whole
        because the claim does not state its payer
        because no code record is in force: only a release after 2025-09-30 holds Q4390
        unknown unit_basis = 'sq_cm': not known
        holds   units <> round(units): 2.5 against 3, 0.5 below
            (units: 2.5)
      UOS025: Units of a per-square-centimeter product are not whole (payer other than Medicare)
        because no code record is in force: only a release after 2025-09-30 holds Q4390
        unknown unit_basis = 'sq_cm': not known
        holds   units <> round(units): 2.5 against 3, 0.5 below
            (units: 2.5)
    Passed (2):
      UOS010: Units of service are missing or not above zero
        fails   any of these:
            fails   units_stated = 'no': yes
            fails   units <= 0: 2.5, 2.5 above
      UOS080: Square centimeters are not billed in units
        unknown unit_basis = 'sq_cm': not known
        fails   unit_of_measure <> 'UN': UN

1 line x 6 edits = 6: 2 fired, 0 bypassed, 2 could not be checked, 2 passed, 0 did not apply
"""
    )


def test_an_edit_that_was_bypassed_is_told_with_what_made_it_moot(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "units.yaml").write_text(EDIT)
    early = line(1, "Q4390", date_of_service="2025-09-30", units=9)
    path = claims_file(tmp_path / "c.jsonl", {"claim_id": "B", "lines": [early]})
    done = run_here("explain", path, "--rules", "rules", "--edit", "PAY", cwd=tmp_path)
    assert (
        done.stdout
        == """\
Claim B, payer medicare
  line 1, Q4390, 2025-09-30
    Bypassed (1):
      PAY010 suspension: Nine units at once
        because COD020 fires on the line
        holds   units >= 9: 9, equal

1 line x 1 edit = 1: 0 fired, 1 bypassed, 0 could not be checked, 0 passed, 0 did not apply
"""
    )


def counts(text: str) -> tuple[int, int, int, list[int]]:
    census = text.splitlines()[-1].replace(",", "")
    found = re.fullmatch(r"(\d+) lines? x (\d+) edits? = (\d+): (.*)", census)
    assert found is not None, census
    return int(found[1]), int(found[2]), int(found[3]), [int(one) for one in re.findall(r"\d+", found[4])]


@pytest.mark.parametrize(
    "options", [(), ("--all",), ("--edit", "AOC,COD010"), ("--line", 1), ("--payer-type", "other")]
)
def test_the_counts_add_up_to_lines_times_edits(options: tuple[object, ...], tmp_path: Path) -> None:
    lines, edits, product, outcomes = counts(run_here("explain", DEMONSTRATION, *options, cwd=tmp_path).stdout)
    assert lines * edits == product == sum(outcomes)
    if "--edit" not in options:
        assert edits == len(run_here("edits", "list", cwd=tmp_path).stdout.splitlines())


def test_what_passed_is_told_in_full_only_when_asked_for(applied: Path, tmp_path: Path) -> None:
    short, full = (run_here("explain", applied, *options, cwd=tmp_path).stdout for options in ((), ("--all",)))
    assert "UOS020: Units" not in short
    assert "UOS020" in short
    assert "      UOS020: Units of a per-square-centimeter product are not whole\n" in full
    assert short.splitlines()[-1] == full.splitlines()[-1]


def test_claims_come_from_standard_input_too(tmp_path: Path) -> None:
    given = json.dumps({"payer_type": "medicare", **APPLIED}).encode()
    done = run_here("explain", "-", "--edit", "UOS010", cwd=tmp_path, standard_input=given)
    assert counts(done.stdout) == (2, 1, 2, [0, 0, 0, 2, 0])


def test_a_line_narrows_to_the_claims_that_have_it(tmp_path: Path) -> None:
    path = claims_file(tmp_path / "c.jsonl", CLEAN, DENIED)
    done = run_here("explain", path, "--line", 2, "--edit", "AOC010", cwd=tmp_path)
    assert [text for text in done.stdout.splitlines() if text.startswith("Claim")] == ["Claim CLEAN, payer medicare"]


def test_a_claim_may_be_asked_about_by_its_id(tmp_path: Path) -> None:
    path = claims_file(tmp_path / "c.jsonl", CLEAN, DENIED, UNREADABLE)
    for name, told in (("DENIED", "Claim DENIED, payer medicare"), ("UNREADABLE", "Claim UNREADABLE")):
        done = run_here("explain", path, "--claim", name, "--edit", "AOC010", cwd=tmp_path)
        assert [text for text in done.stdout.splitlines() if text.startswith("Claim")] == [told]


def test_the_payer_of_claims_that_state_none_may_be_given(tmp_path: Path) -> None:
    path = claims_file(tmp_path / "c.jsonl", {"claim_id": "P", "payer_type": "", "lines": [line(1, "Q4257")]})
    for options, outcome in (((), "Passed"), (("--payer-type", "other"), "Did not apply")):
        done = run_here("explain", path, "--edit", "UOS080", *options, cwd=tmp_path)
        assert f"    {outcome} (1):\n" in done.stdout
    (tmp_path / "cleanclaim.toml").write_text('payer-type = "medicare_advantage"\n')
    assert "Claim P, payer medicare_advantage\n" in run_here("explain", path, cwd=tmp_path).stdout


def test_what_could_not_be_read_is_named_and_not_counted(tmp_path: Path) -> None:
    two = {"claim_id": "T", "lines": [line(1, "99213"), line(2, "99213", units="many")]}
    path = claims_file(tmp_path / "c.jsonl", two, UNREADABLE)
    done = run_here("explain", path, "--edit", "SYS010,DUP010", cwd=tmp_path)
    assert done.returncode == NOTHING_BAD
    assert (
        done.stdout
        == """\
Claim T, payer medicare
  could not be read: units: a number is written in digits, as 12 or 12.5
  line 1, 99213, 2026-01-15
    Fired (1):
      SYS010 return to provider: Claim or line could not be read (raised where the claim cannot be
        read, so on each line)
    Could not be checked (1):
      DUP010: Line repeats an earlier line of the claim
        because the claim is not whole: a line of it may be missing
        unknown duplicate_of > 0: not known

Claim UNREADABLE
  could not be read: units: a number is written in digits, as 12 or 12.5

1 line x 2 edits = 2: 1 fired, 0 bypassed, 1 could not be checked, 0 passed, 0 did not apply
""".replace("Line repeats an earlier line of the claim", done.stdout.partition("DUP010: ")[2].partition("\n")[0])
    )


def test_no_patient_is_named(tmp_path: Path) -> None:
    own = line(1, "MILLER JOHN", description="Miller John", code_qualifier="ER")
    claim = {"claim_id": "N", "patient_id": "MILLER", "patient_name": "Miller", "lines": [own]}
    done = run_here("explain", claims_file(tmp_path / "c.jsonl", claim), "--all", cwd=tmp_path)
    assert "MILLER" not in (done.stdout + done.stderr).upper()


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (("--claim", "Z"), "--claim Z: no claim in the input has this id"),
        (("--line", 9), "--line 9: no claim in the input has a line of this number that can be read"),
        (("--edit", "AOC01"), "--edit AOC01: there is no such edit or family of edits; nearest: AOC010, "),
        (("--payer-type", "medicar"), "--payer-type medicar: did you mean medicare? It is one of medicare, "),
        (("--rules", "none"), "none is no folder of edits"),
        (("--library", "none"), "none"),
    ],
)
def test_wrong_use_is_refused(options: tuple[object, ...], why: str, applied: Path, tmp_path: Path) -> None:
    assert why in refusal(run_here("explain", applied, *options, cwd=tmp_path))


@pytest.mark.parametrize(("file", "why"), [("none.json", "there is no such file"), ("", "there is no such file")])
def test_what_is_no_file_of_claims_is_refused(file: str, why: str, tmp_path: Path) -> None:
    assert why in refusal(run_here("explain", file, cwd=tmp_path))


def test_input_without_a_readable_line_is_wrong_use(tmp_path: Path) -> None:
    done = run_here("explain", claims_file(tmp_path / "c.jsonl", UNREADABLE), cwd=tmp_path)
    assert done.returncode == WRONG_USE
    assert done.stderr == "cleanclaim: there is no line of a claim in the input that could be read\n"
    assert "could not be read: units" in done.stdout
