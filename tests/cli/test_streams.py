"""Standard input, several files, and streams that are closed, break off or speak another encoding."""

import os
import subprocess
import sysconfig
from pathlib import Path

import pytest

from .running import (
    CLEAN,
    DENIED,
    FOUND,
    LONGEST,
    NOTHING_BAD,
    PROGRAM,
    RETURNED,
    WRONG_USE,
    claims_file,
    environment,
    findings,
    fired,
    run,
)


def shell(script: str, *arguments: object, cwd: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """A script in which "$@" is the program with these arguments."""
    done = subprocess.run(
        ["bash", "-c", script, "bash", *PROGRAM, *map(str, arguments)], cwd=cwd, env=environment(**more),
        stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=LONGEST,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr
    return done


@pytest.fixture
def claims(tmp_path: Path) -> Path:
    return claims_file(tmp_path / "claims.jsonl", DENIED, RETURNED)


@pytest.fixture
def many(tmp_path: Path) -> Path:
    return claims_file(tmp_path / "many.jsonl", *({**DENIED, "claim_id": f"{number:04}"} for number in range(400)))


def test_the_console_script_is_the_same_program(claims: Path, tmp_path: Path) -> None:
    script = Path(sysconfig.get_path("scripts")) / "cleanclaim"
    done = subprocess.run(
        [script, "check", claims], cwd=tmp_path, env=environment(), capture_output=True, text=True, check=False,
        timeout=LONGEST,
    )  # fmt: skip
    same = run("check", claims, cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (FOUND, same.stdout, same.stderr)


def test_claims_come_from_standard_input(claims: Path, tmp_path: Path) -> None:
    done = run("check", "-", "--format", "jsonl", cwd=tmp_path, standard_input=claims.read_bytes())
    assert fired(done) == [("DENIED", 1, "AOC010"), ("RETURNED", 1, "UOS010")]
    assert [one["location"]["file"] for one in findings(done)] == ["standard input"] * 2


def test_several_files_and_standard_input_are_one_run(claims: Path, tmp_path: Path) -> None:
    (tmp_path / "more.csv").write_text(
        "claim_id,payer_type,line_number,procedure_code,units,date_of_service\nDENIED,medicare,1,Q4257,1,2026-01-15\n"
    )
    clean = claims_file(tmp_path / "clean.jsonl", CLEAN)
    done = run("check", "more.csv", "-", claims, "--format", "jsonl", cwd=tmp_path, standard_input=clean.read_bytes())
    assert [(one["claim_id"], one["location"]["file"], one["location"]["line"]) for one in findings(done)] == [
        ("DENIED", "more.csv", 2), ("DENIED", str(claims), 1), ("RETURNED", str(claims), 2),
    ]  # fmt: skip
    assert done.stderr.startswith("4 claims, 5 lines, ")
    text = run("check", "more.csv", claims, cwd=tmp_path).stdout
    assert text.count("Claim DENIED\n") == 2, "claims of one id in two files are two claims"


def test_a_pipe_in_place_of_a_file_is_read(claims: Path, tmp_path: Path) -> None:
    done = shell('"$@" <(cat claims.jsonl)', "check", "--format", "jsonl", cwd=tmp_path)
    assert done.returncode == FOUND
    assert len(done.stdout.splitlines()) == len(claims.read_text().splitlines())


def test_standard_input_that_is_closed_or_empty_is_named(tmp_path: Path) -> None:
    for script in ('"$@" <&-', '"$@" </dev/null'):
        done = shell(script, "check", "-", cwd=tmp_path)
        assert done.returncode == WRONG_USE
        assert "The file could not be read: it is empty." in done.stdout
        assert "At: standard input" in done.stdout


@pytest.mark.parametrize("script", ['"$@" >&-', '"$@" 2>&-', '"$@" >&- 2>&-'])
@pytest.mark.parametrize("written", ["text", "jsonl"])
def test_an_output_that_is_closed_changes_no_exit_status(
    script: str, written: str, claims: Path, tmp_path: Path
) -> None:
    assert shell(script, "check", claims, "--format", written, cwd=tmp_path).returncode == FOUND


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("check", "many.jsonl"), FOUND),
        (("check", "many.jsonl", "--format", "jsonl"), FOUND),
        (("check", "many.jsonl", "--fail-on", "claim_denial"), NOTHING_BAD),
        (("edits", "page"), NOTHING_BAD),
        (("edits", "list"), NOTHING_BAD),
        (("edits", "show", "AOC010"), NOTHING_BAD),
        (("schema", "finding"), NOTHING_BAD),
    ],
)  # fmt: skip
def test_a_reader_that_goes_away_is_no_fault(words: tuple[str, ...], status: int, many: Path, tmp_path: Path) -> None:
    assert many.exists()
    done = shell('set -o pipefail; "$@" | head -c 1 >/dev/null; exit ${PIPESTATUS[0]}', *words, cwd=tmp_path)
    assert done.returncode == status
    assert not [
        line
        for line in done.stderr.splitlines()
        if "claims" not in line and not line.startswith(("Library: ", "Not loaded"))
    ]
    silent = shell('"$@" > >(exec <&-) 2>&1; s=$?; wait; exit $s', *words, cwd=tmp_path)
    assert (silent.returncode, silent.stdout, silent.stderr) == (status, "", "")


@pytest.mark.parametrize("executor", ["rete", "duckdb"])
def test_a_reader_of_csv_that_goes_away_is_no_fault(executor: str, many: Path, tmp_path: Path) -> None:
    words = ("check", many, "--format", "csv", "--executor", executor)
    done = shell('"$@" | head -n 1; exit ${PIPESTATUS[0]}', *words, cwd=tmp_path)
    assert (done.returncode, done.stdout[:9]) == (FOUND, "claim_id,")
    first, census, *_ = done.stderr.splitlines()
    assert first.startswith(f"notice: executor {executor} ")
    assert census.startswith("400 claims, ")


def test_claims_that_were_converted_for_a_reader_that_goes_away_were_not_all_written(
    many: Path, tmp_path: Path
) -> None:
    done = shell('"$@" | head -c 1; exit ${PIPESTATUS[0]}', "convert", many, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "{")
    assert done.stderr == "notice: not all claims were written: what read them has ended\n"
    whole = shell('"$@" | wc -l; exit ${PIPESTATUS[0]}', "convert", many, cwd=tmp_path)
    assert (whole.returncode, whole.stdout.strip()) == (NOTHING_BAD, "400")
    assert whole.stderr == "notice: 400 claims were written\n"


def test_notices_whose_reader_goes_away_are_no_fault(many: Path, tmp_path: Path) -> None:
    done = shell('"$@" 2> >(exec <&-)', "check", many, "--format", "jsonl", cwd=tmp_path)
    assert (done.returncode, len(done.stdout.splitlines())) == (FOUND, 400)


def test_an_output_that_is_full_is_said(many: Path, tmp_path: Path) -> None:
    done = shell('"$@" > /dev/full', "check", many, cwd=tmp_path)
    assert done.returncode == WRONG_USE
    assert done.stderr == f"cleanclaim: [Errno 28] {os.strerror(28)}\n"


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_the_encoding_of_the_output_changes_no_byte_of_json_lines(encoding: str, tmp_path: Path) -> None:
    path = claims_file(tmp_path / "claims.jsonl", {**DENIED, "claim_id": "Gr\xfc\u010d"})
    done = run("check", path, "--format", "jsonl", cwd=tmp_path, PYTHONIOENCODING=encoding)
    assert findings(done)[0]["claim_id"] == "Gr\xfc\u010d"


def test_text_that_the_output_cannot_hold_is_replaced(tmp_path: Path) -> None:
    path = claims_file(tmp_path / "claims.jsonl", {**DENIED, "claim_id": "Gr\xfc\u010d"})
    assert run("check", path, cwd=tmp_path, PYTHONIOENCODING="ascii").stdout.startswith("Claim Gr??\n")


@pytest.mark.parametrize("written", ["text", "jsonl"])
def test_a_file_whose_name_is_no_text_is_checked(written: str, tmp_path: Path) -> None:
    name = b"cl\xffaims.jsonl"
    (tmp_path / os.fsdecode(name)).write_bytes(claims_file(tmp_path / "claims.jsonl", DENIED).read_bytes())
    done = subprocess.run(
        [*PROGRAM, "check", name, "--format", written], cwd=tmp_path, env=environment(), capture_output=True,
        text=True, check=False, timeout=LONGEST,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    assert done.returncode == FOUND
    assert "cl?aims.jsonl" in done.stdout
