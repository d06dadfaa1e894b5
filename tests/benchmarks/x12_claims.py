"""Professional claims as X12 837, made up: any number, as the guides order them, the same each time."""

from collections.abc import Iterator
from pathlib import Path

_PER_TRANSACTION = 1_000
_LINES = (3, 4, 3, 4)
_CODES = ("99213", "15271", "Q4257", "15272", "J0696", "97597")
_MODIFIERS = ("", ":25", "", "", ":59", "")
_DAYS = tuple(f"202601{day:02}" for day in range(5, 30))
_HEADER = (
    "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260115*1200*^*00501*000000001*0*T*:",
    "GS*HC*SENDER*RECEIVER*20260115*1200*1*X*005010X222A1",
)
_BEGINNING = (
    "BHT*0019*00*1*20260115*1200*CH", "NM1*41*2*BILLING SERVICE*****46*12345", "PER*IC*DESK*TE*5550100000",
    "NM1*40*2*RECEIVER*****46*54321", "HL*1**20*1", "PRV*BI*PXC*213E00000X", "NM1*85*2*WOUND CLINIC*****XX*1234567893",
    "N3*1 ROAD", "N4*TOWN*PA*171110000", "REF*EI*123456789",
)  # fmt: skip


def lines_of(number: int) -> int:
    """How many lines the claim of a number has, from 0."""
    return _LINES[number % len(_LINES)]


def write_claims(path: Path, claims: int | None = None, least_bytes: int | None = None) -> int:
    """Write so many claims, or so many as fill a file of a size; how many there are."""
    number, transactions, size = 0, 0, 0
    with path.open("w", encoding="ascii", newline="") as stream:
        size += stream.write(_packed(_HEADER))
        while number < claims if claims is not None else size < (least_bytes or 0):
            transactions += 1
            some = _PER_TRANSACTION if claims is None else min(_PER_TRANSACTION, claims - number)
            segments = [*_BEGINNING]
            for place in range(some):
                segments.extend(_claim(number + place, place + 2))
            number += some
            control = f"{transactions:04}"
            whole = (f"ST*837*{control}*005010X222A1", *segments, f"SE*{len(segments) + 2}*{control}")
            size += stream.write(_packed(whole))
        stream.write(_packed((f"GE*{transactions}*1", "IEA*1*000000001")))
    return number


def _packed(segments: tuple[str, ...]) -> str:
    return "".join(f"{one}~\n" for one in segments)


def _claim(number: int, level: int) -> Iterator[str]:
    """The subscriber's loop and the claim of a number."""
    lines = lines_of(number)
    charges = [40 + 10 * ((number + line) % 50) for line in range(lines)]
    yield f"HL*{level}*1*22*0"
    yield f"SBR*P*18*GROUP{number % 90}******{'MB' if number % 3 else 'CI'}"
    yield f"NM1*IL*1*NOBODY*NO****MI*M{number:09}"
    yield f"N3*{number} STREET"
    yield "N4*TOWN*PA*17111"
    yield f"DMG*D8*19{40 + number % 50}0501*F"
    yield "NM1*PR*2*PAYER*****PI*12345"
    yield f"CLM*C{number:08}*{sum(charges)}***11:B:1*Y*A*Y*Y"
    yield f"REF*D9*{number:012}"
    yield "HI*ABK:L97509*ABF:E11621"
    yield f"NM1*82*1*DOCTOR*NO****XX*{1_000_000_000 + number % 97}"
    yield "PRV*PE*PXC*213E00000X"
    for line, charge in enumerate(charges):
        place = (number + line) % len(_CODES)
        yield f"LX*{line + 1}"
        yield f"SV1*HC:{_CODES[place]}{_MODIFIERS[place]}*{charge}*UN*{1 + line}***1"
        yield f"DTP*472*D8*{_DAYS[number % len(_DAYS)]}"
        yield f"REF*6R*{number}{line}"
