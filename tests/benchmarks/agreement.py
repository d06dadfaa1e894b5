"""That the peers find what the one-claim Checker finds, on made-up lines of which more than in life are of wounds.

Polars is compared in the columns that it writes; the places of findings in the file are not compared.

python -m tests.benchmarks.agreement
"""

import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb

from cleanclaim import Checker, CodeLibrary

from . import hand_written_duckdb, hand_written_polars
from .peer_reference import save_reference
from .realistic import claims_of, universe, write_lines
from .realistic_library import QUARTERS

LINES, SEED, WOUNDS = 40_000, 3, 250
Key = tuple[str, int, str]


def by_key(rows: Iterator[dict[str, Any]]) -> dict[Key, dict[str, Any]]:
    """Findings by claim, line (0: none) and edit. No edit finds a line twice."""
    found: dict[Key, dict[str, Any]] = {}
    for row in rows:
        key = (row["claim_id"], row["line_number"] or 0, row["edit_id"])
        assert key not in found, f"{key} is found twice"
        found[key] = row
    return found


def found_by_checker(lines: Path, library: CodeLibrary) -> dict[Key, dict[str, Any]]:
    """What the Checker finds, without the place in the file, which a claim made of rows does not tell."""
    checker = Checker(library)
    findings = (one.model_dump() for claim in claims_of(lines) for one in checker.check(claim))
    return by_key({**row, "citations": [*row["citations"]], "location": None} for row in findings)


def found_in(path: Path) -> dict[Key, dict[str, Any]]:
    """The findings of a file, in the columns that it has, without their places."""
    with duckdb.connect() as connection:
        cursor = connection.execute(f"select * from '{path}'")
        names = [column[0] for column in cursor.description or ()]
        rows = (dict(zip(names, row, strict=True)) for row in cursor.fetchall())
        return by_key({name: None if name == "location" else value for name, value in row.items()} for row in rows)


def plain(value: Any) -> Any:
    """A value with tuples as lists, to be compared."""
    if isinstance(value, dict):
        return {name: plain(own) for name, own in value.items()}
    return [plain(own) for own in value] if isinstance(value, list | tuple) else value


def assert_same(wanted: dict[Key, dict[str, Any]], had: dict[Key, dict[str, Any]], name: str) -> None:
    """Assert that a peer has the findings wanted, in all columns that it writes."""
    lacking, more = sorted(wanted.keys() - had.keys()), sorted(had.keys() - wanted.keys())
    assert not lacking, f"{name} lacks {len(lacking)}: {Counter(key[2] for key in lacking)}, so {lacking[:3]}"
    assert not more, f"{name} has {len(more)} too many: {Counter(key[2] for key in more)}, so {more[:3]}"
    for key, row in had.items():
        for column, value in row.items():
            own = plain(wanted[key][column])
            assert plain(value) == own, f"{name}, {key}, {column}: {value!r}, and the Checker says {own!r}"


def varied(lines: Path, folder: Path) -> Path:
    """The same lines, some of payers not stated, and some that last into the next month or year."""
    with duckdb.connect() as connection:
        connection.execute(f"""copy (select * replace (
            case when hash(claim_id) % 40 = 0 then 'unknown' else payer_type end as payer_type,
            case when hash(claim_id, line_number) % 5 = 0 then date_of_service_end + 24 else date_of_service_end end
              as date_of_service_end) from '{lines}') to '{folder / "varied.parquet"}' (format parquet)""")
    return folder / "varied.parquet"


def assert_agree() -> Counter[str]:
    """Assert that all agree; how many findings there are of each edit.

    Beside the whole library one that stands still: of the earlier quarter alone, and without the second ASC addendum.
    """
    parts = universe().parts
    behind = [one for one in parts if one.layer.quarter == QUARTERS[0] and one.layer.part != "BB"]
    found: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lines = write_lines(folder / "lines.parquet", LINES, SEED, wounds=WOUNDS)
        for own, held in ((lines, parts), (varied(lines, folder), parts), (varied(lines, folder), behind)):
            wanted = found_by_checker(own, CodeLibrary(held))
            reference = save_reference(folder / "reference", held)
            hand_written_duckdb.find(own, reference, folder / "duckdb.parquet")
            assert_same(wanted, found_in(folder / "duckdb.parquet"), "the hand-written DuckDB query")
            hand_written_polars.find(own, reference, folder / "polars.parquet")
            assert_same(wanted, found_in(folder / "polars.parquet"), "the hand-written polars")
            found.update(key[2] for key in wanted)
    return found


def main() -> None:
    """Assert, and say on how much."""
    found = assert_agree()
    print(f"three times {LINES:,} lines: all agree on {found.total():,} findings of {len(found)} edits")
    print(", ".join(f"{edit} {count}" for edit, count in sorted(found.items())))


if __name__ == "__main__":
    main()
