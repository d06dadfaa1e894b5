"""The facts of a code on a day: what its record's words mean, and what is not known of it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanclaim.enrich.code import code_facts, code_system, codes_named, has_add_on_wording, unit_basis
from cleanclaim.enrich.lines import Enricher
from cleanclaim.facts import LINE_FACTS
from cleanclaim.releases.library import CodeLibrary
from cleanclaim.releases.opening import bundled_library, read_library

from .claims import claim, line, record, release, shipped_catalogue
from .releases.shared import OTHERS, PRODUCTS, needs_shared
from .settings import examples
from .test_library import releases

PER_SQ_CM = "Product, per square centimeter"
ADD_ON = "(add-on, list separately in addition to primary procedure)"


def facts(code: str, day: str, library: CodeLibrary, system: Any = "hcpcs_level_ii") -> dict[str, Any]:
    return dict(code_facts(code, system, date.fromisoformat(day), library, shipped_catalogue().parameters).facts)


@pytest.mark.parametrize(
    ("long", "short", "basis"),
    [
        (PER_SQ_CM, None, "sq_cm"),
        (PER_SQ_CM.upper(), None, "sq_cm"),
        ("Product, per square cenitmeter", None, "sq_cm"),
        ("Product, per square  centimeter", None, "sq_cm"),
        ("Product, per square\ncentimeter " + ADD_ON, None, "sq_cm"),
        ("Product, per\u00a0square centimeter", None, "sq_cm"),
        ("Product", "Product, per sq cm", "sq_cm"),
        ("Product, each", "Product PER SQ CM", "sq_cm"),
        ("Product, per 0.5 square centimeters", None, "other"),
        ("Dressing, per 250 square centimeters, each", None, "other"),
        ("Dressing, per 16 sq. cm", "Per sq cm", "other"),
        ("Product, per .5 square centimeters", None, "other"),
        ("Product", "Product per 0.5 sq cm", "other"),
        ("Product, per 1,000 square centimeters", None, "other"),
        ("Product, per square millimeter", None, "other"),
        ("Product, per square inch", None, "other"),
        ("Product, per cubic centimeter", None, "cubic_cm"),
        ("Product, per  Cubic centimeter " + ADD_ON, None, "cubic_cm"),
        ("Product, 1 cc", None, "other"),
        ("Product, per milligram", None, "other"),
        ("Product, square centimeter", None, "other"),
    ],
)
def test_the_unit_that_a_code_is_billed_by(long: str, short: str | None, basis: str) -> None:
    assert unit_basis(record("Q4999", long, short_description=short)) == basis
    assert unit_basis(None) == "unknown"


@pytest.mark.parametrize(
    ("long", "is_add_on"),
    [
        (f"{PER_SQ_CM} {ADD_ON}", True),
        ("Product (list in addition to primary procedure)", True),
        ("PRODUCT (LIST SEPARATELY  IN\nADDITION TO PRIMARY PROCEDURE)", True),
        ("Wheelchair accessory, power add-on to convert manual wheelchair", False),
        ("Catheter, add-on, list separately", False),
        ("Each additional hour", False),
        ("Listed in addition to", False),
    ],
)
def test_the_phrase_makes_an_add_on_code_and_the_word_alone_does_not(long: str, is_add_on: bool) -> None:
    assert has_add_on_wording(record("E0983", long)) == is_add_on


@pytest.mark.parametrize(
    ("long", "codes"),
    [
        ("Visit (list separately in addition to G0019)", {"G0019"}),
        ("Visit (list separately in addition to g0019), not 99999", {"G0019"}),
        ("Imaging (list separately in addition to code 77065 or 77066)", {"77065", "77066"}),
        ("Before 99213 (list separately in addition to 0001T)", {"0001T"}),
        ("Visit (list separately in addition to G2212 and G0019)", {"G0019"}),
        ("Product " + ADD_ON, set()),
        ("Visit (list separately in addition to codes 992131, XG0019 or G00191)", set()),
        ("No add-on, see G0019", set()),
    ],
)
def test_the_codes_that_a_record_names_as_its_primaries(long: str, codes: set[str]) -> None:
    assert codes_named(record("G2212", long)) == codes


@pytest.mark.parametrize(
    ("code", "qualifier", "revenue_code", "system"),
    [
        (None, "HC", "0450", "none"), (None, "HC", None, "malformed"), ("15271", "HC", None, "cpt"),
        ("1527A", "HC", None, "cpt"),
        ("0836T", "HC", None, "cpt"), ("0001M", "HC", None, "cpt"), ("0001U", "HC", None, "cpt"),
        ("4177F", "HC", None, "cpt"),
        ("1527B", "HC", None, "malformed"), ("D0120", "HC", None, "cdt"), ("Q4257", "HC", None, "hcpcs_level_ii"),
        ("A0021", "HC", None, "hcpcs_level_ii"), ("V5364", "HC", None, "hcpcs_level_ii"),
        ("W1234", "HC", None, "malformed"),
        ("Q425", "HC", None, "malformed"), ("Q42577", "HC", None, "malformed"), ("Q\u0664257", "HC", None, "malformed"),
        ("15271", "HP", None, "hipps"), ("KA101", "HC", "0022", "hipps"), ("Q4257", "HC", "0023", "hipps"),
        ("Q4257", "HC", "0025", "hcpcs_level_ii"), ("Q4257", "ER", None, "other"), ("15271", "WK", None, "other"),
        ("1", "IV", None, "other"),
    ],
)  # fmt: skip
def test_the_system_that_a_code_belongs_to(
    code: str | None, qualifier: str, revenue_code: str | None, system: str
) -> None:
    assert code_system(code, qualifier, revenue_code) == system


def test_the_bundled_records_are_add_ons_from_2026_and_unknown_before() -> None:
    library, notices = bundled_library()
    assert notices == ()
    for code in ("Q4257", "Q4390"):
        before, after = facts(code, "2025-12-31", library), facts(code, "2026-01-01", library)
        assert before["record_status"] == "later_snapshot"
        assert {before[name] for name in ("add_on_status", "unit_basis", "coverage_code", "pricing_indicator")} == {
            "unknown"
        }
        assert (
            before["code_added_date"]
            == after["code_added_date"]
            == date(2022 if code == "Q4257" else 2025, 4 if code == "Q4257" else 10, 1)
        )
        assert (after["record_status"], after["add_on_status"], after["unit_basis"]) == ("in_force", "add_on", "sq_cm")
        assert (after["graft_product"], after["skin_substitute"]) == ("yes", "yes")
        assert after["primary_codes"] == "15271, 15273, 15275, 15277 or 15777"


def test_facts_about_a_code_out_of_scope_are_total() -> None:
    of_cpt = facts("15271", "2026-01-01", bundled_library()[0], "cpt")
    assert of_cpt["record_status"] == "out_of_scope"
    assert of_cpt["add_on_status"] == of_cpt["unit_basis"] == of_cpt["coverage_code"] == "unknown"
    assert (of_cpt["code_added_date"], of_cpt["termination_date"]) == (date(1, 1, 1), date(9999, 12, 31))


def test_a_blank_field_is_none_and_one_not_read_is_unknown() -> None:
    library = CodeLibrary(
        [release("2026-01", record("A4100", coverage_code=None), record("A4200", coverage_code={"code": "X"}))]
    )
    assert facts("A4100", "2026-01-01", library)["coverage_code"] == "none"
    assert facts("A4200", "2026-01-01", library)["coverage_code"] == "unknown"
    blank = facts("A4100", "2026-01-01", library)
    assert {
        blank[name]
        for name in ("pricing_indicator", "asc_payment_group", "statute", "cross_references", "manual_references")
    } == {"none"}


def test_the_termination_date_may_come_from_a_later_release() -> None:
    ended = record("A4100", termination_date="2025-11-30", cross_references=["A4200"])
    library = CodeLibrary([release("2025-10", record("A4100")), release("2026-01", ended)])
    assert facts("A4100", "2025-10-01", library)["termination_date"] == date(2025, 11, 30)
    assert facts("A4100", "2025-10-01", library)["successors"] == "none"
    assert facts("A4100", "2026-01-01", library)["successors"] == "A4200"


def test_a_line_that_ends_in_a_release_that_names_no_successors_has_those_of_its_first_day() -> None:
    named = record("A4100", termination_date="2025-12-15", cross_references=["A4200"])
    silent = record("A4100", termination_date="2025-12-15")
    catalogue = shipped_catalogue()
    for records, wanted in (((named, silent), "A4200"), ((silent, named), "A4200"), ((silent, silent), "none")):
        library = CodeLibrary([release("2025-10", records[0]), release("2026-01", records[1])])
        own = claim(line(1, "A4100", "2025-12-31", date_of_service_end="2026-01-01"))
        (found,) = Enricher(library, catalogue.parameters).lines(own)
        assert found.facts["successors"] == wanted


def test_ended_codes_have_successors_from_the_parameter() -> None:
    library = CodeLibrary([])
    assert facts("Q4100", "2025-12-31", library)["successors"] == "none"
    assert facts("Q4100", "2026-01-01", library)["successors"] == "Q4431, Q4432 or Q4433"
    assert facts("C5274", "2026-01-01", library)["successors"] == "15274"


@pytest.mark.parametrize(
    ("code", "long", "graft", "skin"),
    [
        ("Q4100", "Skin substitute, nos", "yes", "no"), ("Q4449", PER_SQ_CM, "yes", "yes"),
        ("Q4450", PER_SQ_CM, "no", "no"),
        ("Q4431", "Product, nos", "yes", "no"), ("Q4200", "Product, 1 mg", "no", "no"),
        ("Q4200", "Product, per cubic centimeter", "yes", "no"),
        ("A2049", PER_SQ_CM, "yes", "yes"), ("A2050", PER_SQ_CM, "no", "no"), ("C1849", PER_SQ_CM, "yes", "yes"),
        ("C9358", "Product, per 0.5 square centimeters", "yes", "no"), ("C9349", PER_SQ_CM, "yes", "yes"),
        ("A4100", "Product, nos", "yes", "no"),
    ],
)  # fmt: skip
def test_graft_products_and_skin_substitutes(code: str, long: str, graft: str, skin: str) -> None:
    made = facts(code, "2026-01-01", CodeLibrary([release("2026-01", record(code, long))]))
    assert (made["graft_product"], made["skin_substitute"]) == (graft, skin)


@examples(60)
@given(releases(), st.lists(st.dates(date(2025, 6, 1), date(2026, 8, 1)), min_size=1, max_size=8))
def test_what_is_remembered_of_a_code_is_what_would_be_looked_up(made: Any, days: list[date]) -> None:
    library, parameters = CodeLibrary(made), shipped_catalogue().parameters
    enricher = Enricher(library, parameters)
    for day in days:
        looked_up = code_facts("A4100", "hcpcs_level_ii", day, library, parameters)
        known = enricher.code_facts("A4100", "hcpcs_level_ii", day)
        assert replace(known, facts={name: known.facts[name] for name in looked_up.facts}) == looked_up


def test_every_line_has_every_fact() -> None:
    enricher = Enricher(bundled_library()[0], shipped_catalogue().parameters)
    for one in enricher.lines(
        claim(line(1, "Q4257"), line(2, "15271"), line(3, None, revenue_code="0450"), line(4, None))
    ):
        assert set(one.facts) == set(LINE_FACTS)
        assert all(value is not None for value in one.facts.values())
        assert all(one.facts[name] in kind.words for name, kind in LINE_FACTS.items() if kind.words)


@needs_shared
def test_of_the_products_in_force_in_2026_nine_tenths_are_add_ons() -> None:
    library, _ = read_library(PRODUCTS, partial=True)
    codes = library.codes(library.layers[0])
    in_force = [
        one for one in (facts(code, "2026-01-01", library) | {"code": code} for code in codes)
        if one["code_added_date"] <= date(2026, 1, 1) <= one["termination_date"]
    ]  # fmt: skip
    add_ons = [one for one in in_force if one["add_on_status"] == "add_on"]
    assert (len(in_force), len(add_ons)) == (303, 273)
    assert sum(one["unit_basis"] == "sq_cm" for one in add_ons) == 270
    assert sorted(one["code"] for one in add_ons if one["unit_basis"] != "sq_cm") == ["Q4431", "Q4432", "Q4433"]
    assert [one["code"] for one in in_force if one["unit_basis"] == "sq_cm" and one["add_on_status"] != "add_on"] == [
        "Q4226"
    ]
    assert all(one["graft_product"] == "yes" for one in add_ons)


@needs_shared
def test_the_traps_in_the_published_text_are_read_right() -> None:
    products, _ = read_library(PRODUCTS, partial=True)
    others, _ = read_library(OTHERS, partial=True)
    for code in ("Q4208", "Q4314", "Q4357", "Q4358", "Q4147", "Q4226", "Q4354"):
        assert facts(code, "2026-01-01", products)["unit_basis"] == "sq_cm", code
    for code in ("A2025", "A2029"):
        of_code = facts(code, "2026-01-01", others)
        assert (of_code["unit_basis"], of_code["add_on_status"], of_code["graft_product"]) == (
            "cubic_cm",
            "add_on",
            "yes",
        )
        assert of_code["skin_substitute"] == "no"
    for code in ("C5272", "C5274", "C5276", "C5278"):
        assert facts(code, "2026-01-01", others)["termination_date"] == date(2025, 12, 31)
