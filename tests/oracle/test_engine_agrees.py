"""The engine and the plain reading of the catalogue give the same findings on the same claims and releases."""

import os
import random

import pytest
from hypothesis import HealthCheck, given, settings

from cleanclaim import Checker

from .engine import found
from .reading import expected
from .strategies import Case, cases, random_case

SEEDED_CASES = int(os.environ.get("ORACLE_CASES", "10000"))
SEED = int(os.environ.get("ORACLE_SEED", "2026"))


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(information=True)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(case=cases())
def test_the_engine_finds_what_the_catalogue_says(checker: Checker, case: Case) -> None:
    claim, releases = case
    assert found(checker, claim, releases) == expected(claim, releases)


def test_the_engine_finds_what_the_catalogue_says_on_many_seeded_cases(checker: Checker) -> None:
    rng = random.Random(SEED)
    for number in range(SEEDED_CASES):
        claim, releases = random_case(rng)
        assert found(checker, claim, releases) == expected(claim, releases), f"case {number}: {claim}, {releases}"
