"""A database file that is damaged: its rows, or a refusal that holds nothing of them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.settings import examples

from cleanclaim.databases.address import Query, address_of
from cleanclaim.databases.reading import fetch
from cleanclaim.relational.connection import DatabaseFailed

from .conftest import Database

damages = st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=40)


@pytest.fixture(scope="module", params=["sqlite", "duckdb"])
def whole(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Database, bytes]:
    path = tmp_path_factory.mktemp("damaged") / "lines"
    database = Database(request.param, f"{request.param}:///{path}", path)
    numbers = "with recursive n(i) as (select 1 union all select i + 1 from n where i < 300) select"
    database.rows(f"create table lines as {numbers} 'C' || i as claim_id, 1 as line_number, 'SMITH' as name from n")
    return database, path.read_bytes()


def tried(database: Database, folder: Path) -> None:
    """Ask the damaged file. A refusal names the file and tells no value."""
    folder.mkdir(exist_ok=True)
    try:
        fetch(Query(address_of(database.url), "select * from lines"), folder, "1GB", lambda _: None)
    except DatabaseFailed as wrong:
        said = str(wrong)
        assert said.startswith(database.url + ": ")
        assert "SMITH" not in said
        assert not said.endswith("DuckDB: Error")


@examples(60)
@given(damages, st.one_of(st.just(1.0), st.floats(0, 1)))
def test_a_damaged_file_is_read_or_refused(
    whole: tuple[Database, bytes], damaged: list[tuple[float, int]], kept: float
) -> None:
    database, content = whole
    assert database.path is not None
    changed = bytearray(content)
    for at, value in damaged:
        changed[int(at * len(content))] = value
    database.path.write_bytes(changed[: int(kept * len(content))])
    tried(database, database.path.parent / "scratch")
