"""The same claims give the same bytes, from run to run and from machine to machine."""

import random
from pathlib import Path

import pytest

from .running import DEMONSTRATION, FOUND, ROOT, claims_file, findings, line, run

GOLDEN = Path(__file__).parent / "golden"
SHOWN = DEMONSTRATION.relative_to(ROOT)
REPORTS = {
    "demonstration.txt": ("--show-advisory",),
    "demonstration.jsonl": ("--format", "jsonl"),
}


@pytest.mark.parametrize("name", REPORTS)
def test_the_report_on_the_demonstration_is_the_one_kept(name: str) -> None:
    """Kept anew with: cleanclaim check fixtures/claims/demonstration.json OPTIONS > tests/cli/golden/NAME."""
    done = run("check", SHOWN, *REPORTS[name], cwd=ROOT)
    assert done.returncode == FOUND
    assert done.stdout == (GOLDEN / name).read_text(encoding="utf-8")


def many_claims(path: Path) -> Path:
    """Claims that differ in everything an edit looks at, some under one id."""
    pick = random.Random(7)
    codes = ("15271", "15275", "Q4257", "Q4390", "99213", "A4100", "XYZ", "")
    claims = [
        {
            "claim_id": f"C{pick.randrange(30)}", "payer_type": pick.choice(("medicare", "other", "unknown")),
            "place_of_service": pick.choice(("11", "24")), "billing_taxonomy": pick.choice(("261QA1903X", "")),
            "lines": [
                line(number, pick.choice(codes), units=pick.choice((0, 1, 2.5, 20, "many")),
                     modifiers=pick.choice(("", "GY", "JW JZ", "GA GZ", "51")),
                     date_of_service=pick.choice(("2025-09-30", "2025-12-31", "2026-01-15", "2026-02-30")))
                for number in range(pick.randrange(5), 0, -1)
            ],
        }
        for _ in range(60)
    ]  # fmt: skip
    return claims_file(path, *claims)


@pytest.mark.parametrize("written", ["text", "jsonl"])
def test_every_run_prints_the_same_bytes(written: str, tmp_path: Path) -> None:
    path = many_claims(tmp_path / "claims.jsonl")
    options = ("--format", written, "--show-information", "--show-advisory")
    first, *others = (run("check", path, *options, cwd=tmp_path, PYTHONHASHSEED=seed) for seed in ("0", "0", "4242"))
    assert len(first.stdout.splitlines()) > 100
    assert all((other.stdout, other.stderr) == (first.stdout, first.stderr) for other in others)


def test_findings_stand_by_claim_id_place_line_and_edit(tmp_path: Path) -> None:
    path = many_claims(tmp_path / "claims.jsonl")
    done = run("check", path, "--format", "jsonl", "--show-information", cwd=tmp_path)
    keys = [
        (one["claim_id"] or "", one["location"]["line"], one["line_number"] or 0, one["edit_id"])
        for one in findings(done)
    ]
    assert keys == sorted(keys)


@pytest.mark.parametrize("words", [("edits", "page"), ("edits", "list"), ("schema", "edit"), ("schema", "claim")])
def test_what_is_printed_of_the_catalogue_is_the_same_every_time(words: tuple[str, ...], tmp_path: Path) -> None:
    first, second = (run(*words, cwd=tmp_path, PYTHONHASHSEED=seed).stdout for seed in ("1", "2"))
    assert first == second
