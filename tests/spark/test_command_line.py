"""`check --executor spark` prints what the other executors print, whatever comes in; and what the README shows runs."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb
import pytest
from tests.cli.running import (
    DEMONSTRATION,
    DENIED,
    FOUND,
    LONGEST,
    NOT_CHECKED,
    UNREADABLE,
    Run,
    claims_file,
    run_here,
)
from tests.cli.test_ending import BEFORE, children_of, left, started, wait_for
from tests.project.test_documents import sessions, show_what_is_shown

from cleanclaim.relational.finding_table import COLUMNS as FINDING

from .conftest import require_spark

SPARK = ("--executor", "spark")
COLUMNS = "claim_id, payer_type, line_number, procedure_code, units, date_of_service"
LONG_JOB = """\
from cleanclaim.spark.executor import SparkEvaluation
def evaluate(self, *_):
    open("begun", "w").close()
    self.database.session.range(0, 10**12, 1, 10**5).selectExpr("sum(hash(id))").collect()
SparkEvaluation.evaluate = evaluate
"""


@pytest.fixture
def several(tmp_path: Path) -> Path:
    """A folder of inputs of several kinds, and in it a table of two files."""
    claims = tmp_path / "claims"
    table = claims / "table"
    table.mkdir(parents=True)
    claims_file(claims / "b.jsonl", DENIED, UNREADABLE, NOT_CHECKED)
    shutil.copy(DEMONSTRATION.with_suffix(".csv"), claims / "c.csv")
    rows = {
        "part-0": "('T-1', 'medicare', 1, 'Q4257', '20', date '2026-01-15'), "
        "('T-2', 'medicare', 1, '15271', 'many', date '2026-01-15')",
        "part-1 a+b": "('T-3', 'medicare', 1, '15271', '1', date '2026-01-15'), (null, null, 1, 'Q4390', '1', null)",
    }
    for name, values in rows.items():
        path = table / f"{name}.parquet"
        duckdb.sql(f"copy (select * from (values {values}) l({COLUMNS})) to '{path}' (format parquet)")
    (table / "_SUCCESS").touch()
    return claims


def on_spark_and_duckdb(*arguments: object, cwd: Path) -> Run:
    """The run that both make, once its bytes are the same; less the notice that tells them apart."""
    runs = []
    for executor in ("spark", "duckdb"):
        done = run_here(*arguments, "--executor", executor, cwd=cwd)
        told, _, said = done.stderr.partition("\n")
        assert told.startswith(f"notice: executor {executor} (")
        runs.append(Run((), done.returncode, done.stdout, said))
    assert runs[0].stdout == runs[1].stdout
    assert runs[0].stderr == runs[1].stderr
    assert runs[0].returncode == runs[1].returncode
    return runs[0]


def test_inputs_of_all_kinds_are_told_as_on_duckdb(spark: Any, several: Path, tmp_path: Path) -> None:
    del spark
    (several / "table" / "_SUCCESS").unlink()  # for the other executors it is a file of claims that holds none
    duckdb.sql(f"copy (select 1 as height) to '{tmp_path}/other.parquet' (format parquet)")
    (tmp_path / "broken.parquet").write_bytes((tmp_path / "other.parquet").read_bytes()[:40] + b"PAR1")
    inputs = (several / "b.jsonl", several / "table", several / "c.csv", "other.parquet", "broken.parquet")
    done = on_spark_and_duckdb("check", *inputs, cwd=tmp_path)
    assert "Clean: " in done.stdout
    assert "it is no whole Parquet file" in done.stdout
    assert done.returncode == FOUND


def test_a_folder_of_parquet_is_one_table_and_findings_are_written_as_duckdb_writes_them(
    spark: Any, several: Path, tmp_path: Path
) -> None:
    del spark
    primary = "('T-1', 'medicare', 2, '15271', '1', date '2026-01-15')"
    path = several / "table" / "part-2.parquet"
    duckdb.sql(f"copy (select * from (values {primary}) l({COLUMNS})) to '{path}' (format parquet)")
    assert run_here("check", "claims/table", *SPARK, "--output", "found.parquet", cwd=tmp_path).returncode == FOUND
    found = duckdb.sql(f"from '{tmp_path}/found.parquet'")
    assert found.columns == list(FINDING)
    wanted = duckdb.sql(f"select {', '.join(f'null::{kind} as {name}' for name, kind in FINDING.items())}")
    assert found.types == wanted.types
    told = duckdb.sql("select claim_id, line_number, edit_id, location.file, location.line from found").fetchall()
    assert ("T-2", 1, "SYS010", "claims/table/part-0.parquet", 2) in told
    assert (None, None, "SYS010", "claims/table/part-1 a+b.parquet", 2) in told
    assert not [one for one in told if one[:3] == ("T-1", 1, "AOC010")]


def test_findings_in_parquet_are_those_of_duckdb_with_evidence_in_its_order(spark: Any, tmp_path: Path) -> None:
    del spark
    written = []
    for executor in ("spark", "duckdb"):
        done = run_here("check", DEMONSTRATION, "--executor", executor, "--output", f"{executor}.parquet", cwd=tmp_path)
        assert done.returncode == FOUND
        written.append(duckdb.sql(f"select columns(*)::varchar from '{tmp_path}/{executor}.parquet'").fetchall())
    assert written[0] == written[1]


def test_what_the_readme_shows_of_spark_runs(tmp_path: Path) -> None:
    require_spark()
    commands = sessions("README.md", "console spark")
    assert len(commands) == 6
    spark = {"PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    show_what_is_shown(commands, tmp_path, seconds=300, **spark)
    printed = (tmp_path / "findings.jsonl").read_text(encoding="utf-8")
    written = duckdb.sql(f"select edit_id from '{tmp_path}/findings/*.parquet'").fetchall()
    assert printed.count("AOC010") == 1
    assert ("AOC010",) in written
    left = {path.name for path in tmp_path.iterdir()} - {"fixtures"}
    assert left == {
        "claims.parquet",
        "findings.jsonl",
        "findings",
        "nightly.py",
        "library.sqlite",
        "library.sqlite.lock",
    }


def test_what_is_submitted_has_the_findings_of_duckdb_and_pages_as_a_session_of_ours(tmp_path: Path) -> None:
    require_spark()
    (tmp_path / "events").mkdir()
    (tmp_path / "job.py").write_text("from cleanclaim.cli import main\n\nmain()\n")
    run_here("convert", DEMONSTRATION, "--to", "parquet", "--output", "claims.parquet", cwd=tmp_path)
    check = ("check", "claims.parquet", "--executor")
    assert run_here(*check, "duckdb", "--output", "duckdb.jsonl", cwd=tmp_path).returncode == FOUND
    events = {"enabled": "true", "dir": (tmp_path / "events").as_uri(), "compress": "false", "rolling.enabled": "false"}
    settings = {"spark.sql.shuffle.partitions": "2"} | {f"spark.eventLog.{name}": one for name, one in events.items()}
    told = [argument for setting in settings.items() for argument in ("--conf", "=".join(setting))]
    submitted = subprocess.run(
        [Path(sys.executable).with_name("spark-submit"), "--master", "local[1]", *told, "job.py", *check, "spark",
         "--output", "spark.jsonl"],
        env={**os.environ, "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}, cwd=tmp_path,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert submitted.returncode == FOUND, submitted.stderr
    assert (tmp_path / "spark.jsonl").read_bytes() == (tmp_path / "duckdb.jsonl").read_bytes()
    (log,) = (tmp_path / "events").iterdir()
    assert '"spark.buffer.pageSize":"4m"' in log.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("killed", "status", "told"),
    [
        pytest.param(False, 130, "cleanclaim: interrupted", id="Ctrl-C"),
        pytest.param(True, 2, "cleanclaim: Spark: its Java has ended; did it run out of memory?", id="Java killed"),
    ],
)
def test_a_run_that_ends_early_says_so_in_one_line_and_leaves_nothing(
    killed: bool, status: int, told: str, tmp_path: Path
) -> None:
    require_spark()
    (tmp_path / "report.parquet").write_text(BEFORE)
    claims = claims_file(tmp_path / "claims.jsonl", DENIED)
    process = started("check", claims, *SPARK, "--output", "report.parquet", cwd=tmp_path, patch=LONG_JOB)
    wait_for(tmp_path / "begun")
    if killed:
        for java in children_of(process.pid):
            os.kill(java, signal.SIGKILL)
    else:
        process.send_signal(signal.SIGINT)
    out, said = process.communicate(timeout=LONGEST)
    assert (process.returncode, out, said.splitlines()[1:]) == (status, "", [told])
    assert left(tmp_path) == {"report.parquet"}
    assert (tmp_path / "report.parquet").read_text() == BEFORE
