"""--manifest and verify: what a run read, by what it judged and what it wrote, and whether it comes out again."""

import hashlib
import json
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from .running import CLEAN, DENIED, FOUND, NOT_CHECKED, RETURNED, ROOT, Run, claims_file, refusal, run_here
from .test_options import EDIT

AGREES, DIFFERS, NOT_REPEATED = 0, 1, 2
DOCUMENTS = ROOT / "fixtures" / "record_documents"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with claims, a library and a payer's edits."""
    claims_file(tmp_path / "one.jsonl", DENIED, CLEAN)
    claims_file(tmp_path / "two.jsonl", RETURNED, NOT_CHECKED)
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "units.yaml").write_text(EDIT)
    shutil.copytree(DOCUMENTS, tmp_path / "library")
    return tmp_path


def checked(folder: Path, *more: str, output: str = "report.jsonl", files: tuple[str, ...] = ("one.jsonl", "two.jsonl")
            ) -> dict[str, Any]:  # fmt: skip
    options = ("--library", "library", "--rules", "rules", "--output", output, "--manifest", "m.json", *more)
    assert run_here("check", *files, *options, cwd=folder).returncode == FOUND
    held: dict[str, Any] = json.loads((folder / "m.json").read_text())
    return held


def verified(folder: Path, *more: str) -> Run:
    return run_here("verify", "m.json", *more, cwd=folder)


def differences(done: Run) -> list[str]:
    assert done.returncode == DIFFERS
    return [text.removeprefix("differs: ") for text in done.stdout.splitlines()]


def test_a_manifest_tells_what_was_read_judged_by_and_written(folder: Path) -> None:
    held = checked(folder, "--ignore", "COD", "--select", "AOC,UOS,COD")
    schema = json.loads(run_here("schema", "manifest", cwd=folder).stdout)
    jsonschema.validate(held, schema)
    for one in (*held["inputs"], held["output"]):
        content = (folder / one["name"]).read_bytes()
        assert (one["size"], one["sha256"]) == (len(content), hashlib.sha256(content).hexdigest())
    assert [one["name"] for one in held["inputs"]] == ["one.jsonl", "two.jsonl"]
    found = [json.loads(text) for text in (folder / "report.jsonl").read_text().splitlines()]
    assert held["counts"] == {
        "claims": 4, "lines": 5, "lines_not_fully_checked": 1, "bypassed": 0, "failures": 0, "unreadable": 0,
        "not_reported": 1, "findings_by_edit": dict(Counter(one["edit_id"] for one in found)),
        "findings_by_disposition": {"return_to_provider": 1, "line_item_denial": 1},
    }  # fmt: skip
    assert held["options"]["rules"] == ["rules"]
    assert (held["options"]["select"], held["options"]["ignore"]) == (["AOC", "UOS", "COD"], ["COD"])
    assert {"cleanclaim", "python", "duckdb", "durable_rules", "sqlglot"} <= set(held["versions"])
    assert held["library"]["loaded"] == [{"quarter": "2026-01", "kind": "code_set", "part": "partial"}]
    assert "the MUE tables" in held["library"]["not_loaded"]
    assert held["executor"] == "rete"


def test_the_same_run_gives_the_same_manifest(folder: Path) -> None:
    checked(folder)
    first = (folder / "m.json").read_bytes()
    checked(folder)
    assert (folder / "m.json").read_bytes() == first


@pytest.mark.parametrize("output", ["report.jsonl", "report.csv", "report.parquet", "report.txt"])
@pytest.mark.parametrize("executor", ["rete", "duckdb"])
def test_a_run_that_is_repeated_agrees(output: str, executor: str, folder: Path) -> None:
    checked(folder, "--executor", executor, "--show-advisory", "--show-information", output=output)
    before = sorted((path.name, path.stat().st_mtime_ns) for path in folder.iterdir())
    done = verified(folder)
    assert done.returncode == AGREES, done.stdout
    assert done.stdout.startswith("agrees: ")
    assert sorted((path.name, path.stat().st_mtime_ns) for path in folder.iterdir()) == before


def test_what_went_to_standard_output_is_verified_by_its_hash(folder: Path) -> None:
    done = run_here("check", "one.jsonl", "-", "--manifest", "m.json", cwd=folder,
                    standard_input=(folder / "two.jsonl").read_bytes())  # fmt: skip
    held = json.loads((folder / "m.json").read_text())
    assert held["output"]["sha256"] == hashlib.sha256(done.stdout.encode()).hexdigest()
    assert [one["name"] for one in held["inputs"]] == ["one.jsonl", "-"]
    again = run_here("verify", "m.json", cwd=folder, standard_input=(folder / "two.jsonl").read_bytes())
    assert again.returncode == AGREES
    other = run_here("verify", "m.json", cwd=folder, standard_input=b"{}")
    assert any("input: - has changed" in text for text in differences(other))
    size = held["inputs"][1]["size"]
    assert refusal(verified(folder)) == (
        f"the run read {size:,} bytes of standard input, which is empty now; give it the same again"
    )


def test_a_run_over_an_empty_standard_input_can_be_repeated(folder: Path) -> None:
    run_here("check", "one.jsonl", "-", "--manifest", "m.json", cwd=folder)
    assert verified(folder).returncode == AGREES


def test_an_input_that_has_changed_is_told_with_what_comes_of_it(folder: Path) -> None:
    checked(folder)
    claims_file(folder / "one.jsonl", CLEAN, CLEAN)
    told = differences(verified(folder))
    assert told[0].startswith("input: one.jsonl has changed: it had ")
    assert told[1:-1] == [
        "counts.lines: 5 stated, 6 found",
        "counts.findings_by_edit: AOC010 1 stated, 0 found",
        "counts.findings_by_disposition: line_item_denial 1 stated, 0 found",
    ]
    assert told[-1] == (
        "output: the repeated run writes other bytes: 1 finding of the file not found again, 0 findings not in it"
    )


@pytest.mark.parametrize("output", ["report.jsonl", "report.csv"])
def test_an_output_that_was_changed_is_told(output: str, folder: Path) -> None:
    checked(folder, output=output)
    text = (folder / output).read_text()
    (folder / output).write_text(text.replace("DENIED", "OTHERS"))
    assert differences(verified(folder)) == [
        f"output: {output} is not as the run wrote it: 1 finding of the file not found again, 1 finding not in it"
    ]
    (folder / output).unlink()
    done = verified(folder)
    assert done.returncode == AGREES
    assert f"notice: output: {output} is not there" in done.stderr


def test_a_broken_parquet_output_is_told(folder: Path) -> None:
    checked(folder, output="report.parquet")
    content = (folder / "report.parquet").read_bytes()
    (folder / "report.parquet").write_bytes(content[:-9])
    assert differences(verified(folder)) == [
        "output: report.parquet is not as the run wrote it; its findings cannot be read"
    ]


def test_another_library_is_told_and_one_that_was_moved_is_named(folder: Path) -> None:
    checked(folder)
    (folder / "library").rename(folder / "moved")
    assert verified(folder).returncode == NOT_REPEATED
    assert verified(folder, "--library", "moved").returncode == AGREES
    (folder / "moved" / "Q4390.txt").unlink()
    assert "library: its content is another" in differences(verified(folder, "--library", "moved"))


def test_other_edits_are_told_by_what_changed_of_them(folder: Path) -> None:
    checked(folder)
    (folder / "rules" / "units.yaml").write_text(EDIT.replace("Bill fewer units", "Bill less"))
    assert differences(verified(folder)) == [
        "catalogue: texts or citations of edits or parameters have changed; none means something else"
    ]
    (folder / "rules" / "units.yaml").write_text(EDIT.replace(">= 9", ">= 1"))
    told = differences(verified(folder))
    assert told[0] == "catalogue: edits or parameters mean something else"
    assert "PAY010 0 stated, 4 found" in told[1]


def test_another_version_is_told_and_is_no_difference_of_bytes(folder: Path) -> None:
    held = checked(folder)
    held["versions"]["sqlglot"] = "1.0"
    (folder / "m.json").write_text(json.dumps(held))
    done = verified(folder)
    assert done.returncode == AGREES
    assert "notice: version: sqlglot was 1.0 and is " in done.stderr


@pytest.mark.parametrize(
    ("part", "name", "stated", "told"),
    [
        ("counts", "claims", 99, "counts.claims: 99 stated, 4 found"),
        ("counts", "lines_not_fully_checked", 0, "counts.lines_not_fully_checked: 0 stated, 1 found"),
        (
            "counts", "findings_by_edit", {"AOC010": 5, "COD920": 1},
            "counts.findings_by_edit: AOC010 5 stated, 1 found; UOS010 0 stated, 1 found",
        ),
        ("library", "loaded", [], 'library.loaded: [] stated, ["2026-01 code_set partial"] found'),
        ("library", "not_loaded", [], 'library.not_loaded: [] stated, ["the add-on code table", "the MUE tables", '),
        ("output", "size", 1, "output.size: 1 stated, "),
    ],
)  # fmt: skip
def test_a_statement_that_is_false_is_named(part: str, name: str, stated: object, told: str, folder: Path) -> None:
    held = checked(folder)
    (folder / "report.jsonl").unlink()
    assert held[part][name] != stated
    held[part][name] = stated
    (folder / "m.json").write_text(json.dumps(held))
    (only,) = differences(verified(folder))
    assert only.startswith(told)


def test_an_input_that_is_stated_twice_is_named(folder: Path) -> None:
    held = checked(folder)
    held["inputs"].append(held["inputs"][0])
    (folder / "m.json").write_text(json.dumps(held))
    assert differences(verified(folder)) == [
        'inputs: ["one.jsonl", "two.jsonl", "one.jsonl"] stated, ["one.jsonl", "two.jsonl"] found'
    ]


def test_the_run_of_a_table_is_named_where_it_is_another(folder: Path) -> None:
    held = checked(folder, "--into", "sqlite:///found.db")
    assert verified(folder).returncode == AGREES
    run, held["into"]["run"] = held["into"]["run"], "0"
    (folder / "m.json").write_text(json.dumps(held))
    assert differences(verified(folder)) == [f'into.run: "0" stated, "{run}" found']


def test_what_an_older_manifest_does_not_state_is_not_compared(folder: Path) -> None:
    held = checked(folder)
    del held["options"]["files"], held["options"]["fail_on"]
    (folder / "m.json").write_text(json.dumps(held))
    assert verified(folder).returncode == AGREES


@pytest.mark.parametrize("lost", ["one.jsonl", "library", "rules", "m.json"])
def test_a_run_of_which_something_is_gone_cannot_be_repeated(lost: str, folder: Path) -> None:
    checked(folder)
    (folder / lost).rename(folder / "elsewhere")
    assert lost in refusal(verified(folder))


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b"\xff", b'{"manifest": 2}'])
def test_what_is_no_manifest_is_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "m.json").write_bytes(content)
    assert refusal(verified(tmp_path)) == "m.json: it is no manifest that `check --manifest` has written"


def test_a_manifest_takes_the_place_of_nothing_that_is_read_or_written(folder: Path) -> None:
    for name, why in (
        ("one.jsonl", "it is one of the files to read"), ("report", "it is the output"),
        ("nowhere/m.json", "there is no such folder"), ("rules", "it is what the claims are checked by"),
    ):  # fmt: skip
        words = ("--output", "report", "--manifest", name, "--rules", "rules")
        assert refusal(run_here("check", "one.jsonl", *words, cwd=folder)) == f"--manifest {name}: {why}"


def test_a_library_is_not_written_over(folder: Path) -> None:
    library = folder / "library" / "Q4257.txt"
    done = run_here("check", "one.jsonl", "--library", library, "--output", library, cwd=folder)
    assert refusal(done) == f"--output {library}: it is what the claims are checked by"


def test_no_manifest_names_a_patient(folder: Path) -> None:
    claims_file(folder / "one.jsonl", {**DENIED, "patient_id": "ZZ1", "patient_name": "ZZ2"})
    checked(folder)
    assert "ZZ" not in (folder / "m.json").read_text()
