"""What is found of mutants in memory is what pytest finds when they stand in a file."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from cleanclaim.edit_files import load_catalogue
from cleanclaim.mutation.judging import Judge
from cleanclaim.mutation.mutants import mutants_of
from cleanclaim.mutation.recording import ScenariosRefused, recorded

ROOT = Path(__file__).parents[2]
WEAK = """\
Feature: A suite that asks little

  Scenario: A fraction fires
    Given the payer is medicare
    And the claim lines:
      | procedure_code | units | date_of_service |
      | 15271          | 1     | 2026-01-15      |
      | Q4257          | 1.5   | 2026-01-15      |
    When the claim is checked
    Then line 2 has finding UOS020

  Scenario: A whole number does not
    Given the payer is medicare
    And the claim lines:
      | procedure_code | units | date_of_service |
      | 15271          | 1     | 2026-01-15      |
      | Q4257          | 2     | 2026-01-15      |
    When the claim is checked
    Then line 2 has no finding UOS020
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of what runs, with a suite of its own."""
    for part in ("engine", "rules", "fixtures"):
        shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "features").mkdir()
    (tmp_path / "features" / "weak.feature").write_text(WEAK)
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    return tmp_path


def passes(checkout: Path) -> bool:
    environment = {**os.environ, "PYTHONPATH": str(checkout / "engine"), "PYTEST_ADDOPTS": ""}
    command = [sys.executable, "-m", "pytest", "features", "-q", "-p", "no:cacheprovider", "-p", "no:hypothesispytest"]
    ran = subprocess.run(command, cwd=checkout, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode in (0, 1), ran.stdout
    assert "2 passed" in ran.stdout or "failed" in ran.stdout
    return ran.returncode == 0


def test_mutants_of_a_weak_suite_survive_in_memory_as_they_do_in_pytest(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTEST_ADDOPTS", "-p no:hypothesispytest")
    monkeypatch.chdir(checkout)
    catalogue = load_catalogue()
    judge = Judge(recorded([checkout / "features"]))
    mutants = [one for one in mutants_of(catalogue, catalogue.edits["UOS020"]) if one.kept is not None]
    verdicts = {one.what: judge.killer(one) is None for one in mutants}
    survivors = [one for one in mutants if verdicts[one.what]]
    killed = [one for one in mutants if not verdicts[one.what]]
    assert len(survivors) >= 2
    assert len(killed) >= 2
    file = checkout / "rules" / "units" / "units_not_whole.yaml"
    text = file.read_text(encoding="utf-8")
    for mutant in (*survivors[:2], *killed[:2]):
        data = yaml.load(text, yaml.BaseLoader)
        data["versions"][0]["when"] = mutant.kept
        file.write_text(yaml.safe_dump(data, sort_keys=False, width=10_000), encoding="utf-8")
        assert passes(checkout) == verdicts[mutant.what], mutant


def test_scenarios_that_fail_before_anything_is_altered_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTEST_ADDOPTS", "-p no:hypothesispytest")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "wrong.feature").write_text(WEAK.replace("has finding", "has no finding"))
    with pytest.raises(ScenariosRefused, match=r"fail before anything is altered:\nwrong.feature:10"):
        recorded([tmp_path])
