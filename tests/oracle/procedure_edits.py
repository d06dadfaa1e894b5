"""Section 4 of the catalogue, read plainly: AOC070, AOC900, the PAR and the MOD edits, one function for each."""

from datetime import date

from .claim_lines import Line, bears_any, is_ambulance, of_record
from .day_facts import (
    alike,
    alike_but_it,
    application_procedure,
    application_step,
    ended_modifier,
    graft_product_day,
    is_application,
    of_the_date,
    unknown_modifier,
)
from .library import says_add_on

PLACES_OF_PRACTICE = {"11", "12", "13", "14", "32", "33"}
UNLISTED_PRODUCTS = {"Q4431", "Q4432", "Q4433", "A4100"}


def aoc070_multiple_procedure_modifier(line: Line) -> bool:
    """add_on and modifier 51."""
    return line.add_on == "add_on" and bears_any(line, {"51"})


def aoc900_add_on_table_stale(line: Line) -> bool:
    """An AOC table lists the code but does not speak for the date, and the record does not say it is an add-on."""
    return line.add_on_table == "stale_lists" and (line.record is None or not says_add_on(line.record))


def lacks_product(line: Line) -> bool:
    """A first-area application code and graft_product_day absent."""
    return application_step(line.code) == "first" and graft_product_day(line) == "absent"


def par010_application_without_product(line: Line) -> bool:
    """institutional, type_of_bill 13x, and the above."""
    return line.claim_type == "institutional" and line.bill_type == "13" and lacks_product(line)


def par020_application_without_product_2026(line: Line) -> bool:
    """The same; or professional with place_of_service 11, 12, 13, 14, 32 or 33, and the above."""
    if par010_application_without_product(line):
        return True
    return line.claim_type == "professional" and line.place in PLACES_OF_PRACTICE and lacks_product(line)


def par040_application_with_non_graft(line: Line) -> bool:
    """An application code, graft_product_day absent, and a Q4100-Q4449 product of another unit basis on the date."""
    if not is_application(line.code) or graft_product_day(line) == "present":
        return False
    return any("Q4100" <= other.code <= "Q4449" and other.basis == "other" for other in of_the_date(line))


def par050_dressing_with_application(line: Line) -> bool:
    """97602 on the date of an application code."""
    return line.code == "97602" and application_procedure(line) == "present"


def par060_unlisted_product_undescribed(line: Line) -> bool:
    """Q4431-Q4433, A4100, and Q4100 until 2025-12-31, with no description."""
    is_unlisted = line.code in UNLISTED_PRODUCTS or (line.code == "Q4100" and line.start <= date(2025, 12, 31))
    return is_unlisted and line.description == ""


def mod010_discard_modifier_on_supply(line: Line) -> bool:
    """skin_substitute, pricing_indicator neither 51 nor unknown, JW or JZ."""
    is_supply = of_record(line, "pricing_indicator") not in ("51", "unknown")
    return line.skin_substitute and is_supply and bears_any(line, {"JW", "JZ"})


def mod020_discard_modifier_missing(line: Line) -> bool:
    """professional, skin_substitute, pricing_indicator 51, neither JW nor JZ, no like line with JW."""
    if line.claim_type != "professional" or of_record(line, "pricing_indicator") != "51":
        return False
    if not line.skin_substitute or bears_any(line, {"JW", "JZ"}):
        return False
    return not any(bears_any(other, {"JW"}) for other in alike(line))


def mod030_discard_modifiers_together(line: Line) -> bool:
    """JW and JZ on one line; or JZ while another line of the same code, date and provider bears JW."""
    if not bears_any(line, {"JZ"}):
        return False
    return bears_any(line, {"JW"}) or any(bears_any(other, {"JW"}) for other in alike_but_it(line))


def mod040_unknown_modifier(line: Line) -> bool:
    """unknown_modifier not none (not on A0021-A0999)."""
    return not is_ambulance(line.code) and unknown_modifier(line) != "none"


def mod050_ended_modifier(line: Line) -> bool:
    """ended_modifier not none (not on A0021-A0999)."""
    return not is_ambulance(line.code) and ended_modifier(line) != "none"


def mod060_discarded_without_administered(line: Line) -> bool:
    """skin_substitute with JW, and no line of the same code, date and provider without JW."""
    if not line.skin_substitute or not bears_any(line, {"JW"}):
        return False
    return all(bears_any(other, {"JW"}) for other in alike_but_it(line))
