"""The comparisons of a condition with the values compared, and how far these lie apart."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from cleanclaim.edits import Parameter
from cleanclaim.facts import Facts
from cleanclaim.outcomes import Compared
from cleanclaim.predicate.python import term_value
from cleanclaim.predicate.ternary import decided
from cleanclaim.predicate.tree import (
    And,
    Arithmetic,
    Comparison,
    Condition,
    Constant,
    Fact,
    HasModifier,
    InList,
    NumberParameter,
    Or,
    Rounded,
    Term,
    pushed_down,
)
from cleanclaim.values import FIRST_DAY, LAST_DAY, listed, shortest

NOT_KNOWN = "not known"
NO_DAY = "none stated"
"""Stands for the day that fills a fact where there is none."""
_CODES_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Values:
    """What a condition is judged by: facts, those of them that are not known, and parameters."""

    facts: Facts
    unknown: Collection[str]
    parameters: Mapping[str, Parameter]

    def holds(self, condition: Condition) -> bool | None:
        """Whether a condition holds; None where it cannot be told."""
        return decided(condition, self.facts, self.parameters, self.unknown)


def compared(condition: Condition, values: Values) -> tuple[Compared, ...]:
    """The comparisons of a condition, all of which must hold; groups of which one must hold are one of them."""
    whole = pushed_down(condition)
    return _parts(whole, values) if isinstance(whole, And) else (_one(whole, values),)


def _parts(group: And | Or, values: Values) -> tuple[Compared, ...]:
    """The parts of a group; tests of one fact for several words, and of several modifiers, are one."""
    batches: list[list[Condition]] = []
    for part in group.parts:
        key = _batch(part, group)
        if batches and key is not None and _batch(batches[-1][0], group) == key:
            batches[-1].append(part)
        else:
            batches.append([part])
    return tuple(
        _one(batch[0], values) if len(batch) == 1 else _several(type(group)(tuple(batch)), values) for batch in batches
    )


def _batch(part: Condition, group: And | Or) -> str | None:
    """What a part of a group tests, where such tests can be told as one."""
    match part:
        case Comparison(operator, Fact(name), Constant(_, "word")) if operator == ("=" if _is_or(group) else "<>"):
            return name
        case HasModifier(_, negated) if negated != _is_or(group):
            return "modifiers"
        case _:
            return None


def _is_or(group: And | Or) -> bool:
    return isinstance(group, Or)


def _several(group: And | Or, values: Values) -> Compared:
    """One fact tested for several words, or several modifiers."""
    first = group.parts[0]
    if isinstance(first, HasModifier):
        names = [part.modifier for part in group.parts if isinstance(part, HasModifier)]
        bears = "one" if _is_or(group) else "none"
        return Compared(f"{bears} of the modifiers {listed(names)}", values.holds(group), _modifiers(values))
    assert isinstance(first, Comparison)
    assert isinstance(first.left, Fact)
    words = [str(part.right) for part in group.parts if isinstance(part, Comparison)]
    text = f"{first.left} {'in' if _is_or(group) else 'not in'} ({', '.join(words)})"
    return Compared(text, values.holds(group), _shown(first.left, values))


def _one(part: Condition, values: Values) -> Compared:
    holds = values.holds(part)
    match part:
        case And() | Or():
            parts = _parts(part, values)
            if len(parts) == 1:
                return parts[0]
            return Compared("any of these" if _is_or(part) else "all of these", holds, parts=parts)
        case HasModifier():
            return Compared(str(part), holds, _modifiers(values))
        case InList(fact, name):
            codes = _codes(values.parameters[name], values.facts)
            return Compared(str(part), holds, _shown(fact, values), values=((name, codes),))
        case Comparison(_, left, right):
            return Compared(
                str(part), holds, _shown(left, values),
                None if isinstance(right, Constant) else _shown(right, values),
                _distance(left, right, values), tuple(_reckoned_from((left, right), values)),
            )  # fmt: skip
        case _:
            raise AssertionError("a condition that is pushed down holds no other part")


def _shown(term: Term, values: Values) -> str:
    """The value of a term as text."""
    if any(name in values.unknown for name in _facts(term)):
        return NOT_KNOWN
    value = term_value(term, values.parameters)(values.facts)
    return NO_DAY if value in (FIRST_DAY, LAST_DAY) else shortest(value)


def _facts(term: Term) -> list[str]:
    match term:
        case Fact(name):
            return [name]
        case Rounded(inner):
            return _facts(inner)
        case Arithmetic(_, left, right):
            return [*_facts(left), *_facts(right)]
        case _:
            return []


def _reckoned_from(sides: Sequence[Term], values: Values) -> list[tuple[str, str]]:
    """The facts and parameters within sums, products and roundings, each once."""
    found: dict[str, str] = {}
    pending = [side for side in sides if isinstance(side, Arithmetic | Rounded)]
    while pending:
        term = pending.pop(0)
        inner = (term.term,) if isinstance(term, Rounded) else (term.left, term.right)
        for one in inner:
            if isinstance(one, Fact | NumberParameter):
                found[one.name] = _shown(one, values)
            elif isinstance(one, Arithmetic | Rounded):
                pending.append(one)
    return list(found.items())


def _distance(left: Term, right: Term, values: Values) -> str | None:
    if left.type == "word" or NOT_KNOWN in (_shown(left, values), _shown(right, values)):
        return None
    one, other = (term_value(term, values.parameters)(values.facts) for term in (left, right))
    if isinstance(one, date):
        if {one, other} & {FIRST_DAY, LAST_DAY}:
            return None
        days = (one - other).days
        return (
            f"{abs(days)} day{'' if abs(days) == 1 else 's'} {'after' if days > 0 else 'before'}" if days else "equal"
        )
    gap = Decimal(one) - Decimal(other)
    return f"{shortest(abs(gap))} {'above' if gap > 0 else 'below'}" if gap else "equal"


def _modifiers(values: Values) -> str:
    borne = values.facts["modifiers"]
    assert isinstance(borne, tuple)
    return " ".join(borne) or "no modifier"


def _codes(parameter: Parameter, facts: Facts) -> str:
    """The codes of a list on the date of service."""
    day = facts["date_of_service"]
    assert isinstance(day, date)
    codes = parameter.codes_on(day)
    more = f" and {len(codes) - _CODES_SHOWN} more" if len(codes) > _CODES_SHOWN else ""
    return (", ".join(codes[:_CODES_SHOWN]) or "no code") + more
