"""The table that findings go to: its columns are those of findings in Parquet, behind that of the run.

Parts of a finding that have parts of their own are JSON where the database knows no such types.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from cleanclaim.databases.address import Target
from cleanclaim.databases.stores import store_of
from cleanclaim.relational.connection import Database, open_database, quoted
from cleanclaim.relational.finding_table import COLUMNS

_SIMPLE = ("varchar", "integer", "date")


@dataclass(frozen=True)
class Findings:
    """The findings of a run, on their way into a table."""

    run: str
    parquet: Path
    """Where they are as a Parquet file."""
    rows: Iterator[tuple[object, ...]]
    """The same as rows of text and numbers, the run first; what has parts of its own is JSON. To be read once."""
    memory_limit: str
    """What DuckDB may take to write them."""


@dataclass(frozen=True)
class Kinds:
    """What a database calls the types of columns."""

    text: str
    integer: str
    day: str
    document: Callable[[str], str]
    """The type of what has parts of its own, by the type it has in Parquet."""


def columns_of(kinds: Kinds) -> dict[str, str]:
    """The columns of the table and their types."""
    simple = dict(zip(_SIMPLE, (kinds.text, kinds.integer, kinds.day), strict=True))
    return {"run": kinds.text} | {name: simple.get(kind) or kinds.document(kind) for name, kind in COLUMNS.items()}


def refusal_of(found: Mapping[str, str], wanted: Mapping[str, str]) -> str | None:
    """Why a table that is there already, with these columns and types, is none of findings."""
    if not found:
        return "it is no table; name another one with --into-table"
    missing = [f"lacks {name} ({kind})" for name, kind in wanted.items() if name not in found]
    other = [f"{name} is {found[name]}, not {kind}" for name, kind in wanted.items() if found.get(name, kind) != kind]
    more = [f"has {name} besides" for name in found if name not in wanted]
    if not (differing := missing + other + more):
        return None
    return f"it is there with other columns than those of findings: {'; '.join(differing)}"


def refuse_target(target: Target) -> None:
    """Raise DatabaseFailed where findings cannot go to a table; where it is not there yet, it is not made."""
    store_of(target.address.kind).refuse_target(target)


def put_findings(target: Target, run: str, parquet: Path, memory_limit: str) -> int:
    """Put the findings of a run, as they are in Parquet, into a table, in one transaction; how many they are.

    Those that the table has of the run give way to them. Raises DatabaseFailed, and then the table is as it was.
    """
    with open_database(memory_limit) as database:
        database.run("set global preserve_insertion_order = true")
        number = database.number(f"select count(*) from read_parquet({quoted(str(parquet))})")
        findings = Findings(run, parquet, _rows(database, run, parquet), memory_limit)
        store_of(target.address.kind).write_findings(target, findings)
    return number


def _rows(database: Database, run: str, parquet: Path) -> Iterator[tuple[object, ...]]:
    """The findings as rows of text and numbers; what has parts of its own is JSON."""
    columns = [
        f"cast({name} as varchar)" if kind == "date"
        else name if kind in _SIMPLE
        else f"case when {name} is not null then cast(to_json({name}) as varchar) end"
        for name, kind in COLUMNS.items()
    ]  # fmt: skip
    yield from database.stream(f"select {quoted(run)}, {', '.join(columns)} from read_parquet({quoted(str(parquet))})")
