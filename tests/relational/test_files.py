"""Files as they come: oddly named, several, without rows, cut off or damaged; and too little room for them."""

import os
import random
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from cleanclaim.batch import Batch
from cleanclaim.read.table import read_parquet
from cleanclaim.relational.connection import DEFAULT_MEMORY, DatabaseFailed, failure, open_database
from cleanclaim.relational.executor import Relational

from .comparing import Run, at_once, difference, file_at_once, one_by_one
from .showing import checker_of
from .tables import DrawnTable, drawn_table

SEED = int(os.environ.get("RELATIONAL_SEED", "2026"))
FLIPPED = int(os.environ.get("FLIPPED_BITS", "5"))
ROOT = Path(__file__).parents[2]


def both(path: Path, *, shown: bool = False) -> Run:
    """What comes of a file, on either executor."""
    checker = checker_of(shown=shown)
    together = file_at_once(checker, path)
    said = difference(together, one_by_one(checker, read_parquet(path, "claims")))
    assert said is None, said
    return together


def plain(claims: int = 3, **fields: str) -> DrawnTable:
    """A table of claims of one line that can be read."""
    row = {"line_number": "1", "procedure_code": "A4649", "units": "1", "date_of_service": "2026-01-01", **fields}
    rows = [{"claim_id": f"C{number}", **row} for number in range(claims)]
    types = dict.fromkeys(["claim_id", *row], "varchar")
    return DrawnTable(types, {name: name for name in types}, rows)


def unreadable(found: Run) -> list[str]:
    """Why what could not be read could not be."""
    return [one["evidence"]["reason"] for one in found.findings if one["edit_id"] == "SYS010"]


@pytest.mark.parametrize(
    "name", ["claims[1].parquet", "a*b.parquet", "what?.parquet", "it's.parquet", "[ab]", "é {a,b}"]
)
def test_a_file_may_bear_any_name(name: str, tmp_path: Path) -> None:
    plain(2).write_parquet(tmp_path / "claims.parquet").rename(tmp_path / name)
    for other in ("claims1.parquet", "aXb.parquet", "whatX.parquet", "a"):  # what the name as a pattern would take
        plain(7).write_parquet(tmp_path / "other").rename(tmp_path / other)
    assert both(tmp_path / name).census["claims"] == 2


def test_several_files_are_told_in_the_order_in_which_they_were_given(tmp_path: Path) -> None:
    paths = [
        plain(2, units=units).write_parquet(tmp_path / f"{number}.parquet")
        for number, units in enumerate(("1", "x", "3"))
    ]
    checker = checker_of(shown=True)

    def fill(batch: Batch) -> None:
        for path in paths:
            batch.add_parquet(path, path.name)

    reads = [one for path in paths for one in read_parquet(path, path.name)]
    said = difference(at_once(checker, fill), one_by_one(checker, reads))
    assert said is None, said


def test_claims_of_a_file_and_claims_read_before_stand_in_one_order(tmp_path: Path) -> None:
    path, checker = plain(3).write_parquet(tmp_path / "claims.parquet"), checker_of(shown=True)
    reads = list(read_parquet(path, "claims"))

    def fill(batch: Batch) -> None:
        batch.add_reads(reads)
        batch.add_parquet(path, "claims")
        batch.add_reads(reads)

    said = difference(at_once(checker, fill), one_by_one(checker, reads * 3))
    assert said is None, said


def test_a_table_without_rows_holds_no_claim(tmp_path: Path) -> None:
    found = both(plain(0).write_parquet(tmp_path / "claims.parquet"))
    assert (found.findings, set(found.census.values())) == ([], {0})


@pytest.mark.parametrize("content", [b"", b"PAR1", b"PAR1PAR1", b"PAR1" + b"\x00" * 40 + b"PAR1", b"claim_id,units\n"])
def test_a_file_that_is_no_parquet_is_said_to_be_none(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "claims.parquet"
    path.write_bytes(content)
    assert unreadable(both(path)) == ["it is no whole Parquet file"]


@pytest.mark.parametrize("name", ["units", "UNITS", "Units", "units "])
def test_a_column_that_stands_twice_is_refused(name: str, tmp_path: Path) -> None:
    # DuckDB writes no such file: what it writes is given the name afterwards
    path = plain(2, **{"x" * len(name): "7"}).write_parquet(tmp_path / "claims.parquet")
    path.write_bytes(path.read_bytes().replace(b"x" * len(name), name.encode()))
    assert unreadable(both(path)) == ["the column units stands in the header twice"]


@pytest.mark.parametrize("name", ["modifier", "mod1", "date_of_servcie_end"])
def test_a_column_that_is_misspelled_is_refused(name: str, tmp_path: Path) -> None:
    (reason,) = unreadable(both(plain(2, **{name: "x"}).write_parquet(tmp_path / "claims.parquet")))
    assert reason.startswith("the header is wrong")


def test_a_column_of_the_name_that_numbers_rows_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "claims.parquet"
    duckdb.execute(f"copy (select 'A' as claim_id, 1 as line_number, 7 as file_row_number) to '{path}'")
    assert unreadable(both(path)) == ["a column is called file_row_number; give it another name"]


def test_columns_that_are_none_of_a_claims_are_passed_over(tmp_path: Path) -> None:
    others = {"patient_name": "DOE, JANE", "filename": "x", "row_number": "4", "place": "p", "h": "1", "claim": "2"}
    table = plain(2, **others)
    table.types["patient_name"] = "varchar[]"  # within it stand columns of other names
    assert both(table.write_parquet(tmp_path / "claims.parquet"), shown=True).census["claims"] == 2


def outcome(path: Path, memory: str = DEFAULT_MEMORY) -> Run | str:
    """What comes of a file at once; where it fails, how."""
    try:
        return at_once(checker_of(shown=False), lambda batch: batch.add_parquet(path, "claims"), memory)
    except DatabaseFailed as failure:
        return str(failure)


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    table = drawn_table(random.Random(SEED).choice, 100)
    return table.write_parquet(tmp_path_factory.mktemp("whole") / "claims.parquet").read_bytes()


@pytest.mark.parametrize("share", [0.01, 0.3, 0.9, 0.999])
def test_a_file_that_is_cut_off_is_said_to_be_broken(content: bytes, share: float, tmp_path: Path) -> None:
    path = tmp_path / "claims.parquet"
    path.write_bytes(content[: int(len(content) * share)])
    assert unreadable(both(path)) == ["it is no whole Parquet file"]


@pytest.mark.parametrize("number", range(FLIPPED))
def test_of_a_file_with_a_bit_flipped_both_executors_read_the_same_or_say_that_it_is_broken(
    content: bytes, number: int, tmp_path: Path
) -> None:
    # Parquet as it is mostly written has no checksums, and where it has them DuckDB asks for none: another value that
    # can be read is read as though it had been billed
    rng, path = random.Random(f"{SEED} {number}"), tmp_path / "claims.parquet"
    damaged = bytearray(content)
    at = rng.choice((rng.randrange(len(content)), rng.randrange(100), len(content) - 1 - rng.randrange(3000)))
    damaged[at] ^= 1 << rng.randrange(8)
    path.write_bytes(damaged)
    both(path)


GROUPS, GROUP = 3, 2_048
"""Row groups of a file, and the lines of each."""


def with_damaged_page(path: Path, column: str, group: int, *, of_no_claim: tuple[int, ...] = ()) -> Path:
    """A file in which one page of one column cannot be read; the lines of some row groups have no claim id."""
    with duckdb.connect() as connection:
        connection.execute(
            f"""copy (select case when i // {GROUP} not in {of_no_claim or (-1,)} then 'C' || i end as claim_id,
                1 as line_number, date '2026-01-01' as date_of_service, 'Q4257' as procedure_code, i % 9 as units,
                'medicare' as payer_type, 'note ' || i as description, i as other
            from range({GROUPS * GROUP}) t(i)) to '{path}' (format parquet, row_group_size {GROUP})"""
        )
        ((at,),) = connection.execute(
            "select coalesce(dictionary_page_offset, data_page_offset) from parquet_metadata(?) "
            "where path_in_schema = ? and row_group_id = ?",
            [str(path), column, group],
        ).fetchall()
    content = bytearray(path.read_bytes())
    content[at : at + 40] = bytes(one ^ 0xFF for one in content[at : at + 40])
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("group", range(GROUPS))
@pytest.mark.parametrize("column", ["claim_id", "units", "description"])
def test_of_a_file_with_a_damaged_page_nothing_is_checked(column: str, group: int, tmp_path: Path) -> None:
    found = both(with_damaged_page(tmp_path / "claims.parquet", column, group))
    assert [one["edit_id"] for one in found.findings] == ["SYS010"]
    assert unreadable(found) == ["it is no whole Parquet file"]
    assert (found.census["claims"], found.census["lines"], found.census["unread"]) == (0, 0, 1)


@pytest.mark.parametrize("column", ["units", "description"])
def test_what_was_found_before_a_page_that_is_damaged_was_read_is_taken_back(column: str, tmp_path: Path) -> None:
    # the lines without a claim are left to a reader, which comes last
    found = both(with_damaged_page(tmp_path / "claims.parquet", column, 1, of_no_claim=(1,)), shown=True)
    assert unreadable(found) == ["it is no whole Parquet file"]
    assert found.census["claims"] == 0


def test_a_page_of_a_column_that_no_claim_has_may_be_damaged(tmp_path: Path) -> None:
    found = both(with_damaged_page(tmp_path / "claims.parquet", "other", 1))
    assert (found.census["claims"], found.census["unread"]) == (GROUPS * GROUP, 0)


@pytest.mark.parametrize("place", range(3))
def test_files_beside_a_damaged_one_are_checked(place: int, tmp_path: Path) -> None:
    paths = [plain(2, units=units).write_parquet(tmp_path / f"{units}.parquet") for units in ("1", "x")]
    paths.insert(place, with_damaged_page(tmp_path / "damaged.parquet", "units", 1))
    checker = checker_of(shown=True)

    def fill(batch: Batch) -> None:
        for path in paths:
            batch.add_parquet(path, path.name)

    together = at_once(checker, fill)
    said = difference(together, one_by_one(checker, (one for path in paths for one in read_parquet(path, path.name))))
    assert said is None, said
    assert (together.census["claims"], together.census["unread"]) == (4, 1)


@pytest.mark.parametrize("cause", [duckdb.OutOfMemoryException, duckdb.InterruptException, duckdb.IOException])
def test_what_is_no_fault_of_the_file_ends_the_run(
    cause: type[duckdb.Error], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def evaluate(*_: object) -> None:
        raise failure(cause("no more")) from cause("no more")

    monkeypatch.setattr(Relational, "evaluate", evaluate)
    path = tmp_path / "claims.parquet"
    assert outcome(plain(2).write_parquet(path)) == "DuckDB: no more"
    if cause is duckdb.InterruptException:
        assert outcome(with_damaged_page(path, "units", 1)) == "DuckDB: no more"


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twelve thousand lines."""
    path = tmp_path_factory.mktemp("many") / "claims.parquet"
    with duckdb.connect() as connection:
        connection.execute(
            f"""copy (select 'C' || i // 4 as claim_id, i % 4 + 1 as line_number, date '2026-01-01' as date_of_service,
                ['A4649', 'Q4257', '15271', '99213', 'J0120'][1 + (hash(i, 1) % 5)::integer] as procedure_code,
                (hash(i, 2) % 40 / 10)::decimal(10, 3) as units, 'medicare' as payer_type, 'x' || hash(i) as ndc
            from range(12_000) t(i)) to '{path}' (format parquet)"""
        )
    return path


def test_a_machine_with_too_little_memory_fails_and_says_so_or_is_right(many: Path) -> None:
    outcomes = [outcome(many, memory) for memory in ("4GB", "40MB", "10MB", "1MB")]
    right = outcomes[0]
    assert isinstance(right, Run)
    for one in outcomes[1:]:
        assert one == right if isinstance(one, Run) else one.startswith("DuckDB: Out of Memory Error"), one
    assert isinstance(outcomes[-1], str)


def test_a_memory_limit_that_is_none_is_refused() -> None:
    for limit in ("much", "", "4 apples"):
        with pytest.raises(DatabaseFailed, match="DuckDB: "), open_database(limit):
            pass


FULL = """
import resource, sys
from pathlib import Path
from cleanclaim.relational.connection import DEFAULT_MEMORY, DatabaseFailed, open_database
try:
    with open_database("{memory}") as database:
        resource.setrlimit(resource.RLIMIT_FSIZE, ({bytes}, {bytes}))
        {statement}
except DatabaseFailed as failure:
    sys.stdout.write(f"failed: {{failure}}")
"""


@pytest.mark.parametrize(
    "statement",
    [
        "database.load('t', {'a': 'varchar'}, (('x' * 1000,) for _ in range(10_000)))",
        "database.run('create temp table t as select hash(i) as a, hash(i, 1) as b from range(20_000_000) r(i)')",
    ],
)
def test_a_scratch_folder_on_a_full_disk_fails_and_says_so(statement: str) -> None:
    # a file may not grow further, as though there were no room
    program = FULL.format(memory="60MB", bytes=100_000, statement=statement)
    run = subprocess.run(
        [sys.executable, "-c", program], env={**os.environ, "PYTHONPATH": str(ROOT / "engine")}, capture_output=True,
        text=True, check=False,
    )  # fmt: skip
    assert (run.returncode, run.stdout[:8]) == (0, "failed: "), run.stderr


def test_a_scratch_folder_that_cannot_be_made_fails_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", "/nowhere/at/all")
    with pytest.raises(FileNotFoundError, match="nowhere"), open_database():
        pass
