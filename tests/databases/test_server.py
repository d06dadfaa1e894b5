"""A PostgreSQL server that refuses, falls silent or goes away: said in a line, without secrets or values."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.running import DEMONSTRATION, FOUND, LONGEST, WRONG_USE, refusal, run, run_here
from tests.cli.test_ending import started

from .conftest import Database
from .making import INTO, QUERY, demonstration, in_table

SECRET = "Quite-Secret-7"
SLOW = "select claim_id, line_number, pg_sleep(0.001) is null as x from lines, generate_series(1, 1000000)"
WITHOUT_PSYCOPG = """\
import sys
class Refusing:
    def find_spec(self, name, path=None, target=None):
        if name == "psycopg":
            raise ImportError(name)
sys.meta_path.insert(0, Refusing())
"""


@pytest.fixture
def biller(postgresql: Database) -> Iterator[str]:
    """A role with a password; the address of the database, as it would ask."""
    role = "biller_" + postgresql.url.partition("test_")[2][:16]
    demonstration(postgresql)
    postgresql.rows(f"create role {role} login password '{SECRET}'")
    postgresql.rows(f"grant select on lines to {role}")
    yield postgresql.url.replace("postgres@", f"{role}@")
    postgresql.rows(f"drop owned by {role}")
    postgresql.rows(f"drop role {role}")


def test_a_password_comes_from_the_environment(biller: str, tmp_path: Path) -> None:
    words = ("check", "--from", biller, "--query", QUERY, "--manifest", "m.json", "--log-format", "json")
    right = run_here(*words, cwd=tmp_path, PGPASSWORD=SECRET)
    assert right.returncode == FOUND
    (tmp_path / "pgpass").write_text(f"*:*:*:*:{SECRET}\n")
    (tmp_path / "pgpass").chmod(0o600)
    of_a_file = run_here(*words, cwd=tmp_path, PGPASSFILE=str(tmp_path / "pgpass"))
    assert of_a_file.returncode == FOUND
    role = biller.partition("//")[2].partition("@")[0]
    for text in (right.stdout, right.stderr, of_a_file.stderr, (tmp_path / "m.json").read_text()):
        assert SECRET not in text
        assert role not in text


def test_a_wrong_password_is_never_told(biller: str, tmp_path: Path) -> None:
    words = ("check", "--from", biller, "--query", QUERY)
    said = refusal(run_here(*words, cwd=tmp_path, PGPASSWORD="Wrong-One-9"))
    assert "password authentication failed" in said
    assert "Wrong-One-9" not in said
    said = refusal(run_here(*words, cwd=tmp_path))
    assert "no password supplied" in said
    with_password = biller.replace("@", f":{SECRET}@")
    for option in (("--from", with_password, "--query", QUERY), (DEMONSTRATION, "--into", with_password)):
        said = refusal(run_here("check", *option, cwd=tmp_path))
        assert "a password does not stand in an address" in said
        assert SECRET not in said


def test_who_may_not_write_is_told_so(biller: str, postgresql: Database, tmp_path: Path) -> None:
    done = run_here("check", DEMONSTRATION, "--into", biller, "--output", "report.csv", cwd=tmp_path, PGPASSWORD=SECRET)
    assert "permission denied" in refusal(done)
    assert not (tmp_path / "report.csv").exists()
    assert postgresql.rows("select to_regclass('cleanclaim_findings')") == [(None,)]


def test_a_schema_may_be_named(postgresql: Database, tmp_path: Path) -> None:
    words = ("check", DEMONSTRATION, "--into", postgresql.url, "--into-table", "billing.findings")
    assert "billing" in refusal(run_here(*words, "--output", "report.csv", cwd=tmp_path))
    postgresql.rows("create schema billing")
    for _ in range(2):
        assert run_here(*words, cwd=tmp_path).returncode == FOUND
    assert len(in_table(postgresql, "billing.findings")) == 7


def backends(database: Database, action: str) -> int:
    """Do something to the other sessions of the database, once there is one at work; how many there were."""
    until = time.monotonic() + LONGEST
    while True:
        found = database.rows(
            f"select {action}(pid) from pg_stat_activity where datname = current_database() "
            "and application_name = 'cleanclaim' and (query like 'FETCH%' or query ilike 'copy %')"
        )
        if found or time.monotonic() > until:
            return len(found)
        time.sleep(0.05)


@pytest.mark.parametrize("executor", ["rete", "duckdb"])
def test_a_server_that_goes_away_leaves_no_findings(executor: str, postgresql: Database, tmp_path: Path) -> None:
    demonstration(postgresql)
    words = ("check", "--from", postgresql.url, "--query", SLOW, "--output", "report.jsonl", "--into", postgresql.url)
    process = started(*words, "--executor", executor, cwd=tmp_path)
    time.sleep(1)
    assert backends(postgresql, "pg_terminate_backend")
    out, said = process.communicate(timeout=LONGEST)
    assert (process.returncode, out) == (WRONG_USE, "")
    (last,) = [text for text in said.splitlines() if not text.startswith("notice: ")]
    assert last.startswith("cleanclaim: postgresql:///test_")
    assert "terminating connection" in last or "server closed the connection" in last
    assert not (tmp_path / "report.jsonl").exists()
    assert postgresql.rows(f"select to_regclass('{INTO}')") == [(None,)]


def test_a_server_that_goes_away_while_findings_are_written_has_none_of_them(
    postgresql: Database, tmp_path: Path
) -> None:
    from .test_into import SLOW_WRITING

    patch = SLOW_WRITING.replace("time.sleep(60)", "time.sleep(5)").replace("number == 200", "number == 2")
    process = started(
        "check", DEMONSTRATION, "--into", postgresql.url, "--output", "report.jsonl", cwd=tmp_path, patch=patch
    )
    until = time.monotonic() + LONGEST
    while not (tmp_path / "begun").exists() and time.monotonic() < until:
        time.sleep(0.05)
    assert backends(postgresql, "pg_terminate_backend")
    out, said = process.communicate(timeout=LONGEST)
    assert (process.returncode, out) == (WRONG_USE, "")
    assert "Traceback" not in said
    assert not (tmp_path / "report.jsonl").exists()
    assert postgresql.rows(f"select to_regclass('{INTO}')") == [(None,)]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("query", [SLOW, "select pg_sleep(100) is null as claim_id, 1 as line_number"])
def test_a_run_that_is_interrupted_stops_the_query(
    query: str, number: signal.Signals, postgresql: Database, tmp_path: Path
) -> None:
    demonstration(postgresql)
    words = ("check", "--from", postgresql.url, "--query", query, "--output", "report.jsonl")
    process = started(*words, cwd=tmp_path)
    assert backends(postgresql, "abs")
    process.send_signal(number)
    began = time.monotonic()
    out, said = process.communicate(timeout=LONGEST)
    assert time.monotonic() - began < 10
    assert (process.returncode, out, said) == (128 + number, "", "cleanclaim: interrupted\n")
    until = time.monotonic() + 10
    while others(postgresql) and time.monotonic() < until:
        time.sleep(0.1)
    assert others(postgresql) == 0


def others(database: Database) -> int:
    return int(
        database.rows(
            "select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() "
            "and backend_type = 'client backend'"
        )[0][0]
    )


def test_a_lock_is_waited_for_and_ctrl_c_ends_the_wait(postgresql: Database, tmp_path: Path) -> None:
    run_here("check", DEMONSTRATION, "--into", postgresql.url, cwd=tmp_path)
    before = in_table(postgresql)
    import psycopg

    with psycopg.connect(postgresql.url) as other:
        other.execute(f"lock table {INTO} in access exclusive mode")
        process = started("check", DEMONSTRATION, "--into", postgresql.url, "--payer-type", "other", cwd=tmp_path)
        time.sleep(4)
        assert process.poll() is None
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=LONGEST)
        assert process.returncode == 130
        assert said.splitlines()[-1] == "cleanclaim: interrupted"
    assert in_table(postgresql) == before


def test_without_psycopg_it_is_said_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(WITHOUT_PSYCOPG)
    for words in (
        ("--from", "postgresql:///claims", "--query", "select 1"),
        (DEMONSTRATION, "--into", "postgresql:///x"),
    ):
        done = run("check", *words, cwd=tmp_path, PYTHONPATH=str(tmp_path))
        assert "pip install 'cleanclaim[postgresql]'" in refusal(done)


ROWS = int(os.environ.get("STREAMED_ROWS", "1000000"))
PEAK = """\
import sys
from pathlib import Path
from cleanclaim.databases.address import Query, address_of
from cleanclaim.databases.reading import fetch
rows = []
fetch(Query(address_of(sys.argv[1]), sys.argv[2]), Path(sys.argv[3]), "150MB", rows.append)
print(sum(rows), next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM")) // 1024)
"""


def test_a_million_rows_take_no_more_memory_than_some(postgresql: Database, tmp_path: Path) -> None:
    query = (
        "select 'C-' || i / 4 as claim_id, i % 4 + 1 as line_number, '99213' as procedure_code, date '2026-01-15' as "
        "date_of_service, repeat('x', 100) as description from generate_series(1, {}) i"
    )
    peaks = []
    for rows in (ROWS // 2, ROWS):
        (tmp_path / str(rows)).mkdir()
        words = [sys.executable, "-c", PEAK, postgresql.url, query.format(rows), str(tmp_path / str(rows))]
        done = subprocess.run(words, capture_output=True, text=True, check=True, timeout=LONGEST * 4)
        read, peak = map(int, done.stdout.split())
        assert read == rows
        peaks.append(peak)
    assert peaks[1] < peaks[0] + 80, "megabytes"
    assert peaks[1] < 350
