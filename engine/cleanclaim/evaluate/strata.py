"""The edits of a catalogue evaluated on one claim: the first stratum, payability, the second stratum, supersession.

Edits whose condition reads primary_procedure are the second stratum. All others come first and fix each line's state;
from these states follows what primary procedure each add-on line finds, and with it the second stratum.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from cleanclaim.catalogue import Catalogue, Rule
from cleanclaim.enrich.enriched import EnrichedLine
from cleanclaim.evaluate.payability import State, settle, state_after
from cleanclaim.evaluate.rete import EngineFailure, ReteRules
from cleanclaim.facts import LINE_FACTS, Facts
from cleanclaim.predicate.python import python_test
from cleanclaim.predicate.tree import assuming, pushed_down

_CLAIM = -1
"""The place of the claim as a whole among the indexes of its lines."""


@dataclass(frozen=True, slots=True)
class Fired:
    """An edit that fired and stands, and the facts it fired on; `line` is None for the claim as a whole."""

    rule: Rule
    facts: Facts
    line: EnrichedLine | None


@dataclass
class Evaluation:
    """What became of one claim."""

    fired: list[Fired] = field(default_factory=list)
    bypassed: list[Fired] = field(default_factory=list)
    """Edits that fired and are left out, because another on the same line makes them moot."""
    not_fully_checked: set[int] = field(default_factory=set)
    """Numbers of the lines that an edit could not judge."""


class Rules(Protocol):
    """Rules of one level, ready to be decided."""

    def fired(self, all_facts: Sequence[Facts]) -> list[tuple[int, Rule]]:
        """The rules that fire, each with the index of the facts it fires on. Raises EngineFailure."""


MakeRules = Callable[[str, Sequence[Rule], Catalogue], Rules]
"""What makes them of a name, the rules and the catalogue."""


class Strata:
    """The rules of a catalogue, compiled once for one thread of one process."""

    def __init__(self, catalogue: Catalogue, *, information: bool, rules_of: MakeRules = ReteRules) -> None:
        """Compile all edits, those of disposition `information` only when asked for."""
        self._parameters = catalogue.parameters
        rules = [rule for rule in catalogue.rules if information or rule.edit.disposition != "information"]
        of_lines = [rule for rule in rules if rule.edit.level == "line"]
        second = [rule for rule in of_lines if rule.reads_payability]
        self.of_claims = rules_of("claims", [rule for rule in rules if rule.edit.level == "claim"], catalogue)
        self.first = rules_of("first_stratum", [rule for rule in of_lines if not rule.reads_payability], catalogue)
        self.second = rules_of("second_stratum", second, catalogue)
        self._second_tests = [(rule, python_test(rule.condition, catalogue.parameters)) for rule in second]
        self._asked_of = _words_that_matter(second)
        self._rank = {rule: place for place, rule in enumerate(catalogue.rules)}
        self._failure: str | None = None

    @property
    def has_failed(self) -> bool:
        """Whether the engine failed: from then on it evaluates nothing."""
        return self._failure is not None

    def evaluate(self, lines: Sequence[EnrichedLine], of_claim: Facts, *, whole: bool) -> Evaluation:
        """The edits that fire on a claim's lines and stand, whatever the lines' order.

        `whole` says that all lines of the claim are here; otherwise no edit that looks at other lines is evaluated.
        Raises EngineFailure, and from then on always.
        """
        if self._failure:
            raise EngineFailure(f"the engine had failed before: {self._failure}")
        try:
            return self._evaluated(lines, of_claim, whole=whole)
        except EngineFailure as failure:
            self._failure = str(failure)
            raise

    def _evaluated(self, lines: Sequence[EnrichedLine], of_claim: Facts, *, whole: bool) -> Evaluation:
        evaluation = Evaluation()
        fired: dict[int, list[Fired]] = {}
        for _, rule in self.of_claims.fired([of_claim]):
            fired.setdefault(_CLAIM, []).append(Fired(rule, of_claim, None))
        for index, rule in self.first.fired([one.facts for one in lines]):
            if whole or not rule.reads_other_lines:
                fired.setdefault(index, []).append(Fired(rule, lines[index].facts, lines[index]))
        standing = {index: self._standing(of_line, evaluation) for index, of_line in fired.items()}
        if whole:
            self._second_stratum(lines, standing, evaluation)
        else:
            evaluation.not_fully_checked.update(one.line.line_number for one in lines)
        evaluation.fired = [one for of_line in standing.values() for one in of_line]
        for one in evaluation.fired:
            if one.rule.edit.disposition == "not_checked":
                concerned = lines if one.line is None else (one.line,)
                evaluation.not_fully_checked.update(line.line.line_number for line in concerned)
        return evaluation

    def _second_stratum(
        self, lines: Sequence[EnrichedLine], standing: dict[int, list[Fired]], evaluation: Evaluation
    ) -> None:
        """Decide what add-on lines find beside them, and add the edits that ask for it."""
        of_claim = [one.rule.edit.disposition for one in standing.get(_CLAIM, ())]
        dispositions = [
            [*of_claim, *(one.rule.edit.disposition for one in standing.get(index, ()))] for index in range(len(lines))
        ]

        def judged(index: int, facts: Facts) -> State:
            if facts["primary_procedure"] not in self._asked_of:
                return state_after(dispositions[index])
            ids = {one.rule.edit.id for one in standing.get(index, ())}
            more = [
                rule.edit.disposition
                for rule, test in self._second_tests
                if ids.isdisjoint(rule.superseded_by) and test(facts)
            ]
            return state_after([*dispositions[index], *more])

        found = settle(lines, [state_after(one) for one in dispositions], judged, self._parameters)
        for index, one in found.items():
            facts = lines[index].facts
            facts["primary_procedure"], facts["primary_line"] = one.primary_procedure, one.primary_line
        asked = [index for index, one in enumerate(lines) if one.facts["primary_procedure"] in self._asked_of]
        for row, rule in self.second.fired([lines[index].facts for index in asked]):
            of_line = standing.setdefault(asked[row], [])
            of_line.append(Fired(rule, lines[asked[row]].facts, lines[asked[row]]))
        for index in asked:
            if index in standing:
                standing[index] = self._standing(standing[index], evaluation)

    def _standing(self, fired: list[Fired], evaluation: Evaluation) -> list[Fired]:
        """What stands of the edits that fired on one line; an edit is left out where one that supersedes it stands."""
        ordered = sorted(fired, key=lambda one: self._rank[one.rule])
        standing: list[Fired] = []
        for one, does_stand in zip(ordered, stand([one.rule for one in ordered]), strict=True):
            (standing if does_stand else evaluation.bypassed).append(one)
        return standing


def stand(fired: Sequence[Rule]) -> list[bool]:
    """Whether each of the rules that fired on one line stands: one is left out where one that supersedes it stands.

    They are given in the catalogue's order, so that a rule comes after all that supersede it.
    """
    standing: set[str] = set()
    answers = []
    for rule in fired:
        answers.append(standing.isdisjoint(rule.superseded_by))
        if answers[-1]:
            standing.add(rule.edit.id)
    return answers


def _words_that_matter(second_stratum: Sequence[Rule]) -> frozenset[str]:
    """The values of primary_procedure with which an edit of the second stratum can fire at all."""
    conditions = [pushed_down(rule.condition) for rule in second_stratum]
    words = LINE_FACTS["primary_procedure"].words or ()
    return frozenset(
        word for word in words if any(assuming(one, {"primary_procedure": word}) is not False for one in conditions)
    )
