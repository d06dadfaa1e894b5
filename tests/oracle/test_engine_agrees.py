"""The engine and the plain reading of the catalogue agree on findings and facts, on the same claims and tables.

More cases by hand, with a count of what differs: python -m tests.oracle 100000 7.
"""

import os
import random

import pytest
from hypothesis import HealthCheck, given, settings

from cleanclaim import Checker

from .engine import difference
from .strategies import Case, cases, random_case

SEEDED_CASES = int(os.environ.get("ORACLE_CASES", "2000"))
SEED = int(os.environ.get("ORACLE_SEED", "2026"))


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(information=True)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(case=cases())
def test_the_engine_finds_what_the_catalogue_says(checker: Checker, case: Case) -> None:
    said = difference(checker, case)
    assert said is None, said


def test_the_engine_finds_what_the_catalogue_says_on_many_seeded_cases(checker: Checker) -> None:
    rng = random.Random(SEED)
    for number in range(SEEDED_CASES):
        said = difference(checker, random_case(rng))
        assert said is None, f"case {number} of seed {SEED}: {said}"
