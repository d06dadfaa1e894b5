"""How fast many lines are checked, from Parquet to findings in Parquet: cleanclaim, and the same by hand.

In one run on one machine, for each number of lines: cleanclaim on DuckDB with its whole catalogue; the same edits as a
DuckDB query written by hand; the same in polars; and a bare scan of the same columns. Each runs as a process of its
own, start and imports included. Seconds are of the wall; beside them stand the seconds of all cores, which tell what
else the machine was doing. Before anything is timed all are held equal on some 40,000 lines, and at each number of
lines cleanclaim's findings are held equal to the hand-written query's, row for row in all columns.

    python -m tests.benchmarks.many_lines [--most 50000000] [--rounds 1] [--plot many_lines.svg]

Matplotlib, when there is one, draws the plot. The folder of the lines and findings is removed; at 50 million lines it
takes some 5 GB. This process itself stays small: what a process has used at most is told to include its parent's.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
_SELF = ("-m", "tests.benchmarks.many_lines")
SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
PROVEN_BY_DEFAULT = 10_000_000
CLEANCLAIM, BY_HAND, POLARS, SCAN = "cleanclaim", "DuckDB by hand", "polars by hand", "bare scan"
WRONG_USE = 2
MOST_OF_POLARS = 20_000_000
"""Beyond it polars is not asked: what it joins it holds in memory."""
TARGET_LINES_PER_SECOND, TARGET_RATIO = 1_000_000, 1.5


@dataclass(frozen=True)
class Measured:
    """One run of one contender: the better of its rounds."""

    lines: int
    contender: str
    seconds: float
    of_cores: float
    peak_bytes: int


@dataclass(frozen=True)
class Folder:
    """Where the lines of one size, the reference data and the findings lie."""

    root: Path
    size: int

    @property
    def lines(self) -> Path:
        """The claim lines."""
        return self.root / f"lines_{self.size}.parquet"

    def found(self, contender: str) -> Path:
        """The findings of a contender."""
        return self.root / f"{contender.replace(' ', '_')}_{self.size}.parquet"

    def command(self, contender: str) -> list[str]:
        """The command line of a contender."""
        output = str(self.found(contender))
        peer = [str(self.lines), str(self.root / "reference"), output]
        library = str(self.root / "library.sqlite")
        return {
            CLEANCLAIM: [
                *("-m", "cleanclaim", "check", str(self.lines), "--library", library, "--executor", "duckdb"),
                *("--format", "parquet", "--output", output),
            ],
            BY_HAND: ["-m", "tests.benchmarks.hand_written_duckdb", *peer],
            POLARS: ["-m", "tests.benchmarks.hand_written_polars", *peer],
            SCAN: [*_SELF, "--scan", str(self.lines)],
        }[contender]


def timed(command: Sequence[str]) -> tuple[int, float, float, int]:
    """Exit status, seconds, seconds of all cores and the most bytes of a process."""
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, *command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=_ROOT
    ) as process:
        assert process.stderr is not None
        said = process.stderr.read()
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    is_refused = process.returncode == WRONG_USE and b"No such option" in said
    if not is_refused and (process.returncode not in (0, 1) or b"Traceback" in said):
        sys.stderr.write(said.decode(errors="replace")[-2_000:])
    return process.returncode, seconds, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024


def measure(folder: Folder, contender: str, rounds: int) -> Measured | None:
    """The better of several rounds; None when the contender cannot do it."""
    best = None
    for _ in range(rounds):
        folder.found(contender).unlink(missing_ok=True)
        status, seconds, of_cores, peak = timed(folder.command(contender))
        if status == WRONG_USE and contender == CLEANCLAIM:
            return None
        if status not in (0, 1) or (contender != SCAN and not folder.found(contender).exists()):
            print(f"{contender} failed on {folder.size:,} lines with exit status {status}")
            return None
        if best is None or seconds < best.seconds:
            best = Measured(folder.size, contender, seconds, of_cores, peak)
    return best


def run_self(*arguments: str) -> None:
    """A step of this module in a process of its own."""
    subprocess.run([sys.executable, *_SELF, *arguments], check=True, cwd=_ROOT)


def write(root: Path, size: int) -> None:
    """The lines and, once, the library and the reference data."""
    from .peer_reference import save_reference
    from .realistic import save_library, universe, write_lines

    codes = universe()
    if not (root / "library.sqlite").exists():
        save_library(root / "library.sqlite", codes.parts)
        save_reference(root / "reference", codes.parts)
    write_lines(Folder(root, size).lines, size, size, codes)


def scan(lines: str) -> None:
    """Read every value of every column, and do nothing with them."""
    import duckdb

    with duckdb.connect() as connection:
        connection.execute("set threads = 2")
        columns = connection.execute(f"select * from '{lines}' limit 0").description or ()
        read = ", ".join(f"bit_xor(hash({column[0]}))" for column in columns)
        connection.execute(f"select count(*), {read} from '{lines}'").fetchall()


def assert_equal(one: str, other: str) -> None:
    """Assert that two files of findings hold the same rows, and say how many."""
    import duckdb

    with tempfile.TemporaryDirectory(dir=Path(one).parent) as spill, duckdb.connect() as connection:
        connection.execute(f"set threads = 2; set memory_limit = '6GB'; set temp_directory = '{spill}'")
        names = [column[0] for column in connection.execute(f"select * from '{one}' limit 0").description or ()]
        columns = ", ".join(names)
        for left, right in ((one, other), (other, one)):
            query = f"select {columns} from '{left}' except all select {columns} from '{right}'"
            found = connection.execute(f"select *, count(*) over () from ({query}) limit 1").fetchone()
            assert found is None, f"{found[-1]:,} rows of {left} are not in {right}; the first: {found[:-1]}"
        (rows,) = connection.execute(f"select count(*) from '{one}'").fetchone() or (0,)
        print(f"equal in all columns: {rows:,} findings of {Path(one).name} and {Path(other).name}", flush=True)


def table(measured: Sequence[Measured]) -> str:
    """All that was measured, a row each."""
    by_hand = {one.lines: one for one in measured if one.contender == BY_HAND}
    head = ("lines", "contender", "seconds", "of all cores", "lines/s", "peak MB", "x by hand", "of all cores")
    rows = [
        (
            f"{one.lines:,}",
            one.contender,
            f"{one.seconds:.2f}",
            f"{one.of_cores:.2f}",
            f"{one.lines / one.seconds:,.0f}",
            f"{one.peak_bytes / 1e6:,.0f}",
            f"{one.seconds / by_hand[one.lines].seconds:.2f}" if one.lines in by_hand else "",
            f"{one.of_cores / by_hand[one.lines].of_cores:.2f}" if one.lines in by_hand else "",
        )
        for one in measured
    ]
    return in_columns((head, *rows))


def in_columns(rows: Sequence[Sequence[str]]) -> str:
    """Rows of one length as text, each column as wide as it needs to be."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join("  ".join(map(str.rjust, row, widths)) for row in rows)


def targets(measured: Sequence[Measured]) -> str:
    """How 10 million lines compare with what is aimed at."""
    at = {one.contender: one for one in measured if one.lines == PROVEN_BY_DEFAULT}
    if CLEANCLAIM not in at or BY_HAND not in at:
        return f"Not measured: cleanclaim and the hand-written query on {PROVEN_BY_DEFAULT:,} lines."
    rate = at[CLEANCLAIM].lines / at[CLEANCLAIM].seconds
    ratio = at[CLEANCLAIM].seconds / at[BY_HAND].seconds
    return (
        f"{PROVEN_BY_DEFAULT:,} lines: {rate:,.0f} lines/s (aim: at least {TARGET_LINES_PER_SECOND:,}), "
        f"{ratio:.2f} times the hand-written query (aim: at most {TARGET_RATIO})."
    )


def plot(measured: Sequence[Measured], path: Path) -> None:
    """Seconds by lines, both axes logarithmic."""
    try:
        import matplotlib as mpl
    except ImportError:
        print("no plot: matplotlib is not installed")
        return
    mpl.use("Agg")
    path.parent.mkdir(parents=True, exist_ok=True)
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(8, 5))
    for contender in dict.fromkeys(one.contender for one in measured):
        own = [one for one in measured if one.contender == contender]
        axes.plot([one.lines for one in own], [one.seconds for one in own], marker="o", label=contender)
    sizes = sorted({one.lines for one in measured})
    axes.plot(sizes, [size / TARGET_LINES_PER_SECOND for size in sizes], ":", color="gray", label="1 million lines/s")
    axes.set(xscale="log", yscale="log", xlabel="claim lines", ylabel="seconds, start to end of the process")
    axes.set_title("Parquet to findings, all edits, 2 cores")
    axes.grid(visible=True, which="both", alpha=0.3)
    axes.legend()
    figure.savefig(path, bbox_inches="tight")
    print(f"plot: {path}")


def compare(most: int, rounds: int, picture: Path, folder: Path | None) -> None:
    """Hold all equal, time them, and tell."""
    run_self("--agree")
    sizes = sorted({*(size for size in SIZES if size <= most), most})
    measured: list[Measured] = []
    with tempfile.TemporaryDirectory(dir=folder) as root:
        for size in sizes:
            own = Folder(Path(root), size)
            run_self("--write", root, str(size))
            for contender in (SCAN, BY_HAND, CLEANCLAIM, *((POLARS,) if size <= MOST_OF_POLARS else ())):
                one = measure(own, contender, rounds)
                load = os.getloadavg()[0]
                if one is None:
                    print(f"{size:>12,}  {contender}: left out", flush=True)
                    continue
                measured.append(one)
                print(f"{size:>12,}  {contender}: {one.seconds:.2f} s (load {load:.1f})", flush=True)
            if own.found(CLEANCLAIM).exists():
                run_self("--equal", str(own.found(BY_HAND)), str(own.found(CLEANCLAIM)))
            for path in (own.lines, *(own.found(one) for one in (CLEANCLAIM, BY_HAND, POLARS))):
                path.unlink(missing_ok=True)
    print(table(measured))
    print(targets(measured))
    plot(measured, picture)


def main() -> None:
    """Compare or, in a process of its own, do one step."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--most", type=int, default=max(SIZES), help="the largest number of lines")
    parser.add_argument("--rounds", type=int, default=1, help="of which the best counts")
    parser.add_argument(
        "--plot", type=Path, default=Path(".cache/bench/many_lines.svg"), help="where to draw (SVG or PNG)"
    )
    parser.add_argument("--folder", type=Path, default=None, help="where to make the folder of the lines")
    parser.add_argument("--agree", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--scan", help=argparse.SUPPRESS)
    parser.add_argument("--write", nargs=2, help=argparse.SUPPRESS)
    parser.add_argument("--equal", nargs=2, help=argparse.SUPPRESS)
    told = parser.parse_args()
    if told.agree:
        from .agreement import main as agree

        agree()
    elif told.scan:
        scan(told.scan)
    elif told.write:
        write(Path(told.write[0]), int(told.write[1]))
    elif told.equal:
        assert_equal(*told.equal)
    else:
        compare(told.most, told.rounds, told.plot, told.folder)


if __name__ == "__main__":
    main()
