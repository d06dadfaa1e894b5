"""Runs that are interrupted, killed or run out of room: the output is whole or as it was, and nothing is left."""

import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from .running import CLEAN, DENIED, FAILED, FOUND, LONGEST, PROGRAM, WRONG_USE, claims_file, environment, run

TIMES = int(os.environ.get("CLEANCLAIM_KILLS", "4"))
BEFORE = "what was there before\n"
EXECUTORS = ("rete", "duckdb")
SLOW = """\
import time
from cleanclaim.{home} import {kind}
own = {kind}.{method}
def slow(self, *rest, **more):
    open("begun", "w").close()
    time.sleep(60)
    return own(self, *rest, **more)
{kind}.{method} = slow
"""
LONG_QUERY = """\
from cleanclaim.relational.executor import Relational
def evaluate(self, given):
    open("begun", "w").close()
    self.database.run("create temp table x as select count(*) from range(10000000) a, range(1000000) b "
                      "where hash(a.range) % 7 = hash(b.range) % 11")
Relational.evaluate = evaluate
"""
MOMENTS = {
    "rete": SLOW.format(home="pipeline", kind="Checker", method="verdict"),
    "reading": SLOW.format(home="relational.source", kind="Staging", method="add"),
    "query": LONG_QUERY,
    "writing": SLOW.format(home="relational.finding_table", kind="FindingTable", method="write_parquet"),
}


@pytest.fixture
def claims(tmp_path: Path) -> Path:
    return claims_file(tmp_path / "claims.jsonl", *({**DENIED, "claim_id": f"{number:04}"} for number in range(400)))


def started(*arguments: object, cwd: Path, patch: str | None = None, prepare: Callable[[], None] | None = None,
            **more: str) -> "subprocess.Popen[str]":  # fmt: skip
    """A run in a process of its own, with scratch folders in cwd/scratch."""
    (cwd / "scratch").mkdir(exist_ok=True)
    if patch is not None:
        (cwd / "patched").mkdir(exist_ok=True)
        (cwd / "patched" / "sitecustomize.py").write_text(patch)
        more["PYTHONPATH"] = str(cwd / "patched")
    return subprocess.Popen(
        [*PROGRAM, *map(str, arguments)], cwd=cwd, env=environment(TMPDIR=str(cwd / "scratch"), **more), text=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=prepare,
    )  # fmt: skip


def ended(process: "subprocess.Popen[str]") -> int:
    """The exit status of a run, once it has ended."""
    process.communicate(timeout=LONGEST)
    return process.returncode


def wait_for(path: Path) -> None:
    until = time.monotonic() + LONGEST
    while not path.exists():
        assert time.monotonic() < until
        time.sleep(0.02)
    time.sleep(0.1)


def left(folder: Path) -> set[str]:
    """What a run left beside what was there."""
    names = {path.name for path in folder.iterdir()} - {"claims.jsonl", "patched", "scratch", "begun", "claims.parquet"}
    return names | {f"scratch/{path.name}" for path in (folder / "scratch").iterdir()}


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_run_that_is_interrupted_says_so_in_one_line_and_leaves_nothing(
    moment: str, number: signal.Signals, claims: Path, tmp_path: Path
) -> None:
    (tmp_path / "report.parquet").write_text(BEFORE)
    executor = "rete" if moment in ("rete", "writing") else "duckdb"
    if moment == "rete":
        claims_file(claims, DENIED)  # so few that they are checked in the process itself
    words = ("check", claims, "--output", "report.parquet", "--executor", executor, "--manifest", "m.json")
    process = started(*words, cwd=tmp_path, patch=MOMENTS[moment])
    wait_for(tmp_path / "begun")
    process.send_signal(number)
    out, said = process.communicate(timeout=LONGEST)
    assert process.returncode == 128 + number
    assert out == ""
    notices = [text for text in said.splitlines() if not text.startswith("notice: ")]
    assert notices == ["cleanclaim: interrupted"]
    assert left(tmp_path) == {"report.parquet"}
    assert (tmp_path / "report.parquet").read_text() == BEFORE


def test_workers_end_with_an_interrupted_run(tmp_path: Path) -> None:
    path = claims_file(tmp_path / "claims.jsonl", *({**CLEAN, "claim_id": f"{number}"} for number in range(4000)))
    process = started("check", path, "--executor", "rete", cwd=tmp_path)
    until = time.monotonic() + LONGEST
    while not (children := children_of(process.pid)):
        assert time.monotonic() < until
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    assert process.communicate(timeout=LONGEST)[1].endswith("cleanclaim: interrupted\n")
    assert process.returncode == 130
    while [child for child in children if Path(f"/proc/{child}").exists()]:
        assert time.monotonic() < until, "a worker that was just being started ends when it finds nobody there"
        time.sleep(0.02)


def children_of(pid: int) -> list[int]:
    path = Path(f"/proc/{pid}/task/{pid}/children")
    if not path.exists():
        pytest.skip("what processes a process has is told by Linux alone")
    return [int(one) for one in path.read_text().split()]


def test_a_killed_worker_costs_one_claim_and_the_run_goes_on(claims: Path, tmp_path: Path) -> None:
    killing = """\
import os, signal
from cleanclaim.enrich.lines import Enricher
own = Enricher.lines
def lines(self, claim):
    if claim.claim_id == "0123":
        os.kill(os.getpid(), signal.SIGKILL)
    return own(self, claim)
Enricher.lines = lines
"""
    process = started("check", claims, "--format", "jsonl", "--executor", "rete", cwd=tmp_path, patch=killing)
    out, said = process.communicate(timeout=LONGEST)
    assert process.returncode == FAILED
    found = [json.loads(text) for text in out.splitlines()]
    assert [one["claim_id"] for one in found if one["edit_id"] == "SYS020"] == ["0123"]
    assert len(found) == 400
    assert "SIGKILL" in out
    assert "400 claims, 400 lines, " in said


@pytest.mark.parametrize("executor", EXECUTORS)
def test_a_run_killed_at_any_moment_leaves_the_old_output_or_the_new(
    executor: str, claims: Path, tmp_path: Path
) -> None:
    words = ("check", claims, "--output", "report.parquet", "--manifest", "m.json", "--executor", executor)
    began = time.monotonic()
    assert ended(started(*words, cwd=tmp_path)) == FOUND
    lasts = time.monotonic() - began
    right, told = (tmp_path / "report.parquet").read_bytes(), (tmp_path / "m.json").read_bytes()
    chance = random.Random(TIMES)
    for _ in range(TIMES):
        (tmp_path / "report.parquet").write_text(BEFORE)
        (tmp_path / "m.json").unlink(missing_ok=True)
        process = started(*words, cwd=tmp_path)
        time.sleep(chance.uniform(0.3, 1.1) * lasts)
        process.kill()
        process.communicate()
        assert (tmp_path / "report.parquet").read_bytes() in (right, BEFORE.encode())
        assert not (tmp_path / "m.json").exists() or (tmp_path / "m.json").read_bytes() == told
    assert ended(started(*words, cwd=tmp_path)) == FOUND
    assert (tmp_path / "report.parquet").read_bytes() == right
    assert left(tmp_path) == {"report.parquet", "m.json"}, "what killed runs left is cleared away by the next"


def test_a_run_that_goes_on_keeps_its_folders(claims: Path, tmp_path: Path) -> None:
    words = ("check", claims, "--output", "report.parquet", "--executor", "rete")
    first = started(*words, cwd=tmp_path, patch=MOMENTS["writing"])
    wait_for(tmp_path / "begun")
    (tmp_path / "patched" / "sitecustomize.py").unlink()
    before = left(tmp_path)
    assert len(before) == 2
    assert run(*words, cwd=tmp_path, TMPDIR=str(tmp_path / "scratch")).returncode == FOUND
    assert left(tmp_path) == before | {"report.parquet"}
    first.send_signal(signal.SIGINT)
    first.communicate(timeout=LONGEST)
    assert left(tmp_path) == {"report.parquet"}


@pytest.mark.parametrize("output", ["report.jsonl", "report.parquet"])
@pytest.mark.parametrize("executor", EXECUTORS)
def test_where_room_runs_out_the_output_stays_as_it_was(
    output: str, executor: str, claims: Path, tmp_path: Path
) -> None:
    (tmp_path / output).write_text(BEFORE)

    def no_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (9_000, 9_000))

    words = ("check", claims, "--output", output, "--executor", executor)
    process = started(*words, cwd=tmp_path, prepare=no_room)
    out, said = process.communicate(timeout=LONGEST)
    assert (process.returncode, out) == (WRONG_USE, "")
    assert said.splitlines()[-1].startswith("cleanclaim: ")
    assert "Traceback" not in said
    assert (tmp_path / output).read_text() == BEFORE
    assert left(tmp_path) == {output}


def parquet_claims(path: Path) -> Path:
    """A Parquet file of claims without compression, so that a page which is changed need not be noticed."""
    duckdb.sql(
        "copy (select 'C' || (i // 2) as claim_id, 'medicare' as payer_type, i % 2 + 1 as line_number, "
        "['15271', 'Q4257'][i % 2 + 1] as procedure_code, (i % 7) as units, date '2026-01-15' as date_of_service "
        f"from range(4000) r(i)) to '{path}' (format parquet)"
    )
    return path


@pytest.mark.parametrize("executor", EXECUTORS)
def test_a_parquet_file_with_a_broken_page_is_checked_or_clearly_failed(executor: str, tmp_path: Path) -> None:
    path = parquet_claims(tmp_path / "claims.parquet")
    whole = path.read_bytes()
    chance = random.Random(5)
    for _ in range(TIMES):
        content = bytearray(whole)
        place = chance.randrange(100, len(content) // 2)
        content[place : place + 8] = bytes(chance.randrange(256) for _ in range(8))
        path.write_bytes(content)
        done = run("check", path, "--output", "report.jsonl", "--executor", executor, cwd=tmp_path)
        assert done.returncode in (FOUND, WRONG_USE)
        if done.returncode == WRONG_USE and (tmp_path / "report.jsonl").exists():
            assert "SYS010" in (tmp_path / "report.jsonl").read_text()
        (tmp_path / "report.jsonl").unlink(missing_ok=True)


def test_two_jobs_at_once_on_one_library_are_both_right(claims: Path, tmp_path: Path) -> None:
    library = Path(__file__).parents[2] / "fixtures" / "releases"
    added = run("codes", "add", *sorted(library.iterdir()), "--library", "library.sqlite", cwd=tmp_path)
    assert added.returncode == 0
    jobs = [
        started("check", claims, "--library", "library.sqlite", "--output", f"{executor}{turn}.parquet",
                "--executor", executor, cwd=tmp_path)
        for executor in EXECUTORS for turn in range(2)
    ]  # fmt: skip
    assert {ended(job) for job in jobs} == {FOUND}
    assert len({path.read_bytes() for path in tmp_path.glob("*.parquet")}) == 1


def test_a_second_request_to_end_kills() -> None:
    script = """
import os, signal
from cleanclaim.interruption import Interrupted, interruptible
try:
    with interruptible():
        try:
            os.kill(os.getpid(), signal.SIGINT)
        except Interrupted:
            os.kill(os.getpid(), signal.SIGTERM)
            print("went on")
except Interrupted:
    print("caught")
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=LONGEST)
    assert (done.returncode, done.stdout) == (-signal.SIGTERM, "")
