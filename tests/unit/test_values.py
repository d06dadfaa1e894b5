"""The values that claims and records are made of: exact numbers, real days, codes, and how they are written."""

import json
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from cleanclaim.claims import ClaimLine
from cleanclaim.edits import Period
from cleanclaim.values import Charge, Day, Units, code_text, folded, iso_day, listed, quantity, shortest

from .settings import examples

UNITS, CHARGE, DAY = TypeAdapter(Units), TypeAdapter(Charge), TypeAdapter(Day)
units = st.integers(-9_999_999_999, 9_999_999_999).map(lambda thousandths: Decimal(thousandths) / 1000)


def of(value: object, places: int = 3) -> Decimal:
    return quantity(value, whole_digits=7, places=places)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("12", "12"), ("12.5", "12.5"), ("12.", "12"), (".5", "0.5"), ("+3", "3"), ("-3.250", "-3.25"),
        (" 7\t\r\n", "7"),
        ("007", "7"), ("0.1000000000000000", "0.1"), (12, "12"), (12.5, "12.5"), (0.1, "0.1"), (1e6, "1000000"),
        (Decimal("1E+3"), "1000"), (Decimal("0E-20"), "0"), ("9999999.999", "9999999.999"), (-9999999, "-9999999"),
    ],
)  # fmt: skip
def test_plain_numbers_are_read_exactly(value: object, expected: str) -> None:
    assert of(value) == Decimal(expected)
    assert shortest(of(value)) == expected


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("", "in digits"), (" ", "in digits"), ("1e3", "in digits"), ("1,000", "in digits"), ("0x10", "in digits"),
        ("nan", "in digits"), ("inf", "in digits"), ("1_000", "in digits"), ("- 1", "in digits"), (".", "in digits"),
        ("\u0661", "in digits"), ("1\u00a0", "in digits"), ("1.5.5", "in digits"), ("--1", "in digits"),
        (None, "a number is wanted"), (True, "a number is wanted"), ([1], "a number is wanted"),
        (1j, "a number is wanted"),
        (float("nan"), "a number is wanted"), (float("inf"), "a number is wanted"),
        (Decimal("NaN"), "a number is wanted"),
        (Decimal("sNaN"), "a number is wanted"), (Decimal("-Infinity"), "a number is wanted"),
        ("10000000", "below 10,000,000"), (10_000_000, "below 10,000,000"), (-10_000_000, "below 10,000,000"),
        ("-10000000.000", "below 10,000,000"), (1e300, "below 10,000,000"), (Decimal("1E+999999"), "below 10,000,000"),
        (10**50, "below 10,000,000"), ("9" * 61, "too long"), ("0." + "0" * 60, "too long"),
        ("0.0001", "more than 3 decimal places"), (0.1 + 0.2, "more than 3 decimal places"),
        (Decimal("1E-999999"), "more than 3 decimal places"), (1e-300, "more than 3 decimal places"),
        ("1.00000000000000000000000000000000001", "more than 3 decimal places"),
        ("9999999.9999", "more than 3 decimal places"), ("-0.0000001", "more than 3 decimal places"),
    ],
)  # fmt: skip
def test_what_is_no_plain_number_is_refused(value: object, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        of(value)


@examples(300)
@given(units)
def test_a_number_is_the_same_however_it_is_given(number: Decimal) -> None:
    assert of(number) == number
    assert of(f"{number:f}") == number
    assert of(shortest(number)) == number
    assert of(float(number)) == number
    assert of(f"{number:f}").as_tuple().exponent == -3


@examples(300)
@given(st.text(alphabet="0123456789.+- e,\u0661", max_size=70), st.integers(0, 3))
def test_text_is_a_number_exactly_or_refused(text: str, places: int) -> None:
    try:
        number = of(text, places)
    except ValueError:
        return
    assert number == Decimal(text.strip(" "))
    assert abs(number) < 10_000_000
    assert number == round(number, places)


@examples(300)
@given(st.one_of(st.floats(), st.decimals(), st.integers()))
def test_any_number_is_taken_exactly_or_refused(value: Any) -> None:
    try:
        number = of(value)
    except ValueError:
        return
    assert number == (Decimal(repr(value)) if isinstance(value, float) else Decimal(value))


@examples(300)
@given(units)
def test_a_number_is_written_shortest(number: Decimal) -> None:
    text = shortest(of(number))
    assert Decimal(text) == number
    assert "E" not in text
    assert "e" not in text
    assert text not in ("-0", "")
    assert not ("." in text and text.endswith(("0", ".")))
    assert text.lstrip("-") == "0" or not text.lstrip("-").startswith("00")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("100"), "100"), (Decimal("1E+2"), "100"), (Decimal("100.000"), "100"), (Decimal("-0.000"), "0"),
        (Decimal("0"), "0"),
        (Decimal("0.500"), "0.5"), (Decimal("1E-7"), "0.0000001"), (5, "5"), ("words stay", "words stay"),
        (date(2026, 1, 5), "2026-01-05"),
        (date(1, 1, 1), "0001-01-01"),
    ],
)  # fmt: skip
def test_values_are_written_without_exponents_and_with_iso_days(value: Any, text: str) -> None:
    assert shortest(value) == text


def test_no_line_bills_minus_nothing() -> None:
    assert str(of("-0")) == str(of("-0.000")) == "0.000"


@examples(200)
@given(st.dates())
def test_a_day_reads_back(day: date) -> None:
    assert iso_day(day) == day
    assert iso_day(day.isoformat()) == day
    assert iso_day(f" {day.isoformat()}\n") == day
    assert shortest(day) == day.isoformat()
    assert DAY.validate_python(day.isoformat()) == day


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("2026-02-30", "there is no such day"), ("2025-02-29", "there is no such day"),
        ("0000-01-01", "there is no such day"),
        ("2026-13-01", "there is no such day"), ("20260101", "a day is written"), ("2026-1-1", "a day is written"),
        ("01/15/2026", "a day is written"), ("2026-01-15T00:00:00", "a day is written"), ("", "a day is written"),
        ("\u0662026-01-01", "a day is written"), ("2026-W01-1", "a day is written"), (20260101, "a day is written"),
        (None, "a day is written"),
        (datetime(2026, 1, 1), "a day is written"),  # noqa: DTZ001
    ],
)  # fmt: skip
def test_what_is_no_day_is_refused(value: object, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        iso_day(value)
    with pytest.raises(ValidationError):
        DAY.validate_python(value)


@examples(200)
@given(st.text(max_size=12))
def test_codes_are_stripped_and_upper_cased_in_ascii_alone(text: str) -> None:
    code = code_text(text)
    assert code == code_text(code) == code_text(f" \t{text}\r\n")
    assert [one for one in code if not one.isascii()] == [one for one in text if not one.isascii()]
    assert not any("a" <= one <= "z" for one in code)


def test_letters_of_other_alphabets_stay_as_they_are() -> None:
    assert code_text(" q4257\n") == "Q4257"
    assert code_text("\u017f\u00a0ß\u0131") == "\u017f\u00a0ß\u0131"


@pytest.mark.parametrize(
    ("text", "plain"),
    [("A  b\n C", "a b c"), ("", ""), ("\u00a0x\u2003y ", "x y"), ("STRASSE", "strasse"), ("Straße", "strasse")],
)
def test_text_is_folded_for_comparison(text: str, plain: str) -> None:
    assert folded(text) == plain


@pytest.mark.parametrize(
    ("words", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_words_are_listed_as_a_sentence_lists_them(words: list[str], text: str) -> None:
    assert listed(words) == text
    assert listed(iter(words), last="or") == text.replace("and", "or")


def test_units_and_charges_have_limits_of_their_own() -> None:
    assert UNITS.validate_python("9999999.999") == Decimal("9999999.999")
    assert CHARGE.validate_python("999999999999999.99") == Decimal("999999999999999.99")
    for adapter, wrong in ((UNITS, "10000000"), (UNITS, "1.0001"), (CHARGE, "1000000000000000"), (CHARGE, "1.005")):
        with pytest.raises(ValidationError):
            adapter.validate_python(wrong)


@examples(100)
@given(units)
def test_a_line_writes_and_reads_its_units_without_loss(number: Decimal) -> None:
    made = ClaimLine.model_validate({"line_number": 1, "date_of_service": "2026-01-01", "units": number})
    written = made.model_dump_json()
    assert json.loads(written)["units"] == shortest(number)
    assert ClaimLine.model_validate_json(written) == made


@examples(200)
@given(st.none() | st.dates(), st.none() | st.dates(), st.dates())
def test_a_period_holds_its_first_and_its_last_day(first: date | None, last: date | None, day: date) -> None:
    if first and last and first > last:
        with pytest.raises(ValidationError, match="the period ends before it starts"):
            Period(first=first, last=last)
        return
    period = Period(first=first, last=last)
    assert (day in period) == ((first is None or first <= day) and (last is None or day <= last))
    assert all(end is None or end in period for end in (first, last))
