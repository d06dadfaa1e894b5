"""Findings as JSON Lines: one finding a line, the fields in the order of the finding's schema."""

from collections.abc import Iterable, Iterator

from cleanclaim.findings import Finding


def jsonl_lines(findings: Iterable[Finding]) -> Iterator[str]:
    """One line of JSON for each finding, in the order given; the same findings give the same bytes."""
    for finding in findings:
        yield finding.model_dump_json() + "\n"
