"""The relational executor is held equal to the one for a claim at a time, and to the plain reading of the catalogue.

More by hand: RELATIONAL_CASES=50 CLAIMS_A_CASE=1000 RELATIONAL_SEED=7 python -m pytest tests/relational.
"""

import os
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.oracle.engine import code_library, edits_of
from tests.oracle.reading import Evaluation
from tests.oracle.strategies import Case, cases, claims, random_case
from tests.unit.settings import examples

from cleanclaim import Checker, Claim

from .comparing import as_reads, difference, one_by_one, reads_at_once

CASES = int(os.environ.get("RELATIONAL_CASES", "4"))
CLAIMS = int(os.environ.get("CLAIMS_A_CASE", "150"))
SEED = int(os.environ.get("RELATIONAL_SEED", "2026"))


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(information=True)


def prove(checker: Checker, billed: list[dict[str, Any]], case: Case) -> None:
    """Judge the claims by the releases and tables of a case: all at once, one by one, and by the catalogue's words."""
    _, releases, tables = case
    own = checker.with_library(code_library(releases, tables))
    numbered = [one | {"claim_id": f"C{number}"} for number, one in enumerate(billed)]
    reads = as_reads(Claim.model_validate(one) for one in numbered)
    together = reads_at_once(own, reads)
    said = difference(together, one_by_one(own, reads))
    assert said is None, said
    edits = edits_of(own)
    for one in numbered:
        wanted = Evaluation(one, releases, tables, edits).findings()
        assert together.of_claim(one["claim_id"]) == wanted, one


@pytest.mark.parametrize("number", range(CASES))
def test_claims_at_once_have_the_findings_that_each_has_alone(checker: Checker, number: int) -> None:
    rng = random.Random(f"{SEED} {number}")
    prove(checker, [random_case(rng)[0] for _ in range(CLAIMS)], random_case(rng))


@examples(6, shrink=False)
@given(cases(), st.lists(claims(), min_size=1, max_size=4))
def test_any_few_claims_at_once_have_the_findings_that_each_has_alone(
    checker: Checker, case: Case, others: list[dict[str, Any]]
) -> None:
    prove(checker, [case[0], *others], case)
