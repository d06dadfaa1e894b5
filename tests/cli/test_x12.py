"""Claims as X12 837 on the command line: by name and by pipe, on both executors, in every format of findings."""

import csv
import io
import json
from pathlib import Path

import duckdb
import pytest

from .running import FIXTURES, FOUND, WRONG_USE, findings, fired, run_here

CLAIMS = FIXTURES / "demonstration.837"
EXPECTED = [("2-NO-PRIMARY", 1, "AOC010"), ("8-NOT-READ", 1, "SYS010")]
PLACES = [
    {"interchange": 1, "transaction": 1, "segment": 30, "element": None, "byte_offset": 795},
    {"interchange": 1, "transaction": 2, "segment": 18, "element": 4, "byte_offset": 1239},
]
EXECUTORS = ("rete", "duckdb")


@pytest.mark.parametrize("executor", EXECUTORS)
def test_findings_say_where_in_the_interchange_they_stand(executor: str, tmp_path: Path) -> None:
    done = run_here("check", CLAIMS, "--format", "jsonl", "--executor", executor, cwd=tmp_path)
    assert done.returncode == FOUND
    assert fired(done) == EXPECTED
    places = [one["location"] for one in findings(done)]
    assert [{name: place[name] for name in PLACES[0]} for place in places] == PLACES
    content = CLAIMS.read_bytes()
    for place, begins in zip(places, (b"SV1*HC:Q4257*", b"SV1*HC:99213*"), strict=True):
        assert place["file"] == str(CLAIMS)
        assert content[place["byte_offset"] :].startswith(begins)


@pytest.mark.parametrize("written", ["text", "jsonl", "csv"])
def test_a_pipe_is_read_like_a_file_on_either_executor(written: str, tmp_path: Path) -> None:
    reports = {
        run_here(
            "check", "-", "--format", written, "--executor", executor, cwd=tmp_path, standard_input=CLAIMS.read_bytes()
        ).stdout
        for executor in EXECUTORS
    }
    (report,) = reports
    assert "standard input" in report


def test_text_says_it_in_words(tmp_path: Path) -> None:
    done = run_here("check", "-", cwd=tmp_path, standard_input=CLAIMS.read_bytes())
    assert "At: standard input, interchange 1, transaction 1, segment 30, byte 795\n" in done.stdout
    assert "At: standard input, interchange 1, transaction 2, segment 18, element 4, byte 1239\n" in done.stdout
    assert "3 claims, 4 lines" in done.stdout
    assert done.stderr == ""


def test_csv_and_parquet_bear_the_same_columns(tmp_path: Path) -> None:
    done = run_here("check", CLAIMS, "--format", "csv", cwd=tmp_path)
    rows = list(csv.DictReader(io.StringIO(done.stdout, newline="")))
    expected = [{name: "" if value is None else str(value) for name, value in place.items()} for place in PLACES]
    assert [{name: row[name] for name in PLACES[0]} for row in rows] == expected
    for executor in EXECUTORS:
        run_here("check", CLAIMS, "--output", f"{executor}.parquet", "--executor", executor, cwd=tmp_path)
        names = ", ".join(f"location.{name}" for name in PLACES[0])
        found = duckdb.sql(f"select {names} from '{tmp_path}/{executor}.parquet'").fetchall()
        assert found == [tuple(place.values()) for place in PLACES]


def test_the_schema_of_findings_tells_what_each_number_counts_from(tmp_path: Path) -> None:
    location = json.loads(run_here("schema", "finding", cwd=tmp_path).stdout)["$defs"]["Location"]["properties"]
    for name in PLACES[0]:
        assert "from" in location[name]["description"] or "before" in location[name]["description"]


def test_an_interchange_without_a_claim_is_nothing_readable(tmp_path: Path) -> None:
    content = CLAIMS.read_bytes()
    for part in (content[:107], content[:60], content[:400].replace(b"ST*837", b"ST*835")):
        assert run_here("check", "-", cwd=tmp_path, standard_input=part).returncode == WRONG_USE
