"""cleanclaim codes: whole outputs, as a biller reads them."""

import shutil
from pathlib import Path

import pytest

from .running import FOUND, NOTHING_BAD, ROOT, WRONG_USE, Run, claims_file, fired, line, refusal, run, run_here

RELEASES = ROOT / "fixtures" / "releases"
FILES = tuple(sorted(RELEASES.iterdir()))
GOLDEN = Path(__file__).parent / "golden" / "codes"
OCTOBER, JANUARY = (RELEASES / f"hcpcs_{quarter}_partial.csv" for quarter in ("2025-10", "2026-01"))
OUTPUTS: dict[str, tuple[str, ...]] = {
    "list": ("list",),
    "show_product": ("show", "Q4257"),
    "show_product_long_before": ("show", "Q4257", "--on", "2022-01-01"),
    "show_product_before": ("show", "q4257", "--on", "2025-12-31"),
    "show_product_at": ("show", "Q4257", "--on", "2026-01-01"),
    "show_product_after": ("show", "Q4257", "--on", "2026-04-01"),
    "show_ended": ("show", "Q4100", "--on", "2026-01-01"),
    "show_new": ("show", "Q4431", "--on", "2025-12-31"),
    "show_modifier": ("show", "JZ"),
    "show_add_on_code": ("show", "15272"),
    "show_ended_add_on_code": ("show", "C5272"),
    "show_ended_add_on_code_after": ("show", "C5272", "--on", "2026-01-01"),
    "show_contractor_defined": ("show", "0054T", "--on", "2013-04-01"),
    "show_limit_of_another_quarter": ("show", "15271", "--on", "2025-12-31"),
    "diff": ("diff", "2025-10", "2026-01"),
    "diff_summary": ("diff", "2025-10", "2026-01", "--summary"),
    "check": ("check", "--from", "2026-01-01"),
    "check_span": ("check", "--from", "2020-01-01", "--to", "2027-01-01"),
}
MISSING = {"check", "check_span"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the library library.sqlite, of all files of fixtures/releases."""
    made = tmp_path_factory.mktemp("codes")
    assert codes("add", *FILES, cwd=made).returncode == NOTHING_BAD
    return made


def codes(command: str, *rest: object, cwd: Path, library: str = "library.sqlite", **more: str) -> Run:
    return run_here("codes", command, *rest, "--library", library, cwd=cwd, **more)


def golden(name: str) -> str:
    return (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", OUTPUTS)
def test_what_is_printed_is_what_is_kept(name: str, folder: Path) -> None:
    """Kept anew with: cleanclaim codes WORDS --library library.sqlite > tests/cli/golden/codes/NAME.txt."""
    done = codes(*OUTPUTS[name], cwd=folder)
    assert (done.returncode, done.stderr) == (FOUND if name in MISSING else NOTHING_BAD, "")
    assert done.stdout == golden(name)


def test_adding_says_what_each_file_is_and_a_second_time_that_nothing_is_new(tmp_path: Path) -> None:
    done = codes("add", *FILES, cwd=tmp_path)
    assert (done.returncode, done.stderr, done.stdout) == (NOTHING_BAD, "", golden("add"))
    again = codes("add", *FILES, cwd=tmp_path)
    assert (again.returncode, again.stdout) == (NOTHING_BAD, golden("add_again"))


def test_a_small_file_is_complete_unless_it_is_said_to_be_partial(tmp_path: Path) -> None:
    shutil.copy(JANUARY, tmp_path / "2026-01.csv")
    done = codes("add", "2026-01.csv", cwd=tmp_path)
    assert done.stderr == (
        "notice: 2026-01.csv: release: a complete release of 4 procedure codes: every other code counts as unknown; "
        "if it holds some codes only, remove it (cleanclaim codes remove) and add it with --partial\n"
    )
    assert done.stdout.startswith("2026-01.csv: the complete release 2026-01: 5 records, 1 notice\n")
    done = codes("add", "2026-01.csv", "--partial", cwd=tmp_path, library="other.sqlite")
    assert (done.stderr, done.stdout) == (
        "", "2026-01.csv: the partial release 2026-01: 5 records\nLibrary: other.sqlite\n",
    )  # fmt: skip


def test_a_partial_file_at_variance_with_the_complete_one_is_told_with_its_codes(tmp_path: Path) -> None:
    shutil.copy(JANUARY, tmp_path / "2026-01.csv")
    codes("add", "2026-01.csv", cwd=tmp_path)
    done = codes("add", OCTOBER, "--release", "2026-01", cwd=tmp_path)
    assert done.stdout == (
        "hcpcs_2025-10_partial.csv: the partial release 2026-01: 4 records, "
        "3 at variance with the complete file, which counts (Q4100, Q4257, Q4390)\nLibrary: library.sqlite\n"
    )


def test_a_file_that_says_otherwise_is_refused_and_replaces_when_asked(tmp_path: Path) -> None:
    codes("add", JANUARY, cwd=tmp_path)
    before = (tmp_path / "library.sqlite").read_bytes()
    words = ("add", OCTOBER, "--release", "2026-01")
    assert refusal(codes(*words, cwd=tmp_path)) == (
        "library.sqlite: the partial release 2026-01 is there already and "
        "hcpcs_2025-10_partial.csv says otherwise of Q4100, Q4257, Q4390; --replace puts the new file in its place"
    )
    assert (tmp_path / "library.sqlite").read_bytes() == before
    assert codes(*words, "--replace", cwd=tmp_path).returncode == NOTHING_BAD
    assert (
        "  long description              Relese, per square centimeter\n" in codes("show", "Q4257", cwd=tmp_path).stdout
    )


def test_one_bad_file_among_good_ones_adds_nothing(tmp_path: Path) -> None:
    (tmp_path / "notes.csv").write_text("This,is\nnothing,known\n")
    done = codes("add", OCTOBER, "notes.csv", "nowhere.csv", cwd=tmp_path)
    unknown, missing = refusal(done).splitlines()
    assert unknown.startswith("notes.csv: is none of the files that are read: a record document, CMS's HCPCS file")
    assert missing == "nowhere.csv: No such file or directory"
    assert {one.name for one in tmp_path.iterdir()} == {"notes.csv"}


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("add", JANUARY, "--release", "2026-02"), "--release 2026-02: a quarter is named by its year and first month"),
        (("add", JANUARY, "--release", "2026Q1"), "--release 2026Q1: a quarter is named by its year and first month"),
        (("add", JANUARY, "--library", "bundled"), "nothing can be added to the bundled records; name a library file"),
        (("add", JANUARY, "--library", "."), "{folder}: is a folder, and a library is one file"),
        (("add", JANUARY, "--library", "text"), "{folder}/text: is no library; `cleanclaim codes add FILE"),
        (("add", JANUARY, "--library", "/dev/null/l"), "/dev/null: "),
        (("list", "--library", "nowhere"), "nowhere: there is no such file or folder"),
        (("list", "--library", "text"), "text: is none of the files that are read: "),
        (("list", "--library", "odd.sqlite"), "odd.sqlite: is damaged, or no library ("),
        (("show", "Q9999"), "Q9999: no release and no table in the library holds it: library.sqlite"),
        (("show", "42"), "42: no release and no table in the library holds it: library.sqlite"),
        (("show", "Q42577"), "Q42577: a code has five digits and letters, a modifier two"),
        (("show", ""), ": a code has five digits and letters, a modifier two"),
        (("show", "Q4257", "--on", "2026-02-30"), "--on 2026-02-30: "),
        (("show", "Q4257", "--on", "today"), "--on today: "),
        (("diff", "2025-10", "2026-04"), "2026-04: the library holds nothing of this quarter; it holds 2025-10"),
        (("diff", "last", "2026-01"), "last: the library holds nothing of this quarter; it holds 2025-10, 2026-01"),
        (("diff", "2026-01", "2025-10"), "2025-10 is not after 2026-01: name the earlier quarter first"),
        (("diff", "2026-01", "2026-01"), "2026-01 is not after 2026-01: name the earlier quarter first"),
        (("check", "--from", "2026-01-15", "--to", "2026-01-14"), "--to 2026-01-14 lies before --from 2026-01-15"),
        (("check", "--from", "January"), "--from January: "),
        (("check", "--from", "2026-01-01", "--to", "9999-12-31"), "--to 9999-12-31: at most 30 years are checked at"),
    ],
)  # fmt: skip
def test_wrong_use_is_refused_with_its_reason(
    words: tuple[object, ...], reason: str, folder: Path, tmp_path: Path
) -> None:
    shutil.copy(folder / "library.sqlite", tmp_path)
    (tmp_path / "text").write_text("nothing of ours")
    (tmp_path / "odd.sqlite").write_bytes(b"SQLite format 3\0" + b"x" * 100)
    done = run_here("codes", *words, cwd=tmp_path, CLEANCLAIM_LIBRARY="library.sqlite")
    assert refusal(done).startswith(reason.format(folder=tmp_path))
    assert (tmp_path / "library.sqlite").read_bytes() == (folder / "library.sqlite").read_bytes()


@pytest.mark.parametrize("words", [("add",), ("check",), ("diff", "2026-01"), ("show",), ("shwo", "Q4257"), ()])
def test_a_command_that_lacks_something_is_wrong_use(words: tuple[str, ...], tmp_path: Path) -> None:
    done = run_here("codes", *words, cwd=tmp_path)
    assert done.returncode == WRONG_USE
    assert done.stderr + done.stdout


def test_a_damaged_library_is_told_by_check(folder: Path, tmp_path: Path) -> None:
    content = (folder / "library.sqlite").read_bytes()
    (tmp_path / "library.sqlite").write_bytes(content.replace(b"Ascendion", b"Ascension"))
    assert refusal(codes("check", "--from", "2026-01-01", cwd=tmp_path)) == (
        "library.sqlite: is damaged: a text in it is not as it was written; "
        "restore it, or delete it and add its files again"
    )
    assert "is damaged: what it holds of Q4390" in refusal(codes("show", "Q4390", cwd=tmp_path))
    assert codes("show", "Q4257", cwd=tmp_path).stdout == golden("show_product")


def test_a_quarter_of_which_all_is_loaded_leaves_nothing_missing(tmp_path: Path) -> None:
    shutil.copy(JANUARY, tmp_path / "2026-01.csv")
    header = "HCPCS/CPT Code,{} MUE Values,MUE Adjudication Indicator,MUE Rationale\n15271,1,2,Policy\n"
    for service in ("Outpatient Hospital Services", "DME Supplier Services"):
        (tmp_path / f"{service} 2026-01.csv").write_text(header.format(service))
    asc = (RELEASES / "asc_addendum_BB_2026-01.csv").read_text()
    (tmp_path / "AA_2026-01.csv").write_text(
        asc.replace("Addendum BB", "Addendum AA").replace("Drug Pass-Through Expiration during Calendar Year", "x")
    )
    done = codes("add", *sorted(tmp_path.glob("*.csv")), *FILES, cwd=tmp_path)
    assert done.returncode == NOTHING_BAD, done.stderr
    done = codes("check", "--from", "2026-01-01", "--to", "2026-03-31", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (NOTHING_BAD, golden("check_all"))


def test_the_bundled_records_are_listed_and_shown_too(tmp_path: Path) -> None:
    assert codes("list", cwd=tmp_path, library="bundled").stdout == golden("list_bundled")
    assert codes("show", "Q4390", cwd=tmp_path, library="bundled").stdout.startswith("Q4390\n  by the latest release")


def test_plain_files_are_a_library_too_and_their_notices_are_told(tmp_path: Path) -> None:
    done = codes("diff", "2025-10", "2026-01", cwd=tmp_path, library=str(RELEASES))
    assert (done.stderr, done.stdout) == ("", golden("diff"))
    shutil.copy(JANUARY, tmp_path / "2026-01.csv")
    done = codes("list", cwd=tmp_path, library="2026-01.csv")
    assert done.stderr.startswith("notice: 2026-01.csv: release: a complete release of 4 procedure codes")


def test_quarters_without_anything_of_one_kind_are_said_to_be_so(tmp_path: Path) -> None:
    codes("add", OCTOBER, RELEASES / "mue_practitioner_2026-01.csv", cwd=tmp_path)
    done = codes("diff", "2025-10", "2026-01", cwd=tmp_path)
    assert done.stdout == "The library holds nothing of the same kind for both 2025-10 and 2026-01.\n"


# Which library is used


def test_the_report_names_the_library_and_its_content(folder: Path, tmp_path: Path) -> None:
    claims = claims_file(tmp_path / "c.jsonl", {"claim_id": "A", "lines": [line(1, "Q4257")]})
    done = run_here("check", claims, "--library", "library.sqlite", cwd=folder)
    shown = golden("list").splitlines()[0]
    assert done.stdout.splitlines()[-2:] == [
        f"Library: {shown}",
        (
            "Not loaded, so not checked against: a complete HCPCS release, which tells unknown Level II codes and "
            "modifiers"
        ),
    ]
    jsonl = run_here("check", claims, "--library", "library.sqlite", "--format", "jsonl", cwd=folder)
    assert f"Library: {shown}\n" in jsonl.stderr


def test_the_option_goes_before_the_environment_and_that_before_the_settings_and_ones_own(tmp_path: Path) -> None:
    claims = claims_file(
        tmp_path / "c.jsonl",
        {"claim_id": "A", "lines": [line(1, "15271"), line(2, "Q4390", date_of_service="2025-12-01")]},
    )

    def used(*options: str, **environment: str) -> str:
        done = run("check", claims, "--format", "jsonl", *options, cwd=tmp_path, **environment)
        found = next(text for text in done.stderr.splitlines() if text.startswith("Library: "))
        return found.removeprefix("Library: ").partition(", content")[0].removeprefix(f"{tmp_path}/")

    own = {"XDG_DATA_HOME": str(tmp_path / "data")}
    named = {**own, "CLEANCLAIM_LIBRARY": "environment.sqlite"}
    assert used(**own) == "the bundled records"
    for name in ("option.sqlite", "environment.sqlite", "settings.sqlite"):
        codes("add", OCTOBER, cwd=tmp_path, library=name)
    run("codes", "add", OCTOBER, cwd=tmp_path, **own)
    assert used(**own) == "data/cleanclaim/library.sqlite"
    (tmp_path / "cleanclaim.toml").write_text('library = "settings.sqlite"\n')
    assert used(**own) == "settings.sqlite"
    assert used(**named) == "environment.sqlite"
    assert used("--library", "option.sqlite", **named) == "option.sqlite"
    assert used("--library", "bundled", **named) == "the bundled records"
    assert used(**{**named, "CLEANCLAIM_LIBRARY": "bundled"}) == "the bundled records"
    assert used(**{**named, "CLEANCLAIM_LIBRARY": ""}) == "settings.sqlite"
    (tmp_path / "cleanclaim.toml").write_text('library = "bundled"\n')
    assert used(**own) == "the bundled records"


def test_a_file_that_is_called_bundled_is_named_by_its_path(tmp_path: Path) -> None:
    assert codes("add", JANUARY, cwd=tmp_path, library="./bundled").returncode == NOTHING_BAD
    assert codes("list", cwd=tmp_path, library="./bundled").stdout.startswith("bundled, content ")


def test_a_library_replaces_the_bundled_records(tmp_path: Path) -> None:
    codes("add", OCTOBER, cwd=tmp_path)
    claims = claims_file(tmp_path / "c.jsonl", {"claim_id": "A", "lines": [line(1, "Q4257")]})
    assert fired(run_here("check", claims, "--format", "jsonl", cwd=tmp_path)) == [("A", 1, "AOC010")]
    done = run_here("check", claims, "--format", "jsonl", "--library", "library.sqlite", cwd=tmp_path)
    assert fired(done) == [("A", 1, "COD910")]


def test_ones_own_library_that_cannot_be_read_is_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "data" / "cleanclaim").mkdir(parents=True)
    (tmp_path / "data" / "cleanclaim" / "library.sqlite").write_bytes(b"SQLite format 3\0")
    claims = claims_file(tmp_path / "c.jsonl", {"claim_id": "A", "lines": [line(1, "Q4257")]})
    for words in (("check", claims), ("codes", "list")):
        done = run_here(*words, cwd=tmp_path, XDG_DATA_HOME=str(tmp_path / "data"))
        assert "library.sqlite: is damaged, or no library" in refusal(done)


def test_what_was_added_by_mistake_can_be_removed(folder: Path, tmp_path: Path) -> None:
    shutil.copy(folder / "library.sqlite", tmp_path)
    before = codes("list", cwd=tmp_path).stdout
    wrong = tmp_path / "HCPC2026_APR_ANWEB.csv"
    shutil.copy(ROOT / "fixtures" / "releases" / "hcpcs_2026-01_partial.csv", wrong)
    codes("add", wrong, cwd=tmp_path)
    removed = codes("remove", "2026-04", "--kind", "code_set", "--part", "complete", cwd=tmp_path)
    assert (removed.returncode, removed.stdout) == (NOTHING_BAD, "Removed the complete release 2026-04\n")
    assert codes("list", cwd=tmp_path).stdout == before
    again = codes("remove", "2026-04", cwd=tmp_path)
    assert again.returncode == WRONG_USE
    assert "2026-04: the library holds nothing of that; it holds 2026-01 add_on" in again.stderr
    bundled = codes("remove", "2026-01", cwd=tmp_path, library="bundled")
    assert (bundled.returncode, bundled.stderr) == (
        WRONG_USE, "cleanclaim: the bundled records: is no library file that could be changed\n",
    )  # fmt: skip
