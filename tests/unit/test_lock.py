"""The lock: what is meaning and what is not, where a change is told, and what a lock refuses."""

import json
from pathlib import Path

import pytest

from cleanclaim.edit_files import load_catalogue
from cleanclaim.lock import NO_LOCK, Entry, LockRefused, lock_text, meanings, notes, read_lock, renewed, untold

from .claims import shipped_catalogue
from .payer_folder import EDIT, LIST, NUMBER, PayerFolder, changed

FULL = changed(EDIT, "versions:\n", """\
payer_types: [other, medicare_advantage]
remittance:
  - {group: CO, carc: "16", rarc: [M53], when: "units > our_limit"}
  - {group: PR, carc: "96"}
other_lines:
  product:
    where: procedure_code in our_products
    same: [date_of_service, rendering_provider]
known_gaps: [Something is not known.]
versions:
""").replace("when: units > 5", "when: units > 5 and not (product = 'present' and units < 99)")  # fmt: skip
LOG = """\
# Changelog

`Impacted dates of service:` stands in each entry.

## Unreleased

- XYZ001 takes more units. Impacted dates of service: 2026-01-01 and later.
- XYZ002 is spelled better.

## 0.1.0

- COV010 to COV030 and XYZ003; our_limit
  is lower. Impacted dates of service: all.
- XYZ004. Impacted dates of service:
"""


def hash_of(folder: Path, edit: str, number: str = NUMBER, codes: str = LIST) -> tuple[str, str, str]:
    payer = PayerFolder(folder)
    payer.write(edit)
    payer.write(number, "parameters/limit.yaml")
    payer.write(codes, "parameters/products.yaml")
    found = meanings(load_catalogue(folder))
    return found["edits"]["XYZ001"], found["parameters"]["our_limit"], found["parameters"]["our_products"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("More units than the payer takes", "Too many units"),
        ("{units} units are too many", "Too many: {units}"),
        ("Bill fewer.", "Bill less."),
        ("document: Policy", "document: Another policy"),
        ("read: 2026-01-01", "read: 2026-02-01"),
        ("Something is not known.", "Something else is not known."),
        ("units > 5 and not", "(units  >  5)  AND  not"),
        ("not (product = 'present' and units < 99)", "(product <> 'present' or not units < 99)"),
        ("[other, medicare_advantage]", "\n  - medicare_advantage\n  - other"),
        ("disposition: advisory", "disposition: 'advisory'  # for now"),
    ],
)
def test_texts_and_layout_are_no_meaning(old: str, new: str, tmp_path: Path) -> None:
    assert hash_of(tmp_path / "one", FULL) == hash_of(tmp_path / "other", changed(FULL, old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("units > 5", "units > 6"),
        ("units > 5", "units >= 5"),
        ("disposition: advisory", "disposition: suspension"),
        ("disposition: advisory", "disposition: advisory\nsuperseded_by: []"),
        ("[other, medicare_advantage]", "[other]"),
        ('carc: "16"', 'carc: "18"'),
        ("[M53]", "[M51]"),
        ("units > our_limit", "units < our_limit"),
        ("in our_products", "not in our_products"),
        ("[date_of_service, rendering_provider]", "[date_of_service]"),
        ("  - when", "  - effective: {last: 2026-06-30}\n    when"),
    ],
)
def test_what_a_claim_meets_is_meaning(old: str, new: str, tmp_path: Path) -> None:
    (one, *same), (other, *others) = (
        hash_of(tmp_path / "one", FULL), hash_of(tmp_path / "other", changed(FULL, old, new)),
    )  # fmt: skip
    assert one != other
    assert same == others


def test_a_parameter_has_a_hash_of_its_own_and_the_edit_only_names_it(tmp_path: Path) -> None:
    edit, limit, products = hash_of(tmp_path / "one", FULL)
    assert hash_of(tmp_path / "two", FULL, changed(NUMBER, "7.5", "7.50")) == (edit, limit, products)
    other = hash_of(tmp_path / "three", FULL, changed(NUMBER, "7.5", "8"), changed(LIST, "Q4199", "Q4198"))
    assert other[0] == edit
    assert limit != other[1]
    assert products != other[2]


def test_the_changelog_names_edits_ranges_and_parameters_where_it_gives_impacted_dates() -> None:
    told = notes(LOG)
    assert list(told) == ["Unreleased", "0.1.0"]
    assert {one for one in told["Unreleased"] if one.isupper()} == {"XYZ001"}
    assert {one for one in told["0.1.0"] if one[:3].isupper()} == {
        *(f"COV{number:03}" for number in range(10, 31)), "XYZ003",
    }  # fmt: skip
    assert "our_limit" in told["0.1.0"]


def test_a_change_is_told_under_the_first_heading_and_what_is_unchanged_where_it_was() -> None:
    catalogue = shipped_catalogue()
    dates = "Impacted dates of service: all.\n"
    log = f"## Unreleased\n\n- AOC010. {dates}\n## 1.0\n\n- AOC010 to UOS999. {dates}"
    first = renewed(catalogue, NO_LOCK, log)
    assert {one.changed for kind in first.values() for one in kind.values()} == {"Unreleased"}
    edits = {**first["edits"], "AOC010": Entry("another", "1.0"), "AOC020": Entry(first["edits"]["AOC020"].hash, "1.0")}
    again = renewed(catalogue, {**first, "edits": edits}, log.replace("AOC010 to UOS999", "AOC010 to AOC999"))
    assert again["edits"]["AOC010"] == first["edits"]["AOC010"]
    assert again["edits"]["AOC020"].changed == "1.0"
    named = renewed(catalogue, again, log.replace("Unreleased", "1.1").replace("AOC010 to UOS999", "AOC020 to AOC999"))
    assert [named["edits"][one].changed for one in ("AOC010", "AOC020", "COV010")] == ["1.1", "1.0", "1.1"]


def test_what_is_not_told_is_named() -> None:
    lock = {
        "edits": {
            "XYZ001": Entry("a", "Unreleased"), "XYZ002": Entry("b", "Unreleased"), "XYZ003": Entry("c", "0.1.0"),
        },
        "parameters": {"our_limit": Entry("d", "0.0.9")},
    }  # fmt: skip
    assert untold(lock, LOG) == [
        "XYZ002: under Unreleased, no entry names it with 'Impacted dates of service:'",
        "our_limit: under 0.0.9, no entry names it with 'Impacted dates of service:'",
    ]


def test_an_edit_cannot_vanish_from_the_catalogue(tmp_path: Path) -> None:
    PayerFolder(tmp_path).write(EDIT)
    lock = renewed(load_catalogue(tmp_path), NO_LOCK, LOG)
    with pytest.raises(LockRefused) as refused:
        renewed(shipped_catalogue(), lock, LOG)
    assert str(refused.value) == (
        "XYZ001: in the lock and in no edit file; a retired edit stays, with a last day"
    )  # fmt: skip


def test_a_changelog_without_a_heading_is_refused() -> None:
    with pytest.raises(LockRefused, match="the changelog has no heading"):
        renewed(shipped_catalogue(), NO_LOCK, "# Changelog\n")


def test_a_lock_is_read_as_it_was_written() -> None:
    lock = renewed(shipped_catalogue(), NO_LOCK, LOG)
    assert read_lock(lock_text(lock)) == lock
    assert json.loads(lock_text(lock)).keys() == {"edits", "parameters"}


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '{"edits": 1, "parameters": {}}', '{"edits": {"A": {}}}', "[" * 9999]
)
def test_what_is_no_lock_is_refused(text: str) -> None:
    with pytest.raises(LockRefused, match="none that `edits lock` has written"):
        read_lock(text)
