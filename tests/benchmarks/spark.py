"""How fast many lines are checked on Spark, on this machine's cores, beside DuckDB; and what a run shuffles.

In one run on one machine, for each number of lines: `check_table` of a DataFrame that reads Parquet, its findings
written as Parquet, on one core and on two; and `cleanclaim check` on DuckDB. Each runs as a process of its own, start
and imports included: seconds are of the wall, seconds of all cores are those of Java and Python together. At each
number of lines Spark's findings are held equal to DuckDB's, row for row in all columns but the file's name.

    python -m tests.benchmarks.spark [--most 10000000]

It needs PySpark and Java: `make spark`. At 10 million lines it takes some GB of the system's folder for scratch files.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from .many_lines import Measured, in_columns

_ROOT = Path(__file__).resolve().parents[2]
_SELF = ("-m", "tests.benchmarks.spark")
SIZES = (100_000, 1_000_000, 10_000_000)
DUCKDB = "DuckDB, two cores"
MASTERS = {"Spark, one core": "local[1]", "Spark, two cores": "local[2]"}
MEMORY = "4000MB"


def job(lines: str, library: str, output: str, master: str) -> None:
    """Check the lines on Spark and write the findings, as a job would; say what Java took."""
    from cleanclaim import check_table, read_library
    from cleanclaim.spark.session import session_of

    with session_of(master, MEMORY) as session:
        findings = check_table(session.read.parquet(lines), read_library(Path(library))[0], payer_type="unknown")
        findings.write.parquet(output)
        java = session.sparkContext._gateway.proc.pid
        fields = Path(f"/proc/{java}/stat").read_text().rpartition(")")[2].split()
        ticks = os.sysconf("SC_CLK_TCK")
        status = Path(f"/proc/{java}/status").read_text()
        peak = next(int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("VmHWM"))
        print(json.dumps({"of_cores": (int(fields[11]) + int(fields[12])) / ticks, "peak_bytes": peak}))


def measured(size: int, contender: str, command: list[str]) -> Measured:
    """One run of a command."""
    start = time.perf_counter()
    with subprocess.Popen([sys.executable, *command], stdout=subprocess.PIPE, text=True, cwd=_ROOT) as process:
        assert process.stdout is not None
        said = process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode in (0, 1), f"{contender} failed on {size:,} lines"
    seconds = time.perf_counter() - start
    java = json.loads(said) if said else {"of_cores": 0.0, "peak_bytes": 0}
    of_cores = used.ru_utime + used.ru_stime + java["of_cores"]
    return Measured(size, contender, seconds, of_cores, used.ru_maxrss * 1024 + java["peak_bytes"])


def assert_equal(spark: str, duckdb_file: str) -> None:
    """Assert that two outputs hold the same findings, the names of files aside."""
    import duckdb

    with tempfile.TemporaryDirectory(dir=Path(duckdb_file).parent) as spill, duckdb.connect() as connection:
        connection.execute(f"set threads = 2; set memory_limit = '6GB'; set temp_directory = '{spill}'")
        one, other = (
            f"select * replace (location.line as location) from read_parquet('{name}')"
            for name in (f"{spark}/*.parquet", duckdb_file)
        )
        for left, right in ((one, other), (other, one)):
            found = connection.execute(f"select count(*) from ({left} except all {right})").fetchone()
            assert found == (0,), f"{found} findings differ"
        print(f"equal: {connection.execute(f'select count(*) from ({one})').fetchall()[0][0]:,} findings", flush=True)


def table(rows: list[Measured]) -> str:
    """All that was measured, a row each."""
    head = ("lines", "contender", "seconds", "of all cores", "lines/s", "peak MB", "x DuckDB")
    duckdb = {one.lines: one.seconds for one in rows if one.contender == DUCKDB}
    cells = [
        (f"{one.lines:,}", one.contender, f"{one.seconds:.1f}", f"{one.of_cores:.1f}",
         f"{one.lines / one.seconds:,.0f}", f"{one.peak_bytes / 1e6:,.0f}", f"{one.seconds / duckdb[one.lines]:.1f}")
        for one in rows
    ]  # fmt: skip
    return in_columns((head, *cells))


def compare(most: int) -> None:
    """Time all, hold their findings equal, and tell."""
    rows = []
    with tempfile.TemporaryDirectory() as root:
        for size in (one for one in SIZES if one <= most):
            subprocess.run(
                [sys.executable, "-m", "tests.benchmarks.many_lines", "--write", root, str(size)], check=True, cwd=_ROOT
            )
            lines, library = f"{root}/lines_{size}.parquet", f"{root}/library.sqlite"
            by_duckdb = f"{root}/duckdb_{size}.parquet"
            command = ["-m", "cleanclaim", "check", lines, "--library", library, "--executor", "duckdb"]
            rows.append(measured(size, DUCKDB, [*command, "--format", "parquet", "--output", by_duckdb]))
            for contender, master in MASTERS.items():
                output = f"{root}/spark_{len(rows)}"
                rows.append(measured(size, contender, [*_SELF, "--job", lines, library, output, master]))
                print(f"{size:>12,}  {contender}: {rows[-1].seconds:.1f} s (load {os.getloadavg()[0]:.1f})", flush=True)
            assert_equal(output, by_duckdb)
    print(table(rows))


def main() -> None:
    """Compare or, in a process of its own, do one job."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--most", type=int, default=max(SIZES), help="the largest number of lines")
    parser.add_argument("--job", nargs=4, help=argparse.SUPPRESS)
    told = parser.parse_args()
    if told.job:
        job(*told.job)
    else:
        compare(told.most)


if __name__ == "__main__":
    main()
