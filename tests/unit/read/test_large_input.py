"""Input that is long, deep or full of quotes is read in one pass: none of it makes the reader hang."""

import subprocess
import sys

import pytest

LONGEST = 60
"""Seconds: far more than a pass takes on any machine, far less than going over the input once a character."""
READ = """
import sys
from cleanclaim.read.source import read_stream
found = list(read_stream(sys.stdin.buffer, "claims"))
print(len(found), sum(one.claim is not None for one in found))
status = open("/proc/self/status").read()
print(int(status.split("VmHWM:")[1].split()[0]) // 1024, file=sys.stderr)
"""
"""The most memory is that of the program itself: what rusage tells begins with its parent's."""
HEADER = b"claim_id,line_number,date_of_service,description\n"
ROW = b"A,%d,2026-01-15,x\n"
LINE = b'{"line_number": %d, "date_of_service": "2026-01-15"}'


def counts(content: bytes) -> tuple[int, int]:
    """How many things were read, and how many of them are claims."""
    done = subprocess.run([sys.executable, "-c", READ], input=content, capture_output=True, timeout=LONGEST, check=True)
    found, claims = done.stdout.split()
    assert int(done.stderr) < 1024, "megabytes"
    return int(found), int(claims)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"x" * 1_000_000, id="a line of letters"),
        pytest.param(b"\x00\xff" * 500_000, id="a line of bytes"),
        pytest.param(b"{" + b"x" * 1_000_000, id="an object that is none"),
        pytest.param(b'[{"a": "' + b'\\"' * 500_000, id="a string of escaped quotes that never closes"),
        pytest.param(b'{"a": "' + b"\\" * 1_000_001, id="a string of backslashes that never closes"),
        pytest.param(b"[" * 1_000_000, id="lists in lists"),
        pytest.param(b'{"a":' * 200_000, id="objects in objects"),
        pytest.param(b'{"' * 100_000, id="quotes that never close, on one line"),
        pytest.param(b'"claim_id,line_number' + b'"' * 100_001, id="a header of quotes"),
        pytest.param(b'{"claim_id": "A", "lines": [' + b"9" * 1_000_000 + b"]}", id="a number of a million digits"),
    ],
)  # fmt: skip
def test_a_long_line_of_garbage_is_named_once(content: bytes) -> None:
    assert counts(content) == (1, 0)


def test_a_hundred_thousand_quotes_that_never_close_cost_their_rows_alone() -> None:
    rows = b"".join(b'B,1,2026-01-15,"x%d\n' % number for number in range(100_000))
    assert counts(HEADER + ROW % 1 + rows + ROW % 2) == (100_001, 1)


def test_a_quote_that_never_closes_does_not_swallow_a_long_file() -> None:
    rows = b"".join(b"C%d,1,2026-01-15,x\n" % number for number in range(20_000))
    assert counts(HEADER + b'A,1,2026-01-15,"x\n' + rows) == (20_001, 20_000)


def test_a_claim_of_many_lines_is_read_with_the_place_of_each() -> None:
    lines = b",\n".join(LINE % number for number in range(1, 30_001))
    assert counts(b'[{"claim_id": "A", "lines": [\n' + lines + b"\n]}]") == (1, 1)


def test_many_broken_claims_in_a_list_are_each_named() -> None:
    assert counts(b"[" + b'{"a" 1},\n' * 20_000 + b"{}]") == (20_001, 0)
