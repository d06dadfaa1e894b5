"""Values of any SQL type are the text that they would have in a CSV file; days are days by whatever mapping."""

from pathlib import Path

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.relational.tables import drawn_table
from tests.unit.settings import examples

from cleanclaim.claims import ReadClaim
from cleanclaim.databases.address import Query, address_of
from cleanclaim.databases.reading import fetch
from cleanclaim.read.table import read_parquet
from cleanclaim.relational.connection import DatabaseFailed

from .conftest import Database
from .making import literal

TYPES = {
    "postgresql": {
        "null": None, "''": None, "'a''b'": "a'b", "'Q4257'::char(8)": "Q4257   ", "20": "20",
        "20.500::numeric(9,3)": "20.500", "1e20::numeric": "100000000000000000000", "0.1::float4": "0.1",
        "12.5::float8": "12.5", "'NaN'::float8": "NaN",
        "true": "t", "date '2026-01-15'": "2026-01-15", "time '10:30'": "10:30:00",
        "timestamptz '2026-01-15 00:00:00+02'": "2026-01-14 22:00:00+00", "interval '1 day'": "P1D",
        "array['RT', '59']": "RT 59", "array[1, null, 3]": "1 3", "array['a b', 'c\"d', null, '']": "a b c\"d ",
        "'{}'::text[]": None, "array[[1, 2], [3, 4]]": "1 2 3 4", "'[3:4]={7,8}'::integer[]": "7 8",
        "'\\xff00'::bytea": "\\xff00", "'{\"a\": 1}'::jsonb": '{"a": 1}', "row(1, 'b')": "(1,b)",
        "'é\u2028😀'": "é\u2028😀", "E'a\\r\\nb\\tc'": "a\r\nb\tc", "12.5::money": "$12.50",
        "'192.168.0.1'::inet": "192.168.0.1", "int4range(1, 3)": "[1,3)", "'moved'::mood": "moved",
        "array['still', 'moved']::mood[]": "still moved", "'1 2'::int2vector": "1 2", "'{a}'::name[]": "a",
    },
    "sqlite": {
        "null": None, "''": None, "'a''b'": "a'b", "20": "20", "20.5": "20.5",
        "9223372036854775807": "9223372036854775807",
        "1e300": "1e+300", "x'51'": "Q", "x'ff'": "\\xff", "cast(x'5141ff' as text)": "QA\\xff",
        "'é\u2028😀'": "é\u2028😀", "'a' || char(13, 10) || 'b'": "a\r\nb", "'a' || char(0) || 'b'": "a\0b",
        "date('2026-01-15')": "2026-01-15", "json_array(1, 2)": "[1,2]", "true": "1",
    },
    "duckdb": {
        "null": None, "''": None, "'a''b'": "a'b", "20": "20", "20.500::decimal(9,3)": "20.500", "0.1::float": "0.1",
        "date '2026-01-15'": "2026-01-15", "timestamp '2026-01-15 10:30:00'": "2026-01-15 10:30:00",
        "timestamp_s '2026-01-15 00:00:00'": "2026-01-15 00:00:00", "time '10:30:00'": "10:30:00", "true": "true",
        "timestamptz '2026-01-15 00:00:00+02'": "2026-01-14 22:00:00+00", "['RT', '59']": "RT 59",
        "[1, null, 3]": "1 3",         "'\\xFF'::blob": "\\xFF", "{'a': 1}": "{'a': 1}", "map {'a': 1}": "{a=1}",
        "'é\u2028😀'": "é\u2028😀", "'a' || chr(13) || chr(10) || 'b'": "a\r\nb", "'a' || chr(0) || 'b'": "a\0b",
        "uuid '00000000-0000-0000-0000-000000000001'": "00000000-0000-0000-0000-000000000001",
        "'moved'::enum('still', 'moved')": "moved", "12345678901234567890::hugeint": "12345678901234567890",
    },
}  # fmt: skip


def kept(database: Database, sql: str, folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    return fetch(Query(address_of(database.url), sql), folder, "1GB", lambda _: None)[0]


def test_a_value_of_any_type_is_its_text(database: Database, tmp_path: Path) -> None:
    if database.kind == "postgresql":
        database.rows("create type mood as enum ('still', 'moved')")
    if database.path is not None:
        database.rows("create table of_its_own (a integer)")
    values = TYPES[database.kind]
    columns = ", ".join(f"{value} as c{number}" for number, value in enumerate(values))
    path = kept(database, f"select {columns}", tmp_path / "scratch")
    (row,) = duckdb.sql(f"select columns(*)::varchar from '{path}'").fetchall()
    assert dict(zip(values, row, strict=True)) == values


@pytest.mark.parametrize("database", ["postgresql", "duckdb"], indirect=True)
@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("date '2026-01-15'", "DATE"), ("timestamp '2026-01-15'", "TIMESTAMP"), ("date 'infinity'", "DATE"),
        ("cast(null as date)", "DATE"), ("'2026-01-15'", "VARCHAR"),
    ],
)  # fmt: skip
def test_days_are_days(value: str, kind: str, database: Database, tmp_path: Path) -> None:
    if database.path is not None:
        database.rows("create table of_its_own (a integer)")
    path = kept(database, f"select 'A' as claim_id, {value} as date_of_service", tmp_path / "scratch")
    assert str(duckdb.sql(f"from '{path}'").types[1]) == kind


def test_a_day_that_is_in_no_calendar_of_ours_stays_as_it_is(postgresql: Database, tmp_path: Path) -> None:
    path = kept(postgresql, "select date '0044-03-15 BC' as a, date '2026-01-15' as b", tmp_path / "scratch")
    assert duckdb.sql(f"select a::varchar, b::varchar from '{path}'").fetchall() == [("0044-03-15 BC", "2026-01-15")]


def test_a_database_that_does_not_say_how_it_is_encoded(postgresql: Database, tmp_path: Path) -> None:
    name = f"ascii_{postgresql.url.partition('test_')[2][:20]}"
    other = Database("postgresql", postgresql.url.replace(postgresql.url.split("/")[3].partition("?")[0], name))
    import psycopg

    with psycopg.connect(postgresql.url, autocommit=True) as connection:
        connection.execute(f"create database {name} encoding 'SQL_ASCII' template template0")
        try:
            path = kept(other, "select E'a\\xff\\xc3\\xa9' as a, array[E'\\xfe', 'b'] as b", tmp_path / "scratch")
            assert duckdb.sql(f"from '{path}'").fetchall() == [("a\\xffé", "\\xfe b")]
            with pytest.raises(DatabaseFailed, match="SQL_ASCII"):
                kept(other, "select 'é' as a", tmp_path / "scratch")
        finally:
            connection.execute(f"drop database {name}")


def reads_of(path: Path) -> list[ReadClaim]:
    return list(read_parquet(path, "the table"))


@examples(8, shrink=False)
@given(st.data())
def test_any_rows_are_read_as_they_are_from_a_file(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Columns of any type, damaged at random, in a table of DuckDB; their texts in one of SQLite."""
    folder = tmp_path_factory.mktemp("drawn")
    drawn = drawn_table(lambda choices: data.draw(st.sampled_from(choices)), data.draw(st.integers(1, 4)))
    parquet = drawn.write_parquet(folder / "lines.parquet")
    of_duckdb = Database("duckdb", f"duckdb:///{folder}/lines.duckdb", folder / "lines.duckdb")
    of_duckdb.rows(f"create table lines as select * from '{parquet}'")
    wanted = reads_of(parquet)
    assert reads_of(kept(of_duckdb, "select * from lines", folder / "scratch")) == wanted
    texts = drawn_table(lambda choices: data.draw(st.sampled_from(choices)), data.draw(st.integers(1, 4)), as_text=True)
    wanted = reads_of(texts.write_parquet(folder / "texts.parquet"))
    of_sqlite = Database("sqlite", f"sqlite:///{folder}/lines.sqlite", folder / "lines.sqlite")
    names = [texts.names[name].replace('"', '""') for name in texts.types]
    of_sqlite.rows("create table lines (" + ", ".join(f'"{name}" text' for name in names) + ")")
    for row in texts.rows:
        of_sqlite.rows(f"insert into lines values ({', '.join(sqlite_literal(row.get(name)) for name in texts.types)})")
    assert reads_of(kept(of_sqlite, "select * from lines", folder / "scratch")) == wanted


def sqlite_literal(value: str | None) -> str:
    """A text that may hold a null character."""
    return "null" if value is None else f"cast(x'{value.encode().hex()}' as text)"


@examples(8, shrink=False)
@given(st.data())
def test_any_one_postgresql_are_read_as_they_are_from_a_file(
    one_postgresql: Database, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("drawn")
    drawn = drawn_table(lambda choices: data.draw(st.sampled_from(choices)), data.draw(st.integers(1, 4)), as_text=True)
    for row in drawn.rows:
        row |= {name: value.replace("\0", "") for name, value in row.items() if value is not None}
    columns = ", ".join(f'"{drawn.names[name]}" text' for name in drawn.types)
    one_postgresql.rows(f"drop table if exists lines; create table lines ({columns})")
    for row in drawn.rows:
        values = ", ".join(literal(row.get(name)) for name in drawn.types)
        one_postgresql.rows(f"insert into lines values ({values})")
    wanted = reads_of(drawn.write_parquet(folder / "lines.parquet"))
    assert reads_of(kept(one_postgresql, "select * from lines", folder / "scratch")) == wanted
