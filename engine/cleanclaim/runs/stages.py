"""What a run says of itself while it goes on: notices, its stages and how it ended, as text or as JSON."""

import json
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import Self, TextIO, TypeVar

from cleanclaim.report.text import Summary, census_lines, plain
from cleanclaim.report.writing import write_stream

Item = TypeVar("Item")
_KEYS = (
    "event", "stage", "text", "seconds", "claims", "lines", "findings", "bypassed", "lines_not_fully_checked",
    "unreadable", "library", "library_content", "not_loaded", "status",
)  # fmt: skip
"""Those of every object that is logged as JSON; what does not apply is null."""
_SECONDS_UNTIL_SHOWN, _SECONDS_BETWEEN = 2.0, 0.5
_CLEARED = "\r\x1b[K"
_SHARE_THAT_TELLS = 0.02


@dataclass
class _Stage:
    name: str
    unit: str
    began: float
    share: Callable[[], float | None] | None
    """How much of a step of the stage is done, where that is known; the next step begins anew."""
    done: int = 0
    step_began: float = 0.0
    step_share: float = 0.0


class Stages:
    """Tells of a run on a stream. Progress is shown on a terminal alone, and only of a stage that takes long."""

    def __init__(self, stream: TextIO | None = None, *, as_json: bool = False) -> None:
        """Without a stream nothing is told."""
        self._stream = stream
        self._as_json = as_json
        self._stage: _Stage | None = None
        self._shows = stream is not None and not as_json and stream.isatty()
        self._is_over = threading.Event()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._is_shown = False

    def __enter__(self) -> Self:
        """Progress is shown from the first stage on."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end_stage()
        self._is_over.set()
        if self._thread is not None:
            self._thread.join()

    def begin(self, name: str, unit: str = "claims", share: Callable[[], float | None] | None = None) -> None:
        """A stage begins, and the one before it has ended. `share` says how much of it is done, where that is known."""
        self._end_stage()
        with self._lock:
            self._stage = _Stage(name, unit, time.monotonic(), share)
        if self._shows and self._thread is None:
            self._thread = threading.Thread(target=self._show, daemon=True)
            self._thread.start()

    def advance(self, number: int) -> None:
        """So many more are done."""
        if self._stage is not None:
            self._stage.done += number

    def each(self, items: Iterable[Item]) -> Iterator[Item]:
        """The items, each of which is one more done when it is taken."""
        for item in items:
            self.advance(1)
            yield item

    def notice(self, text: str) -> None:
        """Something that the user ought to know."""
        self._write([f"notice: {plain(text)}\n"], "notice", text=plain(text))

    def failure(self, text: str, status: int) -> None:
        """Why the run ends as it does."""
        self._write([f"cleanclaim: {plain(line)}\n" for line in text.splitlines()], "failure", text=text, status=status)

    def end(self, summary: Summary, status: int, *, with_census: bool) -> None:
        """What the run came to; as text the census is written where the report does not hold it."""
        self._end_stage()
        self._write(
            list(census_lines(summary, frozenset())) if with_census else [], "end", claims=summary.claims,
            lines=summary.lines, findings=dict(summary.findings), bypassed=summary.bypassed,
            lines_not_fully_checked=summary.lines_not_fully_checked, unreadable=summary.unread,
            library=summary.library or None, library_content=summary.library_content or None,
            not_loaded=list(summary.not_loaded), status=status,
        )  # fmt: skip

    def _end_stage(self) -> None:
        with self._lock:
            stage, self._stage = self._stage, None
            self._clear()
        if stage is not None:
            seconds = round(time.monotonic() - stage.began, 3)
            self._write([], "stage", stage=stage.name, seconds=seconds, **{stage.unit: stage.done or None})

    def _write(self, text_lines: list[str], event: str, /, **values: object) -> None:
        if self._stream is None:
            return
        lines = text_lines
        if self._as_json:
            lines = [json.dumps(dict.fromkeys(_KEYS) | {"event": event} | values) + "\n"]
        if lines:
            with self._lock:
                self._clear()
                write_stream(lines, self._stream)

    def _show(self) -> None:
        while not self._is_over.wait(_SECONDS_BETWEEN):
            with self._lock:
                stage, now = self._stage, time.monotonic()
                if stage is not None and now - stage.began > _SECONDS_UNTIL_SHOWN:
                    assert self._stream is not None
                    write_stream([_CLEARED + _progress(stage, now)], self._stream)
                    self._is_shown = True

    def _clear(self) -> None:
        if self._is_shown and self._stream is not None:
            write_stream([_CLEARED], self._stream)
            self._is_shown = False


def _progress(stage: _Stage, now: float) -> str:
    """How far a stage is, on one line."""
    seconds, parts = now - stage.began, []
    if stage.done:
        parts.append(f"{stage.done:,} {stage.unit}, {stage.done / seconds:,.0f} a second")
    share = stage.share() if stage.share else None
    if share is None or share < stage.step_share or not stage.step_began:
        stage.step_began = now if stage.step_began else stage.began
    stage.step_share = share or 0.0
    if share is not None and share > _SHARE_THAT_TELLS:
        left = (now - stage.step_began) * (1 - share) / share
        parts.append(f"{min(share, 1.0):.0%}, {_minutes(left)} left")
    return f"{stage.name}: {', '.join(parts or [_minutes(seconds)])}"


def _minutes(seconds: float) -> str:
    minutes, rest = divmod(max(0, round(seconds)), 60)
    return f"{minutes}:{rest:02}"
