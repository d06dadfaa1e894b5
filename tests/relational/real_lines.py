"""Lines of claims made up over CMS's own release and tables, and what comes of them claim by claim, told short.

`python -m tests.relational.real_lines FILE` checks the claims of a file one by one and prints the digest.
"""

import json
import os
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from pathlib import Path

import duckdb
from tests.unit.releases import shared

from cleanclaim import Checker, CodeLibrary
from cleanclaim.findings import Finding
from cleanclaim.read.table import read_parquet
from cleanclaim.releases.files import Read, Wanted, read_files
from cleanclaim.tables import AddOnPairs

SEED = int(os.environ.get("RELATIONAL_SEED", "2026"))
DATA = Path(os.environ["SHARED"]) / "data" if "SHARED" in os.environ else shared.DATA


@cache
def library() -> CodeLibrary:
    """The release of October 2025, products of January 2026, and the tables of 2024 and 2026."""
    hcpcs, ncci = DATA / "hcpcs", DATA / "ncci"
    limits = [ncci / f"NCCI_MUE_{service}_2024-07-01.csv" for service in ("practitioner", "outpatient", "dme")]
    found = [
        *read_files(
            [hcpcs / "HCPC2025_OCT_ANWEB.xlsx", *limits, *sorted((DATA / "fees").glob("ASC_BB*.csv"))], Wanted()
        ),
        *read_files([hcpcs / "HCPCS_2026_JAN_Q4xxx_reconstructed.csv"], Wanted(partial=True)),
        *read_files([ncci / "NCCI_AOC_2024-06_pairs.csv"], Wanted(release="2024-04")),
    ]
    return CodeLibrary([one.part for one in found])


def write_lines(path: Path, lines: int) -> None:
    """Lines of claims of one to eight: any code of the release and of the tables, add-on codes beside primaries."""
    parts = {one.part.layer: one.part.entries for one in _read()}
    codes = sorted({code for entries in parts.values() for code in entries if len(code) == 5})
    modifiers = sorted({code for entries in parts.values() for code in entries if len(code) == 2})
    pairs = [
        (code, pair.primary_code)
        for entries in parts.values()
        for code, entry in entries.items()
        if isinstance(entry, AddOnPairs)
        for pair in entry.pairs
    ]
    wounds = [code for code in codes if code[:3] in ("Q41", "Q42", "Q43") or code[1:4] == "527"]
    with duckdb.connect(config={"threads": "2"}) as connection:
        for name, rows in (
            ("code", [(one,) for one in codes]), ("wound", [(one,) for one in wounds]),
            ("modifier", [(one,) for one in modifiers]), ("pair", pairs),
        ):  # fmt: skip
            columns = "a varchar, b varchar" if name == "pair" else "a varchar"
            connection.execute(f"create table {name} ({columns})")
            text = "\n".join(",".join(row) for row in rows)
            (path.parent / name).write_text(text + "\n")
            connection.execute(f"copy {name} from '{path.parent / name}' (format csv, header false)")
        connection.execute(f"copy ({_lines_sql(lines)}) to '{path}' (format parquet, compression zstd)")


def _read() -> list[Read]:
    hcpcs, ncci = DATA / "hcpcs", DATA / "ncci"
    return [
        *read_files([hcpcs / "HCPC2025_OCT_ANWEB.xlsx", ncci / "NCCI_MUE_practitioner_2024-07-01.csv"], Wanted()),
        *read_files([hcpcs / "HCPCS_2026_JAN_Q4xxx_reconstructed.csv"], Wanted(partial=True)),
        *read_files([ncci / "NCCI_AOC_2024-06_pairs.csv"], Wanted(release="2024-04")),
    ]


def _lines_sql(lines: int) -> str:
    def chance(number: int, of: int, what: str = "i") -> str:
        return f"(hash({what}, {number}, {SEED}) % {of})::integer"

    def one_of(values: str, number: int, what: str = "i") -> str:
        return f"(list_extract({values}, 1 + {chance(number, 10**9, what)} % len({values})))"

    return f"""
    with held as materialized (
        select (select list(a order by a) from code) as codes, (select list(a order by a) from wound) as wounds,
            (select list(a order by a) from modifier) as modifiers,
            (select list([a, b] order by a, b) from pair) as pairs),
    numbered as (
        select i,
            i // 8 * 4 + case when i % 8 < 1 then 0 when i % 8 < 3 then 1 when i % 8 < 6 then 2 else 3 end as claim
        from range({lines}) t(i)),
    themed as (
        select *, {chance(1, 10, "claim")} as theme, 10 * claim + {chance(2, 3)} as service,
            {one_of("pairs", 3, "claim")} as two from numbered, held),
    coded as (
        select *, case
            when {chance(4, 200)} = 0 then ['ABCDE', null, 'X', '9921', 'D0120', 'q4257'][1 + {chance(5, 6)}]
            when theme < 3 then two[1 + {chance(6, 2)}]
            when theme < 5 and {chance(7, 4)} > 0 then {one_of("wounds", 8, "claim, i % 3")}
            when theme < 7 then {one_of("codes", 9, "service")} else {one_of("codes", 10)} end as code from themed)
    select printf('C%09d', claim) as claim_id,
        (row_number() over (partition by claim order by i))::integer as line_number,
        code as procedure_code,
        case when {chance(11, 3)} > 0 then null when {chance(12, 2)} = 0 then {one_of("modifiers", 13)}
            else ['59', 'GY', 'GA GZ', 'JW', 'JZ', 'KX 76', 'RH GY', 'ZZ', '25', 'GX GY', '51'][1 + {chance(14, 11)}]
            end as modifiers,
        case when {chance(15, 100)} = 0 then null
            when {chance(16, 4)} > 0 then {chance(17, 4)} + 1 else {chance(18, 3000)} / 10 end::decimal(10, 3) as units,
        case when {chance(19, 3)} > 0 then date '2025-10-01' else date '2024-05-01' end
            + {chance(20, 180, "claim")} + case when {chance(21, 5)} = 0 then {chance(22, 3)} else 0 end
            as date_of_service,
        case when {chance(23, 12)} = 0 then date '2025-10-01' + {chance(24, 190)} end as date_of_service_end,
        ['11', '12', '22', '24', '31', null][1 + {chance(25, 6, "claim")}] as place_of_service,
        case when {chance(26, 3)} > 0 then 'P' || {chance(27, 50, "claim")} when {chance(28, 3)} = 0 then 'Q' end
            as rendering_provider,
        ({chance(29, 100_000, "service")} / 100)::decimal(12, 2) as charge,
        case when {chance(30, 9)} = 0 then 'Graft' end as description,
        ['medicare', 'medicare', 'medicare', 'medicare_advantage', 'other', null][1 + {chance(31, 6, "claim")}]
            as payer_type,
        ['professional', 'professional', 'institutional', 'dme'][1 + {chance(32, 4, "claim")}] as claim_type,
        case when {chance(32, 4, "claim")} = 2 then ['131', '851', '111', '121'][1 + {chance(33, 4, "claim")}] end
            as type_of_bill,
        [null, '261QA1903X', '207Q00000X'][1 + {chance(34, 3, "claim")}] as billing_taxonomy
    from coded order by claim, {chance(35, 1000)}"""


@dataclass
class Digest:
    """Findings without their locations, told short: how many of each edit, and what all of them sum up to."""

    counts: Counter[str] = field(default_factory=Counter)
    sums: Counter[str] = field(default_factory=Counter)
    census: Counter[str] = field(default_factory=Counter)

    def take(self, findings: Iterable[Finding]) -> None:
        """Take findings up."""
        for one in findings:
            said = one.model_dump_json(exclude={"location", "citations", "title"})
            self.counts[one.edit_id] += 1
            self.sums[one.edit_id] += int.from_bytes(sha256(said.encode()).digest()[:8])


def one_by_one(path: Path) -> Digest:
    """What comes of a file, claim by claim."""
    checker, digest = Checker(library(), information=True), Digest()
    for read in read_parquet(path, "claims"):
        digest.take(checker.check_read(read))
    digest.census.update(claims=checker.census.claims, lines=checker.census.lines, bypassed=checker.census.bypassed)
    return digest


if __name__ == "__main__":
    json.dump(vars(one_by_one(Path(sys.argv[1]))), sys.stdout)
