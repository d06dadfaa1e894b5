"""The typed tree of a condition. Its text is canonical: two conditions of one tree have one text."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal as OneOf

from cleanclaim.facts import Facts
from cleanclaim.values import shortest

Operator = OneOf["=", "<>", "<", "<=", ">", ">="]
TermType = OneOf["word", "number", "date"]
Value = str | Decimal | date

NEGATED: dict[Operator, Operator] = {"=": "<>", "<>": "=", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
MIRRORED: dict[Operator, Operator] = {"=": "=", "<>": "<>", "<": ">", ">": "<", "<=": ">=", ">=": "<="}


@dataclass(frozen=True, slots=True)
class Fact:
    """The value of a fact."""

    name: str
    type: TermType

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Constant:
    """A word, number or day written in the condition."""

    value: Value
    type: TermType

    def __str__(self) -> str:
        text = shortest(self.value)
        return text if self.type == "number" else "'" + text.replace("'", "''") + "'"


@dataclass(frozen=True, slots=True)
class NumberParameter:
    """The value of a number parameter on the date of service."""

    name: str
    type: TermType = "number"

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Rounded:
    """A number rounded to a whole one, halves away from zero."""

    term: "Term"
    type: TermType = "number"

    def __str__(self) -> str:
        return f"round({self.term})"


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """A sum, a difference, or the product of a fact and a constant or number parameter."""

    operator: OneOf["+", "-", "*"]
    left: "Term"
    right: "Term"
    type: TermType = "number"

    def __str__(self) -> str:
        return f"({self.left} {self.operator} {self.right})"


Term = Fact | Constant | NumberParameter | Rounded | Arithmetic


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two terms of one type, compared."""

    operator: Operator
    left: Term
    right: Term

    def __str__(self) -> str:
        return f"{self.left} {self.operator} {self.right}"


@dataclass(frozen=True, slots=True)
class HasModifier:
    """Whether the line bears a modifier."""

    modifier: str
    negated: bool = False

    def __str__(self) -> str:
        return f"{'not ' if self.negated else ''}has_modifier('{self.modifier}')"


@dataclass(frozen=True, slots=True)
class InList:
    """Whether a list parameter holds the code on the date of service."""

    fact: Fact
    parameter: str
    negated: bool = False

    def __str__(self) -> str:
        return f"{self.fact} {'not ' if self.negated else ''}in {self.parameter}"


@dataclass(frozen=True, slots=True)
class Not:
    """The contrary."""

    part: "Condition"

    def __str__(self) -> str:
        return f"not ({self.part})"


@dataclass(frozen=True, slots=True)
class And:
    """All of the parts."""

    parts: tuple["Condition", ...]

    def __str__(self) -> str:
        return " and ".join(f"({part})" if isinstance(part, Or) else str(part) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Or:
    """At least one of the parts."""

    parts: tuple["Condition", ...]

    def __str__(self) -> str:
        return " or ".join(f"({part})" if isinstance(part, And) else str(part) for part in self.parts)


Leaf = Comparison | HasModifier | InList
Condition = And | Or | Not | Leaf


def renamed(condition: Condition, names: Mapping[str, str]) -> Condition:
    """The condition with other names for some of its facts."""
    match condition:
        case And(parts) | Or(parts):
            return type(condition)(tuple(renamed(part, names) for part in parts))
        case Not(part):
            return Not(renamed(part, names))
        case Comparison(operator, left, right):
            return Comparison(operator, _renamed(left, names), _renamed(right, names))
        case _:
            return condition


def _renamed(term: Term, names: Mapping[str, str]) -> Term:
    match term:
        case Fact(name, kind):
            return Fact(names.get(name, name), kind)
        case Rounded(inner):
            return Rounded(_renamed(inner, names))
        case Arithmetic(operator, left, right):
            return Arithmetic(operator, _renamed(left, names), _renamed(right, names))
        case _:
            return term


def all_of(*conditions: Condition) -> Condition:
    """The conjunction of conditions, flattened."""
    parts = tuple(part for one in conditions for part in (one.parts if isinstance(one, And) else (one,)))
    return parts[0] if len(parts) == 1 else And(parts)


def pushed_down(condition: Condition, negated: bool = False) -> Condition:
    """The condition with `not` only at its leaves, and groups of one kind flattened into one."""
    match condition:
        case Not(part):
            return pushed_down(part, not negated)
        case And(parts) | Or(parts):
            kind = And if isinstance(condition, And) != negated else Or
            flat: list[Condition] = []
            for part in parts:
                one = pushed_down(part, negated)
                flat.extend(one.parts if isinstance(one, kind) else (one,))
            return kind(tuple(flat))
        case Comparison(operator, left, right):
            return Comparison(NEGATED[operator], left, right) if negated else condition
        case HasModifier(modifier, was_negated):
            return HasModifier(modifier, was_negated != negated)
        case InList(fact, parameter, was_negated):
            return InList(fact, parameter, was_negated != negated)


def leaves(condition: Condition) -> Iterator[Leaf]:
    """The comparisons and tests of a condition, in order."""
    match condition:
        case And(parts) | Or(parts):
            for part in parts:
                yield from leaves(part)
        case Not(part):
            yield from leaves(part)
        case _:
            yield condition


def with_leaves(condition: Condition, other: Callable[[Leaf], Leaf | None]) -> Condition:
    """The condition with other comparisons and tests in place of some of its own."""
    match condition:
        case And(parts) | Or(parts):
            return type(condition)(tuple(with_leaves(part, other) for part in parts))
        case Not(part):
            return Not(with_leaves(part, other))
        case _:
            return other(condition) or condition


def _names(term: Term) -> Iterator[tuple[str, bool]]:
    match term:
        case Fact(name):
            yield name, False
        case NumberParameter(name):
            yield name, True
        case Rounded(inner):
            yield from _names(inner)
        case Arithmetic(_, left, right):
            yield from _names(left)
            yield from _names(right)


def _leaf_names(leaf: Leaf) -> Iterator[tuple[str, bool]]:
    match leaf:
        case Comparison(_, left, right):
            yield from _names(left)
            yield from _names(right)
        case HasModifier():
            yield "modifiers", False
        case InList(fact, parameter):
            yield fact.name, False
            yield parameter, True


def fact_names(condition: Condition) -> tuple[str, ...]:
    """The facts that a condition compares, each once, in the condition's order."""
    return tuple(
        dict.fromkeys(name for leaf in leaves(condition) for name, parameter in _leaf_names(leaf) if not parameter)
    )


def parameter_names(condition: Condition) -> tuple[str, ...]:
    """The parameters that a condition names, each once, in the condition's order."""
    return tuple(
        dict.fromkeys(name for leaf in leaves(condition) for name, parameter in _leaf_names(leaf) if parameter)
    )


def assuming(condition: Condition, known: Facts) -> Condition | bool:
    """What is left of a pushed-down condition when the values of some word facts are known."""

    def left_of(leaf: Leaf) -> Condition | bool:
        match leaf:
            case Comparison("=" | "<>" as operator, Fact(name), Constant(value)) if name in known:
                return (known[name] == value) == (operator == "=")
        return leaf

    return _reduced(condition, left_of)


def allowing(condition: Condition, unknown: Collection[str]) -> Condition | bool:
    """What is left of a pushed-down condition when nothing is known of some facts: what tests one is taken to hold."""
    return _reduced(condition, lambda leaf: True if any(name in unknown for name in fact_names(leaf)) else leaf)


def _reduced(condition: Condition, left_of: Callable[[Leaf], Condition | bool]) -> Condition | bool:
    """What is left of a pushed-down condition when each of its leaves is a condition still, or decided."""
    match condition:
        case And(parts) | Or(parts):
            decisive = isinstance(condition, Or)
            left: list[Condition] = []
            for part in parts:
                one = _reduced(part, left_of)
                if one is decisive:
                    return decisive
                if not isinstance(one, bool):
                    left.append(one)
            if not left:
                return not decisive
            return left[0] if len(left) == 1 else type(condition)(tuple(left))
        case Not():
            return condition
        case _:
            return left_of(condition)
