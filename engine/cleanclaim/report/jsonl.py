"""Findings as JSON Lines: one finding a line, the fields in the order of the finding's schema."""

import json
from collections.abc import Iterable, Iterator

from cleanclaim.findings import Finding


def jsonl_lines(findings: Iterable[Finding]) -> Iterator[str]:
    """One line of JSON for each finding, in the order given; the same findings give the same bytes.

    All other than ASCII is escaped: no encoding of the output changes it, and it steers no terminal.
    """
    for finding in findings:
        text = finding.model_dump_json()
        if not text.isascii():
            text = json.dumps(json.loads(text), separators=(",", ":"))
        yield text.replace("\x7f", "\\u007f") + "\n"
