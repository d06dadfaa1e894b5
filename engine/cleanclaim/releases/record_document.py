"""Record documents: one code's record as labelled lines of text.

A labelled line is `<i>Label</i>`, the value and an explanation, separated by tabs. Above the lines stand headings
that repeat the description; below may stand anything. Explanations are skipped.
"""

import re
from difflib import get_close_matches
from pathlib import Path

from cleanclaim.codes import CodeRecord, Notice
from cleanclaim.releases.fields import RecordFields, RecordRefused
from cleanclaim.values import code_text, folded

_LARGEST = 1_000_000
_LABELLED = re.compile(r"\s*<i>(?P<label>[^<]{0,200})</i> *(?:\t(?P<value>[^\t]*))?(?:\t.*)?")
_NUMBERED = re.compile(r"(?P<name>.*?)\s*(?:#\s*(?P<number>\d))?(?P<description>\s+description)?", re.IGNORECASE)
_CODE_ALONE = re.compile(r"[A-Z][0-9]{4}|[0-9]{4}[0-9A-Z]", re.ASCII)
_LABELS = {
    "code": "code",
    "long description": "long_description",
    "short description": "short_description",
    "pricing indicator code": "pricing_indicators",
    "multiple pricing indicator code": "multiple_pricing_indicator",
    "coverage code": "coverage_code",
    "asc payment group code": "asc_payment_group",
    "asc payment group effective date": "asc_effective_date",
    "berenson-eggers type of service code": "betos",
    "type of service code": "types_of_service",
    "anesthesia base unit quantity": "anesthesia_base_units",
    "code added date": "code_added_date",
    "action effective date": "action_effective_date",
    "termination date": "termination_date",
    "action code": "action_code",
    "status": "status",
    "last update date": "last_update",
    "coverage issues manual reference section number": "coverage_issues_references",
    "medicare carriers manual reference section number": "carriers_manual_references",
    "statute number": "statute",
    "lab certification code": "laboratory_certifications",
    "cross reference code": "cross_references",
    "mog payment group code": "outpatient_payment_group",
    "mog payment policy indicator": "outpatient_policy_indicator",
    "mog payment policy indicator code": "outpatient_policy_indicator",
    "mog effective date": "outpatient_effective_date",
    "processing note number": "processing_note",
}
_NEAR = 0.85
_GENERAL_TEXT = "healthcare common procedure coding system"


class DocumentRefused(ValueError):
    """A file that is no record document; the message begins with the file."""


def read_record_document(path: Path) -> tuple[CodeRecord, tuple[Notice, ...]]:
    """The code record of a document, and notices of what did not fit. Raises DocumentRefused and OSError."""
    if path.stat().st_size > _LARGEST:
        raise DocumentRefused(f"{path}: larger than {_LARGEST:,} bytes, so no record document")
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise DocumentRefused(f"{path}: is no UTF-8 text (byte {wrong.start})") from None
    return parse_record_document(text, str(path))


def is_record_document(text: str) -> bool:
    """Whether text has the labelled line that bears the code."""
    if len(text) > _LARGEST:
        return False
    return any(_field(match["label"])[0] == "code" for match in map(_LABELLED.fullmatch, text.splitlines()) if match)


def parse_record_document(text: str, file: str) -> tuple[CodeRecord, tuple[Notice, ...]]:
    """The code record in the text of a document that came from `file`. Raises DocumentRefused."""
    if not is_record_document(text):
        raise DocumentRefused(f"{file}: is no record document: no line is labelled HCPCS Code")
    fields = RecordFields(file)
    headings: list[tuple[int, str]] = []
    above: str | None = None
    stray: list[int] = []
    for number, line in enumerate(text.splitlines(), start=1):
        labelled = _LABELLED.fullmatch(line)
        if labelled:
            _doubt(fields, above, stray)
            above = _add(fields, labelled["label"].strip(), labelled["value"] or "", number)
        elif line.lstrip().startswith("<i>"):
            _doubt(fields, above, stray)
            above = _add_broken(fields, line, number)
        elif not fields.text("code"):
            headings.append((number, line))
        elif line.strip():
            stray.append(number)
    try:
        record = fields.record()
    except RecordRefused as wrong:
        raise DocumentRefused(f"{file}: {wrong}") from None
    _compare_headings(fields, headings, record)
    return record, tuple(fields.notices)


def _field(label: str) -> tuple[str | None, int, bool]:
    """The field that a label names, its number from 1, and whether the label is of the value's description."""
    plain = folded(label).removeprefix("hcpcs ")
    if plain == "code description":
        return "long_description", 1, False
    if plain in _LABELS:
        return _LABELS[plain], 1, False
    match = _NUMBERED.fullmatch(plain)
    assert match is not None
    return _LABELS.get(match["name"]), int(match["number"] or 1), match["description"] is not None


def _add(fields: RecordFields, label: str, value: str, line: int) -> str | None:
    """Add what a labelled line says; the field that its label names."""
    field, number, is_description = _field(label)
    if field is None:
        fields.notice(line, label, "is no label of a record document; the line was passed over")
        if near := get_close_matches(folded(label).removeprefix("hcpcs "), _LABELS, 1, _NEAR):
            fields.doubt(_LABELS[near[0]])
    elif is_description:
        fields.describe(field, number - 1, value)
    elif field == "code" and fields.text("code"):
        if code_text(value) != fields.text("code"):
            raise DocumentRefused(f"{fields.file}:{line}: a second record begins here; one document holds one record")
        fields.notice(line, label, "stands here a second time")
    else:
        fields.add(field, value, line, number=number)
    return field


def _add_broken(fields: RecordFields, line: str, number: int) -> str | None:
    """Note a line that begins as a labelled one and is none; what it would say is in doubt."""
    label = line.partition("<i>")[2].partition("<")[0][:200]
    fields.notice(number, label.strip()[:60], "has no tab between label and value; the line was passed over")
    field = _field(label)[0]
    fields.doubt(field)
    return field


def _doubt(fields: RecordFields, field: str | None, stray: list[int]) -> None:
    """Note text between two labelled lines: the value above it may run on there."""
    if stray:
        fields.notice(stray[0], field or "text", "text without a label follows; the value above may run on here")
        fields.doubt(field)
        stray.clear()


def _compare_headings(fields: RecordFields, headings: list[tuple[int, str]], record: CodeRecord) -> None:
    """Above the general text the heading stands alone, over one line or more; below it, once, behind the code."""
    heading: list[tuple[int, str]] = []
    below = False
    for number, line in headings:
        plain = " ".join(line.replace("**", "").split())
        first, _, rest = plain.partition(" ")
        if first == record.code and rest:
            _compare(fields, number, rest, record)
        elif _CODE_ALONE.fullmatch(plain):
            if plain != record.code:
                fields.notice(number, "heading", f"names {plain}, the record is of {record.code}")
        elif plain.casefold() == _GENERAL_TEXT:
            below = True
        elif plain and not below:
            heading.append((number, plain))
    if heading:
        _compare(fields, heading[0][0], " ".join(plain for _, plain in heading), record)


def _compare(fields: RecordFields, line: int, heading: str, record: CodeRecord) -> None:
    if folded(heading) != folded(record.long_description):
        fields.notice(line, "heading", f"{heading!r} disagrees with the description {record.long_description!r}")
