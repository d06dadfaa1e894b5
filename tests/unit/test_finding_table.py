"""The table of findings: in order and the same bytes, however many there are and however they came."""

import hashlib
from pathlib import Path

import duckdb
import pytest

from cleanclaim import Checker, Claim, DatabaseFailed, load_catalogue
from cleanclaim.relational.connection import open_database
from cleanclaim.relational.finding_table import FindingTable

CATALOGUE = load_catalogue()


@pytest.mark.parametrize("threads", [1, 2])
def test_findings_of_several_row_groups_stand_in_order_whatever_came_first(threads: int, tmp_path: Path) -> None:
    line = {"line_number": 1, "procedure_code": "Q4257", "units": 20, "date_of_service": "2026-01-15"}
    (finding,) = Checker(catalogue=CATALOGUE).check(
        Claim.model_validate({"claim_id": "A", "payer_type": "medicare", "lines": [line]})
    )
    hashes = set()
    for seed in (1, 2):
        path = tmp_path / f"{seed}.parquet"
        with open_database("1GB", threads) as database:
            table = FindingTable(database, CATALOGUE)
            table.add([(1, finding)])
            database.run(
                "insert into found select * exclude (i) replace (r.i as place, 'C' || (hash(i) % 1000) as claim_id) "
                f"from found, range(260000) r(i) order by hash(i + {seed})"
            )
            table.write_parquet(path, ["AOC010"])
            table.write_parquet(tmp_path / "none.parquet", ["COD010"])
        hashes.add(hashlib.sha256(path.read_bytes()).hexdigest())
        rows = f"read_parquet('{path}', file_row_number = true)"
        astray = duckdb.sql(
            f"select count(*) from (select claim_id, lag(claim_id) over (order by file_row_number) as b from {rows})"
            " where b > claim_id"
        )
        assert astray.fetchall() == [(0,)]
        assert duckdb.sql(f"select count(*) from '{tmp_path}/none.parquet'").fetchall() == [(0,)]
    assert len(hashes) == 1


def test_findings_that_were_not_read_to_the_end_outlive_their_database() -> None:
    line = {"line_number": 1, "procedure_code": "Q4257", "units": 20, "date_of_service": "2026-01-15"}
    claim = Claim.model_validate({"claim_id": "A", "payer_type": "medicare", "lines": [line]})
    with open_database("1GB", 1) as database:
        table = FindingTable(database, CATALOGUE)
        table.add(enumerate(Checker(catalogue=CATALOGUE).check(claim) * 2))
        half_read = table.in_order()
        assert next(half_read)[1].claim_id == "A"
    half_read.close()


def test_what_a_database_fails_with_holds_no_value_of_a_row() -> None:
    with open_database("1GB", 1) as database:
        database.run("create temp table t as select 'ZZNAME' as name, 99999999999 as number")
        for sql in ("select cast(name as date) from t", "select cast(number as integer) from t",
                    "select error(name) from t", "select strptime(name, '%Y') from t"):  # fmt: skip
            with pytest.raises(DatabaseFailed) as failed:
                database.rows(sql)
            assert "ZZNAME" not in str(failed.value)
            assert "99999999999" not in str(failed.value)
