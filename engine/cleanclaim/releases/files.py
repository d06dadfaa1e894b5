"""Any file that CMS publishes for the library, recognised by its content: what it holds, of which quarter."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cleanclaim.codes import Notice, ReleaseId, Scope, last_day_of, release_id
from cleanclaim.releases.add_on_file import (
    add_on_columns,
    lines_of_pairs,
    read_add_on_rows,
    read_fixed_width_add_on_file,
)
from cleanclaim.releases.archive import is_workbook, is_zip, members
from cleanclaim.releases.asc_addendum import asc_columns, read_asc_rows
from cleanclaim.releases.cells import FileRefused, Sheet, csv_sheet, lines_of, text_of
from cleanclaim.releases.code_set import CodeSet, is_header, read_columns, read_fixed_width
from cleanclaim.releases.fixed_width import lines_of_records
from cleanclaim.releases.mue_table import mue_columns, read_mue_rows
from cleanclaim.releases.quarters import quarters_in
from cleanclaim.releases.record_document import DocumentRefused, is_record_document, parse_record_document
from cleanclaim.releases.table_rows import HEADER_WITHIN, TableRows, header_of, plain, whole
from cleanclaim.releases.workbook import workbook_sheets
from cleanclaim.tables import Entry, Layer, Part
from cleanclaim.values import listed

LARGEST_FILE = 40_000_000
_PARTIAL_IN_NAME = re.compile(r"(?<![a-z])partial(?![a-z])", re.IGNORECASE)
_FEWEST_OF_A_COMPLETE_RELEASE = 5_000
_MOST_ADDED_LATER = 20
"""Codes that a release may announce for a later quarter."""
_FIRST_AND_LAST = "AV"
"""The letters with which the codes of every complete release begin and end."""
_LINES_TOLD = 5
_NOT_TEXT = 0.05
"""The share of control characters from which content is no text."""


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of a file: a part of a library, and what did not fit."""

    file: str
    part: Part
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user says of the files that are read."""

    release: ReleaseId | None = None
    """The quarter, whatever names and headings tell."""
    partial: bool = False
    """Whether a file of the code set holds some codes only; its name may say so too (2026-01-partial.csv)."""


def read_files(paths: Sequence[Path], wanted: Wanted) -> list[Read]:
    """All that files hold. Raises FileRefused with a line for each file that cannot be read."""
    found: list[Read] = []
    refused: list[str] = []
    for path in paths:
        try:
            found.extend(read_file(path, wanted))
        except FileRefused as wrong:
            refused.append(str(wrong))
    if refused:
        raise FileRefused("\n".join(refused))
    return found


def read_file(path: Path, wanted: Wanted) -> list[Read]:
    """What one file holds: one part, or several where it is a zip archive or a workbook. Raises FileRefused."""
    if path.is_dir():
        raise FileRefused(f"{path}: is a folder; name the files in it")
    try:
        with path.open("rb") as stream:
            content = stream.read(LARGEST_FILE + 1)
    except OSError as wrong:
        raise FileRefused(f"{path}: {wrong.strerror or wrong}") from None
    except ValueError as wrong:
        raise FileRefused(f"{path!r}: {wrong}") from None
    if len(content) > LARGEST_FILE:
        raise FileRefused(f"{path}: larger than {LARGEST_FILE:,} bytes")
    if is_zip(content) and not is_workbook(content):
        return _of_archive(content, path, wanted)
    found = _of_content(content, str(path), path.name, wanted)
    if not found:
        raise FileRefused(f"{path}: {_NOTHING_KNOWN}")
    return found


_NOTHING_KNOWN = (
    "is none of the files that are read: a record document, CMS's HCPCS file (text, csv or xlsx), an add-on code file, "
    "an MUE table, or Addendum AA or BB of the ASC payment rates"
)


def _of_archive(content: bytes, path: Path, wanted: Wanted) -> list[Read]:
    """What the files of an archive hold; those that hold nothing known are passed over."""
    found: list[Read] = []
    passed_over: list[str] = []
    for name, inner in members(content, str(path)):
        shown = f"{path}/{name}"
        telling = name if quarters_in(name) else f"{path.name} {name}"
        own = [] if is_zip(inner) and not is_workbook(inner) else _of_content(inner, shown, telling, wanted)
        found.extend(own)
        if not own:
            passed_over.append(name)
    if not found:
        raise FileRefused(f"{path}: no file in it {_NOTHING_KNOWN.replace('is none', 'is one', 1)}")
    if passed_over:
        reason = f"holds nothing that is read: {', '.join(sorted(passed_over))}"
        notice = Notice(file=str(path), line=None, field="archive", reason=reason)
        found[0] = Read(found[0].file, found[0].part, (notice, *found[0].notices))
    return found


def _of_content(content: bytes, file: str, name: str, wanted: Wanted) -> list[Read]:
    """What content holds; empty when it is nothing known. Raises FileRefused."""
    if is_zip(content):
        return [read for sheet in workbook_sheets(content, file) if (read := _of_sheet(sheet, name, wanted))]
    text = text_of(content)
    if _is_binary(text):
        return []
    if is_record_document(text):
        return [_of_document(text, file, wanted)]
    lines = lines_of(text, file)
    records, pairs = lines_of_records(lines), lines_of_pairs(lines)
    if records > pairs:
        return [_of_code_set(read_fixed_width(lines, file), name, wanted)]
    if pairs:
        return [_of_table(read_fixed_width_add_on_file(lines, file), name, wanted)]
    for delimiter in ",\t;|":
        if not any(delimiter in line for line in lines[:200]):
            continue
        read = _of_sheet(csv_sheet(lines, file, delimiter), name, wanted)
        if read:
            return [read]
    return []


def _is_binary(text: str) -> bool:
    sample = text[:4096]
    odd = sum(character < " " and character not in "\t\r\n\x0c\x1a" for character in sample)
    return odd > _NOT_TEXT * len(sample)


def _of_sheet(sheet: Sheet, name: str, wanted: Wanted) -> Read | None:
    at = next((at for at, row in enumerate(sheet.rows[:HEADER_WITHIN]) if is_header(row.cells)), None)
    if at is not None:
        return _of_code_set(read_columns(sheet, at), name, wanted)
    for columns_of, read in _TABLES:
        at = header_of(sheet, columns_of)
        if at is not None:
            columns = columns_of(plain(sheet.rows[at].cells))
            assert columns is not None
            found = read(sheet, at, columns)
            return _of_table(whole(found), name, wanted) if found else None
    return None


_TABLES = ((add_on_columns, read_add_on_rows), (mue_columns, read_mue_rows), (asc_columns, read_asc_rows))


def _of_document(text: str, file: str, wanted: Wanted) -> Read:
    try:
        record, notices = parse_record_document(text, file)
    except DocumentRefused as wrong:
        raise FileRefused(str(wrong)) from None
    day = record.action_effective_date
    if wanted.release is None and day is None:
        raise FileRefused(f"{file}: {record.code} has no action effective date; name its quarter: --release 2026-01")
    quarter = wanted.release or release_id(day)  # type: ignore[arg-type]
    return Read(file, Part(Layer("code_set", quarter, "partial"), {record.code: record}), notices)


def _of_code_set(found: CodeSet, name: str, wanted: Wanted) -> Read:
    quarter = wanted.release or _told(quarters_in(name), frozenset(), found.file)
    scope: Scope = "partial" if wanted.partial or found.untold_lines or _PARTIAL_IN_NAME.search(name) else "complete"
    unread: dict[str, Entry | None] = dict.fromkeys(found.unreadable_codes)
    if wanted.release is None:
        _refuse_another_quarter(found, quarter)
    part = Part(Layer("code_set", quarter, scope), {**unread, **found.records, **found.modifiers})
    if reason := _in_doubt(found, scope):
        found.notices.insert(0, Notice(file=found.file, line=None, field="release", reason=reason))
    return Read(found.file, part, tuple(found.notices))


def _refuse_another_quarter(found: CodeSet, quarter: ReleaseId) -> None:
    """Raise FileRefused for a file with codes added long after the quarter that its name tells."""
    last = last_day_of(quarter)
    days = [one.code_added_date for one in found.records.values() if one.code_added_date and one.code_added_date > last]
    if len(days) > _MOST_ADDED_LATER:
        told = f"its name tells {quarter}, but {len(days):,} of its codes were added later, up to {max(days)}"
        raise FileRefused(f"{found.file}: {told}; name its quarter: --release {release_id(max(days))}")


def _in_doubt(found: CodeSet, scope: Scope) -> str | None:
    """Why a release that should hold every code may not."""
    if found.untold_lines:
        lines = listed(map(str, found.untold_lines[:_LINES_TOLD]))
        more = ", among others," if len(found.untold_lines) > _LINES_TOLD else ""
        return (
            f"lines bear a record whose code cannot be told ({lines}{more}): kept as a partial release, so that a code "
            "which it lacks does not count as unknown"
        )
    if scope == "partial":
        return None
    if len(found.records) < _FEWEST_OF_A_COMPLETE_RELEASE:
        return (
            f"a complete release of {len(found.records):,} procedure codes: every other code counts as unknown; "
            "if it holds some codes only, remove it (cleanclaim codes remove) and add it with --partial"
        )
    if lacking := [letter for letter in _FIRST_AND_LAST if not any(code[0] == letter for code in found.records)]:
        return (
            f"a complete release without codes that begin with {listed(lacking)}: perhaps the file was cut; "
            "every code that it lacks counts as unknown"
        )
    return None


def _of_table(found: TableRows, name: str, wanted: Wanted) -> Read:
    quarter = wanted.release or _told(quarters_in(name), found.quarters, found.file)
    unread: dict[str, Entry | None] = dict.fromkeys(found.unreadable_codes)
    return Read(
        found.file, Part(Layer(found.kind, quarter, found.part), {**unread, **found.entries}), tuple(found.notices)
    )


def _told(by_name: frozenset[ReleaseId], by_heading: frozenset[ReleaseId], file: str) -> ReleaseId:
    """The quarter that a file's name or its headings tell. Raises FileRefused when not just one is told."""
    told = by_name | by_heading
    if len(told) == 1:
        return next(iter(told))
    if not told:
        raise FileRefused(f"{file}: neither its name nor a heading tells its quarter; name it: --release 2026-01")
    where = "its name" if told == by_name else "its heading" if told == by_heading else "its name and its heading"
    raise FileRefused(f"{file}: {where} {_TELL[where]} {listed(sorted(told))}; name its quarter: --release {max(told)}")


_TELL = {"its name": "tells", "its heading": "tells", "its name and its heading": "tell"}
