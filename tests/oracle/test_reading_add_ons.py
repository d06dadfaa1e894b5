"""The oracle itself, on add-on codes and their primaries, worked by hand from section 5 of the contract."""

from .hand_cases import ADD_ON, JANUARY, PLAIN, fired, line, naming, record, release
from .library import named_primaries


def test_a_product_becomes_an_add_on_with_the_release_that_says_so() -> None:
    on = [release("2025-10", record("Q4257", PLAIN)), release("2026-01", record("Q4257", ADD_ON))]
    assert fired(line(1, "Q4257", "2025-12-31"), on=on) == set()
    assert fired(line(1, "Q4257", "2026-01-01"), on=on) == {(1, "AOC010")}


def test_the_bare_word_add_on_makes_no_add_on() -> None:
    assert fired(line(1, "E0983"), on=[release("2026-01", record("E0983", "Power add-on"))]) == set()


def test_no_add_on_edit_speaks_before_april_2013() -> None:
    on = [release("2013-01", record("G2211", ADD_ON)), release("2013-04", record("G2211", ADD_ON))]
    assert fired(line(1, "G2211", "2013-03-31"), line(2, "G2211", "2013-04-01"), on=on) == {(2, "AOC010")}


def test_a_listed_primary_of_the_same_date_and_provider_is_support() -> None:
    assert fired(line(1, "Q4257"), line(2, "15271"), on=JANUARY) == set()
    other = line(1, "Q4257", rendering_provider="P1"), line(2, "15271", rendering_provider="P2")
    assert fired(*other, on=JANUARY) == {(1, "AOC050")}


def test_a_primary_to_be_corrected_is_advised() -> None:
    assert fired(line(1, "Q4257"), line(2, "15271", units="0"), on=JANUARY) == {(1, "AOC055"), (2, "UOS010")}


def test_another_surgical_procedure_may_be_the_contractors_primary_of_a_product() -> None:
    assert fired(line(1, "Q4257"), line(2, "11042"), on=JANUARY) == {(1, "AOC050")}
    assert fired(line(1, "Q4257"), line(2, "99213"), line(3, "G2211"), on=JANUARY) == {(1, "AOC010")}


def test_a_primary_of_the_day_before_suspends_and_of_another_day_denies() -> None:
    assert fired(line(1, "Q4257"), line(2, "15271", "2026-01-14"), on=JANUARY) == {(1, "AOC035")}
    assert fired(line(1, "Q4257"), line(2, "15271", "2026-01-17"), on=JANUARY) == {(1, "AOC030")}


def test_the_low_cost_application_codes_are_expected_until_the_end_of_2025() -> None:
    records = record("Q4257", ADD_ON), record("C5271")
    on = [release("2025-10", *records), release("2026-01", *records)]
    for day, wanted in (("2025-12-31", set()), ("2026-01-01", {(1, "AOC010")})):
        assert fired(line(1, "Q4257", day), line(2, "C5271", day), on=on) == wanted


def test_the_codes_that_the_text_names_up_to_the_parenthesis_are_a_closed_list() -> None:
    assert named_primaries(naming("G0022", "g0019, 77065 or 0836t")) == {"G0019", "77065", "0836T"}
    assert named_primaries(naming("G0022", "g0022")) == set()
    on = [release("2026-01", naming("G0022", "g0019"), record("G0019"))]
    assert fired(line(1, "G0022"), line(2, "G0019"), on=on) == set()
    assert fired(line(1, "G0022"), line(2, "99213"), on=on) == {(1, "AOC010")}


def test_a_denied_primary_is_no_support_and_one_by_another_provider_suspends() -> None:
    on = [release("2026-01", naming("G0022", "g0019"), record("G0019", coverage="I"))]
    assert fired(line(1, "G0022"), line(2, "G0019"), on=on) == {(1, "AOC020"), (2, "COV010")}
    two = line(1, "G0022", rendering_provider="P1"), line(2, "G0019", rendering_provider="P2")
    assert fired(*two, on=on, payer_type="other") == {(1, "AOC040")}


def test_a_chain_of_add_ons_stands_and_falls_with_its_first_primary() -> None:
    chain = naming("G0022", "g0019"), naming("G0318", "g0022")
    lines = line(1, "G0318"), line(2, "G0022"), line(3, "G0019")
    assert fired(*lines, on=[release("2026-01", *chain, record("G0019"))]) == set()
    denied = fired(*lines, on=[release("2026-01", *chain, record("G0019", coverage="S"))])
    assert denied == {(1, "AOC020"), (2, "AOC020"), (3, "COV030")}


def test_two_add_ons_that_name_each_other_do_not_support_themselves() -> None:
    pair = [release("2026-01", naming("G0316", "g0317 or 99223"), naming("G0317", "g0316"))]
    lines = line(1, "G0316"), line(2, "G0317")
    assert fired(*lines, on=pair) == {(1, "AOC020"), (2, "AOC020")}
    assert fired(*lines, line(3, "99223"), on=pair) == set()


def test_an_add_on_of_an_unknown_record_asks_for_no_primary() -> None:
    assert fired(line(1, "Q4257"), on=[release("2026-04", record("Q4257", ADD_ON))]) == {(1, "COD900")}
