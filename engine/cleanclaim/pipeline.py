"""From a claim to its findings: enrich, evaluate in two strata, supersede, and say what was found."""

import os
import threading
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field

from cleanclaim.catalogue import Catalogue, Rule, load_catalogue
from cleanclaim.claims import Claim, Location, PayerType, ReadClaim, Unreadable
from cleanclaim.enrich.code import PARAMETERS_NEEDED as NEEDED_BY_ENRICH
from cleanclaim.enrich.lines import EnrichedLine, Enricher
from cleanclaim.evaluate.payability import PARAMETERS_NEEDED as NEEDED_BY_PAYABILITY
from cleanclaim.evaluate.payability import State, settle, state_after
from cleanclaim.evaluate.rete import EngineFailure, ReteRules
from cleanclaim.facts import LINE_FACTS, Facts
from cleanclaim.findings import Disposition, Finding
from cleanclaim.predicate.python import python_test
from cleanclaim.predicate.tree import assuming, pushed_down
from cleanclaim.releases.folder import bundled_library
from cleanclaim.releases.library import CodeLibrary
from cleanclaim.template import shortest_text, template

UNREADABLE = "SYS010"
EDIT_FAILED = "SYS020"


class CheckerMisused(RuntimeError):
    """A Checker was used from a second thread, or in a process forked from its own."""


@dataclass
class Census:
    """What a run was: how much was checked and what came of it."""

    claims: int = 0
    lines: int = 0
    findings: Counter[Disposition] = field(default_factory=Counter)
    bypassed: int = 0
    """Findings left out because another on the same line makes them moot."""
    lines_not_fully_checked: int = 0
    failures: int = 0
    """Claims on which the engine failed."""
    unread: int = 0
    """Claims of which nothing could be read, not even which they are."""


@dataclass(frozen=True, slots=True)
class _Fired:
    rule: Rule
    facts: Facts
    line: EnrichedLine | None


class Checker:
    """Checks claims against one catalogue and one library, one claim at a time.

    Hold one open for many claims: making it compiles the catalogue. It belongs to the thread and the process that
    made it, and raises CheckerMisused anywhere else. Findings of disposition `information` are made only when asked
    for.
    """

    def __init__(
        self,
        library: CodeLibrary | None = None,
        catalogue: Catalogue | None = None,
        *,
        payer_type: PayerType = "unknown",
        information: bool = False,
    ) -> None:
        """`payer_type` stands for claims that do not state one. Without a library, the bundled records are used."""
        self.catalogue = catalogue or load_catalogue()
        self.library = library or bundled_library()[0]
        self.payer_type = payer_type
        self.census = Census()
        missing = {*NEEDED_BY_ENRICH, *NEEDED_BY_PAYABILITY} - self.catalogue.parameters.keys()
        if missing:
            raise ValueError(f"the catalogue lacks parameters: {', '.join(sorted(missing))}")
        rules = [rule for rule in self.catalogue.rules if information or rule.edit.disposition != "information"]
        line_rules = [rule for rule in rules if rule.edit.level == "line"]
        first = [rule for rule in line_rules if not rule.reads_payability]
        second = [rule for rule in line_rules if rule.reads_payability]
        self._of_claims = ReteRules("claims", [rule for rule in rules if rule.edit.level == "claim"], self.catalogue)
        self._first = ReteRules("first_stratum", first, self.catalogue)
        self._second = ReteRules("second_stratum", second, self.catalogue)
        parameters = self.catalogue.parameters
        self._second_tests = [(rule, python_test(rule.condition, parameters)) for rule in second]
        self._asked_of = _words_that_matter(second)
        self._rank = {rule: place for place, rule in enumerate(self.catalogue.rules)}
        self._enricher = Enricher(self.library, parameters)
        self._process, self._thread = os.getpid(), threading.get_ident()
        self._failures: list[str] = []
        """What broke the compiled rules; shared by all Checkers that share them."""

    def with_library(self, library: CodeLibrary) -> "Checker":
        """Make a Checker of the same catalogue and settings for another library, with a census of its own.

        It shares the compiled rules, which cost time to make and memory that is never given back. Raises
        CheckerMisused.
        """
        self._refuse_strangers()
        other = copy(self)
        other.library, other.census = library, Census()
        other._enricher = Enricher(library, self.catalogue.parameters)  # noqa: SLF001  of this same class
        return other

    def check(self, claim: Claim) -> list[Finding]:
        """The claim's findings, by line and edit. Raises CheckerMisused."""
        return self.check_read(ReadClaim(claim=claim))

    def check_read(self, read: ReadClaim) -> list[Finding]:
        """The findings on what a reader made of one claim, what it could not read included. Raises CheckerMisused."""
        self._refuse_strangers()
        self.census.claims += 1
        findings = [self._unreadable(one) for one in read.unreadable]
        whole = read.is_whole and not read.unreadable
        unread_lines = {one.line_number for one in read.unreadable}
        partly: set[int] = set()
        if read.claim is None:
            self.census.unread += all(one.claim_id is None and one.line_number is None for one in read.unreadable)
        else:
            claim = self._with_payer(read.claim)
            checked, partly = self._check(claim, read, whole=whole)
            findings.extend(checked)
            self.census.lines += len(claim.lines)
        findings.sort(key=lambda one: (one.line_number or 0, one.edit_id))
        self.census.lines_not_fully_checked += len(partly | {number for number in unread_lines if number is not None})
        self.census.lines += sum(number is not None for number in unread_lines)
        self.census.findings.update(finding.disposition for finding in findings)
        return findings

    def _refuse_strangers(self) -> None:
        if os.getpid() != self._process:
            raise CheckerMisused("this Checker was made in another process; make one in each")
        if threading.get_ident() != self._thread:
            raise CheckerMisused("this Checker was made in another thread; make one in each")

    def _with_payer(self, claim: Claim) -> Claim:
        if claim.payer_type == "unknown" and self.payer_type != "unknown":
            return claim.model_copy(update={"payer_type": self.payer_type})
        return claim

    def _check(self, claim: Claim, read: ReadClaim, *, whole: bool) -> tuple[list[Finding], set[int]]:
        """The findings on a claim, and the numbers of its lines that were not fully checked."""
        everything = {line.line_number for line in claim.lines}
        try:
            if self._failures:
                raise EngineFailure(f"the engine had failed before: {self._failures[0]}")
            return self._evaluated(claim, read, whole=whole)
        except EngineFailure as failure:
            self._failures.append(str(failure))
            reason = str(failure)
        except Exception as failure:  # noqa: BLE001  an edit that fails is itself a finding, and the run goes on
            reason = f"{type(failure).__name__}"
        self.census.failures += 1
        return [self._failed(claim, read, reason)], everything

    def _evaluated(self, claim: Claim, read: ReadClaim, *, whole: bool) -> tuple[list[Finding], set[int]]:
        lines = self._enricher.lines(claim)
        of_claim = self._enricher.claim_facts(claim)
        fired: dict[int, list[_Fired]] = {}
        for _, rule in self._of_claims.fired([of_claim]):
            fired.setdefault(-1, []).append(_Fired(rule, of_claim, None))
        all_facts = [one.facts for one in lines]
        for index, rule in self._first.fired(all_facts):
            fired.setdefault(index, []).append(_Fired(rule, all_facts[index], lines[index]))
        kept = {index: self._superseded(of_line) for index, of_line in fired.items()}
        partly: set[int] = set()
        if whole:
            self._second_stratum(lines, kept)
        else:
            partly = {one.line.line_number for one in lines if self._would_ask(one.facts)}
        findings = [self._finding(one, claim, read) for of_line in kept.values() for one in of_line]
        if any(one.rule.edit.disposition == "not_checked" for one in kept.get(-1, ())):
            partly.update(one.line.line_number for one in lines)
        for index, of_line in kept.items():
            if index >= 0 and any(one.rule.edit.disposition == "not_checked" for one in of_line):
                partly.add(lines[index].line.line_number)
        return findings, partly

    def _second_stratum(self, lines: Sequence[EnrichedLine], kept: dict[int, list[_Fired]]) -> None:
        """Decide what add-on lines find beside them, and add the edits that ask for it."""
        of_claim = [one.rule.edit.disposition for one in kept.get(-1, ())]
        dispositions = [
            [*of_claim, *(one.rule.edit.disposition for one in kept.get(index, ()))] for index in range(len(lines))
        ]

        def judged(index: int, facts: Facts) -> State:
            if facts["primary_procedure"] not in self._asked_of:
                return state_after(dispositions[index])
            standing = {one.rule.edit.id for one in kept.get(index, ())}
            extra = [
                rule.edit.disposition
                for rule, test in self._second_tests
                if standing.isdisjoint(rule.superseded_by) and test(facts)
            ]
            return state_after([*dispositions[index], *extra])

        found = settle(lines, [state_after(one) for one in dispositions], judged, self.catalogue.parameters)
        for index, one in found.items():
            facts = lines[index].facts
            facts["primary_procedure"], facts["primary_line"] = one.primary_procedure, one.primary_line
        asked = [index for index, one in enumerate(lines) if one.facts["primary_procedure"] in self._asked_of]
        for row, rule in self._second.fired([lines[index].facts for index in asked]):
            index = asked[row]
            kept.setdefault(index, []).append(_Fired(rule, lines[index].facts, lines[index]))
            kept[index] = self._superseded(kept[index])

    def _would_ask(self, facts: Facts) -> bool:
        """Whether an edit that looks at other lines could have fired on this line."""
        return "not_required" in self._asked_of or facts["add_on_status"] == "add_on"

    def _superseded(self, fired: list[_Fired]) -> list[_Fired]:
        """What stands of the edits that fired on one line; an edit is left out where one that supersedes it stands."""
        if len(fired) == 1:
            return fired
        standing: dict[str, _Fired] = {}
        for one in sorted(fired, key=lambda one: self._rank[one.rule]):
            if standing.keys().isdisjoint(one.rule.superseded_by):
                standing[one.rule.edit.id] = one
            else:
                self.census.bypassed += 1
        return list(standing.values())

    def _finding(self, fired: _Fired, claim: Claim, read: ReadClaim) -> Finding:
        rule, facts = fired.rule, fired.facts
        values: Mapping[str, object] = {**self.catalogue.names, **facts}
        line = fired.line.line if fired.line else None
        release = facts.get("code_set_release", "none")
        return Finding(
            edit_id=rule.edit.id,
            title=rule.edit.title,
            claim_id=claim.claim_id,
            line_number=line.line_number if line else None,
            procedure_code=line.procedure_code if line else None,
            date_of_service=line.date_of_service if line else None,
            disposition=rule.edit.disposition,
            message=rule.message.written(values),  # type: ignore[arg-type]
            fix=rule.fix.written(values),  # type: ignore[arg-type]
            evidence={name: shortest_text(facts[name]) for name in rule.evidence},
            code_set_release=None if release == "none" else str(release),
            citations=rule.edit.citations,
            remittance=rule.remittance_for(facts),
            location=_shown(read.line_locations.get(line.line_number, read.location) if line else read.location),
        )

    def _unreadable(self, one: Unreadable) -> Finding:
        values = {"field": one.field, "reason": one.reason}
        return self._raised(UNREADABLE, values, one.claim_id, one.line_number, one.location)

    def _failed(self, claim: Claim, read: ReadClaim, reason: str) -> Finding:
        return self._raised(EDIT_FAILED, {"field": "claim", "reason": reason}, claim.claim_id, None, read.location)

    def _raised(
        self, edit_id: str, values: dict[str, str], claim_id: str | None, line: int | None, location: Location
    ) -> Finding:
        edit = self.catalogue.edits[edit_id]
        assert edit.message is not None
        assert edit.fix is not None
        return Finding(
            edit_id=edit.id,
            title=edit.title,
            claim_id=claim_id,
            line_number=line,
            procedure_code=None,
            date_of_service=None,
            disposition=edit.disposition,
            message=template(edit.message, values.keys()).written(values),
            fix=template(edit.fix, values.keys()).written(values),
            evidence=values,
            code_set_release=None,
            citations=edit.citations,
            remittance=None,
            location=_shown(location),
        )


def check(
    claims: Claim | Iterable[Claim],
    library: CodeLibrary | None = None,
    catalogue: Catalogue | None = None,
    *,
    payer_type: PayerType = "unknown",
    information: bool = False,
) -> list[Finding]:
    """The findings on one claim or several, sorted by claim id, place in the input, line and edit.

    Raises CatalogueRefused and LibraryRefused when the shipped files are not whole.
    """
    checker = Checker(library, catalogue, payer_type=payer_type, information=information)
    several = [claims] if isinstance(claims, Claim) else claims
    found = [(place, finding) for place, claim in enumerate(several) for finding in checker.check(claim)]
    return [finding for _, finding in sorted(found, key=lambda one: sort_key(one[1], one[0]))]


def sort_key(finding: Finding, place: int) -> tuple[str, int, int, str]:
    """The order of findings: claim id by code points, the claim's place in the input, line, edit."""
    return (finding.claim_id or "", place, finding.line_number or 0, finding.edit_id)


def _words_that_matter(second_stratum: Sequence[Rule]) -> frozenset[str]:
    """The values of primary_procedure with which an edit of the second stratum can fire at all."""
    conditions = [pushed_down(rule.condition) for rule in second_stratum]
    words = LINE_FACTS["primary_procedure"].words or ()
    return frozenset(
        word for word in words if any(assuming(one, {"primary_procedure": word}) is not False for one in conditions)
    )


def _shown(location: Location) -> Location | None:
    return None if location == Location() else location
