"""Claims of a query: the findings that the same rows have in a file, and nothing changed in the database."""

import itertools
import json
from contextlib import chdir
from pathlib import Path
from typing import Any

import duckdb
import pytest
from tests.cli.running import FOUND, NOTHING_BAD, WRONG_USE, Run, findings, refusal, run_here

from cleanclaim.databases.address import Query, address_of
from cleanclaim.databases.reading import fetch
from cleanclaim.relational.connection import DatabaseFailed

from .conftest import Database
from .making import DEMONSTRATION, QUERY, demonstration, fill, in_table

EXECUTORS = ("rete", "duckdb")
DEEDS = (
    "insert into lines (claim_id) values ('X')", "delete from lines", "update lines set claim_id = 'X' returning *",
    "drop table lines", "create table other (a integer)", "select 1; drop table lines", "commit",
    "select 1; commit; drop table lines", "attach 'other.db' as other", "vacuum into 'other.db'",
    "copy lines to 'other.csv'", "copy lines to program 'touch other.csv'", "pragma journal_mode = delete",
    "set search_path = x", "",
    "with gone as (delete from lines returning *) select * from gone", "begin", "selec",
    "install spatial", "load spatial",
)  # fmt: skip


def without_places(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{**one, "location": None} for one in found]


@pytest.mark.parametrize("executor", EXECUTORS)
def test_a_query_has_the_findings_of_the_same_rows_in_a_file(executor: str, database: Database, tmp_path: Path) -> None:
    demonstration(database)
    options = ("--format", "jsonl", "--executor", executor, "--show-information")
    of_file = run_here("check", DEMONSTRATION, *options, cwd=tmp_path)
    done = run_here("check", "--from", database.url, "--query", QUERY, *options, cwd=tmp_path)
    assert done.returncode == of_file.returncode == FOUND
    assert without_places(findings(done)) == without_places(findings(of_file))
    # rows count from 1 where the file has its header
    assert [one["location"]["line"] for one in findings(done)] == [
        one["location"]["line"] - 1 for one in findings(of_file)
    ]
    assert {one["location"]["file"] for one in findings(done)} == {done_name(database)}


def done_of(database: Database, query: str, folder: Path) -> Run:
    return run_here("check", "--from", database.url, "--query", query, "--format", "jsonl", cwd=folder)


def done_name(database: Database) -> str:
    return database.url.replace("postgres@", "")


def test_a_query_may_stand_in_a_file(database: Database, tmp_path: Path) -> None:
    demonstration(database)
    query = "-- those of one claim\nselect * from lines where claim_id = 'CSV-2' order by number -- in order\n"
    (tmp_path / "query.sql").write_text(query)
    done = run_here("check", "--from", database.url, "--query-file", "query.sql", "--format", "jsonl", cwd=tmp_path)
    assert {one["claim_id"] for one in findings(done)} == {"CSV-2"}


def rows_of(database: Database, sql: str, folder: Path) -> list[tuple[object, ...]]:
    """The rows of a query as they are kept for a run. Raises DatabaseFailed."""
    folder.mkdir(exist_ok=True)
    parquet, _ = fetch(Query(address_of(database.url), sql), folder, "1GB", lambda _: None)
    return duckdb.sql(f"select * from '{parquet}'").fetchall()


def test_nothing_but_a_query_is_run(database: Database, tmp_path: Path) -> None:
    demonstration(database)
    before = database.rows(QUERY)
    files = {path.name for path in tmp_path.iterdir()}
    for deed in DEEDS:
        with chdir(tmp_path), pytest.raises(DatabaseFailed):
            rows_of(database, deed, tmp_path / "scratch")
        assert database.rows(QUERY) == before, deed
        assert {path.name for path in tmp_path.iterdir()} - {"scratch"} == files, deed


def test_what_a_query_says_wrong_is_told_by_the_database(database: Database, tmp_path: Path) -> None:
    demonstration(database)
    said = refusal(run_here("check", "--from", database.url, "--query", "select nothing from lines", cwd=tmp_path))
    assert said.startswith(f"{done_name(database)}: ")
    assert "nothing" in said
    said = refusal(run_here("check", "--from", database.url, "--query", "select * from nowhere", cwd=tmp_path))
    assert "nowhere" in said


VALUE = {
    "postgresql": "select cast(claim_id as integer) as claim_id, 1 as line_number from lines",
    "sqlite": "select json(claim_id) as claim_id, 1 as line_number from lines",
    "duckdb": "select cast(claim_id as integer) as claim_id, 1 as line_number from lines",
}


def test_what_a_database_says_of_a_value_is_not_told(database: Database, tmp_path: Path) -> None:
    fill(database, [{"claim_id": "SMITH JOHN 1950-02-03"}])
    done = run_here("check", "--from", database.url, "--query", VALUE[database.kind], cwd=tmp_path)
    assert "SMITH" not in refusal(done)


def test_columns_of_one_name_are_refused(database: Database, tmp_path: Path) -> None:
    demonstration(database)
    query = "select a.*, b.claim_id from lines a join lines b on a.number = b.number"
    said = refusal(run_here("check", "--from", database.url, "--query", query, cwd=tmp_path))
    assert "claim_id" in said


def test_a_column_may_have_any_name(database: Database, tmp_path: Path) -> None:
    demonstration(database)
    for name in ("'; drop table lines; --", 'a"b', "a b", "SELECT", "é\u2028", "%s", "{}", "$1", "column0", "\x7f"):
        quoted = name.replace('"', '""')
        query = f'select claim_id, 1 as "{quoted}" from lines order by number'
        assert rows_of(database, query, tmp_path / "scratch") == [
            (one, "1") for (one,) in database.rows("select claim_id from lines order by number")
        ]
    said = done_of(database, "select claim_id, line_number, 1 as file_row_number from lines", tmp_path)
    assert "a column is called file_row_number" in said.stdout


def test_a_row_too_long_to_be_one_is_told(database: Database, tmp_path: Path) -> None:
    demonstration(database)
    made = {"sqlite": "replace(hex(zeroblob(5000000)), '00', 'ab')"}.get(database.kind, "repeat('ab', 5000000)")
    with pytest.raises(DatabaseFailed, match="a row of the query has more than 8,000,000 bytes"):
        rows_of(database, f"select claim_id, {made} as more from lines", tmp_path / "scratch")
    half = made.replace("5000000", "2000000")
    assert len(rows_of(database, f"select claim_id, {half} as more from lines", tmp_path / "scratch")) == 4


def test_no_rows_are_no_claims(database: Database, tmp_path: Path) -> None:
    demonstration(database)
    done = run_here("check", "--from", database.url, "--query", f"select * from ({QUERY}) r where 1 = 0", cwd=tmp_path)
    assert done.returncode == WRONG_USE
    assert done.stdout.startswith("0 claims, 0 lines")


def test_a_row_that_cannot_be_read_is_told_with_its_number(database: Database, tmp_path: Path) -> None:
    row = {
        "claim_id": "A",
        "line_number": "1",
        "procedure_code": "99213",
        "units": "1",
        "date_of_service": "2026-01-15",
    }
    fill(database, [row, {**row, "line_number": "2", "units": "many"}, {**row, "claim_id": ""}])
    done = run_here("check", "--from", database.url, "--query", QUERY, "--format", "jsonl", cwd=tmp_path)
    wrong = [one for one in findings(done) if one["edit_id"] == "SYS010"]
    assert [(one["claim_id"], one["evidence"]["field"], one["location"]["line"]) for one in wrong] == [
        (None, "line", 3), ("A", "claim", 1), ("A", "units", 2)
    ]  # fmt: skip


@pytest.mark.parametrize("executor", EXECUTORS)
def test_a_run_is_repeated_by_its_manifest(executor: str, database: Database, tmp_path: Path) -> None:
    demonstration(database)
    words = ("--from", database.url, "--query", QUERY, "--output", "report.jsonl", "--executor", executor)
    assert run_here("check", *words, "--manifest", "m.json", cwd=tmp_path).returncode == FOUND
    manifest = json.loads((tmp_path / "m.json").read_text())
    (asked,) = manifest["inputs"]
    assert (asked["name"], asked["query"]) == (done_name(database), QUERY)
    done = run_here("verify", "m.json", cwd=tmp_path, PGUSER="postgres")
    assert (done.returncode, done.stdout[:8]) == (NOTHING_BAD, "agrees: ")
    database.rows("update lines set procedure_code = '99213' where number = 1")
    done = run_here("verify", "m.json", cwd=tmp_path, PGUSER="postgres")
    assert done.returncode == FOUND
    assert f"differs: input: the query of {done_name(database)} gives other rows" in done.stdout
    database.rows("drop table lines")
    assert run_here("verify", "m.json", cwd=tmp_path, PGUSER="postgres").returncode == WRONG_USE


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "name files of claims, or a database with --from and --query"),
        (("--query", "select 1"), "--query: name the database with --from"),
        (("--from", "sqlite:///a.db"), "--from: say what is asked, with --query or with --query-file"),
        (("--from", "sqlite:///a.db", "--query", "x", "--query-file", "y"), "--from: say what is asked, with"),
        (("--from", "sqlite:///a.db", "--query", "x", "claims.csv"), "--from: claims come from files or from a"),
        (("--from", "sqlite:///a.db", "--query", "x"), "a.db: there is no such file"),
        (("--from", "duckdb:///a.db", "--query", "x"), "a.db: there is no such file"),
        (("--from", "sqlite:///.", "--query", "x"), "it is a folder"),
        (("--from", "sqlite:///text", "--query", "select * from lines"), "file is not a database"),
        (("--from", "duckdb:///text", "--query", "select 1"), "not a valid DuckDB database file"),
        (("--from", "sqlite:///text", "--query-file", "nowhere"), "nowhere: No such file"),
        (("--from", "sqlite:///text", "--query-file", "bytes"), "--query-file bytes: it is no text in UTF-8"),
        (("--from", "sqlite:///text", "--query", " \n"), "--query: one query is wanted"),
        (("--from", "text", "--query", "x"), "--from: it is no address of a database"),
        (("--from", "postgresql:///x?nonsense=1", "--query", "x"), "libpq does not understand the address"),
        (("--from", "postgresql:///x?host=/nowhere", "--query", "x"), "No such file or directory"),
        (("--into", "sqlite:///text"), "name files of claims"),
        (("claims.csv", "--into-table", "x"), "--into-table: name the database with --into"),
        (("text", "--into", "sqlite:///text"), "--into text: it is one of the files to read"),
        (("text", "--into", "sqlite:///a.db", "--output", "a.db", "--format", "csv"), "it is the database that"),
        (("text", "--into", "sqlite:///no/a.db"), "--into no/a.db: there is no such folder"),
        (("text", "--into", "sqlite:///a.db", "--into-table", "a b"), "--into-table: a table's name is of letters"),
        (("--from", "sqlite:///text", "--query", "x", "--output", "text"), "--output text: it is one of the files"),
    ],
)  # fmt: skip
def test_wrong_use_is_refused(words: tuple[str, ...], said: str, tmp_path: Path) -> None:
    (tmp_path / "text").write_text("no database" * 1000)
    (tmp_path / "bytes").write_bytes(b"\xff\xff")
    (tmp_path / "claims.csv").write_text("claim_id\n")
    assert said in refusal(run_here("check", *words, cwd=tmp_path))


def test_findings_may_go_beside_the_claims(database: Database, tmp_path: Path) -> None:
    demonstration(database)
    words = ("--from", database.url, "--query", QUERY, "--into", database.url, "--format", "jsonl")
    done = run_here("check", *words, cwd=tmp_path)
    assert done.returncode == FOUND
    assert [{**one, "run": None} for one in in_table(database)] == [{**one, "run": None} for one in findings(done)]


MAPPING = """\
columns:
  claim_id: Account
  line_number: Seq
  procedure_code: Proc
  modifiers: [Mod 1, Mod 2]
  units: Qty
  date_of_service: Svc Date
  rendering_provider: Doctor
date_format: "%m/%d/%Y"
constants:
  payer_type: medicare
"""
MAPPED = (
    'select claim_id as "ACCOUNT", line_number as "Seq", procedure_code as "Proc", modifiers as "Mod 1", '
    'null as "Mod 2", units as "Qty", {} as "Svc Date", rendering_provider as "Doctor" from lines order by number'
)
DAYS = {
    "postgresql": ("cast(date_of_service as date)", "cast(date_of_service as timestamp)",
                   "to_char(cast(date_of_service as date), 'MM/DD/YYYY')"),
    "sqlite": ("strftime('%m/%d/%Y', date_of_service)",),
    "duckdb": ("cast(date_of_service as date)", "cast(date_of_service as timestamp)",
               "strftime(cast(date_of_service as date), '%m/%d/%Y')"),
}  # fmt: skip


def test_a_query_of_other_columns_is_read_by_a_mapping(database: Database, tmp_path: Path) -> None:
    demonstration(database)
    (tmp_path / "columns.yaml").write_text(MAPPING)
    of_file = run_here("check", DEMONSTRATION, "--format", "jsonl", cwd=tmp_path)
    for day, executor in itertools.product(DAYS[database.kind], EXECUTORS):
        words = (
            "--from",
            database.url,
            "--query",
            MAPPED.format(day),
            "--columns",
            "columns.yaml",
            "--format",
            "jsonl",
        )
        done = run_here("check", *words, "--executor", executor, cwd=tmp_path)
        assert without_places(findings(done)) == without_places(findings(of_file))
    words = ("--from", database.url, "--query", MAPPED.format("'2026-01-15'"), "--columns", "columns.yaml")
    done = run_here("check", *words, "--format", "jsonl", cwd=tmp_path)
    assert "(column Svc Date)" in findings(done)[0]["message"], "text is written as the mapping says"


def test_a_mapping_is_part_of_a_run(database: Database, tmp_path: Path) -> None:
    demonstration(database)
    words = ("check", "--from", database.url, "--query", QUERY, "--into", database.url, "--columns", "columns.yaml")
    (tmp_path / "columns.yaml").write_text("columns:\n  claim_id: claim_id\n")
    run_here(*words, cwd=tmp_path)
    (tmp_path / "columns.yaml").write_text("columns:\n  claim_id: claim_id\n  units: number\n")
    run_here(*words, cwd=tmp_path)
    assert len({one["run"] for one in in_table(database)}) == 2
