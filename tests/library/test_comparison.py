"""What changed from one quarter to another, and what is loaded for a span of dates."""

from datetime import date
from pathlib import Path

import pytest

from cleanclaim import add_files
from cleanclaim.releases.comparison import FieldChange, Loaded, differences, history, loaded
from cleanclaim.releases.library import CodeLibrary, LibraryRefused
from cleanclaim.tables import AddOnPair, AddOnPairs, Layer, Part

from .making import limits, part, record

OCTOBER, JANUARY = "2025-10", "2026-01"
NOTHING = ("practitioner MUEs", "outpatient MUEs", "DME MUEs", "ASC Addendum AA", "ASC Addendum BB")


def difference(*parts: Part) -> dict[str, object]:
    (found,) = differences(CodeLibrary(parts), OCTOBER, JANUARY)
    return {name: value for name in ("added", "ended", "gone", "changed", "unread") if (value := getattr(found, name))}


def test_complete_releases_tell_what_was_added_ended_and_dropped() -> None:
    ends = date(2025, 12, 31)
    found = difference(
        part(OCTOBER, record("A4100"), record("A4200"), record("A4300", termination_date=ends)),
        part(JANUARY, record("A4100", termination_date=ends), record("A4300", termination_date=ends), record("A4400")),
    )
    assert found == {
        "added": ("A4400",), "ended": ("A4100",), "gone": ("A4200",),
        "changed": {"A4100": (FieldChange("termination_date", "", "2025-12-31"),)},
    }  # fmt: skip


def test_of_codes_that_a_partial_release_lacks_nothing_is_said() -> None:
    new = record("A4400", code_added_date=date(2026, 1, 1))
    few = part(OCTOBER, record("A4100"), scope="partial")
    assert difference(few, part(JANUARY, record("A4100"), record("A4200"), new)) == {"added": ("A4400",)}
    assert difference(part(OCTOBER, record("A4100"), record("A4200")), part(JANUARY, new, scope="partial")) == {
        "added": ("A4400",)
    }


def test_a_code_whose_record_could_not_be_read_is_neither_added_nor_dropped() -> None:
    unread, read = part(OCTOBER, unreadable=("A4100",)), part(JANUARY, record("A4100"))
    assert difference(unread, read) == {"unread": ("A4100",)}
    assert difference(part(OCTOBER, record("A4100")), part(JANUARY, unreadable=("A4100",))) == {"unread": ("A4100",)}


def test_texts_that_differ_in_blanks_have_not_changed() -> None:
    assert (
        difference(part(OCTOBER, record("A4100", "Per squarefoot")), part(JANUARY, record("A4100", "Per square foot")))
        == {}
    )


def test_the_pairs_of_an_add_on_code_are_compared_by_their_primary_codes() -> None:
    def table(quarter: str, *pairs: AddOnPair) -> Part:
        return Part(Layer("add_on", quarter, "dated"), {"15272": AddOnPairs(pairs=pairs)})

    begins, ends = date(2013, 4, 1), date(2025, 12, 31)
    old = AddOnPair(primary_code="15271", edit_type=1, effective_date=begins)
    ended = AddOnPair(primary_code="15271", edit_type=1, effective_date=begins, deletion_date=ends)
    again = AddOnPair(primary_code="15271", edit_type=3, effective_date=date(2026, 1, 1))
    assert difference(table(OCTOBER, old), table(JANUARY, ended, again)) == {
        "changed": {
            "15272": (
                FieldChange(
                    "primary 15271",
                    "type 1, from 2013-04-01",
                    "type 1, from 2013-04-01, until 2025-12-31; type 3, from 2026-01-01",
                ),
            )
        }
    }


def test_limits_are_compared_too() -> None:
    assert difference(limits(OCTOBER, _15271=1, _15272=2), limits(JANUARY, _15271=3, _15273=1)) == {
        "added": ("15273",), "gone": ("15272",), "changed": {"15271": (FieldChange("units", "1", "3"),)},
    }  # fmt: skip


def test_the_history_of_a_code_goes_from_release_to_release() -> None:
    library = CodeLibrary(
        [part(OCTOBER, record("A4100")), part(JANUARY, record("A4100")), part("2026-04", record("A4100", "New"))]
    )
    assert list(history(library, "A4100")) == [
        (OCTOBER, JANUARY, ()),
        (JANUARY, "2026-04", (FieldChange("long_description", "Supply, each", "New"),)),
    ]


def test_quarters_of_which_the_same_is_to_be_said_stand_together() -> None:
    library = CodeLibrary([
        part(OCTOBER, record("A4100")), part(JANUARY, record("A4100"), scope="partial"),
        Part(Layer("add_on", JANUARY, "undated"), {"15272": None}),
    ])  # fmt: skip
    assert loaded(library, date(2024, 1, 1), date(9999, 12, 31)) == [
        Loaded("2024-01", "2025-07", (), ("code set", "add-on codes", *NOTHING)),
        Loaded(OCTOBER, OCTOBER, ("code set",), ("add-on codes", *NOTHING)),
        Loaded(JANUARY, JANUARY, ("1 code of the code set", "add-on codes"), ("the rest of the code set", *NOTHING)),
        Loaded("2026-04", "9999-10", (), ("code set", "add-on codes", *NOTHING)),
    ]


def test_an_add_on_code_table_with_dates_speaks_for_all_quarters_before_its_own() -> None:
    library = CodeLibrary([Part(Layer("add_on", JANUARY, "dated"), {"15272": None})])
    assert [one.present for one in loaded(library, date(2010, 1, 1), date(2026, 4, 1))] == [("add-on codes",), ()]


def test_files_are_added_from_a_program_all_or_none(tmp_path: Path) -> None:
    path, good, bad = tmp_path / "library.sqlite", tmp_path / "a.csv", tmp_path / "b.csv"
    good.write_text("HCPC,RECID,LONG DESCRIPTION,COV,ADD DT,TERM DT\nA4100,3,Supply,C,20200101,\n")
    bad.write_text("nothing\n")
    with pytest.raises(ValueError, match="'2026-02' is no quarter"):
        add_files(path, [good], release="2026-02")
    with pytest.raises(LibraryRefused, match=r"b\.csv: is none of the files"):
        add_files(path, [good, bad], release=JANUARY)
    assert not path.exists()
    added, notices = add_files(path, [good], release=JANUARY)
    assert [(one.is_new, one.entries) for one in added] == [(True, 1)]
    assert [notice.field for notice in notices] == ["release"]
