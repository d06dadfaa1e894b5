"""Workers: what they find is what one Checker finds, in the order of the input, with memory that is bounded."""

import os
import pickle
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

import pytest

from cleanclaim.claims import Claim, Location, ReadClaim, Unreadable
from cleanclaim.edit_files import load_catalogue
from cleanclaim.pipeline import Checker, CheckerMisused
from cleanclaim.read.source import read_claims
from cleanclaim.releases.adding import add_files
from cleanclaim.releases.library import LibraryRefused
from cleanclaim.releases.opening import bundled_library, read_library
from cleanclaim.workers import pool
from cleanclaim.workers.pool import Workers, WorkersNotStarted

from .claims import claim, library, line, record

ROOT = Path(__file__).parents[2]
RECORDS = ROOT / "fixtures" / "record_documents"
PAYER_RULES = ROOT / "fixtures" / "payer_rules"
A4450 = record("A4450")


def is_there(pid: int) -> bool:
    """Whether there is such a process, be it one that ended and that nobody waited for."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def numbered(first: int = 0) -> Iterator[ReadClaim]:
    """Claims without end, each with a finding of its own."""
    for number in count(first):
        yield ReadClaim(claim=claim(line(1, "A4450", units=0), claim_id=str(number)), location=Location(line=number))


def of_fixtures() -> list[ReadClaim]:
    """Claims of all the formats, and files that cannot be read."""
    files = sorted(one for one in (ROOT / "fixtures" / "claims").rglob("*") if one.is_file())
    return [read for file in files for read in read_claims(file, file.name)]


def test_findings_and_census_are_those_of_one_checker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_CLAIMS_AT_ONCE", 3)
    reads = [*of_fixtures(), *of_fixtures(), *islice(numbered(), 10)]
    assert any(read.claim is None for read in reads)
    catalogue = load_catalogue(PAYER_RULES)
    one = Checker(bundled_library()[0], catalogue, payer_type="medicare", information=True)
    expected = [(read, one.check_read(read)) for read in reads]
    assert one.census.unread
    assert one.census.lines_not_fully_checked
    with Workers(
        catalogue=catalogue, rules=[PAYER_RULES], payer_type="medicare", information=True, processes=2
    ) as workers:
        assert list(workers.checked(iter(reads))) == expected
        assert workers.census == one.census
        assert len(workers.pids) == 2


def test_a_claim_with_doubts_about_it_is_judged_as_it_was_read() -> None:
    unread = Unreadable(claim_id="1", line_number=2, field="units", reason="is no number", location=Location(line=9))
    billed = claim(line(1, "A4450"), line(3, "A4450"), payer_type="unknown")
    reads = [
        ReadClaim(claim=billed, unreadable=(unread,), location=Location(line=1)),
        ReadClaim(claim=billed, unread_fields=frozenset({"payer_type"})),
        ReadClaim(claim=billed, is_whole=False, line_locations={3: Location(line=7)}),
        ReadClaim(claim=billed, passed_over=frozenset({"name"})),
    ]
    one = Checker(library(A4450), payer_type="medicare")
    expected = [one.check_read(read) for read in reads]
    with Workers(library(A4450), payer_type="medicare", processes=1) as workers:
        given = list(workers.checked(reads))
        assert [findings for _, findings in given] == expected
        assert all(read is given_back for read, (given_back, _) in zip(reads, given, strict=True))
        assert workers.census == one.census


def test_reading_is_a_bounded_number_of_claims_ahead_and_leaving_early_ends_the_workers() -> None:
    taken = 0

    def counted() -> Iterator[ReadClaim]:
        nonlocal taken
        for read in numbered():
            taken += 1
            yield read

    with Workers(library(A4450), processes=1) as workers:
        checked = workers.checked(counted())
        for place, (read, findings) in enumerate(islice(checked, 1000)):
            assert (read.claim and read.claim.claim_id) == str(place) == findings[0].claim_id
            assert taken <= place + 500
        assert workers.census.claims == 1000
        pids = workers.pids
        assert all(map(is_there, pids))
        checked.close()
        assert not any(map(is_there, pids))
        checked = workers.checked(numbered())
        next(checked)
        pids = workers.pids
    assert not any(map(is_there, pids))
    for late in (checked, workers.checked(numbered())):
        with pytest.raises(CheckerMisused, match="closed"):
            list(late)
    assert workers.pids == []


def test_an_error_of_the_reader_is_the_callers_and_ends_the_workers() -> None:
    def failing() -> Iterator[ReadClaim]:
        yield from islice(numbered(), 100)
        raise OSError("the disk is gone")

    with Workers(library(A4450), processes=1) as workers:
        with pytest.raises(OSError, match="the disk is gone"):
            list(workers.checked(failing()))
        assert workers.pids == []


def test_workers_are_at_one_input_at_a_time() -> None:
    with Workers(library(A4450), processes=1) as workers:
        first = workers.checked(islice(numbered(), 700))
        next(first)
        with pytest.raises(CheckerMisused, match="at other claims"):
            next(workers.checked(numbered()))
        assert len(list(first)) == 699
        assert len(list(workers.checked(islice(numbered(), 3)))) == 3


def test_what_holds_no_claim_needs_no_worker() -> None:
    unread = Unreadable(claim_id=None, field="file", reason="it is empty", location=Location(file="x"))
    with Workers(library(A4450)) as workers:
        ((_, (finding,)),) = workers.checked([ReadClaim(claim=None, unreadable=(unread,))])
        assert finding.edit_id == "SYS010"
        assert workers.pids == []
        assert list(workers.checked([])) == []
        assert (workers.census.unread, workers.census.claims) == (1, 0)


def test_a_library_file_is_opened_in_the_worker_and_must_be_the_same(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    documents = sorted(RECORDS.iterdir())
    add_files(path, documents)
    opened, plain = read_library(path)[0], bundled_library()[0]
    assert pickle.loads(pickle.dumps(opened)).content_hash == plain.content_hash
    billed = Claim.model_validate(
        {"claim_id": "1", "payer_type": "medicare", "lines": [line(1, "Q4257"), line(2, "X")]}
    )
    with Workers(opened, processes=1) as workers:
        ((_, findings),) = workers.checked([ReadClaim(claim=billed)])
        assert findings == Checker(plain).check(billed)
    pickled = pickle.dumps(opened)
    path.unlink()
    add_files(path, documents[:1])
    with pytest.raises(LibraryRefused, match=r"library\.sqlite: was changed since the run began"):
        pickle.loads(pickled)
    with Workers(opened, processes=1) as workers, pytest.raises(WorkersNotStarted, match="was changed since"):
        list(workers.checked([ReadClaim(claim=billed)]))


def test_other_edits_than_those_of_the_run_are_refused() -> None:
    with Workers(catalogue=load_catalogue(PAYER_RULES), processes=1) as workers:
        with pytest.raises(WorkersNotStarted, match="the edits are not those of the run"):
            next(workers.checked(numbered()))
        assert workers.pids == []
