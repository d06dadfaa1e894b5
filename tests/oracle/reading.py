"""A plain reading of the catalogue of edits: which edits fire on which line of a claim.

It is slow and says each sentence of the contract once, in the contract's order, so that a person can hold it
beside the text. It covers the edits that need no table (MUE, AOC, ASC): the COD edits; AOC010 to AOC055;
UOS010, UOS020, UOS025 and UOS080; the COV edits; SET015 and SET020. This module is section 5, the sum;
library.py is section 2, claim_lines.py sections 1 and 3, line_edits.py section 4.
"""

from datetime import timedelta
from typing import Any

from .claim_lines import Line, read_lines
from .line_edits import ADD_ON_EDITS, ADD_ON_SINCE, first_stratum, is_superseding

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


def primary_procedure(line: Line, lines: list[Line], states: dict[int, str]) -> str:
    """Section 5 point 3: among the OTHER lines of the claim, the first that holds."""
    if line.add_on != "add_on":
        return "not_required"
    others = [other for other in lines if other is not line]
    listed = [other for other in others if other.code in line.primaries]
    same_date = [other for other in listed if other.start == line.start]
    mine = [states[other.number] for other in same_date if same_provider(line, other)]
    theirs = [states[other.number] for other in same_date if not same_provider(line, other)]
    if "payable" in mine:
        return "present"
    if "to_be_corrected" in mine:
        return "to_be_corrected"
    if line.list_is_open:
        for other in others:
            if is_another_procedure(line, other) and states[other.number] != "not_payable":
                return "contractor_defined"
    if "not_payable" in mine:
        return "not_payable"
    if "payable" in theirs:
        return "other_provider"
    if any(abs(other.start - line.start) == timedelta(days=1) for other in listed):
        return "adjacent_date"
    if any(other.start != line.start for other in listed):
        return "other_date"
    return "absent"


def findings_of(
    line: Line, lines: list[Line], first: dict[int, dict[str, str]], states: dict[int, str]
) -> dict[str, str]:
    """Both strata of one line, with dispositions, as these states of the lines give them.

    Point 4: "a first-stratum edit is never superseded by one of the second". Section 4: no AOC edit before
    2013-04-01, and none on a line where a superseding edit fires.
    """
    fired = dict(first[line.number])
    word = primary_procedure(line, lines, states)
    if word in ADD_ON_EDITS and line.start >= ADD_ON_SINCE and not is_superseding(fired):
        edit_id, disposition = ADD_ON_EDITS[word]
        fired[edit_id] = disposition
    return fired


def settled_states(lines: list[Line], first: dict[int, dict[str, str]]) -> dict[int, str]:
    """Section 5 point 4: add-on lines begin as not payable, and only gain, "until nothing changes"."""
    states = {line.number: payability(list(first[line.number].values())) for line in lines}
    for line in lines:
        if line.add_on == "add_on":
            states[line.number] = "not_payable"
    while True:
        gained = dict(states)
        for line in lines:
            now = payability(list(findings_of(line, lines, first, states).values()))
            gained[line.number] = max(states[line.number], now, key=WORST_FIRST.index)
        if gained == states:
            return states
        states = gained


def expected(claim: dict[str, Any], releases: list[dict[str, Any]]) -> set[tuple[int | None, str]]:
    """The findings that the contract asks for: (line number, edit id), None for the claim itself."""
    lines = read_lines(claim, releases)
    first = {line.number: first_stratum(line) for line in lines}
    states = settled_states(lines, first)
    findings: set[tuple[int | None, str]] = set()
    if (claim.get("payer_type") or "unknown") == "unknown":
        findings.add((None, "COD920"))
    for line in lines:
        for edit_id in findings_of(line, lines, first, states):
            findings.add((line.number, edit_id))
    return findings
