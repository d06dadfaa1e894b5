"""Workers: many claims checked in processes of their own, so that an engine that crashes costs one claim.

durable_rules is C code with known ways to crash and to hang, and a Checker belongs to one process. So each worker is a
fresh Python that loads library and edits and makes a Checker of its own; the run keeps what it asked until it is
answered. A worker is started as a program, with pipes to it, and not with multiprocessing: what that spawns runs the
user's script again, which may lack a guard, and what it forks takes along the locks of threads and a durable_rules
that must not be used in a second process.

The run itself is one thread that never waits for one worker alone. The clock that ends a hanging worker is here; engine
and edits have none.
"""

import os
import pickle
import selectors
import signal
from bisect import insort
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from cleanclaim.catalogue import Catalogue
from cleanclaim.census import Census, place_of, reported
from cleanclaim.claims import PayerType, ReadClaim
from cleanclaim.edit_files import load_catalogue
from cleanclaim.findings import Finding
from cleanclaim.pipeline import CheckerMisused
from cleanclaim.releases.library import CodeLibrary
from cleanclaim.releases.opening import bundled_library
from cleanclaim.workers.messages import Ready, Refused, Setup, digest_of, written
from cleanclaim.workers.process import WorkerProcess, command_of_a_worker
from cleanclaim.workers.work import Work

_CLAIMS_AT_ONCE, _LINES_AT_ONCE = 32, 256
"""In one message: with fewer the messages cost, with more a worker's end costs more claims a second check."""
_IN_HAND = 2
"""Messages that a worker has at once, so that it need not wait for the run to read on."""
_IN_FLIGHT = 6
"""Messages a process that are asked or answered and not yet given out: memory is bounded by them."""
_FAILED_STARTS = 3
"""So many a process and no worker that came to work in between: then none will."""
_SECONDS_BETWEEN_LOOKS = 0.25


class WorkersNotStarted(RuntimeError):
    """No worker comes to the point where it could check a claim; the message says why."""


class Workers:
    """Checks claims in worker processes, one a core unless said otherwise.

    Hold them open for a run, with `with`: starting one takes half a second, and they start when there is something to
    do. They belong to one thread, and need a POSIX system. A worker that ends or hangs costs the claim that it was on,
    which is reported as SYS020; one whose engine failed is replaced by another.
    """

    def __init__(
        self,
        library: CodeLibrary | None = None,
        catalogue: Catalogue | None = None,
        *,
        rules: Sequence[Path] = (),
        payer_type: PayerType = "unknown",
        information: bool = False,
        processes: int | None = None,
        command: Sequence[str] | None = None,
    ) -> None:
        """Settings as for a Checker, which each worker makes of them.

        A catalogue cannot be handed from process to process: `rules` are the payer's folders that it was loaded with,
        and each worker loads it anew, as it opens anew a library that is a file. One that finds another catalogue or
        library than the run was begun with refuses to start. `processes` is at least 1. `command` starts a worker, to
        which the number of a file descriptor is added; see child.py.

        Raises CatalogueRefused, LibraryRefused and FileNotFoundError.
        """
        self._catalogue = catalogue or load_catalogue(*rules)
        setup = Setup(
            library=pickle.dumps(library or bundled_library()[0], pickle.HIGHEST_PROTOCOL),
            rules=tuple(folder.absolute() for folder in rules),
            catalogue=digest_of(self._catalogue),
            payer_type=payer_type,
            information=information,
        )
        self._setup = written(setup)
        self._command = command_of_a_worker() if command is None else command
        self._processes = max(1, processes or cores())
        self._workers: list[WorkerProcess] = []
        self._in_flight: deque[Work] = deque()
        self._waiting: list[Work] = []
        self._numbers = 0
        self._failed_starts = 0
        self._is_open = True
        self.census = Census()
        """What the claims given out so far came to, as a Checker counts them."""

    def __enter__(self) -> Self:
        """Nothing is started before there is something to check."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def pids(self) -> list[int]:
        """The numbers of the processes that are there now."""
        return [worker.pid for worker in self._workers]

    def checked(self, reads: Iterable[ReadClaim]) -> Iterator[tuple[ReadClaim, list[Finding]]]:
        """Each claim of the input, in its order, with what Checker.check_read finds on it.

        Reads on as claims are given out, at most 192 claims ahead a process. Closing it early ends the workers. Raises
        WorkersNotStarted, CheckerMisused where these Workers are closed or still at other claims, and what `reads`
        raises.
        """
        if self._in_flight:
            raise CheckerMisused("these Workers are at other claims")
        source, is_read = iter(reads), False
        try:
            while True:
                if not self._is_open:
                    raise CheckerMisused("these Workers are closed")
                seconds = 0.0
                if not is_read and len(self._in_flight) < _IN_FLIGHT * self._processes:
                    is_read = not self._take_up(source)
                elif self._in_flight and self._in_flight[0].is_done:
                    yield from self._given_out(self._in_flight.popleft())
                elif self._in_flight:
                    seconds = _SECONDS_BETWEEN_LOOKS
                else:
                    return
                self._go_on(seconds)
        finally:
            if self._in_flight:
                self._stop()

    def close(self) -> None:
        """End the workers at once. May be called again."""
        self._is_open = False
        self._stop()

    def _stop(self) -> None:
        self._in_flight.clear()
        self._waiting.clear()
        for worker in self._workers:
            worker.kill()
        while self._workers:
            self._workers[-1].close()
            self._workers.pop()

    def _take_up(self, source: Iterator[ReadClaim]) -> bool:
        """Read claims for one message; False when there are none any more."""
        reads: list[ReadClaim] = []
        lines = 0
        for read in source:
            reads.append(read)
            lines += len(read.claim.lines) if read.claim else 0
            if len(reads) == _CLAIMS_AT_ONCE or lines >= _LINES_AT_ONCE:
                break
        if not reads:
            return False
        self._numbers += 1
        work = Work(self._numbers, reads)
        self._in_flight.append(work)
        self._put_back(work)
        return True

    def _given_out(self, work: Work) -> Iterator[tuple[ReadClaim, list[Finding]]]:
        for read, verdict in zip(work.reads, work.verdicts, strict=True):
            placed = verdict and verdict._replace(findings=[_placed(one, read) for one in verdict.findings])
            yield read, reported(read, placed, self._catalogue, self.census)

    def _go_on(self, seconds: float) -> None:
        """Wait until a worker has something for us, so long at most; take it, and hand out what waits."""
        if seconds:
            with selectors.DefaultSelector() as selector:
                for worker in self._workers:
                    selector.register(worker.read_from, selectors.EVENT_READ)
                    if worker.has_to_write:
                        selector.register(worker.written_to, selectors.EVENT_WRITE)
                selector.select(seconds)
        for worker in tuple(self._workers):
            worker.write()
            self._enter_answers(worker)
            overdue = worker.overdue()
            if worker.is_gone or worker.is_spent or overdue:
                self._part_with(worker, overdue)
        self._hand_out()

    def _hand_out(self) -> None:
        """Give what waits to the worker that has the least in hand; to a new one where all have some."""
        while self._waiting:
            worker = min(self._workers, key=lambda one: len(one.in_hand), default=None)
            if (worker is None or worker.in_hand) and len(self._workers) < self._processes:
                worker = self._started() or worker
            if worker is None or len(worker.in_hand) == _IN_HAND:
                return
            worker.give(self._waiting.pop(0))

    def _put_back(self, work: Work) -> None:
        """Have the rest of some work wait to be handed out, the earlier claims first."""
        if not work.is_done:
            insort(self._waiting, work, key=lambda one: one.number)

    def _started(self) -> WorkerProcess | None:
        """A new worker; None where the system has none to give just now."""
        try:
            worker = WorkerProcess(self._command, self._setup)
        except OSError as wrong:
            if not self._workers:
                self._count_failed_start(f"the system says: {wrong.strerror}")
            return None
        self._workers.append(worker)
        return worker

    def _enter_answers(self, worker: WorkerProcess) -> None:
        for answer in worker.answers():
            if isinstance(answer, Refused):
                raise WorkersNotStarted(answer.reason)
            if isinstance(answer, Ready):
                self._failed_starts = 0
            else:
                work = worker.in_hand.popleft()
                work.take(answer)
                self._put_back(work)

    def _part_with(self, worker: WorkerProcess, overdue: float | None) -> None:
        """End a worker, if it has not ended; what it had in hand goes to others, less the claim that it was on."""
        worker.end()
        self._enter_answers(worker)
        place, how = worker.on(), worker.how_it_ended()
        if worker.is_ready and worker.in_hand and not worker.is_spent:
            work = worker.in_hand[0]
            if how == signal.SIGALRM.name:  # by its own watch, as ours was away
                overdue = overdue or work.seconds_allowed(place)
            unexpectedly = f"the process that checked it ended unexpectedly: {how}"
            work.ended(place, f"it took longer than {overdue:g} seconds" if overdue else unexpectedly)
        for work in worker.in_hand:
            self._put_back(work)
        words = worker.last_words()
        self._workers.remove(worker)
        worker.close()
        if not worker.is_ready:
            self._count_failed_start(f"{how}: {words}" if words else how)

    def _count_failed_start(self, how: str) -> None:
        """Workers may end while they start, but not one after the other."""
        self._failed_starts += 1
        if self._failed_starts == _FAILED_STARTS * self._processes:
            many = f"{self._failed_starts} processes that were to check claims ended as they started"
            raise WorkersNotStarted(f"{many}: {how}")


def cores() -> int:
    """The number of cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _placed(finding: Finding, read: ReadClaim) -> Finding:
    return finding.model_copy(update={"location": place_of(read, finding.line_number)})
