"""What a peer needs of the facts: those that its conditions compare, and what dated parameters say of the line."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from cleanclaim.catalogue import Rule
from cleanclaim.edits import Parameter
from cleanclaim.facts import FactKind, Facts
from cleanclaim.predicate.python import python_test, term_value
from cleanclaim.predicate.tree import (
    Arithmetic,
    Comparison,
    Condition,
    InList,
    NumberParameter,
    Rounded,
    Term,
    fact_names,
    leaves,
)

Convert = Callable[[Any], Any]
VALUES_REMEMBERED = 4096


def answer(fact: str, parameter: str) -> str:
    """The name of the fact that says whether a list parameter holds another fact's code."""
    return f"{fact}_in_{parameter}"


def names_in(condition: Condition) -> tuple[str, ...]:
    """The facts that a condition looks at as a peer has them: dated parameters are facts too."""
    names: dict[str, None] = {}
    for leaf in leaves(condition):
        match leaf:
            case InList(fact, parameter):
                names[answer(fact.name, parameter)] = None
            case Comparison(_, left, right):
                names.update(dict.fromkeys(fact_names(leaf)))
                names.update(dict.fromkeys((*_numbers(left), *_numbers(right))))
            case _:
                names.update(dict.fromkeys(fact_names(leaf)))
    return tuple(names)


def _numbers(term: Term) -> Iterator[str]:
    match term:
        case NumberParameter(name):
            yield name
        case Rounded(inner):
            yield from _numbers(inner)
        case Arithmetic(_, left, right):
            yield from _numbers(left)
            yield from _numbers(right)


def looked_up(rules: Iterable[Rule], parameters: Mapping[str, Parameter]) -> dict[str, Callable[[Facts], Any]]:
    """What dated parameters say of a line, by the name of the fact that says it: whether a list holds, or a number."""
    tests: dict[str, Callable[[Facts], Any]] = {}
    for rule in rules:
        for leaf in leaves(rule.condition):
            match leaf:
                case InList(fact, parameter):
                    tests[answer(fact.name, parameter)] = python_test(InList(fact, parameter), parameters)
                case Comparison(_, left, right):
                    for name in (*_numbers(left), *_numbers(right)):
                        tests[name] = term_value(NumberParameter(name), parameters)
    return tests


class Remembered(dict[Any, Any]):
    """Converted values, each made once: facts have few. It forgets all when it holds too many."""

    def __init__(self, convert: Convert) -> None:
        super().__init__()
        self._convert = convert

    def __missing__(self, value: Any) -> Any:
        if len(self) >= VALUES_REMEMBERED:
            self.clear()
        converted = self[value] = self._convert(value)
        return converted


@dataclass(frozen=True)
class Stage:
    """The rules that are evaluated together, and what there is to compile them."""

    rules: tuple[Rule, ...]
    kinds: Mapping[str, FactKind]
    parameters: Mapping[str, Parameter]
    usual: Sequence[Facts]
    """Facts as they are common, for an engine that can be told of them."""


class Handed:
    """The facts that some rules look at, as a dict of what a peer takes; words stay as they are."""

    def __init__(self, stage: Stage, converts: Mapping[str, Convert]) -> None:
        """`converts` makes values by the kind of fact: quantity, count, date, modifiers."""
        rules, kinds = stage.rules, stage.kinds
        self._looked_up = looked_up(rules, stage.parameters)
        self.names = tuple(dict.fromkeys(name for rule in rules for name in names_in(rule.condition)))
        facts = [name for name in self.names if name not in self._looked_up]
        self._as_is = [name for name in facts if kinds[name].type not in converts]
        self._values = _several(self._as_is)
        self._converted = [
            (name, itemgetter(name), Remembered(converts[kinds[name].type]))
            for name in facts
            if kinds[name].type in converts
        ]
        number = converts.get("quantity", lambda value: value)
        self._said = Remembered(lambda said: ("no", "yes")[said] if isinstance(said, bool) else number(said))

    def __call__(self, facts: Facts) -> dict[str, Any]:
        """The facts of one line or claim."""
        handed: dict[str, Any] = dict(zip(self._as_is, self._values(facts), strict=True))
        for name, value, converted in self._converted:
            handed[name] = converted[value(facts)]
        for name, say in self._looked_up.items():
            handed[name] = self._said[say(facts)]
        return handed


def _several(names: list[str]) -> Callable[[Facts], tuple[Any, ...]]:
    if len(names) > 1:
        return itemgetter(*names)
    return lambda facts: tuple(facts[name] for name in names)
