"""A condition altered in one place, as a person's slip would: each way in which that can be, said in words."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from cleanclaim.facts import FactKind
from cleanclaim.mutation.neighbours import next_word
from cleanclaim.predicate.tree import (
    NEGATED,
    And,
    Arithmetic,
    Comparison,
    Condition,
    Constant,
    Fact,
    HasModifier,
    InList,
    Not,
    Operator,
    Or,
    Rounded,
    Term,
    leaves,
    pushed_down,
)
from cleanclaim.values import FIRST_DAY, LAST_DAY, shortest

_DAY = timedelta(1)
_RELAXED: Mapping[Operator, tuple[Operator, ...]] = {
    "<": ("<=",), "<=": ("<",), ">": (">=",), ">=": (">",), "=": ("<=", ">="), "<>": ("<", ">"),
}  # fmt: skip
"""What an ordered comparison is relaxed or tightened to."""


@dataclass(frozen=True, slots=True)
class Alteration:
    """A condition that was altered, and what was done to it."""

    what: str
    condition: Condition
    kept: Condition
    """The same meaning, naming all that the condition named before: what was dropped stands there without effect."""


_Rebuilt = Callable[[Condition], Condition]


def alterations(condition: Condition, kinds: Mapping[str, FactKind]) -> Iterator[Alteration]:
    """Every alteration of a condition; no two of them, and none and the condition, are written the same."""
    seen = {str(pushed_down(condition))}
    for one in _altered(condition, kinds, lambda part: part):
        text = str(pushed_down(one.condition))
        if text not in seen:
            seen.add(text)
            yield one


def _altered(part: Condition, kinds: Mapping[str, FactKind], rebuilt: _Rebuilt) -> Iterator[Alteration]:
    match part:
        case And(parts) | Or(parts):
            yield from _of_group(part, rebuilt)
            for index, one in enumerate(parts):
                yield from _altered(one, kinds, _within(part, index, rebuilt))
        case Not(inner):
            yield _plain(f"{part} becomes {inner}", rebuilt(inner))
            yield from _altered(inner, kinds, lambda one: rebuilt(Not(one)))
        case HasModifier(modifier, negated):
            named = {leaf.modifier for leaf in leaves(rebuilt(part)) if isinstance(leaf, HasModifier)}
            other = next_word(modifier, named)
            if other is not None:
                yield _becomes(part, HasModifier(other, negated), rebuilt)
            yield _becomes(part, HasModifier(modifier, not negated), rebuilt)
        case InList(fact, parameter, negated):
            yield _becomes(part, InList(fact, parameter, not negated), rebuilt)
        case Comparison():
            yield from _of_comparison(part, kinds, rebuilt)


def _of_group(group: And | Or, rebuilt: _Rebuilt) -> Iterator[Alteration]:
    kind: type[And | Or] = type(group)
    joined, instead = ("and", "or") if kind is And else ("or", "and")
    other: And | Or = Or(group.parts) if kind is And else And(group.parts)
    yield _plain(f"{joined} becomes {instead}: {other}", rebuilt(other))
    nested = "" if rebuilt(group) is group else f", in: {group}"
    for index, one in enumerate(group.parts):
        rest = (*group.parts[:index], *group.parts[index + 1 :])
        idle: Condition = Or((one, Not(one))) if kind is And else And((one, Not(one)))
        yield Alteration(
            f"without {one}{nested}",
            rebuilt(rest[0] if len(rest) == 1 else kind(rest)),
            rebuilt(kind((*group.parts[:index], idle, *group.parts[index + 1 :]))),
        )


def _of_comparison(leaf: Comparison, kinds: Mapping[str, FactKind], rebuilt: _Rebuilt) -> Iterator[Alteration]:
    operator, left, right = leaf.operator, leaf.left, leaf.right
    yield _becomes(leaf, Comparison(NEGATED[operator], left, right), rebuilt)
    if left.type != "word":
        for other in _RELAXED[operator]:
            yield _becomes(leaf, Comparison(other, left, right), rebuilt)
        for term in _terms(right):
            yield _becomes(leaf, Comparison(operator, left, term), rebuilt)
        for term in _terms(left):
            yield _becomes(leaf, Comparison(operator, term, right), rebuilt)
    elif isinstance(left, Fact) and isinstance(right, Constant):
        yield from _of_word(leaf, left, right, kinds, rebuilt)


def _of_word(
    leaf: Comparison, fact: Fact, constant: Constant, kinds: Mapping[str, FactKind], rebuilt: _Rebuilt
) -> Iterator[Alteration]:
    """A word exchanged for another; and one word more, each of those that the fact can be."""
    word = str(constant.value)
    named = {
        str(one.right.value)
        for one in leaves(rebuilt(leaf))
        if isinstance(one, Comparison) and one.left == fact and isinstance(one.right, Constant)
    }
    words = kinds[fact.name].words
    others = [one for one in words or () if one not in named]
    if words is None and (near := next_word(word, named)) is not None:
        others = [near]
    if others:
        yield _becomes(leaf, Comparison(leaf.operator, fact, Constant(others[0], "word")), rebuilt)
    for one in others:
        more = Comparison(leaf.operator, fact, Constant(one, "word"))
        widened: Condition = Or((leaf, more)) if leaf.operator == "=" else And((leaf, more))
        yield _becomes(leaf, widened, rebuilt)


def _terms(term: Term) -> Iterator[Term]:
    """A number a step to either side, a date a day; a sum, product or rounding left out."""
    match term:
        case Constant(Decimal() as number):
            step = Decimal(1).scaleb(int(Decimal(shortest(number)).as_tuple().exponent))
            yield Constant(number - step, "number")
            yield Constant(number + step, "number")
        case Constant(date() as day):
            if day > FIRST_DAY:
                yield Constant(day - _DAY, "date")
            if day < LAST_DAY:
                yield Constant(day + _DAY, "date")
        case Rounded(inner):
            yield inner
            yield from (Rounded(one) for one in _terms(inner))
        case Arithmetic(operator, left, right):
            yield left
            if operator != "*":
                yield Arithmetic("-" if operator == "+" else "+", left, right)
            yield from (Arithmetic(operator, one, right) for one in _terms(left))
            yield from (Arithmetic(operator, left, one) for one in _terms(right))


def _within(group: And | Or, index: int, rebuilt: _Rebuilt) -> _Rebuilt:
    before, after = group.parts[:index], group.parts[index + 1 :]
    return lambda one: rebuilt(type(group)((*before, one, *after)))


def _becomes(leaf: Condition, other: Condition, rebuilt: _Rebuilt) -> Alteration:
    return _plain(f"{leaf} becomes {other}", rebuilt(other))


def _plain(what: str, condition: Condition) -> Alteration:
    return Alteration(what, condition, condition)
