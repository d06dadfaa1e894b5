"""What elements of an 837 hold: which segments it has, and the values of those that a claim is made of.

From the implementation guides 005010X222 and 005010X223; where those of 004010 write a value otherwise, that is read
too.
"""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from cleanclaim.claims import PayerType

PASSED_OVER = frozenset({
    "AMT", "BHT", "CAS", "CL1", "CN1", "CR1", "CR2", "CR3", "CR4", "CR5", "CR6", "CR7", "CR8", "CRC", "CTP", "CUR",
    "DMG", "DN1", "DN2", "DSB", "FRM", "HCP", "HI", "HSD", "IMM", "K3", "LE", "LQ", "LS", "MEA", "MIA", "MOA", "N1",
    "N2", "N3", "N4", "OI", "PAT", "PER", "PS1", "PWK", "QTY", "REF", "SVD", "TOO", "UR",
})  # fmt: skip
"""Segments of an 837 that say nothing of what a claim is made of here: diagnoses, payments, persons and places."""
OTHER_SERVICES = frozenset({"SV3", "SV4", "SV5", "SV6", "SV7"})
_MEDICARE, _MEDICARE_ADVANTAGE, _NOT_KNOWN = ("MA", "MB"), "16", ("", "ZZ")
_OTHER_PAYERS = frozenset({
    "09", "10", "11", "12", "13", "14", "15", "17", "AM", "BL", "CH", "CI", "DS", "FI", "HM", "LI", "LM", "MC", "OF",
    "TV", "VA", "WC",
})  # fmt: skip
_GUIDE = re.compile(r"00[45]010X(\d{3})(A\d)?")
_KINDS = {"222": "SV1", "223": "SV2", "098": "SV1", "096": "SV2"}
"""Guides of professional and institutional claims, of 005010 and 004010, with the segment of their services."""
_IDENTIFIER = re.compile(r"(?=[^0-9]*[0-9])[0-9A-Za-z-]{2,80}")
_AMOUNT = re.compile(r"-?[0-9]*\.?[0-9]+|-?[0-9]+\.")
_DAY = re.compile(r"[0-9]{8}")
_NATIONAL_PROVIDER, _LONGEST_IDENTIFIER = 10, 80
TAXONOMY, DRUG = 10, 13
"""Characters of a taxonomy code, and of a national drug code with hyphens, at most."""
MOST_ELEMENTS = {
    "HL": 5, "PRV": 7, "NM1": 13, "SBR": 10, "CLM": 21, "LX": 2, "DTP": 4, "LIN": 32, "NTE": 3, "SV1": 22, "SV2": 11,
    **dict.fromkeys(OTHER_SERVICES, 100),
}  # fmt: skip
"""Of segments that tell something of a claim, with their name: where there are more, another has run into it."""
_FIRST_NUMBERS = {str(number): number for number in range(1, 1_000)}
_NUMBER = re.compile(r"0{0,5}[1-9][0-9]{0,5}", re.ASCII)


def element(elements: Sequence[str], number: int) -> str:
    """An element of a segment by its number, from 1; blank where there is none."""
    return elements[number].strip() if number < len(elements) else ""


def service_segment(guide: str) -> str | None:
    """The segment of services in claims of an implementation guide, as ST03 and GS08 name it; None for any other."""
    match = _GUIDE.fullmatch(guide.upper())
    return _KINDS.get(match[1]) if match else None


def names_guide(text: str) -> bool:
    """Whether a text is the name of an implementation guide."""
    return bool(_GUIDE.fullmatch(text.upper()))


def payer_type(indicator: str) -> PayerType | None:
    """The kind of payer that SBR09 tells; None where it holds none of the codes."""
    indicator = indicator.upper()
    if indicator in _MEDICARE:
        return "medicare"
    if indicator == _MEDICARE_ADVANTAGE:
        return "medicare_advantage"
    if indicator in _NOT_KNOWN:
        return "unknown"
    return "other" if indicator in _OTHER_PAYERS else None


def is_amount(text: str) -> bool:
    """Whether a text is an amount of money as X12 writes it."""
    return bool(_AMOUNT.fullmatch(text))


def line_number(text: str | None) -> int | None:
    """The number that LX01 tells; None where it tells none."""
    if text in _FIRST_NUMBERS:
        return _FIRST_NUMBERS[text]
    return int(text) if text and _NUMBER.fullmatch(text.strip()) else None


def is_identifier(text: str, most: int) -> bool:
    """Whether a text may be a number of at most so many characters, rather than a name that came in its place."""
    return len(text) <= most and bool(_IDENTIFIER.fullmatch(text))


def provider(elements: Sequence[str]) -> str | None:
    """The identifier of a provider that NM1 tells, blank where it tells none; None for what is none."""
    text = element(elements, 9)
    most = _NATIONAL_PROVIDER if element(elements, 8).upper() == "XX" else _LONGEST_IDENTIFIER
    return text if not text or is_identifier(text, most) else None


@lru_cache(maxsize=4096)
def days(form: str = "", text: str = "") -> tuple[date, date]:
    """The first and last day that DTP02 and DTP03 tell: a day, a day and time, or two days. Raises ValueError."""
    text = text.strip()
    match form.strip().upper():
        case "D8":
            first = last = text
        case "DT":
            first = last = text[:8]
        case "RD8":
            first, _, last = text.partition("-")
        case _:
            raise ValueError("DTP02 is none of D8, DT and RD8")
    return _day(first), _day(last)


def _day(text: str) -> date:
    if not _DAY.fullmatch(text):
        raise ValueError("a day is written in eight digits, as 20260131")
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        raise ValueError("there is no such day in the calendar") from None
