"""What is no condition is refused, with the reason, and with the nearest right name where a name is wrong."""

import random
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanclaim.facts import CLAIM_FACTS, LINE_FACTS
from cleanclaim.predicate.parse import ConditionRefused, parse
from cleanclaim.predicate.tree import Condition

from ..settings import examples
from .agreement import groups_in
from .vocabulary import PARAMETERS


def parsed(text: str) -> Condition:
    return parse(text, LINE_FACTS, PARAMETERS)


def reason(text: str) -> str:
    with pytest.raises(ConditionRefused) as refused:
        parsed(text)
    return str(refused.value)


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("unit = 1", "units"),
        ("UNITS = 1", "units"),
        ("coverage = 'C'", "coverage_code"),
        ("date_of_servise > '2026-01-01'", "date_of_service"),
        ("units > alowance", "allowance"),
        ("procedure_code in product", "products"),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest_right_one(text: str, nearest: str) -> None:
    assert f"nearest: {nearest}" in reason(text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("units = 'one'", "a number is compared with a word"),
        ("units = '1'", "a number is compared with a word"),
        ("ndc = 1", "a word is compared with a number"),
        ("coverage_code = units", "a word is compared with a number"),
        ("date_of_service > 20260101", "a date is compared with a number"),
        ("date_of_service > '20260101'", "a date is compared with a word"),
        ("date_of_service > ' 2026-01-01'", "a date is compared with a word"),
        ("date_of_service > '2026-1-1'", "a date is compared with a word"),
        ("date_of_service > units", "a date is compared with a number"),
        ("date_of_service between 1 and 2", "a date is compared with a number"),
        ("units in (1, 'two')", "a number is compared with a word"),
        ("date_of_service + 1 > '2026-01-01'", "a number is wanted"),
        ("date_of_service - code_added_date > 1", "a number is wanted"),
        ("round(ndc) = 1", "a number is wanted"),
        ("ndc > 'a'", "words have no order"),
        ("ndc between 'a' and 'b'", "words have no order"),
        ("1 = 1", "no fact is compared"),
        ("allowance > 1", "no fact is compared"),
        ("'a' = 'b'", "no fact is compared"),
        ("round(1.5) = 2", "no fact is compared"),
    ],
)
def test_values_of_two_types_are_not_compared(text: str, why: str) -> None:
    assert why in reason(text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("coverage_code = 'X'", "coverage_code is never 'X'; it is one of C, D, I, M, S, none, unknown"),
        ("coverage_code in ('C', 'c')", "coverage_code is never 'c'"),
        ("'maybe' <> described", "described is never 'maybe'; it is one of yes, no"),
        ("procedure_code = 'Q42'", "a procedure code has five characters"),
        ("procedure_code = 'q4257'", "a procedure code has five characters"),
        ("procedure_code in ('Q4257', 'Q 257')", "a procedure code has five characters"),
        ("date_of_service = '2026-02-30'", "there is no such day in the calendar"),
        ("date_of_service in ('2026-02-28', '2025-02-29')", "there is no such day in the calendar"),
        ("date_of_service = '0000-01-01'", "there is no such day in the calendar"),
    ],
)
def test_a_value_that_a_fact_never_has_is_refused(text: str, why: str) -> None:
    assert why in reason(text)


@pytest.mark.parametrize(
    "text",
    [
        "has_modifier('gy')", "has_modifier('GYX')", "has_modifier('G')", "has_modifier('')", "has_modifier('é1')",
        "has_modifier(GY)", "has_modifier()", "has_modifier('GY', 'GA')", "has_modifier(N'GY')", "has_modifier(59)",
        "has_modifier(distinct 'GY')",
    ],
)  # fmt: skip
def test_has_modifier_wants_one_quoted_modifier(text: str) -> None:
    assert "has_modifier wants one quoted modifier of two characters" in reason(text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("modifiers = 'GY'", "modifiers are tested with has_modifier('..')"),
        ("has_modifier('GY') = 'yes'", "Anonymous is not allowed"),
        ("x.has_modifier('GY')", "Dot is no condition"),
        ("has_modifier('GY') over ()", "Window is no condition"),
        ("had_modifier('GY')", "Anonymous is no condition"),
    ],
)
def test_modifiers_are_tested_in_one_way_only(text: str, why: str) -> None:
    assert why in reason(text)


@pytest.mark.parametrize("strange", ["==", ";", "--", "/*", '"', "`", "#", "\\", "$"])
def test_signs_that_mean_different_things_to_different_readers_are_refused(strange: str) -> None:
    text = f"units = 1 and ndc = ''''{strange} or units = 2"
    assert reason(text) == f"column {text.index(strange) + 1}: {strange} has no place in a condition"


def test_the_same_signs_inside_a_quoted_word_are_text() -> None:
    word = '==;--/*"`#\\$ *//'
    assert str(parsed(f"ndc = '{word}'")) == f"ndc = '{word}'"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("units is null", "Is is no condition"),
        ("units is not null", "Is is no condition"),
        ("units = null", "Null is not allowed"),
        ("true", "Boolean is no condition"),
        ("()", "Tuple is no condition"),
        ("\x00", "Column is no condition"),
        ("units", "Column is no condition"),
        ("not units", "Column is no condition"),
        ("units::int = 1", "Cast is not allowed"),
        ("cast(units as int) = 1", "Cast is not allowed"),
        ("date_of_service = date '2026-01-01'", "Cast is not allowed"),
        ("units = 1 as x", "Alias is no condition"),
        ("units = 1_000", "Alias is no condition"),
        ("units = 0x10", "Alias is no condition"),
        ("units in (select 1)", "in wants a list of constants"),
        ("units = (select 1)", "is not allowed"),
        ("exists (select 1)", "Exists is no condition"),
        ("select 1", "Select is no condition"),
        ("drop table line_fact", "Drop is no condition"),
        ("units = 1 union select 1", "Union is no condition"),
        ("units * units = 1", "a product is of one fact"),
        ("units * (units + 1) = 1", "a product is of one fact"),
        ("2 * units = 1", "a product is of one fact, on the left"),
        ("units / 2 = 1", "Div is not allowed"),
        ("units % 2 = 1", "Mod is not allowed"),
        ("ndc || 'a' = 'ba'", "DPipe is not allowed"),
        ("-units = 1", "only a number can be negated"),
        ("round(units, 1) = 1", "round takes one argument"),
        ("round(distinct units) = 1", "Distinct is not allowed"),
        ("abs(units) = 1", "Abs is not allowed"),
        ("units = 1e3", "a number has at most nine digits and three decimal places"),
        ("units = 1.2345", "a number has at most nine digits and three decimal places"),
        ("units = 1234567890", "a number has at most nine digits and three decimal places"),
        ("units = 5.", "a number has at most nine digits and three decimal places"),
        ("ndc like 'a%'", "Like is no condition"),
        ("units <=> 1", "NullSafeEQ is no condition"),
        ("units between symmetric 1 and 2", "between takes the lower bound first"),
        ("case when units = 1 then true end", "Case is no condition"),
        ("units = 1 = 1", "EQ is not allowed"),
        ("(units, ndc) = (1, 'a')", "Tuple is not allowed"),
        ("units = :x", "Placeholder is not allowed"),
        ("units = ?", "Placeholder is not allowed"),
        ("units[1] = 1", "Bracket is not allowed"),
        ("[units] = 1", "Array is not allowed"),
        ("ndc = N'a'", "National is not allowed"),
        ("ndc = 'a' 'b'", "Concat is not allowed"),
        ("ndc = U&'a'", "BitwiseAnd is not allowed"),
        ("line_fact.units = 1", "a bare name is wanted"),
        ("procedure_code in line_fact.products", "a bare name is wanted"),
        ("procedure_code in ()", "in wants a list of constants"),
        ("units in (1, charge)", "in wants constants"),
        ("procedure_code in allowance", "allowance is no list parameter"),
        ("units in products", "only a code can be in a list parameter"),
        ("coverage_code in products", "only a code can be in a list parameter"),
        ("products = 'a'", "a list parameter is used with in"),
    ],
)
def test_what_is_not_on_the_white_list_is_refused(text: str, why: str) -> None:
    assert why in reason(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "   ", "units = 1 and", "units = 1 or or units = 2", "units = = 1", "(units = 1", "ndc = 'open",
        "units ! 1",
        "ndc = X'ff'", "ndc = e'a'", "units ~ 1", "units = 1 && units = 2", "{% x %}", "units \uff1d 1", "and",
        "units = 1 limit 1", "units x = 1", "grant ''", "units = struct{:1}", "f('' => 1) = 1",
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused(text: str) -> None:
    assert reason(text).startswith("cannot be read")


def test_a_condition_that_is_too_long_is_refused() -> None:
    longest = f"ndc in ('{'x' * 3989}')"
    assert len(longest) == 4000
    assert str(parsed(longest)).startswith("ndc = 'xxx")
    assert reason(longest + " ") == "is longer than 4000 characters"


def test_a_condition_that_is_too_deep_is_refused() -> None:
    parsed("(" * 40 + "units = 1" + ")" * 40)
    assert reason("(" * 41 + "units = 1" + ")" * 41) == "is nested more than 40 deep"


@pytest.mark.parametrize(
    "text", ["not " * 900 + "units = 1", "- " * 1900 + "1 < units", "units" + "+1" * 1900 + " > 5"]
)
def test_depth_without_brackets_is_refused_or_read_but_never_overflows(text: str) -> None:
    with suppress(ConditionRefused):
        parsed(text)


def test_a_claim_as_a_whole_has_no_modifiers_and_no_date() -> None:
    for text, why in (
        ("has_modifier('GY')", "a claim as a whole has no modifiers"),
        ("units > 1", "unknown fact"),
        ("claim_type = 'dme' and 1 < allowance", "no date of service to look the parameter up at"),
    ):
        with pytest.raises(ConditionRefused, match=why):
            parse(text, CLAIM_FACTS, PARAMETERS)


def test_and_or_groups_are_counted_after_flattening() -> None:
    assert groups_in(parsed("units = 1")) == 0
    assert groups_in(parsed("units = 1 and (units = 2 and (units = 3 and units = 4))")) == 1
    assert groups_in(parsed("not (units = 1 or units = 2) and charge = 1")) == 1
    assert groups_in(parsed("ndc = 'a' and (units = 1 or (units = 2 or units = 3))")) == 2


_PIECES = (
    "units", "ndc", "date_of_service", "procedure_code", "products", "allowance", "modifiers", "x", "'a'",
    "'2026-01-01'",
    "1", "1.5", "-", "(", ")", "[", "]", "{", "}", ",", ".", ":", "::", "=", "<", ">", "<>", "!", "||", "|", "&", "*",
    "+",
    "%", "@", "?", "~", "^", "and", "or", "not", "in", "between", "is", "null", "case", "when", "then", "end", "select",
    "from", "where", "exists", "cast", "as", "interval", "date", "array", "struct", "round", "has_modifier", "over",
    "any",
    "values", "with", "lateral", "unnest", "like", "escape", "set", "drop", "table", "grant", "'", "''", "0x1", "1e9",
    "é",
)  # fmt: skip


@examples(400)
@given(st.integers(0, 2**32))
def test_whatever_is_written_is_a_condition_or_refused(seed: int) -> None:
    chance = random.Random(seed)
    text = chance.choice((" ", "")).join(chance.choice(_PIECES) for _ in range(chance.randint(1, 14)))
    try:
        condition = parsed(text)
    except ConditionRefused:
        return
    assert parsed(str(condition)) == condition
