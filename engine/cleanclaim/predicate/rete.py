"""A condition as a durable_rules pattern on one flat fact.

Comparisons of a fact with a constant or with another fact are tests of the pattern itself. What durable_rules cannot
say (round, arithmetic, parameters) is decided by the Python back end and asserted as a yes/no field of the fact; one
field serves a comparison and its negation. So are alternatives that can hold together: to durable_rules each one that
holds is a match of its own, in all combinations with others. Days are asserted as integers YYYYMMDD, numbers as
integers of thousandths, words percent-encoded, so that no character of theirs means anything to the engine's own JSON
reader.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property, lru_cache
from hashlib import sha256
from operator import itemgetter
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
    fact_names,
    parameter_names,
    pushed_down,
)

MOST_FIELDS = 200
"""Of one fact in durable_rules: 256 are too many (error 302)."""
MOST_GROUPS = 14
"""$and and $or groups that durable_rules holds in one pattern beside the pattern's own (measured; 16 fail)."""

_LONGEST_WORD = 200
_VALUES_REMEMBERED = 4096
_OF_MANY_VALUES = frozenset({
    "line_number", "procedure_code", "charge", "ndc", "rendering_provider", "billing_provider", "duplicate_of",
})  # fmt: skip
_MOST_ALTERNATIVES = 20
Pattern = dict[str, Any]
_OPERATORS = {"<>": "$neq", "<": "$lt", "<=": "$lte", ">": "$gt", ">=": "$gte"}


def wire_word(value: Any) -> str:
    """A word as asserted: percent-encoded, or its digest where durable_rules would lose count of its length."""
    return _quoted(value) if len(value) <= _LONGEST_WORD else f"!{sha256(value.encode()).hexdigest()}"


@lru_cache(maxsize=4096)
def _quoted(word: str) -> str:
    return quote(word, safe="")


def wire_number(value: Any) -> int:
    """A quantity or count as asserted: thousandths."""
    return int(value * 1000)


def wire_day(value: Any) -> int:
    """A day as asserted: YYYYMMDD."""
    return int(value.year * 10_000 + value.month * 100 + value.day)


WIRE_NUMBERS: Mapping[str, Callable[[Any], int]] = {"quantity": wire_number, "count": wire_number, "date": wire_day}


class _Texts(dict[Any, str]):
    """How values are written, each made once: facts have few values. It forgets all when it holds too many."""

    def __init__(self, encode: Callable[[Any], str]) -> None:
        super().__init__()
        self._encode = encode

    def __missing__(self, value: Any) -> str:
        if len(self) >= _VALUES_REMEMBERED:
            self.clear()
        text = self[value] = self._encode(value)
        return text


@dataclass
class WireFields:
    """The fields that the conditions of one ruleset need on a line's fact; grows while patterns are compiled.

    Their names are short: durable_rules reads each of them anew for every line.
    """

    kinds: Mapping[str, FactKind]
    parameters: Mapping[str, Parameter]
    facts: dict[str, str] = field(default_factory=dict)
    """By fact, the field's name."""
    modifiers: dict[str, str] = field(default_factory=dict)
    tests: dict[Condition, str] = field(default_factory=dict)
    """By what it decides, the field's name."""

    def fact_field(self, fact: str) -> str:
        """The field of a fact."""
        return self.facts.setdefault(fact, f"f{len(self.facts)}")

    def modifier_field(self, modifier: str) -> str:
        """The field that says whether a line bears a modifier."""
        return self.modifiers.setdefault(modifier, f"m{len(self.modifiers)}")

    def test_field(self, condition: Condition) -> str:
        """The field that says whether a condition holds which durable_rules cannot decide, or not safely."""
        return self.tests.setdefault(condition, f"t{len(self.tests)}")

    def __len__(self) -> int:
        """The number of fields."""
        return len(self.facts) + len(self.modifiers) + len(self.tests)

    def json(self, facts: Facts) -> str:
        """The fields of one line's fact as the inside of a JSON object; what is written needs no escape."""
        text = [texts[values(facts)] for values, texts in self._remembered]
        text += [yes if test(facts) else no for yes, no, test in self._decided]
        return ",".join(text)

    @cached_property
    def _remembered(self) -> list[tuple[Callable[[Facts], Any], _Texts]]:
        """The facts that fields depend on, and their text by the facts' values; all modifiers are one."""
        fields: list[tuple[Callable[[Facts], Any], _Texts]] = [
            (itemgetter(fact), _Texts(self._encoder(fact, name))) for fact, name in self.facts.items()
        ]
        if self.modifiers:
            fields.append((itemgetter("modifiers"), _Texts(self._encode_modifiers)))
        for condition, name in self.tests.items():
            if self._has_few_values(condition):
                fields.append(self._test(condition, name))
        return fields

    @cached_property
    def _decided(self) -> list[tuple[str, str, Test]]:
        """The texts of tests that are decided anew for each line: yes, no, and the test."""
        return [
            (f'"{name}":"yes"', f'"{name}":"no"', python_test(condition, self.parameters))
            for condition, name in self.tests.items()
            if not self._has_few_values(condition)
        ]

    def _has_few_values(self, condition: Condition) -> bool:
        """Whether what a condition compares takes few values, so that what it comes to is worth remembering."""
        names = fact_names(condition)
        many = any(name in _OF_MANY_VALUES or self.kinds[name].type == "date" for name in names)
        return not many and not parameter_names(condition)

    def _encode_modifiers(self, borne: Any) -> str:
        return ",".join(f'"{name}":"{_yes(modifier in borne)}"' for modifier, name in self.modifiers.items())

    def _encoder(self, fact: str, name: str) -> Callable[[Any], str]:
        kind = self.kinds[fact]
        if kind.words:
            return lambda value: f'"{name}":"{value}"'
        if kind.type == "word":
            return lambda value: f'"{name}":"{wire_word(value)}"'
        number = WIRE_NUMBERS[kind.type]
        return lambda value: f'"{name}":{number(value)}'

    def _test(self, condition: Condition, name: str) -> tuple[Callable[[Facts], Any], _Texts]:
        test = python_test(condition, self.parameters)
        names = fact_names(condition)
        if len(names) == 1:
            (only,) = names
            return itemgetter(only), _Texts(lambda value: f'"{name}":"{_yes(test({only: value}))}"')
        return itemgetter(*names), _Texts(
            lambda values: f'"{name}":"{_yes(test(dict(zip(names, values, strict=True))))}"'
        )


def _yes(holds: bool) -> str:
    return "yes" if holds else "no"


def rete_pattern(condition: Condition, fields: WireFields) -> Pattern:
    """The durable_rules pattern of a condition; what it needs on the fact is added to `fields`."""
    return _pattern(pushed_down(condition), fields)


def groups(pattern: Pattern) -> int:
    """The $and and $or groups in a pattern."""
    ((key, parts),) = pattern.items()
    return 1 + sum(groups(part) for part in parts) if key in ("$and", "$or") else 0


def _pattern(condition: Condition, fields: WireFields) -> Pattern:
    match condition:
        case And(parts):
            return {"$and": [_pattern(part, fields) for part in parts]}
        case Or(parts) if _exclude_each_other(parts):
            return {"$or": [_pattern(part, fields) for part in parts]}
        case Or():
            return {fields.test_field(condition): "yes"}
        case HasModifier(modifier, negated):
            return {fields.modifier_field(modifier): "no" if negated else "yes"}
        case InList(fact, parameter, negated):
            return {fields.test_field(InList(fact, parameter)): "no" if negated else "yes"}
        case Comparison():
            return _comparison(condition, fields)
        case Not():
            raise AssertionError("the condition is pushed down")


def _exclude_each_other(parts: tuple[Condition, ...]) -> bool:
    """Whether at most one of some alternatives can hold: they compare one fact with different constants."""
    facts = {part.left for part in parts if _is_equality(part)}  # type: ignore[union-attr]
    few_and_one_fact = len(parts) <= _MOST_ALTERNATIVES and len(facts) == 1
    return few_and_one_fact and all(_is_equality(part) for part in parts) and len(set(parts)) == len(parts)


def _is_equality(part: Condition) -> bool:
    return (
        isinstance(part, Comparison)
        and part.operator == "="
        and isinstance(part.left, Fact)
        and isinstance(part.right, Constant)
    )


def _comparison(condition: Comparison, fields: WireFields) -> Pattern:
    operator, left, right = condition.operator, condition.left, condition.right
    if isinstance(left, Constant) and isinstance(right, Fact):
        operator, left, right = MIRRORED[operator], right, left
    if isinstance(left, Fact) and isinstance(right, Fact | Constant):
        name = fields.fact_field(left.name)
        against = {"$m": fields.fact_field(right.name)} if isinstance(right, Fact) else _wire_constant(right.value)
        return {name: against} if operator == "=" else {_OPERATORS[operator]: {name: against}}
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
