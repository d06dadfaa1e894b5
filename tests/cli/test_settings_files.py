"""Options that stand in a file: cleanclaim.toml, or [tool.cleanclaim] of pyproject.toml, of the nearest folder."""

from pathlib import Path

import pytest

from .running import ADVISED, DENIED, FOUND, NOTHING_BAD, ROOT, WRONG_USE, claims_file, fired, line, refusal, run_here
from .test_options import EDIT

OWN, SHARED = "cleanclaim.toml", "pyproject.toml"


@pytest.fixture
def claims(tmp_path: Path) -> Path:
    return claims_file(tmp_path / "claims.jsonl", DENIED, ADVISED)


def settings(folder: Path, text: str, name: str = OWN) -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text if name == OWN else f"[tool.cleanclaim]\n{text}")


@pytest.mark.parametrize("name", [OWN, SHARED])
def test_every_option_may_stand_in_a_file(name: str, claims: Path, tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "units.yaml").write_text(EDIT)
    settings(
        tmp_path,
        f"""
        format = "jsonl"
        output = "report.jsonl"
        library = "{ROOT / "fixtures" / "record_documents" / "Q4390.txt"}"
        rules = ["rules"]
        payer-type = "medicare"
        select = ["AOC010", "SET", "PAY"]
        ignore = "SET020"
        show_advisory = true
        show-information = true
        fail-on = "claim_rejection"
        """,
        name,
    )  # fmt: skip
    done = run_here("check", claims, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (NOTHING_BAD, "")
    report = (tmp_path / "report.jsonl").read_text()
    assert "SET015" in report
    assert "AOC010" not in report, "the library lacks Q4257"


@pytest.mark.parametrize("name", [OWN, SHARED])
def test_the_command_line_goes_before_the_file(name: str, claims: Path, tmp_path: Path) -> None:
    settings(
        tmp_path,
        'format = "text"\nselect = ["SET"]\nignore = ["AOC"]\nfail-on = "claim_rejection"\nshow-information = true',
        name,
    )
    given = ("--format", "jsonl", "--select", "AOC", "--ignore", "", "--fail-on", "suspension", "--hide-information")
    done = run_here("check", claims, *given, cwd=tmp_path)
    assert done.returncode == FOUND
    assert fired(done) == [("DENIED", 1, "AOC010")]
    assert fired(run_here("check", claims, "--format", "jsonl", cwd=tmp_path)) == [("ADVISED", 2, "SET015")]


def test_the_nearest_folder_wins(claims: Path, tmp_path: Path) -> None:
    settings(tmp_path, 'select = "AOC"\nformat = "jsonl"')
    inner = tmp_path / "a"
    settings(inner, 'select = "SET"\nformat = "jsonl"', SHARED)
    (inner / "b").mkdir()
    assert fired(run_here("check", claims, cwd=tmp_path)) == [("DENIED", 1, "AOC010")]
    for folder in (inner, inner / "b"):
        assert fired(run_here("check", claims, cwd=folder)) == [("ADVISED", 2, "SET015")]
    settings(inner / "b", 'format = "jsonl"\nselect = "SYS"')
    assert fired(run_here("check", claims, cwd=inner / "b")) == []


def test_a_project_without_our_table_is_passed_over(claims: Path, tmp_path: Path) -> None:
    settings(tmp_path, 'format = "jsonl"')
    (tmp_path / "a").mkdir()
    for text in ("[tool.other]\nx = 1\n", "[project]\nname = 'x'\n", "tool = 3\n", "this is no TOML\n", "\xff"):
        (tmp_path / "a" / SHARED).write_text(text, encoding="latin-1")
        assert len(fired(run_here("check", claims, cwd=tmp_path / "a"))) == 2


def test_of_two_files_in_one_folder_our_own_wins(claims: Path, tmp_path: Path) -> None:
    settings(tmp_path, 'format = "jsonl"\nselect = "SET"')
    settings(tmp_path, 'format = "jsonl"\nselect = "AOC"', SHARED)
    assert fired(run_here("check", claims, cwd=tmp_path)) == [("ADVISED", 2, "SET015")]


def test_paths_count_from_the_folder_of_the_file(tmp_path: Path) -> None:
    settings(tmp_path, 'output = "report"\nrules = "rules"')
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "units.yaml").write_text(EDIT)
    (tmp_path / "a" / "b").mkdir(parents=True)
    path = claims_file(tmp_path / "nine.jsonl", {"claim_id": "NINE", "lines": [line(1, "99213", units=9)]})
    assert run_here("check", path, cwd=tmp_path / "a" / "b").returncode == FOUND
    assert "PAY010" in (tmp_path / "report").read_text()
    assert "PAY010  suspension           Nine units at once\n" in run_here("edits", "list", cwd=tmp_path / "a").stdout
    assert run_here("edits", "show", "PAY010", cwd=tmp_path).returncode == NOTHING_BAD


@pytest.mark.parametrize("name", [OWN, SHARED])
@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('fromat = "text"', "fromat is no option; nearest: format"),
        ('show_advisories = true', "show_advisories is no option; nearest: show-advisory"),
        ("zzz = 1", "zzz is no option; nearest: none"),
        ('show-advisory = "yes"', "show-advisory is true or false"),
        ("show-information = 1", "show-information is true or false"),
        ("format = 1", "format is a text"),
        ("payer-type = true", "payer-type is a text"),
        ("library = ['a']", "library is a text"),
        ("output = 2026-01-01", "output is a text"),
        ("select = 1", "select is a list of texts"),
        ("ignore = [1]", "ignore is a list of texts"),
        ("rules = {a = 1}", "rules is a list of texts"),
    ],
)  # fmt: skip
def test_a_setting_that_cannot_be_is_refused_with_its_file(
    text: str, reason: str, name: str, claims: Path, tmp_path: Path
) -> None:
    settings(tmp_path, text, name)
    assert refusal(run_here("check", claims, cwd=tmp_path)) == f"{tmp_path / name}: {reason}"


@pytest.mark.parametrize(
    ("name", "text"), [(OWN, "format ="), (OWN, "\xff"), (SHARED, 'format = "text'), (OWN, "a = " + "[" * 5000)]
)
def test_a_file_that_is_no_toml_is_refused(name: str, text: str, claims: Path, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text if name == OWN else f"[tool.cleanclaim]\n{text}\n", encoding="latin-1")
    for command in (("check", claims), ("edits", "list")):
        assert refusal(run_here(*command, cwd=tmp_path)).startswith(f"{tmp_path / name}: cannot be read: ")


def test_a_table_that_is_none_is_refused(claims: Path, tmp_path: Path) -> None:
    (tmp_path / SHARED).write_text("[tool]\ncleanclaim = 3\n")
    assert (
        refusal(run_here("check", claims, cwd=tmp_path))
        == f"{tmp_path / SHARED}: tool.cleanclaim is a table of options"
    )


@pytest.mark.parametrize(
    "text", ['format = "xml"', 'payer-type = "somebody"', 'fail-on = "never"', 'select = ["AOC999"]']
)
def test_a_value_that_no_option_takes_is_refused(text: str, claims: Path, tmp_path: Path) -> None:
    settings(tmp_path, text)
    assert run_here("check", claims, cwd=tmp_path).returncode == WRONG_USE


@pytest.mark.parametrize(
    "text", ["", "select = []", 'select = ""', 'ignore = [""]', "rules = []", 'select = "aoc,set"']
)
def test_blank_settings_and_ids_in_small_letters_are_no_fault(text: str, claims: Path, tmp_path: Path) -> None:
    settings(tmp_path, text)
    assert len(fired(run_here("check", claims, "--format", "jsonl", cwd=tmp_path))) == 2
