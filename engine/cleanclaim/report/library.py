"""The library for a person: what was added and is held, a code's record and history, what changed, what is missing."""

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from cleanclaim.codes import CodeRecord
from cleanclaim.releases.comparison import Difference, FieldChange, Loaded, differences, history, values_of
from cleanclaim.releases.files import Read
from cleanclaim.releases.library import CodeLibrary, RecordLookup
from cleanclaim.releases.shelf import named
from cleanclaim.releases.store import Added
from cleanclaim.report.text import plain
from cleanclaim.tables import AddOnPairs, AscListing, Layer, UnitLimit
from cleanclaim.values import listed, shortest

_WIDTH = 100
_LABEL = 30
_CODES_SHOWN = 12
HASH_SHOWN = 12
"""Characters of a content hash that reports show."""
_STATUS = {
    "in_force": "in force, by the release {release}{lag}",
    "later_snapshot": "no release that speaks for the day is loaded; of the release {release}, only its dates count",
    "not_in_release": "not in the release {release}{lag}, which is complete: an unknown code",
    "not_loaded": "no release that speaks for the day is loaded: partial ones alone, which lack it",
    "no_release": "no release of that day, or before it, is loaded",
}


def notice_lines(reads: Iterable[Read]) -> Iterator[str]:
    """What did not fit in the files, a line each."""
    for read in reads:
        for notice in read.notices:
            yield f"notice: {plain(str(notice))}\n"


def added_lines(added: Iterable[Added], path: Path) -> Iterator[str]:
    """What adding files came to."""
    for one in added:
        layer = one.file.part.layer
        counts = [_counted(one.entries, _noun(layer))]
        if one.unread:
            counts.append(f"{one.unread:,} not read")
        if one.file.notices:
            counts.append(_counted(one.file.notices, "notice"))
        if one.conflicts:
            counts.append(
                f"{one.conflicts:,} disagree with the {'complete' if layer.part == 'partial' else 'partial'} file"
            )
        state = "" if one.is_new else "; nothing new"
        yield f"{plain(one.file.name)}: {named(layer)}: {', '.join(counts)}{state}\n"
    yield f"Library: {path}\n"


def list_lines(library: CodeLibrary, shown: str) -> Iterator[str]:
    """The layers of a library, and its content hash."""
    yield f"{shown}, content {library.content_hash[:HASH_SHOWN]}\n"
    for one in library.held_layers():
        unread = f", {one.unread:,} not read" if one.unread else ""
        files = f" ({', '.join(one.files)})" if one.files else ""
        yield f"  {named(one.layer)}: {_counted(one.entries, _noun(one.layer))}{unread}{plain(files)}\n"
    if not library.layers:
        yield "  nothing\n"


def code_lines(library: CodeLibrary, code: str, day: date | None) -> list[str]:
    """Everything the library holds of a code; empty when it holds nothing."""
    lines: list[str] = []
    records = library.held(code).records
    found: RecordLookup | None = None
    if day is not None and len(library.scopes):
        found = library.look_up(code, day)
    elif records:
        quarter = max(records)
        found = RecordLookup("in_force", records[quarter], quarter)
    tables = list(_table_lines(library, code, day))
    unreadable = sorted(library.held(code).unreadable)
    if not records and not tables and not unreadable:
        return []
    lines.append(f"{code}\n")
    if found is not None and (records or day is not None):
        lines += _record_lines(found, day)
    lines += (f"  in the release {quarter} its record could not be read\n" for quarter in unreadable)
    for earlier, later, changes in history(library, code):
        lines.append(f"\nChanged from {earlier} to {later}{'' if changes else ': nothing'}\n")
        lines += (text for change in changes for text in _change_lines(change))
    if tables:
        lines += ["\nTables\n", *tables]
    return lines


def _record_lines(found: RecordLookup, day: date | None) -> Iterator[str]:
    if day is None:
        yield f"  as the latest release that holds it says, {found.release_id}\n"
    else:
        quarters = found.release_lag_quarters
        lag = f", {_counted(quarters, 'quarter')} before the one of the day" if quarters else ""
        yield f"  on {day}: {_STATUS[found.status].format(release=found.release_id, lag=lag)}\n"
    if found.record is None:
        return
    record = found.record
    if found.status == "later_snapshot":
        fields = {name: str(getattr(record, name) or "") for name in ("code_added_date", "termination_date")}
    else:
        fields = {name: text for name, text in values_of(record).items() if name != "code"}
    for name, text in fields.items():
        if text:
            yield from _labelled(name.replace("_", " "), text)
    if found.later_termination_date:
        yield from _labelled("termination date", f"{found.later_termination_date}, as a later release says")
    if day is not None and found.status == "in_force":
        yield from _validity(record, found.later_termination_date, day)


def _validity(record: CodeRecord, later_end: date | None, day: date) -> Iterator[str]:
    ends = record.termination_date or later_end
    if record.code_added_date and day < record.code_added_date:
        yield f"  not yet valid on {day}\n"
    elif ends and day > ends:
        yield f"  no longer valid on {day}\n"


def _table_lines(library: CodeLibrary, code: str, day: date | None) -> Iterator[str]:
    entries: list[tuple[Layer, object]] = [
        *library.add_on_pairs(code).items(), *library.unit_limits(code).items(), *library.asc_listings(code).items(),
    ]  # fmt: skip
    for layer, entry in sorted(entries, key=lambda one: one[0]):
        if day is not None and not layer.speaks_for(day):
            continue
        yield from _labelled(named(layer).removeprefix("the "), _table_text(entry, day), width=46)


def _table_text(entry: object, day: date | None) -> str:
    if isinstance(entry, AddOnPairs):
        pairs = [pair for pair in entry.pairs if day is None or pair.holds_on(day)]
        types = listed(sorted({str(pair.edit_type) for pair in pairs}))
        codes = [pair.primary_code for pair in pairs]
        more = f" and {len(codes) - _CODES_SHOWN} more" if len(codes) > _CODES_SHOWN else ""
        of_type = f"add-on code, type {types}: {', '.join(codes[:_CODES_SHOWN])}{more}"
        return of_type if pairs else "no pair holds on the day"
    if isinstance(entry, UnitLimit):
        basis = "a line" if entry.indicator == 1 else "a day"
        why = f": {entry.rationale}" if entry.rationale else ""
        return f"{shortest(entry.units)} units {basis} (indicator {entry.indicator}{why})"
    if isinstance(entry, AscListing):
        return f"payment indicator {entry.payment_indicator or 'blank'}"
    return "could not be read"


def difference_lines(library: CodeLibrary, earlier: str, later: str) -> Iterator[str]:
    """What changed from one quarter to another."""
    found = list(differences(library, earlier, later))
    if not found:
        yield f"The library holds nothing of the same kind for {earlier} and {later}.\n"
    for one in found:
        yield from _difference_lines(one)


def _difference_lines(one: Difference) -> Iterator[str]:
    yield f"{_capital(named(one.after))} against {named(one.before)}\n"
    if one.after.part == "partial":
        yield "  it holds some codes only, and says nothing of others\n"
    for word, codes in (("added", one.added), ("ended", one.ended), ("no longer in the file", one.gone)):
        yield from _labelled(f"{word}: {len(codes):,}", ", ".join(codes))
    yield f"  changed: {len(one.changed):,}\n"
    fields = Counter(change.field for changes in one.changed.values() for change in changes)
    if one.before.kind != "add_on":
        for name, number in sorted(fields.items(), key=lambda pair: (-pair[1], pair[0])):
            yield f"      {number:>6,}  {name.replace('_', ' ')}\n"
    for code, changes in one.changed.items():
        yield f"\n{code}\n"
        for change in changes:
            yield from _change_lines(change)
    yield "\n"


def loaded_lines(quarters: Sequence[Loaded]) -> Iterator[str]:
    """What is loaded for each quarter, and what is missing."""
    for one in quarters:
        yield f"{one.quarter}\n"
        yield from _labelled("loaded", "; ".join(one.present) or "nothing", width=10)
        yield from _labelled("missing", "; ".join(one.missing) or "nothing", width=10)


def _change_lines(change: FieldChange) -> Iterator[str]:
    name = change.field.replace("_", " ")
    yield from _labelled(name, f"{change.before or '(blank)'} -> {change.after or '(blank)'}")


def _labelled(label: str, text: str, width: int = _LABEL) -> Iterator[str]:
    lines = textwrap.wrap(plain(text), _WIDTH - width, break_long_words=False, break_on_hyphens=False) or [""]
    yield f"  {label:<{width}}{lines[0]}".rstrip() + "\n"
    for line in lines[1:]:
        yield f"  {'':<{width}}{line}\n"


def _noun(layer: Layer) -> str:
    return {"code_set": "record", "add_on": "add-on code", "mue": "limit", "asc": "code"}[layer.kind]


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
