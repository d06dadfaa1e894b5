"""The values that claims, code records and facts are made of: text, days, quantities, and how they are written.

Quantities are exact decimals; a float never holds one. Days are calendar days without a time or a zone.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import ROUND_DOWN, Context, Decimal
from functools import lru_cache
from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainSerializer, WithJsonSchema

FIRST_DAY = date(1, 1, 1)
LAST_DAY = date(9999, 12, 31)

_ASCII_BLANKS = " \t\r\n"
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)", re.ASCII)
_WIDE = Context(prec=60, rounding=ROUND_DOWN)
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_SHORT = 12
"""Characters of a text that may be a code, of which there are few, each met many times."""
_put = object.__setattr__
_ASCII_LOWER = {ord(letter): letter.upper() for letter in "abcdefghijklmnopqrstuvwxyz"}


class Model(BaseModel):
    """The base of every model: immutable, no field but its own, and no input in its errors: it may name a patient."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, hide_input_in_errors=True)

    def with_valid(self, values: Mapping[str, object]) -> Self:
        """The same with other values of fields that were set, each known to be valid: `model_copy` at half the cost."""
        made = type(self).__new__(type(self))
        _put(made, "__dict__", {**self.__dict__, **values})
        _put(made, "__pydantic_fields_set__", self.__pydantic_fields_set__)
        _put(made, "__pydantic_extra__", None)
        _put(made, "__pydantic_private__", None)
        return made


def code_text(text: str) -> str:
    """A code as it is compared: blanks, tabs and line ends stripped, ASCII letters upper-cased, the rest kept."""
    return _short_code_text(text) if len(text) <= _SHORT else text.strip(_ASCII_BLANKS).translate(_ASCII_LOWER)


@lru_cache(maxsize=4096)
def _short_code_text(text: str) -> str:
    return text.strip(_ASCII_BLANKS).translate(_ASCII_LOWER)


def is_text(text: str) -> bool:
    """Whether text can be written as UTF-8: it holds no lone surrogate, as bytes that are no text are read as."""
    return text.isascii() or not any("\ud800" <= character <= "\udfff" for character in text)


def folded(text: str) -> str:
    """Text for comparison: runs of blanks are one blank, case is ignored."""
    return " ".join(text.split()).casefold()


def iso_day(value: object) -> date:
    """The day that ISO text (2026-01-31) names. Raises ValueError for any other value."""
    if type(value) is date:
        return value
    if not isinstance(value, str) or not _ISO_DAY.fullmatch(value.strip(_ASCII_BLANKS)):
        raise ValueError("a day is written year-month-day, as 2026-01-31")
    try:
        return date.fromisoformat(value.strip(_ASCII_BLANKS))
    except ValueError:
        raise ValueError("there is no such day in the calendar") from None


def quantity(value: object, *, whole_digits: int, places: int) -> Decimal:
    """An exact number with at most so many whole digits and decimal places, trailing zeros aside.

    Raises ValueError for text that is not a plain number, for more digits or places, and for NaN or infinity.
    """
    if isinstance(value, str):
        return _quantity_of_text(value, whole_digits, places)
    if isinstance(value, bool) or not isinstance(value, (int, float, Decimal)):
        raise ValueError("a number is wanted")
    if isinstance(value, int):
        if abs(value) >= 10**whole_digits:
            raise ValueError(f"the number must be below {10**whole_digits:,}")
        number = Decimal(value)
    else:
        number = Decimal(repr(value)) if isinstance(value, float) else value
    return _fitting(number, whole_digits, places)


@lru_cache(maxsize=4096)
def _quantity_of_text(value: str, whole_digits: int, places: int) -> Decimal:
    text = value.strip(_ASCII_BLANKS)
    if not _NUMBER.fullmatch(text):
        raise ValueError("a number is written in digits, as 12 or 12.5")
    if len(text) > 60:
        raise ValueError("the number is too long")
    return _fitting(Decimal(text), whole_digits, places)


def _fitting(number: Decimal, whole_digits: int, places: int) -> Decimal:
    if not number.is_finite():
        raise ValueError("a number is wanted")
    if abs(number) >= 10**whole_digits:
        raise ValueError(f"the number must be below {10**whole_digits:,}")
    exact = number.quantize(Decimal(1).scaleb(-places), context=_WIDE)
    if exact != number:
        raise ValueError(f"the number has more than {places} decimal places")
    return abs(exact) if exact == 0 else exact


def shortest(value: str | int | Decimal | date) -> str:
    """A value as reports write it: no exponent, no trailing zero, days in ISO form."""
    if isinstance(value, Decimal):
        text = f"{value:f}"
        if "." in text:
            text = text.rstrip("0").rstrip(".")
        return "0" if text in ("-0", "") else text
    return value if isinstance(value, str) else str(value)


def listed(words: Iterable[str], last: str = "and") -> str:
    """Words as a sentence lists them: "a, b and c"."""
    *most, final = list(words) or [""]
    return f"{', '.join(most)} {last} {final}" if most else final


def _units(value: object) -> Decimal:
    return quantity(value, whole_digits=7, places=3)


def _charge(value: object) -> Decimal:
    return quantity(value, whole_digits=15, places=2)


def _plain_number(**schema: Any) -> WithJsonSchema:
    return WithJsonSchema(
        {"anyOf": [{"type": "number"}, {"type": "string", "pattern": r"^[+-]?\d+(\.\d+)?$"}], **schema}
    )


_as_shortest = PlainSerializer(shortest, return_type=str, when_used="json")

Day = Annotated[date, BeforeValidator(iso_day), WithJsonSchema({"type": "string", "format": "date"})]
"""A calendar day, ISO text or a date."""
Units = Annotated[
    Decimal,
    BeforeValidator(_units),
    _as_shortest,
    _plain_number(description="below 10,000,000; at most three decimal places"),
]
"""Units of service: below 10,000,000, at most three decimal places."""
Charge = Annotated[
    Decimal, BeforeValidator(_charge), _as_shortest, _plain_number(description="dollars; at most two decimal places")
]
"""US dollars, at most two decimal places."""


def numbered(texts: Iterable[str]) -> list[str]:
    """What stands for each free text of a claim, which may name a patient: the same for the same text."""
    known: dict[str, str] = {}
    return [known.setdefault(text, f"text {len(known) + 1}") for text in texts]
