"""What the check of a scenario found, and what the scenario expects of it."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NoReturn

from cleanclaim.claims import ReadClaim
from cleanclaim.codes import Notice
from cleanclaim.edits import Edit
from cleanclaim.findings import Finding
from cleanclaim.outcomes import ClaimOutcomes, EditOutcome
from cleanclaim.scenarios.difference import Row, difference, differing_fields, summary
from cleanclaim.scenarios.failure import StepFailed, nearest
from cleanclaim.scenarios.finding_text import FIELDS, about, aligned, claim_text, expected_text
from cleanclaim.scenarios.tables import Table, asserted_fields, rows_of
from cleanclaim.values import listed

_CLAIMS_SHOWN = 3
_NOTICES_SHOWN = 5
_NOT_READ = "  no such line could be read"


class Outcome:
    """The findings of a scenario, and its claims. An expectation that is not met raises StepFailed."""

    def __init__(
        self,
        findings: Sequence[Finding],
        claims: Sequence[ReadClaim],
        edits: Mapping[str, Edit],
        notices: Sequence[Notice] = (),
        *,
        explain: Callable[[ReadClaim], ClaimOutcomes],
    ) -> None:
        """`edits` are those of the catalogue, `notices` what did not fit in the files of code records.

        `explain` tells what became of every edit on a claim.
        """
        self.findings, self.claims, self._edits, self._notices = findings, claims, edits, notices
        self._explain = explain
        self._explanations: dict[int, ClaimOutcomes] = {}

    def expect_clean(self) -> None:
        """Expect no finding but information."""
        found = [one for one in self.findings if one.disposition != "information"]
        if found:
            self._fail("the claim is not clean", self._listed(found, "+"), _claim_ids(found))

    def expect_no_findings(self) -> None:
        """Expect no finding at all."""
        if self.findings:
            self._fail("there are findings", self._listed(self.findings, "+"), _claim_ids(self.findings))

    def expect_finding(self, claim_id: str | None, line: int | None, edit: str, table: Table | None) -> None:
        """Expect a finding of an edit on a line, or on the claim; one of its findings has all fields of the table."""
        self._prove_edit(edit)
        asserted = asserted_fields(table, list(FIELDS))
        expected = {name: expected_text(name, text) for name, text in asserted.items()}
        here = [one for one in self._of(claim_id, line) if one.line_number == line]
        whose = about(claim_id, line)
        found = [one for one in here if one.edit_id == edit]
        if not found:
            shown = [f"  -  {edit}  {self._edits[edit].title}", "", *self._what_stands(here, whose)]
            shown += self._elsewhere(claim_id, edit)
            self._fail(f"{whose} has no finding {edit}", shown, {claim_id})
        differing = [differing_fields(expected, _row(one, expected)) for one in found]
        if all(differing):
            least: list[str] = min(differing, key=len)
            self._fail(f"{whose}: finding {edit} is not the one expected", least, {claim_id})

    def expect_no_finding(self, claim_id: str | None, line: int | None, edit: str | None) -> None:
        """Expect no finding of an edit, or none whatever, on a line or on the claim and all of its lines."""
        if edit is not None:
            self._prove_edit(edit)
        of_claim = self._of(claim_id, line)
        found = [one for one in of_claim if line in (None, one.line_number) and edit in (None, one.edit_id)]
        if found:
            what = f"finding {edit}" if edit else "a finding"
            self._fail(f"{about(claim_id, line)} has {what}", self._listed(found, "+"), {claim_id})

    def expect_not_checked(self, claim_id: str | None, line: int | None, edit: str, reason: str) -> None:
        """Expect that an edit could not be checked on a line, or on any of the claim's, for a reason."""
        self._prove_edit(edit)
        self._of(claim_id, line)
        told = self._told(claim_id, line, edit)
        unchecked = [one for _, one in told if one.outcome == "not_checked"]
        if any(" ".join(reason.split()) in one.reasons for one in unchecked):
            return
        what = f"{edit} is not checked, for another reason" if unchecked else f"{edit} is not left unchecked"
        shown = [f"  line {number}: {_became(one)}" for number, one in told]
        self._fail(what, shown or [_NOT_READ], {claim_id})

    def prove_checked(self, claim_id: str | None, line: int | None, edit: str) -> None:
        """Let an edit that has no finding have been able to find something; what the reader or engine raises always is.

        No expectation of its own: mutants are told by findings alone.
        """
        if self._edits[edit].raised_by is not None:
            return
        told = self._told(claim_id, line, edit)
        unchecked = [(number, one) for number, one in told if one.outcome == "not_checked"]
        if unchecked or not told:
            shown = [f"  line {number}: {_became(one)}" for number, one in unchecked]
            what = f"{about(claim_id, line)} has no finding {edit}, because {edit} could not be checked"
            self._fail(what, shown or [_NOT_READ], {claim_id})

    def expect_exactly(self, table: Table | None) -> None:
        """Expect the findings of a table and no others, in its order, compared on its columns."""
        rows = rows_of(table, "findings", list(FIELDS))
        columns = [] if not table else list(table[0])
        expected = [{name: expected_text(name, text) for name, text in row.items()} for row in rows]
        for edit in {row["edit_id"] for row in expected if "edit_id" in row}:
            self._prove_edit(edit)
        found = [_row(one, columns) for one in self.findings]
        lines = difference(expected, found, columns)
        if lines:
            self._fail(summary(expected, found, columns), lines, _claim_ids(self.findings))

    def _told(self, claim_id: str | None, line: int | None, edit: str) -> list[tuple[int, EditOutcome]]:
        """What became of an edit on a line, or on each line of the claim, by the line's number."""
        return [
            (of_line.line_number, one)
            for place, claim in enumerate(self.claims)
            if claim_id is None or claim_id in claim.claim_ids
            for of_line in self._explained(place).lines
            for one in of_line.edits
            if one.edit_id == edit and line in (None, of_line.line_number)
        ]

    def _explained(self, place: int) -> ClaimOutcomes:
        """What became of every edit on one of the claims, found out once."""
        if place not in self._explanations:
            self._explanations[place] = self._explain(self.claims[place])
        return self._explanations[place]

    def _of(self, claim_id: str | None, line: int | None) -> list[Finding]:
        """The findings of a claim and its lines. Raises StepFailed where the scenario has no such claim or line."""
        claims = [one for one in self.claims if claim_id is None or claim_id in one.claim_ids]
        ids = sorted(set[str]().union(*(one.claim_ids for one in self.claims)))
        if claim_id is None and len(self.claims) > 1:
            example = about(next(iter(ids), "A"), line)
            raise StepFailed(f"{len(self.claims)} claims were checked; say of which one, as {example}")
        if not claims:
            raise StepFailed(f'no claim "{claim_id}" was checked; the claims are: {", ".join(ids)}')
        if line is not None and line not in set().union(*map(_lines, claims)):
            self._fail(f"{about(claim_id, None)} has no line {line}", [], {claim_id})
        return [one for one in self.findings if claim_id in (None, one.claim_id)]

    def _prove_edit(self, edit: str) -> None:
        if edit not in self._edits:
            raise StepFailed(f"there is no edit {edit}; nearest: {nearest(edit, sorted(self._edits))}")

    def _what_stands(self, findings: Sequence[Finding], whose: str) -> list[str]:
        if not findings:
            return [f"  {whose} has no finding at all"]
        return [f"  {whose} has:", *self._listed(findings, " ")]

    def _elsewhere(self, claim_id: str | None, edit: str) -> list[str]:
        """Where else the edit was found, which is what a wrong line number in a step looks like."""
        found = [one for one in self.findings if one.edit_id == edit and claim_id in (None, one.claim_id)]
        places = listed(dict.fromkeys(about(claim_id, one.line_number) for one in found))
        return ["", f"  {edit} was found on {places}"] if found else []

    def _listed(self, findings: Iterable[Finding], sign: str) -> list[str]:
        several = len(self.claims) > 1
        rows = [
            (sign, about(one.claim_id if several else None, one.line_number), one.edit_id, one.disposition, one.message)
            for one in findings
        ]
        return list(aligned(rows))

    def _fail(self, what: str, lines: Sequence[str], concerned: Collection[str | None]) -> NoReturn:
        """Raise StepFailed with what is wrong, the difference, and the claims it is about."""
        claims = [
            one for one in self.claims if len(self.claims) == 1 or one.claim_ids.intersection(concerned)
        ] or self.claims
        text = [what, *([""] if lines else []), *lines]
        for one in claims[:_CLAIMS_SHOWN]:
            text += ["", *(f"  {line}" for line in claim_text(one))]
        if len(claims) > _CLAIMS_SHOWN:
            text += ["", f"  and {len(claims) - _CLAIMS_SHOWN} more claims"]
        if self._notices:
            text += ["", "  in the files of code records:", *(f"    {one}" for one in self._notices[:_NOTICES_SHOWN])]
        raise StepFailed("\n".join(text))


def _became(one: EditOutcome) -> str:
    reasons = f": {'; '.join(one.reasons)}" if one.reasons else ""
    return f"{one.outcome.replace('_', ' ')}{reasons}"


def _row(finding: Finding, columns: Iterable[str]) -> Row:
    return {name: FIELDS[name](finding) for name in columns}


def _claim_ids(findings: Iterable[Finding]) -> set[str | None]:
    return {one.claim_id for one in findings}


def _lines(read: ReadClaim) -> set[int]:
    billed = {line.line_number for line in read.claim.lines} if read.claim else set()
    return billed | {one.line_number for one in read.unreadable if one.line_number is not None}
