"""`cleanclaim edits mutate`: a payer's own folder, what is told, exit statuses."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def house(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "fixtures" / "payer_rules", tmp_path / "house")
    return tmp_path


def ran(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "cleanclaim", "edits", "mutate", *arguments]
    environment = {**os.environ, "PYTEST_ADDOPTS": "-p no:hypothesispytest"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_a_payers_own_edits_and_parameters_are_mutated(house: Path) -> None:
    result = ran(house, "--rules", "house", "--features", "house", "--format", "json")
    assert result.returncode == 1, result.stderr
    told = json.loads(result.stdout)
    subjects = {one["subject"] for one in told["mutants"]}
    assert subjects == {"HSE020", "HSE030", "HSE040", "most_wound_care_sets", "products_by_approval"}
    assert told["counts"]["killed"] > 50
    survivor = next(one for one in told["mutants"] if one["verdict"] == "survived")
    assert survivor["file"].startswith("house/")
    assert survivor["line"] >= 1
    assert survivor["told"]


def test_a_survivor_is_exempt_for_a_reason_and_an_idle_exemption_is_told(house: Path) -> None:
    arguments = ("--rules", "house", "--features", "house", "--select", "HSE040")
    survivors = [
        one for one in json.loads(ran(house, *arguments, "--format", "json").stdout)["mutants"]
        if one["verdict"] == "survived"
    ]  # fmt: skip
    lines = [f'  - {{mutant: "{one["subject"]}: {one["mutant"]}", reason: Nobody minds.}}' for one in survivors]
    file = house / "house" / "mutants.yaml"
    file.unlink(missing_ok=True)
    (house / "suite").mkdir()
    for feature in (house / "house").glob("*.feature"):
        text = feature.read_text().replace('the edits in "."', 'the edits in "../house"')
        (house / "suite" / feature.name).write_text(text)
        feature.unlink()
    (house / "suite" / "mutants.yaml").write_text("\n".join(["exempt:", *lines]) + "\n")
    arguments = ("--rules", "house", "--features", "suite", "--select", "HSE040")
    exempt = ran(house, *arguments)
    assert exempt.returncode == 0, exempt.stdout + exempt.stderr
    assert f"{len(survivors)} exempt, 0 survived" in exempt.stdout
    assert "mutants of 2 edits and parameters, " in exempt.stdout
    with (house / "suite" / "mutants.yaml").open("a") as stream:
        stream.write('  - {mutant: "HSE040: what is no mutant", reason: Nobody minds.}\n')
    idle = ran(house, *arguments)
    assert idle.returncode == 1
    assert "exempt, and no survivor: HSE040: what is no mutant" in idle.stdout


def test_an_edit_alone_is_told_of_in_the_singular(house: Path) -> None:
    result = ran(house, "--rules", "house", "--features", "house", "--select", "HSE020")
    assert "mutants of 1 edit or parameter, " in result.stdout, result.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--features", "nowhere"), "--features nowhere: there is no such file or folder"),
        (("--features", "house", "--select", "UOS02"), "--select UOS02: there is no such edit"),
        (("--features", "house", "--format", "xml"), "--format xml: "),
        (("--features", "house/parameters"), "house/parameters: no scenario was run"),
        (("--rules", "nowhere", "--features", "house"), "nowhere is no folder of edits"),
    ],
)
def test_wrong_use_is_told_in_a_sentence(house: Path, arguments: tuple[str, ...], told: str) -> None:
    result = ran(house, *arguments)
    assert result.returncode == 2
    assert told in result.stderr
    assert "Traceback" not in result.stderr
