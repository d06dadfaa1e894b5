"""How fast claims are read from X12 837P, and in how much memory: cleanclaim, and public readers of whole documents.

In one run on one machine, on the same file: cleanclaim from the file to its `Claim`s; pyx12's context reader, which
checks each loop against the guide; x12sdk's model reader. Each runs as a process of its own on one core; seconds are of
that process, imports aside. All must find as many claims and lines as were written. Then cleanclaim alone on a file of
some size: its memory must not grow with it.

    python -m tests.benchmarks.x12 [--claims 3000] [--most-bytes 100000000] [--rounds 2]

A gigabyte (`--most-bytes 1000000000`) takes some 2 minutes.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from .x12_claims import lines_of, write_claims

_ROOT = Path(__file__).resolve().parents[2]
TARGET_CLAIMS_PER_SECOND = 10_000
MOST_MEGABYTES = 150
Read = Callable[[Path], tuple[int, int]]
"""A file to its claims and lines."""


def by_cleanclaim() -> Read:
    """Our reader, from the file to claims."""
    from cleanclaim.read.source import read_claims

    def read(path: Path) -> tuple[int, int]:
        claims = lines = 0
        for one in read_claims(path):
            assert one.claim is not None
            assert not one.unreadable
            claims, lines = claims + 1, lines + len(one.claim.lines)
        return claims, lines

    return read


def by_pyx12() -> Read:
    """The context reader of pyx12, a claim at a time."""
    from pyx12.error_handler import errh_null
    from pyx12.params import params
    from pyx12.x12context import X12ContextReader

    def read(path: Path) -> tuple[int, int]:
        claims = lines = 0
        with path.open(encoding="ascii") as stream:
            for loop in X12ContextReader(params(), errh_null(), stream).iter_segments("2300"):
                if loop.id == "2300":
                    claims, lines = claims + 1, lines + sum(1 for _ in loop.select("2400"))
        return claims, lines

    return read


def by_x12sdk() -> Read:
    """The model reader of x12sdk, a transaction at a time."""
    from x12sdk.io import X12ModelReader

    def read(path: Path) -> tuple[int, int]:
        claims = lines = 0
        with X12ModelReader(str(path)) as reader:
            for transaction in reader.models():
                for billing in transaction.loop_2000a:
                    for subscriber in billing.loop_2000b:
                        claims += len(subscriber.loop_2300)
                        lines += sum(len(claim.loop_2400) for claim in subscriber.loop_2300)
        return claims, lines

    return read


READERS: dict[str, Callable[[], Read]] = {"cleanclaim": by_cleanclaim, "pyx12": by_pyx12, "x12sdk": by_x12sdk}


def measure_here(reader: str, path: Path) -> None:
    """Read a file and print what came of it."""
    read = READERS[reader]()
    began, began_of_core = time.perf_counter(), time.process_time()
    claims, lines = read(path)
    told = {
        "claims": claims, "lines": lines, "seconds": time.perf_counter() - began,
        "of_core": time.process_time() - began_of_core,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }  # fmt: skip
    print(json.dumps(told))


def measured(reader: str, path: Path, rounds: int) -> dict[str, float] | None:
    """The best of several rounds in processes of their own, on one core; None where it is not installed."""
    best: dict[str, float] | None = None
    for _ in range(rounds):
        done = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.x12", "--reader", reader, str(path)], cwd=_ROOT, text=True,
            capture_output=True, check=False, preexec_fn=_on_one_core,
        )  # fmt: skip
        if done.returncode:
            if "ModuleNotFoundError" in done.stderr:
                return None
            raise RuntimeError(f"{reader} failed: {done.stderr[-500:]}")
        one: dict[str, float] = json.loads(done.stdout)
        if best is None or one["of_core"] < best["of_core"]:
            best = one
    return best


def _on_one_core() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def table(title: str, path: Path, claims: int, readers: list[str], rounds: int) -> dict[str, dict[str, float]]:
    """Measure readers on a file, hold what they find against what was written, and print it."""
    lines = sum(map(lines_of, range(claims)))
    print(f"{title}: {claims:,} claims, {lines:,} lines, {path.stat().st_size:,} bytes")
    results = {}
    for reader in readers:
        one = measured(reader, path, rounds)
        if one is None:
            print(f"  {reader:<12} is not installed")
            continue
        assert (one["claims"], one["lines"]) == (claims, lines), f"{reader} found {one}"
        results[reader] = one
        print(
            f"  {reader:<12} {claims / one['of_core']:>9,.0f} claims/s of a core  {one['seconds']:>8.1f} s  "
            f"{one['megabytes']:>6,.0f} MB at most"
        )
    return results


def main() -> int:
    """Measure, and say whether the targets are met."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=3_000)
    parser.add_argument("--most-bytes", type=int, default=100_000_000)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--reader", nargs=2, metavar=("NAME", "FILE"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.reader:
        measure_here(arguments.reader[0], Path(arguments.reader[1]))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "claims.837"
        small = table(
            "The same file", path, write_claims(path, claims=arguments.claims), list(READERS), arguments.rounds
        )
        for reader, one in small.items():
            if reader != "cleanclaim":
                print(f"  cleanclaim takes 1/{one['of_core'] / small['cleanclaim']['of_core']:,.0f} of {reader}'s time")
        claims = write_claims(path, least_bytes=arguments.most_bytes)
        ours = table("A large file", path, claims, ["cleanclaim"], 1)["cleanclaim"]
    speed = claims / ours["of_core"]
    is_fast, is_small = speed >= TARGET_CLAIMS_PER_SECOND, ours["megabytes"] <= MOST_MEGABYTES
    print(f"At least {TARGET_CLAIMS_PER_SECOND:,} claims/s: {'yes' if is_fast else 'NO'} ({speed:,.0f})")
    print(f"At most {MOST_MEGABYTES} MB: {'yes' if is_small else 'NO'} ({ours['megabytes']:,.0f})")
    return 0 if is_fast and is_small else 1


if __name__ == "__main__":
    sys.exit(main())
