"""What is installed elsewhere holds all it needs, and leaves nothing outside its folder."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(*command: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV_", "PYTEST"))}
    return subprocess.run(
        command, cwd=cwd, env={**clean, **environment}, capture_output=True, text=True, check=False, timeout=300
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    built = run(sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT), cwd=folder)
    assert built.returncode == 0, built.stdout + built.stderr
    return next(folder.glob("*.whl"))


def test_the_wheel_carries_the_edits_and_the_record_documents_and_no_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    edits = [path.relative_to(ROOT).as_posix() for path in (ROOT / "rules").rglob("*.yaml")]
    assert {f"cleanclaim/{name}" for name in edits} <= set(names)
    assert "cleanclaim/fixtures/record_documents/Q4257.txt" in names
    assert "cleanclaim/fixtures/record_documents/Q4390.txt" in names
    assert "cleanclaim/releases/coded_values.json" in names
    assert "cleanclaim/read/mappings/cms-rif-carrier.yaml" in names
    assert "cleanclaim/py.typed" in names
    assert not [name for name in names if name.startswith(("tests", "features")) or "/claims/" in name]


def test_the_installed_wheel_checks_a_claim_outside_any_checkout(wheel: Path, tmp_path: Path) -> None:
    site, home, work = tmp_path / "site", tmp_path / "home", tmp_path / "work"
    home.mkdir()
    work.mkdir()
    elsewhere = str(tmp_path / "installer")
    installed = run(
        sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--no-compile",
        "--no-cache-dir", "--target", str(site), str(wheel), cwd=work, HOME=elsewhere,
    )  # fmt: skip
    assert installed.returncode == 0, installed.stderr
    script = (
        "import cleanclaim, pathlib\n"
        f"assert pathlib.Path(cleanclaim.__file__).is_relative_to({str(site)!r}), cleanclaim.__file__\n"
        "from cleanclaim.cli import main\n"
        "main()\n"
    )
    claims = ROOT / "fixtures" / "claims" / "demonstration.json"
    command = (sys.executable, "-c", script, "check", str(claims), "--select", "AOC010")
    ran = run(*command, cwd=work, HOME=str(home), PYTHONPATH=str(site), PYTHONDONTWRITEBYTECODE="1")
    assert ran.returncode == 1, ran.stderr
    assert "AOC010 line item denial" in ran.stdout
    assert not list(home.iterdir())
    assert not list(work.iterdir())
