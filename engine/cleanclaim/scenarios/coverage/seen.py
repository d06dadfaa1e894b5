"""What the check of one claim shows of the edits of its catalogue."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from cleanclaim.catalogue import EDIT_FAILED, UNREADABLE, Asked, Catalogue, Rule
from cleanclaim.claims import ReadClaim
from cleanclaim.edits import Parameter
from cleanclaim.evaluate.rete import EngineFailure
from cleanclaim.facts import Facts
from cleanclaim.findings import Finding
from cleanclaim.pipeline import Checker, Evaluated
from cleanclaim.predicate.python import Test, python_test
from cleanclaim.predicate.tree import Comparison, renamed
from cleanclaim.scenarios.coverage.points import FIRED, PASSED, Point, Side, days_of, point_of, sides_of
from cleanclaim.scenarios.watching import Checked

_Watch = tuple[Test, Point]


@dataclass(frozen=True, slots=True)
class _OfRule:
    """A version of an edit, and what is looked at on a line that it applies to."""

    rule: Rule
    is_of_payer: Test
    days: dict[object, Point]
    holds: Test
    watched: Sequence[_Watch]
    asked: Sequence[_Watch]
    """Looked at on every line of the claim."""


class Seen:
    """What the checks of a session have shown. What was seen once is not looked for again."""

    def __init__(self) -> None:
        self.points: set[Point] = set()
        self._compiled: dict[int, tuple[Catalogue, list[_OfRule]]] = {}

    def take(self, checked: Checked) -> None:
        """Take up what one check shows."""
        of_rules = self._of_rules(checked.checker.catalogue)
        for read in checked.claims:
            if read.claim is not None and (evaluated := _evaluated(checked.checker, read)) is not None:
                self._take_claim(evaluated, of_rules)
        self._take_raised(checked.findings)

    def _take_raised(self, findings: Sequence[Finding]) -> None:
        raised = {one.edit_id for one in findings}
        for edit_id in (UNREADABLE, EDIT_FAILED):
            self.points.add(Point(edit_id, "", FIRED if edit_id in raised else PASSED))

    def _take_claim(self, evaluated: Evaluated, of_rules: Iterable[_OfRule]) -> None:
        for one in evaluated.evaluation.fired:
            self.points.add(point_of(one.rule, FIRED))
        lines = [line.facts for line in evaluated.lines]
        for of_rule in of_rules:
            rule = of_rule.rule
            if rule.reads_other_lines and not evaluated.whole:
                continue
            for facts in [evaluated.of_claim] if rule.edit.level == "claim" else lines:
                self._take_line(of_rule, facts, lines)

    def _take_line(self, of_rule: _OfRule, facts: Facts, lines: Sequence[Facts]) -> None:
        if not of_rule.is_of_payer(facts):
            return
        day = facts.get("date_of_service")
        if (point := of_rule.days.get(day)) is not None:
            self.points.add(point)
        if isinstance(day, date) and day not in of_rule.rule.version.effective:
            return
        if not of_rule.holds(facts):
            self.points.add(point_of(of_rule.rule, PASSED))
        self.points.update(point for test, point in of_rule.watched if point not in self.points and test(facts))
        for test, point in of_rule.asked:
            if point not in self.points and any(test(line) for line in lines if line is not facts):
                self.points.add(point)

    def _of_rules(self, catalogue: Catalogue) -> list[_OfRule]:
        known = self._compiled.get(id(catalogue))
        if known is None:
            of_rules = [_of_rule(rule, catalogue) for rule in catalogue.rules]
            known = self._compiled[id(catalogue)] = (catalogue, of_rules)
        return known[1]


def _evaluated(checker: Checker, read: ReadClaim) -> Evaluated | None:
    try:
        return checker.evaluated(read)
    except EngineFailure:
        return None


def _of_rule(rule: Rule, catalogue: Catalogue) -> _OfRule:
    parameters = catalogue.parameters
    payers = rule.edit.payer_types
    asked: list[Asked] = [one for one in catalogue.asked if one.fact in rule.asked.values()]
    return _OfRule(
        rule,
        (lambda facts: facts["payer_type"] in payers) if payers else (lambda _: True),
        {day: point_of(rule, what) for day, what in days_of(rule)},
        python_test(rule.condition, parameters),
        _watched(rule, sides_of(rule.when), parameters),
        [watch for one in asked for watch in _watched(rule, sides_of(one.where, "another line: "), parameters)],
    )


def _watched(rule: Rule, sides: Iterable[Side], parameters: Mapping[str, Parameter]) -> list[_Watch]:
    watched: list[_Watch] = []
    for side in sides:
        condition = renamed(side.condition, rule.asked)
        test = python_test(condition, parameters)
        watched += [(test, point_of(rule, side.holds)), (_contrary(test), point_of(rule, side.fails))]
        if side.boundary is not None and isinstance(condition, Comparison):
            alike = python_test(replace(condition, operator="="), parameters)
            watched.append((alike, point_of(rule, side.boundary)))
    return watched


def _contrary(test: Test) -> Callable[[Facts], bool]:
    return lambda facts: not test(facts)
