"""Runs the command line, in a process of its own or, where many runs are wanted, in this one."""

import io
import json
import os
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any
from unittest.mock import patch

from cleanclaim.cli import main

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "fixtures" / "claims"
DEMONSTRATION = FIXTURES / "demonstration.json"
PROGRAM = (sys.executable, "-m", "cleanclaim")
LONGEST = 60
"""Seconds that one run may take before it counts as hanging."""

NOTHING_BAD, FOUND, WRONG_USE, FAILED = 0, 1, 2, 3

Run = subprocess.CompletedProcess[str]
NO_DATA = os.path.join(os.devnull, "data")  # noqa: PTH118
"""A data folder in which there is no library of one's own, and in which none can be made."""


def environment(**more: str) -> dict[str, str]:
    """The environment of a run: ours, but for what would change how it speaks, and what it looks up."""
    dropped = ("NO_COLOR", "PYTHONPATH", "PYTHONUTF8", "CLEANCLAIM_LIBRARY")
    ours = {name: value for name, value in os.environ.items() if name not in dropped}
    return {**ours, "XDG_DATA_HOME": NO_DATA, **more}


def run(*arguments: object, cwd: Path, standard_input: str | bytes = "", **more: str) -> Run:
    """One run of the command line in a folder, with more in its environment; none ever ends in a traceback."""
    given = standard_input.encode() if isinstance(standard_input, str) else standard_input
    done = subprocess.run(
        [*PROGRAM, *map(str, arguments)], cwd=cwd, input=given, env=environment(**more), capture_output=True,
        check=False, timeout=LONGEST,
    )  # fmt: skip
    result = Run(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())
    assert "Traceback" not in result.stderr
    return result


def run_here(*arguments: object, cwd: Path, standard_input: bytes = b"", **more: str) -> Run:
    """The same in this process; whatever but an exit leaves the command line, is raised here."""
    given = io.TextIOWrapper(io.BufferedReader(io.BytesIO(standard_input)), encoding="utf-8")  # type: ignore[type-var]
    out, notices = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    status: object = None
    words = ["cleanclaim", *map(str, arguments)]
    with (
        chdir(cwd),
        patch("sys.argv", words),
        patch("sys.stdin", given),
        patch.dict("os.environ", environment(**more), clear=True),
        redirect_stdout(out),
        redirect_stderr(notices),
    ):
        try:
            main()
        except SystemExit as left:
            status = left.code or NOTHING_BAD
    printed, said = (_written(stream) for stream in (out, notices))
    assert isinstance(status, int)
    return Run(words, status, printed, said)


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    written = stream.buffer
    assert isinstance(written, io.BytesIO)
    return written.getvalue().decode()


def findings(done: Run) -> list[dict[str, Any]]:
    """The findings that a run printed as JSON Lines."""
    return [json.loads(line) for line in done.stdout.splitlines()]


def fired(done: Run) -> list[tuple[str | None, int | None, str]]:
    """Claim, line and edit of each finding printed as JSON Lines."""
    return [(one["claim_id"], one["line_number"], one["edit_id"]) for one in findings(done)]


def refusal(done: Run) -> str:
    """What a run said that was refused: nothing was printed but the reason."""
    assert done.returncode == WRONG_USE
    assert done.stdout == ""
    assert all(line.startswith("cleanclaim: ") for line in done.stderr.splitlines())
    return "\n".join(line.removeprefix("cleanclaim: ") for line in done.stderr.splitlines())


def line(number: int, code: str, **rest: object) -> dict[str, object]:
    """A line of one unit."""
    return {"line_number": number, "procedure_code": code, "units": 1, "date_of_service": "2026-01-15", **rest}


def claims_file(path: Path, *claims: dict[str, object]) -> Path:
    """A file of claims, one a line; each is on Medicare unless it says otherwise."""
    path.write_text(
        "".join(json.dumps({"payer_type": "medicare", **claim}) + "\n" for claim in claims), encoding="utf-8"
    )
    return path


CLEAN: dict[str, object] = {"claim_id": "CLEAN", "lines": [line(1, "15271"), line(2, "Q4257")]}
DENIED: dict[str, object] = {"claim_id": "DENIED", "lines": [line(1, "Q4257")]}
RETURNED: dict[str, object] = {"claim_id": "RETURNED", "lines": [line(1, "99213", units=0)]}
NOT_CHECKED: dict[str, object] = {"claim_id": "UNKNOWN", "payer_type": "unknown", "lines": [line(1, "99213")]}
ADVISED: dict[str, object] = {
    "claim_id": "ADVISED", "billing_taxonomy": "261QA1903X", "place_of_service": "24",
    "lines": [line(1, "15271"), line(2, "Q4390")],
}  # fmt: skip
UNREADABLE: dict[str, object] = {"claim_id": "UNREADABLE", "lines": [line(1, "99213", units="many")]}
