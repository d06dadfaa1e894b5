"""Parts of a library, written short and drawn at random, and what a library says of every code on every day."""

from datetime import date
from pathlib import Path

from hypothesis import strategies as st

from cleanclaim.codes import CodeRecord
from cleanclaim.releases.adding import AddedFile, add_to_library
from cleanclaim.releases.library import CodeLibrary
from cleanclaim.tables import PARTS, AddOnPair, AddOnPairs, AscListing, Entry, Kind, Layer, Part, UnitLimit

CODES = ("A4100", "Q4257", "15271", "JZ")
QUARTERS = ("2025-10", "2026-01", "2026-04")
DAYS = [date(year, month, 15) for year in (2025, 2026) for month in (1, 4, 7, 10)]


def record(code: str, description: str = "Supply, each", **rest: object) -> CodeRecord:
    """A code record in force since 2020."""
    return CodeRecord.model_validate(
        {"code": code, "long_description": description, "code_added_date": date(2020, 1, 1), **rest}
    )


def part(quarter: str, *records: CodeRecord, scope: str = "complete", unreadable: tuple[str, ...] = ()) -> Part:
    """A release of the code set."""
    unread: dict[str, Entry | None] = dict.fromkeys(unreadable)
    return Part(Layer("code_set", quarter, scope), {**unread, **{one.code: one for one in records}})


def limits(quarter: str, **units: int) -> Part:
    """An MUE table for practitioners: the most units a day by code, each behind an underscore."""
    entries = {code.strip("_"): UnitLimit(units=most, indicator=3) for code, most in units.items()}
    return Part(Layer("mue", quarter, "practitioner"), entries)


def files(*parts: Part) -> list[AddedFile]:
    """Files of parts, named by their layers."""
    return [AddedFile(f"{one.layer.kind} {one.layer.quarter} {one.layer.part}.csv", one) for one in parts]


def stored(path: Path, *parts: Part) -> Path:
    """A library file to which parts were added one by one."""
    for one in files(*parts):
        add_to_library(path, [one])
    return path


def everything(library: CodeLibrary) -> list[object]:
    """All that a library says of each code on each day."""
    said: list[object] = [library.content_hash, library.layers, library.scopes, library.notices]
    said += ([*library.codes(layer)] for layer in library.layers)
    for code in CODES:
        said += (library.look_up(code, day) for day in DAYS)
        said += [library.add_on_pairs(code), library.unit_limits(code), library.asc_listings(code)]
    return said


days = st.sampled_from((None, date(2025, 12, 31), date(2026, 1, 1)))
coded = st.sampled_from((None, {"code": "C"}, {"code": "C", "description": "Carrier judgment"}, {"code": "?"}))
records = st.builds(
    lambda description, **rest: CodeRecord.model_validate({"code": "A4100", "long_description": description, **rest}),
    st.sampled_from(("Supply, each", "Supply,  each", "Supply,each", "Other, \u00e9ach\u2028\ud7ff")),
    coverage_code=coded,
    termination_date=days,
    pricing_indicators=st.sampled_from(((), ({"code": "11"}, {"code": "51", "description": "Own"}))),
    unread_fields=st.sampled_from((frozenset(), frozenset({"betos", "status"}), frozenset({"coverage_code"}))),
)
pairs = st.builds(
    AddOnPair,
    primary_code=st.sampled_from(("15271", "CCCCC")),
    edit_type=st.sampled_from((1, 2, 3)),
    deletion_date=days,
)
ENTRIES: dict[Kind, st.SearchStrategy[Entry]] = {
    "code_set": records,
    "add_on": st.builds(lambda held: AddOnPairs(pairs=tuple(held)), st.lists(pairs, min_size=1, max_size=2)),
    "mue": st.builds(UnitLimit, units=st.integers(0, 99), indicator=st.sampled_from((1, 2, 3))),
    "asc": st.builds(AscListing, payment_indicator=st.sampled_from((None, "S2"))),
}
layers = st.sampled_from([Layer(kind, quarter, one) for kind in ENTRIES for quarter in QUARTERS for one in PARTS[kind]])


@st.composite
def parts(draw: st.DrawFn) -> Part:
    """A part of any kind, with entries that could not be read among the others."""
    layer = draw(layers)
    held: dict[str, Entry | None] = {}
    for code in draw(st.sets(st.sampled_from(CODES))):
        entry = draw(st.one_of(st.none(), ENTRIES[layer.kind]))
        held[code] = entry.model_copy(update={"code": code}) if isinstance(entry, CodeRecord) else entry
    return Part(layer, held)
