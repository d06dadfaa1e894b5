"""What the service of a line, SV1 or SV2, tells: the code and its modifiers, units, charge and place."""

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from pydantic import ValidationError

from cleanclaim.claims import ClaimLine
from cleanclaim.read.x12.segments import text_of

SERVICES = {
    "SV1": {"procedure_code": 1, "charge": 2, "unit_of_measure": 3, "units": 4, "place_of_service": 5},
    "SV2": {"revenue_code": 1, "procedure_code": 2, "charge": 3, "unit_of_measure": 4, "units": 5},
}
"""The elements of services, by field."""
_UNITS = "UN"
"""The unit of measure where none is told."""
_QUALIFIERS = frozenset({"HC", "HP", "ER", "IV", "WK"})
"""Of a procedure code: HCPCS and CPT, HIPPS, and others."""
_MOST_MODIFIERS = 4
MOST_WITHIN_CODE = 1 + _MOST_MODIFIERS
"""Separators between a qualifier, a code and its modifiers; a description stands behind one more."""
_THREE_DIGITS = re.compile(r"[0-9]{3}")


_ANY_NUMBER, _ANY_DAY = 1, date(2026, 1, 1)


class Service(NamedTuple):
    """What a service tells."""

    fields: Mapping[str, object]
    description: str = ""
    wrong: str | None = None
    """Why its procedure cannot be read."""
    pattern: ClaimLine | None = None
    """A line of this service, with some number and day; None where there is none, or only this one line."""


def service(name: str, component: str, *elements: str) -> Service:
    """What the first five elements of SV1 or SV2 tell."""
    fields: dict[str, object] = {}
    description, wrong = "", None
    for field, number in SERVICES[name].items():
        text = elements[number - 1].strip() if number <= len(elements) else ""
        if text and field == "procedure_code":
            description, wrong = _take_procedure(fields, *text.split(component))
        elif text and text != _UNITS:
            fields[field] = _revenue_code(text) if field == "revenue_code" else text_of(text)
    return Service(fields, description, wrong)


@lru_cache(maxsize=4096)
def known_service(name: str, component: str, *elements: str) -> Service:
    """The same, remembered, with a pattern for its lines: providers bill few services many times.

    Not for one with a description, which is free text.
    """
    told = service(name, component, *elements)
    fields = {one: value for one, value in told.fields.items() if not isinstance(value, str) or value.strip()}
    own = {"line_number": _ANY_NUMBER, "date_of_service": _ANY_DAY}
    try:
        return told._replace(pattern=ClaimLine.model_validate({**fields, **own}))
    except ValidationError:
        return told


def _take_procedure(fields: dict[str, object], qualifier: str, *parts: str) -> tuple[str, str | None]:
    """Take up the qualifier of a code, the code and up to four modifiers; its description, and why it is none."""
    qualifier = qualifier.strip().upper()
    wrong = None
    if qualifier not in _QUALIFIERS:
        wrong = "its qualifier is none of HC, HP, ER, IV and WK"
        if not parts and len(qualifier) > len("HC"):
            wrong = "the header (ISA16) does not name what parts the qualifier from the code"
    elif qualifier != "HC":
        fields["code_qualifier"] = qualifier
    if parts:
        fields["procedure_code"] = text_of(parts[0])
        if modifiers := tuple(text_of(one) for one in parts[1:MOST_WITHIN_CODE] if one):
            fields["modifiers"] = modifiers
    return "".join(parts[MOST_WITHIN_CODE : MOST_WITHIN_CODE + 1]).strip(), wrong


def _revenue_code(text: str) -> str:
    """A revenue code of four digits; one of three, as 004010 writes it, has a zero before it."""
    return f"0{text}" if _THREE_DIGITS.fullmatch(text) else text
