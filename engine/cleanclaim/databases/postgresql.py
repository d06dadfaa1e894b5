"""PostgreSQL by psycopg: rows of a query, and findings into a table.

Who asks is told as libpq has it: by the address, PGUSER, PGPASSWORD, ~/.pgpass or a service file.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from cleanclaim.databases.address import Address, Query, Target
from cleanclaim.databases.findings import Findings, Kinds, columns_of, refusal_of
from cleanclaim.databases.reading import Copy, ResultColumn
from cleanclaim.interruption import stopped_by
from cleanclaim.relational.connection import DatabaseFailed

try:
    import psycopg
    from psycopg import sql
    from psycopg.adapt import AdaptersMap, Buffer, Loader
    from psycopg.postgres import types
    from psycopg.types.array import ArrayLoader
    from psycopg.types.numeric import IntDumper
    from psycopg.types.string import StrDumper, TextLoader
except ImportError as wrong:
    raise DatabaseFailed(
        "PostgreSQL is read by psycopg, which is not installed: pip install 'cleanclaim[postgresql]'"
    ) from wrong

_AT_ONCE = 5_000
"""Rows that the server sends together."""
_CURSOR = "rows"
_DECLARED = len(f'DECLARE "{_CURSOR}" CURSOR FOR ')
"""Characters that stand before a query where the server counts them."""
_DAYS = {types["date"].oid: "DATE", types["timestamp"].oid: "TIMESTAMP"}
"""DuckDB's names of types of days."""
_TOLD = ("08", "0A", "25", "28", "3D", "3F", "42", "53", "54", "55", "57", "58")
"""Classes of errors whose messages tell of statements, connections and the server, and hold no value of a row."""
_SECONDS_TO_CANCEL = 5.0
_KINDS = Kinds(text="text", integer="integer", day="date", document=lambda _: "json")
_LIKE_CSV = (
    "select set_config('DateStyle', 'ISO, YMD', true), set_config('IntervalStyle', 'iso_8601', true), "
    "set_config('TimeZone', 'UTC', true), set_config('extra_float_digits', '1', true), "
    "set_config('bytea_output', 'hex', true)"
)

_ARRAYS = "select oid from pg_catalog.pg_type where typoutput = 'pg_catalog.array_out'::regproc"


class _AnyText(Loader):
    r"""Text of a database that does not say how it is encoded; what is not UTF-8 is written as \xff."""

    def load(self, data: Buffer) -> str:
        return bytes(data).decode("utf-8", "backslashreplace")


class _Array(ArrayLoader):
    """The values of an array with blanks between them."""

    base_oid = types["text"].oid

    def load(self, data: Buffer) -> str:  # type: ignore[override]
        return " ".join(_flat(super().load(data)))


def _flat(values: Iterable[Any]) -> Iterator[str]:
    for value in values:
        if isinstance(value, list):
            yield from _flat(value)
        elif value is not None:
            yield str(value)


def copy_rows(query: Query, copy: Copy) -> list[ResultColumn]:
    """Write the rows of a query as CSV, as the server sends them; its columns. Raises DatabaseFailed."""
    with _opened(query.address, AdaptersMap(), before=_DECLARED) as connection:
        connection.read_only = True
        _take_as_text(connection)
        with connection.cursor(_CURSOR) as cursor:
            # the server takes what stands in a cursor's declaration for one query, and for nothing else
            cursor.execute(query.sql.encode())
            cursor.itersize = _AT_ONCE
            copy.write(cursor)
            return [ResultColumn(one.name, _DAYS.get(one.type_code, "VARCHAR")) for one in cursor.description or ()]


def _take_as_text(connection: psycopg.Connection[Any]) -> None:
    """Let values come as the text that they would have in a CSV file."""
    connection.adapters.register_dumper(int, IntDumper)
    connection.adapters.register_dumper(str, StrDumper)
    knows = connection.info.parameter_status("server_encoding") != "SQL_ASCII"
    connection.adapters.register_loader(0, TextLoader if knows else _AnyText)
    if not knows:
        connection.execute("set client_encoding = 'SQL_ASCII'")
    connection.execute(_LIKE_CSV)
    for (oid,) in connection.execute(_ARRAYS).fetchall():
        connection.adapters.register_loader(int(oid), _Array)


def refuse_target(target: Target) -> None:
    """Raise DatabaseFailed where findings cannot go to a table."""
    with _opened(target.address) as connection:
        connection.read_only = True
        _refuse_table(connection, target)


def write_findings(target: Target, findings: Findings) -> None:
    """Put the findings of a run into a table, in the place of those that it has of that run. Raises DatabaseFailed."""
    columns = columns_of(_KINDS)
    table = _identifier(target)
    names = sql.SQL(", ").join(map(sql.Identifier, columns))
    with _opened(target.address) as connection:
        # other runs wait here: two would make the table at once
        connection.execute("select pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"cleanclaim {target.name}"])
        if not _refuse_table(connection, target):
            described = [sql.SQL("{} {}").format(sql.Identifier(name), sql.SQL(kind)) for name, kind in columns.items()]
            connection.execute(sql.SQL("create table {} ({})").format(table, sql.SQL(", ").join(described)))
            connection.execute(sql.SQL("create index on {} (run)").format(table))
        connection.execute(sql.SQL("delete from {} where run = %s").format(table), [findings.run])
        with connection.cursor().copy(sql.SQL("copy {} ({}) from stdin").format(table, names)) as copy:
            for row in findings.rows:
                copy.write_row([_storable(value) for value in row])
        connection.commit()


def _storable(value: object) -> object:
    """A value as PostgreSQL can hold it: no text has a null character."""
    return value.replace("\0", "\N{REPLACEMENT CHARACTER}") if isinstance(value, str) else value


def _identifier(target: Target) -> sql.Identifier:
    return sql.Identifier(*(name for name in (target.schema, target.table) if name))


def _refuse_table(connection: psycopg.Connection[Any], target: Target) -> bool:
    """Whether the table is there. Raises DatabaseFailed where it is another's."""
    name = _identifier(target).as_string(connection)
    is_table = connection.execute(
        "select relkind in ('r', 'p') from pg_catalog.pg_class where oid = to_regclass(%s)", [name]
    ).fetchone()
    if is_table is None:
        return False
    found = connection.execute(
        "select attname, format_type(atttypid, atttypmod) from pg_catalog.pg_attribute "
        "where attrelid = to_regclass(%s) and attnum > 0 and not attisdropped order by attnum",
        [name],
    ).fetchall()
    if why := refusal_of(dict(found) if is_table[0] else {}, columns_of(_KINDS)):
        raise DatabaseFailed(f"{target.shown}: {why}")
    return True


@contextmanager
def _opened(
    address: Address, adapters: AdaptersMap | None = None, *, before: int = 0
) -> Iterator[psycopg.Connection[Any]]:
    """A connection, whose transaction is given up unless it was committed. Raises DatabaseFailed.

    `before` is how many characters of a statement stand before what the user wrote.
    """
    try:
        connection = psycopg.connect(
            address.url, context=adapters, client_encoding="utf8", fallback_application_name="cleanclaim"
        )
    except psycopg.Error as wrong:
        raise DatabaseFailed(f"{address.shown}: {_said_at_first(wrong)}") from None

    def stop() -> None:
        with suppress(psycopg.Error):
            connection.cancel_safe(timeout=_SECONDS_TO_CANCEL)

    try:
        with stopped_by(stop):
            yield connection
    except psycopg.Error as wrong:
        raise DatabaseFailed(f"{address.shown}: {_said(wrong, before)}") from None
    except UnicodeError:
        raise DatabaseFailed(
            f"{address.shown}: it does not say how text is encoded (SQL_ASCII), so that a query and the names of its "
            "columns are ASCII alone"
        ) from None
    finally:
        connection.close()


def _said_at_first(wrong: psycopg.Error) -> str:
    """Why there is no connection; what cannot be read of an address may be a secret."""
    if isinstance(wrong, psycopg.OperationalError):
        return _first_line(wrong)
    return "libpq does not understand the address, or what the environment adds to it"


def _said(wrong: psycopg.Error, before: int) -> str:
    """What the server says, without the values of rows."""
    state, diagnosis = wrong.sqlstate, wrong.diag
    if state is None:
        is_told = isinstance(wrong, psycopg.OperationalError | psycopg.ProgrammingError)
        return _first_line(wrong) if is_told else type(wrong).__name__
    # within a function, a message may be made of what a row holds
    if state[:2] not in _TOLD or diagnosis.context is not None or diagnosis.message_primary is None:
        return f"PostgreSQL: {type(wrong).__name__} ({state})"
    at = int(diagnosis.statement_position or 0) - before
    place = f", at character {at} of the query" if before and at > 0 else ""
    return f"PostgreSQL: {diagnosis.message_primary} ({state}{place})"


def _first_line(wrong: psycopg.Error) -> str:
    return str(wrong).strip().partition("\n")[0]
