"""--columns: tables in columns of other names, by a mapping of one's own or one that comes with cleanclaim."""

import csv
import json
from collections.abc import Sequence
from pathlib import Path

import duckdb
import pytest

from .running import (
    CLEAN,
    DENIED,
    FOUND,
    NOTHING_BAD,
    RETURNED,
    ROOT,
    WRONG_USE,
    claims_file,
    findings,
    fired,
    refusal,
    run,
    run_here,
)  # fmt: skip

TABLES = ROOT / "fixtures" / "tables"
RESEARCH = ROOT.parent / "shared" / "data" / "rif" / "rif-static-samples_samhsa_sample-a-carrier.txt"
MAPPING = """\
columns:
  claim_id: Account
  line_number: Seq
  procedure_code: Proc
  units: Qty
  date_of_service: Svc Date
  modifiers: [Mod1, Mod2]
date_format: "%m/%d/%Y"
constants: {payer_type: medicare}
"""
HEADER = ("Account", "Seq", "Proc", "Qty", "Svc Date", "Mod1", "Mod2", "Patient")
ROWS = (
    ("CLEAN", "2", "Q4257", "1", "01/15/2026", "", "", "ZZNAME"),
    ("DENIED", "1", "Q4257", "1", "1/15/2026", "", "", "ZZNAME"),
    ("CLEAN", "1", "15271", "1", "01/15/2026", "", "", "ZZNAME"),
    ("RETURNED", "1", "99213", "0", "01/15/2026", "", "", "ZZNAME"),
    ("UNREADABLE", "1", "99213", "1", "2026-01-15", "", "", "ZZNAME"),
)
WANTED = [("DENIED", 1, "AOC010"), ("RETURNED", 1, "UOS010"), ("UNREADABLE", 1, "SYS010")]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "ours.yaml").write_text(MAPPING)
    table(tmp_path / "table.csv", ROWS)
    duckdb.sql(f"copy (select * from read_csv('{tmp_path}/table.csv', all_varchar = true)) "
               f"to '{tmp_path}/table.parquet' (format parquet)")  # fmt: skip
    return tmp_path


def table(path: Path, rows: Sequence[Sequence[str]], header: Sequence[str] = HEADER) -> Path:
    with path.open("w", newline="") as stream:
        csv.writer(stream).writerows([header, *rows])
    return path


@pytest.mark.parametrize("executor", ["rete", "duckdb"])
@pytest.mark.parametrize("name", ["table.csv", "table.parquet"])
def test_a_table_is_checked_as_its_mapping_reads_it(name: str, executor: str, folder: Path) -> None:
    done = run("check", name, "--columns", "ours.yaml", "--executor", executor, "--format", "jsonl", cwd=folder)
    assert done.returncode == FOUND
    assert fired(done) == WANTED
    (unread,) = (one for one in findings(done) if one["edit_id"] == "SYS010")
    assert unread["message"] == (
        "The date_of_service could not be read: a day is written %m/%d/%Y (column Svc Date)."
    )  # fmt: skip
    assert (unread["location"]["file"], unread["location"]["line"]) == (name, 6 if name.endswith("csv") else 5)
    assert "ZZ" not in done.stdout + done.stderr
    assert f"notice: {name}: not read, as they are no fields of a claim: patient" in done.stderr


def test_a_mapping_may_stand_in_the_settings_and_a_table_may_come_through_a_pipe(folder: Path) -> None:
    (folder / "below").mkdir()
    (folder / "cleanclaim.toml").write_text('columns = "ours.yaml"\n')
    given = (folder / "table.csv").read_bytes()
    done = run_here("check", "-", "--format", "jsonl", cwd=folder / "below", standard_input=given)
    assert fired(done) == WANTED
    (folder / "cleanclaim.toml").write_text('columns = "cms-rif-carrier"\n')
    carrier = (TABLES / "cms_rif_carrier.txt").read_bytes()
    done = run_here("check", "-", "--format", "jsonl", cwd=folder / "below", standard_input=carrier)
    assert ("RIF-2", 1, "AOC010") in fired(done)


def test_claims_of_json_are_read_as_ever_beside_tables(folder: Path) -> None:
    claims_file(folder / "claims.jsonl", CLEAN, DENIED, RETURNED)
    options = ("--columns", "ours.yaml", "--format", "jsonl")
    assert fired(run_here("check", "claims.jsonl", "table.csv", *options, cwd=folder)) == sorted(
        [*WANTED, *WANTED[:2]]
    )  # fmt: skip


def test_a_table_that_lacks_a_column_is_told_of_and_the_others_are_checked(folder: Path) -> None:
    table(folder / "other.csv", [row[:3] for row in ROWS], HEADER[:3])
    done = run_here("check", "other.csv", "table.csv", "--columns", "ours.yaml", "--format", "jsonl", cwd=folder)
    assert fired(done) == [(None, None, "SYS010"), *WANTED]
    unread = findings(done)[0]
    assert unread["evidence"]["reason"] == (
        "it has no column Mod1 (modifiers), Mod2 (modifiers), Qty (units) or Svc Date (date_of_service), "
        "which the column mapping names"
    )
    assert (unread["location"]["file"], unread["location"]["line"]) == ("other.csv", 1)
    alone = run_here("check", "other.csv", "--columns", "ours.yaml", cwd=folder)
    assert alone.returncode == WRONG_USE


def test_a_mapping_that_cannot_be_used_is_refused_before_anything_is_read(folder: Path) -> None:
    (folder / "ours.yaml").write_text(MAPPING.replace("Qty", "seq").replace("  claim_id", "  claimid"))
    for command in ("check", "explain"):
        said = refusal(run(command, "table.csv", "--columns", "ours.yaml", cwd=folder))
        assert sorted(said.splitlines()) == [
            "ours.yaml:2: columns.claimid: is no key of the file; nearest: claim_id",
            "ours.yaml:5: columns.units: the column seq is named for line_number already",
        ]
    said = refusal(run("check", "table.csv", "--columns", "cms-rif", cwd=folder))
    assert said == (
        "--columns cms-rif: it is no file, and none of cms-rif-carrier, cms-rif-dme, cms-rif-outpatient"
    )  # fmt: skip
    said = refusal(
        run_here(
            "check", "table.csv", "--columns", "ours.yaml", "--output", "ours.yaml", "--format", "jsonl", cwd=folder
        )
    )
    assert said == "--output ours.yaml: it is what the claims are checked by"


def test_a_claim_of_a_table_is_explained(folder: Path) -> None:
    done = run_here("explain", "table.csv", "--columns", "ours.yaml", "--edit", "AOC010", cwd=folder)
    assert done.returncode == NOTHING_BAD
    assert "Claim DENIED, payer medicare" in done.stdout


@pytest.mark.parametrize("executor", ["rete", "duckdb"])
def test_a_manifest_names_the_mapping_and_the_run_is_repeated_with_it(executor: str, folder: Path) -> None:
    options = ("--columns", "ours.yaml", "--output", "found.jsonl", "--manifest", "m.json", "--executor", executor)
    assert run_here("check", "table.csv", "table.parquet", *options, cwd=folder).returncode == FOUND
    held = json.loads((folder / "m.json").read_text())
    assert (held["columns"]["name"], held["columns"]["size"]) == ("ours.yaml", len(MAPPING))
    again = run_here("verify", "m.json", cwd=folder)
    assert (again.returncode, again.stdout[:8]) == (0, "agrees: ")
    (folder / "ours.yaml").write_text(MAPPING.replace("%m/%d", "%d/%m"))
    changed = run_here("verify", "m.json", cwd=folder)
    assert changed.returncode == 1
    assert "differs: columns: the column mapping ours.yaml has changed\n" in changed.stdout
    assert "differs: counts.findings_by_edit: " in changed.stdout


def test_a_manifest_without_a_mapping_is_verified_without_one(folder: Path) -> None:
    claims_file(folder / "claims.jsonl", DENIED)
    run_here("check", "claims.jsonl", "--output", "found.jsonl", "--manifest", "m.json", cwd=folder)
    held = json.loads((folder / "m.json").read_text())
    assert held.pop("columns") is None
    (folder / "m.json").write_text(json.dumps(held))
    assert run_here("verify", "m.json", cwd=folder).returncode == 0


@pytest.mark.skipif(not RESEARCH.is_file(), reason="CMS's sample of a research claim file is not here")
@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_each_line_of_cms_own_sample_is_read_and_checked(form: str, tmp_path: Path) -> None:
    lines = len(RESEARCH.read_text().splitlines()) - 1
    path = tmp_path / f"carrier.{form}"
    if form == "csv":
        path.write_bytes(RESEARCH.read_bytes())
    else:
        duckdb.sql(f"copy (select * from read_csv('{RESEARCH}', delim = '|', all_varchar = true)) to '{path}' "
                   "(format parquet)")  # fmt: skip
    found = []
    for executor in ("rete", "duckdb"):
        options = ("--columns", "cms-rif-carrier", "--executor", executor, "--manifest", "m.json", "--format", "jsonl")
        done = run_here("check", path, *options, cwd=tmp_path)
        counts = json.loads((tmp_path / "m.json").read_text())["counts"]
        assert (counts["claims"], counts["lines"], counts["unreadable"]) == (lines, lines, 0)
        found.append(done.stdout)
    assert found[0] == found[1]
    assert "SYS010" not in found[0]
