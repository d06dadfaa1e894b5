"""Realistic claim lines in a Parquet file, made up by DuckDB from seeded random numbers: as many as wanted.

Claims have two to eight lines, four on average. Half of the lines bear Level II codes, as skewed as in life; one in
twenty an add-on code, mostly beside its primary; some three in a hundred a code that the claim repeats on the day; one
claim in a hundred applies skin substitutes. Every random number is a hash of the claim's or line's own number, so that
the same seed gives the same rows, however many threads write them. A claim's rows stand together mostly; those of a few
claims stand far apart, as after an adjustment.

Run by itself it prints, of a sample, how many lines have findings of which edits.
"""

import csv
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

import duckdb

from cleanclaim import Checker, Claim, CodeLibrary

from .realistic_library import QUARTERS, Universe, save_library, universe

__all__ = ["Universe", "claims_of", "save_library", "universe", "write_lines"]

OWN_SLOTS, PAIR_SLOTS, SKIN_SLOTS, MODIFIER_SLOTS = 32_768, 8_192, 512, 4_096
PAIRS_FROM, SKIN_FROM, APPLICATIONS_FROM = 1_000_000, 2_000_000, 3_000_000
POOLS = [(kind, place) for kind in ("professional", "institutional", "dme") for place in (0, 1)]
LETTERS = {"professional": "JGQAPJGJ", "institutional": "CJAGQJ", "dme": "AABEKLAE"}
POPULAR = {
    "professional": ("99213", "99214", "99203", "99204", "36415", "80053", "85025", "93000", "97110", "97140", "J1100",
                     "G0439", "G0008", "99232", "99285", "J0897", "A0425", "A0428", "97602"),
    "institutional": ("99213", "99285", "36415", "80053", "85025", "71046", "97110", "J1100", "J0897", "97597"),
    "dme": ("E0114", "K0001", "A6550"),
}  # fmt: skip
MODIFIERS = {
    "visit": ("25", "25", "25", "95", "AI", "GC", "25 GC", "Q5", "FS", "24"),
    "test": ("26", "TC", "QW", "59", "91", "90", "XU", "GA", "GY", "XU 59"),
    "surgery": ("RT", "LT", "RT", "LT", "59", "XS", "50", "51", "78", "80", "AS", "RT 59", "GC"),
    "therapy": ("GP", "GO", "GP KX", "GP 59", "GN"),
    "drug": ("JZ", "JZ", "JZ", "JA", "JB", "RT", "JZ PO", "JW"),
    "supply": ("NU", "RR", "RR KH", "RR KI", "RR KJ KX", "KX", "RT", "LT", "KX GA", "A1", "GY", "GY GX"),
    "service": ("33", "GT", "95", "PO", "GA", "Q6"),
    "ambulance": ("RH", "HN", "SH", "NH", "HH", "RH GM", "NJ"),
}
BARE = {"visit": 0.5, "test": 0.85, "surgery": 0.4, "therapy": 0.05, "drug": 0.4, "supply": 0.25, "service": 0.9,
        "ambulance": 0.02}  # fmt: skip
WRONG_MODIFIERS = ("ZZ", "CP", "ZA", "GA GZ", "GY GZ", "JW JZ", "GX GA", "W9", "SG", "GX")
REPEATS_FROM = 5_600
"""Pairs before are a primary procedure and its add-on code, those from there on one code twice."""
PATTERNS = 16
LINES_OF_CLAIMS = (2, 2, 3, 3, 4, 4, 6, 8)


def write_lines(
    path: Path, lines: int, seed: int, codes: Universe | None = None, *, wounds: int = 12, threads: int = 2
) -> Path:
    """Write a Parquet file of so many lines; of 1,024 claims `wounds` apply skin substitutes."""
    known = codes or universe()
    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as connection:
        connection.execute(f"set threads = {threads}")
        tables: tuple[tuple[str, str, Iterable[tuple[object, ...]]], ...] = (
            ("slot", "key integer, code varchar, most integer, class integer, ndc boolean", _slots(known)),
            ("modifier_slot", "key integer, modifiers varchar", _modifier_slots()),
            ("pattern", "key integer, claim_index integer, line integer, size integer", _patterns()),
        )
        for name, columns, rows in tables:
            with (Path(folder) / name).open("w", newline="") as stream:
                csv.writer(stream).writerows(rows)
            connection.execute(f"create table {name} ({columns})")
            connection.execute(f"copy {name} from '{folder}/{name}' (format csv, header false)")
        connection.execute(f"copy ({_lines_sql(lines, seed, wounds)}) to '{path}' (format parquet, compression zstd)")
        written = connection.execute(f"select count(*) from '{path}'").fetchone()
        assert written == (lines,)
    return path


def _weighted(codes: list[str], slots: int) -> Iterator[str]:
    """As many codes as slots, the first often, the last seldom: a Zipf distribution whose head is cut."""
    weights = [1 / (rank + 30) ** 0.95 for rank in range(len(codes))]
    total, reached, given = sum(weights), 0.0, 0
    for code, weight in zip(codes, weights, strict=True):
        reached += weight
        upto = round(slots * reached / total)
        yield from [code] * (upto - given)
        given = upto


def _class_of(code: str) -> int:
    if code.startswith("A0"):
        kind = "ambulance"
    elif code[0].isdigit():
        kind = "visit" if code >= "99202" else "test" if code >= "70010" or code < "10004" else "surgery"
        kind = "therapy" if code[:2] == "97" else kind
    elif code[0] in "JQ" or code[:2] == "C9":
        kind = "drug"
    else:
        kind = "supply" if code[0] in "ABEKL" else "service"
    return list(MODIFIERS).index(kind)


def _slots(codes: Universe) -> Iterator[tuple[object, ...]]:
    random = Random(7)
    add_ons = {code for code, _, _ in codes.add_ons}
    ready = {place: _billable(codes, place) for place in (0, 1)}
    for number, (kind, place) in enumerate(POOLS):
        clean, others = ready[place]
        at_home = [code for code in clean if code[0] in LETTERS[kind] and not _is_elsewhere(codes, code, kind)]
        ranked = {letter: [code for code in at_home if code[0] == letter] for letter in LETTERS[kind]}
        for own in ranked.values():
            random.shuffle(own)
        level_ii = [ranked[letter].pop() for _ in range(400) for letter in LETTERS[kind] if ranked[letter]]
        level_ii += [code for own in ranked.values() for code in own]
        cpt = [code for code in codes.cpt if code not in add_ons and code[:4] != "1527"]
        random.shuffle(cpt)
        head = [code for code in POPULAR[kind] if code in codes.limits or code in clean or code[0].isdigit()]
        share = {"professional": 0.57, "institutional": 0.44, "dme": 0}[kind]
        shares = [
            ([one for one in head if one[0].isdigit()] + cpt, share),
            ([one for one in head if one[0].isalpha()] + level_ii, 0.97 - share),
            (others, 0.03),
        ]
        slots = [code for own, part in shares for code in _weighted(own, round(OWN_SLOTS * part))]
        slots = (slots + level_ii)[:OWN_SLOTS]
        for slot, code in enumerate(slots):
            yield _row(codes, number * OWN_SLOTS + slot, code, random)
        yield from _pairs(codes, number, kind, sorted({*at_home, *(cpt if share else ())}), random)
    for place in (0, 1):
        active = [code for code in codes.products if _is_active(codes, code, place)]
        others = [*codes.injected, "Q4100", "A4100", *(("Q4431",) if place else ())]
        rare = [one for one in others if one == "A4100" or _is_active(codes, one, place)]
        for slot in range(SKIN_SLOTS):
            code = random.choice(rare if slot < 12 else ["Q4257", "Q4390"] if slot < 80 else active[:60])
            yield _row(codes, SKIN_FROM + place * SKIN_SLOTS + slot, code, random)
    for number, code in enumerate(f"{family}{last}" for family in ("1527", "C527") for last in range(1, 9)):
        yield _row(codes, APPLICATIONS_FROM + number, code, random)
    yield _row(codes, APPLICATIONS_FROM + 16, "97602", random)


def _row(codes: Universe, key: int, code: str, random: Random) -> tuple[object, ...]:
    limits = [
        codes.limits[service, code].units for service in ("practitioner", "dme") if (service, code) in codes.limits
    ]
    most = int(min([codes.most_units.get(code, 1), *(one for one in limits if one > 0)]))
    return key, code, max(most, 1), _class_of(code), code[0] == "J" and random.random() < 0.1


def _is_active(codes: Universe, code: str, place: int) -> bool:
    record = codes.level_ii[code][place] if code in codes.level_ii else None
    later = codes.level_ii[code][1] if code in codes.level_ii else None
    ends = [one.termination_date for one in (record, later) if one and one.termination_date]
    begins = record.code_added_date if record else None
    return bool(
        record
        and (begins is None or begins.isoformat()[:7] <= QUARTERS[place])
        and all(one.isoformat()[:7] > f"{QUARTERS[place][:4]}-{int(QUARTERS[place][5:]) + 1:02d}" for one in ends)
    )


def _is_add_on(codes: Universe, code: str) -> bool:
    return any(record is not None and "in addition" in record.long_description for record in codes.level_ii[code])


def _is_elsewhere(codes: Universe, code: str, kind: str) -> bool:
    """Whether Medicare expects the code on another kind of claim."""
    service = {"professional": "practitioner", "institutional": "outpatient", "dme": "dme"}[kind]
    limit = codes.limits.get((service, code))
    return limit is not None and limit.units == 0


def _billable(codes: Universe, place: int) -> tuple[list[str], list[str]]:
    """Level II codes that a careful biller bills, and the others."""
    clean, others = [], []
    products, add_ons = {*codes.products, *codes.injected}, {one for one, _, _ in codes.add_ons}
    for code, records in codes.level_ii.items():
        record = records[place]
        if code in products or code in add_ons or code[:3] == "Q44" or code[:4] == "C527" or code == "Q4100":
            continue
        is_covered = record is not None and record.coverage_code is not None and record.coverage_code.code in "CD"
        is_clean = is_covered and _is_active(codes, code, place) and not _is_add_on(codes, code)
        (clean if is_clean else others).append(code)
    return clean, [*others, *(code[:1] + code[:0:-1] for code in others[::9])]


def _pairs(codes: Universe, number: int, kind: str, at_home: list[str], random: Random) -> Iterator[tuple[object, ...]]:
    """Two slots for each pair of codes billed together: a primary procedure and its add-on code, or one code twice."""
    types = {1: 40, 2: 1, 3: 8}
    add_ons = [pair for pair in codes.add_ons if pair[0][:4] not in ("1527", "C527") and pair[0][0] != "C"]
    weights = [types[pair[2]] for pair in add_ons]
    twice = [code for code in at_home if _may_repeat(codes, code)]
    for slot in range(PAIR_SLOTS):
        if kind != "dme" and slot < REPEATS_FROM:
            second, first, _ = random.choices(add_ons, weights)[0]
            first = "99213" if first == "CCCCC" else first
        else:
            first = second = random.choice(at_home) if random.random() < 0.05 else random.choice(twice)
        key = PAIRS_FROM + (number * PAIR_SLOTS + slot) * 2
        yield _row(codes, key, first, random)
        yield _row(codes, key + 1, second, random)


def _may_repeat(codes: Universe, code: str) -> bool:
    limits = [codes.limits[one, code] for one in ("practitioner", "outpatient", "dme") if (one, code) in codes.limits]
    return all(one.indicator == 1 or one.units >= 2 * codes.most_units[code] for one in limits)


def _modifier_slots() -> Iterator[tuple[object, ...]]:
    random = Random(8)
    for number, (kind, modifiers) in enumerate(MODIFIERS.items()):
        for slot in range(MODIFIER_SLOTS):
            bare = random.random() < BARE[kind]
            text = None if bare else random.choice(modifiers)
            if text in ("GA", "GY", "GY GX", "KX GA", "51", "JW") and random.random() < 0.9:
                text = modifiers[0]
            if random.random() < 0.004:
                text = random.choice(WRONG_MODIFIERS)
            yield number * MODIFIER_SLOTS + slot, text


def _patterns() -> Iterator[tuple[object, ...]]:
    """Of 32 rows: which of eight claims each is of, which of its lines, and how many lines that has."""
    random = Random(9)
    for number in range(PATTERNS):
        sizes = list(LINES_OF_CLAIMS)
        random.shuffle(sizes)
        places = [(claim, line, size) for claim, size in enumerate(sizes) for line in range(1, size + 1)]
        for key, place in enumerate(places):
            yield number * 32 + key, *place


def _lines_sql(lines: int, seed: int, wounds: int) -> str:
    """The lines as one query: rows, claims, pairs of lines, codes, and at last the columns as a claim has them.

    h1 to h4 are random bits of a line, c1 and c2 of its claim.
    """
    groups = lines // 32
    apart = 1 << min(12, max(groups.bit_length() - 2, 0))
    return f"""
with numbered as (
  select r, r // 32 as own_group, (r % 32)::integer as place from range({lines}) rows(r)
), placed as (
  select r, place, case
      when place >= 16 and own_group < {groups} and xor(own_group, {apart}) < {groups}
        and hash(least(own_group, xor(own_group, {apart})), {seed}, 1) % 50 = 0
      then xor(own_group, {apart}) else own_group end as of_group
  from numbered
), claim_line as (
  select r, of_group * 8 + claim_index as claim, line, size
  from placed join pattern on pattern.key = (hash(of_group, {seed}, 2) % {PATTERNS})::integer * 32 + place
), drawn as (
  select *, hash(claim, {seed}, 3) as c1, hash(claim, {seed}, 4) as c2, hash(claim, line, {seed}, 5) as p1,
    hash(claim, line + 1, {seed}, 5) as p2
  from claim_line
), classed as (
  select *, (c1 & 65535)::integer % 182 as day,
    case when (c1 >> 24 & 255) < 166 then 0 when (c1 >> 24 & 255) < 210 then 1 else 2 end as kind,
    (c1 >> 52 & 1023) < {wounds} as applies
  from drawn
), paired as (
  select *, kind * 2 + (day >= 92)::integer as pool,
    not (applies and kind < 2) and line < size and (p2 & 1023) < case when kind = 2 then 50 else 122 end
      and ((p2 >> 30 & 31) > 0 or (p2 >> 10 & {PAIR_SLOTS - 1}) >= {REPEATS_FROM}) as is_first,
    not (applies and kind < 2) and line > 1 and (p1 & 1023) < case when kind = 2 then 50 else 122 end as flagged
  from classed
), sourced as (
  select *, flagged and not is_first as is_second, (p1 >> 10 & {PAIR_SLOTS - 1})::integer as slot_1,
    (p2 >> 10 & {PAIR_SLOTS - 1})::integer as slot_2,
    case when applies and kind < 2 then case
        when line = 1 then 1
        when line = 2 and (c2 & 63) > 1 then 2
        when line = 3 and (c2 >> 6 & 63) < 34 then 3
        when line = 4 and (c2 >> 12 & 63) < 8 then 4
        when line = 4 and (c2 >> 12 & 63) = 8 then 5
        else 0 end else 0 end as skin_step
  from paired
), hashed as (
  select *, is_second and slot_1 >= {REPEATS_FROM} as is_repeat,
    -- the second of a pair shares day and provider with the first, and a repeated line all but what makes it distinct
    hash(claim, case when is_second and (p1 >> 36 & 31) > 0 then line - 1 else line end, {seed}, 6) as h1,
    hash(claim, case when is_second and slot_1 >= {REPEATS_FROM} then line - 1 else line end, {seed}, 7) as h2,
    hash(claim, line, {seed}, 8) as h3, hash(claim, line, {seed}, 9) as h4
  from sourced
), keyed as (
  select *, case
      when skin_step in (2, 4)
      then {SKIN_FROM} + (day >= 92)::integer * {SKIN_SLOTS} + (c2 >> 18 & {SKIN_SLOTS - 1})::integer
      when skin_step = 5 then {APPLICATIONS_FROM} + 16
      when skin_step in (1, 3) then {APPLICATIONS_FROM}
        + case when kind = 1 and day < 92 and (c2 >> 27 & 3) = 0 then 8 else 0 end
        + (c2 >> 29 & 1)::integer * 4 + case when (c2 >> 30 & 7) = 0 then 2 else 0 end
        + case when skin_step = 1 then 0 when (c2 >> 33 & 31) > 0 then 1 when (c2 >> 30 & 7) = 0 then -1 else 3 end
      when is_first then {PAIRS_FROM} + (pool * {PAIR_SLOTS} + slot_2) * 2
      when is_second then {PAIRS_FROM} + (pool * {PAIR_SLOTS} + slot_1) * 2 + 1
      else pool * {OWN_SLOTS} + (h3 & {OWN_SLOTS - 1})::integer end as slot_key
  from hashed
), coded as (
  select keyed.*, slot.code, slot.most, slot.class, slot.ndc as has_ndc
  from keyed join slot on slot.key = slot_key
), modified as (
  select coded.*, m.modifiers as own_modifiers, (h4 % 100000)::integer as chance, (h4 >> 20 & 1023)::integer as fine,
    (c2 >> 29 & 1)::integer as more_units, (c2 >> 30 & 7) = 0 as is_large
  from coded join modifier_slot m on m.key = class * {MODIFIER_SLOTS} + (h2 >> 20 & {MODIFIER_SLOTS - 1})::integer
), dated as (
  select *, least(day + case when (c2 >> 40 & 15) < 2 and skin_step = 0 then (h1 & 7)::integer % 6
      when skin_step = 3 and chance < 2000 then 1 else 0 end, 181) as own_day,
    case when skin_step in (1, 3) then 1 + case when skin_step = 3 then more_units else 0 end
      when skin_step = 4 then 1 + fine % 9
      when skin_step = 2 then case
          when (c2 >> 6 & 63) < 34 and size > 2 then case when is_large then 100 else 25 end * (1 + more_units)
            + 1 + case when is_large then fine % 90 else fine % 22 end
          else case when is_large then 30 + fine % 70 else 2 + fine % 23 end end
        * case when chance < 4000 then 7 else 1 end
        - case when chance between 4000 and 6000 then least(1 + fine, 24) else 0 end
      else 1 + (h2 & 65535)::integer % most end as whole_units
  from modified
), finished as (
  select *, greatest(whole_units, 1)::decimal(10, 3) as usual_units,
    case when kind = 2 and starts_with(own_modifiers, 'RR') then 29 when kind = 1 and (h1 >> 16 & 31) = 0 then 3
      else 0 end as span
  from dated
)
select
  printf('CLM%010d', (claim * 2654435761 + {seed}) % 10000000000) as claim_id,
  line as line_number,
  case when chance between 99950 and 99979 then substr(code, 1, 4) when chance between 99980 and 99989 then null
    when chance between 99990 and 99999 then 'ABCDE' else code end as procedure_code,
  case
    when skin_step = 2 then case
      when day >= 92 then case when fine < 20 then 'JZ' when fine < 26 then 'GA' end
      when kind = 0 and size > 3 and (c2 >> 12 & 63) < 8 then null
      when kind = 0 and fine < 900 then 'JZ' end
    when skin_step = 4 then case when fine < 80 then 'JW JZ' else 'JW' end
    when skin_step in (1, 3) then case when fine < 90 then '59' when fine < 300 then 'RT' end
    when is_repeat and fine < 924 then case
        when own_modifiers is null then ['59', '76', 'XS', '76', 'XU'][1 + fine % 5]
        when length(own_modifiers) <= 5 and class < 7 then concat(own_modifiers, ' ', ['76', '59', 'XE'][1 + fine % 3])
        else own_modifiers end
    else own_modifiers end as modifiers,
  case when chance < 20 then null when chance < 40 then 0::decimal(10, 3)
    when chance between 40 and 889 then usual_units * 12
    when chance between 890 and 929 or (skin_step = 2 and fine > 1010) then usual_units + 0.5
    when class = 7 then usual_units + (fine % 10)::decimal(10, 3) / 10
    else usual_units end::decimal(10, 3) as units,
  case when chance between 930 and 959 then 'F2' when skin_step = 2 and fine between 1000 and 1010 then 'F2'
    when code < '01999' and class = 2 then 'MJ' else 'UN' end as unit_of_measure,
  date '2025-10-01' + own_day as date_of_service,
  date '2025-10-01' + case when chance between 960 and 979 then greatest(own_day - 1, 0)
    else least(own_day + span, 181) end as date_of_service_end,
  case kind when 1 then null when 2 then '12' else
    ['11', '11', '11', '11', '11', '11', '11', '11', '22', '22',
     '19', '21', '21', '23', '24', '31', '32', '12', '13', '81']
    [1 + (c1 >> 32 & 1023)::integer % 20] end as place_of_service,
  case when kind = 1 and (c1 >> 16 & 1) = 0 then null else printf('1%09d', 30000000 + case
      when (h1 >> 32 & 63) = 0 then (h1 >> 38 & 32767)::integer
      else (c2 >> 44 & 32767)::integer end) end as rendering_provider,
  (usual_units * (17 + slot_key // 2 % 211) + (c2 >> 44 & 7)::integer / 4)::decimal(12, 2) as charge,
  case when has_ndc
    then printf('%05d%04d%02d', 100 + slot_key // 2 % 70000, slot_key // 2 % 9973, slot_key // 2 % 97) end as ndc,
  case when (c1 >> 16 & 255) < 20 then 'medicare_advantage' when (c1 >> 16 & 255) < 38 then 'other' else 'medicare' end
    as payer_type,
  ['professional', 'institutional', 'dme'][kind + 1] as claim_type,
  case when kind = 1 then
    ['131', '131', '131', '131', '131', '131', '851', '851', '121', '141', '711', '771']
    [1 + (c1 >> 40 & 1023)::integer % 12] end as type_of_bill,
  case kind when 1 then '282N00000X' when 2 then '332B00000X' else case
    when (c1 >> 32 & 1023)::integer % 20 = 14 and (c2 >> 60 & 1) = 0 then '261QA1903X'
    when (c1 >> 42 & 15) = 0 then null
    else ['207Q00000X', '207R00000X', '208600000X', '213E00000X', '363L00000X', '2085R0202X', '207P00000X']
      [1 + (c1 >> 42 & 1023)::integer % 7] end end as billing_taxonomy
from finished
"""


def claims_of(path: Path) -> Iterator[Claim]:
    """The claims of a file of lines, each with its rows in their order; claims in the order of their first rows."""
    claims: dict[str, list[dict[str, object]]] = {}
    with duckdb.connect() as connection:
        cursor = connection.execute(f"select * from '{path}'")
        names = [column[0] for column in cursor.description or ()]
        while rows := cursor.fetchmany(10_000):
            for row in rows:
                line = dict(zip(names, row, strict=True))
                claims.setdefault(str(line.pop("claim_id")), []).append(line)
    of_claim = ("payer_type", "claim_type", "type_of_bill", "billing_taxonomy")
    for claim_id, lines in claims.items():
        fields = {name: lines[0][name] for name in of_claim}
        own = [{name: value for name, value in line.items() if name not in of_claim} for line in lines]
        yield Claim.model_validate({"claim_id": claim_id, **fields, "lines": own})


def main() -> None:
    """Print what a sample of some 20,000 claims comes to."""
    lines = int(sys.argv[1]) if len(sys.argv) > 1 else 80_000
    codes = universe()
    checker = Checker(CodeLibrary(codes.parts))
    found: Counter[tuple[str, str]] = Counter()
    with_findings = claims = 0
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        path = write_lines(Path(folder) / "lines.parquet", lines, 1, codes)
        print(f"{lines:,} lines written in {time.perf_counter() - start:.1f} s, {path.stat().st_size / 1e6:.1f} MB")
        for claim in claims_of(path):
            findings = checker.check(claim)
            found.update((one.edit_id, one.disposition) for one in findings)
            with_findings += len({one.line_number for one in findings})
            claims += 1
    print(f"{claims:,} claims; {with_findings / lines:.2%} of lines have a finding")
    for (edit_id, disposition), count in sorted(found.items()):
        print(f"{edit_id} {disposition:<20}{count:>8,}{count / lines:>9.3%}")


if __name__ == "__main__":
    main()
