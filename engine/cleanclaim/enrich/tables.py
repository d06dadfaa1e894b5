"""What the tables beside the code set say of a code on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

from cleanclaim.codes import first_day_of
from cleanclaim.facts import AddOnTable, YesNoUnknown
from cleanclaim.releases.library import CodeLibrary
from cleanclaim.tables import CONTRACTOR_DEFINED, MueService, UnitLimit

_CLOSED = 1
_ADDENDA = ("AA", "BB")
_NO_ROW = object()
_SERVICES: tuple[MueService, ...] = get_args(MueService)


@dataclass(frozen=True, slots=True)
class Primaries:
    """The codes that would do as primary procedure of an add-on code on a day."""

    codes: frozenset[str]
    is_open: bool
    """Whether the payer may accept others."""


NO_PRIMARIES = Primaries(frozenset(), is_open=False)


@dataclass(frozen=True, slots=True)
class AddOnListing:
    """Whether an add-on code table lists a code, and with which primaries where it speaks for the day."""

    table: AddOnTable
    primaries: Primaries | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """The MUE of a code for one kind of provider."""

    speaks: bool
    """Whether a table speaks for the day."""
    limit: UnitLimit | None
    """Its row, or, where none speaks, that of the table nearest to the day."""
    quarter: str
    """Of the table, else none."""


def add_on_listing(library: CodeLibrary, code: str, day: date) -> AddOnListing:
    """What the add-on code tables say of a code.

    Of several tables that speak for a day and list the code, that of the nearest quarter counts, and before an undated
    one a dated one.
    """
    if not library.tables("add_on"):
        return AddOnListing("none")
    entries = library.add_on_pairs(code)
    speaking = [layer for layer in library.speaking("add_on", day) if not (layer in entries and entries[layer] is None)]
    if not speaking:
        lists = any(one is not None and any(pair.holds_on(day) for pair in one.pairs) for one in entries.values())
        unread = any(one is None for one in entries.values())
        return AddOnListing("stale_lists" if lists or unread else "stale_silent")
    entries_in_turn = map(entries.get, sorted(speaking, key=lambda layer: (layer.quarter, layer.part != "dated")))
    in_force = ([pair for pair in one.pairs if pair.holds_on(day)] for one in entries_in_turn if one)
    pairs = next(filter(None, in_force), None)
    if pairs is None:
        return AddOnListing("speaks_silent")
    codes = frozenset(pair.primary_code for pair in pairs) - {CONTRACTOR_DEFINED, code}
    return AddOnListing("speaks_lists", Primaries(codes, is_open=any(pair.edit_type != _CLOSED for pair in pairs)))


def asc_listed(library: CodeLibrary, code: str, day: date) -> YesNoUnknown:
    """Whether an ASC payment table that speaks for the day lists the code."""
    speaking = library.speaking("asc", day)
    if not speaking:
        return "unknown"
    entries = library.asc_listings(code)
    if any(entries.get(layer) is not None for layer in speaking):
        return "yes"
    is_whole = {layer.part for layer in speaking} == set(_ADDENDA)
    return "no" if is_whole and entries.keys().isdisjoint(speaking) else "unknown"


def unit_limits(library: CodeLibrary, code: str, day: date) -> dict[MueService, Limits]:
    """The MUEs of a code: of the table that speaks for the day, else of the latest before it, else of the earliest.

    A table whose row of the code could not be read does not speak for it.
    """
    tables, of_day = library.tables("mue"), library.speaking("mue", day)
    entries = library.unit_limits(code) if tables else {}
    found: dict[MueService, Limits] = {}
    for service in _SERVICES:
        nearest = next((one for one in of_day if one.part == service and entries.get(one, _NO_ROW) is not None), None)
        if nearest is not None:
            found[service] = Limits(True, entries.get(nearest), nearest.quarter)
            continue
        own = [layer for layer in tables if layer.part == service and entries.get(layer, _NO_ROW) is not None]
        others = [layer for layer in own if first_day_of(layer.quarter) <= day][-1:] or own[:1]
        if others:
            found[service] = Limits(False, entries.get(others[0]), others[0].quarter)
        else:
            found[service] = Limits(False, None, "none")
    return found


def days_of_change(library: CodeLibrary, code: str) -> list[date]:
    """The days within quarters on which an add-on code table begins to say something else of a code."""
    days: set[date] = set()
    for entry in library.add_on_pairs(code).values():
        for pair in entry.pairs if entry else ():
            days.update(one for one in (pair.effective_date,) if one)
            ends: Iterable[date | None] = (
                pair.deletion_date, pair.add_on_deletion_date, pair.primary_deletion_date,
            )  # fmt: skip
            days.update(end + timedelta(1) for end in ends if end and end < date.max)
    return sorted(days)


def days_of_modifier(library: CodeLibrary, modifier: str) -> set[date]:
    """The days, those on which releases begin aside, on which the state of a modifier may change."""
    days: set[date] = set()
    for record in library.held(modifier).records.values():
        days.update(one for one in (record.code_added_date,) if one)
        days.update(end + timedelta(1) for end in (record.termination_date,) if end and end < date.max)
    return days


ModifierState = Literal["unknown_modifier", "ended_modifier", "in_order", "not_known"]


def modifier_state(library: CodeLibrary, modifier: str, day: date) -> ModifierState:
    """Whether the complete release in force lacks a modifier, or its record in force excludes the day.

    Of a modifier that it lacks and a later release holds, the dates are known: within them it is in order. Where no
    release in force tells of the modifier, its state is not known.
    """
    found = library.look_up(modifier, day)
    if found.status == "not_in_release":
        return "unknown_modifier"
    if found.record is None:
        return "not_known"
    begins, ends = found.record.code_added_date, found.record.termination_date or found.later_termination_date
    is_out = (begins is not None and day < begins) or (ends is not None and day > ends)
    if found.status == "later_snapshot":
        is_lacked = any(scope == "complete" and first_day_of(one) <= day for one, scope in library.scopes.items())
        return "not_known" if not is_lacked else "unknown_modifier" if is_out else "in_order"
    return "ended_modifier" if is_out else "in_order"
