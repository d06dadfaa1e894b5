"""What the columns of a table hold of a claim: those that a mapping names, and those that bear a field's own name."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from cleanclaim.read.assemble import CLAIM_FIELDS, LINE_FIELDS, misspelled, printable
from cleanclaim.read.columns import ColumnMapping, normalized
from cleanclaim.read.date_formats import DateFormat
from cleanclaim.values import listed

KNOWN = (CLAIM_FIELDS | LINE_FIELDS) - {"lines"}
"""The names that columns bear of themselves."""
DAYS = ("date_of_service", "date_of_service_end")
BETWEEN = {"modifiers": " ", "type_of_bill": ""}
"""What stands between the values of several columns that hold one field."""
_ASCII_BLANKS = " \t\r\n"

Cells = Sequence[str | None]


@dataclass(frozen=True)
class Header:
    """The columns of a table."""

    names: tuple[str, ...]
    """Of all, as they are compared."""
    places: Mapping[str, tuple[int, ...]]
    """Of the columns that hold a field, from 0; of most fields it is one."""
    named: Mapping[str, str]
    """Of fields whose columns bear other names, those names as they are shown."""
    passed_over: frozenset[str] = frozenset()
    """Names of columns that hold nothing of a claim, as they are shown."""
    constants: Mapping[str, str] = field(default_factory=dict)
    """Fields that every line has alike."""
    formats: tuple[DateFormat, ...] = ()
    """How days are written that are text; none where they are written year-month-day."""
    refused: str | None = None
    """Why these are no columns of claim lines."""

    written: tuple[str, ...] = ()
    """The fields whose days are written so."""

    def fields(self, cells: Cells) -> tuple[dict[str, str], dict[str, str]]:
        """What a row says, by field; and why fields of it are none, without their values."""
        fields = {name: cell for name, place in self._of_one if (cell := cells[place]) is not None}
        wrong: dict[str, str] = {}
        for name, places in self._of_several:
            fields[name] = BETWEEN[name].join(cell.strip(" ") for place in places if (cell := cells[place]) is not None)
        for name in self.written:
            self._take_day(name, fields, wrong)
        fields.update(self.constants)
        return fields, wrong

    def _take_day(self, name: str, fields: dict[str, str], wrong: dict[str, str]) -> None:
        """Write a day as year-month-day, or tell why it is none."""
        if not fields.get(name, "").strip():
            return
        text = fields.pop(name).strip(_ASCII_BLANKS)
        try:
            days = [day for one in self.formats if (day := one.day(text)) is not None]
        except ValueError as no_day:
            wrong[name] = str(no_day)
            return
        if days:
            fields[name] = days[0].isoformat()
        else:
            wrong[name] = f"a day is written {listed((one.text for one in self.formats), last='or')}"

    @cached_property
    def taken(self) -> tuple[int, ...]:
        """The places of the columns that hold a field, in their order."""
        return tuple(sorted(place for places in self.places.values() for place in places))

    def of_taken(self) -> "Header":
        """The header of the columns that hold a field, without the others."""
        now = {place: number for number, place in enumerate(self.taken)}
        places = {name: tuple(now[place] for place in found) for name, found in self.places.items()}
        return replace(self, names=tuple(self.names[place] for place in self.taken), places=places)

    @cached_property
    def of_no_free_text(self) -> tuple[int, ...]:
        """The places of the columns that hold a field which is no free text."""
        return tuple(place for name, places in self.places.items() for place in places if name != "description")

    @cached_property
    def _of_one(self) -> tuple[tuple[str, int], ...]:
        return tuple((name, places[0]) for name, places in self.places.items() if len(places) == 1)

    @cached_property
    def _of_several(self) -> tuple[tuple[str, tuple[int, ...]], ...]:
        return tuple((name, places) for name, places in self.places.items() if len(places) > 1)


def wanted(mapping: ColumnMapping | None) -> frozenset[str]:
    """The names that columns may bear which hold a field, as they are compared."""
    return KNOWN if mapping is None else KNOWN | mapping.names


def is_of_claims(names: Collection[str], mapping: ColumnMapping | None) -> bool:
    """Whether columns of these names are those of claim lines, or meant to be."""
    if mapping is not None and not mapping.names.isdisjoint(names):
        return True
    return "claim_id" in names and not LINE_FIELDS.isdisjoint(names)


def header_of(names: Sequence[str], mapping: ColumnMapping | None = None, days: Collection[str] = ()) -> Header:
    """What columns of these names hold, by the mapping where there is one.

    A field that the mapping does not name is held by the column of its own name. `days` are the columns whose type is
    a day: they are written year-month-day, whatever the mapping says of text.
    """
    names = tuple(map(normalized, names))
    mapped = {} if mapping is None else mapping.by_field
    constants = {} if mapping is None else mapping.fixed
    taken = frozenset() if mapping is None else mapping.names
    sources = {name: (name,) for name in sorted(KNOWN - mapped.keys() - constants.keys() - taken)} | {
        name: tuple(map(normalized, columns)) for name, columns in mapped.items()
    }
    places = {
        name: tuple(map(names.index, columns))
        for name, columns in sources.items()
        if all(column in names for column in columns)
    }
    named = {
        name: ", ".join(map(printable, columns))
        for name, columns in mapped.items()
        if tuple(map(normalized, columns)) != (name,)
    }
    held = {names[place] for found in places.values() for place in found}
    formats = () if mapping is None else mapping.formats
    return Header(
        names, places,
        named=named,
        passed_over=frozenset(printable(name) for name in names if name not in held),
        constants=constants,
        formats=formats,
        refused=_refused(names, mapping, sources, places),
        written=tuple(
            name for name in DAYS if formats and name in places and names[places[name][0]] not in days
        ),
    )  # fmt: skip


def _refused(
    names: Sequence[str],
    mapping: ColumnMapping | None,
    sources: Mapping[str, tuple[str, ...]],
    places: Mapping[str, tuple[int, ...]],
) -> str | None:
    """Why columns of these names are none of claim lines; `sources` are those wanted for each field."""
    if twice := sorted(column for columns in sources.values() for column in columns if names.count(column) > 1):
        return f"the column {', '.join(map(printable, twice))} stands in the header twice"
    if mapping is None:
        if misspelt := misspelled(names, KNOWN):
            return f"the header is wrong: {'; '.join(f'{name}: {why}' for name, why in misspelt.items())}"
    elif lacking := [
        f"{printable(column)} ({name})"
        for name, columns in mapping.by_field.items()
        for column in columns
        if normalized(column) not in names
    ]:
        return f"it has no column {listed(lacking, last='or')}, which the column mapping names"
    if "claim_id" not in places or len(places) < 2:
        return "its columns are not those of claim lines, claim_id first of all"
    return None
