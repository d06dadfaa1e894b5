"""DuckDB files: rows of a query, and findings into a table."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from cleanclaim.databases.address import Address, Query, Target
from cleanclaim.databases.findings import Findings, Kinds, columns_of, refusal_of
from cleanclaim.databases.reading import Copy, ResultColumn
from cleanclaim.interruption import stopped_by
from cleanclaim.read.table import SETTINGS, Column
from cleanclaim.relational.connection import DatabaseFailed, failure, quoted, quoted_name

_LONGEST_WAIT = 60
"""Seconds for which another run may write to the file."""
_KINDS = Kinds(text="varchar", integer="integer", day="date", document=lambda kind: kind)


def copy_rows(query: Query, copy: Copy) -> list[ResultColumn]:
    """Write the rows of a query as CSV; its columns. Nothing is read but the file. Raises DatabaseFailed."""
    with _opened(query.address, copy.scratch, read_only=True) as connection:
        connection.execute("set memory_limit = ?", [copy.memory_limit])
        connection.execute("set preserve_insertion_order = true")
        connection.execute(f"set allowed_directories = [{quoted(str(copy.path.parent))}]")
        connection.execute("set enable_external_access = false")
        statements = connection.extract_statements(query.sql)
        if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
            raise DatabaseFailed(f"{query.address.shown}: one query is wanted, as select ... from ...")
        relation = connection.sql(statements[0])
        columns = [
            ResultColumn(str(name), str(kind)) for name, kind in zip(relation.columns, relation.types, strict=True)
        ]
        if len({column.name for column in columns}) == len(columns):
            texts = ", ".join(Column(quoted_name(column.name), column.kind).text for column in columns)
            relation.project(texts).write_csv(str(copy.path), header=False, sep=",", quoting=1, na_rep="")
        return columns


def refuse_target(target: Target) -> None:
    """Raise DatabaseFailed where findings cannot go to a table."""
    path = target.address.path
    if path is not None and path.exists():
        with _alone(target.address), _opened(target.address, None, read_only=True) as connection:
            _refuse_table(connection, target)


def write_findings(target: Target, findings: Findings) -> None:
    """Put the findings of a run into a table, in the place of those that it has of that run. Raises DatabaseFailed."""
    columns = columns_of(_KINDS)
    table = ".".join(quoted_name(name) for name in (target.schema, target.table) if name)
    with _alone(target.address), _opened(target.address, findings.parquet.parent, read_only=False) as connection:
        connection.execute("set memory_limit = ?", [findings.memory_limit])
        connection.execute("begin")
        if not _refuse_table(connection, target):
            described = ", ".join(f"{quoted_name(name)} {kind}" for name, kind in columns.items())
            connection.execute(f"create table {table} ({described})")
        connection.execute(f"delete from {table} where run = ?", [findings.run])
        connection.execute(
            f"insert into {table} by name select ? as run, * from read_parquet({quoted(str(findings.parquet))})",
            [findings.run],
        )
        connection.execute("commit")


def _refuse_table(connection: duckdb.DuckDBPyConnection, target: Target) -> bool:
    """Whether the table is there. Raises DatabaseFailed where it is another's."""
    described = ", ".join(f"{quoted_name(name)} {kind}" for name, kind in columns_of(_KINDS).items())
    connection.execute(f"create or replace temp table cleanclaim_wanted ({described})")
    columns = "select column_name, data_type from duckdb_columns() where lower(table_name) = lower(?)"
    wanted = connection.execute(f"{columns} and database_name = 'temp'", ["cleanclaim_wanted"]).fetchall()
    connection.execute("drop table temp.cleanclaim_wanted")
    schema = target.schema or "main"
    place = "database_name = current_database() and lower(schema_name) = lower(?)"
    (views,) = connection.execute(
        f"select count(*) from duckdb_views() where lower(view_name) = lower(?) and {place}", [target.table, schema]
    ).fetchone() or (0,)
    found = connection.execute(f"{columns} and {place}", [target.table, schema]).fetchall()
    if not found:
        return False
    if why := refusal_of({} if views else dict(found), dict(wanted)):
        raise DatabaseFailed(f"{target.shown}: {why}")
    return True


@contextmanager
def _alone(address: Address) -> Iterator[None]:
    """No other run writes to the file meanwhile. Raises DatabaseFailed."""
    import filelock  # slow to import, and only a writer needs it

    try:
        with filelock.FileLock(f"{address.path}.lock", timeout=_LONGEST_WAIT):
            yield
    except filelock.Timeout:
        raise DatabaseFailed(
            f"{address.shown}: another run has been writing to it for {_LONGEST_WAIT} seconds"
        ) from None


@contextmanager
def _opened(address: Address, scratch: Path | None, *, read_only: bool) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to the file, which spills to a scratch folder. Raises DatabaseFailed."""
    settings = dict(SETTINGS) | ({"temp_directory": str(scratch / "of_the_file")} if scratch else {})
    try:
        with (
            duckdb.connect(str(address.path), read_only=read_only, config=settings) as connection,
            stopped_by(connection.interrupt),
        ):
            yield connection
    except duckdb.Error as wrong:
        is_damaged = str(wrong).startswith("Corrupt database file")
        said = "DuckDB: the file is damaged" if is_damaged else str(failure(wrong))
        raise DatabaseFailed(f"{address.shown}: {said}") from wrong
