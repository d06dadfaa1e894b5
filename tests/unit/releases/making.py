"""Small files as CMS publishes them, made of facts; and files read as the library reads them."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

from cleanclaim.codes import CodeRecord
from cleanclaim.releases.files import Read, Wanted, read_files
from cleanclaim.releases.fixed_width import WIDTHS

COLUMNS = (
    "HCPC", "SEQNUM", "RECID", "LONG DESCRIPTION", "SHORT DESCRIPTION", "PRICE1", "PRICE2", "PRICE3", "PRICE4",
    "MULT_PI", "CIM1", "CIM2", "CIM3", "MCM1", "MCM2", "MCM3", "STATUTE",
    *(f"LABCERT{n}" for n in range(1, 9)), *(f"XREF{n}" for n in range(1, 6)),
    "COV", "ASC_GRP", "ASC_DT", "OPPS", "OPPS_PI", "OPPS_DT", "PROCNOTE", "BETOS", *(f"TOS{n}" for n in range(1, 6)),
    "ANEST_BU", "ADD DT", "ACT EFF DT", "TERM DT", "ACTION CD",
)  # fmt: skip
DETAIL = {
    "SEQNUM": "0010", "RECID": "3", "PRICE1": "51", "MULT_PI": "A", "COV": "C", "BETOS": "O1E", "TOS1": "1",
    "ANEST_BU": "  0", "ADD DT": "20240101", "ACT EFF DT": "20240401", "ACTION CD": "N",
}  # fmt: skip
JANUARY = Wanted(release="2026-01")

Cell = str | int | float | date | None


def row(code: str, long: str, short: str = "Short", **changed: str) -> dict[str, str]:
    """The columns of a record; a modifier's code stands behind three blanks, as in CMS's file."""
    kind = {"RECID": "7"} if len(code) == 2 else {}
    columns = {
        name.replace("_DT", " DT") if name in ("ADD_DT", "TERM_DT") else name: text for name, text in changed.items()
    }
    return {**DETAIL, **kind, "HCPC": code.rjust(5), "LONG DESCRIPTION": long, "SHORT DESCRIPTION": short, **columns}


def csv_text(rows: Sequence[Mapping[str, str]], *, end: str = "\n", is_quoted: bool = False) -> str:
    """Rows as csv: texts with a comma or a quote in quotes, or all."""
    lines = [list(COLUMNS), *([one.get(name, "") for name in COLUMNS] for one in rows)]
    return "".join(",".join(_quoted(cell, is_quoted=is_quoted) for cell in cells) + end for cells in lines)


def _quoted(text: str, *, is_quoted: bool) -> str:
    return f'"{text.replace(chr(34), chr(34) * 2)}"' if is_quoted or set(text) & set(',"\r\n') else text


def fixed_lines(one: Mapping[str, str], *, pad: int = 320) -> list[str]:
    """A record's lines in the fixed-width layout; lines of detail are 320 long, others padded to `pad`."""
    words, pieces = one["LONG DESCRIPTION"].split(" "), [""]
    for word in words:
        if len(pieces[-1]) + len(word) > 78:
            pieces.append(word)
        else:
            pieces[-1] = f"{pieces[-1]} {word}".strip()
    goes_on = str(int(one["RECID"]) + 1)
    columns = {**one, "LONG DESCRIPTION": pieces[0], "SEQNUM": "00100"}
    lines = ["".join(columns.get(name, "").ljust(width) for name, width in WIDTHS).ljust(320)]
    for number, piece in enumerate(pieces[1:], start=2):
        lines.append(f"{one['HCPC']}{number * 100:05d}{goes_on}{piece:<80}".ljust(pad))
    return lines


def fixed_text(rows: Sequence[Mapping[str, str]], *, end: str = "\r\n", pad: int = 320) -> str:
    """Records as the fixed-width file."""
    return "".join(line + end for one in rows for line in fixed_lines(one, pad=pad))


def workbook(*sheets: Sequence[Sequence[Cell]], names: Sequence[str] = ()) -> bytes:
    """A minimal xlsx workbook: texts are shared, days are numbers in a style of days, None is no cell."""
    return packed(workbook_members(*sheets, names=names))


def workbook_members(*sheets: Sequence[Sequence[Cell]], names: Sequence[str] = ()) -> dict[str, str]:
    """The members of such a workbook."""
    shared: dict[str, int] = {}
    shown = [names[at] if at < len(names) else f"Sheet{at + 1}" for at in range(len(sheets))]
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    members = {
        f"xl/worksheets/sheet{at}.xml": f"<worksheet {main}><sheetData>{_rows(sheet, shared)}</sheetData></worksheet>"
        for at, sheet in enumerate(sheets, start=1)
    }
    members["xl/workbook.xml"] = (
        f'<workbook {main} xmlns:r="{kinds}"><sheets>'
        + "".join(f'<sheet name="{escape(name)}" sheetId="{at}" r:id="rId{at}"/>' for at, name in enumerate(shown, 1))
        + "</sheets></workbook>"
    )
    links = [*((f"rId{at}", "worksheet", f"worksheets/sheet{at}.xml") for at in range(1, len(sheets) + 1))]
    links += [("rIdS", "sharedStrings", "sharedStrings.xml"), ("rIdT", "styles", "/xl/styles.xml")]
    members["xl/_rels/workbook.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + "".join(f'<Relationship Id="{one}" Type="{kinds}/{kind}" Target="{path}"/>' for one, kind, path in links)
        + "</Relationships>"
    )
    texts = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in shared)
    members["xl/sharedStrings.xml"] = f"<sst {main}>{texts}</sst>"
    members["xl/styles.xml"] = (
        f'<styleSheet {main}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    )
    members["[Content_Types].xml"] = "<Types/>"
    return members


def _rows(rows: Sequence[Sequence[Cell]], shared: dict[str, int]) -> str:
    return "".join(
        f'<row r="{number}">'
        + "".join(_cell(f"{_letters(at)}{number}", cell, shared) for at, cell in enumerate(cells) if cell is not None)
        + "</row>"
        for number, cells in enumerate(rows, start=1)
    )


def _cell(place: str, cell: Cell, shared: dict[str, int]) -> str:
    if isinstance(cell, str):
        return f'<c r="{place}" t="s"><v>{shared.setdefault(cell, len(shared))}</v></c>'
    if isinstance(cell, date):
        return f'<c r="{place}" s="1"><v>{(cell - date(1899, 12, 30)).days}</v></c>'
    return f'<c r="{place}" s="0"><v>{cell}</v></c>'


def _letters(at: int) -> str:
    return chr(65 + at) if at < 26 else f"{chr(64 + at // 26)}{chr(65 + at % 26)}"


def packed(members: Mapping[str, str | bytes]) -> bytes:
    """A zip archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def as_sheet(rows: Sequence[Mapping[str, str]]) -> list[list[Cell]]:
    """Records as the rows of a sheet under their header."""
    return [[*COLUMNS], *([one.get(name, "") for name in COLUMNS] for one in rows)]


def read(folder: Path, content: bytes | str, name: str = "HCPC2026_JAN_ANWEB.txt", wanted: Wanted = Wanted()) -> Read:  # noqa: B008
    """The one part that a file of this content and name holds."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    (found,) = read_files([path], wanted)
    return found


def record(found: Read, code: str) -> CodeRecord:
    """A code's record, which was read."""
    entry = found.part.entries[code]
    assert isinstance(entry, CodeRecord)
    return entry


def noted(found: Read) -> list[tuple[int | None, str]]:
    """Where and of what the notices are, that of a short release aside."""
    return [(one.line, one.field) for one in found.notices if "complete release of" not in one.reason]


def unread(found: Read) -> set[str]:
    """The codes of which the file says nothing."""
    return {code for code, entry in found.part.entries.items() if entry is None}
