"""Claims from a table, as Parquet: a row a line, read by DuckDB; columns are those of CSV.

Every value is taken as the text that it would have in a CSV file, so that the two are read alike.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb

from cleanclaim.claims import Location, ReadClaim
from cleanclaim.interruption import stopped_by
from cleanclaim.read.columns import ColumnMapping, normalized
from cleanclaim.read.date_formats import DateFormat
from cleanclaim.read.header import BETWEEN, Header, header_of
from cleanclaim.read.rows import Row, claims_of_rows, nothing

ROW = "file_row_number + 1"
NOT_WHOLE = "it is no whole Parquet file"
MIDNIGHTS = ("TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS")
OF_DAYS = ("DATE", *MIDNIGHTS)
"""Types of columns whose values are days."""
_GLOB = re.compile(r"[*?\[]")
"""What DuckDB takes a path with for a pattern of paths."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table, or several that hold one field."""

    sql: str
    """Its name, quoted, or what stands for it."""
    type: str
    """Its SQL type."""
    formats: tuple[DateFormat, ...] = ()
    """How days are written in it, where they are text and not written year-month-day."""
    told: str | None = None
    """Its values as text, as SQL, where a cast would not tell them as DuckDB does."""

    @property
    def text(self) -> str:
        """Its values as text, as SQL; a moment at midnight is its day."""
        if self.told is not None:
            return self.told
        if self.type.endswith("[]"):
            return f"array_to_string({self.sql}, ' ')"
        if self.type in MIDNIGHTS:
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
    sources: Sequence[Column]
    """Those that hold a field, as they stand there."""
    header: Header
    """Of the sources."""

    @property
    def refused(self) -> str | None:
        """Why its columns are none of claim lines."""
        return self.header.refused

    def text(self, name: str) -> str:
        """The SQL of a field as text; null where the table lacks it."""
        column = self.columns.get(name)
        return column.text if column else "null::varchar"


def parquet_table(
    connection: duckdb.DuckDBPyConnection, path: Path, shown: str, mapping: ColumnMapping | None = None
) -> Table:
    """The table that a Parquet file holds. Raises duckdb.Error where it is no whole Parquet file."""
    literal = "'" + _GLOB.sub(r"[\g<0>]", str(path)).replace("'", "''") + "'"
    source = f"read_parquet({literal}, file_row_number = true, hive_partitioning = false)"
    # a name that stands there twice has a number in the description
    schema = connection.execute(f"select name, num_children from parquet_schema({literal})").fetchall()  # noqa: S608
    names = [str(name) for name in _of_columns(schema)]
    if "file_row_number" in map(normalized, names):
        refused = "a column is called file_row_number; give it another name"
        return Table(source, shown, {}, (), replace(header_of((), mapping), refused=refused))
    described = connection.sql(f"select * exclude (file_row_number) from {source}")  # noqa: S608  the path is quoted
    columns = [
        Column('"' + name.replace('"', '""') + '"', str(kind))
        for name, kind in zip(described.columns, described.types, strict=True)
    ]
    return table_of(source, shown, names, columns, mapping)


def table_of(
    source: str, shown: str, names: Sequence[str], columns: Sequence[Column], mapping: ColumnMapping | None
) -> Table:
    """The table behind `source`: its columns, and the names that they have in the input."""
    days = {normalized(name) for name, column in zip(names, columns, strict=True) if column.type in OF_DAYS}
    header = header_of(names, mapping, days)
    sources = tuple(columns[place] for place in header.taken)
    header = header.of_taken()
    return Table(source, shown, _by_field(sources, header), sources, header)


def _by_field(sources: Sequence[Column], header: Header) -> dict[str, Column]:
    """The columns of a table by the fields that they hold, what is constant among them."""
    columns = {}
    for name, places in header.places.items():
        of_field = [sources[place] for place in places]
        if len(of_field) == 1:
            columns[name] = replace(of_field[0], formats=header.formats if name in header.written else ())
        else:
            texts = ", ".join(f"trim({one.text}, ' ')" for one in of_field)
            columns[name] = Column(f"concat_ws('{BETWEEN[name]}', {texts})", "VARCHAR")
    for name, value in header.constants.items():
        literal = value.replace("'", "''")
        columns[name] = Column(f"'{literal}'::varchar", "VARCHAR")
    return columns


def _of_columns(schema: Sequence[tuple[object, ...]]) -> Iterator[object]:
    """The names of a schema's columns, without what stands within one; the schema itself stands first."""
    within = 0
    for name, children in schema[1:]:
        if not within:
            yield name
        within = max(within - 1, 0) + int(str(children or 0))


def is_damaged(table: Table) -> bool:
    """Whether rows of a Parquet file cannot be read; where memory runs out or the run is to end, that is not known."""
    with duckdb.connect(":memory:", config=SETTINGS) as connection, stopped_by(connection.interrupt):
        try:
            connection.execute(f"select bit_xor(hash(columns(*))) from ({text_query(table)})").fetchall()  # noqa: S608
        except (duckdb.InterruptException, duckdb.OutOfMemoryException):
            return False
        except duckdb.Error:
            return True
    return False


def read_parquet(path: Path, shown: str, mapping: ColumnMapping | None = None) -> Iterator[ReadClaim]:
    """The claims of a Parquet file; one that is broken is said to be so, behind what could be read."""
    with duckdb.connect(":memory:", config=SETTINGS) as connection, stopped_by(connection.interrupt):
        try:
            table = parquet_table(connection, path, shown, mapping)
            rows = connection.execute(text_query(table) + f" order by {ROW}") if table.refused is None else None
        except duckdb.Error:
            yield nothing(Location(file=shown), "file", NOT_WHOLE)
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
    """The query of all rows as text, each with its number first, and the columns that hold a field in order."""
    columns = "".join(f", {column.text}" for column in table.sources)
    return f"select {ROW}{columns} from {table.sql}"  # noqa: S608  the names are quoted


def read_rows(table: Table, rows: Iterator[tuple[object, ...]]) -> Iterator[ReadClaim]:
    """The claims of rows that `text_query` gave."""

    def as_rows() -> Iterator[Row]:
        for number, *cells in rows:
            fields, wrong = table.header.fields([None if cell is None else str(cell) for cell in cells])
            yield Row(Location(file=table.shown, line=int(str(number))), fields, wrong)

    yield from claims_of_rows(as_rows(), table.header)
