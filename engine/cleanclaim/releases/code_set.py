"""The HCPCS alpha-numeric file (ANWEB): rows in CMS's columns, or lines of its fixed-width record layout."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from cleanclaim.codes import CodeRecord, Notice
from cleanclaim.releases.cells import FileRefused, Row, Sheet, Torn, is_code, rows_under
from cleanclaim.releases.fields import MODIFIER_SHAPE, PROCEDURE_SHAPE, RecordFields, RecordRefused
from cleanclaim.releases.fixed_width import CUT_SHORT, RecordLine, cut
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
_COLUMNS = (*_FIELD_OF, "SEQNUM", "RECID")
_FIRST_LINE = {"3": PROCEDURE_SHAPE, "7": MODIFIER_SHAPE}
_GOES_ON = {"4": "3", "8": "7"}
_NEAR = 0.75
_FEW = 0.1
"""The share of codes of another code system up to which they are damaged ones of this."""
_FEWEST_CELLS = 3
_MOST_NOTICES_ALIKE = 20

_Columns = Mapping[str, str]


@dataclass
class CodeSet:
    """What a file of the code set holds."""

    file: str
    records: dict[str, CodeRecord] = field(default_factory=dict)
    """Of procedure codes."""
    modifiers: dict[str, CodeRecord] = field(default_factory=dict)
    unreadable_codes: set[str] = field(default_factory=set)
    untold_lines: list[int] = field(default_factory=list)
    """Where records stand whose code cannot be told: a code that the file seems to lack may be theirs."""
    notices: list[Notice] = field(default_factory=list)
    foreign_codes: dict[str, int] = field(default_factory=dict)
    """Procedure codes that are none of HCPCS Level II, with their lines."""

    def notice(self, line: int, field: str, reason: str) -> None:
        """Note something that did not fit."""
        self.notices.append(Notice(file=self.file, line=line, field=field, reason=reason))

    def unread(self, line: int, field: str, reason: str, codes: Iterable[str], *, is_told: bool | None = None) -> None:
        """Note a row that was passed over, and the codes of which the file then says nothing.

        `is_told` says whether these are all; if not given, whether there is one.
        """
        self.notice(line, field, f"{reason}; the row was passed over")
        told = {code for code in codes if is_code(code)}
        self.unreadable_codes |= told
        if not (told if is_told is None else is_told):
            self.untold_lines.append(line)


def column_name(text: str) -> str:
    """A column's name as CMS writes it in 2025; other years and programs join words by underscores."""
    return " ".join(text.upper().replace("_", " ").split())


_NAMES = {column_name(name): name for name in _COLUMNS}


def is_header(cells: Sequence[str]) -> bool:
    """Whether a row names the columns of the file."""
    return {column_name(name) for name in NEEDED_COLUMNS} <= {column_name(cell) for cell in cells}


def read_fixed_width(lines: Sequence[str], file: str) -> CodeSet:
    """The records of the fixed-width file. Raises FileRefused."""
    found = CodeSet(file)
    gathered = _gathered(found, cut(lines))
    last = max((number for number, line in enumerate(lines, start=1) if line.strip()), default=0)
    if any(notice.line == last and notice.reason.startswith(CUT_SHORT) for notice in gathered.notices):
        raise FileRefused(f"{file}:{last}: the file ends within a record; it was not copied whole")
    return gathered


def read_columns(sheet: Sheet, header_at: int) -> CodeSet:
    """The records of rows under a header with CMS's column names. Raises FileRefused."""
    found = CodeSet(sheet.file)
    header = sheet.rows[header_at]
    names = [_column(cell, found, header.line) for cell in header.cells]
    named = [name for name in names if name]
    if repeated := sorted({name for name in named if named.count(name) > 1}):
        raise FileRefused(f"{sheet.file}:{header.line}: two columns are named {', '.join(repeated)}")
    return _gathered(found, _named(rows_under(sheet, header_at, names.index("HCPC")), sheet, header, names))


def _column(text: str, found: CodeSet, line: int) -> str:
    """The column that a cell of the header names. Raises FileRefused for one that nearly does."""
    plain = column_name(text)
    if plain in _NAMES or not plain:
        return _NAMES.get(plain, "")
    if near := get_close_matches(plain, _NAMES, 1, _NEAR):
        raise FileRefused(f"{found.file}:{line}: there is no column {text[:40]!r}; is it {near[0]}?")
    found.notice(line, "header", f"{text[:40]!r} is no column of CMS's file, and was passed over")
    return ""


def _named(rows: Iterable[Row | Torn], sheet: Sheet, header: Row, names: Sequence[str]) -> Iterator[RecordLine | Torn]:
    """The rows as columns. Raises FileRefused where a column without a name holds something."""
    nameless = [place for place, cell in enumerate(header.cells) if not cell.strip()]
    for row in rows:
        if isinstance(row, Torn):
            yield row
            continue
        if any(row.cells[place].strip() for place in nameless):
            raise FileRefused(f"{sheet.file}:{row.line}: a column without a name, {nameless[0] + 1}, holds something")
        yield RecordLine(row.line, dict(zip(names, row.cells, strict=True)))


def _gathered(found: CodeSet, rows: Iterable[RecordLine | Torn]) -> CodeSet:
    """Make records of rows: each line of detail with the lines on which its description goes on."""
    pending: tuple[int, _Columns, list[str]] | None = None
    for row in rows:
        if isinstance(row, Torn):
            found.unread(row.line, "row", row.reason, row.codes, is_told=row.is_told)
            continue
        columns = row.columns
        kind, code = columns["RECID"].strip(), code_text(columns["HCPC"])
        if kind in _GOES_ON:
            _go_on(found, row, pending)
            continue
        if pending:
            _add(found, *pending)
        pending = None
        if kind in _FIRST_LINE:
            pending = (row.number, columns, [columns["LONG DESCRIPTION"].strip()])
        else:
            is_note = sum(1 for text in columns.values() if text) < _FEWEST_CELLS
            reason = f"{kind[:20]!r} is neither a procedure's nor a modifier's"
            found.unread(row.number, "RECID", reason, [code], is_told=is_note or is_code(code))
    if pending:
        _add(found, *pending)
    if not found.records and not found.modifiers:
        raise FileRefused(f"{found.file}: holds no record that can be read{_first_reason(found)}")
    _doubt_foreign(found)
    for code in found.unreadable_codes:
        found.records.pop(code, None)
        found.modifiers.pop(code, None)
    found.notices = list(_without_repetition(found.notices))
    return found


def _doubt_foreign(found: CodeSet) -> None:
    """Hold a few codes of another code system for damaged ones of this; where they are many, the file bears both."""
    if len(found.foreign_codes) <= len(found.records) * _FEW:
        for code, line in found.foreign_codes.items():
            found.unread(line, "HCPC", f"{code} is no code of HCPCS Level II", [code], is_told=False)


def _go_on(found: CodeSet, row: RecordLine, pending: tuple[int, _Columns, list[str]] | None) -> None:
    """Add a further line to the description of the record above it."""
    kind, code = row.columns["RECID"].strip(), code_text(row.columns["HCPC"])
    above = code_text(pending[1]["HCPC"]) if pending else ""
    if pending and (code, _GOES_ON[kind]) == (above, pending[1]["RECID"].strip()):
        pending[2].append(row.columns["LONG DESCRIPTION"].strip())
        return
    reason = f"the description of {code[:20] or 'no code'} goes on without a first line"
    doubted = [] if code in found.unreadable_codes else [above]
    found.unread(row.number, "RECID", reason, [code, *doubted], is_told=is_code(code))


def _add(found: CodeSet, line: int, columns: _Columns, pieces: list[str]) -> None:
    """Add the record of a line of detail and the pieces of its description."""
    kind, code = columns["RECID"].strip(), code_text(columns["HCPC"])
    fields = RecordFields(found.file)
    for column, text in columns.items():
        if text and (place := _PLACES.get(column)) and not text.isspace():
            name, number = place
            fields.add(name, " ".join(pieces) if name == "long_description" else text, line, number=number)
    try:
        record = fields.record(_FIRST_LINE[kind])
    except RecordRefused as wrong:
        found.unread(line, "row", str(wrong), [code], is_told=bool(_FIRST_LINE[kind].fullmatch(code)))
        return
    found.notices.extend(
        notice if notice.line else notice.model_copy(update={"line": line}) for notice in fields.notices
    )
    if kind == "3" and not "A" <= code[0] <= "Z":
        found.foreign_codes[code] = line
    held = found.records if kind == "3" else found.modifiers
    if held.setdefault(code, record) != record:
        found.unread(line, "HCPC", f"{code} stands here a second time, and differently", [code])


_PLACES = {column: (name, int(column[-1]) if column[-1:].isdigit() else 1) for column, name in _FIELD_OF.items()}
"""Of each column its field and, where the field may stand several times, its number."""


def _without_repetition(notices: Iterable[Notice]) -> Iterator[Notice]:
    """The notices; of many that say the same of a field the first, with how often."""
    alike: dict[tuple[str, str], list[Notice]] = {}
    for notice in notices:
        alike.setdefault((notice.field, notice.reason), []).append(notice)
    for same in alike.values():
        if len(same) <= _MOST_NOTICES_ALIKE:
            yield from same
        else:
            yield same[0].model_copy(update={"reason": f"{same[0].reason}; so in {len(same):,} records"})


def _first_reason(found: CodeSet) -> str:
    return f"; line {found.notices[0].line}: {found.notices[0].reason}" if found.notices else ""
