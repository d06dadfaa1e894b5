"""What became of every edit on every line of a claim, and why: fired, bypassed, passed, not checked, did not apply."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from cleanclaim.catalogue import EDIT_FAILED, UNREADABLE, Catalogue, Rule
from cleanclaim.claims import PayerType, ReadClaim
from cleanclaim.edits import Edit
from cleanclaim.evaluate.rete import EngineFailure
from cleanclaim.evaluate.strata import Fired
from cleanclaim.evaluate.unknowns import (
    NOT_WHOLE,
    UNKNOWN,
    Judged,
    Unknowns,
    concerning,
    unknown_of_claim,
    unknown_of_lines,
)
from cleanclaim.facts import Facts
from cleanclaim.outcomes import ClaimOutcomes, Compared, EditOutcome, LineOutcomes, Outcome
from cleanclaim.pipeline import Checker, Evaluated, without_names
from cleanclaim.predicate.compared import Values, compared
from cleanclaim.predicate.ternary import decided, undecided_by
from cleanclaim.releases.library import CodeLibrary
from cleanclaim.values import listed

_Of = Mapping[str, Fired]
"""The edits that fired on one line, by id."""


class Explainer:
    """Explains claims by one catalogue and one library. It belongs to one thread, as a Checker does."""

    def __init__(
        self,
        library: CodeLibrary | None = None,
        catalogue: Catalogue | None = None,
        *,
        payer_type: PayerType = "unknown",
    ) -> None:
        """`payer_type` stands for claims that do not state one. Without a library, the bundled records are used."""
        self._take(Checker(library, catalogue, payer_type=payer_type, information=True))

    @classmethod
    def of(cls, checker: Checker) -> "Explainer":
        """Make an Explainer of the compiled rules of a Checker that was made with `information`."""
        explainer = object.__new__(cls)
        explainer._take(checker)
        return explainer

    def _take(self, checker: Checker) -> None:
        assert checker.information, "an edit whose findings are not made cannot be told to have passed"
        self._checker, self.catalogue = checker, checker.catalogue
        self._versions: dict[str, list[Rule]] = {}
        for rule in self.catalogue.rules:
            self._versions.setdefault(rule.edit.id, []).append(rule)

    def with_library(self, library: CodeLibrary) -> "Explainer":
        """Make an Explainer of the same compiled rules for another library."""
        return Explainer.of(self._checker.with_library(library))

    def explain(self, read: ReadClaim) -> ClaimOutcomes:
        """What became of each edit on each line that could be read. Raises CheckerMisused."""
        unreadable = tuple(f"{one.field}: {one.reason}" for one in read.unreadable)
        if read.claim is None:
            return ClaimOutcomes(next((one.claim_id for one in read.unreadable), None), None, (), unreadable)
        claim = self._checker.with_payer(read)
        try:
            of_lines = list(self._lines(read, self._checker.evaluated(read)))
        except EngineFailure as failure:
            of_lines = self._failed(read, str(failure))
        except Exception as failure:  # noqa: BLE001  an edit that fails ends this claim's evaluation, as in a check
            of_lines = self._failed(read, type(failure).__name__)
        return ClaimOutcomes(claim.claim_id, claim.payer_type, tuple(of_lines), unreadable)

    def _lines(self, read: ReadClaim, done: Evaluated) -> Iterator[LineOutcomes]:
        judged = Judged(
            done.claim, done.lines, done.whole, read.unread_fields, self._checker.library, self.catalogue
        )  # fmt: skip
        of_claim = unknown_of_claim(judged)
        for one, unknowns in zip(done.lines, unknown_of_lines(judged), strict=True):
            fired = {each.rule.edit.id: each for each in done.evaluation.fired if each.line in (None, one)}
            bypassed = {each.rule.edit.id: each for each in done.evaluation.bypassed if each.line in (None, one)}
            outcomes = []
            for edit in self.catalogue.edits.values():
                if edit.raised_by is not None:
                    outcomes.append(_raised(edit, is_raised=edit.id == UNREADABLE and bool(read.unreadable)))
                elif edit.level == "claim":
                    outcomes.append(self._edit(edit, done.of_claim, of_claim, fired, bypassed, whole=done.whole))
                else:
                    outcomes.append(self._edit(edit, one.facts, unknowns, fired, bypassed, whole=done.whole))
            code = without_names(one.facts)["procedure_code"]
            yield LineOutcomes(
                one.line.line_number, None if code == "none" else str(code), one.line.date_of_service, tuple(outcomes)
            )

    def _edit(
        self, edit: Edit, facts: Facts, unknowns: Unknowns, fired: _Of, bypassed: _Of, *, whole: bool
    ) -> EditOutcome:
        """The outcome of one edit, on a line or on the claim as a whole."""
        versions = self._versions[edit.id]
        rule = next((one for one in versions if facts.get("date_of_service") is None or _is_of_day(one, facts)), None)
        outcome: Outcome
        reasons: tuple[str, ...]
        if edit.id in fired:
            outcome, reasons = "fired", ()
        elif edit.id in bypassed:
            outcome = "bypassed"
            reasons = tuple(one for one in bypassed[edit.id].rule.superseded_by if one in fired)
        elif rule is None or not _is_of_payer(edit, facts):
            outcome, reasons = "did_not_apply", tuple(_not_applying(edit, versions, rule, facts))
        else:
            outcome, reasons = self._not_fired(rule, facts, unknowns, whole=whole)
        shown: tuple[Compared, ...] = ()
        if rule is not None:
            answers = {name: facts[fact] for name, fact in rule.asked.items()}
            not_known = concerning(rule.condition, facts, unknowns)
            not_known.update({name: not_known[fact] for name, fact in rule.asked.items() if fact in not_known})
            values = Values({**without_names(facts), **answers}, not_known.keys(), self.catalogue.parameters)
            shown = compared(rule.when, values)
        return EditOutcome(edit.id, edit.title, edit.disposition, outcome, edit.level, reasons, shown)

    def _not_fired(
        self, rule: Rule, facts: Facts, unknowns: Unknowns, *, whole: bool
    ) -> tuple[Outcome, tuple[str, ...]]:
        """Why an edit that applies did not fire: it passed, or what it compares is not known."""
        parameters = self.catalogue.parameters
        unknown = concerning(rule.condition, facts, unknowns)
        if decided(rule.condition, facts, parameters, unknown) is False:
            return "passed", ()
        known_in_records = {name: why for name, why in unknown.items() if not why.is_of_another_system}
        if decided(rule.condition, facts, parameters, known_in_records) is False:
            names = undecided_by(rule.condition, facts, parameters, unknown)
            return "did_not_apply", (next(unknown[one].reason for one in names if unknown[one].is_of_another_system),)
        names = undecided_by(rule.condition, facts, parameters, known_in_records)
        reasons = tuple(dict.fromkeys(known_in_records[name].reason for name in names))
        return "not_checked", reasons or ((NOT_WHOLE,) if not whole else ())

    def _failed(self, read: ReadClaim, reason: str) -> list[LineOutcomes]:
        """What is said of each line of a claim on which the engine failed."""
        assert read.claim is not None
        outcomes = tuple(
            _raised(edit, is_raised=edit.id == EDIT_FAILED or (edit.id == UNREADABLE and bool(read.unreadable)))
            if edit.raised_by
            else EditOutcome(
                edit.id, edit.title, edit.disposition, "not_checked", edit.level, (f"the engine failed ({reason})",)
            )
            for edit in self.catalogue.edits.values()
        )
        return [LineOutcomes(one.line_number, None, one.date_of_service, outcomes) for one in read.claim.lines]


def _raised(edit: Edit, *, is_raised: bool) -> EditOutcome:
    """The outcome of an edit that no condition decides."""
    assert edit.raised_by is not None
    outcome: Literal["fired", "passed"] = "fired" if is_raised else "passed"
    return EditOutcome(edit.id, edit.title, edit.disposition, outcome, edit.raised_by)


def _is_of_day(rule: Rule, facts: Facts) -> bool:
    return facts["date_of_service"] in rule.version.effective  # type: ignore[operator]


def _is_of_payer(edit: Edit, facts: Facts) -> bool:
    """Whether the edit is for the claim's payer, or may be: one that is not stated may be any."""
    return edit.payer_types is None or facts["payer_type"] in (UNKNOWN, *edit.payer_types)


def _not_applying(edit: Edit, versions: Iterable[Rule], rule: Rule | None, facts: Facts) -> Iterator[str]:
    if edit.payer_types and not _is_of_payer(edit, facts):
        stated = [one for one in edit.payer_types if one != UNKNOWN]
        yield f"it is for payer {listed(stated, last='or')}; the claim's is {facts['payer_type']}"
    if rule is None:
        periods = sorted((one.version.effective for one in versions), key=lambda period: period.starts)
        words = listed([period.words for period in periods])
        yield f"it is for dates of service {words}; the line's is {facts['date_of_service']}"
