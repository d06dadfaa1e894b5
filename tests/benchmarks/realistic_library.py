"""A library of the size and shape of CMS's files, made up and always the same: two quarters, complete, with all tables.

Codes have the letters, numbers, coverage codes, prices and texts that CMS's have in about CMS's shares; which code has
which is drawn from a seed. The records of Q4257 and Q4390 are those that CMS published.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from random import Random

from cleanclaim.codes import CodeRecord
from cleanclaim.releases.adding import AddedFile, add_to_library
from cleanclaim.releases.opening import bundled_library
from cleanclaim.tables import AddOnPair, AddOnPairs, AscListing, Entry, Layer, Part, UnitLimit

QUARTERS = ("2025-10", "2026-01")
FIRST_OF_2026 = date(2026, 1, 1)
SERVICES = ("practitioner", "outpatient", "dme")

LEVEL_II = {
    "A": (1_150, 1), "B": (60, 4000), "C": (520, 1300), "E": (880, 100), "G": (980, 27), "H": (90, 1),
    "J": (1_250, 100), "K": (340, 1), "L": (960, 100), "M": (420, 10), "P": (50, 2000), "R": (4, 70),
    "S": (560, 9), "T": (70, 1000), "U": (6, 1), "V": (230, 2020),
}  # fmt: skip
"""By letter: how many codes, and the number after which they begin."""
COVERAGE = {
    "A": "CCCCDDDDDSM", "B": "DDDC", "C": "CDDD", "E": "DDDDCCCCM", "G": "CCCCCDDDDMI", "H": "I", "J": "DDDDCCCCCI",
    "K": "DDCI", "L": "CCCCCDDDS", "M": "MICC", "P": "DC", "R": "D", "S": "I", "T": "I", "U": "C", "V": "DDCCS",
}  # fmt: skip
PRICES = {
    "A": ("34", "37", "35", "00"), "B": ("39",), "C": ("53", "51", "99"), "E": ("32", "36", "31"),
    "G": ("11", "13", "21"), "H": ("00",), "J": ("51",), "K": ("36", "32", "51"), "L": ("38",), "M": ("00", "99"),
    "P": ("21", "52"), "R": ("13",),
    "S": ("00",), "T": ("00",), "U": ("21",), "V": ("38", "00"),
}  # fmt: skip
CPT = (
    (250, "", 100, 1999), (4_700, "", 10004, 69990), (720, "", 70010, 79999), (1_250, "", 80047, 89398),
    (900, "", 90281, 99199), (130, "", 99202, 99499), (420, "T", 42, 999), (260, "F", 1, 9007), (120, "U", 1, 480),
)  # fmt: skip
KNOWN_CPT = (
    "99213", "99214", "99203", "99204", "99232", "99233", "99285", "99291", "99292", "36415", "80053", "85025", "93000",
    "97110", "97140", "97597", "97598", "97602", "71046", "20610", "11042", "11045", "64483", "64484", "64493", "64494",
    "15271", "15272", "15273", "15274", "15275", "15276", "15277", "15278", "15777",
)  # fmt: skip
KNOWN_LEVEL_II = (
    "A0425", "A0427", "A0428", "A0429", "A4100", "A6550", "A9270", "C1849", "C9349", "C9358", "C9360", "C9363",
    "E0114", "G0008", "G0235", "G0316", "G0439", "G2211", "J0897", "J1100", "J3490", "J7323", "K0001",
    "C5271", "C5272", "C5273", "C5274", "C5275", "C5276", "C5277", "C5278",
)  # fmt: skip
MODIFIERS = (
    "A1", "AA", "AI", "AS", "AT", "CR", "E1", "E2", "E3", "E4", "EY", "F1", "F2", "F5", "FS", "FX", "GA",
    "GC", "GG", "GL", "GM", "GN", "GO", "GP", "GT", "GW", "GX", "GY", "GZ", "JA", "JB", "JW", "JZ", "KB",
    "KF", "KH", "KI", "KJ", "KX", "LT", "NU", "PO", "PT", "Q5", "Q6", "Q7", "QK", "QL", "QW", "QX", "QZ",
    "RA", "RB", "RR", "RT", "SG", "SU", "T1", "T2", "TA", "TC", "TQ", "UE", "XE", "XP", "XS", "XU",
)  # fmt: skip
ENDED_MODIFIERS = ("CP", "ZA", "ZB")


@dataclass(frozen=True)
class Universe:
    """All parts, and what is needed to bill from them."""

    parts: tuple[Part, ...]
    cpt: tuple[str, ...]
    level_ii: dict[str, tuple[CodeRecord | None, CodeRecord | None]]
    """Of each code its record in the two quarters."""
    products: tuple[str, ...]
    """Skin substitutes per square centimeter."""
    injected: tuple[str, ...]
    """Their kin by milligram or cubic centimeter."""
    most_units: dict[str, int]
    """Units that are usual for a code at most."""
    limits: dict[tuple[str, str], UnitLimit]
    """MUEs by service and code."""
    add_ons: tuple[tuple[str, str, int], ...]
    """Add-on code, a primary procedure of it, the type of the pair."""
    in_asc: frozenset[str]


@cache
def universe() -> Universe:
    """The same at every call."""
    random = Random(20_260_101)
    cpt = _cpt(random)
    products, injected, skin = _skin(random)
    level_ii = {**dict(_level_ii(random)), **skin}
    most = {code: _most_units(code, random) for code in (*cpt, *level_ii)}
    most.update(dict.fromkeys(products, 60))
    limits = dict(_limits(random, most, {*products, *injected}))
    pairs = _add_ons(random, cpt, [code for code in level_ii if code[0] == "G"])
    surgery = [code for code in cpt if code.isdigit() and "10004" <= code <= "69990"]
    of_hospitals = [code for code in level_ii if code[0] in "CJGQ"]
    in_aa = {code for code in surgery if random.random() < 0.85 or code[:4] == "1527"}
    in_bb = {code for code in (*of_hospitals, *cpt) if code not in in_aa and random.random() < 0.75}
    parts = [
        *(_code_set(place, level_ii) for place in (0, 1)),
        *(_mue(quarter, service, limits) for quarter in QUARTERS for service in SERVICES),
        *(Part(Layer("add_on", quarter, "dated"), _rows(pairs, quarter)) for quarter in QUARTERS),
        *(
            Part(Layer("asc", quarter, part), {code: AscListing(payment_indicator=indicator) for code in sorted(codes)})
            for quarter in QUARTERS
            for part, codes, indicator in (("AA", in_aa, "A2"), ("BB", in_bb, "K2"))
        ),
    ]
    billable = tuple((code, primary, kind) for code, rows in pairs.items() for primary, kind, last in rows if not last)
    return Universe(
        tuple(parts), tuple(cpt), level_ii, tuple(products), tuple(injected), most, limits, billable,
        frozenset(in_aa | in_bb),
    )  # fmt: skip


def save_library(path: Path, parts: tuple[Part, ...]) -> Path:
    """A library file of the parts."""
    names = (f"{one.layer.kind}_{one.layer.part}_{one.layer.quarter}.csv" for one in parts)
    add_to_library(path, [AddedFile(name, one) for name, one in zip(names, parts, strict=True)])
    return path


def _cpt(random: Random) -> list[str]:
    codes = set(KNOWN_CPT)
    for count, letter, first, last in CPT:
        width = 4 if letter else 5
        numbers = random.sample(range(first, last + 1), min(count, last - first))
        codes.update(f"{number:0{width}d}{letter}" for number in numbers)
    return sorted(codes)


def _most_units(code: str, random: Random) -> int:
    if code[0] in "JQ" or code[:2] in ("C9", "A9"):
        return random.choice((1, 2, 4, 10, 30, 60, 100, 200))
    if code[0] in "AB":
        return random.choice((1, 1, 2, 10, 30, 60, 100))
    if code[:2] in ("97", "95"):
        return random.choice((1, 2, 3, 4))
    return random.choice((1, 1, 1, 1, 2, 2, 3))


def _level_ii(random: Random) -> Iterator[tuple[str, tuple[CodeRecord | None, CodeRecord | None]]]:
    codes = {code for code in KNOWN_LEVEL_II if code[1] != "0" or code[0] != "Q"}
    for letter, (count, after) in LEVEL_II.items():
        numbers = random.sample(range(after, min(after + count * 3, 9_999)), count)
        codes.update(f"{letter}{number:04d}" for number in numbers)
    codes.update(f"Q{number:04d}" for number in random.sample(range(35, 3031), 330))
    for code in sorted(codes):
        yield code, _records(code, random)


def _records(code: str, random: Random) -> tuple[CodeRecord | None, CodeRecord | None]:
    letter = "A" if code[0] == "Q" else code[0]
    coverage = random.choice(COVERAGE[letter])
    fields: dict[str, object] = {
        "code": code,
        "long_description": f"{random.choice(('Supply', 'Service', 'Device', 'Injection'))} {code.lower()}, each",
        "short_description": f"Item {code.lower()}",
        "coverage_code": {"code": coverage},
        "pricing_indicators": ({"code": random.choice(PRICES[letter])},),
        "code_added_date": date(random.randrange(1985, 2025), random.choice((1, 4, 7, 10)), 1),
    }
    if code[0] == "G" and random.random() < 0.04:
        named = random.choice(("code for primary procedure", "99213, 99214", "g0439", "cpt codes 99232 or 99233"))
        fields["long_description"] = f"Prolonged service {code.lower()} (list separately in addition to {named})"
    if code[0] == "C" and code[1:4] == "527":
        fields["long_description"] = "Application of low cost skin substitute graft, first or each additional area"
        fields["coverage_code"] = {"code": "D"}
    per = {"C1849": "per square centimeter", "C9349": "per square  centimeter", "C9358": "per 0.5 square centimeters"}
    if own := {**per, "C9363": "per square centimeter", "C9360": "per 0.5 square centimeters"}.get(code):
        fields["long_description"] = f"Skin substitute {code.lower()}, {own}"
    if coverage == "D" and random.random() < 0.6:
        fields["carriers_manual_references"] = tuple(random.sample(("2049", "2100.5", "2130", "2079.3"), 2))
    if coverage in "DM" and random.random() < 0.4:
        fields["coverage_issues_references"] = (random.choice(("60-9", "35-20", "65-10")),)
    if coverage == "S":
        fields["statute"] = random.choice(("1862(a)(7)", "1861(s)(10)", "1862(a)(12)"))
    if coverage == "I" and random.random() < 0.3:
        fields["cross_references"] = tuple(random.sample(KNOWN_CPT, random.choice((1, 1, 2))))
    if code[0] in "CJ" and random.random() < 0.3:
        fields["asc_payment_group"] = {"code": "YY"}
        fields["asc_effective_date"] = random.choice((date(2008, 1, 1), date(2020, 7, 1), FIRST_OF_2026))
    return _dated(code, fields, random)


def _dated(code: str, fields: dict[str, object], random: Random) -> tuple[CodeRecord | None, CodeRecord | None]:
    """The two records of a code: of most the same, some ended or new, of some the attributes change with the year."""
    fate, later = random.random(), dict(fields)
    if code in KNOWN_LEVEL_II and code[:4] != "C527":
        fate = 1.0
    if fate < 0.08:
        fields["termination_date"] = date(random.randrange(2005, 2025), 12, 31)
        fields["cross_references"] = tuple(random.sample(KNOWN_LEVEL_II, random.choice((0, 0, 1))))
        later = fields
    elif fate < 0.095 or code[:4] == "C527":
        later["termination_date"] = date(2025, 12, 31)
        if random.random() < 0.5 and code[:4] != "C527":
            fields["termination_date"] = later["termination_date"]
    elif fate < 0.115:
        later["code_added_date"] = FIRST_OF_2026
        return None, CodeRecord.model_validate(later)
    elif fate < 0.125:
        fields["code_added_date"] = random.choice((date(2025, 10, 1), date(2025, 11, 15)))
        later = fields
    elif fate < 0.14:
        later["coverage_code"] = {"code": random.choice("CD")}
    return CodeRecord.model_validate(fields), CodeRecord.model_validate(later)


def _skin(
    random: Random,
) -> tuple[list[str], list[str], dict[str, tuple[CodeRecord | None, CodeRecord | None]]]:
    """Q41xx to Q44xx and A20xx: sheets by the square centimeter, drugs until 2025 and add-on codes from 2026 on."""
    records: dict[str, tuple[CodeRecord | None, CodeRecord | None]] = {}
    products, injected = [], []
    bundled, _ = bundled_library()
    for code in (*(f"Q{number}" for number in range(4101, 4401)), *(f"A20{number:02d}" for number in range(1, 35))):
        known = {"Q4257": "Relese", "Q4390": "Ascendion"}
        name = known.get(code, f"Product {code.lower()}")
        is_sheet = code in known or random.random() < 0.9
        unit = random.choice(("per square centimeter",) * 30 + ("per square  centimeter", "per square cenitmeter"))
        unit = "per square centimeter" if code in known else unit if is_sheet else random.choice(
            ("per cubic centimeter", "1 mg", "1 cc")
        )  # fmt: skip
        (products if is_sheet else injected).append(code)
        added = {"Q4257": date(2022, 4, 1), "Q4390": date(2025, 10, 1)}.get(
            code, date(random.randrange(2009, 2025), 1, 1)
        )
        before: dict[str, object] = {
            "code": code, "long_description": f"{name}, {unit}", "short_description": f"{name}, per sq cm"[:28],
            "coverage_code": {"code": "C"}, "pricing_indicators": ({"code": "51"},), "code_added_date": added,
        }  # fmt: skip
        if not is_sheet:
            before["short_description"] = name
        after = dict(before)
        if is_sheet and code != "Q4226":
            after["long_description"] = f"{name}, {unit} (add-on, list separately in addition to primary procedure)"
            after["pricing_indicators"] = ({"code": "11"},)
        if code == "Q4257" or (code != "Q4390" and is_sheet and random.random() < 0.4):
            after["asc_payment_group"], after["asc_effective_date"] = {"code": "YY"}, FIRST_OF_2026
        if code not in known and random.random() < 0.02:
            after["termination_date"] = date(2025, 12, 31)
        records[code] = (
            CodeRecord.model_validate(before),
            bundled.held(code).records[QUARTERS[1]] if code in known else CodeRecord.model_validate(after),
        )
    unlisted = {"code": "Q4100", "long_description": "Skin substitute, not otherwise specified",
                "coverage_code": {"code": "C"}, "pricing_indicators": ({"code": "51"},),
                "code_added_date": date(2009, 1, 1)}  # fmt: skip
    ended = {**unlisted, "termination_date": date(2025, 12, 31)}
    records["Q4100"] = CodeRecord.model_validate(unlisted), CodeRecord.model_validate(ended)
    for code in ("Q4431", "Q4432", "Q4433"):
        text = "skin substitute product, not otherwise specified (list in addition to primary procedure)"
        new = {**unlisted, "code": code, "long_description": text, "pricing_indicators": ({"code": "13"},),
               "code_added_date": FIRST_OF_2026}  # fmt: skip
        records[code] = None, CodeRecord.model_validate(new)
    return products, injected, records


def _code_set(place: int, level_ii: dict[str, tuple[CodeRecord | None, CodeRecord | None]]) -> Part:
    entries: dict[str, Entry | None] = {code: both[place] for code, both in level_ii.items() if both[place]}
    letters = "ABCDEFGHJKLMNPQRSTUVWXYZ"
    more = [f"{one}{other}" for one in "ABCDEFGHKLMPQRSTUVX" for other in f"{letters}0123456789"]
    for modifier in (*MODIFIERS, *more[::2][: 400 - len(MODIFIERS)]):
        entries[modifier] = CodeRecord(
            code=modifier, long_description=f"Modifier {modifier}", code_added_date=date(1990, 1, 1)
        )
    for modifier in ENDED_MODIFIERS:
        entries[modifier] = CodeRecord(
            code=modifier, long_description=f"Modifier {modifier}", code_added_date=date(1990, 1, 1),
            termination_date=date(2017, 12, 31) if modifier == "CP" else date(2025, 12, 31),
        )  # fmt: skip
    return Part(Layer("code_set", QUARTERS[place], "complete"), entries)


def _limits(random: Random, most: dict[str, int], without: set[str]) -> Iterator[tuple[tuple[str, str], UnitLimit]]:
    """MUEs of four codes in five; durable equipment is limited to none on claims other than its suppliers'."""
    for code, usual in most.items():
        if code in without or random.random() > 0.8:
            continue
        indicator = random.choice((1, 1, 2, 2, 2, 3, 3, 3, 3, 3))
        units = usual * random.choice((1, 1, 1, 2, 2, 3))
        is_equipment = code[0] in "EKL" or code[:2] in ("A4", "A6", "A7")
        for service in ("practitioner", "outpatient"):
            own = 0 if is_equipment and random.random() < 0.4 else units
            yield (service, code), UnitLimit(units=own, indicator=indicator, rationale="Clinical: data")
        if code[0] in "ABEKLJQ":
            yield ("dme", code), UnitLimit(units=units, indicator=indicator, rationale="Clinical: data")


def _mue(quarter: str, service: str, limits: dict[tuple[str, str], UnitLimit]) -> Part:
    """A table; each year CMS raises a few limits."""
    own: dict[str, Entry | None] = {code: limit for (of, code), limit in limits.items() if of == service}
    for code in list(own)[::97] if quarter == QUARTERS[1] else ():
        limit = limits[service, code]
        own[code] = limit.model_copy(update={"units": limit.units + 1})
    return Part(Layer("mue", quarter, service), own)


_Pairs = dict[str, list[tuple[str, int, str]]]
"""By add-on code: primary procedure, type, and whether the pair has ended or is new (else blank)."""


def _add_ons(random: Random, cpt: list[str], g_codes: list[str]) -> _Pairs:
    pairs: _Pairs = {
        "15272": [("15271", 1, "")], "15274": [("15273", 1, "")], "15276": [("15275", 1, "")],
        "15278": [("15277", 1, "")], "C5272": [("C5271", 1, "")], "C5274": [("C5273", 1, "")],
        "C5276": [("C5275", 1, "")], "C5278": [("C5277", 1, "")], "99292": [("99291", 1, "")],
        "97598": [("97597", 1, "")], "11045": [("11042", 1, "")], "64484": [("64483", 1, "")],
        "64494": [("64493", 1, "")], "G2211": [("99213", 1, ""), ("99214", 1, ""), ("99203", 1, "")],
        "G0316": [("99233", 3, ""), ("99232", 3, "")], "15777": [("19318", 3, "")],
    }  # fmt: skip
    plain = [code for code in cpt if code not in KNOWN_CPT and code.isdigit() and code >= "10004"]
    chosen = random.sample(plain, 420) + random.sample(sorted(set(g_codes) - set(KNOWN_LEVEL_II)), 30)
    primaries = [code for code in plain if code not in set(chosen)]
    for code in chosen:
        kind = random.choice((1,) * 14 + (2, 3, 3))
        if kind == 2:
            pairs[code] = [("CCCCC", 2, "")]
            continue
        own = random.sample(primaries, random.choice((1, 2, 3, 6, 12, 30)))
        pairs[code] = [(primary, kind, "ended" if random.random() < 0.02 else "") for primary in own]
        if random.random() < 0.1:
            pairs[code].append((random.choice(chosen), kind, "new"))
    return pairs


def _rows(pairs: _Pairs, quarter: str) -> dict[str, Entry | None]:
    rows: dict[str, Entry | None] = {}
    for code, own in sorted(pairs.items()):
        told = [
            AddOnPair(
                primary_code=primary, edit_type=kind,  # type: ignore[arg-type]
                effective_date=FIRST_OF_2026 if fate == "new" else date(2013, 4, 1),
                deletion_date=date(2025, 12, 31) if fate == "ended" else None,
            )
            for primary, kind, fate in own
            if fate != "new" or quarter == QUARTERS[1]
        ]  # fmt: skip
        if told:
            rows[code] = AddOnPairs(pairs=tuple(told))
    return rows
