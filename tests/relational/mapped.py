"""Random tables in columns of other names, and the mapping by which they are the same tables."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from tests.unit.predicate.making import Pick

from cleanclaim.read.columns import ColumnMapping
from cleanclaim.values import iso_day

from .tables import DrawnTable, Row, Value

FORMATS = (None, "%m/%d/%Y", "%d-%b-%Y", "%Y%m%d", "%Y-%m-%d 00:00:00", ("%d.%m.%Y", "%Y%m%d"))
_DAYS = ("date_of_service", "date_of_service_end")
_CONSTANTS = {"payer_type": "medicare", "claim_type": "institutional", "place_of_service": "24", "code_qualifier": "HP"}
_PARTS = 4
_AS_TEXT = ("date", "timestamp", "timestamp_s", "timestamp_ms", "timestamp_ns")


@dataclass(frozen=True)
class MappedTable:
    """A table, and the same in columns of other names."""

    own: DrawnTable
    mapped: DrawnTable
    mapping: ColumnMapping


def mapped_table(pick: Pick, drawn: DrawnTable) -> MappedTable:
    """The table under a mapping. Of its days those that a format would make of what is none are blotted out in both."""
    written = pick(FORMATS)
    formats = (written,) if isinstance(written, str) else written or ()
    of_text = {name: "varchar" for name in _DAYS if formats and drawn.types.get(name, "") not in ("", *_AS_TEXT)}
    drawn = replace(drawn, types={**drawn.types, **of_text})
    renamed = [name for name in drawn.types if pick((True, True, False))]
    constants = {
        name: value for name, value in _CONSTANTS.items() if name not in renamed and pick((False, False, True))
    }
    apart = "modifiers" in renamed and drawn.types["modifiers"] == "varchar" and pick((True, False))
    rows = [_without_days_of(row, formats) for row in drawn.rows]
    named: dict[str, Any] = {name: f"{pick(('SRC ', 'src_'))}{place}" for place, name in enumerate(renamed)}
    if apart:
        named["modifiers"] = [f"MOD{number}" for number in range(_PARTS)]
    types: dict[str, str] = {}
    for name, kind in drawn.types.items():
        for column in named[name] if name == "modifiers" and apart else (named.get(name, drawn.names[name]),):
            types[column] = kind
    found: list[Row] = []
    for row in rows:
        cells: Row = {}
        for name in drawn.types:
            value = row.get(name)
            if name == "modifiers" and apart:
                cells.update(_apart(pick, named[name], value))
                continue
            if name in _DAYS and formats and drawn.types[name] not in _AS_TEXT:
                value = _written(value, pick(formats))
            cells[named.get(name, drawn.names[name])] = value
        found.append(cells)
    own_types = {**drawn.types, **dict.fromkeys(constants, "varchar")}
    own_rows = [{**row, **constants} for row in rows]
    own = DrawnTable(own_types, {**{name: name for name in own_types}, **drawn.names}, own_rows)
    mapping = {"columns": named, "constants": constants} | ({"date_format": list(formats)} if formats else {})
    return MappedTable(
        own, DrawnTable(types, {name: name for name in types}, found), ColumnMapping.model_validate(mapping)
    )


def _without_days_of(row: Row, formats: tuple[str, ...]) -> Row:
    """A row in which no text that is no day year-month-day is one in a format."""
    mapping = ColumnMapping(date_format=formats) if formats else ColumnMapping()

    def is_day(text: str) -> bool:
        try:
            return any(one.day(text.strip()) is not None for one in mapping.formats)
        except ValueError:
            return True

    changed = {name: "no day" for name in _DAYS if (value := row.get(name)) and _day(value) is None and is_day(value)}
    return {**row, **changed}


def _day(value: str) -> date | None:
    try:
        return iso_day(value)
    except ValueError:
        return None


def _written(value: Value, text: str) -> Value:
    """A day as a format has it, blanks and all; what is none stays what it is."""
    day = _day(value) if value else None
    if value is None or day is None:
        return value
    parts = {"%Y": f"{day.year:04}", "%m": f"{day.month:02}", "%d": f"{day.day:02}", "%b": f"{day:%b}".upper()}
    for word, part in parts.items():
        text = text.replace(word, part)
    return value.replace(str(day), text)


def _apart(pick: Pick, columns: list[str], value: Value) -> Row:
    """Modifiers in columns of their own, with gaps; what has no blanks between stands in one."""
    parts: list[Value] = list((value or "").split(" ")) if value else []
    if len(parts) > len(columns):
        parts = [value]
    while len(parts) < len(columns):
        parts.insert(pick(range(len(parts) + 1)), pick((None, "", " ")))
    return dict(zip(columns, parts, strict=True))
