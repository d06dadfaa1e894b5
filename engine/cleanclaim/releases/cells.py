"""Rows of cells from csv files and workbooks, with the line each stands on."""

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

_MOST_LINES_OF_A_ROW = 50
_LARGEST_WORKBOOK = 300_000_000
_BEGINS_LIKE_A_ROW = re.compile(r'\s*"?\s*[0-9A-Z]{2,5}\s*"?\s*[,;\t|]', re.ASCII)
_LEADING_CODE = re.compile(r'\s*"?\s*([0-9A-Za-z]{2,5})\s*"?\s*[,;\t|]', re.ASCII)
_FAR_CELL = re.compile(rb"""\br\s*=\s*["'](?:[A-Z]{3,}[0-9]*|[D-Z][A-Z][0-9]*|[A-Z]*[0-9]{6,})["']""", re.IGNORECASE)
_OVERLAP = 64
_PIECE = 1 << 20


class FileRefused(ValueError):
    """A file that cannot be read; the message begins with the file, and its line where one is known."""


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row and the line, counted from 1, on which it begins."""

    line: int
    cells: Sequence[str]


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be read: why, and the codes that its lines begin with."""

    line: int
    reason: str
    codes: frozenset[str] = frozenset()


@dataclass
class Sheet:
    """A csv file or a sheet of a workbook."""

    file: str
    """As shown: the file's name, for a workbook with the sheet's."""
    rows: list[Row] = field(default_factory=list)
    bad: list[BadRow] = field(default_factory=list)


def text_of(content: bytes) -> str:
    """The text of a file: UTF-8, UTF-16 with a mark, else the code page 1252 in which CMS writes."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def lines_of(text: str) -> list[str]:
    """The lines of a text; only carriage return and line feed end one."""
    return re.split(r"\r\n|\n|\r", text)


def csv_sheet(text: str, file: str, delimiter: str) -> Sheet:
    """The rows of a csv text. Raises FileRefused where a quote is never closed."""
    sheet = Sheet(file)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    lines = lines_of(text)
    for line, last, cells in _rows(reader, file):
        if last - line >= _MOST_LINES_OF_A_ROW:
            raise FileRefused(f"{file}:{line}: a quote that opens here is not closed")
        own = lines[line - 1 : last]
        if isinstance(cells, str) or any(map(_BEGINS_LIKE_A_ROW.match, own[1:])):
            reason = cells if isinstance(cells, str) else "a quote takes in the line that follows"
            found = filter(None, map(_LEADING_CODE.match, own))
            sheet.bad.append(BadRow(line, reason, frozenset(one[1].upper() for one in found)))
        elif any(cells):
            sheet.rows.append(Row(line, cells))
    return sheet


def _rows(reader: Iterator[list[str]], file: str) -> Iterator[tuple[int, int, list[str] | str]]:
    """The rows with their first and last line; of one that cannot be read, why."""
    line = 1
    while True:
        try:
            cells: list[str] | str = next(reader)
        except StopIteration:
            return
        except csv.Error as wrong:
            if "field limit" in str(wrong):
                raise FileRefused(f"{file}:{line}: a quote that opens here is not closed") from None
            cells = f"cannot be read: {wrong}"
        last = reader.line_num  # type: ignore[attr-defined]
        yield line, last, cells
        line = last + 1


def workbook_sheets(content: bytes, file: str) -> list[Sheet]:
    """The sheets of an xlsx workbook. Raises FileRefused when it is broken, too large or spread too far."""
    from python_calamine import CalamineError, CalamineWorkbook  # slow to import, and few files are workbooks

    _refuse_bombs(content, file)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        names = workbook.sheet_names
        rows = {name: workbook.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in names}
    except (CalamineError, ValueError, OSError) as wrong:
        raise FileRefused(f"{file}: cannot be read as a workbook: {wrong}") from None
    except BaseException as wrong:
        if type(wrong).__name__ != "PanicException":
            raise
        raise FileRefused(f"{file}: cannot be read as a workbook") from None
    sheets = []
    for name in names:
        shown = file if len(names) == 1 else f"{file}, sheet {name}"
        texts = (Row(number, [_text(cell) for cell in row]) for number, row in enumerate(rows[name], start=1))
        sheets.append(Sheet(shown, [row for row in texts if any(row.cells)]))
    return sheets


def _text(cell: object) -> str:
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool) or cell is None:
        return "" if cell is None else str(cell).upper()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return f"{cell:%Y%m%d}" if isinstance(cell, date) else str(cell)


def _refuse_bombs(content: bytes, file: str) -> None:
    """Read all members once: their true size, and whether a cell lies so far out that the sheet cannot be held."""
    size = 0
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for member in archive.infolist():
                with archive.open(member) as stream:
                    tail = b""
                    is_sheet = "worksheets/" in member.filename.lower()
                    while piece := stream.read(_PIECE):
                        size += len(piece)
                        if size > _LARGEST_WORKBOOK:
                            raise FileRefused(f"{file}: unpacks to more than {_LARGEST_WORKBOOK:,} bytes")
                        if is_sheet and _FAR_CELL.search(tail + piece):
                            raise FileRefused(f"{file}: {member.filename} has cells beyond column CZ or row 99,999")
                        tail = piece[-_OVERLAP:]
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, zlib.error) as wrong:
        if isinstance(wrong, FileRefused):
            raise
        raise FileRefused(f"{file}: cannot be read as a workbook: {wrong}") from None
