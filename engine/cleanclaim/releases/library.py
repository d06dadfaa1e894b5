"""The library: many code set releases and tables, and what they say of a code on a day."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast

from cleanclaim.codes import CodeRecord, CodeSetRelease, Notice, ReleaseId, Scope, first_day_of, quarter_number
from cleanclaim.facts import RecordStatus
from cleanclaim.releases.shelf import (
    HeldLayer,
    LibraryRefused,
    MemoryShelf,
    Shelf,
    agree,
    body_of,
    content_hash_of,
    digest_of,
    merged,
)
from cleanclaim.tables import PARTS, AddOnPairs, AscListing, Entry, Kind, Layer, Part, UnitLimit, part_of

__all__ = ["CodeLibrary", "Held", "LibraryRefused", "RecordLookup"]
_CODES_REMEMBERED = 32_768


@dataclass(frozen=True, slots=True)
class RecordLookup:
    """What the library knows of a HCPCS Level II code, or of a modifier, on a day.

    `record` is the one in force, or of a later release (status later_snapshot): then only its dates are true.
    """

    status: RecordStatus
    record: CodeRecord | None = None
    release_id: str | None = None
    """The release consulted."""
    release_lag_quarters: int = 0
    later_termination_date: date | None = None
    """The termination date that a later release gives a record in force which has none."""


@dataclass(frozen=True, slots=True)
class Held:
    """What the releases hold of one code, by quarter."""

    records: Mapping[ReleaseId, CodeRecord]
    """That can be put in force."""
    unreadable: frozenset[ReleaseId]
    """Quarters whose record of the code could not be read: their release says nothing of it."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What the library holds of one code."""

    held: Held
    entries: Mapping[Kind, Mapping[Layer, Entry | None]]


class CodeLibrary:
    """Releases by quarter. Files of one quarter are merged; a complete one wins over a partial one, in any order."""

    def __init__(self, parts: Iterable[CodeSetRelease | Part] = (), *, shelf: Shelf | None = None) -> None:
        """Make a library of releases and tables, of a shelf as a library file is, or of both.

        Raise LibraryRefused when two of one quarter and one scope hold different records of a code.
        """
        own = MemoryShelf(part_of(one) if isinstance(one, CodeSetRelease) else one for one in parts)
        self.shelves: tuple[Shelf, ...] = (own,) if shelf is None else (shelf, own) if own.layers else (shelf,)
        """Where the entries lie."""
        self.layers = tuple(sorted({layer for one in self.shelves for layer in one.layers}))
        """All layers, in order."""
        scopes: dict[ReleaseId, Scope] = {}
        for layer in self.layers:
            if layer.kind == "code_set" and scopes.get(layer.quarter) != "complete":
                scopes[layer.quarter] = "complete" if layer.part == "complete" else "partial"
        self.scopes = dict(sorted(scopes.items()))
        """The releases of the code set: the scope of each by its quarter, in order."""
        self._quarters = tuple(self.scopes)
        self._first_days = [first_day_of(quarter) for quarter in self._quarters]
        self._remembered: dict[str, _Known] = {}
        self._speaking: dict[tuple[Kind, int], tuple[Layer, ...]] = {}
        self._of_kind = {kind: tuple(layer for layer in self.layers if layer.kind == kind) for kind in PARTS}
        for layer in own.layers if shelf else ():
            for code in own.codes(layer):
                self._known(code)

    @property
    def content_hash(self) -> str:
        """SHA-256 of all that the library holds: the same content has the same hash, however it was added."""
        if len(self.shelves) == 1:
            return self.shelves[0].content_hash
        return content_hash_of(
            self.layers,
            (
                (layer, code, digest_of(body_of(self.entry(layer, code))))
                for layer in self.layers
                for code in self.codes(layer)
            ),
        )

    @property
    def notices(self) -> tuple[Notice, ...]:
        """Where a complete file of a quarter and a partial one disagree on a code; the complete one counts."""
        found: list[Notice] = []
        for quarter in self._quarters:
            complete, partial = (Layer("code_set", quarter, part) for part in ("complete", "partial"))
            if complete not in self.layers or partial not in self.layers:
                continue
            for code in self.codes(partial):
                held = self._known(code).entries["code_set"]
                one, other = held.get(complete), held.get(partial)
                if one is not None and other is not None and not agree(one, other):
                    reason = "a partial file disagrees with the complete one, which counts"
                    found.append(Notice(file=f"release {quarter}", line=None, field=code, reason=reason))
        return tuple(found)

    def held_layers(self) -> list[HeldLayer]:
        """The layers with what each holds; of several shelves, each with its own."""
        return sorted((one for shelf in self.shelves for one in shelf.held_layers()), key=lambda one: one.layer)

    def damage(self) -> str | None:
        """What is wrong with what is held, read in full; None when it is whole."""
        return next((found for shelf in self.shelves if (found := shelf.damage())), None)

    def changes(self) -> tuple[date, ...]:
        """The first days of the releases: between two of them look-ups differ only in their lag."""
        return tuple(self._first_days)

    def tables(self, kind: Kind) -> tuple[Layer, ...]:
        """The layers of a kind, in order."""
        return self._of_kind[kind]

    def speaking(self, kind: Kind, day: date) -> tuple[Layer, ...]:
        """Those of them that speak for a day, in order: the same for all days of a quarter."""
        key = (kind, quarter_number(day))
        found = self._speaking.get(key)
        if found is None:
            found = self._speaking[key] = tuple(layer for layer in self._of_kind[kind] if layer.speaks_for(day))
        return found

    def remember(self, codes: Iterable[str]) -> None:
        """Look codes up in one go, as far as so many can be remembered."""
        new = [code for code in codes if code not in self._remembered]
        if len(self.shelves) == 1 and len(new) + len(self._remembered) < _CODES_REMEMBERED:
            for code, entries in self.shelves[0].of_codes(new):
                found: dict[Kind, dict[Layer, Entry | None]] = {kind: {} for kind in PARTS}
                for layer, entry in entries:
                    found[layer.kind][layer] = entry
                self._remembered[code] = _Known(_held(found["code_set"]), found)

    def codes(self, layer: Layer) -> list[str]:
        """The codes that a layer holds, in order."""
        return sorted({code for shelf in self.shelves if layer in shelf.layers for code in shelf.codes(layer)})

    def held(self, code: str) -> Held:
        """What the releases hold of a procedure code or a modifier."""
        return self._known(code).held

    def look_up(self, code: str, day: date) -> RecordLookup:
        """The record in force for a HCPCS Level II code, or a modifier, on a day, and if there is none, why."""
        held = self.held(code)
        started = bisect_right(self._first_days, day)
        earlier, later = self._quarters[:started], self._quarters[started:]
        in_force = next((quarter for quarter in reversed(earlier) if self._speaks_of(quarter, held)), None)
        lag = quarter_number(day) - quarter_number(first_day_of(in_force)) if in_force else 0
        known_later = [held.records[quarter] for quarter in later if quarter in held.records]
        if in_force and in_force in held.records:
            record = held.records[in_force]
            ends = (one.termination_date for one in known_later) if record.termination_date is None else ()
            return RecordLookup("in_force", record, in_force, lag, next((end for end in ends if end), None))
        if known_later:
            quarter = next(quarter for quarter in later if quarter in held.records)
            return RecordLookup("later_snapshot", known_later[0], quarter, lag)
        if in_force:
            return RecordLookup("not_in_release", None, in_force, lag)
        return RecordLookup("not_loaded" if earlier else "no_release")

    def entry(self, layer: Layer, code: str) -> Entry | None:
        """The entry of a code in a layer; None where it has none, or none that could be read."""
        return self._known(code).entries[layer.kind].get(layer)

    def add_on_pairs(self, code: str) -> Mapping[Layer, AddOnPairs | None]:
        """The rows of an add-on code in each add-on code table that lists it."""
        return cast("Mapping[Layer, AddOnPairs | None]", self._known(code).entries["add_on"])

    def unit_limits(self, code: str) -> Mapping[Layer, UnitLimit | None]:
        """The row of a code in each MUE table that lists it."""
        return cast("Mapping[Layer, UnitLimit | None]", self._known(code).entries["mue"])

    def asc_listings(self, code: str) -> Mapping[Layer, AscListing | None]:
        """The row of a code in each ASC payment table that lists it."""
        return cast("Mapping[Layer, AscListing | None]", self._known(code).entries["asc"])

    def _speaks_of(self, quarter: ReleaseId, held: Held) -> bool:
        """Whether the release says anything of the code: it holds it, or it is complete and its silence tells."""
        if quarter in held.unreadable:
            return False
        return self.scopes[quarter] == "complete" or quarter in held.records

    def _known(self, code: str) -> _Known:
        known = self._remembered.get(code)
        if known is None:
            if len(self._remembered) >= _CODES_REMEMBERED:
                self._remembered.clear()
            entries = self._entries(code)
            known = self._remembered[code] = _Known(_held(entries["code_set"]), entries)
        return known

    def _entries(self, code: str) -> dict[Kind, dict[Layer, Entry | None]]:
        """The entries of a code by kind and layer, in order."""
        found: dict[Kind, dict[Layer, Entry | None]] = {kind: {} for kind in PARTS}
        for shelf in self.shelves:
            for layer, entry in shelf.of_code(code):
                own = found[layer.kind]
                own[layer] = merged(layer, code, own[layer], entry) if layer in own else entry
        if len(self.shelves) == 1:
            return found
        return {kind: dict(sorted(own.items(), key=lambda one: one[0])) for kind, own in found.items()}


def _held(entries: Mapping[Layer, Entry | None]) -> Held:
    by_quarter: dict[ReleaseId, list[CodeRecord | None]] = {}
    for layer, entry in entries.items():  # complete stands before partial
        by_quarter.setdefault(layer.quarter, []).append(cast("CodeRecord | None", entry))
    records: dict[ReleaseId, CodeRecord] = {}
    for quarter, own in by_quarter.items():
        counts = next((entry for entry in own if entry is not None), None)
        if counts is not None and not counts.is_doubtful:
            records[quarter] = counts
    return Held(records, frozenset(by_quarter.keys() - records.keys()))
