"""Mutants put to the scenarios: facts are computed once, and only what a mutant can touch is evaluated again."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property

from cleanclaim.catalogue import EDIT_FAILED, UNREADABLE, Asked, Catalogue, Rule
from cleanclaim.census import Census, Verdict, reported
from cleanclaim.edits import Parameter
from cleanclaim.enrich.code import EXPECTED_PRIMARIES
from cleanclaim.enrich.code import PARAMETERS_NEEDED as NEEDED_BY_ENRICH
from cleanclaim.enrich.enriched import EnrichedLine
from cleanclaim.enrich.lines import Enricher
from cleanclaim.enrich.other_lines import OtherLines, other_lines
from cleanclaim.evaluate.direct import DirectRules
from cleanclaim.evaluate.strata import Strata
from cleanclaim.explanation import Explainer
from cleanclaim.facts import LINE_FACTS, Facts
from cleanclaim.findings import Finding
from cleanclaim.mutation.mutants import Mutant
from cleanclaim.mutation.recording import Case, KnownClaim, Recording
from cleanclaim.pipeline import finding_of, sort_key
from cleanclaim.predicate.python import python_test
from cleanclaim.scenarios.failure import StepFailed
from cleanclaim.scenarios.outcome import Outcome

_PRIMARY = "primary_procedure"
_NOT_REQUIRED = "not_required"
_FOUND = tuple(word for word in LINE_FACTS[_PRIMARY].words or () if word != _NOT_REQUIRED)


class Judge:
    """The scenarios of a recording, ready to be put to mutants."""

    def __init__(self, recording: Recording) -> None:
        by_catalogue: dict[Catalogue, list[Case]] = {}
        for case in recording.cases:
            by_catalogue.setdefault(case.checker.catalogue, []).append(case)
        self.groups = [_Group(cases) for cases in by_catalogue.values()]
        self.not_repeated = [case.scenario for group in self.groups for case in group.not_repeated]
        """Scenarios whose outcome does not rest on their claims and the catalogue alone."""

    def killer(self, mutant: Mutant) -> str | None:
        """The scenario that fails with the mutant; None where it survives all."""
        return next((name for group in self.groups if (name := group.killer(mutant)) is not None), None)


class _Group:
    """The cases of one catalogue."""

    def __init__(self, cases: Sequence[Case]) -> None:
        self.catalogue = cases[0].checker.catalogue
        self._fires: dict[Rule, list[bool]] = {}
        self._last_killers: dict[str, str] = {}
        unaltered = _Replay(self.catalogue, self.catalogue)
        repeats = [unaltered.findings(case) == list(case.findings) and unaltered.passes(case) for case in cases]
        self.cases = [case for case, does in zip(cases, repeats, strict=True) if does]
        self.not_repeated = [case for case, does in zip(cases, repeats, strict=True) if not does]

    def killer(self, mutant: Mutant) -> str | None:
        if mutant.subject not in self.catalogue.edits and mutant.subject not in self.catalogue.parameters:
            return None
        catalogue = mutant.applied(self.catalogue)
        replay = _Replay(self.catalogue, catalogue)
        last = self._last_killers.get(mutant.subject)
        touched = sorted(self._touched(catalogue), key=lambda case: case.scenario != last)
        for case in touched:
            if not replay.passes(case):
                self._last_killers[mutant.subject] = case.scenario
                return case.scenario
        return None

    def _touched(self, other: Catalogue) -> Iterator[Case]:
        """The cases on which another catalogue may differ."""
        mine = self.catalogue
        rules = [(one, two) for one, two in zip(mine.rules, other.rules, strict=True) if one is not two]
        asked = [(one, two) for one, two in zip(mine.asked, other.asked, strict=True) if one is not two]
        parameters = [name for name, one in mine.parameters.items() if other.parameters[name] is not one]
        raised = [one for one in (UNREADABLE, EDIT_FAILED) if mine.edits[one] is not other.edits[one]]
        touched: set[int] = set()
        for one, two in rules:
            before, after = self._fired(one, mine), self._fired(two, other, is_kept=False)
            same = _same_outcome(one, two)
            touched |= {
                place for (place, was), (_, now) in zip(before, after, strict=True) if was != now or (was and not same)
            }
        if mine.names != other.names:
            touched.update(range(len(self.cases)))
        for name in parameters:
            touched |= self._told_otherwise(mine.parameters[name], other.parameters[name])
        for question, altered in asked:
            touched |= self._answered_otherwise(question, altered, other)
        if raised:
            for place, case in enumerate(self.cases):
                if any(finding.edit_id in raised for finding in case.findings):
                    touched.add(place)
        return (self.cases[place] for place in sorted(touched))

    def _told_otherwise(self, one: Parameter, two: Parameter) -> set[int]:
        """The cases of which a parameter says something else: of a code or a day."""
        return {
            place
            for (code, day), places in self._billed.items()
            if _says_otherwise(one, two, code, day)
            for place in places
        }

    def _answered_otherwise(self, one: Asked, two: Asked, other: Catalogue) -> set[int]:
        """The cases in which a question about other lines is answered otherwise on some line."""
        before, after = (python_test(asked.where, other.parameters) for asked in (one, two))
        concerned = {place for place, facts in self._of_lines if before(facts) or after(facts)}
        question = OtherLines(two.fact, after, two.same)
        touched = set()
        for place in concerned:
            for known in self.cases[place].claims:
                lines = [replace(line, facts=dict(line.facts)) for line in known.lines]
                _ask_anew(lines, [question])
                if any(new.facts[two.fact] != old.facts[one.fact] for new, old in zip(lines, known.lines, strict=True)):
                    touched.add(place)
        return touched

    @cached_property
    def _billed(self) -> dict[tuple[str, date], set[int]]:
        """The cases in which a code is billed on a day, the first or the last of a line."""
        billed: dict[tuple[str, date], set[int]] = {}
        for place, one in self._judged():
            for line in one.lines:
                for day in (line.line.date_of_service, line.line.date_of_service_end):
                    billed.setdefault((line.line.procedure_code or "", day), set()).add(place)
        return billed

    def _fired(self, rule: Rule, catalogue: Catalogue, *, is_kept: bool = True) -> list[tuple[int, bool]]:
        """For each line (or claim), and each primary procedure that it may find, whether a rule's condition holds."""
        known = self._fires.get(rule)
        if known is None:
            test = python_test(rule.condition, catalogue.parameters)
            values = self._of_claims if rule.edit.level == "claim" else self._of_lines
            if rule.reads_payability:
                values = self._with_primaries
            known = [test(facts) for _, facts in values]
            if is_kept:
                self._fires[rule] = known
        values = self._of_claims if rule.edit.level == "claim" else self._of_lines
        if rule.reads_payability:
            values = self._with_primaries
        return [(place, holds) for (place, _), holds in zip(values, known, strict=True)]

    @cached_property
    def _of_claims(self) -> list[tuple[int, Facts]]:
        return [(place, one.of_claim) for place, one in self._judged()]

    @cached_property
    def _of_lines(self) -> list[tuple[int, Facts]]:
        return [(place, line.facts) for place, one in self._judged() for line in one.lines]

    @cached_property
    def _with_primaries(self) -> list[tuple[int, Facts]]:
        return [
            (place, {**facts, _PRIMARY: word})
            for place, facts in self._of_lines
            for word in (_FOUND if facts["add_on_status"] == "add_on" else (_NOT_REQUIRED,))
        ]

    def _judged(self) -> Iterator[tuple[int, KnownClaim]]:
        for place, case in enumerate(self.cases):
            for one in case.claims:
                if one.claim is not None and one.failure is None:
                    yield place, one


class _Replay:
    """The checks of scenarios with another catalogue."""

    def __init__(self, mine: Catalogue, other: Catalogue) -> None:
        self.catalogue = other
        self._strata = Strata(other, information=True, rules_of=DirectRules)
        self._asked = [
            one for one, asked, before in zip(other_lines(other), other.asked, mine.asked, strict=True)
            if asked is not before or mine.parameters is not other.parameters
        ]  # fmt: skip
        changed = {name for name, one in mine.parameters.items() if other.parameters[name] is not one}
        self._enriches = not changed.isdisjoint(NEEDED_BY_ENRICH)
        self._enrichers: dict[int, Enricher] = {}

    def passes(self, case: Case) -> bool:
        """Whether all that the scenario expects holds."""
        reads = [one.read for one in case.claims]
        outcome = Outcome(
            self.findings(case), reads, self.catalogue.edits, case.notices,
            explain=lambda read: Explainer.of(case.checker.with_strata(self.catalogue, self._strata)).explain(read),
        )  # fmt: skip
        try:
            for name, arguments in case.expectations:
                getattr(outcome, name)(*arguments)
        except StepFailed:
            return False
        return True

    def findings(self, case: Case) -> list[Finding]:
        """The findings on all claims of a case, in their order."""
        census = Census()
        placed = [
            (place, finding)
            for place, one in enumerate(case.claims)
            for finding in reported(one.read, self._verdict(case, one), self.catalogue, census)
        ]
        return [finding for place, finding in sorted(placed, key=lambda one: sort_key(one[1], one[0]))]

    def _verdict(self, case: Case, one: KnownClaim) -> Verdict | None:
        if one.claim is None:
            return None
        if one.failure is not None:
            return Verdict(failure=one.failure)
        evaluation = self._strata.evaluate(self._lines(case, one), one.of_claim, whole=one.whole)
        names = self.catalogue.names
        return Verdict([finding_of(fired, one.claim, one.read, names) for fired in evaluation.fired])

    def _lines(self, case: Case, one: KnownClaim) -> list[EnrichedLine]:
        """The lines of a claim, with facts of their own: evaluation writes into them."""
        if self._enriches:
            assert one.claim is not None
            return self._enricher(case).lines(one.claim)
        lines = [replace(line, facts=dict(line.facts)) for line in one.lines]
        _ask_anew(lines, self._asked)
        return lines

    def _enricher(self, case: Case) -> Enricher:
        library = case.checker.library
        if id(library) not in self._enrichers:
            parameters = self.catalogue.parameters
            self._enrichers[id(library)] = Enricher(library, parameters, other_lines(self.catalogue))
        return self._enrichers[id(library)]


def _same_outcome(one: Rule, two: Rule) -> bool:
    """Whether what comes of a rule that fires is the same, whenever it does."""
    return (
        one.edit.disposition == two.edit.disposition
        and one.superseded_by == two.superseded_by
        and one.remittances == two.remittances
    )


def _ask_anew(lines: Sequence[EnrichedLine], questions: Sequence[OtherLines]) -> None:
    for one in questions:
        for line in lines:
            line.facts[one.fact] = "absent"
        one.add(lines)


def _says_otherwise(one: Parameter, two: Parameter, code: str, day: date) -> bool:
    if one.numbers:
        return one.number_on(day) != two.number_on(day)
    if one.replacements:
        return one.successors_of(code, day) != two.successors_of(code, day)
    if one.name == EXPECTED_PRIMARIES and one.codes_on(day) != two.codes_on(day):
        return True
    return one.covers(code, day) != two.covers(code, day)
