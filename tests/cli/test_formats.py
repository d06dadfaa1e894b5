"""Findings as CSV and Parquet: fixed columns, what JSON Lines say, and the same bytes from both executors."""

import csv
import io
import json
from pathlib import Path

import duckdb
import pytest

from cleanclaim.relational.finding_table import COLUMNS
from cleanclaim.report.csv_text import HEADER

from .running import CLEAN, DENIED, FOUND, NOTHING_BAD, claims_file, findings, refusal, run, run_here
from .test_same_bytes import many_claims

EXECUTORS = ("rete", "duckdb")


@pytest.fixture(scope="module")
def claims(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return many_claims(tmp_path_factory.mktemp("claims") / "claims.jsonl")


def test_parquet_has_the_same_bytes_from_both_executors_and_says_what_json_lines_say(
    claims: Path, tmp_path: Path
) -> None:
    options = ("--show-information", "--ignore", "COV080")
    for executor in EXECUTORS:
        output = f"{executor}.parquet"
        done = run_here("check", claims, "--output", output, "--executor", executor, *options, cwd=tmp_path)
        assert (done.returncode, done.stdout) == (FOUND, "")
    assert (tmp_path / "rete.parquet").read_bytes() == (tmp_path / "duckdb.parquet").read_bytes()
    found = duckdb.sql(f"select to_json(f) from '{tmp_path}/rete.parquet' f")
    of_lines = findings(run_here("check", claims, "--format", "jsonl", *options, cwd=tmp_path))
    assert [json.loads(one) for (one,) in found.fetchall()] == of_lines


def test_parquet_has_the_same_columns_whatever_is_found(tmp_path: Path) -> None:
    schemas = []
    for name, claim, status in (("clean", CLEAN, NOTHING_BAD), ("denied", DENIED, FOUND)):
        path = claims_file(tmp_path / f"{name}.jsonl", claim)
        assert run_here("check", path, "--output", f"{name}.parquet", cwd=tmp_path).returncode == status
        described = duckdb.sql(f"describe select * from '{tmp_path}/{name}.parquet'").fetchall()
        schemas.append([(column, kind.lower()) for column, kind, *_ in described])
    assert schemas[0] == schemas[1]
    assert [name for name, _ in schemas[0]] == list(COLUMNS)
    assert dict(schemas[0])["evidence"] == "map(varchar, varchar)"


def test_csv_has_one_header_and_says_what_json_lines_say(claims: Path, tmp_path: Path) -> None:
    done = run_here("check", claims, "--format", "csv", "--show-information", cwd=tmp_path)
    rows = list(csv.DictReader(io.StringIO(done.stdout, newline="")))
    of_lines = findings(run_here("check", claims, "--format", "jsonl", "--show-information", cwd=tmp_path))
    assert len(rows) == len(of_lines) > 100
    assert done.stdout.startswith(",".join(HEADER) + "\n")
    for row, one in zip(rows, of_lines, strict=True):
        remittance, place = one["remittance"] or {}, one["location"]
        assert row == {
            **{name: _text(one[name]) for name in HEADER[:9]},
            "remittance_group": _text(remittance.get("group")), "remittance_carc": _text(remittance.get("carc")),
            "remittance_rarc": " ".join(remittance.get("rarc", ())), "code_set_release": _text(one["code_set_release"]),
            "evidence": json.dumps(one["evidence"], separators=(",", ":")),
            "citations": json.dumps(one["citations"], separators=(",", ":")),
            **{name: _text(place["line" if name == "file_line" else name]) for name in HEADER[15:]},
        }  # fmt: skip


def _text(value: object) -> str:
    return "" if value is None else str(value)


def test_csv_holds_a_claim_id_whatever_is_in_it(tmp_path: Path) -> None:
    names = ['a,"b"', "line\none", "Gr\xfc\u010d", "'=1+1"]
    path = claims_file(tmp_path / "c.jsonl", *({**DENIED, "claim_id": name} for name in names))
    run_here("check", path, "--output", "report.csv", cwd=tmp_path)
    with (tmp_path / "report.csv").open(encoding="utf-8", newline="") as stream:
        assert sorted(row["claim_id"] for row in csv.DictReader(stream)) == sorted(names)


def test_a_run_without_findings_has_the_header_alone(tmp_path: Path) -> None:
    done = run_here("check", claims_file(tmp_path / "c.jsonl", CLEAN), "--format", "csv", cwd=tmp_path)
    assert done.stdout == ",".join(HEADER) + "\n"
    assert done.stderr.startswith("1 claim, 2 lines, ")


@pytest.mark.parametrize(
    ("name", "starts"),
    [
        ("r.jsonl", b'{"edit_id"'),
        ("r.CSV", b"claim_id,"),
        ("r.parquet", b"PAR1"),
        ("r.txt", b"Claim "),
        ("r.1.Log", b"Claim "),
        ("r", b"Claim "),
    ],
)
def test_the_name_of_the_output_tells_its_format(name: str, starts: bytes, tmp_path: Path) -> None:
    path = claims_file(tmp_path / "c.jsonl", DENIED)
    assert run_here("check", path, "--output", name, cwd=tmp_path).returncode == FOUND
    assert (tmp_path / name).read_bytes().startswith(starts)
    run_here("check", path, "--output", name, "--format", "text", cwd=tmp_path)
    assert (tmp_path / name).read_bytes().startswith(b"Claim ")


@pytest.mark.parametrize(
    "name", ["f.json", "f.jsonl.gz", "f.csv.gz", "f.tsv", "f.xlsx", "f.html", "f.sarif.json", "f.2026"]
)
def test_an_output_whose_ending_tells_no_format_is_refused_unless_one_is_named(name: str, tmp_path: Path) -> None:
    path = claims_file(tmp_path / "c.jsonl", DENIED)
    assert refusal(run_here("check", path, "--output", name, cwd=tmp_path)) == (
        f"--output {name}: its ending tells no format; those known are .jsonl, .ndjson, .csv, .parquet, .xml, "
        ".sarif, and for text .txt, .text, .log or none; else give --format"
    )
    assert not (tmp_path / name).exists()
    assert run_here("check", path, "--output", name, "--format", "jsonl", cwd=tmp_path).returncode == FOUND
    assert (tmp_path / name).read_bytes().startswith(b'{"edit_id"')


def test_parquet_needs_a_file(tmp_path: Path) -> None:
    done = run("check", claims_file(tmp_path / "c.jsonl", DENIED), "--format", "parquet", cwd=tmp_path)
    assert refusal(done) == "--format parquet: it is no text; name a file with --output PATH"


def test_many_findings_on_rete_are_kept_on_disk_and_reported_alike(
    claims: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    options = ("check", claims, "--executor", "rete", "--show-information")
    whole = {name: run_here(*options, "--format", name, cwd=tmp_path) for name in ("text", "jsonl")}
    monkeypatch.setattr("cleanclaim.runs.rete._MOST_IN_MEMORY", 7)
    for name, done in whole.items():
        again = run_here(*options, "--format", name, cwd=tmp_path)
        assert (again.stdout, again.stderr) == (done.stdout, done.stderr)
