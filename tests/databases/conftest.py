"""Databases for tests: files, and a database of its own on the server that tests/postgresql.sh runs."""

import os
import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pytest

SERVER = os.environ.get("CLEANCLAIM_TEST_POSTGRESQL")
KINDS = ("postgresql", "sqlite", "duckdb")


@dataclass
class Database:
    """A database, and a way to it that shares no code with the engine."""

    kind: str
    url: str
    path: Path | None = None

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """The rows of a statement, which is kept."""
        if self.kind == "postgresql":
            import psycopg

            with psycopg.connect(self.url) as connection:
                cursor = connection.execute(sql)  # type: ignore[arg-type]
                return cursor.fetchall() if cursor.description else []
        if self.kind == "sqlite":
            assert self.path is not None
            with closing(sqlite3.connect(self.path)) as connection, connection:
                return connection.execute(sql).fetchall()
        with duckdb.connect(str(self.path)) as connection:
            return connection.execute(sql).fetchall()


@contextmanager
def own_database() -> Iterator[Database]:
    """A new database on the server, gone afterwards."""
    if SERVER is None:
        pytest.skip("no PostgreSQL server is up: tests/postgresql.sh runs a command with one")
    import psycopg

    name = f"test_{uuid.uuid4().hex}"
    with psycopg.connect(SERVER, autocommit=True) as connection:
        connection.execute(f"create database {name}")  # type: ignore[arg-type]
        try:
            yield Database("postgresql", SERVER.replace("/postgres?", f"/{name}?"))
        finally:
            connection.execute(f"drop database {name} with (force)")  # type: ignore[arg-type]


@pytest.fixture
def postgresql() -> Iterator[Database]:
    with own_database() as database:
        yield database


@pytest.fixture(scope="module")
def one_postgresql() -> Iterator[Database]:
    """One for all tests of a module."""
    with own_database() as database:
        yield database


@pytest.fixture(params=KINDS)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Database:
    """One of each kind."""
    if request.param == "postgresql":
        return request.getfixturevalue("postgresql")
    path = tmp_path / f"claims.{request.param}"
    return Database(request.param, f"{request.param}:///{path}", path)
