"""What an add-on code finds among the claim's other lines, and which lines are payable: section 5 of the contract."""

from typing import Any

import pytest

from cleanclaim.claims import Location, ReadClaim, Unreadable
from cleanclaim.codes import CodeRecord
from cleanclaim.evaluate.payability import State, state_after
from cleanclaim.findings import DISPOSITIONS
from cleanclaim.pipeline import Checker
from cleanclaim.releases.library import CodeLibrary

from .claims import DAY, checker, claim, fired, library, line, record, release, shipped_catalogue


def beside(*codes: str) -> str:
    """The description of an add-on code that names its primaries."""
    return f"Service, each (list separately in addition to {' or '.join(codes)})"


ANY = "(list separately in addition to primary procedure)"
RECORDS = (
    record("G9010", "Service"),
    record("G9011", beside("G9010")),
    record("G9012", beside("G9011")),
    record("G9013", beside("G9012")),
    record("G9021", beside("G9022")),
    record("G9022", beside("G9021")),
    record("G9023", beside("G9021", "G9010")),
    record("G9030", "Service not payable", coverage_code={"code": "I"}),
    record("G9031", beside("G9030")),
    record("G9041", beside("G9010", "G9030")),
    record("G9050", "Service ended", termination_date="2025-12-31"),
    record("G9051", beside("G9050")),
    record("G9060", f"Service {ANY}"),
    record("G9061", f"Service ended {ANY}", termination_date="2025-12-31"),
    record("G9062", beside("G9061")),
    record("A4100", "Supply"),
    record("Q4257", f"Relese, per square centimeter (add-on, {ANY[1:]}"),
    record("Q4300", "Product, per square centimeter"),
)
CHECKER = checker(*RECORDS)
BEFORE, AFTER, TWO_AFTER = "2026-01-14", "2026-01-16", "2026-01-17"


def found(*lines: dict[str, Any], of: int = 1, **rest: Any) -> str:
    """The edit of the family AOC on a line, `-` when there is none."""
    edits = [edit for number, edit in fired(CHECKER.check(claim(*lines, **rest))) if number == of and edit[:3] == "AOC"]
    assert len(edits) <= 1
    return edits[0] if edits else "-"


PRESENT, ABSENT, NOT_PAYABLE, OTHER_DATE, ADJACENT_DATE, OTHER_PROVIDER, CONTRACTOR_DEFINED, TO_BE_CORRECTED = (
    "-", "AOC010", "AOC020", "AOC030", "AOC035", "AOC040", "AOC050", "AOC055",
)  # fmt: skip


def test_an_add_on_code_beside_its_primary_has_no_finding() -> None:
    assert found(line(1, "G9011"), line(2, "G9010")) == PRESENT
    assert found(line(1, "Q4257"), line(2, "15271")) == PRESENT


def test_an_add_on_code_alone_is_without_its_primary() -> None:
    assert found(line(1, "G9011")) == ABSENT
    assert found(line(1, "G9011"), line(2, "G9011"), line(3, "G9012")) == ABSENT
    assert found(line(1, "G9011"), line(2, "99213"), line(3, "A4100")) == ABSENT
    assert found(line(1, "G9060")) == ABSENT
    assert found(line(1, "Q4257"), line(2, "Q4257")) == ABSENT


def test_a_code_that_is_no_add_on_needs_no_primary() -> None:
    assert found(line(1, "G9010")) == found(line(1, "Q4300")) == found(line(1, "15272")) == PRESENT


def test_a_primary_to_be_corrected_leaves_its_add_on_code_undecided() -> None:
    assert found(line(1, "G9011"), line(2, "G9010", units=0)) == TO_BE_CORRECTED
    assert found(line(1, "G9051"), line(2, "G9050")) == TO_BE_CORRECTED
    assert found(line(1, "Q4257"), line(2, "15271", units=None)) == TO_BE_CORRECTED


def test_a_primary_that_is_denied_denies_its_add_on_code() -> None:
    assert found(line(1, "G9031"), line(2, "G9030")) == NOT_PAYABLE
    assert found(line(1, "G9031"), line(2, "G9030"), payer_type="other") == PRESENT
    assert found(line(1, "G9031"), line(2, "G9030", modifiers=["GY"])) == PRESENT
    # denied and to be corrected: denied
    assert found(line(1, "G9031"), line(2, "G9030", units=0)) == NOT_PAYABLE


def test_a_primary_by_another_provider_suspends_its_add_on_code() -> None:
    own, other = {"rendering_provider": "one"}, {"rendering_provider": "two"}
    assert found(line(1, "G9011", **own), line(2, "G9010", **own)) == PRESENT
    assert found(line(1, "G9011", **own), line(2, "G9010", **other)) == OTHER_PROVIDER
    assert found(line(1, "G9011"), line(2, "G9010", **other)) == PRESENT
    assert found(line(1, "G9011", **own), line(2, "G9010")) == PRESENT
    assert found(line(1, "G9011", **own), line(2, "G9010"), rendering_provider="two") == OTHER_PROVIDER
    assert found(line(1, "G9011"), line(2, "G9010", **other), rendering_provider="two") == PRESENT
    # of another provider only a payable line counts
    assert found(line(1, "G9011", **own), line(2, "G9010", units=0, **other)) == ABSENT
    assert found(line(1, "G9031", **own), line(2, "G9030", **other)) == ABSENT


@pytest.mark.parametrize(
    ("day", "edit"),
    [
        (BEFORE, ADJACENT_DATE), (AFTER, ADJACENT_DATE), (TWO_AFTER, OTHER_DATE), ("2026-01-13", OTHER_DATE),
        ("2025-01-15", OTHER_DATE), (DAY, PRESENT),
    ],
)  # fmt: skip
def test_a_primary_on_another_date(day: str, edit: str) -> None:
    assert found(line(1, "G9011"), line(2, "G9010", day)) == edit
    # whatever its state and provider
    returned = line(2, "G9010", day, rendering_provider="two", units=0)
    if day != DAY:
        assert found(line(1, "G9011", rendering_provider="one"), returned) == edit


def test_dates_at_the_ends_of_the_calendar_have_neighbours_on_one_side() -> None:
    assert found(line(1, "15271", "0001-01-01"), line(2, "15272", "9999-12-31")) == PRESENT
    timeless = Checker(CodeLibrary([release("2026-01", *RECORDS)]), shipped_catalogue())
    assert (1, OTHER_DATE) in fired(
        timeless.check(claim(line(1, "G9011", "9999-12-31"), line(2, "G9010", "0001-01-01")))
    )
    assert (1, ADJACENT_DATE) in fired(
        timeless.check(claim(line(1, "G9011", "9999-12-31"), line(2, "G9010", "9999-12-30")))
    )


def test_the_first_that_holds_counts_in_the_order_of_the_contract() -> None:
    me, other = {"rendering_provider": "one"}, {"rendering_provider": "two"}
    worst_first = [
        (OTHER_DATE, line(2, "G9010", TWO_AFTER)),
        (ADJACENT_DATE, line(3, "G9010", BEFORE)),
        (OTHER_PROVIDER, line(4, "G9010", **other)),
        (NOT_PAYABLE, line(5, "G9030", **me)),
        (TO_BE_CORRECTED, line(6, "G9010", units=0)),
        (PRESENT, line(7, "G9010", **me)),
    ]
    lines = [line(1, "G9041", **me)]
    assert found(*lines) == ABSENT
    for edit, one in worst_first:
        lines.append(one)
        assert found(*lines) == edit
        assert found(*reversed(lines)) == edit


def test_the_line_that_decided_is_the_first_of_those_that_would() -> None:
    (finding,) = CHECKER.check(
        claim(line(1, "G9011"), line(9, "G9010", BEFORE), line(4, "G9010", AFTER), line(3, "G9010", TWO_AFTER))
    )
    assert finding.message.count("line 4") == 1
    assert finding.evidence == {"primary_procedure": "adjacent_date"}


@pytest.mark.parametrize("code", ["10004", "20000", "69990"])
def test_beside_a_graft_product_surgery_is_for_the_contractor_to_accept(code: str) -> None:
    assert found(line(1, "Q4257"), line(2, code)) == CONTRACTOR_DEFINED


@pytest.mark.parametrize(
    "code", ["10003", "69991", "99213", "0100T", "1527A", "G9010", "A4100", "Q4300", "Q4257", "D0120", "ABC"]
)
def test_beside_a_graft_product_nothing_else_is(code: str) -> None:
    assert found(line(1, "Q4257"), line(2, code)) == ABSENT


@pytest.mark.parametrize(("code", "edit"), [
    ("99213", CONTRACTOR_DEFINED), ("0100T", CONTRACTOR_DEFINED), ("G9010", CONTRACTOR_DEFINED), ("A4100", ABSENT),
    ("Q4300", ABSENT), ("G9011", ABSENT), ("D0120", ABSENT),
])  # fmt: skip
def test_beside_another_add_on_code_with_an_open_list_any_procedure_is(code: str, edit: str) -> None:
    assert found(line(1, "G9060"), line(2, code)) == edit


def test_a_procedure_for_the_contractor_to_accept_is_of_the_same_date_and_not_denied() -> None:
    assert found(line(1, "Q4257"), line(2, "20000", AFTER)) == ABSENT
    assert found(line(1, "Q4257"), line(2, "20000", units=0)) == CONTRACTOR_DEFINED
    assert found(line(1, "G9060"), line(2, "G9030")) == ABSENT
    assert (
        found(line(1, "G9060", rendering_provider="one"), line(2, "G9010", rendering_provider="two"))
        == CONTRACTOR_DEFINED
    )


def test_in_an_open_list_another_procedure_comes_before_a_listed_one_that_is_denied() -> None:
    denied = (record("C5271", "Application", coverage_code={"code": "I"}), RECORDS[-2])
    of_2025 = Checker(library(*denied, quarter="2025-10"), shipped_catalogue())

    def edit(*others: dict[str, Any]) -> list[str]:
        lines = (line(1, "Q4257", "2025-12-31"), line(2, "C5271", "2025-12-31"), *others)
        return [one for number, one in fired(of_2025.check(claim(*lines))) if number == 1]

    assert edit() == [NOT_PAYABLE]
    assert edit(line(3, "20000", "2025-12-31")) == [CONTRACTOR_DEFINED]
    assert edit(line(3, "15271", "2025-12-31")) == []


def test_the_expected_primaries_are_those_of_the_date_of_service() -> None:
    records = (record("C5271", "Application"), record("Q4257", RECORDS[-2].long_description))
    both = Checker(library(*records, quarter="2025-10"), shipped_catalogue())
    edits = {
        day: [
            edit
            for number, edit in fired(both.check(claim(line(1, "Q4257", day), line(2, "C5271", day))))
            if number == 1
        ]
        for day in ("2025-12-31", "2026-01-01")
    }
    assert edits == {"2025-12-31": [], "2026-01-01": ["AOC010", "COD910"]}


def test_a_chain_of_add_on_codes_stands_and_falls_with_its_first() -> None:
    chain = [line(1, "G9013"), line(2, "G9012"), line(3, "G9011")]
    assert [found(*chain, line(4, "G9010"), of=number) for number in (1, 2, 3)] == [PRESENT] * 3
    assert [found(*chain, of=number) for number in (1, 2, 3)] == [NOT_PAYABLE, NOT_PAYABLE, ABSENT]
    other_day = line(4, "G9010", TWO_AFTER)
    assert [found(*chain, other_day, of=number) for number in (1, 2, 3)] == [NOT_PAYABLE, NOT_PAYABLE, OTHER_DATE]
    # what is only suspended or undecided still supports
    assert [found(*chain, line(4, "G9010", AFTER), of=number) for number in (1, 2, 3)] == [
        PRESENT,
        PRESENT,
        ADJACENT_DATE,
    ]
    assert [found(*chain, line(4, "G9010", units=0), of=number) for number in (1, 2, 3)] == [
        PRESENT,
        PRESENT,
        TO_BE_CORRECTED,
    ]


def test_codes_that_name_each_other_do_not_support_themselves() -> None:
    assert [found(line(1, "G9021"), line(2, "G9022"), of=number) for number in (1, 2)] == [NOT_PAYABLE, NOT_PAYABLE]
    circle = [line(1, "G9021"), line(2, "G9022"), line(3, "G9023")]
    assert [found(*circle, of=number) for number in (1, 2, 3)] == [NOT_PAYABLE] * 3
    assert [found(*circle, line(4, "G9010"), of=number) for number in (1, 2, 3)] == [NOT_PAYABLE, NOT_PAYABLE, PRESENT]


def test_each_date_and_provider_is_judged_by_itself() -> None:
    lines = (
        line(1, "G9011", BEFORE), line(2, "G9010", BEFORE),
        line(3, "G9011", AFTER, rendering_provider="one"), line(4, "G9010", AFTER, rendering_provider="two"),
        line(5, "G9011", TWO_AFTER),
    )  # fmt: skip
    assert fired(CHECKER.check(claim(*lines))) == [(3, OTHER_PROVIDER), (5, ADJACENT_DATE)]


def test_an_add_on_code_whose_own_code_is_wrong_is_not_asked_for_its_primary() -> None:
    assert fired(CHECKER.check(claim(line(1, "G9061")))) == [(1, "COD030")]
    # and one that is itself returned leaves what rests on it undecided
    assert found(line(1, "G9062"), line(2, "G9061")) == TO_BE_CORRECTED
    assert CHECKER.check(claim(line(1, "G9061"), line(2, "G9062")))[-1].edit_id == TO_BE_CORRECTED


def test_add_on_edits_begin_in_april_2013() -> None:
    old: tuple[CodeRecord, ...] = (record("G9011", beside("G9010"), code_added_date="2010-01-01"),)
    of_2013 = Checker(library(*old, quarter="2013-01"), shipped_catalogue())
    assert fired(of_2013.check(claim(line(1, "G9011", "2013-03-31")))) == []
    of_2013 = Checker(library(*old, quarter="2013-04"), shipped_catalogue())
    assert fired(of_2013.check(claim(line(1, "G9011", "2013-04-01")))) == [(1, ABSENT)]


def test_a_claim_of_which_a_line_is_missing_is_not_asked_for_primaries() -> None:
    unread = Unreadable(claim_id="1", line_number=2, field="units", reason="is no number", location=Location())
    own = checker(*RECORDS)
    findings = own.check_read(ReadClaim(claim=claim(line(1, "G9011")), unreadable=(unread,)))
    assert fired(findings) == [(2, "SYS010")]
    assert own.census.lines_not_fully_checked == 2


def test_the_state_of_a_line_is_that_of_its_worst_edit() -> None:
    assert {one: state_after([one]) for one in DISPOSITIONS} == {
        "claim_rejection": State.NOT_PAYABLE, "claim_denial": State.NOT_PAYABLE,
        "line_item_rejection": State.NOT_PAYABLE,
        "line_item_denial": State.NOT_PAYABLE, "return_to_provider": State.TO_BE_CORRECTED, "suspension": State.PAYABLE,
        "not_checked": State.PAYABLE, "advisory": State.PAYABLE, "information": State.PAYABLE,
    }  # fmt: skip
    assert state_after([]) == State.PAYABLE
    assert state_after(["return_to_provider", "line_item_denial"]) == State.NOT_PAYABLE
    assert state_after(["line_item_denial", "return_to_provider"]) == State.NOT_PAYABLE
