"""The library for a person: what was added and is held, a code's record and history, what changed, what is missing."""

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from cleanclaim.codes import Notice
from cleanclaim.enrich.code import code_system
from cleanclaim.releases.adding import Added
from cleanclaim.releases.comparison import (
    Difference,
    FieldChange,
    Loaded,
    differences,
    history,
    mue_table_name,
    values_of,
)
from cleanclaim.releases.fields import MODIFIER_SHAPE
from cleanclaim.releases.library import CodeLibrary, RecordLookup
from cleanclaim.releases.shelf import named
from cleanclaim.report.text import plain
from cleanclaim.tables import CONTRACTOR_DEFINED, AddOnPair, AddOnPairs, AscListing, Layer, UnitLimit
from cleanclaim.values import listed, shortest

_WIDTH = 100
_LABEL = 30
_TABLE_LABEL = 42
_CODES_SHOWN = 12
_NAMES_SHOWN = 3
HASH_SHOWN = 12
"""Characters of a content hash that reports show."""
_SPELLED = {"asc": "ASC", "betos": "BETOS"}
_STATUS = {
    "in_force": "{validity}, by the release {release}{lag}",
    "later_snapshot": "{validity}, by the dates in the later release {release}; none of that day or before holds it",
    "not_in_release": "not in the release {release}{lag}, which is complete: an unknown code",
    "not_loaded": "not known: no release loaded of that day, or before it, tells of it",
    "no_release": "not known: no release of that day, or before it, is loaded",
}


def notice_lines(notices: Iterable[Notice]) -> Iterator[str]:
    """What did not fit in the files, a line each."""
    return (f"notice: {plain(str(notice))}\n" for notice in notices)


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
            which = "the complete file, which counts" if layer.part == "partial" else "the partial one; this one counts"
            counts.append(f"{len(one.conflicts):,} at variance with {which} ({_some(one.conflicts, _CODES_SHOWN)})")
        state = "" if one.is_new else "; nothing new"
        yield f"{plain(one.file.name)}: {named(layer)}: {', '.join(counts)}{state}\n"
    yield f"Library: {plain(str(path))}\n"


def list_lines(library: CodeLibrary, shown: str) -> Iterator[str]:
    """The layers of a library by quarter, and its content hash."""
    yield f"{plain(shown)}, content {library.content_hash[:HASH_SHOWN]}\n"
    for one in sorted(library.held_layers(), key=lambda one: (one.layer.quarter, one.layer)):
        unread = f", {one.unread:,} not read" if one.unread else ""
        counts = f"{_counted(one.entries, _noun(one.layer))}{unread}"
        files = f"  {_some(one.files, _NAMES_SHOWN)}" if one.files else ""
        yield f"  {one.layer.quarter}  {_title(one.layer):<28}{counts:<22}{plain(files)}".rstrip() + "\n"
    if not library.layers:
        yield "  nothing\n"


def code_lines(library: CodeLibrary, code: str, day: date | None) -> list[str]:
    """Everything the library holds of a code; empty when it holds nothing."""
    held = library.held(code)
    tables = _table_entries(library, code)
    if not held.records and not held.unreadable and not tables:
        return []
    lines = [f"{code}\n"]
    is_of_code_set = MODIFIER_SHAPE.fullmatch(code) or code_system(code, "HC", None) == "hcpcs_level_ii"
    if day is not None and (held.records or is_of_code_set):
        lines += _record_lines(library.look_up(code, day), day)
    elif not held.records and code_system(code, "HC", None) in ("cpt", "cdt"):
        lines.append("  a CPT or CDT code, of which CMS's HCPCS file holds no record\n")
    elif held.records:
        quarter = max(held.records)
        lines += _record_lines(RecordLookup("in_force", held.records[quarter], quarter), None)
    lines += (f"  in the release {quarter} its record could not be read\n" for quarter in sorted(held.unreadable))
    for earlier, later, changes in history(library, code):
        lines.append(f"\nChanged from {earlier} to {later}{'' if changes else ': nothing'}\n")
        lines += (text for change in changes for text in _change_lines(change))
    if tables:
        lines.append("\nTables\n")
        speaking = [(layer, entry) for layer, entry in tables if day is None or layer.speaks_for(day)]
        for layer, entry in speaking:
            lines += _labelled(_title(layer) + f" {layer.quarter}", _table_text(entry, day), _TABLE_LABEL)
        if not speaking:
            lines.append(f"  none that speaks for {day}; it stands in: {_some([named(one) for one, _ in tables], 9)}\n")
    return lines


def _record_lines(found: RecordLookup, day: date | None) -> Iterator[str]:
    if day is None:
        yield f"  by the latest release that holds it, {found.release_id}\n"
    else:
        quarters = found.release_lag_quarters
        lag = f", {_counted(quarters, 'quarter')} before that of the day" if quarters else ""
        status = _STATUS[found.status].format(release=found.release_id, lag=lag, validity=_validity(found, day))
        yield f"  on {day}: {status}\n"
    if found.record is None:
        return
    fields = values_of(found.record)
    if found.status == "later_snapshot":
        fields = {name: fields[name] for name in ("code_added_date", "termination_date")}
    for name, text in fields.items():
        if text:
            yield from _labelled(_label(name), text)
    if found.later_termination_date:
        yield from _labelled("termination date", f"{found.later_termination_date}, as a later release says")


def _validity(found: RecordLookup, day: date) -> str:
    """Whether the code may be used on a day, by its own dates."""
    if found.record is None:
        return ""
    ends = found.record.termination_date or found.later_termination_date
    if found.record.code_added_date and day < found.record.code_added_date:
        return "not yet valid"
    return "no longer valid" if ends and day > ends else "valid"


def _table_entries(library: CodeLibrary, code: str) -> list[tuple[Layer, object]]:
    found: list[tuple[Layer, object]] = [
        *library.add_on_pairs(code).items(), *library.unit_limits(code).items(), *library.asc_listings(code).items(),
    ]  # fmt: skip
    return sorted(found, key=lambda one: one[0])


def _table_text(entry: object, day: date | None) -> str:
    if isinstance(entry, AddOnPairs):
        return _pairs_text([pair for pair in entry.pairs if day is None or pair.holds_on(day)])
    if isinstance(entry, UnitLimit):
        basis = "line" if entry.indicator == 1 else "day"
        why = f", {entry.rationale}" if entry.rationale else ""
        return f"{_counted_units(entry.units)} a {basis} (indicator {entry.indicator}{why})"
    if isinstance(entry, AscListing):
        return f"payment indicator {entry.payment_indicator or 'blank'}"
    return "could not be read"


def _pairs_text(pairs: Sequence[AddOnPair]) -> str:
    if not pairs:
        return "add-on code, but none of its pairs holds on the day"
    types = listed(sorted({str(pair.edit_type) for pair in pairs}))
    codes = [
        ("those that the contractor defines" if pair.primary_code == CONTRACTOR_DEFINED else pair.primary_code)
        + (f" (until {ends})" if (ends := pair.last_day) else "")
        for pair in pairs
    ]
    return f"add-on code of type {types}; primaries: {_some(codes, _CODES_SHOWN)}"


def difference_lines(library: CodeLibrary, earlier: str, later: str, *, in_full: bool = True) -> Iterator[str]:
    """What changed from one quarter to another; in full, each code that changed with its fields."""
    found = list(differences(library, earlier, later))
    if not found:
        yield f"The library holds nothing of the same kind for both {earlier} and {later}.\n"
    for number, one in enumerate(found):
        yield from ["\n"] if number else []
        yield from _difference_lines(one, in_full=in_full)


def _difference_lines(one: Difference, *, in_full: bool) -> Iterator[str]:
    yield f"{_capital(named(one.after))} against {named(one.before)}\n"
    if one.before.part == "partial":
        yield f"  {one.before.quarter} holds some codes only: one it lacks counts as added by its code added date\n"
    if one.after.part == "partial":
        yield f"  {one.after.quarter} holds some codes only: of those it lacks nothing is said\n"
    groups = {
        "added": one.added,
        "ended": one.ended,
        "no longer in the file": one.gone,
        "could not be read": one.unread,
    }
    for word, codes in groups.items():
        if codes or word in ("added", "ended"):
            yield from _labelled(f"{word}: {len(codes):,}", ", ".join(codes))
    yield f"  changed: {len(one.changed):,}\n"
    fields = Counter(change.field for changes in one.changed.values() for change in changes)
    if one.before.kind != "add_on":
        for name, number in sorted(fields.items(), key=lambda pair: (-pair[1], pair[0])):
            yield f"    {number:>6,}  {_label(name)}\n"
    for code, changes in one.changed.items() if in_full else ():
        yield f"\n{code}\n"
        for change in changes:
            yield from _change_lines(change)


def loaded_lines(spans: Iterable[Loaded]) -> Iterator[str]:
    """What is loaded for quarters that follow each other, and what is missing."""
    for one in spans:
        yield f"{one.first}{'' if one.first == one.last else f' to {one.last}'}\n"
        yield from _labelled("loaded", ", ".join(one.present) or "nothing", width=10)
        yield from _labelled("missing", ", ".join(one.missing) or "nothing", width=10)


def _change_lines(change: FieldChange) -> Iterator[str]:
    yield from _labelled(_label(change.field), f"{change.before or '(blank)'} -> {change.after or '(blank)'}")


def _labelled(label: str, text: str, width: int = _LABEL) -> Iterator[str]:
    lines = textwrap.wrap(plain(text), _WIDTH - width, break_long_words=False, break_on_hyphens=False) or [""]
    yield f"  {label:<{width}}{lines[0]}".rstrip() + "\n"
    for line in lines[1:]:
        yield f"  {'':<{width}}{line}\n"


def _label(field: str) -> str:
    return " ".join(_SPELLED.get(word, word) for word in field.split("_"))


def _title(layer: Layer) -> str:
    """A layer in a word or two, without its quarter."""
    titles = {
        "code_set": f"code set, {layer.part}",
        "add_on": "add-on codes" if layer.part == "dated" else "add-on codes without dates",
        "mue": mue_table_name(layer.part),
        "asc": f"ASC Addendum {layer.part}",
    }
    return titles[layer.kind]


def _noun(layer: Layer) -> str:
    return {"code_set": "record", "add_on": "add-on code", "mue": "limit", "asc": "code"}[layer.kind]


def _some(texts: Sequence[str], most: int) -> str:
    more = len(texts) - most
    return ", ".join(texts[:most]) + (f" and {more:,} more" if more > 0 else "")


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _counted_units(units: Decimal) -> str:
    return f"{shortest(units)} unit{'' if units == 1 else 's'}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
