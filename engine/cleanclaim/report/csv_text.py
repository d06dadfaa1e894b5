"""Findings as CSV: one header, a row for each finding."""

import csv
import io
import json
from collections.abc import Iterable, Iterator

from cleanclaim.claims import Location
from cleanclaim.findings import Finding

HEADER = (
    "claim_id", "line_number", "procedure_code", "date_of_service", "edit_id", "disposition", "title", "message", "fix",
    "remittance_group", "remittance_carc", "remittance_rarc", "code_set_release", "evidence", "citations",
    "file", "file_line", "interchange", "transaction", "segment", "element", "byte_offset", "pointer",
)  # fmt: skip
"""What applies to no finding is blank. Remark codes stand with blanks between them; evidence is a JSON object and
citations a JSON array, as in JSON Lines."""


def csv_lines(findings: Iterable[Finding]) -> Iterator[str]:
    """The header, and a row for each finding, in the order given; the same findings give the same bytes."""
    line = io.StringIO()
    writer = csv.writer(line, lineterminator="\n")

    def written(row: Iterable[object]) -> str:
        writer.writerow(row)
        text = line.getvalue()
        line.seek(0)
        line.truncate()
        return text

    yield written(HEADER)
    for finding in findings:
        yield written(_row(finding))


def _row(finding: Finding) -> tuple[object, ...]:
    remittance, place = finding.remittance, finding.location
    return (
        finding.claim_id, finding.line_number, finding.procedure_code, finding.date_of_service, finding.edit_id,
        finding.disposition, finding.title, finding.message, finding.fix,
        *((remittance.group, remittance.carc, " ".join(remittance.rarc)) if remittance else (None, None, None)),
        finding.code_set_release, _json(finding.evidence),
        _json([one.model_dump(mode="json") for one in finding.citations]),
        *(_where(place) if place else (None,) * 8),
    )  # fmt: skip


def _where(place: Location) -> tuple[object, ...]:
    return (
        place.file, place.line, place.interchange, place.transaction, place.segment, place.element, place.byte_offset,
        place.pointer,
    )  # fmt: skip


def _json(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))
