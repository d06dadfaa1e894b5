"""A release as csv with the columns of CMS's alpha-numeric HCPCS file (HCPC, LONG DESCRIPTION, ... ACTION CD)."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from cleanclaim.codes import CodeRecord, Notice
from cleanclaim.releases.fields import RecordFields, RecordRefused
from cleanclaim.values import code_text

_COLUMNS = {
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
_NEEDED = ("HCPC", "RECID", "LONG DESCRIPTION", "COV", "ADD DT", "TERM DT")
_PROCEDURE, _PROCEDURE_GOES_ON, _MODIFIER, _MODIFIER_GOES_ON = "3", "4", "7", "8"


class CodeSetRefused(ValueError):
    """A file that is no release in CMS's columns; the message begins with the file."""


class CodeSetRows:
    """What a csv file of a release holds: records by code, codes whose record could not be read, and notices."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.records: dict[str, CodeRecord] = {}
        self.unreadable_codes: set[str] = set()
        self.notices: list[Notice] = []

    def notice(self, line: int, field: str, reason: str) -> None:
        """Note something that did not fit."""
        self.notices.append(Notice(file=self.file, line=line, field=field, reason=reason))


def read_code_set_csv(path: Path) -> CodeSetRows:
    """The procedure records of a csv file; modifier records are passed over. Raises CodeSetRefused and OSError."""
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        header = [column.strip().upper() for column in next(reader, [])]
    except csv.Error as wrong:
        raise CodeSetRefused(f"{path}: is no csv file: {wrong}") from None
    if missing := [column for column in _NEEDED if column not in header]:
        raise CodeSetRefused(f"{path}: is no HCPCS release as csv: it has no column {', '.join(missing)}")
    rows = CodeSetRows(str(path))
    for line, row in _rows(reader, rows):
        if len(row) != len(header):
            rows.notice(line, "row", f"has {len(row)} cells, the header {len(header)}; the row was passed over")
            place = header.index("HCPC")
            if place < len(row):
                rows.unreadable_codes.add(code_text(row[place]))
            continue
        _add(rows, dict(zip(header, row, strict=True)), line)
    if not rows.records:
        raise CodeSetRefused(f"{path}: holds no procedure record")
    for code in rows.unreadable_codes & rows.records.keys():
        del rows.records[code]
    return rows


def _rows(reader: Iterator[list[str]], rows: CodeSetRows) -> Iterator[tuple[int, list[str]]]:
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as wrong:
            rows.notice(reader.line_num, "row", f"cannot be read: {wrong}")  # type: ignore[attr-defined]
            continue
        if any(row):
            yield reader.line_num, row  # type: ignore[attr-defined]


def _number(column: str) -> int:
    """The number that a column's name ends with, as in PRICE2; 1 for others."""
    return int(column[-1]) if column[-1:].isdigit() else 1


def _add(rows: CodeSetRows, row: dict[str, str], line: int) -> None:
    kind, code = row["RECID"].strip(), code_text(row["HCPC"])
    if kind in (_MODIFIER, _MODIFIER_GOES_ON):
        return
    if kind == _PROCEDURE_GOES_ON and code in rows.records:
        record = rows.records[code]
        longer = f"{record.long_description} {row['LONG DESCRIPTION'].strip()}"
        rows.records[code] = record.model_copy(update={"long_description": longer})
        return
    if kind != _PROCEDURE:
        rows.notice(line, "RECID", f"{kind!r} is neither a procedure's nor a modifier's; the row was passed over")
        rows.unreadable_codes.add(code)
        return
    fields = RecordFields(rows.file)
    for column, text in row.items():
        if field := _COLUMNS.get(column):
            fields.add(field, text, line, number=_number(column))
    try:
        record = fields.record()
    except RecordRefused as wrong:
        rows.notice(line, "row", f"{wrong}; the row was passed over")
        rows.unreadable_codes.add(code)
        return
    rows.notices.extend(fields.notices)
    if rows.records.setdefault(code, record) != record:
        rows.notice(line, "HCPC", f"{code} stands here a second time, and differently")
        rows.unreadable_codes.add(code)
