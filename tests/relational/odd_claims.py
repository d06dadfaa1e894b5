"""Random claims whose every text may be one that a program trips over; all of them can be read."""

from collections.abc import Sequence
from typing import Any

from tests.unit.predicate import vocabulary as words
from tests.unit.predicate.making import Pick

from cleanclaim import Claim

TEXTS = (
    *(text for text in words.WORDS if text.strip() and "\x00" not in text), "NULL", "nan", "\\N", '""', "€,€",
)  # fmt: skip
"""What may stand in a field of free text; a NUL is tried where files are read."""
CODES = (*(code for code in words.CODES if code.strip()), "Q4257", "Q4257", "A0428", "C5271", "Q4100", "97602", *TEXTS)
DAYS = tuple(map(str, words.DAYS[3:8]))
_SELDOM_DAYS = tuple(map(str, words.DAYS))
_MODIFIERS = (*words.MODIFIERS, "GX", "JZ", "SG", "76", "gy", "é1", "😀x", "'\"", "%4", "\\\\")
_CHARGES = (None, "10", "10", *(str(one) for one in words.CHARGES if one == round(one, 2)))
_RARELY = (False,) * 9 + (True,)


def odd_claim(pick: Pick, claim_id: str) -> Claim:
    """A claim of one to six lines, which often share code, day and provider."""
    kind = pick(("professional", "professional", "institutional", "dme"))
    codes, days = [pick(CODES) for _ in range(3)], [pick(DAYS), pick(DAYS), pick(_SELDOM_DAYS)]
    of_claim = {
        "claim_id": claim_id, "claim_type": kind,
        "payer_type": pick(("medicare", "medicare", "medicare_advantage", "other", "unknown")),
        "type_of_bill": pick(("131", "851", "111", None)) if kind == "institutional" else None,
        "billing_taxonomy": pick((None, "261QA1903X", *TEXTS)), "billing_provider": pick((None, *TEXTS)),
        "rendering_provider": pick((None, *TEXTS)), "place_of_service": pick((None, "11", "24")),
    }  # fmt: skip
    numbers = pick(((1,), (1,), (1, 2), (3, 2, 1), (1, 2, 3, 4), (7, 999_999, 64, 128, 1, 2)))
    lines = [_line(pick, number, codes, days, is_institutional=kind == "institutional") for number in numbers]
    if len(lines) > 1 and pick((False, True)):
        lines[-1] = {**lines[0], "line_number": numbers[-1]}
    return Claim.model_validate({**of_claim, "lines": lines})


def _line(
    pick: Pick, number: int, codes: Sequence[str], days: Sequence[str], *, is_institutional: bool
) -> dict[str, Any]:
    line = {
        "line_number": number, "procedure_code": pick(codes), "date_of_service": pick(days),
        "units": pick((None, "1", "1", "2", *map(str, words.UNITS))),
        "modifiers": [pick(_MODIFIERS) for _ in range(pick((0, 0, 1, 2, 4)))],
        "charge": pick(_CHARGES),
        "rendering_provider": pick((None, None, "one", pick(TEXTS))), "place_of_service": pick((None, "24", "22")),
        "ndc": pick((None, None, *TEXTS)), "description": pick((None, None, *TEXTS)),
        "code_qualifier": pick(("HC", "HC", "HC", "HP", "ER")), "unit_of_measure": pick(("UN", "UN", "MJ")),
    }  # fmt: skip
    if is_institutional:
        line["revenue_code"] = pick((None, "0510", "0024"))
        line["procedure_code"] = pick((None, line["procedure_code"], line["procedure_code"]))
    if pick(_RARELY):
        line["date_of_service_end"] = pick(days)
    return line
