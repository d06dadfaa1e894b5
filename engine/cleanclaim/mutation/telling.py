"""What would kill a mutant that survived, or that nothing can: told from where its catalogue differs from ours."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Literal

from cleanclaim.catalogue import Asked, Catalogue, Rule
from cleanclaim.edits import Parameter
from cleanclaim.enrich.code import EXPECTED_PRIMARIES
from cleanclaim.facts import Facts
from cleanclaim.mutation.mutants import Mutant
from cleanclaim.mutation.neighbours import code_beside
from cleanclaim.mutation.solving import Solver, TooMany
from cleanclaim.predicate.python import Test, python_test
from cleanclaim.predicate.tree import And, Condition, Not, Or
from cleanclaim.template import shortest_text
from cleanclaim.values import listed

_PLAIN_DAY = date(2026, 1, 15)


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of a survivor."""

    verdict: Literal["equivalent", "survived"]
    text: str
    """Why nothing tells it from the edit, or what scenario would."""


class Teller:
    """Says of survivors what would kill them."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue, self._solver = catalogue, Solver(catalogue)

    def told(self, mutant: Mutant) -> Told:
        """What would kill a mutant, or why nothing can."""
        mine, other = self._catalogue, mutant.applied(self._catalogue)
        rules = [(one, two) for one, two in zip(mine.rules, other.rules, strict=True) if one is not two]
        asked = [(one, two) for one, two in zip(mine.asked, other.asked, strict=True) if one is not two]
        changed = [name for name, one in mine.parameters.items() if other.parameters[name] is not one]
        if changed:
            return _of_parameter(mine.parameters[changed[0]], other.parameters[changed[0]])
        if asked:
            return self._of_question(*asked[0])
        if not rules:
            return Told("survived", f"A scenario that asserts the disposition of a finding {mutant.subject}.")
        if any(one.condition != two.condition for one, two in rules):
            return self._of_condition(rules)
        if rules[0][0].superseded_by != rules[0][1].superseded_by:
            (left,) = set(rules[0][0].superseded_by) - set(rules[0][1].superseded_by)
            return self._of_supersession([one for one, _ in rules], left)
        return self._of_outcome(rules)

    def _of_condition(self, rules: Sequence[tuple[Rule, Rule]]) -> Told:
        edit_id = rules[0][0].edit.id
        parameters = self._catalogue.parameters
        ours = [python_test(one.condition, parameters) for one, _ in rules]
        theirs = [python_test(two.condition, parameters) for _, two in rules]

        def differs(facts: Facts) -> bool:
            return any(test(facts) for test in ours) != any(test(facts) for test in theirs)

        conditions = [condition for pair in rules for condition in (pair[0].condition, pair[1].condition)]
        one, two = (_any_of([pair[side].condition for pair in rules]) for side in (0, 1))
        apart = [_any_of([one, two]), Not(And((one, two)))]
        superseding = set(rules[0][0].superseded_by)
        over = [rule for rule in self._catalogue.rules if rule.edit.id in superseding and not rule.superseded_by]
        beside = [Not(rule.condition) for rule in over]
        try:
            witness = self._solver.found(conditions, differs, _shared(rules))
            if witness is None:
                return _equivalent("no line has facts on which it and the edit differ")
            both = _all([differs, *map(self._test, beside)])
            facts = self._solver.found([*conditions, *beside], both, beside, given=witness)
            if facts is None:
                facts = self._solver.found([*conditions, *beside], both, [*_shared(rules), *apart, *beside])
        except TooMany:
            text = f"A line on which {edit_id} and the mutant differ; too many facts bear on it to try."
            return Told("survived", text)
        if facts is None:
            names = listed((rule.edit.id for rule in over), "or")
            return _equivalent(f"where it and the edit differ, {names} fires and both are left out")
        facts = {name: facts[name] for name in witness}
        fires, mutant_fires = any(test(facts) for test in ours), any(test(facts) for test in theirs)
        what = f"{edit_id} {_fires(fires)}, the mutant {_fires(mutant_fires)}"
        where = "A claim" if rules[0][0].edit.level == "claim" else "A line"
        return Told("survived", f"{where} with {_listed(facts)}: {what}.")

    def _of_supersession(self, rules: Sequence[Rule], left: str) -> Told:
        parameters = self._catalogue.parameters
        superseding = [rule for rule in self._catalogue.rules if rule.edit.id == left]
        undecided = False
        for rule, other in product(rules, superseding):
            both = [python_test(one.condition, parameters) for one in (rule, other)]
            try:
                facts = self._solver.found(
                    [rule.condition, other.condition], _all(both), [*_parts(rule.condition), *_parts(other.condition)]
                )
            except TooMany:
                undecided = True
                continue
            if facts is not None:
                text = f"A line with {_listed(facts)}: {left} fires, and {rule.edit.id} is left out."
                return Told("survived", text)
        if undecided:
            return Told(
                "survived", f"A line on which {left} and {rules[0].edit.id} fire; too many facts bear on it to try."
            )
        return _equivalent(f"no line has facts on which {left} fires beside it")

    def _of_outcome(self, rules: Sequence[tuple[Rule, Rule]]) -> Told:
        one, two = rules[0]
        edit_id = one.edit.id
        if one.edit.disposition != two.edit.disposition:
            return Told("survived", f"A scenario that asserts the disposition of a finding {edit_id}.")
        parameters = self._catalogue.parameters
        fires = python_test(one.condition, parameters)
        conditions = [one.condition, *(rest.when for rule in (one, two) for rest in rule.remittances if rest.when)]

        def differs(facts: Facts) -> bool:
            return fires(facts) and one.remittance_for(facts) != two.remittance_for(facts)

        try:
            facts = self._solver.found(conditions, differs, _parts(one.condition))
        except TooMany:
            return Told("survived", f"A scenario that asserts the remittance of a finding {edit_id}.")
        if facts is None:
            return _equivalent("on no line on which it fires is the remittance another")
        return Told("survived", f"A scenario that asserts the remittance of {edit_id} on a line with {_listed(facts)}.")

    def _of_question(self, one: Asked, two: Asked) -> Told:
        edit_id, _, name = one.fact.partition("_")
        if one.same != two.same:
            (key,) = set(one.same) - set(two.same)
            facts = self._found([one.where], python_test(one.where, self._catalogue.parameters))
            other = f"with {_listed(facts)} " if facts else ""
            text = (
                f"A line that {edit_id.upper()} fires on or not by {name}, and another line {other}that shares all but"
            )
            return Told("survived", f"{text} {key} with it.")
        before, after = (python_test(asked.where, self._catalogue.parameters) for asked in (one, two))
        facts = self._found([one.where, two.where], lambda facts: before(facts) != after(facts))
        if facts is None:
            return _equivalent(f"no other line has facts on which {name} is answered otherwise")
        text = f"A line that {edit_id.upper()} fires on or not by {name}, and another line with {_listed(facts)}"
        return Told("survived", f"{text}, the only one that {name} can be about.")

    def _test(self, condition: Condition) -> Test:
        return python_test(condition, self._catalogue.parameters)

    def _found(self, conditions: Sequence[Condition], wanted: Test) -> Facts | None:
        try:
            return self._solver.found(conditions, wanted)
        except TooMany:
            return {}


def _of_parameter(one: Parameter, two: Parameter) -> Told:
    changes = one.changes() | two.changes()
    days = [_PLAIN_DAY, *sorted({*changes, *(_before(day) for day in changes)})]
    for day in days:
        if one.numbers and one.number_on(day) != two.number_on(day):
            return Told("survived", f"A line of {day} that comes out otherwise by {two.number_on(day)} for {one.name}.")
        for code in _codes(one, two):
            if one.covers(code, day) != two.covers(code, day):
                is_in = "in" if one.covers(code, day) else "not in"
                return Told(
                    "survived", f"A line of {code} on {day}, which is {is_in} {one.name}, and what follows of it."
                )
            if one.successors_of(code, day) != two.successors_of(code, day):
                return Told("survived", f"A line of {code} on {day} whose finding names what is billed instead.")
        if one.name == EXPECTED_PRIMARIES and one.codes_on(day) != two.codes_on(day):
            return Told("survived", f"A graft product that is an add-on code on {day}, beside each of {one.name}.")
    return _equivalent("it says the same of every code on every day")


def _codes(*parameters: Parameter) -> list[str]:
    """The codes that parameters name, the ends of ranges, and those beside them."""
    named: set[str] = set()
    for parameter in parameters:
        for version in parameter.lists:
            named.update(code for one in version.codes for code in one.split("-"))
        for replaced in parameter.replacements:
            named.update(code for one in replaced.successors for code in one.split("-"))
    return sorted({near for code in named for step in (-1, 0, 1) if (near := code_beside(code, step)) is not None})


def _parts(condition: Condition) -> tuple[Condition, ...]:
    """Conditions all of which must hold for a condition to hold."""
    return condition.parts if isinstance(condition, And) else (condition,)


def _shared(rules: Sequence[tuple[Rule, Rule]]) -> list[Condition]:
    """What must hold for a rule or its mutant to fire: without it they agree. None is known of several rules."""
    if len(rules) != 1:
        return []
    ((one, two),) = rules
    return [part for part in _parts(one.condition) if part in _parts(two.condition)]


def _any_of(conditions: Sequence[Condition]) -> Condition:
    return conditions[0] if len(conditions) == 1 else Or(tuple(conditions))


def _all(tests: Sequence[Test]) -> Test:
    return lambda facts: all(test(facts) for test in tests)


def _before(day: date) -> date:
    return date.fromordinal(max(day.toordinal() - 1, 1))


def _fires(does: bool) -> str:
    return "fires" if does else "does not fire"


def _listed(facts: Facts) -> str:
    return ", ".join(f"{name} {shortest_text(value)}" for name, value in facts.items())


def _equivalent(why: str) -> Told:
    return Told("equivalent", f"Equivalent: {why}.")
