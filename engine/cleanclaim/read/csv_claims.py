"""Claims from CSV: one row a line of a claim; rows of one claim id are one claim, wherever they stand."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from cleanclaim.claims import Location, ReadClaim, Unreadable
from cleanclaim.read.assemble import CLAIM_FIELDS, LINE_FIELDS, Part, assemble, claim_id_of, misspelled, printable

DELIMITERS = (",", ";", "\t", "|")
_LONGEST_RECORD = 100
"""Lines of the file that one row may run over, within quotes."""
_OF_CLAIM = CLAIM_FIELDS - LINE_FIELDS - {"lines"}
_KNOWN = (CLAIM_FIELDS | LINE_FIELDS) - {"lines"}
_WHOLE_CELL = re.compile(r'\s*("[^"]*"|[^"]*)\s*')


@dataclass
class _Rows:
    """The rows of one claim."""

    claim_id: str
    location: Location
    of_claim: dict[str, str]
    lines: list[Part] = field(default_factory=list)
    unreadable: list[Unreadable] = field(default_factory=list)
    is_whole: bool = True

    def doubt(self, location: Location) -> None:
        """Note that a row which cannot be read may be of this claim."""
        self.is_whole = False
        reason = f"the row on line {location.line} cannot be told to a claim, and may be of this one"
        wrong = Unreadable(claim_id=self.claim_id, field="claim", reason=reason, location=self.location)
        self.unreadable.append(wrong)


@dataclass
class _BrokenRow:
    """A row that cannot be read, between the claims of the rows beside it."""

    location: Location
    reason: str
    told: str | None
    """What stands where its claim id would: it counts where a row that can be read bears the same."""
    is_short: bool
    """Whether it has too few cells; else it may hold the next row too."""
    before: _Rows | None
    after: _Rows | None = None


def columns_of(header: str) -> tuple[list[str], str]:
    """The columns that a header line names, and the delimiter that finds most known ones among them."""
    found = [(_columns(header, delimiter), delimiter) for delimiter in DELIMITERS]
    return max(found, key=lambda one: sum(column in _KNOWN for column in one[0]))


def is_header(header: str) -> bool:
    """Whether a line names the columns of claims."""
    columns = columns_of(header)[0]
    return "claim_id" in columns and any(column in LINE_FIELDS for column in columns)


def read_csv(lines: Iterable[str], file: str) -> Iterator[ReadClaim]:
    """The claims of a CSV file whose first line that is not blank names the columns.

    A row that does not tell its claim is reported by itself, and the claims of the rows beside it count as not whole.
    """
    source = enumerate(lines, start=1)
    number, header = next(one for one in source if one[1].strip())
    columns, delimiter = columns_of(header)
    if refused := _refused(columns):
        yield _nothing(Location(file=file, line=number), "file", refused)
        return
    passed_over = frozenset(printable(column) for column in columns if column not in _KNOWN)
    claims: dict[str, _Rows] = {}
    broken: list[_BrokenRow] = []
    latest: _Rows | None = None
    for number, text, cells, reason in _rows(source, columns, delimiter):
        location = Location(file=file, line=number)
        fields = {name: cell for name, cell in zip(columns, cells, strict=False) if name in _KNOWN}
        claim_id = claim_id_of(fields)
        if reason or claim_id is None:
            told = _first_cell(text, delimiter) if columns[0] == "claim_id" else None
            is_short = 0 < len(cells) < len(columns)
            broken.append(_BrokenRow(location, reason or "it has no claim_id", told, is_short, before=latest))
            continue
        of_claim = {name: fields.get(name, "").strip() for name in _OF_CLAIM}
        latest = claims.setdefault(claim_id, _Rows(claim_id, location, of_claim))
        for row in reversed(broken):
            if row.after is not None:
                break
            row.after = latest
        if differing := _taken_up(latest.of_claim, of_claim):
            reason = f"{', '.join(differing)} differs from the claim's rows above"
            wrong = Unreadable(claim_id=claim_id, of_line=True, field="line", reason=reason, location=location)
            latest.unreadable.append(wrong)
        else:
            latest.lines.append(Part({name: cell for name, cell in fields.items() if name in LINE_FIELDS}, location))
    yield from _settled(broken, claims)
    for rows in claims.values():
        read = assemble(Part(rows.of_claim, rows.location), rows.lines, rows.unreadable)
        yield read.model_copy(update={"is_whole": rows.is_whole, "passed_over": passed_over})


def _taken_up(known: dict[str, str], of_row: Mapping[str, str]) -> list[str]:
    """Let a row tell what earlier rows left blank of their claim; the fields in which it says something else."""
    differing = sorted(
        name for name, text in of_row.items() if text and known[name].casefold() not in ("", text.casefold())
    )
    if not differing:
        known.update({name: text for name, text in of_row.items() if text and not known[name]})
    return differing


def _settled(broken: Sequence[_BrokenRow], claims: Mapping[str, _Rows]) -> Iterator[ReadClaim]:
    """Tell each broken row to its claim, or report it by itself: then it may be of the claims beside it."""
    for row in broken:
        own = claims.get(row.told) if row.told else None
        beside = [row.before] if own is None else []
        if row.after is not row.before and not (own and row.is_short):
            beside.append(row.after)
        for rows in beside:
            if rows is not None and rows is not own:
                rows.doubt(row.location)
        if own is None:
            yield _nothing(row.location, "line", row.reason)
        else:
            wrong = Unreadable(claim_id=row.told, of_line=True, field="line", reason=row.reason, location=row.location)
            own.unreadable.append(wrong)


def _columns(header: str, delimiter: str) -> list[str]:
    try:
        cells = next(csv.reader([header], delimiter=delimiter, skipinitialspace=True), [])
    except csv.Error:
        return []
    return ["_".join(cell.lower().split()) for cell in cells]


def _refused(columns: Sequence[str]) -> str | None:
    """Why a header cannot be used."""
    if twice := sorted({column for column in columns if columns.count(column) > 1 and column in _KNOWN}):
        return f"the column {', '.join(twice)} stands in the header twice"
    if misspelt := misspelled(columns, _KNOWN):
        return f"the header is wrong: {'; '.join(f'{name}: {why}' for name, why in misspelt.items())}"
    return None


def _rows(
    source: Iterator[tuple[int, str]], columns: Sequence[str], delimiter: str
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
        cells, reason = _cells(text, columns, delimiter)
        if reason and text.count('"') % 2:
            taken, whole = _to_the_closing_quote(text, waiting, source)
            more, still = _cells(whole, columns, delimiter) if taken else ((), reason)
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


def _cells(text: str, columns: Sequence[str], delimiter: str) -> tuple[Sequence[str], str | None]:
    """The cells of a row, and why it cannot be read."""
    try:
        rows = list(csv.reader([text], delimiter=delimiter, skipinitialspace=True, strict=True))
    except csv.Error as wrong:
        return (), f"it is no row of a CSV file: {wrong}"
    cells = rows[0] if rows else []
    if len(cells) != len(columns):
        return cells, f"it has {len(cells)} cells where the header names {len(columns)}"
    return cells, _misquoted(text, cells, columns, delimiter) if '"' in text else None


def _misquoted(text: str, cells: Sequence[str], columns: Sequence[str], delimiter: str) -> str | None:
    """Why the quotes of a row with the right number of cells may have put them under the wrong columns."""
    known = [cell for name, cell in zip(columns, cells, strict=True) if name in _KNOWN and name != "description"]
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


def _nothing(location: Location, name: str, reason: str) -> ReadClaim:
    wrong = Unreadable(claim_id=None, of_line=name == "line", field=name, reason=reason, location=location)
    return ReadClaim(claim=None, unreadable=(wrong,), location=location)
