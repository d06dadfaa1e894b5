"""What is installed elsewhere holds all it needs, and leaves nothing outside its folder."""

import sys
import zipfile
from pathlib import Path

from .making import ROOT, install, run


def test_the_wheel_carries_the_edits_and_the_record_documents_and_no_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    edits = [path.relative_to(ROOT).as_posix() for path in (ROOT / "rules").rglob("*.yaml")]
    assert {f"cleanclaim/{name}" for name in edits} <= set(names)
    assert "cleanclaim/fixtures/record_documents/Q4257.txt" in names
    assert "cleanclaim/fixtures/record_documents/Q4390.txt" in names
    assert "cleanclaim/releases/coded_values.json" in names
    assert "cleanclaim/read/mappings/cms-rif-carrier.yaml" in names
    assert "cleanclaim/py.typed" in names
    example = ROOT / "engine" / "cleanclaim" / "example"
    laid_out = [path.relative_to(ROOT / "engine").as_posix() for path in example.rglob("*") if path.is_file()]
    assert len(laid_out) == 10
    assert set(laid_out) <= set(names)
    assert not [name for name in names if name.startswith(("tests", "features", "cleanclaim/fixtures/claims"))]


def test_the_installed_wheel_checks_a_claim_outside_any_checkout(wheel: Path, tmp_path: Path) -> None:
    site, home, work = tmp_path / "site", tmp_path / "home", tmp_path / "work"
    home.mkdir()
    work.mkdir()
    install(wheel, site)
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
