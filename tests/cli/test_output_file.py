"""--output: the report is there whole or not at all, and what was there stays when the run is refused."""

import os
from pathlib import Path

import pytest

from .running import CLEAN, DENIED, FOUND, NOTHING_BAD, claims_file, refusal, run

BEFORE = "what was there before\n"


@pytest.fixture
def claims(tmp_path: Path) -> Path:
    return claims_file(tmp_path / "claims.jsonl", DENIED, CLEAN)


@pytest.mark.parametrize("written", ["text", "jsonl"])
def test_the_file_holds_the_bytes_that_standard_output_would(written: str, claims: Path, tmp_path: Path) -> None:
    printed = run("check", claims, "--format", written, cwd=tmp_path)
    done = run("check", claims, "--format", written, "--output", "report", cwd=tmp_path)
    assert done.returncode == printed.returncode == FOUND
    assert done.stdout == ""
    assert (tmp_path / "report").read_bytes() == printed.stdout.encode()
    assert done.stderr == printed.stderr


def test_a_file_that_was_there_is_written_anew_and_nothing_is_left_beside_it(claims: Path, tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "report").write_text(BEFORE)
    assert run("check", claims, "--output", "reports/report", cwd=tmp_path).returncode == FOUND
    assert (folder / "report").read_text().startswith("Claim DENIED\n")
    assert [path.name for path in folder.iterdir()] == ["report"]


def test_a_report_without_findings_is_written_all_the_same(tmp_path: Path) -> None:
    path = claims_file(tmp_path / "claims.jsonl", CLEAN)
    (tmp_path / "report").write_text(BEFORE)
    assert run("check", path, "--format", "jsonl", "--output", "report", cwd=tmp_path).returncode == NOTHING_BAD
    assert (tmp_path / "report").read_bytes() == b""


@pytest.mark.parametrize(
    "wrong",
    [
        ("--select", "AOC999"), ("--payer-type", "somebody"), ("--format", "xml"), ("--fail-on", "never"),
        ("--library", "nowhere"), ("--rules", "nowhere"), ("nowhere.json",),
    ],
)  # fmt: skip
def test_a_refused_run_leaves_the_file_as_it_was(wrong: tuple[str, ...], claims: Path, tmp_path: Path) -> None:
    (tmp_path / "report").write_text(BEFORE)
    refusal(run("check", claims, "--output", "report", *wrong, cwd=tmp_path))
    assert (tmp_path / "report").read_text() == BEFORE
    assert sorted(path.name for path in tmp_path.iterdir()) == ["claims.jsonl", "report"]


def test_a_folder_that_is_not_there_is_refused(claims: Path, tmp_path: Path) -> None:
    done = run("check", claims, "--output", "nowhere/report", cwd=tmp_path)
    assert refusal(done) == "--output nowhere/report: there is no such folder"


def test_a_folder_in_place_of_a_file_is_refused(claims: Path, tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    assert refusal(run("check", claims, "--output", "reports", cwd=tmp_path)) == "--output reports: it is a folder"


def test_a_folder_that_cannot_be_written_to_is_refused(claims: Path, tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir(mode=0o555)
    folder = Path("/proc") if os.access(tmp_path / "reports", os.W_OK) else tmp_path / "reports"
    done = run("check", claims, "--output", folder / "report", cwd=tmp_path)
    assert refusal(done).startswith(("--output", str(folder)))


def test_what_is_no_regular_file_is_refused_and_never_replaced(claims: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    reason = "it is no regular file; leave --output out to write to standard output"
    assert refusal(run("check", claims, "--output", "pipe", cwd=tmp_path)) == f"--output pipe: {reason}"
    assert (tmp_path / "pipe").is_fifo()


def test_a_link_stays_one_and_the_file_it_leads_to_is_written(claims: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "report").symlink_to("elsewhere/report")
    assert run("check", claims, "--output", "report", cwd=tmp_path).returncode == FOUND
    assert (tmp_path / "report").is_symlink()
    assert (tmp_path / "elsewhere" / "report").read_text().startswith("Claim DENIED\n")


def test_who_may_read_the_file_is_for_the_user_to_say(claims: Path, tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        run("check", claims, "--output", "report", cwd=tmp_path)
    finally:
        os.umask(before)
    assert (tmp_path / "report").stat().st_mode & 0o777 == 0o600
