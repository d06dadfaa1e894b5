"""What changed between releases, and what is loaded for a span of dates."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from cleanclaim.codes import CodeRecord, ReleaseId, last_day_of, quarter_number
from cleanclaim.releases.library import CodeLibrary
from cleanclaim.tables import PARTS, AddOnPair, Entry, Kind, Layer
from cleanclaim.values import Model, shortest

_Entries = Mapping[str, Entry | None]


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
    """Codes that the earlier one lacks; where it is partial, those whose code added date lies after its quarter."""
    ended: tuple[str, ...]
    """Codes to which the later one gives a termination date."""
    gone: tuple[str, ...]
    """Codes that the later one lacks; none where that one is partial."""
    changed: Mapping[str, tuple[FieldChange, ...]]
    unread: tuple[str, ...] = ()
    """Codes whose entry in one of the two could not be read, so that they were not compared."""


def values_of(entry: Entry) -> dict[str, str]:
    """The fields of an entry as text, in the order of its model."""
    if isinstance(entry, CodeRecord) or not hasattr(entry, "pairs"):
        return {
            name: _text(getattr(entry, name))
            for name in type(entry).model_fields
            if name not in ("code", "unread_fields")
        }
    found: dict[str, str] = {}
    for pair in entry.pairs:
        name = f"primary {pair.primary_code}"
        found[name] = "; ".join(filter(None, (found.get(name), _pair_text(pair))))
    return found


def changes_between(before: Entry, after: Entry) -> tuple[FieldChange, ...]:
    """The fields of which two entries hold different values, blanks aside."""
    one, other = values_of(before), values_of(after)
    names = dict.fromkeys((*one, *other))
    return tuple(
        FieldChange(name, one.get(name, ""), other.get(name, ""))
        for name in names
        if _without_blanks(one.get(name, "")) != _without_blanks(other.get(name, ""))
    )


def history(library: CodeLibrary, code: str) -> Iterator[tuple[ReleaseId, ReleaseId, tuple[FieldChange, ...]]]:
    """What changed of a code from each release that holds it to the next: the two quarters and the fields."""
    records = sorted(library.held(code).records.items())
    for (earlier, before), (later, after) in zip(records, records[1:], strict=False):
        yield earlier, later, changes_between(before, after)


def differences(library: CodeLibrary, earlier: ReleaseId, later: ReleaseId) -> Iterator[Difference]:
    """What the releases and tables of one quarter say otherwise than those of another; kinds that both hold."""
    if earlier in library.scopes and later in library.scopes:
        before, after = (Layer("code_set", quarter, library.scopes[quarter]) for quarter in (earlier, later))
        yield _difference(before, after, _records(library, earlier), _records(library, later))
    for before in library.layers:
        after = Layer(before.kind, later, before.part)
        if before.kind != "code_set" and before.quarter == earlier and after in library.layers:
            yield _difference(before, after, _entries(library, before), _entries(library, after))


def _difference(before: Layer, after: Layer, one: _Entries, other: _Entries) -> Difference:
    pairs = {code: (one[code], other[code]) for code in sorted(one.keys() & other.keys())}
    changed: dict[str, tuple[FieldChange, ...]] = {}
    ended: list[str] = []
    for code, (old, new) in pairs.items():
        if old is None or new is None:
            continue
        if found := changes_between(old, new):
            changed[code] = found
        if _ends(new) and not _ends(old):
            ended.append(code)
    return Difference(
        before, after,
        added=tuple(sorted(code for code in other.keys() - one.keys() if _is_added(before, other[code]))),
        ended=tuple(ended),
        gone=() if after.part == "partial" else tuple(sorted(one.keys() - other.keys())),
        changed=changed,
        unread=tuple(code for code, entries in pairs.items() if None in entries),
    )  # fmt: skip


def _is_added(before: Layer, entry: Entry | None) -> bool:
    """Whether a code that the earlier release lacks is new: where that one is partial, the code's own date tells."""
    if before.part != "partial":
        return True
    added = entry.code_added_date if isinstance(entry, CodeRecord) else None
    return added is not None and added > last_day_of(before.quarter)


def _ends(entry: Entry) -> date | None:
    return entry.termination_date if isinstance(entry, CodeRecord) else None


def _records(library: CodeLibrary, quarter: ReleaseId) -> _Entries:
    """What a release holds of each code; None where its record could not be read."""
    layers = [layer for layer in library.layers if layer.kind == "code_set" and layer.quarter == quarter]
    codes = {code for layer in layers for code in library.codes(layer)}
    return {code: library.held(code).records.get(quarter) for code in codes}


def _entries(library: CodeLibrary, layer: Layer) -> _Entries:
    return {code: library.entry(layer, code) for code in library.codes(layer)}


def mue_table_name(service: str) -> str:
    """The limits of a service in words."""
    return f"{'DME' if service == 'dme' else service} MUEs"


def _without_blanks(text: str) -> str:
    return "".join(text.split())


def _pair_text(pair: AddOnPair) -> str:
    from_to = (("from", pair.effective_date), ("until", pair.last_day))
    return ", ".join((f"type {pair.edit_type}", *(f"{word} {day}" for word, day in from_to if day)))


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return ", ".join(map(_text, value))
    if isinstance(value, Decimal):
        return shortest(value)
    if isinstance(value, Model):
        return " ".join(text for name in type(value).model_fields if (text := _text(getattr(value, name))))
    return str(value)


@dataclass(frozen=True)
class Loaded:
    """What is loaded for some quarters that follow each other."""

    first: ReleaseId
    last: ReleaseId
    present: tuple[str, ...]
    missing: tuple[str, ...]


def loaded(library: CodeLibrary, first: date, last: date) -> list[Loaded]:
    """For the quarters of a span of dates, inclusive, what the library holds and what is missing.

    Quarters that follow each other and of which the same is to be said stand together.
    """
    found: list[Loaded] = []
    for number in range(quarter_number(first), quarter_number(last) + 1):
        quarter = f"{number // 4:04d}-{number % 4 * 3 + 1:02d}"
        present, missing = _loaded(library, quarter)
        if found and (found[-1].present, found[-1].missing) == (present, missing):
            found[-1] = Loaded(found[-1].first, quarter, present, missing)
        else:
            found.append(Loaded(quarter, quarter, present, missing))
    return found


def _loaded(library: CodeLibrary, quarter: ReleaseId) -> tuple[tuple[str, ...], tuple[str, ...]]:
    present: list[str] = []
    missing: list[str] = []
    scope = library.scopes.get(quarter)
    if scope == "complete":
        present.append("code set")
    elif scope == "partial":
        codes = sum(record is not None for record in _records(library, quarter).values())
        present.append(f"{codes:,} {'code' if codes == 1 else 'codes'} of the code set")
        missing.append("the rest of the code set")
    else:
        missing.append("code set")
    speaking = [layer for layer in library.layers if layer.kind == "add_on" and layer.speaks_for(last_day_of(quarter))]
    if speaking:
        present.append("add-on codes")
    else:
        missing.append("add-on codes")
    kinds: tuple[Kind, ...] = ("mue", "asc")
    tables = [Layer(kind, quarter, part) for kind in kinds for part in PARTS[kind]]
    for layer in tables:
        name = mue_table_name(layer.part) if layer.kind == "mue" else f"ASC Addendum {layer.part}"
        (present if layer in library.layers else missing).append(name)
    return tuple(present), tuple(missing)
