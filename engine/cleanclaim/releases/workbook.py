"""The sheets of an xlsx workbook as rows of text, read strictly: what is not well-formed is refused.

Cells are read one after the other, so that a small file which unpacks to a large one, or a cell in the last corner of
a sheet, takes no more memory than the limits below allow.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from posixpath import join, normpath
from xml.parsers import expat

from cleanclaim.collecting import without_collection
from cleanclaim.releases.cells import FileRefused, Sheet
from cleanclaim.releases.sheet_xml import MOST_ELEMENTS, Attributes, Limits, SheetReader

LARGEST_WORKBOOK = 100_000_000
"""Bytes of all that is read of a workbook, unpacked."""
_PIECE = 1 << 18
_DATES = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
"""Number formats of Excel's own that show a day."""
_NOT_OF_A_DAY = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def workbook_sheets(content: bytes, file: str) -> list[Sheet]:
    """The sheets of a workbook. Raises FileRefused when it is broken or larger than the limits."""
    with _refusing(file), without_collection(), zipfile.ZipFile(io.BytesIO(content)) as archive:
        return _Workbook(archive, file).sheets()


@contextmanager
def _refusing(file: str) -> Iterator[None]:
    try:
        yield
    except FileRefused:
        raise
    except (
        zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, KeyError, OverflowError,
        zlib.error, expat.ExpatError,
    ) as wrong:  # fmt: skip
        raise FileRefused(f"{file}: cannot be read as a workbook: {wrong}") from None


class _Workbook:
    """An opened workbook: what its sheets share, and how much was read of it."""

    def __init__(self, archive: zipfile.ZipFile, file: str) -> None:
        self._archive = archive
        self._names = set(archive.namelist())
        self._file = file
        self._left = LARGEST_WORKBOOK
        self._limits = Limits(file)
        self._epoch = date(1899, 12, 30)
        self._strings: dict[str, str] = {}
        self._dates: list[bool] = []

    def sheets(self) -> list[Sheet]:
        """The sheets that hold cells, in the workbook's order."""
        named: list[tuple[str, str]] = []

        def start(name: str, attributes: Attributes) -> None:
            if name == "sheet":
                link = next((text for key, text in attributes.items() if key.endswith(":id")), "")
                named.append((attributes.get("name", ""), link))
            elif name == "workbookPr" and attributes.get("date1904") in ("1", "true"):
                self._epoch = date(1904, 1, 1)

        self._parse("xl/workbook.xml", start)
        links = self._links()
        for kind, path in links.values():
            if kind == "sharedStrings":
                self._read_strings(path)
            elif kind == "styles" and path in self._names:
                self._read_styles(path)
        sheets = []
        for name, link in named:
            kind, path = links.get(link, ("", ""))
            if kind == "worksheet":
                shown = self._file if len(named) == 1 else f"{self._file}, sheet {name}"
                reader = SheetReader(self._file, path, self._strings, self._value, self._limits)
                self._feed(path, reader.handler(), text=reader.chars.append, after_piece=reader.check)
                sheets.append(Sheet(shown, reader.finished()))
            elif not kind:
                raise FileRefused(f"{self._file}: cannot be read as a workbook: sheet {name!r} is not in it")
        return sheets

    def _links(self) -> dict[str, tuple[str, str]]:
        """The kind and the member of each part that the workbook refers to."""
        links: dict[str, tuple[str, str]] = {}

        def start(name: str, attributes: Attributes) -> None:
            if name == "Relationship" and attributes.get("TargetMode") != "External":
                path = normpath(join("/xl", attributes.get("Target", ""))).lstrip("/")
                links[attributes.get("Id", "")] = attributes.get("Type", "").rpartition("/")[2], path

        self._parse("xl/_rels/workbook.xml.rels", start)
        return links

    def _feed(
        self, path: str, start: Callable[[str, Attributes], None], *, end: Callable[[str], None] | None = None,
        text: Callable[[str], None] | None = None, after_piece: Callable[[], None] | None = None,
    ) -> None:  # fmt: skip
        """Parse a member, piece by piece. Raises FileRefused when it is too large or declares entities."""

        def refuse(*_: object) -> None:
            raise FileRefused(f"{self._file}: {path} declares a document type, which no workbook does")

        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.CharacterDataHandler = text
        parser.StartDoctypeDeclHandler = refuse
        with self._archive.open(path) as stream:
            while piece := stream.read(_PIECE):
                self._left -= len(piece)
                if self._left < 0:
                    raise FileRefused(f"{self._file}: unpacks to more than {LARGEST_WORKBOOK:,} bytes")
                parser.Parse(piece, False)
                if after_piece:
                    after_piece()
        parser.Parse(b"", True)

    def _parse(
        self, path: str, start: Callable[[str, Attributes], None], end: Callable[[str], None] | None = None,
        text: Callable[[str], None] | None = None,
    ) -> None:  # fmt: skip
        """Parse a member of few elements, whose names come without their prefix."""
        elements = 0

        def start_plain(name: str, attributes: Attributes) -> None:
            nonlocal elements
            elements += 1
            if elements > MOST_ELEMENTS:
                raise FileRefused(f"{self._file}: {path} has more than {MOST_ELEMENTS:,} elements")
            start(name.rpartition(":")[2], attributes)

        end_plain = (lambda name: end(name.rpartition(":")[2])) if end else None
        self._feed(path, start_plain, end=end_plain, text=text)

    def _read_strings(self, path: str) -> None:
        """The texts that cells refer to; of a text in several runs all, without its reading aid."""
        pieces: list[str] = []
        chars: list[str] = []
        aside = 0

        def start(name: str, _: Attributes) -> None:
            nonlocal aside
            if name == "si":
                pieces.clear()
            elif name == "rPh":
                aside += 1
            chars.clear()

        def end(name: str) -> None:
            nonlocal aside
            if name == "t" and not aside:
                pieces.append("".join(chars))
            elif name == "rPh":
                aside -= 1
            elif name == "si":
                self._strings[str(len(self._strings))] = _unescaped("".join(pieces))
            chars.clear()

        self._parse(path, start, end, chars.append)

    def _read_styles(self, path: str) -> None:
        """Which styles show a number as a day."""
        own: set[str] = set()
        within = ""

        def start(name: str, attributes: Attributes) -> None:
            nonlocal within
            if name in ("cellXfs", "cellStyleXfs", "dxfs"):
                within = name
            elif name == "numFmt":
                shown = _NOT_OF_A_DAY.sub("", attributes.get("formatCode", "")).lower()
                if "y" in shown or "d" in shown:
                    own.add(attributes.get("numFmtId", ""))
            elif name == "xf" and within == "cellXfs":
                number = attributes.get("numFmtId", "0")
                self._dates.append(number in own or (number.isdecimal() and int(number) in _DATES))

        self._parse(path, start)

    def _value(self, text: str, kind: str, style: str) -> str:
        """The text of a cell that is not a shared text: a number as it is written, a day as eight digits."""
        if kind in ("inlineStr", "str"):
            return _unescaped(text)
        if kind == "n":
            return self._number(text.strip(), style)
        if kind == "s":
            raise ValueError(f"a cell refers to the text {text[:20]!r}, of {len(self._strings):,}")
        if kind == "b":
            return "TRUE" if text.strip() == "1" else "FALSE"
        if kind == "d":
            return text.strip()[:10].replace("-", "")
        if kind == "e":
            return text
        raise ValueError(f"a cell is of the unknown kind {kind[:20]!r}")

    def _number(self, text: str, style: str) -> str:
        if not text:
            return ""
        number = float(text)
        if style.isdecimal() and int(style) < len(self._dates) and self._dates[int(style)] and number >= 1:
            return f"{self._epoch + timedelta(int(number)):%Y%m%d}"
        return str(int(number)) if number.is_integer() and abs(number) < 10**15 else text


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(_character, text) if "_x" in text else text


def _character(escaped: re.Match[str]) -> str:
    character = chr(int(escaped[1], 16))
    return escaped[0] if "\ud800" <= character <= "\udfff" else character
