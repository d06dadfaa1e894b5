"""Millions of made-up lines over CMS's own release and tables come to the same on both executors.

It runs by hand: REAL_LINES=2000000 SHARED=../shared python -m pytest tests/relational/test_real_release.py -s.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from cleanclaim import Checker
from cleanclaim.batch import Batch
from cleanclaim.relational.connection import open_database

from .real_lines import DATA, Digest, library, write_lines

LINES = int(os.environ.get("REAL_LINES", "0"))
PROCESSES = 2
ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(not LINES or not DATA.is_dir(), reason="runs by hand: REAL_LINES, over CMS's own files")


def test_millions_of_lines_over_the_real_release_come_to_the_same(tmp_path: Path) -> None:
    path = tmp_path / "lines.parquet"
    write_lines(path, LINES)
    halves = [tmp_path / f"half{number}.parquet" for number in range(PROCESSES)]
    with duckdb.connect() as connection:
        for number, half in enumerate(halves):
            chosen = f"from '{path}' where hash(claim_id) % {PROCESSES} = {number}"
            connection.execute(f"copy ({chosen}) to '{half}' (format parquet)")
    command = [sys.executable, "-m", "tests.relational.real_lines"]
    started = [subprocess.Popen([*command, str(half)], stdout=subprocess.PIPE, cwd=ROOT) for half in halves]
    alone = Digest()
    for one in started:
        told, _ = one.communicate()
        assert one.returncode == 0
        for name, numbers in json.loads(told).items():
            getattr(alone, name).update(numbers)
    checker, together = Checker(library(), information=True), Digest()
    with open_database() as database:
        batch = Batch(checker, database)
        batch.add_parquet(path, "claims")
        together.take(batch.findings)
        for name in ("claims", "lines", "bypassed"):
            together.census[name] = getattr(batch.census, name) + getattr(checker.census, name)
    print(f"{alone.census} {alone.counts.total()} findings {sorted(alone.counts.items())}")  # noqa: T201
    assert together == alone
    assert len(alone.counts) > 40
