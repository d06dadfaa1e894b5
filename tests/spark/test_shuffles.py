"""How often lines are shuffled, as tests/benchmarks/spark.md says: parted by claim once, and never again."""

import re
from pathlib import Path
from typing import Any

import pytest
from tests.benchmarks.realistic import universe, write_lines
from tests.spark.running import File

from cleanclaim import Checker


def test_lines_are_shuffled_once_and_no_line_meets_python(
    spark: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cleanclaim.spark import database, run

    plans: list[str] = []
    keep = database.kept

    def noting(frame: Any, **told: Any) -> Any:
        plans.append(frame._jdf.queryExecution().executedPlan().toString())
        return keep(frame, **told)

    monkeypatch.setattr(database, "kept", noting)
    monkeypatch.setattr(run, "kept", noting)
    path = tmp_path / "lines.parquet"
    write_lines(path, 5_000, 1, universe())
    found = run.check_frame(Checker(payer_type="medicare"), spark.read.parquet(str(File(path).path)), None)
    whole = "\n".join(plans)
    assert len(plans) > 20
    assert re.findall(r"Exchange hashpartitioning\((\w+)#\d+, \d+\)", whole) == ["claim"]
    assert len(re.findall(r" Exchange (?:hashpartitioning|rangepartitioning|RoundRobin)", whole)) == 1
    assert not re.findall(r"BatchEvalPython|ArrowEvalPython|MapIn(?:Arrow|Pandas)|PythonUDF", whole)
    assert found.count() > 0
