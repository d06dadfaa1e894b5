"""What became of every edit on every line: the same as a check finds, and never a pass where nothing was checked."""

from collections import Counter
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cleanclaim.claims import Claim, Location, PayerType, ReadClaim, Unreadable
from cleanclaim.codes import CodeRecord, CodeSetRelease
from cleanclaim.edit_files import load_catalogue
from cleanclaim.explanation import Explainer
from cleanclaim.outcomes import ClaimOutcomes, Compared, EditOutcome
from cleanclaim.pipeline import Checker
from cleanclaim.releases.library import CodeLibrary
from cleanclaim.tables import AddOnPair, AddOnPairs, AscListing, Layer, Part, UnitLimit

from .claims import claim, line, record, release, shipped_catalogue
from .payer_folder import EDIT, LIST, NUMBER, PayerFolder, changed

PRODUCT = "Product, per square centimeter (add-on, list separately in addition to primary procedure)"
RECORDS = (
    record("Q4257", PRODUCT), record("Q4100", PRODUCT, termination_date=date(2025, 12, 31)), record("A4100"),
    record("A1111", coverage_code={"code": "I"}), record("G0235", coverage_code={"code": "M"}),
)  # fmt: skip
TABLES = (
    Part(Layer("mue", "2026-01", "practitioner"), {
        "Q4257": UnitLimit(units=Decimal(20), indicator=3), "A4100": UnitLimit(units=Decimal(0), indicator=1),
    }),
    Part(Layer("mue", "2026-01", "dme"), {"A4100": UnitLimit(units=Decimal(3), indicator=1)}),
    Part(Layer("asc", "2026-01", "AA"), {"15271": AscListing()}),
    Part(Layer("asc", "2026-01", "BB"), {"Q4257": AscListing()}),
    Part(Layer("add_on", "2026-01", "undated"), {
        "15272": AddOnPairs(pairs=(AddOnPair(primary_code="15271", edit_type=1),)),
    }),
)  # fmt: skip
MODIFIERS = {code: CodeRecord(code=code, long_description="Modifier") for code in ("GA", "GY", "JW", "JZ")}


@cache
def shipped_explainer() -> Explainer:
    return Explainer(CodeLibrary([]), shipped_catalogue())


@cache
def shipped_checker() -> Checker:
    return Checker(CodeLibrary([]), shipped_catalogue(), information=True)


def explained(own: Claim, library: CodeLibrary | None = None, **read: Any) -> ClaimOutcomes:
    over = CodeLibrary([release("2026-01", *RECORDS)]) if library is None else library
    return shipped_explainer().with_library(over).explain(ReadClaim(claim=own, **read))


def of(outcomes: ClaimOutcomes, edit_id: str, number: int = 1) -> EditOutcome:
    (found,) = [
        one for line in outcomes.lines for one in line.edits if (line.line_number, one.edit_id) == (number, edit_id)
    ]
    return found


def told(outcomes: ClaimOutcomes, edit_id: str, number: int = 1) -> tuple[str, tuple[str, ...]]:
    found = of(outcomes, edit_id, number)
    return found.outcome, found.reasons


# Random claims

CODES = ("15271", "15272", "Q4257", "Q4100", "A4100", "A1111", "G0235", "Q4999", "99213", "XX", None)
DAYS = ("2025-09-30", "2025-12-31", "2026-01-15", "2026-01-16", "2026-04-01")
LINES = st.fixed_dictionaries({
    "procedure_code": st.sampled_from(CODES), "date_of_service": st.sampled_from(DAYS),
    "units": st.sampled_from((None, "0", "1", "2.5", "20", "31.25", "32")), "revenue_code": st.just("0250"),
    "modifiers": st.lists(st.sampled_from(("GY", "GA", "JW", "JZ", "59", "ZZ", "51")), max_size=2),
    "rendering_provider": st.sampled_from((None, "P1", "P2")), "place_of_service": st.sampled_from((None, "24", "11")),
})  # fmt: skip
CLAIMS = st.fixed_dictionaries({
    "claim_id": st.just("C"), "payer_type": st.sampled_from(get_args(PayerType)),
    "claim_type": st.sampled_from(("professional", "professional", "institutional", "dme")),
    "type_of_bill": st.sampled_from((None, "131", "851")), "billing_taxonomy": st.sampled_from((None, "261QA1903X")),
    "lines": st.lists(LINES, min_size=1, max_size=4),
}).map(lambda fields: Claim.model_validate(
    {**fields, "lines": [{**one, "line_number": place} for place, one in enumerate(fields["lines"], 1)]}
))  # fmt: skip


@st.composite
def libraries(draw: st.DrawFn) -> tuple[list[CodeSetRelease], list[Part]]:
    releases = []
    for quarter in draw(st.sets(st.sampled_from(("2025-10", "2026-01")))):
        held = draw(st.lists(st.sampled_from(RECORDS), unique_by=lambda one: one.code))
        scope = draw(st.sampled_from(("complete", "partial")))
        modifiers = MODIFIERS if scope == "complete" else {}
        records = {one.code: one for one in held}
        releases.append(CodeSetRelease(id=quarter, scope=scope, records=records, modifiers=modifiers))
    return releases, [table for table in TABLES if draw(st.booleans())]


random_claims = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@random_claims
@given(CLAIMS, libraries(), st.booleans())
def test_what_fired_and_was_bypassed_is_what_a_check_finds(
    own: Claim, held: tuple[list[CodeSetRelease], list[Part]], whole: bool
) -> None:
    library = CodeLibrary([*held[0], *held[1]])
    read = ReadClaim(claim=own, is_whole=whole)
    checker = shipped_checker().with_library(library)
    found = {(finding.line_number, finding.edit_id) for finding in checker.check_read(read)}
    outcomes = shipped_explainer().with_library(library).explain(read)
    numbers = [one.line_number for one in own.lines]
    assert {
        (one.line_number, edit.edit_id) for one in outcomes.lines for edit in one.edits if edit.outcome == "fired"
    } == {(number, edit_id) for place, edit_id in found for number in ([place] if place else numbers)}
    counts = Counter(edit.outcome for one in outcomes.lines for edit in one.edits)
    assert counts["bypassed"] == checker.census.bypassed
    assert counts.total() == len(own.lines) * len(shipped_catalogue().edits)


@random_claims
@given(CLAIMS, libraries())
def test_every_outcome_agrees_with_what_was_compared_and_has_its_reason(
    own: Claim, held: tuple[list[CodeSetRelease], list[Part]]
) -> None:
    outcomes = explained(own, CodeLibrary([*held[0], *held[1]]))
    for edit in (edit for one in outcomes.lines for edit in one.edits if edit.compared):
        answers = {part.holds for part in edit.compared}
        assert bool(edit.reasons) == (edit.outcome in ("bypassed", "not_checked", "did_not_apply")), edit
        if edit.outcome == "passed":
            assert False in answers, edit
        elif edit.outcome in ("fired", "bypassed"):
            assert False not in answers, edit


RESTS_ON_MORE = {rule.edit.id for rule in shipped_catalogue().rules if rule.reads_payability} | {"AOC070"}
"""On what other edits say of other lines; AOC070 on add_on_status, which a silent table settles without a record."""


@random_claims
@given(CLAIMS, libraries(), st.sampled_from(("payer", "records", "whole")))
def test_what_passed_while_something_was_not_known_does_not_fire_when_it_is(
    own: Claim, held: tuple[list[CodeSetRelease], list[Part]], lacking: str
) -> None:
    releases, tables = held
    complete = explained(own, CodeLibrary([*releases, *tables]))
    if lacking == "payer":
        before = explained(own.model_copy(update={"payer_type": "unknown"}), CodeLibrary([*releases, *tables]))
    elif lacking == "records":
        before = explained(own, CodeLibrary(tables))
    else:
        part = own.model_copy(update={"lines": own.lines[: max(1, len(own.lines) - 1)]})
        before = explained(part, CodeLibrary([*releases, *tables]), is_whole=False)
    for one in before.lines:
        for edit in one.edits:
            if edit.outcome == "passed" and edit.disposition != "not_checked" and edit.edit_id not in RESTS_ON_MORE:
                after = of(complete, edit.edit_id, one.line_number)
                assert after.outcome not in ("fired", "bypassed"), (edit, after)


# One claim at a time


def test_an_edit_that_fired_shows_what_it_compared() -> None:
    assert of(explained(claim(line(1, "Q4257", units="2.5"), line(2, "15271"))), "UOS020") == EditOutcome(
        "UOS020", "Units of a per-square-centimeter product are not whole", "return_to_provider", "fired", "line", (),
        (
            Compared("unit_basis = 'sq_cm'", True, "sq_cm"),
            Compared("units <> round(units)", True, "2.5", "3", "0.5 below", (("units", "2.5"),)),
        ),
    )  # fmt: skip


def test_an_edit_that_was_bypassed_names_what_made_it_moot() -> None:
    outcomes = explained(claim(line(1, "Q4100", units="2.5")))
    assert told(outcomes, "COD030") == ("fired", ())
    assert told(outcomes, "UOS020") == ("bypassed", ("COD030",))


def test_an_edit_for_other_payers_or_dates_did_not_apply() -> None:
    outcomes = explained(claim(line(1, "Q4257", "2026-01-15"), payer_type="other"))
    assert told(outcomes, "UOS020") == ("did_not_apply", ("it is for payer medicare; the claim's is other",))
    assert told(outcomes, "MOD020") == ("did_not_apply", (
        "it is for payer medicare; the claim's is other",
        "it is for dates of service 2023-07-01 to 2025-12-31; the line's is 2026-01-15",
    ))  # fmt: skip


@pytest.mark.parametrize(
    ("payer", "units", "outcome"),
    [
        ("unknown", "2.5", ("not_checked", ("the claim does not state its payer",))),
        ("unknown", "2", ("passed", ())),
        ("medicare", "2", ("passed", ())),
    ],
)
def test_without_a_payer_an_edit_passed_only_where_no_payer_would_matter(
    payer: str, units: str, outcome: tuple[str, tuple[str, ...]]
) -> None:
    assert told(explained(claim(line(1, "Q4257", units=units), payer_type=payer)), "UOS020") == outcome


@pytest.mark.parametrize(
    ("library", "why"),
    [
        (CodeLibrary([]), "no code record is in force: no release loaded starts on or before 2026-01-15"),
        (
            CodeLibrary([release("2026-01", RECORDS[2], scope="partial")]),
            "no code record is in force: no release loaded for 2026-01-15 tells of Q4257",
        ),
        (
            CodeLibrary([release("2026-04", *RECORDS)]),
            "no code record is in force: only a release after 2026-01-15 holds Q4257",
        ),
        (CodeLibrary([release("2026-01")]), "no code record is in force: release 2026-01 lacks Q4257"),
    ],
)
def test_without_a_record_in_force_what_rests_on_it_could_not_be_checked(library: CodeLibrary, why: str) -> None:
    outcomes = explained(claim(line(1, "Q4257", units="2.5")), library)
    assert told(outcomes, "COV010") == ("not_checked", (why,))
    assert told(outcomes, "UOS020") == ("not_checked", (why,))
    assert told(outcomes, "COV060") == ("passed", ())
    assert of(outcomes, "COV010").compared[0] == Compared("coverage_code = 'I'", None, "not known")


def test_a_whole_number_of_units_passed_whatever_the_record() -> None:
    assert told(explained(claim(line(1, "Q4257", units="2")), CodeLibrary([])), "UOS020") == ("passed", ())


def test_an_edit_about_records_does_not_apply_to_codes_that_have_none() -> None:
    outcomes = explained(claim(line(1, "99213"), line(2, None, revenue_code="0250"), claim_type="institutional"))
    why = ("the line has no code of HCPCS Level II, which the edit is about",)
    assert [told(outcomes, "COV010", number) for number in (1, 2)] == [("did_not_apply", why)] * 2


def test_whether_a_code_is_in_the_code_set_is_not_known_from_partial_or_older_releases() -> None:
    older = CodeLibrary([release("2025-10")])
    assert told(explained(claim(line(1, "Q4257")), older), "COD010") == ("not_checked", (
        "release 2025-10 is older than the quarter of 2026-01-15, so that its lacking the code proves nothing",
    ))  # fmt: skip
    assert told(explained(claim(line(1, "Q4257")), CodeLibrary([])), "COD010")[0] == "not_checked"
    assert told(explained(claim(line(1, "Q4257"))), "COD010") == ("passed", ())


def test_tables_that_are_not_loaded_or_do_not_speak_for_the_date_are_named() -> None:
    own = claim(line(1, "15272", units=30))
    without = explained(own)
    assert told(without, "AOC010") == ("not_checked", ("not loaded: the add-on code table",))
    assert told(without, "UOS040") == ("not_checked", ("not loaded: the MUE table of practitioner services",))
    with_tables = CodeLibrary([release("2026-01", *RECORDS), *TABLES])
    assert told(explained(own, with_tables), "AOC010") == ("fired", ())
    assert told(explained(own, with_tables), "UOS040") == ("passed", ())
    later = explained(claim(line(1, "15272", "2026-04-01", units=30)), with_tables)
    why = "loaded, but not speaking of the code on 2026-04-01: the MUE table of practitioner services"
    assert told(later, "UOS040") == ("not_checked", (why,))


def test_a_line_that_no_limit_of_units_is_for_passed_it_without_a_table() -> None:
    for own in (line(1, "15271", modifiers="GY"), line(1, "15271", date_of_service_end="2026-01-16")):
        assert told(explained(claim(own)), "UOS040") == ("passed", ())


def test_a_modifier_is_known_only_from_a_release_that_tells_of_it() -> None:
    own = claim(line(1, "A4100", modifiers="ZZ"))
    without = explained(own, CodeLibrary([release("2026-01", *RECORDS, scope="partial")]))
    assert told(without, "MOD040") == (
        "not_checked", ("no release in force on 2026-01-15 tells of modifier ZZ",),
    )  # fmt: skip
    later = release("2026-04", record("ZZ", code_added_date="2026-01-01"))
    only_later = CodeLibrary([release("2026-01", *RECORDS, scope="partial"), later])
    assert told(explained(own, only_later), "MOD040")[0] == "not_checked"
    assert told(explained(own, CodeLibrary([release("2026-01", *RECORDS), later])), "MOD040") == ("passed", ())
    assert told(explained(own), "MOD040") == ("fired", ())
    assert told(explained(claim(line(1, "A4100", modifiers="59")), CodeLibrary([])), "MOD040") == ("passed", ())


def test_on_a_claim_that_is_not_whole_what_other_lines_tell_is_not_known() -> None:
    outcomes = explained(claim(line(1, "Q4257")), is_whole=False)
    why = "the claim is not whole: a line of it may be missing"
    assert told(outcomes, "AOC010") == ("not_checked", (why,))
    assert told(outcomes, "DUP010") == ("not_checked", (why,))
    assert told(outcomes, "UOS020") == ("passed", ())


def test_a_product_without_its_record_leaves_the_sum_of_the_day_open() -> None:
    library = CodeLibrary([release("2026-01", RECORDS[0], scope="partial")])
    lines = [line(1, "15271"), line(2, "Q4257", units=20), line(3, "Q4100", units=20)]
    why = "line 3: no code record is in force: no release loaded for 2026-01-15 tells of Q4100"
    assert told(explained(claim(*lines), library), "UOS050", 2) == ("not_checked", (why,))
    assert told(explained(claim(*lines[:2]), library), "UOS050", 2) == ("passed", ())


def test_a_question_about_another_line_is_open_where_that_line_is_not_known(tmp_path: Path) -> None:
    payer = PayerFolder(tmp_path)
    payer.write(changed(changed(EDIT, "units > 5", "covered = 'present'"), "versions:", (
        "other_lines:\n  covered:\n    where: coverage_code = 'C'\n    same: [date_of_service]\nversions:"
    )))  # fmt: skip
    explainer = Explainer(CodeLibrary([release("2026-01", RECORDS[2], scope="partial")]), load_catalogue(tmp_path))

    def outcome(*codes: str) -> tuple[str, tuple[str, ...]]:
        lines = [line(number, code) for number, code in enumerate(codes, 1)]
        return told(explainer.explain(ReadClaim(claim=claim(*lines))), "XYZ001")

    assert outcome("99213", "A4100") == ("fired", ())
    assert outcome("99213", "15271") == ("passed", ())
    assert outcome("99213", "A1111") == ("not_checked", (
        "line 2: no code record is in force: no release loaded for 2026-01-15 tells of A1111",
    ))  # fmt: skip


def test_parameters_are_shown_with_their_value_on_the_date_of_service(tmp_path: Path) -> None:
    payer = PayerFolder(tmp_path)
    payer.write(NUMBER, "parameters/limit.yaml")
    payer.write(LIST, "parameters/products.yaml")
    payer.write(changed(EDIT, "units > 5", "procedure_code in our_products and units * our_limit > 100"))
    explainer = Explainer(CodeLibrary([]), load_catalogue(tmp_path))
    outcomes = explainer.explain(ReadClaim(claim=claim(line(1, "15271", units=9), line(2, "15271", "2025-12-31"))))
    of_list = Compared(
        "procedure_code in our_products", True, "15271", values=(("our_products", "Q4100-Q4199, 15271"),)
    )
    assert of(outcomes, "XYZ001").compared == (of_list, Compared(
        "(units * our_limit) > 100", False, "67.5", None, "32.5 below", (("units", "9"), ("our_limit", "7.5")),
    ))  # fmt: skip
    assert of(outcomes, "XYZ001", 2).compared[1].values == (("units", "1"), ("our_limit", "5"))


def test_an_edit_on_the_claim_counts_on_each_line_and_says_so() -> None:
    outcomes = explained(claim(line(1, "99213"), line(2, "99213"), payer_type="unknown"))
    assert [(of(outcomes, "COD920", n).outcome, of(outcomes, "COD920", n).about) for n in (1, 2)] == [
        ("fired", "claim"), ("fired", "claim"),
    ]  # fmt: skip


def test_what_could_not_be_read_is_named_and_the_rest_explained() -> None:
    wrong = Unreadable(claim_id="1", line_number=2, field="units", reason="is no number", location=Location())
    outcomes = explained(claim(line(1, "99213")), unreadable=(wrong,))
    assert outcomes.unreadable == ("units: is no number",)
    assert (of(outcomes, "SYS010").outcome, of(outcomes, "SYS010").about) == ("fired", "reader")
    assert told(outcomes, "DUP010")[0] == "not_checked"
    nothing = shipped_explainer().explain(ReadClaim(claim=None, unreadable=(wrong,)))
    assert nothing == ClaimOutcomes("1", None, (), ("units: is no number",))


def test_a_field_of_the_claim_that_could_not_be_read_is_not_known() -> None:
    wrong = Unreadable(claim_id="1", field="place_of_service", reason="is none", location=Location())
    read = {"unreadable": (wrong,), "unread_fields": frozenset({"place_of_service"})}
    taxonomy = {"billing_taxonomy": "261QA1903X"}
    library = CodeLibrary([release("2026-01", *RECORDS), *TABLES])
    outcomes = explained(claim(line(1, "A4100"), line(2, "A4100", place_of_service="11"), **taxonomy), library, **read)
    assert told(outcomes, "SET010") == ("not_checked", ("the claim's place_of_service could not be read",))
    assert told(outcomes, "SET010", 2) == ("passed", ())


def test_an_engine_that_fails_leaves_everything_unchecked(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object, **__: object) -> None:
        raise ZeroDivisionError("patient Doe")

    monkeypatch.setattr("cleanclaim.evaluate.strata.Strata.evaluate", failing)
    outcomes = explained(claim(line(1, "99213")))
    assert told(outcomes, "SYS020") == ("fired", ())
    assert told(outcomes, "SYS010") == ("passed", ())
    assert told(outcomes, "AOC010") == ("not_checked", ("the engine failed (ZeroDivisionError)",))


def test_a_name_that_stands_for_a_code_is_not_shown() -> None:
    outcomes = explained(claim(line(1, "DOE JANE", code_qualifier="ER"), line(2, "MILLER")))
    assert [one.procedure_code for one in outcomes.lines] == [None, None]
    assert "DOE" not in repr(outcomes)
    assert "MILLER" not in repr(outcomes)
