"""convert: the claims of any format as they are read, and the same findings on them as on what they were read from."""

import json
from pathlib import Path
from typing import Any

import duckdb
import pytest

from .running import (
    CLEAN,
    DEMONSTRATION,
    DENIED,
    FIXTURES,
    FOUND,
    NOTHING_BAD,
    UNREADABLE,
    WRONG_USE,
    Run,
    claims_file,
    findings,
    line,
    refusal,
    run_here,
)

BUNDLE = FIXTURES / "fhir_bundle.json"


def without_places(done: Run) -> list[dict[str, Any]]:
    return sorted(
        ({**one, "location": None} for one in findings(done)),
        key=lambda one: (one["claim_id"] or "", one["line_number"] or 0, one["edit_id"]),
    )


@pytest.mark.parametrize("executor", ["rete", "duckdb"])
@pytest.mark.parametrize("output", ["claims.jsonl", "claims.parquet"])
@pytest.mark.parametrize("file", ["demonstration.json", "demonstration.csv", "samples.json"])
def test_what_is_written_gives_the_findings_of_what_was_read(
    executor: str, output: str, file: str, tmp_path: Path
) -> None:
    done = run_here("convert", FIXTURES / file, "--output", output, cwd=tmp_path)
    assert done.returncode == NOTHING_BAD
    of_source, of_output = (
        run_here("check", one, "--format", "jsonl", "--executor", executor, "--show-information", cwd=tmp_path)
        for one in (FIXTURES / file, output)
    )
    assert without_places(of_output) == without_places(of_source)
    assert of_output.returncode == of_source.returncode


def test_no_patient_and_no_free_text_is_written(tmp_path: Path) -> None:
    described = [
        line(1, "99213", description="ZZ a"),
        line(2, "99213", description="ZZ b"),
        line(3, "99213", description="ZZ a"),
    ]
    path = claims_file(
        tmp_path / "claims.jsonl", {"claim_id": "A", "patient_id": "ZZ", "name": "ZZ", "lines": described}
    )
    for output in ("out.jsonl", "out.parquet"):
        done = run_here("convert", path, "--output", output, cwd=tmp_path)
        assert b"ZZ" not in (tmp_path / output).read_bytes()
        assert "ZZ" not in done.stdout + done.stderr
    (claim,) = (json.loads(text) for text in (tmp_path / "out.jsonl").read_text().splitlines())
    assert [one["description"] for one in claim["lines"]] == ["text 1", "text 2", "text 1"]


def test_a_claim_that_cannot_be_read_in_full_is_told_and_not_written(tmp_path: Path) -> None:
    half = {"claim_id": "HALF", "lines": [line(1, "99213"), line(2, "99213", units="many")]}
    path = claims_file(tmp_path / "claims.jsonl", CLEAN, half, UNREADABLE)
    path.write_text(path.read_text() + "{broken\n")
    done = run_here("convert", path, "--to", "jsonl", cwd=tmp_path)
    assert done.returncode == FOUND
    assert [json.loads(text)["claim_id"] for text in done.stdout.splitlines()] == ["CLEAN"]
    checked = run_here("check", path, "--format", "jsonl", cwd=tmp_path)
    unread = [one for one in findings(checked) if one["edit_id"] == "SYS010"]
    assert len(unread) == 3
    assert all(one["message"] in done.stderr for one in unread)
    assert "claim HALF: not all of it is known, so that it is not written" in done.stderr
    assert "notice: 1 claims were written; what was not is told above\n" in done.stderr


def test_claims_of_one_id_are_told_apart_as_json_and_not_as_a_table(tmp_path: Path) -> None:
    path = claims_file(tmp_path / "claims.jsonl", CLEAN, CLEAN)
    assert run_here("convert", path, cwd=tmp_path).stdout.count("\n") == 2
    done = run_here("convert", path, "--output", "out.parquet", cwd=tmp_path)
    assert done.returncode == FOUND
    assert "line 2: claim CLEAN: another claim of this id is there already" in done.stderr
    assert duckdb.sql(f"select count(*) from '{tmp_path / 'out.parquet'}'").fetchall() == [(2,)]


def test_a_modifier_that_a_table_cannot_hold_is_told(tmp_path: Path) -> None:
    path = claims_file(
        tmp_path / "claims.jsonl", {"claim_id": "A", "lines": [line(1, "99213", modifiers=["5,"])]}, CLEAN
    )
    done = run_here("convert", path, "--output", "out.parquet", cwd=tmp_path)
    assert "a modifier of it is of other characters" in done.stderr
    assert done.returncode == FOUND


def test_several_files_of_several_formats_are_one_output(tmp_path: Path) -> None:
    done = run_here("convert", DEMONSTRATION, BUNDLE, "-", cwd=tmp_path, standard_input=json.dumps(DENIED).encode())
    ids = [json.loads(text)["claim_id"] for text in done.stdout.splitlines()]
    assert ids[-3:] == ["FHIR-1", "FHIR-2", "DENIED"]
    assert "it is cancelled, and was not checked" in done.stderr
    assert done.returncode == FOUND


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("--to", "parquet"), "--to parquet: it is no text; name a file with --output PATH"),
        (("--to", "csv"), "--to csv: It is one of jsonl, parquet"),
        (("--output", "claims.jsonl"), "--output claims.jsonl: it is one of the files to read"),
        (("--output", "nowhere/x"), "--output nowhere/x: there is no such folder"),
        (("nowhere",), "nowhere: there is no such file"),
    ],
)  # fmt: skip
def test_what_cannot_be_written_is_refused(words: tuple[str, ...], reason: str, tmp_path: Path) -> None:
    claims_file(tmp_path / "claims.jsonl", CLEAN)
    assert refusal(run_here("convert", "claims.jsonl", *words, cwd=tmp_path)) == reason


@pytest.mark.parametrize("name", ["x.csv", "x.json", "x.837", "x.jsonl.gz"])
def test_an_output_whose_ending_says_another_format_is_refused_unless_one_is_named(name: str, tmp_path: Path) -> None:
    claims_file(tmp_path / "claims.jsonl", CLEAN)
    assert refusal(run_here("convert", "claims.jsonl", "--output", name, cwd=tmp_path)) == (
        f"--output {name}: its ending tells no format; those known are .jsonl, .ndjson, .parquet, and for jsonl "
        ".txt, .text, .log or none; else give --to"
    )
    for output, *words in (("x.ndjson",), ("x",), (name, "--to", "jsonl")):
        done = run_here("convert", "claims.jsonl", "--output", output, *words, cwd=tmp_path)
        assert done.returncode == NOTHING_BAD
        assert json.loads((tmp_path / output).read_text())["claim_id"] == "CLEAN"


def test_nothing_to_write_is_wrong_use(tmp_path: Path) -> None:
    (tmp_path / "claims").write_text("hello")
    assert run_here("convert", "claims", cwd=tmp_path).returncode == WRONG_USE


def test_the_same_claims_are_the_same_bytes(tmp_path: Path) -> None:
    claims_file(tmp_path / "claims.jsonl", *({**DENIED, "claim_id": f"{number}"} for number in range(3_000)))
    for name in ("a.parquet", "b.parquet", "a.jsonl", "b.jsonl"):
        run_here("convert", "claims.jsonl", "--output", name, cwd=tmp_path)
    for suffix in ("parquet", "jsonl"):
        assert (tmp_path / f"a.{suffix}").read_bytes() == (tmp_path / f"b.{suffix}").read_bytes()
