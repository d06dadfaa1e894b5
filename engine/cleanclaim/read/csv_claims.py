"""Claims from CSV: one row a line of a claim; rows of one claim id are one claim, wherever they stand."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from cleanclaim.claims import Location, ReadClaim
from cleanclaim.read.columns import ColumnMapping, normalized
from cleanclaim.read.header import Header, header_of, is_of_claims, wanted
from cleanclaim.read.rows import Row, claims_of_rows, nothing

DELIMITERS = (",", ";", "\t", "|")
_LONGEST_RECORD = 100
"""Lines of the file that one row may run over, within quotes."""
_WHOLE_CELL = re.compile(r'\s*("[^"]*"|[^"]*)\s*')


def columns_of(header: str, mapping: ColumnMapping | None = None) -> tuple[list[str], str]:
    """The columns that a header line names, and the delimiter that finds most of those wanted among them."""
    found = [(_columns(header, delimiter), delimiter) for delimiter in DELIMITERS]
    names = wanted(mapping)
    return max(found, key=lambda one: sum(column in names for column in one[0]))


def is_header(header: str, mapping: ColumnMapping | None = None) -> bool:
    """Whether a line names the columns of claims."""
    return is_of_claims(columns_of(header, mapping)[0], mapping)


def read_csv(lines: Iterable[str], file: str, mapping: ColumnMapping | None = None) -> Iterator[ReadClaim]:
    """The claims of a CSV file whose first line that is not blank names the columns.

    A row that does not tell its claim is reported by itself, and the claims of the rows beside it count as not whole.
    """
    source = enumerate(lines, start=1)
    number, first = next(one for one in source if one[1].strip())
    names, delimiter = columns_of(first, mapping)
    header = header_of(names, mapping)
    if header.refused is not None:
        yield nothing(Location(file=file, line=number), "file", header.refused)
        return
    yield from claims_of_rows(_as_rows(source, header, delimiter, file), header)


def _as_rows(source: Iterator[tuple[int, str]], header: Header, delimiter: str, file: str) -> Iterator[Row]:
    begins_with_id = header.places["claim_id"] == (0,)
    for number, text, cells, reason in _rows(source, header, delimiter):
        fields, wrong = ({}, {}) if reason else header.fields(cells)
        told = _first_cell(text, delimiter) if begins_with_id else None
        is_short = 0 < len(cells) < len(header.names)
        yield Row(Location(file=file, line=number), fields, wrong, reason, told, is_short)


def _columns(header: str, delimiter: str) -> list[str]:
    try:
        cells = next(csv.reader([header], delimiter=delimiter, skipinitialspace=True), [])
    except csv.Error:
        return []
    return [normalized(cell) for cell in cells]


def _rows(
    source: Iterator[tuple[int, str]], header: Header, delimiter: str
) -> Iterator[tuple[int, str, Sequence[str], str | None]]:
    """Each row: its first line's number, its text, its cells, and why it cannot be read.

    A quoted cell may run over several lines. Where no row comes of that, its first line is a row by itself, and the
    next begins another.
    """
    waiting: list[tuple[int, str]] = []
    while True:
        number, text = waiting.pop(0) if waiting else next(source, (0, ""))
        if not number:
            return
        if not text.strip(f'" \t\r\n{delimiter}'):
            continue
        cells, reason = _cells(text, header, delimiter)
        if reason and text.count('"') % 2:
            taken, whole = _to_the_closing_quote(text, waiting, source)
            more, still = _cells(whole, header, delimiter) if taken else ((), reason)
            if not still:
                cells, reason = more, None
                del waiting[:taken]
        yield number, text, cells, reason


def _to_the_closing_quote(
    text: str, waiting: list[tuple[int, str]], source: Iterator[tuple[int, str]]
) -> tuple[int, str]:
    """How many of the lines that wait belong to a row whose first line leaves a quote open, and the row; 0 if none."""
    parts, is_open, taken = [text], True, 0
    while is_open and taken < _LONGEST_RECORD:
        if taken == len(waiting):
            following = next(source, None)
            if following is None:
                break
            waiting.append(following)
        parts.append(waiting[taken][1])
        is_open ^= bool(parts[-1].count('"') % 2)
        taken += 1
    return (0, text) if is_open else (taken, "".join(parts))


def _cells(text: str, header: Header, delimiter: str) -> tuple[Sequence[str], str | None]:
    """The cells of a row, and why it cannot be read."""
    try:
        rows = list(csv.reader([text], delimiter=delimiter, skipinitialspace=True, strict=True))
    except csv.Error as wrong:
        return (), f"it is no row of a CSV file: {wrong}"
    cells = rows[0] if rows else []
    if len(cells) != len(header.names):
        return cells, f"it has {len(cells)} cells where the header names {len(header.names)}"
    return cells, _misquoted(text, cells, header, delimiter) if '"' in text else None


def _misquoted(text: str, cells: Sequence[str], header: Header, delimiter: str) -> str | None:
    """Why the quotes of a row with the right number of cells may have put them under the wrong columns."""
    known = [cells[place] for place in header.of_no_free_text]
    if any("\n" in cell or "\r" in cell for cell in known):
        return "a cell that holds no free text runs over several lines"
    if any('"' in cell for cell in known) and not _well_quoted(delimiter).fullmatch(text):
        return "it is no row of a CSV file: a quote stands within a cell that is not quoted"
    return None


@cache
def _well_quoted(delimiter: str) -> re.Pattern[str]:
    """A row in which each cell is quoted as a whole or holds no quote."""
    cell = f' *+(?:"(?:[^"]|"")*+"|[^"{re.escape(delimiter)}]*+)'
    return re.compile(f"{cell}(?:{re.escape(delimiter)}{cell})*+[\\r\\n]*")


def _first_cell(text: str, delimiter: str) -> str | None:
    """The first cell of a broken row, unless a quote may be what broke it."""
    match = _WHOLE_CELL.fullmatch(text.partition(delimiter)[0])
    return match[1].strip('" \t\r\n') if match else None
