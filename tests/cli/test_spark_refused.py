"""What `--executor spark` refuses before any Spark is started."""

from pathlib import Path

import pytest

from .running import CLEAN, WRONG_USE, claims_file, refusal, run_here


@pytest.mark.parametrize("module", ["pyspark", "pyarrow", "pandas"])
def test_what_spark_needs_is_named(module: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cleanclaim.options.find_spec", lambda name: None if name == module else object())
    path = claims_file(tmp_path / "claims.jsonl", CLEAN)
    said = refusal(run_here("check", path, "--executor", "spark", cwd=tmp_path))
    assert said == f'--executor spark: {module} is needed: pip install "cleanclaim[spark]"'


def test_an_address_is_for_spark_alone(tmp_path: Path) -> None:
    said = refusal(run_here("check", "s3a://claims/2026", "--executor", "duckdb", cwd=tmp_path))
    assert said == "s3a://claims/2026: there is no such file"


@pytest.mark.parametrize("option", [("--manifest", "run.json"), ("--into", "sqlite:///found.db")])
def test_what_lies_at_an_address_has_no_hash(
    option: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cleanclaim.options.find_spec", lambda _: object())
    said = refusal(run_here("check", "s3a://claims/2026", "--executor", "spark", *option, cwd=tmp_path))
    assert said == "--manifest and --into: they tell of files by their content, and an address has none"


def test_without_java_spark_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyspark", reason="pyspark is not installed: make spark")
    monkeypatch.setattr("pyspark.sql.SparkSession.getActiveSession", lambda: None)
    path = claims_file(tmp_path / "claims.jsonl", CLEAN)
    done = run_here("check", path, "--executor", "spark", cwd=tmp_path, PATH="", JAVA_HOME="")
    assert done.returncode == WRONG_USE
    assert done.stdout == ""
    last = done.stderr.splitlines()[-1]
    assert last == "cleanclaim: Spark: Java is needed, 17 or newer (Debian: apt-get install openjdk-17-jre-headless)"
