"""What is read: files of every format, compressed or not, folders of them, and what is asked for."""

import errno
import gzip
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from unittest.mock import patch

import pytest

from cleanclaim.read.formats import INPUT_FORMATS
from cleanclaim.runs.choosing import chosen, size_of
from cleanclaim.runs.inputs import input_of

from .running import (
    CLEAN,
    DEMONSTRATION,
    DENIED,
    FIXTURES,
    FOUND,
    RETURNED,
    WRONG_USE,
    claims_file,
    findings,
    refusal,
    run_here,
)

EXECUTORS = ("rete", "duckdb")
FHIR = FIXTURES / "fhir_bundle.json"
CSV = FIXTURES / "demonstration.csv"


def places(done: object) -> list[tuple[str, str, str | None]]:
    return [(one["claim_id"], one["edit_id"], one["location"]["file"]) for one in findings(done)]  # type: ignore[arg-type]


def without_places(done: object) -> list[dict[str, object]]:
    return [{**one, "location": None} for one in findings(done)]  # type: ignore[arg-type]


@pytest.mark.parametrize("executor", EXECUTORS)
def test_the_claims_of_a_bundle_are_checked_with_their_pointers(executor: str, tmp_path: Path) -> None:
    done = run_here("check", FHIR, "--format", "jsonl", "--executor", executor, cwd=tmp_path)
    assert [
        (one["claim_id"], one["line_number"], one["edit_id"], one["location"]["line"], one["location"]["pointer"])
        for one in findings(done)
    ] == [
        ("FHIR-2", 1, "AOC010", 98, "/entry/3/resource/item/0"),
        ("FHIR-3", 1, "SYS010", 141, "/entry/4/resource/item/0/productOrService"),
        ("FHIR-4", None, "SYS010", 154, "/entry/5/resource/status"),
    ]  # fmt: skip
    assert "ZZ" not in done.stdout + done.stderr
    assert done.returncode == FOUND


@pytest.mark.parametrize("executor", EXECUTORS)
@pytest.mark.parametrize("file", [DEMONSTRATION, CSV, FHIR])
def test_what_is_compressed_gives_the_same_findings(executor: str, file: Path, tmp_path: Path) -> None:
    packed = tmp_path / "packed"
    packed.write_bytes(gzip.compress(file.read_bytes()))
    plain = run_here("check", file, "--format", "jsonl", "--executor", executor, cwd=tmp_path)
    for words, given in (((packed,), b""), (("-",), packed.read_bytes())):
        done = run_here(
            "check", *words, "--format", "jsonl", "--executor", executor, cwd=tmp_path, standard_input=given
        )
        assert without_places(done) == without_places(plain)
        assert done.returncode == plain.returncode


@pytest.mark.parametrize("executor", EXECUTORS)
def test_parquet_may_be_compressed_and_come_through_a_pipe(executor: str, tmp_path: Path) -> None:
    run_here("convert", DEMONSTRATION, "--output", "claims.parquet", cwd=tmp_path)
    plain = run_here("check", "claims.parquet", "--format", "jsonl", "--executor", executor, cwd=tmp_path)
    packed = gzip.compress((tmp_path / "claims.parquet").read_bytes())
    (tmp_path / "packed").write_bytes(packed)
    for words, given in ((("packed",), b""), (("-",), packed)):
        done = run_here(
            "check", *words, "--format", "jsonl", "--executor", executor, cwd=tmp_path, standard_input=given
        )
        assert without_places(done) == without_places(plain)
    assert findings(plain)
    (tmp_path / "packed").write_bytes(packed[:-9])
    (only,) = findings(run_here("check", "packed", "--format", "jsonl", "--executor", executor, cwd=tmp_path))
    assert only["evidence"]["reason"] == "its gzip data break off; what stood before was read"


@pytest.mark.parametrize("executor", EXECUTORS)
def test_gzip_that_breaks_off_is_told_and_what_stood_before_is_checked(executor: str, tmp_path: Path) -> None:
    many = claims_file(tmp_path / "many.jsonl", *({**DENIED, "claim_id": f"{number}"} for number in range(2_000)))
    packed = gzip.compress(many.read_bytes())
    (tmp_path / "cut.gz").write_bytes(packed[: len(packed) * 3 // 4])
    done = run_here("check", "cut.gz", "--format", "jsonl", "--executor", executor, cwd=tmp_path)
    told = [one["location"]["line"] for one in findings(done) if one["edit_id"] == "SYS010"]
    assert len(told) == 2, "the claim in which it breaks off, and the file"
    assert sum(one["edit_id"] == "AOC010" for one in findings(done)) > 100


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with claims, a folder within, links that lead back and out, and what is hidden or no file."""
    root = tmp_path / "claims"
    (root / "b" / ".git").mkdir(parents=True)
    claims_file(root / "c.jsonl", DENIED)
    claims_file(root / "b" / "a.jsonl", RETURNED)
    (root / "b" / "packed.gz").write_bytes(
        gzip.compress(claims_file(root / "x", {**DENIED, "claim_id": "P"}).read_bytes())
    )
    (root / "x").unlink()
    claims_file(root / "b" / ".git" / "hidden.jsonl", DENIED)
    claims_file(root / ".hidden.jsonl", DENIED)
    (root / "b" / "up").symlink_to("..")
    (root / "a.jsonl").symlink_to("c.jsonl")
    return root


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("executor", EXECUTORS)
def test_a_folders_files_are_read_once_in_the_order_of_their_names(executor: str, tmp_path: Path) -> None:
    done = run_here("check", "claims", "claims/b", "--format", "jsonl", "--executor", executor, cwd=tmp_path)
    assert places(done) == [
        ("DENIED", "AOC010", "claims/a.jsonl"), ("P", "AOC010", "claims/b/packed.gz"),
        ("RETURNED", "UOS010", "claims/b/a.jsonl"),
    ]  # fmt: skip
    assert [line for line in done.stderr.splitlines() if "named again" in line] == [
        "notice: claims/c.jsonl: named again, and read once",
        "notice: claims/b: named again, and read once",
    ]
    assert "3 claims" in done.stderr


def test_what_cannot_be_read_in_a_folder_is_a_finding(folder: Path, tmp_path: Path) -> None:
    (folder / "README.txt").write_text("hello\n")
    (folder / "broken").symlink_to("nowhere")
    os.mkfifo(folder / "pipe")
    (folder / "empty").mkdir()
    done = run_here("check", "claims", "--format", "jsonl", cwd=tmp_path)
    told = {one["location"]["file"]: one["evidence"]["reason"] for one in findings(done) if one["edit_id"] == "SYS010"}
    assert told.keys() == {"claims/README.txt", "claims/broken", "claims/pipe"}
    assert told["claims/pipe"] == "it is no regular file"
    (only,) = findings(run_here("check", "claims/empty", "--format", "jsonl", cwd=tmp_path))
    assert only["evidence"]["reason"] == "it is a folder with no file in it that is not hidden"


@pytest.mark.usefixtures("folder")
def test_a_folder_that_may_not_be_read_is_a_finding(tmp_path: Path) -> None:
    in_order = Path.iterdir

    def refused(folder: Path) -> Iterator[Path]:
        if folder.name == "b":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return iter(in_order(folder))

    with patch.object(Path, "iterdir", refused):
        done = run_here("check", "claims", "--format", "jsonl", cwd=tmp_path)
    told = [
        (one["location"]["file"], one["evidence"]["reason"]) for one in findings(done) if one["edit_id"] == "SYS010"
    ]
    assert told == [("claims/b", f"the system says: {os.strerror(errno.EACCES)}")]


def test_an_output_within_a_folder_that_is_read_is_refused(folder: Path, tmp_path: Path) -> None:
    for words in (("--output", "claims/b/new.jsonl"), ("--manifest", "claims/new.json")):
        assert "it lies in a folder of files to read" in refusal(run_here("check", "claims", *words, cwd=tmp_path))
    assert "it lies in a folder" in refusal(run_here("convert", "claims", "--output", "claims/new", cwd=tmp_path))
    assert folder.exists()


def test_a_run_over_a_folder_is_repeated_and_a_file_that_came_or_went_is_told(folder: Path, tmp_path: Path) -> None:
    (folder / "broken").symlink_to("nowhere")
    run_here("check", "claims", "--output", "findings.jsonl", "--manifest", "run.json", cwd=tmp_path)
    names = [one["name"] for one in json.loads((tmp_path / "run.json").read_text())["inputs"]]
    assert names == ["claims/a.jsonl", "claims/b/a.jsonl", "claims/b/packed.gz", "claims/broken"]
    assert run_here("verify", "run.json", cwd=tmp_path).stdout.startswith("agrees: 4 findings")
    (folder / "broken").unlink()
    claims_file(folder / "new.jsonl", CLEAN)
    said = run_here("verify", "run.json", cwd=tmp_path).stdout
    assert "differs: input: claims/broken is not there any more\n" in said
    assert "differs: input: claims/new.jsonl is there besides\n" in said


def test_an_input_format_overrides_what_the_content_tells(tmp_path: Path) -> None:
    shutil.copy(DEMONSTRATION, tmp_path / "claims")
    assert run_here("check", "claims", "--input-format", "json", cwd=tmp_path).returncode == FOUND
    for name in ("csv", "parquet", "fhir", "jsonl"):
        done = run_here("check", "claims", "--input-format", name, "--format", "jsonl", cwd=tmp_path)
        assert {one["edit_id"] for one in findings(done)} == {"SYS010"}
        assert done.returncode == WRONG_USE
    (tmp_path / "cleanclaim.toml").write_text('input-format = "csv"\n')
    assert run_here("check", "claims", cwd=tmp_path).returncode == WRONG_USE
    run_here("check", "claims", "--input-format", "json", "--manifest", "run.json", "--output", "f", cwd=tmp_path)
    assert json.loads((tmp_path / "run.json").read_text())["options"]["input_format"] == "json"
    assert run_here("verify", "run.json", cwd=tmp_path).stdout.startswith("agrees")


def test_an_input_format_that_is_none_is_refused(tmp_path: Path) -> None:
    shutil.copy(DEMONSTRATION, tmp_path / "claims")
    for command in ("check", "convert"):
        said = refusal(run_here(command, "claims", "--input-format", "jsno", cwd=tmp_path))
        assert said == f"--input-format jsno: did you mean json? It is one of {', '.join(INPUT_FORMATS)}"


def test_what_a_folder_and_a_compressed_file_hold_counts_for_the_executor(tmp_path: Path) -> None:
    many = claims_file(tmp_path / "many.jsonl", *({**DENIED, "claim_id": f"{number}"} for number in range(15_000)))
    (tmp_path / "folder").mkdir()
    for number in range(4):
        shutil.copy(many, tmp_path / "folder" / f"{number}.jsonl")
    inputs = [input_of(str(one), ExitStack()) for one in sorted((tmp_path / "folder").iterdir())]
    assert (chosen(inputs[:1]), chosen(inputs)) == ("rete", "duckdb")
    packed = tmp_path / "packed"
    packed.write_bytes(gzip.compress(many.read_bytes() * 8, 1))
    one = input_of(str(packed), ExitStack())
    assert many.stat().st_size < size_of([one]) < many.stat().st_size * 8
    assert next(one.reads()).claim is not None


@pytest.mark.parametrize("executor", EXECUTORS)
@pytest.mark.parametrize(
    ("name", "text"), [("none.csv", CSV.read_text().splitlines()[0] + "\n"), ("none.json", "[]"), ("none.jsonl", "\n")]
)
def test_a_file_without_a_claim_is_a_finding_beside_others(name: str, text: str, executor: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text)
    good = claims_file(tmp_path / "good.jsonl", CLEAN)
    done = run_here("check", good, name, "--format", "jsonl", "--executor", executor, cwd=tmp_path)
    assert places(done) == [(None, "SYS010", name)]
    assert done.returncode == FOUND
    alone = run_here("check", name, "--format", "jsonl", "--executor", executor, cwd=tmp_path)
    assert places(alone) == [(None, "SYS010", name)]
    assert alone.returncode == WRONG_USE
