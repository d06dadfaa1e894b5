"""Differences from what was kept, told as text, as JSON Lines and to the reports for CI systems."""

import json
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from cleanclaim.claims import Location
from cleanclaim.edits import Edit
from cleanclaim.golden.comparing import Difference, Kind
from cleanclaim.golden.snapshots import Kept
from cleanclaim.report.text import Paint, plain
from cleanclaim.report.told import Baseline, Told, about, words

SNAPSHOT = "snapshot"
"""What stands for an edit where a difference is one of files."""
_WIDTH = 100
_COLORS = {"added": "red", "removed": "yellow", "changed": "magenta", "no_snapshot": "red", "not_checked": "red"}
_OF_FILES: Mapping[Kind, str] = {"no_snapshot": "without a snapshot", "not_checked": "not checked"}
_BASELINES: Mapping[str, Baseline] = {"added": "new", "removed": "absent", "changed": "updated"}


def text_lines(found: Sequence[Difference], kept: int, written: Sequence[str], paint: Paint) -> Iterator[str]:
    """The differences for a person, by file, and what was written; `kept` is how many findings the snapshots held."""
    for file, of_file in groupby(found, key=lambda one: one.file):
        yield paint(plain(file), "bold") + "\n"
        for one in of_file:
            if one.finding is None:
                yield from _wrapped(one.note, "  ")
                continue
            yield f"  {paint(f'{one.kind:<8}', _COLORS[one.kind])} {_headline(one.finding)}\n"
            yield from (_wrapped(one.finding.message, " " * 11) if not one.changes else _change_lines(one))
        yield "\n"
    yield from (f"{plain(one)}\n" for one in written)
    if written and not found:
        return
    counts = Counter(one.kind for one in found)
    told = [f"{counts[kind]:,} {kind}" for kind in ("added", "removed", "changed")]
    told += [f"{number:,} {what}" for what, number in _of_files(counts)]
    same = kept - counts["removed"] - counts["changed"]
    yield f"{_count(kept, 'finding')} expected: {same:,} as expected, {', '.join(told)}\n"


def jsonl_lines(found: Iterable[Difference]) -> Iterator[str]:
    """A line of JSON for each difference."""
    for one in found:
        changes = {change.field: {"expected": change.expected, "found": change.found} for change in one.changes}
        expected, now = (kept and kept.model_dump(mode="json") for kept in (one.expected, one.found))
        told = {
            "kind": one.kind, "file": one.file, "note": one.note or None, "changes": changes, "expected": expected,
            "found": now,
        }  # fmt: skip
        yield json.dumps(told, separators=(",", ":")).replace("\x7f", "\\u007f") + "\n"


def told_differences(found: Iterable[Difference], edits: Mapping[str, Edit]) -> Iterator[Told]:
    """Each difference as a failed test."""
    for one in found:
        finding = one.finding
        if finding is None:
            location = Location(file=one.file)
            yield Told(SNAPSHOT, "error", "failed", plain(one.note), plain(one.note), one.note, None, None, location)
            continue
        title = f": {plain(edits[finding.edit_id].title)}" if finding.edit_id in edits else ""
        headline = f"{about(finding.claim_id, finding.line_number)}: {finding.edit_id} {one.kind}{title}"
        changes = [
            f"{plain(each.field)} was {plain(each.expected)}, and is {plain(each.found)}" for each in one.changes
        ]
        lead = {"added": "Not expected", "removed": "Expected, and not found", "changed": "Changed"}[one.kind]
        said = "; ".join(changes) or f"{plain(finding.message)} {plain(finding.fix)}"
        detail = "".join(text_lines([one], 0, (), lambda text, _: text)).rpartition("\n\n")[0] + "\n"
        properties = {
            "disposition": finding.disposition, "claimId": finding.claim_id, "lineNumber": finding.line_number,
        }  # fmt: skip
        yield Told(
            finding.edit_id, "error", "failed", headline, f"{lead}: {said}", detail, finding.claim_id,
            finding.line_number, Location.model_validate({**finding.place, "file": one.file}),
            {name: value for name, value in properties.items() if value is not None}, _BASELINES[one.kind],
        )  # fmt: skip


def _headline(finding: Kept) -> str:
    code = f", {plain(finding.procedure_code)}" if finding.procedure_code else ""
    where = about(finding.claim_id, finding.line_number)
    return f"{where}{code}: {finding.edit_id} {words(finding.disposition)}"


def _change_lines(one: Difference) -> Iterator[str]:
    for change in one.changes:
        yield f"{' ' * 11}{plain(change.field)}\n"
        yield from _wrapped(f"was {plain(change.expected)}", " " * 13)
        yield from _wrapped(f"is  {plain(change.found)}", " " * 13)


def _wrapped(text: str, indent: str) -> Iterator[str]:
    lines = textwrap.wrap(
        plain(text), _WIDTH, initial_indent=indent, subsequent_indent=indent + "  ", break_long_words=False,
        break_on_hyphens=False,
    )  # fmt: skip
    yield from (line + "\n" for line in lines)


def _of_files(counts: Counter[Kind]) -> Iterator[tuple[str, int]]:
    for kind, said in _OF_FILES.items():
        if counts[kind]:
            yield f"file{'' if counts[kind] == 1 else 's'} {said}", counts[kind]


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
