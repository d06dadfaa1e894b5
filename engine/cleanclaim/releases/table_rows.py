"""What the tables of add-on codes, MUEs and ASC payment have in common: rows under a header, entries by code."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from cleanclaim.codes import Notice, ReleaseId
from cleanclaim.releases.cells import FileRefused, Sheet, Torn, rows_under
from cleanclaim.releases.fields import PROCEDURE_SHAPE
from cleanclaim.releases.quarters import quarters_in
from cleanclaim.tables import Entry, Kind

HEADER_WITHIN = 60
"""Rows above a header: titles, disclaimers."""
_FEWEST_CELLS = 2
"""Filled cells of a row; with fewer it is a note."""


@dataclass
class TableRows:
    """What a file holds of one table, before its quarter is known."""

    file: str
    kind: Kind
    part: str
    entries: dict[str, Entry] = field(default_factory=dict)
    unreadable_codes: set[str] = field(default_factory=set)
    notices: list[Notice] = field(default_factory=list)
    quarters: frozenset[ReleaseId] = frozenset()
    """As the headings tell."""
    rows: int = 0

    def unread(self, line: int, field: str, reason: str, codes: Iterable[str] = ()) -> None:
        """Note a row that was passed over, and the codes of which the table then says nothing."""
        self.notices.append(Notice(file=self.file, line=line, field=field, reason=f"{reason}; the row was passed over"))
        self.unreadable_codes.update(code for code in codes if PROCEDURE_SHAPE.fullmatch(code))


def header_of(sheet: Sheet, wanted: Callable[[Sequence[str]], object]) -> int | None:
    """The place of the row, among the first ones, that is the header wanted."""
    return next((at for at, row in enumerate(sheet.rows[:HEADER_WITHIN]) if wanted(plain(row.cells))), None)


def plain(cells: Iterable[str]) -> list[str]:
    """Column names for comparison: lower case, words joined by one underscore."""
    return ["_".join(re.findall(r"[a-z0-9]+", cell.lower())) for cell in cells]


def whole(found: TableRows) -> TableRows:
    """The table without what could not be read. Raises FileRefused when nothing is left."""
    for code in found.unreadable_codes:
        found.entries.pop(code, None)
    if not found.entries:
        first = f"; line {found.notices[0].line}: {found.notices[0].reason}" if found.notices else ""
        raise FileRefused(f"{found.file}: holds no row that can be read{first}")
    return found


def headed(found: TableRows, sheet: Sheet, at: int) -> None:
    """Take the quarter from the header and what stands above it."""
    above = " ".join(cell for row in sheet.rows[: at + 1] for cell in row.cells)
    found.quarters = quarters_in(above)


def values_under(
    found: TableRows, sheet: Sheet, at: int, columns: Mapping[str, int], code: str = "code"
) -> Iterator[tuple[int, dict[str, str]]]:
    """The line and the cells, by the names of their columns, of each row under a header; notes are passed over.

    `code` names the column of the code that entries stand under. Raises FileRefused.
    """
    for row in rows_under(sheet, at, columns[code]):
        if isinstance(row, Torn):
            found.unread(row.line, "row", row.reason, row.codes)
        elif sum(1 for cell in row.cells if cell.strip()) >= _FEWEST_CELLS:
            yield row.line, {name: row.cells[place] for name, place in columns.items()}


def enter(found: TableRows, line: int, code: str, entry: Entry) -> None:
    """Enter the row of a code; one that stands there a second time and differently leaves the code unread."""
    found.rows += 1
    if found.entries.setdefault(code, entry) != entry:
        found.unread(line, "code", f"{code} stands here a second time, and differently", [code])
