"""The HCPCS alpha-numeric file (ANWEB): rows in CMS's columns, or lines of its fixed-width record layout.

The layout is CMS's HCPCS contractor record of 320 positions. A record is a line of detail (record id 3 for a procedure,
7 for a modifier) and any number of lines on which its description goes on (4, 8).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from cleanclaim.codes import CodeRecord, Notice
from cleanclaim.releases.cells import FileRefused, Sheet
from cleanclaim.releases.fields import MODIFIER_SHAPE, PROCEDURE_SHAPE, RecordFields, RecordRefused
from cleanclaim.values import code_text

_FIELD_OF = {
    "HCPC": "code",
    "LONG DESCRIPTION": "long_description",
    "SHORT DESCRIPTION": "short_description",
    **{f"PRICE{n}": "pricing_indicators" for n in range(1, 5)},
    "MULT_PI": "multiple_pricing_indicator",
    **{f"CIM{n}": "coverage_issues_references" for n in range(1, 4)},
    **{f"MCM{n}": "carriers_manual_references" for n in range(1, 4)},
    "STATUTE": "statute",
    **{f"LABCERT{n}": "laboratory_certifications" for n in range(1, 9)},
    **{f"XREF{n}": "cross_references" for n in range(1, 6)},
    "COV": "coverage_code",
    "ASC_GRP": "asc_payment_group",
    "ASC_DT": "asc_effective_date",
    "OPPS": "outpatient_payment_group",
    "OPPS_PI": "outpatient_policy_indicator",
    "OPPS_DT": "outpatient_effective_date",
    "PROCNOTE": "processing_note",
    "BETOS": "betos",
    **{f"TOS{n}": "types_of_service" for n in range(1, 6)},
    "ANEST_BU": "anesthesia_base_units",
    "ADD DT": "code_added_date",
    "ACT EFF DT": "action_effective_date",
    "TERM DT": "termination_date",
    "ACTION CD": "action_code",
}
NEEDED_COLUMNS = ("HCPC", "RECID", "LONG DESCRIPTION", "COV", "ADD DT", "TERM DT")
_FIRST_LINE = {"3": PROCEDURE_SHAPE, "7": MODIFIER_SHAPE}
_GOES_ON = {"4": "3", "8": "7"}
_RECORD_LINE = re.compile(r".{5}[0-9]{5}[3478]", re.ASCII)
_SEQUENCE_STEP = 100
_WIDTHS = (
    ("HCPC", 5), ("SEQNUM", 5), ("RECID", 1), ("LONG DESCRIPTION", 80), ("SHORT DESCRIPTION", 28),
    *((f"PRICE{n}", 2) for n in range(1, 5)), ("MULT_PI", 1), *((f"CIM{n}", 6) for n in range(1, 4)),
    *((f"MCM{n}", 8) for n in range(1, 4)), ("STATUTE", 10), *((f"LABCERT{n}", 3) for n in range(1, 9)),
    *((f"XREF{n}", 5) for n in range(1, 6)), ("COV", 1), ("ASC_GRP", 2), ("ASC_DT", 8), ("OPPS", 3), ("OPPS_PI", 1),
    ("OPPS_DT", 8), ("PROCNOTE", 4), ("BETOS", 3), ("", 1), *((f"TOS{n}", 1) for n in range(1, 6)), ("ANEST_BU", 3),
    ("ADD DT", 8), ("ACT EFF DT", 8), ("TERM DT", 8), ("ACTION CD", 1),
)  # fmt: skip

_Columns = Mapping[str, str]


@dataclass
class CodeSet:
    """What a file of the code set holds."""

    file: str
    records: dict[str, CodeRecord] = field(default_factory=dict)
    """Of procedure codes."""
    modifiers: dict[str, CodeRecord] = field(default_factory=dict)
    unreadable_codes: set[str] = field(default_factory=set)
    notices: list[Notice] = field(default_factory=list)

    def notice(self, line: int, field: str, reason: str) -> None:
        """Note something that did not fit."""
        self.notices.append(Notice(file=self.file, line=line, field=field, reason=reason))

    def unread(self, line: int, field: str, reason: str, codes: Iterable[str] = ()) -> None:
        """Note a row that was passed over, and the codes of which the file then says nothing."""
        self.notice(line, field, f"{reason}; the row was passed over")
        shapes = (PROCEDURE_SHAPE, MODIFIER_SHAPE)
        self.unreadable_codes.update(code for code in codes if any(shape.fullmatch(code) for shape in shapes))


def is_fixed_width(lines: Sequence[str]) -> bool:
    """Whether lines are those of the fixed-width file: its first lines may be a disclaimer."""
    return any(map(_RECORD_LINE.match, lines[:200]))


def read_fixed_width(lines: Sequence[str], file: str) -> CodeSet:
    """The records of the fixed-width file; lines that are cut short end in blanks. Raises FileRefused."""
    found = CodeSet(file)
    return _gathered(found, _cut(found, lines))


def read_columns(sheet: Sheet, header_at: int) -> CodeSet:
    """The records of rows under a header with CMS's column names. Raises FileRefused."""
    found = CodeSet(sheet.file)
    header = [cell.strip().upper() for cell in sheet.rows[header_at].cells]
    named = [name for name in header if name]
    if repeated := sorted({name for name in named if named.count(name) > 1}):
        raise FileRefused(f"{sheet.file}:{sheet.rows[header_at].line}: two columns are named {', '.join(repeated)}")
    for bad in sheet.bad:
        found.unread(bad.line, "row", bad.reason, bad.codes)
    return _gathered(found, _named(found, sheet, header_at, header))


def _named(found: CodeSet, sheet: Sheet, header_at: int, header: Sequence[str]) -> Iterator[tuple[int, _Columns]]:
    place = header.index("HCPC")
    for row in sheet.rows[header_at + 1 :]:
        if len(row.cells) == len(header):
            yield row.line, dict(zip(header, row.cells, strict=True))
        else:
            code = code_text(row.cells[place]) if place < len(row.cells) else ""
            found.unread(row.line, "row", f"has {len(row.cells)} cells, the header {len(header)}", [code])


def _cut(found: CodeSet, lines: Sequence[str]) -> Iterator[tuple[int, _Columns]]:
    """The columns of each line of the fixed-width file; what stands above the first record is its disclaimer."""
    begun = False
    sequence = 0
    before: _Columns = {}
    for number, line in enumerate(lines, start=1):
        if not _RECORD_LINE.match(line):
            if begun and line.strip(" \t\x1a"):
                codes = [code_text(line[:5]), *([code_text(before["HCPC"])] if before else [])]
                found.unread(number, "line", "is no line of the record layout", codes)
            continue
        begun = True
        columns: dict[str, str] = {}
        at = 0
        for name, width in _WIDTHS:
            columns[name] = line[at : at + width]
            at += width
        own = int(columns["SEQNUM"])
        if columns["RECID"] in _GOES_ON and own != sequence + _SEQUENCE_STEP:
            found.unread(number, "SEQNUM", f"{own:05d} does not follow {sequence:05d}", [code_text(columns["HCPC"])])
        sequence, before = own, columns
        yield number, columns


def _gathered(found: CodeSet, rows: Iterable[tuple[int, _Columns]]) -> CodeSet:
    """Make records of rows: each line of detail with the lines on which its description goes on."""
    pending: tuple[int, _Columns, list[str]] | None = None
    for line, columns in rows:
        kind, code = columns["RECID"].strip(), code_text(columns["HCPC"])
        if kind in _GOES_ON:
            if pending and (code, _GOES_ON[kind]) == (code_text(pending[1]["HCPC"]), pending[1]["RECID"].strip()):
                pending[2].append(columns["LONG DESCRIPTION"].strip())
            else:
                found.unread(
                    line, "RECID", f"the description of {code or 'no code'} goes on without a first line", [code]
                )
            continue
        if pending:
            _add(found, *pending)
        pending = None
        if kind in _FIRST_LINE:
            pending = (line, columns, [columns["LONG DESCRIPTION"].strip()])
        else:
            found.unread(line, "RECID", f"{kind!r} is neither a procedure's nor a modifier's", [code])
    if pending:
        _add(found, *pending)
    if not found.records and not found.modifiers:
        raise FileRefused(f"{found.file}: holds no record that can be read{_first_reason(found)}")
    for code in found.unreadable_codes:
        found.records.pop(code, None)
        found.modifiers.pop(code, None)
    return found


def _add(found: CodeSet, line: int, columns: _Columns, pieces: list[str]) -> None:
    """Add the record of a line of detail and the pieces of its description."""
    kind, code = columns["RECID"].strip(), code_text(columns["HCPC"])
    fields = RecordFields(found.file)
    for column, text in columns.items():
        if name := _FIELD_OF.get(column):
            fields.add(name, " ".join(pieces) if column == "LONG DESCRIPTION" else text, line, number=_number(column))
    try:
        record = fields.record(_FIRST_LINE[kind])
    except RecordRefused as wrong:
        found.unread(line, "row", str(wrong), [code])
        return
    found.notices.extend(
        notice if notice.line else notice.model_copy(update={"line": line}) for notice in fields.notices
    )
    held = found.records if kind == "3" else found.modifiers
    if held.setdefault(code, record) != record:
        found.unread(line, "HCPC", f"{code} stands here a second time, and differently", [code])


def _number(column: str) -> int:
    """The number that a column's name ends with, as in PRICE2; 1 for others."""
    return int(column[-1]) if column[-1:].isdigit() else 1


def _first_reason(found: CodeSet) -> str:
    return f"; line {found.notices[0].line}: {found.notices[0].reason}" if found.notices else ""
