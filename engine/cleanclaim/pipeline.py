"""From claims to findings: enrich, evaluate, and say what was found."""

import os
import threading
from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass
from typing import get_args

from cleanclaim.catalogue import Catalogue
from cleanclaim.census import Census, Verdict, place_of, reported
from cleanclaim.claims import Claim, PayerType, ReadClaim
from cleanclaim.edit_files import load_catalogue
from cleanclaim.enrich.code import PARAMETERS_NEEDED as NEEDED_BY_ENRICH
from cleanclaim.enrich.code import shown_code
from cleanclaim.enrich.enriched import EnrichedLine
from cleanclaim.enrich.lines import Enricher
from cleanclaim.enrich.other_lines import other_lines
from cleanclaim.evaluate.payability import PARAMETERS_NEEDED as NEEDED_BY_PAYABILITY
from cleanclaim.evaluate.rete import EngineFailure
from cleanclaim.evaluate.strata import Evaluation, Fired, Strata
from cleanclaim.facts import Facts
from cleanclaim.findings import Finding
from cleanclaim.releases.library import CodeLibrary
from cleanclaim.releases.opening import bundled_library
from cleanclaim.template import shortest_text


@dataclass(frozen=True)
class Evaluated:
    """A claim with its facts, and what became of the edits on it."""

    claim: Claim
    lines: list[EnrichedLine]
    of_claim: Facts
    whole: bool
    """Whether all of its lines are here; otherwise no edit that looks at other lines was evaluated."""
    evaluation: Evaluation


class CheckerMisused(RuntimeError):
    """A Checker was used from a second thread, or in a process forked from its own."""


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
        if payer_type not in get_args(PayerType):
            raise ValueError(f"{payer_type!r} is no payer type; it is one of {', '.join(get_args(PayerType))}")
        self.catalogue = catalogue or load_catalogue()
        self.library = library or bundled_library()[0]
        self.payer_type = payer_type
        self.census = Census()
        missing = {*NEEDED_BY_ENRICH, *NEEDED_BY_PAYABILITY} - self.catalogue.parameters.keys()
        if missing:
            raise ValueError(f"the catalogue lacks parameters: {', '.join(sorted(missing))}")
        self.information = information
        self.strata = Strata(self.catalogue, information=information)
        self.enricher = self._enricher_of(self.library)
        self._process, self._thread = os.getpid(), threading.get_ident()

    def with_library(self, library: CodeLibrary) -> "Checker":
        """Make a Checker of the same catalogue and settings for another library, with a census of its own.

        It shares the compiled rules, which cost time to make and memory that is never given back. Raises
        CheckerMisused.
        """
        self._refuse_strangers()
        other = copy(self)
        other.library, other.census = library, Census()
        other.enricher = self._enricher_of(library)
        return other

    def with_strata(self, catalogue: Catalogue, strata: Strata) -> "Checker":
        """Make a Checker of the same library and settings for another catalogue, whose strata are made already."""
        other = copy(self)
        other.catalogue, other.strata, other.census = catalogue, strata, Census()
        other.enricher = Enricher(self.library, catalogue.parameters, other_lines(catalogue))
        return other

    def _enricher_of(self, library: CodeLibrary) -> Enricher:
        return Enricher(library, self.catalogue.parameters, other_lines(self.catalogue))

    def check(self, claim: Claim) -> list[Finding]:
        """The claim's findings, by line and edit. Raises CheckerMisused, and TypeError for what is no Claim."""
        return self.check_read(as_read(claim))

    def check_read(self, read: ReadClaim) -> list[Finding]:
        """The findings on what a reader made of one claim, what it could not read included. Raises CheckerMisused."""
        self._refuse_strangers()
        verdict = None if read.claim is None else self.verdict(read)
        return reported(read, verdict, self.catalogue, self.census)

    def verdict(self, read: ReadClaim) -> Verdict:
        """What the engine makes of a claim as read, not counted. Raises CheckerMisused."""
        self._refuse_strangers()
        claim = self.with_payer(read)
        try:
            evaluation = self.evaluated(read).evaluation
            findings = [finding_of(one, claim, read, self.catalogue.names) for one in evaluation.fired]
        except EngineFailure as failure:
            return Verdict(failure=str(failure))
        except Exception as failure:  # noqa: BLE001  an edit that fails is itself a finding, and the run goes on
            return Verdict(failure=type(failure).__name__)
        return Verdict(findings, len(evaluation.bypassed), frozenset(evaluation.not_fully_checked))

    @property
    def is_spent(self) -> bool:
        """Whether the engine failed, so that this Checker will judge no claim any more."""
        return self.strata.has_failed

    def _refuse_strangers(self) -> None:
        if os.getpid() != self._process:
            raise CheckerMisused("this Checker was made in another process; make one in each")
        if threading.get_ident() != self._thread:
            raise CheckerMisused("this Checker was made in another thread; make one in each")

    def with_payer(self, read: ReadClaim) -> Claim:
        """The claim, with the payer of the run where it states none; one that cannot be read is not none."""
        assert read.claim is not None
        if read.claim.payer_type == "unknown" and "payer_type" not in read.unread_fields:
            return read.claim.model_copy(update={"payer_type": self.payer_type})
        return read.claim

    def evaluated(self, read: ReadClaim) -> Evaluated:
        """A claim as read, evaluated and not counted. Raises CheckerMisused, and whatever an edit does."""
        self._refuse_strangers()
        claim = self.with_payer(read)
        lines, of_claim = self.enricher.lines(claim), self.enricher.claim_facts(claim)
        whole = read.is_whole and not read.unreadable
        return Evaluated(claim, lines, of_claim, whole, self.strata.evaluate(lines, of_claim, whole=whole))


def as_read(claim: Claim) -> ReadClaim:
    """A claim as a reader gives it, whole. Raises TypeError for what is no Claim."""
    if not isinstance(claim, Claim):
        raise TypeError(f"a Claim is checked, and this is none: {type(claim).__name__}")
    return ReadClaim(claim=claim)


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
    return checked_in_turn(checker, [claims] if isinstance(claims, Claim) else claims)


def checked_in_turn(checker: Checker, claims: Iterable[Claim]) -> list[Finding]:
    """The findings on claims that are checked one by one, in their order. Raises CheckerMisused."""
    found = [(place, finding) for place, claim in enumerate(claims) for finding in checker.check(claim)]
    return [finding for _, finding in sorted(found, key=lambda one: sort_key(one[1], one[0]))]


def finding_of(fired: Fired, claim: Claim, read: ReadClaim, names: Facts) -> Finding:
    """The finding that an edit makes of a claim; `names` are what texts may name beside facts."""
    rule, facts = fired.rule, without_names(fired.facts)
    answers = {name: facts[fact] for name, fact in rule.asked.items()}
    values: Facts = {**names, **facts, **answers}
    line = fired.line.line if fired.line else None
    release = facts.get("code_set_release", "none")
    code = facts.get("procedure_code", "none")
    return Finding(
        edit_id=rule.edit.id,
        title=rule.edit.title,
        claim_id=claim.claim_id,
        line_number=line.line_number if line else None,
        procedure_code=None if code == "none" else str(code),
        date_of_service=line.date_of_service if line else None,
        disposition=rule.edit.disposition,
        message=rule.message.written(values),
        fix=rule.fix.written(values),
        evidence={name: shortest_text(values[name]) for name in rule.evidence},
        code_set_release=None if release == "none" else str(release),
        citations=rule.edit.citations,
        remittance=rule.remittance_for(fired.facts),
        location=place_of(read, line.line_number if line else None),
    )


def sort_key(finding: Finding, place: int) -> tuple[str, int, int, str]:
    """The order of findings: claim id by code points, the claim's place in the input, line, edit."""
    return (finding.claim_id or "", place, finding.line_number or 0, finding.edit_id)


def without_names(facts: Facts) -> Facts:
    """The facts as they may be shown: what stands for a code and is none may be a name, from a shifted column."""
    if "procedure_code" not in facts:
        return facts
    code = str(facts["procedure_code"])
    shown = shown_code(code, facts["code_system"])  # type: ignore[arg-type]
    return facts if shown == code else {**facts, "procedure_code": shown}
