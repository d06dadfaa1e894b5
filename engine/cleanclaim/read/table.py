"""Claims from a table, as Parquet: a row a line, read by DuckDB; columns bear the names of a claim's fields.

Every value is taken as the text that it would have in a CSV file, so that the two are read alike.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from cleanclaim.claims import Location, ReadClaim
from cleanclaim.interruption import stopped_by
from cleanclaim.read.assemble import printable
from cleanclaim.read.rows import KNOWN, Row, claims_of_rows, normalized, nothing, refused_columns

ROW = "file_row_number + 1"
_GLOB = re.compile(r"[*?\[]")
"""What DuckDB takes a path with for a pattern of paths."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    sql: str
    """Its name, quoted."""
    type: str
    """Its SQL type."""

    @property
    def text(self) -> str:
        """Its values as text, as SQL; a moment at midnight is its day."""
        if self.type.endswith("[]"):
            return f"array_to_string({self.sql}, ' ')"
        if self.type in ("TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS"):
            return (
                f"case when {self.sql} = date_trunc('day', {self.sql}) then cast(cast({self.sql} as date) as varchar) "
                f"else cast({self.sql} as varchar) end"
            )
        return self.sql if self.type == "VARCHAR" else f"cast({self.sql} as varchar)"


@dataclass(frozen=True, slots=True)
class Table:
    """A table of claim lines."""

    sql: str
    """What stands behind `from`."""
    shown: str
    """Its name in locations."""
    columns: Mapping[str, Column]
    """By the name of a claim's or line's field."""
    passed_over: frozenset[str]
    """Names of columns that are none of a claim's."""
    refused: str | None
    """Why its columns are none of claim lines."""

    def text(self, name: str) -> str:
        """The SQL of a field as text; null where the table lacks it."""
        column = self.columns.get(name)
        return column.text if column else "null::varchar"


def parquet_table(connection: duckdb.DuckDBPyConnection, path: Path, shown: str) -> Table:
    """The table that a Parquet file holds. Raises duckdb.Error where it is no whole Parquet file."""
    literal = "'" + _GLOB.sub(r"[\g<0>]", str(path)).replace("'", "''") + "'"
    source = f"read_parquet({literal}, file_row_number = true, hive_partitioning = false)"
    # a name that stands there twice has a number in the description
    schema = connection.execute(f"select name, num_children from parquet_schema({literal})").fetchall()  # noqa: S608
    names = [normalized(str(name)) for name in _of_columns(schema)]
    if "file_row_number" in names:
        return Table(source, shown, {}, frozenset(), "a column is called file_row_number; give it another name")
    described = connection.sql(f"select * exclude (file_row_number) from {source}")  # noqa: S608  the path is quoted
    found: dict[str, Column] = {}
    for name, kind in zip(described.columns, described.types, strict=True):
        quoted = '"' + str(name).replace('"', '""') + '"'
        found.setdefault(normalized(str(name)), Column(quoted, str(kind)))
    refused = refused_columns(names)
    if refused is None and not ("claim_id" in names and len(KNOWN.intersection(names)) > 1):
        refused = "its columns are not those of claim lines, claim_id first of all"
    known = {name: column for name, column in found.items() if name in KNOWN}
    return Table(source, shown, known, frozenset(printable(name) for name in names if name not in KNOWN), refused)


def _of_columns(schema: Sequence[tuple[object, ...]]) -> Iterator[object]:
    """The names of a schema's columns, without what stands within one; the schema itself stands first."""
    within = 0
    for name, children in schema[1:]:
        if not within:
            yield name
        within = max(within - 1, 0) + int(str(children or 0))


def read_parquet(path: Path, shown: str) -> Iterator[ReadClaim]:
    """The claims of a Parquet file; one that is broken is said to be so, behind what could be read."""
    with duckdb.connect(":memory:", config=SETTINGS) as connection, stopped_by(connection.interrupt):
        try:
            table = parquet_table(connection, path, shown)
            rows = connection.execute(text_query(table) + f" order by {ROW}") if table.refused is None else None
        except duckdb.Error:
            yield nothing(Location(file=shown), "file", "it is no whole Parquet file")
            return
        if rows is None:
            yield nothing(Location(file=shown), "file", table.refused or "")
            return
        yield from read_rows(table, fetched(rows))


SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false", "autoload_known_extensions": "false",
    "allow_persistent_secrets": "false", "threads": "1",
}  # fmt: skip


def fetched(cursor: duckdb.DuckDBPyConnection) -> Iterator[tuple[object, ...]]:
    """The rows of a result, batch by batch."""
    while batch := cursor.fetchmany(10_000):
        yield from batch


def text_query(table: Table) -> str:
    """The query of all rows as text, each with its number first, and the known columns in order."""
    columns = "".join(f", {table.text(name)}" for name in table.columns)
    return f"select {ROW}{columns} from {table.sql}"  # noqa: S608  the names are quoted


def read_rows(table: Table, rows: Iterator[tuple[object, ...]]) -> Iterator[ReadClaim]:
    """The claims of rows that `text_query` gave."""
    names = tuple(table.columns)

    def as_rows() -> Iterator[Row]:
        for number, *cells in rows:
            fields = {name: str(cell) for name, cell in zip(names, cells, strict=True) if cell is not None}
            yield Row(Location(file=table.shown, line=int(str(number))), fields)

    yield from claims_of_rows(as_rows(), table.passed_over)
