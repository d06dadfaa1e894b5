"""The text of a condition's tree is canonical: one tree has one text, and the text reads back as the tree."""

import pytest

from cleanclaim.facts import LINE_FACTS
from cleanclaim.predicate.parse import parse
from cleanclaim.predicate.sql import sql_text
from cleanclaim.predicate.tree import Condition, fact_names, parameter_names, pushed_down

from .vocabulary import PARAMETERS


def parsed(text: str) -> Condition:
    return parse(text, LINE_FACTS, PARAMETERS)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("UNITS_STATED='no'".lower(), "units_stated = 'no'"),
        ("units  !=  1.500", "units <> 1.5"),
        ("units = 007", "units = 7"),
        ("units = - -1", "units = 1"),
        ("units > .5", "units > 0.5"),
        ("((units)) = ((1))", "units = 1"),
        ("(units = 1 AND (units = 2 and units = 3))", "units = 1 and units = 2 and units = 3"),
        ("units = 1 or units = 2 and charge = 3", "units = 1 or (units = 2 and charge = 3)"),
        ("(units = 1 or units = 2) and charge = 3", "(units = 1 or units = 2) and charge = 3"),
        ("NOT units = 1", "not (units = 1)"),
        ("units not in (1, 2)", "not (units = 1 or units = 2)"),
        ("units in (1)", "units = 1"),
        ("units between 1 and 2", "units >= 1 and units <= 2"),
        ("units not between 1 and 2", "not (units >= 1 and units <= 2)"),
        ("round(units * 1.50)+1 > units", "(round((units * 1.5)) + 1) > units"),
        ("HAS_MODIFIER('GY')", "has_modifier('GY')"),
        ("procedure_code not in products", "not (procedure_code in products)"),
        ("units > allowance", "units > allowance"),
        ("date_of_service<'2026-01-01'", "date_of_service < '2026-01-01'"),
        ("ndc = 'it''s'", "ndc = 'it''s'"),
    ],
)
def test_ways_of_writing_one_condition_have_one_text(text: str, canonical: str) -> None:
    condition = parsed(text)
    assert str(condition) == canonical
    assert parsed(canonical) == condition


def test_two_trees_never_have_one_text() -> None:
    one_word = parsed("ndc = 'a'' or ndc = ''b'")
    two_words = parsed("ndc = 'a' or ndc = 'b'")
    assert one_word != two_words
    assert str(one_word) != str(two_words)


def test_facts_and_parameters_are_named_in_the_order_of_the_condition() -> None:
    condition = parsed(
        "units * allowance > charge and not has_modifier('GY') and (procedure_code in products or charge > most_units) "
        "and date_of_service < '2026-01-01'"
    )
    assert fact_names(condition) == ("units", "charge", "modifiers", "procedure_code", "date_of_service")
    assert parameter_names(condition) == ("allowance", "products", "most_units")


@pytest.mark.parametrize(
    ("text", "pushed"),
    [
        ("not (units = 1 and ndc = 'a')", "units <> 1 or ndc <> 'a'"),
        ("not (units < 1 or units >= 2)", "units >= 1 and units < 2"),
        ("not not units > 1", "units > 1"),
        ("not has_modifier('GY')", "not has_modifier('GY')"),
        ("not (procedure_code not in products)", "procedure_code in products"),
        ("units = 1 and not (units = 2 or units = 3)", "units = 1 and units <> 2 and units <> 3"),
    ],
)
def test_not_is_pushed_down_to_the_leaves(text: str, pushed: str) -> None:
    assert str(pushed_down(parsed(text))) == pushed


@pytest.mark.parametrize(
    ("text", "sql"),
    [
        ("ndc = 'it''s'", "ndc = 'it''s'"),
        ("ndc = 'a\\'", "ndc = 'a\\'"),
        ("has_modifier('GY')", "ARRAY_CONTAINS(modifiers, 'GY')"),
        ("date_of_service < '2026-01-01'", "date_of_service < CAST('2026-01-01' AS DATE)"),
        ("not (ndc = 'a' or ndc = 'b')", "NOT ((ndc = 'a' OR ndc = 'b'))"),
    ],
)
def test_sql_is_written_for_duckdb(text: str, sql: str) -> None:
    assert sql_text(parsed(text), PARAMETERS, "duckdb") == sql


def test_sql_for_spark_escapes_what_spark_would_read_as_an_escape() -> None:
    assert sql_text(parsed("ndc = 'a\\'"), PARAMETERS, "spark") == "ndc = 'a\\\\'"
    assert sql_text(parsed("has_modifier('GY')"), PARAMETERS, "spark") == "ARRAY_CONTAINS(modifiers, 'GY')"
