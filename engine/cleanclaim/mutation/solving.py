"""Facts on which a condition comes out as wanted, tried over the boundary values of its comparisons.

What is tried of a fact: each of its words; the numbers and days that the conditions name, with those beside; codes and
modifiers named, in lists, at the ends of ranges and beside them; and one value that nothing names.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from itertools import combinations
from types import MappingProxyType

from cleanclaim.catalogue import Catalogue
from cleanclaim.edits import Parameter
from cleanclaim.enrich.code import code_system
from cleanclaim.facts import FROM_RECORD, FactKind, Facts, FactValue
from cleanclaim.mutation.always import ALWAYS
from cleanclaim.mutation.neighbours import code_beside
from cleanclaim.predicate.parse import parse
from cleanclaim.predicate.python import Test
from cleanclaim.predicate.ternary import decided
from cleanclaim.predicate.tree import (
    Arithmetic,
    Comparison,
    Condition,
    Constant,
    HasModifier,
    Rounded,
    Term,
    fact_names,
    leaves,
    parameter_names,
)
from cleanclaim.values import FIRST_DAY, LAST_DAY

_MOST_TRIED = 100_000
_MOST_MODIFIERS = 4
_NUMBERS = tuple(Decimal(text) for text in ("2", "1.5", "1", "0.5", "0", "-1"))
_ANY_DAY = date(2026, 1, 15)
_ANY_WORD = "other"
_ANY_CODE = "A9999"
_BY_QUALIFIER = ("hipps", "other")
"""The systems of codes that a line says to be of another kind than they look."""
_CODE = ("procedure_code", "code_system")


class TooMany(Exception):
    """There are more combinations of facts than are tried."""


@dataclass(frozen=True, eq=False)
class Solver:
    """Tries facts of a line, as far as a catalogue's claims can have them."""

    catalogue: Catalogue

    @cached_property
    def _always(self) -> list[tuple[Condition, frozenset[str]]]:
        kinds = self.catalogue.line_facts
        conditions = [parse(text, kinds, self.catalogue.parameters) for text in ALWAYS]
        return [(one, frozenset(fact_names(one))) for one in conditions]

    def found(
        self,
        conditions: Sequence[Condition],
        wanted: Test,
        holding: Sequence[Condition] = (),
        given: Mapping[str, FactValue] = MappingProxyType({}),
    ) -> Facts | None:
        """Facts named by some conditions that are as wanted and that a line can have; None where there are none.

        `holding` are conditions without which facts are not as wanted, `given` facts that are settled. Raises TooMany.
        """
        values: dict[str, Sequence[FactValue]] = {name: (value,) for name, value in given.items()}
        for name, tried in _Values(conditions, self.catalogue).of_facts().items():
            values.setdefault(name, tried)
        always = [one for one, names in self._always if names <= values.keys()]
        search = _Search(list(values.items()), [*holding, *always], self.catalogue.parameters)
        concerned = [name for name in values if name in _CODE or any(name in names for _, names in self._always)]
        answers: dict[tuple[FactValue, ...], bool] = {}
        for facts in search.tried({}):
            facts.setdefault("date_of_service", _ANY_DAY)
            if wanted(facts):
                key = tuple(facts[name] for name in concerned)
                if key not in answers:
                    answers[key] = self._can_be({name: facts[name] for name in concerned})
                if answers[key]:
                    return facts
        return None

    def _can_be(self, facts: Facts) -> bool:
        """Whether some line has these facts, whatever its others are."""
        code = facts.get("procedure_code")
        if not isinstance(code, str) or len(code) != len(_ANY_CODE):
            return self._extended(facts)
        systems = (code_system(code, "HC", None), *_BY_QUALIFIER)
        return any(
            self._extended({**facts, "code_system": one}) for one in systems if facts.get("code_system", one) == one
        )

    def _extended(self, facts: Facts) -> bool:
        for condition, names in self._always:
            unknown = names - facts.keys()
            if len(unknown) == len(names):
                continue
            holds = decided(condition, facts, self.catalogue.parameters, unknown)
            if holds is False:
                return False
            if holds is None:
                name = min(unknown)
                values = _Values([condition], self.catalogue).of_facts()[name]
                return any(self._extended({**facts, name: value}) for value in values)
        return True


@dataclass
class _Search:
    """Facts put together one after the other, as long as all that must hold still can."""

    values: Sequence[tuple[str, Sequence[FactValue]]]
    holding: Sequence[Condition]
    parameters: Mapping[str, Parameter]
    tries: int = 0

    def tried(self, facts: Facts) -> Iterator[Facts]:
        """The combinations of values that are left. Raises TooMany."""
        self.tries += 1
        if self.tries > _MOST_TRIED:
            raise TooMany
        if len(facts) == len(self.values):
            yield dict(facts)
            return
        name, values = self.values[len(facts)]
        unknown = {other for other, _ in self.values[len(facts) + 1 :]}
        concerned = [one for one in self.holding if name in fact_names(one)]
        for value in values:
            facts[name] = value
            if not any(self._fails(one, facts, unknown) for one in concerned):
                yield from self.tried(facts)
        del facts[name]

    def _fails(self, condition: Condition, facts: Facts, unknown: set[str]) -> bool:
        if parameter_names(condition) and "date_of_service" not in facts:
            return False
        return decided(condition, facts, self.parameters, unknown) is False


class _Values:
    """What is tried of each fact that conditions name."""

    def __init__(self, conditions: Sequence[Condition], catalogue: Catalogue) -> None:
        self._leaves = [leaf for one in conditions for leaf in leaves(one)]
        self._names = list(dict.fromkeys(name for one in conditions for name in fact_names(one)))
        used = {name for one in conditions for name in parameter_names(one)}
        self._parameters: Mapping[str, Parameter] = {name: catalogue.parameters[name] for name in sorted(used)}
        self._kinds = catalogue.line_facts

    def of_facts(self) -> dict[str, list[FactValue]]:
        names = self._names
        if self._parameters and "date_of_service" not in names:
            names = [*names, "date_of_service"]
        return {name: list(dict.fromkeys(self._of_fact(name, self._kinds[name]))) for name in names}

    def _of_fact(self, name: str, kind: FactKind) -> Iterator[FactValue]:
        if kind.type == "modifiers":
            named = sorted({leaf.modifier for leaf in self._leaves if isinstance(leaf, HasModifier)})
            for count in range(_MOST_MODIFIERS + 1):
                yield from combinations(named, count)
        elif kind.type == "word":
            yield from self._constants(name, str)
            yield from kind.words or self._open_words(name, kind)
        elif kind.type == "date":
            yield from self._days(name)
        else:
            numbers = self._numbers(name)
            yield from map(int, numbers) if kind.type == "count" else numbers

    def _constants(self, name: str, kind: type) -> Iterator[FactValue]:
        """The constants that a fact is compared with, in the conditions' order."""
        for leaf in self._leaves:
            if isinstance(leaf, Comparison) and name in fact_names(leaf):
                for term in _constants_of(leaf.right), _constants_of(leaf.left):
                    yield from (value for value in term if isinstance(value, kind))

    def _numbers(self, name: str) -> list[Decimal]:
        """The numbers that a fact is compared with, those beside them, and some on either side of any other's."""
        named = [value for value in self._constants(name, Decimal) if isinstance(value, Decimal)]
        for parameter in self._parameters.values():
            named += (version.value * times for version in parameter.numbers for times in (1, 2))
        return [number + step for number in named for step in (0, 1, -1)] + list(_NUMBERS)

    def _open_words(self, name: str, kind: FactKind) -> Iterator[str]:
        if name == "procedure_code":
            for parameter in self._parameters.values():
                for version in parameter.lists:
                    for one in version.codes:
                        first, _, last = one.partition("-")
                        near = (first, code_beside(first, -1), last or first, code_beside(last or first, 1))
                        yield from (code for code in near if code is not None)
            yield _ANY_CODE
        yield "none"
        if FROM_RECORD in kind.sources:
            yield "unknown"
        yield _ANY_WORD

    def _days(self, name: str) -> Iterator[date]:
        yield _ANY_DAY
        days = [day for day in self._constants(name, date) if isinstance(day, date)]
        if name == "date_of_service":
            days += sorted({day for parameter in self._parameters.values() for day in parameter.changes()})
        for day in (*days, *([FIRST_DAY, LAST_DAY] if name != "date_of_service" else [])):
            for step in (0, -1, 1):
                if FIRST_DAY.toordinal() <= day.toordinal() + step <= LAST_DAY.toordinal():
                    yield day + timedelta(step)
        yield from (_ANY_DAY - timedelta(1), _ANY_DAY + timedelta(1))


def _constants_of(term: Term) -> Iterator[FactValue]:
    match term:
        case Constant(value):
            yield value
        case Rounded(inner):
            yield from _constants_of(inner)
        case Arithmetic(_, left, right):
            yield from _constants_of(left)
            yield from _constants_of(right)
