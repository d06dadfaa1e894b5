"""The oracle itself, on cases worked by hand from the contract: one line at a time, and in random cases."""

import random
from collections import Counter
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from .hand_cases import ADD_ON, JANUARY, fired, line, record, release
from .library import code_system, release_lag_quarters, unit_basis
from .line_edits import EVERY_EDIT
from .reading import expected
from .strategies import Case, cases, random_case

# Codes and releases


def test_an_ordinary_line_in_the_quarter_of_a_complete_release_has_no_finding() -> None:
    assert fired(line(1, "G2211"), on=JANUARY) == set()


def test_a_code_in_lower_case_and_padded_is_the_same_code() -> None:
    assert fired(line(1, " g2211\t\r\n"), on=JANUARY) == set()


@pytest.mark.parametrize("code", ["ABCDE", "Q425", "W1234", "\u00c94257", "\u01314257", "\u00a0Q4257"])
def test_a_code_of_another_form_is_malformed_and_only_that(code: str) -> None:
    assert fired(line(1, code), on=JANUARY) == {(1, "COD005")}


def test_each_code_belongs_to_the_first_code_system_that_holds() -> None:
    assert code_system("", "HC", "0636") == "none"
    assert code_system("1AAA1", "HP", "") == "hipps"
    assert code_system("Q4257", "HC", "0022") == "hipps"
    assert code_system("X", "WK", "") == "other"
    assert [code_system(code, "HC", "") for code in ("15271", "0836T", "D0120")] == ["cpt", "cpt", "cdt"]
    assert code_system("V2020", "HC", "") == "hcpcs_level_ii"


def test_a_code_that_the_complete_release_of_its_quarter_lacks_is_unknown() -> None:
    assert fired(line(1, "Q9999"), on=JANUARY) == {(1, "COD010")}


def test_an_older_complete_release_that_lacks_a_code_is_only_stale() -> None:
    assert fired(line(1, "Q9999", "2026-04-01"), on=JANUARY) == {(1, "COD910")}


def test_lag_is_counted_in_whole_quarters() -> None:
    library = [{"id": "2025-04", "scope": "complete", "records": {}}]
    days = (date(2025, 6, 30), date(2025, 7, 1), date(2026, 1, 1))
    assert [release_lag_quarters("Q4257", day, library) for day in days] == [0, 1, 3]


def test_a_code_first_held_by_a_later_release_keeps_its_dates_and_nothing_else() -> None:
    later = [release("2026-04", record("Q4400", ADD_ON, "I", code_added_date="2026-04-01"))]
    assert fired(line(1, "Q4400", "2026-03-31"), on=later) == {(1, "COD900"), (1, "COD020")}


def test_a_later_release_that_holds_the_code_comes_before_not_in_release() -> None:
    both = [*JANUARY, release("2026-04", record("Q4400", code_added_date="2025-01-01"))]
    assert fired(line(1, "Q4400"), on=both) == {(1, "COD900")}


def test_partial_releases_that_lack_a_code_prove_nothing_about_it() -> None:
    partial = [release("2026-01", record("G2211"), scope="partial")]
    assert fired(line(1, "Q4257"), on=partial) == {(1, "COD900")}
    assert fired(line(1, "Q4257"), on=[]) == {(1, "COD900")}


def test_a_partial_release_does_not_hide_an_older_complete_one_from_other_codes() -> None:
    both = [*JANUARY, release("2026-04", record("G2211"), scope="partial")]
    assert fired(line(1, "Q4390", "2026-04-01"), on=both) == {(1, "COD910")}
    assert fired(line(1, "G2211", "2026-04-01"), on=both) == set()


def test_a_complete_file_wins_over_a_partial_one_of_the_same_quarter_in_either_order() -> None:
    files = [
        release("2026-01", record("G2211", coverage="I"), record("Q4100"), scope="partial"),
        release("2026-01", record("G2211")),
    ]
    for order in (files, files[::-1]):
        assert fired(line(1, "G2211"), line(2, "Q4100"), on=order) == set()


def test_two_equal_files_that_disagree_on_a_record_are_no_library() -> None:
    with pytest.raises(ValueError, match="G2211"):
        fired(line(1, "G2211"), on=[*JANUARY, release("2026-01", record("G2211", "Other"))])


def test_the_code_added_date_and_the_termination_date_are_both_valid_days() -> None:
    ended = record("G2211", code_added_date="2026-01-10", termination_date="2026-01-20")
    on = [release("2026-01", ended)]
    assert fired(line(1, "G2211", "2026-01-09"), on=on) == {(1, "COD020")}
    assert fired(line(1, "G2211", "2026-01-10"), line(2, "G2211", "2026-01-20"), on=on) == set()
    assert fired(line(1, "G2211", "2026-01-21"), on=on) == {(1, "COD030")}


def test_a_span_past_the_termination_date_is_terminated_except_on_a_dme_claim() -> None:
    on = [release("2026-01", record("G2211", termination_date="2026-01-20"))]
    span = line(1, "G2211", "2026-01-20", date_of_service_end="2026-01-21")
    assert fired(span, on=on) == {(1, "COD030")}
    assert fired(span, on=on, claim_type="dme") == set()


def test_a_later_release_ends_a_code_retroactively_by_the_earliest_date_given_later() -> None:
    on = [
        release("2026-01", record("G2211")),
        release("2026-04", record("G2211", termination_date="2026-01-10")),
        release("2026-07", record("G2211", termination_date="2026-02-28")),
    ]
    assert fired(line(1, "G2211", "2026-01-10"), on=on) == set()
    assert fired(line(1, "G2211", "2026-01-11"), on=on) == {(1, "COD030")}


def test_reversed_dates_are_returned() -> None:
    assert fired(line(1, "G2211", date_of_service_end="2026-01-14"), on=JANUARY) == {(1, "COD040")}


def test_a_span_over_a_change_of_coverage_is_to_be_split() -> None:
    on = [release("2025-10", record("G2211")), release("2026-01", record("G2211", coverage="C"))]
    span = line(1, "G2211", "2025-12-31", date_of_service_end="2026-01-01")
    assert fired(span, on=on) == {(1, "COD050")}


def test_an_unknown_payer_is_named_once_a_claim() -> None:
    assert fired(line(1, "G2211"), line(2, "Q4390"), on=JANUARY, payer_type=None) == {(None, "COD920")}


def test_a_line_with_a_revenue_code_alone_is_asked_only_for_its_dates_and_units() -> None:
    alone = line(1, None, units=None, revenue_code="0636", modifiers=["GA", "GZ"])
    assert fired(alone, on=[], claim_type="institutional") == {(1, "UOS010")}
    nothing = line(1, None)
    assert fired(nothing, on=[]) == {(1, "COD005")}


# Units


@pytest.mark.parametrize("units", [None, "0", "-1"])
def test_units_absent_zero_or_negative_are_missing(units: str | None) -> None:
    assert fired(line(1, "G2211", units=units), on=JANUARY) == {(1, "UOS010")}


def test_units_of_square_centimetres_are_whole_for_medicare_and_advised_for_the_others() -> None:
    part = line(1, "Q4390", units="1.001")
    assert fired(part, line(2, "Q4390", units="2.000"), on=JANUARY) == {(1, "UOS020")}
    assert fired(part, on=JANUARY, payer_type="medicare_advantage") == {(1, "UOS025")}


def test_square_centimetres_are_billed_in_units_not_in_another_measure() -> None:
    assert fired(line(1, "Q4390", unit_of_measure="MJ"), on=JANUARY) == {(1, "UOS080")}


@pytest.mark.parametrize(
    ("long_text", "short_text", "basis"),
    [
        ("Product, per  square\tcentimeter", "", "sq_cm"),
        ("Product, PER SQUARE CENITMETER", "", "sq_cm"),
        ("Product", "Product, per sq cm", "sq_cm"),
        ("Dressing, per 250 square centimeters, each", "", "other"),
        ("Product, per 0.5 square centimeters", "Product, per sq cm", "other"),
        ("Product, per cubic centimeter", "", "cubic_cm"),
        ("Product, per square millimeter", "", "other"),
    ],
)
def test_the_unit_basis_is_read_from_the_descriptions(long_text: str, short_text: str, basis: str) -> None:
    assert unit_basis(record("Q4257", long_text, short_description=short_text)) == basis


# Coverage and setting


@pytest.mark.parametrize(("coverage", "edit"), [("I", "COV010"), ("M", "COV020"), ("S", "COV030")])
def test_a_code_that_medicare_never_pays_is_denied_to_medicare_only(coverage: str, edit: str) -> None:
    on = [release("2026-01", record("G2211", coverage=coverage))]
    assert fired(line(1, "G2211"), on=on) == {(1, edit)}
    assert fired(line(1, "G2211"), on=on, payer_type="other") == set()


def test_gy_turns_the_denial_of_a_non_covered_code_into_an_advisory() -> None:
    on = [release("2026-01", record("G2211", coverage="M"))]
    assert fired(line(1, "G2211", modifiers=[" gy "]), on=on) == {(1, "COV040")}


def test_ga_on_a_statutory_exclusion_is_the_wrong_modifier() -> None:
    on = [release("2026-01", record("G2211", coverage="S"))]
    assert fired(line(1, "G2211", modifiers=["GA"]), on=on) == {(1, "COV050")}


def test_the_exception_to_the_policy_exclusion_is_g0235() -> None:
    assert fired(line(1, "G0235"), on=[release("2026-01", record("G0235", coverage="M"))]) == set()


def test_gx_conflicts_with_ga_from_april_2010_and_ga_with_gz_always() -> None:
    on = [release("2010-01", record("G2211")), release("2010-04", record("G2211"))]
    gx = [line(n, "G2211", day, modifiers=["GX", "GA"]) for n, day in ((1, "2010-03-31"), (2, "2010-04-01"))]
    assert fired(*gx, on=on) == {(2, "COV060")}
    assert fired(line(1, "G2211", "2010-03-31", modifiers=["GA", "GZ"]), on=on) == {(1, "COV060")}


def test_the_first_modifier_of_an_ambulance_line_is_not_tested() -> None:
    on = [release("2026-01", record("A0425", coverage="C"), record("A0020", coverage="C"))]
    modifiers = ["GY", "GZ"]
    assert fired(line(1, "A0425", modifiers=modifiers), on=on) == {(1, "COV080")}
    other = fired(line(1, "A0020", modifiers=modifiers), on=on)
    assert other == {(1, "COV060"), (1, "COV080"), (1, "COV090")}


def test_special_coverage_instructions_are_information() -> None:
    assert fired(line(1, "G2211"), on=[release("2026-01", record("G2211", coverage="D"))]) == {(1, "COV070")}


def test_a_blank_asc_group_is_advised_in_an_asc_unless_the_biller_is_another_kind() -> None:
    place = {"place_of_service": "24"}
    assert fired(line(1, "G2211"), on=JANUARY, **place) == {(1, "SET015")}
    assert fired(line(1, "G2211"), on=JANUARY, **place, billing_taxonomy="207Q00000X") == set()
    again = fired(line(1, "G2211", modifiers=["SG"]), on=JANUARY, **place, billing_taxonomy="207Q00000X")
    assert again == {(1, "SET015")}


def test_an_asc_group_that_starts_later_is_advised_before_its_first_day() -> None:
    starts = record("G2211", asc_payment_group="YY", asc_effective_date="2026-01-15")
    days = line(1, "G2211", "2026-01-14"), line(2, "G2211", "2026-01-15")
    assert fired(*days, on=[release("2026-01", starts)], place_of_service="24") == {(1, "SET020")}


# Supersession


def test_a_terminated_line_keeps_its_unit_finding_and_loses_its_coverage_and_add_on_findings() -> None:
    ended = record("Q4257", ADD_ON, "I", termination_date="2026-01-01")
    found = fired(line(1, "Q4257", units="0", modifiers=["GA", "GZ"]), on=[release("2026-01", ended)])
    assert found == {(1, "COD030"), (1, "UOS010")}


# Properties, on random cases


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(cases())
def test_the_order_of_lines_and_of_files_does_not_matter(case: Case) -> None:
    billed, releases, tables = case
    turned = {**billed, "lines": billed["lines"][::-1]}
    assert expected(turned, releases[::-1], tables[::-1]) == expected(*case)


def test_every_edit_fires_often_in_seeded_cases() -> None:
    rng = random.Random(20260101)
    seen = Counter(edit_id for _ in range(2500) for edit_id in {edit_id for _, edit_id in expected(*random_case(rng))})
    assert seen.keys() == EVERY_EDIT
    assert min(seen.values()) >= 5, seen.most_common()[-5:]
