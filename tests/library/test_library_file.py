"""A library file says what its parts say in memory, whatever the order in which they were added."""

from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.settings import examples

from cleanclaim.releases.adding import add_to_library
from cleanclaim.releases.library import CodeLibrary, LibraryRefused
from cleanclaim.releases.store import StoredShelf, open_library
from cleanclaim.tables import Part

from .making import everything, files, limits, part, parts, record, stored


def in_memory(held: list[Part]) -> list[object] | str:
    try:
        return everything(CodeLibrary(held))
    except LibraryRefused:
        return "refused"


@examples(150)
@given(st.lists(parts(), min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_a_library_file_says_what_its_parts_say_in_memory(made: list[Part], chance: Any) -> None:
    said = in_memory(made)
    for one_by_one in (True, False):
        chance.shuffle(made)
        with TemporaryDirectory() as folder:
            path = Path(folder) / "library.sqlite"
            try:
                for some in [[file] for file in files(*made)] if one_by_one else [files(*made)]:
                    add_to_library(path, some)
            except LibraryRefused:
                assert said == "refused"
                continue
            opened = open_library(path)
            assert everything(opened) == said
            assert opened.damage() is None


@examples(100)
@given(st.lists(parts(), max_size=4), st.lists(parts(), max_size=4))
def test_a_file_and_parts_beside_it_say_what_all_say_together(one: list[Part], other: list[Part]) -> None:
    together = in_memory([*one, *other])
    with TemporaryDirectory() as folder:
        path = Path(folder) / "library.sqlite"
        try:
            add_to_library(path, files(*one))
            beside = everything(CodeLibrary(other, shelf=StoredShelf(path)))
        except LibraryRefused:
            assert together == "refused"
        else:
            assert beside == together


def test_the_content_hash_is_of_the_content_alone(tmp_path: Path) -> None:
    made = [
        part("2026-01", record("A4100")),
        part("2026-01", record("Q4257"), scope="partial"),
        limits("2026-01", _15271=1),
    ]
    hashes = set()
    for number, order in enumerate(permutations(made)):
        hashes.add(open_library(stored(tmp_path / f"{number}.sqlite", *order)).content_hash)
    assert hashes == {CodeLibrary(made).content_hash}
    assert CodeLibrary(made[:2]).content_hash not in hashes
    moved = Part(made[2].layer.__class__("mue", "2026-04", "practitioner"), made[2].entries)
    assert CodeLibrary([*made[:2], moved]).content_hash not in hashes


def test_a_coded_value_comes_back_with_the_description_it_had(tmp_path: Path) -> None:
    for number, description in enumerate((None, "Carrier judgment", "As the payer says")):
        held = record("A4100", coverage_code={"code": "C", "description": description})
        library = open_library(stored(tmp_path / f"{number}.sqlite", part("2026-01", held)))
        assert library.held("A4100").records["2026-01"] == held


def test_a_library_answers_from_several_threads(tmp_path: Path) -> None:
    made = [part("2026-01", *(record(f"A{number}") for number in range(4000, 4300)))]
    library = open_library(stored(tmp_path / "library.sqlite", *made))
    wrong: list[str] = []

    def look() -> None:
        for number in range(4000, 4300):
            if [one.code for one in library.held(f"A{number}").records.values()] != [f"A{number}"]:
                wrong.append(f"A{number}")

    threads = [Thread(target=look) for _ in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert wrong == []


def test_an_open_library_stays_as_it_was_while_files_are_added(tmp_path: Path) -> None:
    old = part("2025-10", record("A4100", "Old, each"))
    path = stored(tmp_path / "library.sqlite", old)
    before = open_library(path)
    stored(path, part("2026-01", record("A4100", "New, each")))
    assert everything(before) == everything(CodeLibrary([old]))
    assert list(open_library(path).scopes) == ["2025-10", "2026-01"]
