"""A condition as a Python function over facts. No text is evaluated: the function is composed of closures."""

import operator
from collections.abc import Callable, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Any

from cleanclaim.edits import Parameter, Period
from cleanclaim.facts import Facts
from cleanclaim.predicate.tree import (
    And,
    Arithmetic,
    Comparison,
    Condition,
    Constant,
    Fact,
    HasModifier,
    InList,
    Not,
    NumberParameter,
    Or,
    Rounded,
    Term,
)

Test = Callable[[Facts], bool]
_Value = Callable[[Facts], Any]

_OPERATORS: dict[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq, "<>": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip
_EXACT = Context(prec=60)
_ARITHMETIC: dict[str, Callable[[Any, Any], Any]] = {"+": _EXACT.add, "-": _EXACT.subtract, "*": _EXACT.multiply}
_ONE = Decimal(1)
_CODES_REMEMBERED = 16_384


def python_test(condition: Condition, parameters: Mapping[str, Parameter]) -> Test:
    """A function that says whether the condition holds for facts."""
    match condition:
        case And(parts):
            tests = tuple(python_test(part, parameters) for part in parts)
            return _all(tests)
        case Or(parts):
            tests = tuple(python_test(part, parameters) for part in parts)
            return _any(tests)
        case Not(part):
            contrary = python_test(part, parameters)
            return lambda facts: not contrary(facts)
        case HasModifier(modifier, negated):
            return lambda facts: (modifier in facts["modifiers"]) != negated  # type: ignore[operator]
        case InList(fact, name, negated):
            return _in_list(fact.name, parameters[name], negated)
        case Comparison(symbol, left, right):
            return _comparison(symbol, left, right, parameters)


def _all(tests: tuple[Test, ...]) -> Test:
    def test(facts: Facts) -> bool:
        for one in tests:  # noqa: SIM110  a generator costs as much again, once for each line and edit
            if not one(facts):
                return False
        return True

    return test


def _any(tests: tuple[Test, ...]) -> Test:
    def test(facts: Facts) -> bool:
        for one in tests:  # noqa: SIM110
            if one(facts):
                return True
        return False

    return test


def _comparison(symbol: str, left: Term, right: Term, parameters: Mapping[str, Parameter]) -> Test:
    compare = _OPERATORS[symbol]
    if isinstance(left, Fact) and isinstance(right, Constant):
        name, constant = left.name, right.value
        return lambda facts: compare(facts[name], constant)
    first, second = term_value(left, parameters), term_value(right, parameters)
    return lambda facts: compare(first(facts), second(facts))


def _in_list(fact: str, parameter: Parameter, negated: bool) -> Test:
    known: dict[object, tuple[Period, ...]] = {}

    def test(facts: Facts) -> bool:
        code = facts[fact]
        periods = known.get(code)
        if periods is None:
            assert isinstance(code, str)
            if len(known) >= _CODES_REMEMBERED:
                known.clear()
            periods = known[code] = parameter.periods_of(code)
        if not periods:
            return negated
        day = facts["date_of_service"]
        assert isinstance(day, date)
        return any(day in period for period in periods) != negated

    return test


def term_value(term: Term, parameters: Mapping[str, Parameter]) -> _Value:
    """A function that gives the value of a term for facts."""
    match term:
        case Fact(name):
            return operator.itemgetter(name)
        case Constant(constant):
            return lambda _: constant
        case NumberParameter(name):
            number_on = parameters[name].number_on
            return lambda facts: number_on(facts["date_of_service"])  # type: ignore[arg-type]
        case Rounded(inner):
            number = term_value(inner, parameters)
            return lambda facts: Decimal(number(facts)).quantize(_ONE, ROUND_HALF_UP, _EXACT)
        case Arithmetic(symbol, one, other):
            combine, left, right = _ARITHMETIC[symbol], term_value(one, parameters), term_value(other, parameters)
            return lambda facts: combine(left(facts), right(facts))
