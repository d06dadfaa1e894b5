"""The oracle itself, on products, the procedures that apply them and the area these imply, worked by hand."""

from decimal import Decimal

import pytest

from .day_facts import area_day
from .hand_cases import JANUARY, PLAIN, claim, fired, line, record, release
from .reading import Evaluation

PRODUCT = record("Q4390", PLAIN, pricing_indicator="51")
OCTOBER = [release("2025-10", PRODUCT, record("Q4112", "Product, 1 cc"), record("C5271"), record("C5272"))]
AUTUMN = "2025-11-03"


def area(*lines: dict) -> tuple[Decimal, Decimal]:
    """The area that these lines imply."""
    return area_day(Evaluation(claim(*lines), JANUARY, []).lines[0])


def test_the_first_code_under_100_implies_at_most_25_each_and_no_lower_bound() -> None:
    assert area(line(1, "15271")) == (0, 25)
    assert area(line(1, "15271", units="2")) == (0, 50)
    assert area(line(1, "15271", units="5")) == (0, 100)


def test_additional_codes_under_100_raise_both_bounds_up_to_100() -> None:
    assert area(line(1, "15271"), line(2, "15272", units="3")) == (75, 100)
    assert area(line(1, "15275"), line(2, "15276")) == (25, 50)


def test_100_and_over_counts_hundreds() -> None:
    assert area(line(1, "15273")) == (0, 100)
    assert area(line(1, "15273"), line(2, "15274", units="2")) == (200, 300)


def test_an_additional_code_without_its_first_implies_nothing() -> None:
    assert area(line(1, "15272", units="3")) == (0, 0)
    assert area(line(1, "15271"), line(2, "15276", units="3")) == (0, 25)
    other = line(1, "15271", rendering_provider="P1"), line(2, "15272", rendering_provider="P2")
    assert area(*other) == (0, 25)
    assert area(line(1, "15271"), line(2, "C5272")) == (0, 25)


def test_schemes_of_families_sites_and_providers_add_up() -> None:
    assert area(line(1, "15271"), line(2, "15275"), line(3, "C5273")) == (0, 150)
    assert area(line(1, "15271", rendering_provider="P1"), line(2, "15271", rendering_provider="P2")) == (0, 50)


def test_lines_of_another_date_and_units_that_count_as_nothing_imply_nothing() -> None:
    assert area(line(1, "15271"), line(2, "15271", "2026-01-16")) == (0, 25)
    assert area(line(1, "15271"), line(2, "15272", units="-1")) == (0, 25)


@pytest.mark.parametrize(("units", "exceeds"), [("25", False), ("31.25", False), ("31.251", True), ("100", True)])
def test_a_product_may_overlap_the_area_by_a_quarter(units: str, exceeds: bool) -> None:
    found = fired(line(1, "15271"), line(2, "Q4390", units=units), on=JANUARY)
    assert ((2, "UOS050") in found) == exceeds


def test_the_square_centimetres_of_the_date_are_summed_but_for_those_discarded() -> None:
    lines = line(1, "15271"), line(2, "Q4390", units="20"), line(3, "Q4390", units="12")
    assert fired(*lines, on=JANUARY) == {(2, "UOS050"), (3, "UOS050")}
    discarded = line(3, "Q4390", units="12", modifiers=["JW"])
    assert fired(*lines[:2], discarded, on=JANUARY) == {(3, "MOD010")}


def test_institutional_claims_are_asked_from_2026_on() -> None:
    lines = [line(1, "15271", AUTUMN), line(2, "Q4390", AUTUMN, units="32")]
    assert fired(*lines, on=OCTOBER, claim_type="institutional", type_of_bill="131") == set()
    lines = [line(1, "15271"), line(2, "Q4390", units="32")]
    assert fired(*lines, on=JANUARY, claim_type="institutional", type_of_bill="131") == {(2, "UOS050")}


@pytest.mark.parametrize(("units", "below"), [("25", True), ("25.001", False), ("26", False)])
def test_the_lower_bound_is_strict(units: str, below: bool) -> None:
    found = fired(line(1, "15271"), line(2, "15272"), line(3, "Q4390", units=units), on=JANUARY)
    assert ((3, "UOS060") in found) == below


def test_a_graft_by_another_unit_on_the_date_leaves_the_lower_bound_open() -> None:
    on = [release("2026-01", PRODUCT, record("A2025", "Product, per cubic centimeter"))]
    lines = line(1, "15271"), line(2, "15272"), line(3, "Q4390", units="5")
    assert (3, "UOS060") in fired(*lines, on=on)
    assert (3, "UOS060") not in fired(*lines, line(4, "A2025"), on=on)


def test_under_100_beside_100_and_over_of_the_same_site_conflicts_on_the_under_100_line() -> None:
    product = line(9, "Q4390", units="110")
    assert fired(line(1, "15271"), line(2, "15273"), product, on=JANUARY) == {(1, "UOS070")}
    assert fired(line(1, "15271"), line(2, "15277"), product, on=JANUARY) == set()
    assert fired(line(1, "15271", modifiers=["XS"]), line(2, "15273"), product, on=JANUARY) == set()
    assert fired(line(1, "15271"), line(2, "15273", modifiers=["59"]), product, on=JANUARY) == {(1, "UOS070")}
    two = line(1, "15271", rendering_provider="P1"), line(2, "15273", rendering_provider="P2")
    assert fired(*two, product, on=JANUARY) == set()


def test_a_first_application_without_a_product_is_returned_on_13x_until_2025_and_advised_after() -> None:
    hospital = {"claim_type": "institutional", "type_of_bill": "137"}
    assert fired(line(1, "15271", "2025-12-31"), on=OCTOBER, **hospital) == {(1, "PAR010")}
    assert fired(line(1, "15271", "2026-01-01"), on=JANUARY, **hospital) == {(1, "PAR020")}
    assert fired(line(1, "15271", "2025-12-31"), on=OCTOBER, place_of_service="11") == set()
    assert fired(line(1, "15271", "2026-01-01"), on=JANUARY, place_of_service="32") == {(1, "PAR020")}
    assert fired(line(1, "15271", "2026-01-01"), on=JANUARY, place_of_service="31") == set()
    assert fired(line(1, "15272", AUTUMN), on=OCTOBER, **hospital) == set()
    assert fired(line(1, "15271", AUTUMN), line(2, "Q4390", AUTUMN), on=OCTOBER, **hospital) == set()


def test_an_injected_product_beside_an_application_is_advised() -> None:
    lines = line(1, "15271", AUTUMN), line(2, "Q4112", AUTUMN)
    assert fired(*lines, on=OCTOBER) == {(1, "PAR040")}
    assert (1, "PAR040") not in fired(*lines, line(3, "Q4390", AUTUMN, modifiers=["JZ"]), on=OCTOBER)


def test_a_dressing_change_on_the_date_of_an_application_is_denied() -> None:
    lines = line(1, "97602"), line(2, "15272")
    assert fired(*lines, on=JANUARY) == {(1, "PAR050")}
    assert fired(*lines, on=JANUARY, payer_type="other") == set()
    assert fired(line(1, "97602"), line(2, "15272", "2026-01-16"), on=JANUARY) == set()


def test_unlisted_products_are_described() -> None:
    both = [release(quarter, record("Q4100"), record("A4100")) for quarter in ("2025-10", "2026-01")]
    for code, day, has in (
        ("Q4100", "2025-12-31", True),
        ("Q4100", "2026-01-01", False),
        ("A4100", "2026-01-01", True),
    ):
        assert ((1, "PAR060") in fired(line(1, code, day), on=both)) == has
        assert fired(line(1, code, day, description=" "), on=both) == fired(line(1, code, day), on=both)
        assert (1, "PAR060") not in fired(line(1, code, day, description="Product"), on=both)


def test_a_physicians_product_in_a_facility_is_advised_from_2026() -> None:
    office = {"billing_taxonomy": "207Q00000X", "place_of_service": "22"}
    assert fired(line(1, "Q4390"), on=JANUARY, **office) == {(1, "SET040")}
    assert fired(line(1, "15271"), on=JANUARY, **office) == set()
    assert fired(line(1, "Q4390"), on=JANUARY, place_of_service="22") == set()
    assert fired(line(1, "Q4390", AUTUMN, modifiers=["JZ"]), on=OCTOBER, **office) == set()
