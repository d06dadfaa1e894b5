"""The lock beside our edits is current, its changes are told, and no edit has vanished."""

from pathlib import Path

import pytest

from cleanclaim import load_catalogue
from cleanclaim.lock import meanings, read_lock, untold

ROOT = Path(__file__).parents[2]
LOCK = read_lock((ROOT / "rules" / "catalogue.lock.json").read_text(encoding="utf-8"))
CATALOGUE = load_catalogue()


@pytest.mark.parametrize("kind", ["edits", "parameters"])
def test_the_lock_is_current(kind: str) -> None:
    locked = {name: one.hash for name, one in LOCK[kind].items()}
    assert locked == meanings(CATALOGUE)[kind], "make catalogue writes rules/catalogue.lock.json anew"


def test_no_edit_of_the_lock_has_vanished() -> None:
    assert not LOCK["edits"].keys() - CATALOGUE.edits.keys(), "a retired edit stays, with a last day"


def test_every_change_of_meaning_is_told_with_its_impacted_dates_of_service() -> None:
    assert untold(LOCK, (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")) == []
