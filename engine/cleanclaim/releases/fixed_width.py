"""The lines of CMS's fixed-width HCPCS file (ANWEB) as columns; a line that is not whole is told, with its codes.

The layout is CMS's HCPCS contractor record of 320 positions. A record is a line of detail (record id 3 for a procedure,
7 for a modifier) and any number of lines on which its description goes on (4, 8), numbered by hundreds. Lines may end
where nothing but blanks follows. A line of detail ends with its action code, which each has: by that, one cut short or
shifted shows.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cleanclaim.releases.cells import Torn
from cleanclaim.values import code_text

WIDTHS = (
    ("HCPC", 5), ("SEQNUM", 5), ("RECID", 1), ("LONG DESCRIPTION", 80), ("SHORT DESCRIPTION", 28),
    *((f"PRICE{n}", 2) for n in range(1, 5)), ("MULT_PI", 1), *((f"CIM{n}", 6) for n in range(1, 4)),
    *((f"MCM{n}", 8) for n in range(1, 4)), ("STATUTE", 10), *((f"LABCERT{n}", 3) for n in range(1, 9)),
    *((f"XREF{n}", 5) for n in range(1, 6)), ("COV", 1), ("ASC_GRP", 2), ("ASC_DT", 8), ("OPPS", 3), ("OPPS_PI", 1),
    ("OPPS_DT", 8), ("PROCNOTE", 4), ("BETOS", 3), ("", 1), *((f"TOS{n}", 1) for n in range(1, 6)), ("ANEST_BU", 3),
    ("ADD DT", 8), ("ACT EFF DT", 8), ("TERM DT", 8), ("ACTION CD", 1),
)  # fmt: skip
_RECORD_LINE = re.compile(r".{5}[0-9]{5}[3478]", re.ASCII)
_LIKE_A_RECORD = re.compile(r"[0-9A-Z]{5}[0-9]{2}|   [0-9A-Z]{2}[0-9]{2}|.*[0-9]{14}", re.ASCII)
_HEAD = re.compile(r"(?:[A-Z][0-9]{4}| {3}(?![A-Z][0-9]{7}00[3478])[0-9A-Z]{2})[0-9]{3}00[3478]", re.ASCII)
_ACTION = 292
_DESCRIPTION_ENDS = 91
_FILLER = 259
CUT_SHORT = "is cut short"
"""What is wrong with a line that ends before its record does."""
_SEQUENCE_STEP = 100
_CODE_ENDS = 5
_LONGEST = 320
_GOES_ON = "48"
_CODE = re.compile(r"[A-Z][0-9]{4}| {3}[0-9A-Z]{2}", re.ASCII)
_AT_THE_END = "\t\0\r\n\v\f\x1a"
_AT_THE_EDGES = "\r\n\v\f\x1a"
_LINES_OF_A_DISCLAIMER = 200


@dataclass(frozen=True, slots=True)
class RecordLine:
    """A line that is whole: its number and its columns."""

    number: int
    columns: Mapping[str, str]


def lines_of_records(lines: Sequence[str]) -> int:
    """How many of the first lines are of the record layout."""
    return sum(1 for line in lines[:_LINES_OF_A_DISCLAIMER] if _RECORD_LINE.match(line))


def cut(lines: Sequence[str]) -> Iterator[RecordLine | Torn]:
    """The lines of the file, and in their order those that are not whole; the disclaimer above is passed over."""
    begun = False
    sequence = torn = 0
    before = ""
    for number, given in enumerate(lines, start=1):
        line = given.lstrip(_AT_THE_EDGES).rstrip(_AT_THE_END)
        is_record = bool(_RECORD_LINE.match(line))
        if not line.strip() or not (begun or is_record or _LIKE_A_RECORD.match(line)):
            continue
        begun = True
        code = code_text(line[:5]) if _CODE.match(line) else ""
        own = int(line[5:10]) if is_record else 0
        fault = _fault(line) if is_record else "is no line of the record layout"
        if not fault and line[10] in _GOES_ON:
            if own != sequence + _SEQUENCE_STEP:
                fault = f"{own:05d} does not follow {sequence:05d}"
            elif number == len(lines) and len(line) < _DESCRIPTION_ENDS:
                fault = CUT_SHORT
        if fault:
            codes = {code_text(found[0][:5]) for found in _HEAD.finditer(line)} | {code}
            if not is_record:
                codes.add(before)
            is_rest = torn > 0 and torn + len(line) <= _LONGEST
            yield Torn(number, fault, frozenset(codes - {""}), is_told=bool(code) or is_rest)
        else:
            yield RecordLine(number, _columns(line))
        before = code or before
        sequence, torn = own, len(line) if fault else 0


def _fault(line: str) -> str:
    """What is wrong with a line of the layout by itself."""
    if _HEAD.search(line, _CODE_ENDS):
        return "holds a second record"
    if line[10] in _GOES_ON:
        return "goes on behind its description" if line[_DESCRIPTION_ENDS:].strip() else ""
    if len(line) <= _ACTION:
        return CUT_SHORT
    action = line[_ACTION]
    if not ("A" <= action <= "Z") or line[_ACTION + 1 :].strip() or line[_FILLER] != " ":
        return "is shifted: its action code does not stand at its end"
    return ""


def _columns(line: str) -> dict[str, str]:
    columns: dict[str, str] = {}
    at = 0
    for name, width in WIDTHS:
        columns[name] = line[at : at + width]
        at += width
    return columns
