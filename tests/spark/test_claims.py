"""Claims that are whole come on Spark to the findings that DuckDB and the executor for one claim make of them.

More by hand: SPARK_CASES=10 CLAIMS_A_SPARK_CASE=20000 RELATIONAL_SEED=7 python -m pytest tests/spark/test_claims.py.
"""

import os
import random
from pathlib import Path
from typing import Any

import pytest
from tests.oracle.engine import code_library
from tests.oracle.hand_cases import claim, line, pair, record, release, table
from tests.oracle.strategies import random_case
from tests.relational.comparing import difference, one_by_one
from tests.relational.odd_claims import odd_claim
from tests.relational.payer_rules import own_edits

from cleanclaim import Checker, Claim
from cleanclaim.read.table import read_parquet

from .running import File, prove, table_of_claims

CASES = int(os.environ.get("SPARK_CASES", "2"))
CLAIMS = int(os.environ.get("CLAIMS_A_SPARK_CASE", "2000"))
SEED = int(os.environ.get("RELATIONAL_SEED", "2026"))


@pytest.mark.parametrize("number", range(CASES))
def test_random_claims_have_the_findings_that_each_has_alone(number: int, spark: Any, tmp_path: Path) -> None:
    rng = random.Random(f"spark {SEED} {number}")
    _, releases, tables = random_case(rng)
    checker = Checker(code_library(releases, tables), information=number % 2 == 0)
    claims = [Claim.model_validate(random_case(rng)[0] | {"claim_id": f"C{place}"}) for place in range(CLAIMS)]
    file = File(table_of_claims(claims).write_parquet(tmp_path / "claims.parquet"))
    found = prove(spark, checker, file)
    assert difference(found, one_by_one(checker, read_parquet(file.path, file.shown))) is None
    assert len(found.edits) > 10


def test_an_add_on_code_of_an_add_on_code_is_supported_as_far_as_the_first_is(spark: Any, tmp_path: Path) -> None:
    rng = random.Random(SEED)
    codes = [f"A100{number}" for number in range(7)]
    rows = {code: [pair(primary)] for primary, code in zip(codes, codes[1:], strict=False)}
    held = code_library([release("2026-01", *map(record, codes))], [table("add_on", "2026-01", "dated", **rows)])

    def lines(billed: list[str]) -> list[dict[str, Any]]:
        days = ("2026-01-15", "2026-01-15", "2026-01-15", "2026-01-16")
        return [
            line(number, code, rng.choice(days), units=rng.choice("01111"), rendering_provider=rng.choice("112"))
            for number, code in enumerate(billed, start=1)
        ]

    whole = [line(number, code) for number, code in enumerate(codes, start=1)]
    claims = [claim(*whole, claim_id="whole"), claim(*whole[1:], claim_id="without the first")]
    for place in range(300):
        billed = rng.sample(codes, rng.choice((2, 4, 6, 7)))
        claims.append(claim(*lines(sorted(billed) if place % 2 else billed), claim_id=f"C{place}"))
    path = table_of_claims(map(Claim.model_validate, claims)).write_parquet(tmp_path / "claims.parquet")
    found = prove(spark, Checker(held), File(path))
    assert not {edit for _, edit in found.of_claim("whole") if edit.startswith("AOC")}
    unsupported = {number for number, edit in found.of_claim("without the first") if edit.startswith("AOC")}
    assert unsupported == set(range(2, 8))


def test_random_edits_of_a_payer_decide_alike(spark: Any, tmp_path: Path) -> None:
    rng = random.Random(f"spark edits {SEED}")
    catalogue = own_edits(rng.choice, tmp_path / "edits", 20)
    _, releases, tables = random_case(rng)
    checker = Checker(code_library(releases, tables), catalogue, information=True, payer_type="medicare")
    claims = [Claim.model_validate(random_case(rng)[0] | {"claim_id": f"C{place}"}) for place in range(300)]
    claims += [odd_claim(rng.choice, f"O{place}") for place in range(100)]
    found = prove(spark, checker, File(table_of_claims(claims).write_parquet(tmp_path / "claims.parquet")))
    assert len(catalogue.rules) > 60  # more than one column of bits holds
    assert catalogue.asked
    assert len([edit for edit in found.edits if edit.startswith("HSE")]) > 10
