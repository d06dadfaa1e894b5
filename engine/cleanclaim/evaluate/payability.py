"""Which lines are payable, and what primary procedure each add-on line finds among the others.

Support must end in a line that is no add-on: add-on lines start as not payable and only ever gain, until nothing
changes (a least fixpoint), so that codes which name each other do not support themselves.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from cleanclaim.edits import Parameter
from cleanclaim.enrich.enriched import EnrichedLine
from cleanclaim.facts import Facts, PrimaryProcedure
from cleanclaim.findings import NOT_PAYABLE, Disposition

PROCEDURES_WITH_GRAFTS = "procedures_with_graft_products"
PROCEDURES_LEVEL_II = "procedures_of_level_ii"
PARAMETERS_NEEDED = (PROCEDURES_WITH_GRAFTS, PROCEDURES_LEVEL_II)


class State(IntEnum):
    """What edits make of a line; greater is better."""

    NOT_PAYABLE = 0
    TO_BE_CORRECTED = 1
    PAYABLE = 2


def state_after(dispositions: Iterable[Disposition]) -> State:
    """The state of a line on which edits of these dispositions stand."""
    state = State.PAYABLE
    for disposition in dispositions:
        if disposition in NOT_PAYABLE:
            return State.NOT_PAYABLE
        if disposition == "return_to_provider":
            state = State.TO_BE_CORRECTED
    return state


@dataclass(frozen=True, slots=True)
class Found:
    """What the other lines offer an add-on line, and the line that decided (0: none)."""

    primary_procedure: PrimaryProcedure
    primary_line: int = 0


def settle(
    lines: Sequence[EnrichedLine],
    states: Sequence[State],
    judged: Callable[[int, Facts], State],
    parameters: Mapping[str, Parameter],
) -> dict[int, Found]:
    """What each add-on line finds, by its index.

    `states` are the lines' states after the first stratum. `judged(index, facts)` is the state that the second
    stratum gives a line whose facts hold what it finds.
    """
    add_ons = [index for index, one in enumerate(lines) if one.facts["add_on_status"] == "add_on"]
    if not add_ons:
        return {}
    current = list(states)
    for index in add_ons:
        current[index] = State.NOT_PAYABLE
    claim = _OtherLines(lines, parameters)
    claim.note_fixed(current)
    found: dict[int, Found] = {}
    while True:
        claim.note(current)
        gained = False
        for index in add_ons:
            one = found[index] = claim.find(lines[index])
            facts = {**lines[index].facts, "primary_procedure": one.primary_procedure, "primary_line": one.primary_line}
            state = judged(index, facts)
            if state > current[index]:
                current[index], gained = state, True
        if not gained:
            return found


_Provider = str | None
_ByState = dict[State, int]


class _Place:
    """The lines of one code on one date: the first in each state, by provider and of all."""

    __slots__ = ("by_provider", "indexes", "of_all", "payable")

    def __init__(self) -> None:
        self.indexes: list[int] = []
        self.by_provider: dict[_Provider, _ByState] = {}
        self.of_all: _ByState = {}
        self.payable: list[tuple[int, _Provider]] = []


class _OtherLines:
    """A claim's lines arranged so that an add-on line finds its primary without looking at every line."""

    def __init__(self, lines: Sequence[EnrichedLine], parameters: Mapping[str, Parameter]) -> None:
        self.lines = lines
        self.parameters = parameters
        self.places: dict[str, dict[date, _Place]] = defaultdict(dict)
        for index in sorted(range(len(lines)), key=lambda one: lines[one].line.line_number):
            line = lines[index].line
            if line.procedure_code is not None:
                self.places[line.procedure_code].setdefault(line.date_of_service, _Place()).indexes.append(index)
        self.beside_grafts: dict[date, int] = {}
        self.beside_others: dict[date, int] = {}

    def note_fixed(self, states: Sequence[State]) -> None:
        """Take up which procedures, themselves neither add-on nor graft product, are not denied on each date."""
        for index, one in enumerate(self.lines):
            facts, line = one.facts, one.line
            if (
                states[index] == State.NOT_PAYABLE
                or facts["add_on_status"] == "add_on"
                or facts["graft_product"] == "yes"
            ):
                continue
            code, day, number = line.procedure_code or "", line.date_of_service, line.line_number
            is_cpt = facts["code_system"] == "cpt"
            if is_cpt and self.parameters[PROCEDURES_WITH_GRAFTS].covers(code, day):
                self.beside_grafts[day] = min(number, self.beside_grafts.get(day, number))
            is_level_ii = facts["code_system"] == "hcpcs_level_ii"
            if is_cpt or (is_level_ii and self.parameters[PROCEDURES_LEVEL_II].covers(code, day)):
                self.beside_others[day] = min(number, self.beside_others.get(day, number))

    def note(self, states: Sequence[State]) -> None:
        """Take up the states of all lines."""
        for by_date in self.places.values():
            for place in by_date.values():
                place.by_provider, place.of_all, place.payable = {}, {}, []
                for index in place.indexes:
                    one, state = self.lines[index], states[index]
                    number = one.line.line_number
                    place.of_all.setdefault(state, number)
                    place.by_provider.setdefault(one.provider, {}).setdefault(state, number)
                    if state == State.PAYABLE:
                        place.payable.append((number, one.provider))

    def find(self, one: EnrichedLine) -> Found:
        """What the other lines offer one add-on line: the first that holds, in the order of the contract."""
        listed = [self.places[code] for code in one.primaries.codes if code in self.places]
        day = one.line.date_of_service
        same_day = [by_date[day] for by_date in listed if day in by_date]
        own = [self._own(place, one.provider) for place in same_day]
        if number := _first(by_state.get(State.PAYABLE) for by_state in own):
            return Found("present", number)
        if number := _first(by_state.get(State.TO_BE_CORRECTED) for by_state in own):
            return Found("to_be_corrected", number)
        if one.primaries.is_open:
            procedures = self.beside_grafts if one.facts["graft_product"] == "yes" else self.beside_others
            if number := procedures.get(day, 0):
                return Found("contractor_defined", number)
        if number := _first(by_state.get(State.NOT_PAYABLE) for by_state in own):
            return Found("not_payable", number)
        if number := _first(next((number for number, _ in place.payable), None) for place in same_day):
            return Found("other_provider", number)
        beside = {day.toordinal() - 1, day.toordinal() + 1}
        if number := self._first_on(listed, lambda other: other.toordinal() in beside):
            return Found("adjacent_date", number)
        if number := self._first_on(listed, lambda other: other != day):
            return Found("other_date", number)
        return Found("absent")

    def _own(self, place: _Place, provider: _Provider) -> _ByState:
        """The first line in each state whose provider is the same, or absent on either line."""
        if provider is None:
            return place.of_all
        same, absent = place.by_provider.get(provider, {}), place.by_provider.get(None, {})
        return {state: _first((same.get(state), absent.get(state))) for state in same.keys() | absent.keys()}

    def _first_on(self, listed: Iterable[dict[date, _Place]], wanted: Callable[[date], bool]) -> int:
        return _first(
            self.lines[place.indexes[0]].line.line_number
            for by_date in listed
            for day, place in by_date.items()
            if wanted(day)
        )


def _first(numbers: Iterable[int | None]) -> int:
    return min((number for number in numbers if number), default=0)
