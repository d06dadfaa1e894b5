"""One worker process as the run sees it: what it has in hand, what it answers, what it is on, and how it ended."""

import json
import os
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Sequence
from contextlib import suppress

from cleanclaim.workers.messages import LENGTH, MARK, NO_CLAIM, Answer, Ready, Refused, message_of
from cleanclaim.workers.work import Work

SECONDS_TO_START = 300.0
"""A worker that has no Checker by then counts as hanging. One takes about half a second."""
_SECONDS_TO_EXIT = 5.0
_READ_AT_ONCE = 1 << 20
_SAID = 300
"""Characters shown of what a worker said on standard error before it ended at its start."""
_PROGRAM = """\
import json, sys
sys.path[:] = json.loads(sys.argv[1])
from cleanclaim.workers.child import main
main()
"""


def command_of_a_worker() -> list[str]:
    """The command that starts a worker, on this Python and with this process's import path."""
    return [sys.executable, "-c", _PROGRAM, json.dumps([*map(str, sys.path)])]


class WorkerProcess:
    """A process and the pipes to it. Nothing here waits for it but `end`."""

    def __init__(self, command: Sequence[str], setup: bytes) -> None:
        """Start it and send it the setup. Raises OSError where no process can be started."""
        self._marks, marks = os.pipe()
        try:
            self._process = subprocess.Popen(  # noqa: S603  our own command
                [*command, str(marks)],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0, pass_fds=[marks],
                process_group=0,  # Ctrl-C in a terminal does not reach it: the run ends it
            )  # fmt: skip
        except BaseException:
            os.close(self._marks)
            raise
        finally:
            os.close(marks)
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        assert self._process.stderr is not None
        self._stdin, self._stdout, self._stderr = self._process.stdin, self._process.stdout, self._process.stderr
        for one in (self._marks, self.written_to, self.read_from, self._stderr.fileno()):
            os.set_blocking(one, False)
        self.in_hand: deque[Work] = deque()
        """What it was asked and has not answered, in order."""
        self.is_ready = False
        self.is_gone = False
        """Whether it has closed its end of the pipe: it has ended, or is about to."""
        self.is_spent = False
        """Whether its engine failed: it answers no more."""
        self._to_write = deque([memoryview(setup)])
        self._read = bytearray()
        self._mark = (-1, NO_CLAIM)
        self._last_sign = time.monotonic()
        self.write()

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    @property
    def written_to(self) -> int:
        """The file descriptor that messages go to."""
        return self._stdin.fileno()

    @property
    def read_from(self) -> int:
        """The file descriptor that answers come from."""
        return self._stdout.fileno()

    @property
    def has_to_write(self) -> bool:
        """Whether part of a message waits for room in the pipe."""
        return bool(self._to_write)

    def give(self, work: Work) -> None:
        """Hand it claims to check, after those that it has in hand."""
        if not self.in_hand:
            self._last_sign = time.monotonic()
        self.in_hand.append(work)
        self._to_write.append(memoryview(work.message()))
        self.write()

    def write(self) -> None:
        """Write what waits to be written, as far as there is room."""
        try:
            while self._to_write:
                part = self._to_write[0]
                sent = os.write(self.written_to, part)
                self._to_write[0] = part[sent:]
                if sent == len(part):
                    self._to_write.popleft()
        except BlockingIOError:
            pass
        except BrokenPipeError:  # it has ended; its last answers may still lie in the other pipe
            self._to_write.clear()

    def answers(self) -> list[Ready | Refused | Answer]:
        """The answers that have come whole and were not given out before."""
        with suppress(BlockingIOError):
            while part := os.read(self.read_from, _READ_AT_ONCE):
                self._read += part
                self._last_sign = time.monotonic()
            self.is_gone = True
        found: list[Ready | Refused | Answer] = []
        begin = 0
        while len(self._read) >= begin + LENGTH.size:
            (size,) = LENGTH.unpack_from(self._read, begin)
            body, end = begin + LENGTH.size, begin + LENGTH.size + size
            if len(self._read) < end:
                break
            found.append(message_of(bytes(self._read[body:end])))
            begin = end
        del self._read[:begin]
        self.is_ready = self.is_ready or any(isinstance(one, Ready) for one in found)
        self.is_spent = self.is_spent or any(isinstance(one, Answer) and one.is_spent for one in found)
        return found

    def on(self) -> int:
        """The place of the claim that it is on, or was on when it ended, in what it has first in hand; or NO_CLAIM."""
        with suppress(BlockingIOError):
            while marks := os.read(self._marks, MARK.size * 4096):
                self._mark = MARK.unpack(marks[-MARK.size :])
                self._last_sign = time.monotonic()
        number, place = self._mark
        return place if self.in_hand and self.in_hand[0].number == number else NO_CLAIM

    def overdue(self) -> float | None:
        """The seconds that it was allowed for what it is on, where it has been on it for longer; else None."""
        place = self.on()
        if not self.is_ready:
            allowed = SECONDS_TO_START
        elif self.in_hand:
            allowed = self.in_hand[0].seconds_allowed(place)
        else:
            return None
        return allowed if time.monotonic() - self._last_sign > allowed else None

    def kill(self) -> None:
        """Have it ended, and do not wait for that."""
        self._process.kill()

    def end(self) -> None:
        """End it at once, whatever it is on. What it answered before can still be read, until `close`."""
        with suppress(subprocess.TimeoutExpired):
            if self.is_gone:  # by itself: let it come to its own exit status
                self._process.wait(_SECONDS_TO_EXIT)
        self._process.kill()
        self._process.wait()

    def how_it_ended(self) -> str:
        """The name of the signal that ended it, or its exit status."""
        status = self._process.returncode
        try:
            return signal.Signals(-status).name
        except ValueError:
            return f"exit status {status}" if status >= 0 else f"signal {-status}"

    def last_words(self) -> str:
        """The last line that it wrote on standard error while it started, shortened; nothing where there is none."""
        try:
            said = os.read(self._stderr.fileno(), _READ_AT_ONCE).decode(errors="replace").strip()
        except BlockingIOError:
            said = ""
        return said.splitlines()[-1][:_SAID] if said else ""

    def close(self) -> None:
        """End it, and close the pipes to it."""
        self.end()
        for stream in (self._stdin, self._stdout, self._stderr):
            stream.close()
        if self._marks >= 0:
            os.close(self._marks)
        self._marks = -1
