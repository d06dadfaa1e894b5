"""The claims that are measured: of four lines each, clean ones and ones with findings."""

from collections.abc import Callable
from typing import Any

from cleanclaim import Claim

WITH_FINDINGS = 4
"""Every so many-th claim has findings."""

_Fields = dict[str, Any]


def clean_fields(number: int) -> _Fields:
    """A claim that passes every edit: every other one with skin substitutes and their application."""
    with_products = ("15271", "15272", "Q4257", "Q4390")
    without = ("99213", "97597", "15275", "99214")
    day = f"2026-{1 + number % 3:02d}-{1 + number % 28:02d}"
    codes = with_products if number % 2 else without
    units = (1, 2, 30 + number % 20, 25) if number % 2 else (1, 1, 1, 1)
    lines = [
        {"line_number": place, "procedure_code": code, "units": one, "date_of_service": day}
        for place, (code, one) in enumerate(zip(codes, units, strict=True), start=1)
    ]
    return {"claim_id": str(number), "payer_type": "medicare", "rendering_provider": "A", "lines": lines}


def _line(place: int, **fields: Any) -> Callable[[_Fields], None]:
    return lambda claim: claim["lines"][place].update(fields)


def _claim(**fields: Any) -> Callable[[_Fields], None]:
    return lambda claim: claim.update(fields)


def _without_application(claim: _Fields) -> None:
    for line, code in zip(claim["lines"], ("J1100", "J1200"), strict=False):
        line["procedure_code"] = code


_FAULTS = (
    _line(2, units="30.5"),
    _line(0, procedure_code="99213"),
    _line(3, modifiers=["GA", "GZ"]),
    _line(2, modifiers=["51"]),
    _line(1, procedure_code="15271", units=1),
    _line(2, units=None),
    _line(2, unit_of_measure="ME"),
    _line(2, modifiers=["JZ"]),
    _line(3, date_of_service="2025-09-30"),
    _line(0, rendering_provider="B"),
    _line(2, units=900),
    _claim(payer_type="unknown"),
    _without_application,
)
"""What is made wrong with a claim with skin substitutes, in turn."""


def claims_of_four_lines(count: int) -> list[Claim]:
    """Claims, of which every fourth has findings."""
    claims = []
    for number in range(count):
        if number % WITH_FINDINGS == WITH_FINDINGS - 1:
            fields = clean_fields(2 * number + 1)
            _FAULTS[number // WITH_FINDINGS % len(_FAULTS)](fields)
        else:
            fields = clean_fields(number)
        claims.append(Claim.model_validate(fields))
    return claims
