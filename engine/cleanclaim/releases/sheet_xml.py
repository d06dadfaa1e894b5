"""The rows in the XML of a workbook's sheet, read strictly: each cell in its row, rows and columns in order.

A real sheet has hundreds of thousands of cells: what is done for each is little, the rest is done once for each row.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from cleanclaim.releases.cells import MOST_LINES, FileRefused, Row

Attributes = Mapping[str, str]

MOST_ELEMENTS = 1_000_000
MOST_COLUMNS = 256
_INSIDE_A_CELL = frozenset({"is", "t", "r", "f", "rPr", "rPh"})
_VALUE = "\0"
"""Stands before the text of a value, and in no XML; without it the text is that of a formula, or in the cell itself."""


@dataclass
class Limits:
    """How much more the sheets of a workbook may hold."""

    file: str
    cells: int = 2_000_000
    text: int = 100_000_000
    """Characters of all cells."""

    def take(self, cells: int, text: int) -> None:
        """Take from the limits. Raises FileRefused when they are exceeded."""
        self.cells -= cells
        self.text -= text
        if self.cells < 0 or self.text < 0:
            raise FileRefused(f"{self.file}: its sheets hold too many cells, or too much text")


class SheetReader:
    """Gathers the rows of a sheet while its XML is parsed: `handler` for each element, `chars` for text."""

    def __init__(
        self, file: str, path: str, strings: Mapping[str, str], value_of: Callable[[str, str, str], str], limits: Limits
    ) -> None:
        self.chars: list[str] = []
        self._file = file
        self._path = path
        self._strings = strings
        self._value_of = value_of
        self._limits = limits
        self._rows: list[Row] = []
        self._row = 0
        self._cells: list[Attributes] = []
        self._texts: list[str] = []
        """Of each cell the text before it, so that of the one before."""
        self._values: list[None] = []
        self._others = 0
        self._layouts: dict[tuple[str | None, ...], Sequence[int]] = {}
        """The places of the cells of a row, by the letters of their columns."""

    def handler(self) -> Callable[[str, Attributes], None]:
        """What is called as an element begins."""
        clear, push, text_ends, cell_begins, value_begins = (
            self.chars.clear, self.chars.append, self._texts.append, self._cells.append, self._values.append,
        )  # fmt: skip
        chars, other = self.chars, self._start_other

        def start(name: str, attributes: Attributes) -> None:
            if name == "v":
                clear()
                push(_VALUE)
                value_begins(None)
            elif name == "c":
                text_ends("".join(chars))
                clear()
                cell_begins(attributes)
            elif ":" in name:
                start(name.rpartition(":")[2], attributes)
            else:
                other(name, attributes)

        return start

    def check(self) -> None:
        """Raise FileRefused when more was begun than a sheet has; called from time to time."""
        if len(self._cells) > MOST_COLUMNS * 256 or len(self._values) > len(self._cells) + 1:
            raise self._refused("has elements that lie in one another")

    def finished(self) -> list[Row]:
        """The rows that hold anything."""
        self._end_row()
        return self._rows

    def _start_other(self, name: str, attributes: Attributes) -> None:
        if name == "row":
            self._end_row()
            number = attributes.get("r")
            row = int(number) if number is not None else self._row + 1
            if row <= self._row:
                raise self._refused(f"row {row} stands below row {self._row}")
            self._row = row
        elif name not in _INSIDE_A_CELL:
            self._end_row()
        self._others += 1
        if self._others > MOST_ELEMENTS or len(self._rows) > MOST_LINES:
            raise self._refused(f"has more than {MOST_LINES:,} rows or {MOST_ELEMENTS:,} other elements")

    def _end_row(self) -> None:
        if not self._cells:
            return
        self._texts.append("".join(self.chars))
        places = self._places()
        row = [""] * (places[-1] + 1)
        strings = self._strings
        for place, cell, text in zip(places, self._cells, self._texts[1:], strict=True):
            is_value = text[:1] == _VALUE
            kind = cell.get("t", "n")
            if is_value and kind == "s" and (known := strings.get(text[1:])) is not None:
                row[place] = known
            elif is_value:
                row[place] = self._value_of(text[1:], kind, cell.get("s", ""))
            elif kind == "inlineStr":
                row[place] = self._value_of(text, kind, "")
        self._limits.take(len(row), sum(map(len, row)))
        while row and not row[-1].strip():
            row.pop()
        if row:
            self._rows.append(Row(self._row, row))
        self._cells.clear()
        self._texts.clear()
        self._values.clear()

    def _places(self) -> Sequence[int]:
        """The places of the row's cells, from 0. Raises FileRefused when they are not this row's, or not in order."""
        digits = str(self._row)
        references = [cell.get("r") for cell in self._cells]
        letters = tuple(text and text.removesuffix(digits) for text in references)
        known = self._layouts.get(letters)
        if known is not None:
            return known
        places: list[int] = []
        for text, own in zip(references, letters, strict=True):
            before = places[-1] if places else -1
            place = before + 1 if own is None else _place(own)
            if not before < place < MOST_COLUMNS:
                raise self._refused(f"row {digits}: cell {str(text)[:20]} is out of place, or beyond {MOST_COLUMNS}")
            places.append(place)
        self._layouts[letters] = places
        return places

    def _refused(self, reason: str) -> FileRefused:
        return FileRefused(f"{self._file}: {self._path}: {reason}")


def _place(letters: str) -> int:
    """The place, from 0, of the column that letters name; -1 when they name none."""
    if not 1 <= len(letters) <= 3 or not all("A" <= letter <= "Z" for letter in letters):
        return -1
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - 64
    return place - 1
