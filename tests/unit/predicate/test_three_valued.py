"""What a condition comes to when facts are not known, and its comparisons with their values and distances."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanclaim.facts import LINE_FACTS
from cleanclaim.outcomes import Compared
from cleanclaim.predicate.compared import Values, compared
from cleanclaim.predicate.parse import parse
from cleanclaim.predicate.python import python_test
from cleanclaim.predicate.ternary import decided, undecided_by, words_taken

from ..claims import shipped_catalogue

PARAMETERS = shipped_catalogue().parameters
FACTS: dict[str, Any] = {
    "procedure_code": "G0235", "modifiers": ("GY", "59"), "units": Decimal("12.5"), "applied_sq_cm_day": Decimal(30),
    "area_upper_day": Decimal(25), "date_of_service": date(2026, 1, 15), "termination_date": date(9999, 12, 31),
    "code_added_date": date(2026, 1, 16), "place_of_service": "24", "unit_basis": "unknown", "coverage_code": "M",
}  # fmt: skip


def tree(text: str) -> Any:
    return parse(text, LINE_FACTS, PARAMETERS)


@pytest.mark.parametrize(
    ("text", "outcome", "by"),
    [
        ("units > 5", None, ["units"]),
        ("units > 5 and place_of_service = '11'", False, []),
        ("place_of_service = '11' and units > 5", False, []),
        ("units > 5 or place_of_service = '24'", True, []),
        ("units > 5 and place_of_service = '24'", None, ["units"]),
        ("not (units > 5 and place_of_service = '24')", None, ["units"]),
        ("units > 5 or coverage_code = 'I' or area_upper_day < units", None, ["units", "units"]),
        ("has_modifier('GY') and procedure_code in coverage_code_exceptions", True, []),
    ],
)
def test_a_condition_is_decided_where_the_unknown_cannot_matter(text: str, outcome: bool | None, by: list[str]) -> None:
    assert decided(tree(text), FACTS, PARAMETERS, {"units"}) is outcome
    assert list(undecided_by(tree(text), FACTS, PARAMETERS, {"units"})) == by


LEAVES = (
    "units > 5",
    "place_of_service = '24'",
    "coverage_code <> 'M'",
    "has_modifier('GY')",
    "area_upper_day < units",
)
CONDITIONS = st.recursive(
    st.sampled_from(LEAVES),
    lambda inner: st.one_of(
        inner.map(lambda one: f"not ({one})"),
        st.tuples(inner, st.sampled_from(("and", "or")), inner).map(lambda one: f"({one[0]}) {one[1]} ({one[2]})"),
    ),
    max_leaves=8,
)
CHANGES: dict[str, tuple[Any, ...]] = {
    "units": (Decimal(0), Decimal(7), Decimal(99)), "place_of_service": ("24", "11"), "coverage_code": ("M", "C"),
    "area_upper_day": (Decimal(0), Decimal(50)),
}  # fmt: skip


@given(CONDITIONS, st.sets(st.sampled_from(sorted(CHANGES))), st.data())
def test_what_is_decided_holds_whatever_the_unknown_facts_are(
    text: str, unknown: set[str], data: st.DataObject
) -> None:
    condition = tree(text)
    facts = {**FACTS, **{name: data.draw(st.sampled_from(CHANGES[name])) for name in sorted(unknown)}}
    outcome = decided(condition, FACTS, PARAMETERS, unknown)
    assert outcome is None or python_test(condition, PARAMETERS)(facts) is outcome
    assert bool(list(undecided_by(condition, FACTS, PARAMETERS, unknown))) == (outcome is None)
    shown = compared(condition, Values(FACTS, unknown, PARAMETERS))
    assert decided(condition, FACTS, PARAMETERS, unknown) is all_hold(shown)


def all_hold(shown: tuple[Compared, ...]) -> bool | None:
    answers = [one.holds for one in shown]
    return False if False in answers else (None if None in answers else True)


def test_a_word_is_taken_where_it_is_asked_for_and_not_where_it_is_excluded() -> None:
    condition = tree("asc_listed = 'unknown' and asc_biller <> 'unknown' and not (unit_basis <> 'unknown')")
    assert words_taken(condition) == {("asc_listed", "unknown"), ("unit_basis", "unknown")}


def shown(text: str, *unknown: str) -> tuple[Compared, ...]:
    return compared(tree(text), Values(FACTS, unknown, PARAMETERS))


def test_numbers_are_shown_with_their_distance_and_what_they_are_reckoned_from() -> None:
    text = "applied_sq_cm_day > area_upper_day * overlap_allowance and units <> round(units) and units = 12.5"
    assert shown(text) == (
        Compared(
            "applied_sq_cm_day > (area_upper_day * overlap_allowance)", False, "30", "31.25", "1.25 below",
            (("area_upper_day", "25"), ("overlap_allowance", "1.25")),
        ),
        Compared("units <> round(units)", True, "12.5", "13", "0.5 below", (("units", "12.5"),)),
        Compared("units = 12.5", True, "12.5", None, "equal"),
    )  # fmt: skip


def test_days_are_shown_with_the_days_between_and_a_day_that_none_stated_is_no_day() -> None:
    assert shown(
        "date_of_service < code_added_date and date_of_service >= '2025-12-31' and date_of_service > termination_date"
    ) == (
        Compared("date_of_service < code_added_date", True, "2026-01-15", "2026-01-16", "1 day before"),
        Compared("date_of_service >= '2025-12-31'", True, "2026-01-15", None, "15 days after"),
        Compared("date_of_service > termination_date", False, "2026-01-15", "none stated"),
    )  # fmt: skip


def test_words_modifiers_and_lists_are_shown_with_what_was_there() -> None:
    assert shown(
        "place_of_service in ('11', '24') and not has_modifier('GA') and not has_modifier('GY') "
        "and procedure_code not in coverage_code_exceptions and unit_basis = 'sq_cm'",
        "unit_basis",
    ) == (
        Compared("place_of_service in ('11', '24')", True, "24"),
        Compared("none of the modifiers GA and GY", False, "GY 59"),
        Compared(
            "procedure_code not in coverage_code_exceptions", False, "G0235",
            values=(("coverage_code_exceptions", "G0235"),),
        ),
        Compared("unit_basis = 'sq_cm'", None, "not known"),
    )  # fmt: skip


def test_groups_of_which_one_must_hold_are_shown_as_groups() -> None:
    (group,) = shown("units > 20 or (units > 10 and place_of_service = '11')")
    assert group == Compared(
        "any of these", False,
        parts=(
            Compared("units > 20", False, "12.5", None, "7.5 below"),
            Compared("all of these", False, parts=(
                Compared("units > 10", True, "12.5", None, "2.5 above"),
                Compared("place_of_service = '11'", False, "24"),
            )),
        ),
    )  # fmt: skip
