"""Ctrl-C and a request to end: what is under way is stopped, what was begun is cleared away, and a second one kills.

An exception that a signal raises while DuckDB is at work may be lost in it, and the query then goes on: so what is at
work is told to stop as well, and whatever it then fails with counts as the interruption.
"""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_stops: list[Callable[[], None]] = []
_received: list[int] = []


class Interrupted(BaseException):
    """The program was asked to end."""


@contextmanager
def stopped_by(stop: Callable[[], None]) -> Iterator[None]:
    """Have `stop` called when the program is asked to end meanwhile; it may be called at any moment."""
    _stops.append(stop)
    try:
        yield
    finally:
        _stops.remove(stop)


@contextmanager
def interruptible() -> Iterator[None]:
    """Raise Interrupted when the program is asked to end; outside the main thread nothing is changed."""
    _received.clear()
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, _interrupt) for number in _SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def exit_status() -> int | None:
    """The exit status of a program that was asked to end; None where it was not."""
    return 128 + _received[0] if _received else None


def _interrupt(number: int, _: FrameType | None) -> None:
    _received.append(number)
    for one in _SIGNALS:
        signal.signal(one, signal.SIG_DFL)
    for stop in _stops:
        stop()
    raise Interrupted
