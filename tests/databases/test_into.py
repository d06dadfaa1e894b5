"""Findings in a table: those of the report, once for a run, in one transaction, and nowhere but in their own table."""

import os
import random
import signal
import time
from pathlib import Path

import pytest
from tests.cli.running import DEMONSTRATION, DENIED, FOUND, LONGEST, claims_file, findings, refusal, run, run_here
from tests.cli.test_ending import ended, started, wait_for

from .conftest import Database
from .making import INTO, in_table

EXECUTORS = ("rete", "duckdb")
TIMES = int(os.environ.get("CLEANCLAIM_KILLS", "4"))
SLOW_WRITING = """\
import time
from cleanclaim.databases import findings
own = findings._rows
def rows(*arguments):
    for number, row in enumerate(own(*arguments)):
        if number == 200:
            open("begun", "w").close()
            time.sleep(60)
        yield row
findings._rows = rows
"""
SLOW_COMMIT = """\
import duckdb, time
from cleanclaim.databases import duckdb_file
own = duckdb_file.quoted
def quoted(text):
    if text.endswith("findings.parquet"):
        open("begun", "w").close()
        time.sleep(60)
    return own(text)
duckdb_file.quoted = quoted
"""


def tables(database: Database) -> set[str]:
    asked = {
        "postgresql": "select tablename from pg_tables where schemaname = current_schema()",
        "sqlite": "select name from sqlite_master where type = 'table'",
        "duckdb": "select table_name from duckdb_tables()",
    }
    return {str(name) for (name,) in database.rows(asked[database.kind])}


def without_run(found: list[dict[str, object]]) -> list[dict[str, object]]:
    return [{name: value for name, value in one.items() if name != "run"} for one in found]


@pytest.fixture
def claims(tmp_path: Path) -> Path:
    return claims_file(tmp_path / "claims.jsonl", *({**DENIED, "claim_id": f"{number:04}"} for number in range(400)))


@pytest.mark.parametrize("executor", EXECUTORS)
def test_the_table_has_the_findings_of_the_report(executor: str, database: Database, tmp_path: Path) -> None:
    words = ("check", DEMONSTRATION, "--format", "jsonl", "--into", database.url, "--executor", executor)
    done = run_here(*words, cwd=tmp_path)
    assert done.returncode == FOUND
    assert without_run(in_table(database)) == findings(done)
    assert len({one["run"] for one in in_table(database)}) == 1


def test_the_same_run_is_there_once_and_another_beside_it(database: Database, tmp_path: Path) -> None:
    def written(*more: str) -> list[dict[str, object]]:
        assert run_here("check", DEMONSTRATION, "--into", database.url, *more, cwd=tmp_path).returncode == FOUND
        return in_table(database)

    once = written()
    assert written() == once
    assert written("--executor", "duckdb", "--format", "csv", "--show-advisory") == once
    both = written("--payer-type", "other")
    assert [one for one in both if one["run"] == once[0]["run"]] == once
    assert len({one["run"] for one in both}) == 2
    assert len(written("--select", "AOC")) > len(both)
    assert sorted(map(str, written("--select", "AOC010,aoc", "--executor", "duckdb"))) == sorted(
        map(str, in_table(database))
    )


def test_what_became_of_a_run_is_put_right_by_its_repetition(database: Database, tmp_path: Path) -> None:
    words = ("check", DEMONSTRATION, "--into", database.url)
    run_here(*words, cwd=tmp_path)
    once = in_table(database)
    database.rows(f"delete from {INTO} where edit_id like 'AOC%'")
    database.rows(f"update {INTO} set claim_id = 'X'")
    run_here(*words, cwd=tmp_path)
    assert in_table(database) == once


def test_a_run_without_findings_makes_an_empty_table(database: Database, tmp_path: Path) -> None:
    claims_file(tmp_path / "claims.jsonl", DENIED)
    words = ("check", "claims.jsonl", "--select", "COV", "--into", database.url, "--into-table", "found")
    assert run_here(*words, cwd=tmp_path).returncode == 0
    assert in_table(database, "found") == []


def test_the_run_is_told_in_the_manifest(database: Database, tmp_path: Path) -> None:
    import json

    words = ("check", DEMONSTRATION, "--into", database.url, "--manifest", "m.json", "--output", "report.jsonl")
    done = run_here(*words, cwd=tmp_path)
    into = json.loads((tmp_path / "m.json").read_text())["into"]
    assert into == {"name": database.url.replace("postgres@", ""), "table": INTO, "run": in_table(database)[0]["run"]}
    assert into["run"] in done.stderr
    before = in_table(database)
    assert run_here("verify", "m.json", cwd=tmp_path).stdout.startswith("agrees: ")
    assert in_table(database) == before, "verify writes nothing"


@pytest.mark.parametrize("name", ["select", "Mixed_Case", "a" * 63, "order"])
def test_a_table_may_be_called_what_sql_calls_its_own(name: str, database: Database, tmp_path: Path) -> None:
    for _ in range(2):
        words = ("check", DEMONSTRATION, "--into", database.url, "--into-table", name)
        assert run_here(*words, cwd=tmp_path).returncode == FOUND
    assert tables(database) == {name}
    assert len(in_table(database, f'"{name}"')) == 7


@pytest.mark.parametrize("executor", EXECUTORS)
@pytest.mark.parametrize(
    ("made", "said"),
    [
        ("create table cleanclaim_findings (run text, claim_id text)", "lacks edit_id"),
        ("create table cleanclaim_findings (a integer)", "has a besides"),
        ("create view cleanclaim_findings as select 1 as run", "it is no table"),
    ],
)
def test_a_table_of_another_kind_is_refused_before_claims_are_read(
    made: str, said: str, executor: str, database: Database, tmp_path: Path
) -> None:
    database.rows(made)
    words = ("check", DEMONSTRATION, "--into", database.url, "--output", "report.jsonl", "--executor", executor)
    assert said in refusal(run_here(*words, cwd=tmp_path))
    assert not (tmp_path / "report.jsonl").exists()
    assert len(database.rows("select * from cleanclaim_findings")) == ("view" in made)


def test_one_column_more_is_refused(database: Database, tmp_path: Path) -> None:
    run_here("check", DEMONSTRATION, "--into", database.url, cwd=tmp_path)
    database.rows(f"alter table {INTO} add column more integer")
    said = refusal(run_here("check", DEMONSTRATION, "--into", database.url, cwd=tmp_path))
    assert "has more besides" in said


def test_text_of_any_kind_arrives_as_it_is(database: Database, tmp_path: Path) -> None:
    ids = ["it's", 'a"b', "a\tb\\n", "\\.", "\\N", "é\u2028😀", "a,b;c|d", "%s {} $1", "\x7f\x01"]
    claims_file(tmp_path / "claims.jsonl", *({**DENIED, "claim_id": one} for one in ids))
    done = run_here("check", "claims.jsonl", "--format", "jsonl", "--into", database.url, cwd=tmp_path)
    assert without_run(in_table(database)) == findings(done)
    assert {one["claim_id"] for one in in_table(database)} == set(ids)


def test_a_null_character_does_not_stop_a_run(database: Database, tmp_path: Path) -> None:
    claims_file(tmp_path / "claims.jsonl", {**DENIED, "claim_id": "a\0b"})
    done = run_here("check", "claims.jsonl", "--into", database.url, cwd=tmp_path)
    assert done.returncode == FOUND
    shown = "a\N{REPLACEMENT CHARACTER}b" if database.kind == "postgresql" else "a\0b"
    assert [one["claim_id"] for one in in_table(database)] == [shown]


def test_two_runs_at_once_are_both_there(claims: Path, database: Database, tmp_path: Path) -> None:
    words = ("check", claims, "--into", database.url, "--output")
    processes = [
        started(*words, f"{number}.jsonl", *(("--select", "AOC") if number % 2 else ()), cwd=tmp_path)
        for number in range(4)
    ]
    for process in processes:
        _, said = process.communicate(timeout=LONGEST)
        assert process.returncode == FOUND, said
    found = in_table(database)
    assert len(found) == 800
    assert len({one["run"] for one in found}) == 2
    assert len({(one["run"], one["claim_id"]) for one in found}) == 800


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_a_run_that_ends_while_it_writes_leaves_nothing(
    number: signal.Signals, claims: Path, database: Database, tmp_path: Path
) -> None:
    run_here("check", DEMONSTRATION, "--into", database.url, cwd=tmp_path)
    before = in_table(database)
    words = ("check", claims, "--into", database.url, "--output", "report.jsonl")
    process = started(*words, cwd=tmp_path, patch=SLOW_COMMIT if database.kind == "duckdb" else SLOW_WRITING)
    wait_for(tmp_path / "begun")
    process.send_signal(number)
    _, said = process.communicate(timeout=LONGEST)
    assert process.returncode == (-number if number == signal.SIGKILL else 128 + number)
    assert "Traceback" not in said
    assert in_table(database) == before
    assert not (tmp_path / "report.jsonl").exists()
    assert ended(started(*words, cwd=tmp_path)) == FOUND
    assert len(in_table(database)) == len(before) + 400


def test_a_run_killed_at_any_moment_leaves_all_or_nothing(claims: Path, database: Database, tmp_path: Path) -> None:
    words = ("check", claims, "--into", database.url, "--output", "report.jsonl")
    began = time.monotonic()
    assert run(*words, cwd=tmp_path).returncode == FOUND
    lasts = time.monotonic() - began
    right = in_table(database)
    chance = random.Random(TIMES)
    for _ in range(TIMES):
        database.rows(f"drop table if exists {INTO}")
        process = started(*words, cwd=tmp_path)
        time.sleep(chance.uniform(0.5, 1.0) * lasts)
        process.kill()
        process.communicate()
        if database.kind == "postgresql":
            time.sleep(0.3)  # the server ends what was begun when it finds nobody there
        assert INTO not in tables(database) or in_table(database) in ([], right)
    assert run(*words, cwd=tmp_path).returncode == FOUND
    assert in_table(database) == right
