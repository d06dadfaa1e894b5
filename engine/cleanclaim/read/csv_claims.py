"""Claims from CSV: one row a line of a claim; rows of one claim id are one claim, wherever they stand."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from cleanclaim.claims import Location, ReadClaim, Unreadable
from cleanclaim.read.assemble import CLAIM_FIELDS, LINE_FIELDS, Part, assemble, claim_id_of, misspelled

DELIMITERS = (",", ";", "\t", "|")
_LONGEST_RECORD = 100
"""Lines of the file that one row may run over, within quotes."""
_OF_CLAIM = CLAIM_FIELDS - LINE_FIELDS - {"lines"}


@dataclass
class _Rows:
    """The rows of one claim."""

    location: Location
    of_claim: dict[str, str]
    lines: list[Part] = field(default_factory=list)
    unreadable: list[Unreadable] = field(default_factory=list)
    is_whole: bool = True


def columns_of(header: str) -> tuple[list[str], str]:
    """The columns that a header line names, and the delimiter that finds most known ones among them."""
    found = [(_columns(header, delimiter), delimiter) for delimiter in DELIMITERS]
    return max(found, key=lambda one: sum(column in CLAIM_FIELDS | LINE_FIELDS for column in one[0]))


def is_header(header: str) -> bool:
    """Whether a line names the columns of claims."""
    columns = columns_of(header)[0]
    return "claim_id" in columns and any(column in LINE_FIELDS for column in columns)


def read_csv(lines: Iterable[str], file: str) -> Iterator[ReadClaim]:
    """The claims of a CSV file whose first line that is not blank names the columns.

    A row that does not tell its claim is reported by itself, and the claims of the rows beside it count as not whole.
    """
    records = _records(lines)
    number, text = next(records)
    columns, delimiter = columns_of(text)
    if twice := sorted(
        {column for column in columns if columns.count(column) > 1 and column in CLAIM_FIELDS | LINE_FIELDS}
    ):
        yield _nothing(
            Location(file=file, line=number), "file", f"the column {', '.join(twice)} stands in the header twice"
        )
        return
    if misspelt := misspelled(columns, CLAIM_FIELDS | LINE_FIELDS):
        columns_wrong = "; ".join(f"{name}: {why}" for name, why in misspelt.items())
        yield _nothing(Location(file=file, line=number), "file", f"the header is wrong: {columns_wrong}")
        return
    claims: dict[str, _Rows] = {}
    latest: _Rows | None = None
    after_an_orphan = False
    for number, text in records:
        location = Location(file=file, line=number)
        cells, reason = _cells(text, delimiter, len(columns))
        fields = {name: cell for name, cell in zip(columns, cells, strict=False) if name in CLAIM_FIELDS | LINE_FIELDS}
        claim_id = claim_id_of(fields)
        if claim_id is None:
            yield _nothing(location, "line", reason or "it has no claim_id")
            after_an_orphan = True
            if latest is not None:
                latest.is_whole = False
            continue
        latest = claims.setdefault(claim_id, _Rows(location, {name: fields.get(name, "") for name in _OF_CLAIM}))
        latest.is_whole = latest.is_whole and not after_an_orphan
        after_an_orphan = False
        if reason := reason or _difference(latest.of_claim, fields):
            latest.unreadable.append(Unreadable(claim_id=claim_id, field="line", reason=reason, location=location))
        else:
            of_line = {name: cell for name, cell in fields.items() if name in LINE_FIELDS and cell.strip()}
            latest.lines.append(Part(of_line, location))
    for rows in claims.values():
        read = assemble(Part(rows.of_claim, rows.location), rows.lines, rows.unreadable)
        yield read if rows.is_whole else read.model_copy(update={"is_whole": False})


def _difference(of_claim: Mapping[str, str], fields: Mapping[str, str]) -> str | None:
    differing = sorted(name for name in _OF_CLAIM if fields.get(name, "").strip() != of_claim[name].strip())
    return f"{', '.join(differing)} differs from the claim's first row" if differing else None


def _columns(header: str, delimiter: str) -> list[str]:
    try:
        cells = next(csv.reader([header], delimiter=delimiter), [])
    except csv.Error:
        return []
    return ["_".join(cell.lower().split()) for cell in cells]


def _records(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """The rows as text, each with its first line's number; a quoted cell may run over several lines.

    Where the quotes do not close within a row's limit, its first line is a row by itself, and the next begins another.
    """
    source = enumerate(lines, start=1)
    waiting: list[tuple[int, str]] = []
    while True:
        number, text = waiting.pop(0) if waiting else next(source, (0, ""))
        if not number:
            return
        taken = 0
        whole = text
        while whole.count('"') % 2 and taken < _LONGEST_RECORD:
            if taken == len(waiting):
                following = next(source, None)
                if following is None:
                    break
                waiting.append(following)
            whole += waiting[taken][1]
            taken += 1
        if whole.count('"') % 2:
            whole = text
        else:
            del waiting[:taken]
        if whole.strip():
            yield number, whole


def _cells(text: str, delimiter: str, wanted: int) -> tuple[Sequence[str], str | None]:
    """The cells of a row, and why it cannot be read."""
    try:
        rows = list(csv.reader([text], delimiter=delimiter, strict=True))
    except csv.Error as wrong:
        return (), f"it is no row of a CSV file: {wrong}"
    cells = rows[0] if rows else []
    if len(cells) != wanted:
        return cells, f"it has {len(cells)} cells where the header names {wanted}"
    return cells, None


def _nothing(location: Location, name: str, reason: str) -> ReadClaim:
    wrong = Unreadable(claim_id=None, field=name, reason=reason, location=location)
    return ReadClaim(claim=None, unreadable=(wrong,), location=location)
