"""Claims from rows, of which each is a line of a claim: rows of one claim id are one claim, wherever they stand."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from cleanclaim.claims import Location, ReadClaim, Unreadable
from cleanclaim.read.assemble import CLAIM_FIELDS, LINE_FIELDS, Part, assemble, claim_id_of, in_column
from cleanclaim.read.header import Header

_OF_CLAIM = CLAIM_FIELDS - LINE_FIELDS - {"lines"}


@dataclass(frozen=True, slots=True)
class Row:
    """One row as read."""

    location: Location
    fields: Mapping[str, str]
    """By the name of a claim's or line's field; those that are none are left out."""
    wrong: Mapping[str, str] = field(default_factory=dict)
    """Fields of the line that are none, each with the reason."""
    reason: str | None = None
    """Why it cannot be read."""
    told: str | None = None
    """What stands where its claim id would, when it cannot be read."""
    is_short: bool = False
    """Whether it has too few cells; else one that cannot be read may hold the next row too."""


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

    row: Row
    reason: str
    before: _Rows | None
    after: _Rows | None = None


def claims_of_rows(rows: Iterable[Row], header: Header) -> Iterator[ReadClaim]:
    """The claims that rows under a header make.

    A row that does not tell its claim is reported by itself, and the claims of the rows beside it count as not whole.
    """
    claims: dict[str, _Rows] = {}
    broken: list[_BrokenRow] = []
    latest: _Rows | None = None
    for row in rows:
        claim_id = claim_id_of(row.fields)
        if row.reason or claim_id is None:
            reason = row.reason or f"it has no claim_id{in_column('claim_id', header.named)}"
            broken.append(_BrokenRow(row, reason, before=latest))
            continue
        of_claim = {name: row.fields.get(name, "").strip() for name in _OF_CLAIM}
        latest = claims.setdefault(claim_id, _Rows(claim_id, row.location, of_claim))
        for one in reversed(broken):
            if one.after is not None:
                break
            one.after = latest
        if differing := _taken_up(latest.of_claim, of_claim):
            shown = ", ".join(name + in_column(name, header.named) for name in differing)
            reason = f"{shown} differs from the claim's rows above"
            wrong = Unreadable(claim_id=claim_id, of_line=True, field="line", reason=reason, location=row.location)
            latest.unreadable.append(wrong)
        else:
            fields = {name: cell for name, cell in row.fields.items() if name in LINE_FIELDS}
            latest.lines.append(Part(fields, row.location, row.wrong, columns=header.named))
    yield from _settled(broken, claims)
    for of_claim_rows in claims.values():
        whole = Part(of_claim_rows.of_claim, of_claim_rows.location, columns=header.named)
        read = assemble(whole, of_claim_rows.lines, of_claim_rows.unreadable)
        yield read.model_copy(update={"is_whole": of_claim_rows.is_whole, "passed_over": header.passed_over})


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
    for one in broken:
        row, reason = one.row, one.reason
        own = claims.get(row.told) if row.told else None
        beside = [one.before] if own is None else []
        if one.after is not one.before and not (own and row.is_short):
            beside.append(one.after)
        for rows in beside:
            if rows is not None and rows is not own:
                rows.doubt(row.location)
        if own is None:
            yield nothing(row.location, "line", reason)
        else:
            wrong = Unreadable(claim_id=row.told, of_line=True, field="line", reason=reason, location=row.location)
            own.unreadable.append(wrong)


def nothing(location: Location, name: str, reason: str) -> ReadClaim:
    """What is said of a row or file of which nothing can be read."""
    wrong = Unreadable(claim_id=None, of_line=name == "line", field=name, reason=reason, location=location)
    return ReadClaim(claim=None, unreadable=(wrong,), location=location)
