"""What changed between releases, and what is loaded for a span of dates."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from cleanclaim.codes import CodeRecord, ReleaseId, first_day_of, last_day_of, release_id
from cleanclaim.releases.library import CodeLibrary
from cleanclaim.tables import Entry, Kind, Layer
from cleanclaim.values import Model

_PARTS: tuple[tuple[Kind, str], ...] = (
    ("mue", "practitioner"), ("mue", "outpatient"), ("mue", "dme"), ("asc", "AA"), ("asc", "BB"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of which two entries hold different values, as text; an empty text is no value."""

    field: str
    before: str
    after: str


@dataclass(frozen=True)
class Difference:
    """What one layer says otherwise than another of its kind."""

    before: Layer
    after: Layer
    added: tuple[str, ...]
    """Codes that the earlier one lacks: new ones where it is complete."""
    ended: tuple[str, ...]
    """Codes to which the later one gives a termination date."""
    gone: tuple[str, ...]
    """Codes that a complete later one lacks."""
    changed: Mapping[str, tuple[FieldChange, ...]]


def values_of(entry: Entry) -> dict[str, str]:
    """The fields of an entry as text, in the order of its model."""
    if isinstance(entry, CodeRecord) or not hasattr(entry, "pairs"):
        return {name: _text(getattr(entry, name)) for name in type(entry).model_fields if name != "unread_fields"}
    return {f"primary {pair.primary_code}": _text(pair) for pair in entry.pairs}


def changes_between(before: Entry, after: Entry) -> tuple[FieldChange, ...]:
    """The fields of which two entries hold different values; runs of blanks in texts count as one."""
    one, other = values_of(before), values_of(after)
    names = dict.fromkeys((*one, *other))
    return tuple(
        FieldChange(name, one.get(name, ""), other.get(name, ""))
        for name in names
        if one.get(name, "").split() != other.get(name, "").split() and name != "code"
    )


def history(library: CodeLibrary, code: str) -> Iterator[tuple[ReleaseId, ReleaseId, tuple[FieldChange, ...]]]:
    """What changed of a code from each release that holds it to the next: the two quarters and the fields."""
    records = sorted(library.held(code).records.items())
    for (earlier, before), (later, after) in zip(records, records[1:], strict=False):
        yield earlier, later, changes_between(before, after)


def differences(library: CodeLibrary, earlier: ReleaseId, later: ReleaseId) -> Iterator[Difference]:
    """What the releases and tables of one quarter say otherwise than those of another; kinds that both hold."""
    if earlier in library.scopes and later in library.scopes:
        yield _difference(
            Layer("code_set", earlier, library.scopes[earlier]), Layer("code_set", later, library.scopes[later]),
            _records(library, earlier), _records(library, later),
        )  # fmt: skip
    for before in library.layers:
        after = Layer(before.kind, later, before.part)
        if before.kind != "code_set" and before.quarter == earlier and after in library.layers:
            yield _difference(before, after, _entries(library, before), _entries(library, after))


def _difference(before: Layer, after: Layer, one: Mapping[str, Entry], other: Mapping[str, Entry]) -> Difference:
    shared = sorted(one.keys() & other.keys())
    changed = {code: found for code in shared if (found := changes_between(one[code], other[code]))}
    return Difference(
        before, after,
        added=tuple(sorted(other.keys() - one.keys())),
        ended=tuple(code for code in changed if _ends(other[code]) and _ends(one[code]) != _ends(other[code])),
        gone=() if after.part == "partial" else tuple(sorted(one.keys() - other.keys())),
        changed=changed,
    )  # fmt: skip


def _ends(entry: Entry) -> date | None:
    return entry.termination_date if isinstance(entry, CodeRecord) else None


def _records(library: CodeLibrary, quarter: ReleaseId) -> dict[str, Entry]:
    layers = [layer for layer in library.layers if layer.kind == "code_set" and layer.quarter == quarter]
    codes = {code for layer in layers for code in library.codes(layer)}
    return {code: record for code in codes if (record := library.held(code).records.get(quarter))}


def _entries(library: CodeLibrary, layer: Layer) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for code in library.codes(layer):
        entry = library.entry(layer, code)
        if entry is not None:
            found[code] = entry
    return found


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return ", ".join(map(_text, value))
    if isinstance(value, Model):
        return " ".join(text for name in type(value).model_fields if (text := _text(getattr(value, name))))
    return str(value)


@dataclass(frozen=True)
class Loaded:
    """What is loaded for one quarter."""

    quarter: ReleaseId
    present: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


def loaded(library: CodeLibrary, first: date, last: date) -> Iterator[Loaded]:
    """For each quarter of a span of dates, inclusive, what the library holds and what is missing."""
    quarter = release_id(first)
    while first_day_of(quarter) <= last:
        yield _loaded(library, quarter)
        ends = last_day_of(quarter)
        if ends >= date(9999, 10, 1):
            return
        quarter = release_id(date.fromordinal(ends.toordinal() + 1))


def _loaded(library: CodeLibrary, quarter: ReleaseId) -> Loaded:
    found = Loaded(quarter)
    scope = library.scopes.get(quarter)
    if scope == "complete":
        found.present.append("code set, complete")
    elif scope == "partial":
        found.present.append(f"code set, partial: {len(_records(library, quarter)):,} codes")
        found.missing.append("complete code set")
    else:
        found.missing.append("code set")
    day = last_day_of(quarter)
    add_on = [layer for layer in library.layers if layer.kind == "add_on"]
    speaking = [layer for layer in add_on if layer.speaks_for(day)]
    if speaking:
        found.present.append(f"add-on codes of {speaking[-1].quarter}")
    else:
        found.missing.append("add-on codes")
    for kind, part in _PARTS:
        name = f"{part} MUEs" if kind == "mue" else f"ASC Addendum {part}"
        (found.present if Layer(kind, quarter, part) in library.layers else found.missing).append(name)
    return found
