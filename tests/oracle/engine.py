"""The engine's answer to a case of the oracle, in the oracle's form."""

from typing import Any

from cleanclaim import Checker, Claim, CodeLibrary, CodeSetRelease
from cleanclaim.codes import CodedValue, CodeRecord


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


def code_library(releases: list[dict[str, Any]]) -> CodeLibrary:
    """The library of a case's releases."""
    return CodeLibrary(
        CodeSetRelease(
            id=release["id"],
            scope=release["scope"],
            records={record["code"]: code_record(record) for record in release["records"]},
        )
        for release in releases
    )


def found(checker: Checker, claim: dict[str, Any], releases: list[dict[str, Any]]) -> set[tuple[int | None, str]]:
    """The findings of the engine: (line number, edit id), None for the claim itself."""
    findings = checker.with_library(code_library(releases)).check(Claim.model_validate(claim))
    return {(finding.line_number, finding.edit_id) for finding in findings}
