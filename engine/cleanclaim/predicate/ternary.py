"""Three-valued logic: what a condition comes to when some facts are not known (None: it cannot be told)."""

from collections.abc import Collection, Iterator, Mapping

from cleanclaim.edits import Parameter
from cleanclaim.facts import Facts
from cleanclaim.predicate.python import python_test
from cleanclaim.predicate.tree import (
    And,
    Comparison,
    Condition,
    Constant,
    Fact,
    Not,
    Or,
    fact_names,
    leaves,
    pushed_down,
)


def decided(
    condition: Condition, facts: Facts, parameters: Mapping[str, Parameter], unknown: Collection[str]
) -> bool | None:
    """Whether the condition holds whatever the unknown facts are, fails whatever they are, or neither (None)."""
    match condition:
        case And(parts) | Or(parts):
            decisive = isinstance(condition, Or)
            answers = [decided(part, facts, parameters, unknown) for part in parts]
            if decisive in answers:
                return decisive
            return None if None in answers else not decisive
        case Not(part):
            contrary = decided(part, facts, parameters, unknown)
            return None if contrary is None else not contrary
        case _:
            if any(name in unknown for name in fact_names(condition)):
                return None
            return python_test(condition, parameters)(facts)


def undecided_by(
    condition: Condition, facts: Facts, parameters: Mapping[str, Parameter], unknown: Collection[str]
) -> Iterator[str]:
    """The unknown facts that keep a condition from being decided, in its order."""
    if decided(condition, facts, parameters, unknown) is not None:
        return
    match condition:
        case And(parts) | Or(parts):
            for part in parts:
                yield from undecided_by(part, facts, parameters, unknown)
        case Not(part):
            yield from undecided_by(part, facts, parameters, unknown)
        case _:
            yield from (name for name in fact_names(condition) if name in unknown)


def words_taken(condition: Condition) -> frozenset[tuple[str, str]]:
    """The facts that a condition takes with a word (`= 'unknown'`, not `<> 'unknown'`), each with the word."""
    return frozenset(
        (leaf.left.name, leaf.right.value)
        for leaf in leaves(pushed_down(condition))
        if isinstance(leaf, Comparison)
        and leaf.operator == "="
        and isinstance(leaf.left, Fact)
        and isinstance(leaf.right, Constant)
        and isinstance(leaf.right.value, str)
    )
