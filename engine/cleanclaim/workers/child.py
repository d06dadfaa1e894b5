"""What runs in a worker process: claims in on standard input, what the engine makes of them out on standard output.

Before each claim a mark goes out on a pipe of its own, which the run looks at only now and then; it outlives the
worker, and tells on which claim it ended.
"""

import os
import pickle
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from cleanclaim.census import Verdict
from cleanclaim.claims import ReadClaim
from cleanclaim.edit_files import load_catalogue
from cleanclaim.pipeline import Checker
from cleanclaim.workers.messages import (
    LENGTH,
    MARK,
    NO_CLAIM,
    Answer,
    Asked,
    Batch,
    Message,
    Ready,
    Refused,
    Setup,
    digest_of,
    message_of,
    seconds_allowed,
    written,
)

_NOTHING_READ = ReadClaim(claim=None)


def main() -> None:
    """Serve a run, until it closes our standard input or the engine fails.

    The last argument of the command line is the number of the file descriptor for marks.
    """
    _keep_to_ourselves()
    marks = int(sys.argv[-1])
    claims, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    with Path(os.devnull).open("r+b") as nothing:
        os.dup2(nothing.fileno(), 0)
        os.dup2(nothing.fileno(), 1)  # what C code may print is no answer
        with suppress(BrokenPipeError):
            if isinstance(setup := _next(claims), Setup) and (checker := _made(setup, answers)):
                os.dup2(nothing.fileno(), 2)  # a dying C library's last words are no report
                _serve(checker, claims, answers, marks)
    os._exit(0)


def _keep_to_ourselves() -> None:
    """End without a word when interrupted, and leave no core file: it would hold claims."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _made(setup: Setup, answers: BinaryIO) -> Checker | None:
    """The Checker of this worker; None where it cannot be made, which is told."""
    try:
        catalogue = load_catalogue(*setup.rules)
        if digest_of(catalogue) != setup.catalogue:
            raise ValueError("the edits are not those of the run: their files have changed, or others were named")
        library = pickle.loads(setup.library)  # noqa: S301  from the run that started us
        checker = Checker(library, catalogue, payer_type=setup.payer_type, information=setup.information)
    except (ValueError, OSError) as wrong:
        _answer(answers, Refused(str(wrong)))
        return None
    _answer(answers, Ready())
    return checker


def _serve(checker: Checker, claims: BinaryIO, answers: BinaryIO, marks: int) -> None:
    while not checker.is_spent and isinstance(batch := _next(claims), Batch):
        verdicts: list[Verdict | None] = []
        for place, asked in enumerate(batch.claims):
            os.write(marks, MARK.pack(batch.number, place))
            # The run ends a worker that hangs. Where the run itself was killed, this does: C code never returns.
            signal.setitimer(signal.ITIMER_REAL, 2 * seconds_allowed(asked.claim))
            verdict = checker.verdict(_read(asked))
            verdicts.append(verdict if any(verdict) else None)
            if checker.is_spent:
                break
        signal.setitimer(signal.ITIMER_REAL, 0)
        os.write(marks, MARK.pack(batch.number, NO_CLAIM))
        _answer(answers, Answer(batch.number, verdicts, checker.is_spent))


def _read(asked: Asked) -> ReadClaim:
    return _NOTHING_READ.model_copy(update=asked._asdict())  # a third of the time that making one takes


def _answer(answers: BinaryIO, message: Message) -> None:
    answers.write(written(message))
    answers.flush()


def _next(claims: BinaryIO) -> Message | None:
    """The next message, None at the end: the run is over, or is no more."""
    length = claims.read(LENGTH.size)
    if len(length) < LENGTH.size:
        return None
    (size,) = LENGTH.unpack(length)
    body = claims.read(size)
    return message_of(body) if len(body) == size else None
