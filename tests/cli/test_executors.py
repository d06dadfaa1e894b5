"""Both executors print the same bytes, whatever the format and the options; which one runs is for the size to say."""

import json
import random
from pathlib import Path

import duckdb
import pytest

from .running import (
    ADVISED,
    CLEAN,
    DEMONSTRATION,
    DENIED,
    FIXTURES,
    FOUND,
    NOT_CHECKED,
    NOTHING_BAD,
    RETURNED,
    UNREADABLE,
    WRONG_USE,
    Run,
    claims_file,
    fired,
    refusal,
    run,
    run_here,
)
from .test_same_bytes import GOLDEN, REPORTS, many_claims

EXECUTORS = ("rete", "duckdb")
HEADER = "claim_id,payer_type,line_number,procedure_code,units,date_of_service"


def on_both(*arguments: object, cwd: Path, **more: str) -> Run:
    """The run that both executors make, once its bytes are the same; less the notice that tells them apart."""
    runs = []
    for executor in EXECUTORS:
        done = run_here(*arguments, "--executor", executor, cwd=cwd, **more)
        told, _, said = done.stderr.partition("\n")
        assert told.startswith(f"notice: executor {executor} (")
        runs.append(Run((), done.returncode, done.stdout, said))
    assert runs[0] == runs[1] or _same(*runs)
    return runs[0]


def _same(one: Run, other: Run) -> bool:
    assert one.stdout == other.stdout
    assert one.stderr == other.stderr
    assert one.returncode == other.returncode
    return True


def parquet(path: Path, rows: str, columns: str | None = None) -> Path:
    """A Parquet file of rows written as CSV."""
    text = path.with_suffix(".rows")
    text.write_text(rows, encoding="utf-8")
    types = f", types = {columns}" if columns else ", all_varchar = true"
    duckdb.sql(f"copy (select * from read_csv('{text}'{types})) to '{path}' (format parquet)")
    text.unlink()
    return path


@pytest.fixture
def several(tmp_path: Path) -> Path:
    claims = (CLEAN, DENIED, RETURNED, NOT_CHECKED, ADVISED, UNREADABLE, {"claim_id": "NO LINES"})
    return claims_file(tmp_path / "several.jsonl", *claims)


@pytest.mark.parametrize(
    "options",
    [
        ("--show-advisory",), ("--select", "AOC,SET"), ("--ignore", "COD,SYS", "--payer-type", "other"),
        ("--fail-on", "claim_rejection"), ("--fail-on", "information"), ("--format", "jsonl", "--select", "AOC"),
    ],
)  # fmt: skip
def test_both_executors_say_the_same(options: tuple[str, ...], several: Path, tmp_path: Path) -> None:
    on_both("check", several, DEMONSTRATION, *options, cwd=tmp_path)


@pytest.mark.parametrize("written", ["text", "jsonl", "csv"])
def test_claims_of_all_kinds_give_the_same_bytes(written: str, tmp_path: Path) -> None:
    path = many_claims(tmp_path / "claims.jsonl")
    done = on_both("check", path, "--format", written, "--show-information", "--show-advisory", cwd=tmp_path)
    assert len(done.stdout.splitlines()) > 100


def test_duckdb_prints_the_report_that_is_kept() -> None:
    shown = str(DEMONSTRATION.relative_to(FIXTURES.parents[1]))
    for name, options in REPORTS.items():
        done = run("check", shown, *options, "--executor", "duckdb", cwd=FIXTURES.parents[1])
        assert done.returncode == FOUND
        assert done.stdout == (GOLDEN / name).read_text(encoding="utf-8")


def test_what_cannot_be_read_is_told_alike(tmp_path: Path) -> None:
    done = on_both("check", *sorted((FIXTURES / "unreadable").iterdir()), cwd=tmp_path)
    assert done.stdout.count("SYS010") > 10


def rows(count: int) -> str:
    pick = random.Random(3)
    codes = ("15271", "Q4257", "Q4390", "99213", "XYZ", "")
    lines = [HEADER]
    for number in range(count):
        for place in range(1, pick.randrange(2, 5)):
            units, day = pick.choice(("0", "1", "20", "many")), pick.choice(("2025-12-31", "2026-01-15", "2026-02-30"))
            lines.append(f"C{number},{pick.choice(('medicare', 'other'))},{place},{pick.choice(codes)},{units},{day}")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("written", ["text", "jsonl", "csv"])
def test_parquet_is_known_by_its_content_and_checked_alike_by_both(written: str, tmp_path: Path) -> None:
    path = parquet(tmp_path / "claims", rows(60))
    done = on_both("check", path, "--format", written, "--show-information", cwd=tmp_path)
    assert done.returncode == FOUND
    assert len(done.stdout.splitlines()) > 100


def test_parquet_and_csv_of_the_same_rows_give_the_same_findings(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    text = rows(30)
    path = parquet(tmp_path / "claims", text)
    from_parquet = run_here("check", path, "--format", "jsonl", cwd=tmp_path)
    path.write_text(text)
    from_csv = run_here("check", path, "--format", "jsonl", cwd=tmp_path)
    assert fired(from_parquet) == fired(from_csv)


def test_claims_of_one_id_in_several_files_stand_in_the_order_of_the_files(tmp_path: Path) -> None:
    line_of = "{},medicare,{},Q4257,1,2026-01-15\n"
    one = parquet(tmp_path / "one", f"{HEADER}\n" + line_of.format("SAME", 2) + line_of.format("OTHER", 1))
    two = parquet(tmp_path / "two", f"{HEADER}\n" + line_of.format("SAME", 1))
    (tmp_path / "three.csv").write_text(f"{HEADER}\n" + line_of.format("SAME", 1))
    done = on_both("check", one, two, "three.csv", "--format", "jsonl", cwd=tmp_path)
    assert fired(done) == [
        ("OTHER", 1, "AOC010"), ("SAME", 2, "AOC010"), ("SAME", 1, "AOC010"), ("SAME", 1, "AOC010"),
    ]  # fmt: skip
    assert on_both("check", one, two, cwd=tmp_path).stdout.count("Claim SAME\n") == 2


def test_of_many_clean_claims_the_first_are_named_and_all_counted(tmp_path: Path) -> None:
    claims = [{**CLEAN, "claim_id": f"{number:02}"} for number in range(12, 0, -1)]
    path = claims_file(tmp_path / "c.jsonl", *claims, {**CLEAN, "claim_id": "03"}, ADVISED)
    done = on_both("check", path, cwd=tmp_path)
    assert "\nClean: 01, 02, 03, 03, 04 and 8 other claims\n" in done.stdout
    assert "Advisories only: ADVISED\n" in done.stdout
    line_of = "{},medicare,1,15271,1,2026-01-15\n"
    of_one = parquet(tmp_path / "one", f"{HEADER}\n" + "".join(line_of.format(f"B{one}") for one in range(3)))
    of_two = parquet(tmp_path / "two", f"{HEADER}\n" + "".join(line_of.format(f"A{one}") for one in range(4)))
    assert "Clean: A0, A1, A2, A3, B0 and 2 other claims\n" in on_both("check", of_one, of_two, cwd=tmp_path).stdout


def test_columns_that_are_none_of_a_claims_are_named_by_both(tmp_path: Path) -> None:
    text = f"{HEADER},Patient Name\nA,other,1,99213,1,2026-01-15,ZZNAME\n"
    done = on_both("check", parquet(tmp_path / "claims", text), cwd=tmp_path)
    assert done.stderr == f"notice: {tmp_path}/claims: not read, as they are no fields of a claim: patient_name\n"


def test_parquet_through_a_pipe_is_checked(tmp_path: Path) -> None:
    content = parquet(tmp_path / "claims", rows(5)).read_bytes()
    for executor in EXECUTORS:
        done = run("check", "-", "--format", "jsonl", "--executor", executor, cwd=tmp_path, standard_input=content)
        assert done.returncode == FOUND
        assert {one["location"]["file"] for one in map(json.loads, done.stdout.splitlines())} == {"standard input"}


def test_parquet_that_holds_no_claims_is_told(tmp_path: Path) -> None:
    done = on_both("check", parquet(tmp_path / "claims", "a,b\n1,2\n"), cwd=tmp_path)
    assert done.returncode == WRONG_USE
    assert "its columns are not those of claim lines" in done.stdout
    (tmp_path / "half").write_bytes(parquet(tmp_path / "claims", rows(9)).read_bytes()[:-20])
    done = on_both("check", "half", cwd=tmp_path)
    assert done.returncode == WRONG_USE
    assert "it is no whole Parquet file" in " ".join(done.stdout.split())


def test_a_large_input_is_for_duckdb_and_that_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cleanclaim.runs.choosing._BYTES_FOR_DUCKDB", 3000)
    path = claims_file(tmp_path / "c.jsonl", *({**CLEAN, "claim_id": f"{number}"} for number in range(20)))
    size = path.stat().st_size
    told = f"notice: executor duckdb ({size:,} bytes of input)\n"
    assert run_here("check", path, cwd=tmp_path).stderr == told
    assert run_here("check", "-", cwd=tmp_path, standard_input=path.read_bytes()).stderr == told
    small = claims_file(tmp_path / "c.jsonl", CLEAN, CLEAN)
    assert run_here("check", small, cwd=tmp_path).stderr == ""
    of_table = parquet(tmp_path / "claims", rows(2))
    assert run_here("check", of_table, cwd=tmp_path).stderr.startswith("notice: executor duckdb (")


def test_duckdb_is_not_imported_for_a_small_check(tmp_path: Path) -> None:
    path = claims_file(tmp_path / "c.jsonl", CLEAN)
    (tmp_path / "duckdb.py").write_text("raise SystemExit('duckdb was imported')\n")
    assert run("check", path, cwd=tmp_path, PYTHONPATH=str(tmp_path)).returncode == NOTHING_BAD


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--executor", "duck"), "--executor duck: did you mean duckdb? It is one of rete, duckdb, spark"),
        (("--memory-limit", "much"), "--memory-limit much: it is a number with a unit, MB, GB or TB, as 4GB"),
        (("--memory-limit", "4"), "--memory-limit 4: it is a number with a unit, MB, GB or TB, as 4GB"),
        (("--memory-limit", "-1GB"), "--memory-limit -1GB: it is a number with a unit, MB, GB or TB, as 4GB"),
        (("--memory-limit", "80%"), "--memory-limit 80%: it is a number with a unit, MB, GB or TB, as 4GB"),
        (("--memory-limit", "1MB"), "--memory-limit 1MB: at least 100MB are needed"),
    ],
)  # fmt: skip
def test_what_cannot_be_chosen_is_refused(words: tuple[str, ...], said: str, several: Path, tmp_path: Path) -> None:
    assert refusal(run_here("check", several, *words, cwd=tmp_path)) == said


def test_executor_and_memory_limit_may_stand_in_a_file(several: Path, tmp_path: Path) -> None:
    (tmp_path / "cleanclaim.toml").write_text('executor = "duckdb"\nmemory-limit = "0.5 gb"\n')
    assert run_here("check", several, cwd=tmp_path).stderr.startswith("notice: executor duckdb (")
    (tmp_path / "cleanclaim.toml").write_text('memory-limit = "lots"\n')
    assert "--memory-limit lots: " in refusal(run_here("check", several, cwd=tmp_path))
