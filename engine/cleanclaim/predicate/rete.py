"""A condition as a durable_rules pattern on one flat fact.

Comparisons of a fact with a constant or with another fact are tests of the pattern itself. What durable_rules cannot
say (round, arithmetic, parameters) is decided by the Python back end and asserted as a yes/no field of the fact; one
field serves a comparison and its negation. Days are asserted as integers YYYYMMDD, numbers as integers of thousandths,
words percent-encoded, so that no character of theirs means anything to the engine's own JSON reader.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from cleanclaim.edits import Parameter
from cleanclaim.facts import FactKind, Facts, FactValue
from cleanclaim.predicate.python import Test, python_test
from cleanclaim.predicate.tree import (
    MIRRORED,
    NEGATED,
    And,
    Comparison,
    Condition,
    Constant,
    Fact,
    HasModifier,
    InList,
    Not,
    Or,
    pushed_down,
)

MOST_GROUPS = 14
"""$and and $or groups that durable_rules holds in one pattern beside the pattern's own (measured; 16 fail)."""

Pattern = dict[str, Any]
_OPERATORS = {"<>": "$neq", "<": "$lt", "<=": "$lte", ">": "$gt", ">=": "$gte"}


@lru_cache(maxsize=4096)
def wire_word(value: Any) -> str:
    """A word as asserted."""
    return quote(value, safe="")


def wire_number(value: Any) -> int:
    """A quantity or count as asserted: thousandths."""
    return int(value * 1000)


def wire_day(value: Any) -> int:
    """A day as asserted: YYYYMMDD."""
    return int(value.year * 10_000 + value.month * 100 + value.day)


WIRE_NUMBERS: Mapping[str, Callable[[Any], int]] = {"quantity": wire_number, "count": wire_number, "date": wire_day}


@dataclass
class WireFields:
    """The fields that the conditions of one ruleset need on a line's fact; grows while patterns are compiled."""

    kinds: Mapping[str, FactKind]
    parameters: Mapping[str, Parameter]
    facts: set[str] = field(default_factory=set)
    modifiers: set[str] = field(default_factory=set)
    tests: dict[str, tuple[str, Test]] = field(default_factory=dict)
    """By canonical text of the comparison: the field's name and the test that decides it."""

    def modifier_field(self, modifier: str) -> str:
        """The field that says whether a line bears a modifier."""
        self.modifiers.add(modifier)
        return f"has_{modifier}"

    def test_field(self, condition: Comparison | InList) -> str:
        """The field that says whether a comparison holds which durable_rules cannot make."""
        text = str(condition)
        if text not in self.tests:
            self.tests[text] = (f"test_{len(self.tests)}", python_test(condition, self.parameters))
        return self.tests[text][0]

    def json(self, facts: Facts) -> str:
        """The fields of one line's fact as the inside of a JSON object; what is written needs no escape."""
        text = []
        for name in self.facts:
            kind = self.kinds[name]
            if kind.words:
                text.append(f'"{name}":"{facts[name]}"')
            elif kind.type == "word":
                text.append(f'"{name}":"{wire_word(facts[name])}"')
            else:
                text.append(f'"{name}":{WIRE_NUMBERS[kind.type](facts[name])}')
        borne = facts["modifiers"] if self.modifiers else ()
        for modifier in self.modifiers:
            text.append(f'"has_{modifier}":"{"yes" if modifier in borne else "no"}"')  # type: ignore[operator]
        for name, test in self.tests.values():
            text.append(f'"{name}":"{"yes" if test(facts) else "no"}"')
        return ",".join(text)


def rete_pattern(condition: Condition, fields: WireFields) -> Pattern:
    """The durable_rules pattern of a condition; what it needs on the fact is added to `fields`."""
    return _pattern(pushed_down(condition), fields)


def groups(pattern: Pattern) -> int:
    """The $and and $or groups in a pattern."""
    ((key, parts),) = pattern.items()
    return 1 + sum(groups(part) for part in parts) if key in ("$and", "$or") else 0


def _pattern(condition: Condition, fields: WireFields) -> Pattern:
    match condition:
        case And(parts) | Or(parts):
            return {"$and" if isinstance(condition, And) else "$or": [_pattern(part, fields) for part in parts]}
        case HasModifier(modifier, negated):
            return {fields.modifier_field(modifier): "no" if negated else "yes"}
        case InList(fact, parameter, negated):
            return {fields.test_field(InList(fact, parameter)): "no" if negated else "yes"}
        case Comparison():
            return _comparison(condition, fields)
        case Not():
            raise AssertionError("the condition is pushed down")


def _comparison(condition: Comparison, fields: WireFields) -> Pattern:
    operator, left, right = condition.operator, condition.left, condition.right
    if isinstance(left, Constant) and isinstance(right, Fact):
        operator, left, right = MIRRORED[operator], right, left
    if isinstance(left, Fact) and isinstance(right, Fact | Constant):
        fields.facts.add(left.name)
        against: str | int | dict[str, str]
        if isinstance(right, Fact):
            fields.facts.add(right.name)
            against = {"$m": right.name}
        else:
            against = _wire_constant(right.value)
        return {left.name: against} if operator == "=" else {_OPERATORS[operator]: {left.name: against}}
    positive = min(operator, NEGATED[operator])
    name = fields.test_field(Comparison(positive, left, right))
    return {name: "yes" if operator == positive else "no"}


def _wire_constant(value: FactValue) -> str | int:
    match value:
        case Decimal():
            return wire_number(value)
        case date():
            return wire_day(value)
        case _:
            return wire_word(value)
