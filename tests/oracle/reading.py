"""A plain reading of the catalogue of edits: which edits fire on which line of a claim.

It is slow and says each sentence of the contract once, in the contract's order, so that a person can hold it
beside the text. This module is section 5, the sum; library.py and tables.py are section 2, claim_lines.py and
day_facts.py sections 1, 3 and 6, line_edits.py and the modules of its edits section 4, facts.py the names of
the facts.
"""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any

from .claim_lines import Line, read_lines
from .line_edits import ADD_ON_EDITS, ADD_ON_SINCE, EVERY_EDIT, first_stratum, is_superseding
from .tables import Table

WORST_FIRST = ("not_payable", "to_be_corrected", "payable")


def payability(dispositions: list[str]) -> str:
    """Section 5 point 2, of what is left after supersession."""
    if any(word.endswith(("_denial", "_rejection")) for word in dispositions):
        return "not_payable"
    return "to_be_corrected" if "return_to_provider" in dispositions else "payable"


def same_provider(line: Line, other: Line) -> bool:
    """Section 5 point 3: "same provider (or either absent)"."""
    return line.provider == other.provider or line.provider == "" or other.provider == ""


def is_another_procedure(add_on: Line, other: Line) -> bool:
    """Section 5 point 3: what may stand for the primary of an open list, its denial apart.

    The words in parentheses define it and exempt no listed code: one billed by another provider counts.
    """
    if other.start != add_on.start or other.add_on == "add_on" or other.graft:
        return False
    if add_on.graft:
        return other.system == "cpt" and other.code.isdecimal() and 10004 <= int(other.code) <= 69990
    if other.system == "cpt":
        return True
    return other.system == "hcpcs_level_ii" and other.code[0] in "CGHST"


def primary_procedure(line: Line, states: dict[int, str]) -> tuple[str, list[Line]]:
    """Section 5 point 3: among the OTHER lines of the claim, the first that holds; and the lines that hold it."""
    if line.add_on != "add_on":
        return "not_required", []
    listed = [other for other in line.others if other.code in line.primaries]
    same_date = [other for other in listed if other.start == line.start]
    mine = [other for other in same_date if same_provider(line, other)]
    theirs = [other for other in same_date if not same_provider(line, other)]

    def are(state: str, lines: list[Line]) -> list[Line]:
        return [other for other in lines if states[other.number] == state]

    open_list = line.others if line.list_is_open else []
    candidates = (
        ("present", are("payable", mine)),
        ("to_be_corrected", are("to_be_corrected", mine)),
        (
            "contractor_defined",
            [one for one in open_list if is_another_procedure(line, one) and states[one.number] != "not_payable"],
        ),
        ("not_payable", are("not_payable", mine)),
        ("other_provider", are("payable", theirs)),
        ("adjacent_date", [one for one in listed if abs(one.start - line.start) == timedelta(days=1)]),
        ("other_date", [one for one in listed if one.start != line.start]),
    )
    for word, lines in candidates:
        if lines:
            return word, lines
    return "absent", []


class Evaluation:
    """Section 5, points 1 to 4: both strata of every line, and the states of the lines that they end in."""

    def __init__(
        self,
        claim: dict[str, Any],
        releases: list[dict[str, Any]],
        tables: list[Table],
        edits: Collection[str] = EVERY_EDIT,
    ) -> None:
        """Evaluate these edits, all of them unless told otherwise."""
        self.edits = edits
        self.payer_type = claim.get("payer_type") or "unknown"
        self.lines = read_lines(claim, releases, tables)
        self.first = {line.number: first_stratum(line, edits) for line in self.lines}
        self.states = self.settled_states()

    def fired(self, line: Line, states: dict[int, str]) -> dict[str, str]:
        """Both strata of one line, with dispositions, as these states of the lines give them.

        Point 4: "a first-stratum edit is never superseded by one of the second". Section 4: no AOC edit before
        2013-04-01, and none on a line where a superseding edit fires.
        """
        fired = dict(self.first[line.number])
        word, _ = primary_procedure(line, states)
        if word in ADD_ON_EDITS and line.start >= date.fromisoformat(ADD_ON_SINCE) and not is_superseding(fired):
            edit_id, disposition = ADD_ON_EDITS[word]
            if edit_id in self.edits and line.system != "none":
                fired[edit_id] = disposition
        return fired

    def settled_states(self) -> dict[int, str]:
        """Point 4: add-on lines begin as not payable, and only gain, "until nothing changes"."""
        states = {line.number: payability(list(self.first[line.number].values())) for line in self.lines}
        for line in self.lines:
            if line.add_on == "add_on":
                states[line.number] = "not_payable"
        while True:
            gained = dict(states)
            for line in self.lines:
                now = payability(list(self.fired(line, states).values()))
                gained[line.number] = max(states[line.number], now, key=WORST_FIRST.index)
            if gained == states:
                return states
            states = gained

    def findings(self) -> set[tuple[int | None, str]]:
        """The findings: (line number, edit id), None for the claim itself."""
        findings: set[tuple[int | None, str]] = set()
        if self.payer_type == "unknown" and "COD920" in self.edits:
            findings.add((None, "COD920"))
        for line in self.lines:
            findings.update((line.number, edit_id) for edit_id in self.fired(line, self.states))
        return findings


def expected(
    claim: dict[str, Any],
    releases: list[dict[str, Any]],
    tables: list[Table] | None = None,
    edits: Collection[str] = EVERY_EDIT,
) -> set[tuple[int | None, str]]:
    """The findings that the contract asks for."""
    return Evaluation(claim, releases, tables or [], edits).findings()
