"""Rows of cells, with the line each stands on, and the rows of csv text."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from cleanclaim.releases.fields import MODIFIER_SHAPE, PROCEDURE_SHAPE
from cleanclaim.values import code_text

MOST_LINES = 300_000
_MOST_LINES_OF_A_ROW = 50
_FEWEST_CELLS = 3
"""Filled cells of a row; with fewer it is a note."""
_LONGEST_LINE = 1_000_000
_LINE_END = re.compile(r"\r\n|\n|\r")
_CODE_INSIDE = re.compile(r"(?<![0-9A-Z])[A-Z][0-9]{4}(?![0-9A-Z])", re.ASCII)
_CONTROLS = "".join(map(chr, range(32)))


class FileRefused(ValueError):
    """A file that cannot be read; the message begins with the file, and its line where one is known."""


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row and the line, counted from 1, on which it begins."""

    line: int
    cells: Sequence[str]
    lines: Sequence[str] = ()
    """Its lines, where it takes up more than one."""


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be read: why, and its lines."""

    line: int
    reason: str
    lines: Sequence[str] = ()


@dataclass
class Sheet:
    """A csv file or a sheet of a workbook."""

    file: str
    """As shown: the file's name, for a workbook with the sheet's."""
    rows: list[Row] = field(default_factory=list)
    bad: list[BadRow] = field(default_factory=list)
    delimiter: str | None = None
    """None for a workbook, whose rows end with the last cell that holds anything."""
    broken: str | None = None
    """Why rows after the last one could not be read."""


@dataclass(frozen=True, slots=True)
class Torn:
    """A row that is not whole: why, and the codes that it may be of."""

    line: int
    reason: str
    codes: frozenset[str]
    is_told: bool = True
    """Whether these are all."""


def text_of(content: bytes) -> str:
    """The text of a file: UTF-8, UTF-16 with a mark, else the code page 1252 in which CMS writes."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def lines_of(text: str, file: str) -> list[str]:
    """The lines of a text; only carriage return and line feed end one. Raises FileRefused when they are too many."""
    if text.count("\n") + text.count("\r") > 2 * MOST_LINES:
        raise FileRefused(f"{file}: has more than {MOST_LINES:,} lines")
    lines = _LINE_END.split(text)
    if longest := next((number for number, line in enumerate(lines, start=1) if len(line) > _LONGEST_LINE), None):
        raise FileRefused(f"{file}:{longest}: the line is longer than {_LONGEST_LINE:,} characters")
    return lines


def is_code(text: str) -> bool:
    """Whether text is written as the code of a procedure or a modifier is."""
    return bool(PROCEDURE_SHAPE.fullmatch(text) or MODIFIER_SHAPE.fullmatch(text))


def csv_sheet(lines: Sequence[str], file: str, delimiter: str) -> Sheet:
    """The rows of csv text; where a quote is never closed, those before it."""
    sheet = Sheet(file, delimiter=delimiter)
    reader = csv.reader(io.StringIO("\n".join(lines), newline=""), delimiter=delimiter, strict=True)
    line = 1
    while True:
        try:
            cells: list[str] | str = next(reader)
        except StopIteration:
            return sheet
        except csv.Error as wrong:
            cells = f"cannot be read: {wrong}"
            if "field limit" in str(wrong):
                break
        last = reader.line_num
        if last - line >= _MOST_LINES_OF_A_ROW:
            break
        own = lines[line - 1 : last]
        if isinstance(cells, str):
            sheet.bad.append(BadRow(line, cells, own))
        elif any(cells):
            sheet.rows.append(Row(line, cells, own if len(own) > 1 else ()))
        line = last + 1
    sheet.broken = f"{file}:{line}: a quote that opens here is not closed"
    return sheet


def rows_under(sheet: Sheet, at: int, place: int) -> Iterator[Row | Torn]:
    """The rows under a header, as wide as it; those that do not fit it, with the codes in them.

    `place` is the column of the code. Raises FileRefused where a quote takes in all that follows, or the header's own.
    """
    header = sheet.rows[at]
    wide = len(header.cells)
    if sheet.broken:
        raise FileRefused(sheet.broken)
    if _codes_of(header.lines[1:], sheet, wide, place):
        raise FileRefused(f"{sheet.file}:{header.line}: a quote in the header takes in the line that follows")
    for bad in sheet.bad:
        if bad.line > header.line:
            codes = _codes_of(bad.lines, sheet, wide, place)
            yield Torn(bad.line, bad.reason, codes, is_told=len(codes) >= _most_rows(bad.lines, sheet, wide))
    short: Row | None = None
    for row in sheet.rows[at + 1 :]:
        cells = row.cells
        if row.lines and (more := _codes_of(row.lines[1:], sheet, wide, place)):
            own = _codes_of(row.lines[:1], sheet, wide, place)
            is_told = len(own | more) >= _most_rows(row.lines, sheet, wide)
            yield Torn(row.line, "a quote takes in the line that follows", own | more, is_told=is_told)
        elif len(cells) == wide:
            yield row
        elif len(cells) > wide and not any(cells[wide:]):
            yield Row(row.line, cells[:wide])
        elif len(cells) < wide and (sheet.delimiter is None or not any(header.cells[len(cells) :])):
            yield Row(row.line, [*cells, *[""] * (wide - len(cells))])
        else:
            codes = _codes_at(cells, wide, place)
            is_rest = short and short.line + 1 == row.line and len(short.cells) + len(cells) in (wide, wide + 1)
            is_note = sum(map(bool, cells)) < _FEWEST_CELLS
            reason = f"has {len(cells)} cells, the header {wide}"
            is_told = len(codes) >= round(len(cells) / wide) if len(cells) > wide else bool(codes or is_rest or is_note)
            yield Torn(row.line, reason, codes, is_told=is_told)
        short = row if len(cells) < wide else None


def _most_rows(lines: Iterable[str], sheet: Sheet, wide: int) -> int:
    """How many rows lines may be, by their delimiters; one at least."""
    return max(1, sum(round(len(line.split(sheet.delimiter)) / wide) for line in lines))


def _codes_of(lines: Iterable[str], sheet: Sheet, wide: int, place: int) -> frozenset[str]:
    """The codes that lines bear in a column; where it cannot be told apart, all that look like a procedure code."""
    found: set[str] = set()
    for line in lines:
        cells = line.split(sheet.delimiter)
        raw = cells[place].strip(_CONTROLS + '"') if place < len(cells) else ""
        code = code_text(raw.strip())
        is_whole = len(cells) >= wide or raw.startswith("   ")
        if len(cells) > 1 and (PROCEDURE_SHAPE.fullmatch(code) or (is_whole and MODIFIER_SHAPE.fullmatch(code))):
            found.add(code)
        if len(cells) * 2 > wide * 3 or (place and not found and len(cells) > place):
            found.update(_CODE_INSIDE.findall(line))
    return frozenset(found)


def _codes_at(cells: Sequence[str], wide: int, place: int) -> frozenset[str]:
    """The codes of a row that is two rows or more, the last cell of one and the first of the next being one cell."""
    found: set[str] = set()
    for at in range(place, len(cells), wide - 1 or 1):
        text = code_text(cells[at])
        if is_code(text):
            found.add(text)
        elif at >= wide - 1 and (len(cells) - at) * 2 >= wide and is_code(tail := text.strip('"')[-5:].strip()):
            found.add(tail)
    if len(cells) > wide and (place or not found):
        found.update(text for cell in cells if PROCEDURE_SHAPE.fullmatch(text := code_text(cell)))
    return frozenset(found)
