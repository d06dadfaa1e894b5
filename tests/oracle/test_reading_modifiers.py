"""The oracle itself, on modifiers and duplicates, worked by hand."""

import pytest

from .hand_cases import JANUARY, PLAIN, fired, line, record, release

DRUG = record("Q4390", PLAIN, pricing_indicator="51")
SUPPLY = record("Q4390", PLAIN)


def both(product: dict) -> list[dict]:
    """The product in the last quarter of 2025 and the first of 2026."""
    return [release("2025-10", product), release("2026-01", product)]


def test_discard_modifiers_on_a_supply_are_returned_from_2026() -> None:
    for modifier in ("JW", "JZ"):
        for day, wanted in (("2025-12-31", False), ("2026-01-01", True)):
            found = fired(line(1, "Q4390", day, modifiers=[modifier]), on=both(SUPPLY))
            assert ((1, "MOD010") in found) == wanted
            assert (1, "MOD010") not in fired(line(1, "Q4390", day, modifiers=[modifier]), on=both(DRUG))


def test_a_separately_paid_product_bears_a_discard_modifier_until_the_end_of_2025() -> None:
    assert fired(line(1, "Q4390", "2025-12-31"), on=both(DRUG)) == {(1, "MOD020")}
    assert fired(line(1, "Q4390", "2026-01-01"), on=both(DRUG)) == set()
    assert fired(line(1, "Q4390", "2025-12-31"), on=both(SUPPLY)) == set()
    assert fired(line(1, "Q4390", "2025-12-31"), on=both(DRUG), claim_type="institutional") == set()
    summer = [release(quarter, DRUG) for quarter in ("2023-04", "2023-07")]
    assert fired(line(1, "Q4390", "2023-06-30"), line(2, "Q4390", "2023-07-01"), on=summer) == {(2, "MOD020")}


def test_the_administered_line_beside_a_discarded_one_bears_no_modifier() -> None:
    lines = line(1, "Q4390", "2025-12-31"), line(2, "Q4390", "2025-12-31", modifiers=["JW"])
    assert fired(*lines, on=both(DRUG)) == set()
    assert fired(lines[0], {**lines[1], "rendering_provider": "P1"}, on=both(DRUG)) == {(1, "MOD020"), (2, "MOD060")}


def test_a_discarded_line_alone_is_returned_from_2017_through_2025() -> None:
    for day, wanted in (("2016-12-31", False), ("2017-01-01", True), ("2025-12-31", True), ("2026-01-01", False)):
        on = [release(quarter, DRUG) for quarter in ("2016-10", "2017-01", "2025-10", "2026-01")]
        assert ((1, "MOD060") in fired(line(1, "Q4390", day, modifiers=["JW"]), on=on)) == wanted


def test_nothing_discarded_contradicts_something_discarded() -> None:
    assert fired(line(1, "G2211", modifiers=["JW", "JZ"]), on=JANUARY) == {(1, "MOD030")}
    lines = line(1, "G2211", modifiers=["JZ"]), line(2, "G2211", modifiers=["JW"])
    assert fired(*lines, on=JANUARY) == {(1, "MOD030")}
    assert fired(lines[0], {**lines[1], "rendering_provider": "P1"}, on=JANUARY) == set()


def test_a_modifier_that_the_complete_release_in_force_lacks_is_unknown_whatever_its_lag() -> None:
    assert fired(line(1, "G2211", modifiers=["ZZ"]), on=JANUARY) == {(1, "MOD040")}
    assert fired(line(1, "99213", "2026-04-01", modifiers=["ZZ"]), on=JANUARY) == {(1, "MOD040")}
    assert fired(line(1, "G2211", modifiers=["1P", "99"]), on=JANUARY) == set()
    partial = [release("2026-01", record("G2211"), scope="partial")]
    assert fired(line(1, "G2211", modifiers=["ZZ"]), on=partial) == set()


def test_a_partial_release_that_holds_a_modifier_makes_it_known() -> None:
    added = release("2026-01", scope="partial", modifiers=[record("ZZ", code_added_date="2026-01-10")])
    assert fired(line(1, "G2211", modifiers=["ZZ"]), on=[*JANUARY, added]) == set()
    assert fired(line(1, "G2211", "2026-01-09", modifiers=["ZZ"]), on=[*JANUARY, added]) == {(1, "MOD050")}


def test_a_modifier_that_only_a_later_release_holds_is_unknown_until_it_was_added() -> None:
    later = release("2026-04", modifiers=[record("ZZ", code_added_date="2026-01-10")])
    assert fired(line(1, "G2211", "2026-01-09", modifiers=["ZZ"]), on=[*JANUARY, later]) == {(1, "MOD040")}
    assert fired(line(1, "G2211", "2026-01-10", modifiers=["ZZ"]), on=[*JANUARY, later]) == set()


def test_a_modifier_that_only_a_later_release_holds_is_unknown_after_its_end() -> None:
    later = release("2026-04", modifiers=[record("ZZ", termination_date="2026-01-10")])
    assert fired(line(1, "G2211", "2026-01-10", modifiers=["ZZ"]), on=[*JANUARY, later]) == set()
    assert fired(line(1, "G2211", "2026-01-11", modifiers=["ZZ"]), on=[*JANUARY, later]) == {(1, "MOD040")}


@pytest.mark.parametrize(("day", "ended"), [("2026-01-20", False), ("2026-01-21", True)])
def test_a_modifier_ends_with_its_last_valid_day_also_when_a_later_release_says_so(day: str, ended: bool) -> None:
    own = [release("2026-01", record("G2211"), modifiers=[record("KX", termination_date="2026-01-20")])]
    later = [
        release("2026-01", record("G2211"), modifiers=[record("KX")]),
        release("2026-04", record("G2211"), modifiers=[record("KX", termination_date="2026-01-20")]),
    ]
    for on in (own, later):
        assert fired(line(1, "G2211", day, modifiers=["kx "]), on=on) == ({(1, "MOD050")} if ended else set())


def test_the_origin_and_destination_of_an_ambulance_are_no_modifier() -> None:
    on = [release("2026-01", record("A0427"), record("A0020"))]
    assert fired(line(1, "A0427", modifiers=["RH"]), on=on) == set()
    assert fired(line(1, "A0020", modifiers=["RH"]), on=on) == {(1, "MOD040")}


# Duplicates


def test_the_same_line_again_is_a_duplicate_of_the_lowest() -> None:
    lines = line(1, "G2211"), line(2, "G2211"), line(3, "G2211")
    assert fired(*lines, on=JANUARY) == {(2, "DUP010"), (3, "DUP010")}
    assert fired(*lines[:2], on=JANUARY, claim_type="dme") == {(2, "DUP010")}
    assert fired(*lines[:2], on=JANUARY, claim_type="institutional") == set()


def test_lines_without_a_code_are_duplicates_too_where_they_have_no_revenue_code_either() -> None:
    nameless = [line(number, None) for number in (1, 2)]
    assert fired(*nameless, on=JANUARY) == {(1, "COD005"), (2, "COD005"), (2, "DUP010")}
    assert fired(*({**one, "revenue_code": "0250"} for one in nameless), on=JANUARY) == set()


@pytest.mark.parametrize(
    "fields",
    [
        {"units": "2"},
        {"charge": "12.50"},
        {"ndc": "12345678901"},
        {"description": "left"},
        {"rendering_provider": "P1"},
        {"date_of_service": "2026-01-16"},
        {"date_of_service_end": "2026-01-16"},
        {"modifiers": ["LT"]},
        {"modifiers": ["76"]},
    ],
)
def test_a_line_that_differs_is_no_duplicate(fields: dict) -> None:
    assert fired(line(1, "G2211"), line(2, "G2211", **fields), on=JANUARY) == set()


def test_modifiers_are_a_set_and_numbers_are_compared_as_numbers() -> None:
    one = line(1, "G2211", modifiers=["RT", "LT"], charge="10", units="1")
    other = line(2, "g2211", modifiers=["LT", "RT", "lt"], charge="10.00", units="1.000", place_of_service="12")
    assert fired(one, other, on=JANUARY) == {(2, "DUP010")}


def test_lines_that_bear_a_modifier_of_repetition_are_no_duplicates() -> None:
    for modifier in ("59", "76", "77", "91", "XE", "XP", "XS", "XU"):
        two = [line(number, "99213", modifiers=[modifier]) for number in (1, 2)]
        assert fired(*two, on=[]) == set()


def test_on_ambulance_lines_origin_and_destination_are_compared() -> None:
    on = [release("2026-01", record("A0427"))]
    there, back = line(1, "A0427", modifiers=["RH"]), line(2, "A0427", modifiers=["HR"])
    assert fired(there, back, on=on) == set()
    assert fired(there, {**back, "modifiers": ["RH"]}, on=on) == {(2, "DUP010")}


def test_a_duplicate_is_found_on_a_line_that_is_superseded() -> None:
    assert fired(line(1, "ABCDE"), line(2, "ABCDE"), on=JANUARY) == {(1, "COD005"), (2, "COD005"), (2, "DUP010")}
