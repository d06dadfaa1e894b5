"""The record in force for a code on a day: section 2 of the contract, to the letter."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanclaim.codes import CodeSetRelease, release_id
from cleanclaim.releases.library import CodeLibrary, LibraryRefused, RecordLookup

from .claims import record, release
from .settings import examples

OLD, NEW = record("A4100", "Old, each"), record("A4100", "New, each")
OTHER = record("A4200")
OCTOBER, JANUARY, APRIL = "2025-10", "2026-01", "2026-04"


def status(releases: Sequence[CodeSetRelease], day: str, code: str = "A4100") -> tuple[str, str | None, int]:
    found = CodeLibrary(releases).look_up(code, date.fromisoformat(day))
    return found.status, found.release_id, found.release_lag_quarters


def described(releases: Sequence[CodeSetRelease], day: str) -> str | None:
    found = CodeLibrary(releases).look_up("A4100", date.fromisoformat(day))
    return found.record.long_description if found.record else None


def test_a_record_is_in_force_from_the_first_day_of_its_quarter() -> None:
    releases = [release(OCTOBER, OLD), release(JANUARY, NEW)]
    assert described(releases, "2025-12-31") == "Old, each"
    assert described(releases, "2026-01-01") == "New, each"
    assert described(releases, "2026-03-31") == "New, each"
    assert status(releases, "2025-10-01") == ("in_force", OCTOBER, 0)
    assert status(releases, "2025-09-30") == ("later_snapshot", OCTOBER, 0)


@pytest.mark.parametrize(
    ("day", "lag"),
    [("2025-10-01", 0), ("2025-12-31", 0), ("2026-01-01", 1), ("2026-03-31", 1), ("2026-04-01", 2), ("2036-01-01", 41)],
)
def test_the_lag_is_counted_in_whole_quarters(day: str, lag: int) -> None:
    assert status([release(OCTOBER, OLD)], day) == ("in_force", OCTOBER, lag)
    assert status([release(OCTOBER, OTHER)], day) == ("not_in_release", OCTOBER, lag)
    assert status([release(OCTOBER, OTHER, scope="partial")], day) == ("not_loaded", None, 0)


def test_statuses_are_looked_for_in_the_order_of_the_contract() -> None:
    complete, partial = release(OCTOBER, OTHER), release(OCTOBER, OTHER, scope="partial")
    later = release(APRIL, NEW, scope="partial")
    assert status([complete, release(JANUARY, OLD, scope="partial"), later], "2026-01-01") == ("in_force", JANUARY, 0)
    assert status([complete, later], "2026-01-01") == ("later_snapshot", APRIL, 1)
    assert status([partial, later], "2026-01-01") == ("later_snapshot", APRIL, 0)
    assert status([later], "2026-01-01") == ("later_snapshot", APRIL, 0)
    assert status([complete], "2026-01-01") == ("not_in_release", OCTOBER, 1)
    assert status([partial], "2026-01-01") == ("not_loaded", None, 0)
    assert status([complete], "2025-09-30") == ("no_release", None, 0)
    assert status([], "2026-01-01") == ("no_release", None, 0)


def test_the_dates_before_the_first_release_come_from_the_earliest_that_holds_the_code() -> None:
    releases = [release(APRIL, NEW), release(JANUARY, OLD), release(OCTOBER, OTHER, scope="partial")]
    assert described(releases, "2025-11-01") == "Old, each"
    assert status(releases, "2025-11-01") == ("later_snapshot", JANUARY, 0)


def test_a_few_records_added_never_take_the_check_from_other_codes() -> None:
    complete = release(OCTOBER, OLD, OTHER)
    few = release(JANUARY, NEW, scope="partial")
    assert status([complete, few], "2026-01-01", "A4200") == ("in_force", OCTOBER, 1)
    assert status([complete, few], "2026-01-01", "A4100") == ("in_force", JANUARY, 0)
    assert status([complete, few], "2026-01-01", "A4300") == ("not_in_release", OCTOBER, 1)


def test_a_complete_file_wins_over_a_partial_one_whatever_the_order() -> None:
    files = [release(JANUARY, NEW), release(JANUARY, OLD, OTHER, scope="partial"), release(OCTOBER, OLD)]
    for order in permutations(files):
        merged = CodeLibrary(order)
        assert merged.scopes == {OCTOBER: "complete", JANUARY: "complete"}
        assert merged.look_up("A4100", date(2026, 1, 1)).record == NEW
        assert merged.look_up("A4200", date(2026, 1, 1)).record == OTHER


@pytest.mark.parametrize("scope", ["complete", "partial"])
def test_two_files_of_a_quarter_that_contradict_each_other_are_refused(scope: Any) -> None:
    CodeLibrary([release(JANUARY, NEW, scope=scope), release(JANUARY, NEW, OTHER, scope=scope)])
    with pytest.raises(LibraryRefused, match=f"two files are the {scope} release 2026-01, and differ on A4100"):
        CodeLibrary([release(JANUARY, NEW, scope=scope), release(JANUARY, OLD, scope=scope)])


def test_a_later_release_ends_a_code_retroactively() -> None:
    ended = record("A4100", termination_date="2025-11-30")
    releases = [release(OCTOBER, OLD), release(JANUARY, OLD), release(APRIL, ended, scope="partial")]
    for day in ("2025-10-01", "2026-01-01"):
        found = CodeLibrary(releases).look_up("A4100", date.fromisoformat(day))
        assert (found.status, found.later_termination_date) == ("in_force", date(2025, 11, 30))
    own = record("A4100", termination_date="2026-12-31")
    found = CodeLibrary([release(OCTOBER, own), release(APRIL, ended)]).look_up("A4100", date(2025, 10, 1))
    assert found.record == own
    assert found.later_termination_date is None


def test_an_earlier_release_ends_no_code() -> None:
    ended = record("A4100", termination_date="2025-12-31")
    found = CodeLibrary([release(OCTOBER, ended), release(JANUARY, NEW)]).look_up("A4100", date(2026, 1, 1))
    assert found == RecordLookup("in_force", NEW, JANUARY)


@pytest.mark.parametrize("field", ["termination_date", "coverage_code", "long_description", "pricing_indicators"])
def test_a_doubtful_record_is_not_put_in_force(field: str) -> None:
    doubtful = record("A4100", unread_fields=[field])
    assert status([release(JANUARY, doubtful)], "2026-01-01") == ("not_loaded", None, 0)
    assert status([release(JANUARY, doubtful, scope="partial")], "2026-01-01") == ("not_loaded", None, 0)
    assert status([release(OCTOBER, OLD), release(JANUARY, doubtful)], "2026-01-01") == ("in_force", OCTOBER, 1)
    assert status([release(OCTOBER, OTHER), release(JANUARY, doubtful)], "2025-10-01") == ("not_in_release", OCTOBER, 0)


@pytest.mark.parametrize("field", ["action_code", "betos", "anesthesia_base_units"])
def test_a_record_of_which_no_edit_needs_the_unread_field_is_in_force(field: str) -> None:
    assert status([release(JANUARY, record("A4100", unread_fields=[field]))], "2026-01-01") == ("in_force", JANUARY, 0)


def test_of_a_code_whose_row_could_not_be_read_a_complete_release_says_nothing() -> None:
    unread = release(JANUARY, OTHER, unreadable=frozenset({"A4100"}))
    assert status([unread], "2026-01-01") == ("not_loaded", None, 0)
    assert status([unread, release(JANUARY, NEW, scope="partial")], "2026-01-01") == ("in_force", JANUARY, 0)
    assert status([unread, release(OCTOBER, OLD)], "2026-01-01") == ("in_force", OCTOBER, 1)


CODES = ("A4100", "A4200", "A4300")
QUARTERS = ("2025-07", OCTOBER, JANUARY, APRIL)
ENDS = (None, "2025-09-30", "2025-12-31", "2027-12-31")


@st.composite
def releases(draw: st.DrawFn) -> list[CodeSetRelease]:
    made: dict[tuple[str, str], CodeSetRelease] = {}
    for _ in range(draw(st.integers(0, 6))):
        held = draw(st.sets(st.sampled_from(CODES)))
        records = [
            record(
                code, draw(st.sampled_from(("One, each", "Two, each"))), termination_date=draw(st.sampled_from(ENDS))
            )
            for code in sorted(held)
        ]
        quarter, scope = draw(st.sampled_from(QUARTERS)), draw(st.sampled_from(("complete", "partial")))
        made[quarter, scope] = release(quarter, *records, scope=scope)
    return list(made.values())


days = st.dates(date(2025, 6, 1), date(2026, 8, 1))


@examples(150)
@given(releases(), st.randoms(use_true_random=False), st.sampled_from(CODES), days)
def test_the_order_of_files_does_not_matter(made: list[CodeSetRelease], chance: Any, code: str, day: date) -> None:
    shuffled = list(made)
    chance.shuffle(shuffled)
    assert CodeLibrary(shuffled).look_up(code, day) == CodeLibrary(made).look_up(code, day)


@examples(150)
@given(releases(), st.sampled_from(CODES), days)
def test_look_ups_follow_the_contract(made: list[CodeSetRelease], code: str, day: date) -> None:
    found = CodeLibrary(made).look_up(code, day)
    holding = [one for one in made if code in one.records]
    if found.status == "in_force":
        speaking = [one for one in made if one.first_day <= day and (one.scope == "complete" or code in one.records)]
        latest = max(one.first_day for one in speaking)
        candidates = [one for one in speaking if one.first_day == latest and code in one.records]
        complete = [one for one in candidates if one.scope == "complete"]
        assert found.record in [one.records[code] for one in complete or candidates]
        assert found.release_id == release_id(latest)
        later = {(one.first_day, one.scope): one.records[code] for one in holding if one.first_day > latest}
        counted = [later.get((day, "complete")) or later[day, "partial"] for day in sorted({day for day, _ in later})]
        assert found.record is not None
        if found.record.termination_date is None:
            ends = (one.termination_date for one in counted if one.termination_date)
            assert found.later_termination_date == next(ends, None)
        else:
            assert found.later_termination_date is None
        assert (
            found.release_lag_quarters
            == len({release_id(latest + timedelta(one)) for one in range((day - latest).days + 1)}) - 1
        )
    elif found.status == "later_snapshot":
        first = min(one.first_day for one in holding if one.first_day > day)
        assert found.release_id == release_id(first)
    elif found.status == "not_in_release":
        assert any(one.scope == "complete" and one.first_day <= day for one in made)
        assert not any(one.first_day > day for one in holding)
    elif found.status == "not_loaded":
        assert {one.scope for one in made if one.first_day <= day} == {"partial"}
        assert not holding
    else:
        assert found == RecordLookup("no_release")
        assert all(one.first_day > day for one in made)


@examples(100)
@given(releases(), st.sampled_from(QUARTERS), days)
def test_records_of_one_code_change_nothing_of_another(made: list[CodeSetRelease], quarter: str, day: date) -> None:
    before = CodeLibrary(made).look_up("A4100", day)
    after = CodeLibrary([*made, release(quarter, record("A4999"), scope="partial")]).look_up("A4100", day)
    if before.status == "no_release":
        assert after.status in ("no_release", "not_loaded")
    else:
        assert after == before


@pytest.mark.parametrize("order", [1, -1])
def test_a_complete_file_that_disagrees_with_a_partial_one_of_its_quarter_is_a_notice(order: int) -> None:
    complete = release(JANUARY, record("Q4257", "As the complete file says"))
    partial = release(JANUARY, record("Q4257", "As the partial file says"), record("Q4390"), scope="partial")
    library = CodeLibrary([complete, partial][::order])
    assert [str(notice) for notice in library.notices] == [
        "release 2026-01: Q4257: a partial file disagrees with the complete one, which counts"
    ]
    found = library.look_up("Q4257", date(2026, 1, 1)).record
    assert found is not None
    assert found.long_description == "As the complete file says"
    assert CodeLibrary([partial]).notices == ()
