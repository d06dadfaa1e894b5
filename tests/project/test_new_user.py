"""What somebody sees who installs cleanclaim and begins: with one feature file, and with the example of a suite."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from cleanclaim.places import shipped

from .making import ROOT, run

PROGRAM = f"#!{sys.executable}\nimport sys\nfrom cleanclaim.cli import main\nsys.exit(main())\n"
PYTEST = f"#!{sys.executable}\nimport sys\nimport pytest\nsys.exit(pytest.console_main())\n"
AOC010 = (
    "Q4257 is an add-on code, and no primary procedure that could carry it is on the claim. Expected beside it: 15271, "
    "15273, 15275, 15277 or 15777."
)
FEATURE = """\
Feature: Our skin substitutes

  Scenario: With its application a product passes
    Given the payer is medicare
    And the claim lines:
      | procedure_code | units | date_of_service |
      | 15271          | 1     | 2026-01-15      |
      | Q4257          | 20    | 2026-01-15      |
    When the claim is checked
    Then the claim is clean

  Scenario: Without it, too
    Given the payer is medicare
    And the claim lines:
      | procedure_code | units | date_of_service |
      | Q4257          | 20    | 2026-01-15      |
    When the claim is checked
    Then the claim is clean
"""


@pytest.fixture
def installed(site: Path, tmp_path: Path) -> dict[str, str]:
    """An environment in which the wheel is installed, with its commands."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name, text in (("cleanclaim", PROGRAM), ("pytest", PYTEST)):
        (programs / name).write_text(text)
        (programs / name).chmod(0o755)
    return {
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(site), "PYTHONDONTWRITEBYTECODE": "1",
        "HOME": str(tmp_path),
    }  # fmt: skip


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """An empty folder."""
    folder = tmp_path / "work"
    folder.mkdir()
    return folder


def test_one_feature_file_in_an_empty_folder_gives_a_pass_and_a_failure_that_reads_well(
    installed: dict[str, str], work: Path
) -> None:
    (work / "ours.feature").write_text(FEATURE)
    where = run(sys.executable, "-c", "import cleanclaim; print(cleanclaim.__file__)", cwd=work, **installed)
    assert where.stdout.startswith(installed["PYTHONPATH"]), "the wheel is what runs"
    ran = run("pytest", "-p", "no:cacheprovider", cwd=work, **installed)
    assert ran.returncode == 1
    assert "1 failed, 1 passed" in ran.stdout
    told = f"""
ours.feature:18: the claim is not clean

  +  line 1  AOC010  line_item_denial  {AOC010}

  claim "A": payer_type medicare, claim_type professional
      line_number  procedure_code  units  date_of_service
      1            Q4257           20     2026-01-15
"""
    assert told in ran.stdout
    for word in ("Traceback", ".py:"):
        assert word not in ran.stdout + ran.stderr


@pytest.fixture
def suite(installed: dict[str, str], work: Path) -> Path:
    """The example, laid out."""
    laid_out = run("cleanclaim", "init", cwd=work, **installed)
    assert laid_out.returncode == 0, laid_out.stderr
    assert "expected/claims/january.csv.findings.json: 5 finding(s) kept" in laid_out.stdout
    return work


def test_the_example_passes_where_it_is_laid_out(installed: dict[str, str], suite: Path) -> None:
    ran = run("pytest", "-p", "no:cacheprovider", "--strict-markers", "-W", "error", cwd=suite, **installed)
    assert ran.returncode == 0, ran.stdout
    assert "13 passed" in ran.stdout
    for command in commands((suite / "README.md").read_text()):
        done = run("bash", "-c", command, cwd=suite, **installed)
        assert done.returncode == 0, (command, done.stdout, done.stderr)
    assert not any(path.name.startswith("conftest") for path in suite.rglob("*"))


def commands(readme: str) -> list[str]:
    found = [line.strip() for line in re.findall(r"^    (.*)$", readme, re.MULTILINE)]
    assert len(found) == 4
    return [line for line in found if not line.startswith("pip ")]


def test_init_overwrites_nothing(installed: dict[str, str], work: Path) -> None:
    (work / "claims").mkdir()
    (work / "claims" / "january.csv").write_text("ours")
    (work / "cleanclaim.toml").symlink_to("nowhere")
    refused = run("cleanclaim", "init", ".", cwd=work, **installed)
    assert refused.returncode == 2
    assert refused.stderr == "cleanclaim: claims/january.csv, cleanclaim.toml: there already; nothing was written\n"
    assert sorted(path.name for path in work.rglob("*")) == ["claims", "cleanclaim.toml", "january.csv"]
    assert run("cleanclaim", "init", "new/suite", cwd=work, **installed).returncode == 0
    assert (work / "new" / "suite" / ".github" / "workflows" / "claims.yml").is_file()


# Where it runs in CI


def workflow_steps(text: str) -> list[str]:
    (job,) = yaml.safe_load(text)["jobs"].values()
    return [step["run"] for step in job["steps"] if "run" in step]


def test_the_workflow_does_what_its_steps_say(installed: dict[str, str], suite: Path) -> None:
    text = (suite / ".github" / "workflows" / "claims.yml").read_text()
    install, *steps = workflow_steps(text)
    assert install == 'pip install "cleanclaim[scenarios]"'
    for step in steps:
        done = run("bash", "-e", "-c", step, cwd=suite, **installed)
        assert done.returncode == 0, (step, done.stdout, done.stderr)
    assert (suite / "differences.sarif").is_file()
    claims = suite / "claims" / "january.csv"
    claims.write_text(claims.read_text().replace("12.5", "12"))
    done = [run("bash", "-e", "-c", step, cwd=suite, **installed) for step in steps]
    assert [one.returncode for one in done] == [1, 1, 1], "scenarios look at the file as well"
    assert done[1].stdout.startswith("::error file=claims/january.csv,line=6,title=claim EX-3 line 2%3A UOS020 removed")


def test_the_workflow_is_one_that_github_takes(suite: Path) -> None:
    checked = run(
        sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows",
        str(suite / ".github" / "workflows" / "claims.yml"), cwd=suite,
    )  # fmt: skip
    assert checked.returncode == 0, checked.stdout + checked.stderr
    broken = suite / "broken.yml"
    broken.write_text((suite / ".github" / "workflows" / "claims.yml").read_text().replace("runs-on:", "runs-in:"))
    assert run(
        sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", str(broken), cwd=suite
    ).returncode


def test_the_readme_shows_the_workflow_of_the_example() -> None:
    text = (shipped("example") / "dot_github" / "workflows" / "claims.yml").read_text()
    assert text in (ROOT / "README.md").read_text()


@pytest.fixture
def repository(installed: dict[str, str], suite: Path) -> dict[str, str]:
    """The example as a git repository, and an environment to commit in."""
    if shutil.which("git") is None:
        pytest.skip("no git")
    environment = {**installed, "PRE_COMMIT_HOME": str(suite.parent / "hooks"), "GIT_CONFIG_GLOBAL": os.devnull}
    for command in ("init -q", "add -A"):
        subprocess.run(["git", *command.split()], cwd=suite, check=True, env={**os.environ, **environment})
    return environment


def test_the_hook_of_the_example_runs_under_pre_commit(repository: dict[str, str], suite: Path) -> None:
    command = (sys.executable, "-m", "pre_commit", "run", "--all-files")
    passed = run(*command, cwd=suite, **repository)
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert re.search(r"claims are as expected\.+Passed", passed.stdout)
    claims = suite / "claims" / "january.csv"
    claims.write_text(claims.read_text().replace("12.5", "12"))
    failed = run(*command, cwd=suite, **repository)
    assert failed.returncode == 1
    assert "removed  claim EX-3 line 2, Q4390: UOS020 return to provider" in failed.stdout


def test_the_hooks_that_others_use_are_ones_that_pre_commit_takes(installed: dict[str, str], suite: Path) -> None:
    manifest = ROOT / ".pre-commit-hooks.yaml"
    home = {"PRE_COMMIT_HOME": str(suite.parent / "hooks")}
    proved = run(sys.executable, "-m", "pre_commit", "validate-manifest", str(manifest), cwd=suite, **installed, **home)
    assert proved.returncode == 0, proved.stdout + proved.stderr
    check, against = yaml.safe_load(manifest.read_text())
    assert re.search(check["files"], "claims/january.csv")
    done = run(*check["entry"].split(), "claims/january.csv", cwd=suite, **installed)
    assert done.returncode == 1
    assert "UOS020" in done.stdout
    arguments = ("claims/january.csv", "--against", "expected")
    assert run(*against["entry"].split(), *arguments, cwd=suite, **installed).returncode == 0
