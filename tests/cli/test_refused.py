"""Arguments that cannot be: each is refused with what could be meant, and nothing is checked."""

from pathlib import Path

import pytest

from .running import DENIED, WRONG_USE, claims_file, refusal, run, run_here
from .test_options import EDIT


@pytest.fixture
def claims(tmp_path: Path) -> Path:
    return claims_file(tmp_path / "claims.jsonl", DENIED)


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (("--payer-type", "medicar"), "--payer-type medicar: did you mean medicare? It is one of medicare, "),
        (("--payer-type", "zzz"), "--payer-type zzz: It is one of medicare, medicare_advantage, other, unknown"),
        (("--payer-type", ""), "--payer-type : It is one of medicare, "),
        (("--fail-on", "line_denial"), "--fail-on line_denial: did you mean line_item_denial? It is one of "),
        (("--format", "json"), "--format json: did you mean jsonl? It is one of text, jsonl"),
        (("--select", "AOC01"), "--select AOC01: there is no such edit or family of edits; nearest: AOC010"),
        (("--select", "aocc"), "--select aocc: there is no such edit or family of edits; nearest: AOC"),
        (("--select", "AOC,ZZZ"), "--select ZZZ: there is no such edit or family of edits; nearest: none"),
        (("--ignore", "C0V010"), "--ignore C0V010: there is no such edit or family of edits; nearest: COV010"),
        (("--library", "nowhere"), "nowhere: there is no such file or folder"),
        (("--library", "claims.jsonl"), "claims.jsonl: is none of the files that are read: a record document, "),
        (("--library", "."), "claims.jsonl: is none of the files that are read: a record document, "),
        (("--library", "empty"), "empty: holds no file"),
        (("--rules", "nowhere"), "nowhere is no folder of edits"),
        (("--rules", "claims.jsonl"), "claims.jsonl is no folder of edits"),
        (("--rules", "."), ".: holds no edit file (.yaml)"),
        (("nowhere.csv",), "nowhere.csv: there is no such file"),
        (("",), ": there is no such file"),
        (("--output", "findings.jsonl", "."), "--output findings.jsonl: it lies in a folder of files to read"),
        (("x" * 300,), f"{'x' * 300}: File name too long"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_what_could(
    options: tuple[str, ...], reason: str, claims: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    assert refusal(run_here("check", claims, *options, cwd=tmp_path)).startswith(reason)


@pytest.mark.parametrize("options", [("--payer-type", "medicar"), ("--select", "AOC01"), ("nowhere.csv",)])
def test_what_cannot_be_is_refused_in_a_process_of_its_own_too(
    options: tuple[str, ...], claims: Path, tmp_path: Path
) -> None:
    done = run("check", claims, *options, cwd=tmp_path)
    assert refusal(done) == refusal(run_here("check", claims, *options, cwd=tmp_path))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("check",), "name files of claims, or a database with --from"),
        (("check", "c", "--formt", "text"), "--format"),
        (("check", "c", "--format"), "requires an argument"),
        (("chek", "c"), "'check'"),
        (("edits", "shwo", "AOC010"), "'show'"),
        (("edits", "show"), "Missing argument 'ID'"),
        (("schema",), "Missing argument"),
        ((), "Usage: "),
        (("edits",), "Usage: "),
    ],
)  # fmt: skip
def test_words_that_are_no_command_are_wrong_use(words: tuple[str, ...], said: str, tmp_path: Path) -> None:
    done = run_here(*words, cwd=tmp_path)
    assert done.returncode == WRONG_USE
    assert said in done.stderr + done.stdout


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (("units >= 9", "unist >= 9"), 7),
        (("units >= 9", "units >="), 7),
        (("{units} units", "{unist} units"), 8),
        (("suspension", "suspicion"), 3),
        (("https://", "http://"), 5),
        (("versions:", "version:"), 6),
        (("PAY010", "AOC010"), 1),
        (("id: PAY010", "id: PAY010\nid: PAY010"), 2),
        (("title: Nine units at once", "title: [Nine"), None),
    ],
)  # fmt: skip
def test_a_payers_edit_that_cannot_be_is_refused_with_file_and_line(
    change: tuple[str, str], line: int | None, claims: Path, tmp_path: Path
) -> None:
    assert change[0] in EDIT
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "units.yaml").write_text(EDIT.replace(*change))
    for words in (("check", claims), ("edits", "list")):
        said = refusal(run_here(*words, "--rules", "rules", cwd=tmp_path))
        assert said.startswith(f"rules/units.yaml:{line or ''}")


def test_every_fault_of_a_payers_folder_is_said_at_once(claims: Path, tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    for name in ("one", "two"):
        (tmp_path / "rules" / f"{name}.yaml").write_text(EDIT.replace("units >= 9", "unist >= 9"))
    (tmp_path / "rules" / "three.yml").write_text(EDIT)
    (tmp_path / "rules" / "four.yaml").write_bytes(b"\xff\x00")
    said = refusal(run_here("check", claims, "--rules", "rules", cwd=tmp_path)).splitlines()
    assert {text.partition(":")[0] for text in said} == {
        "rules/four.yaml", "rules/one.yaml", "rules/three.yml", "rules/two.yaml",
    }  # fmt: skip


def test_the_same_folder_of_edits_twice_is_refused(claims: Path, tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "units.yaml").write_text(EDIT)
    said = refusal(run_here("check", claims, "--rules", "rules", "--rules", "rules", cwd=tmp_path))
    assert "PAY010 is there already, in rules/units.yaml" in said


def test_every_file_of_a_library_that_cannot_be_used_is_said(claims: Path, tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    for name, content in (
        ("a.txt", b"nothing"),
        ("b.csv", b"x"),
        ("HCPC2026_JAN.csv", b"\xff\xfe\x00"),
        ("c.txt", b""),
    ):
        (tmp_path / "library" / name).write_bytes(content)
    said = refusal(run_here("check", claims, "--library", "library", cwd=tmp_path)).splitlines()
    assert sorted(text.partition(":")[0] for text in said) == [
        "library/HCPC2026_JAN.csv", "library/a.txt", "library/b.csv", "library/c.txt",
    ]  # fmt: skip
