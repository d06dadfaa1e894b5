"""Adding to a library: what is new, what is refused, what replaces what."""

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from cleanclaim.releases.adding import Added, AddedFile, add_to_library
from cleanclaim.releases.files import Wanted, read_files
from cleanclaim.releases.library import CodeLibrary, LibraryRefused
from cleanclaim.releases.store import open_library
from cleanclaim.tables import Layer

from .making import everything, files, limits, part, record, stored

OLD, NEW, OTHER = record("A4100", "Old, each"), record("A4100", "New, each"), record("A4200")
JANUARY = "2026-01"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite"


def add(path: Path, *parts: object, replace: bool = False) -> list[Added]:
    return add_to_library(path, files(*parts), replace=replace)  # type: ignore[arg-type]


def descriptions(path: Path, code: str = "A4100") -> dict[str, str]:
    return {quarter: held.long_description for quarter, held in open_library(path).held(code).records.items()}


def left(path: Path) -> set[str]:
    return {one.name for one in path.parent.iterdir()}


def test_adding_makes_the_library_and_the_folders_above_it(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "library.sqlite"
    assert [(one.is_new, one.entries, one.unread) for one in add(path, part(JANUARY, OLD, unreadable=("A4200",)))] == [
        (True, 1, 1)
    ]
    assert left(path) == {"library.sqlite", "library.sqlite.lock"}
    assert open_library(path).damage() is None


def test_adding_a_file_again_leaves_the_bytes_of_the_library_untouched(path: Path) -> None:
    made = [part(JANUARY, OLD, OTHER), part(JANUARY, record("A4300"), scope="partial"), limits(JANUARY, _15271=1)]
    add(path, *made)
    before, identity = path.read_bytes(), path.stat()
    for replace in (False, True):
        for order in (made, made[::-1]):
            assert not any(one.is_new for one in add(path, *order, replace=replace))
    assert path.read_bytes() == before
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (identity.st_ino, identity.st_mtime_ns)


def test_a_file_under_another_name_brings_nothing_new_and_is_listed(path: Path) -> None:
    made = part(JANUARY, OLD)
    add_to_library(path, [AddedFile("one.csv", made)])
    assert [one.is_new for one in add_to_library(path, [AddedFile("two.csv", made)])] == [False]
    assert [one.files for one in open_library(path).held_layers()] == [("one.csv", "two.csv")]


@pytest.mark.parametrize("scope", ["complete", "partial"])
def test_a_record_that_says_otherwise_is_refused_and_nothing_changes(scope: str, path: Path) -> None:
    add(path, part(JANUARY, OLD, scope=scope))
    before = path.read_bytes()
    with pytest.raises(LibraryRefused) as refused:
        add(path, part("2026-04", NEW), part(JANUARY, NEW, OTHER, scope=scope))
    assert str(refused.value) == (
        f"{path}: the {scope} release 2026-01 is there already and code_set 2026-01 {scope}.csv says "
        "otherwise of A4100; --replace puts the new file in its place"
    )
    assert path.read_bytes() == before
    assert left(path) == {"library.sqlite", "library.sqlite.lock"}


def test_a_limit_that_says_otherwise_is_refused_with_the_first_codes(path: Path) -> None:
    add(path, limits(JANUARY, **{f"_1527{digit}": 1 for digit in range(8)}))
    with pytest.raises(LibraryRefused, match="of 15270, 15271, 15272, 15273, 15274 and 3 more; --replace"):
        add(path, limits(JANUARY, **{f"_1527{digit}": 2 for digit in range(8)}))


def test_two_files_of_one_add_that_differ_are_refused_even_to_replace(path: Path) -> None:
    for replace in (False, True):
        with pytest.raises(
            LibraryRefused, match=r"\.csv: two of the files are the complete release 2026-01, and differ on A4100"
        ):
            add(path, part(JANUARY, OLD), part(JANUARY, NEW), replace=replace)
    assert not path.exists()


def test_a_complete_release_is_replaced_whole(path: Path) -> None:
    add(path, part(JANUARY, OLD, OTHER), part(JANUARY, OTHER, scope="partial"), part("2025-10", OLD))
    add_to_library(path, [AddedFile("new.csv", part(JANUARY, NEW))], replace=True)
    assert descriptions(path) == {"2025-10": "Old, each", JANUARY: "New, each"}
    library = open_library(path)
    assert [*library.codes(Layer("code_set", JANUARY, "complete"))] == ["A4100"]
    assert [*library.codes(Layer("code_set", JANUARY, "partial"))] == ["A4200"]
    assert library.held_layers()[1].files == ("new.csv",)
    assert everything(library) == everything(
        CodeLibrary([part(JANUARY, NEW), part(JANUARY, OTHER, scope="partial"), part("2025-10", OLD)])
    )


def test_a_table_is_replaced_whole(path: Path) -> None:
    add(path, limits(JANUARY, _15271=1, _15272=3), limits("2026-04", _15271=1))
    assert [one.is_new for one in add(path, limits(JANUARY, _15271=1), replace=True)] == [True]
    assert list(open_library(path).unit_limits("15272")) == []
    assert list(open_library(path).unit_limits("15271")) == [
        Layer("mue", JANUARY, "practitioner"), Layer("mue", "2026-04", "practitioner"),
    ]  # fmt: skip


def test_of_a_partial_release_only_the_codes_of_the_file_are_replaced(path: Path) -> None:
    add(path, part(JANUARY, OLD, OTHER, scope="partial"))
    add(path, part(JANUARY, NEW, scope="partial"), replace=True)
    assert descriptions(path) == {JANUARY: "New, each"}
    assert descriptions(path, "A4200") == {JANUARY: "Supply, each"}


def test_several_files_of_one_layer_replace_it_together(path: Path) -> None:
    add(path, part(JANUARY, record("A4300")))
    add(path, part(JANUARY, NEW), part(JANUARY, OTHER), replace=True)
    assert [*open_library(path).codes(Layer("code_set", JANUARY, "complete"))] == ["A4100", "A4200"]


@pytest.mark.parametrize("order", [1, -1])
def test_a_complete_file_counts_before_a_partial_one_and_the_difference_is_told(order: int, path: Path) -> None:
    coded = record("A4200", coverage_code={"code": "C", "description": "Carrier judgment"})
    complete, partial = part(JANUARY, NEW, coded), part(JANUARY, OLD, coded, scope="partial")
    first, second = (add(path, one) for one in (complete, partial)[::order])
    assert (first[0].conflicts, second[0].conflicts) == ((), ("A4100",))
    assert descriptions(path) == {JANUARY: "New, each"}
    assert [one.conflicts for one in add(path, complete, partial)] == [("A4100",), ("A4100",)]


def test_an_entry_that_could_not_be_read_gives_way_to_one_that_could(path: Path) -> None:
    unread, read = part(JANUARY, OTHER, unreadable=("A4100",)), part(JANUARY, OLD)
    add(path, unread)
    assert open_library(path).held("A4100").unreadable == {JANUARY}
    add(path, read)
    assert descriptions(path) == {JANUARY: "Old, each"}
    assert [one.is_new for one in add(path, unread)] == [False]
    assert descriptions(path) == {JANUARY: "Old, each"}


def test_texts_that_differ_in_blanks_agree_and_one_of_them_is_held_in_any_order(tmp_path: Path) -> None:
    made = [
        part(JANUARY, record("A4100", text))
        for text in ("Supply, per squarefoot", "Supply, per square foot", "Supply,  per square foot")
    ]
    hashes = {open_library(stored(tmp_path / f"{at}.sqlite", *made[at:], *made[:at])).content_hash for at in range(3)}
    assert len(hashes) == 1


def test_the_text_file_and_the_workbook_of_a_release_agree(path: Path, tmp_path: Path) -> None:
    """The text file cuts a description at 80 positions, and what follows may lose its blank."""
    header = "HCPC,SEQNUM,RECID,LONG DESCRIPTION,SHORT DESCRIPTION,COV,ADD DT,ACT EFF DT,TERM DT"
    words = "Supply of a thing whose description goes on beyond the eightieth position of its line, each"
    for name, text in (("a_2026-01.csv", words), ("b_2026-01.csv", words.replace("of its", "of  its"))):
        (tmp_path / name).write_text(f'{header}\nA4100,00100,3,"{text}",Supply,C,20200101,20200101,\n')
        add_to_library(path, [AddedFile(name, one.part) for one in read_files([tmp_path / name], Wanted())])
    assert [one.files for one in open_library(path).held_layers()] == [("a_2026-01.csv", "b_2026-01.csv")]


# Where the library lies


def test_a_folder_is_no_library(tmp_path: Path) -> None:
    with pytest.raises(LibraryRefused, match="is a folder, and a library is one file"):
        add(tmp_path, part(JANUARY, OLD))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("content", [b"", b"nothing of ours", b"SQLite format 3\0", b"SQLite format 3\0" + bytes(5000)])
def test_another_file_is_no_library_and_stays_as_it_is(content: bytes, path: Path) -> None:
    path.write_bytes(content)
    for action in (lambda: add(path, part(JANUARY, OLD)), lambda: open_library(path)):
        with pytest.raises(LibraryRefused, match="no library"):
            action()
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_no_library(path: Path) -> None:
    import sqlite3

    with sqlite3.connect(path) as connection:
        connection.execute("create table layer (id)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(LibraryRefused, match="is no library; `cleanclaim codes add FILE"):
        add(path, part(JANUARY, OLD))
    assert path.read_bytes() == before


def test_a_library_of_a_later_format_is_refused_and_stays_as_it_is(path: Path) -> None:
    import sqlite3

    add(path, part(JANUARY, OLD))
    with sqlite3.connect(path) as connection:
        connection.execute("pragma user_version = 2")
    connection.close()
    before = path.read_bytes()
    for action in (lambda: add(path, part(JANUARY, OTHER)), lambda: open_library(path)):
        with pytest.raises(LibraryRefused, match="is a library of format 2, and this cleanclaim reads format 1"):
            action()
    assert path.read_bytes() == before


def test_adding_through_a_symlink_changes_what_it_points_to(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere" / "link"
    link.parent.mkdir()
    link.symlink_to(path)
    add(link, part(JANUARY, OLD))
    assert link.is_symlink()
    assert descriptions(path) == descriptions(link) == {JANUARY: "Old, each"}
    assert {one.name for one in link.parent.iterdir()} == {"link"}


@pytest.mark.parametrize("name", ["a [b]*?.sqlite", "#.sqlite", "%41?x=1&y", "\u00e9 \udcff"])
def test_any_name_will_do(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    add(path, part(JANUARY, OLD))
    (tmp_path / f".{name}.99.new").write_bytes(b"left behind")
    add(path, part(JANUARY, OTHER))
    assert left(path) == {name, f"{name}.lock"}
    assert descriptions(path) == {JANUARY: "Old, each"}


def test_what_a_writer_of_another_library_is_writing_is_left_alone(tmp_path: Path) -> None:
    others = (".library.new", ".library.1.2.new", ".library.b.3.new", "library.4.new")
    for name in (*others, ".library.5.new"):
        (tmp_path / name).touch()
    add(tmp_path / "library", part(JANUARY, OLD))
    assert left(tmp_path / "library") == {"library", "library.lock", *others}


def test_the_mode_of_the_library_stays(path: Path) -> None:
    add(path, part(JANUARY, OLD))
    path.chmod(0o640)
    add(path, part(JANUARY, OTHER))
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def as_nobody(script: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run a script as a user whom permissions bind."""
    head = "import os\nif os.getuid() == 0: os.setgid(65534); os.setuid(65534)\n"
    imports = "import sys, filelock\nfrom tests.library.test_adding import *\nCodeLibrary([part(JANUARY, OLD)])\n"
    command = [sys.executable, "-c", imports + head + script, *map(str, arguments)]
    root = Path(__file__).parents[2]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False, timeout=60)


@pytest.fixture
def read_only() -> Iterator[Path]:
    """A library in a folder in which nothing may be written, and which everybody may enter."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        path = stored(folder / "library.sqlite", part(JANUARY, OLD))
        (folder / "library.sqlite.lock").unlink()
        path.chmod(0o444)
        folder.chmod(0o555)
        yield path
        folder.chmod(0o755)


def test_a_library_that_may_only_be_read_is_read(read_only: Path) -> None:
    done = as_nobody("print(descriptions(Path(sys.argv[1])), open_library(Path(sys.argv[1])).damage())", read_only)
    assert done.stdout == "{'2026-01': 'Old, each'} None\n", done.stderr
    assert left(read_only) == {"library.sqlite"}


def test_adding_where_nothing_may_be_written_is_an_error_of_the_system(read_only: Path) -> None:
    before = read_only.read_bytes()
    script = "try: add(Path(sys.argv[1]), part(JANUARY, OTHER))\nexcept PermissionError as wrong: print(wrong.strerror)"
    assert as_nobody(script, read_only).stdout == "Permission denied\n"
    assert read_only.read_bytes() == before
    assert left(read_only) == {"library.sqlite"}


@pytest.mark.parametrize("most", [0, 1, 4_096, 40_000, 74_000, 90_000])
def test_a_full_disk_leaves_the_old_state(most: int, path: Path) -> None:
    add(path, part(JANUARY, *(record(f"A{number}") for number in range(4000, 4300))))
    before = path.read_bytes()
    assert 70_000 < len(before) < 75_000
    script = (
        "import resource, signal\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)\n"
        "many = [record(f'B{number}', f'Supply {number}' * 20) for number in range(4000, 4500)]\n"
        "try: add(Path(sys.argv[1]), part('2026-04', *many))\n"
        "except (LibraryRefused, OSError) as wrong: print(type(wrong).__name__)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", "import sys\nfrom tests.library.test_adding import *\n" + script, str(path), str(most)],
        cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.stdout in ("LibraryRefused\n", "OSError\n"), done.stderr
    assert path.read_bytes() == before
    assert left(path) == {"library.sqlite", "library.sqlite.lock"}
    assert os.access(path, os.R_OK)
