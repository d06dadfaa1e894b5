"""The oracle itself, on tables of add-on codes, MUE and ASC payment, worked by hand."""

from datetime import date

import pytest

from .day_facts import mue, stale_mue
from .hand_cases import ADD_ON, JANUARY, claim, fired, limit, line, pair, record, release, table
from .reading import Evaluation
from .tables import add_on_rows, asc_listed

DAY = date(2026, 1, 15)


# Add-on codes


def test_a_code_that_the_table_of_the_quarter_lists_is_an_add_on_with_those_primaries() -> None:
    pairs = [table("add_on", "2026-01", "undated", _99292=[pair("99291")])]
    assert fired(line(1, "99292"), on=JANUARY, tables=pairs) == {(1, "AOC010")}
    assert fired(line(1, "99292"), line(2, "99291"), on=JANUARY, tables=pairs) == set()
    assert fired(line(1, "99292"), line(2, "99223"), on=JANUARY, tables=pairs) == {(1, "AOC010")}
    assert fired(line(1, "99292"), on=JANUARY) == set()


def test_two_members_of_a_group_bill_critical_care() -> None:
    pairs = [table("add_on", "2026-01", "undated", _99292=[pair("99291")])]
    lines = line(1, "99291", rendering_provider="P1"), line(2, "99292", rendering_provider="P2")
    assert fired(*lines, on=JANUARY, tables=pairs) == {(2, "AOC040")}


@pytest.mark.parametrize("pairs", [[pair("CCCCC", 2)], [pair("99223", 3)], [pair("99223"), pair("CCCCC", 2)]])
def test_types_2_and_3_leave_the_list_open(pairs: list) -> None:
    tables = [table("add_on", "2026-01", "undated", _99292=pairs)]
    assert fired(line(1, "99292"), line(2, "99291"), on=JANUARY, tables=tables) == {(1, "AOC050")}


def test_a_dated_table_speaks_for_every_day_up_to_the_end_of_its_quarter_an_undated_one_for_its_quarter() -> None:
    rows = {"_99292": [pair("99291")]}
    for part, words in (
        ("dated", ["speaks_lists", "speaks_lists", "stale_lists"]),
        ("undated", ["stale_lists", "speaks_lists", "stale_lists"]),
    ):
        tables = [table("add_on", "2026-01", part, **rows)]
        days = date(2020, 5, 1), date(2026, 3, 31), date(2026, 4, 1)
        assert [add_on_rows(tables, "99292", day)[0] for day in days] == words
    assert add_on_rows(tables, "99291", days[2])[0] == "stale_silent"
    assert add_on_rows([], "99291", DAY)[0] == "none"


def test_a_pair_holds_from_its_effective_date_through_its_deletion_dates() -> None:
    row = pair("99291", effective_date="2026-01-10", primary_deletion_date="2026-01-20", deletion_date="2026-02-01")
    tables = [table("add_on", "2026-01", "dated", _99292=[row])]
    words = [add_on_rows(tables, "99292", date(2026, 1, day))[0] for day in (9, 10, 20, 21)]
    assert words == ["speaks_silent", "speaks_lists", "speaks_lists", "speaks_silent"]


def test_of_tables_that_speak_and_list_the_smallest_quarter_counts_and_a_dated_one_before_an_undated_one() -> None:
    early = table("add_on", "2026-01", "undated", _99292=[pair("99291")])
    dated = table("add_on", "2026-01", "dated", _99292=[pair("99223")])
    late = table("add_on", "2026-04", "dated", _99292=[pair("99213")])
    assert add_on_rows([late, early], "99292", DAY)[1] == [pair("99291")]
    assert add_on_rows([late, early, dated], "99292", DAY)[1] == [pair("99223")]


def test_an_older_table_that_is_silent_of_a_code_takes_no_later_table_away() -> None:
    late = table("add_on", "2026-04", "dated", _99292=[pair("99213")])
    early = table("add_on", "2026-01", "dated", _99291=[pair("99213")])
    assert add_on_rows([late, early], "99292", DAY) == ("speaks_lists", [pair("99213")])
    for tables in ([late], [early, late]):
        assert fired(line(1, "99292"), on=JANUARY, tables=tables) == {(1, "AOC010")}
    assert fired(line(1, "99292"), on=JANUARY, tables=[early]) == set()


def test_a_stale_table_is_named_unless_the_record_says_what_the_code_is() -> None:
    stale = [table("add_on", "2025-10", "dated", _99292=[pair("99291")], Q4257=[pair("15271")])]
    assert fired(line(1, "99292"), on=JANUARY, tables=stale) == {(1, "AOC900")}
    assert fired(line(1, "Q4257"), on=JANUARY, tables=stale) == {(1, "AOC010")}
    ended = [table("add_on", "2025-10", "dated", _99292=[pair("99291", deletion_date="2026-01-14")])]
    assert fired(line(1, "99292"), on=JANUARY, tables=ended) == set()
    assert fired(line(1, "99292"), on=JANUARY, tables=[*stale, table("add_on", "2026-01", "dated")]) == set()


def test_the_rows_of_the_table_come_before_the_words_of_the_record() -> None:
    tables = [table("add_on", "2026-01", "undated", Q4257=[pair("99213")])]
    assert fired(line(1, "Q4257"), line(2, "15271"), on=JANUARY, tables=tables) == {(1, "AOC010")}
    silent = [table("add_on", "2026-01", "undated")]
    assert fired(line(1, "Q4257"), line(2, "15271"), on=JANUARY, tables=silent) == set()


def test_codes_that_name_each_other_in_the_table_do_not_support_themselves() -> None:
    rows = {"_0836T": [pair("88177")], "_88177": [pair("0836T"), pair("99213")]}
    tables = [table("add_on", "2026-01", "undated", **rows)]
    lines = line(1, "0836T"), line(2, "88177")
    assert fired(*lines, on=JANUARY, tables=tables) == {(1, "AOC020"), (2, "AOC020")}
    assert fired(*lines, line(3, "99213"), on=JANUARY, tables=tables) == set()


def test_a_reconstruction_with_its_mesh_and_product_in_an_asc_is_clean() -> None:
    on = [release("2026-01", record("Q4116", ADD_ON, asc_payment_group="YY"))]
    tables = [
        table("add_on", "2026-01", "dated", _15777=[pair("19357", effective_date="2013-01-01")]),
        table("asc", "2026-01", "AA", _19357={}, _15777={}),
        table("asc", "2026-01", "BB", Q4116={}),
    ]
    lines = line(1, "19357"), line(2, "15777"), line(3, "Q4116", units="80")
    asc = {"place_of_service": "24", "billing_taxonomy": "261QA1903X"}
    assert fired(*lines, on=on, tables=tables, **asc) == set()


def test_modifier_51_on_an_add_on_is_advised() -> None:
    lines = line(1, "Q4257", modifiers=["51"]), line(2, "15271", modifiers=["51"])
    assert fired(*lines, on=JANUARY) == {(1, "AOC070")}


def test_a_denied_unit_count_takes_the_support_of_a_chain() -> None:
    pairs = {"_15272": [pair("15271")], "Q4257": [pair("15272")]}
    mues = {"_15271": limit("1", 2)}
    tables = [table("add_on", "2026-01", "undated", **pairs), table("mue", "2026-01", "practitioner", **mues)]
    lines = line(2, "15272"), line(3, "Q4257", units="30")
    assert fired(line(1, "15271"), *lines, on=JANUARY, tables=tables) == set()
    denied = fired(line(1, "15271", units="2"), *lines, on=JANUARY, tables=tables)
    assert denied == {(1, "UOS040"), (2, "AOC020"), (3, "AOC020")}


# MUE


def mues(units: str, indicator: int, quarter: str = "2026-01", part: str = "practitioner") -> list:
    return [table("mue", quarter, part, G2211=limit(units, indicator))]


@pytest.mark.parametrize(("units", "exceeds"), [("4", False), ("4.001", True), ("5", True)])
def test_units_up_to_the_mue_pass_by_line(units: str, exceeds: bool) -> None:
    wanted = {(1, "UOS030")} if exceeds else set()
    assert fired(line(1, "G2211", units=units), on=JANUARY, tables=mues("4", 1)) == wanted


@pytest.mark.parametrize("indicator", [2, 3])
def test_units_of_a_day_are_those_of_one_provider(indicator: int) -> None:
    day = mues("4", indicator)
    one, two = line(1, "G2211", units="3"), line(2, "G2211", units="2")
    assert fired(one, two, on=JANUARY, tables=day) == {(1, "UOS040"), (2, "UOS040")}
    assert fired(one, {**two, "units": "1"}, on=JANUARY, tables=day) == set()
    assert fired(one, {**two, "rendering_provider": "P1"}, on=JANUARY, tables=day) == set()
    assert fired(one, {**two, "date_of_service_end": "2026-01-16"}, on=JANUARY, tables=day) == set()
    assert fired(one, {**two, "units": "-2"}, on=JANUARY, tables=day) == {(2, "UOS010")}
    assert fired(one, two, on=JANUARY, tables=day, payer_type="other") == set()


def test_day_mues_deny_from_april_2013_and_line_mues_from_2007() -> None:
    days = ("2006-12-31", "2007-01-01", "2013-03-31", "2013-04-01")
    on = [release(quarter, record("G2211")) for quarter in ("2006-10", "2007-01", "2013-01", "2013-04")]
    for indicator, edit_id, expected in (
        (1, "UOS030", [False, True, True, True]),
        (2, "UOS040", [False, False, False, True]),
    ):
        tables = [one for release_ in on for one in mues("1", indicator, release_["id"])]
        hits = [(1, edit_id) in fired(line(1, "G2211", day, units="2"), on=on, tables=tables) for day in days]
        assert hits == expected


def test_spans_and_liability_modifiers_are_outside_the_mue() -> None:
    span = line(1, "G2211", units="9", date_of_service_end="2026-01-16")
    assert fired(span, on=JANUARY, tables=mues("4", 1)) == set()
    for modifier in ("GX", "GY", "GZ"):
        assert fired(line(1, "G2211", units="9", modifiers=[modifier]), on=JANUARY, tables=mues("4", 1)) == set()
    assert fired(line(1, "G2211", units="9", modifiers=["GA"]), on=JANUARY, tables=mues("4", 1)) == {(1, "UOS030")}


def test_outpatient_mues_are_for_outpatient_bills() -> None:
    tables = mues("4", 1, part="outpatient")
    for bill, expected in (("131", True), ("121", True), ("147", True), ("851", True), ("111", False), (None, False)):
        found = fired(
            line(1, "G2211", units="9"), on=JANUARY, tables=tables, claim_type="institutional", type_of_bill=bill
        )
        assert ((1, "UOS030") in found) == expected


def test_an_item_of_the_dme_contractor_on_another_claim_is_advised_not_denied() -> None:
    zero = mues("0", 1)
    assert fired(line(1, "G2211"), on=JANUARY, tables=zero) == {(1, "UOS030")}
    assert fired(line(1, "G2211"), on=JANUARY, tables=[*zero, *mues("2", 1, part="dme")]) == {(1, "UOS090")}
    assert fired(line(1, "G2211"), on=JANUARY, tables=[*zero, *mues("0", 1, part="dme")]) == {(1, "UOS030")}
    assert fired(line(1, "G2211"), on=JANUARY, tables=[*zero, *mues("2", 1, "2025-10", "dme")]) == {(1, "UOS030")}
    both = [*zero, *mues("2", 1, part="dme")]
    assert fired(line(1, "G2211"), on=JANUARY, tables=both, claim_type="dme") == set()


def test_units_above_a_stale_value_are_named_as_not_checked() -> None:
    for quarter in ("2025-10", "2026-04"):
        assert fired(line(1, "G2211", units="5"), on=JANUARY, tables=mues("4", 1, quarter)) == {(1, "UOS910")}
        assert fired(line(1, "G2211", units="4"), on=JANUARY, tables=mues("4", 1, quarter)) == set()
    nearer = [*mues("4", 1, "2025-07"), *mues("9", 1, "2025-10"), *mues("1", 1, "2026-04")]
    assert fired(line(1, "G2211", units="9"), on=JANUARY, tables=nearer) == set()
    assert fired(line(1, "G2211", units="10"), on=JANUARY, tables=nearer) == {(1, "UOS910")}


def test_a_stale_value_by_day_is_compared_with_the_units_of_the_day() -> None:
    lines = line(1, "G2211", units="3"), line(2, "G2211", units="2")
    for indicator, words in ((1, ["within", "within"]), (2, ["exceeds", "exceeds"])):
        evaluation = Evaluation(claim(*lines), JANUARY, mues("4", indicator, "2025-10"))
        assert [stale_mue(one) for one in evaluation.lines] == words
        assert [mue(one) for one in evaluation.lines] == [("none", 0)] * 2


# ASC payment


def test_both_addenda_are_needed_to_say_that_a_code_is_not_listed() -> None:
    one, other = table("asc", "2026-01", "AA", _15271={}), table("asc", "2026-01", "BB", Q4257={})
    listed = [asc_listed(tables, "15271", DAY) for tables in ([one], [other], [one, other], [])]
    assert listed == ["yes", "unknown", "yes", "unknown"]
    assert asc_listed([one, other], "99213", DAY) == "no"
    assert asc_listed([one, other], "15271", date(2026, 4, 1)) == "unknown"


def test_a_code_that_is_on_no_list_is_denied_to_an_asc() -> None:
    tables = [table("asc", "2026-01", "AA"), table("asc", "2026-01", "BB")]
    asc = {"place_of_service": "24", "billing_taxonomy": "261QA1903X"}
    assert fired(line(1, "G2211"), on=JANUARY, tables=tables, **asc) == {(1, "SET010")}
    assert fired(line(1, "G2211"), on=JANUARY, tables=tables, place_of_service="24") == set()
    assert fired(line(1, "G2211"), on=JANUARY, tables=tables[:1], **asc) == {(1, "SET015")}
    assert fired(line(1, "99213", modifiers=["SG"]), on=JANUARY, tables=tables, place_of_service="24") == {
        (1, "SET010")
    }


def test_the_asc_edits_speak_from_2008_on() -> None:
    on = [release(quarter, record("G2211")) for quarter in ("2007-10", "2008-01")]
    tables = [table("asc", quarter, part) for quarter in ("2007-10", "2008-01") for part in ("AA", "BB")]
    asc = {"place_of_service": "24", "billing_taxonomy": "261QA1903X"}
    lines = line(1, "G2211", "2007-12-31"), line(2, "G2211", "2008-01-01")
    assert fired(*lines, on=on, tables=tables, **asc) == {(2, "SET010")}
    assert fired(*lines, on=on, **asc) == {(2, "SET015")}
