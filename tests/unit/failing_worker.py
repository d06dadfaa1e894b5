"""A worker as it is, but for claims whose id says what is to go wrong on them. A program: see test_workers_ending."""

import ctypes
import os
import re
import signal
import sys
from typing import Any

import durable_rules_engine

from cleanclaim.claims import ReadClaim
from cleanclaim.pipeline import Checker
from cleanclaim.workers import child, messages

_verdict, _message_of = Checker.verdict, messages.message_of


def _out_of_memory(*_: object) -> None:
    raise MemoryError


def _failing_verdict(self: Checker, read: ReadClaim) -> Any:
    assert read.claim is not None
    match read.claim.claim_id:
        case "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        case "crashing":
            ctypes.string_at(0)
        case "leaving":
            os._exit(3)
        case "hanging":
            re.match("(a+)+$", "a" * 90 + "b")  # in C, and for ever
        case "failing":
            durable_rules_engine.assert_fact = _out_of_memory
        case "loud":
            os.write(1, b"printed by C code\n")
            os.write(2, b"and complained of\n")
    return _verdict(self, read)


def _failing_message_of(body: bytes) -> Any:
    message = _message_of(body)
    if isinstance(message, messages.Batch) and any(one.claim.claim_id == "unfit" for one in message.claims):
        os.kill(os.getpid(), signal.SIGKILL)
    return message


if len(sys.argv) > 2:
    messages.SECONDS_A_CLAIM, messages.SECONDS_A_LINE = float(sys.argv[1]), 0
Checker.verdict = _failing_verdict  # type: ignore[method-assign]
child.message_of = _failing_message_of
child.main()
