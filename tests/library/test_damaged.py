"""A damaged library: what it says is right, or it is refused, or its damage is found; never a traceback."""

import os
import random
import sqlite3
from pathlib import Path

import pytest

from cleanclaim.codes import CodedValue
from cleanclaim.releases.adding import add_to_library
from cleanclaim.releases.comparison import differences, loaded
from cleanclaim.releases.library import LibraryRefused
from cleanclaim.releases.store import open_library
from cleanclaim.tables import AscListing, Layer, Part

from .making import DAYS, everything, files, limits, part, record, stored

TRIES = int(os.environ.get("CLEANCLAIM_DAMAGES", "400"))
MADE = [
    part("2025-10", record("A4100", "Old, each"), record("JZ"), unreadable=("Q4257",)),
    part("2026-01", record("A4100", "New, each", coverage_code=CodedValue(code="C")), record("Q4257"), scope="partial"),
    limits("2026-01", _15271=1),
    Part(Layer("asc", "2026-01", "BB"), {"Q4257": AscListing(payment_indicator="S2")}),
]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return stored(tmp_path_factory.mktemp("whole") / "library.sqlite", *MADE)


def said(path: Path) -> list[object] | str:
    """What a library says, read by every way there is; "refused" where one refuses."""
    try:
        library = open_library(path)
        library.held_layers()
        list(differences(library, "2025-10", "2026-01"))
        loaded(library, DAYS[0], DAYS[-1])
        return everything(library)
    except LibraryRefused:
        return "refused"


def is_told(path: Path) -> bool:
    """Whether the damage of a library is told when it is opened, or when it is read in full."""
    try:
        return open_library(path).damage() is not None
    except LibraryRefused:
        return True


def spoiled(content: bytes, chance: random.Random) -> bytes:
    spoilt = bytearray(content)
    kind = chance.randrange(4)
    if kind == 0:
        return bytes(spoilt[: chance.randrange(len(spoilt))])
    for _ in range(1 if kind == 1 else chance.randrange(2, 40)):
        at = chance.randrange(120 if chance.random() < 0.2 else len(spoilt))
        spoilt[at] = chance.randrange(256) if kind == 3 else spoilt[at] ^ (1 << chance.randrange(8))
    return bytes(spoilt)


@pytest.mark.parametrize("seed", range(4))
def test_what_a_damaged_library_says_is_right_or_its_damage_is_told(seed: int, whole: Path, tmp_path: Path) -> None:
    right, content = said(whole), whole.read_bytes()
    chance = random.Random(seed)
    path = tmp_path / "library.sqlite"
    told = 0
    for _ in range(TRIES // 4):
        path.write_bytes(spoiled(content, chance))
        found = said(path)
        if found == "refused" or is_told(path):
            told += 1
        else:
            assert found == right
    assert told > TRIES / 16


@pytest.mark.parametrize("seed", range(2))
def test_nothing_is_added_to_a_damaged_library(seed: int, whole: Path, tmp_path: Path) -> None:
    content, chance = whole.read_bytes(), random.Random(seed)
    path = tmp_path / "library.sqlite"
    for _ in range(TRIES // 8):
        path.write_bytes(spoiled(content, chance))
        before = path.read_bytes()
        if not is_told(path):
            continue
        with pytest.raises(LibraryRefused):
            add_to_library(path, files(part("2026-04", record("A4100"))))
        assert path.read_bytes() == before


CHANGES = {
    "update body set text = replace(text, 'New', 'Odd')": "is not as it was written",
    "update body set digest = zeroblob(16) where id = 1": "is not as it was written",
    "delete from body where id = 1": "is not as it was written",
    "update layer set quarter = '2026-04' where quarter = '2025-10'": "is not as it was written",
    "update layer set quarter = '2026-02' where quarter = '2025-10'": "names a release or table that there is none of",
    "update layer set part = 'none' where part = 'partial'": "names a release or table that there is none of",
    "update layer set kind = 'none' where part = 'partial'": "names a release or table that there is none of",
    "delete from layer where part = 'partial'": "is not as it was written",
    "delete from entry where code = 'Q4257'": "is not as it was written",
    "update entry set code = 'Q4258' where code = 'Q4257'": "is not as it was written",
    "update entry set body = null where code = 'JZ'": "is not as it was written",
    "update content set hash = ''": "is not as it was written",
    "delete from content": "lacks its content hash",
    "drop table body": "no such table",
    "drop table content": "no such table",
}


@pytest.mark.parametrize("change", CHANGES)
def test_each_change_made_by_hand_is_told(change: str, whole: Path, tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    path.write_bytes(whole.read_bytes())
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(change)
    connection.close()
    try:
        reason = open_library(path).damage() or ""
    except LibraryRefused as wrong:
        reason = str(wrong)
    assert CHANGES[change] in reason


def test_a_text_that_was_changed_is_refused_where_it_is_looked_up(whole: Path, tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    path.write_bytes(whole.read_bytes().replace(b"New, each", b"Odd, each"))
    library = open_library(path)
    assert library.unit_limits("15271")
    with pytest.raises(LibraryRefused, match="is damaged: what it holds of A4100 is not as it was written; restore it"):
        library.look_up("A4100", DAYS[0])
