"""Workers that end, hang or never start: what it costs, and that nothing of them is left."""

import os
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import pytest

from cleanclaim.census import Verdict
from cleanclaim.claims import Location, ReadClaim
from cleanclaim.findings import Finding
from cleanclaim.pipeline import Checker
from cleanclaim.workers import messages, pool
from cleanclaim.workers.pool import Workers, WorkersNotStarted

from .claims import claim, library, line, record
from .test_workers import is_there, numbered

TESTS = Path(__file__).parents[1]
FAILING = [sys.executable, str(Path(__file__).with_name("failing_worker.py"))]
A4450 = record("A4450")
UNEXPECTEDLY = "the process that checked it ended unexpectedly"


def reads_with(*ids: str, every: int = 4) -> list[ReadClaim]:
    """Claims each with a finding on its own line, and at intervals one of each of these ids, with two lines."""
    reads: list[ReadClaim] = []
    for place, name in enumerate(ids, start=1):
        reads.extend(islice(numbered(every * place), every))
        billed = claim(line(1, "A4450", units=0), line(2, "A4450"), claim_id=name)
        reads.append(ReadClaim(claim=billed, location=Location(file="x", line=place)))
    return [*reads, *islice(numbered(every * (len(ids) + 1)), every)]


def failures(given: Iterable[tuple[ReadClaim, list[Finding]]]) -> Iterator[tuple[str | None, str]]:
    """The claims on which the engine failed, each with the reason; every other has the finding it ought to have."""
    for read, findings in given:
        assert read.claim is not None
        (finding,) = findings
        assert finding.claim_id == read.claim.claim_id
        assert finding.location == read.location
        if finding.edit_id == "SYS020":
            yield finding.claim_id, finding.evidence["reason"]
        else:
            assert (finding.edit_id, finding.line_number) == ("UOS010", 1)


def gone(pids: Iterable[int], seconds: float = 10) -> bool:
    """Whether the processes are gone, or soon are."""
    end = time.monotonic() + seconds
    while any(map(is_there, pids)):
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def test_what_ends_a_worker_costs_the_claim_it_was_on_and_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    ends = {
        "killed": f"{UNEXPECTEDLY}: SIGKILL", "crashing": f"{UNEXPECTEDLY}: SIGSEGV",
        "leaving": f"{UNEXPECTEDLY}: exit status 3", "failing": "durable_rules ran out of memory",
    }  # fmt: skip
    reads = reads_with(*ends, "loud", "killed", "killed")
    with Workers(library(A4450), processes=1, command=FAILING) as workers:
        given = list(workers.checked(reads))
        assert list(failures(given)) == [*ends.items(), *[("killed", ends["killed"])] * 2]

    verdict = Checker.verdict
    monkeypatch.setattr(
        Checker,
        "verdict",
        lambda self, read: (
            Verdict(failure=ends[name]) if (name := read.claim.claim_id) in ends else verdict(self, read)
        ),
    )
    one = Checker(library(A4450))
    assert given == [(read, one.check_read(read)) for read in reads]
    assert workers.census == one.census
    assert (one.census.failures, one.census.lines_not_fully_checked) == (6, 12)


def test_a_claim_that_ends_workers_before_they_begin_it_is_found_out() -> None:
    reads = reads_with("unfit", every=3)
    with Workers(library(A4450), processes=1, command=FAILING) as workers:
        assert list(failures(workers.checked(reads))) == [("unfit", f"{UNEXPECTEDLY}: SIGKILL")]


def test_a_claim_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "SECONDS_A_CLAIM", 1.0)
    monkeypatch.setattr(messages, "SECONDS_A_LINE", 0.25)
    with Workers(library(A4450), processes=2, command=FAILING) as workers:
        given = workers.checked(reads_with("hanging", every=100))
        assert list(failures(given)) == [("hanging", "it took longer than 1.5 seconds")]
        assert workers.census.failures == 1


def test_a_worker_that_hangs_while_the_run_is_away_ends_itself() -> None:
    with Workers(library(A4450), processes=1, command=[*FAILING, "0.5"]) as workers:
        given = workers.checked(reads_with("hanging"))
        assert list(failures(given)) == [("hanging", "it took longer than 61 seconds")]


def test_workers_killed_at_any_moment_cost_one_claim_each_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_CLAIMS_AT_ONCE", 16)
    chance, kills, reads = random.Random(4390), 0, list(islice(numbered(), 1200))
    given = []
    with Workers(library(A4450), processes=2) as workers:
        for one in workers.checked(reads):
            given.append(one)
            if kills < 4 and chance.random() < 1 / 100:
                os.kill(chance.choice(workers.pids), signal.SIGKILL)
                kills += 1
        failed = list(failures(given))
        assert [read for read, _ in given] == reads
        assert kills == 4
        assert len(failed) == workers.census.failures <= kills
        assert {reason for _, reason in failed} <= {f"{UNEXPECTEDLY}: SIGKILL"}


def test_a_worker_that_ends_with_nothing_to_do_costs_nothing() -> None:
    with Workers(library(A4450), processes=1) as workers:
        assert list(failures(workers.checked(islice(numbered(), 3)))) == []
        (first,) = workers.pids
        os.kill(first, signal.SIGKILL)
        assert list(failures(workers.checked(islice(numbered(), 3)))) == []
        assert workers.census.claims == 6
        assert workers.pids != [first]


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        ([sys.executable, "-c", "raise SystemExit('there is no engine')"], "exit status 1: there is no engine"),
        ([sys.executable, "-c", "import os; os.abort()"], "SIGABRT"),
        (["/there/is/no/such/program"], "No such file or directory"),
    ],
)
def test_workers_that_cannot_start_stop_the_run(command: list[str], reason: str) -> None:
    with Workers(library(A4450), processes=2, command=command) as workers:
        with pytest.raises(WorkersNotStarted, match=f"6 processes that were to check claims.*{re.escape(reason)}"):
            next(workers.checked(numbered()))
        assert workers.pids == []


def test_a_worker_that_hangs_as_it_starts_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cleanclaim.workers.process.SECONDS_TO_START", 0.2)
    command = [sys.executable, "-c", "import time; time.sleep(600)"]
    with (
        Workers(library(A4450), processes=1, command=command) as workers,
        pytest.raises(WorkersNotStarted, match="ended as they started"),
    ):
        next(workers.checked(numbered()))


SCRIPT = """\
import signal, sys
from cleanclaim.workers.pool import Workers
from unit.claims import library, record
from unit.test_workers_ending import FAILING, numbered, reads_with

signal.signal(signal.SIGINT, signal.default_int_handler)  # what runs in the background may have it ignored
claims = {"hanging": [*reads_with("hanging", every=64)], "all": numbered()}[sys.argv[1]]
with Workers(library(record("A4450")), processes=2, command=[*FAILING, "0.5"]) as workers:
    try:
        for place, _ in enumerate(workers.checked(claims)):
            if place == 60:
                print(*workers.pids, flush=True)
    except KeyboardInterrupt:
        print("interrupted")
print(workers.pids)
"""


def started(what: str) -> tuple[subprocess.Popen[str], list[int]]:
    """A script of a user without a guard, at its claims, in a process group of its own; and its workers."""
    script = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, what], cwd=TESTS, text=True, start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert script.stdout is not None
    return script, [int(word) for word in script.stdout.readline().split()]


def test_ctrl_c_ends_all_without_a_word_of_the_workers() -> None:
    script, pids = started("all")
    with script:
        os.killpg(script.pid, signal.SIGINT)
        said, complained = script.communicate(timeout=20)
    assert len(pids) == 2
    assert (script.returncode, said, complained) == (0, "interrupted\n[]\n", "")
    assert gone(pids, 0)


@pytest.mark.parametrize("claims", ["all", "hanging"])
def test_workers_end_when_the_run_is_killed(claims: str) -> None:
    script, pids = started(claims)
    with script:
        script.kill()
    assert pids
    assert gone(pids)
