"""The engine's answer to a case of the oracle, in the oracle's form. Only here is the engine called."""

import re
from collections.abc import Iterator
from typing import Any

from cleanclaim import Checker, Claim, CodeLibrary, CodeSetRelease
from cleanclaim.codes import CodedValue, CodeRecord
from cleanclaim.facts import LINE_FACTS
from cleanclaim.tables import AddOnPair, AddOnPairs, AscListing, Entry, Layer, Part, UnitLimit

from .facts import AS_A_SET, AS_ONE_OF, OF_THE_APPLICATION, facts_of_lines
from .line_edits import EVERY_EDIT
from .reading import Evaluation
from .strategies import Case, printed


def code_record(fields: dict[str, Any]) -> CodeRecord:
    """The record that a case describes with plain text."""
    coded = {name: CodedValue(code=fields[name]) for name in ("coverage_code", "asc_payment_group") if fields[name]}
    days = {
        name: fields[name] for name in ("asc_effective_date", "code_added_date", "termination_date") if fields[name]
    }
    return CodeRecord(
        code=fields["code"],
        long_description=fields["long_description"],
        short_description=fields["short_description"] or None,
        pricing_indicators=(CodedValue(code=fields["pricing_indicator"]),) if fields["pricing_indicator"] else (),
        statute=fields["statute"] or None,
        cross_references=tuple(fields["cross_references"]),
        coverage_issues_references=tuple(fields["coverage_issues_references"]),
        **coded,
        **days,
    )


def modifier_record(fields: dict[str, Any]) -> CodeRecord:
    """The record of a modifier: its two dates."""
    return CodeRecord(
        code=fields["code"],
        long_description="Modifier",
        code_added_date=fields["code_added_date"] or None,
        termination_date=fields["termination_date"] or None,
    )


def entry(kind: str, row: Any) -> Entry:
    """A row of a table."""
    if kind == "add_on":
        return AddOnPairs(pairs=tuple(AddOnPair(**pair) for pair in row))
    return UnitLimit(**row) if kind == "mue" else AscListing(**row)


def code_library(releases: list[dict[str, Any]], tables: list[dict[str, Any]]) -> CodeLibrary:
    """The library of a case's releases and tables."""
    parts: list[CodeSetRelease | Part] = [
        CodeSetRelease(
            id=release["id"],
            scope=release["scope"],
            records={record["code"]: code_record(record) for record in release["records"]},
            modifiers={record["code"]: modifier_record(record) for record in release["modifiers"]},
        )
        for release in releases
    ]
    for table in tables:
        layer = Layer(table["kind"], table["quarter"], table["part"])
        parts.append(Part(layer, {code: entry(table["kind"], row) for code, row in table["rows"].items()}))
    return CodeLibrary(parts)


def edits_of(checker: Checker) -> frozenset[str]:
    """The edits that both the contract and the loaded catalogue have; the others are not compared."""
    return EVERY_EDIT & checker.catalogue.edits.keys()


def found(own: Checker, claim: Claim) -> set[tuple[int | None, str]]:
    """The findings of the engine: (line number, edit id), None for the claim itself.

    Those of edits that the contract does not have, an own edit of a payer's, are left out.
    """
    findings = {(finding.line_number, finding.edit_id) for finding in own.check(claim)}
    return {one for one in findings if one[1] in EVERY_EDIT or one[1].startswith("SYS")}


def facts_found(own: Checker, claim: Claim) -> dict[int, dict[str, Any]]:
    """The facts of the engine by line number, as its evaluation ends."""
    lines = own.enricher.lines(claim)
    own.strata.evaluate(lines, own.enricher.claim_facts(claim), whole=True)
    return {line.line.line_number: dict(line.facts) for line in lines}


def differs(name: str, wanted: Any, had: Any) -> bool:
    """Whether the engine's value of a fact is another than the contract's."""
    if name in OF_THE_APPLICATION:
        return bool(wanted != (had != "none"))
    if name in AS_A_SET:
        return set(re.findall(r"\b[A-Z0-9]{5}\b", had)) != wanted
    return had not in wanted if name in AS_ONE_OF else bool(had != wanted)


def differing_facts(own: Checker, claim: Claim, evaluation: Evaluation) -> Iterator[tuple[str, str]]:
    """The name of each fact, of those that the engine has, that differs, and what is said of it."""
    wanted = facts_of_lines(evaluation)
    for number, facts in facts_found(own, claim).items():
        for name, value in wanted[number].items():
            if name in LINE_FACTS and differs(name, value, facts[name]):
                said = f"line {number}, fact {name}: the engine has {facts[name]!r}, the catalogue says {value!r}"
                yield name, said


def differences(checker: Checker, case: Case) -> dict[str, str]:
    """In what the engine and the contract differ on a case, facts first: its name, and what is said of it.

    Findings of edits that the loaded catalogue lacks are not compared.
    """
    billed, releases, tables = case
    claim, own = Claim.model_validate(billed), checker.with_library(code_library(releases, tables))
    evaluation = Evaluation(billed, releases, tables, edits_of(checker))
    wanted, had = evaluation.findings(), found(own, claim)
    said: dict[str, str] = {}
    for name, text in differing_facts(own, claim, evaluation):
        said.setdefault(f"fact {name}", text)
    for number, edit_id in sorted(wanted - had, key=str):
        said.setdefault(f"lacks {edit_id}", f"line {number}: the engine lacks {edit_id}")
    for number, edit_id in sorted(had - wanted, key=str):
        said.setdefault(f"has {edit_id}", f"line {number}: the engine has {edit_id}, which the catalogue does not")
    return said


def difference(checker: Checker, case: Case) -> str | None:
    """What is said when the engine and the contract differ on a case; None when they agree."""
    said = differences(checker, case)
    return "\n".join([*said.values(), printed(case)]) if said else None
